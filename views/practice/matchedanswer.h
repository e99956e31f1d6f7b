// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/keypointmatcher.h"

#include <QTextEdit>

// A typed answer to read: each phrase that makes a key point is underlined, with the point's number
// after it.
class MatchedAnswer final : public QTextEdit
{
    Q_OBJECT

public:
    explicit MatchedAnswer(QWidget *parent = nullptr);

    // `spans` by place in the rubric; empty ones are not shown.
    void setAnswer(const QString &text, const QList<TextSpan> &spans);

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();

    QString m_text;
    QList<TextSpan> m_spans;
};
