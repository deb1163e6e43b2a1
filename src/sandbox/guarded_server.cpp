// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/guarded_server.h"

namespace tilldeck::sandbox {

ConnectionGuard::ConnectionGuard(QTcpSocket &socket, std::chrono::milliseconds longestRequest)
    : QObject(&socket)
    , m_socket(socket)
{
    m_whole.setSingleShot(true);
    m_whole.setInterval(longestRequest);
    connect(&m_whole, &QTimer::timeout, this, [this] { refuse("HTTP/1.1 408 Request Timeout"); });
    m_waiting.start();
    constexpr int idleMilliseconds = 60'000;
    m_idle.setInterval(idleMilliseconds);
    connect(&m_idle, &QTimer::timeout, &socket, &QAbstractSocket::abort);
    m_idle.start();
    // Connected before the HTTP server connects its own, and therefore called first.
    connect(&socket, &QIODevice::readyRead, this, &ConnectionGuard::look);
}

ConnectionGuard &ConnectionGuard::of(const QTcpSocket &socket)
{
    return *socket.findChild<ConnectionGuard *>(QString(), Qt::FindDirectChildrenOnly);
}

void ConnectionGuard::requestDone()
{
    m_inHead = true;
    m_head.clear();
    m_received = 0;
    m_whole.stop();
    m_isAnswering = true;
}

void ConnectionGuard::answered()
{
    m_isAnswering = false;
    m_waiting.start();
}

void ConnectionGuard::look()
{
    m_idle.start();
    const qint64 fresh = m_socket.bytesAvailable();
    if (m_refused) {
        m_socket.skip(fresh);
        return;
    }
    m_wasUsed = true;
    if (m_received == 0)
        m_whole.start();
    m_received += fresh;
    if (m_inHead) {
        m_head += m_socket.peek(fresh);
        const qsizetype end = m_head.indexOf("\r\n\r\n");
        m_inHead = end < 0;
        if ((m_inHead ? m_head.size() : end) > kLargestHead)
            return refuse("HTTP/1.1 431 Request Header Fields Too Large");
        if (!m_inHead)
            m_head.clear();
    }
    if (m_received > kLargestRequest)
        refuse("HTTP/1.1 413 Payload Too Large");
}

void ConnectionGuard::refuse(const char *statusLine)
{
    m_refused = true;
    m_whole.stop();
    // What still arrives is read and dropped for a while: closing at once would reset the connection before the client
    // has read the answer.
    disconnect(&m_socket, &QIODevice::readyRead, nullptr, nullptr);
    connect(&m_socket, &QIODevice::readyRead, this, &ConnectionGuard::look);
    m_socket.skip(m_socket.bytesAvailable());
    constexpr int drainMilliseconds = 2'000;
    m_socket.write(statusLine);
    m_socket.write("\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    m_socket.flush();
    QTimer::singleShot(drainMilliseconds, &m_socket, &QAbstractSocket::disconnectFromHost);
}

QTcpSocket *GuardedServer::accepted(qintptr descriptor)
{
    if (!m_encrypt) {
        auto *plain = new QTcpSocket(this);
        plain->setSocketDescriptor(descriptor);
        return plain;
    }
    auto *encrypted = new QSslSocket(this);
    m_encrypt(*encrypted);
    encrypted->setSocketDescriptor(descriptor);
    encrypted->startServerEncryption();
    return encrypted;
}

void GuardedServer::endIdle()
{
    for (QTcpSocket *socket : findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly)) {
        if (ConnectionGuard::of(*socket).isIdle())
            socket->disconnectFromHost();
    }
}

void GuardedServer::incomingConnection(qintptr descriptor)
{
    QTcpSocket *socket = accepted(descriptor);
    new ConnectionGuard(*socket, m_longestRequest);
    int open = 0;
    QTcpSocket *slowest = nullptr;
    qint64 longest = -1;
    for (QTcpSocket *other : findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly)) {
        open += other->state() == QAbstractSocket::ConnectedState ? 1 : 0;
        const ConnectionGuard &guard = ConnectionGuard::of(*other);
        if (other == socket || other->state() != QAbstractSocket::ConnectedState || !guard.isWaiting())
            continue;
        if (guard.waitsSince() > longest) {
            slowest = other;
            longest = guard.waitsSince();
        }
    }
    if (open > kMostConnections && !slowest) {
        socket->abort();
        delete socket;
        return;
    }
    if (open > kMostConnections)
        slowest->abort();
    addPendingConnection(socket);
}

} // namespace tilldeck::sandbox

#include "moc_guarded_server.cpp"
