// SPDX-License-Identifier: GPL-3.0-or-later
// After an unknown outcome of a refund, sending it again under its key stands first where that is safe.
#include "desk/counted_refunds.h"
#include "desk/refund_lists.h"
#include "support/runner.h"
#include "ui/figures/outcome_box.h"
#include "ui/style/theme.h"
#include "ui/transactions/refund_flow.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/inline_message.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTranslator>
#include <QVBoxLayout>

#include <algorithm>

namespace resent_refund_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using desk::test::RefundLists;
using desk::test::Totals;
using ui::ButtonKind;
using Way = RefundLists::Way;

class ResentRefundTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_window = std::make_unique<QWidget>();
        m_window->resize(520, 600);
        m_window->show();
    }
    void cleanup() { m_window.reset(); }

    void theDialogOffersToSendItAgainFirst()
    {
        RefundLists shop;
        auto *flow = sendAndLose(shop);
        const QPointer<ui::GuardDialog> asked = question();
        QVERIFY(asked);
        QCOMPARE(ui::buttonKind(button(asked, u"Send again"_s)), ButtonKind::Primary);
        QCOMPARE(ui::buttonKind(button(asked, u"Check with Ikawaari"_s)), ButtonKind::Normal);
        QVERIFY2(textOf(asked).contains(u"under the same idempotency key, so Ikawaari gives the money back once"_s),
                 qPrintable(textOf(asked)));
        QSignalSpy confirmed(flow, &ui::RefundFlow::confirmed);
        shop.way = Way::Answers;
        button(asked, u"Send again"_s)->click();
        QTRY_COMPARE(confirmed.count(), 1);
        QVERIFY(!flow->isBusy());
        QCOMPARE(shop.asked(), 2);
        QCOMPARE(RefundLists::keyOf(shop.sent().back()), RefundLists::keyOf(shop.sent().front()));
        QCOMPARE(shop.refunds.size(), 1);
    }

    void whatCannotBeSentAgainIsSaidAndAskedAboutStill()
    {
        RefundLists shop;
        auto *flow = sendAndLose(shop);
        QPointer<ui::GuardDialog> asked = question();
        QVERIFY(asked);
        shop.isAway = true;
        button(asked, u"Send again"_s)->click();
        QTRY_VERIFY(!asked);
        QTRY_VERIFY(asked = question());
        QVERIFY2(textOf(asked).contains(u"Nothing was sent again."_s), qPrintable(textOf(asked)));
        QCOMPARE(shop.asked(), 1);
        QVERIFY(flow->isBusy());
        QSignalSpy postponed(flow, &ui::RefundFlow::postponed);
        asked->reject();
        QTRY_COMPARE(postponed.count(), 1);
    }

    void whereNoKeyIsDocumentedItIsNotOffered()
    {
        Totals khaime;
        khaime.way = Totals::Way::NeverArrives;
        ui::RefundFlow flow(*khaime.bench.desk, khaime.accountId, Totals::paymentId(), m_window.get());
        flow.send(desk::test::kobo(50'000), {});
        QTRY_VERIFY(question());
        QVERIFY(!button(question(), u"Send again"_s));
        QCOMPARE(ui::buttonKind(button(question(), u"Check with Khaime"_s)), ButtonKind::Primary);
    }

    void theSameRefundOffersToSendTheFirstOneAgain()
    {
        RefundLists shop;
        auto *flow = sendAndLose(shop);
        QPointer<ui::GuardDialog> asked = question();
        QVERIFY(asked);
        asked->reject();
        QTRY_VERIFY(!flow->isBusy());
        shop.way = Way::Answers;
        flow->send(desk::test::francs(10'000), {});
        QTRY_VERIFY(asked = question());
        QCOMPARE(asked->objectName(), u"sameRefund"_s);
        QSignalSpy confirmed(flow, &ui::RefundFlow::confirmed);
        button(asked, u"Send again"_s)->click();
        QTRY_COMPARE(confirmed.count(), 1);
        QCOMPARE(shop.asked(), 2);
        QCOMPARE(shop.refunds.size(), 1);
    }

    void needsAttentionSendsItAgainAfterAQuestion()
    {
        RefundLists shop;
        shop.way = Way::NeverArrives;
        const QString lost = shop.give(10'000).intentId;
        shop.way = Way::Answers;
        auto *box = showBox(*shop.bench.desk, shop.accountId, lost);
        const auto press = [box](const char *name) { return box->findChild<QPushButton *>(QString::fromLatin1(name)); };
        QTRY_VERIFY(press("sendAgainButton")->isVisible());
        QCOMPARE(ui::buttonKind(press("sendAgainButton")), ButtonKind::Primary);
        QCOMPARE(ui::buttonKind(press("reconcileButton")), ButtonKind::Normal);
        QVERIFY(press("sendAgainButton")->x() < press("reconcileButton")->x());
        press("sendAgainButton")->click();
        QTRY_VERIFY(question());
        QVERIFY(textOf(question()).contains(u"gives the money back once"_s));
        question()->reject();
        QCOMPARE(shop.asked(), 1);
        // Where it was tried and told nothing, the look-up comes first.
        shop.way = Way::Refuses;
        press("sendAgainButton")->click();
        QTRY_VERIFY(question());
        button(question(), u"Send again"_s)->click();
        QTRY_COMPARE(shop.asked(), 2);
        QTRY_COMPARE(ui::buttonKind(press("reconcileButton")), ButtonKind::Primary);
        QTRY_VERIFY(press("reconcileButton")->x() < press("sendAgainButton")->x());
        QVERIFY2(textOf(box).contains(u"Check with Ikawaari first."_s), qPrintable(textOf(box)));
        QTRY_VERIFY(press("sendAgainButton")->isEnabled());
        shop.way = Way::Answers;
        QSignalSpy resolved(box, &ui::OutcomeBox::resolved);
        press("sendAgainButton")->click();
        QTRY_VERIFY(question());
        button(question(), u"Send again"_s)->click();
        QTRY_COMPARE(resolved.count(), 1);
        QCOMPARE(shop.asked(), 3);
        QCOMPARE(shop.refunds.size(), 1);
    }

    void whatCannotBeLookedAtIsNotSentAndSaid()
    {
        RefundLists shop;
        shop.way = Way::NeverArrives;
        const QString lost = shop.give(10'000).intentId;
        auto *box = showBox(*shop.bench.desk, shop.accountId, lost);
        QPushButton *again = box->findChild<QPushButton *>(u"sendAgainButton"_s);
        QTRY_VERIFY(again->isVisible());
        shop.isAway = true;
        again->click();
        QTRY_VERIFY(question());
        button(question(), u"Send again"_s)->click();
        auto *message = box->findChild<ui::InlineMessage *>(u"outcomeMessage"_s);
        QTRY_VERIFY(message->isVisible() && message->text().contains(u"Nothing was sent again."_s));
        QCOMPARE(shop.asked(), 1);
    }

    void pictures()
    {
        const QString folder = qEnvironmentVariable("TILLDECK_PICTURES");
        if (folder.isEmpty())
            QSKIP("only where TILLDECK_PICTURES names a folder");
        const QString language = qEnvironmentVariable("TILLDECK_PICTURES_LANGUAGE");
        QTranslator translator;
        if (!language.isEmpty() && translator.load(language))
            QCoreApplication::installTranslator(&translator);
        const QString name = language.isEmpty() ? u"en"_s : u"de"_s;
        const ui::Theme theme(*qApp, ui::ThemeMode::Light);
        RefundLists shop;
        (void)sendAndLose(shop);
        QVERIFY(question());
        QTest::qWait(50);
        QVERIFY(question()->grab().save(u"%1/resend-dialog-%2.png"_s.arg(folder, name)));
        question()->reject();
        showBox(
            *shop.bench.desk, shop.accountId,
            shop.bench.desk->journal().refundsOf(shop.accountId, RefundLists::transactionId()).result()->front().id);
        QTest::qWait(200);
        QVERIFY(m_window->grab().save(u"%1/resend-box-%2.png"_s.arg(folder, name)));
        QCoreApplication::removeTranslator(&translator);
    }

private:
    /// Refunds a payment from the window; the answer is lost, and the provider's list does not show it.
    ui::RefundFlow *sendAndLose(RefundLists &shop)
    {
        shop.way = Way::NeverArrives;
        auto *flow = new ui::RefundFlow(*shop.bench.desk, shop.accountId, RefundLists::transactionId(), m_window.get());
        flow->send(desk::test::francs(10'000), u"too small"_s);
        const bool isAsked = QTest::qWaitFor([this] { return bool(question()); });
        if (!isAsked)
            qWarning("nothing is asked");
        return flow;
    }
    ui::OutcomeBox *showBox(desk::Desk &desk, const QString &accountId, const QString &intentId)
    {
        auto *box = new ui::OutcomeBox(desk, ui::OutcomeBox::Facts::Shown);
        auto *column = new QVBoxLayout(m_window.get());
        column->addWidget(box);
        box->setIntent(accountId, intentId);
        return box;
    }
    ui::GuardDialog *question() const
    {
        for (auto *one : m_window->findChildren<ui::GuardDialog *>())
            if (one->isVisible())
                return one;
        return nullptr;
    }
    static QPushButton *button(QWidget *dialog, const QString &text)
    {
        for (auto *one : dialog->findChildren<QPushButton *>())
            if (one->text() == text)
                return one;
        return nullptr;
    }
    static QString textOf(QWidget *dialog)
    {
        QStringList texts;
        for (auto *one : dialog->findChildren<QLabel *>())
            texts << one->text();
        return texts.join(u'\n');
    }

    std::unique_ptr<QWidget> m_window;
};

TILLDECK_TEST(ResentRefundTest)

} // namespace resent_refund_test

#include "tst_resent_refund.moc"
