// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour.h"

#include "app/appearance.h"
#include "app/mainwindow.h"
#include "app/problemwindow.h"
#include "app/sampleprogress.h"
#include "app/studio.h"
#include "model/annotations/highlightstore.h"
#include "model/annotations/notestore.h"
#include "model/collection/schema.h"
#include "model/markdown.h"
#include "model/plan/guidestore.h"
#include "model/plan/pastinterviewstore.h"
#include "model/plan/planner.h"
#include "model/practice/studyday.h"
#include "model/settings.h"
#include "views/common/aboutdialog.h"
#include "views/common/answerview.h"
#include "views/common/commands.h"
#include "views/common/settingsdialog.h"
#include "views/practice/practicepage.h"
#include "views/progress/progresspage.h"
#include "views/study/studypage.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTextEdit>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize pictureSize(1280, 800);
constexpr QSize narrowSize(960, 600);
constexpr int settleMilliseconds = 120;
constexpr int planMilliseconds = 3000;

// One walk through the program in one theme.
class Tour final
{
    Q_DECLARE_TR_FUNCTIONS(Tour)

public:
    Tour(QString folder, QString theme, Studio &studio, const Appearance &appearance)
        : m_folder(std::move(folder))
        , m_theme(std::move(theme))
        , m_desk(studio.desk())
        , m_window(m_desk, appearance)
    {
        m_window.resize(pictureSize);
        m_window.confirmLoss = [](const QString &) { return true; };
        m_window.show();
    }

    bool run()
    {
        welcome();
        emptyPages();
        study();
        practice();
        firstDays();
        bookmarks();
        notes();
        guide();
        drills();
        interview();
        progress();
        dialogs();
        trouble();
        m_window.close();
        return m_complete;
    }

private:
    // Lets everything that was set off come to rest: writes, searches, layouts.
    void settle()
    {
        std::ignore = m_desk.collection.writes().flush();
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < settleMilliseconds)
            QApplication::processEvents(QEventLoop::AllEvents, 20);
    }

    void take(const QString &name) { take(name, m_window); }

    void take(const QString &name, QWidget &widget)
    {
        settle();
        const QString file = QDir(m_folder).filePath(
            u"%1-%2-%3.png"_s.arg(++m_count, 2, 10, QChar(u'0')).arg(name, m_theme));
        if (!widget.grab().save(file)) {
            QTextStream(stderr)
                << QCoreApplication::translate("Tour", "%1 could not be written.\n").arg(file);
            m_complete = false;
        }
    }

    template <typename T>
    T *find(const QString &name)
    {
        T *found = m_window.findChild<T *>(name);
        Q_ASSERT(found);
        return found;
    }

    void click(const QString &name) { find<QAbstractButton>(name)->click(); }

    // One of the buttons of a segmented control.
    void click(const QString &name, int part)
    {
        find<QWidget>(name)->findChildren<QAbstractButton *>().at(part)->click();
    }

    void trigger(Page *page, const QKeySequence &key)
    {
        for (QAction *action : page->pageActions()) {
            if (action->shortcuts().contains(key))
                action->trigger();
        }
    }

    QuestionId question(const QString &key)
    {
        return m_desk.questions.idOf(u"django/"_s + key).valueOr(0);
    }

    void welcome()
    {
        m_window.welcome(StudyPageIndex);
        find<QAbstractButton>(u"noDate"_s)->setChecked(false);
        take(u"welcome"_s);
        click(u"startStudying"_s);
    }

    void emptyPages()
    {
        take(u"study-first-start"_s);
        m_window.showPage(PracticePageIndex);
        take(u"practice-first-start"_s);
        m_window.showPage(BookmarksPageIndex);
        take(u"bookmarks-empty"_s);
        m_window.showPage(NotesPageIndex);
        take(u"notes-empty"_s);
        m_window.showPage(ProgressPageIndex);
        take(u"progress-empty"_s);
    }

    void markAnswer()
    {
        auto *answer = find<AnswerView>(u"answer"_s);
        const auto mark = [&](const QString &words, HighlightColor color, const QString &comment) {
            answer->setTextCursor(answer->document()->find(words));
            const QString uid = answer->highlight(color);
            for (const AnswerView::Placed &placed : answer->highlights()) {
                if (placed.highlight.uid == uid && !comment.isEmpty())
                    m_desk.highlights.editComment(placed.highlight, comment);
            }
        };
        mark(u"sends one more query per relation and puts the results together in Python"_s,
             HighlightColor::Yellow, u"So two relations mean three queries in total."_s);
        mark(u"In Python. That makes it the choice for many-valued links"_s, HighlightColor::Blue,
             {});
        mark(u"CaptureQueriesContext"_s, HighlightColor::Green, {});
        m_desk.commands.addHighlight(HighlightStore::make(
            question(u"q14"_s),
            {u"a passage that a later deck does not have any more"_s, u"before"_s, u"after"_s, 0},
            HighlightColor::Pink));
        answer->setCurrent(answer->highlights().constFirst().highlight.uid);
    }

    void study()
    {
        for (const QString &key : {u"q09"_s, u"q14"_s, u"q16"_s, u"q22"_s, u"q29"_s})
            m_desk.commands.toggleBookmark(question(key), key.mid(1).toInt());
        m_desk.notes.set(question(u"q12"_s), u"`get()` on a non-unique field: *ask why* first."_s);
        m_desk.notes.set(question(u"q22"_s), u"Bracket the mix:\n\n- `Q(a) & (Q(b) | Q(c))`"_s);
        m_desk.notes.set(
            question(u"q14"_s),
            u"**Rule of thumb:** one → JOIN, many → prefetch.\n\n"
            "Say *why*: a JOIN over many rows repeats the parent columns in each row.\n\n"
            "- `to_attr` gives a list, not a QuerySet\n"
            "- my example: order list, 212 → 4 queries\n\n"
            "```python\nwith self.assertNumQueries(4):\n"
            "    self.client.get(\"/orders/\")\n```\n"_s);
        settle();
        m_window.openQuestion(question(u"q14"_s));
        take(u"study-question"_s);
        click(u"revealButton"_s);
        markAnswer();
        take(u"study-answer"_s);
        trigger(m_window.page(StudyPageIndex), QKeySequence(Qt::Key_PageDown));
        trigger(m_window.page(StudyPageIndex), QKeySequence(Qt::Key_PageDown));
        trigger(m_window.page(StudyPageIndex), QKeySequence(u"Ctrl+E"_s));
        take(u"study-key-points"_s);
        m_window.openQuestion(question(u"q29"_s));
        click(u"revealButton"_s);
        take(u"study-scenario"_s);
        m_window.openQuestion(question(u"q14"_s));
        click(u"revealButton"_s);
        find<QLineEdit>(u"studySearch"_s)->setText(u"prefetch"_s);
        take(u"study-search"_s);
        find<QLineEdit>(u"studySearch"_s)->setText(u"prefech"_s);
        take(u"study-no-result"_s);
        find<QLineEdit>(u"studySearch"_s)->clear();
        newerDeck();
    }

    void newerDeck()
    {
        m_desk.collection.writes().submit([id = question(u"q14"_s)](const Database &database) {
            return writeSampleUpdate(database, id);
        });
        settle();
        auto *page = static_cast<StudyPage *>(m_window.page(StudyPageIndex));
        page->showNews({Installation::Outcome::Upgraded, Tour::tr("Django interview deck"),
                        u"1.1.0"_s, 3, 12, 1});
        m_window.openQuestion(question(u"q16"_s));
        m_window.openQuestion(question(u"q14"_s));
        take(u"study-newer-deck"_s);
        trigger(page, QKeySequence(u"U"_s));
        take(u"study-changes"_s);
        m_window.resize(narrowSize);
        take(u"study-changes-narrow"_s);
        m_window.resize(pictureSize);
        trigger(page, QKeySequence(u"U"_s));
        page->showNews({});
        writing();
    }

    // The notes editor, on a question of its own.
    void writing()
    {
        m_window.openQuestion(question(u"q27"_s));
        auto *page = m_window.page(StudyPageIndex);
        trigger(page, QKeySequence(u"N"_s));
        auto *editor = find<QTextEdit>(u"noteEditor"_s);
        editor->insertPlainText(
            u"Compare [[q14]]: one qurey per relation.\n\n1. filter the *rows*\n   1. `Prefetch` "
            "with a queryset\n2. measure\n   - [ ] on the order page\n   - [x] with a "
            "debugger\n\n> Ask how many rows.\n\n"
            "~~~python\ndef plan():\n    \"\"\"Counts the\n    queries.\"\"\"\n    return "
            "2\n~~~\n\n"
            "More on queries: [[pref"_s);
        QKeyEvent key(QEvent::KeyPress, Qt::Key_E, Qt::NoModifier, u"e"_s);
        QApplication::sendEvent(editor, &key);
        take(u"study-note-links"_s);
        QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        QApplication::sendEvent(editor, &enter);
        editor->moveCursor(QTextCursor::Start);
        trigger(page, QKeySequence(Qt::Key_F3));
        find<QLineEdit>(u"findField"_s)->setText(u"quer"_s);
        take(u"study-note-find"_s);
        editor->setFocus();
        trigger(page, QKeySequence(u"Ctrl+E"_s));
        take(u"study-note-view"_s);
        trigger(page, QKeySequence(u"Ctrl+E"_s));
        m_desk.notes.set(question(u"q27"_s), {});
    }

    void practice()
    {
        m_window.showPage(PracticePageIndex);
        auto *page = static_cast<PracticePage *>(m_window.page(PracticePageIndex));
        page->start(Tour::tr("Quick ten"), {question(u"q14"_s), question(u"q12"_s),
                                            question(u"q16"_s), question(u"q29"_s)});
        auto *typed = find<QTextEdit>(u"typedAnswer"_s);
        typed->setPlainText(
            u"select_related does a JOIN for foreign keys, prefetch_related sends one "
            "more query per relation and joins in Python. Both cure N+1, where a "
            "loop runs one query for each row."_s);
        take(u"practice-answering"_s);
        click(u"sessionReveal"_s);
        take(u"practice-revealed"_s);
        click(u"grade3"_s);
        click(u"sessionReveal"_s);
        take(u"practice-in-your-head"_s);
        click(u"grade1"_s);
        click(u"pauseSession"_s);
        take(u"practice-paused"_s);
        click(u"mainRound"_s);
        for (int i = 0; i < 3; ++i) { // one comes back
            click(u"sessionReveal"_s);
            click(u"keyPoint1"_s);
            click(u"keyPoint2"_s);
            click(u"grade2"_s);
        }
        take(u"practice-summary"_s);
        click(u"summaryDone"_s);
        take(u"practice-start"_s);
    }

    void bookmarks()
    {
        const QList<TopicRow> topics = m_desk.questions.topics().valueOr({});
        for (const TopicRow &row : topics.mid(0, 3))
            m_desk.commands.toggleTopicBookmark(row.topic.id, row.topic.title);
        m_window.showPage(BookmarksPageIndex);
        settle();
        Page *page = m_window.page(BookmarksPageIndex);
        trigger(page, QKeySequence(Qt::Key_Space));
        take(u"bookmarks"_s);
        auto *list = find<QAbstractItemView>(u"bookmarkedTopics"_s);
        list->setCurrentIndex(list->model()->index(2, 0));
        take(u"bookmarks-topic"_s);
    }

    // Marks the nth sentence of an answer.
    Highlight highlight(const QString &key, int sentence, HighlightColor color,
                        const QString &comment = {})
    {
        const QuestionId id = question(key);
        const auto detail = m_desk.questions.detail(id);
        const QString text =
            detail.ok() ? readMarkdown(shownAnswer(detail.value().question)).plainText : QString();
        qsizetype start = 0;
        for (int i = 0; i < sentence; ++i)
            start = text.indexOf(u". "_s, start) + 2;
        Highlight made = HighlightStore::make(
            id, makeAnchor(text, {start, text.indexOf(u". "_s, start) - start}), color);
        made.comment = comment;
        m_desk.highlights.set(made);
        return made;
    }

    void notes()
    {
        highlight(u"q14"_s, 1, HighlightColor::Yellow,
                  u"So two relations mean three queries in total."_s);
        highlight(u"q14"_s, 3, HighlightColor::Green);
        highlight(u"q22"_s, 2, HighlightColor::Blue, u"Ask about precedence & brackets."_s);
        highlight(u"q31"_s, 1, HighlightColor::Pink);
        Highlight changed = highlight(u"q45"_s, 2, HighlightColor::Yellow);
        changed.anchor.quote = u"A passage that an update of the deck has worded otherwise"_s;
        m_desk.highlights.set(changed);
        for (const QString &key : {u"q53"_s, u"q61"_s, u"q72"_s, u"q83"_s, u"q90"_s, u"q101"_s,
                                   u"q113"_s, u"q119"_s, u"q126"_s, u"q140"_s})
            highlight(key, 1, HighlightColor::Yellow);
        m_desk.notes.set(NoteId::newFree(),
                         u"# My project stories\n\n1. The order list that made **400** queries\n"
                         "2. Moving a table of 40 million rows without downtime\n"_s);
        settle();
        m_window.showPage(NotesPageIndex);
        Page *page = m_window.page(NotesPageIndex);
        auto *list = find<QAbstractItemView>(u"noteList"_s);
        auto *sideBar = find<QAbstractItemView>(u"noteSideBar"_s);
        const auto row = [list](int place) {
            list->setCurrentIndex(list->model()->index(place, 0));
        };
        take(u"notes"_s);
        find<QLineEdit>(u"noteSearch"_s)->setText(u"quer"_s);
        row(2);
        take(u"notes-search"_s);
        find<QLineEdit>(u"noteSearch"_s)->setText(u"zebra"_s);
        take(u"notes-no-result"_s);
        find<QLineEdit>(u"noteSearch"_s)->setText(u"join"_s);
        row(0);
        take(u"notes-note"_s);
        trigger(page, QKeySequence(u"E"_s));
        take(u"notes-editing"_s);
        trigger(page, QKeySequence(Qt::Key_Escape));
        find<QLineEdit>(u"noteSearch"_s)->setText(u"precedence"_s);
        trigger(page, QKeySequence(u"E"_s));
        take(u"notes-comment"_s);
        trigger(page, QKeySequence(Qt::Key_Escape));
        find<QLineEdit>(u"noteSearch"_s)->setText(u"worded otherwise"_s);
        take(u"notes-passage-changed"_s);
        find<QLineEdit>(u"noteSearch"_s)->clear();
        row(0);
        trigger(page, QKeySequence::Delete);
        trigger(page, QKeySequence::Delete);
        settle();
        sideBar->setCurrentIndex(sideBar->model()->index(4, 0));
        take(u"notes-bin"_s);
        trigger(page, QKeySequence(u"R"_s));
        trigger(page, QKeySequence(u"R"_s));
        settle();
        take(u"notes-bin-empty"_s);
        sideBar->setCurrentIndex(sideBar->model()->index(0, 0));
        m_window.resize(narrowSize);
        take(u"notes-narrow"_s);
        m_window.resize(pictureSize);
    }

    void guide()
    {
        m_window.showPage(GuidePageIndex);
        const QDate today = QDate::fromJulianDay(Moment::now().day);
        Goal goal = m_desk.guide.goal();
        const auto planFor = [this, &goal](const QDate &interview, int minutes) {
            goal.interview = interview;
            goal.minutes = minutes;
            m_desk.guide.setGoal(goal);
            awaitPlan();
        };
        planFor(today.addDays(24), 25);
        take(u"guide"_s);
        takeDialog(u"guide-change"_s, [this] { click(u"changeGoal"_s); });
        m_window.resize(narrowSize);
        take(u"guide-narrow"_s);
        m_window.resize(pictureSize);
        planFor(today.addDays(3), 10);
        take(u"guide-too-short"_s);
        planFor(QDate(), 25);
        take(u"guide-no-date"_s);
        planFor(today.addDays(400), 25);
        take(u"guide-long"_s);
        planFor(today.addDays(-1), 25);
        m_desk.pastInterviews.set({today.addDays(-40), Tour::tr("Fresher"),
                                   Tour::tr("They asked about signals and middleware.")});
        take(u"guide-passed"_s);
        planFor(today.addDays(28), 20);
    }

    // The plan is made in a thread; should none come, the picture says that it is on its way.
    void awaitPlan()
    {
        QElapsedTimer clock;
        clock.start();
        const Outlook &outlook = m_desk.planner.outlook();
        while (outlook.today > 0 && outlook.goal != m_desk.guide.goal() &&
               clock.elapsed() < planMilliseconds)
            QApplication::processEvents(QEventLoop::AllEvents, 20);
    }

    ProgressPage *progressPage()
    {
        return static_cast<ProgressPage *>(m_window.page(ProgressPageIndex));
    }

    void firstDays()
    {
        const QList<TopicRow> topics = m_desk.questions.topics().valueOr({});
        Outlook outlook = sampleOutlook(topics, Moment::now().day, 23);
        outlook.ready = 0.02;
        outlook.seen = 4;
        outlook.solid = 0;
        for (TopicReadiness &topic : outlook.topics) {
            topic.recall /= 10;
            topic.seen = 1;
            topic.weak = topic.falling = false;
        }
        m_window.showPage(ProgressPageIndex);
        take(u"progress-working-it-out"_s);
        progressPage()->setOutlook(outlook);
        take(u"progress-first-days"_s);
    }

    void progress()
    {
        const int today = Moment::now().day;
        const QList<TopicRow> topics = m_desk.questions.topics().valueOr({});
        const QList<QuestionId> questions = m_desk.practice.unseen().valueOr({});
        m_desk.collection.writes().submit(
            [questions, today, rules = m_desk.scheduler.rules()](const Database &database) {
                return writeSamplePractice(database, rules, questions, today);
            });
        settle();
        m_window.showPage(ProgressPageIndex);
        progressPage()->setOutlook(sampleOutlook(topics, today, 23));
        take(u"progress"_s);
        click(u"workOrTime"_s, 1);
        click(u"progressRange"_s, 0);
        take(u"progress-time-spent"_s);
        trigger(progressPage(), QKeySequence(u"T"_s));
        take(u"progress-tables"_s);
        trigger(progressPage(), QKeySequence(u"T"_s));
        trigger(progressPage(), QKeySequence(u"D"_s));
        trigger(progressPage(), QKeySequence(u"2"_s));
        progressPage()->setOutlook(sampleOutlook(topics, today, 28, false));
        take(u"progress-no-date"_s);
        progressPage()->setOutlook(sampleOutlook(topics, today, 400));
        take(u"progress-long-way"_s);
        progressPage()->setOutlook(sampleOutlook(topics, today, 23));
        takeDialog(u"progress-how"_s, [this] { trigger(progressPage(), QKeySequence(u"H"_s)); });
        takeDialog(u"progress-day"_s, [this] { trigger(progressPage(), QKeySequence(u"Y"_s)); });
        m_window.resize(m_window.minimumSize());
        take(u"progress-narrow"_s);
        m_window.resize(pictureSize);
    }

    void drills()
    {
        m_window.showPage(PracticePageIndex);
        click(u"drillRound"_s);
        take(u"drill"_s);
        click(u"sessionReveal"_s);
        click(u"keyPoint1"_s);
        take(u"drill-revealed"_s);
        click(u"pauseSession"_s);
    }

    void interview()
    {
        m_window.showPage(PracticePageIndex);
        Page *page = m_window.page(PracticePageIndex);
        static_cast<PracticePage *>(page)->startInterview();
        const QKeySequence next(u"Ctrl+Return"_s);
        for (int i = 0; i < 3; ++i) {
            find<QTextEdit>(u"answerField"_s)
                ->setPlainText(u"What I would say first, with an example and a test."_s);
            if (i == 0)
                take(u"interview-first"_s);
            trigger(page, i == 1 ? QKeySequence(u"Ctrl+Shift+Return"_s) : next);
        }
        trigger(page, QKeySequence(u"Ctrl+M"_s));
        trigger(page, next);
        const QString parts[] = {
            u"The page gets slower as data grows, so I suspect the number of queries."_s,
            u"1. Count queries.\n2. Explain the slowest.\n3. Only then cache."_s};
        for (int i = 0; i < 2; ++i)
            find<QTextEdit>(u"answerField%1"_s.arg(i + 1))->setPlainText(parts[i]);
        take(u"interview-scenario"_s);
        for (int i = 0; i < 4; ++i)
            trigger(page, next);
        for (const QString &key : {u"Shift+1"_s, u"Shift+2"_s, u"3"_s})
            trigger(page, QKeySequence(key));
        take(u"interview-grading"_s);
        for (int i = 0; i < 7; ++i) {
            trigger(page, QKeySequence(Qt::Key_Return));
            trigger(page, QKeySequence(u"Shift+%1"_s.arg(i % 3 + 1)));
        }
        take(u"interview-last-answer"_s);
        trigger(page, QKeySequence(Qt::Key_Return));
        take(u"interview-scorecard"_s);
        trigger(page, QKeySequence(Qt::Key_Escape));
    }

    // Takes a picture of the dialog that `open` runs, and closes it.
    template <typename Open>
    void takeDialog(const QString &name, Open open)
    {
        QTimer::singleShot(0, &m_window, [this, name] {
            if (QWidget *dialog = QApplication::activeModalWidget()) {
                take(name, *dialog);
                dialog->close();
            }
        });
        open();
    }

    void dialogs()
    {
        m_window.showPage(StudyPageIndex);
        for (const int kind : {0, 2}) { // the study sheet, flash cards
            m_desk.settings.set(Setting::printKind, kind);
            takeDialog(u"print"_s, [this] {
                trigger(m_window.page(StudyPageIndex), QKeySequence(QKeySequence::Print));
            });
        }
        takeDialog(u"shortcuts"_s, [this] {
            const QList<QAction *> actions = m_window.actions();
            for (QAction *action : actions) {
                if (action->shortcut() == QKeySequence(Qt::Key_F1))
                    action->trigger();
            }
        });
        takeDialog(u"settings"_s, [this] { SettingsDialog(m_desk.settings, &m_window).exec(); });
        takeDialog(u"about"_s, [this] { AboutDialog(m_desk.collection.path(), &m_window).exec(); });
    }

    void trouble()
    {
        m_window.showPage(StudyPageIndex);
        m_desk.collection.writes().submit([](const Database &) -> Status {
            return Error{Error::Kind::DiskFull, Tour::tr("The disk is full."), {}};
        });
        take(u"not-saved"_s);
        const QString file = Collection::fileIn(QDir::tempPath());
        ProblemWindow problem(
            newerVersionError(file, collectionSchemaVersion + 1, collectionSchemaVersion),
            QDir::tempPath());
        problem.show();
        take(u"problem"_s, problem);
    }

    QString m_folder;
    QString m_theme;
    const Desk &m_desk;
    MainWindow m_window;
    int m_count = 0;
    bool m_complete = true;
};

} // namespace

int runTour(const QString &folder, Appearance &appearance)
{
    if (!QDir().mkpath(folder)) {
        QTextStream(stderr)
            << QCoreApplication::translate("Tour", "The folder %1 cannot be made.\n").arg(folder);
        return 1;
    }
    bool complete = true;
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        const QTemporaryDir work; // outlives the studio in it
        auto studio = Studio::open(work.path(), work.filePath(u"settings.ini"_s));
        if (!studio.ok()) {
            QTextStream(stderr) << studio.error().message << '\n';
            return 1;
        }
        appearance.forceTheme(theme);
        appearance.apply(studio.value()->desk().settings);
        Tour tour(folder, theme == Theme::Light ? u"light"_s : u"dark"_s, *studio.value(),
                  appearance);
        complete = tour.run() && complete;
    }
    return complete ? 0 : 1;
}
