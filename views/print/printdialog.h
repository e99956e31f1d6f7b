// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/page.h"
#include "views/print/printsheet.h"

#include <QBuffer>
#include <QDialog>
#include <QTimer>

#include <functional>

class Banner;
class PagePreview;
class PageWriter;
class PrintForm;
class QLabel;
class QPagedPaintDevice;
class QPrinter;
class QProgressBar;
class QPushButton;
class QSpinBox;

// Print questions, or save them as a PDF: what on the left, how it will look on the right. The
// pages are made while one looks at the first.
class PrintDialog final : public QDialog
{
    Q_OBJECT

public:
    // `sets` are the choices of what to print, the usual one first. `desk` outlives the dialog.
    PrintDialog(const Desk &desk, const QList<QuestionSet> &sets, QWidget *parent = nullptr);
    ~PrintDialog() override;

    // Whether all pages are made.
    bool isComplete() const { return m_complete; }

    const PrintSheet *sheet() const { return m_sheet.get(); }

    // Ask where to save, or on what to print. Return nothing, or false, when cancelled.
    std::function<QString(const QString &name, const QString &filter)> chooseFile;
    std::function<bool(QPrinter &printer)> choosePrinter;
    // Whether this computer knows a printer at all.
    std::function<bool()> hasPrinter;

signals:
    void announced(const QString &text); // say it in the status bar

public slots:
    void done(int result) override;
    void reject() override; // stops writing first

private:
    QWidget *buildPreview();
    QWidget *buildFoot();
    void begin();
    void composeSome();
    void stopOrGoOn();
    void showState();
    void showPages();
    void print();
    void savePdf();
    bool write(QPagedPaintDevice &device, int first, int last,
               std::function<void(bool ok)> afterwards);
    void finishWriting();
    const QuestionSet &chosen() const;

    const Desk &m_desk;
    const QList<QuestionSet> m_sets;
    Banner *m_banner;
    PrintForm *m_form;
    PagePreview *m_preview;
    QSpinBox *m_page = nullptr;
    QLabel *m_pages = nullptr;
    QPushButton *m_zoom = nullptr;
    QLabel *m_state = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_print = nullptr;
    QPushButton *m_save = nullptr;

    std::unique_ptr<PrintSheet> m_sheet;
    QTimer m_composing;
    qsizetype m_next = 0; // question of the chosen set
    bool m_complete = false;

    PageWriter *m_writer;
    QBuffer m_buffer; // of a PDF
    std::unique_ptr<QPagedPaintDevice> m_device;
    std::function<void(bool ok)> m_afterwards;
};
