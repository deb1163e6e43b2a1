// SPDX-License-Identifier: GPL-3.0-or-later
// What exports hold on request: refunds as rows of their own, custom fields and metadata as columns.
#include "desk/bench.h"
#include "desk/export_sessions.h"
#include "desk/export_transactions.h"
#include "support/runner.h"

namespace export_extras_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::RefundStatus;
using checkout::TransactionStatus;
using ledger::Intent;

namespace {

money::Money eur(qint64 minorUnits)
{
    return {minorUnits, *money::Currency::fromCode(u"EUR"_s)};
}

QDateTime at(int minute)
{
    return QDateTime::fromString(u"2026-04-14T12:00:00Z"_s, Qt::ISODate).addSecs(minute * 60LL);
}

ledger::TransactionRecord payment(const QString &id, std::optional<qint64> refunded = {})
{
    checkout::Transaction transaction(id, eur(10000));
    transaction.createdAt = at(0);
    transaction.status = refunded ? TransactionStatus::PartlyRefunded : TransactionStatus::Succeeded;
    if (refunded)
        transaction.refunded = eur(*refunded);
    return {0, u"a"_s, transaction};
}

checkout::Refund listed(const QString &id, qint64 amount, RefundStatus status, const QString &reason = {})
{
    checkout::Refund refund(id, eur(amount));
    refund.status = status;
    refund.rawStatus = u"raw_word"_s;
    refund.at = at(10);
    refund.reason = reason;
    return refund;
}

Intent begun(const QString &id, qint64 amount, Intent::State state)
{
    Intent refund;
    refund.accountId = u"a"_s;
    refund.kind = Intent::Kind::Refund;
    refund.transactionId = u"txn_1"_s;
    refund.sessionId = id;
    refund.amount = eur(amount);
    refund.state = state;
    refund.openedAt = at(20);
    return refund;
}

/// Returns the rows of the export, "Amount|Status|Kind|Refund amount|Refund ID|Refund reason", below the titles.
QList<QByteArray> rowsOf(const ledger::TransactionRecord &record, const std::vector<Intent> &refunds)
{
    PaymentExtras extras;
    extras.refundRows = true;
    extras.refunds.insert(PaymentExtras::keyOf(u"a"_s, record.transaction.id), refunds);
    QByteArray csv = exportTransactions({record}, {TransactionColumn::Amount, TransactionColumn::Status}, {},
                                        Csv(CsvReader::Programs), extras);
    QList<QByteArray> rows = csv.replace("\r\n", "\n").split('\n').mid(1);
    rows.removeLast();
    return rows;
}

} // namespace

class ExportExtrasTest : public QObject
{
    Q_OBJECT

private slots:
    void eachRefundIsARow()
    {
        auto record = payment(u"txn_1"_s, 3000);
        record.transaction.refunds =
            std::vector{listed(u"re_1"_s, 3000, RefundStatus::Succeeded, u"too, small"_s),
                        listed(u"re_2"_s, 500, RefundStatus::Failed), listed(u"re_3"_s, 700, RefundStatus::Pending),
                        listed(u"re_4"_s, 200, RefundStatus::Unrecognised)};
        QCOMPARE(rowsOf(record, {}), (QList<QByteArray>{"100.00,Partly refunded,Payment,,,",
                                                        "-30.00,Refunded,Refund,30.00,re_1,\"too, small\"",
                                                        ",Refund failed,Refund,5.00,re_2,",
                                                        ",Refund asked for,Refund,7.00,re_3,", //
                                                        ",raw_word,Refund,2.00,re_4,"}));
    }

    void aSplitHasColumnsOfItsOwn()
    {
        auto record = payment(u"txn_1"_s);
        checkout::Split split(eur(9000));
        split.subMerchantId = u"21"_s;
        split.commission = eur(450);
        split.net = eur(8550);
        record.transaction.split = split;
        const QByteArray csv =
            exportTransactions({record, payment(u"txn_2"_s)}, transactionColumns(), {}, Csv(CsvReader::Programs));
        const QList<QByteArray> lines = csv.split('\n');
        QVERIFY(lines.value(0).trimmed().endsWith(
            "Sub-merchant,Credited to sub-merchant,Commission,Currency of the split"));
        QVERIFY2(lines.value(1).trimmed().endsWith(",21,85.50,4.50,EUR"), lines.value(1).constData());
        QVERIFY2(lines.value(2).trimmed().endsWith(",,,,"), lines.value(2).constData());
    }

    void aRefundFromHereIsOneRowWhetherItIsListedOrNot()
    {
        auto record = payment(u"txn_1"_s, 3000);
        record.transaction.refunds = std::vector{listed(u"re_1"_s, 3000, RefundStatus::Succeeded)};
        QCOMPARE(rowsOf(record, {begun(u"re_1"_s, 3000, Intent::State::Confirmed),
                                 begun({}, 3000, Intent::State::Confirmed), // listed without its id
                                 begun(u"re_9"_s, 400, Intent::State::Accepted), begun({}, 100, Intent::State::Unknown),
                                 begun({}, 50, Intent::State::Rejected), begun({}, 50, Intent::State::Abandoned)})
                     .mid(1),
                 (QList<QByteArray>{"-30.00,Refunded,Refund,30.00,re_1,", //
                                    ",Outcome unknown,Refund,1.00,,",     //
                                    ",Refund asked for,Refund,4.00,re_9,"}));
    }

    void sumsOfAPaymentStandInItsRowAlone()
    {
        auto record = payment(u"txn_1"_s, 400);
        record.asked = ledger::AskedRefunds{eur(400), eur(100), eur(0), eur(400)};
        PaymentExtras extras;
        extras.refundRows = true;
        extras.refunds.insert(PaymentExtras::keyOf(u"a"_s, record.transaction.id),
                              {begun(u"re_9"_s, 400, Intent::State::Accepted), begun({}, 100, Intent::State::Unknown)});
        const QByteArray csv = exportTransactions(
            {record}, {TransactionColumn::Refunded, TransactionColumn::RefundAsked, TransactionColumn::RefundUnknown},
            {}, Csv(CsvReader::Programs), extras);
        const QByteArrayList rows = csv.split('\n');
        QVERIFY2(rows.value(1).contains(",4.00,1.00,"), csv.constData());
        QVERIFY2(rows.value(2).startsWith(",,,Refund,") && rows.value(3).startsWith(",,,Refund,"), csv.constData());
    }

    void whatIsOnlyReportedAsATotalIsARowToo()
    {
        // The column of amounts adds up to what is left: 100.00 - 12.00 - 18.00.
        QCOMPARE(rowsOf(payment(u"txn_1"_s, 3000), {begun(u"re_1"_s, 1200, Intent::State::Confirmed)}).mid(1),
                 (QList<QByteArray>{"-12.00,Refunded,Refund,12.00,re_1,",
                                    "-18.00,\"Refunded, not listed one by one\",Refund,18.00,,"}));
        QCOMPARE(rowsOf(payment(u"txn_1"_s), {}), (QList<QByteArray>{"100.00,Succeeded,Payment,,,"}));
    }

    void withoutTheRequestNothingIsAdded()
    {
        auto record = payment(u"txn_1"_s, 3000);
        record.transaction.refunds = std::vector{listed(u"re_1"_s, 3000, RefundStatus::Succeeded)};
        QCOMPARE(exportTransactions({record}, {TransactionColumn::Refunded}, {}, Csv(CsvReader::Programs)),
                 QByteArray("Refunded\r\n30.00\r\n"));
    }

    void fieldsAreColumnsInBothExports()
    {
        Bench bench;
        ledger::SessionRecord session;
        session.accountId = u"a"_s;
        session.session.id = u"cs_1"_s;
        session.session.status = checkout::SessionStatus::Completed;
        session.createdAt = at(0);
        session.draft.customFields = {{u"order"_s, u"00042"_s}, {u"gift"_s, true}, {u"weight"_s, 1.5}};
        session.draft.metadata = {{u"order"_s, u"=1+1"_s}};
        ledger::SessionRecord other = session;
        other.session.id = u"cs_2"_s;
        other.session.transactionId = u"txn_2"_s;
        other.draft.customFields = {{u"count"_s, qint64(7)}};
        other.draft.subscriptionCustomFields = {{u"tier"_s, u"studio"_s}};
        other.draft.metadata.clear();
        ledger::SessionRecord without = session;
        without.session.id = u"cs_3"_s;
        without.draft = {};
        const Csv excel(CsvReader::Excel, QTimeZone::utc(), QLocale(QLocale::German, QLocale::Germany));
        const QByteArray titles = "Custom field: order;Custom field: gift;Custom field: weight;Custom field: count;"
                                  "Subscription field: tier;Metadata: order\r\n";
        const QByteArray sessions = exportSessions({session, other, without}, {}, excel, at(0), true);
        QVERIFY(sessions.left(sessions.indexOf('\n') + 1).endsWith(titles));
        QVERIFY(sessions.contains(";'00042;true;1,5;;;'=1+1\r\n"));
        QVERIFY(sessions.contains(";;;;7;studio;\r\n"));
        QVERIFY(sessions.endsWith(";cs_3;;;;;;;;\r\n"));
        QVERIFY(!exportSessions({session}, {}, excel, at(0), false).contains("Custom field"));
        QVERIFY(exportSessions({session}, {}, Csv(CsvReader::Programs), at(0), true).contains(",00042,true,1.5,=1+1"));

        auto first = payment(u"txn_1"_s);
        first.transaction.sessionId = u"cs_1"_s;
        const auto second = payment(u"txn_2"_s); // which names no session, but is named by one
        const auto third = payment(u"txn_3"_s);
        for (const auto &record : {session, other, without})
            QVERIFY(bench.desk->ledger().put(record).result().has_value());
        const auto extras = QCoro::waitFor(readPaymentExtras(bench.desk.get(), {u"a"_s}, false, true));
        QVERIFY(extras.has_value());
        QCOMPARE(exportTransactions({first, second, third}, {TransactionColumn::TransactionId}, {}, excel, *extras),
                 "\xef\xbb\xbfTransaction ID;" + titles + "txn_1;'00042;true;1,5;;;'=1+1\r\ntxn_2;;;;7;studio;\r\n" +
                     "txn_3;;;;;;\r\n");
    }

    void refundsAreReadFromTheJournal()
    {
        Bench bench;
        const QString id =
            bench.desk->accounts().accounts().empty() ? QString() : bench.desk->accounts().accounts().front().id;
        const auto extras = QCoro::waitFor(readPaymentExtras(bench.desk.get(), {id}, true, false));
        QVERIFY(extras.has_value());
        QVERIFY(extras->refundRows && extras->refunds.isEmpty());
    }
};

TILLDECK_TEST(ExportExtrasTest)

} // namespace export_extras_test

#include "tst_export_extras.moc"
