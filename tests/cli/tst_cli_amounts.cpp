// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts as they are typed on the command line, on the sandbox.
#include "programs.h"
#include "support/runner.h"

#include <QScopeGuard>

namespace cli_amounts_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

class CliAmountsTest : public QObject
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
                   {u"account"_s, u"add"_s, u"Shop"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                    account[u"base_url"].toString(), u"--account-id"_s, account[u"account_id"].toString()},
                   {}, m_key);
        QVERIFY2(added.exitCode == 0, added.err.constData());
    }
    void cleanupTestCase() { m_sandbox.reset(); }

    /// As the window reads it, and never another amount under another locale.
    void anAmountIsTakenAsItIsPrintedAndAPointIsOneEverywhere()
    {
        const auto restore = qScopeGuard([before = qgetenv("LC_ALL")] { qputenv("LC_ALL", before); });
        const QStringList list{u"transaction"_s, u"list"_s, u"--refresh"_s, u"--status"_s, u"succeeded"_s};
        const QJsonArray paid = run(list).json().array();
        QVERIFY(!paid.isEmpty());
        const QString code = paid[0][u"currency"].toString();
        const auto refund = [&](const char *locale, const QString &amount) {
            qputenv("LC_ALL", locale);
            return run({u"transaction"_s, u"refund"_s, paid[0][u"id"].toString(), u"--again"_s, u"--amount"_s, amount},
                       "no\n");
        };
        const QList<std::pair<const char *, QString>> typed{{"C.UTF-8", u"1.50"_s},
                                                            {"de_DE.UTF-8", u"1.50"_s},
                                                            {"de_DE.UTF-8", u"1,50"_s},
                                                            {"de_DE.UTF-8", u"1,50\u00a0"_s + code},
                                                            {"ar_EG.UTF-8", u"1.50"_s},
                                                            {"ar_EG.UTF-8", u"١٫٥٠ "_s + code},
                                                            {"C.UTF-8", u"1.50 "_s + code.toLower()}};
        for (const auto &[locale, amount] : typed) {
            const Run asked = refund(locale, amount);
            const QByteArray shown = QByteArray(locale) + ' ' + amount.toUtf8() + asked.err;
            QVERIFY2(asked.exitCode == 1, shown);
            const QByteArray same = QByteArray(locale).startsWith("ar")   ? "١٫٥٠"
                                    : QByteArray(locale).startsWith("de") ? "1,50"
                                                                          : "1.50";
            QVERIFY2(asked.err.contains(same + "\u00a0" + code.toUtf8()), shown); // the question
        }
    }

    void aPointBeforeThreeDigitsIsToldHowToBeWritten()
    {
        const auto restore = qScopeGuard([before = qgetenv("LC_ALL")] { qputenv("LC_ALL", before); });
        const QJsonArray paid =
            run({u"transaction"_s, u"list"_s, u"--refresh"_s, u"--status"_s, u"succeeded"_s, u"--currency"_s, u"XOF"_s})
                .json()
                .array();
        QVERIFY(!paid.isEmpty());
        const QStringList refund{u"transaction"_s, u"refund"_s, paid[0][u"id"].toString(), u"--yes"_s, u"--amount"_s};
        for (const char *locale : {"C.UTF-8", "de_DE.UTF-8"}) {
            qputenv("LC_ALL", locale);
            const Run refused = run(refund + QStringList(u"1.250"_s));
            QVERIFY2(refused.exitCode == 1, refused.err);
            QVERIFY2(refused.err.contains(" 1250"), refused.err);
        }
        qputenv("LC_ALL", "C.UTF-8");
        const Run refused = run(refund + QStringList(u"12.5"_s));
        QVERIFY2(refused.err.contains("XOF has no decimals. Write 12, for example."), refused.err);
    }

private:
    Run run(QStringList arguments, const QByteArray &input = {})
    {
        arguments << u"--account"_s << u"Shop"_s << u"--json"_s;
        return runCli(m_folder.filePath(u"data"_s), arguments, input, m_key);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    QString m_key;
};

TILLDECK_TEST(CliAmountsTest)

} // namespace cli_amounts_test

#include "tst_cli_amounts.moc"
