// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/draft_model.h"

#include "desk/labels.h"
#include "ui/widgets/when_done.h"

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using ledger::DraftRecord;

DraftModel::DraftModel(desk::Desk &desk, desk::CatalogCache &catalogs, QObject *parent)
    : ItemModel(parent)
    , m_desk(desk)
    , m_catalogs(&catalogs)
{
    setColumns(describe(), Saved, Qt::DescendingOrder);
    connect(&desk.ledger(), &ledger::Ledger::draftsChanged, this, &DraftModel::read);
    connect(&catalogs, &desk::CatalogCache::changed, this, [this] {
        for (const int column : {Customer, Items}) // names of prices are known now
            columnChanged(column);
    });
}

void DraftModel::setAccounts(const QStringList &accountIds)
{
    m_accountIds = accountIds;
    forgetItems();
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
                 setItems(*drafts);
                 for (const DraftRecord &draft : *drafts)
                     if (m_catalogs)
                         m_catalogs->ensure(draft.accountId);
             });
}

checkout::Catalog DraftModel::catalogOf(const DraftRecord &draft) const
{
    return m_catalogs ? m_catalogs->catalog(draft.accountId) : checkout::Catalog();
}

std::vector<Column<DraftRecord>> DraftModel::describe() const
{
    const auto customer = [this](const DraftRecord &draft) {
        return desk::customerLabel(draft.draft, catalogOf(draft));
    };
    std::vector<Column<DraftRecord>> columns{
        {{.name = u"customer"_s,
          .title = [] { return tr("Customer"); },
          .kind = ColumnKind::Name,
          .minimum = px(150),
          .share = 1},
         [customer](const DraftRecord &draft) {
             const QString known = customer(draft);
             return known.isEmpty() ? tr("No customer") : known;
         }},
        {{.name = u"items"_s,
          .title = [] { return tr("Items"); },
          .kind = ColumnKind::Value,
          .minimum = px(180),
          .share = 2},
         [this](const DraftRecord &draft) {
             const QString known = desk::itemsLabel(draft.draft, catalogOf(draft));
             return known.isEmpty() ? tr("No items yet") : known;
         }},
        {{.name = u"account"_s, .title = [] { return tr("Account"); }, .minimum = px(140), .share = 1, .hideOrder = 1},
         [this](const DraftRecord &draft) {
             const auto known = m_desk.accounts().byId(draft.accountId);
             return known ? known->name : QString();
         }},
        {{.name = u"saved"_s, .title = [] { return tr("Saved", "column of the drafts list"); }, .minimum = px(90)}},
    };
    columns[Customer].tone = [customer](const DraftRecord &draft) {
        return customer(draft).isEmpty() ? std::optional(Tone::Text3) : std::nullopt;
    };
    columns[Customer].rank = customer;
    columns[Items].rank = [this](const DraftRecord &draft) { return desk::itemsLabel(draft.draft, catalogOf(draft)); };
    showTimes(columns[Saved], &DraftRecord::savedAt, [this] { return m_desk.now(); });
    return columns;
}

} // namespace tilldeck::ui

#include "moc_draft_model.cpp"
