// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/landing.h"
#include "http/one_shot_body.h"

#include <QNetworkAccessManager>
#include <QTimer>

#include <memory>

namespace tilldeck::http {

using LaterDeleted = QScopedPointerDeleteLater;

/// A manager that goes to this machine directly, whatever proxy the program uses for the rest of the world.
std::unique_ptr<QNetworkAccessManager, LaterDeleted> makeManager();

/// What flights share. It outlives the client until the last coroutine has ended: a reply whose manager is gone would
/// never resume its coroutine.
class Airspace : public QObject
{
    Q_OBJECT

public:
    /// For reads: keeps connections alive between them.
    QNetworkAccessManager &readers() { return *m_readers; }

signals:
    void cancelled();

private:
    std::unique_ptr<QNetworkAccessManager, LaterDeleted> m_readers = makeManager();
};

/// One attempt: one reply with its caps and its deadline.
class Flight : public QObject
{
    Q_OBJECT

public:
    Flight(const Request &request, Airspace &airspace);

    QNetworkReply *reply() const { return m_reply.get(); }
    /// What happened; call it once, after the reply has finished.
    Landing land();

private:
    void end(Landing::Stop why);
    void checkHeaders();
    void readBody();
    bool mayHaveLeft() const;

    Landing m_landing;
    /// A write gets a manager, and with it a connection, of its own: on one kept alive that the server is just closing
    /// the request might be lost without a trace, or might not.
    std::unique_ptr<QNetworkAccessManager, LaterDeleted> m_writer;
    OneShotBody *m_body = nullptr; ///< the manager's child, where it outlives the reply
    std::unique_ptr<QNetworkReply, LaterDeleted> m_reply;
    QTimer m_deadline;
    bool m_emptyBody = false;
};

} // namespace tilldeck::http
