// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/paymentkit/snippet.h"

#include "providers/wire/script_string.h"

#include <QCoreApplication>

namespace tilldeck::providers::paymentkit {

using namespace Qt::StringLiterals;

namespace {

/// Returns the environment and what is to be known of it. Sandbox and production of PaymentKit are one host; the
/// package has "local" and "tunnel" for a server of one's own.
QString environmentOf(Reach reach)
{
    switch (reach) {
    case Reach::Live:
        return u"\"production\","_s;
    case Reach::Test:
        return u"\"sandbox\","_s;
    case Reach::OwnSandbox:
        break;
    }
    return u"\"local\", // http://localhost:9000; or \"tunnel\""_s;
}

} // namespace

std::vector<Snippet> snippets(const checkout::Session &session, Reach reach)
{
    if (session.secureToken.isEmpty())
        return {};
    Snippet snippet;
    snippet.name = QCoreApplication::translate("PaymentKit", "PaymentKit.js snippet");
    snippet.text = u"import PaymentKit from \"@payment-kit-js/vanilla\";\n"
                   "import CardPaymentMethod from \"@payment-kit-js/vanilla/payment-methods/card\";\n"
                   "\n"
                   "const paymentKit = PaymentKit({\n"
                   "  environment: %2\n"
                   "  secureToken: %1,\n"
                   "  paymentMethods: [CardPaymentMethod],\n"
                   "});\n"
                   "for (const part of [\"card_pan\", \"card_exp\", \"card_cvc\"])\n"
                   "  paymentKit.card.createElement(part, {}).mount(`#${part}`);\n"
                   "// When the customer pays:\n"
                   "// paymentKit.submit({ paymentMethod: \"card\", fields: { /* your form */ }, onSuccess, "
                   "onError });\n"_s.arg(scriptString(session.secureToken), environmentOf(reach));
    snippet.secret = true;
    return {snippet};
}

} // namespace tilldeck::providers::paymentkit
