// SPDX-License-Identifier: GPL-3.0-or-later
// Converts between PaymentKit's JSON and the domain's values. Wire rules: contracts, paymentkit (createCheckoutSession,
// getCheckoutSession and the list calls).
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

/// Returns the body of a creation (createCheckoutSession). What the merchant did not set is left out; the route of a
/// cascade tier is `null` for the account's default. Equal drafts give equal bytes. Errors: InvalidInput, with
/// problems, for what PaymentKit has no member for. Limits are checked by checkout::validate().
checkout::Result<QByteArray> encodeCreate(const checkout::SessionDraft &draft, Layout layout);

/// Reads the contents of a session, as far as the answer has them: every member is optional (CheckoutSession), custom
/// fields need expand=custom_fields, and the lifetime in hours is never included.
checkout::SessionDraft readContents(ObjectReader &session);

/// Reads a session (getCheckoutSession, expireCheckoutSession). Errors: Malformed.
checkout::Result<checkout::Session> decodeSession(const QJsonDocument &answer);

/// Reads the answer to a creation (createCheckoutSession). Once id and token can be read the session exists, so it is
/// returned even if other members cannot be read; a later look-up fills them in. Errors: Malformed without id or token.
checkout::Result<checkout::Session> decodeCreated(const QJsonDocument &answer);

/// Reads one object of a list; nothing, with a fault in @p item, when it cannot be read.
template <class T> std::optional<T> readItem(ObjectReader &item);
template <> std::optional<checkout::Session> readItem(ObjectReader &item);
template <> std::optional<checkout::Transaction> readItem(ObjectReader &item);
template <> std::optional<checkout::Price> readItem(ObjectReader &item);
template <> std::optional<checkout::Product> readItem(ObjectReader &item);
template <> std::optional<checkout::Customer> readItem(ObjectReader &item);
template <> std::optional<checkout::Coupon> readItem(ObjectReader &item);
template <> std::optional<checkout::PromotionCode> readItem(ObjectReader &item);
template <> std::optional<checkout::ProcessorRoute> readItem(ObjectReader &item);

/// Reads the page of a list that begins at @p offset (see readList()).
template <class T> checkout::Result<Page<T>> decodePage(const QJsonDocument &answer, int offset)
{
    ObjectReader reader(answer);
    return readList<T>(reader, QLatin1StringView("items"), offset, &readItem<T>);
}

} // namespace tilldeck::providers::paymentkit
