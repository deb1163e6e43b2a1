// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refuse_keys.h"

#include <QCoreApplication>

#include <algorithm>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;

namespace {

struct RefuseKeysText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::RefuseKeys)
};

QString sentenceFor(AskedFor what)
{
    switch (what) {
    case AskedFor::Session:
        return RefuseKeysText::tr("This is a key, not a session. Nothing was sent.");
    case AskedFor::Payment:
        return RefuseKeysText::tr("This is a key, not a payment. Nothing was sent.");
    case AskedFor::Refund:
        return RefuseKeysText::tr("This is a key, not a refund. Nothing was sent.");
    case AskedFor::Code:
        return RefuseKeysText::tr("This is a key, not a promotion code. Nothing was sent.");
    case AskedFor::Coupon:
        return RefuseKeysText::tr("This is a key, not a coupon. Nothing was sent.");
    case AskedFor::Write:
        break;
    }
    return RefuseKeysText::tr("This is a key, not an ID. Nothing was sent.");
}

} // namespace

keys::HoldsKey keysKnownTo(const Desk &desk)
{
    return [&desk](const QString &text) { return keys::holdsKeyForm(text) || desk.keys().isKnownIn(text); };
}

std::optional<Error> refusedKey(const Desk &desk, const QString &text, AskedFor what)
{
    if (!keysKnownTo(desk)(text))
        return std::nullopt;
    return Error(ErrorKind::InvalidInput, sentenceFor(what));
}

std::optional<Error> refusedKeyIn(const Desk &desk, const QStringList &texts)
{
    if (std::ranges::none_of(texts, keysKnownTo(desk)))
        return std::nullopt;
    return Error(ErrorKind::InvalidInput,
                 RefuseKeysText::tr("A key stands in one of the texts, which are kept in files and shown to others. "
                                    "Remove it. Nothing was sent."));
}

} // namespace tilldeck::desk
