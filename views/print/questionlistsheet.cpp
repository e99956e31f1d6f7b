// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/print/printsheet.h"

#include <QCoreApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr qreal boxSize = points(9);
constexpr qreal boxWidth = points(20);
constexpr qreal numberWidth = points(28);
constexpr qreal metaWidth = points(112);
constexpr qreal between = points(12);
constexpr qreal padding = points(5);

// What is asked, without the answers, in rows to tick off.
class QuestionListSheet final : public PrintSheet
{
    Q_DECLARE_TR_FUNCTIONS(QuestionListSheet)

public:
    explicit QuestionListSheet(const PrintSetup &setup)
        : PrintSheet(setup)
    {
    }

protected:
    void compose(const PrintedQuestion &question) override;
};

void QuestionListSheet::compose(const PrintedQuestion &printed)
{
    const PrintOptions &options = setup().options;
    const qreal left = options.tickBoxes ? boxWidth : 0;
    const qreal textLeft = left + numberWidth;
    const qreal textWidth = width() - textLeft - (options.tierAndTopic ? metaWidth + between : 0);
    const auto prompt = std::make_shared<PaperText>(printed.detail.question.prompt, textWidth);
    PaperType small;
    small.size = 8.5;
    small.color = Ink::muted;
    std::shared_ptr<const PaperText> meta;
    if (options.tierAndTopic) {
        const QString topic =
            printed.detail.topics.isEmpty() ? QString() : printed.detail.topics.constFirst().title;
        meta =
            std::make_shared<PaperText>(escapedMarkdown(tierTitle(printed.detail.question.tier)) +
                                            QChar(QChar::LineSeparator) + escapedMarkdown(topic),
                                        metaWidth, small);
    }
    const QFont font = paperFont(10);
    PrintPiece row;
    row.height = 2 * padding + qMax(prompt->height(), meta ? meta->height() : 0);
    row.draw = [=, width = width(), height = row.height, ticks = options.tickBoxes,
                number = QString::number(printed.detail.question.number)](QPainter &painter) {
        const qreal line = paperLineHeight(font);
        painter.setPen(QPen(Ink::line, points(0.4)));
        painter.drawLine(QPointF(0, height), QPointF(width, height));
        if (ticks) {
            painter.setPen(QPen(Ink::muted, points(0.6)));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(QRectF(points(0.5), padding + (line - boxSize) / 2, boxSize, boxSize));
        }
        drawPaperText(painter, QRectF(left, padding, numberWidth - points(4), line), number, font,
                      Ink::muted);
        painter.translate(textLeft, padding);
        prompt->draw(painter);
        if (meta) {
            painter.translate(textWidth + between, points(1)); // on the prompt's first line
            meta->draw(painter);
        }
    };
    QList<PrintPiece> pieces{row};
    if (added() == 0)
        pieces =
            titlePieces(setup().title, tr("%n question(s)", nullptr, setup().questions)) + pieces;
    pages().flow(pieces);
}

} // namespace

std::unique_ptr<PrintSheet> makeQuestionList(const PrintSetup &setup)
{
    return std::make_unique<QuestionListSheet>(setup);
}
