// SPDX-License-Identifier: GPL-3.0-or-later
// Checks the signatures of webhooks (contracts: receivePaymentKitEvent, receiveKhaimeEvent, receiveIkawaariEvent).
#pragma once

#include "http/secret.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QDateTime>
#include <QString>

#include <vector>

namespace tilldeck::providers {

/// Describes how a family signs its webhooks.
struct WebhookScheme
{
    QString kind;         ///< "khaime"
    QString providerName; ///< "Khaime"
    QString header;       ///< "X-Khaime-Signature"
    QString form;         ///< An example of the header's value.
    bool signsTime;       ///< The signature covers "<t>.<body>", not the body alone.
    QByteArrayList names; ///< The members of an event, in the order of the contract's examples.
};

/// Returns the scheme of every family in the contracts.
const std::vector<WebhookScheme> &webhookSchemes();

struct WebhookVerdict
{
    enum class Outcome {
        Genuine, ///< The signature matches body and secret.
        Stale,   ///< It matches, but its time is too far from now, so a receiver refuses it.
        Wrong,
    };
    enum class Part { None, Body, Signature, Secret }; ///< What the merchant should look at first.

    Outcome outcome = Outcome::Wrong;
    Part part = Part::None;
    QString sentence; ///< The finding: "The signature does not match."
    QString advice;   ///< The likely cause or what to do; may be empty.
    QString remark;   ///< What is odd about the header although one of its signatures fits; mostly empty.
};

/// Checks @p signature, the value of the header (with or without the header's name in front), against @p body as it
/// arrived. A header may hold several signatures, as while a secret is being replaced: one that fits is enough. @p kind
/// is one of webhookSchemes(). Compares in constant time. A scheme that signs the time accepts 300 s before or after
/// @p now.
WebhookVerdict checkWebhook(const QString &kind, const QByteArray &body, const QString &signature,
                            const http::Secret &secret, const QDateTime &now);

} // namespace tilldeck::providers
