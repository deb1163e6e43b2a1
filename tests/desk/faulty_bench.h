// SPDX-License-Identifier: GPL-3.0-or-later
// A desk with an account at each provider of one sandbox, whose calls can be made to go wrong.
#pragma once

#include "desk/bench.h"
#include "desk/create_session.h"
#include "desk/preview_once.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlQuery>

namespace tilldeck::desk::test {

using namespace Qt::StringLiterals;

/// A fault in the answer to a write.
struct FaultCase
{
    /// Says what the answer shows of the write.
    enum class Shows { Done, Refused, Nothing };

    sandbox::Fault::Kind kind;
    const char *members; ///< With apostrophes for quotation marks.
    bool isMade;         ///< Whether the provider does what was asked for.
    Shows shows;

    QByteArray name() const { return sandbox::nameOf(kind).toUtf8() + ' ' + members; }
};

/// Returns each fault, and those moments of it that end otherwise. That of certificates is of connections:
/// tst_unsafe_connection.
inline const std::vector<FaultCase> &faultCases()
{
    using Kind = sandbox::Fault::Kind;
    using Shows = FaultCase::Shows;
    static const std::vector<FaultCase> all{
        {Kind::Delay, "{'ms': 30}", true, Shows::Done},
        {Kind::Delay, "{'ms': 30, 'at': 'before_commit'}", true, Shows::Done},
        {Kind::Drip, "{'ms': 1, 'size': 64}", true, Shows::Done},
        {Kind::Drop, "{'at': 'before_commit'}", false, Shows::Nothing},
        {Kind::Drop, "{'at': 'after_commit'}", true, Shows::Nothing},
        {Kind::Drop, "{'at': 'half_answered'}", true, Shows::Nothing},
        {Kind::Drop, "{'at': 'half_answered', 'chunked': true}", true, Shows::Nothing},
        {Kind::Reset, "{'at': 'before_commit'}", false, Shows::Nothing},
        {Kind::Reset, "{'at': 'after_commit'}", true, Shows::Nothing},
        {Kind::ContentType, "{'content_type': 'text/plain'}", true, Shows::Done},
        {Kind::Html, "{'at': 'before_commit'}", false, Shows::Nothing},
        {Kind::Html, "{'at': 'after_commit'}", true, Shows::Nothing},
        {Kind::Empty, "{'at': 'after_commit'}", true, Shows::Nothing},
        {Kind::InvalidUtf8, "{}", true, Shows::Nothing},
        {Kind::DuplicateKeys, "{}", true, Shows::Nothing},
        {Kind::WrongTypes, "{}", true, Shows::Nothing},
        {Kind::HugeNumbers, "{}", true, Shows::Done},
        {Kind::Deep, "{}", true, Shows::Nothing},
        {Kind::Endless, "{}", true, Shows::Nothing},
        {Kind::GzipBomb, "{}", true, Shows::Nothing},
        {Kind::Redirect, "{'status': 307}", false, Shows::Refused},
        {Kind::Redirect, "{'status': 302, 'at': 'after_commit'}", true, Shows::Nothing},
        {Kind::Status, "{'status': 422}", false, Shows::Refused},
        {Kind::Status, "{'status': 503, 'at': 'after_commit', 'retry_after': '1'}", true, Shows::Nothing},
        {Kind::Date, "{'seconds': 4000}", true, Shows::Done},
        {Kind::Refund, "{}", true, Shows::Done},
    };
    return all;
}

/// A flow in which sessions are created.
struct FlowCase
{
    const char *name;
    int account; ///< of FaultyBench::accounts
    QString flow;
    QString operation;
    QString documents;               ///< the sandbox's kind of what is created
    bool answersWithFigures = false; ///< with numbers that were asked for
};

inline const std::vector<FlowCase> &flowCases()
{
    static const std::vector<FlowCase> all{
        {"PaymentKit", 0, {}, u"createCheckoutSession"_s, u"sessions"_s, true},
        {"Khaime", 1, u"khaime.charge"_s, u"createCharge"_s, u"khaime-orders"_s, true},
        {"Ikawaari", 2, {}, u"createCheckoutSession"_s, u"ikawaari-sessions"_s},
        {"Khaime's hosted page", 1, u"khaime.session"_s, u"createPaymentSession"_s, u"khaime-orders"_s, true},
        {"Khaime's embedded checkout", 1, u"khaime.checkout"_s, u"initializeCheckout"_s, u"khaime-orders"_s},
    };
    return all;
}

/// Returns a draft that can be created and paid, of another name for each @p number where the flow has one.
inline checkout::SessionDraft draftAt(accounts::ProviderKind provider, int number, const QString &flow = {})
{
    const QString name = u"Order %1"_s.arg(number);
    const auto currencyOf = [](const QString &code) { return *money::Currency::fromCode(code); };
    checkout::SessionDraft draft;
    if (provider == accounts::ProviderKind::Khaime) {
        draft.flow = flow.isEmpty() ? u"khaime.charge"_s : flow;
        draft.customer.email = u"jane@example.com"_s;
        draft.customer.country = u"NG"_s;
        if (draft.flow == "khaime.checkout"_L1) {
            draft.productId = u"789"_s;
            draft.chargeCurrency = currencyOf(u"NGN"_s);
            return draft;
        }
        draft.pricing = money::Money(9000, currencyOf(u"USD"_s));
        if (draft.flow == "khaime.session"_L1) {
            draft.productName = name;
            draft.successUrl = u"https://example.com/thanks"_s;
            return draft;
        }
        draft.chargeCurrency = currencyOf(u"NGN"_s);
        draft.description = name;
        return draft;
    }
    draft.successUrl = u"https://example.com/thanks"_s;
    if (provider == accounts::ProviderKind::Ikawaari) {
        checkout::LineItem item;
        item.name = name;
        item.unitAmount = money::Money(7500, currencyOf(u"XOF"_s));
        draft.lineItems = {item};
        draft.mode = u"payment"_s;
        draft.returnUrl = u"https://example.com/basket"_s;
        return draft;
    }
    draft.customer.id = u"cus_abc123"_s;
    draft.lineItems = {checkout::LineItem(u"price_premium"_s, 1)};
    draft.customFields = {checkout::CustomField(u"order"_s, name)};
    return draft;
}

class FaultyBench
{
public:
    FaultyBench()
        : m_shop(options())
    {
        QSignalSpy ready(&m_shop, &sandbox::SandboxThread::ready);
        m_shop.start();
        if (!ready.wait(10000))
            qFatal("The sandbox did not start.");
        for (const sandbox::Account &shop : m_shop.running()->accounts) {
            accounts::Account account;
            account.provider = accounts::providerFromId(shop.provider).value();
            account.name = shop.provider;
            account.baseUrl = shop.baseUrl;
            account.accountId = shop.accountId;
            account.merchantId = shop.merchantId;
            accounts << bench.connect(account, shop.key);
        }
    }

    const QList<sandbox::Account> &shops() const { return m_shop.running()->accounts; }
    static QStringList providers() { return {u"PaymentKit"_s, u"Khaime"_s, u"Ikawaari"_s}; }
    accounts::ProviderKind kindOf(const QString &account) const
    {
        return bench.desk->accounts().byId(account)->provider;
    }

    /// Makes every call of @p operation at the account's provider go wrong, until disarm().
    void arm(const QString &account, const QString &operation, const FaultCase &fault)
    {
        QJsonObject armed = QJsonDocument::fromJson(QByteArray(fault.members).replace('\'', '"')).object();
        armed.insert(u"fault"_s, nameOf(fault.kind));
        armed.insert(u"provider"_s, accounts::providerId(kindOf(account)));
        armed.insert(u"operation"_s, operation);
        armed.insert(u"count"_s, 0);
        control("POST", QJsonDocument(armed).toJson());
    }
    void disarm() { control("DELETE"); }
    qsizetype happened() { return control("GET")["happened"_L1].toArray().size(); }

    /// Asks for the quote of the draft, which a creation at some providers needs.
    auto quote(const QString &account, const checkout::SessionDraft &draft)
    {
        return QCoro::waitFor(previewOnce(bench.desk.get(), account, draft, {})).quote;
    }
    CreateOutcome create(const QString &account, const checkout::SessionDraft &draft,
                         const std::optional<checkout::Quote> &quote)
    {
        return QCoro::waitFor(
            createSession(bench.desk.get(), account, draft, {}, std::nullopt, quote, Repeat::Another));
    }

    /// Returns the sandbox's documents of @p kind: what the provider really has.
    QList<QJsonObject> documents(const QString &kind) const
    {
        QList<QJsonObject> found;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"truth"_s);
            database.setDatabaseName(m_folder.filePath(u"sandbox.sqlite"_s));
            database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
            if (!database.open())
                qFatal("The sandbox's file cannot be read.");
            QSqlQuery query(database);
            query.prepare(u"SELECT body FROM documents WHERE kind = ?"_s);
            query.addBindValue(kind);
            query.exec();
            while (query.next())
                found << QJsonDocument::fromJson(query.value(0).toString().toUtf8()).object();
        }
        QSqlDatabase::removeDatabase(u"truth"_s);
        return found;
    }

    Bench bench;
    QStringList accounts; ///< In the order of providers().

private:
    static constexpr auto faultsToken = "a token of the test"_L1;

    sandbox::Options options()
    {
        sandbox::Options options;
        options.dataDir = m_folder.path();
        options.faultsToken = faultsToken;
        // The clock goes on with every call, so that no limit on calls in a time is met.
        auto moment = std::make_shared<QDateTime>(QDateTime::currentDateTimeUtc());
        options.clock = [moment] { return *moment = moment->addMSecs(700); };
        return options;
    }

    /// Asks the sandbox's control endpoint, and returns what it answers.
    QJsonObject control(const QByteArray &method, const QByteArray &body = {})
    {
        QNetworkRequest request(QUrl(m_shop.running()->url + "/faults"_L1));
        request.setRawHeader("Authorization", "Bearer " + QByteArray(faultsToken.data(), faultsToken.size()));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
        if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, 10000) ||
            reply->error() != QNetworkReply::NoError)
            qFatal("The sandbox took no fault: %s", reply->readAll().constData());
        return QJsonDocument::fromJson(reply->readAll()).object();
    }

    QTemporaryDir m_folder{tilldeck::test::inMemory()};
    sandbox::SandboxThread m_shop;
    QNetworkAccessManager m_network;
};

} // namespace tilldeck::desk::test
