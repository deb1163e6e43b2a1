// SPDX-License-Identifier: GPL-3.0-or-later
// What stands apart of a row stays with it: through every earlier version, through damage, and when it goes.
#include "ledger/sample_rows.h"
#include "ledger_fixture.h"
#include "list_maker.h"
#include "support/older_ledger.h"
#include "support/outside_sql.h"
#include "support/runner.h"

namespace narrow_rows_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::ledger;
using namespace tilldeck::test;

namespace {

/// Returns rows of which each column has a value somewhere.
std::vector<SampleRow> manyRows()
{
    std::vector<SampleRow> rows;
    SampleRows samples(u"a"_s, 30, 7, noon());
    while (!samples.atEnd())
        rows.push_back(samples.next());
    Maker make(3);
    for (int number = 1; number <= 20; ++number) {
        SampleRow row{make.session(1000 + number), {}};
        row.session.session.id += row.session.session.id.isEmpty() ? QString() : u"_%1"_s.arg(number);
        row.session.session.customer.firstName = u"Awa"_s;
        row.session.session.customer.country = u"SN"_s;
        row.session.session.flow = u"shop.charge"_s;
        row.session.session.handover.clientSecret = u"secret_%1"_s.arg(number);
        row.session.session.paidRouteId = u"route"_s;
        row.session.checkedAt = row.session.createdAt.addSecs(number);
        row.payment = make.payment(2000 + number);
        row.payment->transaction.id += u"_%1"_s.arg(number);
        row.payment->transaction.gateway = u"paystack"_s;
        row.payment->transaction.processorRouteId = u"route_2"_s;
        row.payment->transaction.fees.emplace(row.payment->transaction.amount);
        row.payment->transaction.fees->fee = euros(number);
        row.payment->transaction.received = row.payment->transaction.amount;
        row.payment->transaction.paymentId = u"pi_%1"_s.arg(number);
        row.payment->transaction.refunds = std::vector{checkout::Refund(u"re"_s, euros(number))};
        rows.push_back(std::move(row));
    }
    return rows;
}

/// Returns what a list shows of @p record.
PaymentRow rowOf(const TransactionRecord &record)
{
    const checkout::Transaction &payment = record.transaction;
    PaymentRow row(record.key, record.accountId, payment.id, payment.amount);
    row.status = payment.status;
    row.rawStatus = payment.rawStatus;
    row.sessionId = payment.sessionId;
    row.tier = payment.tier;
    row.customerLabel = record.customerLabel;
    row.itemsLabel = record.itemsLabel;
    row.fee = payment.fees ? payment.fees->fee : std::nullopt;
    row.processorRouteId = payment.processorRouteId;
    row.gateway = payment.gateway;
    row.createdAt = payment.createdAt;
    return row;
}

/// Holds all that the ledger has of some accounts, as it tells it.
struct Told
{
    explicit Told(Ledger &ledger)
    {
        const QStringList accounts{u"a"_s, u"b"_s, u"lost"_s, u"twin"_s};
        sessions = got(ledger.sessions(allOf(accounts), {}, 1000)).rows;
        TransactionFilter filter;
        filter.accountIds = accounts;
        payments = got(ledger.transactions(filter, {}, 1000)).rows;
        counts = {got(ledger.counts(allOf({u"a"_s}))).all, got(ledger.counts(allOf(accounts))).completed,
                  got(ledger.countTransactions(filter))};
        listedSessions = got(ledger.sessionsAt(allOf(accounts), {}, {.limit = 1000})).rows;
        listedPayments = got(ledger.transactionsAt(filter, {}, {.limit = 1000})).rows;
    }

    /// Returns whether the lists show of each row what stands in the whole of it.
    bool isListedAsItIs() const
    {
        const auto isSession = [](const SessionRow &row, const SessionRecord &record) {
            return row == SessionRow(record);
        };
        const auto isPayment = [](const PaymentRow &row, const TransactionRecord &record) {
            return row == rowOf(record);
        };
        return std::ranges::equal(listedSessions, sessions, isSession) &&
               std::ranges::equal(listedPayments, payments, isPayment);
    }

    /// Leaves out what a file of @p version could not hold.
    void forget(size_t version)
    {
        for (SessionRecord &row : sessions) {
            checkout::Session &session = row.session;
            if (version >= 2)
                continue;
            session.flow.clear();
            session.transactionId.clear();
            session.customer.firstName = session.customer.lastName = session.customer.country = QString();
            session.handover = {};
        }
        for (TransactionRecord &row : payments) {
            if (version < 2) {
                row.transaction.gateway.clear();
                row.transaction.fees.reset();
            }
            if (version < 3)
                row.transaction.refunds.reset();
            if (version < 5)
                row.transaction.paymentId.clear();
            if (version < 12)
                row.transaction.received.reset();
        }
    }

    friend bool operator==(const Told &one, const Told &other)
    {
        return one.sessions == other.sessions && one.payments == other.payments && one.counts == other.counts;
    }

    std::vector<SessionRow> listedSessions;
    std::vector<PaymentRow> listedPayments;
    std::vector<SessionRecord> sessions;
    std::vector<TransactionRecord> payments;
    std::vector<qint64> counts;
};

} // namespace

class NarrowRowsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void everyVersionIsTakenOverWhole_data()
    {
        QTest::addColumn<size_t>("version");
        for (size_t version = 1; version < ledgerSchema().size(); ++version)
            QTest::addRow("version %zu", version) << version;
    }
    void everyVersionIsTakenOverWhole()
    {
        QFETCH(const size_t, version);
        auto ledger = filled();
        Told before(*ledger);
        ledger.reset();
        makeLedgerOfVersion(file(), version);
        ledger = openLedger(m_directory->path());
        QCOMPARE(ledger->readOnlyReason(), QString());
        before.forget(version);
        const Told after(*ledger);
        QVERIFY(after == before);
        QVERIFY(after.isListedAsItIs());
        // No key is given again.
        const qint64 newest = outside(file(), u"SELECT max(key) FROM session"_s).toLongLong();
        outside(file(), u"DELETE FROM session WHERE key = %1"_s.arg(newest));
        QVERIFY(got(ledger->put(session(u"cs_new"_s))).key > newest);
        ledger.reset();
        QCOMPARE(outside(file(), u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
    }

    void aDamagedFileOfAnEarlierVersionIsTakenOverWithItsDetails_data()
    {
        QTest::addColumn<size_t>("version");
        QTest::newRow("of this one") << ledgerSchema().size();
        QTest::newRow("of before details stood apart") << size_t(13);
    }
    void aDamagedFileOfAnEarlierVersionIsTakenOverWithItsDetails()
    {
        QFETCH(const size_t, version);
        auto ledger = filled();
        const Told before(*ledger);
        ledger.reset();
        if (version < ledgerSchema().size())
            makeLedgerOfVersion(file(), version);
        ledger = Ledger::unreadable(m_directory->path(), checkout::Error(checkout::ErrorKind::Storage, u"damaged"_s));
        const auto salvage = ledger->openAnew(ledger->startAnew(u"mark"_s).result());
        QVERIFY2(salvage, salvage ? "" : qPrintable(salvage.error().sentence));
        QVERIFY(salvage->complete);
        QCOMPARE(salvage->rows, int(before.sessions.size() + before.payments.size()));
        QVERIFY(Told(*ledger) == before);
        QVERIFY(Told(*ledger).isListedAsItIs());
    }

    void listsShowOfEachRowWhatTheWholeOfItSays()
    {
        const auto ledger = filled();
        const Told told(*ledger);
        QVERIFY(!told.sessions.empty() && !told.payments.empty());
        QVERIFY(std::ranges::any_of(told.listedPayments, [](const PaymentRow &row) { return row.fee.has_value(); }));
        QVERIFY(std::ranges::any_of(told.listedPayments, [](const PaymentRow &row) { return !row.gateway.isEmpty(); }));
        QVERIFY(told.isListedAsItIs());
        // The whole of some of them, in the order that was asked for.
        const std::vector<SessionRecord> wanted{told.sessions.at(3), told.sessions.at(1)};
        QCOMPARE(got(ledger->sessionsByKey({u"a"_s, u"b"_s}, {wanted[0].key, 999'999, wanted[1].key})), wanted);
        const std::vector<TransactionRecord> paid{told.payments.at(2), told.payments.at(0)};
        QCOMPARE(got(ledger->transactionsByKey({u"a"_s, u"b"_s}, {paid[0].key, paid[1].key})), paid);
    }

    void aSessionWhoseDetailsAreLostIsShownStill()
    {
        const auto ledger = openLedger(m_directory->path());
        SessionRecord made = session(u"cs_1"_s);
        made.session.secureToken = u"tok_1"_s;
        made.customerLabel = u"Ana"_s;
        made = got(ledger->put(made));
        outside(file(), u"DELETE FROM session_detail"_s);
        const auto left = got(ledger->session(u"a"_s, u"cs_1"_s));
        QVERIFY(left);
        QCOMPARE(left->customerLabel, u"Ana"_s);
        QCOMPARE(left->session.secureToken, QString());
        QCOMPARE(idsOf(got(ledger->sessions(allOf({u"a"_s}), {}, 10)).rows), QStringList{u"cs_1"_s});
        QCOMPARE(got(ledger->counts(allOf({u"a"_s}))).all, 1);
        // The next answer completes it.
        got(ledger->put(made));
        QCOMPARE(got(ledger->session(u"a"_s, u"cs_1"_s)), made);
    }

    void whatStandsApartOfNoRowIsNotTakenOver()
    {
        auto ledger = openLedger(m_directory->path());
        got(ledger->put(session(u"cs_1"_s)));
        outside(file(), u"INSERT INTO session_detail (session_key, secure_token) VALUES (77, 'tok_of_nobody')"_s);
        QVERIFY(ledger->openAnew(ledger->startAnew(u"mark"_s).result()));
        ledger.reset();
        QCOMPARE(outside(file(), u"SELECT count(*) FROM session_detail"_s).toInt(), 1);
    }

    void nothingIsLeftOfARemovedAccount()
    {
        auto ledger = filled();
        got(ledger->removeAccount(u"a"_s));
        ledger.reset();
        for (const QString &table : {u"session"_s, u"payment"_s}) {
            const auto number = [&](const QString &statement) { return outside(file(), statement.arg(table)).toInt(); };
            QCOMPARE(number(u"SELECT count(*) FROM %1 WHERE account_id = 'a'"_s), 0);
            QCOMPARE(number(u"SELECT count(*) FROM %1_count WHERE account_id = 'a'"_s), 0);
            QVERIFY(number(u"SELECT count(*) FROM %1"_s) > 0);
            QCOMPARE(number(u"SELECT count(*) FROM %1_detail"_s), number(u"SELECT count(*) FROM %1"_s));
            QCOMPARE(number(u"SELECT sum(n) FROM %1_count"_s), number(u"SELECT count(*) FROM %1"_s));
        }
    }

private:
    QString file() const { return m_directory->filePath(u"ledger.sqlite"_s); }
    std::unique_ptr<Ledger> filled() const
    {
        auto ledger = openLedger(m_directory->path());
        got(ledger->addSamples(manyRows()));
        return ledger;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

TILLDECK_TEST(NarrowRowsTest)

} // namespace narrow_rows_test

#include "tst_narrow_rows.moc"
