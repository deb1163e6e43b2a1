// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accounts_page.h"

#include "desk/remove_account.h"
#include "ui/accounts/account_dialog.h"
#include "ui/accounts/account_model.h"
#include "ui/lists/item_table.h"
#include "ui/widgets/button.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/when_done.h"

#include <QAction>
#include <QShowEvent>

#include <algorithm>
#include <utility>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

AccountsPage::AccountsPage(desk::Desk &desk, std::function<bool(const QString &id)> comesWithSandbox, QWidget *parent)
    : TablePage(parent)
    , m_desk(desk)
    , m_model(new AccountModel(desk, std::move(comesWithSandbox), this))
    , m_table(new ItemTable(*m_model, tr("Accounts"), u"accounts"_s, [&desk] { return desk.now(); }))
    , m_add(new Button(Icon::Plus, tr("Add account"), ButtonKind::Primary))
    , m_edit(new Button(tr("Edit…")))
    , m_replaceKey(new Button(Icon::Key, tr("Update key…")))
    , m_remove(new Button(Icon::Trash, tr("Remove…")))
{
    Button *add = m_add;
    add->setObjectName(u"addAccount"_s);
    m_edit->setObjectName(u"editAccount"_s);
    m_replaceKey->setObjectName(u"replaceKey"_s);
    m_remove->setObjectName(u"removeAccount"_s);
    auto *header = new PageHeader(tr("Accounts"));
    for (Button *button : {m_edit, m_replaceKey, m_remove, add})
        header->addTrailing(button);
    stack(this, header, nullptr, m_table);

    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(AccountModel::Mode, new ModeDelegate(m_table));

    connect(m_message, &InlineMessage::linkActivated, this, &AccountsPage::showOpen);
    auto *removeKey = new QAction(this);
    removeKey->setShortcut(QKeySequence::Delete);
    removeKey->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(removeKey);
    connect(removeKey, &QAction::triggered, m_remove, &QPushButton::click);
    connect(add, &QPushButton::clicked, this, [this] { addAccount(); });
    connect(m_table, &Table::emptyActionTriggered, this, [this] { addAccount(); });
    connect(m_table, &Table::rowActivated, this, &AccountsPage::edit);
    connect(m_edit, &QPushButton::clicked, this, &AccountsPage::edit);
    connect(m_replaceKey, &QPushButton::clicked, this, [this] { askKey(selectedId()); });
    connect(m_remove, &QPushButton::clicked, this, &AccountsPage::askRemove);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AccountsPage::updateButtons);
    // Queued: an account of the sandbox is known as one only after it was added.
    connect(m_model, &AccountModel::arrived, this, &AccountsPage::updateButtons, Qt::QueuedConnection);
    connect(m_table, &ItemTable::currentItemChanged, this, &AccountsPage::updateButtons);
    connect(&desk, &desk::Desk::storageChanged, this, &AccountsPage::updateButtons);
    updateButtons();
}

void AccountsPage::addAccount(const QString &provider)
{
    auto *dialog = new AccountDialog(m_desk, this);
    dialog->setProvider(provider);
    showDialog(dialog);
}

void AccountsPage::askKey(const QString &accountId, const QString &reason)
{
    if (const auto account = m_desk.accounts().byId(accountId))
        showDialog(AccountDialog::askKey(m_desk, *account, reason, this));
}

void AccountsPage::edit()
{
    const auto account = m_desk.accounts().byId(selectedId());
    if (account && !m_model->comesWithSandbox(account->id))
        showDialog(new AccountDialog(m_desk, *account, this));
}

void AccountsPage::showDialog(AccountDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AccountDialog::accountAdded, this, &AccountsPage::accountAdded);
    connect(dialog, &AccountDialog::accountChanged, this, &AccountsPage::accountChanged);
    connect(dialog, &AccountDialog::keyStored, m_model, &AccountModel::setKeyPlace);
    dialog->open();
}

void AccountsPage::askRemove()
{
    const auto account = m_desk.accounts().byId(selectedId());
    if (!account)
        return;
    m_message->hide();
    m_tasks.start(desk::checkRemovable(&m_desk, account->id),
                  [this, account = *account](const checkout::Result<void> &removable) {
                      if (removable)
                          confirmRemoval(account);
                      else
                          showKept(account.id, removable.error());
                  });
}

void AccountsPage::confirmRemoval(const accounts::Account &account)
{
    whenDone(m_desk.ledger().drafts({account.id}), this,
             [this, account](const checkout::Result<std::vector<ledger::DraftRecord>> &drafts) {
                 const int count = drafts ? static_cast<int>(drafts->size()) : 0;
                 auto *dialog =
                     new GuardDialog(tr("Remove %1 from this computer?").arg(account.name),
                                     tr("Its key, its drafts and its local list of sessions and transactions "
                                        "are lost here. At %1 nothing changes: open sessions can still be paid.")
                                         .arg(accounts::providerName(account.provider)),
                                     this);
                 if (drafts)
                     dialog->addDetail(tr("Drafts that are lost"), QLocale().toString(count));
                 dialog->setSafeButton(tr("Keep account"));
                 dialog->addButton(1, tr("Remove account"), ButtonKind::Danger);
                 connect(dialog, &GuardDialog::chosen, this, [this, id = account.id] { remove(id); });
                 dialog->open();
             });
}

void AccountsPage::remove(const QString &id)
{
    m_message->hide();
    m_tasks.start(desk::removeAccount(&m_desk, id), [this, id](const checkout::Result<desk::KeyRemoval> &removed) {
        if (!removed) {
            showKept(id, removed.error());
        } else if (*removed == desk::KeyRemoval::MayBeInKeychain) {
            m_message->setMessage(
                tr("The keychain could not be asked to remove its key. If one was stored there, remove it by hand."));
            m_message->show();
        }
        if (!m_desk.accounts().byId(id))
            emit accountRemoved(id);
    });
}

void AccountsPage::showKept(const QString &id, const checkout::Error &error)
{
    m_keptId = id;
    const bool isOpen = error.kind == checkout::ErrorKind::Rejected;
    m_message->setMessage(error.sentence, error.details, isOpen ? tr("Show what is open") : QString());
    m_message->show();
}

void AccountsPage::showOpen()
{
    using Intent = ledger::Intent;
    whenDone(m_desk.journal().unsettled(m_keptId), this,
             [this, id = m_keptId](const checkout::Result<std::vector<Intent>> &open) {
                 const auto isAskedFor = [](const Intent &intent) { return intent.state == Intent::State::Accepted; };
                 // Those that were only asked for need no attention, so they stand at their payments.
                 if (open && !open->empty() && std::ranges::all_of(*open, isAskedFor))
                     emit paymentRequested(id, open->front().transactionId);
                 else
                     emit attentionRequested(id);
             });
}

void AccountsPage::setAccount(const QString &id)
{
    if (id == std::exchange(m_accountId, id))
        return;
    selectAccount();
}

void AccountsPage::showEvent(QShowEvent *event)
{
    TablePage::showEvent(event);
    if (!event->spontaneous())
        selectAccount();
}

void AccountsPage::selectAccount()
{
    const int row = m_model->rowOf(m_accountId);
    if (row >= 0)
        m_table->setCurrentRow(row);
    else
        m_table->clearSelection();
}

void AccountsPage::updateButtons()
{
    const auto account = m_desk.accounts().byId(selectedId());
    const bool own = account && !m_model->comesWithSandbox(account->id);
    const QString held = m_desk.accounts().whyReadOnly();
    const auto setCan = [&held](Button *button, bool can) {
        button->setEnabled(can && held.isEmpty());
        button->setToolTip(held);
    };
    setCan(m_add, true);
    setCan(m_edit, own);
    setCan(m_remove, account.has_value());
    m_replaceKey->setEnabled(own); // is kept in the keychain
    if (held.isEmpty())
        m_table->setEmptyState(tr("No accounts yet"), tr("Connect one to create checkout sessions with it."),
                               tr("Add account"));
    else
        m_table->setEmptyState(tr("No accounts yet"), held);
    const int count = m_model->rowCount();
    setStatusTexts(count == 1 ? tr("1 account") : tr("%n accounts", nullptr, count));
}

QString AccountsPage::selectedId() const
{
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    return selected.isEmpty() ? QString() : m_model->item(selected.first().row()).id;
}

} // namespace tilldeck::ui

#include "moc_accounts_page.cpp"
