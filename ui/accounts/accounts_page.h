// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/lists/table_page.h"
#include "ui/widgets/task_scope.h"

namespace tilldeck::ui {

class AccountDialog;
class AccountModel;
class Button;
class ItemTable;

/// Lists the connected accounts; adds, edits and removes them and replaces their keys.
class AccountsPage : public TablePage
{
    Q_OBJECT

public:
    /// @p comesWithSandbox says whether an account is one of the built-in sandbox: these are not edited.
    explicit AccountsPage(desk::Desk &desk, std::function<bool(const QString &id)> comesWithSandbox = {},
                          QWidget *parent = nullptr);

    /// Opens the dialog for a new account, of the provider with the id @p provider ("paymentkit") where one is given.
    void addAccount(const QString &provider = {});
    /// Asks for the key of an account, after the provider refused it or when this computer has none.
    void askKey(const QString &accountId, const QString &reason = {});
    /// Selects the row of the account that the window names. Until another account is named, and while the page is
    /// shown, the merchant may select another row.
    void setAccount(const QString &id);

protected:
    void showEvent(QShowEvent *event) override;

signals:
    void accountAdded(const QString &id);
    void accountChanged(const QString &id);
    void accountRemoved(const QString &id);
    /// Emitted when the merchant wants to see what keeps an account from being removed: what needs attention in it.
    void attentionRequested(const QString &accountId);
    /// Emitted when nothing but refunds that were asked for keep it, with the payment of the first.
    void paymentRequested(const QString &accountId, const QString &transactionId);

private:
    void edit();
    void askRemove();
    void confirmRemoval(const accounts::Account &account);
    void remove(const QString &id);
    /// Says why an account is not removed; where something is open in it, with a link that leads there.
    void showKept(const QString &id, const checkout::Error &error);
    void showOpen();
    void showDialog(AccountDialog *dialog);
    void updateButtons();
    void selectAccount();
    /// Returns the account whose row is selected. A row that is only current is not marked for the merchant.
    QString selectedId() const;

    desk::Desk &m_desk;
    AccountModel *m_model;
    ItemTable *m_table;
    Button *m_add, *m_edit, *m_replaceKey, *m_remove;
    QString m_accountId; ///< The account that the window names.
    QString m_keptId;    ///< The account that was not removed, because something is open in it.
    TaskScope m_tasks{this};
};

} // namespace tilldeck::ui
