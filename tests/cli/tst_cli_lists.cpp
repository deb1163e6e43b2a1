// SPDX-License-Identifier: GPL-3.0-or-later
// What the lists of the command line say of rows that they cannot show, and which filters they take.
#include "http/scripted_server.h"
#include "programs.h"
#include "support/runner.h"

#include <algorithm>

namespace cli_lists_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

namespace {

/// A provider whose lists hold one row that can be read and four that cannot.
class OddProvider : public tilldeck::http::test::ScriptedServer
{
public:
    OddProvider()
    {
        onRequest = [this](QTcpSocket &socket, const QByteArray &request) {
            const QByteArray path = request.split('\n').first();
            socket.write(
                path.contains("/transactions") ? page(payment, "\"currency\":\"eur\"", "\"currency\":\"qqq\"")
                : path.contains("/checkout-sessions")
                    ? page(session, "\"total_amount_atom\":500", "\"total_amount_atom\":\"500\"")
                : path.contains("/promotion-codes") ? page(code, "\"max_redemptions\":1", "\"max_redemptions\":\"x\"")
                : path.contains("/prices") ? page(price, "\"unit_amount_atom\":500", "\"unit_amount_atom\":\"500\"")
                                           : tilldeck::http::test::answer(404, "{}"));
        };
    }

    const QString customer = u"Zoe\u0308\U0001f469"_s;

private:
    static constexpr auto payment = R"({"id":"txn_N","amount_atom":2900,"currency":"eur","status":"succeeded"})";
    static constexpr auto session =
        R"({"id":"cs_N","secure_token":"t_N","status":"open","customer_id":"WHO","total_amount_atom":500,"currency":"eur"})";

    static constexpr auto code = R"({"code":"CODE_N","coupon_id":"c","max_redemptions":1})";
    static constexpr auto price = R"({"id":"price_N","unit_amount_atom":500,"currency":"eur"})";

    QByteArray page(QByteArray row, const QByteArray &good, const QByteArray &bad) const
    {
        row.replace("WHO", customer.toUtf8());
        QByteArrayList rows;
        for (int i = 1; i <= 5; ++i)
            rows << QByteArray(row).replace("_N", "_" + QByteArray::number(i)).replace(good, i == 1 ? good : bad);
        return tilldeck::http::test::answer(200, "{\"items\":[" + rows.join(',') + "],\"total\":5}");
    }
};

} // namespace

class CliListsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const Run added = run({u"account"_s, u"add"_s, u"Odd"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                               m_server.url(QString()).toString(), u"--account-id"_s, u"a"_s},
                              false);
        QVERIFY2(added.exitCode == 0, added.err.constData());
    }

    void eachRowThatCannotBeReadIsThereForScripts_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("words");
        QTest::newRow("payments") << u"transaction"_s << u"txn_"_s << u"\"currency\":\"qqq\""_s;
        QTest::newRow("promotion codes") << u"promotion"_s << u"CODE_"_s << u"\"max_redemptions\":\"x\""_s;
        QTest::newRow("sessions") << u"session"_s << u"cs_"_s << u"\"total_amount_atom\":\"500\""_s;
    }
    void eachRowThatCannotBeReadIsThereForScripts()
    {
        QFETCH(const QString, list);
        QFETCH(const QString, id);
        QFETCH(const QString, words);
        const QStringList asking = list == u"promotion"_s ? QStringList() : QStringList(u"--refresh"_s);
        const Run listed = run(QStringList{list, u"list"_s, u"--json"_s} + asking);
        QVERIFY2(listed.exitCode == 0, listed.err.constData());
        const QJsonArray rows = listed.json().array();
        QVERIFY2(rows.size() == 5, listed.out.constData());
        QCOMPARE(rows[0][list == u"promotion"_s ? u"code"_s : u"id"_s].toString(), id + u'1');
        for (int i = 1; i < 5; ++i) {
            QCOMPARE(rows[i][u"kind"].toString(), u"unread"_s);
            QCOMPARE(rows[i][u"unread_id"].toString(), id + QString::number(i + 1));
            QCOMPARE(rows[i][u"words"].toString(), words);
            QVERIFY(rows[i][u"id"].isUndefined()); // nothing is done with it by who goes through the ids
        }
        QVERIFY2(listed.err.contains("4 ") && listed.err.contains("could not be read"), listed.err.constData());
    }

    /// Emoji are two columns wide, combining marks none.
    void theColumnsBehindANameStandBelowEachOther()
    {
        const Run listed = run({u"session"_s, u"list"_s, u"--refresh"_s});
        const QString text = QString::fromUtf8(listed.out);
        QVERIFY2(text.contains(m_server.customer), qPrintable(text));
        const qsizetype begin = text.indexOf(m_server.customer);
        const QString behind = text.sliced(begin + m_server.customer.size());
        const auto *const next = std::ranges::find_if(behind, [](QChar character) { return character != u' '; });
        // Three letters, one with a mark, and an emoji fill five of the twenty columns; two part the columns.
        QCOMPARE(next - behind.begin(), qsizetype(15 + 2));
    }

    void anExportSaysWhatItLacks()
    {
        const Run printed = run({u"transaction"_s, u"export"_s, u"--refresh"_s});
        QVERIFY2(printed.exitCode == 0, printed.err.constData());
        QVERIFY2(printed.out.contains("txn_1") && !printed.out.contains("unread"), printed.out.constData());
        QVERIFY2(printed.err.contains("4 payment"), printed.err.constData());
        const Run written = run(
            {u"transaction"_s, u"export"_s, u"--refresh"_s, u"--out"_s, m_folder.filePath(u"all.csv"_s), u"--json"_s});
        QVERIFY2(written.exitCode == 0, written.err.constData());
        QCOMPARE(written.json()[u"rows"].toInt(), 1);
        QCOMPARE(written.json()[u"unread"].toInt(), 4);
    }

    void aCurrencyIsReadAsEverywhere_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("rows");
        QTest::newRow("small letters with blanks") << u" eur "_s << 0 << 1;
        QTest::newRow("an invisible mark") << u"E\u200bUR\ufeff"_s << 0 << 1;
        QTest::newRow("full width") << u"\uff25\uff35\uff32"_s << 0 << 1;
        QTest::newRow("another one") << u"NGN"_s << 0 << 0;
        QTest::newRow("none") << u"qqq"_s << 2 << -1;
        QTest::newRow("a name") << u"euro"_s << 2 << -1;
    }
    void aCurrencyIsReadAsEverywhere()
    {
        QFETCH(const QString, typed);
        QFETCH(const int, code);
        QFETCH(const int, rows);
        const Run listed = run({u"transaction"_s, u"list"_s, u"--refresh"_s, u"--json"_s, u"--currency"_s, typed});
        QVERIFY2(listed.exitCode == code, listed.err.constData());
        if (rows < 0) {
            QVERIFY2(listed.err.contains("is no currency. Write the three letters"), listed.err.constData());
            return;
        }
        int known = 0;
        const QJsonArray all = listed.json().array();
        for (const QJsonValue &row : all)
            known += row[u"kind"].toString() == u"unread"_s ? 0 : 1;
        QCOMPARE(known, rows);
    }

private:
    /// Runs the command line while the server is served.
    Run run(QStringList arguments, bool withAccount = true)
    {
        if (withAccount)
            arguments << u"--account"_s << u"Odd"_s;
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TILLDECK_DATA_DIR"_s, m_folder.filePath(u"data"_s));
        environment.insert(u"TILLDECK_KEY"_s, u"sk_test_1"_s);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(TILLDECK_BIN_DIR "/tilldeck-cli"), arguments);
        process.closeWriteChannel();
        Run run;
        if (QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60000))
            run.exitCode = process.exitCode();
        else
            process.kill();
        run.out = process.readAllStandardOutput();
        run.err = process.readAllStandardError();
        return run;
    }

    QTemporaryDir m_folder;
    OddProvider m_server;
};

TILLDECK_TEST(CliListsTest)

} // namespace cli_lists_test

#include "tst_cli_lists.moc"
