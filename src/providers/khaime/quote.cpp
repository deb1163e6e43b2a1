// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/khaime/quote.h"

#include "providers/khaime/text.h"

#include "providers/khaime/codec_quote.h"
#include "providers/khaime/codec_request.h"
#include "providers/minor_units.h"

#include <QCoreApplication>
#include <QUrlQuery>

namespace tilldeck::providers::khaime {

using checkout::Error;
using checkout::ErrorKind;
using checkout::Field;
using checkout::Problem;
using checkout::Quote;
using checkout::Result;
using checkout::SessionDraft;

using namespace Qt::StringLiterals;

namespace {

/// Returns a Rejected error with one problem.
Error rejected(const Error &cause, Field field, const QString &sentence)
{
    Error error(ErrorKind::Rejected, sentence);
    error.details = cause.details;
    error.httpStatus = cause.httpStatus;
    error.problems = {Problem(field, sentence)};
    return error;
}

Error aboutSubMerchant(const QString &sentence)
{
    return rejected(Error(ErrorKind::Rejected, QString()), Field::SubMerchant, sentence);
}

/// Returns an InvalidInput error with one problem.
Error cannotQuote(Field field, const QString &sentence)
{
    return invalidDraft({Problem(field, sentence)});
}

http::Task<Result<SubMerchant>> chargeableMerchant(Account account, QString id)
{
    const auto url = account.partner({u"marketplace"_s, u"merchants"_s, id});
    if (!url)
        co_return std::unexpected(aboutSubMerchant(KhaimeText::tr("This is not the ID of a sub-merchant.")));
    const auto answer = co_await read(account.api, Call::Session, *url);
    if (!answer && answer.error().kind == ErrorKind::NotFound) {
        co_return std::unexpected(rejected(answer.error(), Field::SubMerchant,
                                           KhaimeText::tr("Khaime does not know this sub-merchant. Check the ID.")));
    }
    if (!answer && answer.error().kind == ErrorKind::Forbidden) {
        co_return std::unexpected(
            rejected(answer.error(), Field::SubMerchant,
                     KhaimeText::tr("This account is no marketplace, so it has no sub-merchants. Leave this empty.")));
    }
    if (!answer)
        co_return std::unexpected(answer.error());
    auto merchant = decodeSubMerchant(*answer);
    if (!merchant)
        co_return std::unexpected(account.api.withoutKey(merchant.error()));
    if (merchant->id != id) {
        Error other = aboutAnotherObject();
        co_return std::unexpected(std::move(other));
    }
    if (const QString why = whyNotCharged(*merchant); !why.isEmpty())
        co_return std::unexpected(aboutSubMerchant(why));
    co_return std::move(merchant);
}

QUrl conversionUrl(QUrl url, qint64 amount, money::Currency from, money::Currency to)
{
    QUrlQuery query;
    query.addQueryItem(u"amount"_s, QString::number(amount));
    query.addQueryItem(u"source_currency"_s, from.code());
    query.addQueryItem(u"target_currency"_s, to.code());
    url.setQuery(query);
    return url;
}

/// Returns Khaime's conversion of @p pricing, or @p pricing itself when it is in the @p target currency.
http::Task<Result<LocalPrice>> convert(Account account, money::Money pricing, money::Currency target)
{
    if (pricing.currency() == target)
        co_return LocalPrice(pricing);
    const auto amount = toWire(Family::Khaime, pricing);
    if (!amount)
        co_return std::unexpected(
            cannotQuote(Field::Pricing, KhaimeText::tr("Khaime cannot take this amount exactly. Enter another one.")));
    const QUrl url =
        conversionUrl(*account.partner({u"pricing"_s, u"calculate"_s}), *amount, pricing.currency(), target);
    const auto answer = co_await read(account.api, Call::Quote, url);
    if (!answer)
        co_return std::unexpected(answer.error());
    auto price = decodeLocalPrice(*answer, target);
    if (!price)
        co_return std::unexpected(account.api.withoutKey(price.error()));
    co_return std::move(price);
}

http::Task<Result<Quote>> preview(Account account, SessionDraft draft)
{
    const auto body = encodePreview(draft);
    if (!body)
        co_return std::unexpected(body.error());
    http::Request request = account.api.post(*account.partner({u"payments"_s, u"charge"_s}), *body);
    const auto answer = co_await sendOnce(account.api, Call::Quote, std::move(request), draft);
    if (!answer)
        co_return std::unexpected(answer.error());
    auto quote = decodePreview(*answer, draft);
    if (!quote)
        co_return std::unexpected(account.api.withoutKey(quote.error()));
    co_return std::move(quote);
}

/// Returns @p draft as its preview needs it: with the conversion @p local, which is also its amount unless one was
/// typed.
SessionDraft filled(SessionDraft draft, const money::Money &local)
{
    if (!draft.chargeAmount)
        draft.chargeAmount = local;
    draft.convertedTotal.reset();
    if (draft.pricing->currency() != local.currency())
        draft.convertedTotal = local;
    return draft;
}

http::Task<Result<Quote>> quoteCharge(Account account, SessionDraft draft)
{
    if (!draft.pricing)
        co_return std::unexpected(cannotQuote(Field::Pricing, KhaimeText::tr("Enter what you want to receive.")));
    std::optional<checkout::Split> split;
    if (!draft.subMerchantId.isEmpty()) {
        const auto merchant = co_await chargeableMerchant(account, draft.subMerchantId);
        if (!merchant)
            co_return std::unexpected(merchant.error());
        split = splitOf(*draft.pricing, *merchant);
    }
    const money::Currency currency = *chargeCurrencyOf(draft);
    const auto price = co_await convert(account, *draft.pricing, currency);
    if (!price)
        co_return std::unexpected(price.error());
    SessionDraft asked = filled(draft, price->local);
    auto quote = co_await preview(account, asked);
    if (!quote)
        co_return std::unexpected(quote.error());
    if (!quote->conversion && draft.pricing->currency() != currency) {
        quote->conversion.emplace(*draft.pricing, price->local);
        quote->conversion->rate = price->rate;
    }
    quote->split = std::move(split);
    co_return std::move(quote);
}

/// Returns the price times @p quantity; nothing on overflow.
std::optional<Quote> times(const LocalPrice &price, qint64 quantity)
{
    const auto local = price.local.times(quantity);
    if (!local)
        return {};
    Quote quote(*local);
    quote.productTitle = price.productTitle;
    // Whether each piece is converted and rounded, or their sum, is not documented.
    quote.isMultiplied = quantity > 1 && (!price.base || price.base->currency() != price.local.currency());
    if (!price.base)
        return quote;
    quote.businessReceives = price.base->times(quantity);
    if (!quote.businessReceives)
        return {};
    if (price.base->currency() != price.local.currency()) {
        quote.conversion.emplace(*quote.businessReceives, *local);
        quote.conversion->rate = price.rate;
    }
    return quote;
}

http::Task<Result<Quote>> quoteCheckout(Account account, SessionDraft draft)
{
    const auto known = account.partner({u"products"_s, draft.productId, u"pricing"_s});
    if (!known)
        co_return std::unexpected(
            cannotQuote(Field::Product, KhaimeText::tr("Choose a product, or enter its number.")));
    if (!draft.chargeCurrency) {
        co_return std::unexpected(
            cannotQuote(Field::ChargeCurrency, KhaimeText::tr("Choose the currency that the customer pays in.")));
    }
    QUrl url = *known;
    QUrlQuery query;
    query.addQueryItem(u"currency"_s, draft.chargeCurrency->code());
    if (!draft.customer.country.isEmpty())
        query.addQueryItem(u"customer_country"_s, draft.customer.country);
    url.setQuery(query);
    const auto answer = co_await read(account.api, Call::Quote, url);
    if (!answer && answer.error().kind == ErrorKind::NotFound) {
        co_return std::unexpected(rejected(answer.error(), Field::Product,
                                           KhaimeText::tr("Khaime does not know this product. Choose another one.")));
    }
    if (!answer)
        co_return std::unexpected(answer.error());
    const auto price = decodeLocalPrice(*answer, draft.chargeCurrency);
    if (!price)
        co_return std::unexpected(account.api.withoutKey(price.error()));
    auto quote = times(*price, draft.productQuantity);
    if (!quote)
        co_return std::unexpected(cannotQuote(Field::Quantity, KhaimeText::tr("Enter a smaller quantity.")));
    co_return std::move(*quote);
}

http::Task<Result<Quote>> notQuoted()
{
    co_return std::unexpected(
        Error(ErrorKind::Unsupported, KhaimeText::tr("Khaime does not quote this kind of payment before it exists.")));
}

} // namespace

http::Task<Result<Quote>> quote(Account account, SessionDraft draft)
{
    const auto flow = flowOf(draft.flow);
    if (flow == Flow::Charge)
        return quoteCharge(std::move(account), std::move(draft));
    if (flow == Flow::Checkout)
        return quoteCheckout(std::move(account), std::move(draft));
    return notQuoted();
}

} // namespace tilldeck::providers::khaime
