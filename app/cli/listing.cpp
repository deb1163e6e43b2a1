// SPDX-License-Identifier: GPL-3.0-or-later
#include "listing.h"

#include "session_text.h"
#include "shape_parts.h"
#include "unfinished_commands.h"

#include "desk/refresh_account.h"

#include <QCoreApplication>

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

namespace {

/// Returns @p at as people and scripts read it, in the zone of this computer.
QString timeText(const QDateTime &at)
{
    const QDateTime local = at.toLocalTime();
    return u"%1 %2"_s.arg(local.toString(u"yyyy-MM-dd HH:mm:ss"_s), local.timeZoneAbbreviation());
}

/// Returns when the lists of an account were read last; invalid where that is not known.
QDateTime refreshedAt(Context &context, const QString &accountId)
{
    return context.desk().ledger().refreshedAt(accountId).result().value_or(QDateTime());
}

} // namespace

checkout::Result<checkout::Catalog> catalogOf(Context &context, const QString &accountId)
{
    const auto provider = QCoro::waitFor(context.desk().provider(accountId));
    if (!provider)
        return std::unexpected(provider.error());
    return QCoro::waitFor((*provider)->catalog());
}

Refresh refreshed(Context &context, const QString &accountId)
{
    const auto catalog = catalogOf(context, accountId);
    const auto done = QCoro::waitFor(desk::refreshAccount(context.deskPointer(), accountId,
                                                          catalog.value_or(checkout::Catalog()), desk::Depth::Full));
    if (done && !done->cut.isEmpty())
        Context::note(done->cut);
    if (done) {
        if (const QString unread = desk::unreadSentences(done->unread); !unread.isEmpty())
            Context::note(unread);
        return {Exit::Done, done->unread};
    }
    Context::note(SessionText::tr("This is the list of this computer. %1").arg(done.error().sentence));
    if (const QDateTime at = refreshedAt(context, accountId); at.isValid())
        Context::note(SessionText::tr("It is of %1.", "time").arg(timeText(at)));
    return {exitFor(done.error()), {}};
}

std::expected<accounts::Account, Exit> accountWithoutKey(Context &context)
{
    if (!context.open())
        return std::unexpected(Exit::Rejected);
    const auto account = namedAccount(context);
    if (!account)
        return std::unexpected(context.fail(account.error()));
    return *account;
}

bool noteAge(Context &context, const accounts::Account &account)
{
    const QDateTime at = refreshedAt(context, account.id);
    const QString provider = context.desk().capabilities(account.id).providerName;
    if (!at.isValid()) {
        Context::note(SessionText::tr("%1 has not been asked for the lists of %2 yet, or it is not known when. This is "
                                      "what this computer knows; --refresh asks first.",
                                      "provider, account")
                          .arg(provider, account.name));
        return false;
    }
    Context::note(SessionText::tr("As of %1; --refresh asks %2 first.", "time, provider").arg(timeText(at), provider));
    return true;
}

void Listing::addUnread(const std::vector<checkout::UnreadRow> &rows, const QString &what)
{
    for (const checkout::UnreadRow &row : rows) {
        QJsonObject entry{{u"kind"_s, u"unread"_s}, {u"unread_id"_s, orNull(row.id)}, {u"words"_s, row.words}};
        if (!what.isEmpty())
            entry.insert(u"what"_s, what);
        json.append(entry);
    }
}

Exit printListing(Context &context, const Listing &listing, const QString &nothing)
{
    const QString &why = listing.whyNotAll;
    if (!why.isEmpty() && listing.json.isEmpty())
        return context.fail(checkout::Error(checkout::ErrorKind::Storage, why));
    if (!why.isEmpty())
        Context::note(why);
    context.print(listing.json, listing.lines.isEmpty() ? nothing : joinedLines(listing.lines));
    return why.isEmpty() ? Exit::Done : Exit::Rejected;
}

QString nothingOfBefore()
{
    return SessionText::tr("Nothing that was loaded before matches.");
}

void noteLimit(int limit)
{
    Context::note(SessionText::tr("Only the newest %L1 are shown. --limit shows more.").arg(limit));
}

} // namespace tilldeck::cli
