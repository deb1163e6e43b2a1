// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/registry.h"

#include "providers/paymentkit/client.h"

namespace tilldeck::providers {

namespace {

bool isPaymentKit(const QString &kind)
{
    return kind == QLatin1String("paymentkit");
}

} // namespace

std::shared_ptr<Provider> make(http::HttpClient &http, const Connection &connection)
{
    if (!isPaymentKit(connection.kind))
        return nullptr;
    return std::make_shared<paymentkit::Client>(&http, connection.baseUrl, connection.accountId, connection.key);
}

std::optional<checkout::Capabilities> capabilities(const QString &kind, const QString &)
{
    return isPaymentKit(kind) ? std::optional(paymentkit::capabilities()) : std::nullopt;
}

std::vector<Snippet> snippets(const QString &, const checkout::Session &)
{
    return {};
}

} // namespace tilldeck::providers
