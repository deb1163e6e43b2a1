// SPDX-License-Identifier: GPL-3.0-or-later
// The command line charges with a provider that quotes, on the sandbox.
#include "programs.h"
#include "support/runner.h"

namespace cli_charges_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

class CliChargesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.filePath(u"sandbox"_s));
        const QJsonObject account = m_sandbox->account(u"khaime"_s);
        QVERIFY(!account.isEmpty());
        m_key = account[u"key"].toString();
        // Only the embedded checkout needs the merchant ID.
        const Run added = run({u"account"_s, u"add"_s, u"Till"_s, u"--provider"_s, u"khaime"_s, u"--base-url"_s,
                               account[u"base_url"].toString(), u"--json"_s});
        QCOMPARE(added.exitCode, 0);
    }
    void cleanupTestCase() { m_sandbox.reset(); }

    void thePreviewGivesBothSidesAndTheRateAsReported()
    {
        const Run preview = run({u"preview"_s, u"--account"_s, u"Till"_s, u"--from"_s, u"-"_s, u"--json"_s},
                                draft(R"(, "sub_merchant_id": "21")"));
        QCOMPARE(preview.exitCode, 0);
        const QJsonObject quote = preview.json()[u"quote"].toObject();
        QCOMPARE(quote[u"customer_pays"][u"amount"].toInt(), 1'440'000);
        QCOMPARE(quote[u"business_receives"][u"amount"].toInt(), 9000);
        QCOMPARE(quote[u"fee"][u"amount"].toInt(), 92'160);
        QCOMPARE(quote[u"customer_pays_fee"].toBool(true), false);
        QCOMPARE(quote[u"conversion"][u"rate"].toString(), u"1600"_s);
        QCOMPARE(quote[u"conversion"][u"rate_fits"].toBool(true), false);
        QCOMPARE(quote[u"gateway"].toString(), u"paystack"_s);
        QCOMPARE(quote[u"international"].toBool(), true);
        QCOMPARE(quote[u"split"][u"net"][u"amount"].toInt(), 8550);
        QVERIFY(quote[u"split"][u"computed_here"].toBool());
        QVERIFY(!quote[u"customer_pays_computed_here"].toBool(true));
        QCOMPARE(quote[u"split"][u"your_share"][u"amount"].toInt(), 450);
        QVERIFY(!quote[u"valid_until"].toString().isEmpty());
        QCOMPARE(preview.json()[u"tiers"][0][u"customer_pays"][u"certainty"].toString(), u"quote"_s);
    }

    void whoGetsWhatIsNamedAndAddsUp()
    {
        const Run preview =
            run({u"preview"_s, u"--account"_s, u"Till"_s, u"--from"_s, u"-"_s}, draft(R"(, "sub_merchant_id": "21")"));
        QCOMPARE(preview.exitCode, 0);
        const QString text = QString::fromUtf8(preview.out).replace(QChar::Nbsp, u' ');
        QVERIFY2(text.contains(u"Priced: 90.00 USD, of which"_s), qPrintable(text));
        QVERIFY2(text.contains(u"is credited with: 85.50 USD"_s), qPrintable(text));
        QVERIFY2(text.contains(u"You receive: 4.50 USD (computed here), before the fee, which you pay"_s),
                 qPrintable(text));
        QVERIFY2(!text.contains(u"You receive: 90"_s), qPrintable(text));
        QVERIFY2(text.contains(u"Valid until: "_s), qPrintable(text));
    }

    void aDraftWithProblemsIsNotQuoted()
    {
        const Run preview = run({u"preview"_s, u"--account"_s, u"Till"_s, u"--from"_s, u"-"_s, u"--json"_s},
                                draft(R"(, "customer": {"country": "NG"})", {}));
        QCOMPARE(preview.exitCode, 1);
        QVERIFY(preview.json()[u"quote"].isNull());
        QCOMPARE(preview.json()[u"problems"][0][u"field"].toString(), u"customer.email"_s);
    }

    void aSubMerchantThatCannotBeChargedIsAProblemOfItsField()
    {
        const Run created =
            run({u"session"_s, u"create"_s, u"--account"_s, u"Till"_s, u"--from"_s, u"-"_s, u"--json"_s},
                draft(R"(, "sub_merchant_id": "23")"));
        QCOMPARE(created.exitCode, 1);
        QCOMPARE(created.json()[u"error"][u"problems"][0][u"field"].toString(), u"sub_merchant_id"_s);
    }

    void aChargeIsCreatedWithItsQuoteAndARepeatedReferenceChargesNothing()
    {
        const QStringList create{u"session"_s, u"create"_s, u"--account"_s, u"Till"_s,
                                 u"--from"_s,  u"-"_s,      u"--json"_s,    u"--reveal"_s};
        const QByteArray asked = draft(R"(, "reference": "KS-1")");
        const Run created = run(create, asked);
        QCOMPARE(created.exitCode, 0);
        const QJsonObject charge = created.json().object();
        QCOMPARE(charge[u"status"].toString(), u"open"_s);
        QCOMPARE(charge[u"flow"].toString(), u"khaime.charge"_s);
        QCOMPARE(charge[u"amount"].toInt(), 1'440'000);
        QCOMPARE(charge[u"fees"][u"fee"][u"amount"].toInt(), 92'160);
        QVERIFY(charge[u"url"].toString().startsWith(m_sandbox->ready[u"url"].toString()));
        // The quote is printed before the charge is created with it.
        QVERIFY2(created.err.contains("14,400.00"), created.err.constData());

        const Run again = run(create + QStringList{u"--another"_s}, asked);
        QCOMPARE(again.exitCode, 0);
        QCOMPARE(again.json()[u"id"].toString(), charge[u"id"].toString());
        QVERIFY2(again.err.contains("nothing new was charged"), again.err.constData());
        const QStringList list{u"list"_s,   u"--refresh"_s, u"--account"_s, u"Till"_s,
                               u"--json"_s, u"--search"_s,  u"KS-1"_s};
        QCOMPARE(run(QStringList{u"session"_s} + list).json().array().size(), 1);
        const QJsonArray payments = run(QStringList{u"transaction"_s} + list).json().array();
        QCOMPARE(payments.size(), 1);
        QCOMPARE(payments[0][u"session_id"].toString(), charge[u"id"].toString());
        QCOMPARE(payments[0][u"priced"][u"amount"].toInt(), 9000);

        const Run shown =
            run({u"session"_s, u"show"_s, charge[u"id"].toString(), u"--account"_s, u"Till"_s, u"--json"_s});
        QCOMPARE(shown.exitCode, 0);
        QVERIFY(!shown.out.contains(charge[u"url"].toString().toUtf8()));
    }

    void gatewaySecretsAreMaskedUnlessRevealed()
    {
        const QByteArray asked = R"({"tilldeck_draft": 1, "flow": "khaime.charge", "pricing": {"total_amount": 5000,
            "total_currency": "USD"}, "customer": {"email": "ada@example.com"}})";
        const QStringList create{u"session"_s, u"create"_s, u"--account"_s, u"Till"_s,
                                 u"--from"_s,  u"-"_s,      u"--json"_s};
        const Run whole = run(create + QStringList{u"--reveal"_s}, asked);
        QCOMPARE(whole.exitCode, 0);
        QVERIFY(whole.json()[u"gateway"][u"client_secret"].toString().contains(u"_secret_"_s));
        const Run masked =
            run({u"session"_s, u"show"_s, whole.json()[u"id"].toString(), u"--account"_s, u"Till"_s, u"--json"_s});
        QCOMPARE(masked.exitCode, 0);
        QVERIFY(!masked.json()[u"gateway"][u"client_secret"].toString().isEmpty());
        for (const char *secret : {"client_secret", "publishable_key"})
            QVERIFY2(!masked.out.contains(whole.json()[u"gateway"][QLatin1StringView(secret)].toString().toUtf8()),
                     secret);
    }

    void aDryRunHoldsTheQuotedAmountAndCreatesNothing()
    {
        const Run dry = run(
            {u"session"_s, u"create"_s, u"--account"_s, u"Till"_s, u"--from"_s, u"-"_s, u"--dry-run"_s, u"--json"_s},
            draft(R"(, "reference": "KS-dry")"));
        QCOMPARE(dry.exitCode, 0);
        QCOMPARE(dry.json()[u"body"][u"amount"].toInt(), 1'440'000);
        QVERIFY(!dry.out.contains(m_key.toUtf8()));
        QVERIFY(run({u"transaction"_s, u"list"_s, u"--refresh"_s, u"--account"_s, u"Till"_s, u"--json"_s, u"--search"_s,
                     u"KS-dry"_s})
                    .json()
                    .array()
                    .isEmpty());
    }

    void anInternalNoteIsKeptAndFound()
    {
        const QStringList to{u"--account"_s, u"Till"_s, u"--json"_s};
        const QStringList create = QStringList{u"session"_s, u"create"_s, u"--from"_s, u"-"_s} + to;
        const QByteArray asked = draft(R"(, "internal_note": "Regular guest, knows Awa")");
        const Run dry = run(create + QStringList{u"--dry-run"_s}, asked);
        QCOMPARE(dry.exitCode, 0);
        QVERIFY(!dry.out.contains("Awa"));
        const Run made = run(create, asked);
        QCOMPARE(made.exitCode, 0);
        QCOMPARE(made.json()[u"internal_note"].toString(), u"Regular guest, knows Awa"_s);
        const QString id = made.json()[u"id"].toString();
        const QJsonArray found =
            run(QStringList{u"session"_s, u"list"_s, u"--refresh"_s, u"--search"_s, u"knows awa"_s} + to)
                .json()
                .array();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0][u"id"].toString(), id);
        QCOMPARE(found[0][u"internal_note"].toString(), u"Regular guest, knows Awa"_s);
        const Run shown = run({u"session"_s, u"show"_s, id, u"--account"_s, u"Till"_s});
        QVERIFY2(shown.out.contains("Internal note: Regular guest, knows Awa"), shown.out.constData());
        // Another note asks for the same: the question is asked before it is sent.
        const Run again = run(create, draft(R"(, "internal_note": "A friend of Awa")"));
        QCOMPARE(again.exitCode, 6);
        const Run tooLong = run(create, draft(", \"internal_note\": \"" + QByteArray(1001, 'x') + "\""));
        QCOMPARE(tooLong.json()[u"error"][u"problems"][0][u"field"].toString(), u"internal_note"_s);
    }

private:
    static QByteArray
    draft(const QByteArray &more,
          const QByteArray &customer = R"(, "customer": {"email": "ada@example.com", "country": "NG"})")
    {
        return R"({"tilldeck_draft": 1, "flow": "khaime.charge", "charge_currency": "NGN",
            "pricing": {"total_amount": 9000, "total_currency": "USD"})" +
               customer + more + '}';
    }

    Run run(const QStringList &arguments, const QByteArray &input = {})
    {
        return runCli(m_folder.filePath(u"data"_s), arguments, input, m_key);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    QString m_key;
};

TILLDECK_TEST(CliChargesTest)

} // namespace cli_charges_test

#include "tst_cli_charges.moc"
