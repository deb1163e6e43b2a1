// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/tls.h"

#include "sandbox/certificates.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

#include <algorithm>
#include <array>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

namespace {

const QByteArray &certificateOf(Tls tls)
{
    switch (tls) {
    case Tls::SelfSigned:
        return selfSignedCertificate;
    case Tls::Expired:
        return expiredCertificate;
    case Tls::WrongHost:
        return elsewhereCertificate;
    case Tls::Off:
    case Tls::Valid:
        break;
    }
    return goodCertificate;
}

} // namespace

std::optional<Tls> tlsOf(const QString &name)
{
    constexpr std::array names = std::to_array<std::pair<QLatin1StringView, Tls>>({
        {"off"_L1, Tls::Off},
        {"valid"_L1, Tls::Valid},
        {"self-signed"_L1, Tls::SelfSigned},
        {"expired"_L1, Tls::Expired},
        {"wrong-host"_L1, Tls::WrongHost},
    });
    const auto found = std::ranges::find(names, name, [](const auto &each) { return each.first; });
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

QSslConfiguration configurationOf(Tls tls)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(certificateOf(tls)));
    configuration.setPrivateKey(QSslKey(privateKey, QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // clients show none
    return configuration;
}

QByteArray authorityPem()
{
    return authority;
}

} // namespace tilldeck::sandbox
