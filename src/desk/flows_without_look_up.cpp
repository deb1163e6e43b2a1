// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/flows_without_look_up.h"

namespace tilldeck::desk {

QStringList flowsWithoutLookUp(const Desk &desk, const QString &accountId)
{
    QStringList flows;
    const checkout::Capabilities standard = desk.capabilities(accountId);
    if (!standard.looksUpSessions)
        flows << QString();
    for (const checkout::FlowChoice &flow : standard.flows) {
        if (!desk.capabilities(accountId, flow.id).looksUpSessions)
            flows << flow.id;
    }
    return flows;
}

} // namespace tilldeck::desk
