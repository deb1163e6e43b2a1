// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/custom_field_model.h"

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

using checkout::CustomField;
using checkout::CustomFieldValue;
using checkout::Field;
using checkout::Problem;

namespace {

// A whole double keeps its ".0", so that it is read back as what it was.
QString textOf(double number)
{
    const QString text = QString::number(number, 'g', QLocale::FloatingPointShortest);
    return text.contains(u'.') || text.contains(u'e') || !std::isfinite(number) ? text : text + ".0"_L1;
}

} // namespace

CustomFieldModel::CustomFieldModel(Content content, QObject *parent)
    : EditedRowsModel(parent)
    , m_content(content)
{
}

bool CustomFieldModel::hasField(Field field) const
{
    if (isMetadata())
        return field == Field::MetadataName || field == Field::MetadataValue;
    return field == Field::CustomFieldName || field == Field::CustomFieldValue ||
           field == Field::SubscriptionFieldName || field == Field::SubscriptionFieldValue;
}

TypedField CustomFieldModel::makeRow(const CustomField &field, bool subscription)
{
    TypedField row;
    row.name = field.name;
    row.subscription = subscription;
    if (const auto *text = std::get_if<QString>(&field.value)) {
        row.text = *text;
    } else if (const auto *truth = std::get_if<bool>(&field.value)) {
        row.type = Type::YesNo;
        row.text = *truth ? u"true"_s : u"false"_s;
    } else {
        row.type = Type::Number;
        const auto *whole = std::get_if<qint64>(&field.value);
        row.text = whole ? QString::number(*whole) : textOf(std::get<double>(field.value));
    }
    return row;
}

std::optional<CustomFieldValue> CustomFieldModel::value(const TypedField &row)
{
    if (row.type == Type::Text)
        return row.text;
    if (row.type == Type::YesNo)
        return row.text == "true"_L1;
    bool ok = false;
    const QString text = row.text.trimmed();
    const qint64 whole = text.toLongLong(&ok);
    if (ok)
        return whole;
    const double number = text.toDouble(&ok);
    return ok && std::isfinite(number) ? std::optional<CustomFieldValue>(number) : std::nullopt;
}

void CustomFieldModel::setFields(const checkout::SessionDraft &draft)
{
    beginResetModel();
    m_rows.clear();
    for (const CustomField &field : isMetadata() ? draft.metadata : draft.customFields)
        m_rows.push_back(makeRow(field, false));
    if (!isMetadata()) {
        for (const CustomField &field : draft.subscriptionCustomFields)
            m_rows.push_back(makeRow(field, true));
    }
    endResetModel();
}

void CustomFieldModel::writeTo(checkout::SessionDraft &draft) const
{
    auto &plain = isMetadata() ? draft.metadata : draft.customFields;
    plain.clear();
    if (!isMetadata())
        draft.subscriptionCustomFields.clear();
    for (const TypedField &row : m_rows) {
        auto &fields = row.subscription ? draft.subscriptionCustomFields : plain;
        fields.emplace_back(row.name, value(row).value_or(row.text));
    }
}

int CustomFieldModel::addField()
{
    return append({});
}

bool CustomFieldModel::isEdited(int row) const
{
    return row >= 0 && row < rowCount() && m_rows[size_t(row)].edited;
}

int CustomFieldModel::rowOf(const Problem &problem) const
{
    const bool subscription =
        problem.field == Field::SubscriptionFieldName || problem.field == Field::SubscriptionFieldValue;
    int index = problem.index;
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows[size_t(row)].subscription == subscription && index-- == 0)
            return row;
    }
    return -1;
}

std::vector<Problem> CustomFieldModel::inputProblems() const
{
    std::vector<Problem> problems;
    int count[2] = {0, 0};
    for (const TypedField &row : m_rows) {
        const int index = count[row.subscription ? 1 : 0]++;
        if (value(row))
            continue;
        problems.emplace_back(isMetadata()       ? Field::MetadataValue
                              : row.subscription ? Field::SubscriptionFieldValue
                                                 : Field::CustomFieldValue,
                              tr("Type a number, for example 12 or 4.5, or choose Text."), 0, index);
    }
    return problems;
}

QString CustomFieldModel::typeName(Type type)
{
    switch (type) {
    case Type::Text:
        return tr("Text");
    case Type::Number:
        return tr("Number");
    case Type::YesNo:
        return tr("Yes or no");
    }
    return {};
}

int CustomFieldModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CustomFieldModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::EditRole))
        return {};
    const TypedField &row = m_rows[size_t(index.row())];
    const bool edit = role == Qt::EditRole;
    switch (index.column()) {
    case NameColumn:
        return row.name;
    case ValueColumn:
        return edit || row.type != Type::YesNo ? row.text : row.text == "true"_L1 ? tr("Yes") : tr("No");
    case TypeColumn:
        return edit ? QVariant(int(row.type)) : QVariant(typeName(row.type));
    case AttachColumn:
        return edit ? QVariant(row.subscription) : QVariant(row.subscription ? tr("Subscription") : tr("Session"));
    default:
        return {};
    }
}

QVariant CustomFieldModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case ValueColumn:
        return tr("Value");
    case TypeColumn:
        return tr("Type");
    case AttachColumn:
        return tr("Attach to");
    default:
        return {};
    }
}

bool CustomFieldModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || data(index, role) == value)
        return false;
    TypedField &row = m_rows[size_t(index.row())];
    QModelIndex first = index;
    switch (index.column()) {
    case NameColumn:
        row.name = value.toString();
        break;
    case ValueColumn:
        row.text = value.toString();
        break;
    case TypeColumn:
        row.type = Type(value.toInt());
        if (row.type == Type::YesNo && row.text != "true"_L1)
            row.text = u"false"_s;
        first = index.siblingAtColumn(ValueColumn);
        break;
    case AttachColumn:
        row.subscription = value.toBool();
        break;
    default:
        return false;
    }
    row.edited = true;
    emit dataChanged(first, index);
    emit edited();
    return true;
}

} // namespace tilldeck::ui

#include "moc_custom_field_model.cpp"
