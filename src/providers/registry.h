// SPDX-License-Identifier: GPL-3.0-or-later
// Which provider families exist, by the word that stands for each in accounts and on the command line.
#pragma once

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
    http::Secret key;
};

/// Null for a family that this version does not speak. HTTP may go before the provider does: calls then end Cancelled.
std::shared_ptr<Provider> make(http::HttpClient &http, const Connection &connection);

/// What a family can do; needs no account. Nothing for a family that this version does not speak.
std::optional<checkout::Capabilities> capabilities(const QString &kind);

} // namespace tilldeck::providers
