// SPDX-License-Identifier: GPL-3.0-or-later
// What may still be given back of a payment of 100.00, whatever its provider counts and lists.
#include "ledger/left_to_refund.h"
#include "ledger_fixture.h"
#include "support/runner.h"

namespace left_to_refund_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::ledger;
using namespace tilldeck::test;
using checkout::RefundStatus;
using State = Intent::State;

namespace {

/// Describes a refund that was begun here.
struct Here
{
    State state;
    qint64 amount;
    QString id = {};
    qint64 before = 0;
    bool isCounted = false;
    QStringList listedBefore = {};
};

/// Describes an entry of the provider's list.
struct Entry
{
    QString id;
    qint64 amount;
    RefundStatus status;
    int hoursLater = 0;
};

using Refunds = std::vector<Here>;
using Entries = std::vector<Entry>;

} // namespace

class LeftToRefundTest : public QObject
{
    Q_OBJECT

private slots:
    void theLessFavourableTruthCounts_data()
    {
        QTest::addColumn<qint64>("total");
        QTest::addColumn<Entries>("list");
        QTest::addColumn<Refunds>("here");
        QTest::addColumn<qint64>("left");
        const auto row = [](const char *name, qint64 total, const Entries &list, const Refunds &here, qint64 left) {
            QTest::newRow(name) << total << list << here << left;
        };
        constexpr RefundStatus pending = RefundStatus::Pending;
        constexpr RefundStatus done = RefundStatus::Succeeded;
        constexpr RefundStatus failed = RefundStatus::Failed;
        constexpr State asked = State::Accepted;
        constexpr State made = State::Confirmed;
        constexpr State unknown = State::Unknown;
        const QString one = u"re_1"_s;
        const QString two = u"re_2"_s;

        row("nothing reported, asked for", 0, {}, {{asked, 30}}, 70);
        row("nothing reported, made", 0, {}, {{made, 30}}, 70);
        row("nothing reported, unknown", 0, {}, {{unknown, 30}}, 70);
        row("nothing reported, under way", 0, {}, {{State::Open, 30}}, 70);
        row("nothing reported, failed", 0, {}, {{State::Failed, 30}}, 100);
        row("nothing reported, decided as not made", 0, {}, {{State::Abandoned, 30}}, 100);

        row("a total, asked for, an equal one may be from elsewhere", 30, {}, {{asked, 30, one}}, 40);
        row("a total, asked for, less from elsewhere", 20, {}, {{asked, 30, one}}, 50);
        row("a total, asked for, more than it", 50, {}, {{asked, 30, one}}, 20);
        row("a total, asked for, from before it", 30, {}, {{asked, 30, one, 30}}, 40);
        row("a total that was seen to count it", 30, {}, {{asked, 30, one, 0, true}}, 70);
        row("a total that was seen to count it, and no longer does", 0, {}, {{asked, 30, one, 0, true}}, 70);
        row("a total that was seen to count it, and fell", 20, {}, {{asked, 30, one, 20, true}}, 50);
        row("a total that was seen to count one of two", 60, {}, {{asked, 30, one, 0, true}, {asked, 30, two, 30}}, 10);
        row("a total, made, an equal one may be from elsewhere", 30, {}, {{made, 30, one}}, 40);
        row("a total, made, and in it", 30, {}, {{made, 30, one, 0, true}}, 70);
        row("a total, made, and one from elsewhere", 60, {}, {{made, 30, one, 0, true}}, 40);
        row("a total, made, and perhaps two from elsewhere", 60, {}, {{made, 30, one}}, 10);
        row("a total, made after it was reported", 30, {}, {{made, 30, one, 30}}, 40);
        row("a total, unknown", 30, {}, {{unknown, 30}}, 40);
        row("a total, failed, still counted", 30, {}, {{State::Failed, 30, one}}, 70);
        row("a total, failed, no longer counted", 0, {}, {{State::Failed, 30, one}}, 100);
        row("a total, decided as not made, counted", 30, {}, {{State::Abandoned, 30}}, 70);
        row("a total, one made and one asked for", 30, {}, {{made, 30, one, 0, true}, {asked, 30, two, 30}}, 40);
        row("a total, one made and one asked for, neither may be in it", 30, {}, {{made, 30, one}, {asked, 30, two}},
            10);
        row("a total, one made and one asked for, both may be in it", 60, {},
            {{made, 30, one, 0, true}, {asked, 30, two}}, 10);
        row("a total, all of it asked for twice", 80, {}, {{asked, 80, one}}, 0);

        row("a list, asked for and listed", 0, {{one, 30, pending}}, {{asked, 30, one}}, 70);
        row("a list and its total, asked for and listed", 30, {{one, 30, pending}}, {{asked, 30, one}}, 70);
        row("a list, asked for and not listed", 0, {{two, 30, done}}, {{asked, 30, one}}, 40);
        row("a list, asked for without an id, and listed", 0, {{one, 30, pending}}, {{asked, 30}}, 70);
        row("a list, two without an id, one listed", 0, {{one, 30, done}}, {{asked, 30}, {made, 30}}, 40);
        row("a list, an id before an amount", 0, {{one, 30, done}}, {{asked, 30}, {made, 30, one}}, 40);
        row("a list, one from elsewhere", 0, {{one, 30, pending}, {two, 30, done}}, {{asked, 30, one}}, 40);
        row("a list and a total of what is finished", 30, {{one, 30, pending}, {two, 30, done}}, {{asked, 30, one}},
            40);
        row("a list behind its total, asked for and listed", 50, {{one, 30, pending}}, {{asked, 30, one}}, 20);
        row("a list behind its total, made and not listed", 50, {{two, 20, done}}, {{made, 30, one, 0, true}}, 50);
        row("a list behind its total, made and perhaps in neither", 50, {{two, 20, done}}, {{made, 30, one}}, 20);
        row("a list behind its total, which holds too little", 40, {{two, 20, done}}, {{made, 30, one, 0, true}}, 50);
        row("a list, made without an id, and listed before", 0, {{one, 30, done}}, {{made, 30, {}, 0, false, {one}}},
            40);
        row("a list, made without an id, and listed before, long ago", 0, {{one, 30, done}},
            {{made, 30, {}, 0, true, {one}}}, 40);
        row("a list, made without an id, and listed later", 0, {{one, 30, done, 2}}, {{made, 30}}, 40);
        row("a list, made without an id, and listed later, long ago", 0, {{one, 30, done, 2}},
            {{made, 30, {}, 0, true}}, 70);
        row("a list, made and listed", 30, {{one, 30, done}}, {{made, 30, one}}, 70);
        row("a list, unknown and perhaps listed", 30, {{one, 30, done}}, {{unknown, 30}}, 40);
        row("a list that says failed before the journal knows", 0, {{one, 30, failed}}, {{asked, 30, one}}, 70);
        row("a list that says failed", 0, {{one, 30, failed}}, {{State::Failed, 30, one}}, 100);
        row("a list, decided as not made and listed", 0, {{one, 30, done}}, {{State::Abandoned, 30, one}}, 70);
        row("a list without the amount", 0, {{one, 0, pending}}, {{asked, 30, one}}, 70);
        row("a list with one id twice", 0, {{one, 30, done}, {one, 30, done}}, {{made, 30, one}, {made, 30, one}}, 40);

        constexpr qint64 most = std::numeric_limits<qint64>::max();
        row("sums beyond all bounds", most, {}, {{asked, most}, {unknown, most}}, 0);
    }
    void theLessFavourableTruthCounts()
    {
        QFETCH(const qint64, total);
        QFETCH(const Entries, list);
        QFETCH(const Refunds, here);
        QFETCH(const qint64, left);
        ReportedRefunds reported(euros(total));
        for (const Entry &entry : list) {
            checkout::Refund refund(entry.id, euros(entry.amount));
            refund.status = entry.status;
            refund.at = noon().addSecs(entry.hoursLater * 3600);
            reported.entries.push_back(refund);
        }
        std::vector<Intent> refunds;
        refunds.reserve(here.size());
        for (const Here &refund : here) {
            Intent intent;
            intent.kind = Intent::Kind::Refund;
            intent.state = refund.state;
            intent.amount = euros(refund.amount);
            intent.sessionId = refund.id;
            intent.refundedBefore = euros(refund.before);
            intent.openedAt = noon();
            intent.providerOpenedAt = noon();
            intent.deadlineAt = noon().addSecs(60);
            intent.listedBefore = refund.listedBefore;
            intent.id = QString::number(refunds.size());
            if (refund.isCounted)
                reported.counted << intent.id;
            refunds.push_back(intent);
        }
        QCOMPARE(leftToRefund(euros(100), reported, refunds).minorUnits(), left);
    }
};

TILLDECK_TEST(LeftToRefundTest)

} // namespace left_to_refund_test

#include "tst_left_to_refund.moc"
