// SPDX-License-Identifier: GPL-3.0-or-later
// The command line is ended from outside, in the middle of what moves money and at the prompt for a key.
#include "programs.h"
#include "support/outside_sql.h"
#include "support/runner.h"

#include <csignal>

#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

namespace cli_interruptions_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

namespace {

/// Runs the command line on a terminal of its own, as at a desk.
class OnTerminal
{
public:
    OnTerminal(const QString &data, const QStringList &arguments)
    {
        QList<QByteArray> words{TILLDECK_BIN_DIR "/tilldeck-cli"};
        for (const QString &argument : arguments)
            words << argument.toUtf8();
        std::vector<char *> list;
        for (QByteArray &word : words)
            list.push_back(word.data());
        list.push_back(nullptr);
        const QByteArray folder = data.toUtf8();
        m_process = forkpty(&m_terminal, nullptr, nullptr, nullptr);
        if (m_process != 0)
            return;
        setenv("TILLDECK_DATA_DIR", folder.constData(), 1);
        unsetenv("TILLDECK_KEY");
        execv(list.front(), list.data());
        _exit(127);
    }
    ~OnTerminal()
    {
        kill(m_process, SIGKILL);
        waitpid(m_process, nullptr, 0);
        close(m_terminal);
    }
    Q_DISABLE_COPY_MOVE(OnTerminal)

    /// Waits until the program has written @p text, or until @p milliseconds are over.
    bool says(const QByteArray &text, int milliseconds = 20000)
    {
        fcntl(m_terminal, F_SETFL, O_NONBLOCK);
        return QTest::qWaitFor(
            [&] {
                char bytes[4096];
                const ssize_t got = read(m_terminal, bytes, sizeof bytes);
                if (got > 0)
                    m_said.append(bytes, got);
                return m_said.contains(text);
            },
            milliseconds);
    }
    void type(const QByteArray &text) const { QCOMPARE(write(m_terminal, text.constData(), text.size()), text.size()); }
    void send(int signal) const { kill(m_process, signal); }
    bool showsInput() const
    {
        termios now{};
        tcgetattr(m_terminal, &now);
        return (now.c_lflag & ECHO) != 0;
    }
    /// Returns whether the program has stopped or ended within ten seconds, as waitpid() tells it in @p status.
    bool hasChanged(int *status) const
    {
        return QTest::qWaitFor([&] { return waitpid(m_process, status, WNOHANG | WUNTRACED) == m_process; }, 10000);
    }

private:
    int m_terminal = -1;
    pid_t m_process = -1;
    QByteArray m_said;
};

} // namespace

class CliInterruptionsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_sandbox = std::make_unique<SandboxProcess>(m_folder->filePath(u"sandbox"_s), u"a token of the test"_s);
        QVERIFY(!m_sandbox->ready.isEmpty());
        m_key = m_sandbox->account()[u"key"].toString();
        QCOMPARE(runCli(data(),
                        {u"account"_s, u"add"_s, u"Shop"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                         m_sandbox->account()[u"base_url"].toString(), u"--account-id"_s, u"acc_demo"_s},
                        {}, m_key)
                     .exitCode,
                 0);
    }
    void cleanup()
    {
        m_sandbox.reset();
        m_folder.reset();
    }

    void aSignalInTheMiddleSaysThatTheOutcomeIsUnknown_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<QString>("operation");
        for (const auto &[name, signal] :
             {std::pair("SIGINT", SIGINT), std::pair("SIGTERM", SIGTERM), std::pair("SIGHUP", SIGHUP)}) {
            for (const QString &operation : {u"createCheckoutSession"_s, u"createRefund"_s, u"createPromotionCode"_s})
                QTest::addRow("%s, %s", name, qPrintable(operation)) << signal << operation;
        }
    }
    void aSignalInTheMiddleSaysThatTheOutcomeIsUnknown()
    {
        QFETCH(const int, signal);
        QFETCH(const QString, operation);
        const bool isCreation = operation == "createCheckoutSession"_L1;
        QStringList command{u"session"_s, u"create"_s, u"--from"_s, u"-"_s};
        if (operation == "createRefund"_L1) {
            const Run listed = on({u"transaction"_s, u"list"_s, u"--refresh"_s, u"--status"_s, u"succeeded"_s});
            command = {u"transaction"_s, u"refund"_s, listed.json()[0][u"id"].toString(),
                       u"--amount"_s,    u"1"_s,      u"--yes"_s};
        } else if (!isCreation) {
            command = {u"promotion"_s, u"create"_s, u"ENDED-####"_s, u"--coupon"_s, u"coupon_dev_abc123"_s};
        }
        const QByteArray input = R"({"tilldeck_draft": 1, "customer": {"id": "cus_abc123"},)"
                                 R"("line_items": [{"price_id": "price_premium", "quantity": 1}]})";
        QVERIFY(m_sandbox->arm(QJsonDocument(QJsonObject{{u"provider"_s, u"paymentkit"_s},
                                                         {u"operation"_s, operation},
                                                         {u"fault"_s, u"delay"_s},
                                                         {u"at"_s, u"after_commit"_s},
                                                         {u"ms"_s, 50000}})
                                   .toJson()));
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(QStringLiteral(TILLDECK_BIN_DIR "/tilldeck-cli"),
                      command + QStringList{u"--account"_s, u"Shop"_s});
        process.write(input);
        process.closeWriteChannel();
        QVERIFY(QTest::qWaitFor([this] { return hasOpenIntent(); }, 30000));
        kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished(10000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 3);
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(said.contains("it is not known") && said.contains("--account \"Shop\""), said.constData());
        // The command that it names says what there is to settle.
        const QString named = QString::fromUtf8(said).section(u"tilldeck-cli "_s, 1, 1).section(u'\n', 0, 0);
        QStringList words;
        for (QString word : named.split(u' ', Qt::SkipEmptyParts))
            words << word.remove(u'"');
        const Run looked = runCli(data(), words, {}, m_key);
        QCOMPARE(looked.exitCode, 0);
        QVERIFY2(looked.out.contains("unknown"), looked.out.constData());
        const Run again = runCli(data(), command + QStringList{u"--account"_s, u"Shop"_s}, input, m_key);
        QCOMPARE(again.exitCode, 6);
    }

    void aSignalThatIsIgnoredIsNotHandled()
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        QVERIFY(m_sandbox->arm(QJsonDocument(QJsonObject{{u"provider"_s, u"paymentkit"_s},
                                                         {u"operation"_s, u"createPromotionCode"_s},
                                                         {u"fault"_s, u"delay"_s},
                                                         {u"at"_s, u"after_commit"_s},
                                                         {u"ms"_s, 2000}})
                                   .toJson()));
        process.start(u"nohup"_s, {QStringLiteral(TILLDECK_BIN_DIR "/tilldeck-cli"), u"promotion"_s, u"create"_s,
                                   u"NOHUP-####"_s, u"--coupon"_s, u"coupon_dev_abc123"_s, u"--account"_s, u"Shop"_s});
        QVERIFY(QTest::qWaitFor([this] { return hasOpenIntent(); }, 30000));
        kill(static_cast<pid_t>(process.processId()), SIGHUP);
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitCode(), 0);
    }

    void thePromptForAKeyLeavesTheTerminalAsItWas_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl-C") << QByteArray("\x03") << 0;
        QTest::newRow("SIGTERM") << QByteArray() << SIGTERM;
        QTest::newRow("SIGHUP") << QByteArray() << SIGHUP;
        QTest::newRow("Ctrl-Z") << QByteArray("\x1a") << 0;
    }
    void thePromptForAKeyLeavesTheTerminalAsItWas()
    {
        QFETCH(const QByteArray, typed);
        QFETCH(const int, signal);
        OnTerminal cli(data(), {u"session"_s, u"list"_s, u"--refresh"_s, u"--account"_s, u"Shop"_s});
        QVERIFY(cli.says("Secret key: "));
        QVERIFY(!cli.showsInput());
        if (signal != 0)
            cli.send(signal);
        else
            cli.type(typed);
        int status = 0;
        QVERIFY(cli.hasChanged(&status));
        QVERIFY(cli.showsInput());
        const bool isStopped = typed == "\x1a";
        QCOMPARE(bool(WIFSTOPPED(status)), isStopped);
        QCOMPARE(bool(WIFSIGNALED(status)), !isStopped);
        if (!isStopped)
            return;
        // And it goes on asking without showing what is typed.
        cli.send(SIGCONT);
        QTRY_VERIFY(!cli.showsInput());
        cli.type(m_key.toUtf8() + '\n');
        QVERIFY(cli.says("cs_sandbox_") || cli.says("cs_"));
        QVERIFY(!cli.says(m_key.toUtf8(), 0));
    }

private:
    QString data() const { return m_folder->filePath(u"data"_s); }
    Run on(const QStringList &arguments) const
    {
        return runCli(data(), arguments + QStringList{u"--account"_s, u"Shop"_s, u"--json"_s}, {}, m_key);
    }
    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TILLDECK_DATA_DIR"_s, data());
        environment.insert(u"TILLDECK_KEY"_s, m_key);
        return environment;
    }
    /// Returns whether a request is under way.
    bool hasOpenIntent() const
    {
        return tilldeck::test::outside(data() + u"/journal.sqlite"_s,
                                       u"SELECT count(*) FROM intent WHERE state = 'open'"_s)
                   .toInt() > 0;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    QString m_key;
};

TILLDECK_TEST(CliInterruptionsTest)

} // namespace cli_interruptions_test

#include "tst_cli_interruptions.moc"
