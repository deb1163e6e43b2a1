// SPDX-License-Identifier: GPL-3.0-or-later
// The answer to a creation is another session than the one that was asked for: a provider, or a cache before it, mixed
// two answers up.
#include "desk/refresh_account.h"
#include "desk/rewriting_shop.h"
#include "support/runner.h"

namespace answer_of_another_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = CreateOutcome::End;
using State = ledger::Intent::State;

namespace {

/// Creates twoItems() and answers with @p session.
CreateOutcome createdAs(RewritingShop &shop, const QJsonObject &session)
{
    shop.holds = true;
    auto creating = createSession(shop.bench.desk.get(), shop.account, twoItems(), {}, std::nullopt);
    if (!QTest::qWaitFor([&shop] { return shop.posts == 1; }))
        qFatal("Nothing was sent.");
    shop.answerHeld(session);
    shop.holds = false;
    return QCoro::waitFor(std::move(creating));
}

} // namespace

class AnswerOfAnotherTest : public QObject
{
    Q_OBJECT

private slots:
    void itIsNotTakenForThisOne_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<int>("stampedAfter");
        QTest::addColumn<QString>("says");
        QTest::newRow("of another customer")
            << QByteArray("{'customer_id': 'cus_other'}") << 0 << u"for another customer"_s;
        QTest::newRow("of other items") << QByteArray("{'line_items': [{'price_id': 'price_1', 'quantity': 7}]}") << 0
                                        << u"other prices or quantities"_s;
        QTest::newRow("of two days before") << QByteArray("{}") << -2 * 86'400 << u"created before this was sent"_s;
    }
    void itIsNotTakenForThisOne()
    {
        QFETCH(const QByteArray, written);
        QFETCH(const int, stampedAfter);
        QFETCH(const QString, says);
        RewritingShop shop;
        QJsonObject other = shop.session(u"cs_other"_s, quoted(written.constData()));
        other.insert(u"created_at"_s, shop.providerNow().addSecs(stampedAfter).toString(Qt::ISODate));
        const auto outcome = createdAs(shop, other);
        QCOMPARE(outcome.end, End::Unknown);
        QVERIFY2(outcome.error->sentence.contains(says), qPrintable(outcome.error->sentence));
        QVERIFY(outcome.error->sentence.contains(u"cs_other"_s));
        // Nothing of it is handed out as this one's.
        QVERIFY(outcome.record.session.id.isEmpty() && outcome.record.session.secureToken.isEmpty());
        const auto kept = *shop.bench.desk->journal().intent(outcome.record.intentId).result().value();
        QCOMPARE(kept.state, State::Unknown);
        QVERIFY(kept.sessionId.isEmpty() && kept.handedOut.isEmpty());
        const auto row = shop.bench.desk->ledger().sessionByIntent(kept.id).result().value();
        QVERIFY(row->session.id.isEmpty() && row->session.secureToken.isEmpty());
    }

    void oneThatWasListedBeforeIsNotThisOne()
    {
        RewritingShop shop;
        const QJsonObject earlier = shop.session(u"cs_earlier"_s);
        shop.listed = {earlier};
        QVERIFY(QCoro::waitFor(refreshAccount(shop.bench.desk.get(), shop.account, {}, Depth::Full)));
        shop.pass(2);
        const auto outcome = createdAs(shop, earlier);
        QCOMPARE(outcome.end, End::Unknown);
        QVERIFY2(outcome.error->sentence.contains(u"listed before"_s), qPrintable(outcome.error->sentence));
        const auto row = shop.bench.desk->ledger().session(shop.account, u"cs_earlier"_s).result().value();
        QVERIFY(row->intentId.isEmpty());
    }

    void oneThatIsStampedHoursBeforeIsThisOne_data()
    {
        QTest::addColumn<int>("stampedAfter");
        QTest::newRow("by a clock of its own") << -360;
        QTest::newRow("in the time of another zone") << -5 * 3'600;
    }
    void oneThatIsStampedHoursBeforeIsThisOne()
    {
        QFETCH(const int, stampedAfter);
        RewritingShop shop;
        QJsonObject session = shop.session(u"cs_own"_s);
        session.insert(u"created_at"_s, shop.providerNow().addSecs(stampedAfter).toString(Qt::ISODate));
        const auto outcome = createdAs(shop, session);
        QCOMPARE(outcome.end, End::Confirmed);
        QCOMPARE(outcome.record.session.secureToken, u"sec_cs_own"_s);
    }

    void oneThatTheProviderWritesInItsOwnWayIsThisOne()
    {
        RewritingShop shop;
        const auto outcome = createdAs(
            shop, shop.session(u"cs_1"_s, quoted("{'success_url': 'https://kestrel.example/', 'custom_fields': {}}")));
        QCOMPARE(outcome.end, End::Confirmed);
        QCOMPARE(outcome.record.session.secureToken, u"sec_cs_1"_s);
    }
};

TILLDECK_TEST(AnswerOfAnotherTest)

} // namespace answer_of_another_test

#include "tst_answer_of_another.moc"
