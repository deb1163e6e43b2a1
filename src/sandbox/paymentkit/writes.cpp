// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/paymentkit/writes.h"

#include "sandbox/ids.h"
#include "sandbox/json_reader.h"
#include "sandbox/paymentkit/request.h"

#include <QRegularExpression>

#include <cmath>

namespace tilldeck::sandbox::paymentkit {

using namespace Qt::StringLiterals;

namespace {

// What a coupon and a promotion code have in common.
QJsonObject readLimits(JsonReader &reader, const QDateTime &now)
{
    QJsonObject limits{{u"max_redemptions"_s, QJsonValue()},
                       {u"times_redeemed"_s, 0},
                       {u"expires_at"_s, QJsonValue()},
                       {u"is_active"_s, true},
                       {u"created_at"_s, isoTime(now)}};
    if (reader.has(u"max_redemptions"_s))
        limits["max_redemptions"_L1] =
            reader.integer(u"max_redemptions"_s, 0, 1, std::numeric_limits<qint32>::max(),
                           u"max_redemptions must be a whole number from 1 to 2147483647."_s);
    if (reader.has(u"expires_at"_s)) {
        const QDateTime time = QDateTime::fromString(reader.raw(u"expires_at"_s).toString(), Qt::ISODate);
        if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
            reader.wrong(u"expires_at"_s, u"expires_at must be a time with its zone, like 2026-01-15T10:30:00Z."_s);
        else if (time <= now)
            reader.wrong(u"expires_at"_s, u"expires_at must be ahead."_s);
        limits["expires_at"_L1] = isoTime(time);
    }
    return limits;
}

QString readChoice(JsonReader &reader, const QString &member, const QStringList &words, const QString &fallback = {})
{
    const QString word = reader.text(member, fallback.isEmpty());
    if (!word.isEmpty() && !words.contains(word))
        reader.wrong(member, u"%1 must be %2."_s.arg(member, words.join(" or "_L1)));
    return word.isEmpty() ? fallback : word;
}

void refuse(JsonReader &reader, const QStringList &members, const QString &kind)
{
    for (const QString &member : members) {
        if (reader.has(member))
            reader.wrong(member, u"%1 does not go with %2."_s.arg(member, kind));
    }
}

QJsonValue readPercent(JsonReader &reader)
{
    const QJsonValue value = reader.raw(u"percent_off"_s);
    const double percent = value.toDouble();
    const double hundredths = percent * 100;
    if (!value.isDouble() || percent < 1 || percent > 100 || !qFuzzyCompare(hundredths, std::round(hundredths)))
        reader.wrong(u"percent_off"_s, u"percent_off must be a number from 1 to 100 with at most two decimals."_s);
    return value;
}

} // namespace

Answer<QJsonObject> createCoupon(Engine &engine, const QJsonObject &body)
{
    JsonReader reader(body, {u"name"_s, u"discount_type"_s, u"percent_off"_s, u"amount_off_atom"_s, u"currency"_s,
                             u"duration"_s, u"duration_in_months"_s, u"max_redemptions"_s, u"expires_at"_s});
    QJsonObject coupon = readLimits(reader, engine.now());
    const QString name = reader.text(u"name"_s);
    coupon["name"_L1] = name.isEmpty() ? QJsonValue() : QJsonValue(name);
    const QString type = readChoice(reader, u"discount_type"_s, {u"percentage"_s, u"fixed_amount"_s});
    coupon["discount_type"_L1] = type;
    for (const QString &member : {u"percent_off"_s, u"amount_off_atom"_s, u"currency"_s, u"duration_in_months"_s})
        coupon[member] = QJsonValue();
    if (type == "percentage"_L1) {
        refuse(reader, {u"amount_off_atom"_s, u"currency"_s}, type);
        coupon["percent_off"_L1] = readPercent(reader);
    } else if (type == "fixed_amount"_L1) {
        refuse(reader, {u"percent_off"_s}, type);
        const QString currency = reader.text(u"currency"_s, true);
        if (!currency.isEmpty() && !money::Currency::fromCode(currency))
            reader.wrong(u"currency"_s, u"%1 is not a currency."_s.arg(currency));
        coupon["currency"_L1] = currency.toLower();
        coupon["amount_off_atom"_L1] = reader.integer(u"amount_off_atom"_s, 0, 1, std::numeric_limits<qint64>::max(),
                                                      u"amount_off_atom must be a whole number of at least 1."_s);
        if (!reader.has(u"amount_off_atom"_s))
            reader.wrong(u"amount_off_atom"_s, u"A fixed amount needs amount_off_atom."_s);
    }
    const QString duration = readChoice(reader, u"duration"_s, {u"once"_s, u"repeating"_s, u"forever"_s}, u"once"_s);
    coupon["duration"_L1] = duration;
    if (duration != "repeating"_L1)
        refuse(reader, {u"duration_in_months"_s}, duration);
    else if (reader.has(u"duration_in_months"_s))
        coupon["duration_in_months"_L1] = reader.integer(u"duration_in_months"_s, 0, 1, 120,
                                                         u"duration_in_months must be a whole number from 1 to 120."_s);
    else
        reader.wrong(u"duration_in_months"_s, u"A repeating discount needs duration_in_months."_s);
    if (!reader.errors().isEmpty())
        return std::unexpected(Refusal::invalid(reader.errors()));
    const QString id = newId(u"coupon_sandbox_"_s);
    coupon["id"_L1] = id;
    return ifStored(engine.store().put(u"coupons"_s, id, coupon), coupon);
}

Answer<QJsonObject> createPromotionCode(Engine &engine, const QJsonObject &body)
{
    static const QRegularExpression pattern(u"^[A-Za-z0-9_-]{1,64}$"_s);
    JsonReader reader(body, {u"code"_s, u"coupon_id"_s, u"max_redemptions"_s, u"expires_at"_s});
    QJsonObject promotion = readLimits(reader, engine.now());
    const QString code = reader.text(u"code"_s, true);
    if (!code.isEmpty() && !pattern.match(code).hasMatch())
        reader.wrong(u"code"_s, u"A code has 1 to 64 letters, digits, hyphens and underscores."_s);
    const QString coupon = reader.text(u"coupon_id"_s, true);
    if (!coupon.isEmpty() && !engine.store().get(u"coupons"_s, coupon))
        reader.wrong(u"coupon_id"_s, u"There is no coupon %1."_s.arg(coupon));
    const QString id = newId(u"promo_sandbox_"_s);
    promotion["id"_L1] = id;
    promotion["code"_L1] = code;
    promotion["coupon_id"_L1] = coupon;
    return engine.events().write([&]() -> Answer<QJsonObject> {
        if (engine.store().get(u"promotion-codes"_s, code))
            reader.wrong(u"code"_s, u"The promotion code %1 exists already."_s.arg(code));
        if (!reader.errors().isEmpty())
            return std::unexpected(Refusal::invalid(reader.errors()));
        return ifStored(engine.store().put(u"promotion-codes"_s, code, promotion), promotion);
    });
}

Answer<QJsonObject> setActive(Engine &engine, const QString &kind, const QString &id, const QJsonObject &body)
{
    JsonReader reader(body, {u"is_active"_s});
    const bool isActive = reader.boolean(u"is_active"_s, true);
    if (!reader.has(u"is_active"_s))
        reader.wrong(u"is_active"_s, u"is_active is required."_s);
    if (!reader.errors().isEmpty())
        return std::unexpected(Refusal::invalid(reader.errors()));
    return engine.events().write([&]() -> Answer<QJsonObject> {
        // Promotion codes are kept by their code.
        const Page page = engine.store().list(kind, {.limit = 1, .conditions = {{{u"id"_s}, Condition::Among, {id}}}});
        if (page.items.isEmpty())
            return std::unexpected(Refusal{404, u"There is nothing with the id %1."_s.arg(id), {}});
        QJsonObject document = page.items.first();
        document["is_active"_L1] = isActive;
        const QString key = document[kind == "promotion-codes"_L1 ? "code"_L1 : "id"_L1].toString();
        return ifStored(engine.store().put(kind, key, document, {}, document.value("secure_token"_L1).toString()),
                        document);
    });
}

Answer<QJsonObject> writeRoute(Engine &engine, const QString &id, const QJsonObject &body)
{
    const bool isNew = id.isEmpty();
    const auto asked = readRoute(body, isNew);
    if (!asked)
        return std::unexpected(asked.error());
    QJsonArray processors;
    for (qsizetype i = 0; i < asked->processorIds.size(); ++i) {
        const QString &processor = asked->processorIds.at(i);
        if (!engine.store().get(u"processors"_s, processor))
            return std::unexpected(Refusal::invalid(u"processors[%1].processor_id"_s.arg(i),
                                                    u"There is no processor %1."_s.arg(processor)));
        processors << QJsonObject{{u"processor_id"_s, processor}};
    }
    return engine.events().write([&]() -> Answer<QJsonObject> {
        const auto known = engine.store().get(u"routes"_s, id);
        if (!isNew && !known)
            return std::unexpected(Refusal{404, u"There is no processor route %1."_s.arg(id), {}});
        QJsonObject route = known.value_or(
            QJsonObject{{u"id"_s, newId(u"proute_sandbox_"_s, 8)}, {u"created_at"_s, isoTime(engine.now())}});
        if (!asked->name.isEmpty())
            route["name"_L1] = asked->name;
        if (!processors.isEmpty())
            route["processors"_L1] = processors;
        return ifStored(engine.store().put(u"routes"_s, route["id"_L1].toString(), route,
                                           route.value("is_default"_L1).toBool() ? u"default"_s : QString()),
                        route);
    });
}

} // namespace tilldeck::sandbox::paymentkit
