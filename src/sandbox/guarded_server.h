// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <optional>
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

    /// Encrypts with @p tls where there is one.
    explicit GuardedServer(std::chrono::milliseconds longestRequest, std::optional<QSslConfiguration> tls = {})
        : m_longestRequest(longestRequest)
        , m_tls(std::move(tls))
    {
    }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QTcpSocket *accepted(qintptr descriptor);

    std::chrono::milliseconds m_longestRequest;
    std::optional<QSslConfiguration> m_tls;
};

} // namespace tilldeck::sandbox
