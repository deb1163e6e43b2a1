// SPDX-License-Identifier: GPL-3.0-or-later
#include "session_commands.h"

#include "error_shapes.h"
#include "interruption.h"
#include "listing.h"
#include "preview_shapes.h"
#include "resolve_report.h"
#include "search.h"
#include "session_text.h"
#include "shapes.h"
#include "status_words.h"

#include "checkout/pricing.h"
#include "checkout/tidy_draft.h"
#include "checkout/validate.h"
#include "desk/abandon_creation.h"
#include "desk/create_session.h"
#include "desk/creation_request.h"
#include "desk/needs_attention.h"
#include "desk/preview_once.h"
#include "desk/reconcile_creation.h"
#include "desk/refresh_session.h"
#include "desk/refuse_keys.h"
#include "desk/resend_creation.h"
#include "desk/track_session.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QJsonArray>
#include <QLocale>
#include <QTextStream>

#include <cstdio>

#include <utility>

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

using checkout::Error;
using checkout::ErrorKind;
using ledger::SessionFilter;

namespace {

constexpr qint64 mostSessionCharacters = 4096;

std::optional<money::Money> firstTierPays(const checkout::Preview &preview)
{
    const auto &pays = preview.tiers.front().customerPays;
    return pays ? std::optional(pays->amount) : std::nullopt;
}

Error notSent(std::vector<checkout::Problem> problems)
{
    Error error(ErrorKind::InvalidInput, SessionText::tr("Fix the draft first. Nothing was sent."));
    error.problems = std::move(problems);
    return error;
}

/// Prints the request that would create @p draft, with the provider's figures in @p seen; sends none that creates.
Exit describe(Context &context, const QString &accountId, const checkout::SessionDraft &draft,
              const checkout::Preview &seen)
{
    const auto request = QCoro::waitFor(desk::creationRequest(context.deskPointer(), accountId, draft, seen.quote));
    if (!request)
        return context.fail(request.error());
    context.print(requestJson(*request), requestText(*request));
    return Exit::Done;
}

Exit printSession(Context &context, const accounts::Account &account, const ledger::SessionRecord &record, bool reveal,
                  Answer answer = Answer::Shown)
{
    const QDateTime now = context.desk().now();
    context.print(sessionJson(record, account, reveal, now), sessionText(record, account, reveal, now), answer);
    return Exit::Done;
}

Exit printSession(Context &context, const accounts::Account &account, const ledger::SessionRecord &record)
{
    return printSession(context, account, record, context.options().reveal);
}

/// Prints a session that was created just now with its secrets masked, and how to see them.
Exit printMasked(Context &context, const accounts::Account &account, const ledger::SessionRecord &record)
{
    const QDateTime now = context.desk().now();
    const QString masked = sessionText(record, account, false, now);
    const bool isMasked = masked != sessionText(record, account, true, now);
    const QString how = SessionText::tr("To see it whole: tilldeck-cli session show %1 %2 --reveal")
                            .arg(record.session.id, context.accountOptions(account.name));
    context.print(sessionJson(record, account, false, now), isMasked ? masked + u'\n' + how : masked, Answer::Made);
    return Exit::Done;
}

/// Prints a session that was created just now: whole, without --reveal too, where nothing else will know its token.
Exit printCreated(Context &context, const accounts::Account &account, const ledger::SessionRecord &record)
{
    if (!account.keepsTokensOut && !context.options().reveal)
        return printMasked(context, account, record);
    if (!account.keepsTokensOut)
        return printSession(context, account, record, true, Answer::Made);
    const bool isReported = context.desk().capabilities(account.id, record.session.flow).reportsTokensAgain();
    if (!isReported)
        Context::note(SessionText::tr("Copy this now: %1 keeps tokens out of the files of this computer, and the "
                                      "provider does not report this one again.")
                          .arg(account.name));
    else if (!context.options().reveal)
        Context::note(SessionText::tr("The token is kept in no file. To be told it: tilldeck-cli session show %1 "
                                      "%2 --reveal")
                          .arg(record.session.id, context.accountOptions(account.name)));
    return printSession(context, account, record, context.options().reveal || !isReported, Answer::Made);
}

/// Prints the session whole, without --reveal too: what is printed is the only copy.
Exit printNotKept(Context &context, const accounts::Account &account, const desk::CreateOutcome &outcome)
{
    const QDateTime now = context.desk().now();
    QJsonObject json = sessionJson(outcome.record, account, true, now);
    json.insert(u"kept"_s, false);
    json.insert(u"error"_s, errorJson(*outcome.error).value(u"error"_s));
    Context::note(outcome.error->sentence);
    context.print(
        json,
        sessionText(outcome.record, account, true, now) + u'\n' +
            SessionText::tr("Copy this now. Do not create the session again: it exists, and is taken into the "
                            "list when Tilldeck starts next and can write."),
        Answer::Made);
    return Exit::OutcomeUnknown;
}

/// Says that nothing was sent, and what can be done instead.
Exit printRepeated(Context &context, const accounts::Account &account, const desk::CreateOutcome &outcome)
{
    using State = ledger::Intent::State;
    const ledger::Intent &earlier = *outcome.earlier;
    const bool isUnknown = earlier.state == State::Unknown;
    const bool resends = isUnknown && earlier.accountId == account.id && desk::canResend(context.desk(), earlier);
    QStringList lines{SessionText::tr("Nothing was sent.")};
    if (isUnknown)
        lines << SessionText::tr("Look it up: tilldeck-cli session resolve %1 %2")
                     .arg(earlier.id, context.accountOptions(account.name));
    if (resends)
        lines << SessionText::tr(
                     "Send it again under the same idempotency key, which acts once: tilldeck-cli session resolve %1 "
                     "%2 --send-again")
                     .arg(earlier.id, context.accountOptions(account.name));
    if (resends && desk::isSentAgainFirst(context.desk(), earlier))
        lines.swapItemsAt(1, 2);
    lines << SessionText::tr("To create another one all the same, add --another.");
    QJsonObject error = errorJson(*outcome.error).value(u"error"_s).toObject();
    error.insert(u"kind"_s, u"repeated"_s);
    const QString state = isUnknown                      ? u"outcome_unknown"_s
                          : earlier.state == State::Open ? u"creating"_s
                                                         : u"created"_s;
    const QJsonObject first{{u"intent"_s, earlier.id},
                            {u"state"_s, state},
                            {u"id"_s, earlier.sessionId.isEmpty() ? QJsonValue() : QJsonValue(earlier.sessionId)},
                            {u"sent_at"_s, earlier.openedAt.toUTC().toString(Qt::ISODate)},
                            {u"can_send_again"_s, resends}};
    Context::note(outcome.error->sentence);
    context.print(QJsonObject{{u"error"_s, error}, {u"earlier"_s, first}}, lines.join(u'\n'));
    return Exit::Repeated;
}

/// Says why nothing was created; that it was not, too, where the provider could not be reached.
Exit failUncreated(Context &context, const Error &why)
{
    const Exit end = context.fail(why);
    if (end == Exit::Unreachable)
        Context::note(SessionText::tr("Nothing was created."));
    return end;
}

Exit reportCreation(Context &context, const accounts::Account &account, const desk::CreateOutcome &outcome)
{
    if (outcome.end == desk::CreateOutcome::End::Rejected)
        return failUncreated(context, *outcome.error);
    if (outcome.end == desk::CreateOutcome::End::Unknown) {
        QJsonObject json = sessionJson(outcome.record, account, false, context.desk().now());
        json.insert(u"error"_s, errorJson(*outcome.error).value(u"error"_s));
        Context::note(outcome.error->sentence);
        const bool resends = outcome.sent && desk::isSentAgainFirst(context.desk(), *outcome.sent);
        const QString next =
            resends ? SessionText::tr("It is not known whether the session was created. Send it again under the same "
                                      "key, which acts once; a look-up would tell no URL: tilldeck-cli session "
                                      "resolve %1 %2 --send-again")
                    : SessionText::tr("It is not known whether the session was created. Do not create it again before "
                                      "you have looked: tilldeck-cli session resolve %1 %2");
        context.print(json, next.arg(outcome.record.intentId, context.accountOptions(account.name)), Answer::Made);
        return Exit::OutcomeUnknown;
    }
    if (outcome.end == desk::CreateOutcome::End::Repeated)
        return printRepeated(context, account, outcome);
    if (outcome.end == desk::CreateOutcome::End::NotKept)
        return printNotKept(context, account, outcome);
    if (outcome.error)
        Context::note(outcome.error->sentence);
    return printCreated(context, account, outcome.record);
}

/// Names the imports of @p account that have rows which were not sent, with the command that goes on with them.
void noteUnsentImports(Context &context, const accounts::Account &account)
{
    const auto imports = context.desk().journal().unsentImports().result();
    for (const ledger::ImportBatch &batch : imports.value_or(std::vector<ledger::ImportBatch>())) {
        if (batch.accountId == account.id)
            Context::note(SessionText::tr("%Ln row(s) of %1 were not sent. Go on with them: tilldeck-cli import "
                                          "--resume %2 %3",
                                          "name of a file, ID, options", batch.notSent)
                              .arg(batch.source, batch.id, context.accountOptions(account.name)));
    }
}

} // namespace

Exit sessionCreate(Context &context, const CreateArguments &arguments)
{
    const auto draft = readDraft(arguments.from);
    if (!draft)
        return context.fail(draft.error());
    return withAccount(context, [&](const accounts::Account &account) {
        const auto catalog = catalogOf(context, account.id);
        const bool isNeeded =
            !catalog && catalog.error().kind != ErrorKind::Unsupported && catalog.error().kind != ErrorKind::Malformed;
        if (isNeeded && !arguments.dryRun)
            return failUncreated(context, catalog.error());
        if (isNeeded)
            Context::note(SessionText::tr("%1 The draft was not compared with the catalog.", "why it cannot be read")
                              .arg(catalog.error().sentence));
        const checkout::Catalog known = catalog.value_or(checkout::Catalog());
        const checkout::SessionDraft sent = checkout::tidied(*draft, known);
        const checkout::Capabilities can = context.desk().capabilities(account.id, sent.flow);
        const auto problems =
            checkout::validate(sent, can, known, context.desk().now(), desk::keysKnownTo(context.desk()));
        if (!problems.empty())
            return context.fail(notSent(problems));
        noteRemarks(sent, can);
        const checkout::Preview seen =
            QCoro::waitFor(desk::previewOnce(context.deskPointer(), account.id, sent, known));
        if (seen.quoteError)
            return failUncreated(context, *seen.quoteError);
        if (arguments.dryRun)
            return describe(context, account.id, sent, seen);
        if (seen.quote)
            Context::note(previewText(seen, {}));
        const Interruption interruption(interruptedCreation(context, account));
        const auto outcome = QCoro::waitFor(
            desk::createSession(context.deskPointer(), account.id, sent, known, firstTierPays(seen), seen.quote,
                                arguments.another ? desk::Repeat::Another : desk::Repeat::Ask));
        return reportCreation(context, account, outcome);
    });
}

Exit sessionShow(Context &context, const std::string &id)
{
    return withAccount(context, [&](const accounts::Account &account) {
        const auto row =
            QCoro::waitFor(desk::refreshSession(context.deskPointer(), account.id, QString::fromStdString(id)));
        if (!row)
            return context.fail(row.error());
        return printSession(context, account, *row);
    });
}

Exit sessionResolveOutcome(Context &context, const ResolveArguments &arguments)
{
    return withAccount(context, [&](const accounts::Account &account) {
        const QString intent = QString::fromStdString(arguments.intent);
        const QString chosen = QString::fromStdString(arguments.chosen);
        if (const auto refused = desk::refusedKey(context.desk(), intent, desk::AskedFor::Write))
            return context.fail(*refused);
        if (const auto refused = desk::refusedKey(context.desk(), chosen, desk::AskedFor::Session))
            return context.fail(*refused);
        if (arguments.notCreated) {
            const auto early = arguments.early ? desk::EarlyAbandon::Allow : desk::EarlyAbandon::Refuse;
            const auto abandoned =
                QCoro::waitFor(desk::abandonCreation(context.deskPointer(), account.id, intent, early));
            if (!abandoned) {
                const Exit code = context.fail(abandoned.error());
                if (abandoned.error().kind == ErrorKind::UnknownOutcome)
                    Context::note(SessionText::tr("To close it all the same, add --again."));
                return code;
            }
            context.print(QJsonObject{{u"finding"_s, u"abandoned"_s}},
                          SessionText::tr("Noted as not created. The same draft can be created again."));
            return Exit::Done;
        }
        if (arguments.sendAgain) {
            const Interruption interruption(interruptedCreation(context, account));
            const auto sent = QCoro::waitFor(desk::resendCreation(context.deskPointer(), account.id, intent));
            return reportCreation(context, account, sent);
        }
        const auto unproven = arguments.unproven ? desk::Unproven::Allow : desk::Unproven::Refuse;
        using Finding = desk::Reconciliation::Finding;
        auto looked =
            QCoro::waitFor(desk::reconcileCreation(context.deskPointer(), account.id, intent, chosen, unproven));
        if (looked && looked->finding == Finding::WithoutUrl && !chosen.isEmpty()) {
            Context::note(desk::urlIsLostSentence());
            looked = QCoro::waitFor(
                desk::reconcileCreation(context.deskPointer(), account.id, intent, chosen, desk::Unproven::Allow));
        }
        if (!looked)
            return context.fail(looked.error());
        if (looked->finding != Finding::Found) {
            printStillOpen(context, account, intent, *looked);
            return Exit::OutcomeUnknown;
        }
        const QDateTime now = context.desk().now();
        QJsonObject json = sessionJson(*looked->record, account, context.options().reveal, now);
        json.insert(u"finding"_s, u"found"_s);
        context.print(json, sessionText(*looked->record, account, context.options().reveal, now));
        return Exit::Done;
    });
}

Exit sessionTrack(Context &context, const std::string &pasted)
{
    QString session = QString::fromStdString(pasted);
    if (session == u"-"_s) {
        session = QTextStream(stdin).readLine(mostSessionCharacters).trimmed();
        if (session.isEmpty())
            return context.fail(Error(ErrorKind::InvalidInput,
                                      SessionText::tr("Standard input holds no session. Nothing was looked up.")));
    }
    return withAccount(context, [&](const accounts::Account &account) {
        const auto row = QCoro::waitFor(desk::trackSession(context.deskPointer(), QStringList{account.id}, session));
        if (!row)
            return context.fail(row.error());
        return printSession(context, account, *row);
    });
}

Exit sessionList(Context &context, const ListArguments &arguments)
{
    return list(context, arguments.refresh, SessionText::tr("No session matches."), &desk::UnreadRows::sessions,
                [&](const accounts::Account &account, Listing &listing) {
                    std::string status = arguments.status;
                    const auto search = searchFrom(context, arguments.search, sessionStatusWords(), status,
                                                   QTimeZone::systemTimeZone());
                    if (!search)
                        return std::optional(search.error());
                    SessionFilter filter;
                    filter.accountIds = QStringList{account.id};
                    filter.now = context.desk().now();
                    if (!narrow(filter, *search, account.id))
                        return std::optional<Error>();
                    // One more than is shown says whether that is all.
                    auto rows = sessionsOfStatus(context, filter, status, qsizetype(arguments.limit) + 1);
                    if (rows && std::cmp_greater(rows->size(), arguments.limit)) {
                        rows->pop_back();
                        noteLimit(arguments.limit);
                    }
                    for (const ledger::SessionRecord &row : rows.value_or(std::vector<ledger::SessionRecord>()))
                        listing.add(sessionJson(row, account, context.options().reveal, filter.now),
                                    sessionLine(row, filter.now));
                    // Those that no provider has listed are known to the journal alone.
                    if (isOfOpenOutcomes(status)) {
                        listing.whyNotAll = desk::whyNotKnown(context.desk());
                        noteUnsentImports(context, account);
                    }
                    return rows ? std::nullopt : std::optional(rows.error());
                });
}

} // namespace tilldeck::cli
