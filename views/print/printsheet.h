// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotations/highlightstore.h"
#include "model/questions/questionstore.h"
#include "views/print/papertext.h"
#include "views/print/printjob.h"
#include "views/print/printoptions.h"

#include <memory>

struct Desk;

// Everything that can be printed of one question.
struct PrintedQuestion
{
    QuestionDetail detail;
    QString note; // Markdown
    QList<Highlight> highlights;
};

// As it is now, on disk or not.
Result<PrintedQuestion> readPrintedQuestion(const Desk &desk, QuestionId question);

// What a sheet is made with. The highlighter may be null, and else outlives the sheet.
struct PrintSetup
{
    PrintOptions options;
    QString title; // of what is printed, such as "ORM & queries"
    int questions = 0;
    QDate date;
    PythonHighlighter *highlighter = nullptr;
};

// Questions on paper, in one of four kinds. Takes them one by one, each in a few milliseconds, so
// that whoever makes it can show how far it is; the pages so far can be looked at any time.
class PrintSheet
{
    Q_DISABLE_COPY_MOVE(PrintSheet)

public:
    static std::unique_ptr<PrintSheet> make(const PrintSetup &setup);

    virtual ~PrintSheet() = default;

    void add(const PrintedQuestion &question);
    // After the last question.
    void finish();

    const PrintJob &job() const { return m_job; }

protected:
    explicit PrintSheet(const PrintSetup &setup);

    virtual void compose(const PrintedQuestion &question) = 0;

    virtual void close() {}

    const PrintSetup &setup() const { return m_setup; }

    PrintJob &pages() { return m_job; }

    qreal width() const { return m_job.body().width(); }

    // Questions that were added before.
    int added() const { return m_added; }

    // The head of the first page.
    QList<PrintPiece> titlePieces(const QString &title, const QString &subtitle) const;
    // Markdown in the column that keeps `left` and `right` free.
    QList<PrintPiece> textPieces(const QString &markdown, const PaperType &type = {},
                                 qreal left = 0, qreal right = 0) const;
    // Puts `gap` above the first.
    static QList<PrintPiece> below(QList<PrintPiece> pieces, qreal gap);
    // Keeps all of them together, and with what comes next.
    static QList<PrintPiece> kept(QList<PrintPiece> pieces);

private:
    PrintSetup m_setup;
    PrintJob m_job;
    int m_added = 0;
};

// "Intermediate · ORM & queries"
QString tierAndTopicText(const QuestionDetail &detail);

// What must be said, as a Markdown list under the sections of a scenario.
QString keyPointsMarkdown(const Question &question);

std::unique_ptr<PrintSheet> makeStudySheet(const PrintSetup &setup);
std::unique_ptr<PrintSheet> makeQuestionList(const PrintSetup &setup);
std::unique_ptr<PrintSheet> makeFlashCards(const PrintSetup &setup);
std::unique_ptr<PrintSheet> makeExamPaper(const PrintSetup &setup);
