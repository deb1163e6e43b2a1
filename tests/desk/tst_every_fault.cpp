// SPDX-License-Identifier: GPL-3.0-or-later
// Every fault that the sandbox knows, in the answer to a creation at each provider: how the creation ends.
#include "desk/bench.h"
#include "desk/create_session.h"
#include "desk/preview_once.h"
#include "support/runner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace every_fault_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using accounts::ProviderKind;
using End = CreateOutcome::End;
using Kind = sandbox::Fault::Kind;

namespace {

constexpr auto faultsToken = "a token of the test"_L1;

struct Case
{
    Kind kind;
    const char *members; ///< With apostrophes for quotation marks.
    End end;
};

/// Each fault, and those moments of it that end otherwise.
const std::vector<Case> &cases()
{
    static const std::vector<Case> all{
        {Kind::Delay, "{'ms': 30}", End::Confirmed},
        {Kind::Delay, "{'ms': 30, 'at': 'before_commit'}", End::Confirmed},
        {Kind::Drip, "{'ms': 1, 'size': 64}", End::Confirmed},
        {Kind::Drop, "{'at': 'before_commit'}", End::Unknown},
        {Kind::Drop, "{'at': 'after_commit'}", End::Unknown},
        {Kind::Drop, "{'at': 'half_answered'}", End::Unknown},
        {Kind::Drop, "{'at': 'half_answered', 'chunked': true}", End::Unknown},
        {Kind::Reset, "{'at': 'before_commit'}", End::Unknown},
        {Kind::Reset, "{'at': 'after_commit'}", End::Unknown},
        {Kind::ContentType, "{'content_type': 'text/plain'}", End::Confirmed},
        {Kind::Html, "{'at': 'before_commit'}", End::Unknown},
        {Kind::Html, "{'at': 'after_commit'}", End::Unknown},
        {Kind::Empty, "{'at': 'after_commit'}", End::Unknown},
        {Kind::InvalidUtf8, "{}", End::Unknown},
        {Kind::DuplicateKeys, "{}", End::Unknown},
        {Kind::WrongTypes, "{}", End::Unknown},
        {Kind::HugeNumbers, "{}", End::Confirmed},
        {Kind::Deep, "{}", End::Unknown},
        {Kind::Endless, "{}", End::Unknown},
        {Kind::GzipBomb, "{}", End::Unknown},
        {Kind::Redirect, "{'status': 307}", End::Rejected},
        {Kind::Redirect, "{'status': 302, 'at': 'after_commit'}", End::Unknown},
        {Kind::Status, "{'status': 422}", End::Rejected},
        {Kind::Status, "{'status': 503, 'at': 'after_commit', 'retry_after': '1'}", End::Unknown},
        {Kind::Date, "{'seconds': 4000}", End::Confirmed},
        {Kind::Refund, "{}", End::Confirmed},
    };
    return all;
}

checkout::SessionDraft draftAt(ProviderKind provider, int number)
{
    const QString name = u"Order %1"_s.arg(number);
    const auto currencyOf = [](const QString &code) { return *money::Currency::fromCode(code); };
    checkout::SessionDraft draft;
    if (provider == ProviderKind::Khaime) {
        draft.flow = u"khaime.charge"_s;
        draft.pricing = money::Money(9000, currencyOf(u"USD"_s));
        draft.chargeCurrency = currencyOf(u"NGN"_s);
        draft.description = name;
        draft.customer.email = u"jane@example.com"_s;
        draft.customer.country = u"NG"_s;
        return draft;
    }
    draft.successUrl = u"https://example.com/thanks"_s;
    if (provider == ProviderKind::Ikawaari) {
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

} // namespace

class EveryFaultTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        sandbox::Options options;
        options.dataDir = m_folder.path();
        options.faultsToken = faultsToken;
        m_shop = std::make_unique<sandbox::SandboxThread>(options);
        QSignalSpy ready(m_shop.get(), &sandbox::SandboxThread::ready);
        m_shop->start();
        QVERIFY(ready.wait(10000));
        m_bench = std::make_unique<Bench>();
        for (const sandbox::Account &account : m_shop->running()->accounts)
            m_accounts << m_bench->connectTo(account.provider, account.baseUrl, account.accountId, account.key,
                                             accounts::providerFromId(account.provider).value());
    }
    void cleanupTestCase()
    {
        m_bench.reset();
        m_shop.reset();
    }
    void cleanup() { control("DELETE"); }

    void everyFaultHasACase()
    {
        for (int kind = 0; kind <= int(Kind::Refund); ++kind)
            QVERIFY2(std::ranges::find(cases(), Kind(kind), &Case::kind) != cases().end(),
                     qPrintable(nameOf(Kind(kind))));
    }

    void aCreationEndsAsItsAnswerSays_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("at");
        const QStringList providers{u"PaymentKit"_s, u"Khaime"_s, u"Ikawaari"_s};
        for (size_t row = 0; row < cases().size(); ++row) {
            for (int at = 0; at < providers.size(); ++at)
                QTest::addRow("%s %s at %s", qPrintable(nameOf(cases().at(row).kind)), cases().at(row).members,
                              qPrintable(providers.at(at)))
                    << int(row) << at;
        }
    }
    void aCreationEndsAsItsAnswerSays()
    {
        QFETCH(const int, row);
        QFETCH(const int, at);
        const Case &fault = cases().at(size_t(row));
        const QString account = m_accounts.at(at);
        const ProviderKind provider = m_bench->desk->accounts().byId(account)->provider;
        const checkout::SessionDraft draft = draftAt(provider, ++m_number);
        const auto seen = QCoro::waitFor(previewOnce(m_bench->desk.get(), account, draft, {}));
        const qsizetype happenedBefore = happened();
        const size_t unknownBefore = m_bench->desk->journal().unknown().result()->size();

        QJsonObject armed = QJsonDocument::fromJson(QByteArray(fault.members).replace('\'', '"')).object();
        armed.insert(u"fault"_s, nameOf(fault.kind));
        armed.insert(u"operation"_s, provider == ProviderKind::Khaime ? u"createCharge"_s : u"createCheckoutSession"_s);
        armed.insert(u"count"_s, 0);
        control("POST", QJsonDocument(armed).toJson());
        const auto outcome = QCoro::waitFor(
            createSession(m_bench->desk.get(), account, draft, {}, std::nullopt, seen.quote, Repeat::Another));
        QCOMPARE(happened() - happenedBefore, 1);
        const QByteArray said = outcome.error ? outcome.error->sentence.toUtf8() : QByteArray();
        QVERIFY2(outcome.end == fault.end, QByteArray::number(int(outcome.end)) + ' ' + said);
        const size_t unknown = m_bench->desk->journal().unknown().result()->size() - unknownBefore;
        QCOMPARE(unknown, size_t(fault.end == End::Unknown ? 1 : 0));
        QCOMPARE(outcome.end == End::Confirmed, !outcome.record.session.id.isEmpty());
        QCOMPARE(outcome.end == End::Confirmed, !outcome.error.has_value());
    }

private:
    /// Asks the sandbox's control endpoint, and returns what it answers.
    QJsonObject control(const QByteArray &method, const QByteArray &body = {})
    {
        QNetworkRequest request(QUrl(m_shop->running()->url + "/faults"_L1));
        request.setRawHeader("Authorization", "Bearer " + QByteArray(faultsToken.data(), faultsToken.size()));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
        if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, 10000) ||
            reply->error() != QNetworkReply::NoError)
            qFatal("The sandbox took no fault: %s", reply->readAll().constData());
        return QJsonDocument::fromJson(reply->readAll()).object();
    }
    qsizetype happened() { return control("GET")["happened"_L1].toArray().size(); }

    QTemporaryDir m_folder{tilldeck::test::inMemory()};
    QNetworkAccessManager m_network;
    std::unique_ptr<sandbox::SandboxThread> m_shop;
    std::unique_ptr<Bench> m_bench;
    QStringList m_accounts;
    int m_number = 0;
};

TILLDECK_TEST(EveryFaultTest)

} // namespace every_fault_test

#include "tst_every_fault.moc"
