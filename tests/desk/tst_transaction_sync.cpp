// SPDX-License-Identifier: GPL-3.0-or-later
// The provider's list of payments, as it should not be: the ledger ends in the truth.
#include "desk/bench.h"
#include "desk/expire_session.h"
#include "desk/list_sessions.h"
#include "desk/list_transactions.h"
#include "desk/refresh_depth.h"
#include "support/runner.h"

#include <QUuid>

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <random>

namespace transaction_sync_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::ErrorKind;
using checkout::Transaction;
using checkout::TransactionStatus;

namespace {

constexpr int pageSize = 5;

checkout::Error none()
{
    return {ErrorKind::Unsupported, u"Not here."_s};
}

/// Lists `truth`, newest first, in the ways that a test asks for.
class UnrulyList : public providers::Provider
{
public:
    checkout::Result<providers::Write<checkout::Session>> prepareCreation(const checkout::SessionDraft &,
                                                                          const QString &) const override
    {
        return std::unexpected(none());
    }
    http::Task<checkout::Result<checkout::Session>> session(checkout::Session) override
    {
        co_return std::unexpected(none());
    }
    http::Task<checkout::Result<providers::Page<checkout::Session>>> sessions(int) override
    {
        ++calls;
        providers::Page<checkout::Session> page;
        checkout::Session session;
        session.id = u"cs_always_the_same"_s;
        page.items.push_back(session);
        page.more = true;
        co_return page;
    }
    http::Task<checkout::Result<checkout::Catalog>> catalog() override { co_return std::unexpected(none()); }

    http::Task<checkout::Result<providers::Page<Transaction>>> transactions(int offset) override
    {
        ++calls;
        if (arrivals > 0) {
            --arrivals;
            truth.insert(truth.begin(), arriving(static_cast<int>(truth.size())));
        }
        const auto from = std::min(truth.size(), static_cast<size_t>(turnsBack ? offset % pageSize : offset));
        const auto to = std::min(truth.size(), from + pageSize);
        providers::Page<Transaction> page;
        page.more = turnsBack || to < truth.size();
        for (size_t i = from; i < to; ++i) {
            if (!(drops && m_random() % 3 == 0))
                page.items.push_back(truth.at(i));
        }
        if (repeats && to > 0) {
            for (auto i = m_random() % 4; i > 0; --i)
                page.items.push_back(truth.at(m_random() % to));
        }
        if (shuffles)
            std::shuffle(page.items.begin(), page.items.end(), m_random);
        co_return page;
    }

    static Transaction arriving(int number)
    {
        Transaction transaction(u"txn_%1"_s.arg(number), in(100 + number));
        transaction.createdAt = QDateTime::fromMSecsSinceEpoch(1'776'168'000'000 + number * 1000LL, Qt::UTC);
        const std::array words{u"succeeded"_s, u"declined"_s, u"in_review"_s};
        transaction.rawStatus = words.at(static_cast<size_t>(number) % words.size());
        transaction.status = number % 3 == 0   ? TransactionStatus::Succeeded
                             : number % 3 == 1 ? TransactionStatus::Failed
                                               : TransactionStatus::Unrecognised;
        return transaction;
    }

    static money::Money in(qint64 cents) { return {cents, *money::Currency::fromCode(u"EUR")}; }

    std::vector<Transaction> truth; ///< Newest first.
    bool repeats = false;
    bool shuffles = false;
    bool drops = false;
    bool turnsBack = false;
    int arrivals = 0; ///< Payments that come in between two pages.
    int calls = 0;

private:
    std::mt19937 m_random{7};
};

struct Synchronised
{
    Synchronised(Bench &bench, int payments)
        : bench(bench)
        , list(std::make_shared<UnrulyList>())
    {
        for (int i = 0; i < payments; ++i)
            list->truth.insert(list->truth.begin(), UnrulyList::arriving(i));
    }

    checkout::Result<ListedPayments> run(Depth depth = Depth::Full)
    {
        return QCoro::waitFor(listTransactions(bench.desk.get(), accountId, ProviderHandle(list), depth));
    }

    /// By id; fails on doubles.
    std::map<QString, Transaction> rows()
    {
        ledger::TransactionFilter filter;
        filter.accountIds = QStringList{accountId};
        std::map<QString, Transaction> found;
        const auto page = bench.desk->ledger().transactions(filter, {}, 10'000).result().value();
        for (const auto &row : page.rows)
            RC_ASSERT(found.emplace(row.transaction.id, row.transaction).second);
        return found;
    }

    std::map<QString, Transaction> expected() const
    {
        std::map<QString, Transaction> all;
        for (const Transaction &transaction : list->truth)
            all.emplace(transaction.id, transaction);
        return all;
    }

    Bench &bench;
    std::shared_ptr<UnrulyList> list;
    QString accountId = QUuid::createUuid().toString(); ///< Each has rows of its own.
};

} // namespace

class TransactionSyncTest : public QObject
{
    Q_OBJECT

private slots:
    void repeatsReorderingsAndArrivalsLoseAndDoubleNothing()
    {
        const bool ok = rc::check("one whole reading ends in the truth", [this] {
            Synchronised on(m_bench, *rc::gen::inRange(0, 40));
            on.list->repeats = *rc::gen::arbitrary<bool>();
            on.list->shuffles = *rc::gen::arbitrary<bool>();
            on.list->arrivals = *rc::gen::inRange(0, 4);
            const auto before = on.expected();
            RC_ASSERT(on.run().has_value());
            const auto rows = on.rows();
            for (const auto &[id, transaction] : before)
                RC_ASSERT(rows.count(id) == 1U);
            // What came in while it was read is on a page that was read before; the next look brings it.
            on.list->arrivals = 0;
            RC_ASSERT(on.run().has_value());
            RC_ASSERT(on.rows() == on.expected());
            for (const auto &[id, transaction] : rows)
                RC_ASSERT(on.expected().at(id) == transaction);
        });
        QVERIFY(ok);
    }

    void gapsAreFilledByTheNextReading()
    {
        const bool ok = rc::check("pages with gaps, then honest ones", [this] {
            Synchronised on(m_bench, *rc::gen::inRange(1, 40));
            on.list->drops = true;
            on.list->repeats = true;
            on.list->shuffles = true;
            qint64 given = 0;
            for (int round = *rc::gen::inRange(1, 4); round > 0; --round) {
                (void)on.run(round % 2 == 0 ? Depth::Incremental : Depth::Full);
                for (const auto &[id, transaction] : on.rows())
                    RC_ASSERT(on.expected().count(id) == 1U);
                // Words change, and never back; so does what is given back.
                auto &changed =
                    on.list->truth.at(static_cast<size_t>(*rc::gen::inRange(0, 1000)) % on.list->truth.size());
                changed.status = TransactionStatus::PartlyRefunded;
                changed.refunded = UnrulyList::in(++given);
                on.list->truth.insert(on.list->truth.begin(),
                                      UnrulyList::arriving(static_cast<int>(on.list->truth.size())));
            }
            on.list->drops = false;
            RC_ASSERT(on.run().has_value());
            RC_ASSERT(on.rows() == on.expected());
        });
        QVERIFY(ok);
    }

    void aListThatGoesRoundInACircleEndsVisibly()
    {
        Synchronised on(m_bench, 12);
        on.list->turnsBack = true;
        const auto result = on.run();
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().kind, ErrorKind::Malformed);
        QVERIFY(result.error().sentence.contains(u"repeats itself"_s));
        QVERIFY(on.list->calls < 10);
        QCOMPARE(on.rows().size(), size_t(pageSize));
        on.list->turnsBack = false;
        QVERIFY(on.run().has_value());
        QCOMPARE(on.rows().size(), size_t(12));
    }

    void aCircleOfSessionsEndsVisiblyToo()
    {
        Synchronised on(m_bench, 0);
        const auto result = QCoro::waitFor(
            listSessions(m_bench.desk.get(), on.accountId, ProviderHandle(on.list), checkout::Catalog(), Depth::Full));
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().kind, ErrorKind::Malformed);
        QVERIFY(result.error().sentence.contains(u"repeats itself"_s));
        QVERIFY(on.list->calls < 10);
        ledger::SessionFilter filter;
        filter.accountIds = QStringList{on.accountId};
        filter.now = m_bench.desk->now();
        QCOMPARE(m_bench.desk->ledger().counts(filter).result().value().all, 1);
    }

    void anUnknownStatusWordIsKeptAsItCame()
    {
        Synchronised on(m_bench, 3);
        QVERIFY(on.run().has_value());
        const Transaction odd = on.rows().at(u"txn_2"_s);
        QCOMPARE(odd.status, TransactionStatus::Unrecognised);
        QCOMPARE(odd.rawStatus, u"in_review"_s);
    }

private:
    Bench m_bench;
};

TILLDECK_TEST(TransactionSyncTest)

} // namespace transaction_sync_test

#include "tst_transaction_sync.moc"
