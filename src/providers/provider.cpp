// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/provider.h"

#include <QCoreApplication>

namespace tilldeck::providers {

using checkout::Error;
using checkout::ErrorKind;
using checkout::Result;

namespace {

struct ProviderText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::providers::Provider)
};

std::unexpected<Error> missing()
{
    return std::unexpected(Error(ErrorKind::Unsupported, ProviderText::tr("This provider does not offer that.")));
}

} // namespace

http::Task<Result<checkout::Transaction>> Provider::transaction(QString)
{
    co_return missing();
}

http::Task<Result<RefundRequest>> Provider::completeRefund(RefundRequest request)
{
    co_return std::move(request);
}

Result<QByteArray> Provider::encodeRefund(const RefundRequest &) const
{
    return missing();
}

http::Task<Result<checkout::Refund>> Provider::refund(RefundRequest, QString)
{
    co_return missing();
}

http::Task<Result<checkout::PromotionCode>> Provider::createPromotionCode(checkout::PromotionCode, QString)
{
    co_return missing();
}

http::Task<Result<checkout::PromotionCode>> Provider::deactivate(checkout::PromotionCode)
{
    co_return missing();
}

http::Task<Result<checkout::Coupon>> Provider::createCoupon(checkout::Coupon, QString)
{
    co_return missing();
}

http::Task<Result<checkout::Coupon>> Provider::deactivateCoupon(checkout::Coupon)
{
    co_return missing();
}

http::Task<Result<checkout::ProcessorRoute>> Provider::saveRoute(checkout::ProcessorRoute)
{
    co_return missing();
}

} // namespace tilldeck::providers
