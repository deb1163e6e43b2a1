// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/catalog_cache.h"
#include "desk/preview.h"
#include "ui/editor/create_flow.h"
#include "ui/editor/draft_editor.h"
#include "ui/editor/editor_screen.h"

#include <QTimer>

class QVBoxLayout;

namespace tilldeck::ui {

/// The editor on the desk: loads the catalog, keeps preview and request up to date, saves the draft a second after each
/// change, creates the session.
class EditorPage : public QWidget
{
    Q_OBJECT

public:
    EditorPage(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent = nullptr);
    ~EditorPage() override;

    /// Accounts to choose from, those of the mode that the window shows.
    void setAccounts(std::vector<AccountChoice> accounts);

    // Each begins with another draft, after saving the one before; while a session is being created they do nothing.
    void startNew(const QString &accountId);
    void open(const ledger::DraftRecord &record);
    void duplicate(const ledger::SessionRecord &record);

    EditorScreen *screen() const { return m_screen; }

Q_SIGNALS:
    void closed();
    void sessionCreated(const tilldeck::ledger::SessionRecord &record);
    void keyNeeded(const QString &accountId);

private:
    /// False while a session is being created.
    bool begin(const QString &accountId, const QString &draftId, const checkout::SessionDraft &draft, bool fresh);
    void makeScreen();
    void chooseAccount(const QString &accountId);
    void chooseFlow(const QString &flow);
    void readCatalog();
    void edited();
    void preview(const checkout::Preview &preview, const std::vector<checkout::Problem> &problems);
    void describe();
    void save();
    void removeDraft();
    void close();
    void askToDiscard();
    void discard();
    void create();

    desk::Desk &m_desk;
    desk::CatalogCache &m_catalogs;
    DraftEditor m_draft;
    desk::PreviewFeed m_feed;
    CreateFlow m_flow;
    EditorScreen *m_screen = nullptr;
    QVBoxLayout *m_layout;
    std::vector<AccountChoice> m_accounts;
    QString m_accountId;
    bool m_quotes = false;                  ///< The flow is quoted by the provider.
    std::optional<checkout::Quote> m_quote; ///< Of the draft as it is.
    QString m_draftId;                      ///< Empty: not saved yet.
    QTimer m_autosave;                      ///< Runs while there is something to save.
    TaskScope m_requests{this};
};

} // namespace tilldeck::ui
