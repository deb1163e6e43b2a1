// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed as the end and the limits of a coupon or code is sent as typed, or refused.
#include "../../desk/bench.h"
#include "../../http/scripted_server.h"
#include "support/runner.h"
#include "ui/forms/date_field.h"
#include "ui/forms/form_row.h"
#include "ui/forms/number_field.h"
#include "ui/promotions/coupon_dialog.h"
#include "ui/promotions/promotion_dialog.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmented.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>

namespace typed_limits_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using http::test::answer;
using http::test::ScriptedServer;

class TypedLimitsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_bench = std::make_unique<desk::test::Bench>(); }
    void cleanup()
    {
        m_dialog.reset();
        m_bench.reset();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    void theEndIsTheDayThatWasTyped_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isPasted");
        const auto add = [](const char *locale, const QString &typed) {
            for (const bool isPasted : {false, true})
                QTest::addRow("%s %s%s", locale, qPrintable(typed), isPasted ? " pasted" : "")
                    << QString::fromLatin1(locale) << typed << isPasted;
        };
        add("de_DE", u"15.03.2027"_s);
        add("de_DE", u"5.3.2027"_s);
        add("en_GB", u"15/03/2027"_s);
        add("en_US", u"3/15/2027"_s);
        add("C", u"2027-03-15"_s);
        add("ar_EG", u"١٥/٣/٢٠٢٧"_s);
    }
    void theEndIsTheDayThatWasTyped()
    {
        QFETCH(const QString, locale);
        QFETCH(const QString, typed);
        QFETCH(const bool, isPasted);
        ScriptedServer server(answer(201, R"({"id": "coupon_1", "discount_type": "percentage", "percent_off": 10})"));
        openCoupon(server, QLocale(locale));
        m_dialog->findChild<QCheckBox *>(u"ends"_s)->setChecked(true);
        auto *day = m_dialog->findChild<QLineEdit *>(u"lastDay"_s);
        type(day, typed, isPasted);
        create();
        QTRY_COMPARE(server.copiesOf("POST /"), 1);
        const QString sent = sentBy(server)[u"expires_at"_s].toString();
        const int dayOfMonth = typed.startsWith(u"5."_s) ? 5 : 15;
        QCOMPARE(QDateTime::fromString(sent, Qt::ISODate), QDateTime({2027, 3, dayOfMonth}, {23, 59, 59}, Qt::UTC));
    }

    void whatIsNoDayIsRefusedAndStays_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sentence");
        const auto add = [](const char *locale, const QString &typed, const QString &sentence) {
            QTest::addRow("%s %s", locale, qPrintable(typed)) << QString::fromLatin1(locale) << typed << sentence;
        };
        add("de_DE", u"15.03.27"_s, u"four digits"_s);
        add("en_US", u"3/15/27"_s, u"four digits"_s);
        add("C", u"01/01/2020"_s, u"Type a day"_s);
        add("en_GB", u"01/01/2020"_s, u"This day is over"_s);
        add("en_GB", u"soon"_s, u"Type a day"_s);
        add("en_GB", {}, u"Type a day"_s);
    }
    void whatIsNoDayIsRefusedAndStays()
    {
        QFETCH(const QString, locale);
        QFETCH(const QString, typed);
        QFETCH(const QString, sentence);
        ScriptedServer server(answer(422, {}));
        openCoupon(server, QLocale(locale));
        m_dialog->findChild<QCheckBox *>(u"ends"_s)->setChecked(true);
        auto *day = m_dialog->findChild<QLineEdit *>(u"lastDay"_s);
        type(day, typed, false);
        create();
        QCOMPARE(day->text(), typed);
        QVERIFY2(problemOf(day).contains(sentence), qPrintable(problemOf(day)));
        QCOMPARE(m_dialog->focusWidget(), day);
        server.barrier();
        QCOMPARE(server.copiesOf("POST /"), 0);
        QTest::keyClicks(day, u"1"_s);
        QVERIFY(problemOf(day).isEmpty());
    }

    void theWheelAndTheArrowsOfTheEnd()
    {
        const ScriptedServer server;
        openCoupon(server, QLocale(u"de_DE"_s));
        m_dialog->findChild<QCheckBox *>(u"ends"_s)->setChecked(true);
        auto *day = m_dialog->findChild<ui::DateField *>(u"lastDay"_s);
        type(day, u"31.12.2026"_s, false);
        QWheelEvent wheel({5, 5}, day->mapToGlobal(QPointF(5, 5)), {}, {0, 120}, {}, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(day, &wheel);
        QCOMPARE(day->text(), u"31.12.2026"_s);
        QTest::keyClick(day, Qt::Key_Up);
        QCOMPARE(day->text(), u"01.01.2027"_s);
        QTest::keyClick(day, Qt::Key_PageDown);
        QCOMPARE(day->text(), u"01.12.2026"_s);
        QTest::keyClick(day, Qt::Key_F4);
        auto *calendar = QApplication::activePopupWidget()->findChild<QCalendarWidget *>();
        QVERIFY(calendar);
        QCOMPARE(calendar->selectedDate(), QDate(2026, 12, 1));
        emit calendar->clicked({2027, 2, 3});
        QCOMPARE(day->text(), u"03.02.2027"_s);
    }

    void whatIsNoWholeNumberIsRefusedAndStays_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("typed");
        for (const auto *name : {"months", "limit"})
            for (const auto *typed : {"1e5", "1f", "1.000", "1,5", "-1", "0", "99999999999999999999"})
                QTest::addRow("%s %s", name, typed) << QString::fromLatin1(name) << QString::fromLatin1(typed);
        QTest::newRow("no months") << u"months"_s << QString();
    }
    void whatIsNoWholeNumberIsRefusedAndStays()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, typed);
        ScriptedServer server(answer(422, {}));
        openCoupon(server, QLocale(u"en_GB"_s));
        choose(u"duration"_s, int(checkout::Coupon::Duration::Repeating));
        auto *number = m_dialog->findChild<QAbstractSpinBox *>(name);
        auto *edit = number->findChild<QLineEdit *>();
        type(edit, typed, false);
        create();
        QCOMPARE(edit->text(), typed);
        QVERIFY2(problemOf(number).startsWith(u"Type a whole number from 1 to "_s), qPrintable(problemOf(number)));
        server.barrier();
        QCOMPARE(server.copiesOf("POST /"), 0);
        QTest::keyClicks(edit, u"1"_s);
        QVERIFY(problemOf(number).isEmpty());
    }

    void howManyCodesIsAWholeNumber()
    {
        ScriptedServer server(answer(422, {}));
        openCode(server);
        choose(u"howMany"_s, 1);
        m_dialog->findChild<QLineEdit *>(u"pattern"_s)->setText(u"SUMMER-#####"_s);
        for (const QString &name : {u"count"_s, u"limit"_s}) {
            auto *number = m_dialog->findChild<ui::NumberField *>(name);
            type(number->findChild<QLineEdit *>(), u"1e3"_s, false);
            QTest::mouseClick(m_dialog->findChild<ui::Button *>(u"create"_s), Qt::LeftButton);
            QCOMPARE(number->typed(), u"1e3"_s);
            QVERIFY2(problemOf(number).startsWith(u"Type a whole number from 1 to "_s), qPrintable(problemOf(number)));
            number->setText(u"2"_s);
        }
        server.barrier();
        QCOMPARE(server.copiesOf("POST /"), 0);
    }

    void oneCodeIsAskedForAsOne()
    {
        const ScriptedServer server(answer(422, R"({"title": "no", "detail": "Taken."})"));
        openCode(server);
        auto *code = m_dialog->findChild<QLineEdit *>(u"pattern"_s);
        auto *create = m_dialog->findChild<ui::Button *>(u"create"_s);
        QTest::mouseClick(create, Qt::LeftButton);
        QCOMPARE(problemOf(code), u"Enter a code, for example SUMMER20."_s);
        type(code, u"SUMMER-####"_s, false);
        QTest::mouseClick(create, Qt::LeftButton);
        QVERIFY2(problemOf(code).startsWith(u"A code has no #."_s), qPrintable(problemOf(code)));
        QCOMPARE(server.copiesOf("POST /"), 0);
        type(code, u"SUMMER20"_s, false);
        QTest::mouseClick(create, Qt::LeftButton);
        auto *state = m_dialog->findChild<QLabel *>(u"state"_s);
        QTRY_VERIFY(state->isVisible() && create->isEnabled());
        QTest::keyClicks(code, u"X"_s); // the refusal was of the other code
        QVERIFY(!state->isVisible() && !m_dialog->findChild<QWidget *>(u"problems"_s)->isVisible());
    }

    void aPercentageOfAnotherNotationSaysHowItIsWrittenHere_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("British") << u"en_GB"_s << u"12,5"_s << u"Use a point before the decimals: 12.5"_s;
        QTest::newRow("German") << u"de_DE"_s << u"12.5 %"_s << u"Use a comma before the decimals: 12,5"_s;
        QTest::newRow("no number") << u"en_GB"_s << u"1,2,3"_s << u"Enter a percentage"_s;
    }
    void aPercentageOfAnotherNotationSaysHowItIsWrittenHere()
    {
        QFETCH(const QString, locale);
        QFETCH(const QString, typed);
        QFETCH(const QString, sentence);
        const ScriptedServer server(answer(422, {}));
        openCoupon(server, QLocale(locale));
        auto *percent = m_dialog->findChild<QLineEdit *>(u"percent"_s);
        type(percent, typed, false);
        create();
        QVERIFY2(problemOf(percent).startsWith(sentence), qPrintable(problemOf(percent)));
    }

private:
    void openCode(const ScriptedServer &server)
    {
        m_account = connectTo(server);
        checkout::Coupon coupon;
        coupon.id = u"coupon_1"_s;
        coupon.basisPoints = 1000;
        coupon.active = true;
        m_dialog = std::make_unique<ui::PromotionDialog>(*m_bench->desk, m_account, std::vector{coupon});
        m_dialog->show();
    }
    QString connectTo(const ScriptedServer &server)
    {
        return m_bench->connectTo(u"Scripted"_s, server.url({}).toString(), u"acc"_s, u"sk_sandbox_1"_s);
    }
    void openCoupon(const ScriptedServer &server, const QLocale &locale)
    {
        QLocale::setDefault(locale);
        m_account = connectTo(server);
        m_dialog = std::make_unique<ui::CouponDialog>(*m_bench->desk, m_account, QStringList{u"EUR"_s});
        m_dialog->show();
        m_dialog->findChild<QLineEdit *>(u"percent"_s)->setText(locale.toString(10));
    }
    static void type(QLineEdit *edit, const QString &text, bool isPasted)
    {
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
        if (!isPasted) {
            QTest::keyClick(edit, Qt::Key_Delete);
            for (const QChar character : text) { // also those that no key of QTest has
                QKeyEvent press(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, character);
                QCoreApplication::sendEvent(edit, &press);
            }
            return;
        }
        QGuiApplication::clipboard()->setText(text);
        QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
    }
    void create() { QTest::mouseClick(m_dialog->findChild<ui::Button *>(u"createCoupon"_s), Qt::LeftButton); }
    void choose(const QString &name, int id)
    {
        auto *control = m_dialog->findChild<ui::SegmentedControl *>(name);
        control->setCurrent(id);
        emit control->currentChanged(id);
    }
    QString problemOf(const QWidget *field) const
    {
        for (const auto *row : m_dialog->findChildren<ui::FormRow *>())
            if (row->field() == field)
                return row->problem();
        return u"no row"_s;
    }
    static QJsonObject sentBy(const ScriptedServer &server)
    {
        for (const QByteArray &request : server.requests())
            if (request.startsWith("POST"))
                return QJsonDocument::fromJson(request.sliced(request.indexOf("\r\n\r\n") + 4)).object();
        return {};
    }

    std::unique_ptr<desk::test::Bench> m_bench;
    std::unique_ptr<QDialog> m_dialog;
    QString m_account;
};

TILLDECK_TEST(TypedLimitsTest)

} // namespace typed_limits_test

#include "tst_typed_limits.moc"
