// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/print/printsheet.h"

#include "model/annotations/notelinks.h"
#include "model/annotations/notestore.h"
#include "model/collection/collection.h"
#include "views/common/desk.h"

#include <QPainter>

using namespace Qt::StringLiterals;

Result<PrintedQuestion> readPrintedQuestion(const Desk &desk, QuestionId question)
{
    auto detail = desk.questions.detail(question);
    if (!detail.ok())
        return detail.error();
    auto note = desk.notes.text(question);
    if (!note.ok())
        return note.error();
    QString text = std::move(note).value();
    if (text.contains(u"[["_s)) {
        const auto targets = LinkTargets::read(desk.collection.database(), question);
        if (!targets.ok())
            return targets.error();
        text = targets.value().asText(text);
    }
    auto highlights = desk.highlights.on(question);
    if (!highlights.ok())
        return highlights.error();
    return PrintedQuestion{std::move(detail).value(), std::move(text),
                           std::move(highlights).value()};
}

std::unique_ptr<PrintSheet> PrintSheet::make(const PrintSetup &setup)
{
    switch (setup.options.kind) {
    case PrintKind::StudySheet: return makeStudySheet(setup);
    case PrintKind::QuestionList: return makeQuestionList(setup);
    case PrintKind::FlashCards: return makeFlashCards(setup);
    case PrintKind::ExamPaper: return makeExamPaper(setup);
    }
    Q_UNREACHABLE();
}

PrintSheet::PrintSheet(const PrintSetup &setup)
    : m_setup(setup)
    , m_job(setup.title, pageLayoutOf(setup.options))
{
}

void PrintSheet::add(const PrintedQuestion &question)
{
    if (m_added == 0 && m_setup.options.kind != PrintKind::FlashCards)
        m_job.setRunningHead(question.detail.deck, m_setup.date);
    compose(question);
    ++m_added;
}

void PrintSheet::finish()
{
    close();
    m_job.finish();
}

QList<PrintPiece> PrintSheet::titlePieces(const QString &title, const QString &subtitle) const
{
    const QFont large = paperFont(18, QFont::DemiBold);
    const QFont small = paperFont(9.5);
    PrintPiece head;
    head.height = paperLineHeight(large) + paperLineHeight(small) + points(10);
    head.keepWithNext = true;
    head.draw = [=, width = width()](QPainter &painter) {
        const qreal first = paperLineHeight(large);
        drawPaperText(painter, QRectF(0, 0, width, first), title, large);
        drawPaperText(painter, QRectF(0, first, width, paperLineHeight(small)), subtitle, small,
                      Ink::muted);
    };
    return {head};
}

QList<PrintPiece> PrintSheet::textPieces(const QString &markdown, const PaperType &type, qreal left,
                                         qreal right) const
{
    const auto text =
        std::make_shared<PaperText>(markdown, width() - left - right, type, m_setup.highlighter);
    QList<PrintPiece> pieces = PaperText::pieces(text, m_job.body().height());
    for (PrintPiece &piece : pieces)
        piece.left = left;
    return pieces;
}

QList<PrintPiece> PrintSheet::below(QList<PrintPiece> pieces, qreal gap)
{
    if (!pieces.isEmpty())
        pieces.first().gap = gap;
    return pieces;
}

QList<PrintPiece> PrintSheet::kept(QList<PrintPiece> pieces)
{
    for (PrintPiece &piece : pieces)
        piece.keepWithNext = true;
    return pieces;
}

QString tierAndTopicText(const QuestionDetail &detail)
{
    QStringList parts{tierTitle(detail.question.tier)};
    if (!detail.topics.isEmpty())
        parts.append(detail.topics.constFirst().title);
    return parts.join(u" · "_s);
}

QString keyPointsMarkdown(const Question &question)
{
    QString markdown;
    Section section = Section::None;
    for (const KeyPoint &point : question.keyPoints) {
        if (point.section != section) {
            section = point.section;
            markdown += u"\n**%1**\n\n"_s.arg(sectionTitle(section));
        }
        markdown += u"- "_s + point.text + u'\n';
    }
    return markdown;
}
