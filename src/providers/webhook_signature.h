// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/webhook_check.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace tilldeck::providers {

/// The signatures that a header holds.
struct WebhookSignatures
{
    struct Code
    {
        QString time; ///< As it was signed, in seconds since 1970; empty where the scheme signs none.
        QByteArray bytes;
    };
    QList<Code> codes;
    QStringList unknown;                   ///< Parts that are no signature of the scheme: "v0=abc".
    std::optional<WebhookVerdict> problem; ///< Why the first part that should be a signature is none.
};

/// Reads @p header, the text of one or several headers of @p scheme. Without any code the problem says why.
WebhookSignatures readWebhookSignatures(const WebhookScheme &scheme, const QString &header);

} // namespace tilldeck::providers
