// SPDX-License-Identifier: GPL-3.0-or-later
// Runs commands with keys and tokens that stand nowhere else, and searches what they show meanwhile.
#pragma once

#include "support/canaries.h"
#include "watched_run.h"

#include <memory>
#include <vector>

#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tilldeck::cli::test {

using namespace Qt::StringLiterals;

class CanaryBench
{
public:
    QString key(const QString &provider) const { return m_sandbox->account(provider)[u"key"].toString(); }

    QStringList adding(const QString &name, const QString &provider, const QString &baseUrl) const
    {
        QStringList add{u"account"_s, u"add"_s, name, u"--provider"_s, provider, u"--base-url"_s, baseUrl};
        if (provider == u"paymentkit"_s)
            add << u"--account-id"_s << u"acc_demo"_s;
        if (provider == u"khaime"_s)
            add << u"--merchant-id"_s << m_sandbox->account(provider)[u"merchant_id"].toString();
        return add;
    }

    /// Runs a command of @p account whose output may show no secret.
    Run command(const QString &account, const QStringList &arguments, const QByteArray &input = {})
    {
        return watched(arguments + QStringList{u"--account"_s, account}, input, key(account));
    }

    /// Runs it with --reveal, and learns the tokens that it prints.
    Run revealed(const QString &account, const QStringList &arguments, const QByteArray &input)
    {
        const Run run =
            watched(arguments + QStringList{u"--account"_s, account, u"--reveal"_s}, input, key(account), true);
        learnTokens(account, run);
        return run;
    }

    /// Learns the tokens that a command of @p account has printed whole.
    void learnTokens(const QString &account, const Run &run)
    {
        const QJsonObject session = run.json().object();
        const QString flow = session[u"flow"].toString() + u' ' + account;
        const auto learn = [&](const QString &what, const QString &secret) {
            if (secret.size() >= 16)
                m_tokens.add(what + u" of "_s + flow, secret, what != u"URL"_s);
        };
        learn(u"token"_s, session[u"token"].toString());
        learn(u"URL"_s, session[u"url"].toString());
        learn(u"client secret"_s, session[u"gateway"][u"client_secret"].toString());
        learn(u"publishable key"_s, session[u"gateway"][u"publishable_key"].toString());
    }

    Run run(const QStringList &arguments, const QByteArray &input, const QString &key)
    {
        return watched(arguments, input, key);
    }

    Run watched(const QStringList &arguments, const QByteArray &input, const QString &key, bool isRevealed = false)
    {
        const Watched seen = m_home.run(arguments, input, key);
        ++m_runs;
        m_samples += seen.samples;
        const QString name = u"tilldeck-cli "_s + arguments.mid(0, 2).join(u' ');
        m_shown.push_back({u"output of "_s + name, seen.run.out, isRevealed});
        m_shown.push_back({u"log and errors of "_s + name, seen.run.err});
        m_shown.push_back({u"arguments of "_s + name, seen.arguments});
        m_shown.push_back({u"environment of "_s + name, seen.environment});
        return seen.run;
    }

    /// Runs the command line in a terminal, types @p key when it asks, and returns what the terminal showed.
    static QByteArray prompted(const QProcessEnvironment &environment, const QStringList &arguments, const QString &key)
    {
        int terminal = -1;
        const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
        if (child == 0) {
            for (const QString &name : environment.keys())
                qputenv(name.toLocal8Bit().constData(), environment.value(name).toLocal8Bit());
            unsetenv("TILLDECK_DATA_DIR");
            QByteArrayList texts{TILLDECK_BIN_DIR "/tilldeck-cli"};
            for (const QString &argument : arguments)
                texts << argument.toLocal8Bit();
            std::vector<char *> pointers;
            for (QByteArray &text : texts)
                pointers.push_back(text.data());
            pointers.push_back(nullptr);
            execv(pointers.front(), pointers.data());
            _exit(127);
        }
        QByteArray shown;
        QByteArray part(4096, 0);
        bool isTyped = false;
        for (ssize_t size = 0; (size = read(terminal, part.data(), static_cast<size_t>(part.size()))) > 0;) {
            shown.append(part.constData(), size);
            const QByteArray line = key.toUtf8() + '\n';
            if (!isTyped && shown.contains("Secret key"))
                isTyped = write(terminal, line.constData(), static_cast<size_t>(line.size())) == line.size();
        }
        int status = 0;
        waitpid(child, &status, 0);
        close(terminal);
        return shown;
    }

    const QByteArray priced =
        R"({"tilldeck_draft": 1, "customer": {"id": "cus_abc123"}, "line_items": [{"price_id": "price_premium"}]})";
    const QByteArray charge = R"({"tilldeck_draft": 1, "flow": "khaime.charge", "pricing": {"total_amount": 5000,
            "total_currency": "USD"}, "customer": {"email": "ada@example.com"}})";
    const QByteArray hosted = R"({"tilldeck_draft": 1, "flow": "khaime.session", "pricing": {"total_amount": 5000,
            "total_currency": "USD"}, "product_name": "Tea", "customer": {"email": "ada@example.com"}})";
    const QByteArray embedded = R"({"tilldeck_draft": 1, "flow": "khaime.checkout", "product_id": "789",
            "quantity": 1, "charge_currency": "NGN", "customer": {"email": "ada@example.com"}})";
    const QByteArray named = R"({"tilldeck_draft": 1, "mode": "payment", "line_items": [{"name": "Tea",
            "amount": 500, "currency": "XOF"}], "success_url": "https://a.example", "return_url": "https://a.example"})";

    QTemporaryDir m_outside; ///< The sandbox's folder and the merchant's key files: not searched.
    Home m_home;
    std::unique_ptr<SandboxProcess> m_sandbox;
    tilldeck::test::Canaries m_keys, m_tokens;
    struct Shown
    {
        QString where;
        QByteArray bytes;
        bool isRevealed = false; ///< It was asked to print tokens, but no key.
    };
    std::vector<Shown> m_shown; ///< What the programs showed: secrets that are learned later count, too.
    int m_runs = 0;
    int m_samples = 0;
};

} // namespace tilldeck::cli::test
