// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>

namespace tilldeck::cli::test {

using namespace Qt::StringLiterals;

/// A provider that puts the key of each request wherever an answer has a text.
class EchoingProvider : public QTcpServer
{
public:
    EchoingProvider()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { serve(*socket); });
        });
    }
    QString url() const { return u"http://127.0.0.1:%1"_s.arg(serverPort()); }

    int status = 200; ///< Of the answers to creations and look-ups; lists are not offered.
    int echoed = 0;

private:
    void serve(QTcpSocket &socket)
    {
        QByteArray &request = m_requests[&socket];
        request += socket.readAll();
        const qsizetype end = request.indexOf("\r\n\r\n");
        if (end < 0 || request.size() < end + 4 + valueOf(request, "content-length:").toLongLong())
            return;
        const QByteArray key = valueOf(request, "authorization:");
        const bool isList = !request.startsWith("POST") && !request.contains("/checkout-sessions/cs_echo");
        QByteArray body = R"({"success": false, "id": "cs_echo", "secure_token": "sec_echo KEY", "url": "https://e/KEY",
            "status": "KEY", "customer_id": "KEY", "message": "No KEY", "code": "KEY", "request_id": "KEY",
            "attempts": [{"decline_code": "KEY", "status": "KEY", "processor_route_id": "KEY"}],
            "error": {"code": "KEY", "message": "Bad key KEY", "request_id": "KEY", "field": "KEY"},
            "errors": [{"field": "KEY", "message": "KEY", "code": "KEY"}]})";
        if (status < 300)
            body.replace(R"("success": false, )", "");
        body.replace("KEY", inTurn(key));
        echoed += isList ? 0 : 1;
        socket.write("HTTP/1.1 " + QByteArray::number(isList ? 404 : status) + " Bad " + key +
                     "\r\nContent-Type: application/json\r\nConnection: close\r\nX-Request-Id: " + key +
                     "\r\nX-Echo: " + key + "\r\nLocation: http://127.0.0.1:1/" + key.mid(7) +
                     "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        m_requests.remove(&socket);
        socket.disconnectFromHost();
    }

    /// Returns the key as the next answer says it: servers write it down in more than one form.
    QByteArray inTurn(const QByteArray &key) const
    {
        const QList<QByteArray> forms{key, key.toUpper(), key.toBase64(), key.mid(7).toBase64(), key.toHex()};
        return forms.at(echoed % forms.size());
    }

    static QByteArray valueOf(const QByteArray &request, const QByteArray &name)
    {
        for (const QByteArray &line : request.split('\n')) {
            if (line.toLower().startsWith(name))
                return line.sliced(name.size()).trimmed();
        }
        return {};
    }

    QHash<QTcpSocket *, QByteArray> m_requests;
};

} // namespace tilldeck::cli::test
