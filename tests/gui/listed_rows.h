// SPDX-License-Identifier: GPL-3.0-or-later
// What a window lists and counts, also behind a dialog.
#pragma once

#include "gui/merchant.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/sidebar_delegate.h"

#include <QListView>
#include <QTableView>

#include <algorithm>

namespace tilldeck::test {

/// Returns how many rows the list of sessions has, also behind a dialog.
inline int listedSessions(const Merchant &merchant)
{
    int most = 0;
    for (const auto *table : merchant.window().findChildren<QTableView *>())
        most = table->accessibleName() == u"Checkout sessions"_s ? std::max(most, table->model()->rowCount()) : most;
    return most;
}

/// Returns the number beside "Needs attention" in the sidebar.
inline int attention(const Merchant &merchant)
{
    const QAbstractItemModel *rows = merchant.window().sidebar()->list()->model();
    const auto found =
        rows->match(rows->index(0, 0), ui::SavedViewRole, int(ui::SavedView::NeedsAttention), 1, Qt::MatchExactly);
    return found.isEmpty() ? 0 : found.front().data(ui::CountRole).toInt();
}

/// Returns how many sessions of the first account failed.
inline int failed(const Merchant &merchant)
{
    ledger::SessionFilter all;
    all.accountIds = QStringList{merchant.desk->accounts().accounts().front().id};
    const auto counts = merchant.desk->ledger().counts(all).result();
    return counts ? int(counts->needsAttention) : -1;
}

} // namespace tilldeck::test
