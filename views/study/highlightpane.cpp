// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/study/highlightpane.h"

#include "views/common/answerview.h"
#include "views/common/desk.h"
#include "views/common/icons.h"
#include "views/common/painting.h"
#include "views/common/panes.h"
#include "views/common/typography.h"
#include "views/study/highlightentry.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// A key as it is printed on a button, for a line of text.
class Keycap final : public QWidget
{
public:
    Keycap(QString key, QWidget *parent)
        : QWidget(parent)
        , m_key(std::move(key))
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override { return keycapSize(m_key); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintKeycap(painter, rect(), m_key, palette().color(QPalette::Text));
    }

private:
    QString m_key;
};

QLabel *hintLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    setTextStyle(label, TextStyle::Meta);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

HighlightPane::HighlightPane(const Desk &desk, AnswerView &answer, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_answer(answer)
    , m_count(new QLabel(this))
    , m_export(new QToolButton(this))
    , m_hidden(hintLabel({}, this))
    , m_area(new QScrollArea(this))
{
    setObjectName(u"highlightPane"_s);
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    auto *title = new QLabel(tr("Highlights"), this);
    setTextStyle(title, TextStyle::Ui, QFont::DemiBold);
    setTextStyle(m_count, TextStyle::Meta);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setObjectName(u"highlightCount"_s);
    m_export->setIcon(icon(u"export"_s));
    m_export->setAutoRaise(true);
    m_export->setToolTip(tr("All highlights and notes, to search and to export"));
    m_export->setAccessibleName(m_export->toolTip());
    QWidget *bar = paneBar(this);
    bar->layout()->addWidget(title);
    bar->layout()->addWidget(m_count);
    static_cast<QHBoxLayout *>(bar->layout())->addStretch(1);
    bar->layout()->addWidget(m_export);

    m_hidden->setWordWrap(true);
    m_hidden->setContentsMargins(16, 12, 16, 12);
    auto *list = new QWidget;
    list->setBackgroundRole(QPalette::AlternateBase);
    m_list = new QVBoxLayout(list);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(0);
    m_list->addStretch(1);
    m_area->setWidget(list);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->viewport()->setBackgroundRole(QPalette::AlternateBase);
    m_area->setAccessibleName(tr("Highlights"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_hidden);
    layout->addWidget(m_area, 1);
    layout->addWidget(ruler(this));
    layout->addWidget(buildHint());

    connect(m_export, &QToolButton::clicked, this, &HighlightPane::notesRequested);
    connect(&answer, &AnswerView::highlightsChanged, this, &HighlightPane::showHighlights);
    connect(&answer, &AnswerView::currentChanged, this, [this](const QString &uid) {
        showLit();
        showEntry(uid);
    });
    connect(&answer, &AnswerView::pointedChanged, this, &HighlightPane::showLit);
}

QWidget *HighlightPane::buildHint()
{
    auto *hint = new QWidget(this);
    auto *first = hintLabel(tr("Select text in the answer, then"), hint);
    first->setWordWrap(true);
    auto *keys = new QWidget(hint);
    auto *row = new QHBoxLayout(keys);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    const std::pair<QString, QString> uses[] = {{u"H"_s, tr("to highlight")},
                                                {u"C"_s, tr("to comment")}};
    for (const auto &[key, use] : uses) {
        row->addWidget(new Keycap(key, keys));
        QLabel *label = hintLabel(use, keys);
        label->setWordWrap(true);
        row->addWidget(label, 1);
    }
    auto *layout = new QVBoxLayout(hint);
    layout->setContentsMargins(16, 12, 12, 12);
    layout->setSpacing(4);
    layout->addWidget(first);
    layout->addWidget(keys);
    return hint;
}

void HighlightPane::setHidden(bool hidden, int count)
{
    m_count->setText(count > 0 ? QString::number(count) : QString());
    m_hidden->setVisible(hidden && count > 0);
    m_hidden->setText(tr("Show the answer to see its %n highlight(s).", nullptr, count));
    m_area->widget()->setVisible(!hidden);
}

void HighlightPane::showHighlights()
{
    const QList<AnswerView::Placed> &highlights = m_answer.highlights();
    const auto isGone = [&](const HighlightEntry *entry) {
        return std::none_of(highlights.cbegin(), highlights.cend(), [entry](const auto &placed) {
            return placed.highlight.uid == entry->uid();
        });
    };
    for (qsizetype i = m_entries.size() - 1; i >= 0; --i) {
        if (!isGone(m_entries.at(i)))
            continue;
        HighlightEntry *gone = m_entries.takeAt(i);
        if (gone->isAncestorOf(focusWidget())) // the keys must not go nowhere
            m_answer.setFocus(Qt::OtherFocusReason);
        delete gone;
    }
    // The one that is being written in keeps its widget, whatever its number is now.
    for (qsizetype i = 0; i < highlights.size(); ++i) {
        HighlightEntry *shown = entry(highlights.at(i).highlight.uid);
        if (!shown)
            m_entries.insert(i, addEntry());
        else
            m_entries.move(m_entries.indexOf(shown), i);
        m_list->removeWidget(m_entries.at(i));
        m_list->insertWidget(int(i), m_entries.at(i));
    }
    QWidget *before = m_export;
    for (qsizetype i = 0; i < highlights.size(); ++i) {
        m_entries.at(i)->setHighlight(highlights.at(i));
        setTabOrder(std::exchange(before, m_entries.at(i)), m_entries.at(i));
    }
    m_count->setText(highlights.isEmpty() ? QString() : QString::number(highlights.size()));
    showLit();
}

HighlightEntry *HighlightPane::addEntry()
{
    auto *entry = new HighlightEntry(m_desk, m_area->widget());
    entry->show();
    connect(entry, &HighlightEntry::chosen, this, [this, entry] {
        m_answer.setCurrent(entry->uid());
        emit passageRequested(entry->uid());
    });
    connect(entry, &HighlightEntry::pointed, this,
            [this, entry](bool at) { m_answer.setPointed(at ? entry->uid() : QString()); });
    connect(entry, &HighlightEntry::reattachRequested, this, [this, entry] {
        if (m_answer.reattach(entry->highlight()))
            emit announced(tr("The highlight is attached to the selected passage"));
        else
            emit announced(tr("Select the passage in the answer first, then attach it"));
    });
    return entry;
}

HighlightEntry *HighlightPane::entry(const QString &uid) const
{
    for (HighlightEntry *entry : m_entries) {
        if (entry->uid() == uid)
            return entry;
    }
    return nullptr;
}

void HighlightPane::showLit()
{
    for (HighlightEntry *entry : std::as_const(m_entries))
        entry->setLit(entry->uid() == m_answer.current() || entry->uid() == m_answer.pointed());
}

void HighlightPane::showEntry(const QString &uid)
{
    // A new entry has its place once its list is laid out.
    QTimer::singleShot(0, this, [this, uid] {
        if (HighlightEntry *shown = entry(uid))
            m_area->ensureWidgetVisible(shown, 0, 8);
    });
}

void HighlightPane::editComment(const QString &uid)
{
    HighlightEntry *shown = entry(uid);
    if (!shown)
        return;
    shown->focusComment();
    showEntry(uid);
}

void HighlightPane::commit()
{
    for (HighlightEntry *entry : std::as_const(m_entries))
        entry->commit();
}
