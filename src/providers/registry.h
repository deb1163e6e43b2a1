// SPDX-License-Identifier: GPL-3.0-or-later
// Which provider families exist, by the word that stands for each in accounts and on the command line.
#pragma once

#include "checkout/capabilities.h"
#include "http/http_client.h"
#include "http/secret.h"
#include "providers/provider.h"

#include <memory>
#include <optional>

namespace tilldeck::providers {

/// What it takes to talk to one account.
struct Connection
{
    Connection(QString kind, QUrl baseUrl, http::Secret key)
        : kind(std::move(kind))
        , baseUrl(std::move(baseUrl))
        , key(std::move(key))
    {
    }

    QString kind; ///< "paymentkit", "khaime", "ikawaari"
    QUrl baseUrl;
    QString accountId;  ///< PaymentKit
    QString merchantId; ///< Khaime
    QString dialect;    ///< One of AccountNeeds::dialects; empty: the first.
    http::Secret key;
};

/// Null for a family that this version does not speak. HTTP may go before the provider does: calls then end Cancelled.
std::shared_ptr<Provider> make(http::HttpClient &http, const Connection &connection);

/// What a family can do in one of its flows (empty or unknown: the standard one); needs no account. Nothing for a
/// family that this version does not speak.
std::optional<checkout::Capabilities> capabilities(const QString &kind, const QString &flow = {});

/// What PASTED (an id, a token or a checkout URL) would be at a provider of KIND that is reached at BASE_URL and whose
/// checkout pages have the address CHECKOUT_URL_TEMPLATE: a session with id, token or flow filled in, to be asked for.
/// Without an id it is to be found by its token in the list of sessions. Nothing when it cannot be one of theirs.
std::optional<checkout::Session> recognise(const QString &kind, const QUrl &baseUrl, const QString &checkoutUrlTemplate,
                                           const QString &pasted);

/// A text to hand out beside token and URL, made on this machine.
struct Snippet
{
    QString name;        ///< For the Copy menu: "Embed snippet".
    QString text;        ///< Plain text.
    QString caution;     ///< One sentence to say once; may be empty.
    bool secret = false; ///< Holds a token or secret: the clipboard is cleared after a while.
};

/// What KIND offers for SESSION ("PaymentKit.js", "KhaimeSDK.init … createPayment").
std::vector<Snippet> snippets(const QString &kind, const checkout::Session &session);

} // namespace tilldeck::providers
