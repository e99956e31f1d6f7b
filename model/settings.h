// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>

#include <optional>
#include <type_traits>
#include <variant>

// A setting of the window: where it is kept and what holds until somebody changes it. What
// describes the person's study is kept in the collection instead.
// Texts and bytes are empty until then.
template <typename T>
struct SettingKey
{
    using Default = std::conditional_t<std::is_arithmetic_v<T>, T, std::monostate>;

    const char *name;
    Default otherwise{};
};

// Every setting there is; the one table that is tested row by row.
namespace Setting {

inline constexpr SettingKey<int> theme{"look/theme", 0}; // a Theme
inline constexpr SettingKey<bool> systemFonts{"look/systemFonts", false};
inline constexpr SettingKey<int> interfaceSize{"look/interfaceSize", 100}; // percent
inline constexpr SettingKey<int> readingSize{"look/readingSize", 15};      // pixels
inline constexpr SettingKey<bool> alwaysShowAnswers{"study/alwaysShowAnswers", false};
inline constexpr SettingKey<int> highlightColor{"study/highlightColor", 0}; // a HighlightColor
inline constexpr SettingKey<bool> checkSpelling{"notes/checkSpelling", true};
inline constexpr SettingKey<int> answerMode{"practice/answerMode", 0}; // an AnswerMode
inline constexpr SettingKey<bool> showTimer{"practice/showTimer", true};
inline constexpr SettingKey<bool> codeMayRun{"practice/codeMayRun", false}; // asked once
inline constexpr SettingKey<int> exportFormat{"notes/exportFormat", 0};     // an ExportFormat

// What was printed last, see PrintOptions.
inline constexpr SettingKey<int> printKind{"print/kind", 0};
inline constexpr SettingKey<int> printPaper{"print/paper", 0};
inline constexpr SettingKey<bool> printAnswers{"print/answers", true};
inline constexpr SettingKey<bool> printKeyPoints{"print/keyPoints", true};
inline constexpr SettingKey<bool> printNotes{"print/notes", true};
inline constexpr SettingKey<bool> printHighlights{"print/highlights", false};
inline constexpr SettingKey<bool> printSources{"print/sources", false};
inline constexpr SettingKey<bool> printTierAndTopic{"print/tierAndTopic", true};
inline constexpr SettingKey<bool> printTickBoxes{"print/tickBoxes", true};
inline constexpr SettingKey<int> printCardsPerPage{"print/cardsPerPage", 8};
inline constexpr SettingKey<bool> printCutMarks{"print/cutMarks", true};
inline constexpr SettingKey<int> printFlip{"print/flip", 0};
inline constexpr SettingKey<int> printExamParts{"print/examParts", 0};
inline constexpr SettingKey<int> printAnswerSpace{"print/answerSpace", 2};
inline constexpr SettingKey<int> printMinutes{"print/minutes", 0};
inline constexpr SettingKey<int> printPoints{"print/points", 0};
inline constexpr SettingKey<bool> printKeyAnswers{"print/keyAnswers", true};

// The session: where the window was left.
inline constexpr SettingKey<int> page{"session/page", 0};
inline constexpr SettingKey<qlonglong> question{"session/question", 0};
inline constexpr SettingKey<QByteArray> geometry{"session/geometry"};
inline constexpr SettingKey<QByteArray> studySplitter{"session/studySplitter"};
inline constexpr SettingKey<QByteArray> marginSplitter{"session/marginSplitter"};
inline constexpr SettingKey<QByteArray> notesSplitter{"session/notesSplitter"};
inline constexpr SettingKey<QByteArray> bookmarksSplitter{"session/bookmarksSplitter"};
inline constexpr SettingKey<QString> filterText{"session/filterText"};
inline constexpr SettingKey<int> filterTier{"session/filterTier", -1}; // a Tier, or -1 for any
inline constexpr SettingKey<qlonglong> filterTopic{"session/filterTopic", 0};
inline constexpr SettingKey<int> filterState{"session/filterState", 0};
inline constexpr SettingKey<int> filterSort{"session/filterSort", 0};

} // namespace Setting

// Typed access to the settings file. Unknown keys in it are kept.
class Settings final
{
public:
    // An empty `path` means the place the system has for this program's settings.
    explicit Settings(const QString &path = {})
    {
        if (path.isEmpty())
            m_file.emplace();
        else
            m_file.emplace(path, QSettings::IniFormat);
    }

    template <typename T>
    T value(const SettingKey<T> &key) const
    {
        const QVariant value = m_file->value(QLatin1StringView(key.name));
        if constexpr (std::is_arithmetic_v<T>)
            return value.canConvert<T>() ? value.value<T>() : key.otherwise;
        else
            return value.value<T>();
    }

    template <typename T>
    void set(const SettingKey<T> &key, const T &value)
    {
        m_file->setValue(QLatin1StringView(key.name), QVariant::fromValue(value));
    }

private:
    std::optional<QSettings> m_file;
};
