// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/look_for_rows.h"

#include "desk/question_listed_rows.h"
#include "desk/while_open.h"

#include <QCoreApplication>
#include <QLocale>

namespace tilldeck::desk {

using checkout::Error;
using ledger::Intent;

namespace {

struct LookForRowsText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::SessionImport)
};

QString whyListAsks(const QString &provider, const ListedRows &found)
{
    const QString why =
        found.unread > 0
            ? LookForRowsText::tr("%Ln row(s) in the list of %1 could not be read.", "provider", found.unread)
            : LookForRowsText::tr("The list of %1 could not be read back to when the rows were planned.", "provider");
    return LookForRowsText::tr("%1 So it is not known whether it has some of the rows already, and they were not sent. "
                               "Look in its dashboard first.",
                               "a sentence")
        .arg(why.arg(provider));
}

} // namespace

http::Task<checkout::Result<LookedForRows>> lookForRows(QPointer<Desk> desk, ProviderHandle provider, QString accountId,
                                                        QString batchId, QSet<QString> ids, Repeat repeat)
{
    auto stored = co_await whileOpen(desk, desk->journal().rowsOfImport(accountId, batchId));
    if (!stored)
        co_return std::unexpected(stored.error());
    std::erase_if(*stored,
                  [&ids](const Intent &row) { return row.state != Intent::State::Planned || !ids.contains(row.id); });
    const QString name = desk->capabilities(accountId).providerName;
    auto found = co_await whileOpen(desk, questionListedRows(desk, provider, accountId, std::move(*stored)));
    if (!found) {
        Error error = found.error();
        error.sentence = LookForRowsText::tr("It could not be looked up whether %1 has some of the rows already, so "
                                             "nothing more was sent. %2",
                                             "provider, a sentence")
                             .arg(name, error.sentence);
        co_return std::unexpected(error);
    }
    LookedForRows looked;
    looked.questioned = std::move(found->questioned);
    if (repeat == Repeat::Ask && (!found->isWhole || found->unread > 0))
        looked.whyAsk = whyListAsks(name, *found);
    co_return std::move(looked);
}

QString whyRowsAreAsked(const Desk &desk, const QString &accountId, const QDateTime &plannedAt)
{
    return LookForRowsText::tr("%1 has no list that shows whether it has some of the rows already, as it has where the "
                               "files of this program were put back from a backup after %2. So nothing was sent. If "
                               "that may be, look in its dashboard first.",
                               "provider, day and time")
        .arg(desk.capabilities(accountId).providerName,
             QLocale().toString(plannedAt.toLocalTime(), QLocale::ShortFormat));
}

} // namespace tilldeck::desk
