// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/lists/row_delegate.h"
#include "ui/widgets/task_scope.h"

#include <QAbstractTableModel>
#include <QHash>

namespace tilldeck::ui {

/// The accounts of this computer, in the order in which they were connected, and where their keys are.
class AccountModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Columns { Name, Mode, Provider, AccountId, Key, ColumnCount };
    enum Roles { ModeRole = Qt::UserRole + 200 }; ///< int of accounts::Mode

    explicit AccountModel(desk::Desk &desk, QObject *parent = nullptr);

    const accounts::Account &account(int row) const { return m_accounts[static_cast<size_t>(row)]; }
    int rowOf(const QString &id) const;
    /// A dialog has just stored a key.
    void setKeyPlace(const QString &id, accounts::KeyPlace place);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void follow();
    void lookForKey(const QString &id);
    QString keyText(const accounts::Account &account) const;

    desk::Desk &m_desk;
    std::vector<accounts::Account> m_accounts;
    QHash<QString, accounts::KeyPlace> m_places; ///< Told by dialogs in this run.
    QHash<QString, bool> m_hasKey;
    TaskScope m_tasks{this};
};

/// LIVE, TEST MODE or SANDBOX, as in the strip at the head of the window.
class ModeDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace tilldeck::ui
