// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/paymentkit/api.h"

#include "providers/paymentkit/errors.h"

#include <QCoreApplication>

namespace tilldeck::providers::paymentkit {

using namespace Qt::StringLiterals;

using checkout::Error;
using checkout::ErrorKind;

const ProviderTraits &traits()
{
    static const ProviderTraits paymentKit{
        u"PaymentKit"_s, "application/json, application/problem+json", {}, {{}, u"request_id"_s}, &paymentkit::errorOf};
    return paymentKit;
}

std::optional<QUrl> Account::address(const QStringList &segments) const
{
    return api.below(QStringList{u"api"_s, id} + segments);
}

Error unusableId(Call call)
{
    if (call == Call::Session || call == Call::Expire) {
        return Error(ErrorKind::NotFound,
                     QCoreApplication::translate("PaymentKit",
                                                 "This is not the ID of a checkout session, or the account's "
                                                 "ID is not usable. Check both."));
    }
    return Error(
        ErrorKind::InvalidInput,
        QCoreApplication::translate("PaymentKit", "The account has no usable account ID. Enter it in Accounts."));
}

} // namespace tilldeck::providers::paymentkit
