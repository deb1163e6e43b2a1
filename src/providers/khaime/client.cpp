// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/khaime/client.h"

#include "providers/khaime/text.h"

#include "providers/khaime/codec_lists.h"
#include "providers/khaime/codec_refund.h"
#include "providers/khaime/codec_request.h"
#include "providers/khaime/codec_sessions.h"
#include "providers/khaime/quote.h"
#include "providers/wire/reads.h"
#include "providers/wire/writes.h"

#include <QCoreApplication>

namespace tilldeck::providers::khaime {

using checkout::Error;
using checkout::ErrorKind;
using checkout::Field;
using checkout::Problem;
using checkout::Result;
using checkout::Session;
using checkout::SessionDraft;

using namespace Qt::StringLiterals;

namespace {

QUrl addressOf(const Account &account, Flow flow)
{
    switch (flow) {
    case Flow::Charge:
        return *account.partner({u"payments"_s, u"charge"_s});
    case Flow::Session:
        return *account.partner({u"payments"_s, u"sessions"_s});
    case Flow::Checkout:
        return *account.checkout({u"initialize"_s});
    }
    return {};
}

/// Returns the request that creates @p draft. A charge without a reference gets @p reference.
Result<http::Request> creation(const Account &account, const SessionDraft &draft, const QString &reference)
{
    const auto body = encodeCreate(draft, reference);
    if (!body)
        return std::unexpected(body.error());
    const Flow flow = flowOf(draft.flow).value_or(Flow::Charge);
    http::Request request = account.api.post(addressOf(account, flow), *body);
    if (flow != Flow::Checkout)
        return request;
    if (account.merchantId.isEmpty()) {
        const QString sentence = KhaimeText::tr("The embedded checkout needs the account's merchant ID. Enter it in "
                                                "Accounts.");
        Error error(ErrorKind::InvalidInput, sentence);
        error.problems = {Problem(Field::Flow, sentence)};
        return std::unexpected(std::move(error));
    }
    request.headers.emplace_back("X-Merchant-ID", account.merchantId.toUtf8());
    return request;
}

Error unusableId()
{
    return {ErrorKind::NotFound, KhaimeText::tr("This is not the ID of a Khaime session. Check it.")};
}

http::Task<Result<Session>> lookUpSession(const Account &account, const QString &id)
{
    const auto url = account.partner({u"payments"_s, u"sessions"_s, id});
    if (!url)
        return failedTask<Session>(unusableId());
    return readOne<Session>(account.api, Call::Session, *url,
                            [id](const QJsonDocument &answer) { return onlyAbout(id, decodeSession(answer)); });
}

/// Sends the token without the key: the token is all the authority that getSdkSession needs.
http::Task<Result<Session>> lookUpCheckout(const Account &account, const QString &token)
{
    if (token.isEmpty()) {
        const Error error(ErrorKind::NotFound,
                          KhaimeText::tr("Khaime can be asked about an embedded checkout by its token only, and this "
                                         "one's is not known on this computer. Its payment appears in Transactions."));
        return failedTask<Session>(error);
    }
    const auto url = account.checkout({u"session"_s, token});
    if (!url)
        return failedTask<Session>(unusableId());
    return readOne<Session>(
        account.api.withoutCredentials(), Call::Session, *url, [token](const QJsonDocument &answer) {
            return onlyAbout(token, decodeCheckout(answer, QDateTime::currentDateTimeUtc()), &Session::secureToken);
        });
}

} // namespace

Client::Client(http::HttpClient *http, const QUrl &baseUrl, const QString &merchantId, http::Secret key,
               std::chrono::milliseconds deadline)
    : m_account(Api(http, baseUrl, std::move(key), deadline, traits()), merchantId)
{
}

http::Task<Result<checkout::Quote>> Client::quote(SessionDraft draft)
{
    return khaime::quote(m_account, std::move(draft));
}

Result<Write<Session>> Client::prepareCreation(const SessionDraft &draft, const QString &key) const
{
    auto request = creation(m_account, draft, key);
    if (!request)
        return std::unexpected(request.error());
    const auto decode = [draft](const QJsonDocument &answer) {
        return decodeCreated(answer, draft, QDateTime::currentDateTimeUtc());
    };
    return writeOf<Session>(m_account.api, Call::Create, std::move(*request), decode, draft);
}

http::Task<Result<Session>> Client::session(Session known)
{
    switch (flowOf(known.flow).value_or(Flow::Charge)) {
    case Flow::Session:
        return lookUpSession(m_account, known.id);
    case Flow::Checkout:
        return lookUpCheckout(m_account, known.secureToken);
    case Flow::Charge:
        break;
    }
    return failedTask<Session>(
        unsupported(KhaimeText::tr("Khaime cannot be asked about a charge. Its payment appears in Transactions.")));
}

http::Task<Result<Page<checkout::Transaction>>> Client::transactions(int offset)
{
    return readPage(m_account.api, *m_account.partner({u"transactions"_s}), offset, &decodePage<checkout::Transaction>);
}

http::Task<Result<Write<checkout::Refund>>> Client::prepareRefund(RefundRequest request, QString)
{
    const auto body = encodeRefund(request);
    if (!body)
        co_return std::unexpected(body.error());
    http::Request post = m_account.api.post(*m_account.partner({u"refunds"_s}), *body);
    const auto decode = [request](const QJsonDocument &answer) { return decodeRefund(answer, request); };
    co_return writeOf<checkout::Refund>(m_account.api, Call::Refund, std::move(post), decode);
}

http::Task<Result<checkout::Catalog>> Client::catalog()
{
    const Account account = m_account; // the client may be destroyed before this ends
    const QUrl url = *account.partner({u"products"_s});
    auto products = co_await readAll(account.api, url, &decodePage<checkout::Product>, &objectId<checkout::Product>);
    if (!products)
        co_return std::unexpected(products.error());
    checkout::Catalog catalog;
    catalog.products.available = true;
    catalog.products.isCut = products->isCut;
    catalog.products.items = std::move(products->items);
    catalog.products.unread = std::move(products->unread);
    // The catalog is good without it.
    const QUrl own = *account.partner({u"account"_s});
    const auto answer = co_await read(account.api, Call::Session, own);
    if (answer)
        catalog.currency = decodeAccountCurrency(*answer);
    catalog.fetchedAt = QDateTime::currentDateTimeUtc();
    co_return std::move(catalog);
}

} // namespace tilldeck::providers::khaime
