// SPDX-License-Identifier: GPL-3.0-or-later
// Payments that name no session, and a list that tells less than a look-up: Ikawaari's, on the sandbox.
#include "desk/bench.h"
#include "desk/create_session.h"
#include "desk/refresh_account.h"
#include "desk/refresh_transaction.h"
#include "desk/refund_payment.h"
#include "http/http_client.h"
#include "support/runner.h"

namespace payments_without_session_test {

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::TransactionStatus;
using namespace Qt::StringLiterals;

namespace {

money::Money francs(qint64 amount)
{
    return {amount, *money::Currency::fromCode(u"XOF")};
}

checkout::SessionDraft basket()
{
    checkout::LineItem item;
    item.name = u"Woven basket"_s;
    item.unitAmount = francs(7500);
    item.quantity = 2;
    checkout::SessionDraft draft;
    draft.lineItems = {item};
    draft.mode = u"payment"_s;
    draft.successUrl = u"https://kestrel.example/thanks?session_id={CHECKOUT_SESSION_ID}"_s;
    draft.returnUrl = u"https://kestrel.example/cancel"_s;
    return draft;
}

} // namespace

class PaymentsWithoutSessionTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (const sandbox::Account &account : m_shop.accounts()) {
            if (account.provider == u"ikawaari"_s)
                m_sandbox = account;
        }
        m_account =
            m_bench.connectTo(u"Baskets"_s, m_sandbox.baseUrl, {}, m_sandbox.key, accounts::ProviderKind::Ikawaari);
    }

    void aPaymentIsShownWithTheSessionThatNamesIt_data()
    {
        QTest::addColumn<bool>("isLookedUp");
        QTest::newRow("listed") << false;
        QTest::newRow("looked up") << true;
    }
    void aPaymentIsShownWithTheSessionThatNamesIt()
    {
        QFETCH(bool, isLookedUp);
        const ledger::SessionRecord made = paid();
        QVERIFY(!made.session.transactionId.isEmpty());
        if (isLookedUp)
            QVERIFY(lookedUp(made.session.transactionId));
        else
            refresh();
        ledger::TransactionFilter filter;
        filter.accountIds = QStringList{m_account};
        filter.sessionId = made.session.id;
        const auto page = m_bench.desk->ledger().transactions(filter, {}, 10).result().value();
        QCOMPARE(page.rows.size(), size_t(1));
        const ledger::TransactionRecord &row = page.rows.front();
        QCOMPARE(row.transaction.id, made.session.transactionId);
        QCOMPARE(row.itemsLabel, u"Woven basket × 2"_s);
        const auto session = m_bench.desk->ledger().session(m_account, made.session.id).result().value().value();
        QCOMPARE(session.amount, francs(15'000));
    }

    void whatALookUpToldOfARefundSurvivesTheList_data()
    {
        QTest::addColumn<qint64>("back");
        QTest::addColumn<TransactionStatus>("status");
        QTest::newRow("a part") << qint64(4'000) << TransactionStatus::PartlyRefunded;
        QTest::newRow("all") << qint64(15'000) << TransactionStatus::Refunded;
    }
    void whatALookUpToldOfARefundSurvivesTheList()
    {
        QFETCH(qint64, back);
        QFETCH(TransactionStatus, status);
        const QString id = paid().session.transactionId;
        QVERIFY(lookedUp(id));
        const auto outcome =
            QCoro::waitFor(refundPayment(m_bench.desk.get(), m_account, id, francs(back), u"Too small"_s));
        QCOMPARE(outcome.end, RefundOutcome::End::Confirmed);
        const auto told = lookedUp(id);
        QVERIFY(told);
        QCOMPARE(told->transaction.status, status);
        refresh();
        const auto row = m_bench.desk->ledger().transaction(m_account, id).result().value().value();
        QCOMPARE(row, *told);
        QCOMPARE(row.transaction.refunded, francs(back));
        QCOMPARE(row.transaction.refunds->size(), size_t(1));
    }

private:
    /// A session that was created here and paid.
    ledger::SessionRecord paid()
    {
        const auto outcome = QCoro::waitFor(
            createSession(m_bench.desk.get(), m_account, basket(), {}, std::nullopt, std::nullopt, Repeat::Another));
        if (outcome.end != CreateOutcome::End::Confirmed)
            qFatal("%s", outcome.error ? qPrintable(outcome.error->sentence) : "not confirmed");
        http::HttpClient customer;
        const QUrl page(m_sandbox.baseUrl + u"/api/checkout/%1/pay"_s.arg(outcome.record.session.id));
        const auto done = QCoro::waitFor(customer.send(http::Request::post(page, "{}")));
        if (!done || !done->isSuccess())
            qFatal("It could not be paid.");
        return outcome.record;
    }

    std::optional<ledger::TransactionRecord> lookedUp(const QString &id)
    {
        std::optional<ledger::TransactionRecord> row;
        (void)QCoro::waitFor(lookUpInto(m_bench.desk.get(), m_account, id, &row));
        return row;
    }

    /// QCoro::waitFor() wants an answer that can be empty.
    static http::Task<bool> lookUpInto(QPointer<Desk> desk, QString accountId, QString id,
                                       std::optional<ledger::TransactionRecord> *into)
    {
        auto row = co_await refreshTransaction(desk, accountId, id);
        if (row)
            *into = *row;
        co_return row.has_value();
    }

    void refresh()
    {
        const auto done = QCoro::waitFor(refreshAccount(m_bench.desk.get(), m_account, {}, Depth::Full));
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence));
    }

    Shop m_shop;
    Bench m_bench;
    sandbox::Account m_sandbox;
    QString m_account;
};

TILLDECK_TEST(PaymentsWithoutSessionTest)

} // namespace payments_without_session_test

#include "tst_payments_without_session.moc"
