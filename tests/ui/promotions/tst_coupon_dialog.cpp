// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../desk/bench.h"
#include "../../http/scripted_server.h"
#include "support/runner.h"
#include "ui/forms/amount_edit.h"
#include "ui/forms/form_row.h"
#include "ui/forms/number_field.h"
#include "ui/lists/table.h"
#include "ui/promotions/coupon_dialog.h"
#include "ui/promotions/promotion_model.h"
#include "ui/promotions/promotions_page.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QScopeGuard>

namespace coupon_dialog_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using http::test::answer;
using http::test::ScriptedServer;
using Kind = checkout::Coupon::Kind;
using Duration = checkout::Coupon::Duration;

class CouponDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_bench = std::make_unique<desk::test::Bench>();
    }
    void cleanup()
    {
        m_dialog.reset();
        m_page.reset();
        m_catalogs.reset();
        m_bench.reset();
    }

    void aCouponIsMadeAndShown()
    {
        const desk::test::Shop shop;
        openPage(shop);
        auto *dialog = openFromPage();
        QVERIFY(dialog->findChild<QLabel *>(u"account"_s)->text().contains(u"SANDBOX"_s));
        text(dialog, u"couponName"_s)->setText(u"Autumn"_s);
        text(dialog, u"percent"_s)->setText(u"12.5 %"_s);
        choose(dialog, u"duration"_s, int(Duration::Repeating));
        dialog->findChild<ui::NumberField *>(u"months"_s)->setText(u"6"_s);
        dialog->findChild<ui::NumberField *>(u"limit"_s)->setText(u"40"_s);
        QTest::mouseClick(button(dialog, u"createCoupon"_s), Qt::LeftButton);
        auto *table = m_page->findChild<ui::Table *>();
        QTRY_COMPARE(table->currentIndex().siblingAtColumn(ui::PromotionModel::Label).data().toString(), u"Autumn"_s);
        QCOMPARE(table->currentIndex().siblingAtColumn(ui::PromotionModel::Terms).data().toString(), u"12.5% off"_s);
        QCOMPARE(table->currentIndex().siblingAtColumn(ui::PromotionModel::Left).data().toString(), u"40"_s);
        QVERIFY(panelSays(u"Payments of 6 month(s)"_s));
    }

    void aKeyIsNoNameOfACoupon()
    {
        const ScriptedServer server(answer(201, coupon));
        auto *dialog = openOn(server);
        type(dialog, u"10"_s);
        for (const QString &name : {u"Sale pk_live_4fYk9Zq2Lm7T"_s, u"sk_sandbox_1"_s}) {
            text(dialog, u"couponName"_s)->setText(name);
            QTest::mouseClick(button(dialog, u"createCoupon"_s), Qt::LeftButton);
            const auto rows = dialog->findChildren<ui::FormRow *>();
            QVERIFY(rows.front()->problem().startsWith(u"This holds a key."_s));
            QCOMPARE(rows.at(1)->problem(), QString());
        }
        QCOMPARE(server.connections(), 0);
    }

    void anAmountIsTakenOffInItsCurrency()
    {
        const desk::test::Shop shop;
        openPage(shop);
        auto *dialog = openFromPage();
        choose(dialog, u"couponKind"_s, int(Kind::FixedAmount));
        type(dialog, u"7.50"_s);
        QTest::keyClick(dialog, Qt::Key_Return);
        auto *table = m_page->findChild<ui::Table *>();
        const QString currency = firstCurrency();
        QTRY_COMPARE(table->currentIndex().siblingAtColumn(ui::PromotionModel::Terms).data().toString(),
                     u"7.50\u00a0%1 off"_s.arg(currency));
    }

    void whatCannotBeReadIsSaidAtItsField_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("typed");
        QTest::newRow("nothing") << int(Kind::Percentage) << QString();
        QTest::newRow("no number") << int(Kind::Percentage) << u"half"_s;
        QTest::newRow("below one") << int(Kind::Percentage) << u"0.5"_s;
        QTest::newRow("more than all") << int(Kind::Percentage) << u"100.01"_s;
        QTest::newRow("too fine") << int(Kind::Percentage) << u"33.333"_s;
        for (const char *odd : {"1e1", ".5e2", "-15", "15 EUR", "15%%", "1 5"})
            QTest::newRow(odd) << int(Kind::Percentage) << QString::fromLatin1(odd);
        QTest::newRow("no amount") << int(Kind::FixedAmount) << QString();
        QTest::newRow("nought") << int(Kind::FixedAmount) << u"0"_s;
        QTest::newRow("too many decimals") << int(Kind::FixedAmount) << u"1.005"_s;
    }
    void whatCannotBeReadIsSaidAtItsField()
    {
        QFETCH(const int, kind);
        QFETCH(const QString, typed);
        ScriptedServer server(answer(201, coupon));
        auto *dialog = openOn(server);
        choose(dialog, u"couponKind"_s, kind);
        type(dialog, typed);
        QTest::mouseClick(button(dialog, u"createCoupon"_s), Qt::LeftButton);
        QVERIFY(figure(dialog)->property("error").toBool());
        QCOMPARE(dialog->focusWidget(), figure(dialog));
        server.barrier();
        QCOMPARE(server.copiesOf("POST /"), 0);
    }

    void anAmountOfTwoReadingsIsSaid()
    {
        const auto restore = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        ScriptedServer server(answer(201, coupon));
        auto *dialog = openOn(server);
        dialog->setLocale(QLocale());
        choose(dialog, u"couponKind"_s, int(Kind::FixedAmount));
        auto *edit = dialog->findChild<ui::AmountEdit *>();
        ui::TypedAmount typed;
        typed.currency = u"KWD"_s;
        edit->setAmount(typed);
        const auto notes = [dialog] {
            QStringList texts;
            for (const QLabel *label : dialog->findChildren<QLabel *>())
                texts << label->text();
            return texts.join(u'\n');
        };
        for (const auto &[text, isTwofold] : {std::pair(u"1,250"_s, true), {u"1,250.000"_s, false}}) {
            typed.text = text;
            emit edit->edited(typed);
            QCOMPARE(notes().contains(u"This is read as 1,250.000\u00a0KWD, and not as 1.250\u00a0KWD."_s), isTwofold);
            QCOMPARE(notes().contains(u"Only for prices in this currency."_s), !isTwofold);
        }
    }

    void aRefusedCouponCanBePutRight()
    {
        ScriptedServer server(answer(422, R"({"title": "no", "detail": "Too generous."})"));
        auto *dialog = openOn(server);
        type(dialog, u"90"_s);
        QTest::mouseClick(button(dialog, u"createCoupon"_s), Qt::LeftButton);
        QTRY_VERIFY(button(dialog, u"createCoupon"_s)->isEnabled() && server.copiesOf("POST /") == 1);
        QVERIFY(figure(dialog)->isEnabled());
        QTest::mouseClick(button(dialog, u"createCoupon"_s), Qt::LeftButton);
        QTRY_COMPARE(server.copiesOf("POST /"), 2);
        QTRY_VERIFY(figure(dialog)->isEnabled());
        figure(dialog)->setFocus();
        QTest::keyClick(figure(dialog), Qt::Key_Return);
        QVERIFY(!figure(dialog)->isEnabled());
        QTRY_COMPARE(dialog->focusWidget(), figure(dialog)); // where the merchant was
        QCOMPARE(server.copiesOf("POST /"), 3);
    }

    void anUnknownOutcomeIsNeverSentAgain()
    {
        ScriptedServer server;
        server.onRequest = [](QTcpSocket &socket, const QByteArray &) { http::test::reset(socket); };
        auto *dialog = openOn(server);
        const QSignalSpy made(dialog, &ui::CouponDialog::created);
        type(dialog, u"10"_s);
        auto *create = button(dialog, u"createCoupon"_s);
        QTest::mouseClick(create, Qt::LeftButton);
        QTest::mouseClick(create, Qt::LeftButton);
        dialog->reject(); // not while it is on its way
        QVERIFY(dialog->isVisible());
        QTRY_COMPARE(made.count(), 1); // so the list is read again
        QVERIFY(made[0][0].toString().isEmpty());
        QVERIFY(!create->isVisible());
        QTest::keyClick(dialog, Qt::Key_Return);
        server.barrier();
        QCOMPARE(server.copiesOf("POST /"), 1);
    }

    void pictures()
    {
        const QString folder = qEnvironmentVariable("TILLDECK_PICTURES");
        if (folder.isEmpty())
            QSKIP("only where TILLDECK_PICTURES names a folder");
        const desk::test::Shop shop;
        openPage(shop);
        for (const auto mode : {ui::ThemeMode::Light, ui::ThemeMode::Dark}) {
            const ui::Theme theme(*qApp, mode);
            const QString name = mode == ui::ThemeMode::Light ? u"light"_s : u"dark"_s;
            ui::CouponDialog dialog(*m_bench->desk, m_account, {u"EUR"_s});
            choose(&dialog, u"duration"_s, int(Duration::Repeating));
            dialog.show();
            QTest::mouseClick(button(&dialog, u"createCoupon"_s), Qt::LeftButton);
            QTest::qWait(50);
            QVERIFY(dialog.grab().save(u"%1/coupon-%2.png"_s.arg(folder, name)));
            choose(&dialog, u"couponKind"_s, int(Kind::FixedAmount));
            QTest::qWait(50);
            QVERIFY(dialog.grab().save(u"%1/coupon-amount-%2.png"_s.arg(folder, name)));
        }
    }

private:
    void openPage(const desk::test::Shop &shop)
    {
        const auto &account = shop.account();
        m_account = m_bench->connectTo(u"Kestrel"_s, account.baseUrl, account.accountId, account.key);
        m_catalogs = std::make_unique<desk::CatalogCache>(*m_bench->desk);
        m_page = std::make_unique<ui::PromotionsPage>(*m_bench->desk, *m_catalogs);
        m_page->resize(1232, 780);
        m_page->setAccount(m_account);
        m_page->show();
        QTRY_VERIFY(m_page->findChild<ui::Table *>()->model()->rowCount() > 0);
        auto *kind = m_page->findChild<ui::SegmentedControl *>();
        kind->setCurrent(int(ui::PromotionKind::Coupon));
        emit kind->currentChanged(int(ui::PromotionKind::Coupon));
    }
    ui::CouponDialog *openFromPage() const
    {
        QTest::mouseClick(button(m_page.get(), u"newCode"_s), Qt::LeftButton);
        return m_page->findChild<ui::CouponDialog *>();
    }
    ui::CouponDialog *openOn(const ScriptedServer &server)
    {
        m_account = m_bench->connectTo(u"Scripted"_s, server.url({}).toString(), u"acc"_s, u"sk_sandbox_1"_s);
        m_dialog = std::make_unique<ui::CouponDialog>(*m_bench->desk, m_account, QStringList{u"EUR"_s});
        m_dialog->show();
        return m_dialog.get();
    }
    QString firstCurrency() const
    {
        return m_catalogs->catalog(m_account).prices.items.front().unitAmount.currency().code();
    }
    bool panelSays(const QString &said) const
    {
        for (const auto *label : m_page->findChildren<QLabel *>())
            if (label->text() == said)
                return true;
        return false;
    }
    static ui::Button *button(const QWidget *in, const QString &name) { return in->findChild<ui::Button *>(name); }
    static QLineEdit *text(const QWidget *in, const QString &name) { return in->findChild<QLineEdit *>(name); }
    /// The field of percentage or amount, whichever is shown.
    static QLineEdit *figure(const QWidget *in)
    {
        QLineEdit *percent = text(in, u"percent"_s);
        return percent->isVisible() ? percent : text(in, u"amountOff"_s);
    }
    static void type(const QWidget *in, const QString &typed)
    {
        figure(in)->setFocus();
        QTest::keyClicks(figure(in), typed);
    }
    static void choose(const QWidget *in, const QString &name, int id)
    {
        auto *control = in->findChild<ui::SegmentedControl *>(name);
        control->setCurrent(id);
        emit control->currentChanged(id);
    }

    const QByteArray coupon = R"({"id": "coupon_1", "discount_type": "percentage", "percent_off": 10})";
    std::unique_ptr<desk::test::Bench> m_bench;
    std::unique_ptr<desk::CatalogCache> m_catalogs;
    std::unique_ptr<ui::PromotionsPage> m_page;
    std::unique_ptr<ui::CouponDialog> m_dialog;
    QString m_account;
};

TILLDECK_TEST(CouponDialogTest)

} // namespace coupon_dialog_test

#include "tst_coupon_dialog.moc"
