// SPDX-License-Identifier: GPL-3.0-or-later
// A provider that quotes and takes charges, as the contract's examples answer (Khaime).
#pragma once

#include "desk/bench.h"
#include "desk/request_quote.h"
#include "http/scripted_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tilldeck::desk::test {

using namespace Qt::StringLiterals;

class ChargeServer
{
public:
    ChargeServer()
    {
        m_server.onRequest = [this](QTcpSocket &socket, const QByteArray &request) {
            const bool preview = request.contains("\"preview\":true");
            if (preview && holdQuotes) {
                m_held.emplace_back(&socket, request);
                return;
            }
            socket.write(answerTo(request, preview));
        };
    }

    QString connectTo(Bench &bench) const
    {
        return bench.connectTo(u"Charges"_s, m_server.url(QString()).toString(), QString(), u"pk_sandbox_1"_s,
                               accounts::ProviderKind::Khaime);
    }

    /// The bodies of the charges that were sent for real.
    QList<QJsonObject> charges() const { return parsed(chargeBodies()); }
    QByteArrayList chargeBodies() const { return bodies(false); }
    QList<QJsonObject> previews() const { return parsed(bodies(true)); }

    /// Answers what was held back.
    void releaseQuotes()
    {
        for (const auto &[socket, request] : std::exchange(m_held, {})) {
            if (socket)
                socket->write(answerTo(request, true));
        }
    }

    qint64 rate = 160; ///< Smallest units of NGN for one of USD.
    bool holdQuotes = false;
    QByteArray chargeId = "charge_1";
    QByteArray chargeAnswer;         ///< Instead of a charge; empty: a charge.
    QList<QJsonObject> transactions; ///< Newest first.
    QByteArray quoteAnswer;          ///< Instead of a preview.
    bool listsTransactions = true;

private:
    static QByteArray bodyOf(const QByteArray &request) { return request.mid(request.indexOf("\r\n\r\n") + 4); }

    static QList<QJsonObject> parsed(const QByteArrayList &bodies)
    {
        QList<QJsonObject> found;
        for (const QByteArray &body : bodies)
            found << QJsonDocument::fromJson(body).object();
        return found;
    }

    QByteArrayList bodies(bool preview) const
    {
        QByteArrayList found;
        for (const QByteArray &request : m_server.requests()) {
            if (request.startsWith("POST") && request.contains("/payments/charge") &&
                request.contains("\"preview\":true") == preview)
                found << bodyOf(request);
        }
        return found;
    }

    QByteArray answerTo(const QByteArray &request, bool preview) const
    {
        const auto answer = [](int status, const QByteArray &body) {
            return http::test::answer(status, body, http::test::dateHeader(QDateTime::currentDateTimeUtc()));
        };
        if (request.contains("/pricing/calculate")) {
            const QByteArray amount = request.mid(request.indexOf("amount=") + 7);
            qsizetype digits = 0;
            while (digits < amount.size() && amount.at(digits) >= '0' && amount.at(digits) <= '9')
                ++digits;
            const qint64 local = amount.left(digits).toLongLong() * rate;
            return answer(200, R"({"local":{"currency":"NGN","amount":)" + QByteArray::number(local) + "}}");
        }
        if (request.contains("/transactions")) {
            if (!listsTransactions)
                return answer(404, R"({"success":false,"error":"Not found"})");
            QJsonArray list;
            for (const QJsonObject &transaction : transactions)
                list << transaction;
            const QJsonObject data{
                {u"transactions"_s, list}, {u"total"_s, list.size()}, {u"limit"_s, 100}, {u"offset"_s, 0}};
            return answer(
                200,
                QJsonDocument(QJsonObject{{u"success"_s, true}, {u"data"_s, data}}).toJson(QJsonDocument::Compact));
        }
        if (!request.contains("/payments/charge"))
            return answer(404, R"({"success":false,"error":"Not found"})");
        if (!preview)
            return chargeAnswer.isEmpty()
                       ? answer(200, R"({"success":true,"data":{"payment_gateway":"paystack",)"
                                     R"("payment_url":"https://paystack.example/p/1","charge_id":")" +
                                         chargeId + "\"}}")
                       : chargeAnswer;
        if (!quoteAnswer.isEmpty())
            return quoteAnswer;
        const QJsonObject asked = QJsonDocument::fromJson(bodyOf(request)).object();
        const QJsonValue amount = asked.value(u"amount"_s);
        const QJsonValue total = asked.value(u"total_amount"_s);
        const QJsonObject customer{{u"currency"_s, asked.value(u"currency"_s)},
                                   {u"base_amount"_s, amount},
                                   {u"transaction_fee"_s, 92160},
                                   {u"total_charged"_s, amount},
                                   {u"pays_fees"_s, false}};
        const QJsonObject business{{u"currency"_s, u"USD"_s}, {u"priced_amount"_s, total}};
        const QJsonObject conversion{{u"original_amount"_s, total},
                                     {u"original_currency"_s, u"USD"_s},
                                     {u"converted_amount"_s, amount},
                                     {u"converted_currency"_s, u"NGN"_s},
                                     {u"exchange_rate"_s, 1600}};
        const QJsonObject data{{u"preview"_s, true},          {u"payment_gateway"_s, u"paystack"_s},
                               {u"is_international"_s, true}, {u"customer"_s, customer},
                               {u"business"_s, business},     {u"conversion"_s, conversion}};
        return answer(
            200, QJsonDocument(QJsonObject{{u"success"_s, true}, {u"data"_s, data}}).toJson(QJsonDocument::Compact));
    }

    http::test::ScriptedServer m_server;
    std::vector<std::pair<QPointer<QTcpSocket>, QByteArray>> m_held;
};

inline http::Task<bool> quoteInto(QPointer<Desk> desk, QString accountId, checkout::SessionDraft draft,
                                  std::optional<checkout::Result<checkout::Quote>> *into)
{
    auto answer = co_await requestQuote(desk, accountId, draft);
    *into = answer;
    co_return true;
}

/// QCoro::waitFor() wants an answer that can be empty.
inline checkout::Result<checkout::Quote> quoteNow(Desk &desk, const QString &accountId,
                                                  const checkout::SessionDraft &draft)
{
    std::optional<checkout::Result<checkout::Quote>> answer;
    (void)QCoro::waitFor(quoteInto(&desk, accountId, draft, &answer));
    return *answer;
}

inline money::Money in(const QString &code, qint64 minorUnits)
{
    return {minorUnits, *money::Currency::fromCode(code)};
}

/// 90.00 USD, paid by somebody in Nigeria in naira.
inline checkout::SessionDraft charge(qint64 cents = 9000)
{
    checkout::SessionDraft draft;
    draft.flow = u"khaime.charge"_s;
    draft.pricing = in(u"USD"_s, cents);
    draft.chargeCurrency = money::Currency::fromCode(u"NGN");
    draft.customer.email = u"ada@example.com"_s;
    draft.customer.country = u"NG"_s;
    draft.reference = u"KS-1"_s;
    return draft;
}

/// A payment of a charge, as the provider lists it.
inline QJsonObject payment(const QString &chargeId, const QString &status, const QString &reference = {})
{
    QJsonObject item{{u"transaction_id"_s, u"txn_"_s + chargeId},
                     {u"charge_id"_s, chargeId},
                     {u"amount"_s, 1440000},
                     {u"currency"_s, u"NGN"_s},
                     {u"total_amount"_s, 9000},
                     {u"total_currency"_s, u"USD"_s},
                     {u"transaction_fee"_s, 92160},
                     {u"status"_s, status},
                     {u"created_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}};
    if (!reference.isEmpty())
        item.insert(u"reference"_s, reference);
    return item;
}

} // namespace tilldeck::desk::test
