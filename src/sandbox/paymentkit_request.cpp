// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/paymentkit_request.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <limits>
#include <optional>

namespace tilldeck::sandbox::paymentkit {

using namespace Qt::StringLiterals;

namespace {

// Reads the members of one closed object and collects what is wrong with them.
class Reader
{
public:
    Reader(QJsonObject object, QString prefix, QList<FieldError> &errors)
        : m_object(std::move(object))
        , m_prefix(std::move(prefix))
        , m_errors(&errors)
    {
    }

    void allow(const QStringList &members)
    {
        const QStringList keys = m_object.keys();
        for (const QString &key : keys) {
            if (!members.contains(key))
                wrong(key, u"Unknown field %1."_s.arg(m_prefix + key));
        }
    }

    void wrong(const QString &member, const QString &message) { *m_errors << FieldError{m_prefix + member, message}; }

    QString text(const QString &member, bool required = false)
    {
        const QJsonValue value = m_object.value(member);
        if (value.isUndefined() && !required)
            return {};
        if (!value.isString() || value.toString().isEmpty())
            wrong(member, u"%1 must be a text that is not empty."_s.arg(m_prefix + member));
        return value.toString();
    }

    qint64 integer(const QString &member, qint64 fallback, qint64 least, qint64 most, const QString &message)
    {
        const QJsonValue value = m_object.value(member);
        if (value.isUndefined())
            return fallback;
        constexpr qint64 none = std::numeric_limits<qint64>::min();
        const qint64 number = value.isDouble() ? value.toInteger(none) : none;
        if (number < least || number > most)
            wrong(member, message);
        return number;
    }

    QString url(const QString &member)
    {
        static const QRegularExpression pattern(u"^https?://\\S+$"_s);
        const QJsonValue value = m_object.value(member);
        if (!value.isUndefined() && !(value.isString() && pattern.match(value.toString()).hasMatch()))
            wrong(member, u"%1 must be an address that starts with http:// or https://."_s.arg(m_prefix + member));
        return value.toString();
    }

    QJsonObject customFields(const QString &member)
    {
        const QJsonValue value = m_object.value(member);
        if (value.isUndefined())
            return {};
        if (!value.isObject())
            wrong(member, u"%1 must be an object."_s.arg(m_prefix + member));
        const QJsonObject fields = value.toObject();
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            constexpr int longestText = 500;
            const QString name = member + u'.' + it.key();
            if (!it->isString() && !it->isDouble() && !it->isBool())
                wrong(name, u"The custom field %1 must be a text, a number, true or false."_s.arg(it.key()));
            else if (it->toString().toUcs4().size() > longestText)
                wrong(name, u"The custom field %1 is longer than 500 characters."_s.arg(it.key()));
        }
        return fields;
    }

    // Nothing when the member is absent.
    std::optional<QList<Reader>> objects(const QString &member, bool required = false)
    {
        const QJsonValue value = m_object.value(member);
        if (value.isUndefined() && !required)
            return std::nullopt;
        const QJsonArray array = value.toArray();
        if (array.isEmpty())
            wrong(member, u"%1 must be a list with at least one element."_s.arg(m_prefix + member));
        QList<Reader> readers;
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QString name = u"%1[%2]"_s.arg(member).arg(i);
            if (array.at(i).isObject())
                readers << Reader(array.at(i).toObject(), m_prefix + name + u'.', *m_errors);
            else
                wrong(name, u"%1 must be an object."_s.arg(m_prefix + name));
        }
        return readers;
    }

    QJsonValue raw(const QString &member) const { return m_object.value(member); }

private:
    QJsonObject m_object;
    QString m_prefix;
    QList<FieldError> *m_errors;
};

QList<Line> readLines(QList<Reader> readers)
{
    QList<Line> lines;
    for (Reader &reader : readers) {
        reader.allow({u"price_id"_s, u"quantity"_s});
        const QString price = reader.text(u"price_id"_s, true);
        lines << Line{price, reader.integer(u"quantity"_s, 1, 1, std::numeric_limits<qint32>::max(),
                                            u"Quantity must be a whole number from 1 to 2147483647."_s)};
    }
    return lines;
}

std::optional<qint64> readNumber(const QUrlQuery &query, const QString &name, qint64 fallback, qint64 least,
                                 qint64 most)
{
    if (!query.hasQueryItem(name))
        return fallback;
    bool ok = false;
    const qint64 number = query.queryItemValue(name).toLongLong(&ok);
    return ok && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

} // namespace

Answer<QJsonObject> readBody(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return std::unexpected(Refusal{400, u"The body is not JSON: %1."_s.arg(error.errorString()), {}});
    if (!document.isObject())
        return std::unexpected(Refusal{400, u"The body must be a JSON object."_s, {}});
    return document.object();
}

Answer<SessionRequest> readSession(const QJsonObject &body)
{
    QList<FieldError> errors;
    Reader reader(body, {}, errors);
    reader.allow({u"customer_id"_s, u"line_items"_s, u"promotion_code"_s, u"coupon_id"_s, u"expires_in_hours"_s,
                  u"custom_fields"_s, u"params_for_sub"_s, u"processor_route_id"_s, u"cascade_line_items"_s,
                  u"success_url"_s, u"return_url"_s});
    SessionRequest request;
    request.customerId = reader.text(u"customer_id"_s);
    request.promotionCode = reader.text(u"promotion_code"_s);
    request.couponId = reader.text(u"coupon_id"_s);
    request.expiresInHours = int(reader.integer(u"expires_in_hours"_s, 24, 1, 720,
                                                u"The expiry must be a whole number of hours from 1 to 720."_s));
    request.customFields = reader.customFields(u"custom_fields"_s);
    request.successUrl = reader.url(u"success_url"_s);
    request.returnUrl = reader.url(u"return_url"_s);
    request.routeId = reader.text(u"processor_route_id"_s);
    const auto lines = reader.objects(u"line_items"_s);
    if (lines)
        request.tiers << TierRequest{readLines(*lines), request.routeId};
    const auto tiers = reader.objects(u"cascade_line_items"_s);
    if (tiers && !lines)
        reader.wrong(u"line_items"_s, u"Cascade tiers need line items in the first tier."_s);
    for (Reader &tier : tiers.value_or(QList<Reader>())) {
        tier.allow({u"line_items"_s, u"processor_route_id"_s});
        const QString field = u"processor_route_id"_s;
        const QList<Line> tierLines = readLines(*tier.objects(u"line_items"_s, true));
        request.tiers << TierRequest{tierLines, tier.raw(field).isNull() ? QString() : tier.text(field)};
    }
    const QJsonValue forSubscription = body["params_for_sub"_L1];
    if (!forSubscription.isUndefined() && !forSubscription.isObject())
        reader.wrong(u"params_for_sub"_s, u"params_for_sub must be an object."_s);
    Reader subscription(forSubscription.toObject(), u"params_for_sub."_s, errors);
    subscription.allow({u"custom_fields"_s});
    request.subscriptionCustomFields = subscription.customFields(u"custom_fields"_s);
    if (request.customerId.isEmpty() && !lines && errors.isEmpty())
        reader.wrong(u"line_items"_s, u"A session needs line items or a customer."_s);
    if (!errors.isEmpty())
        return std::unexpected(Refusal::invalid(errors));
    return request;
}

Answer<RouteRequest> readRoute(const QJsonObject &body)
{
    QList<FieldError> errors;
    Reader reader(body, {}, errors);
    reader.allow({u"name"_s, u"processors"_s});
    RouteRequest route{reader.text(u"name"_s, true), {}};
    QList<Reader> processors = *reader.objects(u"processors"_s, true);
    for (Reader &processor : processors)
        route.processorIds << processor.text(u"processor_id"_s, true);
    if (!errors.isEmpty())
        return std::unexpected(Refusal::invalid(errors));
    return route;
}

Answer<Selection> readPaging(const QUrlQuery &query)
{
    constexpr int largestPage = 100;
    const auto limit = readNumber(query, u"limit"_s, 20, 1, largestPage);
    if (!limit)
        return std::unexpected(Refusal::invalid(u"limit"_s, u"limit must be a whole number from 1 to 100."_s));
    const auto offset = readNumber(query, u"offset"_s, 0, 0, std::numeric_limits<qint64>::max());
    if (!offset)
        return std::unexpected(Refusal::invalid(u"offset"_s, u"offset must be a whole number that is not negative."_s));
    Selection selection;
    selection.limit = int(*limit);
    selection.offset = *offset;
    return selection;
}

Answer<bool> readExpand(const QUrlQuery &query)
{
    const QStringList asked = query.allQueryItemValues(u"expand"_s);
    for (const QString &what : asked) {
        if (what != "custom_fields"_L1)
            return std::unexpected(Refusal::invalid(u"expand"_s, u"expand knows custom_fields only."_s));
    }
    return !asked.isEmpty();
}

} // namespace tilldeck::sandbox::paymentkit
