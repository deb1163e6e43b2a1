// SPDX-License-Identifier: GPL-3.0-or-later
// A merchant's file of sessions: as CSV, and as the drafts of its rows.
#include "fuzz/fuzz.h"
#include "sheets/sheet.h"

#include <sys/mman.h>
#include <unistd.h>

#include <vector>

using namespace tilldeck;
using namespace Qt::StringLiterals;
using sheets::Decimals;
using sheets::Encoding;

namespace {

/// A file that is nowhere on the disk.
class MemoryFile
{
public:
    MemoryFile()
        : m_file(memfd_create("sheet", 0))
    {
        fuzz::check(m_file >= 0);
    }

    QString holding(const QByteArray &bytes) const
    {
        fuzz::check(ftruncate(m_file, 0) == 0);
        fuzz::check(pwrite(m_file, bytes.data(), static_cast<size_t>(bytes.size()), 0) == bytes.size());
        return u"/proc/self/fd/%1"_s.arg(m_file);
    }

private:
    int m_file;
};

const MemoryFile &file()
{
    static const MemoryFile file;
    return file;
}

const checkout::Capabilities &capabilities(bool hasItems)
{
    using checkout::Field;
    static const auto with = [](checkout::FieldSet fields) {
        checkout::Capabilities can;
        can.fields = fields;
        return can;
    };
    static const checkout::Capabilities items =
        with({Field::LineItems, Field::Price, Field::Name, Field::Amount, Field::Quantity, Field::PromotionCode,
              Field::Coupon, Field::Expiry, Field::CustomFieldName, Field::CustomerEmail, Field::Customer});
    static const checkout::Capabilities total =
        with({Field::Pricing, Field::ChargeAmount, Field::ChargeCurrency, Field::Product, Field::CustomerName,
              Field::MetadataName, Field::Reference, Field::Description, Field::SuccessUrl, Field::ReturnUrl});
    return hasItems ? items : total;
}

std::vector<QStringList> cellsOf(const QByteArray &bytes, const sheets::CsvForm &form, bool &isWhole)
{
    std::vector<QStringList> rows;
    auto opened = sheets::CsvFile::open(file().holding(bytes), form);
    isWhole = opened.has_value();
    if (!opened) {
        fuzz::check(!opened.error().isEmpty());
        return rows;
    }
    int line = 0;
    while (auto record = opened->next()) {
        fuzz::check(record->line > line && !record->cells.isEmpty());
        line = record->line;
        rows.push_back(record->cells);
    }
    isWhole = !opened->failure();
    fuzz::check(isWhole || !opened->failure()->sentence.isEmpty());
    return rows;
}

/// Writes what was read with every cell in quotes: it is read again as the same.
void readTwice(const QByteArray &bytes, const sheets::CsvForm &form)
{
    bool isWhole = false;
    const auto rows = cellsOf(bytes, form, isWhole);
    QByteArray again;
    for (const QStringList &cells : rows) {
        QStringList quoted;
        for (const QString &cell : cells)
            quoted << u'"' + QString(cell).replace(u'"', u"\"\""_s) + u'"';
        again += quoted.join(u',').toUtf8() + '\n';
    }
    sheets::CsvForm plain;
    plain.encoding = Encoding::Utf8;
    plain.separator = ',';
    fuzz::check(cellsOf(again, plain, isWhole) == rows && isWhole);
}

struct Read
{
    std::vector<sheets::SheetRow> rows;
    std::vector<sheets::CellProblem> problems;
};

std::optional<Read> readSheet(const QString &path, const sheets::SheetChoices &choices,
                              const checkout::Capabilities &can)
{
    auto sheet = sheets::Sheet::open(path, choices, can);
    if (!sheet) {
        fuzz::check(!sheet.error().isEmpty());
        return std::nullopt;
    }
    QStringList titles{QString()};
    for (const sheets::SheetColumn &column : sheet->columns())
        titles << column.title;
    Read read;
    int line = sheet->titleLine();
    while (auto row = sheet->next()) {
        fuzz::check(row->line > line);
        line = row->line;
        for (const sheets::CellProblem &problem : row->problems)
            fuzz::check(problem.line == row->line && !problem.sentence.isEmpty() && titles.contains(problem.column));
        for (const auto &item : row->draft.lineItems)
            fuzz::check(!item.unitAmount || item.unitAmount->minorUnits() >= 0);
        read.rows.push_back(std::move(*row));
    }
    read.problems = sheet->problems();
    return read;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const fuzz::Input input(data, size);
    sheets::SheetChoices choices;
    if (input.choice & 8)
        choices.form.encoding = static_cast<Encoding>(input.choice / 16 % 4);
    if (input.choice & 64)
        choices.form.separator = ",;"[input.choice / 128];
    readTwice(input.rest, choices.form);

    // An amount that is read without a word on its decimals is the same with it.
    const QString path = file().holding(input.rest);
    const checkout::Capabilities &can = capabilities(input.choice & 1);
    // Three decimals are where both notations read the same digits: 1.000 KWD.
    const QString currencies[] = {QString(), u"EUR"_s, u"KWD"_s, u"JPY"_s};
    choices.currency = money::Currency::fromCode(currencies[input.choice / 2 % 4]);
    const auto unsaid = readSheet(path, choices, can);
    for (const Decimals decimals : {Decimals::Point, Decimals::Comma}) {
        choices.decimals = decimals;
        const auto said = readSheet(path, choices, can);
        fuzz::check(said.has_value() == unsaid.has_value());
        if (!said)
            continue;
        fuzz::check(said->rows.size() == unsaid->rows.size());
        for (size_t i = 0; i < said->rows.size(); ++i) {
            const bool bothAreRead = said->rows[i].problems.empty() && unsaid->rows[i].problems.empty();
            fuzz::check(!bothAreRead || said->rows[i].draft == unsaid->rows[i].draft);
        }
    }
    return 0;
}
