// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/icons.h"

#include "views/common/tokens.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace {

QColor colorOf(IconColor color, const QPalette &palette)
{
    const Tokens &tokens = tokensOf(palette);
    switch (color) {
    case IconColor::Text: return tokens.text;
    case IconColor::Muted: return tokens.muted;
    case IconColor::Accent: return tokens.accent;
    case IconColor::OnAccent: return tokens.onAccent;
    case IconColor::Miss: return tokens.miss;
    }
    Q_UNREACHABLE();
}

class Engine final : public QIconEngine
{
public:
    Engine(QString name, IconColor color, QString checkedName, IconColor checkedColor)
        : m_name(std::move(name))
        , m_color(color)
        , m_checkedName(std::move(checkedName))
        , m_checkedColor(checkedColor)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const bool checked = state == QIcon::On && !m_checkedName.isEmpty();
        const QPalette palette = QApplication::palette();
        const QColor color = mode == QIcon::Disabled
                                 ? tokensOf(palette).line2
                                 : colorOf(checked ? m_checkedColor : m_color, palette);
        const int size = qMin(rect.width(), rect.height());
        QRect target(0, 0, size, size);
        target.moveCenter(rect.center());
        painter->drawPixmap(target, iconPixmap(checked ? m_checkedName : m_name, color, size,
                                               painter->device()->devicePixelRatio()));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new Engine(*this); }

private:
    QString m_name;
    IconColor m_color;
    QString m_checkedName;
    IconColor m_checkedColor;
};

} // namespace

QIcon icon(const QString &name, IconColor color, const QString &checkedName, IconColor checkedColor)
{
    return QIcon(new Engine(name, color, checkedName, checkedColor)); // QIcon owns it
}

QPixmap iconPixmap(const QString &name, const QColor &color, int size, qreal pixelRatio)
{
    const QString key = u"woodshed/%1/%2/%3/%4"_s.arg(name, color.name()).arg(size).arg(pixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
    pixmap = QPixmap(QSize(size, size) * pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(pixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}
