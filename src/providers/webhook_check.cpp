// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/webhook_check.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <optional>

namespace tilldeck::providers {

using namespace Qt::StringLiterals;
using Outcome = WebhookVerdict::Outcome;
using Part = WebhookVerdict::Part;

namespace {

struct WebhookCheck
{
    Q_DECLARE_TR_FUNCTIONS(WebhookCheck)
};

constexpr qsizetype codeLength = 64; // SHA-256 in hex
constexpr qint64 toleranceSeconds = 300;

/// Holds the value of a header: one code, or a time and the codes over time and body.
struct Signature
{
    QString time;
    QList<QByteArray> codes; // as bytes
};

const WebhookScheme *schemeOf(const QString &kind)
{
    const auto &all = webhookSchemes();
    const auto found = std::ranges::find(all, kind, &WebhookScheme::kind);
    return found == all.end() ? nullptr : &*found;
}

WebhookVerdict wrongSignature(Part part, const QString &sentence, const QString &advice = {})
{
    return {Outcome::Wrong, part, sentence, advice};
}

QByteArray code(const QByteArray &text, const QByteArray &secret)
{
    return QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256);
}

/// Compares in a time that does not depend on where the two differ.
bool isSame(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    unsigned char difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a.at(i)) ^ static_cast<unsigned char>(b.at(i));
    return difference == 0;
}

bool holds(const Signature &signature, const QByteArray &body, const QByteArray &secret)
{
    const QByteArray text = signature.time.isEmpty() ? body : signature.time.toUtf8() + '.' + body;
    const QByteArray expected = code(text, secret);
    bool found = false;
    for (const QByteArray &given : signature.codes)
        found = isSame(given, expected) || found;
    return found;
}

bool isHex(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

/// Returns why @p text cannot be a code; nothing when it can.
std::optional<WebhookVerdict> codeProblem(const QString &text)
{
    const auto bad = std::ranges::find_if_not(text, isHex);
    if (bad != text.end())
        return wrongSignature(
            Part::Signature, WebhookCheck::tr("The signature is not hexadecimal."),
            WebhookCheck::tr("It may hold the digits 0 to 9 and the letters a to f; character %1 is “%2”.")
                .arg(QLocale().toString(bad - text.begin() + 1), QString(*bad)));
    if (text.size() != codeLength)
        return wrongSignature(Part::Signature,
                              WebhookCheck::tr("The signature has %1 characters in place of %2.")
                                  .arg(QLocale().toString(text.size()), QLocale().toString(codeLength)),
                              text.size() < codeLength ? WebhookCheck::tr("It was not copied whole.")
                                                       : WebhookCheck::tr("Something else was copied with it."));
    return std::nullopt;
}

/// Reads the value of the header of @p scheme into @p out; returns why it cannot be read, or nothing.
std::optional<WebhookVerdict> readHeader(const WebhookScheme &scheme, const QString &text, Signature &out)
{
    if (!scheme.signsTime) {
        if (text.contains("t="_L1) && text.contains("v1="_L1))
            return wrongSignature(Part::Signature,
                                  WebhookCheck::tr("This is not how %1 signs.").arg(scheme.providerName),
                                  WebhookCheck::tr("A signature with “t” and “v1” comes from another provider."));
        if (auto problem = codeProblem(text))
            return problem;
        out.codes << QByteArray::fromHex(text.toLatin1());
        return std::nullopt;
    }
    if (!codeProblem(text))
        return wrongSignature(Part::Signature, WebhookCheck::tr("The signature has no time."),
                              WebhookCheck::tr("%1 signs as %2. A code alone comes from another provider.")
                                  .arg(scheme.providerName, scheme.form));
    for (const QString &part : text.split(u',')) {
        const QString pair = part.trimmed();
        if (pair.startsWith("t="_L1))
            out.time = pair.sliced(2);
        if (!pair.startsWith("v1="_L1))
            continue;
        if (auto problem = codeProblem(pair.sliced(3)))
            return problem;
        out.codes << QByteArray::fromHex(pair.sliced(3).toLatin1());
    }
    bool isNumber = false;
    const qint64 seconds = out.time.toLongLong(&isNumber);
    if (!isNumber || seconds < 0)
        return wrongSignature(Part::Signature, WebhookCheck::tr("The time in the signature cannot be read."),
                              WebhookCheck::tr("It stands behind “t=”, in seconds since 1970."));
    if (out.codes.isEmpty())
        return wrongSignature(Part::Signature, WebhookCheck::tr("The signature has no code."),
                              WebhookCheck::tr("It stands behind “v1=”."));
    return std::nullopt;
}

/// Removes the header's name in front of the value; returns the problem of another provider's header.
std::optional<WebhookVerdict> strip(const WebhookScheme &scheme, QString &text)
{
    text = text.trimmed();
    for (const WebhookScheme &other : webhookSchemes()) {
        if (!text.startsWith(other.header + u':', Qt::CaseInsensitive))
            continue;
        if (other.kind != scheme.kind)
            return wrongSignature(
                Part::Signature, WebhookCheck::tr("This signature is for %1.").arg(other.providerName),
                WebhookCheck::tr("%1 sends its own in the header %2.").arg(scheme.providerName, scheme.header));
        text = text.sliced(other.header.size() + 1).trimmed();
        return std::nullopt;
    }
    return std::nullopt;
}

/// Returns why @p signature does not match, found by what would make it match.
WebhookVerdict mismatch(const Signature &signature, const QByteArray &body, const QByteArray &secret)
{
    const QString sentence = WebhookCheck::tr("The signature does not match.");
    const QByteArray trimmedSecret = secret.trimmed();
    if (trimmedSecret != secret && holds(signature, body, trimmedSecret))
        return wrongSignature(Part::Secret, sentence,
                              WebhookCheck::tr("It does without the spaces around the secret."));

    QByteArray end = body;
    while (end.endsWith('\n') || end.endsWith('\r'))
        end.chop(1);
    if (holds(signature, end, secret) || holds(signature, body + '\n', secret) ||
        holds(signature, body + "\r\n", secret))
        return wrongSignature(
            Part::Body, sentence,
            WebhookCheck::tr("It does with another line end: a line break was added to or cut from the end of "
                             "the body."));
    const QByteArray unix = QByteArray(body).replace("\r\n", "\n");
    if (holds(signature, unix, secret) || holds(signature, QByteArray(unix).replace("\n", "\r\n"), secret))
        return wrongSignature(
            Part::Body, sentence,
            WebhookCheck::tr("It does with other line breaks: they were changed on the way (CRLF and LF)."));
    const QJsonDocument json = QJsonDocument::fromJson(body);
    if (!json.isNull() && holds(signature, json.toJson(QJsonDocument::Compact), secret))
        return wrongSignature(
            Part::Body, sentence,
            WebhookCheck::tr("It does for the same JSON without spaces: the body was formatted anew. Check the "
                             "bytes as they arrived."));
    if (!signature.time.isEmpty() && holds({{}, signature.codes}, body, secret))
        return wrongSignature(
            Part::Signature, sentence,
            WebhookCheck::tr("It was made over the body alone. The time and a dot belong in front of it."));
    return wrongSignature(
        Part::Secret, sentence,
        WebhookCheck::tr("The secret belongs to another endpoint, or the body is not what was sent, byte for "
                         "byte."));
}

WebhookVerdict inTime(const Signature &signature, const QDateTime &now)
{
    const qint64 age = now.toSecsSinceEpoch() - signature.time.toLongLong();
    if (signature.time.isEmpty() || (age <= toleranceSeconds && age >= -toleranceSeconds))
        return {Outcome::Genuine, Part::None, WebhookCheck::tr("The signature is right."),
                WebhookCheck::tr("The body was sent by somebody who has the secret, and was not changed.")};
    const QString when = QLocale().toString(QDateTime::fromSecsSinceEpoch(signature.time.toLongLong()).toLocalTime(),
                                            QLocale::ShortFormat);
    if (age > 0)
        return {Outcome::Stale, Part::Signature, WebhookCheck::tr("The signature is right, but too old."),
                WebhookCheck::tr("It was made on %1. A receiver refuses it after 5 minutes, so that it cannot be sent "
                                 "again by somebody else.")
                    .arg(when)};
    return {Outcome::Stale, Part::Signature, WebhookCheck::tr("The signature is right, but from the future."),
            WebhookCheck::tr("It was made on %1. One of the two clocks is wrong.").arg(when)};
}

} // namespace

const std::vector<WebhookScheme> &webhookSchemes()
{
    static const std::vector<WebhookScheme> all{
        {u"paymentkit"_s, u"PaymentKit"_s, u"X-Webhook-Signature"_s, u"5257a869e7ec…"_s, false},
        {u"khaime"_s, u"Khaime"_s, u"X-Khaime-Signature"_s, u"5257a869e7ec…"_s, false},
        {u"ikawaari"_s, u"Ikawaari"_s, u"Ikawaari-Signature"_s, u"t=1708300800,v1=5257a869e7ec…"_s, true},
    };
    return all;
}

WebhookVerdict checkWebhook(const QString &kind, const QByteArray &body, const QString &signature,
                            const http::Secret &secret, const QDateTime &now)
{
    const WebhookScheme *scheme = schemeOf(kind);
    if (!scheme)
        return wrongSignature(Part::None, WebhookCheck::tr("This version does not know how this provider signs."));
    if (body.isEmpty())
        return wrongSignature(Part::Body, WebhookCheck::tr("The body is empty."),
                              WebhookCheck::tr("Paste it as it arrived, byte for byte."));
    QString text = signature;
    if (auto problem = strip(*scheme, text))
        return *problem;
    if (text.isEmpty())
        return wrongSignature(Part::Signature, WebhookCheck::tr("The signature is empty."),
                              WebhookCheck::tr("Paste the value of the header %1.").arg(scheme->header));
    Signature given;
    if (auto problem = readHeader(*scheme, text, given))
        return *problem;
    if (secret.isEmpty())
        return wrongSignature(Part::Secret, WebhookCheck::tr("The secret is empty."),
                              WebhookCheck::tr("Paste the signing secret of the endpoint, often “whsec_…”."));
    const QByteArray key = secret.reveal().toUtf8();
    return holds(given, body, key) ? inTime(given, now) : mismatch(given, body, key);
}

} // namespace tilldeck::providers
