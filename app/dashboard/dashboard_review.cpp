// SPDX-License-Identifier: GPL-3.0-or-later
// Connects the overview, the promotions and the catalog with the pages that they lead to.
#include "dashboard/dashboard.h"

#include "ui/accounts/accounts_page.h"
#include "ui/activity/activity_page.h"
#include "ui/catalog/catalog_page.h"
#include "ui/editor/editor_page.h"
#include "ui/lists/list_frame.h"
#include "ui/overview/overview_page.h"
#include "ui/promotions/promotions_page.h"
#include "ui/sessions/sessions_page.h"
#include "ui/transactions/transactions_page.h"

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
    const auto showStatus = [this](QWidget *page, PageId id, int status, int days) {
        m_window->showPage(id);
        auto *frame = page->findChild<ui::ListFrame *>();
        frame->clearFilters();
        frame->setFilters(status, {}, ui::ListFrame::periodOf(days));
    };
    using Status = ledger::SessionFilter::Status;
    connect(m_sessions, &ui::SessionsPage::savedViewChanged, this,
            [this](const std::optional<Status> &view, const QString &title) {
                std::optional<SavedView> shown;
                if (view)
                    shown = *view == Status::NeedsAttention ? SavedView::NeedsAttention : SavedView::ExpiringSoon;
                m_window->setSessionsView(shown, title);
            });
    connect(m_overview, &ui::OverviewPage::newRequested, this, &Dashboard::newSession);
    connect(m_overview, &ui::OverviewPage::showSession, this, showSession);
    connect(m_overview, &ui::OverviewPage::keyNeeded, this, [this](const QString &id) { m_accounts->askKey(id); });
    connect(m_overview, &ui::OverviewPage::sessionsRequested, this, [this, showStatus](Status status, int days) {
        if (status == Status::NeedsAttention)
            return showView(SavedView::NeedsAttention);
        if (status == Status::ExpiringSoon)
            return showView(SavedView::ExpiringSoon);
        m_sessions->setSavedView(std::nullopt);
        showStatus(m_sessions, PageId::Sessions, static_cast<int>(status), days);
    });
    connect(m_overview, &ui::OverviewPage::paymentsRequested, this, [this](const ledger::SavedFilter &view) {
        m_window->showPage(PageId::Transactions);
        m_transactions->showView(view);
    });
    connect(m_overview, &ui::OverviewPage::failedWebhooksRequested, this, [this, showStatus] {
        showStatus(m_activity, PageId::Activity, static_cast<int>(ledger::WebhookEvent::Delivery::Failed), 0);
    });
    const auto showPayment = [this](const QString &accountId, const QString &transactionId) {
        m_window->showPage(PageId::Transactions);
        m_transactions->showPayment(accountId, transactionId);
    };
    connect(m_overview, &ui::OverviewPage::refundRequested, this, showPayment);
    connect(m_sessions, &ui::SessionsPage::refundRequested, this, showPayment);
    connect(m_overview, &ui::OverviewPage::resumeRequested, this, [this](const ledger::CodeBatch &batch) {
        if (m_accountId != batch.accountId)
            chooseAccount(batch.accountId);
        if (m_accountId != batch.accountId)
            return;
        m_window->showPage(PageId::Promotions);
        m_promotions->resume(batch);
    });

    const auto useInNewSession = [this](const QString &accountId, const checkout::SessionDraft &draft) {
        ledger::SessionRecord record;
        record.accountId = accountId;
        record.draft = draft;
        m_editor->duplicate(record);
        edit();
    };
    connect(m_promotions, &ui::PromotionsPage::useInNewSession, this, useInNewSession);
    connect(m_promotions, &ui::PromotionsPage::showSession, this, showSession);
    connect(m_promotions, &ui::PromotionsPage::sessionsRequested, this, [this](const QString &discount) {
        m_window->showPage(PageId::Sessions);
        m_sessions->showDiscount(discount);
    });
    connect(m_catalog, &ui::CatalogPage::useInNewSession, this, useInNewSession);
}

} // namespace tilldeck::dashboard
