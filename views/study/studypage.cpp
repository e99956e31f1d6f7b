// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/study/studypage.h"

#include "model/annotations/bookmarkstore.h"
#include "model/collection/collection.h"
#include "model/practice/practicestore.h"
#include "model/settings.h"
#include "views/common/commands.h"
#include "views/common/desk.h"
#include "views/common/panesplitter.h"
#include "views/common/typography.h"
#include "views/study/notepane.h"
#include "views/study/questionlistpane.h"
#include "views/study/readerpane.h"

#include <QAction>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

StudyPage::StudyPage(const Desk &desk, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_splitter(new PaneSplitter(this))
    , m_list(new QuestionListPane(desk, this))
    , m_reader(new ReaderPane(desk, this))
    , m_note(new NotePane(desk, this))
{
    m_splitter->setObjectName(u"studySplitter"_s);
    for (QWidget *pane : std::initializer_list<QWidget *>{m_list, m_reader, m_note})
        m_splitter->addWidget(pane);
    m_list->setMinimumWidth(240);
    m_reader->setMinimumWidth(476); // with both others at their least, and the handles, 960
    m_note->setMinimumWidth(240);
    m_list->setMaximumWidth(scaled(480));
    m_note->setMaximumWidth(scaled(480));
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({scaled(328), scaled(656), scaled(296)});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    buildActions();

    connect(m_list, &QuestionListPane::questionChosen, this,
            [this](QuestionId question) { openQuestion(question); });
    connect(m_list, &QuestionListPane::practiceRequested, this, &Page::practiceRequested);
    connect(m_list, &QuestionListPane::filterChanged, this, [this] {
        m_reader->setSearch(m_list->filter().text);
        emit statusChanged();
    });
    connect(m_reader, &ReaderPane::revealed, &desk.practice, &PracticeStore::markRead);
    connect(m_reader, &ReaderPane::questionRequested, this,
            [this](QuestionId question) { openQuestion(question); });
    connect(m_reader, &ReaderPane::topicRequested, this, &StudyPage::showTopic);
    connect(m_reader, &ReaderPane::topicBookmarkRequested, &desk.commands,
            &Commands::toggleTopicBookmark);
    connect(m_reader, &ReaderPane::linkRequested, this, &Page::linkRequested);
    connect(m_note, &NotePane::linkActivated, this, &Page::linkRequested);
    connect(&desk.bookmarks, &BookmarkStore::changed, this, &StudyPage::showBookmark);
    connect(&desk.collection.writes(), &WriteQueue::committed, m_list, &QuestionListPane::refresh);
    restoreState();
    m_list->focusList(); // before some container picks the first field, and keys become text
}

void StudyPage::buildActions()
{
    addPageAction(tr("Search"), {u"/"_s, QKeySequence::Find}, [this] { m_list->focusSearch(); });
    addPageAction(tr("Leave the note"), {Qt::Key_Escape}, [this] { m_reader->focusText(); });
    addPageAction(tr("Clear filters"), {u"Ctrl+Shift+F"_s}, [this] { m_list->clearFilter(); });
    QAction *previous = addPageAction(tr("Previous question"), {u"K"_s, Qt::Key_Left},
                                      [this] { m_list->step(-1); });
    QAction *next =
        addPageAction(tr("Next question"), {u"J"_s, Qt::Key_Right}, [this] { m_list->step(1); });
    previous->setAutoRepeat(true);
    next->setAutoRepeat(true);
    addPageAction(tr("Show or hide the answer"), {Qt::Key_Space, u"Ctrl+Return"_s, u"Ctrl+Enter"_s},
                  [this] { m_reader->toggleAnswer(); });
    addPageAction(tr("Scroll down"), {Qt::Key_PageDown}, [this] {
        m_reader->scrollPages(1);
    })->setAutoRepeat(true);
    addPageAction(tr("Scroll up"), {Qt::Key_PageUp}, [this] {
        m_reader->scrollPages(-1);
    })->setAutoRepeat(true);
    m_bookmark = addPageAction(tr("Bookmark this question"), {u"B"_s}, [this] {
        if (question() != 0)
            m_desk.commands.toggleBookmark(question(), m_reader->detail().question.number);
    });
    m_bookmark->setCheckable(true);
    QAction *bookmarkTopic = addPageAction(tr("Bookmark this topic"), {u"Shift+B"_s}, [this] {
        if (!m_reader->detail().topics.isEmpty()) {
            const Topic &topic = m_reader->detail().topics.constFirst();
            m_desk.commands.toggleTopicBookmark(topic.id, topic.title);
        }
    });
    QAction *note =
        addPageAction(tr("Go to the note"), {u"N"_s}, [this] { m_note->focusEditor(); });
    addPageAction(tr("Write or view the note"), {u"Ctrl+E"_s}, [this] { m_note->toggleView(); });
    addPageAction(tr("Practise the questions that pass the filter"), {u"P"_s},
                  [this] { m_list->practise(); });
    addPageAction(tr("Print questions…"), {QKeySequence::Print}, [this] { emit printRequested(); });
    addPageAction(tr("Go to the list"), {u"L"_s}, [this] { m_list->focusList(); });
    addPageAction(tr("Open the source in the browser"), {u"G"_s}, [this] {
        if (!m_reader->detail().question.sources.isEmpty())
            emit linkRequested(m_reader->detail().question.sources.constFirst().url);
    });
    const QList<QAction *> sizes{
        addPageAction(tr("Larger text"), {u"Ctrl++"_s, u"Ctrl+="_s},
                      [this] { emit readingSizeRequested(1); }),
        addPageAction(tr("Smaller text"), {u"Ctrl+-"_s}, [this] { emit readingSizeRequested(-1); }),
        addPageAction(tr("Normal text size"), {u"Ctrl+0"_s},
                      [this] { emit readingSizeRequested(0); }),
    };
    addPageAction(tr("Show or hide the list"), {u"Ctrl+1"_s}, [this] { togglePane(0); });
    addPageAction(tr("Show or hide the note"), {u"Ctrl+2"_s}, [this] { togglePane(2); });

    m_list->setRowActions({m_bookmark, bookmarkTopic, note});
    m_reader->setNavigation(previous, next);
    m_reader->setBookmarkAction(m_bookmark);
    m_reader->setTextSizeActions(sizes);
}

void StudyPage::restoreState()
{
    const Settings &settings = m_desk.settings;
    m_splitter->restoreState(settings.value(Setting::studySplitter));
    QuestionFilter filter;
    filter.text = settings.value(Setting::filterText);
    if (const int tier = settings.value(Setting::filterTier);
        tier >= 0 && tier <= int(Tier::Scenario))
        filter.tier = Tier(tier);
    filter.topic = settings.value(Setting::filterTopic);
    // A settings file is anybody's to edit, so its numbers are kept within bounds.
    filter.state = QuestionFilter::State(
        qBound(0, settings.value(Setting::filterState), int(QuestionFilter::State::Due)));
    filter.sort = QuestionFilter::Sort(
        qBound(0, settings.value(Setting::filterSort), int(QuestionFilter::Sort::Topic)));
    m_list->setFilter(filter);
    const QuestionId last = settings.value(Setting::question);
    if (last != 0)
        openQuestion(last);
    if (question() == 0)
        m_list->step(1);   // the first of the list
    if (question() == 0) { // nothing matches the filter of the last time
        const auto all = m_desk.questions.find({});
        if (all.ok() && !all.value().ids.isEmpty())
            openQuestion(all.value().ids.constFirst());
    }
}

void StudyPage::saveState()
{
    Settings &settings = m_desk.settings;
    const QuestionFilter &filter = m_list->filter();
    settings.set(Setting::studySplitter, m_splitter->saveState());
    settings.set(Setting::filterText, filter.text);
    settings.set(Setting::filterTier, filter.tier ? int(*filter.tier) : -1);
    settings.set(Setting::filterTopic, qlonglong(filter.topic));
    settings.set(Setting::filterState, int(filter.state));
    settings.set(Setting::filterSort, int(filter.sort));
    settings.set(Setting::question, qlonglong(question()));
}

QString StudyPage::subject() const
{
    return m_reader->detail().question.title;
}

QStringList StudyPage::statusItems() const
{
    const int total = m_desk.questions.count().valueOr(0);
    return {tr("%n question(s)", nullptr, total), tr("%1 shown").arg(m_list->shownCount())};
}

void StudyPage::arrive()
{
    m_list->findAgain();
    if (!focusWidget())
        m_list->focusList();
}

void StudyPage::leave()
{
    m_note->commit();
}

QList<QuestionSet> StudyPage::printable() const
{
    return {m_list->shown(),
            {tr("This question"), subject(),
             question() != 0 ? QList{question()} : QList<QuestionId>()}};
}

QuestionId StudyPage::question() const
{
    return m_reader->question();
}

void StudyPage::openQuestion(QuestionId question, bool toNote)
{
    if (question != m_reader->question())
        m_reader->setQuestion(question, m_list->filter().text);
    const Question &shown = m_reader->detail().question;
    m_note->setQuestion(shown.id, shown.number);
    m_list->showQuestion(shown.id);
    showBookmark();
    if (toNote)
        m_note->focusEditor();
    emit statusChanged();
}

void StudyPage::showTopic(TopicId topic)
{
    QuestionFilter filter;
    filter.topic = topic;
    m_list->setFilter(filter);
    m_list->step(0); // the first, unless the question at hand is one of them
    m_list->focusList();
}

void StudyPage::showBookmark()
{
    m_bookmark->setChecked(m_desk.bookmarks.hasQuestion(question()));
    m_bookmark->setToolTip(m_bookmark->isChecked() ? tr("Remove the bookmark (B)")
                                                   : tr("Bookmark this question (B)"));
}

void StudyPage::togglePane(int index)
{
    QWidget *pane = m_splitter->widget(index);
    if (pane->isVisible() && pane->isAncestorOf(focusWidget()))
        m_reader->focusText();
    pane->setVisible(!pane->isVisible());
}
