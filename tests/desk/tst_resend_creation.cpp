// SPDX-License-Identifier: GPL-3.0-or-later
// A creation of unknown outcome is sent again under its key, where the provider acts once on one and remembers it.
#include "desk/abandon_creation.h"
#include "desk/creation_counter.h"
#include "desk/open_outcomes.h"
#include "desk/rebuild_ledger.h"
#include "desk/reconcile_creation.h"
#include "support/runner.h"

namespace resend_creation_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using accounts::ProviderKind;
using End = CreateOutcome::End;
using ledger::Intent;
using State = ledger::SessionRecord::State;

class ResendCreationTest : public QObject
{
    Q_OBJECT

private slots:
    void sentAgainItIsTheSameRequestUnderTheSameKey()
    {
        CreationCounter at(ProviderKind::Ikawaari);
        const CreateOutcome first = at.create();
        QCOMPARE(first.end, End::Unknown);
        at.setCreated("cs_1");
        const CreateOutcome again = at.resend(first.record.intentId);
        QCOMPARE(again.end, End::Confirmed);
        QCOMPARE(again.record.key, first.record.key);
        QCOMPARE(again.record.session.id, u"cs_1"_s);
        QCOMPARE(at.sent().size(), 2);
        const QByteArray one = at.sent().front();
        const QByteArray two = at.sent().back();
        QCOMPARE(headerOf(two, "Idempotency-Key"), first.record.intentId.toLatin1());
        QCOMPARE(headerOf(two, "Idempotency-Key"), headerOf(one, "Idempotency-Key"));
        QCOMPARE(bodyOf(two), bodyOf(one));
        QCOMPARE(at.stateOf(first.record.intentId), Intent::State::Confirmed);
        QCOMPARE(at.bench.list(at.id).rows.size(), size_t(1));
    }

    void aChargeIsSentAgainWithItsReferenceAndItsQuote_data()
    {
        QTest::addColumn<bool>("isLedgerLost");
        QTest::newRow("with its row") << false;
        QTest::newRow("after the lists were rebuilt") << true;
    }
    void aChargeIsSentAgainWithItsReferenceAndItsQuote()
    {
        QFETCH(const bool, isLedgerLost);
        Bench bench;
        ChargeServer server;
        const QString id = server.connectTo(bench);
        checkout::SessionDraft asked = charge();
        asked.reference.clear();
        server.chargeAnswer = http::test::answer(500, "{}");
        const auto seen = quoteNow(*bench.desk, id, asked);
        const auto first = QCoro::waitFor(createSession(bench.desk.get(), id, asked, {}, std::nullopt, *seen));
        QCOMPARE(first.end, End::Unknown);
        server.chargeAnswer.clear();
        server.rate = 161;
        if (isLedgerLost) {
            bench.desk.reset();
            QFile::remove(bench.dataDirectory() + u"/ledger.sqlite"_s);
            bench.open();
            QVERIFY(QCoro::waitFor(rebuildLedger(bench.desk.get())));
        }
        bench.setNow(bench.now().addSecs(600)); // the quote is outdated by then
        const auto again = QCoro::waitFor(resendCreation(bench.desk.get(), id, first.record.intentId));
        QCOMPARE(again.end, End::Confirmed);
        QVERIFY(!again.error);
        QCOMPARE(server.charges().size(), 2);
        QCOMPARE(server.charges().back(), server.charges().front());
    }

    void aChargeIsSentAgainBeforeItIsLookedUp()
    {
        Bench bench;
        ChargeServer server;
        const QString id = server.connectTo(bench);
        server.chargeAnswer = http::test::answer(500, "{}");
        const auto seen = quoteNow(*bench.desk, id, charge());
        const auto first = QCoro::waitFor(createSession(bench.desk.get(), id, charge(), {}, std::nullopt, *seen));
        QCOMPARE(first.end, End::Unknown);
        const auto whyNot = [&](OutcomeAction action) {
            const auto outcome = QCoro::waitFor(openOutcome(bench.desk.get(), first.record.intentId));
            return std::ranges::find((*outcome)->offers, action, &OutcomeOffer::action)->whyNot;
        };
        QCOMPARE(whyNot(OutcomeAction::SendAgain), QString());
        QVERIFY2(whyNot(OutcomeAction::LookUp).contains(u"once it was sent again"_s),
                 qPrintable(whyNot(OutcomeAction::LookUp)));
        // Where that does not help, the provider's list is what is left.
        QCOMPARE(QCoro::waitFor(resendCreation(bench.desk.get(), id, first.record.intentId)).end, End::Unknown);
        QTRY_COMPARE(whyNot(OutcomeAction::LookUp), QString());
    }

    void aChargeThatIsFoundKeepsItsUrlWhileItCanBeSentAgain()
    {
        Bench bench;
        ChargeServer server;
        const QString id = server.connectTo(bench);
        server.chargeAnswer = http::test::answer(500, "{}");
        const auto seen = quoteNow(*bench.desk, id, charge());
        const auto first = QCoro::waitFor(createSession(bench.desk.get(), id, charge(), {}, std::nullopt, *seen));
        const QString &lost = first.record.intentId;
        server.transactions = {payment(u"charge_1"_s, u"pending"_s, u"KS-1"_s)};
        const auto stateOf = [&] { return bench.desk->journal().intent(lost).result().value()->state; };
        using Finding = Reconciliation::Finding;
        for (const QString &chosen : {QString(), u"charge_1"_s}) {
            const auto looked = QCoro::waitFor(reconcileCreation(bench.desk.get(), id, lost, chosen));
            QCOMPARE(int(looked->finding), int(Finding::WithoutUrl));
            QCOMPARE(looked->candidates.front().id, u"charge_1"_s);
            QCOMPARE(stateOf(), Intent::State::Unknown);
        }
        const auto closed = QCoro::waitFor(abandonCreation(bench.desk.get(), id, lost, EarlyAbandon::Refuse));
        QCOMPARE(closed.error().kind, checkout::ErrorKind::Rejected);
        QVERIFY2(closed.error().sentence.contains(u"only the answer"_s, Qt::CaseInsensitive),
                 qPrintable(closed.error().sentence));
        QCOMPARE(stateOf(), Intent::State::Unknown);
        server.chargeAnswer.clear();
        const auto again = QCoro::waitFor(resendCreation(bench.desk.get(), id, lost));
        QCOMPARE(again.end, End::Confirmed);
        QCOMPARE(again.record.session.url, u"https://paystack.example/p/1"_s);
    }

    void aChargeWhoseUrlCannotBeHadOrIsOfNoUseIsTakenWithoutOne_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("it is paid") << u"completed"_s << 1 << false;
        QTest::newRow("its key may be forgotten") << u"pending"_s << 70 << false;
        QTest::newRow("the merchant knows") << u"pending"_s << 1 << true;
    }
    void aChargeWhoseUrlCannotBeHadOrIsOfNoUseIsTakenWithoutOne()
    {
        QFETCH(const QString, status);
        QFETCH(const int, minutes);
        QFETCH(const bool, isAllowed);
        Bench bench;
        ChargeServer server;
        const QString id = server.connectTo(bench);
        server.chargeAnswer = http::test::answer(500, "{}");
        const auto seen = quoteNow(*bench.desk, id, charge());
        const auto first = QCoro::waitFor(createSession(bench.desk.get(), id, charge(), {}, std::nullopt, *seen));
        server.transactions = {payment(u"charge_1"_s, status, u"KS-1"_s)};
        bench.setNow(bench.now().addSecs(minutes * 60));
        const auto unproven = isAllowed ? Unproven::Allow : Unproven::Refuse;
        const auto looked =
            QCoro::waitFor(reconcileCreation(bench.desk.get(), id, first.record.intentId, {}, unproven));
        QCOMPARE(int(looked->finding), int(Reconciliation::Finding::Found));
        QCOMPARE(looked->record->session.id, u"charge_1"_s);
    }

    void onlyASessionEndsWhatWasSentAgain_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("refused") << http::test::answer(422, R"({"error":{"message":"no"}})");
        QTest::newRow("key still in use") << http::test::answer(409, R"({"error":{"message":"in progress"}})");
        QTest::newRow("no key any more") << http::test::answer(401, R"({"error":{"message":"no"}})");
        QTest::newRow("none") << QByteArray();
    }
    void onlyASessionEndsWhatWasSentAgain()
    {
        QFETCH(const QByteArray, answer);
        CreationCounter at(ProviderKind::Ikawaari);
        const CreateOutcome first = at.create();
        at.answer = answer;
        const CreateOutcome again = at.resend(first.record.intentId);
        QCOMPARE(again.end, End::Unknown);
        QVERIFY2(!again.error->sentence.contains(u"Nothing was created"_s), qPrintable(again.error->sentence));
        QCOMPARE(at.stateOf(first.record.intentId), Intent::State::Unknown);
        QCOMPARE(at.bench.list(at.id).rows.front().state, State::OutcomeUnknown);
        at.setCreated("cs_1");
        QCOMPARE(at.resend(first.record.intentId).end, End::Confirmed);
    }

    void nothingIsSentAgainWithoutTheProvidersWord_data()
    {
        QTest::addColumn<ProviderKind>("provider");
        QTest::addColumn<int>("there"); // minutes that pass by the provider's clock
        QTest::addColumn<int>("here");  // and by this computer's
        QTest::addColumn<QString>("says");
        QTest::newRow("no keys on creations") << ProviderKind::PaymentKit << 1 << 1 << u"two sessions"_s;
        const auto later = ProviderKind::Ikawaari;
        QTest::newRow("too long ago") << later << 61 << 61 << u"After an hour"_s;
        QTest::newRow("long ago, this computer stood still") << later << 25 * 60 << 0 << u"After an hour"_s;
        QTest::newRow("long ago, this computer's clock was set back") << later << 25 * 60 << -120 << u"After an hour"_s;
        QTest::newRow("long ago, the provider says an old time") << later << 20 << 3 * 60 << u"After an hour"_s;
        QTest::newRow("the clock of this computer ran ahead") << later << 50 << 26 * 60 << u"After an hour"_s;
        QTest::newRow("the provider's clock was set back") << later << -5 << 5 << u"went back"_s;
    }
    void nothingIsSentAgainWithoutTheProvidersWord()
    {
        QFETCH(const ProviderKind, provider);
        QFETCH(const int, there);
        QFETCH(const int, here);
        QFETCH(const QString, says);
        for (const bool restarts : {false, true}) {
            CreationCounter at(provider);
            const CreateOutcome first = at.create();
            QCOMPARE(first.end, End::Unknown);
            at.bench.setNow(at.bench.now().addSecs(here * 60));
            at.serverNow = at.serverNow.addSecs(there * 60);
            if (restarts)
                at.bench.restart();
            at.setCreated("cs_2");
            const CreateOutcome again = at.resend(first.record.intentId);
            QCOMPARE(again.end, End::Rejected);
            QVERIFY2(again.error->sentence.contains(says), qPrintable(again.error->sentence));
            QCOMPARE(at.sent().size(), 1);
            QCOMPARE(at.stateOf(first.record.intentId), Intent::State::Unknown);
        }
    }

    void aClockOfThisComputerThatWasSetBackForbidsNothing()
    {
        CreationCounter at(ProviderKind::Ikawaari);
        const CreateOutcome first = at.create();
        QVERIFY(canResend(*at.bench.desk, *first.sent));
        at.bench.setNow(at.bench.now().addSecs(-26 * 60 * 60));
        at.serverNow = at.serverNow.addSecs(50 * 60);
        at.setCreated("cs_1");
        QCOMPARE(at.resend(first.record.intentId).end, End::Confirmed);
        QCOMPARE(at.sent().size(), 2);
    }

    void withoutTheProvidersTimeNothingIsSentAgain_data()
    {
        QTest::addColumn<bool>("saidIt");
        QTest::addColumn<QString>("says");
        QTest::newRow("not when it was sent") << false << u"had not said its time"_s;
        QTest::newRow("not now") << true << u"does not say its time"_s;
    }
    void withoutTheProvidersTimeNothingIsSentAgain()
    {
        QFETCH(const bool, saidIt);
        QFETCH(const QString, says);
        CreationCounter at(ProviderKind::Ikawaari);
        at.saysItsTime = saidIt;
        const CreateOutcome first = at.create();
        QCOMPARE(first.end, End::Unknown);
        QCOMPARE(canResend(*at.bench.desk, *first.sent), saidIt);
        at.saysItsTime = !saidIt;
        at.setCreated("cs_2");
        const CreateOutcome again = at.resend(first.record.intentId);
        QCOMPARE(again.end, End::Rejected);
        QVERIFY2(again.error->sentence.contains(says), qPrintable(again.error->sentence));
        QCOMPARE(at.sent().size(), 1);
    }

    void itIsSentAgainOnceAtATime()
    {
        CreationCounter at(ProviderKind::Ikawaari);
        const CreateOutcome first = at.create();
        at.silent = true;
        auto one = resendCreation(at.bench.desk.get(), at.id, first.record.intentId);
        QTRY_COMPARE(at.sent().size(), 2);
        QCOMPARE(at.resend(first.record.intentId).end, End::Rejected);
        QCOMPARE(at.sent().size(), 2);
        at.bench.restart();
        QCOMPARE(QCoro::waitFor(std::move(one)).end, End::Unknown);
        QCOMPARE(at.stateOf(first.record.intentId), Intent::State::Unknown);
    }
};

TILLDECK_TEST(ResendCreationTest)

} // namespace resend_creation_test

#include "tst_resend_creation.moc"
