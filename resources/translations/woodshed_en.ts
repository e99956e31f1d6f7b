<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AnnotationDelegate</name>
    <message numerus="yes">
        <source>Deleted %n day(s) ago, kept until %1</source>
        <translation>
            <numerusform>Deleted %n day ago, kept until %1</numerusform>
            <numerusform>Deleted %n days ago, kept until %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerPane</name>
    <message numerus="yes">
        <source>%n word(s), revealed at %1</source>
        <translation>
            <numerusform>%n word, revealed at %1</numerusform>
            <numerusform>%n words, revealed at %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BookmarksPage</name>
    <message numerus="yes">
        <source>%n bookmarked question(s)</source>
        <translation>
            <numerusform>%n bookmarked question</numerusform>
            <numerusform>%n bookmarked questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bookmarked topic(s)</source>
        <translation>
            <numerusform>%n bookmarked topic</numerusform>
            <numerusform>%n bookmarked topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Practise all %n</source>
        <translation>
            <numerusform>Practise this one</numerusform>
            <numerusform>Practise all %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Practise these %n</source>
        <translation>
            <numerusform>Practise this one</numerusform>
            <numerusform>Practise these %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n ticked</source>
        <translation>
            <numerusform>The %n ticked</numerusform>
            <numerusform>The %n ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n shown</source>
        <translation>
            <numerusform>The %n shown</numerusform>
            <numerusform>The %n shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DrillEditor</name>
    <message numerus="yes">
        <source>%1 of %n point(s) proved</source>
        <translation>
            <numerusform>%1 of %n point proved</numerusform>
            <numerusform>%1 of %n points proved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueBox</name>
    <message numerus="yes">
        <source>question(s) due</source>
        <translation>
            <numerusform>question due</numerusform>
            <numerusform>questions due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waited more than a week and come(s) first.</source>
        <translation>
            <numerusform>One waited more than a week and comes first.</numerusform>
            <numerusform>%n waited more than a week and come first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next %n come(s) tomorrow. Keep warm with ten mixed ones.</source>
        <translation>
            <numerusform>The next one comes tomorrow. Keep warm with ten mixed ones.</numerusform>
            <numerusform>The next %n come tomorrow. Keep warm with ten mixed ones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next %n come(s) in %1 days. Keep warm with ten mixed ones.</source>
        <translation>
            <numerusform>The next one comes in %1 days. Keep warm with ten mixed ones.</numerusform>
            <numerusform>The next %n come in %1 days. Keep warm with ten mixed ones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>question(s) to go</source>
        <translation>
            <numerusform>question to go</numerusform>
            <numerusform>questions to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more that are overdue are left for the next days, so that no day gets too long.</source>
        <translation>
            <numerusform>One more that is overdue is left for the next days, so that no day gets too long.</numerusform>
            <numerusform>%n more that are overdue are left for the next days, so that no day gets too long.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue question(s) are left for the next days. Choose topics to take some of them now.</source>
        <translation>
            <numerusform>One overdue question is left for the next days. Choose its topic to take it now.</numerusform>
            <numerusform>%n overdue questions are left for the next days. Choose topics to take some of them now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Today&apos;s %n minute(s) are done</source>
        <translation>
            <numerusform>Today&apos;s minute is done</numerusform>
            <numerusform>Today&apos;s %n minutes are done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chosen for what they add by the interview, within your %n minute(s).</source>
        <translation>
            <numerusform>Chosen for what they add by the interview, within your %n minute.</numerusform>
            <numerusform>Chosen for what they add by the interview, within your %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can stop here and keep to the plan. Whoever goes on gets the next %n question(s) that add most by the interview.</source>
        <translation>
            <numerusform>You can stop here and keep to the plan. Whoever goes on gets the next question that adds most by the interview.</numerusform>
            <numerusform>You can stop here and keep to the plan. Whoever goes on gets the next %n questions that add most by the interview.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Durations</name>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n min</numerusform>
            <numerusform>in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>in %n hour</numerusform>
            <numerusform>in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n month(s)</source>
        <translation>
            <numerusform>in %n month</numerusform>
            <numerusform>in %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n year(s)</source>
        <translation>
            <numerusform>in %n year</numerusform>
            <numerusform>in %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExamPaper</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoalForm</name>
    <message numerus="yes">
        <source>Your time: about %n minute(s) in all</source>
        <translation>
            <numerusform>Your time: about %n minute in all</numerusform>
            <numerusform>Your time: about %n minutes in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Room to go through each of the %1 must-study questions %n time(s).</source>
        <translation>
            <numerusform>Room to go through each of the %1 must-study questions once.</numerusform>
            <numerusform>Room to go through each of the %1 must-study questions %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, in %n day(s)</source>
        <translation>
            <numerusform>%1, in %n day</numerusform>
            <numerusform>%1, in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message numerus="yes">
        <source>%1 of %n topic(s) practised</source>
        <translation>
            <numerusform>%1 of %n topic practised</numerusform>
            <numerusform>%1 of %n topics practised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n must-study question(s).</source>
        <translation>
            <numerusform>%n must-study question.</numerusform>
            <numerusform>%n must-study questions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n topic(s) at 60% or more</source>
        <translation>
            <numerusform>%1 of %n topic at 60% or more</numerusform>
            <numerusform>%1 of %n topics at 60% or more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message numerus="yes">
        <source>%1, %n due</source>
        <translation>
            <numerusform>%1, %n due</numerusform>
            <numerusform>%1, %n due</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HighlightPane</name>
    <message numerus="yes">
        <source>Show the answer to see its %n highlight(s).</source>
        <translation>
            <numerusform>Show the answer to see its highlight.</numerusform>
            <numerusform>Show the answer to see its %n highlights.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InterviewView</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LastSessionBox</name>
    <message numerus="yes">
        <source>%1 · %n question(s) · %2</source>
        <translation>
            <numerusform>%1 · %n question · %2</numerusform>
            <numerusform>%1 · %n questions · %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n times in a row)</source>
        <translation>
            <numerusform>%1 (once)</numerusform>
            <numerusform>%1 (%n times in a row)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Practise %n question(s) again</source>
        <translation>
            <numerusform>Practise this one again</numerusform>
            <numerusform>Practise these %n again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemorySettings</name>
    <message numerus="yes">
        <source>Log loss %1 before, %2 after; error by bins %3 and %4; on %n prediction(s).</source>
        <translation>
            <numerusform>Log loss %1 before, %2 after; error by bins %3 and %4; on %n prediction.</numerusform>
            <numerusform>Log loss %1 before, %2 after; error by bins %3 and %4; on %n predictions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteReader</name>
    <message numerus="yes">
        <source>%1, %n word(s)</source>
        <translation>
            <numerusform>%1, %n word</numerusform>
            <numerusform>%1, %n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteSideBar</name>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n more…</numerusform>
            <numerusform>%n more…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n match “%2”</source>
        <translation>
            <numerusform>%1 of %n matches “%2”</numerusform>
            <numerusform>%1 of %n match “%2”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>deleted %n entry(s)</source>
        <translation>
            <numerusform>deleted %n entry</numerusform>
            <numerusform>deleted %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved to the bin, kept for %n day(s)</source>
        <translation>
            <numerusform>Moved to the bin, kept for %n day</numerusform>
            <numerusform>Moved to the bin, kept for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>restored %n entry(s)</source>
        <translation>
            <numerusform>restored %n entry</numerusform>
            <numerusform>restored %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored %n entry(s)</source>
        <translation>
            <numerusform>Restored %n entry</numerusform>
            <numerusform>Restored %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>colour of %n highlight(s)</source>
        <translation>
            <numerusform>colour of %n highlight</numerusform>
            <numerusform>colour of %n highlights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What you delete here is kept for %n day(s).</source>
        <translation>
            <numerusform>What you delete here is kept for %n day.</numerusform>
            <numerusform>What you delete here is kept for %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n highlight</numerusform>
            <numerusform>%n highlights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n selected as</source>
        <translation>
            <numerusform>Export %n selected as</numerusform>
            <numerusform>Export %n selected as</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n entry(s) as</source>
        <translation>
            <numerusform>Export %n entry as</numerusform>
            <numerusform>Export %n entries as</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n match(es) as</source>
        <translation>
            <numerusform>Export %n match as</numerusform>
            <numerusform>Export %n matches as</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanModel</name>
    <message numerus="yes">
        <source>%n more week(s)…</source>
        <translation>
            <numerusform>%n more week…</numerusform>
            <numerusform>%n more weeks…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n practised</source>
        <translation>
            <numerusform>%1 of %n practised</numerusform>
            <numerusform>%1 of %n practised</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanText</name>
    <message numerus="yes">
        <source>%1: finish the last %n basic</source>
        <translation>
            <numerusform>%1: finish the last basic one</numerusform>
            <numerusform>%1: finish the last %n basic</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: finish the last %n intermediate</source>
        <translation>
            <numerusform>%1: finish the last intermediate one</numerusform>
            <numerusform>%1: finish the last %n intermediate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: finish the last %n advanced</source>
        <translation>
            <numerusform>%1: finish the last advanced one</numerusform>
            <numerusform>%1: finish the last %n advanced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: finish the last %n scenario(s)</source>
        <translation>
            <numerusform>%1: finish the last scenario</numerusform>
            <numerusform>%1: finish the last %n scenarios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n new</source>
        <translation>
            <numerusform>%1, %n new</numerusform>
            <numerusform>%1, %n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, all %n</source>
        <translation>
            <numerusform>%1, one question</numerusform>
            <numerusform>%1, all %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) more a day would do.</source>
        <translation>
            <numerusform>%n minute more a day would do.</numerusform>
            <numerusform>%n minutes more a day would do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 code drill(s)</source>
        <translation>
            <numerusform>%1 code drill</numerusform>
            <numerusform>%1 code drills</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n day(s) off</source>
        <translation>
            <numerusform>%1, %n day off</numerusform>
            <numerusform>%1, %n days off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, the last %n</source>
        <translation>
            <numerusform>%1, the last one</numerusform>
            <numerusform>%1, the last %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PracticeHeatMap</name>
    <message numerus="yes">
        <source>%1 of the last %n day(s)</source>
        <translation>
            <numerusform>%1 of the last %n day</numerusform>
            <numerusform>%1 of the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, %n question(s) graded</source>
        <translation>
            <numerusform>%1: %2, %n question graded</numerusform>
            <numerusform>%1: %2, %n questions graded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n minute(s) planned</source>
        <translation>
            <numerusform>%1: %n minute planned</numerusform>
            <numerusform>%1: %n minutes planned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PracticePage</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due today</source>
        <translation>
            <numerusform>%n due today</numerusform>
            <numerusform>%n due today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to see again</source>
        <translation>
            <numerusform>%n to see again</numerusform>
            <numerusform>%n to see again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewBox</name>
    <message numerus="yes">
        <source>%n mock interview(s)</source>
        <translation>
            <numerusform>%n mock interview</numerusform>
            <numerusform>%n mock interviews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message numerus="yes">
        <source>%1 of %n question(s)</source>
        <translation>
            <numerusform>%1 of %n question</numerusform>
            <numerusform>%1 of %n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message numerus="yes">
        <source>%n question(s) started</source>
        <translation>
            <numerusform>%n question started</numerusform>
            <numerusform>%n questions started</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the last %n day(s), %2 min on average</source>
        <translation>
            <numerusform>%1 of the last %n day, %2 min on average</numerusform>
            <numerusform>%1 of the last %n days, %2 min on average</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weak topic(s): B bookmarks one</source>
        <translation>
            <numerusform>%n weak topic: B bookmarks one</numerusform>
            <numerusform>%n weak topics: B bookmarks one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressPrint</name>
    <message numerus="yes">
        <source>%1 of the last %n day(s), %2 practised in all</source>
        <translation>
            <numerusform>%1 of the last %n day, %2 practised in all</numerusform>
            <numerusform>%1 of the last %n days, %2 practised in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionListPane</name>
    <message numerus="yes">
        <source>%1 of %n question(s)</source>
        <translation>
            <numerusform>%1 of %n question</numerusform>
            <numerusform>%1 of %n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Practise these %n</source>
        <translation>
            <numerusform>Practise this one</numerusform>
            <numerusform>Practise these %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n shown</source>
        <translation>
            <numerusform>The %n shown</numerusform>
            <numerusform>The %n shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionListSheet</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadinessChip</name>
    <message numerus="yes">
        <source>Interview in %n day(s)</source>
        <translation>
            <numerusform>Interview in %n day</numerusform>
            <numerusform>Interview in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScorecardView</name>
    <message numerus="yes">
        <source>Practise the %n missed point(s)</source>
        <translation>
            <numerusform>Practise the %n missed point</numerusform>
            <numerusform>Practise the %n missed points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n missed point(s)</source>
        <translation>
            <numerusform>Show all %n missed point</numerusform>
            <numerusform>Show all %n missed points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n minute(s) used</source>
        <translation>
            <numerusform>%1 of %n minute used</numerusform>
            <numerusform>%1 of %n minutes used</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message numerus="yes">
        <source>question(s) you starred</source>
        <translation>
            <numerusform>question you starred</numerusform>
            <numerusform>questions you starred</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last score %1%, %n day(s) ago.</source>
        <translation>
            <numerusform>Last score %1%, %n day ago.</numerusform>
            <numerusform>Last score %1%, %n days ago.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>topic(s) half forgotten</source>
        <translation>
            <numerusform>topic half forgotten</numerusform>
            <numerusform>topics half forgotten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StudyPage</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StudySheet</name>
    <message numerus="yes">
        <source>Study sheet · %n question(s)</source>
        <translation>
            <numerusform>Study sheet · %n question</numerusform>
            <numerusform>Study sheet · %n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryView</name>
    <message numerus="yes">
        <source>%n question(s) graded in %1 min</source>
        <translation>
            <numerusform>%n question graded in %1 min</numerusform>
            <numerusform>%n questions graded in %1 min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Practise %n question(s) again</source>
        <translation>
            <numerusform>Practise this one again</numerusform>
            <numerusform>Practise these %n again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopicDialog</name>
    <message numerus="yes">
        <source>%1 · %n due</source>
        <translation>
            <numerusform>%1 · %n due</numerusform>
            <numerusform>%1 · %n due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Practise %n question(s)</source>
        <translation>
            <numerusform>Practise %n question</numerusform>
            <numerusform>Practise %n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopicListModel</name>
    <message numerus="yes">
        <source>%1, %2 of %n question(s) practised</source>
        <translation>
            <numerusform>%1, %2 of %n question practised</numerusform>
            <numerusform>%1, %2 of %n questions practised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 of %n question(s) read</source>
        <translation>
            <numerusform>%1, %2 of %n question read</numerusform>
            <numerusform>%1, %2 of %n questions read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopicRecallModel</name>
    <message numerus="yes">
        <source>%1 of %n question(s) practised</source>
        <translation>
            <numerusform>%1 of %n question practised</numerusform>
            <numerusform>%1 of %n questions practised</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpgradeNews</name>
    <message numerus="yes">
        <source>%n question(s) changed</source>
        <translation>
            <numerusform>%n question changed</numerusform>
            <numerusform>%n questions changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new question(s)</source>
        <translation>
            <numerusform>%n new question</numerusform>
            <numerusform>%n new questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) gone</source>
        <translation>
            <numerusform>%n question gone</numerusform>
            <numerusform>%n questions gone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeekChart</name>
    <message numerus="yes">
        <source>%1: %n question(s)</source>
        <translation>
            <numerusform>%1: %n question</numerusform>
            <numerusform>%1: %n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workload</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s), about %1 a day</source>
        <translation>
            <numerusform>%n question, about %1 a day</numerusform>
            <numerusform>%n questions, about %1 a day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s), about %1 a week</source>
        <translation>
            <numerusform>%n question, about %1 a week</numerusform>
            <numerusform>%n questions, about %1 a week</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>woodshed-deck</name>
    <message numerus="yes">
        <source>%n problem(s) found</source>
        <translation>
            <numerusform>%n problem found</numerusform>
            <numerusform>%n problems found</numerusform>
        </translation>
    </message>
</context>
</TS>
