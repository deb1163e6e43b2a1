// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/not_kept_dialog.h"

#include "desk/make_checkout_url.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/masked_field.h"
#include "ui/widgets/secret_clipboard.h"

#include <QGuiApplication>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

NotKeptDialog::NotKeptDialog(const ledger::SessionRecord &record, const std::optional<accounts::Account> &account,
                             QWidget *parent)
    : GuardDialog(tr("Created, but not kept"),
                  tr("Created as %1, but this computer could not keep it. Copy what you need before you close this. It "
                     "is taken into the list when the disk can be written again.")
                      .arg(record.session.id),
                  parent)
    , m_clipboard(new SecretClipboard(QGuiApplication::clipboard(), parent)) // what was copied outlives the dialog
{
    setObjectName(u"notKept"_s);
    const checkout::Session &session = record.session;
    auto *id = new FactRow(tr("Session ID"), session.id, TextStyle::Mono);
    connect(id->addCopyButton(tr("Copy session ID")), &QAbstractButton::clicked, this,
            [this, copied = session.id] { m_clipboard->copyPlain(copied); });
    addWidget(id);
    const auto addSecret = [this](const QString &name, const QString &secret, const QString &objectName) {
        if (secret.isEmpty())
            return;
        auto *field = new MaskedField(name, m_clipboard);
        field->setObjectName(objectName);
        field->setSecret(secret);
        addWidget(new Label(name, TextStyle::Header, Tone::Text2));
        addWidget(field);
    };
    addSecret(tr("Secure token"), session.secureToken, u"token"_s);
    addSecret(tr("Client secret"), session.handover.clientSecret, u"clientSecret"_s);
    addSecret(tr("Checkout URL"), desk::handOutUrl(session, account.value_or(accounts::Account())), u"url"_s);
    setSafeButton(tr("Close"));
}

} // namespace tilldeck::ui

#include "moc_not_kept_dialog.cpp"
