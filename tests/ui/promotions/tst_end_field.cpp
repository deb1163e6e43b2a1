// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"
#include "ui/forms/date_field.h"
#include "ui/promotions/end_field.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QTest>
#include <QTimeZone>

#include <ctime>

namespace end_field_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;

class EndFieldTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup()
    {
        qputenv("TZ", "UTC");
        tzset();
    }

    void theLastDayEndsWithItselfAndSaysItsZone()
    {
        qputenv("TZ", "Europe/Berlin");
        tzset();
        const QDateTime now = QDateTime::fromString(u"2026-10-20T12:00:00Z"_s, Qt::ISODate);
        ui::EndField field(now);
        auto *until = field.findChild<ui::Label *>(u"until"_s);
        QVERIFY(!field.end().isValid() && until->text().isEmpty());
        QCOMPARE(field.problem(now), QString());
        field.findChild<QCheckBox *>(u"ends"_s)->setChecked(true);
        auto *day = field.findChild<ui::DateField *>(u"lastDay"_s);
        day->setDate(QDate(2026, 10, 25)); // of 25 hours
        QCOMPARE(field.end(), QDateTime::fromString(u"2026-10-25T22:59:59Z"_s, Qt::ISODate));
        QVERIFY2(until->text().contains(u"23:59:59"_s) && until->text().contains(u"CET"_s), qPrintable(until->text()));
        day->setDate(QDate(2026, 10, 24));
        QVERIFY2(until->text().contains(u"CEST"_s), qPrintable(until->text()));
        QCOMPARE(field.problem(now), QString());
        // The dialog can stay open over midnight.
        QVERIFY(!field.problem(field.end()).isEmpty());
        QCOMPARE(field.problem(field.end().addSecs(-1)), QString());
        // No earlier day can be chosen.
        day->setDate(QDate(2026, 10, 1));
        QVERIFY(!field.problem(now).isEmpty() && !field.end().isValid());
    }
};

TILLDECK_TEST(EndFieldTest)

} // namespace end_field_test

#include "tst_end_field.moc"
