// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/name_sessions.h"

#include "desk/labels.h"
#include "desk/while_open.h"

#include <QCoroFuture>

#include <algorithm>

namespace tilldeck::desk {

using ledger::SessionRecord;

namespace {

/// The rows that are looked at: what was created without a catalog is among the newest.
constexpr int newest = 200;

/// Returns whether a row shows an id in the place of a name that @p catalog has.
bool showsId(const SessionRecord &row, const checkout::Catalog &catalog)
{
    const auto begins = [&row](const auto &item) { return !item.id.isEmpty() && row.itemsLabel.startsWith(item.id); };
    return catalog.customer(row.customerLabel) || std::ranges::any_of(catalog.prices.items, begins) ||
           std::ranges::any_of(catalog.products.items, begins);
}

} // namespace

http::Task<void> nameSessions(QPointer<Desk> desk, QString accountId, checkout::Catalog catalog)
{
    if (!desk)
        co_return;
    ledger::SessionFilter filter;
    filter.accountIds = QStringList(accountId);
    filter.now = desk->now();
    const ledger::PageKey first;
    const auto page = co_await whileOpen(desk, desk->ledger().sessions(filter, first, newest));
    if (!page)
        co_return;
    const std::vector<SessionRecord> &rows = page->rows;
    for (const SessionRecord &row : rows) {
        if (!showsId(row, catalog) || row.session.id.isEmpty())
            continue;
        const auto whole = co_await whileOpen(desk, desk->ledger().session(accountId, row.session.id));
        if (!whole)
            co_return;
        if (!*whole)
            continue;
        SessionRecord named = **whole;
        named.customerLabel = customerLabel(named.draft, catalog);
        named.itemsLabel = itemsLabel(named.draft, catalog, named.session.paidTier.value_or(0));
        const auto put = co_await whileOpen(desk, desk->ledger().put(named));
        if (!put)
            co_return;
    }
}

} // namespace tilldeck::desk
