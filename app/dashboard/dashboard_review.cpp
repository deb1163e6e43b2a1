// SPDX-License-Identifier: GPL-3.0-or-later
// What the overview, the promotions and the catalog lead to.
#include "dashboard/dashboard.h"

#include "ui/activity/activity_page.h"
#include "ui/catalog/catalog_page.h"
#include "ui/editor/editor_page.h"
#include "ui/overview/overview_page.h"
#include "ui/promotions/promotions_page.h"
#include "ui/sessions/sessions_page.h"
#include "ui/transactions/transactions_page.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/list_frame.h"

namespace tilldeck::dashboard {

using ui::PageId;
using ui::SavedView;

void Dashboard::connectReview()
{
    const auto showSession = [this](const QString &accountId, const QString &sessionId) {
        m_sessions->setSavedView(std::nullopt);
        m_window->showPage(PageId::Sessions);
        m_sessions->select(accountId, sessionId);
    };
    const auto showStatus = [this](QWidget *page, PageId id, int status) {
        m_window->showPage(id);
        auto *frame = page->findChild<ui::ListFrame *>();
        frame->clearFilters();
        frame->chips()->chip(status)->click();
    };
    using Status = ledger::SessionFilter::Status;
    connect(m_overview, &ui::OverviewPage::newRequested, this, &Dashboard::newSession);
    connect(m_overview, &ui::OverviewPage::showSession, this, showSession);
    connect(m_overview, &ui::OverviewPage::sessionsRequested, this, [this, showStatus](Status status) {
        if (status == Status::NeedsAttention)
            return showView(SavedView::NeedsAttention);
        if (status == Status::ExpiringSoon)
            return showView(SavedView::ExpiringSoon);
        m_sessions->setSavedView(std::nullopt);
        showStatus(m_sessions, PageId::Sessions, static_cast<int>(status));
    });
    connect(m_overview, &ui::OverviewPage::failedPaymentsRequested, this, [this, showStatus] {
        showStatus(m_transactions, PageId::Transactions, static_cast<int>(checkout::TransactionStatus::Failed));
    });
    connect(m_overview, &ui::OverviewPage::failedWebhooksRequested, this, [this, showStatus] {
        showStatus(m_activity, PageId::Activity, static_cast<int>(ledger::WebhookEvent::Delivery::Failed));
    });
    connect(m_overview, &ui::OverviewPage::refundsRequested, this,
            [this] { m_window->showPage(PageId::Transactions); });

    const auto useInNewSession = [this](const QString &accountId, const checkout::SessionDraft &draft) {
        ledger::SessionRecord record;
        record.accountId = accountId;
        record.draft = draft;
        m_editor->duplicate(record);
        edit();
    };
    connect(m_promotions, &ui::PromotionsPage::useInNewSession, this, useInNewSession);
    connect(m_promotions, &ui::PromotionsPage::showSession, this, showSession);
    connect(m_catalog, &ui::CatalogPage::useInNewSession, this, useInNewSession);
}

} // namespace tilldeck::dashboard
