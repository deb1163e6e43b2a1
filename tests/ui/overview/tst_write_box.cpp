// SPDX-License-Identifier: GPL-3.0-or-later
// Needs attention: each coupon, promotion code and route of unknown outcome, and each batch of codes, with its actions.
#include "desk/code_shop.h"
#include "desk/create_coupon.h"
#include "desk/deactivate_promotion_code.h"
#include "desk/promotion_batch.h"
#include "support/runner.h"
#include "ui/figures/candidates_dialog.h"
#include "ui/figures/write_box.h"
#include "ui/overview/attention_card.h"
#include "ui/overview/overview_page.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/timeline.h"

#include <QLabel>
#include <QListWidget>
#include <QSignalSpy>

namespace write_box_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using desk::test::CodeShop;
using desk::test::waitFor;
using Fault = CodeShop::Fault;
using ledger::Intent;

class WriteBoxTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_shop = std::make_unique<CodeShop>();
        m_page = std::make_unique<ui::OverviewPage>(desk());
        m_page->resize(1232, 780);
    }
    void cleanup()
    {
        m_page.reset();
        m_shop.reset();
    }

    void aCouponWithoutAnAnswerSaysWhatIsKnownAndIsMatchedToAnEntry()
    {
        m_shop->onWrite = [](int) { return Fault::LostBefore; };
        checkout::Coupon coupon;
        coupon.name = u"Spring"_s;
        coupon.kind = checkout::Coupon::Kind::Percentage;
        coupon.basisPoints = 2000;
        coupon.duration = checkout::Coupon::Duration::Once;
        QVERIFY(!waitFor(desk::createCoupon(&desk(), m_shop->account, coupon)));
        const QString id = unknownId();
        open();
        QTRY_VERIFY2(seen().contains(u"whether the coupon “Spring” was created"_s), qPrintable(seen()));
        QTRY_VERIFY2(seen().contains(u"Kestrel"_s) && seen().contains(u"Sent, no answer"_s), qPrintable(seen()));
        QTRY_VERIFY2(seen().contains(u"Send again: PaymentKit documents no key"_s), qPrintable(seen()));
        QVERIFY(!button("sendAgainButton")->isVisible());
        click("reconcileButton");
        QTRY_VERIFY2(seen().contains(u"lists nothing like it"_s), qPrintable(seen()));
        QTRY_VERIFY2(seen().contains(u"Looked up: PaymentKit lists none that fits"_s), qPrintable(seen()));

        for (const QString &listed : {u"coupon_x"_s, u"coupon_y"_s})
            m_shop->lists[u"coupons"_s] << QJsonObject{
                {u"id"_s, listed},      {u"name"_s, u"Spring"_s},   {u"discount_type"_s, u"percentage"_s},
                {u"percent_off"_s, 20}, {u"duration"_s, u"once"_s}, {u"times_redeemed"_s, 2},
                {u"is_active"_s, true}};
        click("reconcileButton");
        QTRY_VERIFY2(m_page->findChild<ui::CandidatesDialog *>(), qPrintable(seen()));
        auto *dialog = m_page->findChild<ui::CandidatesDialog *>();
        auto *list = dialog->findChild<QListWidget *>();
        QCOMPARE(list->count(), 2);
        QVERIFY2(list->item(1)->text().contains(u"coupon_y"_s), qPrintable(list->item(1)->text()));
        list->setCurrentRow(1);
        press(dialog, u"This is it"_s);
        QTRY_VERIFY(resolved()->isVisible());
        QCOMPARE(desk().journal().intent(id).result().value()->sessionId, u"coupon_y"_s);
        QTRY_VERIFY(!card());
        QCOMPARE(m_shop->keys.size(), 1);
    }

    void aSwitchingOffIsSentAgainAfterAQuestion()
    {
        checkout::PromotionCode code;
        code.id = u"promotion-codes_1"_s;
        code.code = u"WELCOME"_s;
        m_shop->lists[u"promotion-codes"_s] << QJsonObject{
            {u"id"_s, code.id}, {u"code"_s, code.code}, {u"coupon_id"_s, u"coupon_1"_s}, {u"is_active"_s, true}};
        m_shop->onWrite = [](int) { return Fault::LostBefore; };
        QVERIFY(!waitFor(desk::deactivatePromotionCode(&desk(), m_shop->account, code)));
        const QString id = unknownId();
        open();
        m_shop->onWrite = {};
        button("sendAgainButton")->click();
        press(question(), u"Cancel"_s);
        QCOMPARE(m_shop->keys.size(), 1);
        button("sendAgainButton")->click();
        QVERIFY2(textOf(question()).contains(u"changes nothing more"_s) && textOf(question()).contains(u"WELCOME"_s),
                 qPrintable(textOf(question())));
        press(question(), u"Send again"_s);
        QTRY_VERIFY(resolved()->isVisible());
        QCOMPARE(desk().journal().intent(id).result().value()->state, Intent::State::Confirmed);
        QCOMPARE(m_shop->keys.size(), 2);
    }

    void whatIsNotMadeIsClosedWithItsRisk()
    {
        checkout::PromotionCode code;
        code.id = u"gone"_s;
        code.code = u"GONE"_s;
        m_shop->onWrite = [](int) { return Fault::LostBefore; };
        QVERIFY(!waitFor(desk::deactivatePromotionCode(&desk(), m_shop->account, code)));
        const QString id = unknownId();
        open();
        button("abandonButton")->click();
        QVERIFY2(textOf(question()).contains(u"customers can still use it"_s), qPrintable(textOf(question())));
        press(question(), u"It was not made"_s);
        QTRY_VERIFY(!card());
        QCOMPARE(desk().journal().intent(id).result().value()->state, Intent::State::Abandoned);
        QCOMPARE(m_shop->keys.size(), 1);
    }

    void aBatchIsLookedUpGoneOnWithOrLeft()
    {
        m_shop->onWrite = [](int number) {
            return number == 1 ? Fault::LostAfter : number == 2 ? Fault::LostBefore : Fault::KeyRefused;
        };
        desk::PromotionBatch batch(desk());
        desk::PromotionBatch::Order order;
        order.accountId = m_shop->account;
        order.couponId = u"coupon_1"_s;
        order.pattern = u"SUMMER-####"_s;
        order.count = 5;
        QSignalSpy ended(&batch, &desk::PromotionBatch::finished);
        batch.start(order);
        QTRY_COMPARE(ended.size(), 1);
        open();
        QVERIFY2(seen().contains(u"0 of 5"_s) && seen().contains(u"coupon_1"_s), qPrintable(seen()));
        const qsizetype sent = m_shop->sent.size();
        click("reconcileButton");
        QTRY_VERIFY2(seen().contains(u"1 of 5"_s), qPrintable(seen()));
        QTRY_VERIFY2(card()->accessibleDescription().contains(u"1 of 5"_s),
                     qPrintable(card()->accessibleDescription()));
        QCOMPARE(m_shop->sent.size(), sent);
        QSignalSpy resumed(m_page.get(), &ui::OverviewPage::resumeRequested);
        QTRY_COMPARE(button("sendAgainButton")->text(), u"Go on with the rest…"_s);
        click("sendAgainButton");
        QVERIFY2(!textOf(question()).contains(u"the same once more"_s), qPrintable(textOf(question())));
        press(question(), u"Go on with the rest"_s);
        QTRY_COMPARE(resumed.size(), 1);
        QCOMPARE(resumed[0][0].value<ledger::CodeBatch>().id, batch.unfinishedId());
        click("abandonButton");
        press(question(), u"Leave the rest"_s);
        QTRY_VERIFY(!card());
        QVERIFY(desk().journal().unfinishedBatches().result()->empty());
        QCOMPARE(m_shop->sent.size(), sent);
    }

    void aCouponThatMayStillAppearIsClosedOnTheSecondYes()
    {
        m_shop->onWrite = [](int) { return Fault::LostBefore; };
        QVERIFY(!waitFor(desk::createCoupon(&desk(), m_shop->account, desk::test::coupon())));
        const QString id = unknownId();
        open();
        click("abandonButton");
        press(question(), u"It was not made"_s);
        QTRY_VERIFY(m_page->findChild<ui::GuardDialog *>(u"early"_s));
        QVERIFY2(textOf(question()).contains(u"may still appear"_s), qPrintable(textOf(question())));
        QCOMPARE(desk().journal().intent(id).result().value()->state, Intent::State::Unknown);
        press(question(), u"Note it as not made"_s);
        QTRY_VERIFY(!card());
        QCOMPARE(desk().journal().intent(id).result().value()->state, Intent::State::Abandoned);
    }

    void aCodeWithTermsThatTheProviderAddedIsChosen()
    {
        m_shop->onWrite = [](int) { return Fault::LostAfter; };
        desk::PromotionBatch batch(desk());
        desk::PromotionBatch::Order order;
        order.accountId = m_shop->account;
        order.couponId = u"coupon_1"_s;
        order.pattern = u"WELCOME"_s;
        QSignalSpy ended(&batch, &desk::PromotionBatch::finished);
        batch.start(order);
        QTRY_COMPARE(ended.size(), 1);
        QJsonObject code = m_shop->lists[u"promotion-codes"_s].first().toObject();
        code[u"max_redemptions"_s] = 1000;
        m_shop->lists[u"promotion-codes"_s] = QJsonArray{code};
        open();
        click("reconcileButton");
        QTRY_VERIFY2(m_page->findChild<ui::CandidatesDialog *>(), qPrintable(seen()));
        QVERIFY2(seen().contains(u"other terms"_s), qPrintable(seen()));
        auto *dialog = m_page->findChild<ui::CandidatesDialog *>();
        dialog->findChild<QListWidget *>()->setCurrentRow(0);
        press(dialog, u"This is it"_s);
        QTRY_VERIFY(!card());
        QVERIFY(desk().journal().unfinishedBatches().result()->empty());
        QCOMPARE(m_shop->sent.size(), 1);
    }

    void aBatchWithoutAnUnknownCodeIsNotCalledUnknown()
    {
        m_shop->onWrite = [](int number) { return number == 2 ? Fault::KeyRefused : Fault::None; };
        desk::PromotionBatch batch(desk());
        desk::PromotionBatch::Order order;
        order.accountId = m_shop->account;
        order.couponId = u"coupon_1"_s;
        order.pattern = u"SUMMER-####"_s;
        order.count = 5;
        QSignalSpy ended(&batch, &desk::PromotionBatch::finished);
        batch.start(order);
        QTRY_COMPARE(ended.size(), 1);
        open();
        QCOMPARE(card()->badge(), u"Not all made"_s);
        QVERIFY2(!card()->accessibleName().contains(u"nknown"_s), qPrintable(card()->accessibleName()));
        button("abandonButton")->click();
        const QString said = textOf(question());
        QVERIFY2(said.contains(u"stays unsent"_s) && !said.contains(u"nknown"_s), qPrintable(said));
    }

private:
    desk::Desk &desk() const { return *m_shop->bench.desk; }
    QString unknownId() const { return desk().journal().unknownEntries().result()->front().id; }
    void open()
    {
        m_page->setAccounts({m_shop->account});
        m_page->show();
        QTRY_VERIFY(card());
        card()->click();
        QTRY_VERIFY(box() && button("abandonButton")->isVisible());
    }
    ui::AttentionCard *card() const { return m_page->findChild<ui::AttentionCard *>(u"unsettledWrite"_s); }
    ui::WriteBox *box() const { return m_page->findChild<ui::WriteBox *>(); }
    QPushButton *button(const char *name) const { return box()->findChild<QPushButton *>(QString::fromLatin1(name)); }
    /// Presses a button as soon as it can be pressed: the box is busy while it looks up and reads again.
    void click(const char *name) const
    {
        QTRY_VERIFY2(button(name)->isVisible() && button(name)->isEnabled(), name);
        button(name)->click();
    }
    ui::InlineMessage *resolved() const { return m_page->findChild<ui::InlineMessage *>(u"resolved"_s); }
    QString seen() const { return box() ? textOf(box()) : QString(); }
    ui::GuardDialog *question() const
    {
        for (auto *one : m_page->findChildren<ui::GuardDialog *>())
            if (one->isVisible())
                return one;
        qFatal("nothing is asked");
    }
    static void press(ui::GuardDialog *dialog, const QString &text)
    {
        const QPointer<ui::GuardDialog> open(dialog);
        for (auto *one : dialog->findChildren<QPushButton *>()) {
            if (one->text() == text) {
                one->click();
                QTRY_VERIFY(!open);
                return;
            }
        }
        QFAIL(qPrintable(text));
    }
    static QString textOf(const QWidget *widget)
    {
        QString text;
        for (const auto *label : widget->findChildren<QLabel *>())
            if (label->isVisible())
                text += label->text() + u'\n';
        for (const auto *timeline : widget->findChildren<ui::Timeline *>())
            text += timeline->accessibleDescription() + u'\n';
        return text.replace(QChar::Nbsp, u' ');
    }

    std::unique_ptr<CodeShop> m_shop;
    std::unique_ptr<ui::OverviewPage> m_page;
};

TILLDECK_TEST(WriteBoxTest)

} // namespace write_box_test

#include "tst_write_box.moc"
