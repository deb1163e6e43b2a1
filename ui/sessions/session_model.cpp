// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/session_model.h"

#include "money/format.h"
#include "ui/figures/session_text.h"
#include "ui/lists/roles.h"
#include "ui/widgets/time_text.h"

namespace tilldeck::ui {

using ledger::SessionRecord;

SessionModel::SessionModel(ledger::Ledger &ledger, accounts::AccountStore &accounts, Clock clock, QObject *parent)
    : AmountListModel(ledger, accounts, std::move(clock), ColumnCount, Amount, parent)
    , m_tickedAt(m_clock())
{
    connect(&ledger, &ledger::Ledger::sessionsChanged, this, &SessionModel::refreshAccounts);
    connect(&accounts, &accounts::AccountStore::changed, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, Provider), index(rowCount() - 1, Provider));
    });
}

void SessionModel::setFilter(ledger::SessionFilter filter)
{
    filter.now = m_filter.now;
    AmountListModel::setFilter(filter);
}

QFuture<SessionModel::Answer> SessionModel::ask(ledger::PageKey after, int limit)
{
    m_filter.now = m_clock();
    return m_ledger->sessions(m_filter, after, limit);
}

QVariant SessionModel::cell(const SessionRecord &record, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return text(record, column);
    case Qt::AccessibleTextRole:
        return spoken(record, column);
    case Qt::ToolTipRole:
        if (column == Status)
            return sessionStatus(record, m_clock()).providerId;
        if (column == Customer || column == Items)
            return text(record, column);
        if (column == Created)
            return absoluteTime(record.createdAt, QTimeZone::systemTimeZone(), QLocale());
        return {};
    case Qt::TextAlignmentRole:
        return alignment(column);
    case BadgeKindRole:
        return column == Status ? QVariant::fromValue(sessionStatus(record, m_clock()).kind) : QVariant();
    case AmountRole:
        return column == Amount && record.amount ? QVariant::fromValue(*record.amount) : QVariant();
    case TierMarkRole:
        return column == Items && record.session.paidTier ? QVariant(*record.session.paidTier + 1) : QVariant();
    case ToneRole:
        return column == Customer && record.customerLabel.isEmpty() ? QVariant::fromValue(Tone::Text3) : QVariant();
    case ExpiresAtRole:
        return column == Expires && record.session.expiresAt.isValid() && isOpen(record, m_clock())
                   ? QVariant(record.session.expiresAt)
                   : QVariant();
    default:
        return {};
    }
}

QVariant SessionModel::text(const SessionRecord &record, int column) const
{
    switch (column) {
    case Status: {
        const StatusText status = sessionStatus(record, m_clock());
        return status.text.isEmpty() ? badgeText(status.kind) : status.text;
    }
    case Customer:
        return record.customerLabel.isEmpty() ? tr("No customer") : record.customerLabel;
    case Items:
        return record.itemsLabel;
    case Amount:
        return record.amount ? money::format(*record.amount, QLocale()) : QString();
    case Provider:
        return accountText(record.accountId);
    case Created:
        return listTime(record.createdAt, m_clock(), QTimeZone::systemTimeZone(), QLocale());
    case Expires:
        return expiresText(record);
    default:
        return {};
    }
}

QString SessionModel::spoken(const SessionRecord &record, int column) const
{
    const QDateTime now = m_clock();
    QString shown = text(record, column).toString();
    const QString expires = absoluteTime(record.session.expiresAt, QTimeZone::systemTimeZone(), QLocale());
    switch (column) {
    case Status: {
        const QString word = sessionStatus(record, now).providerId;
        return word.isEmpty() ? shown : tr("%1, the provider says “%2”", "status").arg(shown, word);
    }
    case Items:
        return record.session.paidTier.value_or(0) == 0
                   ? shown
                   : tr("%1, charged on tier %2", "items").arg(shown, QLocale().toString(*record.session.paidTier + 1));
    case Amount:
        return shown.isEmpty() ? tr("No amount") : shown;
    case Created:
        return absoluteTime(record.createdAt, QTimeZone::systemTimeZone(), QLocale());
    case Expires:
        if (shown.isEmpty())
            return isOpen(record, now) ? tr("No expiry") : tr("No longer open");
        return isExpired(record, now) ? tr("Expired %1", "date and time").arg(expires)
                                      : tr("Expires in %1, %2", "time left, date and time").arg(shown, expires);
    default:
        return shown;
    }
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

QString SessionModel::title(int column) const
{
    return QStringList{tr("Status"),
                       tr("Customer"),
                       tr("Items"),
                       tr("Amount"),
                       hasSeveralAccounts() ? tr("Account") : tr("Provider"),
                       tr("Created", "column of the sessions list"),
                       tr("Expires", "column of the sessions list")}
        .value(column);
}

bool SessionModel::tick()
{
    const QDateTime before = std::exchange(m_tickedAt, m_clock());
    bool ended = false;
    for (int row = 0; row < rowCount(); ++row) {
        const QDateTime &expiresAt = record(row).session.expiresAt;
        if (!expiresAt.isValid() || expiresAt <= before || expiresAt > m_tickedAt)
            continue;
        ended = true;
        emit dataChanged(index(row, Status), index(row, ColumnCount - 1));
    }
    if (ended)
        refresh(); // the row may have left the filter
    return ended;
}

} // namespace tilldeck::ui

#include "moc_session_model.cpp"
