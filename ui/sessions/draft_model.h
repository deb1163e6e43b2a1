// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/catalog_cache.h"
#include "ui/lists/item_model.h"

namespace tilldeck::ui {

/// Lists the drafts of the chosen accounts, newest first. They are few and are read all at once.
class DraftModel : public ItemModel<ledger::DraftRecord>
{
    Q_OBJECT

public:
    enum Columns { Customer, Items, Account, Saved, ColumnCount };

    DraftModel(desk::Desk &desk, desk::CatalogCache &catalogs, QObject *parent = nullptr);

    void setAccounts(const QStringList &accountIds);

signals:
    void failed(const tilldeck::checkout::Error &error);

private:
    std::vector<Column<ledger::DraftRecord>> describe() const;
    checkout::Catalog catalogOf(const ledger::DraftRecord &draft) const;
    void read();

    desk::Desk &m_desk;
    QPointer<desk::CatalogCache> m_catalogs;
    QStringList m_accountIds;
    quint64 m_generation = 0;
};

} // namespace tilldeck::ui
