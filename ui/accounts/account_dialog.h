// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/capabilities.h"
#include "desk/desk.h"
#include "desk/shop_keys.h"
#include "ui/forms/form_dialog.h"
#include "ui/widgets/task_scope.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace tilldeck::ui {

class Button;

/// Connects an account, changes one, or takes a new key for it. The key is tried with one read before anything is kept,
/// and what is kept is what was tried: the form cannot be changed meanwhile, and a change after it ends the offer to
/// save without an answer.
class AccountDialog : public FormDialog
{
    Q_OBJECT

public:
    /// Connects a new account.
    AccountDialog(desk::Desk &desk, QWidget *parent);
    /// Edits @p account; its key is kept unless another one is typed.
    AccountDialog(desk::Desk &desk, const accounts::Account &account, QWidget *parent);
    /// Asks only for the key of @p account, because of @p reason, which may be empty.
    static AccountDialog *askKey(desk::Desk &desk, const accounts::Account &account, const QString &reason,
                                 QWidget *parent);

    /// Chooses the provider of a new account by its id ("paymentkit"). One that is not offered changes nothing.
    void setProvider(const QString &id);

    void reject() override;

signals:
    void accountAdded(const QString &id);
    void accountChanged(const QString &id);
    void keyStored(const QString &id, tilldeck::accounts::KeyPlace place);

private:
    FormRow *addField(const QString &label, QLineEdit *edit, const QString &name);
    void addProviderRow();
    void addDialectRow();
    void applyProvider(accounts::ProviderKind kind);
    void showNeeds();
    void showOnlyKey(const QString &reason);
    void showKeyMode();
    void showAddressNotes();
    void submit();
    /// Marks the fields of @p account that have a problem; returns whether there is none.
    bool validate(const accounts::Account &account);
    accounts::Account withKnownMode(accounts::Account account) const;
    void markAnother(const accounts::Account &account);
    void dropSubmission();
    accounts::Account entered() const;
    /// Asks about what is known of the key, once, and has it checked.
    void keyLookedAt(const desk::KeyLook &look);
    void keyChecked(const checkout::Result<void> &checked);
    void save();
    void storeKey();
    void showKeyPlace();
    void finish(accounts::KeyPlace place);
    bool isKeychainLocked() const;
    void unlock();
    void useKept();
    void setChecking(Busy busy);
    void clearProblems();

    /// What was sent to be checked, and is kept when it is right.
    struct Submission
    {
        accounts::Account before; ///< The account as it was stored.
        accounts::Account account;
        http::Secret key; ///< Empty to keep the one that is stored.
    };

    desk::Desk &m_desk;
    accounts::Account m_account;
    std::optional<Submission> m_submission; ///< Nothing once a field was changed.
    checkout::AccountNeeds m_needs;
    bool m_new;
    bool m_keyOnly = false;
    QComboBox *m_provider, *m_dialect;
    QLineEdit *m_name, *m_baseUrl, *m_accountId, *m_merchantId, *m_key, *m_template;
    QCheckBox *m_keepOut;
    FormRow *m_providerRow, *m_nameRow, *m_baseUrlRow, *m_accountIdRow, *m_merchantIdRow, *m_keyRow, *m_dialectRow,
        *m_templateRow;
    Button *m_cancel, *m_saveAnyway, *m_sameShop, *m_unlock, *m_save;
    QString m_twin;            ///< The connected account that a new one was said to be.
    bool m_isSameShop = false; ///< The merchant said so of a key that is not known.
    bool m_done = false;
    TaskScope m_tasks{this}, m_placeTask{this};
};

} // namespace tilldeck::ui
