// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line says of a draft before it is sent, on the sandbox.
#include "programs.h"
#include "support/runner.h"

namespace cli_previews_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

class CliPreviewsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.filePath(u"sandbox"_s));
        for (const auto &[name, provider] :
             {std::pair(u"Shop"_s, u"paymentkit"_s), std::pair(u"Charges"_s, u"khaime"_s)}) {
            const QJsonObject account = m_sandbox->account(provider);
            m_keys.insert(name, account[u"key"].toString());
            QStringList add{u"account"_s,
                            u"add"_s,
                            name,
                            u"--provider"_s,
                            provider,
                            u"--base-url"_s,
                            account[u"base_url"].toString()};
            if (!account[u"account_id"].toString().isEmpty())
                add << u"--account-id"_s << account[u"account_id"].toString();
            const Run added = run(add, {}, m_keys.value(name));
            QVERIFY2(added.exitCode == 0, added.err.constData());
        }
    }
    void cleanupTestCase() { m_sandbox.reset(); }

    void whatIsChargedAgainIsSaid()
    {
        const QByteArray draft = R"({"tilldeck_draft": 1, "flow": "khaime.session", "pricing": {"total_amount": 49900,
            "total_currency": "USD"}, "product_name": "Club", "subscription_frequency": "yearly",
            "customer": {"email": "jane@example.com"}})";
        const QString text = QString::fromUtf8(preview(u"Charges"_s, draft).out).replace(QChar::Nbsp, u' ');
        QVERIFY2(text.contains(u"Then 499.00 USD a year, as an estimate."_s), qPrintable(text));
        const QJsonValue again = preview(u"Charges"_s, draft, true).json()[u"tiers"][0][u"charged_again"];
        QCOMPARE(again[0][u"period"].toString(), u"yearly"_s);
        QCOMPARE(again[0][u"amount"].toInt(), 49900);
        QCOMPARE(again[0][u"currency"].toString(), u"USD"_s);
        QCOMPARE(again[0][u"certainty"].toString(), u"estimate"_s); // the fee is not known, as in the first payment
    }

    void whyThereIsNoQuoteIsSaidInTheProvidersWords()
    {
        const QByteArray draft = R"({"tilldeck_draft": 1, "flow": "khaime.charge", "pricing": {"total_amount": 49900,
            "total_currency": "ISK"}, "charge_currency": "NGN", "customer": {"email": "jane@example.com"}})";
        const Run said = preview(u"Charges"_s, draft);
        QVERIFY2(said.out.contains("charge_currency: Khaime has no rate from ISK to NGN"), said.out.constData());
    }

    void noFigureStandsAboveARefusedQuantity()
    {
        const QByteArray draft = R"({"tilldeck_draft": 1, "customer": {"id": "cus_abc123"},
            "line_items": [{"price_id": "price_premium", "quantity": 2147483648}]})";
        const Run said = preview(u"Shop"_s, draft);
        QCOMPARE(said.exitCode, 1);
        QVERIFY2(said.out.contains("2,147,483,647 is the most"), said.out.constData());
        QVERIFY2(said.out.contains("Customer pays: not known"), said.out.constData());
        QVERIFY2(!said.out.contains("USD"), said.out.constData());
    }

    void aRefusedQuantityIsSaidOnce()
    {
        const QByteArray draft = R"({"tilldeck_draft": 1, "customer": {"id": "cus_abc123"},
            "line_items": [{"price_id": "price_premium", "quantity": 0}]})";
        const Run said = preview(u"Shop"_s, draft);
        QCOMPARE(said.exitCode, 1);
        QVERIFY2(said.out.count("Enter a quantity of 1 or more.") == 1, said.out.constData());
        QVERIFY2(said.out.contains("line_items[0].quantity: Enter"), said.out.constData());
        QVERIFY2(!said.out.contains("is missing") && !said.out.contains("charged again"), said.out.constData());
    }

private:
    Run preview(const QString &account, const QByteArray &draft, bool json = false)
    {
        QStringList arguments{u"preview"_s, u"--account"_s, account, u"--from"_s, u"-"_s};
        return run(json ? arguments << u"--json"_s : arguments, draft, m_keys.value(account));
    }
    Run run(const QStringList &arguments, const QByteArray &input, const QString &key)
    {
        return runCli(m_folder.filePath(u"data"_s), arguments, input, key);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    QHash<QString, QString> m_keys;
};

TILLDECK_TEST(CliPreviewsTest)

} // namespace cli_previews_test

#include "tst_cli_previews.moc"
