// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/spellchecker.h"

#include "model/collection/collection.h"
#include "model/collection/sql.h"
#include "model/collection/studysetting.h"
#include "model/settings.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QStandardPaths>

#include <hunspell/hunspell.hxx>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestWord = 40; // in suggestions, whose search grows with the length

const QString ownWordsKey = u"spelling/words"_s;

// Letters of one word, as dictionaries spell it.
QString plain(QString word)
{
    return word.replace(u'’', u'\'');
}

// The dictionary without its ending, ".aff" or ".dic"; empty when there is none.
QString findDictionary(const QStringList &folders)
{
    const QString language = QLocale::system().name(); // "de_DE"
    const QStringList names{language, language.section(u'_', 0, 0), u"en_GB"_s, u"en_US"_s};
    for (const QString &name : names) {
        for (const QString &folder : folders) {
            const QString stem = QDir(folder).filePath(name);
            if (QFile::exists(stem + u".aff"_s) && QFile::exists(stem + u".dic"_s))
                return stem;
        }
    }
    return {};
}

// What Qt calls an encoding that a dictionary names.
QByteArray encodingName(QByteArray name)
{
    return name.replace("ISO8859-", "ISO-8859-").replace("microsoft-cp", "windows-");
}

// Hunspell takes any file for a dictionary, and then no word is right.
bool startsWithACount(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    QByteArray line = file.readLine(64).trimmed();
    if (line.startsWith("\xEF\xBB\xBF"))
        line.remove(0, 3);
    return line.toInt() > 0;
}

QSet<QString> termsOf(const QString &collection)
{
    static const QRegularExpression word(u"[\\p{L}\\p{M}]+"_s);
    QSet<QString> terms;
    const auto database = Database::open(collection, Database::Mode::ReadOnly);
    if (!database.ok())
        return terms; // fewer words are right, nothing worse
    const auto read = readRows(*database.value(),
                               u"SELECT title || ' ' || prompt || ' ' || answer FROM question"_s,
                               {}, [&](const QSqlQuery &row) {
                                   const QString text = row.value(0).toString();
                                   for (auto words = word.globalMatch(text); words.hasNext();)
                                       terms.insert(words.next().captured().toLower());
                                   return 0;
                               });
    return read.ok() ? terms : QSet<QString>();
}

} // namespace

struct SpellChecker::Dictionary
{
    std::unique_ptr<Hunspell> hunspell;
    QByteArray encoding;
    QSet<QString> terms; // in small letters
    QString problem;

    std::string encode(const QString &word) const
    {
        const QByteArray bytes = QStringEncoder(encoding.constData()).encode(word);
        return bytes.toStdString();
    }

    QString decode(const std::string &word) const
    {
        return QStringDecoder(encoding.constData()).decode(QByteArrayView(word));
    }
};

SpellChecker::SpellChecker(Collection &collection, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_collection(collection)
    , m_settings(settings)
{
}

SpellChecker::~SpellChecker() = default;

QStringList SpellChecker::folders()
{
    QStringList folders = qEnvironmentVariable("DICPATH").split(QDir::listSeparator());
    QStringList data = QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation);
    data.append(u"/usr/share"_s); // distributions put them there, whatever the session says
    for (const QString &each : std::as_const(data))
        for (const QString &place : {u"/hunspell"_s, u"/myspell"_s, u"/myspell/dicts"_s})
            folders.append(each + place);
    folders.removeAll(QString());
    folders.removeDuplicates();
    return folders;
}

void SpellChecker::start(const QStringList &in)
{
    if (m_started || !isOn())
        return;
    m_started = true;
    const auto own = readValue(m_collection.database(),
                               u"SELECT value FROM setting WHERE key = ?"_s, {ownWordsKey});
    if (own.ok()) {
        const QStringList words = own.value().toString().split(u'\n', Qt::SkipEmptyParts);
        m_own = QSet<QString>(words.cbegin(), words.cend());
    }
    const QString stem = findDictionary(in);
    if (stem.isEmpty()) {
        m_problem = tr("No spelling dictionary is installed: hunspell-en-gb for one");
        return;
    }
    m_thread = std::jthread([this, stem] { load(stem); });
}

// In the thread.
void SpellChecker::load(const QString &stem)
{
    auto loaded = std::make_shared<Dictionary>();
    if (startsWithACount(stem + u".dic"_s)) {
        loaded->hunspell =
            std::make_unique<Hunspell>(QFile::encodeName(stem + u".aff"_s).constData(),
                                       QFile::encodeName(stem + u".dic"_s).constData());
        const std::string &encoding = loaded->hunspell->get_dict_encoding();
        loaded->encoding = encodingName(QByteArray::fromStdString(encoding));
        if (!QStringEncoder(loaded->encoding.constData()).isValid())
            loaded->problem =
                tr("The spelling dictionary %1 is in %2, which cannot be read here")
                    .arg(QDir::toNativeSeparators(stem), QString::fromLatin1(loaded->encoding));
        loaded->terms = termsOf(m_collection.path());
    } else {
        loaded->problem = tr("The spelling dictionary %1 is damaged: install it again")
                              .arg(QDir::toNativeSeparators(stem));
    }
    QMetaObject::invokeMethod(
        this,
        [this, loaded] {
            m_problem = loaded->problem;
            if (m_problem.isEmpty())
                m_dictionary = loaded;
            emit changed();
        },
        Qt::QueuedConnection);
}

bool SpellChecker::isOn() const
{
    return m_settings.value(Setting::checkSpelling);
}

void SpellChecker::setOn(bool on)
{
    m_settings.set(Setting::checkSpelling, on);
    start();
    emit changed();
}

bool SpellChecker::isCorrect(const QString &word) const
{
    if (!m_dictionary || !isOn())
        return true;
    const QString spelled = plain(word);
    const QString bare = spelled.endsWith(u"'s"_s) ? spelled.chopped(2) : spelled;
    return isOwn(bare) || m_dictionary->terms.contains(bare.toLower()) ||
           m_dictionary->hunspell->spell(m_dictionary->encode(spelled));
}

QStringList SpellChecker::suggestions(const QString &word, int limit) const
{
    QStringList found;
    if (!m_dictionary || word.size() > longestWord)
        return found;
    const auto all = m_dictionary->hunspell->suggest(m_dictionary->encode(plain(word)));
    for (const std::string &each : all) {
        if (found.size() < limit)
            found.append(m_dictionary->decode(each));
    }
    return found;
}

bool SpellChecker::isOwn(const QString &word) const
{
    // As a dictionary does: one in small letters is also right at the beginning of a sentence.
    return m_own.contains(plain(word)) || m_own.contains(plain(word).toLower());
}

void SpellChecker::addOwn(const QString &word)
{
    m_own.insert(plain(word));
    keepOwn();
}

void SpellChecker::removeOwn(const QString &word)
{
    m_own.remove(plain(word));
    m_own.remove(plain(word).toLower());
    keepOwn();
}

void SpellChecker::keepOwn()
{
    QStringList words(m_own.cbegin(), m_own.cend());
    words.sort();
    m_collection.writes().submit(
        [value = words.join(u'\n')](const Database &database) {
            return keepSetting(database, ownWordsKey, value);
        },
        ownWordsKey);
    emit changed();
}
