// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/khaime/account.h"

#include "providers/khaime/errors.h"

namespace tilldeck::providers::khaime {

using namespace Qt::StringLiterals;

const ProviderTraits &traits()
{
    static const ProviderTraits khaime{u"Khaime"_s, "application/json", "X-API-Key", {}, &khaime::errorOf};
    return khaime;
}

std::optional<QUrl> Account::partner(const QStringList &segments) const
{
    return api.below(QStringList{u"api"_s, u"v1"_s, u"partner"_s} + segments);
}

std::optional<QUrl> Account::checkout(const QStringList &segments) const
{
    return api.below(QStringList{u"api"_s, u"v1"_s, u"sdk"_s, u"checkout"_s} + segments);
}

} // namespace tilldeck::providers::khaime
