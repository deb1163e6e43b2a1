// SPDX-License-Identifier: GPL-3.0-or-later
// accounts.json is lost, and the merchant's account is connected again under another id.
#include "desk/account_of_intent.h"
#include "desk/creation_counter.h"
#include "desk/needs_attention.h"
#include "desk/note_tried.h"
#include "desk/overview.h"
#include "desk/storage_trouble.h"
#include "support/runner.h"

#include <QSignalSpy>

namespace lost_account_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using accounts::ProviderKind;
using ledger::Intent;

namespace {

bool saysThatAnAccountIsMissing(const Desk &desk)
{
    return std::ranges::find(desk.storageTroubles(), StorageTrouble::Kind::NoAccount, &StorageTrouble::kind) !=
           desk.storageTroubles().end();
}

} // namespace

class LostAccountTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsUnknownUnderALostAccountIsListedUnderTheOneThatIsConnectedAgain()
    {
        CreationCounter at(ProviderKind::PaymentKit);
        const QString creation = at.create().record.intentId;
        const auto eur = *money::Currency::fromCode(u"EUR");
        const auto refund = [&at, eur](const QString &id, Intent::State state) {
            ledger::Journal &journal = at.bench.desk->journal();
            QVERIFY(journal
                        .beginRefund(id, at.id, "hash", u"txn_1"_s, money::Money(500, eur), money::Money(9000, eur),
                                     money::Money(0, eur), at.bench.now(), at.bench.now().addSecs(60))
                        .result());
            QVERIFY(journal.close(id, state, {}, {}).result());
        };
        refund(u"refund_1"_s, Intent::State::Unknown);
        refund(u"refund_2"_s, Intent::State::Accepted);
        noteTried(*at.bench.desk, at.id, u"refund_1"_s, ledger::TimelineEvent::Kind::LookedUp);
        at.bench.desk.reset();
        QVERIFY(QFile::remove(at.bench.dataDirectory() + u"/accounts.json"_s));
        at.bench.open();
        QVERIFY(saysThatAnAccountIsMissing(*at.bench.desk));
        const QString said = at.bench.desk->storageTroubles().front().sentence;
        for (const QString &id : {creation, u"refund_1"_s, u"refund_2"_s})
            QVERIFY2(said.contains(id), qPrintable(said));

        const QString again =
            at.bench.connectTo(u"Counter again"_s, at.server.url(QString()).toString(), u"acc_1"_s, u"sk_test_1"_s);
        QPointer<Desk> desk = at.bench.desk.get();
        QVERIFY(!saysThatAnAccountIsMissing(*desk)); // at once
        const auto outcomes = QCoro::waitFor(openOutcomes(desk, {again}));
        QCOMPARE(outcomes->size(), size_t(2));
        for (const OpenOutcome &outcome : *outcomes)
            QCOMPARE(outcome.intent.accountId, again);
        QCOMPARE(accountOfIntent(desk->accounts(), at.id, {again}), again);
        const auto one = QCoro::waitFor(openOutcome(desk, u"refund_1"_s));
        QCOMPARE((*one)->intent.accountId, again);
        QTRY_COMPARE((*QCoro::waitFor(openOutcome(desk, u"refund_1"_s)))->tried.size(), size_t(2)); // sent, looked up
        QCOMPARE(QCoro::waitFor(needsAttention(desk, {again}, {}))->count(), 2);
    }

    void whatWasListedUnderALostAccountIsListedUnderTheOneThatIsConnectedAgain()
    {
        CreationCounter at(ProviderKind::PaymentKit);
        const QString creation = at.create().record.intentId;
        const auto eur = *money::Currency::fromCode(u"EUR");
        const QDateTime now = at.bench.now();
        ledger::SessionRecord paid;
        paid.session.id = u"cs_paid"_s;
        paid.session.status = checkout::SessionStatus::Failed;
        paid.session.transactionId = u"txn_1"_s;
        paid.customerLabel = u"Jane Doe"_s;
        paid.createdAt = now;
        checkout::Transaction payment(u"txn_1"_s, money::Money(9000, eur));
        payment.status = checkout::TransactionStatus::Succeeded;
        payment.createdAt = now;
        const auto list = [&](const QString &accountId) {
            ledger::Ledger &ledger = at.bench.desk->ledger();
            QVERIFY(ledger.merge(accountId, {paid}).result());
            QVERIFY(ledger.mergeTransactions(accountId, {ledger::TransactionRecord(0, accountId, payment)}).result());
        };
        paid.session.secureToken = u"secret"_s;
        list(at.id);
        paid.session.secureToken.clear(); // a list of the provider's has no tokens
        ledger::Journal &before = at.bench.desk->journal();
        QVERIFY(before
                    .beginRefund(u"refund_1"_s, at.id, "hash", u"txn_1"_s, money::Money(500, eur),
                                 money::Money(9000, eur), money::Money(0, eur), now, now.addSecs(60))
                    .result());
        QVERIFY(before.close(u"refund_1"_s, Intent::State::Accepted, u"re_1"_s, {}).result());
        at.bench.desk->ledger()
            .addEvent(at.id, u"cs_paid"_s, {ledger::TimelineEvent::Kind::UrlCopied, {}, now})
            .result();
        QVERIFY(at.bench.desk->ledger().saveDraft({u"draft_1"_s, at.id, {}, now}).result());
        at.bench.desk.reset();
        QVERIFY(QFile::remove(at.bench.dataDirectory() + u"/accounts.json"_s));
        at.bench.open();
        const QString again =
            at.bench.connectTo(u"Counter again"_s, at.server.url(QString()).toString(), u"acc_1"_s, u"sk_test_1"_s);
        ledger::Ledger &ledger = at.bench.desk->ledger();
        ledger::SessionFilter sessions;
        sessions.accountIds = {again};
        sessions.now = now;
        ledger::TransactionFilter payments;
        payments.accountIds = {again};
        const auto expectAll = [&] {
            const auto page = ledger.sessions(sessions, {}, 10).result();
            QCOMPARE(page->rows.size(), size_t(2));
            for (const ledger::SessionRecord &row : page->rows)
                QCOMPARE(row.accountId, again);
            const auto counts = ledger.counts(sessions).result();
            QCOMPARE(counts->all, 2);
            QCOMPARE(counts->outcomeUnknown, 1);
            QCOMPARE(counts->needsAttention, 2);
            QCOMPARE(QCoro::waitFor(needsAttention(at.bench.desk.get(), {again}, *counts))->count(), 2);
            QTRY_VERIFY(ledger.transactions(payments, {}, 10).result()->rows.front().asked);
            const auto paidNow = ledger.transactions(payments, {}, 10).result();
            QCOMPARE(paidNow->rows.size(), size_t(1));
            QCOMPARE(paidNow->rows.front().accountId, again);
            QCOMPARE(ledger.countTransactions(payments).result().value(), 1);
            QCOMPARE(ledger.totals(payments).result()->front().paid, 9000);
            QCOMPARE(ledger.totals(payments).result()->front().asked, 500);
            QCOMPARE(paidNow->rows.front().asked->amount.minorUnits(), 500);
            QCOMPARE(ledger.volume(payments, QTimeZone::utc()).result()->front().paid, 9000);
            const auto one = ledger.session(again, u"cs_paid"_s).result();
            QCOMPARE(one->value().accountId, again);
            QVERIFY(ledger.transaction(again, u"txn_1"_s).result()->has_value());
            QVERIFY(ledger.sessionByTransaction(again, u"txn_1"_s).result()->has_value());
            QCOMPARE(ledger.timeline(again, u"cs_paid"_s).result()->size(), size_t(1));
            QCOMPARE(ledger.drafts({again}).result()->front().accountId, again);
        };
        expectAll();
        ledger::SessionFilter found = sessions;
        found.text = u"jane"_s;
        found.status = ledger::SessionFilter::Status::Failed;
        QCOMPARE(ledger.sessions(found, {}, 10).result()->rows.size(), size_t(1));
        QCOMPARE(QCoro::waitFor(overview(at.bench.desk.get(), {again}, 7, QTimeZone::utc()))->totals.front().paid,
                 9000);
        // Once the provider lists it here, too, it is one session still, and its money is counted once.
        list(again);
        expectAll();
        // The row is the same as before, with what only this computer has of it.
        QCOMPARE(ledger.session(again, u"cs_paid"_s).result()->value().session.secureToken, u"secret"_s);
        // A connection that is known to be another account has none of it.
        const QString other =
            at.bench.connectTo(u"Another"_s, at.server.url(QString()).toString(), u"acc_2"_s, u"sk_test_2"_s);
        ledger::SessionFilter both = sessions;
        both.accountIds = {other, again};
        QCOMPARE(ledger.counts(both).result()->all, 2);
        both.accountIds = {other};
        QCOMPARE(ledger.counts(both).result()->all, 0);
        both.accountIds = {};
        QCOMPARE(ledger.counts(both).result()->all, 0);
        // What changes under the lost one changes the lists of those under which it is shown.
        QSignalSpy changed(&ledger, &ledger::Ledger::sessionsChanged);
        QVERIFY(ledger.removeByIntent(creation).result());
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(changed[0][0].toStringList().contains(again));
        QCOMPARE(ledger.counts(sessions).result()->all, 1);
    }
};

TILLDECK_TEST(LostAccountTest)

} // namespace lost_account_test

#include "tst_lost_account.moc"
