// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/encoding.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tilldeck::sheets {

namespace {

constexpr qint64 checkedAtOnce = qint64(256) * 1024;

/// What Windows-1252 has in the place of the control characters of Latin-1; the replacement character where it has
/// nothing.
constexpr std::array<char16_t, 32> ofWindows{
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

constexpr char16_t firstOfWindows = 0x80;

std::optional<Encoding> byMark(const QByteArray &start)
{
    if (start.startsWith("\xEF\xBB\xBF"))
        return Encoding::Utf8;
    if (start.startsWith("\xFF\xFE"))
        return Encoding::Utf16LittleEndian;
    if (start.startsWith("\xFE\xFF"))
        return Encoding::Utf16BigEndian;
    return std::nullopt;
}

/// Returns UTF-16 where every other byte of @p start is mostly zero, as it is in the languages of Europe.
std::optional<Encoding> byZeros(const QByteArray &start)
{
    std::array<qsizetype, 2> zeros{};
    for (qsizetype i = 0; i < start.size(); ++i)
        zeros.at(size_t(i % 2)) += start.at(i) == '\0' ? 1 : 0;
    const qsizetype least = start.size() / 4;
    if (least > 0 && zeros[1] >= least && zeros[0] < least)
        return Encoding::Utf16LittleEndian;
    if (least > 0 && zeros[0] >= least && zeros[1] < least)
        return Encoding::Utf16BigEndian;
    return std::nullopt;
}

bool isUtf8(QFile &file)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    while (!file.atEnd() && !decoder.hasError()) {
        const QByteArray piece = file.read(checkedAtOnce);
        if (piece.isEmpty())
            break;
        const QString ignored = decoder(piece);
    }
    const QString ignored = decoder("\n"); // half of a character at the end is an error now
    return !decoder.hasError();
}

QStringConverter::Encoding qtEncodingOf(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf16LittleEndian:
        return QStringConverter::Utf16LE;
    case Encoding::Utf16BigEndian:
        return QStringConverter::Utf16BE;
    case Encoding::Windows1252:
        return QStringConverter::Latin1;
    case Encoding::Utf8:
        break;
    }
    return QStringConverter::Utf8;
}

} // namespace

std::optional<Encoding> encodingNamed(const QString &name)
{
    const QString plain = name.toLower().remove(u'-').remove(u'_').remove(u' ');
    if (plain == "utf8"_L1)
        return Encoding::Utf8;
    if (plain == "utf16"_L1 || plain == "utf16le"_L1)
        return Encoding::Utf16LittleEndian;
    if (plain == "utf16be"_L1)
        return Encoding::Utf16BigEndian;
    if (plain == "windows1252"_L1 || plain == "cp1252"_L1 || plain == "latin1"_L1 || plain == "iso88591"_L1)
        return Encoding::Windows1252;
    return std::nullopt;
}

QString nameOf(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf16LittleEndian:
    case Encoding::Utf16BigEndian:
        return u"UTF-16"_s;
    case Encoding::Windows1252:
        return u"Windows-1252"_s;
    case Encoding::Utf8:
        break;
    }
    return u"UTF-8"_s;
}

Encoding encodingOf(QFile &file)
{
    constexpr qint64 startSize = 4096;
    const QByteArray start = file.read(startSize);
    auto found = byMark(start);
    if (!found)
        found = byZeros(start);
    file.seek(0);
    if (!found)
        found = isUtf8(file) ? Encoding::Utf8 : Encoding::Windows1252;
    file.seek(0);
    return *found;
}

class Decoder::Private
{
public:
    explicit Private(Encoding encoding)
        : encoding(encoding)
        , decoder(qtEncodingOf(encoding))
    {
    }

    Encoding encoding;
    QStringDecoder decoder; ///< Leaves out a mark at the beginning.
};

Decoder::Decoder(Encoding encoding)
    : d(std::make_unique<Private>(encoding))
{
}

Decoder::~Decoder() = default;

QString Decoder::decode(const QByteArray &bytes)
{
    QString text = d->decoder(bytes);
    if (d->encoding != Encoding::Windows1252)
        return text;
    for (QChar &character : text) {
        const size_t place = size_t(character.unicode()) - firstOfWindows;
        if (character.unicode() >= firstOfWindows && place < ofWindows.size())
            character = QChar(ofWindows.at(place));
    }
    return text;
}

} // namespace tilldeck::sheets
