// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/line_item_model.h"

#include "checkout/quantity.h"
#include "ui/lists/roles.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

using checkout::Field;
using checkout::LineItem;
using checkout::Problem;

LineItemModel::LineItemModel(QObject *parent)
    : EditedRowsModel(parent)
    , m_catalog(std::make_shared<checkout::Catalog>())
{
}

void LineItemModel::setItems(const std::vector<LineItem> &items)
{
    beginResetModel();
    m_rows.clear();
    for (const LineItem &item : items)
        m_rows.emplace_back(item);
    endResetModel();
}

std::vector<LineItem> LineItemModel::items() const
{
    std::vector<LineItem> items;
    items.reserve(m_rows.size());
    for (int row = 0; row < rowCount(); ++row) {
        if (!isItem(row))
            continue;
        const TypedItem &typed = m_rows[size_t(row)];
        items.push_back(typed.item);
        items.back().quantity = typed.quantity.value().value_or(0);
    }
    return items;
}

bool LineItemModel::isItem(int row) const
{
    const auto isFilled = [this](int at) { return !isBlank(at) || m_rows.at(size_t(at)).quantity.value() != 1; };
    if (isFilled(row))
        return true;
    for (int other = 0; other < rowCount(); ++other) {
        if (isFilled(other))
            return false;
    }
    return row == 0;
}

int LineItemModel::rowOf(int item) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (isItem(row) && item-- == 0)
            return row;
    }
    return -1;
}

void LineItemModel::setCatalog(CatalogPtr catalog)
{
    m_catalog = std::move(catalog);
    if (!m_rows.empty())
        emit dataChanged(index(0, PriceColumn), index(rowCount() - 1, AmountColumn));
}

int LineItemModel::addItem()
{
    return append(TypedItem(LineItem()));
}

std::optional<money::Currency> LineItemModel::currency(int row) const
{
    const auto amount = unitPrice(m_rows.at(size_t(row)));
    return amount ? std::optional(amount->currency()) : std::nullopt;
}

QString LineItemModel::itemCurrency() const
{
    const auto known =
        std::ranges::find_if(m_rows, [](const TypedItem &row) { return !row.amount.currency.isEmpty(); });
    return known == m_rows.end() ? QString() : known->amount.currency;
}

void LineItemModel::setItemCurrency(const QString &code)
{
    m_suggested = code;
    for (TypedItem &row : m_rows) {
        if (!row.item.priceId.isEmpty())
            continue;
        row.amount.currency = code;
        readAmount(row);
    }
    if (m_rows.empty())
        return;
    emit dataChanged(index(0, PriceColumn), index(rowCount() - 1, AmountColumn));
    emit edited();
}

void LineItemModel::suggestItemCurrency(const QString &code)
{
    if (m_suggested == code)
        return;
    m_suggested = code;
    if (!m_rows.empty())
        emit dataChanged(index(0, UnitPriceColumn), index(rowCount() - 1, UnitPriceColumn));
}

const QString &LineItemModel::typedCurrency(int row) const
{
    const QString &own = m_rows.at(size_t(row)).amount.currency;
    return own.isEmpty() ? m_suggested : own;
}

QString LineItemModel::amountRemark(int row) const
{
    TypedAmount typed = m_rows.at(size_t(row)).amount;
    typed.currency = typedCurrency(row);
    return typed.remark(QLocale());
}

bool LineItemModel::isBlank(int row) const
{
    const TypedItem &typed = m_rows.at(size_t(row));
    return typed.item.priceId.isEmpty() && typed.item.name.isEmpty() && typed.amount.text.isEmpty();
}

bool LineItemModel::isEdited(int row) const
{
    return row >= 0 && row < rowCount() && !m_rows[size_t(row)].editedColumns.isEmpty();
}

bool LineItemModel::isEdited(int row, Column column) const
{
    return row >= 0 && row < rowCount() && m_rows[size_t(row)].editedColumns.contains(column);
}

std::vector<Problem> LineItemModel::inputProblems(int tier) const
{
    std::vector<Problem> problems;
    for (int row = 0; row < rowCount(); ++row) {
        if (!isItem(row))
            continue;
        const TypedItem &typed = m_rows[size_t(row)];
        if (!typed.quantity.value())
            problems.emplace_back(Field::Quantity, tr("Type a whole number, 1 or more."), tier, row);
        const QString amount = typed.item.priceId.isEmpty() ? typed.amount.problem(QLocale()) : QString();
        if (!amount.isEmpty())
            problems.emplace_back(Field::Amount, amount, tier, row);
    }
    return problems;
}

int LineItemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LineItemModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TypedItem &row = m_rows[size_t(index.row())];
    const auto unit = unitPrice(row);
    switch (index.column()) {
    case PriceColumn:
        if (role == Qt::EditRole)
            return row.item.priceId;
        if (role == Qt::DisplayRole)
            return price(row) ? price(row)->label() : row.item.name.isEmpty() ? row.item.priceId : row.item.name;
        // The id stands beside a name only, not beside itself.
        if (role == SecondaryTextRole)
            return price(row) && price(row)->label() != row.item.priceId ? row.item.priceId : QString();
        break;
    case NameColumn:
        if (role == Qt::EditRole || role == Qt::DisplayRole)
            return row.item.name;
        break;
    case QuantityColumn:
        if (role == Qt::EditRole || role == Qt::DisplayRole)
            return row.quantity.text;
        break;
    case UnitPriceColumn:
        if (role == Qt::EditRole)
            return row.amount.text;
        if (role == AmountRole && unit)
            return QVariant::fromValue(*unit);
        break;
    case AmountColumn:
        if (const auto quantity = row.quantity.value();
            role == AmountRole && unit && quantity && checkout::quantityProblem(*quantity).isEmpty()) {
            if (const auto total = unit->times(*quantity))
                return QVariant::fromValue(*total);
        }
        break;
    default:
        break;
    }
    return {};
}

bool LineItemModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const QString text = value.toString();
    if (index.data(Qt::EditRole).toString() == text)
        return true;
    TypedItem &row = m_rows[size_t(index.row())];
    switch (index.column()) {
    case PriceColumn:
        // A price takes the place of an item that was named by hand.
        row.item = LineItem(text, row.item.quantity);
        row.amount = TypedAmount();
        break;
    case NameColumn:
        row.item.name = text;
        break;
    case QuantityColumn:
        row.quantity = WholeNumber(text);
        break;
    case UnitPriceColumn:
        row.amount.text = text;
        if (row.amount.currency.isEmpty())
            row.amount.currency = typedCurrency(index.row());
        readAmount(row);
        break;
    default:
        return false;
    }
    row.editedColumns.insert(index.column());
    emit dataChanged(index, index.siblingAtColumn(AmountColumn));
    emit edited();
    return true;
}

Qt::ItemFlags LineItemModel::flags(const QModelIndex &index) const
{
    const bool ofItsOwn = index.column() == NameColumn || index.column() == UnitPriceColumn;
    const bool isFixed =
        index.column() == AmountColumn || (ofItsOwn && !m_rows[size_t(index.row())].item.priceId.isEmpty());
    const Qt::ItemFlags flags = EditedRowsModel::flags(index);
    return isFixed ? flags & ~Qt::ItemFlags(Qt::ItemIsEditable) : flags;
}

const checkout::Price *LineItemModel::price(const TypedItem &row) const
{
    return row.item.priceId.isEmpty() ? nullptr : m_catalog->price(row.item.priceId);
}

std::optional<money::Money> LineItemModel::unitPrice(const TypedItem &row) const
{
    if (const checkout::Price *known = price(row))
        return known->unitAmount;
    const bool sound = row.item.unitAmount && row.item.unitAmount->minorUnits() > 0;
    return sound ? row.item.unitAmount : std::nullopt;
}

void LineItemModel::readAmount(TypedItem &row)
{
    const auto currency = row.amount.currencyValue();
    // An empty amount keeps the currency that was chosen for it.
    const auto none = currency ? std::optional(money::Money(0, *currency)) : std::nullopt;
    const auto typed = row.amount.value(QLocale());
    row.item.unitAmount = typed ? typed : none;
}

} // namespace tilldeck::ui

#include "moc_line_item_model.cpp"
