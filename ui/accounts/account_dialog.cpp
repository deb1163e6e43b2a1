// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/account_dialog.h"

#include "accounts/key_text.h"
#include "checkout/outside_text.h"
#include "desk/check_key.h"
#include "desk/same_shop.h"
#include "http/this_machine.h"
#include "providers/registry.h"
#include "ui/forms/form_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QUrl>

#include <utility>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;
using accounts::Account;
using accounts::KeyPlace;
using checkout::ErrorKind;

namespace {

/// Returns the connected account that @p account is for sure: by what is entered, or because its key is that of @p
/// shops.
std::optional<Account> twinOf(const accounts::AccountStore &accounts, const Account &account, const QStringList &shops)
{
    for (const QString &id : shops) {
        if (const auto other = accounts.byId(id); other && other->mode == account.mode)
            return other;
    }
    return accounts.connectedAs(account);
}

} // namespace

AccountDialog::AccountDialog(desk::Desk &desk, QWidget *parent)
    : AccountDialog(desk, Account(), parent)
{
}

AccountDialog::AccountDialog(desk::Desk &desk, const Account &account, QWidget *parent)
    : FormDialog(account.id.isEmpty() ? tr("Connect an account") : tr("Edit %1").arg(account.name), 520, parent)
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
    , m_keepOut(new QCheckBox(tr("Keep them out of the files of this computer")))
    , m_cancel(new Button(tr("Cancel")))
    , m_saveAnyway(new Button(tr("Save anyway")))
    , m_sameShop(new Button(tr("It is the same shop")))
    , m_unlock(new Button(Icon::Key, tr("Unlock keychain…")))
    , m_save(new Button(m_new ? tr("Add account") : tr("Save"), ButtonKind::Primary))
{
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    for (QLineEdit *code : {m_baseUrl, m_accountId, m_merchantId, m_template})
        code->setFont(ui::font(TextStyle::Mono));
    for (QLineEdit *edit : {m_baseUrl, m_accountId, m_merchantId, m_key, m_template})
        edit->setLayoutDirection(Qt::LeftToRight);
    m_name->setPlaceholderText(tr("For you alone, for example your shop's name"));
    m_template->setPlaceholderText(u"https://pay.example.com/c/{token}"_s);

    addProviderRow();
    m_nameRow = addField(tr("Name"), m_name, u"name"_s);
    m_accountIdRow = addField(tr("Account ID"), m_accountId, u"accountId"_s);
    m_merchantIdRow = addField(tr("Merchant ID"), m_merchantId, u"merchantId"_s);
    m_merchantIdRow->setHint(tr("Optional"));
    m_keyRow = addField(tr("Secret key"), m_key, u"key"_s);
    m_baseUrlRow = addField(tr("API address"), m_baseUrl, u"baseUrl"_s);
    addDialectRow();
    m_templateRow = addField(tr("Checkout address"), m_template, u"template"_s);
    showAddressNotes();
    m_keepOut->setObjectName(u"keepTokensOut"_s);
    m_keepOut->setChecked(account.keepsTokensOut);
    addRow(tr("Tokens and URLs"), m_keepOut)
        ->setNote({}, tr("They are known until Tilldeck is closed. After that the provider is asked for them, where it "
                         "reports them again; elsewhere copy them once, after creating a session."));
    m_saveAnyway->hide();
    m_sameShop->hide();
    m_unlock->hide();
    m_sameShop->setObjectName(u"sameShop"_s);
    m_saveAnyway->setObjectName(u"saveAnyway"_s);
    m_unlock->setObjectName(u"unlock"_s);
    m_save->setObjectName(u"save"_s);
    addButtons(m_cancel, {m_unlock, m_saveAnyway, m_sameShop, m_save});

    for (QLineEdit *edit : {m_name, m_baseUrl, m_accountId, m_merchantId, m_key, m_template})
        connect(edit, &QLineEdit::textChanged, this, &AccountDialog::dropSubmission);
    connect(m_dialect, &QComboBox::currentIndexChanged, this, &AccountDialog::dropSubmission);
    connect(m_keepOut, &QCheckBox::toggled, this, &AccountDialog::dropSubmission);
    connect(m_key, &QLineEdit::textChanged, this, &AccountDialog::showKeyMode);
    connect(m_baseUrl, &QLineEdit::textChanged, this, &AccountDialog::showKeyMode);
    for (QLineEdit *address : {m_baseUrl, m_template})
        connect(address, &QLineEdit::textChanged, this, &AccountDialog::showAddressNotes);
    connect(m_save, &QPushButton::clicked, this, &AccountDialog::submit);
    connect(m_saveAnyway, &QPushButton::clicked, this, &AccountDialog::save);
    connect(m_sameShop, &QPushButton::clicked, this, [this] {
        m_isSameShop = true;
        submit();
    });
    connect(m_unlock, &QPushButton::clicked, this, &AccountDialog::unlock);
    showNeeds();
    showKeyPlace();
    m_name->setFocus();
}

AccountDialog *AccountDialog::askKey(desk::Desk &desk, const Account &account, const QString &reason, QWidget *parent)
{
    auto *dialog = new AccountDialog(desk, account, parent);
    dialog->showOnlyKey(reason);
    return dialog;
}

FormRow *AccountDialog::addField(const QString &label, QLineEdit *edit, const QString &name)
{
    edit->setObjectName(name);
    return addRow(label, edit);
}

void AccountDialog::showOnlyKey(const QString &reason)
{
    m_keyOnly = true;
    showKeyPlace();
    setTitle(tr("Key for %1").arg(m_account.name));
    for (FormRow *row : rows())
        row->setVisible(row == m_keyRow);
    m_save->setText(tr("Use this key"));
    if (!reason.isEmpty())
        showMessage(Severity::Info, reason);
    m_unlock->setVisible(isKeychainLocked());
    m_key->setFocus();
}

void AccountDialog::showKeyMode()
{
    const QString key = m_key->text().trimmed();
    if (key.isEmpty())
        return m_keyRow->setNote({}, m_needs.keyHint);
    if (const QString problem = accounts::keyTextProblem(key); !problem.isEmpty())
        return m_keyRow->setNote({}, problem, Tone::Warning);
    if (const QString other = accounts::otherThanKey(key); !other.isEmpty())
        return m_keyRow->setNote({}, tr("By its beginning this is %1.", "“a publishable key”").arg(other),
                                 Tone::Warning);
    switch (accounts::modeOf(key, m_baseUrl->text().trimmed())) {
    case accounts::Mode::Live:
        if (!accounts::saysItIsLive(key))
            return m_keyRow->setNote(
                {}, tr("Nothing in this key says what it is for. It is treated as one for real money."), Tone::Warning);
        return m_keyRow->setNote(tr("This is a live key:"), tr("sessions you create can be paid with real money."),
                                 Tone::Warning);
    case accounts::Mode::Test:
        return m_keyRow->setNote(tr("This is a test key."), tr("No money moves."), Tone::Good);
    case accounts::Mode::Sandbox:
        if (!http::isThisMachine(QUrl(m_baseUrl->text().trimmed()).host()))
            return m_keyRow->setNote(tr("This is the sandbox's key."),
                                     tr("The address is not of this computer: the key would leave it."), Tone::Warning);
        return m_keyRow->setNote(tr("This is the sandbox's key."), tr("Nothing leaves this computer."), Tone::Good);
    }
}

void AccountDialog::submit()
{
    if (m_done)
        return accept();
    clearProblems();
    // As it is now: the fields that are not shown may have been changed since the dialog was opened.
    m_account = m_desk.accounts().byId(m_account.id).value_or(m_account);
    m_submission = Submission{m_account, entered(), http::Secret(m_key->text().trimmed())};
    if (!validate(m_submission->account))
        return;
    if (m_submission->key.isEmpty())
        return save();
    setChecking(Busy::Stoppable);
    m_tasks.startLatest(desk::lookAtKey(&m_desk, m_submission->account, desk::marksOf(m_submission->key)),
                        [this](const desk::KeyLook &look) { keyLookedAt(look); });
}

void AccountDialog::keyLookedAt(const desk::KeyLook &look)
{
    setChecking(Busy::No);
    const auto twin = m_new ? twinOf(m_desk.accounts(), m_submission->account, look.shops) : std::nullopt;
    if (twin && std::exchange(m_twin, twin->id) != twin->id)
        return showMessage(Severity::Warning, tr("This account is connected already, as %1.").arg(twin->name),
                           tr("Press “%1” once more to connect it a second time.").arg(m_save->text()));
    if (look.isStrange && !m_isSameShop) {
        const QString question =
            tr("This is not the key that Tilldeck knows of %1, and %2 does not say whose it is. Is it a new key of the "
               "same shop? Connect another shop as an account of its own.",
               "account, provider")
                .arg(m_account.name, accounts::providerName(m_account.provider));
        const QString joined = desk::joinedSentence(m_account, desk::namesJoined(m_desk.accounts(), m_account, look));
        m_keyRow->setProblem(joined.isEmpty() ? question
                                              : tr("%1 %2", "a question, what it means").arg(question, joined));
        m_key->setFocus();
        return m_sameShop->show();
    }
    setChecking(Busy::Stoppable);
    m_tasks.startLatest(desk::checkKey(&m_desk, m_submission->account, m_submission->key),
                        [this](const checkout::Result<void> &checked) { keyChecked(checked); });
}

void AccountDialog::dropSubmission()
{
    m_submission.reset();
    m_isSameShop = false;
    m_saveAnyway->hide();
    m_sameShop->hide();
}

bool AccountDialog::validate(const Account &account)
{
    const auto namesake = m_desk.accounts().byName(account.name);
    if (account.name.isEmpty())
        m_nameRow->setProblem(tr("Give the account a name."));
    else if (namesake && namesake->id != m_account.id)
        m_nameRow->setProblem(tr("Another account has this name. Choose a different one."));
    if (m_needs.accountId && account.accountId.isEmpty())
        m_accountIdRow->setProblem(m_needs.accountIdHint.isEmpty()
                                       ? tr("Enter the account ID.")
                                       : tr("Enter the account ID. %1", "where to find it").arg(m_needs.accountIdHint));
    if (m_key->text().trimmed().isEmpty() && (m_new || m_keyOnly))
        m_keyRow->setProblem(tr("Enter the secret key."));
    else if (m_key->text().trimmed().isEmpty() && account.baseUrl != m_account.baseUrl)
        m_keyRow->setProblem(tr("Enter the key again: the one kept here is for the address before."));
    else if (const QString key = m_key->text().trimmed(); !key.isEmpty())
        m_keyRow->setProblem(accounts::keyProblem(withKnownMode(account), key));
    m_baseUrlRow->setProblem(accounts::baseUrlProblem(account.baseUrl));
    if (!m_new)
        markAnother(withKnownMode(account));
    m_templateRow->setProblem(accounts::checkoutUrlProblem(account.checkoutUrlTemplate));
    for (const auto &[row, text] :
         {std::pair(m_nameRow, account.name), std::pair(m_baseUrlRow, account.baseUrl),
          std::pair(m_accountIdRow, account.accountId), std::pair(m_merchantIdRow, account.merchantId),
          std::pair(m_templateRow, account.checkoutUrlTemplate)}) {
        if (const QString problem = accounts::misplacedKeyProblem(text, m_key->text().trimmed()); !problem.isEmpty())
            row->setProblem(problem);
    }
    return !focusFirstProblem();
}

/// Returns @p account in the mode that it is connected for: a key of another one is that of another account.
Account AccountDialog::withKnownMode(Account account) const
{
    if (!m_new)
        account.mode = m_account.mode;
    return account;
}

/// Marks what would make @p account another one at its provider.
void AccountDialog::markAnother(const Account &account)
{
    const auto mark = [this, &account](FormRow *row, QString Account::*member) {
        Account changed = m_account;
        changed.*member = account.*member;
        if (accounts::isAnother(changed, m_account) && row->problem().isEmpty())
            row->setProblem(tr("This would be another account. Connect it as a new one."));
    };
    mark(m_baseUrlRow, &Account::baseUrl);
    mark(m_accountIdRow, &Account::accountId);
    mark(m_merchantIdRow, &Account::merchantId);
}

Account AccountDialog::entered() const
{
    Account account = m_account;
    if (!m_keyOnly) {
        account.name = checkout::withoutMarksAround(m_name->text());
        account.baseUrl = accounts::withoutSlash(m_baseUrl->text());
        account.accountId = m_needs.accountId ? m_accountId->text().trimmed() : m_account.accountId;
        account.merchantId = m_needs.merchantId ? m_merchantId->text().trimmed() : m_account.merchantId;
        // The default stays unnamed, so that saving without an edit changes nothing.
        account.dialect = m_dialect->currentIndex() > 0 ? m_dialect->currentData().toString() : QString();
        account.checkoutUrlTemplate = m_needs.checkoutUrl ? m_template->text().trimmed() : QString();
        account.keepsTokensOut = m_keepOut->isChecked();
    }
    const QString key = m_key->text().trimmed();
    if (!key.isEmpty())
        account.mode = accounts::modeOf(key, account.baseUrl);
    return account;
}

void AccountDialog::keyChecked(const checkout::Result<void> &checked)
{
    setChecking(Busy::No);
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
        return m_saveAnyway->setVisible(!m_isSameShop);
    }
    showError(error, Severity::Warning);
    if (m_isSameShop)
        m_keyRow->setProblem(tr("It could not be tried, so it was not taken."));
    // The key may be good: it could not be tried. One that may be another shop's is not learned untried.
    m_saveAnyway->setVisible(!m_isSameShop &&
                             (error.kind == ErrorKind::Offline || error.kind == ErrorKind::RateLimited ||
                              error.kind == ErrorKind::Unsupported));
}

void AccountDialog::save()
{
    if (!m_submission)
        return;
    const Account account = m_submission->account;
    clearProblems();
    if (!validate(account)) // the name may have been given to another account meanwhile
        return;
    if (!m_new && m_desk.accounts().byId(account.id) != m_submission->before)
        return showMessage(Severity::Warning, tr("This account was changed meanwhile, so nothing was saved."),
                           tr("Look at it again, then save it."));
    if (m_isSameShop) // before anybody is given it
        desk::takeKeyAsOwn(m_desk, account.id, m_submission->key);
    if (m_new) {
        const auto added = m_desk.accounts().add(account);
        if (!added)
            return showMessage(Severity::Error, added.error());
        m_account = *added;
    } else if (account != m_account) {
        // Whoever hears of the account's new address finds its new key: the old one never goes there.
        const auto typed = m_submission->key.isEmpty() ? std::nullopt : std::optional(m_submission->key);
        const auto before = typed ? m_desk.keys().keepForThisRun(account.id, typed) : std::nullopt;
        if (const auto updated = m_desk.accounts().update(account); !updated) {
            if (typed)
                m_desk.keys().keepForThisRun(account.id, before);
            return showMessage(Severity::Error, updated.error());
        }
        m_account = account;
    }
    if (m_submission->key.isEmpty()) {
        emit accountChanged(m_account.id);
        return accept();
    }
    storeKey();
}

void AccountDialog::setChecking(Busy busy)
{
    setBusy(busy);
    if (busy != Busy::No)
        m_save->setText(tr("Checking the key…"));
    else
        m_save->setText(m_keyOnly ? tr("Use this key") : m_new ? tr("Add account") : tr("Save"));
}

void AccountDialog::clearProblems()
{
    for (FormRow *row : rows())
        row->setProblem({});
    message()->hide();
    m_saveAnyway->hide();
    m_sameShop->hide();
}

void AccountDialog::reject()
{
    if (busy() == Busy::Held)
        return;
    m_tasks.cancel(); // a check that is under way must not add the account any more
    m_key->clear();
    FormDialog::reject();
}

} // namespace tilldeck::ui

#include "moc_account_dialog.cpp"
