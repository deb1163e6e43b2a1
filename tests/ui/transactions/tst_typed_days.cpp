// SPDX-License-Identifier: GPL-3.0-or-later
// The days of the filter are those that were typed.
#include "support/runner.h"
#include "ui/forms/date_field.h"
#include "ui/lists/filter_popup.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace typed_days_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;

class TypedDaysTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void theDaysAreThoseThatWereTyped_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("German") << u"de_DE"_s << u"01.11.2026"_s << u"30.11.2026"_s;
        QTest::newRow("American") << u"en_US"_s << u"11/1/2026"_s << u"11/30/2026"_s;
        QTest::newRow("British") << u"en_GB"_s << u"01/11/2026"_s << u"30/11/2026"_s;
        QTest::newRow("C") << u"C"_s << u"2026-11-01"_s << u"2026-11-30"_s;
    }
    void theDaysAreThoseThatWereTyped()
    {
        QFETCH(const QString, locale);
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        QLocale::setDefault(QLocale(locale));
        ui::DaysPopup popup({}, {2026, 11, 24}, nullptr);
        popup.setAttribute(Qt::WA_DeleteOnClose, false);
        popup.show();
        ui::FilterParts filter;
        connect(&popup, &ui::FilterPopup::chosen, this, [&filter](const auto &chosen) { filter = chosen; });
        type(popup, u"from"_s, from);
        type(popup, u"to"_s, to);
        QTest::keyClick(popup.findChild<QLineEdit *>(u"to"_s), Qt::Key_Return);
        QCOMPARE(filter.createdSince.date(), QDate(2026, 11, 1));
        QCOMPARE(filter.createdBefore.date(), QDate(2026, 12, 1));
    }

    void whatIsNoDayIsSaid()
    {
        QLocale::setDefault(QLocale(u"de_DE"_s));
        ui::DaysPopup popup({}, {2026, 11, 24}, nullptr);
        popup.setAttribute(Qt::WA_DeleteOnClose, false);
        popup.show();
        const QSignalSpy chosen(&popup, &ui::FilterPopup::chosen);
        type(popup, u"from"_s, u"01.11.20"_s);
        popup.findChild<QPushButton *>(u"apply"_s)->click();
        QCOMPARE(chosen.count(), 0);
        QCOMPARE(popup.findChild<QLineEdit *>(u"from"_s)->text(), u"01.11.20"_s);
        QCOMPARE(popup.findChild<QLabel *>(u"problem"_s)->text(),
                 u"Type all four digits of the year, for example 18.11.2026."_s);
    }

private:
    static void type(const ui::DaysPopup &popup, const QString &name, const QString &text)
    {
        auto *field = popup.findChild<QLineEdit *>(name);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, text);
    }
};

TILLDECK_TEST(TypedDaysTest)

} // namespace typed_days_test

#include "tst_typed_days.moc"
