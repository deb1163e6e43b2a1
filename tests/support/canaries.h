// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets of a test that must be found nowhere, and the search for them.
#pragma once

#include <QByteArrayList>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRandomGenerator>
#include <QStringList>
#include <QUrl>

#include <functional>

namespace tilldeck::test {

using namespace Qt::StringLiterals;

/// Returns @p prefix with 32 random characters behind it, which stand nowhere by chance.
inline QString newCanary(const QString &prefix)
{
    constexpr QLatin1StringView characters("abcdefghijklmnopqrstuvwxyz0123456789");
    QString text = prefix;
    for (int i = 0; i < 32; ++i)
        text += characters.at(QRandomGenerator::system()->bounded(int(characters.size())));
    return text;
}

/// Knows secrets by what they are, and finds them in bytes: as UTF-8, in upper case, as UTF-16, in hexadecimal, in
/// Base64 at each place of a longer text, percent-encoded, as entities of HTML, as escapes of JSON and scripts, and
/// reduced to their second half, which no mask may show.
class Canaries
{
public:
    /// With @p halfToo the second half alone counts, too: in a URL that may be an id.
    void add(const QString &what, const QString &secret, bool halfToo = true)
    {
        if (secret.size() < 16)
            qFatal("%s is too short to be told from chance.", qPrintable(what));
        const QByteArray utf8 = secret.toUtf8();
        QByteArrayList forms{utf8, QByteArray(reinterpret_cast<const char *>(secret.utf16()), secret.size() * 2),
                             utf8.toHex(), utf8.toUpper(), utf8.toHex().toUpper()};
        if (halfToo)
            forms << secret.last(secret.size() / 2).toUtf8();
        for (int before = 0; before < 3; ++before) {
            // The characters at the edges depend on what stands around the secret.
            QByteArray encoded = (QByteArray(before, 'x') + utf8).toBase64(QByteArray::OmitTrailingEquals);
            encoded = encoded.sliced(before == 0 ? 0 : 4).chopped(4);
            forms << encoded << QByteArray(encoded).replace('+', '-').replace('/', '_');
        }
        // Also what needs no encoding may be encoded.
        for (const auto &[before, after] : {std::pair("%", ""), std::pair("%25", ""), std::pair("&#x", ";"),
                                            std::pair("\\u00", ""), std::pair("\\x", "")}) {
            QByteArray encoded;
            for (const char each : utf8)
                encoded += before + QByteArray(1, each).toHex() + after;
            forms << encoded << encoded.toUpper().replace("&#X", "&#x").replace("\\U", "\\u").replace("\\X", "\\x");
        }
        QByteArray entities;
        for (const char each : utf8)
            entities += "&#" + QByteArray::number(int(each)) + ";";
        forms << entities;
        for (const char *line : {"%5F", "%5f", "%255F", "&lowbar;", "&#95;", "&#x5f;", "&#x5F;", "\\u005f", "\\u005F"})
            forms << QByteArray(utf8).replace("_", line);
        if (const QByteArray encoded = QUrl::toPercentEncoding(secret); encoded != utf8)
            forms << encoded;
        forms.removeAll(utf8);
        forms << utf8;
        m_forms.insert(what, m_forms.value(what) + forms);
        ++m_count;
    }

    int count() const { return m_count; }
    qint64 searchedBytes() const { return m_bytes; }
    int searchedPlaces() const { return m_places; }

    /// Returns "WHAT in @p where" for each secret that @p bytes hold.
    QStringList hits(const QString &where, const QByteArray &bytes)
    {
        m_bytes += bytes.size();
        ++m_places;
        QStringList found;
        for (auto secret = m_forms.cbegin(); secret != m_forms.cend(); ++secret) {
            if (std::ranges::any_of(*secret, [&](const QByteArray &form) { return bytes.contains(form); }))
                found << secret.key() + u" in "_s + where;
        }
        return found;
    }

    /// Returns the same for each file below @p folder, by its path there, also for names of files and targets of links.
    QStringList hitsBelow(const QString &folder)
    {
        QStringList found;
        QDirIterator each(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                          QDirIterator::Subdirectories);
        while (each.hasNext()) {
            const QFileInfo info(each.next());
            const QString path = QDir(folder).relativeFilePath(info.filePath());
            found += hits(path, path.toUtf8() + info.symLinkTarget().toUtf8());
            QFile file(info.filePath());
            if (info.isFile() && file.open(QIODevice::ReadOnly))
                found += hits(path, file.readAll());
        }
        found.removeDuplicates();
        found.sort();
        return found;
    }

private:
    QHash<QString, QByteArrayList> m_forms;
    int m_count = 0;
    qint64 m_bytes = 0;
    int m_places = 0;
};

} // namespace tilldeck::test
