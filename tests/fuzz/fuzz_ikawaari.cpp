// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"
#include "providers/ikawaari/codec_payments.h"
#include "providers/ikawaari/codec_sessions.h"

using namespace tilldeck;
using namespace tilldeck::providers;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const fuzz::Input input(data, size);
    const QJsonDocument answer = QJsonDocument::fromJson(input.rest);
    const checkout::Transaction paid(QString::fromLatin1("pay_1"),
                                     money::Money(22500, *money::Currency::fromCode(u"XOF")));
    const RefundRequest refund(paid, money::Money(500, paid.amount.currency()));
    switch (input.choice % 5) {
    case 0:
        if (const auto session = ikawaari::decodeSession(answer))
            fuzz::check(!session->id.isEmpty());
        break;
    case 1:
        if (const auto session = ikawaari::decodeCreated(answer))
            fuzz::check(!session->id.isEmpty());
        break;
    case 2:
        (void)ikawaari::decodePayment(answer, QString::fromLatin1("pay_1"));
        break;
    case 3:
        (void)ikawaari::decodePayments(answer);
        break;
    default:
        if (const auto made = ikawaari::decodeRefunded(answer, refund))
            fuzz::check(made->amount.currency() == paid.amount.currency());
    }
    return 0;
}
