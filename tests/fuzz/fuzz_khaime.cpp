// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"
#include "providers/khaime/codec_lists.h"
#include "providers/khaime/codec_quote.h"
#include "providers/khaime/codec_refund.h"
#include "providers/khaime/codec_sessions.h"

using namespace tilldeck;
using namespace tilldeck::providers;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const fuzz::Input input(data, size);
    const QJsonDocument answer = QJsonDocument::fromJson(input.rest);
    const checkout::Transaction paid(QString::fromLatin1("pay_1"),
                                     money::Money(4900, *money::Currency::fromCode(u"USD")));
    const RefundRequest refund(paid, money::Money(500, paid.amount.currency()));
    checkout::SessionDraft draft;
    draft.pricing = money::Money(9000, *money::Currency::fromCode(u"USD"));
    draft.chargeCurrency = money::Currency::fromCode(u"NGN");
    switch (input.choice % 11) {
    case 0:
        if (const auto session = khaime::decodeSession(answer))
            fuzz::check(!session->id.isEmpty());
        break;
    case 1:
        (void)khaime::decodeCheckout(answer, QDateTime::fromMSecsSinceEpoch(0));
        break;
    case 2:
        (void)khaime::decodePage<checkout::Transaction>(answer, 0);
        break;
    case 3:
        (void)khaime::decodePage<checkout::Product>(answer, 0);
        break;
    case 4:
        (void)khaime::decodePreview(answer, draft);
        break;
    case 5:
        (void)khaime::decodeLocalPrice(answer, draft.chargeCurrency);
        (void)khaime::decodeAccountCurrency(answer);
        break;
    case 6:
        if (const auto merchant = khaime::decodeSubMerchant(answer))
            (void)khaime::splitOf(*draft.pricing, *merchant);
        break;
    case 7:
    case 8:
    case 9: {
        const khaime::Flow flows[] = {khaime::Flow::Charge, khaime::Flow::Session, khaime::Flow::Checkout};
        draft.flow = khaime::idOf(flows[input.choice % 11 - 7]);
        // What was made has an id, and a state also where the answer names none.
        const auto session = khaime::decodeCreated(answer, draft, QDateTime::fromMSecsSinceEpoch(0, Qt::UTC));
        if (session) {
            fuzz::check(!session->id.isEmpty());
            fuzz::check(!session->rawStatus.isEmpty() || session->status != checkout::SessionStatus::Unrecognised);
        }
        break;
    }
    default:
        if (const auto made = khaime::decodeRefund(answer, refund))
            fuzz::check(made->amount.currency() == paid.amount.currency());
    }
    return 0;
}
