// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/tier_model.h"

#include <algorithm>

namespace tilldeck::ui {

using checkout::SessionDraft;

TierModel::TierModel(QObject *parent)
    : EditedRowsModel(parent)
    , m_catalog(std::make_shared<checkout::Catalog>())
{
    m_rows.push_back(makeTier({}, {}));
}

Tier TierModel::makeTier(const std::vector<checkout::LineItem> &items, const QString &route)
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
    for (const Tier &tier : m_rows)
        tier.items->deleteLater();
    m_rows.clear();
    for (int tier = 0; tier < draft.tierCount(); ++tier)
        m_rows.push_back(makeTier(draft.tierLineItems(tier), draft.tierRoute(tier)));
    endResetModel();
}

void TierModel::writeTo(SessionDraft &draft) const
{
    draft.lineItems = m_rows.front().items->items();
    draft.processorRouteId = m_rows.front().route;
    draft.cascade.clear();
    for (size_t tier = 1; tier < m_rows.size(); ++tier)
        draft.cascade.emplace_back(m_rows[tier].items->items(), m_rows[tier].route);
}

void TierModel::setCatalog(const CatalogPtr &catalog)
{
    m_catalog = catalog;
    for (const Tier &tier : m_rows)
        tier.items->setCatalog(catalog);
    // Names of routes come from the catalog too.
    emit dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

int TierModel::addTier()
{
    return append(makeTier({checkout::LineItem()}, {}));
}

QString TierModel::itemCurrency() const
{
    for (const Tier &tier : m_rows) {
        if (const QString code = tier.items->itemCurrency(); !code.isEmpty())
            return code;
    }
    return m_suggested;
}

void TierModel::setItemCurrency(const QString &code)
{
    m_suggested = code;
    for (const Tier &tier : m_rows)
        tier.items->setItemCurrency(code);
}

void TierModel::suggestItemCurrency(const QString &code)
{
    m_suggested = code;
    for (const Tier &tier : m_rows)
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

QVariant TierModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::EditRole)
        return m_rows[size_t(index.row())].route;
    if (role == Qt::DisplayRole)
        return tr("Tier %1").arg(QLocale().toString(index.row() + 1));
    return {};
}

bool TierModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    QString &route = m_rows[size_t(index.row())].route;
    if (route == value.toString())
        return true;
    route = value.toString();
    emit dataChanged(index, index);
    emit edited();
    return true;
}

bool TierModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (count == rowCount())
        return false;
    const std::vector<Tier> before = m_rows;
    if (!EditedRowsModel::removeRows(row, count, parent))
        return false;
    for (int tier = row; tier < row + count; ++tier)
        before[size_t(tier)].items->deleteLater();
    return true;
}

} // namespace tilldeck::ui

#include "moc_tier_model.cpp"
