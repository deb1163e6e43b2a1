// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/tier_model.h"

#include <algorithm>

namespace tilldeck::ui {

using checkout::SessionDraft;

TierModel::TierModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_catalog(std::make_shared<checkout::Catalog>())
{
    m_tiers.push_back(makeTier({}, {}));
}

TierModel::Tier TierModel::makeTier(const std::vector<checkout::LineItem> &items, const QString &route)
{
    auto *model = new LineItemModel(this);
    model->setCatalog(m_catalog);
    model->suggestItemCurrency(itemCurrency());
    model->setItems(items);
    connect(model, &LineItemModel::edited, this, &TierModel::edited);
    return {model, route};
}

void TierModel::setTiers(const SessionDraft &draft)
{
    beginResetModel();
    for (const Tier &tier : m_tiers)
        tier.items->deleteLater();
    m_tiers.clear();
    for (int tier = 0; tier < draft.tierCount(); ++tier)
        m_tiers.push_back(makeTier(draft.tierLineItems(tier), draft.tierRoute(tier)));
    endResetModel();
}

void TierModel::writeTo(SessionDraft &draft) const
{
    draft.lineItems = m_tiers.front().items->items();
    draft.processorRouteId = m_tiers.front().route;
    draft.cascade.clear();
    for (size_t tier = 1; tier < m_tiers.size(); ++tier)
        draft.cascade.emplace_back(m_tiers[tier].items->items(), m_tiers[tier].route);
}

void TierModel::setCatalog(const CatalogPtr &catalog)
{
    m_catalog = catalog;
    for (const Tier &tier : m_tiers)
        tier.items->setCatalog(catalog);
    // Names of routes come from the catalog too.
    emit dataChanged(index(0), index(rowCount() - 1));
}

int TierModel::addTier()
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_tiers.push_back(makeTier({checkout::LineItem()}, {}));
    endInsertRows();
    emit edited();
    return row;
}

QString TierModel::itemCurrency() const
{
    for (const Tier &tier : m_tiers) {
        if (const QString code = tier.items->itemCurrency(); !code.isEmpty())
            return code;
    }
    return m_suggested;
}

void TierModel::setItemCurrency(const QString &code)
{
    m_suggested = code;
    for (const Tier &tier : m_tiers)
        tier.items->setItemCurrency(code);
}

void TierModel::suggestItemCurrency(const QString &code)
{
    m_suggested = code;
    for (const Tier &tier : m_tiers)
        tier.items->suggestItemCurrency(itemCurrency());
}

std::optional<money::Currency> TierModel::currencyBeside(int tier, int item) const
{
    for (int t = 0; t < rowCount(); ++t) {
        const LineItemModel *items = lineItems(t);
        for (int i = 0; i < items->rowCount(); ++i) {
            if (t == tier && i == item)
                continue;
            if (const auto currency = items->currency(i))
                return currency;
        }
    }
    return std::nullopt;
}

std::vector<checkout::Problem> TierModel::inputProblems() const
{
    std::vector<checkout::Problem> problems;
    for (int tier = 0; tier < rowCount(); ++tier) {
        const auto more = lineItems(tier)->inputProblems(tier);
        problems.insert(problems.end(), more.begin(), more.end());
    }
    return problems;
}

int TierModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tiers.size());
}

QVariant TierModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::EditRole)
        return m_tiers[size_t(index.row())].route;
    if (role == Qt::DisplayRole)
        return tr("Tier %1").arg(QLocale().toString(index.row() + 1));
    return {};
}

bool TierModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    QString &route = m_tiers[size_t(index.row())].route;
    if (route == value.toString())
        return true;
    route = value.toString();
    emit dataChanged(index, index);
    emit edited();
    return true;
}

Qt::ItemFlags TierModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable : flags;
}

bool TierModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > rowCount() || count == rowCount())
        return false;
    beginRemoveRows({}, row, row + count - 1);
    for (int tier = row; tier < row + count; ++tier)
        m_tiers[size_t(tier)].items->deleteLater();
    m_tiers.erase(m_tiers.begin() + row, m_tiers.begin() + row + count);
    endRemoveRows();
    emit edited();
    return true;
}

bool TierModel::moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to, int before)
{
    if (row < 0 || count < 1 || row + count > rowCount() || before < 0 || before > rowCount() ||
        !beginMoveRows(from, row, row + count - 1, to, before))
        return false;
    const auto begin = m_tiers.begin();
    if (before > row)
        std::rotate(begin + row, begin + row + count, begin + before);
    else
        std::rotate(begin + before, begin + row, begin + row + count);
    endMoveRows();
    // Each tier's place is part of what its row says.
    emit dataChanged(index(std::min(row, before)), index(std::max(row + count, before) - 1));
    emit edited();
    return true;
}

} // namespace tilldeck::ui

#include "moc_tier_model.cpp"
