// SPDX-License-Identifier: GPL-3.0-or-later
// What a newer deck changed, on the pages that say so.

#include "model/questions/questionroles.h"
#include "tests/support/windowfixture.h"
#include "views/common/typography.h"
#include "views/study/differenceview.h"
#include "views/study/studypage.h"
#include "views/study/upgradenews.h"

#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace {

// Whether there is one question or more is the catalogue's affair.
QString withoutPlural(QString text)
{
    return text.replace(u"question(s)"_s, u"question"_s).replace(u"questions"_s, u"question"_s);
}

} // namespace

class TestQuestionUpdates : public QObject
{
    Q_OBJECT

private slots:

    void init();

    void cleanup() { m_fixture.reset(); }

    void news_isSaidOnceAndLeadsToTheQuestions();
    void list_marksTheRow();
    void chip_opensTheDifference();
    void key_opensTheDifferenceOrSaysThatThereIsNone();
    void hiddenAnswer_isTold_onlyWhenAskedFor();
    void gotIt_takesTheMarkOff_andUndoBringsItBack();
    void hide_keepsTheMark();
    void filter_isRestored();
    void difference_isToldWithoutColour();
    void newsSentences_data();
    void newsSentences();

private:
    StudyPage *page() { return static_cast<StudyPage *>(m_fixture->window().page(StudyPageIndex)); }

    QPushButton *chip() { return m_fixture->find<QPushButton>(u"updatedChip"_s); }

    QWidget *box() { return m_fixture->find<QWidget>(u"differenceBox"_s); }

    QLabel *banner()
    {
        for (QWidget *each : page()->findChildren<QWidget *>(u"banner"_s)) {
            if (each->parentWidget() == page())
                return each->findChild<QLabel *>();
        }
        return nullptr;
    }

    bool isMarked(const QString &key)
    {
        auto *list = m_fixture->find<QListView>(u"questionList"_s);
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (index.data(QuestionIdRole).toLongLong() == m_fixture->question(key))
                return index.data(UpdatedRole).toBool();
        }
        return false;
    }

    void open(const QString &key) { page()->openQuestion(m_fixture->question(key)); }

    std::unique_ptr<WindowFixture> m_fixture;
};

// A collection that had an older deck, in which q14 said something else and q20 was missing.
void TestQuestionUpdates::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->settle();
    meddle(m_fixture->desk().collection.path(),
           "UPDATE deck SET version = '0.9.0', digest = 'older';"
           "UPDATE question SET digest = 'older', prompt = 'Which of the two?',"
           " answer = replace(answer, 'the N+1 problem', 'the old problem')"
           " WHERE key = 'django/q14';"
           "DELETE FROM question WHERE key = 'django/q20'");
    m_fixture->restart();
}

void TestQuestionUpdates::news_isSaidOnceAndLeadsToTheQuestions()
{
    QVERIFY(banner()->isVisible());
    QVERIFY(withoutPlural(banner()->text())
                .startsWith(u"Django interview deck is now version 1.0.0: 1 question changed,"
                            " 1 new question."_s));
    emit banner()->linkActivated(u"link"_s);
    QVERIFY(!banner()->isVisible());
    auto *list = m_fixture->find<QListView>(u"questionList"_s);
    QCOMPARE(list->model()->rowCount(), 1);
    QCOMPARE(page()->question(), m_fixture->question(u"q14"_s));
    QVERIFY(list->hasFocus());
    QCOMPARE(m_fixture->find<QPushButton>(u"stateFilter"_s)->text(), u"Updated"_s);
    m_fixture->restart();
    QVERIFY(!banner()->isVisible());
    QVERIFY(chip()->isVisible());
}

void TestQuestionUpdates::list_marksTheRow()
{
    QVERIFY(isMarked(u"q14"_s));
    QVERIFY(!isMarked(u"q15"_s));
    // The sign takes room, whatever the width of the list is.
    auto *list = m_fixture->find<QListView>(u"questionList"_s);
    open(u"q15"_s);
    for (int width : {240, 328, 480}) {
        QPixmap row(width, 56);
        row.fill(list->palette().color(QPalette::AlternateBase));
        QStyleOptionViewItem option;
        option.initFrom(list);
        option.rect = row.rect();
        QPixmap other = row;
        const auto paint = [&](QPixmap &on, const QString &key) {
            QPainter painter(&on);
            for (int i = 0; i < list->model()->rowCount(); ++i) {
                const QModelIndex index = list->model()->index(i, 0);
                if (index.data(QuestionIdRole).toLongLong() == m_fixture->question(key))
                    list->itemDelegate()->paint(&painter, option, index);
            }
        };
        paint(row, u"q14"_s);
        m_fixture->desk().updates.setSeen(m_fixture->question(u"q14"_s), true);
        m_fixture->settle();
        paint(other, u"q14"_s);
        QVERIFY(row.toImage() != other.toImage());
        m_fixture->desk().updates.setSeen(m_fixture->question(u"q14"_s), false);
        m_fixture->settle();
    }
}

void TestQuestionUpdates::chip_opensTheDifference()
{
    open(u"q15"_s);
    QVERIFY(!chip()->isVisible());
    open(u"q14"_s);
    QVERIFY(chip()->isVisible());
    QCOMPARE(chip()->toolTip(), u"What changed in 1.0.0 (U)"_s);
    QVERIFY(!box()->isVisible());
    chip()->click();
    QVERIFY(box()->isVisible());
    QVERIFY(chip()->isChecked());
    const QString prompt = m_fixture->find<DifferenceView>(u"promptDifference"_s)->accessibleName();
    QVERIFY(prompt.contains(u"removed: Which of the two?"_s));
    const auto *answer = m_fixture->find<DifferenceView>(u"answerDifference"_s);
    QVERIFY(answer->accessibleName().contains(u"removed: old; added: N+1"_s));
    QVERIFY(answer->toPlainText().contains(u"the old N+1 problem"_s));
    // Another question has nothing of it.
    open(u"q15"_s);
    QVERIFY(!box()->isVisible());
    open(u"q14"_s);
    QVERIFY(!box()->isVisible());
    QVERIFY(!chip()->isChecked());
}

void TestQuestionUpdates::key_opensTheDifferenceOrSaysThatThereIsNone()
{
    open(u"q14"_s);
    m_fixture->press(Qt::Key_U);
    QVERIFY(box()->isVisible());
    m_fixture->press(Qt::Key_U);
    QVERIFY(!box()->isVisible());
    open(u"q15"_s);
    m_fixture->press(Qt::Key_U);
    QVERIFY(!box()->isVisible());
    QCOMPARE(m_fixture->find<QLabel>(u"statusItems"_s)->text(),
             u"No newer deck has changed this question"_s);
}

void TestQuestionUpdates::hiddenAnswer_isTold_onlyWhenAskedFor()
{
    open(u"q14"_s);
    auto *answer = m_fixture->find<QTextEdit>(u"answer"_s);
    QVERIFY(!answer->isVisible());
    QVERIFY(!box()->isVisible());
    m_fixture->press(Qt::Key_Space);
    QVERIFY(!box()->isVisible());
    m_fixture->press(Qt::Key_U);
    QVERIFY(answer->isVisible() && box()->isVisible());
    // To hide the answer hides what tells it.
    m_fixture->press(Qt::Key_Space);
    QVERIFY(!answer->isVisible() && !box()->isVisible());
    m_fixture->press(Qt::Key_U);
    QVERIFY(box()->isVisible() && !answer->isVisible());
}

void TestQuestionUpdates::gotIt_takesTheMarkOff_andUndoBringsItBack()
{
    open(u"q14"_s);
    m_fixture->press(Qt::Key_U);
    m_fixture->find<QPushButton>(u"differenceSeen"_s)->click();
    QVERIFY(!box()->isVisible());
    QVERIFY(!chip()->isVisible());
    m_fixture->settle();
    QVERIFY(!isMarked(u"q14"_s));
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(chip()->isVisible());
    QCOMPARE(m_fixture->find<QLabel>(u"statusItems"_s)->text(),
             u"Undone: seen changes of question 14"_s);
    m_fixture->settle();
    QVERIFY(isMarked(u"q14"_s));
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    m_fixture->settle();
    QVERIFY(!isMarked(u"q14"_s));
    m_fixture->restart();
    open(u"q14"_s);
    QVERIFY(!chip()->isVisible());
    // What was seen can be looked at again.
    m_fixture->press(Qt::Key_U);
    QVERIFY(box()->isVisible());
    QVERIFY(!m_fixture->find<QPushButton>(u"differenceSeen"_s)->isVisible());
}

void TestQuestionUpdates::hide_keepsTheMark()
{
    open(u"q14"_s);
    chip()->click();
    m_fixture->find<QPushButton>(u"hideDifference"_s)->click();
    QVERIFY(!box()->isVisible());
    QVERIFY(chip()->isVisible());
    QVERIFY(!chip()->isChecked());
    QVERIFY(!m_fixture->desk().commands.stack().canUndo());
}

void TestQuestionUpdates::filter_isRestored()
{
    emit banner()->linkActivated(u"link"_s);
    m_fixture->restart();
    QCOMPARE(m_fixture->find<QListView>(u"questionList"_s)->model()->rowCount(), 1);
    QCOMPARE(m_fixture->find<QPushButton>(u"stateFilter"_s)->text(), u"Updated"_s);
}

void TestQuestionUpdates::difference_isToldWithoutColour()
{
    using Kind = DiffPart::Kind;
    const QList<DiffLine> lines{
        {{Kind::Kept, u"Left out.\n"_s}},
        {{Kind::Kept, u"Left out, too.\n"_s}},
        {{Kind::Kept, u"A <b> is "_s},
         {Kind::Removed, u"eager"_s},
         {Kind::Added, u"lazy"_s},
         {Kind::Kept, u".\n"_s}},
        {{Kind::Kept, u"Between.\n"_s}},
        {{Kind::Added, u"    for x in y:\n"_s}},
        {{Kind::Kept, u"        x()\n"_s}},
        {{Kind::Removed, u"        y()\n"_s}},
    };
    QCOMPARE(spokenDifference(lines),
             u"A <b> is; removed: eager; added: lazy; .; added: for x in y:; removed: y()"_s);
    DifferenceView view;
    view.setDifference(lines);
    QCOMPARE(view.accessibleName(), spokenDifference(lines));
    QCOMPARE(view.toPlainText(), u"…\nA <b> is eager lazy.\n…\nfor x in y:\n    x()\n    y()"_s);
    const auto formatOf = [&view](const QString &words) {
        return view.document()->find(words).charFormat();
    };
    QVERIFY(formatOf(u"eager"_s).fontStrikeOut());
    QVERIFY(!formatOf(u"eager"_s).fontUnderline());
    QVERIFY(formatOf(u"lazy"_s).fontUnderline());
    QVERIFY(!formatOf(u"lazy"_s).fontStrikeOut());
    QVERIFY(!formatOf(u"A <b>"_s).fontUnderline());
    QCOMPARE(formatOf(u"for x"_s).font().family(), textFont(TextStyle::Code).family());
    QVERIFY(formatOf(u"lazy"_s).font().family() != textFont(TextStyle::Code).family());
    // Nothing in it is wider than its place.
    QCOMPARE(view.minimumSizeHint().width(), 0);
}

void TestQuestionUpdates::newsSentences_data()
{
    QTest::addColumn<int>("added");
    QTest::addColumn<int>("changed");
    QTest::addColumn<int>("retired");
    QTest::addColumn<bool>("upgraded");
    QTest::addColumn<QString>("expected");
    QTest::newRow("first start") << 150 << 0 << 0 << false << QString();
    QTest::newRow("nothing to see") << 0 << 0 << 0 << true << QString();
    QTest::newRow("changed") << 0 << 12 << 0 << true
                             << u"Deck is now version 2: 12 question changed."_s;
    QTest::newRow("all") << 3 << 1 << 2 << true
                         << u"Deck is now version 2: 1 question changed, 3 new question,"
                            " 2 question gone. What you have work on is kept."_s;
}

void TestQuestionUpdates::newsSentences()
{
    QFETCH(const int, added);
    QFETCH(const int, changed);
    QFETCH(const int, retired);
    QFETCH(const bool, upgraded);
    using Done = Installation::Outcome;
    const Installation installation{
        upgraded ? Done::Upgraded : Done::Installed, u"Deck"_s, u"2"_s, added, changed, retired};
    const QString news = withoutPlural(upgradeNews(installation));
    QTEST(news, "expected");
}

QTEST_MAIN(TestQuestionUpdates)
#include "tst_questionupdates.moc"
