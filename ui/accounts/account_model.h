// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/lists/item_model.h"
#include "ui/lists/row_delegate.h"
#include "ui/widgets/task_scope.h"

#include <QHash>

#include <functional>

namespace tilldeck::ui {

/// Lists the accounts of this computer, in the order in which they were connected, and where their keys are stored.
class AccountModel : public ItemModel<accounts::Account>
{
    Q_OBJECT

public:
    enum Columns { Name, Mode, Provider, AccountId, Key, ColumnCount };

    /// @p comesWithSandbox says whether an account is one of the built-in sandbox, whose keys are not the merchant's.
    AccountModel(desk::Desk &desk, std::function<bool(const QString &id)> comesWithSandbox, QObject *parent = nullptr);

    bool comesWithSandbox(const QString &id) const { return m_comesWithSandbox && m_comesWithSandbox(id); }

    /// Call it when a dialog has stored the key of an account.
    void setKeyPlace(const QString &id, accounts::KeyPlace place);

private:
    std::vector<Column<accounts::Account>> describe() const;
    void follow();
    void lookForKey(const QString &id);
    QString keyText(const accounts::Account &account) const;

    desk::Desk &m_desk;
    std::function<bool(const QString &id)> m_comesWithSandbox;
    QHash<QString, accounts::KeyPlace> m_places; ///< Reported by dialogs since the program started.
    QHash<QString, bool> m_hasKey;
    TaskScope m_tasks{this};
};

/// Paints the mode of an account like the strip at the top of the window.
class ModeDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace tilldeck::ui
