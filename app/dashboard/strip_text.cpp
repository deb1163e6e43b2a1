// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/strip_text.h"

#include "desk/desk.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cstdlib>

namespace tilldeck::dashboard {

using checkout::ErrorKind;
using Link = ui::ModeStripState::Link;

namespace {

struct StripText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::dashboard::StripText)
};

bool isOffline(const AccountFreshness &account)
{
    return account.freshness.error && account.freshness.error->kind == ErrorKind::Offline;
}

bool isWithoutKey(const AccountFreshness &account)
{
    return account.freshness.error && account.freshness.error->isWithoutKey;
}

QString troubleOf(const AccountFreshness &account)
{
    if (isWithoutKey(account))
        return StripText::tr("%1: no key on this computer.", "account").arg(account.name);
    // One that was not sent was refused by nobody.
    if (isKeyRefused(account.freshness) && account.freshness.error->httpStatus != 0)
        return StripText::tr("%1: key refused.", "account").arg(account.name);
    if (isOffline(account))
        return StripText::tr("%1: no answer.", "account").arg(account.name);
    return StripText::tr("%1: %2", "account, sentence").arg(account.name, account.freshness.error->sentence);
}

/// Returns what is wrong with @p troubled, and that @p others accounts are up to date.
QString problem(const std::vector<AccountFreshness> &troubled, int others)
{
    QStringList troubles;
    QStringList keyless;
    for (const AccountFreshness &account : troubled) {
        if (isWithoutKey(account))
            keyless += account.name;
    }
    if (keyless.size() > 1)
        troubles +=
            StripText::tr("No keys on this computer: %1.", "accounts").arg(QLocale().createSeparatedList(keyless));
    for (const AccountFreshness &account : troubled) {
        if (keyless.size() < 2 || !isWithoutKey(account))
            troubles += troubleOf(account);
    }
    QString what = troubles.join(u' ');
    if (others == 0)
        return what;
    return others == 1 ? StripText::tr("%1 The other account is up to date.", "sentence").arg(what)
                       : StripText::tr("%1 The other %Ln accounts are up to date.", "sentence", others).arg(what);
}

/// Returns that the clock of this computer is wrong, when it is far from that of a provider; else an empty text.
QString clockProblem(const std::vector<AccountFreshness> &accounts)
{
    constexpr std::chrono::minutes most(5);
    for (const AccountFreshness &account : accounts) {
        const auto apart = static_cast<int>(std::abs(account.clockAhead.count()));
        if (account.clockAhead > most)
            return StripText::tr("%1: this computer's clock is %Ln minute(s) ahead of the provider's. Set it.",
                                 "account", apart)
                .arg(account.name);
        if (account.clockAhead < -most)
            return StripText::tr("%1: this computer's clock is %Ln minute(s) behind the provider's. Set it.", "account",
                                 apart)
                .arg(account.name);
    }
    return {};
}

/// Returns what is not listed of the accounts: rows that could not be read, or more than is read at once.
QString notListed(const std::vector<AccountFreshness> &accounts)
{
    QStringList all;
    for (const AccountFreshness &account : accounts) {
        QStringList sentences{desk::unreadSentences(account.freshness.unread), account.freshness.cut};
        sentences.removeAll(QString());
        if (!sentences.isEmpty())
            all << StripText::tr("%1: %2", "account, sentence").arg(account.name, sentences.join(u' '));
    }
    return all.join(u' ');
}

} // namespace

bool isKeyRefused(const desk::Freshness &freshness)
{
    return freshness.error &&
           (freshness.error->kind == ErrorKind::Unauthorised || freshness.error->kind == ErrorKind::Forbidden);
}

void addFreshness(ui::ModeStripState &state, const std::vector<AccountFreshness> &accounts)
{
    std::vector<AccountFreshness> troubled;
    int upToDate = 0;
    bool isWaiting = false; // for the first answer of an account
    for (const AccountFreshness &account : accounts) {
        const QDateTime &updatedAt = account.freshness.updatedAt;
        if (updatedAt.isValid() && (!state.updatedAt.isValid() || updatedAt < state.updatedAt))
            state.updatedAt = updatedAt;
        if (account.freshness.error)
            troubled.push_back(account);
        else if (updatedAt.isValid())
            ++upToDate;
        else
            isWaiting = true;
    }
    if (troubled.empty()) {
        state.problem = isWaiting ? QString() : clockProblem(accounts);
        if (!isWaiting && state.problem.isEmpty())
            state.problem = notListed(accounts);
        state.link = isWaiting || accounts.empty() ? Link::Updating
                     : state.problem.isEmpty()     ? Link::Fresh
                                                   : Link::Trouble;
        return;
    }
    const bool refused =
        std::ranges::any_of(troubled, [](const auto &account) { return isKeyRefused(account.freshness); });
    if (!refused && troubled.size() == accounts.size() && std::ranges::all_of(troubled, isOffline)) {
        state.link = Link::Offline;
        return;
    }
    state.link = refused ? Link::KeyRefused : Link::Trouble;
    const auto keyless =
        std::ranges::find_if(troubled, [](const AccountFreshness &account) { return isKeyRefused(account.freshness); });
    if (accounts.size() > 1 && keyless != troubled.end())
        state.keyOf = keyless->name;
    state.problem = accounts.size() == 1 ? troubled.front().freshness.error->sentence : problem(troubled, upToDate);
}

void addRemark(ui::ModeStripState &state, const QString &remark)
{
    if (remark.isEmpty() || state.link != Link::Fresh)
        return;
    state.link = Link::Trouble;
    state.problem = remark;
}

void addStorage(ui::ModeStripState &state, const desk::Desk &desk)
{
    if (desk.isSecondWindow()) {
        state.link = Link::Trouble;
        state.problem = StripText::tr("Another Tilldeck window works here. This one only shows.");
    } else if (!desk.whyNoWrites().isEmpty()) {
        using Kind = desk::StorageTrouble::Kind;
        const auto &troubles = desk.storageTroubles();
        const bool isUnwritable =
            std::ranges::find(troubles, Kind::Unwritable, &desk::StorageTrouble::kind) != troubles.end();
        state.link = Link::Files;
        state.problem = isUnwritable
                            ? StripText::tr("Nothing is created, because the files of this computer cannot be written.")
                            : StripText::tr("Nothing is created until the files of this computer are repaired.");
    }
}

} // namespace tilldeck::dashboard
