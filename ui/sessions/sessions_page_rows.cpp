// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the page: which one is current, and what became of one that is not in the list any more.
#include "money/format.h"
#include "ui/figures/session_text.h"
#include "ui/lists/column_fit.h"
#include "ui/lists/list_filters.h"
#include "ui/lists/table.h"
#include "ui/sessions/session_model.h"
#include "ui/sessions/sessions_page.h"
#include "ui/sessions/waiting_notes.h"
#include "ui/style/paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/when_done.h"

#include <utility>

namespace tilldeck::ui {

using ledger::SessionRecord;
using Status = ledger::SessionFilter::Status;

void SessionsPage::select(const QString &accountId, const QString &sessionId, const QString &intentId)
{
    m_wanted = {accountId, sessionId, intentId};
    m_wantedStep = 0;
    m_frame->setPanelWanted(true);
    if (isAncestorOf(window()->focusWidget()))
        table()->setFocus(Qt::OtherFocusReason); // the keys belong to the row that was asked for
    if (selectWanted())
        return;
    clearCurrent(); // nobody takes another session for the wanted one
    m_model->refresh();
}

/// Offers the currencies of the rows that were read.
void SessionsPage::offerCurrencies()
{
    QSet<QString> codes(m_currencies.begin(), m_currencies.end());
    for (const auto &[row, record] : m_model->readRows()) {
        if (record.amount)
            codes.insert(record.amount->currency().code());
    }
    if (codes.size() == m_currencies.size())
        return;
    m_currencies = codes.values();
    m_currencies.sort();
    m_filters->setCurrencies(m_currencies);
}

void SessionsPage::rowsArrived()
{
    offerCurrencies();
    if (!m_left.isEmpty() && m_model->rowOf(m_leftKey) >= 0)
        m_left.clear(); // it is back
    if (!m_wanted.accountId.isEmpty()) {
        m_firstRow = m_firstRow && m_model->rowCount() == 0;
        if (selectWanted())
            return currentChanged(); // the row itself may be as it was
        ++m_wantedStep;
        if (m_wantedStep == 1) // these rows may have been asked for before it was among them
            return m_model->refresh();
        if (m_wantedStep == 2)
            setSavedView({});
        if (m_wantedStep <= 3) { // it may be below the rows that were read
            const QString text = m_wantedStep == 2 ? QString() : m_wanted.sessionId;
            m_filters->set(static_cast<int>(Status::All), text, ListFrame::Period::AllTime);
            if (!m_model->isLoading()) // the filters were the same before
                m_model->refresh();
            return;
        }
        m_wanted = {}; // the ledger does not have it
    }
    RecordListPage::rowsArrived();
}

void SessionsPage::rowLeaving(int row)
{
    m_leaving = row < 0 || !m_model->isRead(row) ? std::nullopt : std::optional(m_model->record(row));
}

/// Says what became of the session, where the filters do not let it through any more.
void SessionsPage::recordLeft()
{
    if (!m_leaving)
        return;
    const ledger::SessionRow before = *std::exchange(m_leaving, {});
    using Found = checkout::Result<std::optional<SessionRecord>>;
    auto found = before.id.isEmpty() ? m_desk.ledger().sessionByIntent(before.intentId)
                                     : m_desk.ledger().session(before.accountId, before.id);
    whenDone(found, this, [this, before, filter = m_model->filter()](const Found &found) {
        if (!m_desk.accounts().byId(before.accountId))
            return; // it went with its account
        if (!found || m_model->filter() != filter || table()->currentIndex().isValid() || !m_wanted.accountId.isEmpty())
            return;
        if (m_model->rowOf(before.key) >= 0)
            return; // it is back
        const bool isFound = *found && before.id.isEmpty() && !(**found).session.id.isEmpty();
        if (m_savedView == Status::NeedsAttention && isFound)
            return showFound((**found).accountId, (**found).session.id);
        const QString name = before.customerLabel.isEmpty() ? tr("No customer") : before.customerLabel;
        const QString amount = before.amount ? money::format(*before.amount, QLocale()) : before.itemsLabel;
        const StatusText now = *found ? sessionStatus(**found, m_desk.now()) : StatusText();
        m_left = *found ? tr("%1, %2, is “%3” now and not in this list any more.", "customer, amount, status")
                              .arg(isolated(name), amount, now.text.isEmpty() ? badgeText(now.kind) : now.text)
                        : tr("%1, %2, is not in this list any more.", "customer, amount").arg(isolated(name), amount);
        m_leftKey = before.key;
        updateTexts();
    });
}

/// Says above the list what became of a creation that was in it: its session was created, and is a click away.
void SessionsPage::showFound(const QString &accountId, const QString &sessionId)
{
    m_left.clear();
    m_notes->setFound(accountId, sessionId);
    showOthers();
    updateTexts();
}

bool SessionsPage::selectWanted()
{
    for (const auto &[row, record] : m_model->readRows()) {
        const auto is = [](const QString &id, const QString &wanted) { return !wanted.isEmpty() && id == wanted; };
        if (record.accountId != m_wanted.accountId ||
            (!is(record.id, m_wanted.sessionId) && !is(record.intentId, m_wanted.intentId)))
            continue;
        m_wanted = {};
        m_frame->setCurrentRow(row);
        return true;
    }
    return false;
}

} // namespace tilldeck::ui
