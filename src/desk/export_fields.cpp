// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/export_fields.h"

#include "desk/export_text.h"

#include <algorithm>

namespace tilldeck::desk {

using namespace Qt::StringLiterals;

using checkout::CustomField;

namespace {

constexpr qsizetype mostDigits = 15; // that a spreadsheet keeps of a number

QByteArray valueCell(const checkout::CustomFieldValue &value, const Csv &csv)
{
    if (const auto *text = std::get_if<QString>(&value))
        return csv.text(*text);
    if (const auto *isSet = std::get_if<bool>(&value))
        return *isSet ? "true" : "false";
    const auto *whole = std::get_if<qint64>(&value);
    QString number = whole ? QString::number(*whole)
                           : QLocale::c().toString(std::get<double>(value), 'g', QLocale::FloatingPointShortest);
    if (number.size() > mostDigits)
        return csv.text(number);
    return number.replace(u'.', csv.decimalSign()).toLatin1();
}

void addNames(const std::vector<CustomField> &fields, QStringList &names)
{
    for (const CustomField &field : fields) {
        if (!names.contains(field.name))
            names << field.name;
    }
}

void addCells(const std::vector<CustomField> *fields, const QStringList &names, const Csv &csv,
              QList<QByteArray> &cells)
{
    for (const QString &name : names) {
        QByteArray cell;
        if (fields) {
            const auto found = std::ranges::find(*fields, name, &CustomField::name);
            if (found != fields->end())
                cell = valueCell(found->value, csv);
        }
        cells << cell;
    }
}

} // namespace

bool ExportFields::has(const checkout::SessionDraft &draft)
{
    return !draft.customFields.empty() || !draft.subscriptionCustomFields.empty() || !draft.metadata.empty();
}

void ExportFields::add(const checkout::SessionDraft &draft)
{
    addNames(draft.customFields, m_custom);
    addNames(draft.subscriptionCustomFields, m_subscription);
    addNames(draft.metadata, m_metadata);
}

QList<QByteArray> ExportFields::titles(const Csv &csv) const
{
    QList<QByteArray> titles;
    for (const QString &name : m_custom)
        titles << csv.text(ExportText::tr("Custom field: %1", "column, name").arg(name));
    for (const QString &name : m_subscription)
        titles << csv.text(ExportText::tr("Subscription field: %1", "column, name").arg(name));
    for (const QString &name : m_metadata)
        titles << csv.text(ExportText::tr("Metadata: %1", "column, name").arg(name));
    return titles;
}

QList<QByteArray> ExportFields::cells(const checkout::SessionDraft *draft, const Csv &csv) const
{
    QList<QByteArray> cells;
    addCells(draft ? &draft->customFields : nullptr, m_custom, csv, cells);
    addCells(draft ? &draft->subscriptionCustomFields : nullptr, m_subscription, csv, cells);
    addCells(draft ? &draft->metadata : nullptr, m_metadata, csv, cells);
    return cells;
}

} // namespace tilldeck::desk
