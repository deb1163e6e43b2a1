// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/curl_command.h"

#include "http/redact.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

namespace {

struct CurlText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::Curl)
};

/// In single quotes, in which a shell changes nothing. An idempotency key is made anew by each run: one written down
/// would make a second run answer the first session.
QString quoted(QString text)
{
    text.replace(u'\'', "'\\''"_L1).replace(providers::describedKey, "'\"$(uuidgen)\"'"_L1);
    return u'\'' + text + u'\'';
}

bool isIdempotencyKey(const QByteArray &name)
{
    return name.compare("Idempotency-Key", Qt::CaseInsensitive) == 0;
}

QString headerArgument(const QByteArray &name, const QByteArray &value)
{
    // One that was sent stays: the request is the same only under it.
    if (isIdempotencyKey(name) && value == providers::describedKey.toString().toUtf8())
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

QString curlCommandAgain(const providers::RequestText &request)
{
    const bool hasKey =
        std::ranges::any_of(request.headers, [](const auto &header) { return isIdempotencyKey(header.first); });
    const bool mayRepeat = request.method == "GET" || hasKey;
    const QString command = curlCommand(request);
    return mayRepeat
               ? command
               : u"# "_s + CurlText::tr("This has no idempotency key: each run does it once more.") + u'\n' + command;
}

} // namespace tilldeck::desk
