// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox.h"

#include "sandbox/answer_bytes.h"
#include "sandbox/call_log.h"
#include "sandbox/fault_control.h"
#include "sandbox/faulty_answer.h"
#include "sandbox/guarded_server.h"
#include "sandbox/ikawaari/demo.h"
#include "sandbox/ikawaari/wire.h"
#include "sandbox/khaime/demo.h"
#include "sandbox/khaime/wire.h"
#include "sandbox/pages/hosted_pages.h"
#include "sandbox/paymentkit/demo.h"
#include "sandbox/paymentkit/wire.h"

#include <QElapsedTimer>
#include <QHttpServer>
#include <QMetaEnum>
#include <QUrl>

#include <array>
#include <map>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kAccountId = "acc_demo"_L1;

struct Keys
{
    QString paymentKit;
    QString khaime;
    QString ikawaari;
    QString ikawaariReadOnly;
};

// Made once for a data folder, so that a saved account works after every restart. A folder of an older version gets the
// providers it does not have yet.
std::optional<Keys> ensureAccounts(Store &store, const Options &options, const QDateTime &now)
{
    const QString kind = u"accounts"_s;
    const auto key = [&](const QString &provider, const QString &member = u"key"_s) {
        const auto account = store.get(kind, provider);
        return account ? (*account)[member].toString() : QString();
    };
    const bool isDemo = options.seed == Seed::Demo;
    const bool kept = store.inTransaction([&] {
        if (key(u"paymentkit"_s).isEmpty() &&
            !((!isDemo || paymentkit::seedDemo(store, now, options.pastSessions)) &&
              store.put(kind, u"paymentkit"_s, {{u"key"_s, newId(u"sk_sandbox_"_s, 32)}})))
            return false;
        if (key(u"khaime"_s).isEmpty() &&
            !((isDemo ? khaime::seedDemo(store, now, options.pastSessions) : khaime::seedEmpty(store)) &&
              store.put(kind, u"khaime"_s,
                        {{u"key"_s, newId(u"pk_sandbox_"_s, 32)}, {u"merchant_id"_s, khaime::kMerchantId}})))
            return false;
        return !key(u"ikawaari"_s).isEmpty() ||
               (isDemo ? ikawaari::seedDemo(store, now, options.pastSessions) : ikawaari::seedEmpty(store));
    });
    if (!kept)
        return std::nullopt;
    return Keys{key(u"paymentkit"_s), key(u"khaime"_s), key(u"ikawaari"_s), key(u"ikawaari"_s, u"read_only_key"_s)};
}

Request requestFrom(const QHttpServerRequest &from)
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

} // namespace

struct Sandbox::Parts
{
    Parts(const Options &options, const Clock &clock)
        : store(options.dataDir)
        , webhooks(store, clock)
        , paymentKitEngine(store, clock)
        , khaimeEngine(store, clock)
        , ikawaariEngine(store, clock)
        , pages({&paymentKitEngine, &khaimeEngine, &ikawaariEngine})
    {
        const auto sendEventsOf = [this](ProviderEngine &engine, const QString &provider) {
            engine.events().setListener(
                [this, provider](const Event &event) { webhooks.post(provider, event.type, event.data, event.about); });
        };
        sendEventsOf(paymentKitEngine, u"paymentkit"_s);
        sendEventsOf(khaimeEngine, u"khaime"_s);
        sendEventsOf(ikawaariEngine, u"ikawaari"_s);
        dueTimer.setSingleShot(true);
        dueTimer.setInterval(std::chrono::seconds(1));
        QObject::connect(&dueTimer, &QTimer::timeout, [this] {
            const bool khaimeWaits = khaimeEngine.completeDue();
            const bool ikawaariWaits = ikawaariEngine.completeDue();
            if (khaimeWaits || ikawaariWaits)
                expectDue();
        });
        expectDue();
    }

    /// Has what waits decided when its time is over, also when nobody asks for it. Only a call lets something wait.
    void expectDue()
    {
        if (!dueTimer.isActive())
            dueTimer.start();
    }

    void serve(const Request &request, QTcpSocket &socket);
    std::optional<Response> refusedAtTheDoor(const Request &request) const;
    Response answer(Request request);
    Answer<QJsonObject> decideRefund(const QString &provider, const QString &refundId, RefundEnd end);
    void encrypt(QSslSocket &socket, Tls tls);

    Store store;
    Webhooks webhooks;
    paymentkit::Engine paymentKitEngine;
    khaime::Engine khaimeEngine;
    ikawaari::Engine ikawaariEngine;
    HostedPages pages;
    std::map<QString, std::unique_ptr<ProviderWire>> wires; ///< by the first segment of their addresses
    QTimer dueTimer;
    GuardedServer *listener = nullptr; // owned by http once bound
    QHttpServer http;
    QByteArrayList hosts;
    QByteArray scheme; ///< "http://" or "https://"
    FaultPlan faults;
    std::optional<FaultControl> faultControl;
    QObject faultyAnswers; ///< Their parent, which goes before the connections do.
};

std::optional<Response> Sandbox::Parts::refusedAtTheDoor(const Request &request) const
{
    // A page on another site could reach this port under a name of its own, or post a form to it.
    if (!hosts.contains(request.headers.value("host")))
        return Response{421, "text/plain", "This server answers as 127.0.0.1 or localhost only.\n", {}};
    const QByteArray origin = request.headers.value("origin");
    const bool isOwn = origin.startsWith(scheme) && hosts.contains(origin.sliced(scheme.size()));
    if (request.method != "GET" && request.method != "HEAD" && !origin.isEmpty() && !isOwn)
        return Response{403, "text/plain", "Requests from other origins are not allowed.\n", {}};
    return std::nullopt;
}

Response Sandbox::Parts::answer(Request request)
{
    expectDue();
    const QString first = request.path.isEmpty() ? QString() : request.path.takeFirst();
    if (const auto wire = wires.find(first); wire != wires.end())
        return wire->second->answer(request);
    if (first == "pay"_L1)
        return pages.answer(request);
    if (first == "faults"_L1 && faultControl)
        return faultControl->answer(request);
    return {404, "text/plain", "This is the Tilldeck sandbox. There is nothing at this address.\n", {}};
}

Answer<QJsonObject> Sandbox::Parts::decideRefund(const QString &provider, const QString &refundId, RefundEnd end)
{
    const std::array<std::pair<QLatin1StringView, ProviderEngine *>, 3> engines{
        {{"paymentkit"_L1, &paymentKitEngine}, {"khaime"_L1, &khaimeEngine}, {"ikawaari"_L1, &ikawaariEngine}}};
    for (const auto &[name, engine] : engines) {
        if (name == provider)
            return end == RefundEnd::TriedAgain ? engine->tryRefundAgain(refundId)
                                                : engine->decideRefund(refundId, end == RefundEnd::GivenBack);
    }
    return std::unexpected(Refusal{404, u"There is no provider %1."_s.arg(provider), {}});
}

void Sandbox::Parts::encrypt(QSslSocket &socket, Tls tls)
{
    const auto wrong = faults.takeConnection();
    socket.setSslConfiguration(configurationOf(wrong ? wrong->tls : tls));
    if (!wrong)
        return;
    // A client that looks hangs up, and one that does not is served as ever.
    QObject::connect(&socket, &QAbstractSocket::disconnected, &faultyAnswers, [this, &socket, fault = *wrong] {
        if (!ConnectionGuard::of(socket).wasUsed())
            faults.note(fault, fault.at, {}, fault.operation);
    });
}

void Sandbox::Parts::serve(const Request &request, QTcpSocket &socket)
{
    QElapsedTimer time;
    time.start();
    const auto refusal = refusedAtTheDoor(request);
    const QString provider = request.path.value(0);
    const auto wire = wires.find(provider);
    FaultPlan::Taken taken;
    QString operation;
    if (!refusal && wire != wires.end()) {
        Request below = request;
        below.path.removeFirst();
        operation = wire->second->operationOf(below);
        taken = faults.take(provider, operation);
    }
    const QDateTime date = paymentKitEngine.now().addSecs(taken.dateSeconds);
    if (!taken.fault) {
        const Response response = refusal ? *refusal : answer(request);
        socket.write(headBytes(response, request, date) + bodyBytes(response, request));
        ConnectionGuard::of(socket).answered();
        if (closesAfter(request))
            socket.disconnectFromHost();
        logCall(request, response.status, time.elapsed());
        return;
    }
    FaultyAnswer::Hooks hooks;
    hooks.perform = [this, asked = request, isRewritten = taken.fault->isRewritten, time] {
        Request request = asked;
        request.isRewritten = isRewritten;
        Response response = answer(request);
        logCall(request, response.status, time.elapsed());
        return response;
    };
    hooks.refuse = [at = wire->second.get()](int status) { return at->refusalOf(status); };
    hooks.note = [this, fault = *taken.fault, provider, operation](Fault::At at) {
        faults.note(fault, at, provider, operation);
    };
    hooks.decideRefund = [this, provider](RefundEnd end) {
        // A fault that finds no refund to decide about has none to change.
        [[maybe_unused]] const auto decided = decideRefund(provider, {}, end);
    };
    hooks.answered = [&socket] { ConnectionGuard::of(socket).answered(); };
    auto *faulty = new FaultyAnswer(*taken.fault, request, date, std::move(hooks), socket, &faultyAnswers);
    faulty->start();
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
    const auto keys = ensureAccounts(parts->store, options, parts->paymentKitEngine.now());
    if (!keys)
        return std::unexpected(u"The sandbox cannot write to the folder %1."_s.arg(options.dataDir));

    const bool isEncrypted = options.tls != Tls::Off;
    Parts *at = parts.get();
    GuardedServer::Encrypt encrypt;
    if (isEncrypted)
        encrypt = [at, tls = options.tls](QSslSocket &socket) { at->encrypt(socket, tls); };
    auto listener = std::make_unique<GuardedServer>(options.longestRequest, encrypt);
    if (!listener->listen(QHostAddress::LocalHost, options.port))
        return std::unexpected(
            u"The sandbox cannot listen on port %1: %2."_s.arg(options.port).arg(listener->errorString()));
    const QByteArray port = QByteArray::number(listener->serverPort());
    parts->hosts = {"127.0.0.1:" + port, "localhost:" + port};
    parts->scheme = isEncrypted ? "https://" : "http://";
    const QString url = QString::fromLatin1(parts->scheme + parts->hosts.first());
    const QString payUrl = url + "/pay/"_L1;
    const QString merchantId = QString::number(khaime::kMerchantId);
    parts->wires[u"paymentkit"_s] = std::make_unique<paymentkit::Wire>(
        parts->paymentKitEngine, paymentkit::Wire::Access{kAccountId, keys->paymentKit, payUrl, options.withoutCalls});
    parts->wires[u"khaime"_s] = std::make_unique<khaime::Wire>(
        parts->khaimeEngine, khaime::Wire::Access{merchantId, keys->khaime, payUrl, options.withoutCalls});
    parts->wires[u"ikawaari"_s] = std::make_unique<ikawaari::Wire>(
        parts->ikawaariEngine,
        ikawaari::Wire::Access{keys->ikawaari, keys->ikawaariReadOnly, payUrl, options.withoutCalls});
    if (!options.webhookUrl.isEmpty())
        parts->webhooks.setUrl(options.webhookUrl);
    connect(&parts->webhooks, &Webhooks::tried, this, &Sandbox::webhookTried);
    at->faults.setListener([this](const FaultStep &step) { emit faultHappened(step); });
    if (!options.faultsToken.isEmpty()) {
        FaultControl::EndConnections endConnections;
        if (isEncrypted)
            endConnections = [at] { at->listener->endIdle(); };
        at->faultControl.emplace(
            at->faults, options.faultsToken.toUtf8(),
            [at](const QString &provider, const QString &id, RefundEnd end) {
                return at->decideRefund(provider, id, end);
            },
            std::move(endConnections));
    }
    at->http.setMissingHandler([at](const QHttpServerRequest &from, QHttpServerResponder &&responder) {
        QTcpSocket *socket = responder.socket();
        ConnectionGuard::of(*socket).requestDone();
        at->serve(requestFrom(from), *socket);
    });
    at->listener = listener.release();
    at->http.bind(at->listener);
    m_parts = std::move(parts);
    const auto secret = [this](const QString &provider) { return m_parts->webhooks.secret(provider); };
    return Running{
        url,
        {{u"paymentkit"_s, QString(url + "/paymentkit"_L1), kAccountId, keys->paymentKit, {}, secret(u"paymentkit"_s)},
         {u"khaime"_s, QString(url + "/khaime"_L1), {}, keys->khaime, merchantId, secret(u"khaime"_s)},
         {u"ikawaari"_s,
          QString(url + "/ikawaari"_L1),
          {},
          keys->ikawaari,
          {},
          secret(u"ikawaari"_s),
          keys->ikawaariReadOnly}}};
}

void Sandbox::setWebhookUrl(const QString &url)
{
    if (m_parts)
        m_parts->webhooks.setUrl(url);
}

void Sandbox::stop()
{
    m_parts.reset();
}

} // namespace tilldeck::sandbox

#include "moc_sandbox.cpp"
