// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/notes/notesidebar.h"

#include "views/common/focusring.h"
#include "views/common/icons.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostTopics = 7; // before the rest is folded away
constexpr int rowHeight = 32;
constexpr int headingHeight = 40;
constexpr int signSize = 16;

enum ItemRole {
    ChoiceRole = Qt::UserRole + 1, // int, its place among choices(); none for other rows
    CountRole,                     // int
    IconRole,                      // QString
    ChosenRole,                    // bool
    DeedRole,                      // int, a Deed
};

// What a row does that is nothing to choose.
enum Deed { Unfold = 1, Fold, NewNote };

class Delegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Tokens &tokens = tokensOf(option.palette);
        const bool heading = !index.flags().testFlag(Qt::ItemIsEnabled);
        const bool selected = index.data(ChosenRole).toBool();
        painter->save();
        if (selected) {
            painter->fillRect(option.rect, tokens.tint);
            painter->fillRect(QRect(option.rect.topLeft(), QSize(4, option.rect.height())),
                              tokens.accent);
        } else if (option.state.testFlag(QStyle::State_MouseOver) && !heading) {
            painter->fillRect(option.rect, tokens.soft);
        }
        if (option.state.testFlag(QStyle::State_HasFocus) && FocusRing::keyboardUsed()) {
            painter->setPen(QPen(tokens.accent, 2));
            painter->drawRect(option.rect.adjusted(3, 3, -3, -3));
        }
        QRect rest = option.rect.adjusted(scaled(16), 0, -scaled(16), 0);
        if (heading)
            rest.setTop(rest.bottom() - scaled(28));
        const QString name = index.data(IconRole).toString();
        if (!name.isEmpty()) {
            const QColor color = selected ? tokens.accent : tokens.muted;
            painter->drawPixmap(
                QRect(rest.left(), rest.center().y() - signSize / 2 + 1, signSize, signSize),
                iconPixmap(name, color, signSize, painter->device()->devicePixelRatio()));
            rest.setLeft(rest.left() + signSize + 8);
        }
        const QVariant count = index.data(CountRole);
        if (count.isValid()) {
            const QString figure = QLocale().toString(count.toInt());
            const QFont font =
                textFont(TextStyle::Meta, selected ? QFont::DemiBold : QFont::Normal);
            painter->setFont(font);
            painter->setPen(tokens.muted);
            painter->drawText(rest, Qt::AlignVCenter | Qt::AlignRight, figure);
            rest.setRight(rest.right() - QFontMetrics(font).horizontalAdvance(figure) - scaled(8));
        }
        const QFont font = heading    ? textFont(TextStyle::Meta, QFont::DemiBold)
                           : selected ? textFont(TextStyle::Ui, QFont::DemiBold)
                                      : textFont(TextStyle::Ui);
        painter->setFont(font);
        painter->setPen(heading ? tokens.muted : tokens.text);
        painter->drawText(
            rest, Qt::AlignVCenter | Qt::AlignLeft,
            QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, rest.width()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const bool heading = !index.flags().testFlag(Qt::ItemIsEnabled);
        return {0, scaled(heading ? headingHeight : rowHeight)};
    }
};

} // namespace

NoteSideBar::NoteSideBar(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(u"noteSideBar"_s);
    setAccessibleName(tr("Which notes"));
    setItemDelegate(new Delegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setViewportMargins(0, 12, 0, 12);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    viewport()->setBackgroundRole(QPalette::Window);
    fill();
    connect(this, &QListWidget::currentItemChanged, this, &NoteSideBar::follow);
    connect(this, &QListWidget::itemClicked, this, &NoteSideBar::activateCurrent);
}

void NoteSideBar::setCounts(const AnnotationCounts &counts)
{
    m_counts = counts;
    fill();
}

QList<NoteSideBar::Choice> NoteSideBar::choices() const
{
    using Show = AnnotationFilter::Show;
    QList<Choice> choices{
        {Show::All, 0, tr("All"), m_counts.all()},
        {Show::Notes, 0, tr("Notes"), m_counts.notes},
        {Show::Highlights, 0, tr("Highlights"), m_counts.highlights},
        {Show::WithComments, 0, tr("With comments"), m_counts.comments},
        {Show::Bin, 0, tr("Bin"), m_counts.bin},
        {Show::Free, 0, tr("Free notes"), m_counts.free},
    };
    bool known = m_chosen.topic == 0;
    for (const AnnotationCounts::OfTopic &topic : m_counts.topics) {
        choices.append({Show::All, topic.topic, topic.title, topic.count});
        known = known || topic.topic == m_chosen.topic;
    }
    if (!known) // the last of it is gone; the place stays until another is chosen
        choices.append({Show::All, m_chosen.topic, m_chosen.title, 0});
    return choices;
}

void NoteSideBar::choose(AnnotationFilter::Show show, TopicId topic)
{
    m_chosen = {show, topic, {}, 0};
    fill();
}

void NoteSideBar::addHeading(const QString &title)
{
    auto *item = new QListWidgetItem(title, this);
    item->setFlags(Qt::NoItemFlags);
}

void NoteSideBar::addDeed(int deed, const QString &icon, const QString &title)
{
    auto *item = new QListWidgetItem(title, this);
    item->setData(DeedRole, deed);
    item->setData(IconRole, icon);
}

void NoteSideBar::fill()
{
    const QSignalBlocker blocker(this);
    const int deed = currentItem() ? currentItem()->data(DeedRole).toInt() : 0;
    clear();
    const QList<Choice> all = choices();
    const QString icons[] = {u"stack"_s, u"note"_s, u"highlight"_s, u"comment"_s, u"trash"_s};
    const auto add = [&](qsizetype place, const QString &icon) {
        const Choice &choice = all.at(place);
        auto *item = new QListWidgetItem(choice.title, this);
        item->setData(ChoiceRole, int(place));
        item->setData(CountRole, choice.count);
        item->setData(IconRole, icon);
        item->setData(Qt::AccessibleTextRole,
                      tr("%1, %2").arg(choice.title, QLocale().toString(choice.count)));
        item->setToolTip(choice.title);
        if (choice.show == m_chosen.show && choice.topic == m_chosen.topic) {
            m_chosen = choice;
            item->setData(ChosenRole, true);
            setCurrentItem(item);
        }
    };
    for (qsizetype i = 0; i < 5; ++i)
        add(i, icons[i]);
    const qsizetype firstTopic = 6;
    const qsizetype topics = all.size() - firstTopic;
    if (topics > 0)
        addHeading(tr("Topics"));
    const bool fold = topics > mostTopics + 1;
    int folded = 0;
    for (qsizetype i = 0; i < topics; ++i) {
        const Choice &choice = all.at(firstTopic + i);
        if (!fold || m_unfolded || i < mostTopics || choice.topic == m_chosen.topic)
            add(firstTopic + i, {});
        else
            folded += choice.count;
    }
    if (fold) {
        addDeed(m_unfolded ? Fold : Unfold, {},
                m_unfolded ? tr("Fewer topics")
                           : tr("%n more…", nullptr, int(topics - mostTopics)));
        if (!m_unfolded)
            item(count() - 1)->setData(CountRole, folded);
    }
    addHeading(tr("Not tied to a question"));
    add(5, {});
    addDeed(NewNote, u"plus"_s, tr("New note"));
    for (int row = 0; deed != 0 && row < count(); ++row) { // the keyboard stays where it was
        const int other = item(row)->data(DeedRole).toInt();
        if (other == deed || other + deed == Unfold + Fold)
            setCurrentRow(row);
    }
}

void NoteSideBar::follow(const QListWidgetItem *item)
{
    if (!item || !item->data(ChoiceRole).isValid())
        return;
    const Choice choice = choices().at(item->data(ChoiceRole).toInt());
    if (choice.show == m_chosen.show && choice.topic == m_chosen.topic)
        return;
    m_chosen = choice;
    for (int row = 0; row < count(); ++row)
        this->item(row)->setData(ChosenRole, this->item(row) == item);
    emit choiceChanged();
}

bool NoteSideBar::activateCurrent()
{
    const int deed = currentItem() ? currentItem()->data(DeedRole).toInt() : 0;
    switch (deed) {
    case Unfold:
    case Fold:
        m_unfolded = deed == Unfold;
        fill();
        return true;
    case NewNote: emit newNoteRequested(); return true;
    default: return false;
    }
}

void NoteSideBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && activateCurrent())
        return;
    QListWidget::keyPressEvent(event);
}
