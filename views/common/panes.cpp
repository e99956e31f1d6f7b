// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/panes.h"

#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

class Bar final : public QWidget
{
public:
    explicit Bar(QWidget *parent)
        : QWidget(parent)
    {
        setScaledHeight(this, 40);
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(16, 0, 12, 1);
        layout->setSpacing(8);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(QRect(0, height() - 1, width(), 1), tokensOf(palette()).line);
    }
};

class Ruler final : public QWidget
{
public:
    Ruler(Qt::Orientation orientation, QWidget *parent)
        : QWidget(parent)
    {
        if (orientation == Qt::Horizontal)
            setFixedHeight(1);
        else
            setFixedWidth(1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), tokensOf(palette()).line);
    }
};

} // namespace

QWidget *paneBar(QWidget *parent)
{
    return new Bar(parent);
}

QWidget *padded(QWidget *content, int margin)
{
    auto *frame = new QWidget;
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(margin, margin - 4, margin - 4, margin);
    layout->addWidget(content);
    if (content->sizePolicy().verticalPolicy() == QSizePolicy::Fixed)
        layout->addStretch(1);
    return frame;
}

QWidget *ruler(QWidget *parent, Qt::Orientation orientation)
{
    return new Ruler(orientation, parent);
}

QString inlineRichText(const QString &markdown, int pixels)
{
    static const QRegularExpression code(u"`([^`]+)`"_s);
    static const QRegularExpression strong(u"\\*\\*([^*]+)\\*\\*"_s);
    static const QRegularExpression stress(u"\\*([^*]+)\\*"_s);
    QString text = markdown.toHtmlEscaped();
    text.replace(strong, u"<b>\\1</b>"_s);
    text.replace(stress, u"<i>\\1</i>"_s);
    text.replace(code, u"<span style=\"font-family:'%1';font-size:%2px\">\\1</span>"_s
                           .arg(textFont(TextStyle::Code).family())
                           .arg(qRound(pixels * 0.93)));
    return text;
}

QString withoutMnemonic(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

QLabel *linkLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    label->setWordWrap(true);
    return label;
}
