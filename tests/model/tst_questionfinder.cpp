// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/questions/questionfinder.h"

#include "model/collection/sql.h"
#include "tests/support/modelfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestQuestionFinder : public QObject
{
    Q_OBJECT

private slots:
    void find_answersInTheWindowsThread();
    void find_newRequest_replacesTheOld();
    void find_brokenCollection_fails();
    void destructor_duringASearch_returns();
};

void TestQuestionFinder::find_answersInTheWindowsThread()
{
    CollectionFixture fixture;
    QuestionFinder finder(fixture.collection().path());
    QThread *thread = nullptr;
    QList<QuestionId> ids;
    connect(&finder, &QuestionFinder::found, this, [&](const QuestionMatches &matches) {
        thread = QThread::currentThread();
        ids = matches.ids;
    });
    finder.find({u"join"_s, {}, 0, QuestionFilter::State::Any, QuestionFilter::Sort::Number});
    QTRY_COMPARE(ids.size(), 1);
    QCOMPARE(thread, QThread::currentThread());
    QCOMPARE(ids.at(0), fixture.question(u"q2"_s));
}

void TestQuestionFinder::find_newRequest_replacesTheOld()
{
    CollectionFixture fixture;
    QuestionFinder finder(fixture.collection().path());
    QStringList answered;
    connect(&finder, &QuestionFinder::found, this,
            [&](const QuestionMatches &matches) { answered.append(matches.filter.text); });
    QSignalSpy failed(&finder, &QuestionFinder::failed);
    const QString typed = u"select_related"_s;
    for (qsizetype length = 1; length <= typed.size(); ++length)
        finder.find(
            {typed.left(length), {}, 0, QuestionFilter::State::Any, QuestionFilter::Sort::Number});
    QTRY_VERIFY(answered.contains(typed));
    QCOMPARE(answered, QStringList{typed}); // the others were replaced before this thread heard
    QCOMPARE(failed.size(), 0);
}

void TestQuestionFinder::find_brokenCollection_fails()
{
    CollectionFixture fixture;
    VERIFY_OK(execute(fixture.database(), u"DROP TABLE question_search"_s));
    QuestionFinder finder(fixture.collection().path());
    QSignalSpy failed(&finder, &QuestionFinder::failed);
    finder.find({u"join"_s, {}, 0, QuestionFilter::State::Any, QuestionFilter::Sort::Number});
    QTRY_COMPARE(failed.size(), 1);
}

void TestQuestionFinder::destructor_duringASearch_returns()
{
    CollectionFixture fixture;
    for (int i = 0; i < 50; ++i) {
        QuestionFinder finder(fixture.collection().path());
        finder.find({u"a"_s, {}, 0, QuestionFilter::State::Any, QuestionFilter::Sort::Number});
    }
}

QTEST_GUILESS_MAIN(TestQuestionFinder)
#include "tst_questionfinder.moc"
