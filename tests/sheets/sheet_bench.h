// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/sheet.h"

#include <QTemporaryDir>
#include <QTest>

namespace tilldeck::sheets::test {

using namespace Qt::StringLiterals;

/// A file of a merchant's.
class SheetFile
{
public:
    explicit SheetFile(const QByteArray &bytes)
    {
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The file could not be written.");
    }
    QString path() const { return m_folder.filePath(u"rows.csv"_s); }

private:
    QTemporaryDir m_folder;
};

/// Returns what a flow takes that has everything.
inline checkout::Capabilities takesAll()
{
    checkout::Capabilities can;
    for (int field = 0; field <= int(checkout::lastField); ++field)
        can.fields += checkout::FieldSet{checkout::Field(field)};
    return can;
}

inline Sheet opened(const SheetFile &file, SheetChoices choices = {}, const checkout::Capabilities &can = takesAll())
{
    auto sheet = Sheet::open(file.path(), std::move(choices), can);
    if (!sheet)
        qFatal("%s", qPrintable(sheet.error()));
    return std::move(*sheet);
}

inline std::vector<SheetRow> rowsOf(Sheet &sheet)
{
    std::vector<SheetRow> rows;
    while (auto row = sheet.next())
        rows.push_back(std::move(*row));
    return rows;
}

} // namespace tilldeck::sheets::test
