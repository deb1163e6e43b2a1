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

http::Task<Result<checkout::Quote>> Provider::quote(checkout::SessionDraft)
{
    co_return missing();
}

Result<Write<checkout::Session>> Provider::prepareExpiry(const QString &) const
{
    return missing();
}

http::Task<Result<Page<checkout::Session>>> Provider::sessions(int)
{
    co_return missing();
}

http::Task<Result<checkout::Catalog>> Provider::catalogPart(CatalogPart)
{
    auto all = co_await catalog();
    co_return std::move(all);
}

http::Task<Result<checkout::Transaction>> Provider::transaction(QString)
{
    co_return missing();
}

http::Task<Result<Write<checkout::Refund>>> Provider::prepareRefund(RefundRequest, QString)
{
    co_return missing();
}

Result<Write<checkout::PromotionCode>> Provider::preparePromotionCode(const checkout::PromotionCode &,
                                                                      const QString &) const
{
    return missing();
}

Result<Write<checkout::PromotionCode>> Provider::prepareSwitchOff(const checkout::PromotionCode &) const
{
    return missing();
}

Result<Write<checkout::Coupon>> Provider::prepareCoupon(const checkout::Coupon &, const QString &) const
{
    return missing();
}

Result<Write<checkout::Coupon>> Provider::prepareSwitchOff(const checkout::Coupon &) const
{
    return missing();
}

Result<Write<checkout::ProcessorRoute>> Provider::prepareRoute(const checkout::ProcessorRoute &) const
{
    return missing();
}

} // namespace tilldeck::providers
