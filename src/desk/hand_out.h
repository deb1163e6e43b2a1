// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "providers/registry.h"

#include <QPointer>
#include <QUrl>

#include <expected>

namespace tilldeck::desk {

/// Returns the address of the checkout page: the provider's own where it reported one, else the account's template with
/// the token in it (contracts, PaymentKit, gap 4). Empty when neither exists.
QString checkoutUrl(const checkout::Session &session, const accounts::Account &account);

/// Returns @p url for the screen: all but the last four characters of @p token are replaced by dots, or everything
/// after the host where the token is not in it.
QString maskedUrl(const QString &url, const QString &token);
QString maskedToken(const QString &token);

/// Returns @p url when it may be opened in the browser: https, or http on loopback for the sandbox's own origin. The
/// error is a sentence.
std::expected<QUrl, QString> openable(const QString &url, const accounts::Account &account);

/// Returns what the account's provider offers to hand out for @p session beside token and URL.
std::vector<providers::Snippet> snippets(const checkout::Session &session, const accounts::Account &account);

/// Returns a redirect URL as the customer will arrive, for the hint below the field: @p id replaces the placeholder.
QString arrivesAs(const QString &redirectUrl, const QString &id);

} // namespace tilldeck::desk
