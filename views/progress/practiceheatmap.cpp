// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/progress/practiceheatmap.h"

#include "model/practice/studyday.h"
#include "views/common/icons.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int daysAWeek = 7;
constexpr int smallestPitch = 24;
constexpr int widestPitch = 30;
constexpr int gap = 4;
constexpr int nameWidth = 40;  // of the weekdays
constexpr int nameHeight = 20; // of the months
constexpr int legendHeight = 36;
constexpr int mostColumns = 53;

// Of the five shades: none, up to 10, 20, 30 minutes, and more.
size_t heatOf(int minutes)
{
    return minutes <= 0 ? 0 : size_t(qMin(4, (minutes + 9) / 10));
}

} // namespace

PracticeHeatMap::PracticeHeatMap(QWidget *parent)
    : Chart(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setObjectName(u"practiceHeatMap"_s);
}

void PracticeHeatMap::setFigures(const ProgressFigures &figures)
{
    m_figures = figures;
    m_days.clear();
    for (const PracticeDay &day : figures.days)
        m_days.insert(day.day, day);
    const PracticeSummary summary = practiceSummary(figures);
    figuresChanged(tr("Practice days"),
                   tr("%1 of the last %n day(s)", nullptr, summary.of).arg(summary.practised));
}

int PracticeHeatMap::minutesOn(int day) const
{
    const auto found = m_days.constFind(day);
    return found == m_days.cend() ? 0 : qMax(1, int((found->duration + 30'000) / 60'000));
}

bool PracticeHeatMap::isInterview(int day) const
{
    return m_figures.isKnown() && m_figures.outlook.goal.interview.toJulianDay() == day;
}

bool PracticeHeatMap::isPlanned(int day) const
{
    return m_figures.isKnown() && day >= m_figures.today && day <= m_figures.outlook.end &&
           m_figures.outlook.goal.minutesOn(QDate::fromJulianDay(day)) > 0;
}

PracticeHeatMap::Calendar PracticeHeatMap::calendar(const QRect &box) const
{
    Calendar made;
    const int room = box.width() - scaled(nameWidth);
    const int tall = box.height() - scaled(nameHeight) - scaled(legendHeight);
    made.pitch = qBound(scaled(smallestPitch), tall / daysAWeek, scaled(widestPitch));
    made.columns = qBound(1, (room + gap) / made.pitch, mostColumns);
    const int thisWeek = weekOf(m_figures.today);
    const int end =
        m_figures.isKnown() ? qMax(m_figures.outlook.end, m_figures.today) : m_figures.today;
    // The interview is seen where it can be; else what is done matters more than what is to come.
    const int wanted = (weekOf(end) - thisWeek) / daysAWeek;
    const bool fits = wanted < made.columns && isInterview(end);
    const int ahead = fits ? wanted : qMin(wanted, made.columns / 3);
    made.first = thisWeek - daysAWeek * (made.columns - 1 - ahead);
    made.corner = box.topLeft() + QPoint(scaled(nameWidth), scaled(nameHeight));
    return made;
}

int PracticeHeatMap::pointCount() const
{
    return daysIn(calendar(rect()));
}

int PracticeHeatMap::daysIn(const Calendar &shown) const
{
    const int last = shown.first + shown.columns * daysAWeek - 1;
    if (!m_figures.isKnown() || last <= m_figures.today)
        return qMin(last, m_figures.today) - shown.first + 1;
    int end = qMin(last, qMax(m_figures.outlook.end, m_figures.today));
    while (end > m_figures.today && !isPlanned(end) && !isInterview(end))
        --end; // nothing is drawn there
    return end - shown.first + 1;
}

int PracticeHeatMap::firstPoint() const
{
    return m_figures.today - calendar(rect()).first;
}

QString PracticeHeatMap::pointText(int point) const
{
    const int day = dayAt(point);
    const QString name = dayName(day, m_figures.today);
    if (isInterview(day))
        return tr("%1: interview").arg(name);
    const auto found = m_days.constFind(day);
    if (found != m_days.cend())
        return tr("%1: %2, %n question(s) graded", nullptr, found->reviews)
            .arg(name, tr("%n minute(s)", nullptr, minutesOn(day)));
    if (isPlanned(day))
        return tr("%1: %n minute(s) planned", nullptr,
                  m_figures.outlook.goal.minutesOn(QDate::fromJulianDay(day)))
            .arg(name);
    return day < m_figures.today ? tr("%1: no practice").arg(name)
                                 : tr("%1: nothing planned").arg(name);
}

FigureTable PracticeHeatMap::table() const
{
    FigureTable table{tr("Practice days"), {tr("Day"), tr("Minutes"), tr("Graded"), tr("New")}, {}};
    for (const PracticeDay &day : m_figures.days) { // the newest first
        table.rows.prepend({dayName(day.day, m_figures.today),
                            QLocale().toString(minutesOn(day.day)), QLocale().toString(day.reviews),
                            QLocale().toString(day.fresh)});
    }
    return table;
}

int PracticeHeatMap::pointAfter(int point, int key) const
{
    const int last = pointCount() - 1;
    const auto within = [&](int next) { return next < 0 || next > last ? point : next; };
    switch (key) {
    case Qt::Key_Left: return within(point - daysAWeek);
    case Qt::Key_Right: return within(point + daysAWeek);
    case Qt::Key_Up: return within(point - 1);
    case Qt::Key_Down: return within(point + 1);
    default: return Chart::pointAfter(point, key);
    }
}

QRect PracticeHeatMap::pointBox(int point, const QRect &box) const
{
    const Calendar shown = calendar(box);
    const int side = shown.pitch - gap;
    return {shown.corner + QPoint(point / daysAWeek * shown.pitch, point % daysAWeek * shown.pitch),
            QSize(side, side)};
}

int PracticeHeatMap::pointAt(const QPoint &position) const
{
    const Calendar shown = calendar(rect());
    const QPoint inside = position - shown.corner;
    const int column = inside.x() / shown.pitch;
    const int row = inside.y() / shown.pitch;
    if (inside.x() < 0 || inside.y() < 0 || column >= shown.columns || row >= daysAWeek)
        return -1;
    const int point = column * daysAWeek + row;
    return point < daysIn(shown) ? point : -1;
}

void PracticeHeatMap::resizeEvent(QResizeEvent *event)
{
    Chart::resizeEvent(event);
    read(-1); // another width, other days
}

QSize PracticeHeatMap::sizeHint() const
{
    return {scaled(376),
            scaled(nameHeight) + daysAWeek * scaled(smallestPitch) + scaled(legendHeight)};
}

QSize PracticeHeatMap::minimumSizeHint() const
{
    return {scaled(220), sizeHint().height()};
}

void PracticeHeatMap::draw(QPainter &painter, const QRect &box, const Tokens &tokens) const
{
    painter.save();
    const Calendar shown = calendar(box);
    drawNames(painter, shown, box, tokens);
    for (int point = 0; point < daysIn(shown); ++point)
        drawCell(painter, pointBox(point, box), shown.first + point, tokens);
    if (reading() >= 0) {
        painter.setPen(QPen(tokens.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(pointBox(reading(), box).adjusted(-1, -1, 1, 1));
    }
    drawLegend(painter, shown, box, tokens);
    painter.restore();
}

void PracticeHeatMap::drawCell(QPainter &painter, const QRect &cell, int day,
                               const Tokens &tokens) const
{
    const QRect border = cell.adjusted(0, 0, -1, -1);
    painter.setBrush(Qt::NoBrush);
    if (isInterview(day)) {
        painter.fillRect(cell, tokens.text);
        const int size = qMin(14, cell.width() - 4);
        QRect flag(0, 0, size, size);
        flag.moveCenter(cell.center());
        painter.drawPixmap(
            flag, iconPixmap(u"flag"_s, tokens.base, size, painter.device()->devicePixelRatioF()));
    } else if (day < m_figures.today || m_days.contains(day)) {
        painter.fillRect(cell, tokens.heat[heatOf(minutesOn(day))]);
    } else if (isPlanned(day)) {
        painter.setPen(QPen(tokens.softLine, 1));
        painter.drawRect(border);
    }
    if (day == m_figures.today) {
        painter.setPen(QPen(tokens.text, 2));
        painter.drawRect(cell.adjusted(1, 1, -1, -1));
    }
}

void PracticeHeatMap::drawNames(QPainter &painter, const Calendar &shown, const QRect &box,
                                const Tokens &tokens) const
{
    painter.setFont(textFont(TextStyle::Meta));
    painter.setPen(tokens.muted);
    for (int row = 0; row < daysAWeek; row += 2) {
        const QRect cell = pointBox(row, box);
        painter.drawText(QRect(box.left(), cell.top(), scaled(nameWidth - 4), cell.height()),
                         Qt::AlignVCenter | Qt::AlignLeft,
                         QLocale().toString(QDate::fromJulianDay(shown.first + row), u"ddd"_s));
    }
    // A month stands over the week in which it begins, and over the first.
    int free = box.left();
    for (int column = 0; column < shown.columns; ++column) {
        const QDate sunday = QDate::fromJulianDay(shown.first + column * daysAWeek + 6);
        const QDate monday = sunday.addDays(-6);
        const int left = shown.corner.x() + column * shown.pitch;
        const bool first = sunday.day() <= daysAWeek;
        const QString name = QLocale().toString(first ? sunday : monday, u"MMM"_s);
        const int width = painter.fontMetrics().horizontalAdvance(name);
        const bool begins = first || (column == 0 && monday.addDays(13).month() == monday.month());
        if (!begins || left < free)
            continue;
        const int from = qMin(left, box.right() - width);
        painter.drawText(QRect(from, box.top(), width + 2, scaled(nameHeight - 4)),
                         Qt::AlignVCenter, name);
        free = from + width + scaled(4);
    }
}

void PracticeHeatMap::drawLegend(QPainter &painter, const Calendar &shown, const QRect &box,
                                 const Tokens &tokens) const
{
    const int height = scaled(16);
    const int top = shown.corner.y() + daysAWeek * shown.pitch + scaled(14);
    const int side = scaled(14);
    painter.setFont(textFont(TextStyle::Meta));
    int left = box.left();
    const auto word = [&](const QString &text) {
        const int width = painter.fontMetrics().horizontalAdvance(text);
        painter.setPen(tokens.muted);
        painter.drawText(QRect(left, top, width + 2, height), Qt::AlignVCenter, text);
        left += width + scaled(8);
    };
    const auto square = [&] {
        const QRect place(left, top + (height - side) / 2, side, side);
        left += side + scaled(4);
        return place;
    };
    word(tr("0 min"));
    for (const QColor &color : tokens.heat)
        painter.fillRect(square(), color);
    left += scaled(4);
    word(tr("30+"));
    if (!m_figures.isKnown())
        return;
    left += scaled(8);
    painter.setPen(QPen(tokens.line2, 1));
    painter.drawRect(square().adjusted(0, 0, -1, -1));
    word(tr("planned"));
    const int wanted = side + painter.fontMetrics().horizontalAdvance(tr("interview"));
    const bool seen = isInterview(m_figures.outlook.end) &&
                      m_figures.outlook.end < shown.first + shown.columns * daysAWeek;
    if (!seen || left + wanted > box.right())
        return;
    left += scaled(8);
    painter.fillRect(square(), tokens.text);
    word(tr("interview"));
}
