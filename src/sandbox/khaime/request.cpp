// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/khaime/request.h"

#include "sandbox/khaime/rules.h"

#include <QRegularExpression>

#include <cmath>

namespace tilldeck::sandbox::khaime {

using namespace Qt::StringLiterals;

std::unexpected<Refusal> refused(int status, const QString &text, const QString &field, const QString &message)
{
    return std::unexpected(Refusal{status, text, {{field, message}}});
}

namespace {

std::unexpected<Refusal> validationFailed(const QList<FieldError> &errors)
{
    return std::unexpected(Refusal{422, u"Validation failed"_s, errors});
}

bool isAbsent(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty());
}

// Returns the first of @p names that is there.
QString firstOf(const QJsonObject &body, const QStringList &names)
{
    for (const QString &name : names) {
        if (!isAbsent(body[name]))
            return name;
    }
    return {};
}

// Members that a dot separates stand in an inner object.
QJsonValue at(const QJsonObject &body, const QString &path)
{
    const qsizetype dot = path.indexOf(u'.');
    return dot < 0 ? body[path] : at(body[path.left(dot)].toObject(), path.mid(dot + 1));
}

Answer<void> requireFields(const QJsonObject &body, const QStringList &paths)
{
    for (const QString &path : paths) {
        if (isAbsent(at(body, path)))
            return refused(400, u"Missing required fields"_s, path, u"%1 is required."_s.arg(path));
    }
    return {};
}

Answer<void> flatMetadata(const QJsonObject &body)
{
    const QJsonValue metadata = body["metadata"_L1];
    const QString text = u"Metadata validation failed"_s;
    if (!metadata.isUndefined() && !metadata.isObject())
        return refused(422, text, u"metadata"_s, u"metadata must be an object."_s);
    const QJsonObject members = metadata.toObject();
    for (auto it = members.begin(); it != members.end(); ++it) {
        if (!it->isString() && !it->isDouble() && !it->isBool())
            return refused(422, text, u"metadata."_s + it.key(),
                           u"metadata.%1 must be a text, a number, true or false."_s.arg(it.key()));
    }
    return {};
}

qint64 readAmount(JsonReader &reader, const QString &member)
{
    return reader.integer(
        member, 0, 1, kLargestAmount,
        u"%1 must be a whole number of the smallest unit, from 1 to %2."_s.arg(member).arg(kLargestAmount));
}

QString readCurrency(JsonReader &reader, const QString &member)
{
    static const QRegularExpression pattern(u"^[A-Z]{3}$"_s);
    const QString code = reader.text(member);
    if (reader.has(member) && !pattern.match(code).hasMatch())
        reader.wrong(member, u"%1 must be three capital letters, like USD."_s.arg(member));
    return code;
}

std::optional<qint64> readId(JsonReader &reader, const QString &member)
{
    if (!reader.has(member))
        return std::nullopt;
    return reader.integer(member, 0, 0, std::numeric_limits<qint64>::max(),
                          u"%1 must be a whole number."_s.arg(member));
}

QJsonObject readCustomer(JsonReader &reader)
{
    static const QRegularExpression pattern(u"^[^\\s@]+@[^\\s@]+$"_s);
    const QJsonObject customer = reader.raw(u"customer"_s).toObject();
    if (!pattern.match(customer["email"_L1].toString()).hasMatch())
        reader.wrong(u"customer.email"_s, u"customer.email must be an e-mail address."_s);
    for (const QString &member : {u"first_name"_s, u"last_name"_s, u"country"_s}) {
        if (customer.contains(member) && !customer[member].isString())
            reader.wrong(u"customer."_s + member, u"customer.%1 must be a text."_s.arg(member));
    }
    return customer;
}

void needKnownCurrency(JsonReader &reader, const QString &code)
{
    if (!money::Currency::fromCode(code))
        reader.wrong(u"currency"_s, u"%1 is not a currency."_s.arg(code));
}

const QStringList &countryNames()
{
    static const QStringList names{
        u"customer.country"_s,          u"user_country"_s,    u"customer_country"_s,         u"country_code"_s,
        u"metadata.customer_country"_s, u"billing_country"_s, u"metadata.billing_country"_s, u"shipping_country"_s,
        u"metadata.shipping_country"_s};
    return names;
}

QString countryOf(const QJsonObject &body)
{
    for (const QString &name : countryNames()) {
        if (!isAbsent(at(body, name)))
            return countryCode(at(body, name).toString());
    }
    return {};
}

std::optional<qint64> queryNumber(const QUrlQuery &query, const QString &name, QList<FieldError> &errors)
{
    if (!query.hasQueryItem(name))
        return std::nullopt;
    bool ok = false;
    const qint64 number = query.queryItemValue(name).toLongLong(&ok);
    if (!ok || number < 1 || number > kLargestAmount)
        errors << FieldError{name, u"%1 must be a whole number that is not less than 1."_s.arg(name)};
    return number;
}

} // namespace

Answer<SessionRequest> readSession(const QJsonObject &body)
{
    if (const auto ok = requireFields(body, {u"amount"_s, u"currency"_s, u"customer.email"_s}); !ok)
        return std::unexpected(ok.error());
    if (isAbsent(body["product_id"_L1]) && isAbsent(body["product_name"_L1]))
        return refused(400, u"Missing required fields"_s, u"product_name"_s,
                       u"product_id or product_name is required."_s);
    if (const auto ok = flatMetadata(body); !ok)
        return std::unexpected(ok.error());
    JsonReader reader(body, {u"amount"_s, u"currency"_s, u"product_id"_s, u"product_name"_s, u"customer"_s,
                             u"success_url"_s, u"cancel_url"_s, u"subscription_frequency_key"_s, u"metadata"_s});
    SessionRequest request;
    request.amount = readAmount(reader, u"amount"_s);
    request.currency = readCurrency(reader, u"currency"_s);
    needKnownCurrency(reader, request.currency);
    request.productId = readId(reader, u"product_id"_s);
    request.productName = reader.text(u"product_name"_s);
    request.customer = readCustomer(reader);
    request.successUrl = reader.url(u"success_url"_s);
    request.cancelUrl = reader.url(u"cancel_url"_s);
    request.frequency = reader.text(u"subscription_frequency_key"_s);
    request.metadata = body["metadata"_L1].toObject();
    return reader.result(request, validationFailed);
}

Answer<CheckoutRequest> readCheckout(const QJsonObject &body)
{
    if (const auto ok = requireFields(body, {u"product_id"_s, u"currency"_s, u"customer.email"_s}); !ok)
        return std::unexpected(ok.error());
    JsonReader reader(body, {u"product_id"_s, u"quantity"_s, u"currency"_s, u"customer"_s});
    CheckoutRequest request;
    request.productId = readId(reader, u"product_id"_s).value_or(0);
    request.quantity = reader.integer(u"quantity"_s, 1, 1, std::numeric_limits<qint32>::max(),
                                      u"quantity must be a whole number from 1 to 2147483647."_s);
    request.currency = readCurrency(reader, u"currency"_s);
    needKnownCurrency(reader, request.currency);
    request.customer = readCustomer(reader);
    return reader.result(request, validationFailed);
}

Answer<ChargeRequest> readCharge(const QJsonObject &body)
{
    if (isAbsent(body["amount"_L1]))
        return refused(422, u"\"amount\" is required"_s, u"amount"_s, u"amount is required."_s);
    if (const auto ok = requireFields(body, {u"currency"_s, u"customer.email"_s}); !ok)
        return std::unexpected(ok.error());
    const QString totalAmount = firstOf(body, {u"total_amount"_s, u"original_product_amount"_s});
    const QString totalCurrency = firstOf(body, {u"total_currency"_s, u"original_product_currency"_s});
    if (totalAmount.isEmpty() || totalCurrency.isEmpty()) {
        const QString missing = totalAmount.isEmpty() ? u"total_amount"_s : u"total_currency"_s;
        return refused(422, u"Missing total_amount / total_currency"_s, missing, u"%1 is required."_s.arg(missing));
    }
    if (const auto ok = flatMetadata(body); !ok)
        return std::unexpected(ok.error());

    JsonReader reader(body);
    QStringList known{u"amount"_s,
                      u"currency"_s,
                      u"total_amount"_s,
                      u"total_currency"_s,
                      u"original_product_amount"_s,
                      u"original_product_currency"_s,
                      u"converted_total_amount"_s,
                      u"converted_total_currency"_s,
                      u"description"_s,
                      u"reference"_s,
                      u"callback_url"_s,
                      u"redirectUrl"_s,
                      u"redirect_url"_s,
                      u"customer"_s,
                      u"metadata"_s,
                      u"preview"_s,
                      u"sub_merchant_id"_s};
    for (const QString &name : countryNames()) {
        if (name.contains(u'.'))
            continue;
        known << name;
        reader.text(name);
    }
    reader.allow(known);
    ChargeRequest request;
    request.preview = reader.boolean(u"preview"_s, false);
    request.amount = readAmount(reader, u"amount"_s);
    request.currency = readCurrency(reader, u"currency"_s);
    request.totalAmount = readAmount(reader, totalAmount);
    request.totalCurrency = readCurrency(reader, totalCurrency);
    request.description = reader.raw(u"description"_s).toString();
    if (reader.has(u"description"_s) && !reader.raw(u"description"_s).isString())
        reader.wrong(u"description"_s, u"description must be a text."_s);
    request.reference = reader.text(u"reference"_s);
    for (const QString &name : {u"redirect_url"_s, u"redirectUrl"_s, u"callback_url"_s}) {
        const QString url = reader.url(name);
        request.callbackUrl = url.isEmpty() ? request.callbackUrl : url;
    }
    request.customer = readCustomer(reader);
    request.country = countryOf(body);
    request.metadata = body["metadata"_L1].toObject();
    request.subMerchantId = readId(reader, u"sub_merchant_id"_s);
    const QString pairAmount = u"converted_total_amount"_s;
    const QString pairCurrency = u"converted_total_currency"_s;
    const qint64 convertedAmount = readAmount(reader, pairAmount);
    const QString convertedCurrency = readCurrency(reader, pairCurrency);
    if (!reader.errors().isEmpty())
        return validationFailed(reader.errors());

    if (reader.has(pairAmount) != reader.has(pairCurrency)) {
        const QString missing = reader.has(pairAmount) ? pairCurrency : pairAmount;
        return refused(400, u"Both converted_total_amount and converted_total_currency must be provided together"_s,
                       missing, u"%1 is required beside the other."_s.arg(missing));
    }
    if (reader.has(pairCurrency) && convertedCurrency != request.currency)
        return refused(400, u"converted_total_currency must match the charge currency"_s, pairCurrency,
                       u"%1 is not %2, the currency of the charge."_s.arg(convertedCurrency, request.currency));
    if (reader.has(pairAmount) && !isWithinTolerance(convertedAmount, request.amount))
        return refused(400, u"converted_total_amount does not match amount"_s, pairAmount,
                       u"%1 is further than 1 % from amount, which is %2."_s.arg(convertedAmount).arg(request.amount));
    return request;
}

Answer<RefundRequest> readRefund(const QJsonObject &body)
{
    if (const auto ok = requireFields(body, {u"transaction_id"_s}); !ok)
        return std::unexpected(ok.error());
    JsonReader reader(body, {u"transaction_id"_s, u"amount"_s, u"reason"_s});
    RefundRequest request;
    request.transactionId = reader.text(u"transaction_id"_s);
    if (reader.has(u"amount"_s))
        request.amount = readAmount(reader, u"amount"_s);
    if (reader.has(u"reason"_s) && !reader.raw(u"reason"_s).isString())
        reader.wrong(u"reason"_s, u"reason must be a text."_s);
    return reader.result(request, validationFailed);
}

Answer<qint64> readCommission(const QJsonObject &body)
{
    const QString member = u"commission_rate"_s;
    if (const auto ok = requireFields(body, {member}); !ok)
        return std::unexpected(ok.error());
    JsonReader reader(body, {member});
    const double rate = reader.raw(member).toDouble(-1);
    if (rate < 0 || rate > 1)
        reader.wrong(member, u"commission_rate must be a number from 0 to 1."_s);
    return reader.result(std::llround(rate * kPartsPerMillion), validationFailed);
}

Answer<PricingQuery> readPricing(const QUrlQuery &query)
{
    QList<FieldError> errors;
    const auto amount = queryNumber(query, u"amount"_s, errors);
    if (!amount)
        return refused(400, u"Missing required fields"_s, u"amount"_s, u"amount is required."_s);
    PricingQuery asked;
    asked.amount = *amount;
    asked.sourceCurrency = query.queryItemValue(u"source_currency"_s);
    asked.targetCurrency = query.queryItemValue(u"target_currency"_s);
    asked.country = countryCode(query.queryItemValue(u"customer_country"_s, QUrl::FullyDecoded));
    asked.productId = queryNumber(query, u"product_id"_s, errors);
    asked.subMerchantId = queryNumber(query, u"sub_merchant_id"_s, errors);
    if (!errors.isEmpty())
        return validationFailed(errors);
    return asked;
}

Answer<Selection> readList(const QUrlQuery &query, const QHash<QString, QString> &sortable)
{
    auto selection = readPaging(query);
    if (!selection)
        return validationFailed(selection.error().errors);
    const QString order = query.hasQueryItem(u"sort_order"_s) ? query.queryItemValue(u"sort_order"_s) : u"DESC"_s;
    const QString by = query.hasQueryItem(u"sort_by"_s) ? query.queryItemValue(u"sort_by"_s) : u"created_at"_s;
    if (order != "ASC"_L1 && order != "DESC"_L1)
        return validationFailed({{u"sort_order"_s, u"sort_order must be ASC or DESC."_s}});
    if (!sortable.contains(by))
        return validationFailed({{u"sort_by"_s, u"This list cannot be sorted by %1."_s.arg(by)}});
    selection->newestFirst = order == "DESC"_L1;
    selection->sortMember = sortable.value(by);
    return selection;
}

} // namespace tilldeck::sandbox::khaime
