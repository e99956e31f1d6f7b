// SPDX-License-Identifier: GPL-3.0-or-later
// Both themes can be read, and everything in them follows the interface size.

#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

class TestTokens : public QObject
{
    Q_OBJECT

private slots:
    void contrast_isEnough_data();
    void contrast_isEnough();
    void palette_tellsItsTheme();
    void selection_keepsItsColourWithoutFocus();
    void interfaceSize_changesWidgetsThatExist();
    void systemFonts_replaceThePreferred();
};

namespace {

// Relative luminance and contrast ratio of WCAG 2.
double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

} // namespace

void TestTokens::contrast_isEnough_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("least");
    for (const Tokens *tokens : {&lightTokens(), &darkTokens()}) {
        const char *theme = tokens->dark ? "dark" : "light";
        const std::pair<const char *, QColor> grounds[] = {{"window", tokens->window},
                                                           {"panel", tokens->panel},
                                                           {"base", tokens->base},
                                                           {"tint", tokens->tint}};
        for (const auto &[name, ground] : grounds) {
            QTest::addRow("text on %s, %s", name, theme) << tokens->text << ground << 7.0;
            QTest::addRow("muted on %s, %s", name, theme) << tokens->muted << ground << 4.5;
        }
        QTest::addRow("accent on base, %s", theme) << tokens->accent << tokens->base << 4.5;
        QTest::addRow("on accent, %s", theme) << tokens->onAccent << tokens->accent << 4.5;
        QTest::addRow("miss on base, %s", theme) << tokens->miss << tokens->base << 4.5;
        QTest::addRow("text on error, %s", theme) << tokens->text << tokens->missTint << 7.0;
        QTest::addRow("border on base, %s", theme) << tokens->line2 << tokens->base << 3.0;
        QTest::addRow("keyword, %s", theme) << tokens->codeKeyword << tokens->sunken << 4.5;
        QTest::addRow("string, %s", theme) << tokens->codeString << tokens->sunken << 4.5;
        QTest::addRow("comment, %s", theme) << tokens->codeComment << tokens->sunken << 4.5;
        for (size_t i = 0; i < tokens->marks.size(); ++i) {
            QTest::addRow("highlight %zu, %s", i, theme)
                << tokens->markText << tokens->marks.at(i) << 7.0;
            QTest::addRow("marker %zu, %s", i, theme)
                << tokens->markLines.at(i) << tokens->base << 3.0;
        }
        QTest::addRow("advanced badge, %s", theme)
            << tokens->inkBadgeText << tokens->inkBadge << 4.5;
    }
}

void TestTokens::contrast_isEnough()
{
    QFETCH(const QColor, ink);
    QFETCH(const QColor, ground);
    QFETCH(const double, least);
    QVERIFY2(contrast(ink, ground) >= least, qPrintable(QString::number(contrast(ink, ground))));
}

void TestTokens::palette_tellsItsTheme()
{
    QVERIFY(!tokensOf(paletteOf(lightTokens())).dark);
    QVERIFY(tokensOf(paletteOf(darkTokens())).dark);
}

void TestTokens::selection_keepsItsColourWithoutFocus()
{
    const QPalette palette = paletteOf(lightTokens());
    QCOMPARE(palette.color(QPalette::Inactive, QPalette::Highlight), lightTokens().tint);
    QCOMPARE(palette.color(QPalette::Active, QPalette::Highlight), lightTokens().tint);
}

void TestTokens::interfaceSize_changesWidgetsThatExist()
{
    applyTypography({});
    QLabel label;
    setTextStyle(&label, TextStyle::Title);
    setScaledHeight(&label, 40);
    QCOMPARE(label.font().pixelSize(), 24);
    QCOMPARE(label.height(), 40);
    Typography larger;
    larger.interfaceSize = 130;
    applyTypography(larger);
    QCOMPARE(label.font().pixelSize(), 31);
    QCOMPARE(label.height(), 52);
    applyTypography({});
    QCOMPARE(label.font().pixelSize(), 24);
}

void TestTokens::systemFonts_replaceThePreferred()
{
    applyTypography({});
    const QString preferred = QApplication::font().family();
    QVERIFY(preferred == u"IBM Plex Sans"_s || preferred == u"Open Sans"_s);
    Typography system;
    system.systemFonts = true;
    applyTypography(system);
    QVERIFY(QApplication::font().family() != u"IBM Plex Sans"_s);
    applyTypography({});
    QCOMPARE(QApplication::font().family(), preferred);
}

QTEST_MAIN(TestTokens)
#include "tst_tokens.moc"
