// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/question_listed_rows.h"

#include "checkout/draft_fields.h"
#include "desk/creation_fit.h"
#include "desk/page_walk.h"
#include "desk/question_abandoned.h"
#include "desk/session_owner.h"
#include "desk/sessions_since.h"
#include "desk/while_open.h"

#include <QCoroTimer>
#include <QHash>
#include <QVariant>

#include <algorithm>

namespace tilldeck::desk {

using checkout::Session;
using ledger::Intent;

namespace {

/// What may have made a listed session: a planned row, or a creation of unknown outcome.
struct Maker
{
    Maker(const Desk &desk, const Intent &intent)
        : intent(intent)
        , withDefaults(desk::withDefaults(intent, desk.capabilities(intent.accountId, intent.draft.flow)))
        , time(intent, desk.providerTime(intent.accountId), desk.now())
    {
    }

    /// Returns how @p session fits. One from before is another, and so is one that a provider cannot have written so.
    Fit fitOf(const Session &session) const
    {
        if (time.isBefore(exactStamp(session)))
            return Fit::No;
        const Fit fits = fit(session, session.expiresAt.isValid() ? withDefaults : intent, time);
        if (fits != Fit::Different)
            return fits;
        return mayBeRewritten(session, intent, time) ? Fit::Perhaps : Fit::No;
    }

    Intent intent;
    Intent withDefaults;
    CreationTime time;
    int contents = 0;              ///< The same of those that ask for the same.
    std::vector<Session> sessions; ///< That it may have made, and nothing else explains.
};

/// Numbers the contents of @p makers.
void numberContents(std::vector<Maker> &makers)
{
    // Most rows differ in one of these, so few of those that share them are compared.
    QHash<QStringList, std::vector<const Maker *>> alike;
    int last = 0;
    for (Maker &maker : makers) {
        const checkout::SessionDraft &draft = maker.intent.draft;
        QStringList key{draft.customer.id, draft.customer.email, draft.successUrl, draft.returnUrl};
        for (const checkout::CustomField &field : draft.customFields)
            key << std::visit([](const auto &value) { return QVariant(value).toString(); }, field.value);
        std::vector<const Maker *> &others = alike[key];
        const auto same = std::ranges::find_if(others, [&draft](const Maker *other) {
            return checkout::withoutLocalFields(other->intent.draft) == checkout::withoutLocalFields(draft);
        });
        maker.contents = same == others.end() ? ++last : (*same)->contents;
        if (same == others.end())
            others.push_back(&maker);
    }
}

/// Shares the sessions of a list among what may have made them.
class Sharing
{
public:
    Sharing(std::vector<Maker> rows, std::vector<Maker> unknown)
        : m_rows(std::move(rows))
        , m_unknown(std::move(unknown))
    {
        numberContents(m_rows);
    }

    void share(const Session &session)
    {
        const auto [others, other] = best(m_unknown, session);
        const auto [fits, rows] = best(m_rows, session);
        if (fits == Fit::No || (others >= fits && !other.empty())) {
            if (!other.empty())
                other.front()->sessions.push_back(session);
            return;
        }
        // It is of one of the rows that ask for the same. Where it says too little, it may be of others as well.
        QSet<int> taken;
        for (Maker *row : rows) {
            if (taken.contains(row->contents) || (fits == Fit::Yes && !taken.isEmpty()))
                continue;
            taken.insert(row->contents);
            row->sessions.push_back(session);
        }
    }

    /// Returns the rows that may have made a session.
    std::vector<Maker> questions() const
    {
        std::vector<Maker> questions;
        std::ranges::copy_if(m_rows, std::back_inserter(questions),
                             [](const Maker &row) { return !row.sessions.empty(); });
        return questions;
    }

private:
    /// Returns those of @p makers that @p session fits best and that have none yet, and how.
    static std::pair<Fit, std::vector<Maker *>> best(std::vector<Maker> &makers, const Session &session)
    {
        Fit fits = Fit::No;
        std::vector<Maker *> found;
        for (Maker &maker : makers) {
            const Fit own = maker.sessions.empty() ? maker.fitOf(session) : Fit::No;
            if (own == Fit::No || own < fits)
                continue;
            if (own > fits)
                found.clear();
            fits = own;
            found.push_back(&maker);
        }
        return {fits, found};
    }

    std::vector<Maker> m_rows;
    std::vector<Maker> m_unknown;
};

/// Returns @p row, which may have been sent at any time until now, as the provider would have made it.
Intent sentUntilNow(const Desk &desk, Intent row)
{
    row.deadlineAt = desk.now();
    row.endedAt = row.providerEndedAt = QDateTime();
    return row;
}

std::vector<Maker> makersOf(const Desk &desk, const std::vector<Intent> &intents)
{
    std::vector<Maker> makers;
    makers.reserve(intents.size());
    for (const Intent &intent : intents)
        makers.emplace_back(desk, intent);
    return makers;
}

/// Returns the creations of unknown outcome, or under way, that may be of the account @p accountId.
http::Task<checkout::Result<std::vector<Intent>>> unresolvedAt(QPointer<Desk> desk, QString accountId)
{
    auto unresolved = co_await whileOpen(desk, desk->journal().unresolved(Intent::Kind::Create));
    if (!unresolved)
        co_return std::unexpected(unresolved.error());
    const QStringList others = desk->accounts().othersThan(accountId);
    std::erase_if(*unresolved, [&others](const Intent &intent) {
        return !intent.sessionId.isEmpty() || others.contains(intent.accountId);
    });
    co_return std::move(unresolved);
}

/// Returns which of @p rows may have made one of @p sessions, which nobody is known to have made.
http::Task<checkout::Result<std::vector<Maker>>> makersAmong(QPointer<Desk> desk, QString accountId,
                                                             std::vector<Intent> rows, std::vector<Session> sessions)
{
    const auto unresolved = co_await whileOpen(desk, unresolvedAt(desk, accountId));
    if (!unresolved)
        co_return std::unexpected(unresolved.error());
    Sharing sharing(makersOf(*desk, rows), makersOf(*desk, *unresolved));
    for (const Session &session : sessions) {
        sharing.share(session);
        // Where there are many, whoever waits for something else is not made to wait for all of them.
        auto turn = QCoro::sleepFor(std::chrono::milliseconds(0));
        co_await turn;
        if (!desk)
            co_return std::unexpected(closedError());
    }
    co_return sharing.questions();
}

} // namespace

SecondRow secondRow(const Desk &desk, const QString &accountId, const QString &flow)
{
    const checkout::Capabilities can = desk.capabilities(accountId, flow);
    if (can.honoursIdempotencyKey)
        return SecondRow::IsTheFirst;
    return can.listsSessions ? SecondRow::IsLookedFor : SecondRow::IsNotSeen;
}

http::Task<checkout::Result<ListedRows>> questionListedRows(QPointer<Desk> desk, ProviderHandle provider,
                                                            QString accountId, std::vector<Intent> rows)
{
    ListedRows found;
    found.isWhole = true;
    if (rows.empty())
        co_return std::move(found);
    for (Intent &row : rows) {
        row.accountId = accountId;
        row = sentUntilNow(*desk, std::move(row));
    }
    const auto known = co_await whileOpen(desk, newestSessions(desk, accountId));
    if (!known)
        co_return std::unexpected(known.error());
    const Intent oldest = *std::ranges::min_element(rows, {}, &Intent::openedAt);
    std::vector<Session> listed;
    auto reading = readSessionsSince(desk, provider, oldest, *known, mostFullPages,
                                     [&listed](const Session &session, const CreationTime &time) {
                                         if (!time.isBefore(exactStamp(session)))
                                             listed.push_back(session);
                                     });
    const auto read = co_await whileOpen(desk, std::move(reading));
    if (!read)
        co_return std::unexpected(read.error());
    found.isWhole = read->complete;
    found.unread = read->unread;
    // After the answers: what was confirmed meanwhile has its session in them.
    Intent nobody;
    nobody.accountId = accountId;
    const auto free = co_await whileOpen(desk, sessionsOfNobodyElse(desk, nobody, std::move(listed)));
    if (!free)
        co_return std::unexpected(free.error());
    const auto makers = co_await whileOpen(desk, makersAmong(desk, accountId, std::move(rows), *free));
    if (!makers)
        co_return std::unexpected(makers.error());
    for (const Maker &maker : *makers) {
        const auto questioned = co_await whileOpen(desk, questionCreation(desk, maker.intent, maker.sessions));
        if (!questioned)
            co_return std::unexpected(questioned.error());
        if (*questioned)
            found.questioned.push_back(**questioned);
    }
    co_return std::move(found);
}

} // namespace tilldeck::desk
