// SPDX-License-Identifier: GPL-3.0-or-later
// The provider families that exist, by the kind that accounts and the command line name them with.
#pragma once

#include "checkout/capabilities.h"
#include "http/http_client.h"
#include "http/secret.h"
#include "providers/provider.h"

#include <memory>
#include <optional>

namespace tilldeck::providers {

/// Holds what is needed to call one account.
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

/// Returns a provider for the account, or null for a kind that this version does not know. When @p http is destroyed
/// first, calls end with Cancelled.
std::shared_ptr<Provider> make(http::HttpClient &http, const Connection &connection);

/// Returns what the family @p kind can do in @p flow (empty or unknown: its standard flow), without an account; nothing
/// for a kind that this version does not know.
std::optional<checkout::Capabilities> capabilities(const QString &kind, const QString &flow = {});

/// Holds code for the merchant's own website that opens a session.
struct Snippet
{
    QString name;        ///< For the Copy menu: "Embed snippet".
    QString text;        ///< Plain text.
    QString caution;     ///< One sentence to show when the text is copied; may be empty.
    bool secret = false; ///< Holds a token or secret: the clipboard is cleared after a while.
};

/// Says where a snippet reaches its provider.
enum class Reach { Live, Test, OwnSandbox };

/// Returns the snippets of the family @p kind for @p session ("PaymentKit.js", "KhaimeSDK.init … createPayment").
std::vector<Snippet> snippets(const QString &kind, const checkout::Session &session, Reach reach = Reach::Live);

} // namespace tilldeck::providers
