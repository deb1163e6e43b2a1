// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line says of figures that it does not know: the decimals of a currency, and what a discount takes
// off.
#include "http/scripted_server.h"
#include "programs.h"
#include "support/runner.h"

namespace cli_unknowns_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

namespace {

/// A provider with a payment in dinars, a price, a coupon of a share that Tilldeck does not reckon with, and one that
/// cannot be read.
class OddShop : public tilldeck::http::test::ScriptedServer
{
public:
    OddShop()
    {
        onRequest = [this](QTcpSocket &socket, const QByteArray &request) {
            const QByteArray path = request.split('\n').first();
            isRefunded |= request.startsWith("POST");
            QByteArray rows;
            if (path.contains("/transactions"))
                rows = R"({"id":"txn_1","amount_atom":5000,"currency":"kwd","status":"succeeded"})";
            else if (path.contains("/prices"))
                rows = R"({"id":"price_1","unit_amount_atom":2500,"currency":"usd","product_id":"p"})";
            else if (path.contains("/coupons"))
                rows = R"({"id":"c_third","discount_type":"percentage","percent_off":33.333},)"
                       R"({"id":"c_text","discount_type":"percentage","percent_off":"15"})";
            else if (path.contains("/promotion-codes"))
                rows = R"({"id":"promo_1","code":"TEXT","coupon_id":"c_text"})";
            const QByteArray page = "{\"items\":[" + rows + "],\"total\":" + (rows.isEmpty() ? "0" : "1") + "}";
            socket.write(tilldeck::http::test::answer(200, path.contains("/transactions/") ? rows : page));
        };
    }

    bool isRefunded = false;
};

} // namespace

class CliUnknownsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const Run added = run({u"account"_s, u"add"_s, u"Odd"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                               m_server.url(QString()).toString(), u"--account-id"_s, u"a"_s});
        QVERIFY2(added.exitCode == 0, added.err.constData());
    }

    void aRefundInACurrencyWithoutDocumentedDecimalsSaysSo()
    {
        const QByteArray says =
            "PaymentKit does not say how many decimals its integers have in KWD. Tilldeck counts 3, "
            "as ISO 4217 does: 1000 stands for 1 KWD.";
        const Run shown = run({u"transaction"_s, u"show"_s, u"txn_1"_s, u"--account"_s, u"Odd"_s});
        QVERIFY2(shown.exitCode == 0, shown.err.constData());
        QVERIFY2(shown.out.contains(says), shown.out.constData());
        const Run asked =
            run({u"transaction"_s, u"refund"_s, u"txn_1"_s, u"--amount"_s, u"1.5"_s, u"--account"_s, u"Odd"_s}, "no\n");
        QVERIFY2(asked.err.contains(says), asked.err.constData());
        QVERIFY2(asked.err.indexOf(says) < asked.err.indexOf("1.500"), asked.err.constData()); // before the question
        QVERIFY(!m_server.isRefunded);
    }

    void anAmountOfTwoReadingsIsRefusedWithBoth()
    {
        const QStringList refund{u"transaction"_s, u"refund"_s,   u"txn_1"_s, u"--account"_s,
                                 u"Odd"_s,         u"--amount"_s, u"1,250"_s, u"--yes"_s};
        const Run refused = run(refund);
        QVERIFY(refused.exitCode != 0);
        QVERIFY2(refused.err.contains("1,250.000\u00a0KWD to some and 1.250\u00a0KWD to others") ||
                     refused.err.contains("1.250\u00a0KWD to some and 1,250.000\u00a0KWD to others"),
                 refused.err.constData());
        QVERIFY(!m_server.isRefunded);
    }

    void aDiscountThatIsNotKnownLeavesNoTotal_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("says");
        const QByteArray unread =
            "The provider lists the coupon c_text, and it could not be read: \"percent_off\":\"15\".";
        QTest::newRow("a share with three decimals")
            << "\"coupon_id\": \"c_third\""_ba << "What it takes off is not known here."_ba;
        QTest::newRow("a coupon that cannot be read") << "\"coupon_id\": \"c_text\""_ba << unread;
        QTest::newRow("a code of that one") << "\"promotion_code\": \"TEXT\""_ba << unread;
    }
    void aDiscountThatIsNotKnownLeavesNoTotal()
    {
        QFETCH(const QByteArray, member);
        QFETCH(const QByteArray, says);
        const QByteArray draft = R"({"tilldeck_draft": 1, "line_items": [{"price_id": "price_1"}], )" + member + "}";
        const QStringList arguments{u"preview"_s, u"--from"_s, u"-"_s, u"--account"_s, u"Odd"_s};
        const Run said = run(arguments, draft);
        QVERIFY2(said.out.contains("Customer pays: not known"), said.out + said.err);
        QVERIFY2(said.out.contains("At most 25.00"), said.out.constData());
        QVERIFY2(said.out.contains(says) && !said.out.contains("Valid"), said.out.constData());
        const QJsonValue tier = run(arguments + QStringList(u"--json"_s), draft).json()[u"tiers"][0];
        QVERIFY(tier[u"customer_pays"].isNull() && tier[u"note"].toString().startsWith(u"At most "_s));
    }

    void couponsThatCouldNotBeReadAreCounted()
    {
        const Run listed = run({u"promotion"_s, u"list"_s, u"--account"_s, u"Odd"_s});
        QVERIFY2(listed.exitCode == 0, listed.err.constData());
        QVERIFY2(listed.err.contains("1 coupon could not be read: c_text (\"percent_off\":\"15\")."),
                 listed.err.constData());
        const QJsonArray rows = run({u"promotion"_s, u"list"_s, u"--account"_s, u"Odd"_s, u"--json"_s}).json().array();
        QCOMPARE(rows.last()[u"unread_id"].toString(), u"c_text"_s);
        QCOMPARE(rows.last()[u"what"].toString(), u"coupon"_s);
        QVERIFY(rows.last()[u"id"].isUndefined());
    }

private:
    /// Runs the command line while the server is served.
    Run run(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TILLDECK_DATA_DIR"_s, m_folder.filePath(u"data"_s));
        environment.insert(u"TILLDECK_KEY"_s, u"sk_test_1"_s);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(TILLDECK_BIN_DIR "/tilldeck-cli"), arguments);
        process.write(input);
        process.closeWriteChannel();
        Run run;
        if (QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60000))
            run.exitCode = process.exitCode();
        run.out = process.readAllStandardOutput();
        run.err = process.readAllStandardError();
        return run;
    }

    QTemporaryDir m_folder;
    OddShop m_server;
};

TILLDECK_TEST(CliUnknownsTest)

} // namespace cli_unknowns_test

#include "tst_cli_unknowns.moc"
