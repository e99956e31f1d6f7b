// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/print/printdialog.h"

#include "model/settings.h"
#include "model/textfile.h"
#include "views/common/banner.h"
#include "views/common/desk.h"
#include "views/common/focusring.h"
#include "views/common/icons.h"
#include "views/common/panes.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"
#include "views/print/pagepreview.h"
#include "views/print/pagewriter.h"
#include "views/print/printform.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrinterInfo>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QSpinBox>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int formWidth = 304;
constexpr int sliceMilliseconds = 12; // less than a frame

// A set's title as a file may be called.
QString fileName(const QString &title)
{
    return QString(title).replace(QRegularExpression(u"[^\\w &,.()-]+"_s), u" "_s).simplified();
}

} // namespace

PrintDialog::PrintDialog(const Desk &desk, const QList<QuestionSet> &sets, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_sets(sets)
    , m_banner(new Banner(this))
    , m_form(new PrintForm(sets, readPrintOptions(desk.settings), this))
    , m_preview(new PagePreview(this))
    , m_writer(new PageWriter(this))
{
    Q_ASSERT(!sets.isEmpty());
    setWindowTitle(tr("Print questions"));
    new FocusRing(this);
    auto *area = new QScrollArea(this);
    area->setWidget(m_form);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setFixedWidth(qMax(scaled(formWidth), m_form->minimumSizeHint().width()) +
                        area->verticalScrollBar()->sizeHint().width());
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(area);
    middle->addWidget(ruler(this, Qt::Vertical));
    middle->addWidget(buildPreview(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addLayout(middle, 1);
    layout->addWidget(ruler(this));
    layout->addWidget(buildFoot());
    resize(1000, 720);
    setMinimumSize(760, 480);

    chooseFile = [this](const QString &name, const QString &filter) {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        return QFileDialog::getSaveFileName(this, tr("Save as PDF"), QDir(folder).filePath(name),
                                            filter);
    };
    choosePrinter = [this](QPrinter &printer) {
        return QPrintDialog(&printer, this).exec() == QDialog::Accepted;
    };
    hasPrinter = [] { return !QPrinterInfo::availablePrinterNames().isEmpty(); };

    m_composing.setInterval(0);
    connect(&m_composing, &QTimer::timeout, this, &PrintDialog::composeSome);
    connect(m_form, &PrintForm::changed, this, [this] {
        savePrintOptions(m_desk.settings, m_form->options());
        begin();
    });
    connect(m_writer, &PageWriter::progressed, this, [this](int done, int total) {
        m_progress->setRange(0, total);
        m_progress->setValue(done);
    });
    connect(m_writer, &PageWriter::finished, this, [this](bool ok) {
        const auto afterwards = m_afterwards;
        m_device.reset();
        afterwards(ok);
        finishWriting();
    });
    begin();
}

PrintDialog::~PrintDialog()
{
    m_preview->setJob(nullptr);
}

QWidget *PrintDialog::buildPreview()
{
    auto *pane = new QWidget(this);
    QWidget *bar = paneBar(pane);
    auto *row = static_cast<QHBoxLayout *>(bar->layout());
    auto *label = new QLabel(tr("Page"), bar);
    m_page = new QSpinBox(bar);
    m_page->setObjectName(u"previewPage"_s);
    m_page->setAccessibleName(tr("Page"));
    m_page->setKeyboardTracking(false);
    label->setBuddy(m_page);
    m_pages = new QLabel(bar);
    m_pages->setObjectName(u"previewPages"_s);
    const auto button = [this, bar](const QString &name, const QString &text, const QString &tip) {
        auto *made = new QPushButton(text, bar);
        made->setObjectName(name);
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        made->setAutoDefault(false);
        setButtonKind(made, ButtonKind::Flat);
        return made;
    };
    QPushButton *smaller = button(u"zoomOut"_s, u"−"_s, tr("Smaller (Ctrl+-)"));
    m_zoom = button(u"zoomMenu"_s, {}, tr("Size of the preview"));
    QPushButton *larger = button(u"zoomIn"_s, u"+"_s, tr("Larger (Ctrl++)"));
    auto *menu = new QMenu(m_zoom);
    menu->addAction(tr("Whole page"), this, [this] { m_preview->setFit(PagePreview::Fit::Page); });
    menu->addAction(tr("Page width"), this, [this] { m_preview->setFit(PagePreview::Fit::Width); });
    m_zoom->setMenu(menu);
    row->addWidget(label);
    row->addWidget(m_page);
    row->addWidget(m_pages);
    row->addStretch(1);
    row->addWidget(smaller);
    row->addWidget(m_zoom);
    row->addWidget(larger);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_preview, 1);

    connect(m_page, &QSpinBox::valueChanged, this,
            [this](int page) { m_preview->showPage(page - 1); });
    connect(m_preview, &PagePreview::pageChanged, this, [this](int page) {
        const QSignalBlocker blocker(m_page);
        m_page->setValue(page + 1);
    });
    connect(m_preview, &PagePreview::zoomChanged, this,
            [this] { m_zoom->setText(tr("%1 %").arg(m_preview->percent())); });
    const auto zoom = [this](bool in) { return [this, in] { m_preview->zoom(in); }; };
    connect(smaller, &QPushButton::clicked, this, zoom(false));
    connect(larger, &QPushButton::clicked, this, zoom(true));
    for (const auto &key : {u"Ctrl++"_s, u"Ctrl+="_s})
        connect(new QShortcut(key, this), &QShortcut::activated, this, zoom(true));
    connect(new QShortcut(u"Ctrl+-"_s, this), &QShortcut::activated, this, zoom(false));
    connect(new QShortcut(u"Ctrl+0"_s, this), &QShortcut::activated, this,
            [this] { m_preview->setFit(PagePreview::Fit::Page); });
    return pane;
}

QWidget *PrintDialog::buildFoot()
{
    auto *foot = new QWidget(this);
    m_state = new QLabel(foot);
    m_state->setObjectName(u"printState"_s);
    setTextStyle(m_state, TextStyle::Small);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_progress = new QProgressBar(foot);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(scaled(120), 8);
    m_stop = new QPushButton(foot);
    m_stop->setObjectName(u"printStop"_s);
    auto *close = new QPushButton(tr("Close"), foot);
    close->setObjectName(u"printClose"_s);
    m_save = new QPushButton(icon(u"export"_s, IconColor::Text), tr("Save as PDF…"), foot);
    m_save->setObjectName(u"printSave"_s);
    m_save->setToolTip(tr("Save the pages as a file (Ctrl+S)"));
    m_save->setShortcut(u"Ctrl+S"_s);
    m_print = new QPushButton(icon(u"print"_s, IconColor::OnAccent), tr("Print…"), foot);
    m_print->setObjectName(u"printNow"_s);
    m_print->setToolTip(tr("Choose a printer (Ctrl+P)"));
    m_print->setShortcut(u"Ctrl+P"_s);
    m_print->setDefault(true);
    setButtonKind(m_print, ButtonKind::Primary);
    for (QPushButton *button : {m_stop, close, m_save, m_print})
        setTextStyle(button, TextStyle::Ui, QFont::Medium);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(12);
    row->addWidget(m_state);
    row->addWidget(m_progress);
    row->addWidget(m_stop);
    row->addStretch(1);
    for (QPushButton *button : {close, m_save, m_print})
        row->addWidget(button);
    connect(m_stop, &QPushButton::clicked, this, &PrintDialog::stopOrGoOn);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &PrintDialog::savePdf);
    connect(m_print, &QPushButton::clicked, this, &PrintDialog::print);
    return foot;
}

const QuestionSet &PrintDialog::chosen() const
{
    return m_sets.at(m_form->set());
}

// Makes the pages anew, after a choice; what was made before is thrown away.
void PrintDialog::begin()
{
    m_writer->stop();
    m_device.reset();
    m_banner->clear();
    PrintSetup setup;
    setup.options = m_form->options();
    setup.title = chosen().title;
    setup.questions = int(chosen().questions.size());
    setup.date = QDate::currentDate();
    setup.highlighter = &m_desk.highlighter;
    auto sheet = PrintSheet::make(setup);
    m_next = 0;
    m_complete = false;
    const auto before = std::exchange(m_sheet, std::move(sheet)); // until the preview has let it go
    m_preview->setJob(&m_sheet->job());
    if (chosen().questions.isEmpty())
        m_composing.stop();
    else
        m_composing.start();
    showPages();
    showState();
}

void PrintDialog::composeSome()
{
    const int pages = m_sheet->job().pageCount();
    QElapsedTimer clock;
    clock.start();
    while (m_next < chosen().questions.size() && clock.elapsed() < sliceMilliseconds) {
        const auto question = readPrintedQuestion(m_desk, chosen().questions.at(m_next));
        if (question.ok())
            m_sheet->add(question.value());
        else
            m_banner->showError(question.error()); // the others are printed all the same
        ++m_next;
    }
    if (m_next == chosen().questions.size()) {
        m_sheet->finish();
        m_composing.stop();
        m_complete = true;
    }
    if (m_complete || m_sheet->job().pageCount() != pages)
        showPages();
    showState();
}

void PrintDialog::showPages()
{
    if (m_complete)
        m_preview->setJob(&m_sheet->job()); // anew: each page says now how many there are
    else
        m_preview->grow();
    const int count = m_sheet->job().pageCount();
    const QSignalBlocker blocker(m_page);
    m_page->setRange(qMin(1, count), count);
    m_page->setValue(m_preview->page() + 1);
    m_pages->setText(tr("of %1").arg(count));
}

void PrintDialog::showState()
{
    const int total = int(chosen().questions.size());
    const bool writing = m_writer->isRunning();
    const bool busy = writing || m_composing.isActive();
    QString state;
    if (total == 0) {
        state = tr("There is no question to print.");
    } else if (writing) {
        state = tr("Writing the pages");
    } else if (!m_complete) {
        state = tr("%1 of %n question(s)", nullptr, total).arg(m_next);
        m_progress->setRange(0, total);
        m_progress->setValue(int(m_next));
    } else {
        state = tr("%n question(s)", nullptr, total) + u" · "_s +
                tr("%n page(s)", nullptr, m_sheet->job().pageCount());
    }
    m_state->setText(state);
    m_progress->setVisible(total > 0 && (writing || !m_complete));
    m_stop->setVisible(m_progress->isVisibleTo(this));
    m_stop->setText(busy ? tr("Stop") : tr("Go on"));
    m_print->setEnabled(m_complete && !writing);
    m_save->setEnabled(m_complete && !writing);
    m_form->setEnabled(!writing);
}

void PrintDialog::stopOrGoOn()
{
    if (m_writer->isRunning()) {
        m_writer->stop();
        if (auto *printer = dynamic_cast<QPrinter *>(m_device.get()))
            printer->abort();
        m_device.reset();
        finishWriting();
        m_banner->showNote(tr("Stopped. Nothing was saved, and pages that the printer did not have "
                              "yet are not printed."));
    } else if (m_composing.isActive()) {
        m_composing.stop();
        showState();
    } else {
        m_composing.start();
        showState();
    }
}

bool PrintDialog::write(QPagedPaintDevice &device, int first, int last,
                        std::function<void(bool ok)> afterwards)
{
    m_banner->clear();
    m_afterwards = std::move(afterwards);
    const bool begun = m_writer->start(m_sheet->job(), device, first, last);
    showState();
    return begun;
}

void PrintDialog::finishWriting()
{
    m_buffer.close();
    m_buffer.setData({});
    showState();
}

void PrintDialog::print()
{
    if (!hasPrinter()) {
        m_banner->showNote(tr("No printer is set up on this computer. Save the pages as a PDF, "
                              "which can be printed anywhere, or set up a printer and try again."));
        m_save->setFocus(Qt::OtherFocusReason);
        return;
    }
    auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    const PrintJob &job = m_sheet->job();
    printer->setDocName(job.title());
    printer->setCreator(u"Woodshed"_s);
    printer->setPageSize(job.layout().pageSize());
    if (m_form->options().kind == PrintKind::FlashCards)
        printer->setDuplex(m_form->options().flip == FlipEdge::Long ? QPrinter::DuplexLongSide
                                                                    : QPrinter::DuplexShortSide);
    printer->setFromTo(1, job.pageCount());
    if (!choosePrinter(*printer))
        return;
    const bool all = printer->printRange() == QPrinter::AllPages || printer->fromPage() < 1;
    const int last = job.pageCount() - 1;
    const int from = all ? 0 : qBound(0, printer->fromPage() - 1, last);
    const int to = all ? last : qBound(from, printer->toPage() - 1, last);
    const QString target =
        printer->outputFileName().isEmpty() ? printer->printerName() : printer->outputFileName();
    const auto afterwards = [this, target](bool ok) {
        if (ok)
            m_banner->showNote(tr("Sent to %1.").arg(target));
        else
            m_banner->showError({Error::Kind::CannotOpen,
                                 tr("The pages could not be sent to %1. Nothing was changed. "
                                    "Choose another printer, or save them as a PDF.")
                                     .arg(target),
                                 {}});
    };
    m_device = std::move(printer);
    if (!write(*m_device, from, to, afterwards)) {
        m_device.reset();
        afterwards(false);
    }
}

void PrintDialog::savePdf()
{
    const QString path =
        chooseFile(tr("%1.pdf").arg(fileName(m_sheet->job().title())), tr("PDF (*.pdf)"));
    if (path.isEmpty())
        return;
    m_buffer.setData({});
    m_buffer.open(QIODevice::WriteOnly);
    auto pdf = std::make_unique<QPdfWriter>(&m_buffer);
    pdf->setTitle(m_sheet->job().title());
    pdf->setCreator(u"Woodshed"_s);
    pdf->setResolution(dotsPerInch);
    m_device = std::move(pdf);
    // Collected first, so that an earlier file is replaced only by a whole one.
    std::ignore = write(*m_device, 0, m_sheet->job().pageCount() - 1, [this, path](bool) {
        const Status saved = writeFile(path, m_buffer.data());
        const QString file = QDir::toNativeSeparators(path);
        if (!saved.ok()) {
            m_banner->showError(saved.error());
            return;
        }
        m_banner->showNote(tr("Saved to %1.").arg(file));
        emit announced(tr("Saved to %1").arg(file));
    });
}

void PrintDialog::reject()
{
    if (m_writer->isRunning())
        stopOrGoOn(); // says that nothing was saved
    else
        QDialog::reject();
}

void PrintDialog::done(int result)
{
    m_composing.stop();
    m_writer->stop();
    if (auto *printer = dynamic_cast<QPrinter *>(m_device.get()))
        printer->abort();
    QDialog::done(result);
}
