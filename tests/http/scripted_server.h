// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/http_client.h"

#include <QCoroTask>
#include <QDateTime>
#include <QLocale>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <map>
#include <utility>

namespace tilldeck::http::test {

using namespace Qt::StringLiterals;

inline QByteArray answer(int status, const QByteArray &body, const QByteArray &headers = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Said\r\nContent-Type: application/json\r\n" + headers +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// Returns the header by which a server says its time.
inline QByteArray dateHeader(const QDateTime &now)
{
    return "Date: " + QLocale::c().toString(now.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1() + "\r\n";
}

/// A server on 127.0.0.1 that does what a test says and counts what arrived.
class ScriptedServer : public QTcpServer
{
public:
    /// Called with each complete request (head and body). GET /barrier is answered without asking.
    std::function<void(QTcpSocket &, const QByteArray &request)> onRequest;
    /// Called once for each connection, before anything is read.
    std::function<void(QTcpSocket &)> onConnection;
    /// Called as soon as the head of a request is complete, before its body is.
    std::function<void(QTcpSocket &)> onHead;

    explicit ScriptedServer(QByteArray fixedAnswer = {})
    {
        if (!fixedAnswer.isEmpty())
            onRequest = [fixedAnswer](QTcpSocket &socket, const QByteArray &) { socket.write(fixedAnswer); };
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (hasPendingConnections())
                take(*nextPendingConnection());
        });
    }

    QUrl url(const QString &path = u"/x"_s) const { return {u"http://127.0.0.1:%1%2"_s.arg(serverPort()).arg(path)}; }

    int connections() const { return m_connections; }
    const QList<QByteArray> &requests() const { return m_requests; }
    /// How many times `bytes` arrived over all connections, complete requests or not.
    qsizetype copiesOf(const QByteArray &bytes) const
    {
        qsizetype count = 0;
        for (const auto &[id, all] : m_arrived)
            count += all.count(bytes);
        return count;
    }
    /// Returns once everything that this machine sent before has been accepted and read.
    void barrier()
    {
        HttpClient client;
        (void)QCoro::waitFor(client.send(Request::get(url(u"/barrier"_s))));
    }

private:
    void take(QTcpSocket &socket)
    {
        const int id = m_connections++;
        connect(&socket, &QTcpSocket::disconnected, &socket, &QObject::deleteLater);
        if (onConnection)
            onConnection(socket);
        connect(&socket, &QTcpSocket::readyRead, this, [this, id, &socket] { read(id, socket); });
        if (socket.bytesAvailable() > 0)
            read(id, socket);
    }

    void read(int id, QTcpSocket &socket)
    {
        const QByteArray more = socket.readAll();
        m_arrived[id] += more;
        QByteArray &pending = m_pending[id];
        pending += more;
        for (;;) {
            const qsizetype head = pending.indexOf("\r\n\r\n");
            if (head < 0)
                return;
            qsizetype length = 0;
            const qsizetype at = pending.toLower().indexOf("content-length:");
            if (at >= 0 && at < head)
                length = pending.mid(at + 15, pending.indexOf("\r\n", at) - at - 15).trimmed().toLongLong();
            if (onHead)
                onHead(socket);
            if (pending.size() < head + 4 + length)
                return;
            const QByteArray request = pending.left(head + 4 + length);
            pending.remove(0, request.size());
            if (request.startsWith("GET /barrier")) {
                socket.write(answer(200, "{}"));
                continue;
            }
            m_requests += request;
            if (onRequest)
                onRequest(socket, request);
        }
    }

    int m_connections = 0;
    std::map<int, QByteArray> m_arrived;
    std::map<int, QByteArray> m_pending;
    QList<QByteArray> m_requests;
};

/// Ends the connection with RST instead of FIN.
inline void reset(QTcpSocket &socket)
{
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket.abort();
}

inline Answer wait(Task<Answer> task)
{
    return QCoro::waitFor(std::move(task));
}

/// -1: a Response.
inline int kindOf(const Answer &answer)
{
    return answer ? -1 : int(answer.error().kind);
}

} // namespace tilldeck::http::test
