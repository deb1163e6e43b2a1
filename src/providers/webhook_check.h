// SPDX-License-Identifier: GPL-3.0-or-later
// Is a webhook's signature right, and if not, why? For each provider's scheme ("Webhooks" in the contracts).
#pragma once

#include "http/secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <vector>

namespace tilldeck::providers {

/// How a family signs what it tells a merchant's server.
struct WebhookScheme
{
    QString kind;         ///< "khaime"
    QString providerName; ///< "Khaime"
    QString header;       ///< "X-Khaime-Signature"
    QString form;         ///< What the header holds, in the shape of an example.
    bool signsTime;       ///< The code is over "<t>.<body>", not over the body alone.
};

/// Every family of the contracts, whether or not this version speaks to it.
const std::vector<WebhookScheme> &webhookSchemes();

struct WebhookVerdict
{
    enum class Outcome {
        Genuine, ///< The signature fits body and secret.
        Stale,   ///< It fits, and a receiver refuses it all the same: its time is too far from now.
        Wrong,
    };
    enum class Part { None, Body, Signature, Secret }; ///< What the merchant should look at first.

    Outcome outcome = Outcome::Wrong;
    Part part = Part::None;
    QString sentence; ///< What is so: "The signature does not match."
    QString advice;   ///< Why, or what to do; may be empty.
};

/// Checks SIGNATURE, the header's value (its name in front of it is fine), of BODY as it arrived. WORD is one of
/// webhookSchemes(). Compares in constant time. NOW decides for schemes that sign the time: 300 s either way are fine.
WebhookVerdict checkWebhook(const QString &kind, const QByteArray &body, const QString &signature,
                            const http::Secret &secret, const QDateTime &now);

} // namespace tilldeck::providers
