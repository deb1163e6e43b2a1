// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace tilldeck::sandbox {

/// A connection that answers 431 or 413 and closes when a request's head or whole size passes its cap. QHttpServer
/// buffers a request without any limit, so this has to look at the bytes before it does.
class GuardedSocket : public QTcpSocket
{
    Q_OBJECT

public:
    static constexpr qint64 kLargestHead = qint64(16) * 1024;
    static constexpr qint64 kLargestRequest = qint64(1024) * 1024;

    explicit GuardedSocket(QObject *parent);

    /// Starts counting again. Called when a request has been read.
    void requestDone();

private:
    void look();
    void refuse(const char *statusLine);

    QTimer m_idle;
    QByteArray m_head;
    bool m_inHead = true;
    bool m_refused = false;
    qint64 m_received = 0;
};

/// Accepts connections as guarded sockets, at most 64 at a time.
class GuardedServer : public QTcpServer
{
    Q_OBJECT

public:
    static constexpr int kMostConnections = 64;

    using QTcpServer::QTcpServer;

protected:
    void incomingConnection(qintptr descriptor) override;
};

} // namespace tilldeck::sandbox
