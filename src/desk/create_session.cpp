// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/create_session.h"

#include "checkout/pricing.h"
#include "checkout/tidy_draft.h"
#include "checkout/validate.h"
#include "desk/ask_provider_time.h"
#include "desk/creation_end.h"
#include "desk/labels.h"
#include "desk/look_after_refusal.h"
#include "desk/quote_problem.h"
#include "desk/refuse_keys.h"
#include "desk/same_contents.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"
#include "ledger/random_id.h"
#include "ledger/request_end.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::Intent;
using ledger::SessionRecord;

namespace {

struct CreateSessionText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::CreateSession)
};

/// How long ago a confirmed creation of the same contents is likely to be the one that is meant.
constexpr std::chrono::seconds repeatWindow = std::chrono::minutes(5);
/// The same for a draft that was kept for longer.
constexpr std::chrono::seconds keptRepeatWindow = std::chrono::hours(24 * 7);

/// Returns how long ago @p intent was confirmed or, while it is not, opened, in words.
QString timeSince(const Intent &intent, const QDateTime &now)
{
    const bool isConfirmed = intent.state == Intent::State::Confirmed;
    const QDateTime at = isConfirmed ? ledger::lastMoment(intent) : intent.openedAt;
    const auto minutes = static_cast<int>(at.secsTo(now) / 60);
    if (minutes < 1)
        return CreateSessionText::tr("a moment ago");
    if (minutes < 60)
        return CreateSessionText::tr("%n minutes ago", nullptr, minutes);
    return CreateSessionText::tr("on %1", "day and time")
        .arg(QLocale().toString(at.toLocalTime(), QLocale::ShortFormat));
}

/// Returns what is known of the creation @p earlier, which was sent from the draft that is to be created now.
QString sentBefore(const Intent &earlier, const QString &since)
{
    if (earlier.state == Intent::State::Open)
        return CreateSessionText::tr("This draft is being created at this moment: it was sent %1.", "a moment ago")
            .arg(since);
    if (earlier.state == Intent::State::Confirmed)
        return CreateSessionText::tr("This draft was created %1, as %2.", "a moment ago, ID")
            .arg(since, earlier.sessionId);
    return CreateSessionText::tr("This draft was sent %1, and its outcome is unknown.", "a moment ago").arg(since);
}

CreateOutcome repeatedCreation(const Intent &earlier, const QString &draftId, const QDateTime &now)
{
    CreateOutcome outcome(CreateOutcome::End::Repeated);
    outcome.earlier = earlier;
    const QString since = timeSince(earlier, now);
    QString sentence;
    if (!draftId.isEmpty() && earlier.draftId == draftId)
        sentence = sentBefore(earlier, since);
    else if (earlier.state == Intent::State::Open)
        sentence = CreateSessionText::tr("The same is being created at this moment: it was sent %1.", "a moment ago")
                       .arg(since);
    else if (earlier.state == Intent::State::Confirmed)
        sentence =
            CreateSessionText::tr("The same was created %1, as %2.", "a moment ago, ID").arg(since, earlier.sessionId);
    else
        sentence =
            CreateSessionText::tr("The same was sent %1, and its outcome is unknown.", "a moment ago").arg(since);
    outcome.error = Error(ErrorKind::Rejected, sentence);
    return outcome;
}

/// Commits the intent; unless @p since is invalid, only when the same was not asked for before.
http::Task<checkout::Result<ledger::Begun>> beginCreation(QPointer<Desk> desk, QString id, QString accountId,
                                                          QByteArray hash, checkout::SessionDraft draft,
                                                          std::optional<checkout::Quote> quote, QDateTime now,
                                                          QDateTime since, ledger::KeyMark sender, QString draftId,
                                                          ledger::AsksForTheSame isSame)
{
    const QDateTime deadline = now.addSecs(writeLifetime.count());
    const QDateTime providerNow = desk->providerTime(accountId);
    ledger::Journal &journal = desk->journal();
    if (since.isValid()) {
        const auto once = co_await journal.beginOnce(id, accountId, hash, draft, now, deadline, since, providerNow,
                                                     sender, quote, draftId, isSame);
        co_return once;
    }
    const auto another =
        co_await journal.begin(id, accountId, hash, draft, now, deadline, providerNow, sender, quote, draftId);
    if (!another)
        co_return std::unexpected(another.error());
    co_return ledger::Begun(*another, false);
}

SessionRecord newRecord(const Intent &intent, const checkout::Catalog &catalog,
                        const std::optional<money::Money> &previewed)
{
    SessionRecord record;
    record.accountId = intent.accountId;
    record.intentId = intent.id;
    record.state = SessionRecord::State::Creating;
    record.draft = intent.draft;
    record.customerLabel = customerLabel(intent.draft, catalog);
    record.itemsLabel = itemsLabel(intent.draft, catalog);
    record.amount = previewed;
    record.quote = intent.quote;
    record.createdAt = intent.openedAt;
    return record;
}

http::Task<CreateOutcome> doCreateSession(QPointer<Desk> desk, QString accountId, checkout::SessionDraft draft,
                                          checkout::Catalog catalog, std::optional<money::Money> previewed,
                                          std::optional<checkout::Quote> quote, Repeat repeat, KeptDraft kept)
{
    draft = checkout::tidied(std::move(draft), catalog);
    const checkout::Capabilities can = desk->capabilities(accountId, draft.flow);
    std::vector<checkout::Problem> problems = checkout::validate(draft, can, catalog, desk->now(), keysKnownTo(*desk));
    if (!can.quoteLifetime)
        quote.reset();
    else if (const QString why = quoteProblem(draft, quote, desk->now()); !why.isEmpty())
        problems.emplace_back(checkout::Field::Quote, why);
    if (!problems.empty()) {
        Error error(ErrorKind::InvalidInput, CreateSessionText::tr("Nothing was sent. Fix what is marked first."));
        error.problems = std::move(problems);
        co_return rejectedCreation(std::move(error));
    }

    const QString key = ledger::randomId();
    // The merchant's draft is what is kept; what the quote adds is only sent.
    auto ready = co_await prepareCreation(desk, accountId, checkout::priced(draft, quote), key);
    if (!ready)
        co_return rejectedCreation(ready.error());
    // Whether it can be sent again depends on the provider's time now. Without an answer it is sent all the same.
    if (can.honoursIdempotencyKey && !desk->providerTime(accountId).isValid())
        co_await askProviderTime(desk, accountId);
    if (!desk)
        co_return rejectedCreation(closedError());
    if (repeat == Repeat::Ask) {
        const auto looked = co_await whileOpen(desk, lookAfterRefusal(desk, ready->provider, accountId, draft));
        if (!looked)
            co_return rejectedCreation(looked.error());
    }
    const QDateTime now = desk->now();
    const auto window = kept.isOld ? keptRepeatWindow : repeatWindow;
    const QDateTime since = repeat == Repeat::Another ? QDateTime() : now.addSecs(-window.count());
    auto beginning = beginCreation(desk, key, accountId, ready->write.bodyHash(), draft, quote, now, since,
                                   ready->provider.key(), kept.id, sameRequestAs(*ready, key, quote));
    const auto begun = co_await whileOpen(desk, std::move(beginning));
    if (!begun)
        co_return rejectedCreation(begun.error());
    if (begun->isEarlier)
        co_return repeatedCreation(begun->intent, kept.id, now);
    qCInfo(deskLog).noquote() << "createSession" << accountId << "sends under intent" << key;
    SessionRecord record = newRecord(begun->intent, catalog, previewed);
    CreateOutcome outcome = co_await sendCreation(desk, std::move(*ready), std::move(record), Sending::First);
    if (outcome.end == CreateOutcome::End::Unknown)
        outcome.sent = begun->intent;
    co_return outcome;
}

} // namespace

http::Task<CreateOutcome> createSession(QPointer<Desk> desk, QString accountId, checkout::SessionDraft draft,
                                        checkout::Catalog catalog, std::optional<money::Money> previewed,
                                        std::optional<checkout::Quote> quote, Repeat repeat, KeptDraft kept)
{
    const UseCaseLog log("createSession", accountId);
    return log.ending(doCreateSession(std::move(desk), std::move(accountId), std::move(draft), std::move(catalog),
                                      previewed, std::move(quote), repeat, std::move(kept)),
                      loggedCreation);
}

} // namespace tilldeck::desk
