// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/paymentkit/writes.h"

#include "providers/paymentkit/text.h"

#include "providers/paymentkit/codec_writes.h"
#include "providers/wire/writes.h"

#include <QCoreApplication>

namespace tilldeck::providers::paymentkit {

using checkout::Coupon;
using checkout::Error;
using checkout::ErrorKind;
using checkout::PromotionCode;
using checkout::Refund;
using checkout::Result;

using namespace Qt::StringLiterals;

namespace {

Error withoutPayment()
{
    return {ErrorKind::NotFound,
            PaymentKitText::tr("PaymentKit does not say which payment this charge belongs to. Refund it in "
                               "the PaymentKit dashboard.")};
}

/// Reads the id of the payment behind charge @p id from listTransactions: no call returns a single charge.
http::Task<Result<QString>> paymentIntentOf(Account account, QString id)
{
    constexpr int mostPages = 50;
    const auto url = account.address({u"transactions"_s});
    if (!url)
        co_return std::unexpected(unusableId(Call::Refund));
    int offset = 0;
    for (int number = 0; number < mostPages; ++number) {
        const auto page = co_await readPage(account.api, *url, offset, &decodePage<PaymentOfCharge>);
        if (!page)
            co_return std::unexpected(page.error());
        for (const PaymentOfCharge &charge : page->items) {
            if (charge.id == id && !charge.paymentIntentId.isEmpty())
                co_return charge.paymentIntentId;
        }
        if (!page->more || page->items.empty())
            break;
        offset += static_cast<int>(page->items.size());
    }
    co_return std::unexpected(withoutPayment());
}

template <class T, class Decode>
http::Task<Result<T>> write(const Account &account, const std::optional<QUrl> &url, const Result<QByteArray> &body,
                            const QString &key, Decode decode)
{
    if (!url)
        return failedTask<T>(unusableId(Call::Change));
    if (!body)
        return failedTask<T>(body.error());
    return writeOnce<T>(account.api, Call::Change, account.api.post(*url, *body, key), decode);
}

/// Switches an entry of @p list off. A promotion code may be listed without an id; it then cannot be changed.
template <class T, class Decode>
http::Task<Result<T>> switchOff(const Account &account, const QString &list, const QString &id, Decode decode)
{
    const auto url = account.address({list, id});
    if (!url) {
        return failedTask<T>(
            Error(ErrorKind::NotFound, PaymentKitText::tr("PaymentKit did not tell the ID of this entry. Refresh "
                                                          "the catalog, or switch it off in the PaymentKit "
                                                          "dashboard.")));
    }
    return writeOnce<T>(account.api, Call::Change, account.api.patch(*url, encodeInactive()), decode);
}

} // namespace

http::Task<Result<RefundRequest>> completeRefund(Account account, RefundRequest request)
{
    const auto acceptable = encodeRefund(request, QString());
    if (!acceptable)
        co_return std::unexpected(acceptable.error());
    if (request.transaction.paymentId.isEmpty()) {
        const auto found = co_await paymentIntentOf(account, request.transaction.id);
        if (!found)
            co_return std::unexpected(found.error());
        request.transaction.paymentId = *found;
    }
    co_return std::move(request);
}

http::Task<Result<Refund>> refund(const Account &account, const RefundRequest &request, const QString &key)
{
    const auto url = account.address({u"payments"_s, u"refunds"_s});
    if (!url)
        return failedTask<Refund>(unusableId(Call::Refund));
    const auto body = encodeRefund(request, request.transaction.paymentId);
    if (!body)
        return failedTask<Refund>(body.error());
    if (request.transaction.paymentId.isEmpty())
        return failedTask<Refund>(withoutPayment());
    return writeOnce<Refund>(account.api, Call::Refund, account.api.post(*url, *body, key),
                             [request](const QJsonDocument &answer) { return decodeRefund(answer, request); });
}

http::Task<Result<PromotionCode>> createPromotionCode(Account account, PromotionCode code, QString key)
{
    return write<PromotionCode>(account, account.address({u"promotion-codes"_s}), encodePromotionCode(code), key,
                                &decodePromotionCode);
}

http::Task<Result<PromotionCode>> deactivate(Account account, PromotionCode code)
{
    return switchOff<PromotionCode>(account, u"promotion-codes"_s, code.id, &decodePromotionCode);
}

http::Task<Result<Coupon>> createCoupon(Account account, Coupon coupon, QString key)
{
    return write<Coupon>(account, account.address({u"coupons"_s}), encodeCoupon(coupon), key, &decodeCoupon);
}

http::Task<Result<Coupon>> deactivateCoupon(Account account, Coupon coupon)
{
    return switchOff<Coupon>(account, u"coupons"_s, coupon.id, &decodeCoupon);
}

http::Task<Result<checkout::ProcessorRoute>> saveRoute(Account account, checkout::ProcessorRoute route)
{
    using checkout::ProcessorRoute;
    const bool isNew = route.id.isEmpty();
    const QStringList list{u"v1"_s, u"processor-routes"_s};
    const auto url = account.api.below(isNew ? list : list + QStringList{route.id});
    const auto body = encodeRoute(route);
    if (!url)
        return failedTask<ProcessorRoute>(unusableId(Call::Change));
    if (!body)
        return failedTask<ProcessorRoute>(body.error());
    const http::Request request = isNew ? account.api.post(*url, *body) : account.api.patch(*url, *body);
    return writeOnce<ProcessorRoute>(account.api, Call::Change, request, &decodeRoute);
}

} // namespace tilldeck::providers::paymentkit
