// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/flight.h"

#include "http/this_machine.h"

#include <QNetworkProxyFactory>
#include <QNetworkRequest>
#include <QSslConfiguration>

namespace tilldeck::http {

namespace {

constexpr qint64 headerCap = 64LL * 1024;
constexpr qint64 bodyCap = 8LL * 1024 * 1024;

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
    // Ours decides at bodyCap; Qt's own check stays as a net below it.
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

} // namespace

std::unique_ptr<QNetworkAccessManager, LaterDeleted> makeManager()
{
    std::unique_ptr<QNetworkAccessManager, LaterDeleted> manager(new QNetworkAccessManager);
    manager->setProxyFactory(new LoopbackDirect);
    return manager;
}

Flight::Flight(const Request &request, Airspace &airspace)
    : m_emptyBody(request.body.isEmpty())
{
    m_landing.write = request.method != "GET";
    QNetworkRequest out = prepared(request);
    if (m_landing.write) {
        m_writer = makeManager();
        m_body = new OneShotBody(request.body, m_writer.get());
        out.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        // post() would invent a Content-Type for a body without one.
        m_reply.reset(m_writer->sendCustomRequest(out, request.method, m_body));
    } else {
        m_reply.reset(airspace.readers().get(out));
    }
    connect(m_reply.get(), &QNetworkReply::metaDataChanged, this, &Flight::checkHeaders);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &Flight::readBody);
    connect(m_reply.get(), &QNetworkReply::finished, &m_deadline, &QTimer::stop);
    connect(&airspace, &Airspace::cancelled, this, [this] { end(Landing::Stop::Cancelled); });
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { end(Landing::Stop::Deadline); });
    m_deadline.start(request.deadline);
}

void Flight::end(Landing::Stop why)
{
    if (m_landing.stop != Landing::Stop::None || m_reply->isFinished())
        return;
    m_landing.stop = why;
    m_reply->abort();
}

void Flight::checkHeaders()
{
    qint64 size = 0;
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        size += name.size() + value.size() + 4;
    if (size > headerCap)
        end(Landing::Stop::HeadersTooLarge);
}

void Flight::readBody()
{
    if (m_landing.stop != Landing::Stop::None)
        return;
    m_landing.body += m_reply->read(bodyCap + 1 - m_landing.body.size());
    if (m_landing.body.size() > bodyCap) {
        m_landing.body.clear();
        m_landing.stop = Landing::Stop::BodyTooLarge;
        m_reply->abort();
    }
}

bool Flight::mayHaveLeft() const
{
    if (m_body->wasTouched())
        return true;
    // QNetworkReply::requestSent() is not emitted for a request with a body device. These errors are safe signs: a
    // second connection, on which they could follow a first copy, needs a body that can be rewound.
    const auto error = m_reply->error();
    const bool neverConnected = error == QNetworkReply::ConnectionRefusedError ||
                                error == QNetworkReply::HostNotFoundError ||
                                error == QNetworkReply::SslHandshakeFailedError;
    return m_emptyBody && !neverConnected;
}

Landing Flight::land()
{
    readBody();
    m_landing.mayHaveLeft = m_landing.write && mayHaveLeft();
    m_landing.error = m_reply->error();
    m_landing.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_landing.headers = m_reply->rawHeaderPairs();
    return m_landing;
}

} // namespace tilldeck::http

#include "moc_flight.cpp"
