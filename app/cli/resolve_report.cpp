// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve_report.h"

#include "session_text.h"
#include "shape_parts.h"

#include "checkout/session.h"

#include <QJsonArray>

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

namespace {

/// Says that the provider lists no session that fits, and what can be done.
void printNotListed(Context &context, const accounts::Account &account, const desk::Reconciliation &looked)
{
    const QString sentence = desk::notListedSentence(looked, accounts::providerName(account.provider));
    const QDateTime &until = looked.mayAppearUntil;
    if (until.isValid())
        context.print(
            QJsonObject{{u"finding"_s, u"not_listed_yet"_s}, {u"until"_s, until.toUTC().toString(Qt::ISODate)}},
            sentence);
    else
        context.print(
            QJsonObject{{u"finding"_s, u"not_listed"_s}},
            SessionText::tr("%1 If you are sure, resolve it with --not-created.", "no session fits").arg(sentence));
}

/// Says that a creation made the session that @p looked found, and how its URL can be had.
void printWithoutUrl(Context &context, const accounts::Account &account, const QString &intent,
                     const desk::Reconciliation &looked)
{
    const QString options = context.accountOptions(account.name);
    const QString &id = looked.candidates.front().id;
    const QStringList lines{
        desk::withoutUrlSentence(looked, accounts::providerName(account.provider)),
        SessionText::tr("Send it again: tilldeck-cli session resolve %1 %2 --send-again").arg(intent, options),
        SessionText::tr("Take it without its URL: tilldeck-cli session resolve %1 %2 --is %3")
            .arg(intent, options, id)};
    context.print(QJsonObject{{u"finding"_s, u"without_url"_s}, {u"id"_s, id}}, joinedLines(lines));
}

/// Says that the provider's lists do not settle a creation, with the sessions that it may be.
void printUndecided(Context &context, const desk::Reconciliation &looked)
{
    if (looked.finding != desk::Reconciliation::Finding::Ambiguous) {
        context.print(
            QJsonObject{{u"finding"_s, u"cannot_tell"_s}, {u"candidates"_s, 0}},
            SessionText::tr("The provider does not tell. Look in its own dashboard, then resolve it with --not-created "
                            "if it was not created."));
        return;
    }
    QJsonArray sessions;
    QStringList lines{SessionText::tr("Sessions that may be this one: %1.").arg(looked.candidates.size())};
    for (const checkout::Session &session : looked.candidates) {
        const auto amount = checkout::amountOf(session);
        const QString created = session.createdAt.toUTC().toString(Qt::ISODate);
        sessions.append(QJsonObject{{u"id"_s, session.id},
                                    {u"amount"_s, minor(amount)},
                                    {u"currency"_s, amount ? QJsonValue(amount->currency().code()) : QJsonValue()},
                                    {u"created_at"_s, created.isEmpty() ? QJsonValue() : QJsonValue(created)}});
        lines << u"%1  %2  %3"_s.arg(session.id, written(amount), created);
    }
    lines << SessionText::tr(
        "If it is one of them, resolve it with --is and its ID; if it is none, with --not-created.");
    context.print(QJsonObject{{u"finding"_s, u"ambiguous"_s},
                              {u"candidates"_s, static_cast<int>(looked.candidates.size())},
                              {u"sessions"_s, sessions}},
                  joinedLines(lines));
}

} // namespace

void printStillOpen(Context &context, const accounts::Account &account, const QString &intentId,
                    const desk::Reconciliation &looked)
{
    using Finding = desk::Reconciliation::Finding;
    if (looked.finding == Finding::NotListed)
        return printNotListed(context, account, looked);
    if (looked.finding == Finding::WithoutUrl)
        return printWithoutUrl(context, account, intentId, looked);
    if (looked.hasUncertainList())
        Context::note(desk::cannotTellSentence(looked, accounts::providerName(account.provider)));
    if (!looked.doubt.isEmpty())
        Context::note(
            SessionText::tr("%1 If you are sure that it is this one, add --without-proof.", "why it may be another one")
                .arg(looked.doubt));
    printUndecided(context, looked);
}

} // namespace tilldeck::cli
