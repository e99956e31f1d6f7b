// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/pastinterviewstore.h"
#include "views/common/box.h"

class NoteEditor;
class QLabel;
struct Desk;

// The day after: how the interview went, and what comes next.
class AftermathBox final : public Box
{
    Q_OBJECT

public:
    explicit AftermathBox(const Desk &desk, QWidget *parent = nullptr);

    // The interview that is asked about, and the title of the level it was for.
    void setInterview(const QDate &day, const QString &level);

    QDate interview() const { return m_interview.day; }

    // Takes less height where there is little.
    void setLow(bool low);

    // Hands over what is unsaved.
    void leave();

signals:
    void dateRequested();
    void stopRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void edited();

    const Desk &m_desk;
    PastInterview m_interview;
    QString m_before; // the note when the field was entered
    QLabel *m_when;
    NoteEditor *m_note;
};
