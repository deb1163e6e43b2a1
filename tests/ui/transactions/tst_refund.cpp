// SPDX-License-Identifier: GPL-3.0-or-later
// Refunds as a merchant makes them: from the panel, with a provider that answers as the test says.
#include "refund_bench.h"
#include "support/runner.h"
#include "ui/transactions/refund_flow.h"
#include "ui/widgets/rich_line.h"

namespace refund_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using checkout::TransactionStatus;
using test::DeskFixture;

class RefundTest : public QObject, protected test::RefundBench
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void theWholePaymentIsOfferedAndTheButtonSaysTheAmount()
    {
        open();
        QTRY_COMPARE(field("amount")->text(), u"14,400.00"_s);
        QCOMPARE(said(refundButton()), u"Refund 14,400.00 NGN"_s);
        QVERIFY(!refundButton()->isDefault() && !refundButton()->autoDefault());
        refundButton()->click();
        QTRY_VERIFY(!m_dialog); // it goes when the refund is confirmed
        QCOMPARE(posts(), 1);
        QCOMPARE(m_told, paid);
        show();
        QTRY_VERIFY(m_section->isHidden());
    }

    void partlyTwiceAndTheThirdIsRefused()
    {
        for (const QString &amount : {u"5,500.00"_s, u"6,500.00"_s}) {
            open();
            type(amount);
            refundButton()->click();
            QTRY_VERIFY(!m_dialog);
            show();
        }
        QCOMPARE(m_told, qint64(1'200'000));
        open();
        type(u"6,000.00"_s);
        QVERIFY(!refundButton()->isEnabled());
        QVERIFY(row()->problem().contains(u"2,400.00"_s));
        QCOMPARE(posts(), 2);
    }

    void longTextsSqueezeNoField()
    {
        open();
        QTRY_VERIFY(refundButton()->isEnabled());
        type(u"100.00"_s);
        const auto *sentence = m_dialog->findChild<QLabel *>(u"sentence"_s);
        field("amount")->selectAll();
        QTest::keyClicks(field("amount"), u"20000.00"_s); // a problem below the field, too
        if (const QString folder = qEnvironmentVariable("TILLDECK_PICTURES"); !folder.isEmpty()) {
            const ui::Theme theme(*qApp, ui::ThemeMode::Light);
            QVERIFY(m_dialog->grab().save(folder + u"/refund-problem.png"_s));
        }
        field("amount")->selectAll();
        QTest::keyClicks(field("amount"), u"1250.00"_s);
        QCoreApplication::processEvents();
        for (const char *name : {"amount", "reason"})
            QVERIFY(field(name)->height() >= field(name)->sizeHint().height());
        QVERIFY2(sentence->height() >= sentence->heightForWidth(sentence->width()), qPrintable(sentence->text()));
        if (const QString folder = qEnvironmentVariable("TILLDECK_PICTURES"); !folder.isEmpty()) {
            const ui::Theme theme(*qApp, ui::ThemeMode::Light);
            QVERIFY(m_dialog->grab().save(folder + u"/refund.png"_s));
        }
    }

    void aKeyOnALiveAccountIsAskedAboutOnce()
    {
        setUp(accounts::Mode::Live);
        const auto question = [this] { return m_dialog->findChild<ui::GuardDialog *>(u"realMoney"_s); };
        open();
        type(u"100.00"_s);
        refundButton()->setFocus();
        QTest::keyClick(refundButton(), Qt::Key_Space);
        QVERIFY(question() && question()->isVisible());
        QTest::mouseClick(button(question(), u"Cancel"_s), Qt::LeftButton);
        QTRY_VERIFY(!question());
        QVERIFY(m_dialog && refundButton()->isEnabled());
        QCOMPARE(posts(), 0);
        QTest::keyClick(refundButton(), Qt::Key_Space);
        QVERIFY(question());
        QTest::mouseClick(button(question(), u"Refund"_s), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(posts(), 1);
        show();
        open();
        type(u"200.00"_s);
        QTest::keyClick(refundButton(), Qt::Key_Space);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(posts(), 2);
    }

    void theMouseOnALiveAccountIsNotAskedAbout()
    {
        setUp(accounts::Mode::Live);
        open();
        type(u"100.00"_s);
        QTest::mouseClick(refundButton(), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(posts(), 1);
    }

    void aSecondPressSendsNothing()
    {
        m_way = Way::Holds;
        open();
        QTRY_VERIFY(refundButton()->isEnabled());
        refundButton()->click();
        QVERIFY(!refundButton()->isEnabled());
        refundButton()->click();
        QTest::keyClick(m_dialog, Qt::Key_Escape); // nor does it leave a refund that is under way
        QVERIFY(m_dialog->isVisible());
        QTRY_COMPARE(m_held.size(), size_t(1));
        QCOMPARE(posts(), 1);
        release();
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(posts(), 1);
    }

    void whatIsTypedFirstReplacesTheAmountAndEnterOnTheRedButtonRefundsIt()
    {
        m_way = Way::Holds;
        open();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
        QTRY_VERIFY(refundButton()->isEnabled());
        QCOMPARE(m_dialog->focusWidget(), field("amount"));
        QTest::keyClicks(m_dialog->focusWidget(), u"2.50"_s);
        QCOMPARE(field("amount")->text(), u"2.50"_s);
        QVERIFY2(refundButton()->text().contains(u"2.50"_s), qPrintable(refundButton()->text()));
        QTest::keyClick(field("amount"), Qt::Key_Return);
        QVERIFY(refundButton()->isEnabled()); // nothing was sent
        while (m_dialog->focusWidget() != refundButton())
            QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QString(), true);
        QCoreApplication::sendEvent(refundButton(), &held);
        QVERIFY(refundButton()->isEnabled());
        QTest::keyClick(refundButton(), Qt::Key_Return);
        QTRY_COMPARE(m_held.size(), size_t(1));
        release();
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(m_told, qint64(250));
    }

    void aDoubleClickAndEnterSendOneRefund()
    {
        m_way = Way::Holds;
        open();
        QTRY_VERIFY(refundButton()->isEnabled());
        QTest::keyClick(field("amount"), Qt::Key_Return); // Enter is no press of a red button
        QTest::keyClick(refundButton(), Qt::Key_Enter);
        QTest::keyClick(button(m_dialog, u"Cancel"_s), Qt::Key_Return);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(refundButton()->isEnabled());
        QTest::mouseClick(refundButton(), Qt::LeftButton);
        QTest::mouseDClick(refundButton(), Qt::LeftButton);
        QVERIFY(!refundButton()->isEnabled() && !field("amount")->isEnabled() && !field("reason")->isEnabled());
        QTest::keyClick(m_dialog, Qt::Key_Return);
        QTest::mouseClick(refundButton(), Qt::LeftButton);
        QTest::mouseClick(button(m_dialog, u"Cancel"_s), Qt::LeftButton);
        m_dialog->close();
        QVERIFY(m_dialog->isVisible());
        QTRY_COMPARE(m_held.size(), size_t(1));
        release();
        QTRY_VERIFY(!m_dialog);
        m_server->barrier();
        QCOMPARE(posts(), 1);
        QCOMPARE(m_told, paid);
    }

    void whatIsNoAmountStandsBelowTheField_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("more than was paid") << u"14,400.01"_s;
        QTest::newRow("nothing") << u"0"_s;
        QTest::newRow("words") << u"half"_s;
        QTest::newRow("too many decimals") << u"1.005"_s;
    }
    void whatIsNoAmountStandsBelowTheField()
    {
        QFETCH(QString, typed);
        open();
        type(typed);
        QVERIFY(!row()->problem().isEmpty());
        QVERIFY(!refundButton()->isEnabled());
    }

    void aRefusalIsShownAndNothingIsLost()
    {
        m_way = Way::Refuses;
        open();
        type(u"100.00"_s);
        refundButton()->click();
        QTRY_VERIFY(m_dialog->findChild<ui::InlineMessage *>(u"formMessage"_s)->isVisible());
        QCOMPARE(field("amount")->text(), u"100.00"_s);
        QVERIFY(refundButton()->isEnabled());
    }

    void anUnknownOutcomeIsAskedAboutAndMayWait()
    {
        m_way = Way::Drops;
        open();
        type(u"100.00"_s);
        refundButton()->click();
        QPointer<ui::GuardDialog> question;
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>());
        QCOMPARE(posts(), 1);
        question->reject(); // decide later
        QTRY_VERIFY(!m_dialog);
        QTRY_VERIFY(note());
        QVERIFY(note()->text().contains(u"100.00"_s));
        press("abandonButton");
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>());
        button(question, u"It was not made"_s)->click();
        // Its total holds it, so that is asked about once more.
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>(u"unproven"_s));
        const auto labels = question->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->text().contains(u"is in that"_s) && label->text().contains(u"twice"_s);
        }));
        button(question, u"Decide later"_s)->click();
        QTRY_VERIFY(!question);
        QVERIFY(note());
        m_told = 0;
        press("abandonButton");
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>());
        button(question, u"It was not made"_s)->click();
        // The total may follow later.
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>(u"unproven"_s));
        button(question, u"Note it as not made"_s)->click();
        QTRY_VERIFY(!note());
        QCOMPARE(posts(), 1); // none of this sent it again
    }

    void whatWasGivenBackElsewhereMeanwhileStopsTheRefund()
    {
        open();
        // The dialog asks as it opens: what was given back before that is no news.
        QTRY_VERIFY(!isAsking());
        m_told = 10'000; // in the provider's own dashboard, while the dialog is open
        type(u"100.00"_s);
        QTRY_VERIFY(refundButton()->isEnabled());
        refundButton()->click();
        const auto said = [this] {
            const auto *message = m_dialog ? m_dialog->findChild<ui::InlineMessage *>(u"formMessage"_s) : nullptr;
            return message && message->isVisible() ? message->text() : QString();
        };
        QTRY_VERIFY2(said().contains(u"in the meantime"_s), qPrintable(said()));
        QCOMPARE(posts(), 0);
        QTRY_VERIFY(refundButton()->isEnabled());
    }

    void anUnknownOutcomeIsNotClosedAsNotMadeWhereItMayBeInTheTotal()
    {
        m_way = Way::Drops;
        open();
        type(u"100.00"_s);
        refundButton()->click();
        QPointer<ui::GuardDialog> question;
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>());
        button(question, u"It was not made"_s)->click();
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>(u"unproven"_s));
        button(question, u"Note it as not made"_s)->click();
        QTRY_VERIFY(!note());
        QCOMPARE(posts(), 1);
    }

    void theProviderIsAskedWhetherItWasMade()
    {
        m_way = Way::Drops;
        open();
        type(u"100.00"_s);
        refundButton()->click();
        QPointer<ui::GuardDialog> question;
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>());
        button(question, u"Check with Khaime"_s)->click();
        // Its total holds it, which does not say that the money was given back.
        const auto asks = [this](const QString &text) {
            for (const auto *one : m_window->findChildren<ui::GuardDialog *>()) {
                const auto labels = one->findChildren<QLabel *>();
                if (std::ranges::any_of(labels, [&text](const QLabel *label) { return label->text().contains(text); }))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(asks(u"does not say whether the customer has the money"_s));
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>());
        question->reject(); // decide later
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(posts(), 1);
        QTRY_VERIFY(!note());
        QTRY_VERIFY(m_section->findChild<ui::InlineMessage *>(u"pendingRefund"_s));
    }

    void aQuestionIsNotAskedOverAnotherPayment()
    {
        m_way = Way::Drops;
        open();
        type(u"100.00"_s);
        refundButton()->click();
        QPointer<ui::GuardDialog> question;
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>());
        question->reject();
        QTRY_VERIFY(note());
        m_told = 0; // its list does not tell of it
        checkout::Transaction other(u"txn_2"_s, DeskFixture::money(paid, u"NGN"));
        other.status = TransactionStatus::Succeeded;
        other.createdAt = m_desk->now;
        QVERIFY(m_desk->desk->ledger().mergeTransactions(m_account, {{0, m_account, other}}).result().has_value());
        QTRY_VERIFY(!question);
        press("abandonButton");
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>());
        show(u"txn_2"_s); // its question goes with it
        QTRY_VERIFY(!question);
        show();
        QTRY_VERIFY(note());
        press("reconcileButton");
        show(u"txn_2"_s);
        QTRY_VERIFY(!m_window->findChild<ui::OutcomeBox *>());
        for (const auto *open : m_window->findChildren<ui::GuardDialog *>())
            QVERIFY(!open->isVisible());
        show();
        QTRY_VERIFY(note()); // it waits where it belongs
    }

    void aFailedPaymentHasNoRefund()
    {
        checkout::Transaction transaction(u"txn_failed"_s, DeskFixture::money(paid, u"NGN"));
        transaction.status = TransactionStatus::Failed;
        transaction.createdAt = m_desk->now;
        const ledger::TransactionRecord record(0, m_account, transaction);
        QVERIFY(m_desk->desk->ledger().mergeTransactions(m_account, {record}).result().has_value());
        show(u"txn_failed"_s);
        QTRY_VERIFY(m_section->isHidden());
    }
};

TILLDECK_TEST(RefundTest)

} // namespace refund_test

#include "tst_refund.moc"
