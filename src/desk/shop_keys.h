// SPDX-License-Identifier: GPL-3.0-or-later
// Whose a key is. Where a provider names the account in no request, the key alone says which shop is asked, and another
// shop may have sessions and payments of the same ids.
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Says what this computer knows of a key.
struct KeyLook
{
    bool isOwn = false;     ///< It is a key of the account that its provider has accepted.
    bool isStrange = false; ///< Keys of the account were answered by its provider, and this is none of them.
    QStringList shops;      ///< The other accounts, connected or not, that have this key.
};

/// Returns the marks that stand for @p key.
ledger::KeyMark marksOf(const http::Secret &key);

/// Says what is known of @p key, given for @p account, which may not be connected yet. Nothing where the provider names
/// the account in each request: it answers no other key. What cannot be read is not known.
http::Task<KeyLook> lookAtKey(QPointer<Desk> desk, accounts::Account account, ledger::KeyMark key);

/// Returns that a key is strange to @p account, in a sentence.
checkout::Error strangeKey(const accounts::Account &account);

/// Returns an error, Unauthorised, where @p key is known as that of a connected account of another provider than that
/// of @p account, which is not to see it.
http::Task<checkout::Result<void>> refuseKeyOfAnother(QPointer<Desk> desk, accounts::Account account,
                                                      ledger::KeyMark key);

/// Lets @p key be used for @p account, or returns strangeKey() or what refuseKeyOfAnother() does.
/// The first key of an account is taken as its own; until its provider has accepted it (noteAccepted()) it may have
/// been mistyped, and another one takes its place without a question. Not so where what was sent with it may have been
/// made. Accounts that have one key in common are one shop from then on, whatever their addresses say, see
/// AccountStore::setShops(). One that is not connected any more joins no others.
http::Task<checkout::Result<void>> admitKey(QPointer<Desk> desk, accounts::Account account, ledger::KeyMark key);

/// Takes @p key as one of the account from now on, because the merchant says that it is of the same shop, or because
/// the account is served by this program. What could not be written holds until the program ends.
QFuture<checkout::Result<void>> takeKeyAsOwn(Desk &desk, const QString &accountId, const http::Secret &key);

/// Notes that the provider at @p url has accepted @p key: it is a key of those accounts there that it was admitted for,
/// and no other takes its place any more without the merchant's word. Any complete 2xx to a request with the key
/// counts; a refusal does not, whatever its status: no contract says for each call that the key is looked at first.
void noteAccepted(Desk &desk, const QUrl &url, const http::Secret &key);

/// Tells the accounts which of them are one shop by the keys that the ledger knows of. Blocks until those are read.
void tellShops(Desk &desk);

} // namespace tilldeck::desk
