// SPDX-License-Identifier: GPL-3.0-or-later
// PaymentKit's JSON and the domain's values. Wire rules: contracts, paymentkit (CheckoutSessionCreate and the answers).
#pragma once

#include "checkout/catalog.h"
#include "checkout/error.h"
#include "checkout/session.h"
#include "checkout/transaction.h"
#include "providers/provider.h"
#include "providers/wire/json_writer.h"
#include "providers/wire/lists.h"
#include "providers/wire/object_reader.h"

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

/// A page of a list that was asked for from OFFSET (see readList()).
template <class T> checkout::Result<Page<T>> decodePage(const QJsonDocument &answer, int offset)
{
    ObjectReader reader(answer);
    return readList<T>(reader, QLatin1StringView("items"), offset, &readItem<T>);
}

} // namespace tilldeck::providers::paymentkit
