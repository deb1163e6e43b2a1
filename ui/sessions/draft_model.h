// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/catalog_cache.h"

#include <QAbstractTableModel>

namespace tilldeck::ui {

/// The drafts of the chosen accounts, newest first. There are few: they are read together.
class DraftModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Columns { Customer, Items, Account, Saved, ColumnCount };

    DraftModel(desk::Desk &desk, desk::CatalogCache &catalogs, QObject *parent = nullptr);

    void setAccounts(const QStringList &accountIds);
    const ledger::DraftRecord &draft(int row) const { return m_drafts[static_cast<size_t>(row)]; }
    int rowOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void loaded();
    void failed(const tilldeck::checkout::Error &error);

private:
    void read();
    void follow(const std::vector<ledger::DraftRecord> &drafts);

    desk::Desk &m_desk;
    QPointer<desk::CatalogCache> m_catalogs;
    QStringList m_accountIds;
    std::vector<ledger::DraftRecord> m_drafts;
    quint64 m_generation = 0;
};

} // namespace tilldeck::ui
