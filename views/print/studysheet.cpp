// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/print/printsheet.h"

#include <QCoreApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr qreal questionGap = points(20);
constexpr qreal partGap = points(9);
constexpr qreal numberWidth = points(30);
constexpr qreal noteIndent = points(10);

// Questions with what is known and written about them, to read away from the screen.
class StudySheet final : public PrintSheet
{
    Q_DECLARE_TR_FUNCTIONS(StudySheet)

public:
    explicit StudySheet(const PrintSetup &setup)
        : PrintSheet(setup)
    {
    }

protected:
    void compose(const PrintedQuestion &question) override;

private:
    PrintPiece headPiece(const QuestionDetail &detail) const;
    // A part under a small title of its own.
    QList<PrintPiece> part(const QString &title, QList<PrintPiece> pieces) const;
    QList<PrintPiece> notePieces(const QString &markdown) const;
    static QString highlightsMarkdown(const QList<Highlight> &highlights);
    static QString sourcesMarkdown(const QList<Source> &sources);
};

PrintPiece StudySheet::headPiece(const QuestionDetail &detail) const
{
    const QFont title = paperFont(13, QFont::DemiBold);
    const QFont small = paperFont(8.5);
    PrintPiece head;
    const qreal above = points(6);
    head.height = above + paperLineHeight(title) + paperLineHeight(small) + points(5);
    head.keepWithNext = true;
    head.draw = [=, this, number = QString::number(detail.question.number),
                 words = detail.question.title, meta = tierAndTopicText(detail),
                 width = width()](QPainter &painter) {
        painter.setPen(QPen(Ink::line, points(0.5)));
        painter.drawLine(QPointF(0, 0), QPointF(width, 0));
        const qreal height = paperLineHeight(title);
        drawPaperText(painter, QRectF(0, above, numberWidth, height), number, title, Ink::muted);
        drawPaperText(painter, QRectF(numberWidth, above, width - numberWidth, height), words,
                      title);
        drawPaperText(
            painter,
            QRectF(numberWidth, above + height, width - numberWidth, paperLineHeight(small)), meta,
            small, Ink::muted);
    };
    return head;
}

QList<PrintPiece> StudySheet::part(const QString &title, QList<PrintPiece> pieces) const
{
    if (pieces.isEmpty())
        return {};
    PaperType type;
    type.size = 9;
    type.weight = QFont::DemiBold;
    type.color = Ink::muted;
    pieces = below(pieces, points(3));
    return below(kept(textPieces(escapedMarkdown(title), type)), partGap) + pieces;
}

// A line at the left tells the learner's own words from the deck's.
QList<PrintPiece> StudySheet::notePieces(const QString &markdown) const
{
    QList<PrintPiece> pieces = textPieces(markdown, {}, noteIndent);
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        PrintPiece &piece = pieces[i];
        const qreal above = i > 0 ? piece.gap : 0;
        piece.draw = [draw = piece.draw, height = piece.height, above](QPainter &painter) {
            draw(painter);
            painter.setClipping(false);
            painter.fillRect(QRectF(-noteIndent, -above, points(1.5), above + height), Ink::line);
        };
    }
    return pieces;
}

QString StudySheet::highlightsMarkdown(const QList<Highlight> &highlights)
{
    QString markdown;
    for (const Highlight &highlight : highlights) {
        markdown += u"- “%1”"_s.arg(escapedMarkdown(highlight.anchor.quote.simplified()));
        if (const QString comment = highlight.comment.simplified(); !comment.isEmpty())
            markdown += QChar(QChar::LineSeparator) + escapedMarkdown(comment);
        markdown += u'\n';
    }
    return markdown;
}

QString StudySheet::sourcesMarkdown(const QList<Source> &sources)
{
    QString markdown;
    for (const Source &source : sources)
        markdown += u"- "_s + escapedMarkdown(source.title) + QChar(QChar::LineSeparator) +
                    escapedMarkdown(source.url) + u'\n';
    return markdown;
}

void StudySheet::compose(const PrintedQuestion &printed)
{
    const Question &question = printed.detail.question;
    const PrintOptions &options = setup().options;
    QList<PrintPiece> pieces;
    if (added() == 0) {
        pieces += titlePieces(setup().title,
                              tr("Study sheet · %n question(s)", nullptr, setup().questions));
    }
    pieces += below({headPiece(printed.detail)}, added() == 0 ? points(6) : questionGap);
    PaperType prompt;
    prompt.size = 11;
    prompt.weight = QFont::Medium;
    pieces += textPieces(question.prompt, prompt);
    if (!question.followUp.isEmpty())
        pieces += below(textPieces(tr("Follow-up: %1").arg(question.followUp)), points(5));
    if (options.keyPoints)
        pieces += part(tr("Must say"), textPieces(keyPointsMarkdown(question)));
    if (options.answers)
        pieces += part(tr("Answer"), textPieces(shownAnswer(question)));
    if (options.notes && !printed.note.trimmed().isEmpty())
        pieces += part(tr("My notes"), notePieces(printed.note));
    if (options.highlights && !printed.highlights.isEmpty())
        pieces += part(tr("My highlights"), notePieces(highlightsMarkdown(printed.highlights)));
    PaperType small;
    small.size = 8.5;
    if (options.sources && !question.sources.isEmpty())
        pieces += part(tr("Sources"), textPieces(sourcesMarkdown(question.sources), small));
    pages().flow(pieces);
}

} // namespace

std::unique_ptr<PrintSheet> makeStudySheet(const PrintSetup &setup)
{
    return std::make_unique<StudySheet>(setup);
}
