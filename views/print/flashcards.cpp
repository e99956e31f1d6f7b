// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/print/flashcards.h"

#include "views/print/printsheet.h"

#include <QCoreApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr qreal padding = millimetres(5); // what a crooked cut may take
constexpr qreal headSize = 8;
constexpr qreal headHeight = points(18);
constexpr qreal markLength = millimetres(4);
constexpr qreal markDistance = millimetres(1.5);
constexpr qreal crossLength = millimetres(1.5);

// Questions on the fronts and what must be said on the backs, to cut apart.
class FlashCards final : public PrintSheet
{
    Q_DECLARE_TR_FUNCTIONS(FlashCards)

public:
    explicit FlashCards(const PrintSetup &setup)
        : PrintSheet(setup)
        , m_grid(setup.options)
    {
    }

protected:
    void compose(const PrintedQuestion &question) override;
    void close() override;

private:
    using Text = std::shared_ptr<const PaperText>;

    struct Card
    {
        QString number;
        QString meta;
        QString title;
        Text front;
        Text back;
    };

    QSizeF room() const;
    void addSheet();
    static void drawHead(QPainter &painter, const Card &card, const QString &about,
                         const QSizeF &size);
    static void drawFront(QPainter &painter, const Card &card, const QSizeF &size);
    static void drawBack(QPainter &painter, const Card &card, const QSizeF &size);
    PrintJob::Placed cutMarks() const;
    PrintJob::Placed margin(const QString &text) const;

    CardGrid m_grid;
    QList<Card> m_cards; // of the next sheet
    int m_sheets = 0;
};

// What is left of a card for its text.
QSizeF FlashCards::room() const
{
    const QSizeF card = m_grid.front(0).size();
    return {card.width() - 2 * padding, card.height() - 2 * padding - headHeight};
}

void FlashCards::compose(const PrintedQuestion &printed)
{
    const Question &question = printed.detail.question;
    PaperType type;
    type.size = setup().options.cardsPerPage == 8 ? 12 : 13;
    type.weight = QFont::Medium;
    QString mustSay;
    for (const KeyPoint &point : question.keyPoints)
        mustSay += u"- "_s + point.text + u'\n';
    m_cards.append(
        {QString::number(question.number), tierAndTopicText(printed.detail), question.title,
         PaperText::fitted(question.prompt, room(), type, 7),
         PaperText::fitted(mustSay.isEmpty() ? tr("No key points") : mustSay, room(), {}, 6.5)});
    if (m_cards.size() == m_grid.places())
        addSheet();
}

void FlashCards::close()
{
    if (!m_cards.isEmpty())
        addSheet();
}

void FlashCards::addSheet()
{
    ++m_sheets;
    QList<PrintJob::Placed> fronts;
    QList<PrintJob::Placed> backs;
    const QSizeF size = m_grid.front(0).size();
    for (int place = 0; place < m_cards.size(); ++place) {
        const Card card = m_cards.at(place);
        fronts.append({m_grid.front(place).topLeft(),
                       [card, size](QPainter &painter) { drawFront(painter, card, size); }});
        backs.append({m_grid.back(place).topLeft(),
                      [card, size](QPainter &painter) { drawBack(painter, card, size); }});
    }
    if (setup().options.cutMarks) {
        fronts.append(cutMarks());
        const int sheets = (setup().questions + m_grid.places() - 1) / m_grid.places();
        fronts.append(margin(tr("Fronts %1 of %2").arg(m_sheets).arg(sheets)));
        backs.append(margin((setup().options.flip == FlipEdge::Long
                                 ? tr("Backs %1 of %2, flip on the long edge")
                                 : tr("Backs %1 of %2, flip on the short edge"))
                                .arg(m_sheets)
                                .arg(sheets)));
    }
    pages().addPage(fronts);
    pages().addPage(backs);
    m_cards.clear();
}

// The number at the left of a card and what it is about at the right, inside the padding.
void FlashCards::drawHead(QPainter &painter, const Card &card, const QString &about,
                          const QSizeF &size)
{
    const QFont font = paperFont(headSize);
    const qreal line = paperLineHeight(font);
    const qreal inside = size.width() - 2 * padding;
    const qreal number = points(26);
    painter.translate(padding, padding);
    drawPaperText(painter, QRectF(0, 0, number, line), card.number,
                  paperFont(headSize, QFont::DemiBold));
    drawPaperText(painter, QRectF(number, 0, inside - number, line), about, font, Ink::muted,
                  Qt::AlignRight);
}

void FlashCards::drawFront(QPainter &painter, const Card &card, const QSizeF &size)
{
    drawHead(painter, card, card.meta, size);
    const qreal left = size.height() - 2 * padding - headHeight - card.front->height();
    painter.translate(0, headHeight + left / 2);
    card.front->draw(painter);
}

void FlashCards::drawBack(QPainter &painter, const Card &card, const QSizeF &size)
{
    drawHead(painter, card, card.title, size);
    painter.translate(0, headHeight);
    card.back->draw(painter);
}

// Lines beside the cards where to cut, and crosses where four of them meet; nothing on a card's
// middle, and none on the backs, which no printer puts in exactly the same place.
PrintJob::Placed FlashCards::cutMarks() const
{
    return {m_grid.area().topLeft(), [columns = m_grid.columns(), rows = m_grid.rows(),
                                      area = m_grid.area().size()](QPainter &painter) {
                painter.setPen(QPen(Ink::muted, points(0.25)));
                const qreal far = markDistance + markLength;
                for (int column = 0; column <= columns; ++column) {
                    const qreal x = area.width() * column / columns;
                    painter.drawLine(QPointF(x, -far), QPointF(x, -markDistance));
                    painter.drawLine(QPointF(x, area.height() + markDistance),
                                     QPointF(x, area.height() + far));
                    for (int row = 0; row <= rows; ++row) {
                        const qreal y = area.height() * row / rows;
                        painter.drawLine(QPointF(x - crossLength, y), QPointF(x + crossLength, y));
                        painter.drawLine(QPointF(x, y - crossLength), QPointF(x, y + crossLength));
                    }
                }
                for (int row = 0; row <= rows; ++row) {
                    const qreal y = area.height() * row / rows;
                    painter.drawLine(QPointF(-far, y), QPointF(-markDistance, y));
                    painter.drawLine(QPointF(area.width() + markDistance, y),
                                     QPointF(area.width() + far, y));
                }
            }};
}

// A line in the strip that is cut off.
PrintJob::Placed FlashCards::margin(const QString &text) const
{
    return {m_grid.area().bottomLeft() + QPointF(0, markDistance),
            [text, width = m_grid.area().width()](QPainter &painter) {
                const QFont font = paperFont(6.5);
                drawPaperText(painter,
                              QRectF(padding, 0, width / 2 - 2 * padding, paperLineHeight(font)),
                              text, font, Ink::muted);
            }};
}

} // namespace

CardGrid::CardGrid(const PrintOptions &options)
    : m_rows(options.cardsPerPage / 2)
    , m_flip(options.flip)
{
    const QPageLayout layout = pageLayoutOf(options);
    const QRectF paper = layout.fullRectPixels(dotsPerInch);
    m_area = layout.paintRectPixels(dotsPerInch);
    m_area.moveCenter(paper.center()); // whatever was rounded
}

QRectF CardGrid::cell(int column, int row) const
{
    const QSizeF size(m_area.width() / columns(), m_area.height() / m_rows);
    return {m_area.topLeft() + QPointF(column * size.width(), row * size.height()), size};
}

QRectF CardGrid::front(int place) const
{
    return cell(place % columns(), place / columns());
}

QRectF CardGrid::back(int place) const
{
    const int column = place % columns();
    const int row = place / columns();
    return m_flip == FlipEdge::Long ? cell(columns() - 1 - column, row)
                                    : cell(column, m_rows - 1 - row);
}

std::unique_ptr<PrintSheet> makeFlashCards(const PrintSetup &setup)
{
    return std::make_unique<FlashCards>(setup);
}
