// SPDX-License-Identifier: GPL-3.0-or-later
// What all charts share, on the chart of the next seven days.

#include "views/common/tokens.h"
#include "views/practice/weekchart.h"

#include <QAccessible>
#include <QApplication>
#include <QImage>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestChart : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void cleanup() { m_chart.reset(); }

    void summary_saysAllPoints();
    void keys_readPointAfterPoint();
    void tab_beginsToReadAndLeavingEnds();
    void mouse_readsWhatIsBelowIt();
    void enterAndClick_activateAPoint();
    void newFigures_areSaidWhereReadingIs();
    void noPoints_needNoCare();
    void axisLabels_leaveOutWhatWouldOverlap();

private:
    std::unique_ptr<WeekChart> m_chart;
};

// Has no points at all.
class NoChart final : public Chart
{
public:
    void draw(QPainter &, const QRect &, const Tokens &) const override {}

    int pointCount() const override { return 0; }

    QString pointText(int) const override { qFatal("there is no point"); }

    void change() { figuresChanged(u"None"_s, u"Nothing"_s); }

protected:
    QRect pointBox(int, const QRect &) const override { qFatal("there is no point"); }

    int pointAt(const QPoint &) const override { return -1; }
};

void TestChart::init()
{
    m_chart = std::make_unique<WeekChart>();
    m_chart->setWeek({4, 3, 0, 8, 2, 1, 5}, QDate(2026, 10, 12));
    m_chart->resize(350, 124);
    m_chart->show();
    m_chart->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_chart.get()));
    m_chart->clearFocus();
}

void TestChart::summary_saysAllPoints()
{
    const QString said = m_chart->accessibleDescription();
    QVERIFY2(said.startsWith(u"Today: 4"_s), qPrintable(said));
    QVERIFY2(said.contains(u"Thursday 15 October: 8"_s), qPrintable(said));
    QCOMPARE(QAccessible::queryAccessibleInterface(m_chart.get())->role(), QAccessible::Chart);
}

void TestChart::keys_readPointAfterPoint()
{
    m_chart->setFocus(Qt::TabFocusReason);
    const std::pair<Qt::Key, int> steps[] = {
        {Qt::Key_Left, 0},  {Qt::Key_Right, 1}, {Qt::Key_Right, 2}, {Qt::Key_End, 6},
        {Qt::Key_Right, 6}, {Qt::Key_Left, 5},  {Qt::Key_Home, 0}};
    for (const auto &[key, point] : steps) {
        QTest::keyClick(m_chart.get(), key);
        QCOMPARE(m_chart->reading(), point);
        QCOMPARE(m_chart->accessibleDescription(), m_chart->pointText(point));
    }
}

void TestChart::tab_beginsToReadAndLeavingEnds()
{
    QCOMPARE(m_chart->reading(), -1);
    m_chart->setFocus(Qt::TabFocusReason);
    QCOMPARE(m_chart->reading(), 0);
    m_chart->clearFocus();
    QCOMPARE(m_chart->reading(), -1);
    QVERIFY(m_chart->accessibleDescription().contains(u"Thursday"_s)); // all of them again
}

void TestChart::mouse_readsWhatIsBelowIt()
{
    QMouseEvent move(QEvent::MouseMove, QPointF(175, 60), m_chart->mapToGlobal(QPointF(175, 60)),
                     Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(m_chart.get(), &move);
    QCOMPARE(m_chart->reading(), 3);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(m_chart.get(), &leave);
    QCOMPARE(m_chart->reading(), -1);
}

void TestChart::enterAndClick_activateAPoint()
{
    QSignalSpy activated(m_chart.get(), &Chart::activated);
    m_chart->setFocus(Qt::TabFocusReason);
    QTest::keyClick(m_chart.get(), Qt::Key_End);
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, QPoint(175, 60));
    QTest::mouseClick(m_chart.get(), Qt::RightButton, {}, QPoint(175, 60));
    QCOMPARE(activated.size(), 2);
    QCOMPARE(activated.at(0).at(0).toInt(), 6);
    QCOMPARE(activated.at(1).at(0).toInt(), 3);
}

void TestChart::newFigures_areSaidWhereReadingIs()
{
    m_chart->setFocus(Qt::TabFocusReason);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    m_chart->setWeek({1, 9, 1, 1, 1, 1, 1}, QDate(2026, 10, 12));
    QCOMPARE(m_chart->reading(), 1);
    QVERIFY(m_chart->accessibleDescription().startsWith(u"Tomorrow: 9"_s));
}

void TestChart::noPoints_needNoCare()
{
    NoChart chart;
    chart.change();
    chart.show();
    chart.setFocus(Qt::TabFocusReason);
    for (const Qt::Key key :
         {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_Return})
        QTest::keyClick(&chart, key);
    QTest::mouseClick(&chart, Qt::LeftButton);
    QCOMPARE(chart.reading(), -1);
    QCOMPARE(chart.accessibleDescription(), u"Nothing"_s);
}

void TestChart::axisLabels_leaveOutWhatWouldOverlap()
{
    const auto inkOf = [](const QList<AxisLabel> &labels) {
        QImage image(200, 20, QImage::Format_RGB32);
        image.fill(lightTokens().base);
        QPainter painter(&image);
        paintAxisLabels(painter, {0, 0, 200, 20}, labels, lightTokens());
        painter.end();
        return image;
    };
    const AxisLabel strong{60, u"Today"_s, true};
    const AxisLabel near{70, u"13 Oct"_s};
    const AxisLabel far{160, u"20 Oct"_s};
    QCOMPARE(inkOf({near, strong}), inkOf({strong})); // whichever comes first
    QVERIFY(inkOf({strong, far}) != inkOf({strong}));
}

QTEST_MAIN(TestChart)
#include "tst_chart.moc"
