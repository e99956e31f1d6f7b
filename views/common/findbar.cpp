// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/findbar.h"

#include "views/common/icons.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int barHeight = 40;
constexpr int fieldHeight = 28;
constexpr int mostMarked = 1000; // a letter in a long text is everywhere

bool isEnter(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

} // namespace

FindBar::FindBar(QTextEdit &text, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_field(new QLineEdit(this))
    , m_count(new QLabel(this))
{
    setObjectName(u"findBar"_s);
    setScaledHeight(this, barHeight);
    setAttribute(Qt::WA_NoMousePropagation); // it may lie on the text
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    m_field->setObjectName(u"findField"_s);
    m_field->setPlaceholderText(tr("Find in note"));
    m_field->setAccessibleName(tr("Find in note"));
    setTextStyle(m_field, TextStyle::Small);
    setScaledHeight(m_field, fieldHeight);
    m_count->setObjectName(u"findCount"_s);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    setTextStyle(m_count, TextStyle::Meta);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 8, 0);
    layout->setSpacing(8);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_count);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    layout->addLayout(buttons);
    const auto addButton = [&](const QString &iconName, const QString &tip, auto slot) {
        auto *button = new QToolButton(this);
        button->setIcon(icon(iconName));
        button->setAutoRaise(true);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->installEventFilter(this);
        connect(button, &QToolButton::clicked, this, slot);
        buttons->addWidget(button);
    };
    addButton(u"up"_s, tr("Previous match (Shift+F3)"), [this] { step(-1); });
    addButton(u"down"_s, tr("Next match (F3)"), [this] { step(1); });
    addButton(u"cross"_s, tr("Close (Esc)"), [this] { close(); });
    m_field->installEventFilter(this);
    hide();

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(0); // a text that is set anew tells so before it is complete
    connect(&m_refresh, &QTimer::timeout, this, &FindBar::refresh);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::search);
    connect(m_text.document(), &QTextDocument::contentsChanged, this, [this] {
        if (!isHidden())
            m_refresh.start();
    });
}

void FindBar::open()
{
    if (isHidden()) {
        m_place = m_text.textCursor();
        m_went = false;
    }
    show();
    emit shown(true);
    const QString selected = m_text.textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_field->setText(selected);
    search();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindBar::close()
{
    m_refresh.stop();
    const QTextCursor place = m_went && m_current >= 0 ? match(m_current) : m_place;
    m_text.setExtraSelections({});
    m_text.setFocus(Qt::ShortcutFocusReason); // before it is hidden, and the focus goes anywhere
    m_text.setTextCursor(place);
    hide();
    emit shown(false);
}

void FindBar::search()
{
    refresh();
    const auto next =
        std::lower_bound(m_starts.cbegin(), m_starts.cend(), m_place.selectionStart());
    if (m_starts.isEmpty())
        m_current = -1;
    else
        m_current = next == m_starts.cend() ? 0 : next - m_starts.cbegin();
    step(0);
}

void FindBar::refresh()
{
    m_starts.clear();
    const QString wanted = m_field->text();
    m_length = int(wanted.size());
    if (m_length > 0) {
        const QString text = m_text.toPlainText(); // a character a place
        for (qsizetype at = text.indexOf(wanted, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(wanted, at + m_length, Qt::CaseInsensitive))
            m_starts.append(int(at));
    }
    m_current = m_starts.isEmpty() ? -1 : qBound(qsizetype(0), m_current, m_starts.size() - 1);
    mark();
}

void FindBar::step(int by)
{
    if (!m_starts.isEmpty()) {
        m_went = m_went || by != 0;
        m_current = (m_current + by + m_starts.size()) % m_starts.size();
        QTextCursor cursor = match(m_current);
        cursor.setPosition(cursor.selectionStart()); // a selection would hide its mark
        m_text.setTextCursor(cursor);
        m_text.ensureCursorVisible();
    }
    mark();
    if (!m_starts.isEmpty())
        emit moved();
}

void FindBar::mark()
{
    const Tokens &tokens = tokensOf(palette());
    QList<QTextEdit::ExtraSelection> marks;
    const auto add = [&](qsizetype index, const QColor &back, const QColor &text) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = match(index);
        selection.format.setBackground(back);
        selection.format.setForeground(text);
        marks.append(selection);
    };
    for (qsizetype i = 0; i < qMin(m_starts.size(), qsizetype(mostMarked)); ++i)
        add(i, tokens.marks.front(), tokens.markText);
    if (m_current >= 0)
        add(m_current, tokens.accent, tokens.onAccent);
    m_text.setExtraSelections(marks);
    if (m_length == 0)
        m_count->clear();
    else if (m_starts.isEmpty())
        m_count->setText(tr("No match"));
    else
        m_count->setText(tr("%1 of %2").arg(m_current + 1).arg(m_starts.size()));
}

QTextCursor FindBar::match(qsizetype index) const
{
    QTextCursor cursor(m_text.document());
    cursor.setPosition(m_starts.at(index));
    cursor.setPosition(m_starts.at(index) + m_length, QTextCursor::KeepAnchor);
    return cursor;
}

bool FindBar::wants(const QKeyEvent &event) const
{
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (event.key() == Qt::Key_Escape)
        return !isHidden() && modifiers == Qt::NoModifier;
    if (event.key() == Qt::Key_F3)
        return modifiers == Qt::NoModifier || modifiers == Qt::ShiftModifier;
    return event.matches(QKeySequence::Find);
}

void FindBar::take(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Escape)
        close();
    else if (isHidden() || event.key() != Qt::Key_F3)
        open();
    else
        step(event.modifiers() & Qt::ShiftModifier ? -1 : 1);
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    const bool override = event->type() == QEvent::ShortcutOverride;
    if (override || event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        const bool enter = watched == m_field && isEnter(key) &&
                           (key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
        if (enter || wants(key)) {
            if (override)
                event->accept();
            else if (enter)
                step(key.modifiers() & Qt::ShiftModifier ? -1 : 1);
            else
                take(key);
            return true;
        }
    } else if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        const QWidget *now = QApplication::focusWidget();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason &&
            now != &m_text && !isAncestorOf(now))
            emit left();
    }
    return QWidget::eventFilter(watched, event);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    event->accept(); // what the field has no use for must not be typed into the text below
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, tokensOf(palette()).line);
}
