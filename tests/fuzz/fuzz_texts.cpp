// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that are pasted or arrive from elsewhere: URLs and ids to recognise, webhooks to check, answers to redact.
#include "fuzz/fuzz.h"
#include "http/redact.h"
#include "providers/recognise.h"
#include "providers/webhook_check.h"

using namespace tilldeck;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const fuzz::Input input(data, size);
    const auto &schemes = providers::webhookSchemes();
    const QString kind = schemes[input.choice % schemes.size()].kind;
    const QString text = QString::fromUtf8(input.rest);
    const QString templates[] = {QString(), QString::fromLatin1("https://checkout.paymentkit.example/{token}")};
    (void)providers::recognise(kind, QUrl(QString::fromLatin1("https://api.provider.example")),
                               templates[input.choice / 16 % 2], text);
    const qsizetype line = input.rest.indexOf('\n');
    const auto verdict = providers::checkWebhook(
        kind, input.rest.mid(line + 1), QString::fromUtf8(input.rest.left(line)),
        http::Secret(QString::fromLatin1("whsec_canary_9f3a2b71c4")), QDateTime::fromSecsSinceEpoch(1'760'000'000));
    fuzz::check(!verdict.sentence.contains("canary"_L1));
    (void)http::redactUrl(QUrl(text));
    (void)http::redactJson(QJsonDocument::fromJson(input.rest).object());
    return 0;
}
