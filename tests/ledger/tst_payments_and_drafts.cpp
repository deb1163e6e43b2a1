// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/value_texts.h"
#include "ledger_fixture.h"
#include "support/runner.h"

#include <QSignalSpy>

namespace payments_and_drafts_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::ledger;
using namespace tilldeck::test;
using checkout::TransactionStatus;

namespace {

TransactionRecord payment(const QString &id, int minutes, money::Money amount = euros(2900))
{
    checkout::Transaction transaction(id, amount);
    transaction.createdAt = noon().addSecs(minutes * 60);
    transaction.status = TransactionStatus::Succeeded;
    transaction.rawStatus = u"succeeded"_s;
    return {0, u"a"_s, transaction};
}

TransactionFilter paymentsOf(const QStringList &accountIds)
{
    TransactionFilter filter;
    filter.accountIds = accountIds;
    return filter;
}

QStringList idsOf(const std::vector<TransactionRecord> &rows)
{
    QStringList ids;
    for (const auto &row : rows)
        ids << row.transaction.id;
    return ids;
}

} // namespace

class PaymentsAndDraftsTest : public QObject
{
    Q_OBJECT

private slots:
    /// One that is empty does.
    void aListOfRefundsThatCannotBeReadDoesNotSayThatNothingWasGivenBack()
    {
        for (const QString &damaged : {u"[{\"id\":\"re_1\"}]"_s, u"[1]"_s, u"{}"_s, u"[{"_s, u""_s})
            QVERIFY2(!ledger::refundsFrom(damaged), qPrintable(damaged));
        const auto none = ledger::refundsFrom(ledger::refundsColumn(std::vector<checkout::Refund>()));
        QVERIFY(none && none->empty());
    }
    void aListOfRefundsThatWasReadInPartStaysOne()
    {
        checkout::RefundsInPart part;
        part.readable.emplace_back(u"re_1"_s, euros(100));
        part.unread.push_back({{}, u"refunds[1].id is missing"_s, u"digest"_s});
        const QVariant column = ledger::refundsColumn({}, part);
        QVERIFY(!ledger::refundsFrom(column));
        QCOMPARE(ledger::refundsInPartFrom(column), part);
        const auto whole = ledger::refundsColumn(part.readable);
        QCOMPARE(ledger::refundsFrom(whole)->size(), size_t(1));
        QCOMPARE(ledger::refundsInPartFrom(whole), checkout::RefundsInPart());
    }

    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_ledger = openLedger(m_directory->path());
    }
    void cleanup() { m_ledger.reset(); }

    void aListThatWasReadInPartReplacesAWholeOneAndTheOtherWayRound()
    {
        TransactionRecord record = payment(u"txn_1"_s, 0);
        const auto merged = [&] {
            return m_ledger->mergeTransactions(record.accountId, {record}).result().has_value()
                       ? m_ledger->transaction(record.accountId, u"txn_1"_s).result().value()->transaction
                       : record.transaction;
        };
        const checkout::Refund first(u"re_1"_s, euros(100));
        record.transaction.refunds = {first};
        QCOMPARE(merged().refunds->size(), size_t(1));
        record.transaction.refunds.reset();
        record.transaction.refundsInPart.unread.push_back({{}, u"words"_s, u"digest"_s});
        // What was listed before proves nothing about what cannot be read now.
        QVERIFY(!merged().refunds);
        QCOMPARE(merged().refundsInPart.unread.size(), size_t(1));
        record.transaction.refundsInPart = {};
        QCOMPARE(merged().refundsInPart.unread.size(), size_t(1)); // a list reports less than a look-up
        record.transaction.refunds = {first};
        QCOMPARE(merged().refunds->size(), size_t(1));
        QCOMPARE(merged().refundsInPart, checkout::RefundsInPart());
    }

    void everyPartOfAPaymentIsStillThereAfterARestart()
    {
        TransactionRecord record = payment(u"txn_1"_s, 0);
        checkout::Transaction &transaction = record.transaction;
        transaction.refunded = euros(100);
        transaction.discount = euros(0);
        transaction.status = TransactionStatus::Unrecognised;
        transaction.rawStatus = u"in_review"_s;
        transaction.sessionId = u"cs_1"_s;
        transaction.customerId = u"cus_1"_s;
        transaction.processorRouteId = u"proute_1"_s;
        transaction.tier = 0;
        transaction.declineCode = u"do_not_honor"_s;
        transaction.method = u"Visa ending 4242"_s;
        transaction.attempts = {checkout::PaymentAttempt()};
        transaction.gateway = u"paystack"_s;
        transaction.reference = u"order 7"_s;
        transaction.paymentId = u"pi_7"_s;
        transaction.priced = money::Money(9000, *money::Currency::fromCode(u"USD"));
        transaction.fees = checkout::FeeDetails(euros(1'440'000));
        transaction.fees->fee = euros(92'160);
        transaction.fees->total = euros(1'440'000);
        transaction.split = checkout::Split(*transaction.priced);
        transaction.split->subMerchantId = u"sub_1"_s;
        transaction.split->commissionSource = checkout::Split::CommissionSource::Own;
        checkout::Refund refund(u"re_1"_s, euros(100));
        refund.status = checkout::RefundStatus::Pending;
        refund.rawStatus = u"processing"_s;
        refund.reason = u"too small"_s;
        refund.at = noon().addSecs(60);
        transaction.refunds = std::vector{refund, checkout::Refund({}, euros(1))};
        checkout::TransactionStep step;
        step.type = u"captured"_s;
        step.at = noon();
        transaction.steps = {step};
        record.customerLabel = u"Awa"_s;
        record.itemsLabel = u"Membership"_s;
        QCOMPARE(got(m_ledger->mergeTransactions(u"a"_s, {record})), 1);
        m_ledger.reset();
        m_ledger = openLedger(m_directory->path());
        const auto page = got(m_ledger->transactions(paymentsOf({u"a"_s}), {}, 10));
        QCOMPARE(page.rows.size(), size_t(1));
        record.key = page.rows.front().key;
        QCOMPARE(page.rows.front(), record);
        QCOMPARE(got(m_ledger->transaction(u"a"_s, u"txn_1"_s)), record);
        QCOMPARE(got(m_ledger->transaction(u"b"_s, u"txn_1"_s)), std::nullopt);
    }

    void aPaymentIsOneRowAndScreensHearOfChangesOnly()
    {
        QSignalSpy spy(m_ledger.get(), &Ledger::transactionsChanged);
        TransactionRecord record = payment(u"txn_1"_s, 0);
        record.customerLabel = u"Awa"_s;
        QCOMPARE(got(m_ledger->mergeTransactions(u"a"_s, {record})), 1);
        QCOMPARE(got(m_ledger->mergeTransactions(u"a"_s, {record})), 0);
        record.customerLabel.clear();
        record.transaction.refunded = euros(2900);
        QCOMPARE(got(m_ledger->mergeTransactions(u"a"_s, {record})), 1);
        QTRY_COMPARE(spy.count(), 2);
        const auto page = got(m_ledger->transactions(paymentsOf({u"a"_s}), {}, 10));
        QCOMPARE(page.rows.size(), size_t(1));
        QCOMPARE(page.rows.front().transaction.refunded, euros(2900));
        QCOMPARE(page.rows.front().customerLabel, u"Awa"_s);
    }

    void theSettlementStaysWhenALaterListLeavesItOut()
    {
        TransactionRecord settled = payment(u"txn_1"_s, 0);
        settled.transaction.split = checkout::Split(euros(9000));
        settled.transaction.fees = checkout::FeeDetails(euros(5000));
        settled.transaction.reference = u"order 7"_s;
        QCOMPARE(got(m_ledger->mergeTransactions(u"a"_s, {settled})), 1);
        QCOMPARE(got(m_ledger->mergeTransactions(u"a"_s, {payment(u"txn_1"_s, 0)})), 0);
        TransactionFilter filter = paymentsOf({u"a"_s});
        filter.text = u"ORDER 7"_s;
        const auto page = got(m_ledger->transactions(filter, {}, 10));
        QCOMPARE(idsOf(page.rows), QStringList{u"txn_1"_s});
        QCOMPARE(page.rows.front().transaction.split, settled.transaction.split);
        QCOMPARE(page.rows.front().transaction.fees, settled.transaction.fees);
    }

    void theSessionOfAPaymentIsTheOneThatNamesIt()
    {
        SessionRecord paid = session(u"cs_1"_s);
        paid.session.transactionId = u"txn_1"_s;
        got(m_ledger->put(paid));
        got(m_ledger->put(session(u"cs_2"_s)));
        SessionRecord ofAnother = session(u"cs_3"_s, 0, u"b"_s);
        ofAnother.session.transactionId = u"txn_1"_s;
        got(m_ledger->put(ofAnother));
        const auto idOf = [](const std::optional<SessionRecord> &row) { return row ? row->session.id : QString(); };
        QCOMPARE(idOf(got(m_ledger->sessionByTransaction(u"a"_s, u"txn_1"_s))), u"cs_1"_s);
        QCOMPARE(idOf(got(m_ledger->sessionByTransaction(u"b"_s, u"txn_1"_s))), u"cs_3"_s);
        QCOMPARE(idOf(got(m_ledger->sessionByTransaction(u"a"_s, u"txn_2"_s))), QString());
        // One without a payment is nobody's.
        QCOMPARE(idOf(got(m_ledger->sessionByTransaction(u"a"_s, {}))), QString());
        SessionRecord later = session(u"cs_4"_s);
        later.session.transactionId = u"txn_1"_s;
        got(m_ledger->put(later));
        QCOMPARE(idOf(got(m_ledger->sessionByTransaction(u"a"_s, u"txn_1"_s))), u"cs_4"_s);
    }

    void aRefundThatWasToldStaysWhereAListTellsNone_data()
    {
        QTest::addColumn<TransactionRecord>("before");
        QTest::addColumn<TransactionRecord>("heard");
        QTest::addColumn<TransactionRecord>("kept");
        const auto told = [](TransactionStatus status, const QString &word, std::optional<money::Money> refunded) {
            TransactionRecord record = payment(u"txn_1"_s, 0);
            record.transaction.status = status;
            record.transaction.rawStatus = word;
            record.transaction.refunded = refunded;
            return record;
        };
        const auto succeeded = told(TransactionStatus::Succeeded, u"succeeded"_s, {});
        const auto part = told(TransactionStatus::PartlyRefunded, u"succeeded"_s, euros(900));
        const auto whole = told(TransactionStatus::Refunded, u"refunded"_s, euros(2900));
        const auto wholeWithoutFigure = told(TransactionStatus::Refunded, u"refunded"_s, {});
        const auto nothingBack = told(TransactionStatus::Succeeded, u"succeeded"_s, euros(0));
        QTest::newRow("a part, then a list without figures") << part << succeeded << part;
        QTest::newRow("all, then a list without figures") << whole << succeeded << whole;
        QTest::newRow("all without a figure, then a list without")
            << wholeWithoutFigure << succeeded << wholeWithoutFigure;
        QTest::newRow("a part, then a look-up that tells of none") << part << nothingBack << nothingBack;
        QTest::newRow("a part, then all without a figure") << part << wholeWithoutFigure << wholeWithoutFigure;
        QTest::newRow("all, then the same without a figure") << whole << wholeWithoutFigure << whole;
    }
    void aRefundThatWasToldStaysWhereAListTellsNone()
    {
        QFETCH(TransactionRecord, before);
        QFETCH(TransactionRecord, heard);
        QFETCH(TransactionRecord, kept);
        got(m_ledger->mergeTransactions(u"a"_s, {before}));
        got(m_ledger->mergeTransactions(u"a"_s, {heard}));
        const auto stored = *got(m_ledger->transaction(u"a"_s, u"txn_1"_s));
        QCOMPARE(stored.transaction.status, kept.transaction.status);
        QCOMPARE(stored.transaction.rawStatus, kept.transaction.rawStatus);
        QCOMPARE(stored.transaction.refunded, kept.transaction.refunded);
    }

    void pagesOfPaymentsAreCompleteAndWithoutRepeats()
    {
        for (int i = 0; i < 11; ++i)
            got(m_ledger->mergeTransactions(u"a"_s, {payment(u"txn_%1"_s.arg(i), i / 3)}));
        QStringList seen;
        PageKey after;
        bool more = true;
        while (more) {
            const auto page = got(m_ledger->transactions(paymentsOf({u"a"_s}), after, 4));
            seen += idsOf(page.rows);
            more = page.more;
            after = {page.rows.back().transaction.createdAt, page.rows.back().key};
            got(m_ledger->mergeTransactions(u"a"_s, {payment(u"new_%1"_s.arg(seen.size()), 60)}));
        }
        QStringList expected;
        for (int i = 10; i >= 0; --i)
            expected << u"txn_%1"_s.arg(i);
        QCOMPARE(seen, expected);
    }

    void filtersFindPaymentsAndCountThem_data()
    {
        QTest::addColumn<TransactionFilter>("filter");
        QTest::addColumn<QStringList>("ids");
        const auto row = [](const char *tag, const QStringList &ids, auto change) {
            TransactionFilter filter = paymentsOf({u"a"_s});
            change(filter);
            QTest::newRow(tag) << filter << ids;
        };
        const auto typed = [&row](const char *tag, const QString &text, const QStringList &ids) {
            row(tag, ids, [&text](TransactionFilter &filter) { filter.text = text; });
        };
        row("declined", {u"declined"_s}, [](TransactionFilter &f) { f.status = TransactionStatus::Failed; });
        row("of one session", {u"paid"_s}, [](TransactionFilter &f) { f.sessionId = u"cs_1"_s; });
        row("since", {u"francs"_s, u"declined"_s}, [](TransactionFilter &f) { f.createdSince = noon().addSecs(60); });
        row("before", {u"paid"_s}, [](TransactionFilter &f) { f.createdBefore = noon().addSecs(60); });
        row("currency", {u"declined"_s, u"paid"_s}, [](TransactionFilter &f) { f.currency = u"eur"_s; });
        row("from an amount", {u"paid"_s}, [](TransactionFilter &f) {
            f.currency = u"EUR"_s;
            f.amountFrom = 501;
        });
        row("between amounts, both included", {u"declined"_s, u"paid"_s}, [](TransactionFilter &f) {
            f.currency = u"EUR"_s;
            f.amountFrom = 500;
            f.amountTo = 123450;
        });
        row("amounts without a currency say nothing", {u"francs"_s, u"declined"_s, u"paid"_s},
            [](TransactionFilter &f) { f.amountTo = 1; });
        row("no account", {}, [](TransactionFilter &f) { f.accountIds.clear(); });
        typed("customer without case", u"ÉLOD"_s, {u"paid"_s});
        typed("decline code", u"insufficient"_s, {u"declined"_s});
        typed("amount", u"1234.50"_s, {u"paid"_s});
        typed("amount as an Englishman groups it", u"1,234.50"_s, {u"paid"_s});
        typed("amount as a German groups it", u"1.234,50"_s, {u"paid"_s});
        typed("amount without decimals", u"12 000"_s, {u"francs"_s});
        typed("amount without decimals, with a comma", u"12,000"_s, {u"francs"_s});
        typed("another amount", u"234.50"_s, {});
    }
    void filtersFindPaymentsAndCountThem()
    {
        QFETCH(TransactionFilter, filter);
        QFETCH(QStringList, ids);
        TransactionRecord paid = payment(u"paid"_s, 0, euros(123450));
        paid.customerLabel = u"Élodie"_s;
        paid.transaction.sessionId = u"cs_1"_s;
        TransactionRecord declined = payment(u"declined"_s, 1, euros(500));
        declined.transaction.status = TransactionStatus::Failed;
        declined.transaction.declineCode = u"insufficient_funds"_s;
        const TransactionRecord francs = payment(u"francs"_s, 2, {12000, *money::Currency::fromCode(u"XOF")});
        got(m_ledger->mergeTransactions(u"a"_s, {paid, declined, francs}));
        QCOMPARE(idsOf(got(m_ledger->transactions(filter, {}, 10)).rows), ids);
        QCOMPARE(got(m_ledger->countTransactions(filter)), ids.size());
    }

    void draftsAreKeptReplacedAndRemoved()
    {
        DraftRecord first{u"d1"_s, u"a"_s, {}, noon()};
        first.draft.lineItems = {checkout::LineItem({}, -3)};
        const DraftRecord second{u"d2"_s, u"a"_s, {}, noon().addSecs(1)};
        got(m_ledger->saveDraft(first));
        got(m_ledger->saveDraft(second));
        first.savedAt = noon().addSecs(2);
        got(m_ledger->saveDraft(first));
        QCOMPARE(got(m_ledger->drafts({u"a"_s})), std::vector({first, second}));
        QVERIFY(got(m_ledger->drafts({u"b"_s})).empty());
        got(m_ledger->removeDraft(u"d1"_s));
        m_ledger.reset();
        m_ledger = openLedger(m_directory->path());
        QCOMPARE(got(m_ledger->drafts({u"a"_s})), std::vector({second}));
    }

    void savingADraftTellsTheScreens()
    {
        QSignalSpy spy(m_ledger.get(), &Ledger::draftsChanged);
        got(m_ledger->saveDraft({u"d1"_s, u"a"_s, {}, noon()}));
        QTRY_COMPARE(spy.count(), 1);
    }

    void theTimelineOfASessionIsNewestFirst()
    {
        const TimelineEvent created{TimelineEvent::Kind::Created, {}, noon()};
        const TimelineEvent odd{TimelineEvent::Kind::StatusChanged, u"on_hold"_s, noon().addSecs(5)};
        const TimelineEvent sameMoment{TimelineEvent::Kind::UrlCopied, {}, noon().addSecs(5)};
        got(m_ledger->addEvent(u"a"_s, u"cs_1"_s, created));
        got(m_ledger->addEvent(u"a"_s, u"cs_1"_s, odd));
        got(m_ledger->addEvent(u"a"_s, u"cs_1"_s, sameMoment));
        got(m_ledger->addEvent(u"b"_s, u"cs_1"_s, created));
        QCOMPARE(got(m_ledger->timeline(u"a"_s, u"cs_1"_s)), std::vector({sameMoment, odd, created}));
    }

    void aRemovedAccountIsForgottenAndOthersStay()
    {
        for (const QString &account : {u"a"_s, u"b"_s}) {
            got(m_ledger->put(session(u"cs_1"_s, 0, account)));
            got(m_ledger->mergeTransactions(account, {payment(u"txn_1"_s, 0)}));
            got(m_ledger->saveDraft({account, account, {}, noon()}));
            got(m_ledger->addEvent(account, u"cs_1"_s, {TimelineEvent::Kind::Created, {}, noon()}));
        }
        got(m_ledger->removeAccount(u"a"_s));
        QCOMPARE(got(m_ledger->counts(allOf({u"a"_s, u"b"_s}))).all, 1);
        QCOMPARE(got(m_ledger->countTransactions(paymentsOf({u"a"_s, u"b"_s}))), 1);
        QCOMPARE(got(m_ledger->drafts({u"a"_s, u"b"_s})).size(), size_t(1));
        QVERIFY(got(m_ledger->timeline(u"a"_s, u"cs_1"_s)).empty());
        QCOMPARE(got(m_ledger->timeline(u"b"_s, u"cs_1"_s)).size(), size_t(1));
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Ledger> m_ledger;
};

TILLDECK_TEST(PaymentsAndDraftsTest)

} // namespace payments_and_drafts_test

#include "tst_payments_and_drafts.moc"
