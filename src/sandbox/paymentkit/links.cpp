// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/paymentkit/links.h"

#include "sandbox/ids.h"
#include "sandbox/json_reader.h"
#include "sandbox/json_values.h"
#include "sandbox/paymentkit/request.h"

namespace tilldeck::sandbox::paymentkit {

using namespace Qt::StringLiterals;

namespace {

// Returns what a visit of @p link asks for.
SessionRequest visitRequest(const QJsonObject &link)
{
    SessionRequest request;
    request.customerId = link["customer_id"_L1].toString();
    request.couponId = link["coupon_id"_L1].toString();
    request.expiresInHours = link["expires_in_hours"_L1].toInt(24);
    request.successUrl = link["success_url"_L1].toString();
    request.returnUrl = link["return_url"_L1].toString();
    TierRequest tier;
    const QJsonArray lines = link["line_items"_L1].toArray();
    for (const auto &line : lines)
        tier.lines << Line{line["price_id"_L1].toString(), line["quantity"_L1].toInteger(1)};
    if (!tier.lines.isEmpty())
        request.tiers << tier;
    return request;
}

} // namespace

std::optional<QString> Engine::openLink(const QString &token)
{
    if (token.isEmpty())
        return std::nullopt;
    const Page page = m_store.list(u"payment-links"_s, {.limit = 1, .parent = token});
    if (page.items.isEmpty())
        return std::nullopt;
    if (!page.items.first()["is_active"_L1].toBool())
        return QString();
    const auto made = create(visitRequest(page.items.first()));
    return made ? made->session.token : QString();
}

namespace {

QJsonValue readNumber(JsonReader &reader, const QString &member, qint64 most)
{
    if (!reader.has(member))
        return {};
    return reader.integer(member, 0, 1, most, u"%1 must be a whole number from 1 to %2."_s.arg(member).arg(most));
}

} // namespace

Answer<QJsonObject> createLink(Engine &engine, const QJsonObject &body)
{
    constexpr int longestName = 255;
    JsonReader reader(body, {u"name"_s, u"mode"_s, u"line_items"_s, u"package_ids"_s, u"customer_id"_s, u"coupon_id"_s,
                             u"free_trial_days"_s, u"success_url"_s, u"return_url"_s, u"expires_in_hours"_s});
    const QString name = reader.text(u"name"_s);
    if (name.size() > longestName)
        reader.wrong(u"name"_s, u"The name is longer than 255 characters."_s);
    const QString asked = reader.text(u"mode"_s);
    const QString mode = asked.isEmpty() ? u"payment"_s : asked;
    if (!QStringList{u"payment"_s, u"subscription"_s, u"setup"_s}.contains(mode))
        reader.wrong(u"mode"_s, u"mode must be payment, subscription or setup."_s);
    const bool isSetup = mode == "setup"_L1;
    for (const QString &member : {u"line_items"_s, u"coupon_id"_s, u"free_trial_days"_s}) {
        if (isSetup && reader.has(member))
            reader.wrong(member, u"%1 does not go with setup."_s.arg(member));
    }
    if (reader.has(u"free_trial_days"_s) && mode == "payment"_L1)
        reader.wrong(u"free_trial_days"_s, u"A free trial goes with subscription only."_s);
    if (reader.has(u"package_ids"_s))
        reader.wrong(u"package_ids"_s, u"The sandbox has no packages. Use line_items."_s);
    QJsonArray lines;
    QList<JsonReader> readers = reader.objects(u"line_items"_s, !isSetup).value_or(QList<JsonReader>());
    for (JsonReader &line : readers) {
        line.allow({u"price_id"_s, u"quantity"_s, u"description"_s});
        QJsonObject kept{{u"price_id"_s, line.text(u"price_id"_s, true)},
                         {u"quantity"_s, line.integer(u"quantity"_s, 1, 1, std::numeric_limits<qint32>::max(),
                                                      u"Quantity must be a whole number from 1 to 2147483647."_s)}};
        if (const QString description = line.text(u"description"_s); !description.isEmpty())
            kept["description"_L1] = description;
        lines << kept;
    }
    const QString id = newId(u"plink_sandbox_"_s);
    const QString token = newId(u"lt_"_s, 24);
    const QJsonObject link{{u"id"_s, id},
                           {u"name"_s, orNull(name)},
                           {u"mode"_s, mode},
                           {u"line_items"_s, lines},
                           {u"customer_id"_s, orNull(reader.text(u"customer_id"_s))},
                           {u"coupon_id"_s, orNull(reader.text(u"coupon_id"_s))},
                           {u"free_trial_days"_s, readNumber(reader, u"free_trial_days"_s, 730)},
                           {u"success_url"_s, orNull(reader.url(u"success_url"_s))},
                           {u"return_url"_s, orNull(reader.url(u"return_url"_s))},
                           {u"expires_in_hours"_s, readNumber(reader, u"expires_in_hours"_s, 720)},
                           {u"is_active"_s, true},
                           {u"secure_token"_s, token},
                           {u"created_at"_s, isoTime(engine.now())}};
    if (!reader.errors().isEmpty())
        return std::unexpected(Refusal::invalid(reader.errors()));
    if (const auto refusal = engine.refusalOf(visitRequest(link)))
        return std::unexpected(*refusal);
    return ifStored(engine.store().put(u"payment-links"_s, id, link, {}, token), link);
}

QJsonObject linkView(QJsonObject link, const QString &payUrl)
{
    link["url"_L1] = QString(payUrl + link["secure_token"_L1].toString());
    return link;
}

} // namespace tilldeck::sandbox::paymentkit
