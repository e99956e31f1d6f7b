// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/interview/answerform.h"

#include "views/common/painting.h"
#include "views/common/plainedit.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int ring = 4; // room for it around a field
constexpr int labelWidth = 152;
constexpr int fieldHeight = 72; // the least

// A field in a frame that shows the focus around it, as the other fields do.
class Field final : public PlainEdit
{
public:
    explicit Field(QWidget *frame, AnswerForm *form)
        : PlainEdit(frame)
        , m_form(form)
    {
    }

    // As small as it may get; the form hands out what room there is.
    QSize sizeHint() const override { return {scaled(200), scaled(fieldHeight)}; }

protected:
    void paintEvent(QPaintEvent *event) override { QTextEdit::paintEvent(event); }

    void focusInEvent(QFocusEvent *event) override
    {
        PlainEdit::focusInEvent(event);
        parentWidget()->update();
    }

    void focusOutEvent(QFocusEvent *event) override
    {
        PlainEdit::focusOutEvent(event);
        parentWidget()->update();
        emit m_form->left();
    }

private:
    AnswerForm *m_form;
};

class FieldFrame final : public QWidget
{
public:
    FieldFrame(AnswerForm *form)
        : QWidget(form)
        , m_field(new Field(this, form))
    {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(ring + 1, ring + 1, ring + 1, ring + 1);
        layout->addWidget(m_field);
        setFocusProxy(m_field);
    }

    Field *field() const { return m_field; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(palette());
        QPainter painter(this);
        paintBox(painter, rect().adjusted(ring, ring, -ring, -ring), 4, tokens.base, tokens.line2);
        if (m_field->hasFocus())
            paintFocusRing(painter, rect(), tokens);
    }

private:
    Field *m_field;
};

QString titleOf(Section section)
{
    return section == Section::None ? AnswerForm::tr("Your answer") : sectionTitle(section);
}

QString hintOf(Section section)
{
    switch (section) {
    case Section::Problem: return AnswerForm::tr("What is wrong, for whom, and how you know");
    case Section::Approach: return AnswerForm::tr("Steps, trade-offs, what you would not do");
    case Section::Outcome: return AnswerForm::tr("Result in numbers, and what you learned");
    default: return AnswerForm::tr("In words, as you would say it");
    }
}

QString placeholderOf(Section section)
{
    switch (section) {
    case Section::Problem: return AnswerForm::tr("What you would find out first");
    case Section::Approach: return AnswerForm::tr("What you would do, in order");
    case Section::Outcome: return AnswerForm::tr("What would show that it worked");
    default: return AnswerForm::tr("Type what you would say, or say it aloud.");
    }
}

int stretchOf(Section section)
{
    return section == Section::Approach ? 9 : 4;
}

} // namespace

AnswerForm::AnswerForm(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16 - ring);
    m_grid->setVerticalSpacing(16 - 2 * ring);
    m_grid->setColumnStretch(1, 1);
}

void AnswerForm::setParts(const QList<Section> &sections, const QMap<Section, QString> &texts)
{
    qDeleteAll(m_widgets);
    m_widgets.clear();
    m_fields.clear();
    for (int row = 0; row < m_grid->rowCount(); ++row)
        m_grid->setRowStretch(row, 0);
    for (const Section section : sections)
        addField(section, texts.value(section), int(m_fields.size()));
    for (qsizetype i = 1; i < m_fields.size(); ++i)
        setTabOrder(m_fields.at(i - 1), m_fields.at(i));
}

QWidget *AnswerForm::lastField() const
{
    return m_fields.isEmpty() ? nullptr : m_fields.constLast();
}

void AnswerForm::addField(Section section, const QString &text, int row)
{
    auto *labels = new QWidget(this);
    labels->setFixedWidth(scaled(labelWidth));
    auto *title = new QLabel(titleOf(section), labels);
    setTextStyle(title, TextStyle::Reading, QFont::DemiBold);
    auto *hint = new QLabel(hintOf(section), labels);
    setTextStyle(hint, TextStyle::Small);
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setWordWrap(true);
    auto *column = new QVBoxLayout(labels);
    column->setContentsMargins(0, ring + 8, 0, 0);
    column->setSpacing(0);
    column->addWidget(title);
    column->addWidget(hint);
    column->addStretch(1);

    auto *frame = new FieldFrame(this);
    PlainEdit *field = frame->field();
    field->setObjectName(section == Section::None ? u"answerField"_s
                                                  : u"answerField%1"_s.arg(int(section)));
    field->setAccessibleName(titleOf(section));
    field->setAccessibleDescription(hintOf(section));
    field->setToolTip(hintOf(section));
    field->setPlaceholderText(placeholderOf(section));
    field->document()->setDocumentMargin(10);
    field->viewport()->setAutoFillBackground(false); // the frame has round corners
    setTextStyle(field, TextStyle::Reading);
    field->setPlainText(text);
    field->moveCursor(QTextCursor::End);
    field->setMinimumHeight(scaled(fieldHeight));

    m_grid->addWidget(labels, row, 0);
    m_grid->addWidget(frame, row, 1);
    m_grid->setRowStretch(row, stretchOf(section));
    m_widgets.append({labels, frame});
    m_fields.append(field);
    connect(field, &QTextEdit::textChanged, this,
            [this, section, field] { emit edited(section, field->toPlainText()); });
}

void AnswerForm::focusField()
{
    for (PlainEdit *field : std::as_const(m_fields)) {
        if (field->document()->isEmpty() || field == m_fields.constLast()) {
            field->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}
