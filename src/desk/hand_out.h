// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "providers/registry.h"

#include <QPointer>
#include <QUrl>

#include <expected>

namespace tilldeck::desk {

/// The address of the checkout page: the provider's own where it told one, else the account's template with the token
/// in it (contracts, PaymentKit, gap 4). Empty when neither exists.
QString checkoutUrl(const checkout::Session &session, const accounts::Account &account);

/// URL with everything but the last four characters of TOKEN replaced by dots, for the screen; without the token in it,
/// all that follows the host is.
QString maskedUrl(const QString &url, const QString &token);
QString maskedToken(const QString &token);

/// Whether URL may be opened in the browser: https, or http on loopback for the sandbox's own origin. Error: a
/// sentence.
std::expected<QUrl, QString> openable(const QString &url, const accounts::Account &account);

/// What the account's provider offers to hand out for SESSION beside token and URL.
std::vector<providers::Snippet> snippets(const checkout::Session &session, const accounts::Account &account);

/// DRAFT's redirect URL as the customer will arrive, for the hint below the field; ID stands for the placeholder.
QString arrivesAs(const QString &redirectUrl, const QString &id);

} // namespace tilldeck::desk
