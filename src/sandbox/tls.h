// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QString>

#include <optional>

namespace tilldeck::sandbox {

/// How the sandbox encrypts its connections, and what is wrong with the certificate that it shows.
enum class Tls {
    Off,
    Valid, ///< Of 127.0.0.1 and localhost, signed by the sandbox's authority.
    SelfSigned,
    Expired,   ///< As Valid, until the end of 2020.
    WrongHost, ///< As Valid, of elsewhere.example.
};

/// Returns the kind of @p name ("self-signed"); nothing for another name.
std::optional<Tls> tlsOf(const QString &name);

/// Returns how a server encrypts with @p tls, which is not Off.
QSslConfiguration configurationOf(Tls tls);

/// Returns the certificate of the authority, as a text. Who trusts it finds only the one fault with Expired and
/// WrongHost.
QByteArray authorityPem();

} // namespace tilldeck::sandbox
