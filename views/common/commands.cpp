// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/commands.h"

#include "model/annotations/bookmarkstore.h"
#include "model/plan/guidestore.h"
#include "model/plan/pastinterviewstore.h"
#include "model/plan/planner.h"
#include "model/plan/plantext.h"
#include "model/practice/practicesession.h"
#include "model/practice/practicestore.h"
#include "model/practice/scheduler.h"
#include "model/questions/updatestore.h"

#include <QUndoCommand>

namespace {

class BookmarkCommand final : public QUndoCommand
{
public:
    BookmarkCommand(BookmarkStore &bookmarks, QuestionId question, bool bookmarked,
                    const QString &text)
        : QUndoCommand(text)
        , m_bookmarks(bookmarks)
        , m_question(question)
        , m_bookmarked(bookmarked)
    {
    }

    void redo() override { m_bookmarks.setQuestion(m_question, m_bookmarked); }

    void undo() override { m_bookmarks.setQuestion(m_question, !m_bookmarked); }

private:
    BookmarkStore &m_bookmarks;
    QuestionId m_question;
    bool m_bookmarked;
};

class TopicBookmarkCommand final : public QUndoCommand
{
public:
    TopicBookmarkCommand(BookmarkStore &bookmarks, TopicId topic, bool bookmarked,
                         const QString &text)
        : QUndoCommand(text)
        , m_bookmarks(bookmarks)
        , m_topic(topic)
        , m_bookmarked(bookmarked)
    {
    }

    void redo() override { m_bookmarks.setTopic(m_topic, m_bookmarked); }

    void undo() override { m_bookmarks.setTopic(m_topic, !m_bookmarked); }

private:
    BookmarkStore &m_bookmarks;
    TopicId m_topic;
    bool m_bookmarked;
};

class NoteCommand final : public QUndoCommand
{
public:
    NoteCommand(NoteStore &notes, const NoteId &note, const QString &before, const QString &after,
                const QString &text)
        : QUndoCommand(text)
        , m_notes(notes)
        , m_note(note)
        , m_before(before)
        , m_after(after)
    {
    }

    // The first redo repeats what the store has already, which costs nothing.
    void redo() override { set(m_after); }

    void undo() override { set(m_before); }

private:
    void set(const QString &text)
    {
        if (m_notes.text(m_note).valueOr(QString()) != text)
            m_notes.set(m_note, text);
    }

    NoteStore &m_notes;
    NoteId m_note;
    QString m_before;
    QString m_after;
};

// A highlight that was added, changed or removed; nothing stands for no highlight.
class HighlightCommand final : public QUndoCommand
{
public:
    HighlightCommand(HighlightStore &highlights, const std::optional<Highlight> &before,
                     const std::optional<Highlight> &after, const QString &text)
        : QUndoCommand(text)
        , m_highlights(highlights)
        , m_before(before)
        , m_after(after)
    {
    }

    void redo() override { replace(m_before, m_after); }

    void undo() override { replace(m_after, m_before); }

private:
    void replace(const std::optional<Highlight> &old, const std::optional<Highlight> &now)
    {
        if (now)
            m_highlights.set(*now);
        else
            m_highlights.remove(*old);
    }

    HighlightStore &m_highlights;
    std::optional<Highlight> m_before;
    std::optional<Highlight> m_after;
};

class UpdateSeenCommand final : public QUndoCommand
{
public:
    UpdateSeenCommand(UpdateStore &updates, QuestionId question, const QString &text)
        : QUndoCommand(text)
        , m_updates(updates)
        , m_question(question)
    {
    }

    void redo() override { m_updates.setSeen(m_question, true); }

    void undo() override { m_updates.setSeen(m_question, false); }

private:
    UpdateStore &m_updates;
    QuestionId m_question;
};

class GoalCommand final : public QUndoCommand
{
public:
    GoalCommand(GuideStore &guide, const Goal &goal, const QString &text)
        : QUndoCommand(text)
        , m_guide(guide)
        , m_before(guide.goal())
        , m_after(goal)
    {
    }

    void redo() override { m_guide.setGoal(m_after); }

    void undo() override { m_guide.setGoal(m_before); }

private:
    GuideStore &m_guide;
    Goal m_before;
    Goal m_after;
};

// A task of the plan that was ticked by hand. The plan may be another by the time of an undo, so
// that the task is looked for, and left alone when it is gone.
class TickCommand final : public QUndoCommand
{
public:
    TickCommand(Planner &planner, qsizetype task, bool ticked, const QString &text)
        : QUndoCommand(text)
        , m_planner(planner)
        , m_task(planner.outlook().plan.weeks.constFirst().tasks.at(task))
        , m_week(weekOf(planner.outlook()))
        , m_before(m_task.ticked)
        , m_after(ticked)
    {
    }

    void redo() override { tick(m_after); }

    void undo() override { tick(m_before); }

private:
    // A Julian day number of 0 is a Monday.
    static int weekOf(const Outlook &outlook) { return outlook.plan.weeks.constFirst().first / 7; }

    void tick(std::optional<bool> ticked)
    {
        const Outlook &outlook = m_planner.outlook();
        if (outlook.plan.weeks.isEmpty() || weekOf(outlook) != m_week)
            return;
        const QList<PlanTask> &tasks = outlook.plan.weeks.constFirst().tasks;
        for (qsizetype i = 0; i < tasks.size(); ++i) {
            const PlanTask &task = tasks.at(i);
            if (task.kind == m_task.kind && task.topic == m_task.topic &&
                task.tiers == m_task.tiers && task.day == m_task.day) {
                m_planner.tick(i, ticked);
                return;
            }
        }
    }

    Planner &m_planner;
    PlanTask m_task;
    int m_week;
    std::optional<bool> m_before;
    std::optional<bool> m_after;
};

class PastNoteCommand final : public QUndoCommand
{
public:
    PastNoteCommand(PastInterviewStore &past, const PastInterview &interview, const QString &before,
                    const QString &text)
        : QUndoCommand(text)
        , m_past(past)
        , m_interview(interview)
        , m_before(before)
    {
    }

    // The first redo repeats what the store has already, which costs nothing.
    void redo() override { set(m_interview.note); }

    void undo() override { set(m_before); }

private:
    void set(const QString &note)
    {
        if (m_past.note(m_interview.day).valueOr(QString()) != note)
            m_past.set({m_interview.day, m_interview.level, note});
    }

    PastInterviewStore &m_past;
    PastInterview m_interview;
    QString m_before;
};

class PlanCommand final : public QUndoCommand
{
public:
    PlanCommand(Scheduler &scheduler, const SchedulePlan &plan, const QString &text)
        : QUndoCommand(text)
        , m_scheduler(scheduler)
        , m_before(scheduler.plan())
        , m_after(plan)
    {
    }

    void redo() override { m_scheduler.setPlan(m_after); }

    void undo() override { m_scheduler.setPlan(m_before); }

private:
    Scheduler &m_scheduler;
    SchedulePlan m_before;
    SchedulePlan m_after;
};

// A grade that is given, or one that is taken back; each undoes the other. Should the session be
// gone by then, the review log still follows.
class GradeCommand final : public QUndoCommand
{
public:
    GradeCommand(const Commands &commands, PracticeStore &practice, const Review &review,
                 bool given, const QString &text)
        : QUndoCommand(text)
        , m_commands(commands)
        , m_practice(practice)
        , m_review(review)
        , m_given(given)
        , m_known(!given)
    {
    }

    void redo() override { m_given ? give() : takeBack(); }

    void undo() override { m_given ? takeBack() : give(); }

private:
    void give()
    {
        if (PracticeSession *session = m_commands.session(m_review.session))
            session->apply(m_review, m_known);
        else
            m_practice.restoreReview(m_review);
        m_known = true;
    }

    void takeBack()
    {
        if (PracticeSession *session = m_commands.session(m_review.session))
            session->retract(m_review);
        else
            m_practice.retractReview(m_review);
    }

    const Commands &m_commands;
    PracticeStore &m_practice;
    Review m_review;
    bool m_given;
    bool m_known; // the review is in the log already
};

} // namespace

Commands::Commands(BookmarkStore &bookmarks, NoteStore &notes, HighlightStore &highlights,
                   PracticeStore &practice, GuideStore &guide, Scheduler &scheduler,
                   Planner &planner, PastInterviewStore &past, UpdateStore &updates,
                   QObject *parent)
    : QObject(parent)
    , m_bookmarks(bookmarks)
    , m_notes(notes)
    , m_highlights(highlights)
    , m_practice(practice)
    , m_guide(guide)
    , m_scheduler(scheduler)
    , m_planner(planner)
    , m_past(past)
    , m_updates(updates)
{
}

void Commands::setPlan(const SchedulePlan &plan)
{
    if (plan != m_scheduler.plan())
        m_stack.push(new PlanCommand(m_scheduler, plan, tr("schedule")));
}

void Commands::setGoal(const Goal &goal)
{
    if (goal != m_guide.goal())
        m_stack.push(new GoalCommand(m_guide, goal, tr("level, date and minutes")));
}

void Commands::tickTask(qsizetype task, bool ticked)
{
    const Outlook &outlook = m_planner.outlook();
    const StudyPlan &plan = outlook.plan;
    if (plan.weeks.isEmpty() || task < 0 || task >= plan.weeks.constFirst().tasks.size())
        return;
    const QString title = taskText(plan, outlook.topics, 0, task);
    m_stack.push(new TickCommand(m_planner, task, ticked,
                                 ticked ? tr("ticked: %1").arg(title)
                                        : tr("no longer ticked: %1").arg(title)));
}

void Commands::pastNoteEdited(const PastInterview &interview, const QString &before)
{
    if (interview.note != before)
        m_stack.push(new PastNoteCommand(m_past, interview, before, tr("note on an interview")));
}

void Commands::toggleBookmark(QuestionId question, int number)
{
    const bool bookmarked = !m_bookmarks.hasQuestion(question);
    const QString text = bookmarked ? tr("bookmark on question %1").arg(number)
                                    : tr("removed bookmark on question %1").arg(number);
    m_stack.push(new BookmarkCommand(m_bookmarks, question, bookmarked, text));
}

void Commands::toggleTopicBookmark(TopicId topic, const QString &title)
{
    const bool bookmarked = !m_bookmarks.hasTopic(topic);
    const QString text =
        bookmarked ? tr("bookmark on %1").arg(title) : tr("removed bookmark on %1").arg(title);
    m_stack.push(new TopicBookmarkCommand(m_bookmarks, topic, bookmarked, text));
}

void Commands::noteEdited(const NoteId &note, int number, const QString &before)
{
    const QString after = m_notes.text(note).valueOr(before);
    if (after != before) {
        m_stack.push(new NoteCommand(m_notes, note, before, after,
                                     note.isFree() ? tr("free note")
                                                   : tr("note on question %1").arg(number)));
    }
}

// Unless that would take away what can be done again.
void Commands::pushUndone(QUndoCommand *command)
{
    if (m_stack.canRedo()) {
        delete command;
        return;
    }
    m_stack.push(command);
    m_stack.undo();
}

void Commands::noteUndone(const NoteId &note, int number, const QString &undone)
{
    const QString now = m_notes.text(note).valueOr(undone);
    if (!undone.isNull() && undone != now) {
        pushUndone(new NoteCommand(m_notes, note, now, undone,
                                   note.isFree() ? tr("free note")
                                                 : tr("note on question %1").arg(number)));
    }
}

void Commands::commentUndone(const Highlight &now, const QString &undone)
{
    if (undone.isNull() || undone == now.comment)
        return;
    Highlight after = now;
    after.comment = undone;
    pushUndone(new HighlightCommand(m_highlights, now, after, tr("comment")));
}

void Commands::deleteNote(const NoteId &note, int number)
{
    const QString before = m_notes.text(note).valueOr(QString());
    if (!before.isEmpty()) {
        m_stack.push(new NoteCommand(m_notes, note, before, QString(),
                                     note.isFree()
                                         ? tr("deleted free note")
                                         : tr("deleted note on question %1").arg(number)));
    }
}

void Commands::restoreNote(const NoteId &note, int number, const QString &text)
{
    const QString before = m_notes.text(note).valueOr(QString());
    const QString after = before.isEmpty() ? text : before + QStringLiteral("\n\n") + text;
    m_stack.push(new NoteCommand(m_notes, note, before, after,
                                 note.isFree() ? tr("restored free note")
                                               : tr("restored note on question %1").arg(number)));
}

void Commands::setUpdateSeen(QuestionId question, int number)
{
    m_stack.push(
        new UpdateSeenCommand(m_updates, question, tr("seen changes of question %1").arg(number)));
}

void Commands::addHighlight(const Highlight &highlight)
{
    m_stack.push(new HighlightCommand(m_highlights, {}, highlight, tr("highlight")));
}

void Commands::removeHighlight(const Highlight &highlight)
{
    m_stack.push(new HighlightCommand(m_highlights, highlight, {}, tr("removed highlight")));
}

void Commands::restoreHighlight(const Highlight &highlight)
{
    m_stack.push(new HighlightCommand(m_highlights, {}, highlight, tr("restored highlight")));
}

void Commands::recolorHighlight(const Highlight &highlight, HighlightColor color)
{
    if (color == highlight.color)
        return;
    Highlight after = highlight;
    after.color = color;
    m_stack.push(new HighlightCommand(m_highlights, highlight, after, tr("highlight's colour")));
}

void Commands::reattachHighlight(const Highlight &highlight, const TextAnchor &anchor)
{
    Highlight after = highlight;
    after.anchor = anchor;
    m_stack.push(new HighlightCommand(m_highlights, highlight, after, tr("highlight's passage")));
}

void Commands::commentEdited(const Highlight &before)
{
    const auto after = m_highlights.highlight(before.uid).valueOr(std::nullopt);
    if (after && after->comment != before.comment)
        m_stack.push(new HighlightCommand(m_highlights, before, after, tr("comment")));
}

PracticeSession *Commands::session(const QString &uid) const
{
    return m_session && m_session->record().uid == uid ? m_session.data() : nullptr;
}

void Commands::grade(PracticeSession &session, Rating rating)
{
    m_session = &session;
    m_stack.push(new GradeCommand(*this, m_practice, session.review(rating), true,
                                  tr("grade %1").arg(ratingTitle(rating))));
}

void Commands::takeBackGrade(PracticeSession &session)
{
    if (const Review *last = session.lastReview()) {
        m_session = &session;
        m_stack.push(new GradeCommand(*this, m_practice, *last, false,
                                      tr("grade taken back: %1").arg(ratingTitle(last->rating))));
    }
}
