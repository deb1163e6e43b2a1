// SPDX-License-Identifier: GPL-3.0-or-later
// Commands of the page: several selected sessions, tracking, export.
#include "ui/figures/account_name.h"
#include "ui/lists/list_frame.h"
#include "ui/lists/table.h"
#include "ui/sessions/report_bar.h"
#include "ui/sessions/session_export.h"
#include "ui/sessions/session_model.h"
#include "ui/sessions/session_panel.h"
#include "ui/sessions/session_selection.h"
#include "ui/sessions/sessions_page.h"
#include "ui/sessions/track_dialog.h"
#include "ui/widgets/button.h"

#include <QMenu>

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using ledger::SessionRecord;

void SessionsPage::addCommands()
{
    auto *more = new IconButton(Icon::More, tr("More"), ButtonKind::Normal);
    more->setObjectName(u"moreCommands"_s);
    auto *menu = new QMenu(more);
    menu->addAction(icon(Icon::Search), tr("Track a session…"), this, &SessionsPage::track)
        ->setObjectName(u"trackSession"_s);
    menu->addAction(icon(Icon::Text), tr("Import CSV…"), this, &SessionsPage::importRequested)
        ->setObjectName(u"importSessions"_s);
    menu->addAction(icon(Icon::Export), tr("Export CSV…"), this, &SessionsPage::exportFiltered)
        ->setObjectName(u"exportFiltered"_s);
    more->setMenu(menu);
    more->setPopupMode(QToolButton::InstantPopup);
    m_frame->addTool(more);
    m_frame->addFooter(m_report);

    const auto show = [this](const QString &sentence) { m_report->showResult(sentence); };
    connect(m_selection, &SessionSelection::progress, m_report, &ReportBar::setProgress);
    connect(m_selection, &SessionSelection::readingEnded, m_report, &QWidget::hide);
    // What was done in accounts that are not listed any more names them.
    connect(m_selection, &SessionSelection::finished, this,
            [this, show](const QString &sentence, const QStringList &accountIds) {
                QStringList others;
                for (const QString &id : accountIds) {
                    if (!m_accountIds.contains(id))
                        others << accountAndMode(m_desk, id);
                }
                show(others.isEmpty() ? sentence
                                      : tr("%1: %2", "accounts, what happened there")
                                            .arg(QLocale().createSeparatedList(others), sentence));
            });
    connect(m_selection, &SessionSelection::linksCopied, this, [this, show](const QString &sentence) {
        show(sentence);
        m_linksReport = sentence;
    });
    // It is true for as long as they are in the clipboard.
    connect(m_clipboard, &SecretClipboard::ended, this, [this] {
        if (!m_linksReport.isEmpty() && m_report->text() == m_linksReport)
            m_report->hide();
        m_linksReport.clear();
    });
    connect(m_clipboard, &SecretClipboard::refused, this, [this] {
        if (m_linksReport.isEmpty())
            return;
        m_linksReport = SecretClipboard::refusedText();
        m_report->showResult(m_linksReport);
    });
    connect(m_selection, &SessionSelection::keyNeeded, this, &SessionsPage::keyNeeded);
    connect(m_report, &ReportBar::cancelRequested, m_selection, &SessionSelection::cancel);
    connect(m_selection->exportCsv, &QAction::triggered, this, [this, show] {
        const auto &filter = m_selection->filter();
        auto *dialog =
            filter ? new SessionExport(m_desk, *filter, this) : new SessionExport(m_desk, m_selection->records(), this);
        connect(dialog, &SessionExport::exported, this, show);
        dialog->open();
    });
    // Results about a single session, while the panel shows several.
    const auto showThere = [this, show](const QString &sentence) {
        if (m_selection->count() > 1)
            show(sentence);
    };
    connect(m_actions, &SessionActions::succeeded, this, showThere);
    connect(m_actions, &SessionActions::failed, this, showThere);
}

void SessionsPage::exportFiltered()
{
    auto *dialog = new SessionExport(m_desk, m_model->filter(), this);
    connect(dialog, &SessionExport::exported, m_report, &ReportBar::showResult);
    dialog->open();
}

void SessionsPage::showMany()
{
    // What can be done with several stands in the panel only.
    if (!std::exchange(m_isMany, true))
        m_frame->setPanelWanted(true);
    stopReadingCurrent();
    stopReadingSelected();
    const qint64 count = selectedRowCount();
    if (isFilterSelected())
        m_selection->setFilter(m_model->filter(), count);
    else
        whenSelectedRead(*m_model, [this](const std::vector<ledger::SessionRow> &rows) {
            m_selection->setRecords({});
            const auto reading = m_desk.ledger().sessionsByKey(m_model->filter().accountIds, keysOf(rows));
            whenSelectedWhole(reading,
                              [this](const std::vector<SessionRecord> &whole) { m_selection->setRecords(whole); });
        });
    m_actions->setRecord({});
    m_panel->setWaiting(false);
    m_panel->setMany(count);
    m_frame->setHasCurrent(true);
    updateTexts();
}

/// Returns the shown accounts, then the others of the same mode: live, test and sandbox never mix.
QStringList SessionsPage::accountsOfThisMode() const
{
    QStringList ids = m_accountIds;
    const auto shown = m_desk.accounts().byId(m_accountIds.value(0));
    for (const accounts::Account &account : m_desk.accounts().accounts()) {
        if (shown && account.mode == shown->mode && !ids.contains(account.id))
            ids << account.id;
    }
    return ids;
}

void SessionsPage::track()
{
    if (m_accountIds.isEmpty())
        return;
    auto *dialog = new TrackDialog(m_desk, accountsOfThisMode(), this);
    connect(dialog, &TrackDialog::tracked, this, [this](const QString &accountId, const QString &sessionId) {
        if (m_accountIds.contains(accountId)) {
            m_report->showResult(tr("The session is in the list."));
            return select(accountId, sessionId);
        }
        const auto account = m_desk.accounts().byId(accountId);
        emit accountNeeded(accountId, sessionId);
        m_report->showResult(tr("The session belongs to %1, which is shown now.", "account")
                                 .arg(account ? accounts::fullName(*account) : QString()));
    });
    dialog->open();
}

} // namespace tilldeck::ui
