// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QPageLayout>
#include <QRectF>
#include <QString>

#include <functional>

class QPainter;

// Something on paper that is not split. Lengths in dots, see paper.h.
struct PrintPiece
{
    qreal height = 0;
    qreal gap = 0;                        // above, unless it stands at the top of a page
    bool keepWithNext = false;            // on the same page, if both fit on one
    std::function<void(QPainter &)> draw; // with the origin at its top left
    qreal left = 0;
};

// Pages, ready to be drawn on anything: the screen, a printer, a PDF or a test's picture. A value
// that stays what it is when the questions change.
class PrintJob final
{
public:
    PrintJob(QString title, const QPageLayout &layout);

    const QString &title() const { return m_title; }

    const QPageLayout &layout() const { return m_layout; }

    // Where pieces go, within the margins and between the header and the footer.
    QRectF body() const;
    QRectF paper() const;

    // What the head and foot of each page say, from now on and before; no heads before it is set.
    void setRunningHead(const QString &deck, const QDate &date);

    // What follows has pages counted from 1 under a title of its own, and begins on an odd page,
    // so that it is a sheet of its own when both sides are printed.
    void beginPart(const QString &title);
    // Puts pieces below each other, on as many pages as it takes.
    void flow(const QList<PrintPiece> &pieces);

    // A page of its own with these pieces, each at its place on the paper.
    struct Placed
    {
        QPointF at;
        std::function<void(QPainter &)> draw;
    };

    void addPage(const QList<Placed> &pieces);

    // No page is added any more, so that "page 2 of 7" is known.
    void finish() { m_finished = true; }

    int pageCount() const { return int(m_pages.size()); }

    // Draws a page (from 0) with the paper's corner at the origin, at `resolution` dots an inch.
    void drawPage(QPainter &painter, int page, qreal resolution) const;

private:
    struct Page
    {
        QList<Placed> pieces;
        int part = 0;
        int number = 0; // within its part, from 1; 0 for a page left empty
    };

    struct Part
    {
        QString title;
        int pages = 0;
    };

    void newPage();
    void place(const PrintPiece &piece);
    void drawRunningHead(QPainter &painter, const Page &page) const;

    QString m_title;
    QPageLayout m_layout;
    QString m_deck;
    QDate m_date;
    QList<Part> m_parts;
    QList<Page> m_pages;
    qreal m_y = 0;       // of the next piece, within body()
    bool m_open = false; // whether the last page takes more
    bool m_finished = false;
};
