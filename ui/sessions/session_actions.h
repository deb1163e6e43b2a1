// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/catalog_cache.h"
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

/// What can be done with the session that is current: enabled while its page is seen, by what the session is and what
/// its provider offers. The shortcuts belong to the window's menus, which follow these (followAction()); here they are
/// only written.
class SessionActions : public QObject
{
    Q_OBJECT

public:
    /// Opens URL in the browser, or a mail in the mail program; answers whether it could.
    using Opener = std::function<bool(const QUrl &)>;
    using SnippetSource =
        std::function<std::vector<providers::Snippet>(const checkout::Session &, const accounts::Account &)>;

    SessionActions(desk::Desk &desk, desk::CatalogCache &catalogs, SecretClipboard *clipboard, QWidget *window);

    void setRecord(const std::optional<ledger::SessionRecord> &record);
    const std::optional<ledger::SessionRecord> &record() const { return m_record; }
    /// Again with the time that has passed: an expired session cannot be copied.
    void update();
    void setOpener(Opener opener) { m_opener = std::move(opener); }
    void setSnippetSource(SnippetSource source) { m_snippetSource = std::move(source); }
    QString checkoutUrl() const;
    /// As the merchant named it.
    QString accountName() const;
    /// What the provider can do in the flow of the current session.
    checkout::Capabilities capabilities() const;
    /// Texts of the provider to hand out; none while the session cannot be paid.
    std::vector<providers::Snippet> snippets() const;
    void copySnippet(const providers::Snippet &snippet);
    /// Nothing secret; WHAT is told as copied.
    void copyPlain(const QString &what, const QString &text);
    /// Whether the provider is being asked about the session with this key of the ledger: no second call leaves.
    bool isBusy(qint64 key) const { return m_busy.contains(key); }
    void setBusy(qint64 key, bool busy);

    QAction *copyUrl, *copyToken, *copyClientSecret, *copyId, *copyMarkdown, *copyHtml, *copyJson;
    QAction *copyMail, *openMail, *copyCurl;
    QAction *openUrl, *showQr, *reveal, *duplicate, *checkNow, *expireNow, *showTransaction;
    QAction *reconcile, *abandon;

signals:
    void duplicateRequested(const tilldeck::ledger::SessionRecord &record);
    void transactionRequested(const QString &accountId, const QString &sessionId);
    void keyNeeded(const QString &accountId);
    /// The URL, or a text that holds it or the token, is on the clipboard.
    void secretTextCopied();
    void tokenCopyRequested();
    void revealRequested();
    /// What came of it, in a sentence.
    void told(const QString &sentence);
    void failed(const QString &sentence, const QString &details);
    /// The creation whose outcome was unknown has become this session.
    void resolved(const QString &accountId, const QString &sessionId);

private:
    /// Which session a call was made for: another one may be current when its answer comes.
    struct Subject
    {
        qint64 key = 0;
        QString accountId;
        QString name;
    };

    /// Behind a tab a menu writes the shortcut without claiming it a second time.
    static QString withKeys(const QString &text, const QString &shortcut);
    QAction *add(const char *name, const QString &text, const QString &shortcutText = {});
    void addCopyActions();
    void updateCopyActions(bool known, bool usable);
    PaymentMail mail() const;
    void writeMail();
    void copyRequest();
    void copySecretText(const QString &text, ledger::TimelineEvent::Kind event);
    void note(ledger::TimelineEvent::Kind kind);
    void open();
    void check();
    void askExpire();
    void lookUp();
    void askAbandon(const QString &finding = {});
    Subject subject() const;
    bool isCurrent(const Subject &subject) const;
    /// SENTENCE, with the name of its session where another one is current by now.
    QString about(const Subject &subject, const QString &sentence) const;
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
    QSet<qint64> m_busy; ///< Keys of the sessions about which the provider is being asked.
};

} // namespace tilldeck::ui
