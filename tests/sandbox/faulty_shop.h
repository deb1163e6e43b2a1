// SPDX-License-Identifier: GPL-3.0-or-later
// A sandbox whose calls can be made to go wrong, spoken to byte by byte.
#pragma once

#include "sandbox/fixture.h"

#include <algorithm>
#include <cerrno>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tilldeck::test {

inline const QString faultsToken = u"a token of the test"_s;

/// Returns JSON that is written with apostrophes: moc reads no raw string that ends in a quotation mark.
inline QByteArray quoted(QByteArray json)
{
    return json.replace('\'', '"');
}

inline sandbox::Options withFaults()
{
    sandbox::Options options;
    options.faultsToken = faultsToken;
    return options;
}

struct Heard
{
    QByteArray bytes;
    bool isClosed = false;
    bool isReset = false;

    QByteArray line() const { return bytes.left(bytes.indexOf("\r\n")); }
    QByteArray body() const { return bytes.mid(bytes.indexOf("\r\n\r\n") + 4); }
    QByteArray header(const QByteArray &name) const
    {
        const qsizetype at = bytes.indexOf("\r\n" + name + ": ");
        return at < 0 ? QByteArray()
                      : bytes.mid(at + 4 + name.size(), bytes.indexOf('\r', at + 2) - at - 4 - name.size());
    }
    bool isWhole() const
    {
        const qsizetype head = bytes.indexOf("\r\n\r\n");
        if (head < 0)
            return false;
        if (header("Transfer-Encoding") == "chunked")
            return bytes.endsWith("0\r\n\r\n");
        return body().size() >= header("Content-Length").toLongLong();
    }
};

/// A shop whose calls can be made to go wrong, with one connection for each request.
class FaultyShop : public Shop
{
public:
    FaultyShop()
        : Shop(withFaults())
    {
    }

    Reply control(const QByteArray &method, const QByteArray &body = {}, const QString &below = {})
    {
        return send(method, url() + "/faults"_L1 + below, quoted(body),
                    {{"Authorization", "Bearer " + faultsToken.toUtf8()}});
    }
    int arm(const QByteArray &fault) { return control("POST", fault).status; }
    QJsonArray happened() { return control("GET").json()["happened"_L1].toArray(); }

    QByteArray request(const QByteArray &method, const QString &path, const QByteArray &body = {}) const
    {
        const QUrl address(url());
        return method + ' ' + QUrl(api() + path).path().toUtf8() +
               " HTTP/1.1\r\nHost: " + address.authority().toUtf8() + "\r\nAuthorization: Bearer " +
               account().key.toUtf8() + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    QByteArray creation() const { return request("POST", u"/checkout-sessions"_s, R"({"customer_id":"cus_kone"})"); }

    /// Reads until the answer is whole, the connection is closed, or @p most bytes are there. On a plain socket: Qt
    /// tells an orderly end and a reset alike.
    Heard say(const QByteArray &bytes, qsizetype most = 50'000'000) const
    {
        const int handle = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(quint16(QUrl(url()).port()));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval longest{10, 0};
        setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &longest, sizeof longest);
        Heard heard;
        if (::connect(handle, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
            ::send(handle, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL) != bytes.size())
            qFatal("The sandbox takes no request.");
        QByteArray part(qsizetype(64) * 1024, Qt::Uninitialized);
        while (!heard.isWhole() && heard.bytes.size() < most && !heard.isClosed) {
            const ssize_t size = ::recv(handle, part.data(), size_t(part.size()), 0);
            heard.isReset = size < 0 && errno == ECONNRESET;
            heard.isClosed = size <= 0;
            heard.bytes += part.left(qsizetype(std::max<ssize_t>(size, 0)));
        }
        ::close(handle);
        return heard;
    }
    qint64 sessions() { return get(u"/checkout-sessions?limit=1"_s).json()["total"_L1].toInteger(); }
};

/// Returns a fault of @p operation with @p members, in apostrophes for quotation marks.
inline QByteArray faultOf(const QByteArray &members, const QByteArray &operation = "createCheckoutSession")
{
    return quoted("{'operation':'" + operation + "'," + members + '}');
}

} // namespace tilldeck::test
