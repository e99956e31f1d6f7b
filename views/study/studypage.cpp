// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/study/studypage.h"

#include "model/annotations/bookmarkstore.h"
#include "model/collection/collection.h"
#include "model/decks/deckinstaller.h"
#include "model/practice/practicestore.h"
#include "model/settings.h"
#include "views/common/answerview.h"
#include "views/common/banner.h"
#include "views/common/commands.h"
#include "views/common/desk.h"
#include "views/common/panesplitter.h"
#include "views/common/typography.h"
#include "views/study/highlightpane.h"
#include "views/study/notepane.h"
#include "views/study/questionlistpane.h"
#include "views/study/readerpane.h"
#include "views/study/upgradenews.h"

#include <QAction>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

StudyPage::StudyPage(const Desk &desk, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_splitter(new PaneSplitter(this))
    , m_news(new Banner(this))
    , m_list(new QuestionListPane(desk, this))
    , m_reader(new ReaderPane(desk, this))
    , m_margin(new PaneSplitter(this, Qt::Vertical))
    , m_note(new NotePane(desk, this))
    , m_highlights(new HighlightPane(desk, m_reader->answer(), this))
{
    m_splitter->setObjectName(u"studySplitter"_s);
    for (QWidget *pane : std::initializer_list<QWidget *>{m_list, m_reader, m_margin})
        m_splitter->addWidget(pane);
    m_list->setMinimumWidth(240);
    m_reader->setMinimumWidth(476); // with both others at their least, and the handles, 960
    m_margin->addWidget(m_note);
    m_margin->addWidget(m_highlights);
    m_margin->setSizes({1000, 1000});
    m_note->setMinimumHeight(scaled(120));
    m_highlights->setMinimumHeight(scaled(120));
    m_margin->setMinimumWidth(240);
    m_list->setMaximumWidth(scaled(480));
    m_margin->setMaximumWidth(scaled(480));
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({scaled(328), scaled(656), scaled(296)});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_news);
    layout->addWidget(m_splitter, 1);
    buildActions();

    connect(m_list, &QuestionListPane::questionChosen, this, [this](QuestionId question) {
        openQuestion(question);
        showFound();
    });
    connect(m_list, &QuestionListPane::practiceRequested, this, &Page::practiceRequested);
    connect(m_list, &QuestionListPane::filterChanged, this, [this] {
        m_reader->setSearch(m_list->filter().text);
        emit statusChanged();
    });
    connect(m_news, &Banner::linkActivated, this, &StudyPage::showUpdated);
    connect(m_reader, &ReaderPane::revealed, &desk.practice, &PracticeStore::markRead);
    connect(m_reader, &ReaderPane::questionRequested, this,
            [this](QuestionId question) { openQuestion(question); });
    connect(m_reader, &ReaderPane::topicRequested, this, &StudyPage::showTopic);
    connect(m_reader, &ReaderPane::topicBookmarkRequested, &desk.commands,
            &Commands::toggleTopicBookmark);
    connect(m_reader, &ReaderPane::linkRequested, this, &Page::linkRequested);
    connect(m_note, &NotePane::linkActivated, this, &Page::linkRequested);
    connect(m_reader, &ReaderPane::answerShown, this, &StudyPage::showHighlights);
    connect(&desk.highlights, &HighlightStore::changed, this, &StudyPage::showHighlights);
    connect(&m_reader->answer(), &AnswerView::commentRequested, m_highlights,
            [this](const QString &uid) {
                m_margin->show(); // it may have been hidden, and typing must be seen
                m_highlights->editComment(uid);
            });
    connect(m_highlights, &HighlightPane::passageRequested, m_reader, &ReaderPane::showHighlight);
    connect(m_highlights, &HighlightPane::announced, this, &Page::announced);
    connect(m_highlights, &HighlightPane::notesRequested, this,
            [this] { emit pageRequested(NotesPageIndex); });
    connect(m_note, &NotePane::questionRequested, this, [this](QuestionId question) {
        openQuestion(question);
        m_reader->focusText(); // not into the other question's note
    });
    connect(&desk.bookmarks, &BookmarkStore::changed, this, &StudyPage::showBookmark);
    connect(&desk.collection.writes(), &WriteQueue::committed, m_list, &QuestionListPane::refresh);
    restoreState();
    showNews(desk.installation);
    m_list->focusList(); // before some container picks the first field, and keys become text
}

void StudyPage::buildActions()
{
    addPageAction(tr("Search"), {u"/"_s, QKeySequence::Find}, [this] { m_list->focusSearch(); });
    addPageAction(tr("Go to the answer, out of the note"), {Qt::Key_Escape},
                  [this] { m_reader->focusText(); });
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
    QAction *changes = addPageAction(tr("Show what changed"), {u"U"_s}, [this] {
        if (!m_reader->toggleChanges())
            emit announced(tr("No newer deck has changed this question"));
    });
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
    QAction *note = addPageAction(tr("Go to the note"), {u"N"_s}, [this] { focusNote(); });
    const QList<QAction *> marks = buildMarkActions();
    addPageAction(tr("Write or view the note"), {u"Ctrl+E"_s}, [this] { m_note->toggleView(); });
    addPageAction(tr("Find in the note"), {QKeySequence(Qt::Key_F3)}, [this] {
        m_margin->show(); // it may have been hidden, and typing must be seen
        m_note->find();
    });
    listActions(m_note->formatActions());
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

    m_reader->setMarkActions(marks.at(0), marks.sliced(2), marks.at(1));
    m_list->setRowActions({m_bookmark, bookmarkTopic, note, changes});
    m_reader->setNavigation(previous, next);
    m_reader->setBookmarkAction(m_bookmark);
    m_reader->setTextSizeActions(sizes);
}

// To highlight, to comment, and then one for each colour.
QList<QAction *> StudyPage::buildMarkActions()
{
    AnswerView *answer = &m_reader->answer();
    const auto nothingSelected = [this] {
        emit announced(m_reader->isRevealed()
                           ? tr("Select text in the answer first")
                           : tr("Show the answer first, then select text in it"));
    };
    QList<QAction *> actions{addPageAction(tr("Highlight"), {u"H"_s},
                                           [=] {
                                               if (answer->highlight().isEmpty())
                                                   nothingSelected();
                                           }),
                             addPageAction(tr("Comment"), {u"C"_s}, [=] {
                                 if (!answer->comment())
                                     nothingSelected();
                             })};
    for (HighlightColor color : allHighlightColors) {
        const QString key = QString::number(int(color) + 1);
        actions.append(addPageAction(tr("Highlight: %1").arg(highlightColorTitle(color)),
                                     {QKeySequence(key)}, [=] {
                                         if (answer->highlight(color).isEmpty())
                                             nothingSelected();
                                     }));
    }
    addPageAction(tr("Remove the highlight"), {QKeySequence::Delete}, [this, answer] {
        const QWidget *focus = focusWidget(); // one that stands out while a list has the keys stays
        const bool here =
            focus == answer || answer->isAncestorOf(focus) || m_highlights->isAncestorOf(focus);
        if (here && !answer->current().isEmpty()) {
            answer->removeHighlight();
            emit announced(tr("Removed the highlight. Ctrl+Z brings it back"));
        }
    });
    return actions;
}

void StudyPage::restoreState()
{
    const Settings &settings = m_desk.settings;
    m_margin->restoreState(settings.value(Setting::marginSplitter));
    m_splitter->restoreState(settings.value(Setting::studySplitter));
    QuestionFilter filter;
    filter.text = settings.value(Setting::filterText);
    if (const int tier = settings.value(Setting::filterTier);
        tier >= 0 && tier <= int(Tier::Scenario))
        filter.tier = Tier(tier);
    filter.topic = settings.value(Setting::filterTopic);
    // A settings file is anybody's to edit, so its numbers are kept within bounds.
    filter.state = QuestionFilter::State(
        qBound(0, settings.value(Setting::filterState), int(QuestionFilter::State::Updated)));
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
    settings.set(Setting::marginSplitter, m_margin->saveState());
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
    m_highlights->commit();
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
    m_highlights->commit();
    if (question != m_reader->question())
        m_reader->setQuestion(question, m_list->filter().text);
    const Question &shown = m_reader->detail().question;
    m_note->setQuestion(shown.id, shown.number);
    m_list->showQuestion(shown.id);
    showBookmark();
    if (toNote)
        focusNote();
    emit statusChanged();
}

void StudyPage::openHighlight(QuestionId question, const QString &uid)
{
    openQuestion(question);
    m_reader->showHighlight(uid);
    m_highlights->showEntry(uid);
}

// A search may have found the words in the margin.
void StudyPage::showFound()
{
    if (m_list->foundInNote())
        m_note->showMatch(m_list->filter().text);
    if (const QString uid = m_list->foundInHighlight(); !uid.isEmpty())
        m_reader->showHighlight(uid);
}

void StudyPage::searchFor(const QString &text)
{
    QuestionFilter filter;
    filter.text = text;
    m_list->setFilter(filter);
    m_list->focusSearch();
}

void StudyPage::showTopic(TopicId topic)
{
    QuestionFilter filter;
    filter.topic = topic;
    m_list->setFilter(filter);
    m_list->step(0); // the first, unless the question at hand is one of them
    m_list->focusList();
}

void StudyPage::focusNote()
{
    m_margin->show(); // it may have been hidden, and typing must be seen
    m_note->focusEditor();
}

void StudyPage::showHighlights()
{
    const auto highlights = m_desk.highlights.on(question());
    m_highlights->setHidden(!m_reader->isRevealed(), int(highlights.valueOr({}).size()));
}

void StudyPage::showNews(const Installation &installation)
{
    const QString news = upgradeNews(installation);
    m_news->setVisible(!news.isEmpty());
    if (!news.isEmpty())
        m_news->showNote(news, installation.changed > 0 ? tr("Show what changed") : QString());
}

void StudyPage::showUpdated()
{
    m_news->clear();
    QuestionFilter filter;
    filter.state = QuestionFilter::State::Updated;
    m_list->setFilter(filter);
    m_list->step(0);
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
