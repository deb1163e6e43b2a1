// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/webhook_check.h"

#include "providers/json_forms.h"
#include "providers/webhook_signature.h"
#include "providers/webhook_text.h"

#include <QLocale>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <optional>

namespace tilldeck::providers {

using namespace Qt::StringLiterals;
using Outcome = WebhookVerdict::Outcome;
using Part = WebhookVerdict::Part;

namespace {

using Code = WebhookSignatures::Code;

constexpr qint64 toleranceSeconds = 300;
const QByteArray byteOrderMark = "\xef\xbb\xbf";

const WebhookScheme *schemeOf(const QString &kind)
{
    const auto &all = webhookSchemes();
    const auto found = std::ranges::find(all, kind, &WebhookScheme::kind);
    return found == all.end() ? nullptr : &*found;
}

WebhookVerdict wrong(Part part, const QString &sentence, const QString &advice = {})
{
    return {Outcome::Wrong, part, sentence, advice, {}};
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

bool fits(const Code &code, const QByteArray &body, const QByteArray &secret)
{
    const QByteArray text = code.time.isEmpty() ? body : code.time.toUtf8() + '.' + body;
    return isSame(code.bytes, QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256));
}

bool anyFits(const QList<Code> &codes, const QByteArray &body, const QByteArray &secret)
{
    return std::ranges::any_of(codes, [&](const Code &code) { return fits(code, body, secret); });
}

/// Returns what made the body another than the one that was signed, found by what would make it fit; or nothing.
QString changeOfBody(const WebhookScheme &scheme, const QList<Code> &codes, const QByteArray &body,
                     const QByteArray &secret)
{
    const auto nowFits = [&](const QByteArray &other) { return anyFits(codes, other, secret); };
    QByteArray end = body;
    while (end.endsWith('\n') || end.endsWith('\r'))
        end.chop(1);
    if (nowFits(end) || nowFits(body + '\n') || nowFits(body + "\r\n"))
        return WebhookCheck::tr("It does with another line end: a line break was added to or cut from the end of "
                                "the body.");
    const QByteArray unix = QByteArray(body).replace("\r\n", "\n");
    if (nowFits(unix) || nowFits(QByteArray(unix).replace("\n", "\r\n")))
        return WebhookCheck::tr("It does with other line breaks: they were changed on the way (CRLF and LF).");
    const bool hasMark = body.startsWith(byteOrderMark);
    const QByteArray json = hasMark ? body.sliced(byteOrderMark.size()) : body;
    if (nowFits(hasMark ? json : byteOrderMark + body))
        return hasMark ? WebhookCheck::tr("It does without the byte order mark in front of the body.")
                       : WebhookCheck::tr("It does with a byte order mark in front of the body, which was cut off.");
    const QString change = changeOfForm(json, scheme.names, nowFits);
    if (change.isEmpty())
        return {};
    return hasMark ? WebhookCheck::tr("It does for the same JSON in another form: a program wrote the body anew, with "
                                      "a byte order mark in front, and changed %1. Check the bytes as they arrived.")
                         .arg(change)
                   : WebhookCheck::tr("It does for the same JSON in another form: a program wrote the body anew and "
                                      "changed %1. Check the bytes as they arrived.")
                         .arg(change);
}

/// Returns why none of the codes fits. The secret is blamed last.
WebhookVerdict mismatch(const WebhookScheme &scheme, const WebhookSignatures &signatures, const QByteArray &body,
                        const QByteArray &secret)
{
    const QString sentence = WebhookCheck::tr("The signature does not match.");
    const QList<Code> &codes = signatures.codes;
    const QByteArray trimmedSecret = secret.trimmed();
    if (trimmedSecret != secret && anyFits(codes, body, trimmedSecret))
        return wrong(Part::Secret, sentence, WebhookCheck::tr("It does without the spaces around the secret."));
    if (const QString change = changeOfBody(scheme, codes, body, secret); !change.isEmpty())
        return wrong(Part::Body, sentence, change);
    QList<Code> untimed = codes;
    for (Code &code : untimed)
        code.time.clear();
    if (scheme.signsTime && anyFits(untimed, body, secret))
        return wrong(Part::Signature, sentence,
                     WebhookCheck::tr("It was made over the body alone. The time and a dot belong in front of it."));
    if (signatures.problem)
        return *signatures.problem;
    if (body.startsWith(byteOrderMark))
        return wrong(Part::Body, sentence,
                     WebhookCheck::tr("A byte order mark stands in front of the body: a program wrote it anew. Check "
                                      "the bytes as they arrived. If they are these, the secret belongs to another "
                                      "endpoint."));
    if (const QString signs = signsOfReformatting(body); !signs.isEmpty())
        return wrong(Part::Body, sentence,
                     WebhookCheck::tr("The body looks as if a program had written it anew: %1. Check the bytes as "
                                      "they arrived. If they are these, the secret belongs to another endpoint.")
                         .arg(signs));
    return wrong(Part::Secret, sentence,
                 WebhookCheck::tr("The body is not what was sent, byte for byte, or the secret belongs to another "
                                  "endpoint."));
}

WebhookVerdict inTime(const Code &code, const QDateTime &now)
{
    const qint64 age = now.toSecsSinceEpoch() - code.time.toLongLong();
    if (code.time.isEmpty() || (age <= toleranceSeconds && age >= -toleranceSeconds))
        return {Outcome::Genuine,
                Part::None,
                WebhookCheck::tr("The signature is right."),
                WebhookCheck::tr("The body was sent by somebody who has the secret, and was not changed."),
                {}};
    const QString when =
        QLocale().toString(QDateTime::fromSecsSinceEpoch(code.time.toLongLong()).toLocalTime(), QLocale::ShortFormat);
    if (age > 0)
        return {Outcome::Stale,
                Part::Signature,
                WebhookCheck::tr("The signature is right, but too old."),
                WebhookCheck::tr("It was made on %1. A receiver refuses it after 5 minutes, so that it cannot be sent "
                                 "again by somebody else.")
                    .arg(when),
                {}};
    return {Outcome::Stale,
            Part::Signature,
            WebhookCheck::tr("The signature is right, but from the future."),
            WebhookCheck::tr("It was made on %1. One of the two clocks is wrong.").arg(when),
            {}};
}

/// Returns what is odd beside the signature that fits.
QString remarkOf(const WebhookSignatures &signatures, const QByteArray &body, const QByteArray &secret)
{
    if (signatures.problem)
        return WebhookCheck::tr("Another one beside it is none. %1").arg(signatures.problem->sentence);
    if (!signatures.unknown.isEmpty())
        return WebhookCheck::tr("“%1” beside it was not looked at.").arg(signatures.unknown.first());
    const bool allFit =
        std::ranges::all_of(signatures.codes, [&](const Code &code) { return fits(code, body, secret); });
    return allFit ? QString()
                  : WebhookCheck::tr("Another one beside it does not fit this secret, as while a secret is being "
                                     "replaced.");
}

} // namespace

const std::vector<WebhookScheme> &webhookSchemes()
{
    static const std::vector<WebhookScheme> all{
        {u"paymentkit"_s, u"PaymentKit"_s, u"X-Webhook-Signature"_s, u"5257a869e7ec…"_s, false,
         QByteArrayList{"id", "object", "type", "status", "currency", "total_amount_atom", "due_amount_atom",
                        "paid_amount_atom", "created", "livemode", "data", "previous_attributes"}},
        {u"khaime"_s, u"Khaime"_s, u"X-Khaime-Signature"_s, u"5257a869e7ec…"_s, false,
         QByteArrayList{"api_version", "event_id", "event_type", "occurred_at", "is_live", "business_id", "data"}},
        {u"ikawaari"_s, u"Ikawaari"_s, u"Ikawaari-Signature"_s, u"t=1708300800,v1=5257a869e7ec…"_s, true,
         QByteArrayList{"id", "type", "created", "object", "amount", "currency", "status", "data"}},
    };
    return all;
}

WebhookVerdict checkWebhook(const QString &kind, const QByteArray &body, const QString &signature,
                            const http::Secret &secret, const QDateTime &now)
{
    const WebhookScheme *scheme = schemeOf(kind);
    if (!scheme)
        return wrong(Part::None, WebhookCheck::tr("This version does not know how this provider signs."));
    if (body.isEmpty())
        return wrong(Part::Body, WebhookCheck::tr("The body is empty."),
                     WebhookCheck::tr("Paste it as it arrived, byte for byte."));
    const WebhookSignatures given = readWebhookSignatures(*scheme, signature);
    if (given.codes.isEmpty())
        return given.problem.value_or(wrong(Part::Signature, WebhookCheck::tr("The signature is empty."),
                                            WebhookCheck::tr("Paste the value of the header %1.").arg(scheme->header)));
    if (secret.isEmpty())
        return wrong(Part::Secret, WebhookCheck::tr("The secret is empty."),
                     WebhookCheck::tr("Paste the signing secret of the endpoint, often “whsec_…”."));
    const QByteArray key = secret.reveal().toUtf8();
    std::optional<WebhookVerdict> verdict;
    for (const Code &code : given.codes) {
        if (fits(code, body, key) && (!verdict || verdict->outcome != Outcome::Genuine))
            verdict = inTime(code, now);
    }
    if (!verdict)
        return mismatch(*scheme, given, body, key);
    verdict->remark = remarkOf(given, body, key);
    return *verdict;
}

} // namespace tilldeck::providers
