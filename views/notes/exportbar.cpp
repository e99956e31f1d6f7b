// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/notes/exportbar.h"

#include "model/collection/collection.h"
#include "model/settings.h"
#include "model/textfile.h"
#include "views/common/desk.h"
#include "views/common/icons.h"
#include "views/common/markdownpdf.h"
#include "views/common/typography.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

ExportBar::ExportBar(const Desk &desk, const AnnotationStore &store, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_store(store)
    , m_label(new QLabel(this))
    , m_format(new QComboBox(this))
    , m_withAnswers(new QCheckBox(tr("With the answers"), this))
    , m_export(new QPushButton(icon(u"export"_s, IconColor::Text), tr("Export…"), this))
{
    setScaledHeight(this, 64);
    m_label->setObjectName(u"exportLabel"_s);
    setTextStyle(m_label, TextStyle::Small);
    m_label->setForegroundRole(QPalette::PlaceholderText);
    m_format->setObjectName(u"exportFormat"_s);
    m_format->setAccessibleName(tr("Format of the export"));
    m_format->setToolTip(m_format->accessibleName());
    for (const ExportFormat each : allExportFormats)
        m_format->addItem(exportFormatTitle(each), int(each));
    m_format->setCurrentIndex(
        qMax(0, m_format->findData(desk.settings.value(Setting::exportFormat))));
    m_format->setMinimumWidth(scaled(128));
    m_withAnswers->setObjectName(u"exportWithAnswers"_s);
    setTextStyle(m_withAnswers, TextStyle::Small);
    m_export->setObjectName(u"exportNotes"_s);
    m_export->setToolTip(tr("Write what is listed, or the rows that are selected, to a file "
                            "(Ctrl+Enter)"));
    setTextStyle(m_export, TextStyle::Ui, QFont::Medium);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(32, 0, 24, 0);
    layout->setSpacing(12);
    layout->addWidget(m_label);
    layout->addWidget(m_format);
    layout->addWidget(m_withAnswers);
    layout->addStretch(1);
    layout->addWidget(m_export);
    connect(m_export, &QPushButton::clicked, this, &ExportBar::chooseFile);
    connect(m_format, &QComboBox::activated, this,
            [this] { m_desk.settings.set(Setting::exportFormat, int(format())); });
}

void ExportBar::setAnnotations(const QList<Annotation> &annotations, const QString &label)
{
    m_annotations = annotations;
    m_label->setText(label);
    for (QWidget *part : std::initializer_list<QWidget *>{m_format, m_withAnswers, m_export})
        part->setEnabled(!annotations.isEmpty());
    resizeEvent(nullptr);
}

void ExportBar::resizeEvent(QResizeEvent *)
{
    // Of a narrow bar, the words that can be done without go.
    const int needed = m_label->sizeHint().width() + m_format->sizeHint().width() +
                       m_withAnswers->sizeHint().width() + m_export->sizeHint().width() + 32 + 24 +
                       4 * layout()->spacing();
    m_label->setVisible(needed <= width() && !m_label->text().isEmpty());
}

ExportFormat ExportBar::format() const
{
    return ExportFormat(m_format->currentData().toInt());
}

void ExportBar::chooseFile()
{
    if (m_annotations.isEmpty())
        return;
    const QString suffix = exportFileSuffix(format());
    QFileDialog dialog(this, tr("Export notes"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilter(tr("%1 files (*.%2)").arg(exportFormatTitle(format()), suffix));
    dialog.setDefaultSuffix(suffix);
    dialog.selectFile(tr("Woodshed notes") + u'.' + suffix);
    if (dialog.exec() == QDialog::Accepted)
        exportTo(dialog.selectedFiles().constFirst());
}

void ExportBar::exportTo(const QString &path)
{
    const auto written = document();
    if (!written.ok()) {
        emit failed(written.error());
        return;
    }
    const Status saved = writeFile(path, written.value());
    if (saved.ok())
        emit exported(path);
    else
        emit failed(saved.error());
}

Result<QByteArray> ExportBar::document() const
{
    auto targets = LinkTargets::read(m_desk.collection.database(), 0);
    if (!targets.ok())
        return targets.error();
    const AnnotationExport exported{m_annotations, m_store, m_desk.questions,
                                    m_withAnswers->isChecked(), std::move(targets).value()};
    Result<QString> text = format() == ExportFormat::Csv    ? annotationsAsCsv(exported)
                           : format() == ExportFormat::Html ? annotationsAsHtml(exported)
                                                            : annotationsAsMarkdown(exported);
    if (!text.ok())
        return text.error();
    return format() == ExportFormat::Pdf ? pdfOf(tr("Notes"), text.value()) : text.value().toUtf8();
}
