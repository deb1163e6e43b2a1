// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/track_session.h"

#include "checkout/outside_text.h"
#include "desk/page_walk.h"
#include "desk/refuse_keys.h"
#include "desk/session_record.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"
#include "providers/recognise.h"

#include <QCoreApplication>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::SessionRecord;

namespace {

struct TrackText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::Track)
};

/// What the pasted text would be at one of the accounts.
struct Candidate
{
    QString accountId;
    checkout::Session session;
};

std::vector<Candidate> trackable(Desk &desk, const QStringList &accountIds, const QString &pasted)
{
    std::vector<Candidate> found;
    for (const QString &id : accountIds) {
        const auto account = desk.accounts().byId(id);
        if (!account)
            continue;
        const auto session = providers::recognise(accounts::providerId(account->provider), QUrl(account->baseUrl),
                                                  account->checkoutUrlTemplate, pasted);
        if (session)
            found.push_back({id, *session});
    }
    return found;
}

Error notRecognised(const QString &pasted)
{
    const QUrl url(pasted, QUrl::StrictMode);
    if (url.isValid() && !url.host().isEmpty())
        return {ErrorKind::InvalidInput,
                TrackText::tr(
                    "None of your accounts has checkout pages on %1. Connect the account it belongs to, or set its "
                    "checkout address.")
                    .arg(url.host())};
    return {ErrorKind::InvalidInput,
            TrackText::tr(
                "This is not a session ID, token or checkout URL of a connected account. Check what was pasted.")};
}

/// Returns which other connected account the text is of, in an error; nothing where it is of none.
std::optional<Error> ofAnother(Desk &desk, const QStringList &accountIds, const QString &pasted)
{
    QStringList others;
    for (const accounts::Account &account : desk.accounts().accounts()) {
        if (!accountIds.contains(account.id))
            others << account.id;
    }
    QStringList names;
    const std::vector<Candidate> found = trackable(desk, others, pasted);
    for (const Candidate &candidate : found)
        names << accounts::fullName(*desk.accounts().byId(candidate.accountId));
    if (names.isEmpty())
        return std::nullopt;
    return Error(ErrorKind::InvalidInput,
                 names.size() == 1
                     ? TrackText::tr("This looks like a session of %1, which was not asked. Choose that account.")
                           .arg(names.first())
                     : TrackText::tr("This looks like a session of one of these accounts, which were not asked: %1. "
                                     "Choose the right one.")
                           .arg(names.join(TrackText::tr(", ", "between accounts"))));
}

/// Returns that no session has the token, of those that could be read.
Error noneWithToken(int unread)
{
    if (unread == 0)
        return {ErrorKind::NotFound, TrackText::tr("No session has this token.")};
    return {ErrorKind::Malformed,
            TrackText::tr("None of the sessions that could be read has this token, and %Ln row(s) of the list could "
                          "not be read. Track the session by its ID.",
                          nullptr, unread)};
}

/// Asks the provider for @p known. A session of which only the token is known is looked for in the list, where there is
/// one.
http::Task<checkout::Result<checkout::Session>> askTracked(QPointer<Desk> desk, ProviderHandle provider,
                                                           checkout::Session known, bool lists)
{
    if (!known.id.isEmpty() || !lists) {
        auto answer = co_await provider->session(known);
        co_return answer;
    }
    PageWalk walk;
    int unread = 0;
    for (int page = 0; page < mostPages; ++page) {
        auto answer = co_await whileOpen(desk, provider->sessions(walk.offset()));
        if (!answer)
            co_return std::unexpected(answer.error());
        for (const checkout::Session &session : answer->items) {
            if (session.secureToken == known.secureToken)
                co_return checkout::Session(session);
        }
        walk.advance(rowsOf(*answer));
        unread += static_cast<int>(answer->unread.size());
        if (!answer->more || answer->size() == 0)
            co_return std::unexpected(noneWithToken(unread));
        if (walk.isLooping())
            break;
    }
    co_return std::unexpected(
        Error(ErrorKind::Malformed,
              TrackText::tr("None of the newest %L1 sessions has this token, and the provider lists more. Track the "
                            "session by its ID.")
                  .arg(walk.offset())));
}

/// Returns the provider's catalog; an empty one where it gives none.
http::Task<checkout::Catalog> catalogOrNone(ProviderHandle provider)
{
    const auto catalog = co_await provider->catalog();
    co_return catalog.value_or(checkout::Catalog());
}

/// Writes the session to the ledger, under the names of the provider's catalog, where it gives one.
http::Task<checkout::Result<SessionRecord>> keep(QPointer<Desk> desk, ProviderHandle provider, QString accountId,
                                                 checkout::Session session, QDateTime asked)
{
    const auto catalog = co_await whileOpen(desk, catalogOrNone(provider));
    if (!catalog)
        co_return std::unexpected(catalog.error());
    std::vector<SessionRecord> records{recordOf(accountId, session, *catalog, asked)};
    const auto merged = co_await whileOpen(desk, desk->ledger().merge(accountId, std::move(records)));
    if (!merged)
        co_return std::unexpected(merged.error());
    const auto row = co_await whileOpen(desk, desk->ledger().session(accountId, session.id));
    if (!row)
        co_return std::unexpected(row.error());
    if (!row->has_value())
        co_return std::unexpected(
            Error(ErrorKind::Storage, TrackText::tr("The session could not be kept on this computer. Try again.")));
    ledger::TimelineEvent event;
    event.kind = ledger::TimelineEvent::Kind::Checked;
    event.rawStatus = session.rawStatus;
    event.at = asked;
    co_await desk->ledger().addEvent(accountId, session.id, event);
    co_return SessionRecord(**row);
}

http::Task<checkout::Result<SessionRecord>> doTrackSession(QPointer<Desk> desk, QStringList accountIds, QString pasted)
{
    pasted = checkout::withoutMarksAround(pasted);
    if (const auto refused = refusedKey(*desk, pasted, AskedFor::Session))
        co_return std::unexpected(*refused);
    const std::vector<Candidate> found = trackable(*desk, accountIds, pasted);
    if (found.empty())
        co_return std::unexpected(ofAnother(*desk, accountIds, pasted).value_or(notRecognised(pasted)));
    const auto first = desk->accounts().byId(accountIds.front());
    std::optional<Error> unanswered; // why the first that did not answer did not
    bool isUnknownToFirst = false;
    for (const Candidate &candidate : found) {
        if (!desk)
            break;
        const auto provider = co_await whileOpen(desk, desk->provider(candidate.accountId));
        if (!provider) {
            unanswered = unanswered.value_or(provider.error());
            continue;
        }
        // A key of no known form may be known only now.
        if (const auto refused = refusedKey(*desk, pasted, AskedFor::Session))
            co_return std::unexpected(*refused);
        const QDateTime asked = desk->now();
        const bool lists = desk->capabilities(candidate.accountId, candidate.session.flow).listsSessions;
        const auto answer = co_await whileOpen(desk, askTracked(desk, *provider, candidate.session, lists));
        if (!answer) {
            if (answer.error().kind != ErrorKind::NotFound)
                unanswered = unanswered.value_or(answer.error());
            else if (candidate.accountId == accountIds.front())
                isUnknownToFirst = true;
            continue;
        }
        auto kept = co_await keep(desk, *provider, candidate.accountId, *answer, asked);
        co_return kept;
    }
    if (unanswered && isUnknownToFirst && first)
        unanswered->sentence =
            TrackText::tr("%1 does not know this session. %2", "account, why another account could not be asked")
                .arg(accounts::fullName(*first), unanswered->sentence);
    if (unanswered)
        co_return std::unexpected(*unanswered);
    co_return std::unexpected(
        Error(ErrorKind::NotFound, TrackText::tr("None of your accounts knows this session. Check what was pasted.")));
}

} // namespace

http::Task<checkout::Result<SessionRecord>> trackSession(QPointer<Desk> desk, QStringList accountIds, QString pasted)
{
    const UseCaseLog log("trackSession", accountIds.join(u' '));
    return log.ending(doTrackSession(std::move(desk), std::move(accountIds), std::move(pasted)));
}

} // namespace tilldeck::desk
