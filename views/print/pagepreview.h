// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <QCache>
#include <QPixmap>

class PrintJob;

// A job's pages below each other, as they will be on paper. Draws only those that are seen, so that
// two hundred cost what two do; QPrintPreviewWidget would draw all of them first.
class PagePreview final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    enum class Fit { Page, Width, Percent };

    explicit PagePreview(QWidget *parent = nullptr);

    // `job` may be null, and else lives until another is set. The page at hand stays, if there is
    // one with its number.
    void setJob(const PrintJob *job);
    // After the job got more; only its last page was changed by that.
    void grow();

    int page() const { return m_page; } // from 0

    void showPage(int page);

    Fit fit() const { return m_fit; }

    void setFit(Fit fit);
    // One step larger or smaller.
    void zoom(bool larger);
    int percent() const;

    QSize sizeHint() const override;

signals:
    void pageChanged(int page); // by scrolling, too
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int pageCount() const;
    QSizeF paper() const; // in dots
    QSize pageSize() const;
    QRect pageRect(int page) const; // in the viewport
    void arrange();
    void findPage();
    const QPixmap &picture(int page);

    const PrintJob *m_job = nullptr;
    QCache<int, QPixmap> m_pictures;
    int m_known = 0; // pages, the last of which may not have been full
    Fit m_fit = Fit::Page;
    double m_scale = 0.1; // pixels a dot
    int m_page = 0;
    bool m_going = false; // to a page, which the scroll bars must not change
};
