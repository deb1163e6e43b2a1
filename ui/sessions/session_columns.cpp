// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the list of sessions.
#include "money/format.h"
#include "ui/figures/session_text.h"
#include "ui/sessions/session_model.h"
#include "ui/widgets/time_text.h"

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using ledger::SessionRecord;
using By = ledger::SessionOrder::By;

std::vector<Column<SessionRecord>> SessionModel::describe()
{
    const auto absolute = [](const QDateTime &at) { return absoluteTime(at, QTimeZone::systemTimeZone(), QLocale()); };
    std::vector<Column<SessionRecord>> columns(ColumnCount);

    Column<SessionRecord> &status = columns[Status];
    status.name = u"status"_s;
    status.title = [] { return tr("Status"); };
    status.kind = ColumnKind::Badge;
    status.minimum = badgeSize(BadgeKind::Completed, {}).width() + px(24);
    status.sortKey = int(By::Status);
    status.sorting = Sorting::ByRank;
    status.text = [this](const SessionRecord &record) {
        const StatusText said = sessionStatus(record, m_clock());
        return said.text.isEmpty() ? badgeText(said.kind) : said.text;
    };
    status.badge = [this](const SessionRecord &record) { return sessionStatus(record, m_clock()).kind; };
    status.tooltip = [this](const SessionRecord &record) { return sessionStatus(record, m_clock()).providerId; };
    status.spoken = [this, text = status.text](const SessionRecord &record) {
        const QString word = sessionStatus(record, m_clock()).providerId;
        return word.isEmpty() ? text(record) : tr("%1, the provider says “%2”", "status").arg(text(record), word);
    };

    Column<SessionRecord> &customer = columns[Customer];
    customer.name = u"customer"_s;
    customer.title = [] { return tr("Customer"); };
    customer.kind = ColumnKind::Name;
    customer.minimum = px(108);
    customer.share = 1;
    customer.sortKey = int(By::Customer);
    customer.text = [](const SessionRecord &record) {
        return record.customerLabel.isEmpty() ? tr("No customer") : record.customerLabel;
    };
    customer.searched = [](const SessionRecord &record) { return record.customerLabel; };
    customer.tooltip = customer.text;
    customer.tone = [](const SessionRecord &record) {
        return record.customerLabel.isEmpty() ? std::optional(Tone::Text3) : std::nullopt;
    };

    Column<SessionRecord> &items = columns[Items];
    items.name = u"items"_s;
    items.title = [] { return tr("Items"); };
    items.kind = ColumnKind::Items;
    items.minimum = px(150);
    items.share = 3;
    items.hideOrder = 1;
    items.sortKey = int(By::Items);
    items.text = [](const SessionRecord &record) { return record.itemsLabel; };
    items.searched = items.text;
    items.tooltip = items.text;
    items.tierMark = [](const SessionRecord &record) { return record.session.paidTier.value_or(-1) + 1; };
    items.spoken = [](const SessionRecord &record) {
        return record.session.paidTier.value_or(0) == 0
                   ? record.itemsLabel
                   : tr("%1, charged on tier %2", "items")
                         .arg(record.itemsLabel, QLocale().toString(*record.session.paidTier + 1));
    };

    Column<SessionRecord> &amount = columns[Amount];
    amount.name = u"amount"_s;
    amount.title = [] { return tr("Amount"); };
    amount.kind = ColumnKind::Amount;
    amount.minimum = px(110);
    amount.sortKey = int(By::Amount);
    amount.sorting = Sorting::BySize;
    amount.text = [](const SessionRecord &record) {
        return record.amount ? money::format(*record.amount, QLocale()) : QString();
    };
    amount.amount = [](const SessionRecord &record) { return record.amount; };
    amount.spoken = [text = amount.text](const SessionRecord &record) {
        return record.amount ? text(record) : tr("No amount");
    };

    Column<SessionRecord> &provider = columns[Provider];
    provider.name = u"provider"_s;
    provider.title = [this] { return hasSeveralAccounts() ? tr("Account") : tr("Provider"); };
    provider.minimum = px(88);
    provider.hideOrder = 2;
    provider.isElided = true;
    provider.text = [this](const SessionRecord &record) { return accountText(record.accountId); };

    Column<SessionRecord> &created = columns[Created];
    created.name = u"created"_s;
    created.title = [] { return tr("Created", "column of the sessions list"); };
    created.minimum = px(64);
    created.hideOrder = 3;
    created.sortKey = int(By::Created);
    created.sorting = Sorting::ByTime;
    created.text = [this](const SessionRecord &record) {
        return listTime(record.createdAt, m_clock(), QTimeZone::systemTimeZone(), QLocale());
    };
    created.tooltip = [absolute](const SessionRecord &record) { return absolute(record.createdAt); };
    created.spoken = created.tooltip;

    Column<SessionRecord> &expires = columns[Expires];
    expires.name = u"expires"_s;
    expires.title = [] { return tr("Expires", "column of the sessions list"); };
    expires.kind = ColumnKind::TimeLeft;
    expires.minimum = px(64);
    expires.hideOrder = 4;
    expires.sortKey = int(By::Expires);
    expires.sorting = Sorting::ByTime;
    expires.text = [this](const SessionRecord &record) { return expiresText(record); };
    expires.spoken = [this](const SessionRecord &record) { return expirySpoken(record); };
    expires.until = [this](const SessionRecord &record) {
        return isOpen(record, m_clock()) ? record.session.expiresAt : QDateTime();
    };
    return columns;
}

QString SessionModel::expiresText(const SessionRecord &record) const
{
    const QDateTime &expiresAt = record.session.expiresAt;
    const QDateTime now = m_clock();
    if (!expiresAt.isValid())
        return {};
    if (isExpired(record, now))
        return listTime(expiresAt, now, QTimeZone::systemTimeZone(), QLocale());
    return isOpen(record, now) ? timeLeft(now, expiresAt) : QString();
}

QString SessionModel::expirySpoken(const SessionRecord &record) const
{
    const QDateTime now = m_clock();
    const QString shown = expiresText(record);
    if (shown.isEmpty())
        return isOpen(record, now) ? tr("No expiry") : tr("No longer open");
    const QString expires = absoluteTime(record.session.expiresAt, QTimeZone::systemTimeZone(), QLocale());
    return isExpired(record, now) ? tr("Expired %1", "date and time").arg(expires)
                                  : tr("Expires in %1, %2", "time left, date and time").arg(shown, expires);
}

} // namespace tilldeck::ui
