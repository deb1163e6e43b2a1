// SPDX-License-Identifier: GPL-3.0-or-later
// When a request ended, as the journal keeps it, and until when it may still arrive.
#include "journal_bench.h"
#include "ledger/left_to_refund.h"
#include "ledger/request_end.h"
#include "support/runner.h"

namespace request_end_test {

using namespace tilldeck::test::journaled;
using tilldeck::test::euros;
using tilldeck::test::got;
using tilldeck::test::noon;
using State = Intent::State;

namespace {

/// Returns the time of the provider of the account "a", half a minute ahead of @p here.
Clocks clocksAt(const QDateTime &here, int ahead = 30)
{
    Clocks clocks;
    clocks.here = here;
    clocks.there.insert(u"a"_s, here.addSecs(ahead));
    return clocks;
}

Intent beginTimed(Journal &journal)
{
    return got(journal.begin(randomId(), u"a"_s, "hash", draft(), noon(), noon().addSecs(60), noon().addSecs(30)));
}

Intent sentAtNoon()
{
    Intent intent;
    intent.openedAt = noon();
    intent.deadlineAt = noon().addSecs(60);
    intent.providerOpenedAt = noon();
    return intent;
}

} // namespace

class RequestEndTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_directory.reset(); }

    void itIsKeptByBothClocks()
    {
        const auto journal = openJournal(m_directory->path());
        QDateTime now = noon();
        journal->setClocks([&now] { return clocksAt(now); });
        const Intent begun = beginTimed(*journal);
        QVERIFY(!got(journal->intent(begun.id))->endedAt.isValid());
        now = noon().addSecs(5);
        got(journal->close(begun.id, State::Unknown, {}, u"No answer."_s));
        now = noon().addSecs(500);
        QVERIFY(got(journal->confirmAlone(u"a"_s, begun.id, u"cs_1"_s)));
        const Intent made = *got(journal->intent(begun.id));
        QCOMPARE(made.endedAt, noon().addSecs(5));
        QCOMPARE(made.providerEndedAt, noon().addSecs(35));
        QCOMPARE(made.confirmedAt, noon().addSecs(500));
        QCOMPARE(lastMoment(made), noon().addSecs(500));
    }

    void aJumpWhileItWaitedCountsByBothClocks()
    {
        const auto journal = openJournal(m_directory->path());
        journal->setClocks([] { return clocksAt(noon()); });
        const Intent begun = beginTimed(*journal);
        // The provider has said nothing since.
        journal->setClocks([] { return clocksAt(noon().addSecs(3600), 31 - 3600); });
        got(journal->close(begun.id, State::Unknown, {}, {}));
        const Intent lost = *got(journal->intent(begun.id));
        QCOMPARE(lost.endedAt, noon().addSecs(3600));
        QCOMPARE(lost.providerEndedAt, noon().addSecs(3630));
    }

    void whatIsSentAgainHasNotEnded()
    {
        const auto journal = openJournal(m_directory->path());
        const Intent begun = beginTimed(*journal);
        got(journal->close(begun.id, State::Unknown, {}, {}));
        QVERIFY(got(journal->intent(begun.id))->endedAt.isValid());
        QVERIFY(!got(journal->reopen(u"a"_s, Intent::Kind::Create, begun.id, noon().addSecs(900))).endedAt.isValid());
        const Intent again = *got(journal->intent(begun.id));
        QVERIFY(!again.endedAt.isValid() && !again.providerEndedAt.isValid());
    }

    void whatEndedWithItsProgramHadEndedWhenThatIsFound()
    {
        QString id;
        {
            const auto journal = openJournal(m_directory->path());
            id = beginTimed(*journal).id;
        }
        const QDateTime found = noon().addDays(1);
        const auto opened = Journal::open(m_directory->path(), [found] { return clocksAt(found); });
        QVERIFY(opened.has_value());
        const Intent lost = *got((*opened)->intent(id));
        QCOMPARE(lost.state, State::Unknown);
        QCOMPARE(lost.endedAt, found);
        QVERIFY(!lost.providerEndedAt.isValid());
        // By the provider's clock it ended as long ago as by this one.
        const LastArrival last = lastArrivals(lost, found.addSecs(90), found.addSecs(60));
        QCOMPARE(last.here, found.addSecs(300));
        QCOMPARE(last.there, found.addSecs(300));
    }

    void ofAnEarlierJournalWhatIsOpenEndsAtTheLatestNow()
    {
        QString made;
        QString lost;
        {
            const auto journal = openJournal(m_directory->path());
            lost = beginTimed(*journal).id;
            got(journal->close(lost, State::Unknown, {}, {}));
            made = beginTimed(*journal).id;
            got(journal->close(made, State::Confirmed, u"cs_1"_s, {}));
        }
        const QString path = m_directory->filePath(u"journal.sqlite"_s);
        for (const QString &later : {u"ended_at"_s, u"provider_ended_at"_s, u"confirmed_at"_s, u"reported_amount"_s,
                                     u"failed_by_total"_s, u"source"_s, u"source_line"_s, u"remark"_s})
            readBeside(path, u"ALTER TABLE intent DROP COLUMN "_s + later);
        readBeside(path, u"PRAGMA user_version = 8"_s);
        const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-2);
        const auto journal = openJournal(m_directory->path());
        const QDateTime ended = got(journal->intent(lost))->endedAt;
        QVERIFY(ended >= before && ended <= QDateTime::currentDateTimeUtc());
        QVERIFY(!got(journal->intent(lost))->providerEndedAt.isValid());
        QVERIFY(!got(journal->intent(made))->endedAt.isValid());
        QCOMPARE(lastMoment(*got(journal->intent(made))), noon());
    }

    void itMayArriveFromTheLatestEndOn_data()
    {
        QTest::addColumn<int>("ended"); // seconds after it was opened; -1: not known
        QTest::addColumn<int>("endedThere");
        QTest::addColumn<int>("here"); // seconds after noon
        QTest::addColumn<int>("there");
        QTest::newRow("not known") << -1 << -1 << 360 << 360;
        QTest::newRow("before its deadline") << 5 << 5 << 360 << 360;
        QTest::newRow("long after it, by both clocks") << 3600 << 3600 << 3900 << 3900;
        QTest::newRow("long after it, by the clock here") << 3600 << 5 << 3900 << 360;
        QTest::newRow("long after it, that of the provider not known") << 3600 << -1 << 3900 << 3900;
    }
    void itMayArriveFromTheLatestEndOn()
    {
        QFETCH(const int, ended);
        QFETCH(const int, endedThere);
        QFETCH(const int, here);
        QFETCH(const int, there);
        Intent intent = sentAtNoon();
        if (ended >= 0)
            intent.endedAt = noon().addSecs(ended);
        if (endedThere >= 0)
            intent.providerEndedAt = noon().addSecs(endedThere);
        const QDateTime now = noon().addSecs(3700);
        const LastArrival last = lastArrivals(intent, now, now);
        QCOMPARE(last.here, noon().addSecs(here));
        QCOMPARE(last.there, noon().addSecs(there));
        QVERIFY(!lastArrivals(intent, QDateTime(), now).there.isValid());
    }

    void anEqualRefundIsOneFromWhenTheFirstWasConfirmedOn()
    {
        Intent first = sentAtNoon();
        first.kind = Intent::Kind::Refund;
        first.state = State::Confirmed;
        first.amount = euros(500);
        const QDateTime now = noon().addSecs(3600);
        const auto isSame = [&](const QDateTime &there = {}) {
            return isSameRefund(first, euros(500), TwoClocks{now, there});
        };
        QVERIFY(!isSame());
        first.endedAt = now.addSecs(-2);
        QVERIFY(isSame());
        first.endedAt = noon();
        first.confirmedAt = now.addSecs(-2);
        QVERIFY(isSame());
        // The clock of this computer was a day behind when the first was made.
        first.confirmedAt = noon();
        const QDateTime there = noon().addDays(1);
        first.providerOpenedAt = there;
        QVERIFY(isSame(there.addSecs(60)));
        QVERIFY(!isSame(there.addSecs(600)));
        first.providerEndedAt = there.addSecs(500);
        QVERIFY(isSame(there.addSecs(600)));
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
};

TILLDECK_TEST(RequestEndTest)

} // namespace request_end_test

#include "tst_request_end.moc"
