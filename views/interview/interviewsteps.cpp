// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/interview/interviewsteps.h"

#include "model/practice/mockinterview.h"
#include "views/common/icons.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 48;
constexpr int padding = 8;

// A scenario goes by its tier: its topic would say half the answer.
QString labelOf(const InterviewQuestion &question, bool asked)
{
    return asked && question.tier != Tier::Scenario && !question.topic.isEmpty()
               ? question.topic
               : tierTitle(question.tier);
}

} // namespace

InterviewSteps::InterviewSteps(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(tr("The questions of this interview. You cannot come back to one."));
}

void InterviewSteps::show(const MockInterview &interview)
{
    m_steps.clear();
    m_current = interview.position();
    QStringList said;
    for (int i = 0; i < interview.count(); ++i) {
        const InterviewQuestion &question = interview.record().questions.at(i);
        const bool asked = i <= m_current;
        const bool answered = isAnswered(question); // in words, and not only in the head
        const QString state = i == m_current     ? tr("now")
                              : !asked           ? tr("to come")
                              : question.flagged ? tr("flagged")
                              : question.skipped ? tr("skipped")
                              : answered         ? tr("answered")
                                                 : tr("nothing typed");
        const QString sign = i == m_current     ? u"play"_s
                             : !asked           ? QString()
                             : question.flagged ? u"flag"_s
                             : question.skipped ? u"skip"_s
                             : answered         ? u"check"_s
                                                : QString();
        m_steps.append({asked, sign, labelOf(question, asked),
                        clockText(asked ? interview.spent(i) : question.allowed)});
        said.append(u"%1 %2, %3"_s.arg(i + 1).arg(m_steps.constLast().label, state));
    }
    const QString name = tr("Questions: %1").arg(said.join(u"; "_s));
    if (name != accessibleName())
        setAccessibleName(name);
    setFixedHeight(scaled(rowHeight) * int(m_steps.size()) + 2 * scaled(padding));
    update();
}

QSize InterviewSteps::sizeHint() const
{
    return {scaled(280), scaled(rowHeight) * int(m_steps.size()) + 2 * scaled(padding)};
}

QRect InterviewSteps::rowRect(qsizetype row) const
{
    return {0, scaled(padding) + int(row) * scaled(rowHeight), width(), scaled(rowHeight)};
}

void InterviewSteps::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        const Step &step = m_steps.at(i);
        const QRect row = rowRect(i);
        const bool current = i == m_current;
        if (current) {
            painter.fillRect(row, tokens.tint);
            painter.fillRect(QRect(row.topLeft(), QSize(4, row.height())), tokens.accent);
        }
        const QFont::Weight weight = current ? QFont::DemiBold : QFont::Normal;
        painter.setFont(textFont(TextStyle::Ui, weight));
        painter.setPen(current ? tokens.text : tokens.muted);
        painter.drawText(QRect(scaled(12), row.top(), scaled(24), row.height()),
                         Qt::AlignVCenter | Qt::AlignRight, QString::number(i + 1));
        if (!step.icon.isEmpty()) {
            const bool quiet = step.icon == u"flag" || step.icon == u"skip";
            const QRect sign(scaled(50), row.center().y() - 7, 14, 14);
            painter.drawPixmap(sign, iconPixmap(step.icon, quiet ? tokens.text : tokens.accent, 14,
                                                devicePixelRatioF()));
        }
        const QFontMetrics small(textFont(TextStyle::Small, weight));
        const int timeWidth = small.horizontalAdvance(step.time);
        const QRect label(scaled(76), row.top(),
                          width() - scaled(76) - timeWidth - scaled(24) - scaled(12), row.height());
        painter.setPen(step.asked ? tokens.text : tokens.muted);
        painter.drawText(
            label, Qt::AlignVCenter,
            painter.fontMetrics().elidedText(step.label, Qt::ElideRight, label.width()));
        painter.setFont(textFont(TextStyle::Small, weight));
        painter.setPen(current ? tokens.text : tokens.muted);
        painter.drawText(row.adjusted(0, 0, -scaled(24), 0), Qt::AlignVCenter | Qt::AlignRight,
                         step.time);
    }
}
