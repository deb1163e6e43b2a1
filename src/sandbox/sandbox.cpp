// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox.h"

#include "sandbox/demo.h"
#include "sandbox/guarded_server.h"
#include "sandbox/hosted_pages.h"
#include "sandbox/paymentkit_wire.h"

#include <QHttpServer>
#include <QMetaEnum>
#include <QUrl>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kAccountId = "acc_demo"_L1;

// Made once for a data folder, so that a saved account works after every restart.
QString prepared(Store &store, Seed seed, const QDateTime &now)
{
    const QString id = u"paymentkit"_s;
    if (const auto account = store.get(u"accounts"_s, id))
        return (*account)["key"_L1].toString();
    const QString key = newId(u"sk_sandbox_"_s, 32);
    const bool kept = store.inTransaction([&] {
        return (seed != Seed::Demo || seedDemo(store, now)) && store.put(u"accounts"_s, id, {{u"key"_s, key}});
    });
    return kept ? key : QString();
}

Request translated(const QHttpServerRequest &from)
{
    Request request;
    const QMetaEnum methods = QMetaEnum::fromType<QHttpServerRequest::Method>();
    request.method = QByteArray(methods.valueToKey(int(from.method()))).toUpper();
    const QStringList segments = from.url().path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts);
    for (const QString &segment : segments)
        request.path << QUrl::fromPercentEncoding(segment.toUtf8());
    request.query = from.query();
    const auto headers = from.headers();
    for (const auto &[name, value] : headers)
        // Two values of one header, which could be Host, are joined and then match nothing.
        request.headers[name.toLower()] += request.headers.contains(name.toLower()) ? ", " + value : value;
    request.body = from.body();
    return request;
}

void send(const Response &response, const Request &request, QHttpServerResponder &responder)
{
    responder.writeStatusLine(QHttpServerResponder::StatusCode(response.status));
    if (!response.contentType.isEmpty())
        responder.writeHeader("Content-Type", response.contentType);
    responder.writeHeader("Content-Length", QByteArray::number(response.body.size()));
    responder.writeHeader("Cache-Control", "no-store");
    responder.writeHeader("X-Content-Type-Options", "nosniff");
    for (const auto &[name, value] : response.headers)
        responder.writeHeader(name, value);
    const bool isLast = request.headers.value("connection").toLower() == "close";
    if (isLast)
        responder.writeHeader("Connection", "close");
    responder.writeBody(request.method == "HEAD" ? QByteArray() : response.body);
    if (isLast)
        responder.socket()->disconnectFromHost();
}

} // namespace

struct Sandbox::Parts
{
    Parts(const Options &options, Clock clock)
        : store(options.dataDir)
        , engine(store, std::move(clock))
        , pages({&engine})
    {
    }

    Response answer(Request request);

    Store store;
    Engine engine;
    HostedPages pages;
    std::unique_ptr<PaymentKitWire> paymentKit;
    GuardedServer *listener = nullptr; // owned by http once bound
    QHttpServer http;
    QByteArrayList hosts;
};

Response Sandbox::Parts::answer(Request request)
{
    // A page on another site could reach this port under a name of its own, or post a form to it.
    if (!hosts.contains(request.headers.value("host")))
        return {421, "text/plain", "This server answers as 127.0.0.1 or localhost only.\n", {}};
    const QByteArray origin = request.headers.value("origin");
    const bool isOwn = hosts.contains(QByteArray(origin).replace("http://", ""));
    if (request.method != "GET" && request.method != "HEAD" && !origin.isEmpty() && !isOwn)
        return {403, "text/plain", "Requests from other origins are not allowed.\n", {}};
    const QString place = request.path.isEmpty() ? QString() : request.path.takeFirst();
    if (place == "paymentkit"_L1)
        return paymentKit->answer(request);
    if (place == "pay"_L1)
        return pages.answer(request);
    return {404, "text/plain", "This is the Tilldeck sandbox. There is nothing at this address.\n", {}};
}

Sandbox::Sandbox(QObject *parent)
    : QObject(parent)
{
}

Sandbox::~Sandbox() = default;

std::expected<Running, QString> Sandbox::start(const Options &options)
{
    auto parts = std::make_unique<Parts>(options, options.clock ? options.clock : QDateTime::currentDateTimeUtc);
    const QString error = parts->store.open();
    if (!error.isEmpty())
        return std::unexpected(error);
    const QString key = prepared(parts->store, options.seed, parts->engine.now());
    if (key.isEmpty())
        return std::unexpected(u"The sandbox cannot write to the folder %1."_s.arg(options.dataDir));

    auto listener = std::make_unique<GuardedServer>();
    if (!listener->listen(QHostAddress::LocalHost, options.port))
        return std::unexpected(
            u"The sandbox cannot listen on port %1: %2."_s.arg(options.port).arg(listener->errorString()));
    const QByteArray port = QByteArray::number(listener->serverPort());
    parts->hosts = {"127.0.0.1:" + port, "localhost:" + port};
    const QString url = u"http://127.0.0.1:"_s + QString::fromLatin1(port);
    parts->paymentKit = std::make_unique<PaymentKitWire>(
        parts->engine, PaymentKitWire::Access{kAccountId, key, QString(url + "/pay/"_L1), options.withoutCalls});
    Parts *at = parts.get();
    at->http.setMissingHandler([at](const QHttpServerRequest &from, QHttpServerResponder &&responder) {
        static_cast<GuardedSocket *>(responder.socket())->requestDone();
        const Request request = translated(from);
        send(at->answer(request), request, responder);
    });
    at->listener = listener.release();
    at->http.bind(at->listener);
    m_parts = std::move(parts);
    return Running{url, {{u"paymentkit"_s, QString(url + "/paymentkit"_L1), kAccountId, key}}};
}

void Sandbox::stop()
{
    m_parts.reset();
}

} // namespace tilldeck::sandbox
