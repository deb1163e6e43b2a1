// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the list of sessions.
#include "money/format.h"
#include "ui/figures/session_text.h"
#include "ui/sessions/session_model.h"
#include "ui/widgets/time_text.h"

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using ledger::SessionRow;
using By = ledger::SessionOrder::By;

std::vector<Column<SessionRow>> SessionModel::describe()
{
    const auto absolute = [](const QDateTime &at) { return absoluteTime(at, QTimeZone::systemTimeZone(), QLocale()); };
    std::vector<Column<SessionRow>> columns(ColumnCount);

    Column<SessionRow> &status = columns[Status];
    status.name = u"status"_s;
    status.title = [] { return tr("Status"); };
    status.kind = ColumnKind::Badge;
    status.minimum = badgeSize(BadgeKind::Completed, {}).width() + px(24);
    status.sortKey = int(By::Status);
    status.sorting = Sorting::ByRank;
    status.text = [this](const SessionRow &row) {
        const StatusText said = sessionStatus(row, m_clock());
        return said.text.isEmpty() ? badgeText(said.kind) : said.text;
    };
    status.badge = [this](const SessionRow &row) { return sessionStatus(row, m_clock()).kind; };
    status.tooltip = [this](const SessionRow &row) { return sessionStatus(row, m_clock()).providerId; };
    status.spoken = [this, text = status.text](const SessionRow &row) {
        const QString word = sessionStatus(row, m_clock()).providerId;
        return word.isEmpty() ? text(row) : tr("%1, the provider says “%2”", "status").arg(text(row), word);
    };

    Column<SessionRow> &customer = columns[Customer];
    customer.name = u"customer"_s;
    customer.title = [] { return tr("Customer"); };
    customer.kind = ColumnKind::Name;
    customer.minimum = px(108);
    customer.share = 1;
    customer.sortKey = int(By::Customer);
    customer.text = [](const SessionRow &row) {
        return row.customerLabel.isEmpty() ? tr("No customer") : row.customerLabel;
    };
    customer.searched = [](const SessionRow &row) { return row.customerLabel; };
    customer.tooltip = customer.text;
    customer.tone = [](const SessionRow &row) {
        return row.customerLabel.isEmpty() ? std::optional(Tone::Text3) : std::nullopt;
    };

    Column<SessionRow> &items = columns[Items];
    items.name = u"items"_s;
    items.title = [] { return tr("Items"); };
    items.kind = ColumnKind::Items;
    items.minimum = px(150);
    items.share = 3;
    items.hideOrder = 1;
    items.sortKey = int(By::Items);
    items.text = [](const SessionRow &row) { return row.itemsLabel; };
    items.searched = items.text;
    items.tooltip = items.text;
    items.tierMark = [](const SessionRow &row) { return row.paidTier.value_or(-1) + 1; };
    items.spoken = [](const SessionRow &row) {
        return row.paidTier.value_or(0) == 0
                   ? row.itemsLabel
                   : tr("%1, charged on tier %2", "items").arg(row.itemsLabel, QLocale().toString(*row.paidTier + 1));
    };

    Column<SessionRow> &amount = columns[Amount];
    amount.name = u"amount"_s;
    amount.title = [] { return tr("Amount"); };
    amount.kind = ColumnKind::Amount;
    amount.minimum = px(110);
    amount.sortKey = int(By::Amount);
    amount.sorting = Sorting::BySize;
    amount.text = [](const SessionRow &row) { return row.amount ? money::format(*row.amount, QLocale()) : QString(); };
    amount.amount = [](const SessionRow &row) { return row.amount; };
    amount.spoken = [text = amount.text](const SessionRow &row) { return row.amount ? text(row) : tr("No amount"); };

    Column<SessionRow> &provider = columns[Provider];
    provider.name = u"provider"_s;
    provider.title = [this] { return hasSeveralAccounts() ? tr("Account") : tr("Provider"); };
    provider.minimum = px(88);
    provider.hideOrder = 2;
    provider.isElided = true;
    provider.text = [this](const SessionRow &row) { return accountText(row.accountId); };

    Column<SessionRow> &created = columns[Created];
    created.name = u"created"_s;
    created.title = [] { return tr("Created", "column of the sessions list"); };
    created.minimum = px(64);
    created.hideOrder = 3;
    created.sortKey = int(By::Created);
    created.sorting = Sorting::ByTime;
    created.text = [this](const SessionRow &row) {
        return listTime(row.createdAt, m_clock(), QTimeZone::systemTimeZone(), QLocale());
    };
    created.tooltip = [absolute](const SessionRow &row) { return absolute(row.createdAt); };
    created.spoken = created.tooltip;

    Column<SessionRow> &expires = columns[Expires];
    expires.name = u"expires"_s;
    expires.title = [] { return tr("Expires", "column of the sessions list"); };
    expires.kind = ColumnKind::TimeLeft;
    expires.minimum = px(64);
    expires.hideOrder = 4;
    expires.sortKey = int(By::Expires);
    expires.sorting = Sorting::ByTime;
    expires.text = [this](const SessionRow &row) { return expiresText(row); };
    expires.spoken = [this](const SessionRow &row) { return expirySpoken(row); };
    expires.until = [this](const SessionRow &row) { return isOpen(row, m_clock()) ? row.expiresAt : QDateTime(); };
    return columns;
}

QString SessionModel::expiresText(const SessionRow &row) const
{
    const QDateTime &expiresAt = row.expiresAt;
    const QDateTime now = m_clock();
    if (!expiresAt.isValid())
        return {};
    if (isExpired(row, now))
        return listTime(expiresAt, now, QTimeZone::systemTimeZone(), QLocale());
    return isOpen(row, now) ? timeLeft(now, expiresAt) : QString();
}

QString SessionModel::expirySpoken(const SessionRow &row) const
{
    const QDateTime now = m_clock();
    const QString shown = expiresText(row);
    if (shown.isEmpty())
        return isOpen(row, now) ? tr("No expiry") : tr("No longer open");
    const QString expires = absoluteTime(row.expiresAt, QTimeZone::systemTimeZone(), QLocale());
    return isExpired(row, now) ? tr("Expired %1", "date and time").arg(expires)
                               : tr("Expires in %1, %2", "time left, date and time").arg(shown, expires);
}

} // namespace tilldeck::ui
