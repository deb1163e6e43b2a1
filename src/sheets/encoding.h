// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>
#include <optional>

namespace tilldeck::sheets {

/// How a file writes its characters.
enum class Encoding { Utf8, Utf16LittleEndian, Utf16BigEndian, Windows1252 };

/// Returns the encoding of that name, "utf-8", "utf-16", "windows-1252" or "latin-1", in any case; nothing for another
/// one. Without a mark at its beginning, UTF-16 is little-endian.
std::optional<Encoding> encodingNamed(const QString &name);

/// Returns the name of an encoding: "UTF-8".
QString nameOf(Encoding encoding);

/// Returns the encoding of @p file by the mark at its beginning, else by its bytes: what is no UTF-8 is Windows-1252,
/// of which Latin-1 is a part. Reads the file through, and leaves it at its beginning.
Encoding encodingOf(QFile &file);

/// Reads the text of a file piece by piece. Bytes that are no character become the replacement character.
class Decoder
{
public:
    explicit Decoder(Encoding encoding);
    ~Decoder();

    /// Returns the text of @p bytes, which follow those of the last call, without a mark at the beginning of the file.
    QString decode(const QByteArray &bytes);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tilldeck::sheets
