// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/draft_model.h"

#include "desk/labels.h"
#include "ui/lists/roles.h"
#include "ui/style/theme.h"
#include "ui/widgets/time_text.h"
#include "ui/widgets/when_done.h"

#include <algorithm>

namespace tilldeck::ui {

using ledger::DraftRecord;

DraftModel::DraftModel(desk::Desk &desk, desk::CatalogCache &catalogs, QObject *parent)
    : ItemListModel(ColumnCount, parent)
    , m_desk(desk)
    , m_catalogs(&catalogs)
{
    connect(&desk.ledger(), &ledger::Ledger::draftsChanged, this, &DraftModel::read);
    connect(&catalogs, &desk::CatalogCache::changed, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, Customer), index(rowCount() - 1, Items)); // names of prices are known now
    });
}

void DraftModel::setAccounts(const QStringList &accountIds)
{
    m_accountIds = accountIds;
    beginResetModel();
    m_items.clear();
    endResetModel();
    read();
}

void DraftModel::read()
{
    whenDone(m_desk.ledger().drafts(m_accountIds), this,
             [this, generation = ++m_generation](const checkout::Result<std::vector<DraftRecord>> &drafts) {
                 if (generation != m_generation)
                     return;
                 if (!drafts) {
                     emit failed(drafts.error());
                     return;
                 }
                 follow(*drafts);
                 for (const DraftRecord &draft : *drafts)
                     if (m_catalogs)
                         m_catalogs->ensure(draft.accountId);
                 emit loaded();
             });
}

void DraftModel::follow(const std::vector<DraftRecord> &drafts)
{
    const auto same = [](const DraftRecord &a, const DraftRecord &b) { return a.id == b.id; };
    const auto [mine, theirs] = std::ranges::mismatch(m_items, drafts, same);
    const int first = static_cast<int>(mine - m_items.begin());
    // Saving moves a draft to the top: rows after the first difference are replaced, those before it are kept.
    if (mine != m_items.end()) {
        beginRemoveRows({}, first, rowCount() - 1);
        m_items.erase(mine, m_items.end());
        endRemoveRows();
    }
    for (int row = 0; row < first; ++row) {
        auto &draft = m_items[static_cast<size_t>(row)];
        const auto &next = drafts[static_cast<size_t>(row)];
        if (draft != next) {
            draft = next;
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
    if (theirs != drafts.end()) {
        beginInsertRows({}, first, static_cast<int>(drafts.size()) - 1);
        m_items.insert(m_items.end(), theirs, drafts.end());
        endInsertRows();
    }
}

QVariant DraftModel::cell(const DraftRecord &draft, int column, int role) const
{
    const auto catalog = m_catalogs ? m_catalogs->catalog(draft.accountId) : checkout::Catalog();
    const QString customer = column == Customer ? desk::customerLabel(draft.draft, catalog) : QString();
    if (role == ToneRole && column == Customer && customer.isEmpty())
        return QVariant::fromValue(Tone::Text3);
    if (role == Qt::ToolTipRole && column == Saved)
        return absoluteTime(draft.savedAt, QTimeZone::systemTimeZone(), QLocale());
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case Customer:
        return customer.isEmpty() ? tr("No customer") : customer;
    case Items: {
        const QString items = desk::itemsLabel(draft.draft, catalog);
        return items.isEmpty() ? tr("No items yet") : items;
    }
    case Account: {
        const auto account = m_desk.accounts().byId(draft.accountId);
        return account ? account->name : QString();
    }
    case Saved:
        return listTime(draft.savedAt, m_desk.now(), QTimeZone::systemTimeZone(), QLocale());
    default:
        return {};
    }
}

QString DraftModel::title(int column) const
{
    return QStringList{tr("Customer"), tr("Items"), tr("Account"), tr("Saved", "column of the drafts list")}.value(
        column);
}

} // namespace tilldeck::ui

#include "moc_draft_model.cpp"
