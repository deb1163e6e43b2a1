// SPDX-License-Identifier: GPL-3.0-or-later
// An address that only one account sends its requests to.
#pragma once

#include <QHostAddress>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>

#include <memory>
#include <utility>
#include <vector>

namespace tilldeck::test {

using namespace Qt::StringLiterals;

/// Forwards the requests of one account to the sandbox and records those that write: only the address tells which of
/// several accounts of the same shop has sent one. Names of the catalog are marked with the account's port on their way
/// back: only the mark tells which of the accounts has read it.
class AccountProxy
{
public:
    struct Request
    {
        QByteArray line; ///< "POST /khaime/api/v1/partner/refunds HTTP/1.1"
        QByteArray body;
    };

    explicit AccountProxy(quint16 sandboxPort)
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("There is no free port.");
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server,
                         [this, sandboxPort] { forward(sandboxPort); });
    }

    quint16 port() const { return m_server.serverPort(); }
    /// Returns the writes that have arrived since the previous call.
    std::vector<Request> takeWrites() { return std::exchange(m_writes, {}); }
    /// Returns all requests that have arrived, as they came over the wire.
    const QByteArray &received() const { return m_received; }
    /// Ends the connection of each write that arrives from now on, without an answer.
    void dropWrites() { m_dropsWrites = true; }
    /// Refuses every connection from now on, or takes them again.
    void setReachable(bool reachable)
    {
        if (reachable && !m_server.listen(QHostAddress::LocalHost, m_port))
            qFatal("The port is taken.");
        if (reachable)
            return;
        m_port = port();
        m_server.close();
        const auto clients = m_server.findChildren<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly);
        for (QTcpSocket *client : clients)
            client->abort();
    }
    /// Returns how many quotes were asked for. That is a write by its method alone.
    int quotes() const { return m_quotes; }

    /// Returns the port that a name of the catalog is marked with; 0 without a mark.
    static quint16 markOf(const QString &name)
    {
        static const QRegularExpression mark(u"(?:Studio memb |PremPln|Jane )([0-9]{5})"_s);
        const auto found = mark.match(name);
        return quint16(found.captured(1).toInt());
    }

private:
    /// Marks the names without changing the length of the answer.
    QByteArray marked(QByteArray answer) const
    {
        const QByteArray mark = QByteArray::number(port()).rightJustified(5, '0');
        return answer.replace("Studio membership", "Studio memb " + mark)
            .replace("Premium Plan", "PremPln" + mark)
            .replace("Jane Smith", "Jane " + mark);
    }
    void forward(quint16 sandboxPort)
    {
        auto *client = m_server.nextPendingConnection();
        auto *sandbox = new QTcpSocket(client);
        sandbox->connectToHost(QHostAddress::LocalHost, sandboxPort);
        QObject::connect(client, &QTcpSocket::readyRead, sandbox,
                         [this, client, sandbox, sandboxPort, pending = std::make_shared<QByteArray>()] {
                             *pending += client->readAll();
                             while (const qsizetype size = wholeRequest(*pending)) {
                                 QByteArray request = pending->left(size);
                                 pending->remove(0, size);
                                 record(request);
                                 if (m_dropsWrites && !m_writes.empty())
                                     return client->abort();
                                 // The sandbox answers under its own address only.
                                 sandbox->write(request.replace(hostLine(port()), hostLine(sandboxPort)));
                             }
                         });
        QObject::connect(sandbox, &QTcpSocket::readyRead, client,
                         [this, client, sandbox] { client->write(marked(sandbox->readAll())); });
        QObject::connect(sandbox, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }
    /// Returns the size of the request that @p bytes begin with; 0 while it is not complete.
    static qsizetype wholeRequest(const QByteArray &bytes)
    {
        const qsizetype head = bytes.indexOf("\r\n\r\n");
        if (head < 0)
            return 0;
        qsizetype size = head + 4;
        const QByteArray lines = bytes.left(head).toLower();
        if (const qsizetype at = lines.indexOf("\r\ncontent-length:"); at >= 0) {
            const qsizetype from = lines.indexOf(':', at) + 1;
            size += lines.mid(from, lines.indexOf("\r\n", from) - from).trimmed().toLongLong();
        }
        return bytes.size() < size ? 0 : size;
    }
    void record(const QByteArray &request)
    {
        m_received += request;
        const QByteArray body = request.mid(request.indexOf("\r\n\r\n") + 4);
        if (QJsonDocument::fromJson(body)[u"preview"_s].toBool())
            ++m_quotes;
        else if (!request.startsWith("GET "))
            m_writes.push_back({request.left(request.indexOf("\r\n")), body});
    }
    static QByteArray hostLine(quint16 port) { return "127.0.0.1:" + QByteArray::number(port) + "\r\n"; }

    QByteArray m_received;
    std::vector<Request> m_writes;
    int m_quotes = 0;
    bool m_dropsWrites = false;
    quint16 m_port = 0;  ///< Of the time before it could not be reached.
    QTcpServer m_server; ///< The last member: its connections end before what they write to.
};

} // namespace tilldeck::test
