// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of sessions: on the chips, in the sidebar, in the status line.
#include "ui/lists/table.h"
#include "ui/sessions/session_model.h"
#include "ui/sessions/sessions_page.h"

namespace tilldeck::ui {

using ledger::SessionCounts;
using ledger::SessionFilter;
using Status = SessionFilter::Status;

namespace {

qint64 countOf(const SessionCounts &counts, Status status)
{
    switch (status) {
    case Status::All:
        return counts.all;
    case Status::Open:
        return counts.open;
    case Status::Completed:
        return counts.completed;
    case Status::Expired:
        return counts.expired;
    case Status::Failed:
        return counts.failed;
    case Status::OutcomeUnknown:
        return counts.outcomeUnknown;
    case Status::NeedsAttention:
        return counts.needsAttention;
    case Status::ExpiringSoon:
        return counts.expiringSoon;
    case Status::Creating:
        return 0;
    }
    Q_UNREACHABLE();
}

} // namespace

void SessionsPage::readCounts()
{
    restartCounts();
    SessionFilter filter = m_model->filter();
    filter.accountIds = m_accountIds;
    filter.now = m_desk.now();
    whenCounted(m_desk.ledger().counts(filter), [this](const SessionCounts &counts) {
        m_counts = counts;
        for (const Status status :
             {Status::All, Status::Open, Status::Completed, Status::Expired, Status::Failed, Status::OutcomeUnknown})
            setChipCount(static_cast<int>(status), countOf(counts, status));
    });
    SessionFilter everything;
    everything.accountIds = m_accountIds;
    everything.now = filter.now;
    whenCounted(m_desk.ledger().counts(everything), [this](const SessionCounts &counts) {
        m_everything = counts.all;
        if (std::exchange(m_allCounts, counts) != counts)
            emit countsChanged(counts);
    });
}

void SessionsPage::updateTexts()
{
    const Status status = m_model->filter().status;
    const qint64 shown = status == Status::Creating ? m_model->rowCount() : countOf(m_counts, status);
    setStatusTexts(shown == 1 ? tr("1 session") : tr("%Ln sessions", nullptr, static_cast<int>(shown)),
                   tr("Sorted by created, newest first"));
    if (m_everything == 0)
        table()->setEmptyState(tr("No sessions yet"), {}, tr("New session"));
    else if (m_savedView)
        table()->setEmptyState(tr("Nothing here now"));
    else
        setNoMatch(tr("No session matches."));
}

} // namespace tilldeck::ui
