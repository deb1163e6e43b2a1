// SPDX-License-Identifier: GPL-3.0-or-later
// What --search of lists takes: words in any order, and fields.
#include "programs.h"
#include "support/runner.h"

namespace cli_search_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

class CliSearchTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const Run made = run({u"ledger"_s, u"generate"_s, u"600"_s}, false);
        QVERIFY2(made.exitCode == 0, made.err.constData());
    }

    /// Each row that is found fits, and each that fits is found.
    void fieldsFindWhatTheListSays_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("search");
        QTest::newRow("sessions by status and amount") << u"session"_s << u"status:completed amount:>50 currency:EUR"_s;
        QTest::newRow("sessions by tier") << u"session"_s << u"tier:1"_s;
        QTest::newRow("sessions by day") << u"session"_s << u"before:2026-06-01 since:2026-01-01"_s;
        QTest::newRow("payments by status and amount")
            << u"transaction"_s << u"amount:20..90 status:succeeded currency:EUR"_s;
        QTest::newRow("payments by tier") << u"transaction"_s << u"tier:1 status:succeeded"_s;
    }
    void fieldsFindWhatTheListSays()
    {
        QFETCH(const QString, list);
        QFETCH(const QString, search);
        const QJsonArray all = rows({list, u"list"_s, u"--limit"_s, u"1000"_s});
        const QJsonArray found = rows({list, u"list"_s, u"--limit"_s, u"1000"_s, u"--search"_s, search});
        QStringList expected;
        for (const auto &row : all) {
            if (fits(row.toObject(), search))
                expected << row[u"id"].toString();
        }
        QStringList ids;
        for (const auto &row : found)
            ids << row[u"id"].toString();
        QVERIFY(!expected.isEmpty() && expected.size() < all.size());
        QCOMPARE(ids, expected);
    }

    void wordsStandInAnyOrder()
    {
        const QJsonArray all = rows({u"session"_s, u"list"_s, u"--limit"_s, u"1000"_s});
        const QString name = all[7][u"customer"].toString();
        QVERIFY2(name.contains(u' '), QJsonDocument(all[7].toObject()).toJson());
        const QStringList parts = name.split(u' ');
        const QJsonArray found =
            rows({u"session"_s, u"list"_s, u"--limit"_s, u"1000"_s, u"--search"_s, parts[1] + u' ' + parts[0]});
        QVERIFY(std::ranges::any_of(found, [&](const auto &row) { return row[u"id"] == all[7][u"id"]; }));
    }

    void aFieldThatCannotBeReadIsRefusedWithWhatToDo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("status") << QStringList{u"session"_s, u"list"_s, u"--search"_s, u"status:paid"_s}
                                << QByteArray("“status:paid”: “paid” is no status here. There are: open, completed");
        QTest::newRow("currency") << QStringList{u"transaction"_s, u"list"_s, u"--search"_s, u"amount:>5"_s}
                                  << QByteArray("“amount:>5”: Add the currency of the amount");
        QTest::newRow("two statuses") << QStringList{u"session"_s, u"list"_s,     u"--status"_s,
                                                     u"open"_s,    u"--search"_s, u"status:expired"_s}
                                      << QByteArray("Name one status, with --status or with “status:”");
        QTest::newRow("of an export") << QStringList{u"transaction"_s, u"export"_s, u"--search"_s, u"tier:x"_s}
                                      << QByteArray("“tier:x”: “x” is no tier.");
    }
    void aFieldThatCannotBeReadIsRefusedWithWhatToDo()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, sentence);
        const Run refused = run(arguments);
        QCOMPARE(refused.out, QByteArray());
        QVERIFY2(refused.exitCode != 0 && refused.err.contains(sentence), refused.err.constData());
    }

private:
    /// Looks for what @p search names in the row as it is printed.
    static bool fits(const QJsonObject &row, const QString &search)
    {
        const auto amount = row[u"amount"].toInteger();
        const QString day = row[u"created_at"].toString().first(10);
        const QJsonValue tier = row.contains(u"paid_tier"_s) ? row[u"paid_tier"] : row[u"tier"];
        const auto isOf = [&](const QString &field, bool isFit) { return !search.contains(field) || isFit; };
        return isOf(u"status:completed"_s, row[u"status"] == u"completed"_s) &&
               isOf(u"status:succeeded"_s, row[u"status"] == u"succeeded"_s) &&
               isOf(u"currency:EUR"_s, row[u"currency"] == u"EUR"_s) && isOf(u"amount:>50"_s, amount > 5'000) &&
               isOf(u"amount:20..90"_s, amount >= 2'000 && amount <= 9'000) && isOf(u"tier:1"_s, tier == 1) &&
               isOf(u"before:2026-06-01"_s, day < u"2026-06-01"_s) &&
               isOf(u"since:2026-01-01"_s, day >= u"2026-01-01"_s);
    }
    Run run(const QStringList &arguments, bool isOfShop = true) const
    {
        const QStringList shop = isOfShop ? QStringList{u"--account"_s, u"Generated shop"_s} : QStringList();
        return runCli(m_directory.filePath(u"data"_s), arguments + shop, {}, {});
    }
    QJsonArray rows(const QStringList &arguments) const
    {
        const Run listed = run(arguments + QStringList(u"--json"_s));
        if (listed.exitCode != 0)
            qFatal("%s", listed.err.constData());
        return listed.json().array();
    }

    const QTemporaryDir m_directory;
};
TILLDECK_TEST(CliSearchTest)

} // namespace cli_search_test

#include "tst_cli_search.moc"
