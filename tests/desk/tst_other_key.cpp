// SPDX-License-Identifier: GPL-3.0-or-later
// A new key of the same shop is given, which is not the one that something was sent with.
#include "desk/abandon_refund.h"
#include "desk/charge_server.h"
#include "desk/create_session.h"
#include "desk/creation_counter.h"
#include "desk/match_refund.h"
#include "desk/reconcile_creation.h"
#include "desk/refund_lists.h"
#include "desk/resend_refund.h"
#include "desk/shop_keys.h"
#include "support/outside_sql.h"
#include "support/runner.h"

namespace other_key_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using accounts::ProviderKind;
using End = RefundOutcome::End;
using ledger::Intent;
using Way = RefundLists::Way;

namespace {

constexpr qint64 amount = 5'000;

checkout::Result<RefundOutcome> resend(RefundLists &shop, const QString &intentId)
{
    return QCoro::waitFor(resendRefund(shop.bench.desk.get(), shop.accountId, intentId));
}

Intent stored(const RefundLists &shop, const QString &intentId)
{
    return *shop.bench.desk->journal().intent(intentId).result().value();
}

/// Gives a key that the merchant says is a new one of the same shop.
void roll(Bench &bench, const QString &accountId)
{
    const http::Secret rolled(u"sk_test_another"_s);
    bench.desk->keys().keepForThisRun(accountId, rolled);
    if (!takeKeyAsOwn(*bench.desk, accountId, rolled).result())
        qFatal("It could not be taken.");
}

/// Returns a refund that the provider made, whose answer was lost, and which its list does not show yet.
QString lose(RefundLists &shop)
{
    shop.way = Way::LosesTheAnswer;
    shop.lists = false;
    const RefundOutcome lost = shop.give(amount);
    if (lost.end != End::Unknown)
        qFatal("%s", lost.error ? qPrintable(lost.error->sentence) : "not unknown");
    shop.way = Way::Answers;
    shop.lists = true;
    return lost.intentId;
}

} // namespace

class OtherKeyTest : public QObject
{
    Q_OBJECT

private slots:
    void aCreationIsNotSentAgain_data()
    {
        QTest::addColumn<ProviderKind>("provider");
        QTest::addColumn<bool>("isOlder");
        QTest::addColumn<bool>("isSent");
        QTest::newRow("as it was sent") << ProviderKind::Ikawaari << false << false;
        QTest::newRow("of an earlier version") << ProviderKind::Ikawaari << true << true;
    }
    void aCreationIsNotSentAgain()
    {
        QFETCH(const ProviderKind, provider);
        QFETCH(const bool, isOlder);
        QFETCH(const bool, isSent);
        CreationCounter at(provider);
        const QString creation = at.create().record.intentId;
        if (isOlder)
            tilldeck::test::outside(at.bench.dataDirectory() + u"/journal.sqlite"_s,
                                    u"UPDATE intent SET key_mark = NULL"_s);
        roll(at.bench, at.id);
        at.setCreated("cs_1");
        const CreateOutcome again = at.resend(creation);
        QVERIFY2(again.end == (isSent ? CreateOutcome::End::Confirmed : CreateOutcome::End::Rejected),
                 again.error ? qPrintable(again.error->sentence) : "");
        QCOMPARE(at.sent().size(), isSent ? 2 : 1);
        if (isSent)
            return;
        QVERIFY2(again.error->sentence.contains(u"another key"_s), qPrintable(again.error->sentence));
        QCOMPARE(at.stateOf(creation), ledger::Intent::State::Unknown);
        at.bench.desk->keys().keepForThisRun(at.id, http::Secret(u"sk_test_1"_s));
        QVERIFY(at.resend(creation).end == CreateOutcome::End::Confirmed);
    }

    void aRefundIsNotSentAgain()
    {
        RefundLists shop;
        const QString lost = lose(shop);
        const auto key = QCoro::waitFor(shop.bench.desk->keys().key(shop.accountId));
        roll(shop.bench, shop.accountId);
        const qsizetype before = shop.requests();
        const auto again = resend(shop, lost);
        QVERIFY(!again);
        QVERIFY2(again.error().sentence.contains(u"another key"_s), qPrintable(again.error().sentence));
        // The payment of that key's shop is not looked at either.
        QCOMPARE(shop.requests(), before);
        QCOMPARE(stored(shop, lost).state, Intent::State::Unknown);
        shop.bench.desk->keys().keepForThisRun(shop.accountId, key);
        QVERIFY(resend(shop, lost));
        QCOMPARE(shop.asked(), 2);
    }

    void whatIsNotListedUnderAnotherKeyIsNotProvenNotMade()
    {
        RefundLists shop;
        shop.way = Way::NeverArrives;
        const QString lost = shop.give(amount).intentId;
        shop.way = Way::Answers;
        shop.pass(amount);
        const auto key = QCoro::waitFor(shop.bench.desk->keys().key(shop.accountId));
        roll(shop.bench, shop.accountId);
        const RefundOutcome looked = shop.reconcile(lost);
        QCOMPARE(looked.end, End::Unknown);
        QVERIFY2(looked.error->sentence.contains(u"another key"_s), qPrintable(looked.error->sentence));
        QVERIFY(looked.candidates.empty());
        QCOMPARE(stored(shop, lost).state, Intent::State::Unknown);
        const auto decided = QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, lost));
        QVERIFY(!decided);
        QVERIFY2(decided.error().sentence.contains(u"another key"_s), qPrintable(decided.error().sentence));
        QCOMPARE(stored(shop, lost).state, Intent::State::Unknown);
        // Its own key proves it, or the merchant's second word does.
        if (key) {
            shop.bench.desk->keys().keepForThisRun(shop.accountId, key);
            QCOMPARE(shop.reconcile(lost).end, End::Rejected);
        }
    }

    void theMerchantsSecondWordClosesARefundUnderAnotherKey()
    {
        RefundLists shop;
        shop.way = Way::NeverArrives;
        const QString lost = shop.give(amount).intentId;
        shop.way = Way::Answers;
        shop.pass(amount);
        roll(shop.bench, shop.accountId);
        QVERIFY(QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, lost, Unproven::Allow)));
        QCOMPARE(stored(shop, lost).state, Intent::State::Abandoned);
    }

    void whatFitsUnderAnotherKeyIsAQuestion()
    {
        RefundLists shop;
        shop.way = Way::LosesTheAnswer;
        const QString lost = shop.give(amount).intentId;
        shop.way = Way::Answers;
        roll(shop.bench, shop.accountId);
        const RefundOutcome looked = shop.reconcile(lost);
        QCOMPARE(looked.end, End::Unknown);
        QCOMPARE(looked.candidates.size(), size_t(1));
        QCOMPARE(stored(shop, lost).state, Intent::State::Unknown);
        // Neither does a refresh take it.
        shop.refresh();
        QCOMPARE(stored(shop, lost).state, Intent::State::Unknown);
        const QString entry = looked.candidates.front().id;
        const RefundOutcome matched = QCoro::waitFor(matchRefund(shop.bench.desk.get(), shop.accountId, lost, entry));
        QVERIFY2(matched.end == End::Confirmed || matched.end == End::Accepted,
                 matched.error ? qPrintable(matched.error->sentence) : "");
        QCOMPARE(stored(shop, lost).sessionId, entry);
    }

    void aChargeThatFitsUnderAnotherKeyIsAQuestionUnlessTheReferenceIsItsOwn_data()
    {
        QTest::addColumn<QString>("reference");
        QTest::newRow("the merchant's") << u"KS-1"_s;
        QTest::newRow("drawn for it") << QString();
    }
    void aChargeThatFitsUnderAnotherKeyIsAQuestionUnlessTheReferenceIsItsOwn()
    {
        using Finding = Reconciliation::Finding;
        QFETCH(const QString, reference);
        ChargeServer server;
        Bench bench;
        const QString id = server.connectTo(bench);
        server.chargeAnswer = http::test::answer(200, "{");
        checkout::SessionDraft draft = charge();
        draft.reference = reference;
        const auto quote = quoteNow(*bench.desk, id, draft);
        const QString intent =
            QCoro::waitFor(createSession(bench.desk.get(), id, draft, {}, std::nullopt, *quote, Repeat::Ask))
                .record.intentId;
        server.transactions = {payment(u"charge_9"_s, u"completed"_s, reference.isEmpty() ? intent : reference)};
        roll(bench, id);
        const auto looked = QCoro::waitFor(reconcileCreation(bench.desk.get(), id, intent));
        QVERIFY2(looked, looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, reference.isEmpty() ? Finding::Found : Finding::Ambiguous);
        if (reference.isEmpty())
            return;
        QCOMPARE(looked->candidates.size(), size_t(1));
        QCOMPARE(bench.desk->journal().intent(intent).result().value()->state, Intent::State::Unknown);
        const auto chosen = QCoro::waitFor(reconcileCreation(bench.desk.get(), id, intent, u"charge_9"_s));
        QVERIFY(chosen);
        QCOMPARE(chosen->finding, Finding::Found);
    }
};

TILLDECK_TEST(OtherKeyTest)

} // namespace other_key_test

#include "tst_other_key.moc"
