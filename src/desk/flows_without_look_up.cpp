// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/flows_without_look_up.h"

namespace tilldeck::desk {

QStringList flowsWithoutLookUp(Desk &desk, const QString &accountId)
{
    const auto account = desk.accounts().byId(accountId);
    const bool lacksTokens = account && account->keepsTokensOut;
    const auto cannotAsk = [lacksTokens](const checkout::Capabilities &can) {
        return !can.looksUpSessions || (lacksTokens && can.looksUpByToken);
    };
    QStringList flows;
    const checkout::Capabilities standard = desk.capabilities(accountId);
    if (cannotAsk(standard))
        flows << QString();
    for (const checkout::FlowChoice &flow : standard.flows) {
        if (cannotAsk(desk.capabilities(accountId, flow.id)))
            flows << flow.id;
    }
    return flows;
}

} // namespace tilldeck::desk
