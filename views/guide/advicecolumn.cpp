// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/guide/advicecolumn.h"

#include "views/common/panes.h"
#include "views/common/scrollbox.h"
#include "views/common/typography.h"
#include "views/guide/faqrow.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QLabel *small(QWidget *parent, bool muted = false)
{
    auto *made = new QLabel(parent);
    setTextStyle(made, TextStyle::Small);
    made->setWordWrap(true);
    made->setTextFormat(Qt::RichText);
    if (muted)
        made->setForegroundRole(QPalette::PlaceholderText);
    return made;
}

void addTitle(ScrollBox *box, const QString &text)
{
    if (box->inside()->count() > 0)
        box->inside()->addSpacing(16);
    auto *made = new QLabel(text, box);
    setTextStyle(made, TextStyle::Heading);
    made->setWordWrap(true);
    box->inside()->addWidget(made);
}

} // namespace

AdviceColumn::AdviceColumn(const QList<GuideEntry> &entries, QWidget *parent)
    : QWidget(parent)
    , m_duration(small(this, true))
    , m_focus(small(this))
    , m_past(small(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(buildLevel(entries), 2);
    layout->addWidget(buildAnswers(entries), 3);
}

QWidget *AdviceColumn::buildLevel(const QList<GuideEntry> &entries)
{
    auto *box = new ScrollBox(tr("What they ask at this level, and tips"), this);
    m_focus->setObjectName(u"levelFocus"_s);
    addTitle(box, tr("What they ask at this level"));
    box->inside()->addWidget(m_focus);
    box->inside()->addWidget(m_duration);
    addTitle(box, tr("Tips"));
    for (const GuideEntry &entry : entries) {
        if (entry.kind != GuideEntry::Kind::Tip)
            continue;
        auto *tip = small(box);
        tip->setText(u"<b>%1.</b> %2"_s.arg(entry.title.toHtmlEscaped(),
                                            inlineRichText(entry.text, scaled(13))));
        box->inside()->addWidget(tip);
    }
    box->inside()->addStretch(1);
    return box;
}

QWidget *AdviceColumn::buildAnswers(const QList<GuideEntry> &entries)
{
    auto *box = new ScrollBox(tr("Questions people ask, and where to read on"), this);
    addTitle(box, tr("Questions people ask"));
    auto *questions = new QVBoxLayout;
    questions->setSpacing(0);
    box->inside()->addLayout(questions);
    QList<FaqRow *> rows;
    for (const GuideEntry &entry : entries) {
        if (entry.kind != GuideEntry::Kind::Faq)
            continue;
        auto *row = new FaqRow(entry, box);
        if (!rows.isEmpty())
            questions->addWidget(ruler(box));
        questions->addWidget(row);
        rows.append(row);
    }
    for (FaqRow *row : std::as_const(rows)) {
        connect(row, &FaqRow::opened, this, [rows, row] { // one answer at a time
            for (FaqRow *other : rows) {
                if (other != row)
                    other->setOpen(false);
            }
        });
    }
    if (!rows.isEmpty())
        rows.constFirst()->setOpen(true);
    addTitle(box, tr("Where to read on"));
    for (const GuideEntry &entry : entries) {
        if (entry.kind != GuideEntry::Kind::Resource)
            continue;
        auto *link = linkLabel(box);
        setTextStyle(link, TextStyle::Small);
        link->setText(
            u"<a href=\"%1\">%2</a>"_s.arg(entry.url.toHtmlEscaped(), entry.title.toHtmlEscaped()));
        link->setToolTip(entry.text);
        link->setAccessibleName(entry.title);
        link->setAccessibleDescription(entry.text);
        box->inside()->addWidget(link);
        connect(link, &QLabel::linkActivated, this, &AdviceColumn::linkRequested);
    }
    m_past->setObjectName(u"pastInterviews"_s);
    m_past->setTextInteractionFlags(Qt::TextSelectableByMouse);
    box->inside()->addSpacing(8);
    box->inside()->addWidget(m_past);
    box->inside()->addStretch(1);
    return box;
}

void AdviceColumn::setLevel(const Level &level)
{
    m_duration->setText(tr("People prepare %1, about %2 in all.").arg(level.duration, level.hours));
    QString focus;
    for (const QString &line : level.focus)
        focus += u"<li style=\"margin-bottom:6px\">%1</li>"_s.arg(inlineRichText(line, scaled(13)));
    m_focus->setText(u"<ul style=\"margin-left:-24px\">%1</ul>"_s.arg(focus));
}

void AdviceColumn::setPast(const QList<PastInterview> &past)
{
    QString text = u"<p style=\"font-size:%1px\"><b>%2</b></p>"_s.arg(scaled(16))
                       .arg(tr("Past interviews").toHtmlEscaped());
    for (const PastInterview &interview : past) {
        QString note = interview.note.trimmed().toHtmlEscaped();
        note.replace(u'\n', u"<br>"_s);
        text += u"<p><b>%1</b>, %2<br>%3</p>"_s.arg(
            QLocale().toString(interview.day, tr("d MMMM yyyy")), interview.level.toHtmlEscaped(),
            note);
    }
    m_past->setText(past.isEmpty() ? QString() : text);
    m_past->setVisible(!past.isEmpty());
}
