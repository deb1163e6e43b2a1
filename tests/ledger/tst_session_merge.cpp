// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a session's row when more is learnt of it.
#include "ledger_fixture.h"
#include "support/runner.h"

#include <QSignalSpy>

namespace session_merge_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::ledger;
using namespace tilldeck::test;
using checkout::SessionStatus;

using State = SessionRecord::State;

class SessionMergeTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_ledger = openLedger(m_directory->path());
    }

    void cleanup() { m_ledger.reset(); }

    void aCreationBecomesItsSessionInOneRow()
    {
        SessionRecord creating = session({});
        creating.intentId = u"i1"_s;
        creating.state = State::Creating;
        creating.checkedAt = {};
        creating.draft.successUrl = u"https://shop.example/{CHECKOUT_SESSION_ID}"_s;
        creating.customerLabel = u"Awa"_s;
        const SessionRecord first = got(m_ledger->put(creating));
        SessionRecord answered = session(u"cs_1"_s, 1);
        answered.intentId = u"i1"_s;
        const SessionRecord stored = got(m_ledger->put(answered));
        QCOMPARE(stored.key, first.key);
        QCOMPARE(stored.state, State::Known);
        QCOMPARE(stored.draft, creating.draft);
        QCOMPARE(stored.customerLabel, u"Awa"_s);
        QCOMPARE(got(m_ledger->counts(allOf({u"a"_s}))).all, 1);

        // A slower path that still believes the outcome unknown does not take the session away.
        creating.state = State::OutcomeUnknown;
        QCOMPARE(got(m_ledger->put(creating)), stored);
    }

    void aSessionListedBeforeItsCreationWasAnsweredIsOneRow()
    {
        SessionRecord creating = session({});
        creating.intentId = u"i1"_s;
        creating.state = State::OutcomeUnknown;
        creating.itemsLabel = u"Membership"_s;
        const qint64 key = got(m_ledger->put(creating)).key;
        SessionRecord listed = session(u"cs_1"_s, 5);
        listed.session.status = SessionStatus::Completed;
        QCOMPARE(got(m_ledger->merge(u"a"_s, {listed})), 1);
        SessionRecord answered = session(u"cs_1"_s, 1);
        answered.intentId = u"i1"_s;
        const SessionRecord stored = got(m_ledger->put(answered));
        QCOMPARE(stored.key, key);
        QCOMPARE(stored.session.status, SessionStatus::Completed);
        QCOMPARE(stored.itemsLabel, u"Membership"_s);
        QCOMPARE(idsOf(got(m_ledger->sessions(allOf({u"a"_s}), {}, 10)).rows), QStringList{u"cs_1"_s});
    }

    void aNameTakesThePlaceOfTheIdThatWasShownWithoutACatalog()
    {
        SessionRecord mine = session(u"cs_1"_s);
        mine.intentId = u"i1"_s;
        checkout::LineItem item;
        item.priceId = u"price_premium"_s;
        item.quantity = 2;
        mine.draft.lineItems = {item};
        mine.draft.customer.id = u"cus_1"_s;
        mine.customerLabel = u"cus_1"_s;
        mine.itemsLabel = u"price_premium × 2"_s;
        SessionRecord listed = got(m_ledger->put(mine));
        listed.customerLabel = u"Awa"_s;
        listed.itemsLabel = u"Premium × 2"_s;
        SessionRecord stored = got(m_ledger->put(listed));
        QCOMPARE(stored.customerLabel, u"Awa"_s);
        QCOMPARE(stored.itemsLabel, u"Premium × 2"_s);
        // Without a catalog again, the names stay.
        listed.customerLabel = mine.customerLabel;
        listed.itemsLabel = mine.itemsLabel;
        stored = got(m_ledger->put(listed));
        QCOMPARE(stored.customerLabel, u"Awa"_s);
        QCOMPARE(stored.itemsLabel, u"Premium × 2"_s);
    }

    void mergeKeepsOwnWordsAndTakesTheProviders()
    {
        SessionRecord mine = session(u"cs_1"_s);
        mine.intentId = u"i1"_s;
        mine.draft.couponId = u"coupon_1"_s;
        mine.customerLabel = u"Awa"_s;
        mine.session.secureToken = u"tok"_s;
        mine.amount = euros(100);
        got(m_ledger->put(mine));
        SessionRecord listed = session(u"cs_1"_s, 9, u"ignored"_s);
        listed.customerLabel = u"cus_9"_s;
        listed.session.status = SessionStatus::Unrecognised;
        listed.session.rawStatus = u"on_hold"_s;
        QCOMPARE(got(m_ledger->merge(u"a"_s, {listed, session(u"cs_2"_s)})), 2);
        const auto stored = *got(m_ledger->session(u"a"_s, u"cs_1"_s));
        QCOMPARE(stored.draft, mine.draft);
        QCOMPARE(stored.intentId, u"i1"_s);
        QCOMPARE(stored.customerLabel, u"Awa"_s);
        QCOMPARE(stored.session.secureToken, u"tok"_s);
        QCOMPARE(stored.session.rawStatus, u"on_hold"_s);
        QCOMPARE(stored.amount, euros(100));
        QCOMPARE(stored.createdAt, mine.createdAt);
    }

    void anOlderAnswerIsIgnored()
    {
        SessionRecord paid = session(u"cs_1"_s, 10);
        paid.session.status = SessionStatus::Completed;
        paid.session.rawStatus = u"completed"_s;
        got(m_ledger->put(paid));
        QCOMPARE(got(m_ledger->merge(u"a"_s, {session(u"cs_1"_s, 5)})), 0);
        QCOMPARE(got(m_ledger->session(u"a"_s, u"cs_1"_s))->session.status, SessionStatus::Completed);
        QCOMPARE(got(m_ledger->put(session(u"cs_1"_s, 5))).session.status, SessionStatus::Completed);
        SessionRecord later = session(u"cs_1"_s, 20);
        later.session.status = SessionStatus::Unrecognised;
        later.session.rawStatus = u"disputed"_s;
        QCOMPARE(got(m_ledger->merge(u"a"_s, {later})), 1);
        QCOMPARE(got(m_ledger->session(u"a"_s, u"cs_1"_s))->session.rawStatus, u"disputed"_s);
    }

    void aPaidSessionIsNeverOpenAgain()
    {
        SessionRecord paid = session(u"cs_1"_s, 10);
        paid.session.status = SessionStatus::Completed;
        paid.session.rawStatus = u"completed"_s;
        got(m_ledger->put(paid));
        SessionRecord lagging = session(u"cs_1"_s, 20);
        lagging.session.url = u"https://pay.example/later"_s;
        QCOMPARE(got(m_ledger->merge(u"a"_s, {lagging})), 1);
        QCOMPARE(got(m_ledger->put(session(u"cs_1"_s, 30))).session.status, SessionStatus::Completed);
        const auto stored = got(m_ledger->session(u"a"_s, u"cs_1"_s));
        QCOMPARE(stored->session.status, SessionStatus::Completed);
        QCOMPARE(stored->session.rawStatus, u"completed"_s);
        QCOMPARE(stored->session.url, lagging.session.url); // the rest of the later answer is news
    }

    void aNameThatIsNotKnownStandsBesideAFinalStatus_data()
    {
        QTest::addColumn<SessionStatus>("status");
        QTest::addColumn<QString>("name");
        QTest::newRow("completed") << SessionStatus::Completed << u"completed"_s;
        QTest::newRow("expired") << SessionStatus::Expired << u"expired"_s;
        QTest::newRow("failed") << SessionStatus::Failed << u"failed"_s;
    }
    void aNameThatIsNotKnownStandsBesideAFinalStatus()
    {
        QFETCH(const SessionStatus, status);
        QFETCH(const QString, name);
        SessionRecord over = session(u"cs_1"_s, 10);
        over.session.status = status;
        over.session.rawStatus = name;
        got(m_ledger->put(over));
        QCOMPARE(checkout::oddStatusName(over.session), QString());

        SessionRecord odd = session(u"cs_1"_s, 20);
        odd.session.status = SessionStatus::Unrecognised;
        odd.session.rawStatus = u"disputed"_s;
        QCOMPARE(got(m_ledger->merge(u"a"_s, {odd})), 1);
        auto stored = got(m_ledger->session(u"a"_s, u"cs_1"_s));
        QCOMPARE(stored->session.status, status);
        QCOMPARE(checkout::oddStatusName(stored->session), u"disputed"_s);
        // It is not offered to customers as an open one is, nor asked for one by one.
        QVERIFY(got(m_ledger->unfinished(u"a"_s, 10)).empty());

        odd.session.rawStatus.clear();
        odd.checkedAt = odd.checkedAt.addSecs(60);
        got(m_ledger->merge(u"a"_s, {odd}));
        QCOMPARE(got(m_ledger->session(u"a"_s, u"cs_1"_s))->session.rawStatus, u"disputed"_s);

        over.checkedAt = odd.checkedAt.addSecs(60);
        over.session.status = SessionStatus::Completed;
        over.session.rawStatus = u"completed"_s;
        got(m_ledger->merge(u"a"_s, {over}));
        stored = got(m_ledger->session(u"a"_s, u"cs_1"_s));
        QCOMPARE(stored->session.status, SessionStatus::Completed);
        QCOMPARE(checkout::oddStatusName(stored->session), QString());
    }

    void screensHearOfChangesOnly()
    {
        QSignalSpy spy(m_ledger.get(), &Ledger::sessionsChanged);
        SessionRecord record = session(u"cs_1"_s);
        QCOMPARE(got(m_ledger->merge(u"a"_s, {record})), 1);
        QTRY_COMPARE(spy.count(), 1);
        QCOMPARE(spy.first().first().toStringList(), QStringList{u"a"_s});
        record.checkedAt = record.checkedAt.addSecs(60);
        QCOMPARE(got(m_ledger->merge(u"a"_s, {record})), 0);
        QCOMPARE(got(m_ledger->session(u"a"_s, u"cs_1"_s))->checkedAt, record.checkedAt);
        record.session.status = SessionStatus::Completed;
        QCOMPARE(got(m_ledger->merge(u"b"_s, {record})), 1);
        QTRY_COMPARE(spy.count(), 2);
        QCOMPARE(spy.last().first().toStringList(), QStringList{u"b"_s});
    }

    void onlyACreationWithoutASessionIsRemoved()
    {
        SessionRecord record = session({});
        record.intentId = u"i1"_s;
        record.state = State::OutcomeUnknown;
        got(m_ledger->put(record));
        record = session(u"cs_2"_s);
        record.intentId = u"i2"_s;
        got(m_ledger->put(record));
        got(m_ledger->removeByIntent(u"i1"_s));
        got(m_ledger->removeByIntent(u"i2"_s));
        QCOMPARE(idsOf(got(m_ledger->sessions(allOf({u"a"_s}), {}, 10)).rows), QStringList{u"cs_2"_s});
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Ledger> m_ledger;
};

TILLDECK_TEST(SessionMergeTest)

} // namespace session_merge_test

#include "tst_session_merge.moc"
