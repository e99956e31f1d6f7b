// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/practice/sessionprogress.h"

#include "model/practice/practicesession.h"
#include "views/common/painting.h"
#include "views/common/tokens.h"

#include <QPainter>

namespace {

constexpr int barHeight = 8;
constexpr int gap = 3;

} // namespace

SessionProgress::SessionProgress(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(barHeight);
}

void SessionProgress::show(const PracticeSession &session)
{
    m_steps.clear();
    int done = 0;
    for (int i = 0; i < session.questions().size(); ++i) {
        const Review *review = session.reviewAt(i);
        done += review != nullptr;
        if (review)
            m_steps.append(review->rating == Rating::Again ? Step::Again : Step::Done);
        else
            m_steps.append(i == session.position() ? Step::Now : Step::ToCome);
    }
    setAccessibleName(tr("%1 of %2 graded").arg(done).arg(session.questions().size()));
    setToolTip(accessibleName());
    update();
}

QSize SessionProgress::sizeHint() const
{
    return {200, barHeight};
}

void SessionProgress::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    const auto count = int(m_steps.size());
    for (int i = 0; i < count; ++i) {
        // Edges are computed from the whole, so that rounding never adds up.
        const int left = (width() + gap) * i / count;
        const int right = (width() + gap) * (i + 1) / count - gap;
        const QRect box(left, 0, qMax(2, right - left), barHeight);
        switch (m_steps.at(i)) {
        case Step::Done: paintBox(painter, box, 1, tokens.accent, {}); break;
        case Step::Again: paintBox(painter, box, 1, tokens.base, tokens.miss); break;
        case Step::Now: paintBox(painter, box, 1, tokens.base, tokens.accent); break;
        case Step::ToCome: paintBox(painter, box, 1, tokens.seg, {}); break;
        }
    }
}
