// SPDX-License-Identifier: GPL-3.0-or-later
// Charges: created with a quote, followed by their payments, found again by their reference.
#include "checkout/pricing.h"
#include "desk/charge_server.h"
#include "desk/create_session.h"
#include "desk/merge_transactions.h"
#include "desk/reconcile_creation.h"
#include "desk/refresh_account.h"
#include "desk/refresh_session.h"
#include "support/runner.h"

namespace charges_test {

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::Field;
using checkout::SessionStatus;
using End = CreateOutcome::End;
using Finding = Reconciliation::Finding;
using State = ledger::SessionRecord::State;
using namespace Qt::StringLiterals;

namespace {

struct ChargeBench
{
    ChargeBench()
        : account(server.connectTo(bench))
    {
    }

    checkout::Quote quoted(const checkout::SessionDraft &draft)
    {
        const auto answer = quoteNow(*bench.desk, account, draft);
        if (!answer)
            qFatal("%s", qPrintable(answer.error().sentence));
        return *answer;
    }

    CreateOutcome create(const checkout::SessionDraft &draft, std::optional<checkout::Quote> seen,
                         Repeat repeat = Repeat::Ask)
    {
        return QCoro::waitFor(
            createSession(bench.desk.get(), account, draft, {}, std::nullopt, std::move(seen), repeat));
    }
    CreateOutcome create(const checkout::SessionDraft &draft = charge()) { return create(draft, quoted(draft)); }
    /// The same once more, as the merchant means it.
    CreateOutcome createAnother() { return create(charge(), quoted(charge()), Repeat::Another); }

    void refresh()
    {
        const auto done = QCoro::waitFor(refreshAccount(bench.desk.get(), account, {}, Depth::Full));
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence));
    }

    ledger::SessionRecord row(const QString &id)
    {
        return bench.desk->ledger().session(account, id).result().value().value();
    }

    QString unknownIntent() { return bench.desk->journal().unknown().result().value().front().id; }

    ChargeServer server;
    Bench bench;
    QString account;
};

} // namespace

class ChargesTest : public QObject
{
    Q_OBJECT

private slots:
    void aChargeIsSentAsQuotedAndTheMerchantsDraftIsKept()
    {
        ChargeBench shop;
        const CreateOutcome outcome = shop.create();
        QCOMPARE(outcome.end, End::Confirmed);
        QVERIFY(!outcome.error);
        QCOMPARE(shop.server.charges().size(), 1);
        const QJsonObject sent = shop.server.charges().front();
        QCOMPARE(sent.value(u"amount"_s).toInteger(), 1'440'000);
        QCOMPARE(sent.value(u"converted_total_amount"_s).toInteger(), 1'440'000);
        QCOMPARE(sent.value(u"total_amount"_s).toInteger(), 9000);
        QCOMPARE(sent.value(u"reference"_s).toString(), u"KS-1"_s);

        shop.bench.restart();
        const ledger::SessionRecord row = shop.row(u"charge_1"_s);
        QCOMPARE(row.draft, charge());
        QCOMPARE(row.session.flow, u"khaime.charge"_s);
        QCOMPARE(row.quote->customerPays, in(u"NGN"_s, 1'440'000));
        QCOMPARE(row.quote->validUntil, shop.bench.now().addSecs(300));
    }

    void withoutACurrentQuoteNothingIsSent_data()
    {
        QTest::addColumn<QString>("which");
        QTest::addColumn<QString>("says");
        QTest::newRow("none") << u"none"_s << u"no quote"_s;
        QTest::newRow("outdated") << u"outdated"_s << u"outdated"_s;
        QTest::newRow("of another draft") << u"other"_s << u"another draft"_s;
    }
    void withoutACurrentQuoteNothingIsSent()
    {
        QFETCH(QString, which);
        QFETCH(QString, says);
        ChargeBench shop;
        std::optional<checkout::Quote> seen = shop.quoted(charge());
        if (which == u"none"_s)
            seen.reset();
        else if (which == u"outdated"_s)
            shop.bench.setNow(seen->validUntil);
        else
            seen->customerPays = in(u"GHS"_s, 100);
        const CreateOutcome outcome = shop.create(charge(), seen);
        QCOMPARE(outcome.end, End::Rejected);
        QCOMPARE(outcome.error->kind, checkout::ErrorKind::InvalidInput);
        QCOMPARE(outcome.error->problems.size(), 1U);
        QCOMPARE(outcome.error->problems.front().field, Field::Quote);
        QVERIFY2(outcome.error->problems.front().sentence.contains(says),
                 qPrintable(outcome.error->problems.front().sentence));
        QVERIFY(shop.server.charges().empty());
        QVERIFY(shop.bench.list(shop.account).rows.empty());
        QVERIFY(shop.bench.desk->journal().unknown().result()->empty());
    }

    void aQuoteIsGoodUntilItsLastMillisecond()
    {
        ChargeBench shop;
        const checkout::Quote seen = shop.quoted(charge());
        shop.bench.setNow(seen.validUntil.addMSecs(-1));
        QCOMPARE(shop.create(charge(), seen).end, End::Confirmed);
    }

    void aRepeatedReferenceIsTheChargeThatExists()
    {
        ChargeBench shop;
        const CreateOutcome first = shop.create();
        shop.server.transactions = {payment(u"charge_1"_s, u"completed"_s, u"KS-1"_s)};
        shop.refresh();
        const CreateOutcome again = shop.createAnother();
        QCOMPARE(again.end, End::Confirmed);
        QCOMPARE(again.record.key, first.record.key);
        QCOMPARE(again.record.intentId, first.record.intentId);
        // Paid stays paid, whatever the repeated answer says.
        QCOMPARE(again.record.session.status, SessionStatus::Completed);
        QVERIFY2(again.error->sentence.contains(u"nothing new was charged"_s), qPrintable(again.error->sentence));
        QCOMPARE(again.error->problems.front().field, Field::Reference);
        for (int run = 0; run < 2; ++run) {
            QCOMPARE(shop.bench.list(shop.account).rows.size(), 1U);
            QVERIFY(shop.bench.desk->journal().unknown().result()->empty());
            shop.bench.restart();
        }
    }

    void aChargeFollowsItsPayments_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<SessionStatus>("status");
        QTest::newRow("nothing yet") << QStringList() << SessionStatus::Open;
        QTest::newRow("pending") << QStringList{u"pending"_s} << SessionStatus::Open;
        QTest::newRow("a word nobody knows") << QStringList{u"odd"_s} << SessionStatus::Open;
        QTest::newRow("paid") << QStringList{u"pending"_s, u"completed"_s} << SessionStatus::Completed;
        QTest::newRow("failed") << QStringList{u"failed"_s} << SessionStatus::Failed;
        QTest::newRow("failed, then paid") << QStringList{u"failed"_s, u"completed"_s} << SessionStatus::Completed;
        QTest::newRow("paid, and an older failure heard later")
            << QStringList{u"completed"_s, u"failed"_s} << SessionStatus::Completed;
        QTest::newRow("refunded") << QStringList{u"refunded"_s} << SessionStatus::Completed;
    }
    void aChargeFollowsItsPayments()
    {
        QFETCH(QStringList, words);
        QFETCH(SessionStatus, status);
        ChargeBench shop;
        shop.create();
        int minute = 0;
        for (const QString &word : words) {
            shop.bench.setNow(shop.bench.now().addSecs(60));
            QJsonObject told = payment(u"charge_1"_s, word);
            told.insert(u"transaction_id"_s, u"txn_%1"_s.arg(++minute));
            shop.server.transactions = {told};
            shop.refresh();
        }
        const ledger::SessionRecord row = shop.row(u"charge_1"_s);
        QCOMPARE(row.session.status, status);
        if (status == SessionStatus::Open)
            return;
        QVERIFY(!row.session.transactionId.isEmpty());
        QCOMPARE(row.session.fees->fee, in(u"NGN"_s, 92'160));
        QCOMPARE(row.amount, in(u"NGN"_s, 1'440'000));
        const auto timeline = shop.bench.desk->ledger().timeline(shop.account, u"charge_1"_s).result().value();
        QVERIFY(std::ranges::any_of(timeline, [](const ledger::TimelineEvent &event) {
            return event.kind == ledger::TimelineEvent::Kind::StatusChanged;
        }));
    }

    void aPaymentDoesNotTakeBackWhatWasWrittenMeanwhile()
    {
        ChargeBench shop;
        shop.create();
        checkout::Transaction paid(u"txn_1"_s, in(u"NGN"_s, 1'440'000));
        paid.sessionId = u"charge_1"_s;
        paid.status = checkout::TransactionStatus::Succeeded;
        paid.rawStatus = u"completed"_s;
        auto merging = mergeTransactions(shop.bench.desk.get(), shop.account, {paid}, shop.bench.now().addSecs(60));
        // Another path writes the row while the payment is on its way to the disk.
        ledger::SessionRecord row = shop.row(u"charge_1"_s);
        row.customerLabel = u"Awa"_s;
        row.session.url = u"https://pay.example/new"_s;
        row.checkedAt = shop.bench.now().addSecs(120);
        QVERIFY(shop.bench.desk->ledger().put(row).result().has_value());
        QVERIFY(QCoro::waitFor(std::move(merging)).has_value());
        const ledger::SessionRecord stored = shop.row(u"charge_1"_s);
        QCOMPARE(stored.customerLabel, u"Awa"_s);
        QCOMPARE(stored.session.url, u"https://pay.example/new"_s);
        QCOMPARE(stored.session.status, SessionStatus::Completed);
    }

    void anOlderAnswerOnAPaymentChangesNothing()
    {
        ChargeBench shop;
        shop.create();
        const auto merge = [&shop](checkout::TransactionStatus status, const QString &word, int minute) {
            checkout::Transaction payment(u"txn_1"_s, in(u"NGN"_s, 1'440'000));
            payment.sessionId = u"charge_1"_s;
            payment.status = status;
            payment.rawStatus = word;
            const QDateTime askedAt = shop.bench.now().addSecs(minute * 60);
            return QCoro::waitFor(mergeTransactions(shop.bench.desk.get(), shop.account, {payment}, askedAt));
        };
        QVERIFY(merge(checkout::TransactionStatus::Failed, u"failed"_s, 2).has_value());
        QVERIFY(merge(checkout::TransactionStatus::Succeeded, u"completed"_s, 1).has_value());
        QCOMPARE(shop.row(u"charge_1"_s).session.status, SessionStatus::Failed);
        QCOMPARE(
            shop.bench.desk->ledger().transaction(shop.account, u"txn_1"_s).result().value()->transaction.rawStatus,
            u"failed"_s);
    }

    void lookingAtOneChargeReadsItsPayments()
    {
        ChargeBench shop;
        shop.create();
        shop.server.transactions = {payment(u"charge_1"_s, u"completed"_s)};
        const auto row = QCoro::waitFor(refreshSession(shop.bench.desk.get(), shop.account, u"charge_1"_s));
        QVERIFY(row.has_value());
        QCOMPARE(row->session.status, SessionStatus::Completed);
        QCOMPARE(shop.bench.desk->ledger().timeline(shop.account, u"charge_1"_s).result()->front().kind,
                 ledger::TimelineEvent::Kind::Checked);
    }

    void aPaidChargeHasNoTierAndWasNotPaidWhenItWasMade()
    {
        ChargeBench shop;
        shop.create();
        QJsonObject paid = payment(u"charge_1"_s, u"completed"_s);
        paid[u"amount"_s] = 1'439'000; // as the gateway took it
        shop.server.transactions = {paid};
        shop.refresh();
        const ledger::SessionRecord row = shop.row(u"charge_1"_s);
        QCOMPARE(row.session.status, SessionStatus::Completed);
        QCOMPARE(row.amount, in(u"NGN"_s, 1'439'000));
        QVERIFY(row.session.attempts.empty());
    }

    void anUnknownChargeIsFoundByItsReference_data()
    {
        QTest::addColumn<bool>("ownReference");
        QTest::newRow("the merchant's reference") << true;
        QTest::newRow("the one that was made for it") << false;
    }
    void anUnknownChargeIsFoundByItsReference()
    {
        QFETCH(bool, ownReference);
        ChargeBench shop;
        checkout::SessionDraft draft = charge();
        if (!ownReference)
            draft.reference.clear();
        shop.server.chargeAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
        QCOMPARE(shop.create(draft).end, End::Unknown);
        const QString reference = shop.server.charges().front().value(u"reference"_s).toString();
        QCOMPARE(reference, ownReference ? u"KS-1"_s : shop.unknownIntent());
        shop.server.transactions = {payment(u"charge_7"_s, u"completed"_s, u"another"_s),
                                    payment(u"charge_8"_s, u"pending"_s),
                                    payment(u"charge_9"_s, u"completed"_s, reference)};
        const auto found = QCoro::waitFor(reconcileCreation(shop.bench.desk.get(), shop.account, shop.unknownIntent()));
        QVERIFY(found.has_value());
        QCOMPARE(found->finding, Finding::Found);
        QCOMPARE(found->record->session.id, u"charge_9"_s);
        QCOMPARE(found->record->session.status, SessionStatus::Completed);
        QCOMPARE(found->record->session.flow, u"khaime.charge"_s);
        QCOMPARE(found->record->draft, draft);
        QCOMPARE(shop.bench.list(shop.account).rows.size(), 1U);
        QCOMPARE(shop.server.charges().size(), 1);
        QVERIFY(shop.bench.desk->journal().unknown().result()->empty());
    }

    void aPaymentThatWasListedBeforeIsNotTakenForTheCharge()
    {
        ChargeBench shop;
        QJsonObject listed = payment(u"charge_8"_s, u"completed"_s, u"KS-1"_s);
        listed[u"created_at"_s] = QDateTime::currentDateTimeUtc().addSecs(30).toString(Qt::ISODateWithMs);
        shop.server.transactions = {listed};
        shop.refresh();
        shop.bench.setNow(shop.bench.now().addSecs(10));
        shop.server.chargeAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
        QCOMPARE(shop.create().end, End::Unknown);
        const auto looked =
            QCoro::waitFor(reconcileCreation(shop.bench.desk.get(), shop.account, shop.unknownIntent()));
        QVERIFY2(looked.has_value(), looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, Finding::Ambiguous);
    }

    void whatTheListDoesNotShowIsNotCreatedAgain_data()
    {
        QTest::addColumn<QList<QJsonObject>>("transactions");
        QTest::addColumn<bool>("lists");
        QTest::addColumn<int>("finding");
        const QJsonObject other = payment(u"charge_7"_s, u"completed"_s, u"another"_s);
        const QJsonObject mine = payment(u"charge_8"_s, u"failed"_s, u"KS-1"_s);
        const QJsonObject twin = payment(u"charge_9"_s, u"completed"_s, u"KS-1"_s);
        QTest::newRow("not listed") << QList<QJsonObject>{other} << true << int(Finding::NotListed);
        QTest::newRow("no list") << QList<QJsonObject>{} << false << int(Finding::CannotTell);
        QTest::newRow("two charges") << QList<QJsonObject>{mine, twin} << true << int(Finding::Ambiguous);
    }
    void whatTheListDoesNotShowIsNotCreatedAgain()
    {
        QFETCH(QList<QJsonObject>, transactions);
        QFETCH(bool, lists);
        QFETCH(int, finding);
        ChargeBench shop;
        shop.server.chargeAnswer = "HTTP/1.1 500 No\r\nContent-Length: 2\r\n\r\n{}";
        QCOMPARE(shop.create().end, End::Unknown);
        shop.server.transactions = transactions;
        shop.server.listsTransactions = lists;
        const auto found = QCoro::waitFor(reconcileCreation(shop.bench.desk.get(), shop.account, shop.unknownIntent()));
        QVERIFY(found.has_value());
        QCOMPARE(int(found->finding), finding);
        QCOMPARE(shop.bench.list(shop.account).rows.front().state, State::OutcomeUnknown);
        QCOMPARE(shop.server.charges().size(), 1);
    }

    void aChargeFromBeforeOrOfAnotherIsAQuestion_data()
    {
        QTest::addColumn<int>("age"); // in days
        QTest::addColumn<QString>("subMerchant");
        QTest::addColumn<int>("finding");
        QTest::newRow("from then") << 0 << QString() << int(Finding::Found);
        QTest::newRow("of eight days ago") << 8 << QString() << int(Finding::Ambiguous);
        QTest::newRow("of another sub-merchant") << 0 << u"22"_s << int(Finding::Ambiguous);
    }
    void aChargeFromBeforeOrOfAnotherIsAQuestion()
    {
        QFETCH(const int, age);
        QFETCH(const QString, subMerchant);
        QFETCH(const int, finding);
        ChargeBench shop;
        shop.server.chargeAnswer = "HTTP/1.1 500 No\r\nContent-Length: 2\r\n\r\n{}";
        QCOMPARE(shop.create().end, End::Unknown);
        QJsonObject paid = payment(u"charge_7"_s, u"completed"_s, u"KS-1"_s);
        paid[u"created_at"_s] = QDateTime::currentDateTimeUtc().addDays(-age).toString(Qt::ISODate);
        if (!subMerchant.isEmpty())
            paid[u"conversion_details"_s] =
                QJsonObject{{u"sub_merchant_id"_s, subMerchant}, {u"gross_product_amount"_s, 9000}};
        shop.server.transactions = {paid};
        const QString intent = shop.unknownIntent();
        const auto found = QCoro::waitFor(reconcileCreation(shop.bench.desk.get(), shop.account, intent));
        QVERIFY(found.has_value());
        QCOMPARE(int(found->finding), finding);
        const auto chosen =
            QCoro::waitFor(reconcileCreation(shop.bench.desk.get(), shop.account, intent, u"charge_7"_s));
        QVERIFY(chosen.has_value());
        QCOMPARE(chosen->finding, Finding::Found);
    }

    void anUnknownChargeThatALaterCreationAnsweredIsOneRow()
    {
        ChargeBench shop;
        shop.server.chargeAnswer = "HTTP/1.1 500 No\r\nContent-Length: 2\r\n\r\n{}";
        QCOMPARE(shop.create().end, End::Unknown);
        shop.server.chargeAnswer.clear();
        const CreateOutcome again = shop.createAnother();
        QCOMPARE(again.end, End::Confirmed);
        shop.server.transactions = {payment(u"charge_1"_s, u"pending"_s, u"KS-1"_s)};
        const auto found = QCoro::waitFor(reconcileCreation(shop.bench.desk.get(), shop.account, shop.unknownIntent()));
        QCOMPARE(found->finding, Finding::Ambiguous);
        QCOMPARE(found->candidates.size(), 1U);
        QCOMPARE(shop.bench.list(shop.account).rows.size(), 2U);
        const auto chosen =
            QCoro::waitFor(reconcileCreation(shop.bench.desk.get(), shop.account, shop.unknownIntent(), u"charge_1"_s));
        QCOMPARE(chosen->finding, Finding::Found);
        QCOMPARE(chosen->record->key, again.record.key);
        QCOMPARE(shop.bench.list(shop.account).rows.size(), 1U);
        QVERIFY(shop.bench.desk->journal().unknown().result()->empty());
    }
};

TILLDECK_TEST(ChargesTest)

} // namespace charges_test

#include "tst_charges.moc"
