// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/session.h"

namespace tilldeck::ledger {

/// Holds what a provider hands out once with a session: secrets, with which a customer pays.
struct HandedOut
{
    HandedOut() = default;
    explicit HandedOut(const checkout::Session &session)
        : secureToken(session.secureToken)
        , url(session.url)
        , handover(session.handover)
    {
    }

    bool isEmpty() const { return *this == HandedOut(); }

    QString secureToken, url;
    checkout::GatewayHandover handover;

    friend bool operator==(const HandedOut &, const HandedOut &) = default;
};

} // namespace tilldeck::ledger
