// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/print/printsheet.h"

#include "model/practice/review.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr qreal ruleDistance = millimetres(8.5);
constexpr qreal questionGap = points(20);
constexpr qreal numberWidth = points(26);
constexpr qreal pointsWidth = points(64);
constexpr qreal boxSize = points(8);
constexpr qreal boxWidth = points(16);
constexpr qint64 millisecondsPerMinute = 60'000;

int linesOf(AnswerSpace space)
{
    switch (space) {
    case AnswerSpace::None: return 0;
    case AnswerSpace::Small: return 4;
    case AnswerSpace::Medium: return 8;
    case AnswerSpace::Large: return 16;
    }
    Q_UNREACHABLE();
}

// Questions with room to answer on one part, and what the answers should have on another.
class ExamPaper final : public PrintSheet
{
    Q_DECLARE_TR_FUNCTIONS(ExamPaper)

public:
    explicit ExamPaper(const PrintSetup &setup)
        : PrintSheet(setup)
    {
    }

protected:
    void compose(const PrintedQuestion &question) override;
    void close() override;

private:
    // Known only at the end, and drawn on the first page.
    struct Totals
    {
        qint64 milliseconds = 0;
        int points = 0;
    };

    int pointsOf(const Question &question) const;
    QList<PrintPiece> headPieces() const;
    QList<PrintPiece> answerLines() const;
    QList<PrintPiece> paperPieces(const Question &question) const;
    QList<PrintPiece> keyPieces(const Question &question) const;
    // A line with the question's number in the exam at the left, and its points at the right.
    QList<PrintPiece> numbered(QList<PrintPiece> pieces, const QString &right) const;

    const std::shared_ptr<Totals> m_totals = std::make_shared<Totals>();
    QList<QList<PrintPiece>> m_key; // until all questions are on paper
};

int ExamPaper::pointsOf(const Question &question) const
{
    return setup().options.points > 0 ? setup().options.points
                                      : qMax(1, int(question.keyPoints.size()));
}

void ExamPaper::compose(const PrintedQuestion &printed)
{
    const Question &question = printed.detail.question;
    m_totals->points += pointsOf(question);
    m_totals->milliseconds += timeAllowed(question.tier);
    if (setup().options.parts != ExamParts::Key)
        pages().flow((added() == 0 ? headPieces() : QList<PrintPiece>()) + paperPieces(question));
    if (setup().options.parts != ExamParts::Paper)
        m_key.append(keyPieces(question));
}

void ExamPaper::close()
{
    if (m_key.isEmpty())
        return;
    const QString title = tr("Answer key: %1").arg(setup().title);
    pages().beginPart(title);
    QList<PrintPiece> head = titlePieces(title, tr("%n point(s)", nullptr, m_totals->points));
    for (const QList<PrintPiece> &pieces : std::as_const(m_key)) {
        pages().flow(head + pieces);
        head.clear();
    }
}

// Title, time, points, and room for a name.
QList<PrintPiece> ExamPaper::headPieces() const
{
    const QFont large = paperFont(18, QFont::DemiBold);
    const QFont small = paperFont(9.5);
    const int questions = setup().questions;
    PrintPiece head;
    const qreal first = paperLineHeight(large);
    const qreal line = paperLineHeight(small);
    head.height = first + line + millimetres(14);
    head.keepWithNext = true;
    head.draw = [=, title = setup().title, width = width(), minutes = setup().options.minutes,
                 totals = m_totals](QPainter &painter) {
        drawPaperText(painter, QRectF(0, 0, width, first), title, large);
        const int allowed =
            minutes > 0 ? minutes : int(totals->milliseconds / millisecondsPerMinute);
        const QStringList parts{tr("Exam paper"), tr("%n question(s)", nullptr, questions),
                                tr("%n minute(s)", nullptr, allowed),
                                tr("%n point(s)", nullptr, totals->points)};
        drawPaperText(painter, QRectF(0, first, width, line), parts.join(u" · "_s), small,
                      Ink::muted);
        const std::pair<QString, qreal> fields[] = {
            {tr("Name"), 0.5}, {tr("Date"), 0.25}, {tr("Points"), 0.25}};
        qreal x = 0;
        const qreal y = first + line + millimetres(9);
        for (const auto &[name, share] : fields) {
            const qreal wide = width * share - (x + width * share < width - 1 ? points(12) : 0);
            drawPaperText(painter, QRectF(x, y - line, wide, line), name, small, Ink::muted);
            const qreal from = x + QFontMetricsF(small).horizontalAdvance(name) + points(4);
            painter.setPen(QPen(Ink::muted, points(0.5)));
            painter.drawLine(QPointF(from, y), QPointF(x + wide, y));
            x += width * share;
        }
    };
    return {head};
}

QList<PrintPiece> ExamPaper::answerLines() const
{
    PrintPiece rule;
    rule.height = ruleDistance;
    rule.keepWithNext = true;
    rule.draw = [width = width()](QPainter &painter) {
        painter.setPen(QPen(Ink::line, points(0.5)));
        painter.drawLine(QPointF(numberWidth, ruleDistance), QPointF(width, ruleDistance));
    };
    return QList<PrintPiece>(linesOf(setup().options.space), rule);
}

QList<PrintPiece> ExamPaper::numbered(QList<PrintPiece> pieces, const QString &right) const
{
    if (pieces.isEmpty())
        return pieces;
    PrintPiece &first = pieces.first();
    first.draw = [draw = first.draw, width = width(), right, left = first.left,
                  number = u"%1."_s.arg(added() + 1)](QPainter &painter) {
        painter.save();
        draw(painter);
        painter.restore();
        const QFont bold = paperFont(11, QFont::DemiBold);
        const QFont small = paperFont(8.5);
        const qreal line = paperLineHeight(bold);
        drawPaperText(painter, QRectF(-left, 0, numberWidth, line), number, bold);
        drawPaperText(painter, QRectF(width - left - pointsWidth, 0, pointsWidth, line), right,
                      small, Ink::muted, Qt::AlignRight);
    };
    return pieces;
}

QList<PrintPiece> ExamPaper::paperPieces(const Question &question) const
{
    PaperType prompt;
    prompt.size = 11;
    const QString worth = tr("%n point(s)", nullptr, pointsOf(question));
    QList<PrintPiece> pieces =
        numbered(textPieces(question.prompt, prompt, numberWidth, pointsWidth), worth);
    pieces += answerLines();
    if (!question.followUp.isEmpty()) {
        pieces += below(textPieces(tr("Follow-up: %1").arg(question.followUp), prompt, numberWidth,
                                   pointsWidth),
                        points(14));
        pieces += answerLines();
    }
    pieces = kept(below(pieces, questionGap));
    if (!pieces.isEmpty())
        pieces.last().keepWithNext = false;
    return pieces;
}

QList<PrintPiece> ExamPaper::keyPieces(const Question &question) const
{
    PaperType title;
    title.size = 11;
    title.weight = QFont::DemiBold;
    const QString worth = tr("%n point(s)", nullptr, pointsOf(question));
    QList<PrintPiece> pieces =
        kept(below(numbered(textPieces(escapedMarkdown(tr("%1 (question %2 of the deck)")
                                                           .arg(question.title)
                                                           .arg(question.number)),
                                       title, numberWidth, pointsWidth),
                            worth),
                   questionGap));
    for (const KeyPoint &point : question.keyPoints) {
        QList<PrintPiece> lines =
            below(textPieces(point.text, {}, numberWidth + boxWidth), points(3));
        if (lines.isEmpty())
            continue;
        PrintPiece &first = lines.first();
        first.draw = [draw = first.draw, height = first.height](QPainter &painter) {
            painter.save();
            draw(painter);
            painter.restore();
            painter.setPen(QPen(Ink::muted, points(0.6)));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(QRectF(-boxWidth, (height - boxSize) / 2, boxSize, boxSize));
        };
        pieces += lines;
    }
    PaperType answer;
    answer.size = 9;
    if (setup().options.keyAnswers)
        pieces += below(textPieces(shownAnswer(question), answer, numberWidth), points(8));
    return pieces;
}

} // namespace

std::unique_ptr<PrintSheet> makeExamPaper(const PrintSetup &setup)
{
    return std::make_unique<ExamPaper>(setup);
}
