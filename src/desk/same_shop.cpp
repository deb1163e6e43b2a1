// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/same_shop.h"

#include "desk/check_key.h"
#include "desk/while_open.h"

#include <QCoreApplication>
#include <QLocale>

namespace tilldeck::desk {

using namespace Qt::StringLiterals;

namespace {

struct SameShopText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::SameShop)
};

} // namespace

QStringList namesJoined(const accounts::AccountStore &accounts, const accounts::Account &account, const KeyLook &look)
{
    QSet<QString> joined;
    for (const QString &id : look.shops) {
        joined.insert(id);
        for (const QString &same : accounts.sameAs(id))
            joined.insert(same);
    }
    const QStringList already = accounts.sameAs(account.id);
    QStringList names;
    for (const accounts::Account &other : accounts.accounts()) {
        if (joined.contains(other.id) && other.id != account.id && !already.contains(other.id))
            names << other.name;
    }
    return names;
}

QString joinedSentence(const accounts::Account &account, const QStringList &names)
{
    if (names.isEmpty())
        return {};
    return SameShopText::tr("This key is also one of another account here, so these become one shop: %1. What one of "
                            "them has sent counts for each.",
                            "accounts")
        .arg(QLocale().createSeparatedList(QStringList(account.name) + names));
}

http::Task<checkout::Result<void>> takeTriedKey(QPointer<Desk> desk, accounts::Account account, http::Secret key)
{
    const auto tried = co_await whileOpen(desk, checkKey(desk, account, key));
    if (!tried) {
        checkout::Error error = tried.error();
        error.sentence =
            SameShopText::tr("%1 So the key was not taken.", "why it could not be tried, or that it is refused")
                .arg(error.sentence);
        co_return std::unexpected(error);
    }
    const auto taken = co_await whileOpen(desk, takeKeyAsOwn(*desk, account.id, key));
    co_return taken;
}

} // namespace tilldeck::desk
