// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/attempt_result.h"
#include "http/one_shot_body.h"

#include <QNetworkAccessManager>
#include <QTimer>

#include <memory>
#include <vector>

namespace tilldeck::http {

using LaterDeleted = QScopedPointerDeleteLater;

/// Returns a manager that connects to this machine directly, whatever proxy is used for other hosts.
std::unique_ptr<QNetworkAccessManager, LaterDeleted> makeManager();

/// What all attempts of a client share. It outlives the client until the last coroutine has ended, because a reply
/// whose manager is gone never resumes its coroutine.
class RequestContext : public QObject
{
    Q_OBJECT

public:
    /// Returns the manager for reads, which keeps connections alive between them.
    QNetworkAccessManager &readManager() { return *m_readManager; }

signals:
    void cancelled();

private:
    std::unique_ptr<QNetworkAccessManager, LaterDeleted> m_readManager = makeManager();
};

/// One attempt at a request: one reply with its size limits and its deadline.
class Attempt : public QObject
{
    Q_OBJECT

public:
    Attempt(const Request &request, RequestContext &context);

    QNetworkReply *reply() const { return m_reply.get(); }
    /// Returns what happened. Call it once, after the reply has finished.
    AttemptResult result();

private:
    void stop(AttemptResult::Stop why);
    void checkHeaders();
    void readBody();
    bool mayHaveLeft() const;
    /// Cuts the request's secrets out of what the server sent, so that none of its texts brings a key into a file.
    void cutOutSecrets();

    AttemptResult m_result;
    std::vector<Secret> m_secrets; ///< Of the request.
    /// A write has a manager, and with it a connection, of its own: on a connection kept alive that the server is just
    /// closing, it would be unknown whether the request arrived.
    std::unique_ptr<QNetworkAccessManager, LaterDeleted> m_writeManager;
    OneShotBody *m_body = nullptr; ///< Child of m_writeManager, where it outlives the reply.
    std::unique_ptr<QNetworkReply, LaterDeleted> m_reply;
    QTimer m_deadline;
    bool m_emptyBody = false;
};

} // namespace tilldeck::http
