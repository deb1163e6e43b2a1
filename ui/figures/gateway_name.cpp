// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/gateway_name.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

QString gatewayName(const QString &gateway)
{
    static constexpr std::array names{"Stripe"_L1, "Paystack"_L1, "StartButton"_L1};
    for (const QLatin1StringView name : names) {
        if (gateway.compare(name, Qt::CaseInsensitive) == 0)
            return name;
    }
    return gateway;
}

} // namespace tilldeck::ui
