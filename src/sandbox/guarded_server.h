// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <functional>
#include <utility>

namespace tilldeck::sandbox {

/// Watches a connection, which it belongs to: answers 431 or 413 and closes when a request's head or whole size passes
/// its cap, and 408 when a request is not whole in time, however often a byte of it arrives. QHttpServer buffers a
/// request without any limit, so this has to look at the bytes before it does.
class ConnectionGuard : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 kLargestHead = qint64(16) * 1024;
    static constexpr qint64 kLargestRequest = qint64(1024) * 1024;

    ConnectionGuard(QTcpSocket &socket, std::chrono::milliseconds longestRequest);

    /// Returns the guard of @p socket, which a GuardedServer has accepted.
    static ConnectionGuard &of(const QTcpSocket &socket);

    /// Starts counting again. Called when a request has been read.
    void requestDone();
    /// Called when its answer was passed to the connection.
    void answered();

    /// Returns whether nobody waits for an answer: a request is not whole yet, or there is none.
    bool isWaiting() const { return !m_isAnswering; }
    /// Returns whether no byte of the next request has arrived.
    bool isIdle() const { return !m_isAnswering && m_received == 0; }
    /// Returns whether its client has ever sent a byte, after what the encryption itself needs.
    bool wasUsed() const { return m_wasUsed; }
    /// Returns for how many milliseconds it has been so.
    qint64 waitsSince() const { return m_waiting.elapsed(); }

private:
    void look();
    void refuse(const char *statusLine);

    QTcpSocket &m_socket;
    QTimer m_idle;
    QTimer m_whole; ///< Runs from a request's first byte to its last.
    QElapsedTimer m_waiting;
    bool m_isAnswering = false;
    QByteArray m_head;
    bool m_inHead = true;
    bool m_refused = false;
    bool m_wasUsed = false;
    qint64 m_received = 0;
};

/// Accepts connections and guards them, at most 64 at a time. The next one takes the place of the one that has been
/// waiting for a whole request for the longest time, so that slow clients shut nobody out.
class GuardedServer : public QTcpServer
{
    Q_OBJECT

public:
    static constexpr int kMostConnections = 64;

    static constexpr std::chrono::milliseconds kLongestRequest{10'000};

    /// Sets how a connection is encrypted that was just accepted.
    using Encrypt = std::function<void(QSslSocket &socket)>;

    /// Without @p encrypt, nothing is encrypted.
    explicit GuardedServer(std::chrono::milliseconds longestRequest, Encrypt encrypt = {})
        : m_longestRequest(longestRequest)
        , m_encrypt(std::move(encrypt))
    {
    }

    /// Ends the connections that are idle.
    void endIdle();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QTcpSocket *accepted(qintptr descriptor);

    std::chrono::milliseconds m_longestRequest;
    Encrypt m_encrypt;
};

} // namespace tilldeck::sandbox
