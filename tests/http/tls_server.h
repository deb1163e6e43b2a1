// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/scripted_server.h"
#include "sandbox/certificates.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>

namespace tilldeck::http::test {

using sandbox::authority;
using sandbox::elsewhereCertificate;
using sandbox::expiredCertificate;
using sandbox::goodCertificate;
using sandbox::privateKey;
using sandbox::selfSignedCertificate;

/// A TLS server that answers every request with "{}" and remembers what it was sent.
class TlsServer : public QSslServer
{
public:
    explicit TlsServer(const QByteArray &certificate)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate(certificate));
        tls.setPrivateKey(QSslKey(privateKey, QSsl::Ec));
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        setSslConfiguration(tls);
        listen(QHostAddress::LocalHost);
        connect(this, &QSslServer::startedEncryptionHandshake, this, [this] { ++handshakes; });
        connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            while (hasPendingConnections()) {
                QTcpSocket *socket = nextPendingConnection();
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                    received += socket->readAll();
                    socket->write(answer(200, "{}"));
                });
            }
        });
    }
    QString baseUrl() const { return u"https://127.0.0.1:%1"_s.arg(serverPort()); }
    QUrl url() const { return {baseUrl() + u"/x"_s}; }

    QByteArray received;
    int handshakes = 0; ///< That were begun.
};

/// Has this process trust the authority while it lives.
class TrustedAuthority
{
public:
    TrustedAuthority()
    {
        QSslConfiguration trusting = m_before;
        trusting.addCaCertificate(QSslCertificate(authority));
        QSslConfiguration::setDefaultConfiguration(trusting);
    }
    ~TrustedAuthority() { QSslConfiguration::setDefaultConfiguration(m_before); }
    TrustedAuthority(const TrustedAuthority &) = delete;
    TrustedAuthority &operator=(const TrustedAuthority &) = delete;

private:
    const QSslConfiguration m_before = QSslConfiguration::defaultConfiguration();
};

} // namespace tilldeck::http::test
