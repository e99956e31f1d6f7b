// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/annotationlistmodel.h"

#include "tests/support/modelfixture.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;

using Model = AnnotationListModel;

class TestAnnotationListModel : public QObject
{
    Q_OBJECT

private slots:
    void rows_answerWhatADelegatePaints();
    void search_isMarkedInTitleAndExcerpt();
    void longQuote_leavesRoomForItsComment();
    void freeNote_hasNoNumber();
    void emptyList_isFine();

private:
    // A list of these, with stores that stay as they are.
    struct List
    {
        CollectionFixture fixture;
        NoteStore notes{fixture.collection()};
        HighlightStore highlights{fixture.collection()};
        AnnotationStore store{fixture.collection(), notes, highlights};
        AnnotationListModel model{store};
        QAbstractItemModelTester tester{&model};
    };

    static Annotation note(const QString &text)
    {
        Annotation annotation;
        annotation.note = NoteId(1);
        annotation.text = text;
        annotation.question.id = 1;
        annotation.question.number = 7;
        annotation.question.title = u"Prefetching"_s;
        annotation.modified = QDateTime::currentDateTime();
        return annotation;
    }

    static Annotation highlight(const QString &quote, const QString &comment)
    {
        Annotation annotation = note({});
        annotation.kind = Annotation::Kind::Highlight;
        annotation.highlight =
            HighlightStore::make(1, makeAnchor(quote, {0, quote.size()}), HighlightColor::Blue);
        annotation.highlight.comment = comment;
        annotation.uid = annotation.highlight.uid;
        return annotation;
    }
};

void TestAnnotationListModel::rows_answerWhatADelegatePaints()
{
    List list;
    list.model.setAnnotations({note(u"Some **bold**\nwords"_s), highlight(u"lazy"_s, u"why"_s)},
                              {});
    QCOMPARE(list.model.rowCount(), 2);
    const QModelIndex first = list.model.index(0);
    QCOMPARE(first.data().toString(), u"Prefetching"_s);
    QCOMPARE(first.data(NumberRole).toInt(), 7);
    QCOMPARE(first.data(Model::KindTextRole).toString(), u"Note"_s);
    QCOMPARE(first.data(Model::ExcerptRole).toString(), u"Some bold words"_s);
    QCOMPARE(first.data(Model::ExcerptQuoteRole).toInt(), 0);
    const QModelIndex second = list.model.index(1);
    QCOMPARE(second.data(Model::KindTextRole).toString(), u"Highlight, with comment"_s);
    QCOMPARE(second.data(Model::ExcerptRole).toString(), u"lazy why"_s);
    QCOMPARE(second.data(Model::ExcerptQuoteRole).toInt(), 4);
    QCOMPARE(second.data(Model::ColorRole).toInt(), int(HighlightColor::Blue));
    QVERIFY(!second.data(Model::DeletedRole).toDateTime().isValid());
    QCOMPARE(list.model.indexOf(second.data(Model::KeyRole).toString()), second);
    QVERIFY(!list.model.indexOf(u"h/other"_s).isValid());
    // The answer of question 1 is "A QuerySet is lazy…", in which the quote is elsewhere.
    QVERIFY(second.data(Qt::AccessibleTextRole)
                .toString()
                .startsWith(u"Highlight, with comment, 7, Prefetching, lazy why"_s));
}

void TestAnnotationListModel::search_isMarkedInTitleAndExcerpt()
{
    List list;
    list.model.setAnnotations({highlight(u"It will prefetch rows"_s, u"prefetched twice"_s)},
                              u"prefetch"_s);
    const QModelIndex index = list.model.index(0);
    QCOMPARE(index.data(TitleMatchesRole).value<QList<TextRange>>(), (QList<TextRange>{{0, 8}}));
    QCOMPARE(index.data(Model::ExcerptMatchesRole).value<QList<TextRange>>(),
             (QList<TextRange>{{8, 8}, {22, 8}}));
}

void TestAnnotationListModel::longQuote_leavesRoomForItsComment()
{
    List list;
    const QString quote = u"a sentence that goes on "_s.repeated(20).trimmed();
    list.model.setAnnotations({highlight(quote, u"and this"_s), highlight(quote, {})}, {});
    const QString with = list.model.index(0).data(Model::ExcerptRole).toString();
    QVERIFY(with.endsWith(u"… and this"_s));
    QVERIFY(with.size() < 80);
    const QString alone = list.model.index(1).data(Model::ExcerptRole).toString();
    QVERIFY(alone.size() > 140);
    QCOMPARE(int(alone.size()), list.model.index(1).data(Model::ExcerptQuoteRole).toInt());
}

void TestAnnotationListModel::freeNote_hasNoNumber()
{
    List list;
    Annotation free;
    free.note = NoteId::newFree();
    free.text = u"My *stories*\n\nOne"_s;
    list.model.setAnnotations({free}, {});
    const QModelIndex index = list.model.index(0);
    QVERIFY(index.data(Model::FreeRole).toBool());
    QCOMPARE(index.data().toString(), u"My stories"_s);
    QCOMPARE(index.data(Model::ExcerptRole).toString(), u"One"_s);
    QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), u"Free note, My stories, One"_s);
}

void TestAnnotationListModel::emptyList_isFine()
{
    List list;
    list.model.setAnnotations({note(u"x"_s)}, {});
    list.model.setAnnotations({}, u"zebra"_s);
    QCOMPARE(list.model.rowCount(), 0);
    QVERIFY(!list.model.at({}));
}

QTEST_GUILESS_MAIN(TestAnnotationListModel)
#include "tst_annotationlistmodel.moc"
