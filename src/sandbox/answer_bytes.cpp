// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/answer_bytes.h"

#include <QLocale>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

namespace {

QByteArray phraseOf(int status)
{
    static const QHash<int, QByteArray> phrases{{200, "OK"},
                                                {201, "Created"},
                                                {204, "No Content"},
                                                {301, "Moved Permanently"},
                                                {302, "Found"},
                                                {303, "See Other"},
                                                {307, "Temporary Redirect"},
                                                {308, "Permanent Redirect"},
                                                {400, "Bad Request"},
                                                {401, "Unauthorized"},
                                                {403, "Forbidden"},
                                                {404, "Not Found"},
                                                {405, "Method Not Allowed"},
                                                {409, "Conflict"},
                                                {415, "Unsupported Media Type"},
                                                {421, "Misdirected Request"},
                                                {422, "Unprocessable Entity"},
                                                {429, "Too Many Requests"},
                                                {500, "Internal Server Error"},
                                                {501, "Not Implemented"},
                                                {503, "Service Unavailable"}};
    return phrases.value(status, "Other");
}

void addHeader(QByteArray &head, const QByteArray &name, const QByteArray &value)
{
    head += name + ": " + value + "\r\n";
}

} // namespace

QByteArray headBytes(const Response &response, const Request &request, const QDateTime &date, Framing framing)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + phraseOf(response.status) + "\r\n";
    addHeader(head, "Date", QLocale::c().toString(date.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1());
    if (!response.contentType.isEmpty())
        addHeader(head, "Content-Type", response.contentType);
    if (framing == Framing::Chunked)
        addHeader(head, "Transfer-Encoding", "chunked");
    else
        addHeader(head, "Content-Length", QByteArray::number(response.body.size()));
    addHeader(head, "Cache-Control", "no-store");
    addHeader(head, "X-Content-Type-Options", "nosniff");
    for (const auto &[name, value] : response.headers)
        addHeader(head, name, value);
    if (closesAfter(request))
        addHeader(head, "Connection", "close");
    return head + "\r\n";
}

QByteArray bodyBytes(const Response &response, const Request &request, Framing framing)
{
    if (request.method == "HEAD")
        return {};
    if (framing == Framing::Length)
        return response.body;
    return (response.body.isEmpty() ? QByteArray() : chunkOf(response.body)) + chunkOf({});
}

QByteArray chunkOf(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

bool closesAfter(const Request &request)
{
    return request.headers.value("connection").toLower() == "close";
}

} // namespace tilldeck::sandbox
