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
/// change, creates the session. Everything of a draft (its screen, preview, quote and creation) begins with it and goes
/// when it is closed: nothing is left that could act on it again.
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
    /// Saves what was edited and closes the draft. False while a session is being created: the draft stays open then.
    bool leave();

    /// The screen of the draft that is open; null when none is.
    EditorScreen *screen() const { return m_screen; }
    bool isOpen() const { return m_screen; }
    /// A session is being created, or the merchant is asked about its outcome.
    bool isBusy() const { return m_flow && m_flow->isBusy(); }
    /// The account in which the open draft would be created; empty when none is open.
    const QString &accountId() const { return m_accountId; }
    /// The open draft is complete and was not sent.
    bool canCreate() const;
    /// Creates the session, as Ctrl+Enter does: an incomplete draft leads to what is missing, and a live account is
    /// asked about once per run.
    void create() { create(false); }
    void save();

signals:
    void closed();
    void sessionCreated(const tilldeck::ledger::SessionRecord &record);
    void keyNeeded(const QString &accountId);
    /// One of isOpen(), isBusy(), canCreate() and accountId() may answer otherwise from now on.
    void stateChanged();

private:
    /// False while a session is being created.
    bool begin(const QString &accountId, const QString &draftId, const checkout::SessionDraft &draft, bool fresh);
    void makeParts();
    void makeScreen();
    void drop();
    void close();
    void chooseAccount(const QString &accountId);
    void accountsChanged();
    void chooseFlow(const QString &flow);
    void readCatalog();
    void edited();
    void preview(const checkout::Preview &preview, const std::vector<checkout::Problem> &problems);
    void describe();
    void removeDraft();
    void askToDiscard();
    void discard();
    /// @p isMeant: real money need not be asked about.
    void create(bool isMeant);

    desk::Desk &m_desk;
    desk::CatalogCache &m_catalogs;
    QVBoxLayout *m_layout;
    std::vector<AccountChoice> m_accounts;

    // Of the draft that is open; null and empty when none is.
    DraftEditor *m_draft = nullptr;
    desk::PreviewFeed *m_feed = nullptr;
    CreateFlow *m_flow = nullptr;
    EditorScreen *m_screen = nullptr;
    QString m_accountId;
    accounts::Account m_account;            ///< As the screen was made for.
    bool m_quotes = false;                  ///< The flow is quoted by the provider.
    std::optional<checkout::Quote> m_quote; ///< Of the draft as it is.
    QString m_draftId;                      ///< Empty: not saved yet.
    QTimer m_autosave;                      ///< Runs while there is something to save.
    TaskScope m_requests{this};
};

} // namespace tilldeck::ui
