// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/paymentkit/client.h"

#include "providers/minor_units.h"
#include "providers/paymentkit/codec_request.h"
#include "providers/paymentkit/codec_sessions.h"
#include "providers/wire/reads.h"
#include "providers/wire/writes.h"

#include <QCoreApplication>

namespace tilldeck::providers::paymentkit {

using namespace Qt::StringLiterals;

using checkout::Field;
using checkout::Result;
using checkout::Session;
using checkout::SessionDraft;

namespace {

QString sessionsPath()
{
    return u"checkout-sessions"_s;
}

/// Adds the parameter without which answers leave out custom fields (contracts, parameter ExpandSession).
QUrl withCustomFields(QUrl url)
{
    url.setQuery(u"expand=custom_fields"_s);
    return url;
}

} // namespace

checkout::Capabilities capabilities()
{
    checkout::Capabilities has;
    has.providerName = u"PaymentKit"_s;
    has.flow = u"paymentkit.session"_s;
    has.flows = {{has.flow, QCoreApplication::translate("PaymentKit", "Checkout session"),
                  QCoreApplication::translate("PaymentKit", "A page of PaymentKit where the customer pays once.")}};
    has.account.accountId = true;
    has.account.checkoutUrl = true;
    has.account.accountIdHint =
        QCoreApplication::translate("PaymentKit", "Settings, API, Account ID in the PaymentKit dashboard.");
    has.account.keyHint =
        QCoreApplication::translate("PaymentKit", "The secret key. Starts with sk_live_, st_prod_ or, "
                                                  "for tests, sk_test_ or sk_sandbox_.");
    has.account.summary = QCoreApplication::translate("PaymentKit", "Account ID and secret key");
    has.documentedCurrencies = documentedCurrencies(Family::PaymentKit);
    has.fields = {Field::Customer,       Field::LineItems,     Field::Price,           Field::Cascade,
                  Field::ProcessorRoute, Field::PromotionCode, Field::Coupon,          Field::Expiry,
                  Field::SuccessUrl,     Field::ReturnUrl,     Field::CustomFieldName, Field::SubscriptionFieldName};
    has.sessionIdIn = {Field::SuccessUrl};
    has.expiry = checkout::Capabilities::HoursRange{1, 720, 24};
    has.customFieldTextLength = 500;
    has.expireCall = true;
    has.listsSessions = true;
    has.refunds = true;
    // createRefund: "A retry with the same Idempotency-Key returns the first refund." It names no lifetime of the key.
    has.honoursRefundKey = true;
    has.writesPromotionCodes = true;
    has.writesRoutes = true;
    return has;
}

Client::Client(http::HttpClient *http, const QUrl &baseUrl, const QString &accountId, http::Secret key,
               std::chrono::milliseconds deadline)
    : m_account(Api(http, baseUrl, std::move(key), deadline, traits()), accountId)
{
}

Result<Write<Session>> Client::prepareCreation(const SessionDraft &draft, const QString &key) const
{
    const auto url = m_account.address({sessionsPath()});
    if (!url)
        return std::unexpected(unusableId(Call::Create));
    const auto body = encodeCreate(draft);
    if (!body)
        return std::unexpected(body.error());
    return writeOf<Session>(m_account.api, Call::Create, m_account.api.post(*url, *body, key), &decodeCreated, draft);
}

http::Task<Result<Session>> Client::session(Session known)
{
    const auto url = m_account.address({sessionsPath(), known.id});
    if (!url)
        return failedTask<Session>(unusableId(Call::Session));
    return readOne<Session>(
        m_account.api, Call::Session, withCustomFields(*url),
        [id = known.id](const QJsonDocument &answer) { return onlyAbout(id, decodeSession(answer)); });
}

Result<Write<Session>> Client::prepareExpiry(const QString &id) const
{
    const auto url = m_account.address({sessionsPath(), id, u"expire"_s});
    if (!url)
        return std::unexpected(unusableId(Call::Expire));
    return writeOf<Session>(m_account.api, Call::Expire, m_account.api.post(*url, {}),
                            [id](const QJsonDocument &answer) { return onlyAbout(id, decodeSession(answer)); });
}

http::Task<Result<Page<Session>>> Client::sessions(int offset)
{
    const auto url = m_account.address({sessionsPath()});
    if (!url)
        return failedTask<Page<Session>>(unusableId(Call::List));
    return readPage(m_account.api, withCustomFields(*url), offset, &decodePage<Session>);
}

http::Task<Result<Page<checkout::Transaction>>> Client::transactions(int offset)
{
    const auto url = m_account.address({u"transactions"_s});
    if (!url)
        return failedTask<Page<checkout::Transaction>>(unusableId(Call::List));
    return readPage(m_account.api, *url, offset, &decodePage<checkout::Transaction>);
}

} // namespace tilldeck::providers::paymentkit
