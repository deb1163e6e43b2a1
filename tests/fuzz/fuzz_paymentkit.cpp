// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"
#include "providers/paymentkit/codec_catalog.h"
#include "providers/paymentkit/codec_page.h"
#include "providers/paymentkit/codec_sessions.h"
#include "providers/paymentkit/codec_writes.h"

using namespace tilldeck;
using namespace tilldeck::providers;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const fuzz::Input input(data, size);
    const QJsonDocument answer = QJsonDocument::fromJson(input.rest);
    const checkout::Transaction paid(QString::fromLatin1("pay_1"),
                                     money::Money(4900, *money::Currency::fromCode(u"USD")));
    const RefundRequest refund(paid, money::Money(500, paid.amount.currency()));
    switch (input.choice % 10) {
    case 0:
        if (const auto session = paymentkit::decodeSession(answer))
            fuzz::check(!session->id.isEmpty());
        break;
    case 1:
        if (const auto session = paymentkit::decodeCreated(answer))
            fuzz::check(!session->id.isEmpty());
        break;
    case 2:
        (void)paymentkit::decodePage<checkout::Session>(answer, 0);
        break;
    case 3:
        (void)paymentkit::decodePage<checkout::Transaction>(answer, 0);
        break;
    case 4:
        (void)paymentkit::decodePage<checkout::Price>(answer, 0);
        break;
    case 5:
        (void)paymentkit::decodePage<checkout::Coupon>(answer, 0);
        break;
    case 6:
        (void)paymentkit::decodePage<checkout::PromotionCode>(answer, 0);
        break;
    case 7:
        (void)paymentkit::decodePage<checkout::ProcessorRoute>(answer, 0);
        break;
    case 8:
        if (const auto made = paymentkit::decodeRefund(answer, refund))
            fuzz::check(made->amount.currency() == paid.amount.currency());
        break;
    default:
        (void)paymentkit::decodeCoupon(answer);
        (void)paymentkit::decodePromotionCode(answer);
        (void)paymentkit::decodeRoute(answer);
        (void)paymentkit::decodePage<checkout::Customer>(answer, 0);
        (void)paymentkit::decodePage<checkout::Product>(answer, 0);
    }
    return 0;
}
