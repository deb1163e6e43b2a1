// SPDX-License-Identifier: GPL-3.0-or-later
// What the timeline of a payment says of refunds that were made elsewhere.
#include "support/runner.h"
#include "ui/transactions/payment_timeline.h"

#include <QTest>

namespace payment_timeline_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using checkout::RefundStatus;

class PaymentTimelineTest : public QObject
{
    Q_OBJECT

private slots:
    void aRefundFromElsewhereHasItsIdAndReason_data()
    {
        QTest::addColumn<RefundStatus>("status");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("text");
        const QString id = u"ref_7"_s;
        const QString reason = u"Arrived broken"_s;
        QTest::newRow("made") << RefundStatus::Succeeded << id << reason
                              << u"Refunded 5.00 EUR · Arrived broken · ref_7"_s;
        QTest::newRow("under way") << RefundStatus::Pending << id << reason
                                   << u"Refund of 5.00 EUR is under way · Arrived broken · ref_7"_s;
        QTest::newRow("failed") << RefundStatus::Failed << id << reason
                                << u"Refund of 5.00 EUR failed · Arrived broken · ref_7"_s;
        QTest::newRow("another word") << RefundStatus::Unrecognised << id << reason
                                      << u"Refund of 5.00 EUR: held · Arrived broken · ref_7"_s;
        QTest::newRow("no reason") << RefundStatus::Pending << id << QString()
                                   << u"Refund of 5.00 EUR is under way · ref_7"_s;
        QTest::newRow("no ID") << RefundStatus::Failed << QString() << reason
                               << u"Refund of 5.00 EUR failed · Arrived broken"_s;
        QTest::newRow("neither") << RefundStatus::Succeeded << QString() << QString() << u"Refunded 5.00 EUR"_s;
    }
    void aRefundFromElsewhereHasItsIdAndReason()
    {
        QFETCH(const RefundStatus, status);
        QFETCH(const QString, id);
        QFETCH(const QString, reason);
        QFETCH(const QString, text);
        const money::Currency euro = *money::Currency::fromCode(u"EUR");
        const QDateTime now(QDate(2026, 4, 14), QTime(12, 0), Qt::UTC);
        checkout::Transaction payment(u"txn_1"_s, money::Money(2900, euro));
        payment.status = checkout::TransactionStatus::Succeeded;
        payment.createdAt = now.addDays(-1);
        checkout::Refund refund(id, money::Money(500, euro));
        refund.status = status;
        refund.rawStatus = u"held"_s;
        refund.reason = reason;
        refund.at = now;
        payment.refunds = {refund};
        const ledger::TransactionRecord record(1, u"account"_s, payment);
        const auto lines = ui::paymentTimeline(record, {}, {}, {}, {}, u"Kestrel"_s, now, QTimeZone::utc(),
                                               QLocale(QLocale::English, QLocale::UnitedKingdom));
        QString said = lines.front().text;
        said.replace(QChar::Nbsp, u' ').remove(QChar(0x2068)).remove(QChar(0x2069));
        QCOMPARE(said, text);
    }
};

TILLDECK_TEST(PaymentTimelineTest)

} // namespace payment_timeline_test

#include "tst_payment_timeline.moc"
