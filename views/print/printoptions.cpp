// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/print/printoptions.h"

#include "model/settings.h"

#include <QPageSize>

namespace {

// Every printer reaches this far; cards use all of it.
constexpr QMarginsF cardMargins(10, 10, 10, 10);
constexpr QMarginsF textMargins(20, 14, 20, 14);

template <typename T>
T bounded(int stored, T last)
{
    return T(qBound(0, stored, int(last)));
}

} // namespace

PrintOptions readPrintOptions(const Settings &settings)
{
    PrintOptions options;
    options.kind = bounded(settings.value(Setting::printKind), PrintKind::ExamPaper);
    options.paper = bounded(settings.value(Setting::printPaper), PaperSize::Letter);
    options.answers = settings.value(Setting::printAnswers);
    options.keyPoints = settings.value(Setting::printKeyPoints);
    options.notes = settings.value(Setting::printNotes);
    options.highlights = settings.value(Setting::printHighlights);
    options.sources = settings.value(Setting::printSources);
    options.tierAndTopic = settings.value(Setting::printTierAndTopic);
    options.tickBoxes = settings.value(Setting::printTickBoxes);
    const int cards = settings.value(Setting::printCardsPerPage);
    options.cardsPerPage = cards == 4 || cards == 6 ? cards : 8;
    options.cutMarks = settings.value(Setting::printCutMarks);
    options.flip = bounded(settings.value(Setting::printFlip), FlipEdge::Short);
    options.parts = bounded(settings.value(Setting::printExamParts), ExamParts::Key);
    options.space = bounded(settings.value(Setting::printAnswerSpace), AnswerSpace::Large);
    options.minutes = qBound(0, settings.value(Setting::printMinutes), 600);
    options.points = qBound(0, settings.value(Setting::printPoints), 100);
    options.keyAnswers = settings.value(Setting::printKeyAnswers);
    return options;
}

void savePrintOptions(Settings &settings, const PrintOptions &options)
{
    settings.set(Setting::printKind, int(options.kind));
    settings.set(Setting::printPaper, int(options.paper));
    settings.set(Setting::printAnswers, options.answers);
    settings.set(Setting::printKeyPoints, options.keyPoints);
    settings.set(Setting::printNotes, options.notes);
    settings.set(Setting::printHighlights, options.highlights);
    settings.set(Setting::printSources, options.sources);
    settings.set(Setting::printTierAndTopic, options.tierAndTopic);
    settings.set(Setting::printTickBoxes, options.tickBoxes);
    settings.set(Setting::printCardsPerPage, options.cardsPerPage);
    settings.set(Setting::printCutMarks, options.cutMarks);
    settings.set(Setting::printFlip, int(options.flip));
    settings.set(Setting::printExamParts, int(options.parts));
    settings.set(Setting::printAnswerSpace, int(options.space));
    settings.set(Setting::printMinutes, options.minutes);
    settings.set(Setting::printPoints, options.points);
    settings.set(Setting::printKeyAnswers, options.keyAnswers);
}

QPageLayout pageLayoutOf(const PrintOptions &options)
{
    const bool cards = options.kind == PrintKind::FlashCards;
    return {QPageSize(options.paper == PaperSize::A4 ? QPageSize::A4 : QPageSize::Letter),
            QPageLayout::Portrait, cards ? cardMargins : textMargins, QPageLayout::Millimeter};
}
