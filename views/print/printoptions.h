// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPageLayout>

class Settings;

// The numbers of these are stored in the settings.
enum class PrintKind { StudySheet, QuestionList, FlashCards, ExamPaper };
enum class PaperSize { A4, Letter };

// About which edge of the paper the printer turns it for the other side.
enum class FlipEdge { Long, Short };
enum class AnswerSpace { None, Small, Medium, Large };
enum class ExamParts { PaperAndKey, Paper, Key };

// What a person chooses before printing; all of it is remembered.
struct PrintOptions
{
    PrintKind kind = PrintKind::StudySheet;
    PaperSize paper = PaperSize::A4;

    // Of a study sheet.
    bool answers = true;
    bool keyPoints = true;
    bool notes = true;
    bool highlights = false;
    bool sources = false;

    // Of a question list.
    bool tierAndTopic = true;
    bool tickBoxes = true;

    // Of flash cards.
    int cardsPerPage = 8; // 8, 6 or 4
    bool cutMarks = true;
    FlipEdge flip = FlipEdge::Long;

    // Of an exam paper.
    ExamParts parts = ExamParts::PaperAndKey;
    AnswerSpace space = AnswerSpace::Medium;
    int minutes = 0; // for all of it; 0 for what a mock interview allows
    int points = 0;  // for each question; 0 for one a key point
    bool keyAnswers = true;

    bool operator==(const PrintOptions &) const = default;
};

// A settings file is anybody's to edit, so what it says is kept within bounds.
PrintOptions readPrintOptions(const Settings &settings);
void savePrintOptions(Settings &settings, const PrintOptions &options);

// The paper, upright, with the margins that this kind has.
QPageLayout pageLayoutOf(const PrintOptions &options);
