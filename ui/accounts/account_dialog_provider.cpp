// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the account dialog that depend on the provider.
#include "ui/accounts/account_dialog.h"

#include "checkout/check_address.h"
#include "providers/registry.h"
#include "ui/forms/form_row.h"
#include "ui/widgets/button.h"

#include <QComboBox>
#include <QLineEdit>

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

/// Adds the choice of the provider for a new account, where this version supports several.
void AccountDialog::addProviderRow()
{
    for (const accounts::ProviderKind kind : accounts::providerKinds()) {
        if (providers::capabilities(accounts::providerId(kind)))
            m_provider->addItem(accounts::providerName(kind), accounts::providerId(kind));
    }
    m_provider->setObjectName(u"provider"_s);
    m_provider->setCurrentIndex(m_provider->findData(accounts::providerId(m_account.provider)));
    m_providerRow = addRow(tr("Provider"), m_provider);
    m_providerRow->setVisible(m_new && m_provider->count() > 1);
    connect(m_provider, &QComboBox::currentIndexChanged, this, [this] {
        applyProvider(accounts::providerFromId(m_provider->currentData().toString()).value_or(m_account.provider));
    });
}

/// Adds the choice of the request body, where the provider documents several.
void AccountDialog::addDialectRow()
{
    m_dialect->setObjectName(u"dialect"_s);
    m_dialectRow = addRow(tr("Request"), m_dialect);
    connect(m_dialect, &QComboBox::currentIndexChanged, this,
            [this](int at) { m_dialectRow->setNote({}, at < 0 ? QString() : m_needs.dialects[size_t(at)].sentence); });
}

void AccountDialog::setProvider(const QString &id)
{
    if (const int index = m_provider->findData(id); m_new && index >= 0)
        m_provider->setCurrentIndex(index);
}

void AccountDialog::applyProvider(accounts::ProviderKind kind)
{
    // Keeps an address that was typed.
    if (m_baseUrl->text().trimmed() == accounts::defaultBaseUrl(m_account.provider))
        m_baseUrl->setText(accounts::defaultBaseUrl(kind));
    m_account.provider = kind;
    m_tasks.cancel(); // a check that is under way was for the other provider
    setChecking(Busy::No);
    clearProblems();
    showNeeds();
}

/// Shows the fields that the provider needs, with hints where to find their values.
void AccountDialog::showNeeds()
{
    const auto can = providers::capabilities(accounts::providerId(m_account.provider));
    m_needs = can ? can->account : checkout::AccountNeeds();
    m_accountIdRow->setVisible(m_needs.accountId && !m_keyOnly);
    m_merchantIdRow->setVisible(m_needs.merchantId && !m_keyOnly);
    m_templateRow->setVisible(m_needs.checkoutUrl && !m_keyOnly);
    m_dialect->clear();
    for (const checkout::FlowChoice &dialect : m_needs.dialects)
        m_dialect->addItem(dialect.name, dialect.id);
    m_dialect->setCurrentIndex(m_dialect->count() > 0 ? std::max(0, m_dialect->findData(m_account.dialect)) : -1);
    m_dialectRow->setVisible(m_needs.dialects.size() > 1 && !m_keyOnly);
    m_accountIdRow->setNote({}, m_needs.accountIdHint);
    m_merchantIdRow->setNote({}, m_needs.merchantIdHint);
    showKeyMode();
}

/// Says of the typed addresses what cannot be seen in them.
void AccountDialog::showAddressNotes()
{
    m_baseUrlRow->setNote({}, checkout::hostRemark(m_baseUrl->text().trimmed()), Tone::Warning);
    const QString url = m_template->text().trimmed();
    QStringList remarks;
    if (url.contains(u'#'))
        remarks << tr("Browsers send nothing after “#” to the server.");
    if (const QString host = checkout::hostRemark(url); !host.isEmpty())
        remarks << host;
    if (!remarks.isEmpty())
        return m_templateRow->setNote({}, remarks.join(u' '), Tone::Warning);
    m_templateRow->setNote({}, tr("Where customers pay, with {token} in place of the secure token. Without it only the "
                                  "token can be handed out."));
}

} // namespace tilldeck::ui
