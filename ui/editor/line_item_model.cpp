// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/line_item_model.h"

#include "ui/lists/roles.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

using checkout::Field;
using checkout::LineItem;
using checkout::Problem;

LineItemModel::LineItemModel(QObject *parent)
    : QAbstractTableModel(parent)
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
    for (const Row &row : m_rows) {
        items.push_back(row.item);
        items.back().quantity = row.quantity.value().value_or(0);
    }
    return items;
}

void LineItemModel::setCatalog(CatalogPtr catalog)
{
    m_catalog = std::move(catalog);
    if (!m_rows.empty())
        emit dataChanged(index(0, PriceColumn), index(rowCount() - 1, AmountColumn));
}

int LineItemModel::addItem()
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_rows.emplace_back(LineItem());
    endInsertRows();
    emit edited();
    return row;
}

std::optional<money::Currency> LineItemModel::currency(int row) const
{
    const auto amount = unitPrice(m_rows.at(size_t(row)));
    return amount ? std::optional(amount->currency()) : std::nullopt;
}

QString LineItemModel::itemCurrency() const
{
    const auto known = std::ranges::find_if(m_rows, [](const Row &row) { return !row.amount.currency.isEmpty(); });
    return known == m_rows.end() ? QString() : known->amount.currency;
}

void LineItemModel::setItemCurrency(const QString &code)
{
    m_suggested = code;
    for (Row &row : m_rows) {
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

bool LineItemModel::isBlank(int row) const
{
    const Row &typed = m_rows.at(size_t(row));
    return typed.item.priceId.isEmpty() && typed.item.name.isEmpty() && typed.amount.text.isEmpty();
}

bool LineItemModel::isEdited(int row) const
{
    if (row < 0 || row >= rowCount())
        return false;
    const auto &cells = m_rows[size_t(row)].edited;
    return std::ranges::find(cells, true) != cells.end();
}

bool LineItemModel::isEdited(int row, Column column) const
{
    return row >= 0 && row < rowCount() && m_rows[size_t(row)].edited[column];
}

std::vector<Problem> LineItemModel::inputProblems(int tier) const
{
    std::vector<Problem> problems;
    for (int row = 0; row < rowCount(); ++row) {
        const Row &typed = m_rows[size_t(row)];
        if (!typed.quantity.value())
            problems.emplace_back(Field::Quantity, tr("Type a whole number, 1 or more."), tier, row);
        const QString amount = typed.item.priceId.isEmpty() ? typed.amount.problem(QLocale()) : QString();
        if (!amount.isEmpty())
            problems.emplace_back(Field::Amount, amount, tier, row);
    }
    return problems;
}

int LineItemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int LineItemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LineItemModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
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
        if (role == AmountRole && unit && row.quantity.value()) {
            if (const auto total = unit->times(*row.quantity.value()))
                return QVariant::fromValue(*total);
        }
        break;
    default:
        break;
    }
    return {};
}

QVariant LineItemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PriceColumn:
        return tr("Item");
    case NameColumn:
        return tr("Name");
    case QuantityColumn:
        return tr("Quantity");
    case UnitPriceColumn:
        return tr("Unit price");
    case AmountColumn:
        return tr("Amount");
    default:
        return {};
    }
}

bool LineItemModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const QString text = value.toString();
    if (index.data(Qt::EditRole).toString() == text)
        return true;
    Row &row = m_rows[size_t(index.row())];
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
    row.edited[size_t(index.column())] = true;
    emit dataChanged(index, index.siblingAtColumn(AmountColumn));
    emit edited();
    return true;
}

Qt::ItemFlags LineItemModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid() || index.column() == AmountColumn)
        return flags;
    const bool ofItsOwn = index.column() == NameColumn || index.column() == UnitPriceColumn;
    return ofItsOwn && !m_rows[size_t(index.row())].item.priceId.isEmpty() ? flags : flags | Qt::ItemIsEditable;
}

bool LineItemModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > rowCount())
        return false;
    beginRemoveRows({}, row, row + count - 1);
    m_rows.erase(m_rows.begin() + row, m_rows.begin() + row + count);
    endRemoveRows();
    emit edited();
    return true;
}

bool LineItemModel::moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to, int before)
{
    if (row < 0 || count < 1 || row + count > rowCount() || before < 0 || before > rowCount() ||
        !beginMoveRows(from, row, row + count - 1, to, before))
        return false;
    const auto begin = m_rows.begin();
    if (before > row)
        std::rotate(begin + row, begin + row + count, begin + before);
    else
        std::rotate(begin + before, begin + row, begin + row + count);
    endMoveRows();
    emit edited();
    return true;
}

const checkout::Price *LineItemModel::price(const Row &row) const
{
    return row.item.priceId.isEmpty() ? nullptr : m_catalog->price(row.item.priceId);
}

std::optional<money::Money> LineItemModel::unitPrice(const Row &row) const
{
    if (const checkout::Price *known = price(row))
        return known->unitAmount;
    const bool sound = row.item.unitAmount && row.item.unitAmount->minorUnits() > 0;
    return sound ? row.item.unitAmount : std::nullopt;
}

void LineItemModel::readAmount(Row &row)
{
    const auto currency = row.amount.currencyValue();
    // An empty amount keeps the currency that was chosen for it.
    const auto none = currency ? std::optional(money::Money(0, *currency)) : std::nullopt;
    const auto typed = row.amount.value(QLocale());
    row.item.unitAmount = typed ? typed : none;
}

} // namespace tilldeck::ui

#include "moc_line_item_model.cpp"
