// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the account dialog that keep the key.
#include "ui/accounts/account_dialog.h"

#include "ui/forms/form_row.h"
#include "ui/widgets/button.h"

#include <QLineEdit>

namespace tilldeck::ui {

using accounts::KeychainState;
using accounts::KeyPlace;

namespace {

QString keychainText(KeychainState keychain)
{
    switch (keychain) {
    case KeychainState::Locked:
        return AccountDialog::tr("The keychain is locked:");
    case KeychainState::Denied:
        return AccountDialog::tr("The keychain does not take the key:");
    case KeychainState::Silent:
        return AccountDialog::tr("The keychain does not answer:");
    case KeychainState::Ready:
    case KeychainState::Missing:
        break;
    }
    return AccountDialog::tr("This computer has no keychain:");
}

} // namespace

void AccountDialog::storeKey()
{
    setChecking(Busy::Held); // the account exists: its key must be stored before the dialog closes
    const auto store = [this](const checkout::Result<void> &admitted) {
        if (!admitted) {
            setChecking(Busy::No);
            return showError(admitted.error());
        }
        m_tasks.startLatest(m_desk.keys().store(m_account.id, m_submission->key), [this](KeyPlace place) {
            setChecking(Busy::No);
            finish(place);
        });
    };
    // At once, so that the same account is not counted a second time until it is asked.
    m_tasks.startLatest(desk::admitKey(&m_desk, m_account, desk::marksOf(m_submission->key)), store);
}

void AccountDialog::showKeyPlace()
{
    if (!m_new && !m_keyOnly)
        return m_key->setPlaceholderText(tr("Leave empty to keep the key"));
    m_key->setPlaceholderText(tr("Never written to a file"));
    m_placeTask.startLatest(m_desk.keys().placeOfNewKeys(), [this](KeyPlace place) {
        m_key->setPlaceholderText(place == KeyPlace::Keychain ? tr("Kept in this computer's keychain, never in a file")
                                                              : tr("Kept until you close Tilldeck, never in a file"));
    });
}

void AccountDialog::finish(KeyPlace place)
{
    m_key->clear();
    emit keyStored(m_account.id, place);
    if (m_new && !m_done)
        emit accountAdded(m_account.id);
    else
        emit accountChanged(m_account.id);
    if (place == KeyPlace::Keychain)
        return accept();
    m_done = true;
    for (FormRow *row : rows())
        row->setEnabled(false);
    showMessage(Severity::Info, keychainText(m_desk.keys().keychain()),
                tr("the key is kept until you close Tilldeck."));
    m_unlock->setVisible(isKeychainLocked());
    m_cancel->hide();
    m_saveAnyway->hide();
    m_save->setText(tr("Done"));
    m_save->setFocus();
}

bool AccountDialog::isKeychainLocked() const
{
    return m_desk.keys().keychain() == KeychainState::Locked;
}

/// Has the keychain unlocked, and then uses the key that it holds, or stores the one that was typed.
void AccountDialog::unlock()
{
    setBusy(Busy::Stoppable);
    showMessage(Severity::Info, tr("The keychain asks for its password in a window of its own."));
    m_tasks.startLatest(m_desk.keys().unlock(), [this](bool isUnlocked) {
        if (isUnlocked)
            return useKept();
        setBusy(Busy::No);
        showMessage(Severity::Warning, tr("The keychain is still locked."));
    });
}

void AccountDialog::useKept()
{
    m_tasks.startLatest(m_desk.keys().key(m_account.id), [this](const std::optional<http::Secret> &key) {
        setBusy(Busy::No);
        m_unlock->hide();
        if (!key)
            return showMessage(Severity::Info, accounts::missingKeySentence(KeychainState::Ready, m_account.name));
        m_tasks.startLatest(m_desk.keys().store(m_account.id, *key), [this](KeyPlace place) { finish(place); });
    });
}

} // namespace tilldeck::ui
