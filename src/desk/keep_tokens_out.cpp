// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/keep_tokens_out.h"

#include "desk/use_case_log.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QDir>

namespace tilldeck::desk {

using namespace Qt::StringLiterals;

using checkout::Error;
using checkout::ErrorKind;

namespace {

struct KeepTokensOutText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::KeepTokensOut)
};

http::Task<checkout::Result<void>> doKeepTokensOut(QPointer<Desk> desk, QString accountId, bool keepsOut)
{
    auto account = desk->accounts().byId(accountId);
    if (!account)
        co_return std::unexpected(
            Error(ErrorKind::NotFound, KeepTokensOutText::tr("This account is no longer connected.")));
    account->keepsTokensOut = keepsOut;
    if (const auto updated = desk->accounts().update(*account); !updated)
        co_return std::unexpected(Error(ErrorKind::Storage, updated.error()));
    const auto taken = co_await desk->takeTokensOut();
    if (!taken)
        co_return std::unexpected(taken.error());
    co_return checkout::Result<void>();
}

} // namespace

KeptOut keptOut(const checkout::Session &session, const accounts::Account &account, const checkout::Capabilities &can)
{
    const bool isKnown =
        !session.secureToken.isEmpty() || !session.url.isEmpty() || !session.handover.clientSecret.isEmpty();
    if (isKnown || !account.keepsTokensOut)
        return KeptOut::No;
    return can.reportsTokensAgain() ? KeptOut::AskAgain : KeptOut::Gone;
}

ledger::HandedOut keptInJournal(const accounts::AccountStore &accounts, const QString &accountId,
                                const checkout::Session &session)
{
    const auto account = accounts.byId(accountId);
    return account && !account->keepsTokensOut ? ledger::HandedOut(session) : ledger::HandedOut();
}

QStringList damagedCopies(const QString &dataDirectory)
{
    const QDir folder(dataDirectory);
    QStringList paths;
    for (const QString &name :
         folder.entryList({u"ledger-damaged-*"_s, u"journal-damaged-*"_s}, QDir::Files | QDir::Hidden, QDir::Name))
        paths << QDir::toNativeSeparators(folder.absoluteFilePath(name));
    return paths;
}

http::Task<checkout::Result<void>> keepTokensOut(QPointer<Desk> desk, QString accountId, bool keepsOut)
{
    const UseCaseLog log("keepTokensOut", accountId);
    return log.ending(doKeepTokensOut(std::move(desk), std::move(accountId), keepsOut));
}

} // namespace tilldeck::desk
