// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/guarded_server.h"

namespace tilldeck::sandbox {

GuardedSocket::GuardedSocket(std::chrono::milliseconds longestRequest, QObject *parent)
    : QTcpSocket(parent)
{
    m_whole.setSingleShot(true);
    m_whole.setInterval(longestRequest);
    connect(&m_whole, &QTimer::timeout, this, [this] { refuse("HTTP/1.1 408 Request Timeout"); });
    m_waiting.start();
    constexpr int idleMilliseconds = 60'000;
    m_idle.setInterval(idleMilliseconds);
    connect(&m_idle, &QTimer::timeout, this, &QAbstractSocket::abort);
    m_idle.start();
    // Connected before the HTTP server connects its own, and therefore called first.
    connect(this, &QIODevice::readyRead, this, &GuardedSocket::look);
}

void GuardedSocket::requestDone()
{
    m_inHead = true;
    m_head.clear();
    m_received = 0;
    m_whole.stop();
    m_isAnswering = true;
}

void GuardedSocket::answered()
{
    m_isAnswering = false;
    m_waiting.start();
}

void GuardedSocket::look()
{
    m_idle.start();
    const qint64 fresh = bytesAvailable();
    if (m_refused) {
        skip(fresh);
        return;
    }
    if (m_received == 0)
        m_whole.start();
    m_received += fresh;
    if (m_inHead) {
        m_head += peek(fresh);
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

void GuardedSocket::refuse(const char *statusLine)
{
    m_refused = true;
    m_whole.stop();
    // What still arrives is read and dropped for a while: closing at once would reset the connection before the client
    // has read the answer.
    disconnect(this, &QIODevice::readyRead, nullptr, nullptr);
    connect(this, &QIODevice::readyRead, this, &GuardedSocket::look);
    skip(bytesAvailable());
    constexpr int drainMilliseconds = 2'000;
    write(statusLine);
    write("\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    flush();
    QTimer::singleShot(drainMilliseconds, this, &QAbstractSocket::disconnectFromHost);
}

void GuardedServer::incomingConnection(qintptr descriptor)
{
    auto *socket = new GuardedSocket(m_longestRequest, this);
    socket->setSocketDescriptor(descriptor);
    int open = 0;
    GuardedSocket *slowest = nullptr;
    for (GuardedSocket *other : findChildren<GuardedSocket *>(Qt::FindDirectChildrenOnly)) {
        open += other->state() == QAbstractSocket::ConnectedState ? 1 : 0;
        if (other == socket || other->state() != QAbstractSocket::ConnectedState || !other->isWaiting())
            continue;
        if (!slowest || other->waitsSince() > slowest->waitsSince())
            slowest = other;
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
