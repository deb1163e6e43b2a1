// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace tilldeck::providers {

/// Translates what is said about a signature.
struct WebhookCheck
{
    Q_DECLARE_TR_FUNCTIONS(WebhookCheck)
};

} // namespace tilldeck::providers
