// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/catalog_cache.h"
#include "desk/keep_tokens_out.h"
#include "providers/registry.h"
#include "ui/widgets/task_scope.h"

#include <QAction>
#include <QSet>
#include <QUrl>

#include <functional>
#include <optional>

namespace tilldeck::ui {

class SecretClipboard;
struct PaymentMail;

/// Holds the actions on the current session. They are enabled while their page is visible, by the state of the session
/// and the capabilities of its provider. The shortcuts belong to the window's menus, which follow these actions
/// (followAction()); the texts here only name them.
class SessionActions : public QObject
{
    Q_OBJECT

public:
    /// Opens a URL in the browser or the mail program and returns whether that worked.
    using Opener = std::function<bool(const QUrl &)>;
    using SnippetSource =
        std::function<std::vector<providers::Snippet>(const checkout::Session &, const accounts::Account &)>;

    SessionActions(desk::Desk &desk, desk::CatalogCache &catalogs, SecretClipboard *clipboard, QWidget *window);

    void setRecord(const std::optional<ledger::SessionRecord> &record);
    const std::optional<ledger::SessionRecord> &record() const { return m_record; }
    /// Applies the time that has passed: the links of an expired session cannot be copied.
    void update();
    void setOpener(Opener opener) { m_opener = std::move(opener); }
    void setSnippetSource(SnippetSource source) { m_snippetSource = std::move(source); }
    QString checkoutUrl() const;
    /// Returns checkoutUrl(), or an empty text when no customer may be given it.
    QString handOutUrl() const;
    /// Returns the name that the merchant gave the session's account.
    QString accountName() const;
    /// Returns what can be done for a token that is not known, because the account keeps tokens out of the ledger.
    desk::KeptOut keptOut() const;
    /// Returns what the provider can do in the flow of the current session.
    checkout::Capabilities capabilities() const;
    /// Returns the provider's code snippets for the session; none while it cannot be paid.
    std::vector<providers::Snippet> snippets() const;
    void copySnippet(const providers::Snippet &snippet);
    /// Copies @p text, which is not secret; @p what names it in the message.
    void copyPlain(const QString &what, const QString &text);
    /// Returns whether a call about the session with this ledger key is under way; no second one is sent meanwhile.
    bool isBusy(qint64 key) const { return m_busy.contains(key); }
    void setBusy(qint64 key, bool busy);

    QAction *copyUrl, *copyToken, *copyClientSecret, *copyId, *copyMarkdown, *copyHtml, *copyJson;
    QAction *copyMail, *openMail, *copyCurl;
    QAction *openUrl, *showQr, *reveal, *duplicate, *checkNow, *expireNow, *showTransaction;

signals:
    void duplicateRequested(const tilldeck::ledger::SessionRecord &record);
    void transactionRequested(const QString &accountId, const QString &sessionId);
    void keyNeeded(const QString &accountId);
    /// Emitted when the URL, or a text that contains it or the token, was copied.
    void secretTextCopied();
    void tokenCopyRequested();
    void revealRequested();
    /// Emitted with a sentence about the result of an action. @p status is what the sentence says of the current
    /// session: once that has another one, the sentence is not so any more.
    void succeeded(const QString &sentence, std::optional<tilldeck::checkout::SessionStatus> status = std::nullopt);
    /// @p kind is that of the error; nothing where no call was made.
    void failed(const QString &sentence, const QString &details,
                std::optional<tilldeck::checkout::ErrorKind> kind = std::nullopt);

private:
    /// Names the session of a call: another one may be current when the response arrives.
    struct Subject
    {
        qint64 key = 0;
        QString accountId;
        QString name;
    };

    /// Appends @p shortcut behind a tab: the menu shows it without registering it a second time.
    static QString withKeys(const QString &text, const QString &shortcut);
    QAction *add(const char *name, const QString &text, const QString &shortcutText = {});
    void addCopyActions();
    void updateCopyActions(bool known, bool usable);
    PaymentMail mail() const;
    void writeMail();
    void copyRequest();
    void copySecretText(const QString &text, ledger::TimelineEvent::Kind event, const QString &as = {});
    /// Copies the checkout URL, once the provider was asked for it where it is not known here.
    void copyCheckoutUrl();
    void copyFetched(const ledger::SessionRecord &record, const Subject &subject);
    /// @p word says as what the URL was copied: copiedAsMail and the like.
    void recordEvent(ledger::TimelineEvent::Kind kind, const QString &word = {});
    void open();
    void check();
    void askExpire();
    Subject subject() const;
    bool isCurrent(const Subject &subject) const;
    /// Returns @p sentence, with the name of its session where another one is current by now.
    QString about(const Subject &subject, const QString &sentence) const;
    void succeed(const ledger::SessionRecord &found, const Subject &subject, const QString &sentence);
    void fail(const checkout::Error &error, const Subject &subject);
    template <class T, class Then> void call(const Subject &subject, http::Task<checkout::Result<T>> task, Then then);

    desk::Desk &m_desk;
    QPointer<desk::CatalogCache> m_catalogs;
    SecretClipboard *m_clipboard;
    QWidget *m_window;
    Opener m_opener;
    SnippetSource m_snippetSource;
    std::optional<ledger::SessionRecord> m_record;
    TaskScope m_tasks{this};
    QSet<qint64> m_busy; ///< Ledger keys of the sessions with a call under way.
};

} // namespace tilldeck::ui
