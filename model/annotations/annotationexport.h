// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotations/annotationstore.h"
#include "model/annotations/notelinks.h"

// What annotations can be written as; the numbers are stored, so they never change.
enum class ExportFormat { Markdown = 0, Html = 1, Pdf = 2, Csv = 3 };

inline constexpr ExportFormat allExportFormats[] = {ExportFormat::Markdown, ExportFormat::Html,
                                                    ExportFormat::Pdf, ExportFormat::Csv};

// The format as a person reads it, and the ending of its files.
QString exportFormatTitle(ExportFormat format);
QString exportFileSuffix(ExportFormat format);

// What an export is made of.
struct AnnotationExport
{
    QList<Annotation> annotations;
    const AnnotationStore &store;
    const QuestionStore &questions;
    bool withAnswers = false; // the questions' prompts and answers, too
    LinkTargets targets = {}; // whose titles stand for the links to them
};

// As documents in which everything on one question stands together, questions in the order in
// which they come first. The HTML needs no other file, reads well in light and dark, and prints.
// These fail when an answer cannot be read.
Result<QString> annotationsAsMarkdown(const AnnotationExport &exported);
Result<QString> annotationsAsHtml(const AnnotationExport &exported);

// As a table of RFC 4180 in the order given, one row each, times in ISO 8601. It begins with a
// byte order mark, without which spreadsheets take UTF-8 for something else. A field that a
// spreadsheet would take for a formula has an apostrophe in front.
Result<QString> annotationsAsCsv(const AnnotationExport &exported);
