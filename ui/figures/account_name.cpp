// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/account_name.h"

#include <algorithm>

namespace tilldeck::ui {

QString accountName(const accounts::AccountStore *accounts, const QStringList &among, const QString &id)
{
    const auto account = accounts ? accounts->byId(id) : std::nullopt;
    if (!account)
        return {};
    const auto sameProvider = [&](const accounts::Account &other) {
        return other.provider == account->provider && among.contains(other.id);
    };
    return std::ranges::count_if(accounts->accounts(), sameProvider) > 1 ? account->name
                                                                         : accounts::providerName(account->provider);
}

} // namespace tilldeck::ui
