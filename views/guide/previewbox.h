// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/outlook.h"
#include "views/common/box.h"

class QLabel;

// What a goal would lead to, beside what the present one does.
class PreviewBox final : public Box
{
    Q_OBJECT

public:
    explicit PreviewBox(QWidget *parent = nullptr);

    void showWorking();
    void showFailed(const QString &reason);
    // `now` is of the goal as it is; one that was never made is left out.
    void showOutlook(const Outlook &outlook, const Outlook &now);

private:
    void fill(const QString &caption, const QString &figure, const QStringList &facts,
              const QString &state);

    QLabel *m_title;
    QLabel *m_caption;
    QLabel *m_figure;
    QLabel *m_facts;
    QLabel *m_state;
};
