// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/csv_choice.h"

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using desk::CsvReader;

CsvChoice::CsvChoice(QWidget *parent)
    : QComboBox(parent)
{
    setObjectName(u"csvReader"_s);
    addItem(tr("Excel and other spreadsheets"), static_cast<int>(CsvReader::Excel));
    addItem(tr("Programs"), static_cast<int>(CsvReader::Programs));
}

desk::Csv CsvChoice::csv() const
{
    return desk::Csv(static_cast<CsvReader>(currentData().toInt()), QTimeZone::systemTimeZone());
}

QString CsvChoice::note() const
{
    const desk::Csv csv = this->csv();
    const QString separator = csv.separator() == ';' ? tr("semicolons") : tr("commas");
    const QString decimal = csv.decimalSign() == u","_s ? tr("decimal comma") : tr("decimal point");
    const QString zone = QString::fromLatin1(QTimeZone::systemTimeZone().id());
    if (static_cast<CsvReader>(currentData().toInt()) == CsvReader::Excel)
        return tr("Columns are separated by %1, numbers have a %2. Texts that a spreadsheet would change or run "
                  "(00042, 12E5, 1-2, =1+1) "
                  "get "
                  "an apostrophe in front. Times are of %3, with their offset from UTC.",
                  "semicolons, decimal comma, time zone")
            .arg(separator, decimal, zone);
    return tr("Columns are separated by %1, numbers have a %2. Every text stands as it is, without control "
              "characters and escape sequences: opened in a spreadsheet, some would be changed or run as formulas. "
              "Times are of %3, with their offset from UTC.",
              "commas, decimal point, time zone")
        .arg(separator, decimal, zone);
}

} // namespace tilldeck::ui

#include "moc_csv_choice.cpp"
