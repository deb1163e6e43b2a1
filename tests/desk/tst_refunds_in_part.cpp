// SPDX-License-Identifier: GPL-3.0-or-later
// A provider's list of refunds in which an entry cannot be read.
#include "desk/refund_lists.h"
#include "desk/unread_rows.h"
#include "support/runner.h"

#include <QTest>

namespace refunds_in_part_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using desk::test::RefundLists;
using End = RefundOutcome::End;

class RefundsInPartTest : public QObject
{
    Q_OBJECT

private slots:
    void whatCannotBeReadProvesNoRefundNotMade()
    {
        RefundLists shop;
        shop.total = 0;
        shop.way = RefundLists::Way::NeverArrives;
        const QString lost = shop.give(5000).intentId;
        shop.way = RefundLists::Way::Answers;
        shop.pass(40 * 24 * 3600);
        shop.listed = QJsonArray{QJsonObject{{u"amount"_s, 5000}, {u"status"_s, u"pending"_s}}};
        shop.refresh();
        QCOMPARE(shop.reconcile(lost).end, End::Unknown);
        QCOMPARE(shop.left(), RefundLists::paid - 5000);
        // Without that entry the list proves it.
        shop.listed = QJsonArray();
        QCOMPARE(shop.reconcile(lost).end, End::Rejected);
        QCOMPARE(shop.left(), RefundLists::paid);
    }

    void whatCanBeReadStillCounts()
    {
        RefundLists shop;
        shop.total = 0;
        shop.listed =
            QJsonArray{QJsonObject{{u"id"_s, u"re_1"_s}, {u"amount"_s, 7000}, {u"status"_s, u"succeeded"_s}}, 7};
        shop.refresh();
        QCOMPARE(shop.left(), RefundLists::paid - 7000);
    }

    void theStripCountsThem()
    {
        checkout::Transaction payment(u"pi_1"_s, desk::test::francs(5));
        payment.refundsInPart.unread.push_back({{}, u"refunds[0].id is missing"_s, u"digest"_s});
        UnreadRows rows;
        noteUnreadRefunds(rows.refunds, {payment}, {});
        noteUnreadRefunds(rows.refunds, {payment}, {u"pi_1"_s}); // the page before had it
        QCOMPARE(rows.refunds.size(), size_t(1));
        const QString said = unreadSentences(rows);
        QVERIFY2(said.contains(u"pi_1 (refunds[0].id is missing)"_s), qPrintable(said));
        UnreadRows later;
        later.seen = {u"pi_1"_s};
        rows.follow(later, Depth::Incremental);
        QVERIFY(unreadSentences(rows).isEmpty());
    }
};

TILLDECK_TEST(RefundsInPartTest)

} // namespace refunds_in_part_test

#include "tst_refunds_in_part.moc"
