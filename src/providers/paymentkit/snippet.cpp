// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/paymentkit/snippet.h"

#include "providers/wire/script_string.h"

#include <QCoreApplication>

namespace tilldeck::providers::paymentkit {

using namespace Qt::StringLiterals;

std::vector<Snippet> snippets(const checkout::Session &session)
{
    if (session.secureToken.isEmpty())
        return {};
    Snippet snippet;
    snippet.name = QCoreApplication::translate("PaymentKit", "PaymentKit.js snippet");
    snippet.text = u"import PaymentKit from \"@payment-kit-js/vanilla\";\n"
                   "import CardPaymentMethod from \"@payment-kit-js/vanilla/payment-methods/card\";\n"
                   "\n"
                   "const paymentKit = PaymentKit({\n"
                   "  environment: \"production\", // or \"sandbox\"\n"
                   "  secureToken: %1,\n"
                   "  paymentMethods: [CardPaymentMethod],\n"
                   "});\n"
                   "for (const part of [\"card_pan\", \"card_exp\", \"card_cvc\"])\n"
                   "  paymentKit.card.createElement(part, {}).mount(`#${part}`);\n"
                   "// When the customer pays:\n"
                   "// paymentKit.submit({ paymentMethod: \"card\", fields: { /* your form */ }, onSuccess, "
                   "onError });\n"_s.arg(scriptString(session.secureToken));
    snippet.secret = true;
    return {snippet};
}

} // namespace tilldeck::providers::paymentkit
