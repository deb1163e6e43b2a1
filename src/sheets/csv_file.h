// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/encoding.h"

#include <QFile>
#include <QStringList>

#include <expected>
#include <memory>
#include <optional>

namespace tilldeck::sheets {

/// Holds what the merchant chooses about the form of a file; what is not set is found out.
struct CsvForm
{
    std::optional<Encoding> encoding;
    std::optional<char> separator; ///< ',', ';' or a tab.
};

/// Holds a row of a file.
struct CsvRecord
{
    int line = 0; ///< The line of the file at which it begins, from 1.
    QStringList cells;

    bool isEmpty() const; ///< Every cell is.
};

/// Says why the rest of a file cannot be read as CSV.
struct CsvFailure
{
    int line = 0;
    QString sentence;
};

/// Reads a CSV file (RFC 4180) row by row, so that its size does not count: cells in quotes with separators, quotes and
/// line ends in them, lines that end with CR, LF or both. Blanks around a cell without quotes and empty lines are left
/// out. A quotation mark that closes nothing ends the reading, since it could swallow rows.
class CsvFile
{
public:
    /// Error: why it cannot be read, in a sentence.
    static std::expected<CsvFile, QString> open(const QString &path, const CsvForm &form);
    CsvFile(CsvFile &&) noexcept;
    ~CsvFile();

    Encoding encoding() const;
    char separator() const;

    /// Returns the next row; nothing at the end, or where failure() says why there is no further one.
    std::optional<CsvRecord> next();
    const std::optional<CsvFailure> &failure() const;
    /// Returns how much of the file was read, from 0 to 1.
    double progress() const;

private:
    class Reader;
    explicit CsvFile(std::unique_ptr<Reader> reader);
    std::unique_ptr<Reader> m_reader;
};

} // namespace tilldeck::sheets
