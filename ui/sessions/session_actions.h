// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/widgets/task_scope.h"

#include <QAction>
#include <QUrl>

#include <functional>
#include <optional>

namespace tilldeck::ui {

class SecretClipboard;

/// What can be done with the session that is current: enabled while its page is seen, by what the session is and what
/// its provider offers. The shortcuts belong to the window's menus, which follow these (followAction()); here they are
/// only written.
class SessionActions : public QObject
{
    Q_OBJECT

public:
    /// Opens URL in the browser; answers whether it could.
    using Opener = std::function<bool(const QUrl &)>;

    SessionActions(desk::Desk &desk, SecretClipboard *clipboard, QWidget *window);

    void setRecord(const std::optional<ledger::SessionRecord> &record);
    const std::optional<ledger::SessionRecord> &record() const { return m_record; }
    /// Again with the time that has passed: an expired session cannot be copied.
    void update();
    void setOpener(Opener opener) { m_opener = std::move(opener); }
    QString checkoutUrl() const;

    QAction *copyUrl, *copyToken, *copyId, *copyMarkdown, *copyHtml, *copyJson;
    QAction *openUrl, *showQr, *reveal, *duplicate, *checkNow, *expireNow, *showTransaction;
    QAction *reconcile, *abandon;

signals:
    void duplicateRequested(const tilldeck::ledger::SessionRecord &record);
    void transactionRequested(const QString &accountId, const QString &sessionId);
    void keyNeeded(const QString &accountId);
    /// The URL or a text that holds it is on the clipboard.
    void urlCopied();
    void tokenCopyRequested();
    void revealRequested();
    void qrRequested();
    /// Something is under way at the provider.
    void busyChanged(bool busy);
    /// What came of it, in a sentence.
    void told(const QString &sentence);
    void failed(const QString &sentence, const QString &details);
    /// The creation whose outcome was unknown has become this session.
    void resolved(const QString &accountId, const QString &sessionId);

private:
    QAction *add(const char *name, const QString &text, const QString &shortcutText = {});
    void copySecretText(const QString &text);
    void note(ledger::TimelineEvent::Kind kind);
    void open();
    void check();
    void askExpire();
    void lookUp();
    void askAbandon(const QString &finding = {});
    void fail(const checkout::Error &error, const QString &accountId);
    void setBusy(bool busy);

    desk::Desk &m_desk;
    SecretClipboard *m_clipboard;
    QWidget *m_window;
    Opener m_opener;
    std::optional<ledger::SessionRecord> m_record;
    TaskScope m_tasks{this};
    bool m_busy = false;
};

} // namespace tilldeck::ui
