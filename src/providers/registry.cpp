// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/registry.h"

#include "providers/ikawaari/client.h"
#include "providers/khaime/client.h"
#include "providers/khaime/flows.h"
#include "providers/khaime/snippet.h"
#include "providers/paymentkit/client.h"
#include "providers/paymentkit/snippet.h"

namespace tilldeck::providers {

using namespace Qt::StringLiterals;

namespace {

bool isPaymentKit(const QString &kind)
{
    return kind == "paymentkit"_L1;
}

bool isKhaime(const QString &kind)
{
    return kind == "khaime"_L1;
}

bool isIkawaari(const QString &kind)
{
    return kind == "ikawaari"_L1;
}

} // namespace

std::shared_ptr<Provider> make(http::HttpClient &http, const Connection &connection)
{
    if (isPaymentKit(connection.kind))
        return std::make_shared<paymentkit::Client>(&http, connection.baseUrl, connection.accountId, connection.key);
    if (isKhaime(connection.kind))
        return std::make_shared<khaime::Client>(&http, connection.baseUrl, connection.merchantId, connection.key);
    if (isIkawaari(connection.kind)) {
        const auto body = ikawaari::bodyOf(connection.dialect);
        return std::make_shared<ikawaari::Client>(&http, connection.baseUrl, body, connection.key);
    }
    return nullptr;
}

std::optional<checkout::Capabilities> capabilities(const QString &kind, const QString &flow)
{
    if (isPaymentKit(kind))
        return paymentkit::capabilities();
    if (isKhaime(kind))
        return khaime::capabilities(khaime::flowOf(flow).value_or(khaime::Flow::Charge));
    if (isIkawaari(kind))
        return ikawaari::capabilities();
    return std::nullopt;
}

std::vector<Snippet> snippets(const QString &kind, const checkout::Session &session, Reach reach)
{
    if (isPaymentKit(kind))
        return paymentkit::snippets(session, reach);
    return isKhaime(kind) ? khaime::snippets(session) : std::vector<Snippet>();
}

} // namespace tilldeck::providers
