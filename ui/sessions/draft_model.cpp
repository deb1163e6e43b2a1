// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/draft_model.h"

#include "desk/labels.h"
#include "ui/widgets/time_text.h"
#include "ui/widgets/when_done.h"

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using ledger::DraftRecord;

DraftModel::DraftModel(desk::Desk &desk, desk::CatalogCache &catalogs, QObject *parent)
    : ItemListModel(describe(desk, &catalogs), parent)
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

std::vector<Column<DraftRecord>> DraftModel::describe(desk::Desk &desk, const QPointer<desk::CatalogCache> &catalogs)
{
    const auto catalogOf = [catalogs](const DraftRecord &draft) {
        return catalogs ? catalogs->catalog(draft.accountId) : checkout::Catalog();
    };
    std::vector<Column<DraftRecord>> columns(ColumnCount);

    Column<DraftRecord> &customer = columns[Customer];
    customer.name = u"customer"_s;
    customer.title = [] { return tr("Customer"); };
    customer.kind = ColumnKind::Name;
    customer.minimum = px(150);
    customer.share = 1;
    const auto label = [catalogOf](const DraftRecord &draft) {
        return desk::customerLabel(draft.draft, catalogOf(draft));
    };
    customer.text = [label](const DraftRecord &draft) {
        const QString known = label(draft);
        return known.isEmpty() ? tr("No customer") : known;
    };
    customer.tone = [label](const DraftRecord &draft) {
        return label(draft).isEmpty() ? std::optional(Tone::Text3) : std::nullopt;
    };

    Column<DraftRecord> &items = columns[Items];
    items.name = u"items"_s;
    items.title = [] { return tr("Items"); };
    items.kind = ColumnKind::Value;
    items.minimum = px(180);
    items.share = 2;
    items.text = [catalogOf](const DraftRecord &draft) {
        const QString known = desk::itemsLabel(draft.draft, catalogOf(draft));
        return known.isEmpty() ? tr("No items yet") : known;
    };

    Column<DraftRecord> &account = columns[Account];
    account.name = u"account"_s;
    account.title = [] { return tr("Account"); };
    account.minimum = px(140);
    account.share = 1;
    account.hideOrder = 1;
    account.text = [&desk](const DraftRecord &draft) {
        const auto known = desk.accounts().byId(draft.accountId);
        return known ? known->name : QString();
    };

    Column<DraftRecord> &saved = columns[Saved];
    saved.name = u"saved"_s;
    saved.title = [] { return tr("Saved", "column of the drafts list"); };
    saved.minimum = px(90);
    saved.text = [&desk](const DraftRecord &draft) {
        return listTime(draft.savedAt, desk.now(), QTimeZone::systemTimeZone(), QLocale());
    };
    saved.tooltip = [](const DraftRecord &draft) {
        return absoluteTime(draft.savedAt, QTimeZone::systemTimeZone(), QLocale());
    };
    return columns;
}

} // namespace tilldeck::ui

#include "moc_draft_model.cpp"
