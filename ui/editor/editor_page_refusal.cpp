// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps a draft from being created, and what is said about it.
#include "ui/editor/editor_page.h"

#include "checkout/capabilities.h"
#include "ui/editor/draft_editor.h"

#include <algorithm>
#include <utility>

namespace tilldeck::ui {

using checkout::ErrorKind;

void EditorPage::sayAccount()
{
    const auto named = std::ranges::find(m_accounts, m_accountId, &AccountChoice::id);
    if (m_screen && named != m_accounts.end())
        m_screen->showNote(tr("This session is created with %1.").arg(named->label),
                           tr("The lists show all accounts. Choose another one above, beside “Create with”."));
}

QString EditorPage::whyNoCreation() const
{
    const QString held = m_desk.whyNoWrites();
    return held.isEmpty() ? m_unreachable.value(m_accountId) : held;
}

QString EditorPage::missingMerchantId() const
{
    const checkout::Capabilities can = m_desk.capabilities(m_accountId, m_draft->flow());
    return can.needsMerchantId && m_account.merchantId.isEmpty()
               ? tr("%1 asks for the account's merchant ID here. Enter it in Accounts.").arg(can.providerName)
               : QString();
}

void EditorPage::setUnreachable(const QHash<QString, QString> &unreachable)
{
    if (unreachable == std::exchange(m_unreachable, unreachable))
        return;
    showHeldBack();
    emit stateChanged();
}

void EditorPage::showHeldBack()
{
    if (m_screen)
        m_screen->setHeldBack(whyNoCreation());
}

void EditorPage::showRefusal(const checkout::Error &error)
{
    save();
    // The same sentence may stand there already, of a list that could not be loaded.
    const bool saysNothingOfIt = error.kind == ErrorKind::Offline || error.kind == ErrorKind::Unauthorised ||
                                 error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::RateLimited ||
                                 error.kind == ErrorKind::Cancelled;
    m_screen->showError(error, saysNothingOfIt ? tr("Nothing was created. The draft is kept.") : QString());
    accountsChanged(); // while it was being created
}

bool EditorPage::canCreate() const
{
    return m_screen && m_flow->isReady() && m_screen->canCreate() && whyNoCreation().isEmpty();
}

} // namespace tilldeck::ui
