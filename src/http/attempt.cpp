// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/attempt.h"

#include "http/redact.h"
#include "http/this_machine.h"

#include <QNetworkProxyFactory>
#include <QNetworkRequest>
#include <QSslConfiguration>
#include <QSslError>

#include <cstring>

#include <algorithm>

namespace tilldeck::http {

namespace {

constexpr qint64 headerCap = 64LL * 1024;
// A body is unpacked and read by the thread of the window, which may not stand still for 100 ms.
constexpr qint64 bodyCap = 4LL * 1024 * 1024;

class LoopbackDirect : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return isThisMachine(query.peerHostName()) ? QList{QNetworkProxy(QNetworkProxy::NoProxy)}
                                                   : proxyForQuery(query);
    }
};

QNetworkRequest prepared(const Request &request)
{
    QNetworkRequest out(request.url);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // bodyCap decides; Qt's own check is a second limit above it.
    out.setDecompressedSafetyCheckThreshold(2 * bodyCap);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    out.setSslConfiguration(tls);

    out.setRawHeader("Accept", "application/json");
    out.setRawHeader("User-Agent", "Tilldeck/" TILLDECK_VERSION);
    if (!request.body.isEmpty())
        out.setRawHeader("Content-Type", "application/json");
    for (const auto &[name, value] : request.headers)
        out.setRawHeader(name, value);
    for (const auto &[name, secret] : request.secretHeaders)
        out.setRawHeader(name, secret.reveal().toUtf8());
    if (!request.bearer.isEmpty())
        out.setRawHeader("Authorization", "Bearer " + request.bearer.reveal().toUtf8());
    return out;
}

/// Returns the worst of @p errors: a certificate that nobody vouches for says nothing true about host and time.
CertificateProblem problemOf(const QList<QSslError> &errors)
{
    auto worst = CertificateProblem::None;
    for (const QSslError &error : errors) {
        switch (error.error()) {
        case QSslError::HostNameMismatch:
            if (worst != CertificateProblem::NotTrusted)
                worst = CertificateProblem::WrongHost;
            break;
        case QSslError::CertificateExpired:
        case QSslError::CertificateNotYetValid:
            if (worst == CertificateProblem::None)
                worst = CertificateProblem::Expired;
            break;
        default:
            worst = CertificateProblem::NotTrusted;
        }
    }
    return worst;
}

} // namespace

std::unique_ptr<QNetworkAccessManager, LaterDeleted> makeManager()
{
    std::unique_ptr<QNetworkAccessManager, LaterDeleted> manager(new QNetworkAccessManager);
    manager->setProxyFactory(new LoopbackDirect);
    return manager;
}

Attempt::Attempt(const Request &request, RequestContext &context)
    : m_emptyBody(request.body.isEmpty())
{
    m_result.isWrite = request.method != "GET";
    m_secrets.reserve(1 + static_cast<size_t>(request.secretHeaders.size()));
    m_secrets.push_back(request.bearer);
    for (const auto &[name, secret] : request.secretHeaders)
        m_secrets.push_back(secret);
    QNetworkRequest out = prepared(request);
    if (m_result.isWrite) {
        m_writeManager = makeManager();
        m_body = new OneShotBody(request.body, m_writeManager.get());
        out.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        // post() would invent a Content-Type for a body without one.
        m_reply.reset(m_writeManager->sendCustomRequest(out, request.method, m_body));
    } else {
        m_reply.reset(context.readManager().get(out));
    }
    connect(m_reply.get(), &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_result.certificate = problemOf(errors); });
    connect(m_reply.get(), &QNetworkReply::metaDataChanged, this, &Attempt::checkHeaders);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &Attempt::readBody);
    connect(m_reply.get(), &QNetworkReply::finished, &m_deadline, &QTimer::stop);
    connect(&context, &RequestContext::cancelled, this, [this] { stop(AttemptResult::Stop::Cancelled); });
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { stop(AttemptResult::Stop::Deadline); });
    // A timer with a negative interval does not start, and the request would wait for ever.
    m_deadline.start(std::max(request.deadline, std::chrono::milliseconds(0)));
}

void Attempt::stop(AttemptResult::Stop why)
{
    if (m_result.stop != AttemptResult::Stop::None || m_reply->isFinished())
        return;
    m_result.stop = why;
    m_reply->abort();
}

void Attempt::checkHeaders()
{
    qint64 size = 0;
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        size += name.size() + value.size() + 4;
    if (size > headerCap)
        stop(AttemptResult::Stop::HeadersTooLarge);
}

void Attempt::readBody()
{
    if (m_result.stop != AttemptResult::Stop::None)
        return;
    m_result.body += m_reply->read(bodyCap + 1 - m_result.body.size());
    if (m_result.body.size() > bodyCap) {
        m_result.body.clear();
        m_result.stop = AttemptResult::Stop::BodyTooLarge;
        m_reply->abort();
    }
}

bool Attempt::mayHaveLeft() const
{
    if (m_body->wasRead())
        return true;
    // QNetworkReply::requestSent() is not emitted for a request with a body device. These errors are safe signs: a
    // second connection, on which they could follow a first copy, needs a body that can be rewound.
    const auto error = m_reply->error();
    const bool neverConnected = error == QNetworkReply::ConnectionRefusedError ||
                                error == QNetworkReply::HostNotFoundError ||
                                error == QNetworkReply::SslHandshakeFailedError;
    return m_emptyBody && !neverConnected;
}

AttemptResult Attempt::result()
{
    readBody();
    m_result.mayHaveLeft = m_result.isWrite && mayHaveLeft();
    m_result.error = m_reply->error();
    m_result.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_result.headers = m_reply->rawHeaderPairs();
    cutOutSecrets();
    return m_result;
}

void Attempt::cutOutSecrets()
{
    constexpr qsizetype longestSearched = qsizetype(256) * 1024;
    // Latin-1 keeps each byte as it is.
    const auto without = [](const QByteArray &bytes, const Secret &secret) {
        return SecretForms(secret.reveal()).cutOutOf(QString::fromLatin1(bytes)).toLatin1();
    };
    for (const Secret &each : m_secrets) {
        // What is read of an answer may hold a shorter one by chance. It is cut out of what is shown.
        if (each.reveal().size() < leastSecret)
            continue;
        // Texts of a longer one are searched once they are read.
        if (m_result.body.size() <= longestSearched)
            m_result.body = without(m_result.body, each);
        else
            m_result.body.replace(each.reveal().toUtf8(), redactedMark().toLatin1());
        for (auto &[name, value] : m_result.headers) {
            name = without(name, each);
            value = without(value, each);
        }
    }
}

} // namespace tilldeck::http

#include "moc_attempt.cpp"
