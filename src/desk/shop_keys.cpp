// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/shop_keys.h"

#include "desk/while_open.h"
#include "providers/registry.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <iterator>
#include <utility>

namespace tilldeck::desk {

using accounts::Account;
using checkout::Error;
using checkout::ErrorKind;
using ledger::KeyMark;
using ledger::MarkedKey;

namespace {

struct ShopKeysText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::ShopKeys)
};

using Marks = std::vector<MarkedKey>;

bool namesAccount(const Account &account)
{
    const auto can = providers::capabilities(accounts::providerId(account.provider));
    return can && can->account.accountId;
}

/// Returns what finds the marks of @p key for an account.
auto isKeyOf(const QString &accountId, const KeyMark &key)
{
    return [accountId, key](const MarkedKey &marked) {
        return marked.accountId == accountId && ledger::isMarkOf(marked.mark, key);
    };
}

bool isSameMark(const MarkedKey &one, const MarkedKey &other)
{
    return one.accountId == other.accountId && one.mark == other.mark;
}

/// Returns what finds the marks of other keys of an account that its provider never accepted. With @p key in their
/// place they are taken for mistyped.
auto isMistyped(const QString &accountId, const KeyMark &key)
{
    return [accountId, key](const MarkedKey &marked) {
        return marked.accountId == accountId && !marked.isAnswered && !ledger::isMarkOf(marked.mark, key);
    };
}

bool isBelow(const QUrl &url, const QString &baseUrl)
{
    const QUrl base(baseUrl);
    return url.scheme() == base.scheme() && url.host() == base.host() && url.port() == base.port() &&
           url.path().startsWith(base.path());
}

/// Returns the shops of each account of @p marks. A connected account makes one shop of all its keys; one that is gone
/// joins nothing, and is of each shop that a key of its own belongs to.
accounts::Shops shopsOf(const accounts::AccountStore &accounts, const Marks &marks)
{
    QHash<QByteArray, QString> shopOf;
    QHash<QString, QString> connected;
    // Two accounts that each request names are two, whatever key they have.
    const auto isNamed = [&accounts](const MarkedKey &marked) {
        const auto account = accounts.byId(marked.accountId);
        return account && namesAccount(*account);
    };
    for (const MarkedKey &marked : marks) {
        if (isNamed(marked))
            continue;
        const QString shop = shopOf.value(marked.mark, QString::fromLatin1(marked.mark.toHex()));
        shopOf.insert(marked.mark, shop);
        if (!accounts.byId(marked.accountId))
            continue;
        const QString joined = connected.value(marked.accountId, shop);
        connected.insert(marked.accountId, joined);
        for (QString &word : shopOf) {
            if (word == shop)
                word = joined;
        }
        for (QString &word : connected) {
            if (word == shop)
                word = joined;
        }
    }
    accounts::Shops shops;
    for (const MarkedKey &marked : marks) {
        if (!isNamed(marked))
            shops[marked.accountId].insert(shopOf.value(marked.mark));
    }
    return shops;
}

/// Holds what is known of keys, and what of it is not in the ledger yet.
struct Known
{
    Marks kept;          ///< In the ledger, or taken in this run.
    Marks sent;          ///< Of what was sent, in the journal.
    Marks fitting;       ///< Those of both that the key has, of the account and of those akin to it.
    bool hasOwn = false; ///< A key of the account was answered. One that never was may have been mistyped.
    bool isOwn = false;  ///< This one was.

    bool isStrange() const { return hasOwn && !isOwn; }
};

/// Returns the marks that the ledger has, as it could be read last, and those that were taken in this run. The only
/// error of this and of readKnown() is that @p desk was closed meanwhile.
http::Task<checkout::Result<Marks>> readKept(QPointer<Desk> desk)
{
    const auto kept = co_await desk->ledger().markedKeys();
    if (!desk)
        co_return std::unexpected(closedError());
    if (kept)
        desk->keysOfRun().kept = *kept;
    co_return checkout::Result<Marks>(desk->keysOfRun().all());
}

/// Says of what was read which of it @p key fits.
void judge(Known &known, const QString &accountId, const QStringList &akin, const KeyMark &key)
{
    for (const Marks *marks : {&std::as_const(known.kept), &std::as_const(known.sent)}) {
        for (const MarkedKey &marked : *marks) {
            const bool isOfAccount = marked.accountId == accountId;
            const bool isAnswered = isOfAccount && marked.isAnswered;
            known.hasOwn = known.hasOwn || isAnswered;
            if ((!isOfAccount && !akin.contains(marked.accountId)) || !ledger::isMarkOf(marked.mark, key))
                continue;
            known.isOwn = known.isOwn || isAnswered;
            known.fitting.push_back(marked);
        }
    }
}

/// Returns why @p key is not sent to the provider of @p account: that of a connected account of another provider has
/// accepted it.
std::optional<Error> whyKeyOfAnother(const accounts::AccountStore &accounts, const Known &known, const Account &account,
                                     const KeyMark &key)
{
    for (const Marks *marks : {&known.kept, &known.sent}) {
        for (const MarkedKey &marked : *marks) {
            const auto owner = marked.isAnswered ? accounts.byId(marked.accountId) : std::nullopt;
            if (!owner || owner->provider == account.provider || marked.mark.isEmpty() ||
                !ledger::isMarkOf(marked.mark, key))
                continue;
            return Error(ErrorKind::Unauthorised,
                         ShopKeysText::tr("This is the key of “%1”, so it was not sent to %2.", "account, provider")
                             .arg(owner->name, accounts::providerName(account.provider)));
        }
    }
    return std::nullopt;
}

/// Reads what is known of @p key. The marks of the journal count as well: the ledger may be lost, or of another time.
http::Task<checkout::Result<Known>> readKnown(QPointer<Desk> desk, Account account, KeyMark key)
{
    const auto kept = co_await whileOpen(desk, readKept(desk));
    if (!kept)
        co_return std::unexpected(kept.error());
    const Marks none;
    const auto sent = co_await whileOpenOr(desk, none, desk->journal().markedKeys());
    if (!sent)
        co_return std::unexpected(sent.error());
    Known known;
    known.kept = *kept;
    known.sent = *sent;
    judge(known, account.id, desk->accounts().akin(account), key);
    co_return checkout::Result<Known>(known);
}

/// Returns what the ledger is to keep so that the account has the marks of all that its key fits: one in common with
/// each of them.
Marks newMarks(const Known &known, const QString &accountId, const KeyMark &key)
{
    Marks fresh;
    const auto add = [&](const MarkedKey &marked) {
        const auto isIt = [&marked](const MarkedKey &other) { return isSameMark(marked, other); };
        if (std::ranges::none_of(known.kept, isIt) && std::ranges::none_of(fresh, isIt))
            fresh.push_back(marked);
    };
    QStringList done;
    // The ledger's first: one mark of each account will do.
    for (const MarkedKey &marked : known.fitting) {
        if (done.contains(marked.accountId))
            continue;
        done << marked.accountId;
        add(marked);
        add({accountId, marked.mark, known.isOwn});
    }
    if (done.isEmpty())
        add({accountId, ledger::newMark(key)});
    return fresh;
}

} // namespace

KeyMark marksOf(const http::Secret &key)
{
    return [key](const QByteArray &salt) {
        return QMessageAuthenticationCode::hash(salt, key.reveal().toUtf8(), QCryptographicHash::Sha256);
    };
}

Error strangeKey(const Account &account)
{
    return {ErrorKind::Unauthorised,
            ShopKeysText::tr("This is not the key that Tilldeck knows of “%1”, and %2 does not say whose it is, so it "
                             "was not used.",
                             "account, provider")
                .arg(account.name, accounts::providerName(account.provider))};
}

http::Task<KeyLook> lookAtKey(QPointer<Desk> desk, Account account, KeyMark key)
{
    KeyLook look;
    if (namesAccount(account))
        co_return look;
    const auto known = co_await readKnown(desk, account, key);
    if (!known)
        co_return look;
    look.isOwn = known->isOwn;
    look.isStrange = known->isStrange();
    for (const MarkedKey &marked : known->fitting) {
        if (marked.accountId != account.id && !look.shops.contains(marked.accountId))
            look.shops << marked.accountId;
    }
    co_return look;
}

http::Task<checkout::Result<void>> refuseKeyOfAnother(QPointer<Desk> desk, Account account, KeyMark key)
{
    const auto known = co_await whileOpen(desk, readKnown(desk, account, key));
    if (!known)
        co_return std::unexpected(known.error());
    if (auto why = whyKeyOfAnother(desk->accounts(), *known, account, key))
        co_return std::unexpected(std::move(*why));
    co_return checkout::Result<void>();
}

http::Task<checkout::Result<void>> admitKey(QPointer<Desk> desk, Account account, KeyMark key)
{
    const bool isAdmitted = std::ranges::any_of(desk->keysOfRun().admitted, isKeyOf(account.id, key));
    if (isAdmitted && namesAccount(account))
        co_return checkout::Result<void>();
    if (isAdmitted) {
        // Another program may have found out more since.
        const auto kept = co_await whileOpen(desk, readKept(desk));
        if (!kept)
            co_return std::unexpected(kept.error());
        Known known;
        known.kept = *kept;
        judge(known, account.id, {}, key);
        if (known.isStrange())
            co_return std::unexpected(strangeKey(account));
        desk->accounts().setShops(shopsOf(desk->accounts(), known.kept));
        co_return checkout::Result<void>();
    }
    const auto read = co_await whileOpen(desk, readKnown(desk, account, key));
    if (!read)
        co_return std::unexpected(read.error());
    const Known &known = *read;
    if (auto why = whyKeyOfAnother(desk->accounts(), known, account, key))
        co_return std::unexpected(std::move(*why));
    if (namesAccount(account)) {
        // Written once its provider has accepted it, so that no other one is sent it.
        const MarkedKey own{account.id, ledger::newMark(key), known.isOwn};
        desk->keysOfRun().admitted.push_back(own);
        if (!known.isOwn)
            desk->keysOfRun().taken.push_back(own);
        co_return checkout::Result<void>();
    }
    if (known.isStrange())
        co_return std::unexpected(strangeKey(account));
    const Marks fresh = newMarks(known, account.id, key);
    Marks replaced;
    std::ranges::copy_if(known.kept, std::back_inserter(replaced), isMistyped(account.id, key));
    KeysOfRun &run = desk->keysOfRun();
    for (Marks *marks : {&run.kept, &run.taken, &run.admitted})
        std::erase_if(*marks, isMistyped(account.id, key));
    std::ranges::copy(fresh, std::back_inserter(run.taken));
    run.admitted.push_back({account.id, ledger::newMark(key), known.isOwn});
    if (!fresh.empty() || !replaced.empty()) {
        // A ledger that cannot be written stops what changes something; it keeps nothing else from being read.
        co_await desk->ledger().noteKeys(fresh, replaced);
        if (!desk)
            co_return std::unexpected(closedError());
    }
    desk->accounts().setShops(shopsOf(desk->accounts(), desk->keysOfRun().all()));
    co_return checkout::Result<void>();
}

QFuture<checkout::Result<void>> takeKeyAsOwn(Desk &desk, const QString &accountId, const http::Secret &key)
{
    const auto account = desk.accounts().byId(accountId);
    const KeyMark marks = marksOf(key);
    if (!account || namesAccount(*account))
        return QtFuture::makeReadyFuture(checkout::Result<void>());
    const Marks known = desk.keysOfRun().all();
    const auto found = std::ranges::find_if(known, isKeyOf(accountId, marks));
    MarkedKey own = found == known.end() ? MarkedKey{accountId, ledger::newMark(marks)} : *found;
    if (own.isAnswered)
        return QtFuture::makeReadyFuture(checkout::Result<void>());
    own.isAnswered = true;
    desk.keysOfRun().taken.push_back(own);
    return desk.ledger().noteKeys({own});
}

void noteAccepted(Desk &desk, const QUrl &url, const http::Secret &key)
{
    KeysOfRun &run = desk.keysOfRun();
    const KeyMark marks = marksOf(key);
    Marks answered;
    for (MarkedKey &admitted : run.admitted) {
        const auto account = desk.accounts().byId(admitted.accountId);
        if (admitted.isAnswered || !account || !isBelow(url, account->baseUrl) ||
            !ledger::isMarkOf(admitted.mark, marks))
            continue;
        admitted.isAnswered = true;
        const Marks known = run.all();
        std::ranges::copy_if(known, std::back_inserter(answered), isKeyOf(admitted.accountId, marks));
    }
    for (MarkedKey &marked : answered)
        marked.isAnswered = true;
    std::ranges::copy(answered, std::back_inserter(run.taken));
    if (!answered.empty())
        desk.ledger().noteKeys(std::move(answered));
}

void tellShops(Desk &desk)
{
    if (const auto kept = desk.ledger().markedKeys().result())
        desk.keysOfRun().kept = *kept;
    desk.accounts().setShops(shopsOf(desk.accounts(), desk.keysOfRun().all()));
}

} // namespace tilldeck::desk
