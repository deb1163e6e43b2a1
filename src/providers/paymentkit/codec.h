// SPDX-License-Identifier: GPL-3.0-or-later
// PaymentKit's JSON and the domain's values. Wire rules: contracts, paymentkit (CheckoutSessionCreate and the answers).
#pragma once

#include "checkout/catalog.h"
#include "checkout/error.h"
#include "checkout/session.h"
#include "checkout/transaction.h"
#include "providers/paymentkit/json_writer.h"
#include "providers/paymentkit/object_reader.h"
#include "providers/provider.h"

#include <QJsonDocument>

namespace tilldeck::providers::paymentkit {

/// The body of a creation (CheckoutSessionCreate). What the merchant did not set is absent; the route of a cascade tier
/// is `null` when it is the account's default. Members keep one order, so equal drafts give equal bytes.
/// Errors: InvalidInput for what PaymentKit has no member for, with its problems; bounds are validate()'s business.
checkout::Result<QByteArray> encodeCreate(const checkout::SessionDraft &draft, Layout layout);

/// What a session was made of, as far as its object tells: every part is optional there, and custom fields come only
/// when they were asked for (expand=custom_fields). The lifetime in hours is never told.
checkout::SessionDraft readContents(ObjectReader &session);

/// A session by its id (CheckoutSession). Errors: Malformed.
checkout::Result<checkout::Session> decodeSession(const QJsonDocument &answer);

/// The answer to a creation. Where the id and the token can be read the session exists and is answered, whatever the
/// other members look like; they are asked for again later. Errors: Malformed without id or token.
checkout::Result<checkout::Session> decodeCreated(const QJsonDocument &answer);

/// One object of a list; nothing when it cannot be read, and then ITEM knows why. Defined for Session, Transaction,
/// Price, Product, Customer, Coupon, PromotionCode and ProcessorRoute.
template <class T> std::optional<T> readItem(ObjectReader &item);
template <> std::optional<checkout::Session> readItem(ObjectReader &item);
template <> std::optional<checkout::Transaction> readItem(ObjectReader &item);
template <> std::optional<checkout::Price> readItem(ObjectReader &item);
template <> std::optional<checkout::Product> readItem(ObjectReader &item);
template <> std::optional<checkout::Customer> readItem(ObjectReader &item);
template <> std::optional<checkout::Coupon> readItem(ObjectReader &item);
template <> std::optional<checkout::PromotionCode> readItem(ObjectReader &item);
template <> std::optional<checkout::ProcessorRoute> readItem(ObjectReader &item);

/// The page size that list calls ask for (contracts: Limit, at most 100).
inline constexpr int pageSize = 100;

/// A page of a list that was asked for from OFFSET. Errors: Malformed, also when a single object cannot be read: a list
/// with a silent gap would be taken for the whole.
template <class T> checkout::Result<Page<T>> decodePage(const QJsonDocument &answer, int offset)
{
    ObjectReader reader(answer.isObject() ? QJsonValue(answer.object()) : QJsonValue());
    if (!reader.has(QLatin1StringView("items")))
        reader.missing(QLatin1StringView("items"));
    const auto total = reader.integer(QLatin1StringView("total"));
    Page<T> page;
    for (ObjectReader &item : reader.objects(QLatin1StringView("items"))) {
        std::optional<T> value = readItem<T>(item);
        if (!value || !item.ok())
            return std::unexpected(item.error());
        page.items.push_back(std::move(*value));
    }
    if (!reader.ok())
        return std::unexpected(reader.error());
    const auto read = static_cast<qint64>(page.items.size());
    page.more = read > 0 && (total ? offset + read < *total : read >= pageSize);
    return page;
}

} // namespace tilldeck::providers::paymentkit
