// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says where a provider answers with something else than was shown or asked for.
#include "desk/refund_lists.h"
#include "refund_bench.h"
#include "support/runner.h"

namespace odd_refunds_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using desk::test::RefundLists;

namespace {

QString textOf(const QWidget *widget)
{
    QStringList texts;
    for (const auto *label : widget->findChildren<QLabel *>())
        texts << label->text();
    return texts.join(u'\n').replace(QChar::Nbsp, u' ');
}

} // namespace

class OddRefundsTest : public QObject, protected test::RefundBench
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void anotherPaymentThanTheOneShownIsNotGivenBack()
    {
        m_listed = 990'000'000;
        open();
        const auto message = [this] { return m_dialog->findChild<ui::InlineMessage *>(); };
        QTRY_VERIFY(message() && message()->isVisible());
        QTRY_VERIFY2(textOf(m_dialog).contains(u"another payment than the one that is shown"_s),
                     qPrintable(textOf(m_dialog)));
        type(u"100.00"_s);
        QTRY_VERIFY(refundButton()->isEnabled());
        refundButton()->click();
        QTRY_VERIFY(refundButton()->isEnabled());
        QTRY_VERIFY2(textOf(m_dialog).contains(u"Nothing was sent."_s), qPrintable(textOf(m_dialog)));
        QCOMPARE(posts(), 0);
        const auto row = m_desk->desk->ledger().transaction(m_account, u"txn_1"_s).result();
        QCOMPARE((*row)->transaction.amount.minorUnits(), paid);
    }

    void anotherAmountThanWasAskedForIsSaid()
    {
        m_way = Way::Processes;
        m_said = 5'200;
        open();
        type(u"104.00"_s);
        QTRY_VERIFY(refundButton()->isEnabled());
        refundButton()->click();
        QPointer<ui::GuardDialog> said;
        QTRY_VERIFY(said = m_window->findChild<ui::GuardDialog *>(u"otherAmount"_s));
        const QString text = textOf(said);
        QVERIFY2(text.contains(u"104.00"_s) && text.contains(u"Khaime says"_s) && text.contains(u"52.00"_s),
                 qPrintable(text));
        said->reject();
        QTRY_VERIFY(!m_dialog);
        show();
        const auto pending = [this] { return m_section->findChild<ui::InlineMessage *>(u"pendingRefund"_s); };
        QTRY_VERIFY(pending());
        QVERIFY2(pending()->text().contains(u"104.00"_s) && pending()->text().contains(u"the provider says"_s),
                 qPrintable(pending()->text()));
    }

    void whatDidNotArriveIsSaidAndNotOffered()
    {
        RefundLists shop;
        shop.written = {{u"amountReceived"_s, 100}};
        shop.refresh();
        ui::RefundSection section(*shop.bench.desk, m_window.get());
        section.setRecord(
            **shop.bench.desk->ledger().transaction(shop.accountId, RefundLists::transactionId()).result());
        const auto why = [&section] { return section.findChild<QLabel *>(u"keptBack"_s); };
        QTRY_VERIFY(why());
        QVERIFY2(why()->text().contains(u"received only"_s), qPrintable(why()->text()));
        QTRY_VERIFY(textOf(&section).contains(u"100 XOF can be refunded"_s) ||
                    textOf(&section).contains(u"can be refunded"_s));
    }
};

TILLDECK_TEST(OddRefundsTest)

} // namespace odd_refunds_test

#include "tst_odd_refunds.moc"
