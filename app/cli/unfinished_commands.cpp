// SPDX-License-Identifier: GPL-3.0-or-later
#include "unfinished_commands.h"

#include "error_shapes.h"
#include "interruption.h"
#include "listing.h"
#include "shape_parts.h"

#include "desk/needs_attention.h"
#include "desk/open_write.h"
#include "desk/reconcile_entry.h"
#include "desk/refuse_keys.h"
#include "desk/repeat_entry.h"
#include "desk/send_code.h"
#include "desk/unsettled_writes.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <algorithm>
#include <ranges>

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

using checkout::Error;
using checkout::ErrorKind;
using desk::EntryFinding;
using ledger::Intent;
using CodeEnd = desk::PromotionBatch::Made::End;

namespace {

struct UnfinishedText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::cli::Promotions)
};

QString resultName(CodeEnd end)
{
    switch (end) {
    case CodeEnd::Created:
        return u"created"_s;
    case CodeEnd::Refused:
        return u"refused"_s;
    case CodeEnd::NotSent:
        return u"not_sent"_s;
    case CodeEnd::Unknown:
        break;
    }
    return u"outcome_unknown"_s;
}

QString kindName(Intent::Kind kind)
{
    switch (kind) {
    case Intent::Kind::Coupon:
        return u"coupon"_s;
    case Intent::Kind::Route:
        return u"route"_s;
    case Intent::Kind::DeactivateCoupon:
        return u"deactivate_coupon"_s;
    case Intent::Kind::DeactivateCode:
        return u"deactivate_code"_s;
    default:
        return u"promotion_code"_s;
    }
}

QJsonObject unsettledJson(const desk::UnsettledWrite &write)
{
    QJsonObject json{{u"id"_s, write.id()}, {u"sentence"_s, desk::unsettledSentence(write)}};
    if (!write.batch) {
        json.insert(u"kind"_s, kindName(write.intent.kind));
        return json;
    }
    json.insert(u"kind"_s, u"batch"_s);
    json.insert(u"codes"_s, write.batch->all);
    json.insert(u"made"_s, write.batch->made);
    json.insert(u"refused"_s, write.batch->refused);
    json.insert(u"outcome_unknown"_s, write.batch->unknown);
    json.insert(u"not_sent"_s, write.batch->notSent);
    return json;
}

/// Says what is to be done about @p write; @p options name its account.
QString nextStep(const desk::UnsettledWrite &write, const QString &options)
{
    QString sentence = UnfinishedText::tr("Look it up: tilldeck-cli promotion resolve %1 %2");
    if (write.batch && !desk::canGoOn(*write.batch))
        sentence = UnfinishedText::tr("Close it: tilldeck-cli promotion resume %1 %2 --leave");
    else if (write.batch && write.batch->notSent == 0)
        sentence = UnfinishedText::tr("See what became of it: tilldeck-cli promotion resume %1 %2");
    else if (write.batch)
        sentence = UnfinishedText::tr("Go on with it: tilldeck-cli promotion resume %1 %2");
    return sentence.arg(write.id(), options);
}

/// Says that nothing was sent because @p batch, of the same pattern, is unfinished or was made a moment ago.
Exit printEarlier(Context &context, const accounts::Account &account, const ledger::CodeBatch &batch,
                  const Error &failure)
{
    const desk::UnsettledWrite earlier(batch);
    QStringList lines{UnfinishedText::tr("Nothing was sent.")};
    if (!batch.isRunning && !batch.isFinished())
        lines << nextStep(earlier, context.accountOptions(account.name));
    lines << UnfinishedText::tr("To make others all the same, add --another.");
    QJsonObject error = errorJson(failure).value(u"error"_s).toObject();
    error.insert(u"kind"_s, u"repeated"_s);
    Context::note(failure.sentence);
    context.print(QJsonObject{{u"error"_s, error}, {u"earlier"_s, unsettledJson(earlier)}}, lines.join(u'\n'));
    return Exit::Repeated;
}

/// Returns the lines that say what else can be done about @p write, which no look-up settles; @p options name its
/// account.
QStringList furtherSteps(const desk::OpenWrite &write, const QString &options)
{
    QStringList lines;
    for (const desk::OutcomeOffer &offer : write.offers) {
        if (offer.action == desk::OutcomeAction::SendAgain && offer.whyNot.isEmpty())
            lines << UnfinishedText::tr("Send it again: tilldeck-cli promotion resolve %1 %2 --send-again")
                         .arg(write.write.id(), options);
        if (offer.action == desk::OutcomeAction::NotMade && offer.whyNot.isEmpty())
            lines << UnfinishedText::tr("Close it as not made: tilldeck-cli promotion resolve %1 %2 --not-made")
                         .arg(write.write.id(), options)
                  << UnfinishedText::tr("  %1", "a sentence below a command").arg(offer.risk);
    }
    return lines;
}

/// Says what can be done about a write that is still open, after it was not sent again.
void noteNextSteps(Context &context, const accounts::Account &account, const QString &id)
{
    const auto write = waitForAnswer(desk::openWrite(context.deskPointer(), account.id, id));
    if (!write || !*write)
        return;
    const QString options = context.accountOptions(account.name);
    Context::note(UnfinishedText::tr("Look it up: tilldeck-cli promotion resolve %1 %2").arg(id, options));
    for (const QString &line : furtherSteps(**write, options))
        Context::note(line);
}

/// Says that the provider's catalog does not settle a write, and what can be done.
void printOpen(Context &context, const accounts::Account &account, const EntryFinding &finding, const QString &id)
{
    const QString options = context.accountOptions(account.name);
    using Finding = EntryFinding::Finding;
    QStringList lines;
    QJsonArray candidates;
    if (finding.finding == Finding::NotListed)
        lines << UnfinishedText::tr("The provider lists nothing like it. It may still appear.");
    else if (finding.finding == Finding::Ambiguous)
        lines << UnfinishedText::tr("The provider lists what may be it. Look in its own dashboard.");
    else
        lines << UnfinishedText::tr("The provider does not tell. Look in its own dashboard.");
    for (const desk::EntryCandidate &entry : finding.candidates) {
        candidates.append(QJsonObject{{u"id"_s, entry.id}, {u"name"_s, entry.name}});
        lines << UnfinishedText::tr("It is “%1”: tilldeck-cli promotion resolve %2 %3 --is %4", "name, ids")
                     .arg(entry.name, id, options, entry.id);
    }
    const auto write = waitForAnswer(desk::openWrite(context.deskPointer(), account.id, id));
    if (write && *write)
        lines += furtherSteps(**write, options);
    context.print(
        QJsonObject{{u"outcome"_s, u"outcome_unknown"_s}, {u"id"_s, QJsonValue()}, {u"candidates"_s, candidates}},
        lines.join(u'\n'));
}

Exit reportFinding(Context &context, const accounts::Account &account, const EntryFinding &finding,
                   const Intent &intent)
{
    using Finding = EntryFinding::Finding;
    switch (finding.finding) {
    case Finding::Made:
        context.print(QJsonObject{{u"outcome"_s, u"made"_s}, {u"id"_s, orNull(finding.id)}},
                      UnfinishedText::tr("It was made: %1", "ID").arg(finding.id));
        return Exit::Done;
    case Finding::NotMade:
        context.print(QJsonObject{{u"outcome"_s, u"not_made"_s}, {u"id"_s, orNull(finding.id)}},
                      UnfinishedText::tr("It was not made. %1", "why").arg(desk::notMadeSentence(intent)));
        return Exit::Rejected;
    case Finding::NotListed:
    case Finding::Ambiguous:
    case Finding::CannotTell:
        break;
    }
    printOpen(context, account, finding, intent.id);
    return Exit::OutcomeUnknown;
}

/// Returns that a key stands where an id is asked for.
std::optional<Error> refusedKey(Context &context, const UnfinishedArguments &arguments)
{
    auto refused = desk::refusedKey(context.desk(), QString::fromStdString(arguments.id), desk::AskedFor::Write);
    return refused ? refused
                   : desk::refusedKey(context.desk(), QString::fromStdString(arguments.chosen), desk::AskedFor::Write);
}

} // namespace

checkout::Result<accounts::Account> namedAccount(Context &context)
{
    const QString name = QString::fromStdString(context.options().account);
    const auto account = context.desk().accounts().byName(name);
    if (!account)
        return std::unexpected(
            Error(ErrorKind::InvalidInput, UnfinishedText::tr("There is no account named \"%1\".").arg(name)));
    return *account;
}

Exit runBatch(Context &context, desk::PromotionBatch &batch, const accounts::Account &account,
              const std::function<void()> &begin)
{
    QEventLoop loop;
    std::optional<Error> failure;
    bool done = false;
    QObject::connect(&batch, &desk::PromotionBatch::finished, &loop, [&](const std::optional<Error> &error) {
        failure = error;
        done = true;
        loop.quit();
    });
    const Interruption interruption(interruptedEntry(context, account));
    begin();
    if (!done)
        loop.exec();
    if (batch.earlier() && failure)
        return printEarlier(context, account, *batch.earlier(), *failure);
    Listing listing;
    bool unknown = false;
    bool refused = false;
    bool isMade = false;
    for (const auto &one : batch.made()) {
        unknown = unknown || one.end == CodeEnd::Unknown;
        refused = refused || one.end == CodeEnd::Refused;
        isMade = isMade || one.end == CodeEnd::Created;
        listing.add(
            {{u"code"_s, one.code}, {u"result"_s, resultName(one.end)}, {u"note"_s, orNull(one.note)}},
            QStringList{padded(one.code, 24), resultName(one.end).leftJustified(15), one.note}.join(u"  "_s).trimmed());
    }
    if (failure)
        Context::note(failure->sentence);
    for (const auto &one : batch.made() | std::views::filter([](const auto &made) { return !made.listedId.isEmpty(); }))
        Context::note(UnfinishedText::tr("If “%1” was made by this: tilldeck-cli promotion resume %2 %3 --is %4",
                                         "code, ID of the batch, options, ID of the code")
                          .arg(one.code, batch.unfinishedId(), context.accountOptions(account.name), one.listedId));
    if (!batch.unfinishedId().isEmpty()) {
        if (batch.notSent() > 0)
            Context::note(UnfinishedText::tr("%Ln were not sent.", nullptr, batch.notSent()));
        const QString next = batch.notSent() > 0
                                 ? UnfinishedText::tr("Go on with it: tilldeck-cli promotion resume %1 %2")
                                 : UnfinishedText::tr("See what became of it: tilldeck-cli promotion resume %1 %2");
        Context::note(next.arg(batch.unfinishedId(), context.accountOptions(account.name)));
    }
    context.print(listing.json, joinedLines(listing.lines), Answer::Made);
    if (unknown)
        return Exit::OutcomeUnknown;
    if (isMade && (failure || refused || batch.notSent() > 0))
        return Exit::Partly;
    if (failure)
        return exitFor(*failure);
    return refused ? Exit::Rejected : Exit::Done;
}

Exit promotionUnfinished(Context &context)
{
    if (!context.open())
        return Exit::Rejected;
    const auto account = namedAccount(context);
    if (!account)
        return context.fail(account.error());
    const auto writes = waitForAnswer(desk::unsettledWrites(context.deskPointer(), QStringList(account->id)));
    if (!writes)
        return context.fail(writes.error());
    Listing listing;
    for (const desk::UnsettledWrite &write : *writes) {
        listing.add(unsettledJson(write), desk::unsettledSentence(write));
        listing.lines << nextStep(write, context.accountOptions(account->name));
    }
    listing.whyNotAll = desk::whyNotKnown(context.desk());
    return printListing(context, listing,
                        UnfinishedText::tr("No coupon, promotion code or processor route is unfinished."));
}

Exit promotionResume(Context &context, const UnfinishedArguments &arguments)
{
    return withAccount(context, [&](const accounts::Account &account) {
        const QString id = QString::fromStdString(arguments.id);
        if (const auto refused = refusedKey(context, arguments))
            return context.fail(*refused);
        if (arguments.close) {
            const auto left = waitForAnswer(desk::leaveBatch(context.deskPointer(), account.id, id));
            if (!left)
                return context.fail(left.error());
            context.print(QJsonObject{{u"outcome"_s, u"left"_s}},
                          UnfinishedText::tr("What was not sent stays unsent."));
            return Exit::Done;
        }
        if (const QString chosen = QString::fromStdString(arguments.chosen); !chosen.isEmpty()) {
            const auto taken = waitForAnswer(desk::lookUpBatch(context.deskPointer(), account.id, id, chosen));
            if (!taken)
                return context.fail(taken.error());
            context.print(QJsonObject{{u"outcome"_s, u"made"_s}, {u"id"_s, chosen}},
                          UnfinishedText::tr("It was made: %1", "ID").arg(chosen));
            return Exit::Done;
        }
        desk::PromotionBatch batch(context.desk());
        return runBatch(context, batch, account, [&] { batch.resume(account.id, id); });
    });
}

Exit promotionResolveOutcome(Context &context, const UnfinishedArguments &arguments)
{
    return withAccount(context, [&](const accounts::Account &account) {
        const QString id = QString::fromStdString(arguments.id);
        if (const auto refused = refusedKey(context, arguments))
            return context.fail(*refused);
        if (arguments.close) {
            const auto early = arguments.early ? desk::EarlyAbandon::Allow : desk::EarlyAbandon::Refuse;
            const auto closed = waitForAnswer(desk::abandonEntry(context.deskPointer(), account.id, id, early));
            if (!closed && closed.error().kind == ErrorKind::UnknownOutcome)
                Context::note(UnfinishedText::tr("To close it all the same, add --again."));
            if (!closed)
                return context.fail(closed.error());
            context.print(QJsonObject{{u"outcome"_s, u"abandoned"_s}}, UnfinishedText::tr("Noted as not made."));
            return Exit::Done;
        }
        const auto intent = waitForAnswer(desk::entryIntent(context.deskPointer(), account.id, id));
        if (!intent)
            return context.fail(intent.error());
        if (arguments.sendAgain) {
            const Interruption interruption(interruptedEntry(context, account));
            const auto sent = waitForAnswer(desk::repeatEntry(context.deskPointer(), account.id, id));
            if (!sent) {
                const Exit end = context.fail(sent.error());
                noteNextSteps(context, account, id);
                return end;
            }
            context.print(QJsonObject{{u"outcome"_s, u"made"_s}, {u"id"_s, orNull(intent->sessionId)}},
                          UnfinishedText::tr("It was done."));
            return Exit::Done;
        }
        const QString chosen = QString::fromStdString(arguments.chosen);
        const auto found = waitForAnswer(desk::reconcileEntry(context.deskPointer(), account.id, id, chosen));
        return found ? reportFinding(context, account, *found, *intent) : context.fail(found.error());
    });
}

} // namespace tilldeck::cli
