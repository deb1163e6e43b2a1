// SPDX-License-Identifier: GPL-3.0-or-later
// Connects the imports of files with the window and the pages that they lead to.
#include "dashboard/dashboard.h"

#include "dashboard/window_events.h"
#include "ui/imports/imports_page.h"
#include "ui/overview/overview_page.h"
#include "ui/sessions/sessions_page.h"
#include "ui/widgets/guard_dialog.h"

#include <QAction>

namespace tilldeck::dashboard {

using namespace Qt::StringLiterals;

using ui::PageId;

void Dashboard::showImports()
{
    if (!m_accountId.isEmpty())
        m_window->showPage(PageId::Imports);
}

void Dashboard::connectImports()
{
    const auto show = [this] { showImports(); };
    connect(m_window->action(ui::Action::ImportSessions), &QAction::triggered, this, show);
    connect(m_sessions, &ui::SessionsPage::importRequested, this, show);
    connect(m_overview, &ui::OverviewPage::showImports, this, show);
    connect(m_imports, &ui::ImportsPage::sessionRequested, this,
            [this](const QString &accountId, const QString &sessionId, const QString &intentId) {
                m_sessions->setSavedView(std::nullopt);
                m_window->showPage(PageId::Sessions);
                m_sessions->select(accountId, sessionId, intentId);
            });
    connect(m_imports, &ui::ImportsPage::attentionRequested, this, [this] { showView(ui::SavedView::NeedsAttention); });

    const auto mayTakeFile = [this] {
        return !m_accountId.isEmpty() && m_window->action(ui::Action::ImportSessions)->isEnabled();
    };
    const auto mayClose = [this] {
        const QString lost = m_imports->whatIsLost();
        if (!m_imports->isRunning() && (lost.isEmpty() || m_mayLoseTokens))
            return true;
        const auto *asked = m_window->findChild<ui::GuardDialog *>(u"closeWhileImporting"_s);
        if (asked && asked->isVisible())
            return false;
        if (!m_imports->isRunning()) {
            auto *question = new ui::GuardDialog(tr("Close all the same?"), lost, m_window.get());
            question->setObjectName(u"closeWhileImporting"_s);
            question->setSafeButton(tr("Keep the window open"));
            question->addButton(1, tr("Close"), ui::ButtonKind::Danger);
            connect(question, &ui::GuardDialog::chosen, this, [this] {
                m_mayLoseTokens = true;
                m_window->close();
            });
            question->open();
            return false;
        }
        auto *dialog = new ui::GuardDialog(tr("An import is running"),
                                           tr("%1\nWhat is under way still ends, then the window closes. Rows that "
                                              "were not sent stay planned: you can go "
                                              "on with them later, under Session, Import sessions.",
                                              "how far it is")
                                               .arg(m_imports->progressText()),
                                           m_window.get());
        dialog->setObjectName(u"closeWhileImporting"_s);
        dialog->setSafeButton(tr("Go on importing"));
        dialog->addButton(1, tr("Stop and close"));
        connect(dialog, &ui::GuardDialog::chosen, this, [this] {
            if (!m_imports->isRunning())
                return (void)m_window->close();
            connect(m_imports, &ui::ImportsPage::ended, m_window.get(), &QWidget::close, Qt::SingleShotConnection);
            m_imports->stop();
        });
        dialog->open();
        return false;
    };
    auto *events = new WindowEvents(m_window.get(), mayTakeFile, mayClose);
    connect(events, &WindowEvents::fileDropped, this, [this](const QString &path) {
        if (m_window->showPage(PageId::Imports))
            m_imports->openFile(path);
    });
}

} // namespace tilldeck::dashboard
