// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/settingsdialog.h"

#include "model/settings.h"
#include "views/common/focusring.h"
#include "views/common/typography.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int interfaceSizes[] = {90, 100, 115, 130};
constexpr int smallestReading = 13;
constexpr int largestReading = 20;

} // namespace

SettingsDialog::SettingsDialog(Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
{
    setWindowTitle(tr("Settings"));
    new FocusRing(this);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(12);

    QComboBox *theme = addChoice(grid, tr("Theme"), u"themeSetting"_s);
    theme->addItems({tr("As the system"), tr("Light"), tr("Dark")});
    theme->setCurrentIndex(qBound(0, settings.value(Setting::theme), 2));
    QComboBox *size = addChoice(grid, tr("Interface size"), u"interfaceSizeSetting"_s);
    for (int percent : interfaceSizes)
        size->addItem(tr("%1 %").arg(percent), percent);
    size->setCurrentIndex(qMax(0, size->findData(settings.value(Setting::interfaceSize))));
    QComboBox *reading = addChoice(grid, tr("Text size of answers"), u"readingSizeSetting"_s);
    for (int pixels = smallestReading; pixels <= largestReading; ++pixels)
        reading->addItem(QString::number(pixels), pixels);
    reading->setCurrentIndex(qMax(0, reading->findData(settings.value(Setting::readingSize))));

    auto *fonts = new QCheckBox(tr("Use the system's fonts"), this);
    fonts->setObjectName(u"systemFontsSetting"_s);
    fonts->setChecked(settings.value(Setting::systemFonts));
    auto *answers = new QCheckBox(tr("Always show answers in Study"), this);
    answers->setObjectName(u"alwaysShowSetting"_s);
    answers->setChecked(settings.value(Setting::alwaysShowAnswers));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    layout->addLayout(grid);
    layout->addWidget(fonts);
    layout->addWidget(answers);
    m_sections = new QVBoxLayout;
    m_sections->setSpacing(12);
    layout->addLayout(m_sections);
    layout->addSpacing(8);
    layout->addWidget(buttons);

    connect(theme, &QComboBox::activated, this, [this](int index) {
        m_settings.set(Setting::theme, index);
        emit appearanceChanged();
    });
    connect(size, &QComboBox::activated, this, [this, size] {
        m_settings.set(Setting::interfaceSize, size->currentData().toInt());
        emit appearanceChanged();
    });
    connect(reading, &QComboBox::activated, this, [this, reading] {
        m_settings.set(Setting::readingSize, reading->currentData().toInt());
        emit appearanceChanged();
    });
    connect(fonts, &QCheckBox::toggled, this, [this](bool on) {
        m_settings.set(Setting::systemFonts, on);
        emit appearanceChanged();
    });
    connect(answers, &QCheckBox::toggled, this,
            [this](bool on) { m_settings.set(Setting::alwaysShowAnswers, on); });
}

void SettingsDialog::addSection(const QString &title, QWidget *section)
{
    auto *heading = new QLabel(title, this);
    setTextStyle(heading, TextStyle::Heading);
    m_sections->addSpacing(8);
    m_sections->addWidget(heading);
    m_sections->addWidget(section);
}

QComboBox *SettingsDialog::addChoice(QGridLayout *grid, const QString &name,
                                     const QString &objectName)
{
    auto *label = new QLabel(name, this);
    auto *box = new QComboBox(this);
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    label->setBuddy(box);
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0);
    grid->addWidget(box, row, 1);
    box->setMinimumWidth(scaled(180));
    return box;
}
