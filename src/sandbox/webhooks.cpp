// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/webhooks.h"

#include "sandbox/ids.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QTimer>
#include <QUrl>
#include <QUuid>

#include <array>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kAnswerTime = 5s;

using Headers = QList<std::pair<QByteArray, QByteArray>>;

struct Scheme
{
    QLatin1StringView provider;
    QByteArray signatureHeader;
    QList<milliseconds> pauses; // before the second try, the third …
    bool givesUpOnRefusal;      // a 4xx (or a 3xx) is final
    bool signsTime;             // "t=…,v1=…" over "<t>.<body>"
    QJsonObject (*envelope)(const Webhook &webhook, const QJsonObject &data, const QString &business);
    Headers (*headers)(const Webhook &webhook);
};

QJsonObject plainEnvelope(const Webhook &webhook, const QJsonObject &data, const QString &)
{
    return {{u"id"_s, webhook.id},     {u"object"_s, u"event"_s},
            {u"type"_s, webhook.type}, {u"created"_s, webhook.at.toSecsSinceEpoch()},
            {u"livemode"_s, false},    {u"data"_s, data}};
}

constexpr auto kKhaimeVersion = "2026-03-27"_L1;

QJsonObject khaimeEnvelope(const Webhook &webhook, const QJsonObject &data, const QString &business)
{
    return {{u"api_version"_s, kKhaimeVersion},
            {u"event_id"_s, webhook.id},
            {u"event_type"_s, webhook.type},
            {u"occurred_at"_s, webhook.at.toString(Qt::ISODate)},
            {u"is_live"_s, false},
            {u"business_id"_s, business},
            {u"data"_s, data}};
}

Headers paymentKitHeaders(const Webhook &webhook)
{
    return {{"X-Webhook-Event-Id", webhook.id.toUtf8()},
            {"X-Webhook-Event-Type", webhook.type.toUtf8()},
            {"X-Webhook-Delivery-Id", newId(u"whd_"_s).toLatin1()}};
}

Headers khaimeHeaders(const Webhook &webhook)
{
    return {{"X-Khaime-Event", webhook.type.toUtf8()},
            {"X-Khaime-Event-Id", webhook.id.toUtf8()},
            {"X-Khaime-Api-Version", kKhaimeVersion.data()}};
}

Headers noHeaders(const Webhook &)
{
    return {};
}

const Scheme *schemeOf(const QString &provider)
{
    // PaymentKit documents how many tries, not how far apart.
    static const std::array schemes{
        Scheme{
            "paymentkit"_L1, "X-Webhook-Signature", {2s, 4s, 8s, 16s}, true, false, plainEnvelope, paymentKitHeaders},
        Scheme{"khaime"_L1, "X-Khaime-Signature", {2s, 2s}, false, false, khaimeEnvelope, khaimeHeaders},
        Scheme{"ikawaari"_L1, "Ikawaari-Signature", {5min, 30min, 2h, 8h, 24h}, false, true, plainEnvelope, noHeaders},
    };
    for (const Scheme &scheme : schemes) {
        if (scheme.provider == provider)
            return &scheme;
    }
    return nullptr;
}

} // namespace

Webhooks::Webhooks(Store &store, Clock clock, QObject *parent)
    : Webhooks(store, std::move(clock), [](milliseconds time) { return time; }, parent)
{
}

Webhooks::Webhooks(Store &store, Clock clock, Pace pace, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(std::move(clock))
    , m_pace(std::move(pace))
{
}

void Webhooks::setUrl(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    const bool usable =
        parsed.isValid() && !parsed.host().isEmpty() && (parsed.scheme() == "http"_L1 || parsed.scheme() == "https"_L1);
    const QString before = this->url();
    (void)m_store.put(u"settings"_s, u"webhook_url"_s, {{u"url"_s, usable ? url : QString()}});
    if (before == this->url())
        return;
    for (Delivery &given : std::exchange(m_waiting, {})) {
        given.last = true;
        emit tried(given);
    }
}

QString Webhooks::url() const
{
    const auto kept = m_store.get(u"settings"_s, u"webhook_url"_s);
    return kept ? (*kept)["url"_L1].toString() : QString();
}

QString Webhooks::secret(const QString &provider)
{
    if (const auto kept = m_store.get(u"webhook_secrets"_s, provider))
        return (*kept)["secret"_L1].toString();
    const QString secret = newId(u"whsec_"_s, 32);
    (void)m_store.put(u"webhook_secrets"_s, provider, {{u"secret"_s, secret}});
    return secret;
}

void Webhooks::sign(Webhook &webhook)
{
    const Scheme &scheme = *schemeOf(webhook.provider);
    const QByteArray time = QByteArray::number(m_clock().toSecsSinceEpoch());
    const QByteArray text = scheme.signsTime ? time + '.' + webhook.body : webhook.body;
    const QByteArray code =
        QMessageAuthenticationCode::hash(text, secret(webhook.provider).toUtf8(), QCryptographicHash::Sha256).toHex();
    webhook.signature = scheme.signsTime ? "t=" + time + ",v1=" + code : code;
}

void Webhooks::post(const QString &provider, const QString &type, const QJsonObject &data, const QString &about)
{
    const Scheme *scheme = schemeOf(provider);
    if (!scheme)
        return;
    Webhook webhook{provider, u"evt_"_s + QUuid::createUuid().toString(QUuid::WithoutBraces),
                    type,     about,
                    {},       scheme->signatureHeader,
                    {},       m_clock().toUTC()};
    const auto account = m_store.get(u"accounts"_s, provider).value_or(QJsonObject());
    const QString business = account["merchant_id"_L1].toVariant().toString();
    webhook.body = QJsonDocument(scheme->envelope(webhook, data, business)).toJson(QJsonDocument::Compact);
    sign(webhook);
    (void)m_store.put(u"webhook_events"_s, webhook.id,
                      {{u"provider"_s, provider},
                       {u"type"_s, type},
                       {u"about"_s, about},
                       {u"body"_s, QString::fromUtf8(webhook.body)},
                       {u"at"_s, webhook.at.toString(Qt::ISODate)}},
                      {}, provider);
    const QString to = url();
    if (to.isEmpty())
        emit tried({webhook, {}, 0, 0, true, false});
    else
        send(std::move(webhook), to, 1);
}

void Webhooks::send(Webhook webhook, const QString &url, int attempt)
{
    // A receiver refuses a signed time that is long past, so every try has its own.
    sign(webhook);
    http::Request request = http::Request::post(QUrl(url), webhook.body);
    request.deadline = m_pace(kAnswerTime);
    request.headers.emplace_back(webhook.signatureHeader, webhook.signature);
    const Headers headers = schemeOf(webhook.provider)->headers(webhook);
    for (const auto &[name, value] : headers)
        request.headers.emplace_back(name, value);
    // Made here, on the thread that this lives in by now.
    if (!m_http)
        m_http = std::make_unique<http::HttpClient>();
    deliver(this, m_http.get(), std::move(request), std::move(webhook), url, attempt);
}

http::Task<void> Webhooks::deliver(QPointer<Webhooks> webhooks, http::HttpClient *http, http::Request request,
                                   Webhook webhook, QString url, int attempt)
{
    const http::Answer answer = co_await http->send(std::move(request));
    if (webhooks)
        webhooks->answered(webhook, url, attempt, answer ? answer->status : answer.error().status);
}

void Webhooks::answered(const Webhook &webhook, const QString &url, int attempt, int status)
{
    const Scheme &scheme = *schemeOf(webhook.provider);
    const bool delivered = status >= 200 && status < 300;
    const bool refused = scheme.givesUpOnRefusal && status > 0 && status < 500;
    const bool last = delivered || refused || attempt > scheme.pauses.size() || url != this->url();
    const Delivery delivery{webhook, url, attempt, status, last, delivered};
    if (!last) {
        m_waiting.insert(webhook.id, delivery);
        QTimer::singleShot(m_pace(scheme.pauses.at(attempt - 1)), this, [this, webhook, url, attempt] {
            if (m_waiting.remove(webhook.id))
                send(webhook, url, attempt + 1);
        });
    }
    emit tried(delivery);
}

} // namespace tilldeck::sandbox

#include "moc_webhooks.cpp"
