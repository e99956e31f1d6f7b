// SPDX-License-Identifier: GPL-3.0-or-later
// Time of the Notes page with thousands of highlights, of which every tenth has lost its passage:
// reading them anew after a change, searching while phrases are typed letter by letter, and the
// first screenful of rows.
//
// usage: bench_notes [HIGHLIGHTS [REPEATS]]

#include "app/studio.h"
#include "figures.h"
#include "model/annotations/annotationlistmodel.h"
#include "model/collection/sql.h"
#include "model/markdown.h"
#include "views/notes/notespage.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

constexpr int screenful = 8;

// Highlights all over the deck, written in one go.
Status writeHighlights(const Desk &desk, int count)
{
    const auto questions =
        desk.questions.find({{}, {}, 0, QuestionFilter::State::Any, QuestionFilter::Sort::Number});
    if (!questions.ok())
        return questions.error();
    QHash<QuestionId, QString> answers;
    for (const QuestionId id : questions.value().ids) {
        const auto detail = desk.questions.detail(id);
        if (!detail.ok())
            return detail.error();
        answers.insert(id, readMarkdown(shownAnswer(detail.value().question)).plainText);
    }
    QList<QVariantList> rows;
    for (int i = 0; i < count; ++i) {
        const QuestionId id = questions.value().ids.at(i % questions.value().ids.size());
        const QString &text = answers[id];
        const qsizetype start = qsizetype(i) * 37 % (text.size() - 60);
        TextAnchor anchor = makeAnchor(text, {start, 40 + i % 20});
        if (i % 10 == 0)
            std::reverse(anchor.quote.begin(), anchor.quote.end());
        rows.append({u"%1"_s.arg(i), id, anchor.quote, anchor.prefix, anchor.suffix,
                     anchor.position, i % 4, i % 3 == 0 ? u"a comment on it"_s : u""_s, 1000 + i,
                     1000 + i});
    }
    desk.collection.writes().submit([rows](const Database &database) -> Status {
        for (const QVariantList &row : rows) {
            const Status written = execute(
                database,
                u"INSERT INTO highlight(uid, question_id, quote, prefix, suffix, position,"
                " color, comment, created, modified) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                row);
            if (!written.ok())
                return written;
        }
        return success();
    });
    return desk.collection.writes().flush();
}

template <typename Work>
double milliseconds(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QTextStream out(stdout);
    const int count = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 5000;
    const int repeats = argc > 2 ? QString::fromLocal8Bit(argv[2]).toInt() : 10;
    const QTemporaryDir folder;
    const auto studio = Studio::open(folder.path(), folder.filePath(u"settings.ini"_s));
    if (!studio.ok()) {
        out << studio.error().message << '\n';
        return 1;
    }
    const Desk &desk = studio.value()->desk();
    if (const Status written = writeHighlights(desk, count); !written.ok()) {
        out << written.error().message << '\n';
        return 1;
    }

    AnnotationStore store(desk.collection, desk.notes, desk.highlights);
    QList<double> reading;
    QList<double> typing;
    QList<double> looking;
    QList<double> lookingAgain;
    for (int repeat = 0; repeat < repeats; ++repeat) {
        reading.append(milliseconds([&] { std::ignore = store.read(); }));
        const QString phrase = u"query set"_s;
        for (qsizetype length = 1; length <= phrase.size(); ++length) {
            const AnnotationFilter filter{AnnotationFilter::Show::All, 0, phrase.left(length),
                                          AnnotationFilter::Sort::Newest};
            typing.append(milliseconds([&] { std::ignore = store.find(filter); }));
        }
        AnnotationStore fresh(desk.collection, desk.notes, desk.highlights);
        std::ignore = fresh.read();
        AnnotationListModel model(fresh);
        model.setAnnotations(fresh.find({}).valueOr({}), {});
        for (QList<double> *figures : {&looking, &lookingAgain}) {
            figures->append(milliseconds([&] {
                for (int row = 0; row < qMin(screenful, model.rowCount()); ++row) {
                    for (const int role : {int(AnnotationListModel::ExcerptRole),
                                           int(AnnotationListModel::PassageChangedRole)})
                        std::ignore = model.index(row).data(role);
                }
            }));
        }
    }
    NotesPage page(desk);
    page.resize(1280, 752);
    page.show();
    QList<double> arriving;
    QList<double> keys;
    for (int repeat = 0; repeat < repeats; ++repeat) {
        arriving.append(milliseconds([&] { page.arrive(); }));
        const QString phrase = u"query set"_s;
        for (qsizetype length = 1; length <= phrase.size(); ++length) {
            keys.append(milliseconds([&] {
                page.findChild<QLineEdit *>(u"noteSearch"_s)->setText(phrase.left(length));
                page.grab();
            }));
        }
        page.findChild<QLineEdit *>(u"noteSearch"_s)->clear();
    }
    out << "notes, " << count << " highlights, every tenth without its passage\n";
    out << "  reading all          " << describe(figuresOf(reading), u"ms"_s) << '\n';
    out << "  searching, a key     " << describe(figuresOf(typing), u"ms"_s) << '\n';
    out << "  a screenful of rows  " << describe(figuresOf(looking), u"ms"_s) << '\n';
    out << "  the same again       " << describe(figuresOf(lookingAgain), u"ms"_s) << '\n';
    out << "  page, after a change " << describe(figuresOf(arriving), u"ms"_s) << '\n';
    out << "  page, a key, painted " << describe(figuresOf(keys), u"ms"_s) << '\n';
    return 0;
}
