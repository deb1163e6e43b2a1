// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/send_code.h"

#include "desk/note_tried.h"
#include "desk/reconcile_entry.h"
#include "desk/write_entry.h"

#include <QCoreApplication>

#include <ranges>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::Intent;
using Made = PromotionBatch::Made;
using Sent = PromotionBatch::Sent;

namespace {

struct SendCodeText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::PromotionBatch)
};

QString noteOf(const Error &error)
{
    if (error.details.isEmpty())
        return error.sentence;
    return SendCodeText::tr("%1 Details: “%2”", "sentence, the provider's own words")
        .arg(error.sentence, error.details);
}

Intent::State closedAs(Made::End end)
{
    switch (end) {
    case Made::End::Created:
        return Intent::State::Confirmed;
    case Made::End::Refused:
        return Intent::State::Rejected;
    case Made::End::Unknown:
        return Intent::State::Unknown;
    case Made::End::NotSent:
        break;
    }
    return Intent::State::Planned;
}

/// Returns how a code ended that failed as @p failure says.
Made::End endOf(const WriteFailure &failure)
{
    if (failure.mayBeMade)
        return Made::End::Unknown;
    return stopsTheRest(failure.error) ? Made::End::NotSent : Made::End::Refused;
}

/// Takes into @p made, of unknown outcome, what the provider's list says of a code whose repetition it met with @p
/// refusal.
http::Task<Made> endOfRepeated(QPointer<Desk> desk, Intent row, Made made, Error refusal)
{
    using Finding = EntryFinding::Finding;
    std::vector<Intent> asked{row};
    const auto found = co_await findEntries(desk, row.accountId, std::move(asked));
    if (!found)
        co_return Made(made);
    const EntryFinding &finding = found->front();
    if (finding.finding == Finding::Made) {
        made.end = Made::End::Created;
        made.note.clear();
    } else if (finding.finding == Finding::NotMade) {
        made.end = Made::End::Refused;
        made.note = noteOf(refusal);
    } else if (finding.finding == Finding::Ambiguous) {
        made.note = otherTermsSentence();
        made.listedId = finding.candidates.front().id;
    }
    co_return Made(made);
}

} // namespace

QString codeIn(const Intent &row)
{
    const auto *code = std::get_if<checkout::PromotionCode>(&row.entry);
    return code ? code->code : QString();
}

http::Task<std::optional<checkout::Catalog>> codesBefore(ProviderHandle provider, std::vector<Intent> rows)
{
    if (std::ranges::find(rows, Intent::State::Planned, &Intent::state) == rows.end())
        co_return std::optional<checkout::Catalog>();
    auto asking = provider->catalogPart(providers::CatalogPart::PromotionCodes);
    auto listed = co_await asking;
    co_return listed ? std::optional(std::move(*listed)) : std::optional<checkout::Catalog>();
}

http::Task<Sent> sendCode(QPointer<Desk> desk, ProviderHandle provider, Intent row,
                          std::optional<QStringList> listedBefore)
{
    Sent sent;
    const Sending sending = row.state == Intent::State::Unknown ? Sending::Again : Sending::First;
    sent.made.code = codeIn(row);
    sent.made.end = sending == Sending::Again ? Made::End::Unknown : Made::End::NotSent;
    const auto *wanted = std::get_if<checkout::PromotionCode>(&row.entry);
    if (!wanted) {
        sent.error = Error(ErrorKind::Storage, SendCodeText::tr("The journal does not say which code was to be made."));
        co_return sent;
    }
    auto ready = prepareWrite(*desk, provider, provider->preparePromotionCode(*wanted, row.id), bytesForEntry);
    QString madeId;
    std::optional<WriteFailure> failure;
    if (ready) {
        const QDateTime now = desk->now();
        const QDateTime deadline = now.addSecs(writeLifetime.count());
        const QDateTime providerNow = desk->providerTime(row.accountId);
        auto opening = desk->journal().openCode(row.id, ready->write.bodyHash(), now, deadline, providerNow,
                                                provider.key(), std::move(listedBefore));
        const auto opened = co_await whileOpen(desk, std::move(opening));
        if (!opened) {
            sent.error = opened.error();
            co_return sent;
        }
        const auto answer = co_await sendWrite(desk, row.accountId, std::move(*ready), sending);
        if (answer)
            madeId = answer->id;
        else
            failure = answer.error();
    } else if (ready.error().kind == ErrorKind::Storage) {
        sent.error = ready.error();
        co_return sent;
    } else {
        failure.emplace(desk, row.accountId, ready.error(), sending);
    }
    sent.made.end = failure ? endOf(*failure) : Made::End::Created;
    if (failure) {
        sent.made.note = noteOf(failure->error);
        if (stopsTheRest(failure->error))
            sent.error = failure->error;
    }
    if (failure && failure->refusal) {
        auto asking = endOfRepeated(desk, row, sent.made, *failure->refusal);
        sent.made = co_await asking;
    }
    const IntentEnd end(row.kind, row.id, closedAs(sent.made.end), madeId, sent.made.note);
    const auto closed = co_await closeIntent(desk, end);
    if (!closed)
        sent.error = closed.error();
    co_return sent;
}

std::vector<EntryCandidate> CodesLookUp::candidates() const
{
    const auto values = questions | std::views::values;
    return {values.begin(), values.end()};
}

QString otherTermsSentence()
{
    return SendCodeText::tr(
        "The provider has this code, maybe with other terms than asked for: it may be the one that was sent, or it was "
        "there before.");
}

http::Task<checkout::Result<CodesLookUp>> lookUpCodes(QPointer<Desk> desk, QString accountId, std::vector<Intent> rows,
                                                      QString chosen)
{
    using Finding = EntryFinding::Finding;
    CodesLookUp looked;
    std::erase_if(rows, [](const Intent &row) { return row.state != Intent::State::Unknown; });
    if (rows.empty() && chosen.isEmpty())
        co_return CodesLookUp(looked);
    auto found = co_await whileOpen(desk, findEntries(desk, accountId, rows));
    if (!found)
        co_return std::unexpected(found.error());
    bool isTaken = chosen.isEmpty();
    bool cannotTell = false;
    for (size_t i = 0; i < rows.size(); ++i) {
        EntryFinding &finding = found->at(i);
        const bool isQuestion = finding.finding == Finding::Ambiguous;
        if (isQuestion && !isTaken && finding.candidates.front().id == chosen) {
            isTaken = true;
            finding = EntryFinding(Finding::Made, chosen);
        } else if (isQuestion) {
            looked.questions.emplace(rows.at(i).id, finding.candidates.front());
        }
        const auto end = endAfter(finding);
        if (!end) {
            cannotTell = cannotTell || finding.finding == Finding::CannotTell;
            looked.open = LookUpAnswer::NotListed;
            continue;
        }
        const QString note = *end == Intent::State::Rejected ? notMadeSentence(rows.at(i), finding) : QString();
        auto closing = desk->journal().close(rows.at(i).id, *end, finding.id, note);
        const auto closed = co_await whileOpen(desk, std::move(closing));
        if (!closed)
            co_return std::unexpected(closed.error());
    }
    if (!isTaken)
        co_return std::unexpected(
            Error(ErrorKind::NotFound, SendCodeText::tr("“%1” is none of the codes that are questions.").arg(chosen)));
    if (!looked.questions.empty())
        looked.open = LookUpAnswer::Ambiguous;
    else if (cannotTell)
        looked.open = LookUpAnswer::CannotTell;
    co_return CodesLookUp(looked);
}

http::Task<checkout::Result<CodesLookUp>> lookUpBatch(QPointer<Desk> desk, QString accountId, QString batchId,
                                                      QString chosen)
{
    const auto rows = co_await whileOpen(desk, desk->journal().takeBatch(accountId, batchId));
    if (!rows)
        co_return std::unexpected(rows.error());
    const auto looked = co_await lookUpCodes(desk, accountId, *rows, chosen);
    if (!desk)
        co_return std::unexpected(closedError());
    const auto released = co_await whileOpen(desk, releaseBatch(desk, batchId));
    if (!looked) {
        if (desk)
            noteFailedLookUp(*desk, accountId, batchId, looked.error());
        co_return std::unexpected(looked.error());
    }
    if (!released)
        co_return std::unexpected(released.error());
    if (looked->open)
        noteTried(*desk, accountId, batchId, ledger::TimelineEvent::Kind::LookedUp, lookUpWord(*looked->open));
    co_return CodesLookUp(*looked);
}

http::Task<checkout::Result<void>> releaseBatch(QPointer<Desk> desk, QString batchId)
{
    auto released = co_await whileOpen(desk, desk->journal().releaseBatch(batchId));
    if (!released && desk)
        desk->heldBatches().insert(batchId);
    co_return released;
}

http::Task<checkout::Result<void>> leaveBatch(QPointer<Desk> desk, QString accountId, QString batchId)
{
    const QString notSent = SendCodeText::tr("Not sent: the merchant left the rest.");
    const QString undecided = SendCodeText::tr("The merchant decided: not made.");
    auto left = co_await desk->journal().leaveBatch(accountId, batchId, notSent, undecided);
    co_return left;
}

} // namespace tilldeck::desk
