// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/catalog_cache.h"
#include "desk/preview_feed.h"
#include "ui/editor/create_flow.h"
#include "ui/editor/draft_editor.h"
#include "ui/editor/editor_screen.h"

#include <QTimer>

class QVBoxLayout;

namespace tilldeck::ui {

/// Connects the editor with the desk: loads the catalog, keeps preview and request up to date, saves the draft a second
/// after each change, creates the session. What belongs to a draft (its screen, preview, quote and creation) is made
/// when it is opened and dropped when it is closed, so that nothing can act on it again.
class EditorPage : public QWidget
{
    Q_OBJECT

public:
    EditorPage(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent = nullptr);
    ~EditorPage() override;

    /// Sets the accounts to choose from, those of the mode that the window shows.
    void setAccounts(std::vector<AccountChoice> accounts);

    // Each begins with another draft, after saving the one before; while a session is being created they do nothing.
    void startNew(const QString &accountId);
    /// Says which account the draft is created with, until the first edit: the merchant named none.
    void sayAccount();
    /// Sets why nothing can be sent for accounts, by their id: what is known before anything is tried.
    void setUnreachable(const QHash<QString, QString> &unreachable);
    void open(const ledger::DraftRecord &record);
    void duplicate(const ledger::SessionRecord &record);
    /// Saves what was edited and closes the draft. Returns false and keeps it open while a session is being created.
    bool leave();

    /// Returns the screen of the open draft; null if none is open.
    EditorScreen *screen() const { return m_screen; }
    bool isOpen() const { return m_screen; }
    /// Returns whether a session is being created, or the merchant is asked about its outcome.
    bool isBusy() const { return m_flow && m_flow->isBusy(); }
    /// Returns the account in which the open draft would be created; empty if none is open.
    const QString &accountId() const { return m_accountId; }
    /// Returns whether the open draft is complete and was not sent.
    bool canCreate() const;
    /// Returns why nothing can be created for the account of the open draft, whatever it holds; empty if it can.
    QString whyNoCreation() const;
    /// Creates the session, as Ctrl+Enter does. An incomplete draft leads to what is missing, and a live account is
    /// asked about once per run.
    void create() { create(false); }
    void save();

signals:
    void closed();
    /// Emitted after closed() when the merchant left the outcome of the creation @p intentId open.
    void outcomeLeftOpen(const QString &accountId, const QString &intentId);
    void sessionCreated(const tilldeck::ledger::SessionRecord &record);
    void keyNeeded(const QString &accountId);
    /// Emitted when isOpen(), isBusy(), canCreate() or accountId() may have changed.
    void stateChanged();

private:
    /// Returns that the flow needs a merchant ID that the account has not got; empty otherwise.
    QString missingMerchantId() const;
    void showHeldBack();
    void showRefusal(const checkout::Error &error);
    /// Opens @p draft. Returns false while a session is being created.
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
    void store();
    void keepUnsent();
    void removeDraft();
    QString draftId(); ///< Of the open draft, which may not be stored yet.
    void askToDiscard();
    void discard();
    /// Creates the session; asks about real money first unless @p isMeant is set.
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
    accounts::Account m_account;            ///< The screen was made for this state of it.
    bool m_quotes = false;                  ///< Whether the provider quotes the flow.
    bool m_isChoosing = false;              ///< An account or a flow was chosen, and the screen is not of it yet.
    std::optional<checkout::Quote> m_quote; ///< Belongs to the draft as it is now.
    QString m_draftId;                      ///< Is empty until the draft is saved or sent.
    bool m_isOld = false;                   ///< It was opened from the list of drafts.
    QTimer m_autosave;                      ///< Runs while there is something to save.
    TaskScope m_requests{this};
    QHash<QString, QString> m_unreachable; ///< By account, why nothing can be sent for it.
};

} // namespace tilldeck::ui
