// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/ask_provider_time.h"

#include "desk/while_open.h"

#include <QCoreApplication>

namespace tilldeck::desk {

namespace {

struct ProviderTimeText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::ProviderTime)
};

} // namespace

http::Task<checkout::Result<QDateTime>> askProviderTime(QPointer<Desk> desk, QString accountId)
{
    const auto provider = co_await whileOpen(desk, desk->provider(accountId));
    if (!provider)
        co_return std::unexpected(provider.error());
    const int before = desk->providerTimeReadings(accountId);
    // Every provider has this call. A refusal says the time as well. A date that agrees with nothing counts when the
    // next one does not differ.
    for (int asked = 0; asked < 2; ++asked) {
        const auto answer = co_await whileOpen(desk, (*provider)->transactions(0));
        if (desk && desk->providerTimeReadings(accountId) > before)
            co_return desk->providerTime(accountId);
        if (!answer && answer.error().httpStatus == 0)
            co_return std::unexpected(answer.error());
    }
    co_return std::unexpected(checkout::Error(
        checkout::ErrorKind::Malformed,
        ProviderTimeText::tr("%1 does not say its time.").arg(desk->capabilities(accountId).providerName)));
}

} // namespace tilldeck::desk
