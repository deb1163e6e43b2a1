// SPDX-License-Identifier: GPL-3.0-or-later
// Several programs look at the provider's list at the same moment: each entry is of one refund only.
#include "desk/match_refund.h"
#include "desk/refund_lists.h"
#include "support/outside_sql.h"
#include "support/runner.h"

namespace look_ups_at_once_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = RefundOutcome::End;
using State = ledger::Intent::State;
using Way = RefundLists::Way;

class LookUpsAtOnceTest : public QObject
{
    Q_OBJECT

private slots:
    void eachEntryIsGivenToOneRefund_data()
    {
        QTest::addColumn<QList<int>>("order"); // in which the refunds are asked about, one by each program
        QTest::addColumn<QList<bool>>("made");
        QTest::addColumn<int>("named"); // the one of which the merchant says that it is re_1; -1: none
        const auto row = [](const QList<int> &order, const QList<bool> &made, int named) {
            QString title;
            for (const int refund : order)
                title += made.at(refund) ? u"made, "_s : u"not made, "_s;
            QTest::addRow("%s%d of %d first, %s", qPrintable(title), order.front(), int(made.size()),
                          named < 0 ? "looked up" : qPrintable(u"%1 is named"_s.arg(named)))
                << order << made << named;
        };
        for (const QList<int> &order : {QList<int>{0, 1}, QList<int>{1, 0}}) {
            for (const int named : {-1, 0}) {
                row(order, {false, true}, named);
                row(order, {true, false}, named);
            }
            row(order, {true, true}, -1);
        }
        row({0, 0}, {true, false}, -1);
        row({1, 1}, {true, false}, -1);
        row({2, 1, 0}, {false, true, false}, -1);
        row({0, 1, 2}, {true, false, true}, -1);
    }
    void eachEntryIsGivenToOneRefund()
    {
        QFETCH(const QList<int>, order);
        QFETCH(const QList<bool>, made);
        QFETCH(const int, named);
        RefundLists shop;
        QStringList lost;
        for (const bool isMade : made) {
            shop.way = isMade ? Way::LosesTheAnswer : Way::NeverArrives;
            shop.refresh();
            lost << shop.give(10'000).intentId;
            QVERIFY(!lost.back().isEmpty());
        }
        shop.pass(3600);
        std::vector<std::unique_ptr<Desk>> programs;
        std::vector<http::Task<RefundOutcome>> asked;
        for (qsizetype at = 0; at < order.size(); ++at)
            programs.push_back(shop.bench.openBeside());
        // Each has read the journal before the first can write it.
        auto held = std::make_unique<tilldeck::test::HoldingUp>(shop.bench.dataDirectory() + u"/journal.sqlite"_s);
        for (qsizetype at = 0; at < order.size(); ++at) {
            const int refund = order.at(at);
            Desk *desk = programs.at(size_t(at)).get();
            asked.push_back(refund == named ? matchRefund(desk, shop.accountId, lost.at(refund), u"re_1"_s)
                                            : reconcileRefund(desk, shop.accountId, lost.at(refund)));
        }
        (void)QTest::qWaitFor([&] { return std::ranges::any_of(asked, &http::Task<RefundOutcome>::isReady); }, 200);
        held.reset();
        std::vector<RefundOutcome> outcomes;
        for (auto &task : asked)
            outcomes.push_back(QCoro::waitFor(std::move(task)));
        QStringList entries;
        qsizetype open = 0;
        for (const QString &id : lost) {
            const ledger::Intent stored = **shop.bench.desk->journal().intent(id).result();
            open += stored.state == State::Unknown ? 1 : 0;
            if (!stored.sessionId.isEmpty())
                entries << stored.sessionId;
            QCOMPARE(stored.state == State::Confirmed, !stored.sessionId.isEmpty());
            // What was said is what is stored.
            for (size_t at = 0; at < outcomes.size(); ++at) {
                if (lost.at(order.at(qsizetype(at))) == id && outcomes.at(at).end == End::Confirmed)
                    QCOMPARE(outcomes.at(at).refund->id, stored.sessionId);
            }
        }
        QCOMPARE(entries.removeDuplicates(), 0);
        QVERIFY(entries.size() <= made.count(true));
        QVERIFY(entries.size() + open >= made.count(true));
        QVERIFY(shop.left() <= RefundLists::paid - made.count(true) * 10'000);
    }
};

TILLDECK_TEST(LookUpsAtOnceTest)

} // namespace look_ups_at_once_test

#include "tst_look_ups_at_once.moc"
