// SPDX-License-Identifier: GPL-3.0-or-later
// What is sent: drafts, refunds, coupons, codes and routes with texts that nobody would write, as a request to each
// provider.
#include "checkout/pricing.h"
#include "fuzz/fuzz.h"
#include "http/duplicate_names.h"
#include "http/http_client.h"
#include "ledger/draft_document.h"
#include "providers/ikawaari/codec_request.h"
#include "providers/khaime/codec_quote.h"
#include "providers/khaime/codec_refund.h"
#include "providers/khaime/codec_request.h"
#include "providers/paymentkit/codec_writes.h"
#include "providers/registry.h"

using namespace tilldeck;
using namespace Qt::StringLiterals;

namespace {

constexpr auto canary = "canary_9f3a2b71c4"_L1;

/// What a provider could not read must never be sent: one object, in which no member stands twice.
void checkBody(const QByteArray &body)
{
    fuzz::check(QJsonDocument::fromJson(body).isObject() && !http::hasDuplicateNames(body));
}

void checkBody(const checkout::Result<QByteArray> &body)
{
    if (body)
        checkBody(*body);
    else
        fuzz::check(!body.error().sentence.isEmpty());
}

/// @p again is the same write, prepared once more.
template <class T>
void checkWrite(const checkout::Result<providers::Write<T>> &write, const checkout::Result<providers::Write<T>> &again)
{
    fuzz::check(write.has_value() == again.has_value());
    if (!write)
        return fuzz::check(!write.error().sentence.isEmpty());
    checkBody(write->body());
    fuzz::check(write->bodyHash() == again->bodyHash());
    const providers::RequestText text = write->text();
    QByteArray shown = text.method + text.url.toEncoded() + text.body;
    for (const auto &[name, value] : text.headers) {
        fuzz::check(!value.contains('\n') && !value.contains('\r'));
        shown += name + value;
    }
    fuzz::check(!shown.contains(canary.data()));
    // No id leads out of the account's part of the provider.
    fuzz::check(text.url.host() == "api.provider.example"_L1 && !text.url.path(QUrl::FullyEncoded).contains("/../"_L1));
}

/// The lines of an input, as the texts of a write.
class Texts
{
public:
    explicit Texts(const QByteArray &input)
        : m_lines(QString::fromUtf8(input).split(u'\n'))
    {
    }

    QString at(qsizetype line) const { return m_lines.value(line); }
    money::Money amount(qsizetype line) const
    {
        const auto currency = money::Currency::fromCode(at(line + 1));
        return {at(line).toLongLong(), currency ? *currency : *money::Currency::fromCode(u"EUR")};
    }

private:
    QStringList m_lines;
};

void prepareRefunds(const Texts &texts)
{
    checkout::Transaction payment(texts.at(0), texts.amount(3));
    payment.paymentId = texts.at(1);
    payment.status = checkout::TransactionStatus::Succeeded;
    providers::RefundRequest request(payment, texts.amount(3));
    request.reason = texts.at(2);
    checkBody(providers::khaime::encodeRefund(request));
    checkBody(providers::ikawaari::encodeRefund(request));
    checkBody(providers::paymentkit::encodeRefund(request, request.amount.minorUnits(), payment.paymentId));
}

void prepareEntries(const providers::Provider &provider, const Texts &texts)
{
    using checkout::Coupon;
    Coupon coupon;
    coupon.name = texts.at(0);
    coupon.kind = texts.at(1).size() % 2 == 0 ? Coupon::Kind::Percentage : Coupon::Kind::FixedAmount;
    coupon.basisPoints = texts.at(1).toInt();
    coupon.amountOff = texts.amount(2);
    coupon.duration = Coupon::Duration(texts.at(1).size() % 3);
    checkWrite(provider.prepareCoupon(coupon, u"key"_s), provider.prepareCoupon(coupon, u"key"_s));
    coupon.id = texts.at(4);
    checkWrite(provider.prepareSwitchOff(coupon), provider.prepareSwitchOff(coupon));

    checkout::PromotionCode code;
    code.code = texts.at(0);
    code.couponId = texts.at(4);
    code.maxRedemptions = texts.at(1).toLongLong();
    checkWrite(provider.preparePromotionCode(code, u"key"_s), provider.preparePromotionCode(code, u"key"_s));

    checkout::ProcessorRoute route;
    route.id = texts.at(4);
    route.name = texts.at(0);
    checkWrite(provider.prepareRoute(route), provider.prepareRoute(route));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const fuzz::Input input(data, size);
    if (input.rest.contains(canary.data()))
        return 0;
    const QString kinds[] = {u"paymentkit"_s, u"khaime"_s, u"ikawaari"_s};
    static http::HttpClient http;
    providers::Connection connection(kinds[input.choice % 3], QUrl(u"https://api.provider.example/base"_s),
                                     http::Secret(u"sk_test_"_s + canary));
    connection.accountId = u"acc_1"_s;
    connection.merchantId = u"1"_s;
    const auto provider = providers::make(http, connection);
    switch (input.choice / 3 % 4) {
    case 2:
        prepareRefunds(Texts(input.rest));
        break;
    case 3:
        prepareEntries(*provider, Texts(input.rest));
        break;
    default:
        if (const auto draft = ledger::decodeDraft(input.rest)) {
            const checkout::SessionDraft priced = checkout::priced(*draft, std::nullopt);
            checkWrite(provider->prepareCreation(priced, u"key"_s), provider->prepareCreation(priced, u"key"_s));
            checkBody(providers::khaime::encodePreview(priced));
        }
    }
    return 0;
}
