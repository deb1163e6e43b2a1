// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/account_dialog.h"

#include "providers/registry.h"
#include "ui/accounts/check_key.h"
#include "ui/accounts/web_address.h"
#include "ui/forms/form_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;
using accounts::Account;
using accounts::KeyPlace;
using checkout::ErrorKind;

AccountDialog::AccountDialog(desk::Desk &desk, QWidget *parent)
    : AccountDialog(desk, Account(), parent)
{
}

AccountDialog::AccountDialog(desk::Desk &desk, const Account &account, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_account(account)
    , m_new(account.id.isEmpty())
    , m_provider(new QComboBox)
    , m_dialect(new QComboBox)
    , m_name(new QLineEdit(account.name))
    , m_baseUrl(new QLineEdit(m_new ? accounts::defaultBaseUrl(account.provider) : account.baseUrl))
    , m_accountId(new QLineEdit(account.accountId))
    , m_merchantId(new QLineEdit(account.merchantId))
    , m_key(new QLineEdit)
    , m_template(new QLineEdit(account.checkoutUrlTemplate))
    , m_title(new Label(m_new ? tr("Connect an account") : tr("Edit %1").arg(account.name), TextStyle::Title))
    , m_message(new InlineMessage)
    , m_cancel(new Button(tr("Cancel")))
    , m_saveAnyway(new Button(tr("Save anyway")))
    , m_save(new Button(m_new ? tr("Add account") : tr("Save"), ButtonKind::Primary))
{
    setWindowTitle(m_title->text());
    setMinimumWidth(px(520));
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    for (QLineEdit *code : {m_baseUrl, m_accountId, m_merchantId, m_template})
        code->setFont(ui::font(TextStyle::Mono));
    for (QLineEdit *edit : {m_baseUrl, m_accountId, m_merchantId, m_key, m_template})
        edit->setLayoutDirection(Qt::LeftToRight);
    m_name->setPlaceholderText(tr("For you alone, for example your shop's name"));
    m_template->setPlaceholderText(u"https://pay.example.com/c/{token}"_s);
    m_key->setPlaceholderText(m_new ? tr("Kept in this computer's keychain, never in a file")
                                    : tr("Leave empty to keep the key"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(16), px(16), px(16));
    column->setSpacing(px(12));
    column->addWidget(m_title);
    addProviderRow();
    m_nameRow = addRow(tr("Name"), m_name, "name");
    m_accountIdRow = addRow(tr("Account ID"), m_accountId, "accountId");
    m_merchantIdRow = addRow(tr("Merchant ID"), m_merchantId, "merchantId");
    m_merchantIdRow->setHint(tr("Optional"));
    m_keyRow = addRow(tr("Secret key"), m_key, "key");
    m_baseUrlRow = addRow(tr("API address"), m_baseUrl, "baseUrl");
    addDialectRow();
    m_templateRow = addRow(tr("Checkout address"), m_template, "template");
    m_templateRow->setNote({}, tr("Where customers pay, with {token} in place of the secure token. Without it only the "
                                  "token can be handed out."));
    column->addWidget(m_message);
    column->addStretch(1);
    m_message->hide();
    m_message->setObjectName(u"message"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(px(8));
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_saveAnyway);
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    m_saveAnyway->hide();
    m_saveAnyway->setObjectName(u"saveAnyway"_s);
    m_save->setObjectName(u"save"_s);
    m_save->setDefault(true);
    m_cancel->setAutoDefault(false);
    m_saveAnyway->setAutoDefault(false);

    connect(m_key, &QLineEdit::textChanged, this, &AccountDialog::showKeyMode);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &AccountDialog::submit);
    connect(m_saveAnyway, &QPushButton::clicked, this, &AccountDialog::save);
    showNeeds();
    m_name->setFocus();
}

AccountDialog *AccountDialog::askKey(desk::Desk &desk, const Account &account, const QString &reason, QWidget *parent)
{
    auto *dialog = new AccountDialog(desk, account, parent);
    dialog->showOnlyKey(reason);
    return dialog;
}

FormRow *AccountDialog::addRow(const QString &label, QLineEdit *edit, const char *name)
{
    edit->setObjectName(QString::fromLatin1(name));
    auto *row = new FormRow(label, {}, edit);
    layout()->addWidget(row);
    connect(edit, &QLineEdit::textEdited, row, [row] { row->setProblem({}); });
    return row;
}

void AccountDialog::showOnlyKey(const QString &reason)
{
    m_keyOnly = true;
    m_title->setText(tr("Key for %1").arg(m_account.name));
    setWindowTitle(m_title->text());
    for (FormRow *row : rows())
        row->setVisible(row == m_keyRow);
    m_key->setPlaceholderText({});
    m_save->setText(tr("Use this key"));
    if (!reason.isEmpty()) {
        m_message->setMessage(reason);
        m_message->show();
    }
    m_key->setFocus();
}

void AccountDialog::showKeyMode()
{
    const QString key = m_key->text().trimmed();
    if (key.isEmpty())
        return m_keyRow->setNote({}, m_needs.keyHint);
    switch (accounts::modeOfKey(key)) {
    case accounts::Mode::Live:
        return m_keyRow->setNote(tr("This is a live key:"), tr("sessions you create can be paid with real money."),
                                 Tone::Warning);
    case accounts::Mode::Test:
        return m_keyRow->setNote(tr("This is a test key."), tr("No money moves."), Tone::Good);
    case accounts::Mode::Sandbox:
        return m_keyRow->setNote(tr("This is the sandbox's key."), tr("Nothing leaves this computer."), Tone::Good);
    }
}

void AccountDialog::submit()
{
    if (m_done)
        return accept();
    clearProblems();
    if (!validateFields())
        return;
    const QString key = m_key->text().trimmed();
    if (key.isEmpty())
        return save();
    setBusy(true);
    m_tasks.startLatest(checkKey(&m_desk, entered(), http::Secret(key)),
                        [this](const checkout::Result<void> &checked) { keyChecked(checked); });
}

bool AccountDialog::validateFields()
{
    const Account account = entered();
    const auto taken = m_desk.accounts().byName(account.name);
    if (account.name.isEmpty())
        m_nameRow->setProblem(tr("Give the account a name."));
    else if (taken && taken->id != m_account.id)
        m_nameRow->setProblem(tr("Another account has this name. Choose a different one."));
    if (m_needs.accountId && account.accountId.isEmpty())
        m_accountIdRow->setProblem(m_needs.accountIdHint.isEmpty()
                                       ? tr("Enter the account ID.")
                                       : tr("Enter the account ID. %1", "where to find it").arg(m_needs.accountIdHint));
    if (m_key->text().trimmed().isEmpty() && (m_new || m_keyOnly))
        m_keyRow->setProblem(tr("Enter the secret key."));
    if (!isGoodAddress(account.baseUrl))
        m_baseUrlRow->setProblem(tr("Start the address with https://"));
    if (!account.checkoutUrlTemplate.isEmpty()) {
        QString example = account.checkoutUrlTemplate;
        if (!example.contains("{token}"_L1))
            m_templateRow->setProblem(tr("Write {token} where the secure token belongs."));
        else if (!isGoodAddress(example.replace("{token}"_L1, "token"_L1)))
            m_templateRow->setProblem(tr("Start the address with https://"));
    }
    for (const FormRow *row : rows()) {
        if (row->problem().isEmpty())
            continue;
        row->field()->setFocus();
        return false;
    }
    return true;
}

Account AccountDialog::entered() const
{
    Account account = m_account;
    account.name = m_name->text().trimmed();
    account.baseUrl = withoutSlash(m_baseUrl->text().trimmed());
    account.accountId = m_needs.accountId ? m_accountId->text().trimmed() : QString();
    account.merchantId = m_needs.merchantId ? m_merchantId->text().trimmed() : QString();
    // The default stays unnamed, so that saving without an edit changes nothing.
    account.dialect = m_dialect->currentIndex() > 0 ? m_dialect->currentData().toString() : QString();
    account.checkoutUrlTemplate = m_needs.checkoutUrl ? m_template->text().trimmed() : QString();
    const QString key = m_key->text().trimmed();
    if (!key.isEmpty())
        account.mode = accounts::modeOfKey(key);
    return account;
}

void AccountDialog::keyChecked(const checkout::Result<void> &checked)
{
    setBusy(false);
    if (checked)
        return save();
    const checkout::Error &error = checked.error();
    FormRow *row = nullptr;
    if (error.kind == ErrorKind::Unauthorised)
        row = m_keyRow;
    else if (error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::NotFound)
        row = m_keyOnly || !m_needs.accountId ? m_keyRow : m_accountIdRow;
    else if (error.kind == ErrorKind::Malformed && !m_keyOnly)
        row = m_baseUrlRow;
    if (row) {
        row->setProblem(error.sentence);
        row->field()->setFocus();
        return;
    }
    if (error.kind == ErrorKind::Unsupported && error.httpStatus == 404 && !m_keyOnly && m_needs.accountId) {
        m_accountIdRow->setProblem(tr("%1 has nothing under this account ID. Check it, or save it anyway.")
                                       .arg(accounts::providerName(m_account.provider)));
        m_accountId->setFocus();
        return m_saveAnyway->show();
    }
    const QString details = error.details.isEmpty() ? QString() : tr("Details: “%1”").arg(error.details);
    m_message->setSeverity(Severity::Warning);
    m_message->setMessage(error.sentence, details);
    m_message->show();
    // The key could not be checked and may be valid.
    m_saveAnyway->setVisible(error.kind == ErrorKind::Offline || error.kind == ErrorKind::RateLimited ||
                             error.kind == ErrorKind::Unsupported);
}

void AccountDialog::save()
{
    clearProblems();
    if (!validateFields()) // the fields could be edited after the check
        return;
    const Account account = entered();
    if (m_new) {
        const auto added = m_desk.accounts().add(account);
        if (!added) {
            m_message->setSeverity(Severity::Error);
            m_message->setMessage(added.error());
            return m_message->show();
        }
        m_account = *added;
    } else if (account != m_account) {
        if (const auto updated = m_desk.accounts().update(account); !updated) {
            m_message->setSeverity(Severity::Error);
            m_message->setMessage(updated.error());
            return m_message->show();
        }
        m_account = account;
    }
    if (m_key->text().trimmed().isEmpty()) {
        emit accountChanged(m_account.id);
        return accept();
    }
    storeKey();
}

void AccountDialog::storeKey()
{
    setBusy(true);
    m_storing = true;
    m_tasks.startLatest(m_desk.keys().store(m_account.id, http::Secret(m_key->text().trimmed())),
                        [this](KeyPlace place) {
                            m_storing = false;
                            setBusy(false);
                            finish(place);
                        });
}

void AccountDialog::finish(KeyPlace place)
{
    m_key->clear();
    emit keyStored(m_account.id, place);
    if (m_new)
        emit accountAdded(m_account.id);
    else
        emit accountChanged(m_account.id);
    if (place == KeyPlace::Keychain)
        return accept();
    m_done = true;
    for (FormRow *row : rows())
        row->setEnabled(false);
    m_message->setSeverity(Severity::Info);
    m_message->setMessage(tr("This computer has no keychain:"), tr("the key is kept until you close Tilldeck."));
    m_message->show();
    m_cancel->hide();
    m_saveAnyway->hide();
    m_save->setText(tr("Done"));
    m_save->setFocus();
}

void AccountDialog::setBusy(bool busy)
{
    m_save->setEnabled(!busy);
    m_saveAnyway->setEnabled(!busy);
    if (busy)
        m_save->setText(tr("Checking the key…"));
    else
        m_save->setText(m_keyOnly ? tr("Use this key") : m_new ? tr("Add account") : tr("Save"));
}

void AccountDialog::clearProblems()
{
    for (FormRow *row : rows())
        row->setProblem({});
    m_message->hide();
    m_saveAnyway->hide();
}

void AccountDialog::reject()
{
    if (m_storing)
        return;       // the account exists; its signal follows
    m_tasks.cancel(); // a check that is under way must not add the account
    m_key->clear();
    QDialog::reject();
}

} // namespace tilldeck::ui

#include "moc_account_dialog.cpp"
