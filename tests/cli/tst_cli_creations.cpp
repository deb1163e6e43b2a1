// SPDX-License-Identifier: GPL-3.0-or-later
// What a script learns of a creation that does not end as usual.
#include "programs.h"
#include "support/outside_sql.h"
#include "support/runner.h"

namespace cli_creations_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;
using tilldeck::test::Refusing;

class CliCreationsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.filePath(u"sandbox"_s));
        QVERIFY(!m_sandbox->ready.isEmpty());
        m_key = m_sandbox->account()[u"key"].toString();
    }
    void cleanupTestCase() { m_sandbox.reset(); }

    void init()
    {
        m_data = std::make_unique<QTemporaryDir>();
        QCOMPARE(run({u"account"_s, u"add"_s, u"Shop"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                      m_sandbox->account()[u"base_url"].toString(), u"--account-id"_s, u"acc_demo"_s})
                     .exitCode,
                 0);
    }

    void whatCannotBeKeptIsPrintedWholeAndEndsWith3()
    {
        const Refusing refusing(m_data->filePath(u"ledger.sqlite"_s), u"UPDATE ON session"_s);
        const Run created = run(create(), draft());
        QVERIFY2(created.exitCode == 3, created.err.constData());
        const QString id = created.json()[u"id"].toString();
        QVERIFY(!id.isEmpty());
        QCOMPARE(created.json()[u"kept"], QJsonValue(false));
        // It is nowhere else on this computer, so nothing of it is masked.
        const QString token = created.json()[u"token"].toString();
        QVERIFY2(token.size() > 8 && !token.contains(u'\u2022'), created.out.constData());
        QVERIFY(created.json()[u"url"].toString().contains(token));
        QCOMPARE(created.json()[u"error"][u"kind"].toString(), u"storage"_s);
        QVERIFY2(created.err.contains(id.toUtf8()) && !created.err.contains("ry again"), created.err.constData());

        refusing.end();
        const Run listed = run({u"session"_s, u"list"_s, u"--account"_s, u"Shop"_s, u"--json"_s});
        QCOMPARE(listed.json().array().size(), 1);
        QCOMPARE(listed.json()[0][u"id"].toString(), id);
        QCOMPARE(listed.json()[0][u"status"].toString(), u"open"_s);
    }

private:
    static QByteArray draft()
    {
        return R"({"tilldeck_draft": 1, "line_items": [{"price_id": "price_premium", "quantity": 1}]})";
    }
    static QStringList create()
    {
        return {u"session"_s, u"create"_s, u"--account"_s, u"Shop"_s, u"--from"_s, u"-"_s, u"--json"_s};
    }
    Run run(const QStringList &arguments, const QByteArray &input = {})
    {
        return runCli(m_data->path(), arguments, input, m_key);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<SandboxProcess> m_sandbox;
    QString m_key;
};

TILLDECK_TEST(CliCreationsTest)

} // namespace cli_creations_test

#include "tst_cli_creations.moc"
