// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotations/annotationexport.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
struct Desk;

// The foot of Notes: writes what is shown or chosen to a file. The format is remembered.
class ExportBar final : public QWidget
{
    Q_OBJECT

public:
    // `desk` and `store` must outlive the bar.
    ExportBar(const Desk &desk, const AnnotationStore &store, QWidget *parent = nullptr);

    // What would be written, and words for it: "Export 6 matches as".
    void setAnnotations(const QList<Annotation> &annotations, const QString &label);

    // Asks where to, and writes.
    void chooseFile();
    // Writes in the chosen format, whatever the file is called.
    void exportTo(const QString &path);

signals:
    void exported(const QString &path);
    void failed(const Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    ExportFormat format() const;
    Result<QByteArray> document() const;

    const Desk &m_desk;
    const AnnotationStore &m_store;
    QList<Annotation> m_annotations;
    QLabel *m_label;
    QComboBox *m_format;
    QCheckBox *m_withAnswers;
    QPushButton *m_export;
};
