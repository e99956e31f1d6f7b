// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/progress/progressprint.h"

#include "views/common/durations.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"
#include "views/progress/practiceheatmap.h"
#include "views/progress/readinessbox.h"
#include "views/progress/readinesschart.h"
#include "views/progress/topicrecalllist.h"
#include "views/progress/workload.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QLocale>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocumentFragment>

using namespace Qt::StringLiterals;

namespace {

constexpr qreal marginMillimetres = 15;
constexpr int paperWidth = 720; // logical pixels from margin to margin

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ProgressPrint)
};

// Goes down a page and on to the next. Everything is in logical pixels, as on the screen.
class Paper final
{
public:
    Paper(QPainter &painter, const QSizeF &page, std::function<void()> newPage)
        : m_painter(painter)
        , m_newPage(std::move(newPage))
    {
        const qreal factor = page.width() / scaled(paperWidth);
        m_height = int(page.height() / factor);
        m_painter.scale(factor, factor);
    }

    QRect take(int height)
    {
        keepTogether(height);
        const QRect box(0, m_y, scaled(paperWidth), height);
        m_y += height;
        return box;
    }

    // Begins a new page unless this one has room for so much.
    void keepTogether(int height)
    {
        if (m_y > 0 && m_y + height > m_height) {
            m_newPage();
            m_y = 0;
        }
    }

    void text(const QString &words, TextStyle style, bool muted = false)
    {
        m_painter.setFont(textFont(style));
        m_painter.setPen(muted ? lightTokens().muted : lightTokens().text);
        const QRect box = take(m_painter.fontMetrics().lineSpacing() + scaled(2));
        m_painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft, words);
    }

    void paragraph(const QString &words)
    {
        m_painter.setFont(textFont(TextStyle::Meta));
        const QRect room(0, 0, scaled(paperWidth), 10'000);
        const int tall =
            m_painter.fontMetrics().boundingRect(room, Qt::TextWordWrap, words).height();
        const QRect box = take(tall + scaled(4));
        m_painter.setPen(lightTokens().muted);
        m_painter.drawText(box, Qt::TextWordWrap, words);
    }

    void chart(const Chart &chart, int height)
    {
        chart.draw(m_painter, take(scaled(height)), lightTokens());
        take(scaled(16));
    }

    void table(const FigureTable &table);

private:
    void row(const QStringList &cells, bool head);

    QPainter &m_painter;
    std::function<void()> m_newPage;
    int m_height = 0;
    int m_y = 0;
};

void Paper::row(const QStringList &cells, bool head)
{
    const QRect box = take(scaled(20));
    // The first column names its row, and is as wide as two.
    const int part = box.width() / (int(cells.size()) + 1);
    m_painter.setFont(textFont(TextStyle::Meta, head ? QFont::DemiBold : QFont::Normal));
    m_painter.setPen(head ? lightTokens().muted : lightTokens().text);
    for (int i = 0; i < cells.size(); ++i) {
        const QRect cell(i == 0 ? 0 : part * (i + 1), box.top(), i == 0 ? 2 * part : part,
                         box.height());
        m_painter.drawText(
            cell.adjusted(0, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft,
            m_painter.fontMetrics().elidedText(cells.at(i), Qt::ElideRight, cell.width() - 8));
    }
    m_painter.fillRect(QRect(0, box.bottom(), box.width(), 1), lightTokens().soft);
}

void Paper::table(const FigureTable &table)
{
    keepTogether(scaled(100)); // no title at the foot of a page
    text(table.title, TextStyle::Heading);
    row(table.head, true);
    for (const QStringList &cells : table.rows) {
        if (m_y + scaled(20) > m_height)
            row(table.head, true); // on the next page
        row(cells, false);
    }
    take(scaled(16));
}

QString plain(const QString &html)
{
    return QTextDocumentFragment::fromHtml(html).toPlainText();
}

} // namespace

void drawProgress(QPainter &painter, const QSizeF &page, const std::function<void()> &newPage,
                  const ProgressFigures &figures, const QSet<TopicId> &bookmarked)
{
    Paper paper(painter, page, newPage);
    const DayRange range = daysShown(figures, ProgressRange::ToTheEnd);
    paper.text(Text::tr("Progress"), TextStyle::Title);
    paper.text(QLocale().toString(QDate::fromJulianDay(figures.today), Text::tr("d MMMM yyyy")),
               TextStyle::Small, true);
    paper.take(scaled(12));

    paper.text(figures.isKnown() ? Text::tr("Readiness %1").arg(percentText(figures.outlook.ready))
                                 : Text::tr("Readiness is being worked out"),
               TextStyle::Heading);
    for (const QString &line : {changeText(figures), likelyText(figures)}) {
        if (!line.isEmpty())
            paper.text(plain(line), TextStyle::Small);
    }
    ReadinessChart readiness;
    readiness.setFigures(figures, range);
    paper.chart(readiness, 240);

    paper.keepTogether(scaled(300)); // a title stays with its chart
    const PracticeSummary practice = practiceSummary(figures);
    paper.text(Text::tr("Practice days"), TextStyle::Heading);
    paper.text(Text::tr("%1 of the last %n day(s), %2 practised in all", nullptr, practice.of)
                   .arg(practice.practised)
                   .arg(hoursText(practice.total)),
               TextStyle::Small, true);
    PracticeHeatMap heatMap;
    heatMap.setFigures(figures);
    paper.chart(heatMap, 232);

    const Workload work = workAhead(figures, range);
    paper.keepTogether(scaled(270));
    paper.text(work.title, TextStyle::Heading);
    paper.text(work.subtitle, TextStyle::Small, true);
    StackedBars bars;
    showWorkload(work, &bars);
    paper.chart(bars, 200);

    TopicRecallList topics;
    topics.setTopics(figures.outlook.topics, bookmarked);
    if (const FigureTable table = topics.table(); !table.rows.isEmpty())
        paper.table(table);
    paper.table(timeSpent(figures).table);
    paper.paragraph(readinessExplanation());
}

bool printProgress(QPagedPaintDevice &device, const ProgressFigures &figures,
                   const QSet<TopicId> &bookmarked)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    drawProgress(
        painter, QSizeF(device.width(), device.height()), [&device] { device.newPage(); }, figures,
        bookmarked);
    return painter.end();
}

QByteArray progressPdf(const ProgressFigures &figures, const QSet<TopicId> &bookmarked)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(Text::tr("Progress"));
    writer.setCreator(u"Woodshed"_s);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(
        QMarginsF(marginMillimetres, marginMillimetres, marginMillimetres, marginMillimetres),
        QPageLayout::Millimeter);
    printProgress(writer, figures, bookmarked);
    return bytes;
}
