// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that are pasted or arrive from elsewhere: URLs and ids to recognise, webhooks to check, answers to redact.
#include "fuzz/fuzz.h"
#include "http/redact.h"
#include "providers/recognise.h"
#include "providers/webhook_check.h"

using namespace tilldeck;
using namespace Qt::StringLiterals;

namespace {

using Outcome = providers::WebhookVerdict::Outcome;

void recogniseText(const QString &kind, const QString &pageTemplate, const QString &text)
{
    const QUrl api(u"https://api.provider.example"_s);
    const auto session = providers::recognise(kind, api, pageTemplate, text);
    if (!session)
        return;
    // What names the session is a part of what was pasted, and names it again.
    const QString name = session->secureToken.isEmpty() ? session->id : session->secureToken;
    fuzz::check(!name.isEmpty() && name.size() <= 512);
    fuzz::check(QUrl::fromPercentEncoding(text.toUtf8()).contains(name));
    const auto again = providers::recognise(kind, api, QString(), name);
    fuzz::check(again || !pageTemplate.isEmpty());
    fuzz::check(!again || again->secureToken == name || again->id == name);
}

void checkSignature(const QString &kind, const QByteArray &input)
{
    const qsizetype line = input.indexOf('\n');
    const QByteArray body = input.mid(line + 1);
    const QString signature = QString::fromUtf8(input.left(line));
    const auto verdictOf = [&](const QByteArray &bytes, const QString &secret) {
        return providers::checkWebhook(kind, bytes, signature, http::Secret(secret),
                                       QDateTime::fromSecsSinceEpoch(1'760'000'000));
    };
    const auto verdict = verdictOf(body, u"whsec_canary_9f3a2b71c4"_s);
    fuzz::check(!verdict.sentence.contains("canary"_L1) && !verdict.advice.contains("canary"_L1));
    // The corpus has signatures that are genuine with that secret; none is with another, or of another body.
    fuzz::check(verdictOf(body, u"whsec_another_4c17b2a3f9"_s).outcome == Outcome::Wrong);
    if (verdict.outcome != Outcome::Wrong)
        fuzz::check(verdictOf(body + ' ', u"whsec_canary_9f3a2b71c4"_s).outcome == Outcome::Wrong);
}

/// Puts a secret into an answer that nobody would write, by its name and inside a text, and looks for it.
void redactAnswer(uint8_t choice, const QByteArray &input)
{
    constexpr auto canary = "canary9f3a2b71c4"_L1;
    constexpr auto named = "another4c17b2a39f"_L1;
    if (input.contains(canary.data()) || input.contains(named.data()))
        return;
    const QString text = QString::fromUtf8(input.left(300));
    const QString secret = u"sec_"_s + canary;
    const QString forms[] = {secret, u"https://pay.example/c/"_s + secret, u"token="_s + canary, u"Bearer "_s + canary};
    QJsonObject answer = QJsonDocument::fromJson(input).object();
    answer.insert(u"detail"_s, text + u" "_s + forms[choice % 4] + u" "_s + text);
    answer.insert(u"client_secret"_s, QString(named));
    answer.insert(u"inner"_s, QJsonArray{QJsonObject{{u"message"_s, text + QString(named)}}});
    // In odd places: as a name, as a whole text, behind an address, and all of it quoted in a text.
    answer.insert(canary, text);
    answer.insert(u"odd"_s, QJsonArray{QString(canary), u"https://pay.example/c/"_s + canary});
    answer.insert(u"checkout_link"_s, QString(u"pay.example/c/"_s + canary));
    // A text is read as a sentence too, so this is the dearest of them.
    if (choice / 8 % 4 == 0) {
        const QString quoted = QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact));
        answer.insert(u"quoted"_s, choice / 4 % 2 == 0 ? quoted : u"Refused: "_s + quoted + u" is no session."_s);
    }
    const QByteArray shown = QJsonDocument(http::redactJson(answer).toObject()).toJson();
    fuzz::check(!shown.contains(canary.data()) && !shown.contains(named.data()));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const fuzz::Input input(data, size);
    const auto &schemes = providers::webhookSchemes();
    const QString kind = schemes[input.choice % schemes.size()].kind;
    const QString text = QString::fromUtf8(input.rest);
    const QString templates[] = {QString(), QString::fromLatin1("https://checkout.paymentkit.example/{token}")};
    recogniseText(kind, templates[input.choice / 16 % 2], text);
    checkSignature(kind, input.rest);
    (void)http::redactUrl(QUrl(text));
    redactAnswer(input.choice, input.rest);
    return 0;
}
