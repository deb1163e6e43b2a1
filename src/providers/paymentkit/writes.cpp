// SPDX-License-Identifier: GPL-3.0-or-later
// Writes to a PaymentKit account beside its sessions.
#include "providers/wire/writes.h"
#include "providers/paymentkit/client.h"
#include "providers/paymentkit/codec_writes.h"
#include "providers/paymentkit/text.h"
#include "providers/wire/refunds.h"

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

/// Says that the list was left after @p read charges, and that this one may be behind them.
Error behindTheEnd(int read)
{
    return {ErrorKind::NotFound,
            PaymentKitText::tr("PaymentKit lists more than the newest %L1 charges. This one is not among them, so the "
                               "payment that it belongs to is not known. Refund it in the PaymentKit dashboard.")
                .arg(read)};
}

/// Reads the id of the payment behind charge @p id from listTransactions: no call returns a single charge.
http::Task<Result<QString>> paymentIntentOf(Account account, QString id)
{
    constexpr int mostPages = 500; // as many as the list of payments is read
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
        if (!page->more || page->size() == 0)
            co_return std::unexpected(withoutPayment());
        offset += page->size();
    }
    co_return std::unexpected(behindTheEnd(offset));
}

http::Task<Result<Write<Refund>>> refundOf(Account account, RefundRequest request, QString key)
{
    const auto units = refundUnits(Family::PaymentKit, request);
    if (!units)
        co_return std::unexpected(units.error());
    const auto url = account.address({u"payments"_s, u"refunds"_s});
    if (!url)
        co_return std::unexpected(unusableId(Call::Refund));
    if (request.transaction.paymentId.isEmpty()) {
        const auto found = co_await paymentIntentOf(account, request.transaction.id);
        if (!found)
            co_return std::unexpected(found.error());
        request.transaction.paymentId = *found;
    }
    const QByteArray body = encodeRefund(request, *units, request.transaction.paymentId);
    const auto decode = [request](const QJsonDocument &answer) { return decodeRefund(answer, request); };
    co_return writeOf<Refund>(account.api, Call::Refund, account.api.post(*url, body, key), decode);
}

template <class T, class Decode>
Result<Write<T>> changeOf(const Account &account, const std::optional<QUrl> &url, const Result<QByteArray> &body,
                          const QString &key, Decode decode)
{
    if (!url)
        return std::unexpected(unusableId(Call::Change));
    if (!body)
        return std::unexpected(body.error());
    return writeOf<T>(account.api, Call::Change, account.api.post(*url, *body, key), decode);
}

/// Switches an entry of @p list off. A promotion code may be listed without an id; it then cannot be changed.
template <class T, class Decode>
Result<Write<T>> switchOff(const Account &account, const QString &list, const QString &id, Decode decode)
{
    const auto url = account.address({list, id});
    if (!url) {
        return std::unexpected(
            Error(ErrorKind::NotFound, PaymentKitText::tr("PaymentKit did not tell the ID of this entry. Refresh "
                                                          "the catalog, or switch it off in the PaymentKit "
                                                          "dashboard.")));
    }
    return writeOf<T>(account.api, Call::Change, account.api.patch(*url, encodeInactive()), decode);
}

} // namespace

http::Task<Result<Write<Refund>>> Client::prepareRefund(RefundRequest request, QString key)
{
    return refundOf(m_account, std::move(request), std::move(key));
}

Result<Write<PromotionCode>> Client::preparePromotionCode(const PromotionCode &code, const QString &key) const
{
    return changeOf<PromotionCode>(m_account, m_account.address({u"promotion-codes"_s}), encodePromotionCode(code), key,
                                   &decodePromotionCode);
}

Result<Write<PromotionCode>> Client::prepareSwitchOff(const PromotionCode &code) const
{
    return switchOff<PromotionCode>(m_account, u"promotion-codes"_s, code.id, &decodePromotionCode);
}

Result<Write<Coupon>> Client::prepareCoupon(const Coupon &coupon, const QString &key) const
{
    return changeOf<Coupon>(m_account, m_account.address({u"coupons"_s}), encodeCoupon(coupon), key, &decodeCoupon);
}

Result<Write<Coupon>> Client::prepareSwitchOff(const Coupon &coupon) const
{
    return switchOff<Coupon>(m_account, u"coupons"_s, coupon.id, &decodeCoupon);
}

Result<Write<checkout::ProcessorRoute>> Client::prepareRoute(const checkout::ProcessorRoute &route) const
{
    const bool isNew = route.id.isEmpty();
    const QStringList list{u"v1"_s, u"processor-routes"_s};
    const auto url = m_account.api.below(isNew ? list : list + QStringList{route.id});
    if (!url)
        return std::unexpected(unusableId(Call::Change));
    const auto body = encodeRoute(route);
    if (!body)
        return std::unexpected(body.error());
    const http::Request request = isNew ? m_account.api.post(*url, *body) : m_account.api.patch(*url, *body);
    return writeOf<checkout::ProcessorRoute>(m_account.api, Call::Change, request, &decodeRoute);
}

} // namespace tilldeck::providers::paymentkit
