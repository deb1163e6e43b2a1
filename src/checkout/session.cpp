// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/session.h"

namespace tilldeck::checkout {

SessionStatus statusAt(const Session &session, const QDateTime &now)
{
    const bool over = session.expiresAt.isValid() && session.expiresAt <= now;
    return session.status == SessionStatus::Open && over ? SessionStatus::Expired : session.status;
}

} // namespace tilldeck::checkout
