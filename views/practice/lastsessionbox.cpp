// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/practice/lastsessionbox.h"

#include "views/common/durations.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"
#include "views/practice/keypointlist.h"
#include "views/practice/ratingbar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int missedShown = 3;
constexpr int mostQuestions = 10; // in a round of missed points

QLabel *mutedLabel(TextStyle style, QWidget *parent)
{
    auto *label = new QLabel(parent);
    setTextStyle(label, style);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QString whenText(const QDateTime &ended)
{
    const QDate today = QDate::currentDate();
    const QLocale locale;
    const QString day = ended.date() == today ? LastSessionBox::tr("Today")
                        : ended.date() == today.addDays(-1)
                            ? LastSessionBox::tr("Yesterday")
                            : locale.toString(ended.date(), QLocale::ShortFormat);
    return day + u", "_s + locale.toString(ended.time(), u"HH:mm"_s);
}

} // namespace

LastSessionBox::LastSessionBox(QWidget *parent)
    : Box(parent)
    , m_when(mutedLabel(TextStyle::Meta, this))
    , m_what(mutedLabel(TextStyle::Small, this))
    , m_ratings(new RatingBar(this))
    , m_missed(new QLabel(this))
    , m_again(new QPushButton(this))
{
    auto *title = new QLabel(tr("Last session"), this);
    setTextStyle(title, TextStyle::Heading);
    m_what->setWordWrap(true);
    m_missed->setObjectName(u"missedOnStart"_s);
    setTextStyle(m_missed, TextStyle::Small);
    m_missed->setTextFormat(Qt::RichText);
    m_missed->setWordWrap(true);
    m_again->setObjectName(u"practiseMissed"_s);
    setTextStyle(m_again, TextStyle::Ui, QFont::Medium);
    auto *heading = new QHBoxLayout;
    heading->addWidget(title, 1);
    heading->addWidget(m_when);
    content()->addLayout(heading);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_what, m_ratings, m_missed, m_again})
        content()->addWidget(widget);
    connect(m_again, &QPushButton::clicked, this, [this] { emit practiseChosen(m_questions); });
}

void LastSessionBox::show(const std::optional<SessionSummary> &last,
                          const QList<StubbornPoint> &stubborn)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_when, m_ratings, m_again})
        widget->setVisible(last.has_value());
    m_questions.clear();
    if (last) {
        showSession(*last);
        showMissed(last->missed, stubborn);
    } else {
        explainGrades();
    }
}

void LastSessionBox::explainGrades()
{
    m_what->setText(tr("After each answer you grade yourself:"));
    m_missed->show();
    m_missed->setText(tr("<p><b>1 Again</b>: most of it was missing</p>"
                         "<p><b>2 Hard</b>: half of it, with effort</p>"
                         "<p><b>3 Good</b>: the points that matter</p>"
                         "<p><b>4 Easy</b>: all of it, without thinking</p>"));
}

void LastSessionBox::showSession(const SessionSummary &last)
{
    for (const Review &review : last.session.reviews) {
        const bool missed = std::any_of(review.points.begin(), review.points.end(),
                                        [](const PointResult &point) { return !point.met; });
        if (missed && !m_questions.contains(review.question))
            m_questions.append(review.question);
    }
    m_when->setText(whenText(last.ended));
    m_what->setText(tr("%1 · %n question(s) · %2", nullptr, int(last.session.reviews.size()))
                        .arg(last.session.title, durationText(last.duration)));
    m_ratings->setCounts(last.ratings);
}

void LastSessionBox::showMissed(const QStringList &missed, const QList<StubbornPoint> &stubborn)
{
    // Those missed again and again come first, with how often.
    QStringList points;
    QStringList plain;
    for (const StubbornPoint &point : stubborn) {
        points.append(tr("%1 (%n times in a row)", nullptr, point.run).arg(point.text));
        plain.append(point.text);
        if (!m_questions.contains(point.question) && m_questions.size() < mostQuestions)
            m_questions.append(point.question);
    }
    for (const QString &point : missed) {
        if (!plain.contains(point))
            points.append(point);
    }
    QString text;
    if (!points.isEmpty()) {
        text = u"<p style=\"color:%1\"><b>%2</b></p>"_s.arg(tokensOf(palette()).muted.name(),
                                                            tr("Points you missed")) +
               missedPointRows(points.mid(0, missedShown), scaled(13), palette());
    }
    if (points.size() > missedShown)
        text += u"<p>%1</p>"_s.arg(tr("and %n more", nullptr, int(points.size()) - missedShown));
    m_missed->setText(text);
    m_missed->setVisible(!text.isEmpty());
    m_again->setText(tr("Practise %n question(s) again", nullptr, int(m_questions.size())));
    m_again->setVisible(!m_questions.isEmpty());
}
