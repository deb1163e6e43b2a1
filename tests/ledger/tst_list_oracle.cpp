// SPDX-License-Identifier: GPL-3.0-or-later
// Lists, their positions and their counts are those of an oracle that looks at every row.
#include "ledger/sample_rows.h"
#include "ledger_fixture.h"
#include "list_maker.h"
#include "list_oracle.h"
#include "support/runner.h"

namespace list_oracle_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::ledger;
using namespace tilldeck::test;
using checkout::SessionStatus;
using checkout::TransactionStatus;

namespace {

template <class Row> std::vector<qint64> keysOf(const std::vector<Row> &rows)
{
    std::vector<qint64> keys;
    for (const Row &row : rows)
        keys.push_back(row.key);
    return keys;
}

QByteArray text(const std::vector<qint64> &keys)
{
    QByteArray shown;
    for (const qint64 key : keys)
        shown += QByteArray::number(key) + ' ';
    return shown;
}

bool isPart(const std::vector<qint64> &rows, const std::vector<qint64> &all, qsizetype first, int limit)
{
    const auto end = std::min<qsizetype>(first + limit, qsizetype(all.size()));
    return first >= end ? rows.empty()
                        : std::ranges::equal(rows, std::span(all).subspan(size_t(first), size_t(end - first)));
}

} // namespace

class ListOracleTest : public QObject
{
    Q_OBJECT

private slots:
    void listsAreThoseOfTheOracle_data()
    {
        QTest::addColumn<unsigned>("seed");
        QTest::addColumn<int>("which");
        for (unsigned seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %u", seed) << seed << int(seed % 3);
    }
    void listsAreThoseOfTheOracle()
    {
        QFETCH(const unsigned, seed);
        QFETCH(const int, which);
        const QTemporaryDir directory;
        m_ledger = openLedger(directory.path());
        Maker make(seed);
        fill(make);
        m_sessions.connected = m_payments.connected = connections(which);
        m_ledger->setConnectedAccounts([which] { return connections(which); });
        for (int round = 0; round < 4; ++round) {
            readAll();
            for (int question = 0; question < 25; ++question) {
                askSessions(make);
                askPayments(make);
                if (QTest::currentTestFailed())
                    return;
            }
            change(make, round);
            // Some of the words are in the index then, and others are not.
            got(m_ledger->indexWords(make.draw(60)));
        }
        m_ledger.reset();
    }

private:
    void fill(Maker &make)
    {
        m_sessions = {};
        m_payments = {};
        std::vector<SampleRow> rows;
        QSet<std::pair<QString, QString>> sessions;
        QSet<std::pair<QString, QString>> payments;
        for (int number = 1; number <= 150; ++number) {
            SessionRecord session = make.session(number);
            const std::pair id{session.accountId, session.session.id};
            if (!session.session.id.isEmpty() && sessions.contains(id))
                continue;
            sessions.insert(id);
            SampleRow row{session, {}};
            TransactionRecord payment = make.payment(number);
            if (const std::pair other{payment.accountId, payment.transaction.id}; !payments.contains(other)) {
                payments.insert(other);
                row.payment = payment;
                m_payments.rows.push_back(std::move(payment));
            }
            if (session.state == SessionRecord::State::Creating && make.isOneIn(2)) {
                got(m_ledger->addEvent(session.accountId, session.intentId,
                                       {TimelineEvent::Kind::SentAgain, {}, noon()}));
                m_sessions.sentAgain.push_back(session.intentId);
            }
            m_sessions.rows.push_back(std::move(session));
            rows.push_back(std::move(row));
        }
        got(m_ledger->addSamples(std::move(rows)));
    }

    /// Reads every row by its own id.
    void readAll()
    {
        m_ledger->setConnectedAccounts([] { return ConnectedAccounts(); });
        std::vector<SessionRecord> sessions;
        for (const SessionRecord &row : m_sessions.rows) {
            auto now = row.session.id.isEmpty() ? got(m_ledger->sessionByIntent(row.intentId))
                                                : got(m_ledger->session(row.accountId, row.session.id));
            if (now)
                sessions.push_back(std::move(*now));
        }
        std::vector<TransactionRecord> payments;
        m_ledger->setAskedRefunds({});
        for (const TransactionRecord &row : m_payments.rows) {
            if (auto now = got(m_ledger->transaction(row.accountId, row.transaction.id)))
                payments.push_back(std::move(*now));
        }
        m_sessions.rows = std::move(sessions);
        m_payments.rows = std::move(payments);
        m_payments.withRows = m_sessions.accountsWithRows();
        for (const TransactionRecord &row : m_payments.rows)
            m_payments.withRows << row.accountId;
        m_payments.withRows.removeDuplicates();
        m_payments.withRows.sort();
        m_ledger->setAskedRefunds(m_payments.asked);
        m_ledger->setConnectedAccounts([this] { return m_sessions.connected; });
    }

    void change(Maker &make, int round)
    {
        std::vector<SessionRecord> sessions;
        for (SessionRecord row : m_sessions.rows) {
            if (!make.isOneIn(4) || row.session.id.isEmpty())
                continue;
            row.session.status = make.one<SessionStatus>(
                {SessionStatus::Open, SessionStatus::Completed, SessionStatus::Expired, SessionStatus::NotAsked});
            row.session.expiresAt = row.createdAt.addDays(make.draw(4));
            sessions.push_back(std::move(row));
        }
        got(m_ledger->putAll(std::move(sessions)));
        std::vector<Intent> refunds;
        for (const TransactionRecord &row : m_payments.rows) {
            if (!make.isOneIn(4))
                continue;
            TransactionRecord paid = row;
            paid.transaction.status = TransactionStatus::Refunded;
            paid.transaction.refunded.reset();
            if (make.isOneIn(2))
                got(m_ledger->mergeTransactions(row.accountId, {paid}, noon()));
            Intent refund;
            refund.kind = Intent::Kind::Refund;
            refund.accountId = row.accountId;
            refund.transactionId = row.transaction.id;
            refund.amount = money::Money(make.isOneIn(2) ? 50 : row.transaction.amount.minorUnits(),
                                         row.transaction.amount.currency());
            refund.state = make.one<Intent::State>(
                {Intent::State::Accepted, Intent::State::Unknown, Intent::State::Open, Intent::State::Confirmed});
            refunds.push_back(std::move(refund));
        }
        m_payments.asked = AskedByPayment(refunds, ConnectedAccounts());
        for (const SessionRecord &row : m_sessions.rows) {
            if (row.intentId.isEmpty() || !make.isOneIn(6))
                continue;
            if (round == 0 && row.session.id.isEmpty()) {
                got(m_ledger->removeByIntent(row.intentId));
            } else if (round == 1) {
                SessionRecord other = row;
                other.state = SessionRecord::State::Known;
                other.session.status = SessionStatus::Failed;
                const auto shown = make.isOneIn(3) ? std::nullopt : std::optional(other);
                m_ledger->showInstead(row.intentId, shown, row.accountId);
                m_sessions.instead[row.intentId] = shown;
            }
        }
        if (round == 2) {
            for (const auto &[intentId, row] : std::exchange(m_sessions.instead, {}))
                m_ledger->showAsStored(intentId, u"a"_s);
            got(m_ledger->removeAccount(u"b"_s));
        }
    }

    static QStringList accountsOf(Maker &make)
    {
        return make.one<QStringList>(
            {{u"a"_s}, {u"a"_s, u"b"_s}, {u"a"_s, u"twin"_s}, {u"b"_s}, {}, {u"lost"_s}, {u"a"_s, u"b"_s, u"twin"_s}});
    }

    void askSessions(Maker &make)
    {
        using Status = SessionFilter::Status;
        SessionFilter filter;
        filter.accountIds = accountsOf(make);
        filter.status = make.one<Status>({Status::All, Status::All, Status::Open, Status::Completed, Status::Expired,
                                          Status::Failed, Status::OutcomeUnknown, Status::Creating,
                                          Status::NeedsAttention, Status::ExpiringSoon, Status::NotAsked});
        filter.now = make.one<QDateTime>({noon(), noon().addDays(-3), noon().addDays(30), make.moment()});
        if (make.isOneIn(2))
            filter.createdSince = make.moment().addMSecs(make.draw(3) - 1);
        if (make.isOneIn(4))
            filter.text = make.one<QString>(
                {u"AN"_s, u"box"_s, u"cs_1"_s, u"nothing"_s, u"box ana"_s, u"b big"_s, u"ana nothing"_s});
        if (make.isOneIn(8))
            filter.discount = u"Save"_s;
        SessionOrder order{.by = SessionOrder::By(make.isOneIn(2) ? 0 : make.draw(6)), .ascending = make.isOneIn(2)};
        const std::vector<qint64> all = m_sessions.keys(filter, order);
        const RowRange range{.first = make.draw(int(all.size()) + 3), .limit = 1 + make.draw(40)};
        const auto window = got(m_ledger->sessionsAt(filter, order, range));
        const std::vector<qint64> read = keysOf(window.rows);
        QVERIFY2(isPart(read, all, range.first, range.limit),
                 text(read) + "at " + QByteArray::number(range.first) + " of " + text(all));
        QCOMPARE(window.total, qint64(all.size()));
        QCOMPARE(window.first, range.first);
        askPositions(make, filter, order, all);
        SessionCounts counts = got(m_ledger->counts(filter));
        for (const Status status :
             {Status::All, Status::Open, Status::Completed, Status::Expired, Status::Failed, Status::OutcomeUnknown,
              Status::NeedsAttention, Status::ExpiringSoon, Status::NotAsked}) {
            SessionFilter one = filter;
            one.status = status;
            QCOMPARE(counts.of(status), qint64(m_sessions.keys(one, {}).size()));
        }
        std::vector<qint64> paged;
        RecordPage<SessionRecord> page{.rows = {}, .more = true};
        while (page.more) {
            const PageKey after =
                page.rows.empty() ? PageKey() : PageKey{page.rows.back().createdAt, page.rows.back().key};
            page = got(m_ledger->sessions(filter, after, 30));
            std::ranges::copy(keysOf(page.rows), std::back_inserter(paged));
        }
        QCOMPARE(text(paged), text(m_sessions.keys(filter, {})));
    }

    void askPayments(Maker &make)
    {
        TransactionFilter filter;
        filter.accountIds = accountsOf(make);
        if (make.isOneIn(2))
            filter.status =
                make.one<TransactionStatus>({TransactionStatus::Pending, TransactionStatus::Succeeded,
                                             TransactionStatus::Refunded, TransactionStatus::PartlyRefunded});
        filter.isRefundAsked = make.isOneIn(8);
        if (make.isOneIn(2))
            filter.createdSince = make.moment().addMSecs(make.draw(3) - 1);
        if (make.isOneIn(2))
            filter.createdBefore = make.moment().addMSecs(make.draw(3) - 1);
        if (make.isOneIn(4)) {
            const auto &row = m_payments.rows[size_t(make.draw(int(m_payments.rows.size())))];
            const QString amount = money::plainAmount(row.transaction.amount);
            filter.text =
                make.one<QString>({u"AN"_s, u"box"_s, u"txn_1"_s, u"hat Ana"_s, amount, u"box "_s + amount, u"zzz"_s});
        }
        if (make.isOneIn(8))
            filter.sessionId = u"cs_%1"_s.arg(make.draw(9));
        if (make.isOneIn(6)) {
            filter.currency = u"EUR"_s;
            filter.amountFrom = 200;
        }
        const TransactionOrder order{.by = TransactionOrder::By(make.isOneIn(2) ? 0 : make.draw(6)),
                                     .ascending = make.isOneIn(2)};
        const std::vector<qint64> all = m_payments.keys(filter, order);
        const RowRange range{.first = make.draw(int(all.size()) + 3), .limit = 1 + make.draw(40)};
        const auto window = got(m_ledger->transactionsAt(filter, order, range));
        const std::vector<qint64> read = keysOf(window.rows);
        QVERIFY2(isPart(read, all, range.first, range.limit),
                 text(read) + "at " + QByteArray::number(range.first) + " of " + text(all));
        QCOMPARE(window.total, qint64(all.size()));
        askPositions(make, filter, order, all);
        QCOMPARE(got(m_ledger->countTransactions(filter)), qint64(all.size()));
        std::vector<qint64> paged;
        RecordPage<TransactionRecord> page{.rows = {}, .more = true};
        while (page.more) {
            const PageKey after =
                page.rows.empty() ? PageKey() : PageKey{page.rows.back().transaction.createdAt, page.rows.back().key};
            page = got(m_ledger->transactions(filter, after, 30));
            std::ranges::copy(keysOf(page.rows), std::back_inserter(paged));
        }
        QCOMPARE(text(paged), text(m_payments.keys(filter, {})));
    }

    template <class Filter, class Order>
    void askPositions(Maker &make, const Filter &filter, const Order &order, const std::vector<qint64> &all)
    {
        for (int turn = 0; turn < 3; ++turn) {
            const qint64 key = 1 + make.draw(160);
            const auto found = std::ranges::find(all, key);
            const auto position = got(m_ledger->positionOf(filter, order, key));
            QCOMPARE(position.has_value(), found != all.end());
            if (position)
                QCOMPARE(*position, qint64(found - all.begin()));
        }
    }

    std::unique_ptr<Ledger> m_ledger;
    SessionOracle m_sessions;
    PaymentOracle m_payments;
};

TILLDECK_TEST(ListOracleTest)

} // namespace list_oracle_test

#include "tst_list_oracle.moc"
