// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/curl_command.h"

#include "http/redact.h"

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

namespace {

/// In single quotes, in which a shell changes nothing. An idempotency key is made anew by each run: one written down
/// would make a second run answer the first session.
QString quoted(QString text)
{
    text.replace(u'\'', "'\\''"_L1).replace(providers::describedKey, "'\"$(uuidgen)\"'"_L1);
    return u'\'' + text + u'\'';
}

QString headerArgument(const QByteArray &name, const QByteArray &value)
{
    if (name.compare("Idempotency-Key", Qt::CaseInsensitive) == 0)
        return u"\"%1: $(uuidgen)\""_s.arg(QString::fromLatin1(name));
    if (!value.contains(http::redactedMark().toUtf8()))
        return quoted(QString::fromUtf8(name + ": " + value));
    const QString scheme = value.startsWith("Bearer ") ? u"Bearer "_s : QString();
    return u"\"%1: %2$TILLDECK_KEY\""_s.arg(QString::fromUtf8(name), scheme);
}

} // namespace

QString curlCommand(const providers::RequestText &request)
{
    QStringList parts{
        u"curl -X %1 %2"_s.arg(QString::fromLatin1(request.method), quoted(request.url.toString(QUrl::FullyEncoded)))};
    for (const auto &[name, value] : request.headers)
        parts << "-H "_L1 + headerArgument(name, value);
    if (!request.body.isEmpty())
        parts << "--data-raw "_L1 + quoted(QString::fromUtf8(request.body));
    return parts.join(" \\\n  "_L1);
}

} // namespace tilldeck::desk
