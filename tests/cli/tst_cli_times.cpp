// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts, days and moments that are typed as arguments, the zones they are of, and the files that hold times.
#include "cli/programs.h"
#include "support/runner.h"

#include <algorithm>

namespace cli_times_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

class CliTimesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.filePath(u"sandbox"_s));
        const QJsonObject account = m_sandbox->account();
        m_key = account[u"key"].toString();
        const Run added =
            runCli(m_folder.filePath(u"data"_s),
                   {u"account"_s, u"add"_s, u"shop"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                    account[u"base_url"].toString(), u"--account-id"_s, account[u"account_id"].toString()},
                   {}, m_key);
        QVERIFY2(added.exitCode == 0, added.err.constData());
    }
    void cleanup() { qputenv("TZ", "UTC"); }

    void anAmountIsReadAlikeInEachLanguageOfTheComputer()
    {
        const auto restore = qScopeGuard([before = qgetenv("LC_ALL")] { qputenv("LC_ALL", before); });
        const QStringList succeeded{u"transaction"_s, u"list"_s, u"--refresh"_s, u"--status"_s, u"succeeded"_s};
        const QString id = run(succeeded).json().array().at(0)[u"id"].toString();
        for (const char *locale : {"C.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8", "ar_EG.UTF-8", "hi_IN.UTF-8"}) {
            qputenv("LC_ALL", locale);
            const auto refund = [&](const QString &amount) {
                return run({u"transaction"_s, u"refund"_s, id, u"--amount"_s, amount, u"--yes"_s, u"--again"_s});
            };
            const Run made = refund(u"0.05"_s);
            QVERIFY2(made.exitCode == 0, locale + made.err);
            QCOMPARE(made.json()[u"amount"].toInteger(), 5);
            // A comma before the decimals is that, where the program writes it so, or is refused.
            if (const Run comma = refund(u"0,05"_s); comma.exitCode == 0)
                QCOMPARE(comma.json()[u"amount"].toInteger(), 5);
            for (const QString &odd : {u"1.000"_s, u"1,000"_s, u"1e1"_s}) {
                const Run refused = refund(odd);
                QVERIFY2(refused.exitCode == 1 || refused.exitCode == 2, locale + odd.toUtf8() + refused.out);
            }
        }
    }

    void aRangeWithoutADayIsRefused_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("since");
        QTest::addColumn<QString>("before");
        for (const QString &command : {u"list"_s, u"export"_s}) {
            QTest::addRow("reversed, %s", qPrintable(command)) << command << u"2026-05-02"_s << u"2026-05-01"_s;
            QTest::addRow("empty, %s", qPrintable(command)) << command << u"2026-05-01"_s << u"2026-05-01"_s;
        }
    }
    void aRangeWithoutADayIsRefused()
    {
        QFETCH(QString, command);
        QFETCH(QString, since);
        QFETCH(QString, before);
        const Run ran = run({u"transaction"_s, command, u"--since"_s, since, u"--before"_s, before});
        QCOMPARE(ran.exitCode, 1);
        QVERIFY2(ran.err.contains("No day lies between"), ran.err.constData());
    }

    void aNumberIsReadAsPeopleWriteIt()
    {
        const auto made = [this](const QString &count, const QString &limit) {
            return run({u"promotion"_s, u"create"_s, u"WHOLE####"_s, u"--coupon"_s, u"coupon_dev_abc123"_s,
                        u"--count"_s, count, u"--max-redemptions"_s, limit})
                .exitCode;
        };
        for (const QString &odd : {u"010"_s, u"0x2"_s, u"08"_s, u"1e1"_s, u"2.0"_s, u"+2"_s, u""_s}) {
            QCOMPARE(made(odd, u"1"_s), 2);
            QCOMPARE(made(u"1"_s, odd), 2);
        }
        QCOMPARE(made(u"1"_s, u"100"_s), 0);
    }

    void aDayThatIsNoneIsRefused()
    {
        for (const QString &day : {u"2026-02-30"_s, u"2026-13-01"_s, u"31.12.2026"_s, u"tomorrow"_s, u"2026-11-01x"_s,
                                   u"2026-11-01T99:99"_s}) {
            QCOMPARE(run({u"transaction"_s, u"list"_s, u"--refresh"_s, u"--since"_s, day}).exitCode, 1);
            QCOMPARE(run({u"transaction"_s, u"list"_s, u"--refresh"_s, u"--before"_s, day}).exitCode, 1);
            QCOMPARE(create(u"BAD####"_s, day).exitCode, 1);
        }
    }

    void aCodeEndsWithTheDayThatIsTypedAndSaysSo_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("expires");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("a day") << QByteArray("UTC") << u"2098-12-31"_s << u"2098-12-31T23:59:59Z"_s
                               << QByteArray("2098-12-31 23:59:59 UTC");
        QTest::newRow("a day in Berlin") << QByteArray("Europe/Berlin") << u"2030-12-31"_s << u"2030-12-31T22:59:59Z"_s
                                         << QByteArray("2030-12-31 23:59:59 Europe/Berlin");
        QTest::newRow("a day of 25 hours")
            << QByteArray("Europe/Berlin") << u"2030-10-27"_s << u"2030-10-27T22:59:59Z"_s
            << QByteArray("2030-10-27 23:59:59 Europe/Berlin");
        QTest::newRow("a moment") << QByteArray("Europe/Berlin") << u"2030-12-31T22:00:00Z"_s
                                  << u"2030-12-31T22:00:00Z"_s << QByteArray("2030-12-31 23:00:00 Europe/Berlin");
        QTest::newRow("a moment of this zone")
            << QByteArray("Europe/Berlin") << u"2030-07-01T12:00:00"_s << u"2030-07-01T10:00:00Z"_s
            << QByteArray("2030-07-01 12:00:00 Europe/Berlin");
        QTest::newRow("an hour that comes twice")
            << QByteArray("Europe/Berlin") << u"2030-10-27T02:30"_s << u"2030-10-27T00:30:00Z"_s
            << QByteArray("2030-10-27 02:30:00 Europe/Berlin (UTC+02:00)");
        QTest::newRow("the second time of it")
            << QByteArray("Europe/Berlin") << u"2030-10-27T02:30+01:00"_s << u"2030-10-27T01:30:00Z"_s
            << QByteArray("2030-10-27 02:30:00 Europe/Berlin (UTC+01:00)");
        QTest::newRow("digits of full width")
            << QByteArray("UTC") << u"\uff12\uff10\uff19\uff18-\uff11\uff12-\uff13\uff11"_s << u"2098-12-31T23:59:59Z"_s
            << QByteArray("2098-12-31 23:59:59 UTC");
    }
    void aCodeEndsWithTheDayThatIsTypedAndSaysSo()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, expires);
        QFETCH(QString, at);
        QFETCH(QByteArray, said);
        qputenv("TZ", zone);
        const QString code = u"END%1"_s.arg(++m_codes);
        const Run made = create(code, expires);
        QVERIFY2(made.exitCode == 0, made.err.constData());
        QVERIFY2(made.err.contains(said), made.err.constData());
        const QJsonArray listed = run({u"promotion"_s, u"list"_s}).json().array();
        const auto found =
            std::ranges::find_if(listed, [&](const QJsonValue &each) { return each[u"code"].toString() == code; });
        QVERIFY(found != listed.end());
        QCOMPARE(QDateTime::fromString((*found)[u"expires_at"].toString(), Qt::ISODate),
                 QDateTime::fromString(at, Qt::ISODate));
    }

    void anHourThatTheClockSkipsIsNamed()
    {
        qputenv("TZ", "Europe/Berlin");
        const Run made = create(u"SKIP####"_s, u"2030-03-31T02:30"_s);
        QCOMPARE(made.exitCode, 1);
        QVERIFY2(made.err.contains("2030-03-31T02:30 does not exist in Europe/Berlin"), made.err.constData());
        QVERIFY2(!made.err.contains("neither a day nor a moment"), made.err.constData());
        QCOMPARE(create(u"SKIP####"_s, u"2030-03-31T02:30:00Z"_s).exitCode, 0);
    }

    void aDayIsReadInTheDigitsOfAnyScript()
    {
        const QStringList list{u"transaction"_s, u"list"_s, u"--refresh"_s};
        for (const QString &since : {u"\uff12\uff10\uff12\uff16-\uff10\uff11-\uff10\uff11"_s,
                                     u"\u0662\u0660\u0662\u0666-\u0660\u0661-\u0660\u0661"_s})
            QCOMPARE(run(list + QStringList{u"--since"_s, since}).out,
                     run(list + QStringList{u"--since"_s, u"2026-01-01"_s}).out);
    }

    void aListSinceADayToComeIsRefused()
    {
        const Run listed = run({u"transaction"_s, u"list"_s, u"--refresh"_s, u"--since"_s, u"2999-01-01"_s});
        QCOMPARE(listed.exitCode, 1);
        QVERIFY2(listed.err.contains("2999-01-01 is still to come"), listed.err.constData());
    }

    void whatIsOverIsRefused()
    {
        for (const QString &past : {u"2020-12-31"_s, u"2020-12-31T23:00:00Z"_s,
                                    QDateTime::currentDateTimeUtc().addSecs(-60).toString(Qt::ISODate)}) {
            const Run made = create(u"PAST####"_s, past);
            QCOMPARE(made.exitCode, 1);
            QVERIFY2(made.err.contains("is over already"), made.err.constData());
        }
        // Today is not over.
        const Run made = create(u"TODAY####"_s, QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate));
        QVERIFY2(made.exitCode == 0, made.err.constData());
    }

    void anUnknownZoneIsSaidAndTimesAreInUtc()
    {
        for (const char *zone : {"CET-1CEST", "Mars/Phobos", "UTC+3", "UTC-5"}) {
            qputenv("TZ", zone);
            for (const QString &command : {u"list"_s, u"export"_s}) {
                const Run ran = run({u"transaction"_s, command, u"--refresh"_s});
                QVERIFY2(ran.exitCode == 0, ran.err.constData());
                QVERIFY2(ran.err.contains(zone) && ran.err.contains("UTC"), ran.err.constData());
                QVERIFY(command == u"list"_s || ran.out.startsWith("Time (UTC),"));
            }
        }
        qputenv("TZ", "Europe/Berlin");
        const Run ran = run({u"transaction"_s, u"export"_s, u"--refresh"_s});
        QVERIFY(!ran.err.contains("UTC"));
        QVERIFY(ran.out.startsWith("Time (Europe/Berlin),"));
        // A zone that is asked for and not known is an error, also where no day is named.
        for (const QString &command : {u"export"_s, u"list"_s}) {
            for (const QString &zone : {u"Mars/Phobos"_s, u"Nowhere"_s, u"europe"_s}) {
                const Run refused = run({u"transaction"_s, command, u"--zone"_s, zone});
                QCOMPARE(refused.exitCode, 1);
                QVERIFY2(refused.err.contains(zone.toUtf8() + "” is not a time zone"), refused.err.constData());
            }
        }
    }

    void anExportIsForProgramsOrForExcel()
    {
        const Run programs = run({u"transaction"_s, u"export"_s, u"--refresh"_s, u"--zone"_s, u"Europe/Berlin"_s});
        QVERIFY(programs.out.split('\n').value(1).contains("+0"));
        const Run same = run({u"transaction"_s, u"export"_s, u"--refresh"_s, u"--zone"_s, u"Europe/Berlin"_s,
                              u"--for"_s, u"programs"_s});
        QCOMPARE(same.out, programs.out);
        const Run excel = run({u"transaction"_s, u"export"_s, u"--refresh"_s, u"--for"_s, u"excel"_s});
        QVERIFY(excel.out.startsWith("\xef\xbb\xbf"));
        const QJsonArray paid =
            run({u"transaction"_s, u"list"_s, u"--refresh"_s, u"--status"_s, u"succeeded"_s}).json().array();
        QVERIFY(!paid.isEmpty());
        const Run refund = run({u"transaction"_s, u"refund"_s, paid[0][u"id"].toString(), u"--amount"_s, u"1"_s,
                                u"--reason"_s, u"too large"_s, u"--yes"_s});
        QVERIFY2(refund.exitCode == 0, refund.err.constData());
        const Run more = run({u"transaction"_s, u"export"_s, u"--refresh"_s, u"--refunds"_s, u"--fields"_s});
        const QByteArray titles = more.out.split('\n').value(0);
        QVERIFY2(titles.contains(",Kind,Refund amount,Refund ID,Refund reason"), titles.constData());
        QVERIFY(more.out.contains(",Payment,"));
        const auto ofOne = more.out.count(",Refund,1.00,") + more.out.count(",Refund,1,"); // by its currency
        QVERIFY2(ofOne == 1, more.out.constData());
        QCOMPARE(run({u"transaction"_s, u"export"_s, u"--refresh"_s, u"--for"_s, u"nobody"_s}).exitCode, 2);
    }

private:
    Run run(QStringList arguments)
    {
        return runCli(m_folder.filePath(u"data"_s), arguments << u"--account"_s << u"shop"_s << u"--json"_s, {}, m_key);
    }
    Run create(const QString &code, const QString &expires)
    {
        return run({u"promotion"_s, u"create"_s, code, u"--coupon"_s, u"coupon_dev_abc123"_s, u"--expires"_s, expires});
    }

    QTemporaryDir m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    QString m_key;
    int m_codes = 0;
};

TILLDECK_TEST(CliTimesTest)

} // namespace cli_times_test

#include "tst_cli_times.moc"
