// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of sessions: on the chips, in the sidebar, in the status line.
#include "ui/lists/chip.h"
#include "ui/lists/column_fit.h"
#include "ui/lists/list_frame.h"
#include "ui/lists/table.h"
#include "ui/sessions/session_model.h"
#include "ui/sessions/sessions_page.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/when_done.h"

namespace tilldeck::ui {

using ledger::SessionCounts;
using ledger::SessionFilter;
using Status = SessionFilter::Status;

void SessionsPage::readCounts()
{
    const quint64 generation = ++m_countGeneration;
    SessionFilter filter = m_model->filter();
    filter.accountIds = m_accountIds;
    filter.now = m_desk.now();
    whenDone(m_desk.ledger().counts(filter), this, [this, generation](const checkout::Result<SessionCounts> &counts) {
        if (generation == m_countGeneration && counts)
            showChipCounts(*counts);
    });
    SessionFilter everything;
    everything.accountIds = m_accountIds;
    everything.now = filter.now;
    whenDone(m_desk.ledger().counts(everything), this,
             [this, generation](const checkout::Result<SessionCounts> &counts) {
                 if (generation != m_countGeneration || !counts)
                     return;
                 if (std::exchange(m_allCounts, *counts) != *counts)
                     emit countsChanged(*counts);
                 updateTexts();
             });
}

void SessionsPage::showChipCounts(const SessionCounts &counts)
{
    m_counts = counts;
    const std::pair<Status, qint64> numbers[] = {
        {Status::All, counts.all},
        {Status::Open, counts.open},
        {Status::Completed, counts.completed},
        {Status::Expired, counts.expired},
        {Status::Failed, counts.failed},
        {Status::OutcomeUnknown, counts.outcomeUnknown},
    };
    for (const auto &[status, count] : numbers)
        m_frame->chips()->chip(static_cast<int>(status))->setCount(static_cast<int>(count));
    updateTexts();
}

void SessionsPage::updateTexts()
{
    if (!m_fit)
        return;
    const qint64 shown = shownCount();
    const QString count = shown == 1 ? tr("1 session") : tr("%Ln sessions", nullptr, static_cast<int>(shown));
    const qsizetype many = selectedRows().size();
    const qsizetype selected = many > 1 ? many : m_frame->table()->currentIndex().isValid() ? 1 : 0;
    const QStringList hidden = m_fit->hidden();
    m_frame->statusLine()->setTexts(
        selected == 0
            ? count
            : tr("%1 · %2 selected", "number of sessions, how many of them").arg(count, QLocale().toString(selected)),
        hidden.isEmpty() ? tr("Sorted by created, newest first")
                         : tr("Columns hidden: %1").arg(QLocale().createSeparatedList(hidden)));
    if (m_allCounts.all == 0)
        m_frame->table()->setEmptyState(tr("No sessions yet"), {}, tr("New session"));
    else if (m_savedView)
        m_frame->table()->setEmptyState(tr("Nothing here now"));
    else
        m_frame->table()->setEmptyState(tr("No session matches."), m_frame->filtersText(), tr("Clear filters"));
}

qint64 SessionsPage::shownCount() const
{
    switch (m_model->filter().status) {
    case Status::All:
        return m_counts.all;
    case Status::Open:
        return m_counts.open;
    case Status::Completed:
        return m_counts.completed;
    case Status::Expired:
        return m_counts.expired;
    case Status::Failed:
        return m_counts.failed;
    case Status::OutcomeUnknown:
        return m_counts.outcomeUnknown;
    case Status::NeedsAttention:
        return m_counts.needsAttention;
    case Status::ExpiringSoon:
        return m_counts.expiringSoon;
    case Status::Creating:
        return m_model->rowCount();
    }
    Q_UNREACHABLE();
}

} // namespace tilldeck::ui
