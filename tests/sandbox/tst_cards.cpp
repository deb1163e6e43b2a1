// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/pages/cards.h"
#include "support/runner.h"

#include <QTest>

namespace cards_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;

class CardsTest : public QObject
{
    Q_OBJECT

private slots:
    void theExpiryIsReadAsPeopleWriteIt_data()
    {
        QTest::addColumn<QString>("expiry");
        QTest::addColumn<bool>("isGood");
        for (const char *good : {"12/30", "1230", "12 / 30", "12/2030", "12 30", " 12/30 ", "122030", "01/27"})
            QTest::newRow(good) << QString::fromLatin1(good) << true;
        for (const char *bad : {"", "13/30", "00/30", "1/30", "130", "12/3", "12/20300", "12-30", "12/25", "1225"})
            QTest::addRow("no: %s", bad) << QString::fromLatin1(bad) << false;
    }
    void theExpiryIsReadAsPeopleWriteIt()
    {
        QFETCH(QString, expiry);
        QFETCH(bool, isGood);
        const auto problems = sandbox::cardProblems({u"4242 4242 4242 4242"_s, expiry, u"123"_s}, QDate(2026, 11, 29));
        QCOMPARE(problems.isEmpty(), isGood);
        QVERIFY(isGood || problems.front().field == u"expiry"_s);
    }
};

TILLDECK_TEST(CardsTest)

} // namespace cards_test

#include "tst_cards.moc"
