// SPDX-License-Identifier: GPL-3.0-or-later
// Refunds in the journal: never more than was paid, whoever gives back.
#include "journal_bench.h"
#include "support/runner.h"

namespace journal_refunds_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::ledger;
using namespace tilldeck::test;
using namespace tilldeck::test::journaled;

class JournalRefundsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void aRefundIsAnIntentOfItsOwnKind()
    {
        auto journal = openJournal(m_directory->path());
        const Intent refund = got(beginRefund(*journal, 1000));
        QCOMPARE(refund.kind, Intent::Kind::Refund);
        journal.reset();
        journal = openJournal(m_directory->path());
        const auto stored = *got(journal->intent(refund.id));
        QCOMPARE(stored.amount, euros(1000));
        QCOMPARE(stored.transactionId, u"txn_1"_s);
        QCOMPARE(stored.state, Intent::State::Unknown);
        QVERIFY(got(journal->unknown()).empty());
        QCOMPARE(got(journal->unknown(Intent::Kind::Refund)).size(), size_t(1));
        QCOMPARE(got(journal->refundsOf(u"a"_s, u"txn_1"_s)).size(), size_t(1));
        QVERIFY(got(journal->refundsOf(u"b"_s, u"txn_1"_s)).empty());
    }

    void theReasonOfARefundIsKept()
    {
        auto journal = openJournal(m_directory->path());
        const QString reason = u"too small ’ \n"_s;
        const Intent refund =
            got(journal->beginRefund(randomId(), u"a"_s, "hash", u"txn_1"_s, euros(100), euros(2900), euros(0), noon(),
                                     noon().addSecs(60), noon(), Journal::Repeat::Allow, reason));
        const Intent without = got(beginRefund(*journal, 200));
        journal.reset();
        journal = openJournal(m_directory->path());
        QCOMPARE(got(journal->intent(refund.id))->reason, reason);
        QCOMPARE(got(journal->intent(without.id))->reason, QString());
    }

    void onlyARefundOfUnknownOutcomeIsOpenedAgain_data()
    {
        QTest::addColumn<Intent::State>("state");
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("isOpened");
        using State = Intent::State;
        QTest::newRow("unknown") << State::Unknown << QString() << true;
        QTest::newRow("unknown, with its id") << State::Unknown << u"re_1"_s << false;
        QTest::newRow("under way") << State::Open << QString() << false;
        QTest::newRow("taken") << State::Accepted << u"re_1"_s << false;
        QTest::newRow("given back") << State::Confirmed << u"re_1"_s << false;
        QTest::newRow("refused") << State::Rejected << QString() << false;
        QTest::newRow("decided as not made") << State::Abandoned << QString() << false;
        QTest::newRow("not given back after all") << State::Failed << QString() << false;
    }
    void onlyARefundOfUnknownOutcomeIsOpenedAgain()
    {
        QFETCH(const Intent::State, state);
        QFETCH(const QString, id);
        QFETCH(const bool, isOpened);
        const auto journal = openJournal(m_directory->path());
        const Intent refund = got(beginRefund(*journal, 1000));
        got(journal->close(refund.id, state, id, u"said"_s));
        const auto reopen = [&](const QString &account, Intent::Kind kind) {
            return journal->reopen(account, kind, refund.id, noon().addSecs(600)).result();
        };
        // Its key counts in its own account only.
        QCOMPARE(reopen(u"b"_s, Intent::Kind::Refund).error().kind, checkout::ErrorKind::NotFound);
        QCOMPARE(reopen(u"a"_s, Intent::Kind::Create).error().kind, checkout::ErrorKind::NotFound);
        QCOMPARE(got(journal->intent(refund.id))->state, state);
        const auto opened = reopen(u"a"_s, Intent::Kind::Refund);
        QCOMPARE(opened.has_value(), isOpened);
        const Intent stored = *got(journal->intent(refund.id));
        QCOMPARE(stored.state, isOpened ? Intent::State::Open : state);
        if (isOpened) {
            QCOMPARE(stored, *opened);
            QCOMPARE(stored.deadlineAt, noon().addSecs(600));
            QCOMPARE(stored.openedAt, refund.openedAt);
            return;
        }
        QCOMPARE(opened.error().kind, checkout::ErrorKind::Rejected);
        QVERIFY(!opened.error().sentence.isEmpty());
    }

    void aRefundThatWasMeantOnceMoreIsNotOpenedAgain_data()
    {
        QTest::addColumn<Intent::State>("later");
        QTest::addColumn<bool>("isOpened");
        using State = Intent::State;
        for (const State state : {State::Open, State::Unknown, State::Accepted, State::Confirmed})
            QTest::addRow("state %d", int(state)) << state << false;
        for (const State state : {State::Rejected, State::Abandoned})
            QTest::addRow("state %d", int(state)) << state << true;
    }
    void aRefundThatWasMeantOnceMoreIsNotOpenedAgain()
    {
        QFETCH(const Intent::State, later);
        QFETCH(const bool, isOpened);
        const auto journal = openJournal(m_directory->path());
        const Intent first = got(beginRefund(*journal, 1000));
        got(journal->close(first.id, Intent::State::Unknown, {}, {}));
        (void)got(beginRefund(*journal, 100));
        const Intent second = got(beginRefund(*journal, 1000));
        got(journal->close(second.id, later, {}, {}));
        const auto opened = journal->reopen(u"a"_s, Intent::Kind::Refund, first.id, noon()).result();
        QCOMPARE(opened.has_value(), isOpened);
        QVERIFY(isOpened || opened.error().sentence.contains(u"twice"_s));
    }

    void neverMoreThanWasPaidIsGivenBack_data()
    {
        QTest::addColumn<QList<int>>("states"); // of refunds of 10.00 each, of 29.00
        QTest::addColumn<int>("told");
        QTest::addColumn<int>("asked");
        QTest::addColumn<bool>("allowed");
        constexpr int open = int(Intent::State::Open);
        constexpr int confirmed = int(Intent::State::Confirmed);
        constexpr int rejected = int(Intent::State::Rejected);
        constexpr int unknown = int(Intent::State::Unknown);
        constexpr int abandoned = int(Intent::State::Abandoned);
        using States = QList<int>;
        QTest::newRow("all of it") << States{} << 0 << 2900 << true;
        QTest::newRow("more than was paid") << States{} << 0 << 2901 << false;
        QTest::newRow("nothing") << States{} << 0 << 0 << false;
        QTest::newRow("less than nothing") << States{} << 0 << -100 << false;
        QTest::newRow("the rest of what the provider told") << States{} << 1000 << 1900 << true;
        QTest::newRow("above what the provider told") << States{} << 1000 << 1901 << false;
        QTest::newRow("the rest beside one under way") << States{open} << 0 << 1900 << true;
        QTest::newRow("above the rest beside one under way") << States{open} << 0 << 1901 << false;
        QTest::newRow("above the rest beside an unknown one") << States{unknown} << 0 << 1901 << false;
        QTest::newRow("above the rest beside one not told yet") << States{confirmed} << 0 << 1901 << false;
        QTest::newRow("above the rest beside an accepted one")
            << States{int(Intent::State::Accepted)} << 0 << 1901 << false;
        QTest::newRow("one that failed later does not count")
            << States{int(Intent::State::Failed)} << 0 << 2900 << true;
        QTest::newRow("one that may be told by now") << States{confirmed} << 1000 << 900 << true;
        QTest::newRow("above one that may not be told by now") << States{confirmed} << 1000 << 901 << false;
        QTest::newRow("two that are told in part") << States{confirmed, confirmed} << 1000 << 901 << false;
        const int accepted = int(Intent::State::Accepted);
        QTest::newRow("one asked for here and less made elsewhere") << States{accepted} << 300 << 1600 << true;
        QTest::newRow("above one asked for here and less made elsewhere") << States{accepted} << 300 << 1601 << false;
        QTest::newRow("one confirmed here and less made elsewhere") << States{confirmed} << 300 << 1601 << false;
        QTest::newRow("one that may be reported and more made elsewhere") << States{confirmed} << 1300 << 600 << true;
        QTest::newRow("one asked for that may not be in what is reported") << States{accepted} << 1300 << 600 << true;
        QTest::newRow("above one asked for that may not be reported") << States{accepted} << 1300 << 601 << false;
        QTest::newRow("two of which one is reported, and more made elsewhere")
            << States{accepted, confirmed} << 1300 << 601 << false;
        QTest::newRow("refused ones do not count") << States{rejected} << 0 << 2900 << true;
        QTest::newRow("resolved ones do not count") << States{abandoned} << 0 << 2900 << true;
        QTest::newRow("told more than was paid") << States{} << 5000 << 1 << false;
    }
    void neverMoreThanWasPaidIsGivenBack()
    {
        QFETCH(QList<int>, states);
        QFETCH(int, told);
        QFETCH(int, asked);
        QFETCH(bool, allowed);
        const auto journal = openJournal(m_directory->path());
        for (const int state : states) {
            const Intent intent = got(beginRefund(*journal, 1000));
            if (state != int(Intent::State::Open))
                got(journal->close(intent.id, Intent::State(state), {}, {}));
        }
        const auto begun = beginRefund(*journal, asked, told).result();
        QCOMPARE(begun.has_value(), allowed);
        if (!allowed) {
            QCOMPARE(begun.error().kind, checkout::ErrorKind::InvalidInput);
            QVERIFY(!begun.error().sentence.isEmpty());
        }
        QCOMPARE(got(journal->refundsOf(u"a"_s, u"txn_1"_s)).size(), size_t(states.size()) + (allowed ? 1 : 0));
    }

    void aRefundMadeElsewhereAndOneHereAddUp()
    {
        const auto journal = openJournal(m_directory->path());
        const Intent here = got(beginRefund(*journal, 1000, 500));
        got(journal->close(here.id, Intent::State::Confirmed, u"re_1"_s, {}));
        // The provider still tells the older figure.
        QVERIFY(!beginRefund(*journal, 1401, 500).result());
        QVERIFY(beginRefund(*journal, 1400, 500).result());
    }

    void whatStoodInTheListIsKeptWithTheRefund()
    {
        auto journal = openJournal(m_directory->path());
        const auto begin = [&](const ReportedRefunds &reported) {
            const QString id = randomId();
            got(journal->beginRefund(id, u"a"_s, {}, u"txn_1"_s, euros(100), euros(2900), reported, noon(), noon()));
            return id;
        };
        ReportedRefunds listed(euros(300), {checkout::Refund(u"re_1"_s, euros(300))});
        listed.isListed = true;
        const QString beside = begin(listed);
        listed.entries.clear();
        const QString first = begin(listed);
        const QString unlisted = begin(ReportedRefunds(euros(300)));
        journal.reset();
        journal = openJournal(m_directory->path());
        QCOMPARE(got(journal->intent(beside))->listedBefore, std::optional(QStringList(u"re_1"_s)));
        QCOMPARE(got(journal->intent(first))->listedBefore, std::optional(QStringList()));
        QCOMPARE(got(journal->intent(unlisted))->listedBefore, std::optional<QStringList>());
    }

    void anEntryIsClaimedOnceAndOnlyBesideTheRefundsThatWereJudged()
    {
        const auto journal = openJournal(m_directory->path());
        const auto other = openJournal(m_directory->path());
        const auto refunds = [&] { return got(journal->refundsOf(u"a"_s, u"txn_1"_s)); };
        for (int i = 0; i < 2; ++i)
            got(journal->close(got(beginRefund(*journal, 1000)).id, Intent::State::Unknown, {}, {}));
        const std::vector<Intent> judged = refunds();
        const auto claim = [&](Journal &by, size_t at, const std::vector<Intent> &beside, int entries) {
            Intent refund = beside.at(at);
            refund.state = Intent::State::Confirmed;
            refund.sessionId = u"re_1"_s;
            return by.claimRefund(u"a"_s, refund, beside, entries).result();
        };
        QVERIFY(*claim(*journal, 0, judged, 1));
        // Whoever judged before that has to look again.
        QVERIFY(!*claim(*other, 1, judged, 1));
        QCOMPARE(refunds().at(1), judged.at(1));
        const auto refused = claim(*other, 1, refunds(), 1);
        QVERIFY(!refused && refused.error().kind == checkout::ErrorKind::Rejected);
        QVERIFY2(refused.error().sentence.contains(u"another one"_s), qPrintable(refused.error().sentence));
        // The same once more is none of another refund, and an id may stand in the list twice.
        QVERIFY(*claim(*other, 0, refunds(), 1));
        QVERIFY(*claim(*other, 1, refunds(), 2));
        QCOMPARE(refunds().at(1).sessionId, u"re_1"_s);
    }

    void onlyTheProvidersWordAboutItsOwnIdTakesAGivenBackRefundBack()
    {
        const auto journal = openJournal(m_directory->path());
        const Intent refund = got(beginRefund(*journal, 1000));
        const auto fail = [&](const QString &id) {
            return journal->failRefundByTotal(refund.id, id, u"why"_s).result();
        };
        QVERIFY(!fail(u"re_1"_s)); // it is under way
        got(journal->close(refund.id, Intent::State::Confirmed, {}, {}));
        QVERIFY(!fail(u"re_1"_s));
        got(journal->close(refund.id, Intent::State::Confirmed, u"re_1"_s, {}));
        QVERIFY(!fail(u"re_2"_s));
        QVERIFY(!fail(QString()));
        QVERIFY(!journal->close(refund.id, Intent::State::Failed, u"re_1"_s, {}).result());
        QVERIFY(fail(u"re_1"_s));
        const Intent failed = *got(journal->intent(refund.id));
        QCOMPARE(failed.state, Intent::State::Failed);
        QCOMPARE(failed.note, u"why"_s);
        QVERIFY(failed.failedByTotal);
        QVERIFY(!fail(u"re_1"_s));
    }

    void onlyWhatWasClosedAsNotMadeIsAQuestionAgain_data()
    {
        QTest::addColumn<Intent::State>("state");
        QTest::addColumn<bool>("isQuestioned");
        using State = Intent::State;
        QTest::newRow("decided as not made") << State::Abandoned << true;
        QTest::newRow("found not made") << State::Rejected << true;
        QTest::newRow("under way") << State::Open << false;
        QTest::newRow("asked for") << State::Accepted << false;
        QTest::newRow("given back") << State::Confirmed << false;
        QTest::newRow("failed") << State::Failed << true;
    }
    void onlyWhatWasClosedAsNotMadeIsAQuestionAgain()
    {
        QFETCH(const Intent::State, state);
        QFETCH(const bool, isQuestioned);
        const auto journal = openJournal(m_directory->path());
        const Intent refund = got(beginRefund(*journal, 1000));
        if (state != Intent::State::Open)
            got(journal->close(refund.id, state, u"re_1"_s, u"before"_s));
        got(journal->setApart(refund.id, {u"re_7"_s}));
        const Intent before = *got(journal->intent(refund.id));
        const bool wasLookedAt = state == Intent::State::Abandoned || state == Intent::State::Rejected;
        QCOMPARE(before.listedBefore == QStringList{u"re_7"_s}, wasLookedAt);
        QCOMPARE(journal->questionRefund(refund.id, u"why"_s).result().has_value(), isQuestioned);
        const Intent after = *got(journal->intent(refund.id));
        if (!isQuestioned) {
            QCOMPARE(after, before);
            return;
        }
        QCOMPARE(after.state, Intent::State::Unknown);
        QCOMPARE(after.note, u"why"_s);
        QCOMPARE(after.sessionId, QString());
        got(journal->questionRefund(refund.id, u"again"_s));
        QCOMPARE(*got(journal->intent(refund.id)), after);
    }

    void anotherCurrencyIsNotGivenBack()
    {
        const auto journal = openJournal(m_directory->path());
        const money::Money francs(1, *money::Currency::fromCode(u"XOF"));
        QVERIFY(!journal->beginRefund(randomId(), u"a"_s, {}, u"txn_1"_s, francs, euros(2900), euros(0), noon(), noon())
                     .result());
    }

    void racingProgramsNeverGiveBackMoreThanWasPaid()
    {
        const auto dashboard = openJournal(m_directory->path());
        const auto commandLine = openJournal(m_directory->path());
        std::vector<QFuture<checkout::Result<Intent>>> tries;
        for (int i = 0; i < 20; ++i)
            tries.push_back(beginRefund(i % 2 == 0 ? *dashboard : *commandLine, 1000));
        int begun = 0;
        for (auto &attempt : tries) {
            const auto result = attempt.result();
            begun += result ? 1 : 0;
            QVERIFY(result || result.error().kind == checkout::ErrorKind::InvalidInput);
        }
        QCOMPARE(begun, 2);
    }

    void racingProgramsBeginTheSameRefundOnce()
    {
        const auto dashboard = openJournal(m_directory->path());
        const auto commandLine = openJournal(m_directory->path());
        std::vector<QFuture<checkout::Result<Intent>>> tries;
        for (int i = 0; i < 20; ++i) {
            Journal &journal = i % 2 == 0 ? *dashboard : *commandLine;
            tries.push_back(journal.beginRefund(randomId(), u"a"_s, {}, u"txn_1"_s, euros(100), euros(2900), euros(0),
                                                noon(), noon().addSecs(60), {}, Journal::Repeat::Refuse));
        }
        int begun = 0;
        for (auto &attempt : tries) {
            const auto result = attempt.result();
            begun += result ? 1 : 0;
            QVERIFY(result || result.error().kind == checkout::ErrorKind::UnknownOutcome);
        }
        QCOMPARE(begun, 1);
    }

    void whatTheProviderHasTakenIsNotUndoneByASlowerPath_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<bool>("allowed");
        using State = Intent::State;
        QTest::newRow("accepted, then unknown") << int(State::Accepted) << int(State::Unknown) << false;
        QTest::newRow("accepted, then refused") << int(State::Accepted) << int(State::Rejected) << false;
        QTest::newRow("accepted, then given back") << int(State::Accepted) << int(State::Confirmed) << true;
        QTest::newRow("accepted, then failed") << int(State::Accepted) << int(State::Failed) << true;
        QTest::newRow("failed, then accepted") << int(State::Failed) << int(State::Accepted) << false;
        QTest::newRow("given back, then failed") << int(State::Confirmed) << int(State::Failed) << false;
        QTest::newRow("unknown, then accepted") << int(State::Unknown) << int(State::Accepted) << true;
    }
    void whatTheProviderHasTakenIsNotUndoneByASlowerPath()
    {
        QFETCH(const int, from);
        QFETCH(const int, to);
        QFETCH(const bool, allowed);
        const auto journal = openJournal(m_directory->path());
        const Intent refund = got(beginRefund(*journal, 1000));
        got(journal->close(refund.id, Intent::State(from), {}, u"first"_s));
        const auto closed = journal->close(refund.id, Intent::State(to), {}, u"second"_s).result();
        QCOMPARE(closed.has_value(), allowed);
        QVERIFY(allowed || !closed.error().sentence.isEmpty());
        const auto stored = got(journal->intent(refund.id));
        QCOMPARE(int(stored->state), allowed ? to : from);
        QCOMPARE(stored->note, allowed ? u"second"_s : u"first"_s);
        QCOMPARE(got(journal->refundsIn(Intent::State(to))).size(), size_t(allowed ? 1 : 0));
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
};

TILLDECK_TEST(JournalRefundsTest)

} // namespace journal_refunds_test

#include "tst_journal_refunds.moc"
