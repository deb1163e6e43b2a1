// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/standard_streams.h"
#include "files/write_whole.h"
#include "sandbox/ids.h"
#include "sandbox/sandbox.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSocketNotifier>

#include <CLI/CLI.hpp>

#include <csignal>
#include <cstdio>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tilldeck::sandbox;

namespace {

// Returns a descriptor that becomes readable at SIGTERM or SIGINT. To be called before any thread inherits the mask.
int stopDescriptor()
{
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTERM);
    sigaddset(&stop, SIGINT);
    sigprocmask(SIG_BLOCK, &stop, nullptr);
    return signalfd(-1, &stop, SFD_NONBLOCK | SFD_CLOEXEC);
}

constexpr std::size_t leastTokenLength = 16;
constexpr int mostPastSessions = 1'000'000;

/// Puts the authority of the certificates into the data folder; returns its path.
QString writtenAuthority(const QString &folder)
{
    const QString path = QDir(folder).absoluteFilePath(u"authority.pem"_s);
    return tilldeck::files::writeWhole(path, authorityPem()) ? path : QString();
}

QByteArray readyLine(const Running &running, const Options &options)
{
    QJsonArray accounts;
    for (const Account &account : running.accounts)
        accounts << QJsonObject{{u"provider"_s, account.provider},
                                {u"base_url"_s, account.baseUrl},
                                {u"account_id"_s, account.accountId},
                                {u"merchant_id"_s, account.merchantId},
                                {u"key"_s, account.key},
                                {u"read_only_key"_s, account.readOnlyKey},
                                {u"webhook_secret"_s, account.webhookSecret}};
    QJsonObject ready{{u"url"_s, running.url}, {u"accounts"_s, accounts}};
    if (!options.faultsToken.isEmpty())
        ready.insert(u"faults"_s,
                     QJsonObject{{u"url"_s, QString(running.url + "/faults"_L1)}, {u"token"_s, options.faultsToken}});
    if (options.tls != Tls::Off)
        ready.insert(u"authority"_s, writtenAuthority(options.dataDir));
    return QJsonDocument(ready).toJson(QJsonDocument::Compact);
}

} // namespace

int main(int argc, char **argv)
{
    tilldeck::files::fillStandardStreams();
    CLI::App cli("A local stand-in for PaymentKit, Khaime and Ikawaari: shops with test cards, on 127.0.0.1 only.",
                 "tilldeck-sandbox");
    quint16 port = 0;
    std::string data;
    std::string seed = "demo";
    std::vector<std::string> without;
    std::string webhookUrl;
    std::string faultsToken;
    cli.add_option("--port", port, "Port to listen on; 0 takes any free one")->capture_default_str();
    cli.add_option("--data", data, "Folder that keeps the sandbox's state")->required();
    cli.add_option("--seed", seed,
                   "What a new folder starts with: the sample shops, shops without a past, or so many past sessions in "
                   "each")
        ->check([](const std::string &typed) {
            bool isNumber = false;
            const int sessions = QByteArray::fromStdString(typed).toInt(&isNumber);
            const bool isFine =
                typed == "demo" || typed == "empty" || (isNumber && sessions > 0 && sessions <= mostPastSessions);
            return isFine ? std::string() : std::string("must be demo, empty, or a number from 1 to 1000000");
        })
        ->capture_default_str();
    cli.add_option("--without", without, "Answer 501 to this call, for example listPrices; may be repeated")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    cli.add_option("--webhook-url", webhookUrl, "Send events there; kept in the data folder")
        ->check([](const std::string &url) {
            const bool isWeb = url.starts_with("http://") || url.starts_with("https://");
            return isWeb ? std::string() : std::string("must start with http:// or https://");
        });
    cli.add_option("--faults-token", faultsToken,
                   "Let who has this token arm faults at /faults; \"new\" makes one and prints it")
        ->check([](const std::string &token) {
            const bool isLong = token == "new" || token.size() >= leastTokenLength;
            return isLong ? std::string() : std::string("must have at least 16 characters");
        });
    std::string tls = "off";
    cli.add_option("--tls", tls, "Speak https, with a certificate that is right or wrong in this way")
        ->check(CLI::IsMember({"off", "valid", "self-signed", "expired", "wrong-host"}))
        ->capture_default_str();
    cli.footer("Khaime's sample shop: products 789, 790, 791, 3046, 3047; sub-merchants 21 (own commission, 5 %),\n"
               "22 (the marketplace's 10 %), 23 (suspended), 24 (pending).\n"
               "Ikawaari's mobile money takes a country code and 77 000 00 00 (pays), 01 (declined), 02 (waits, pays\n"
               "after 30 seconds) or 03 (waits for the test call).\n"
               "Pages to pay on: /pay/SESSION_ID, /pay/CHARGE_ID, /pay/SESSION_TOKEN.");
    cli.set_version_flag("--version", TILLDECK_VERSION);
    CLI11_PARSE(cli, argc, argv)

    umask(S_IRWXG | S_IRWXO);
    const int stopFd = stopDescriptor();
    QCoreApplication app(argc, argv);
    QSocketNotifier stopNotifier(stopFd, QSocketNotifier::Read);
    QObject::connect(&stopNotifier, &QSocketNotifier::activated, &app, &QCoreApplication::quit);

    Options options;
    options.dataDir = QString::fromLocal8Bit(data.c_str());
    options.port = port;
    options.seed = seed == "empty" ? Seed::Empty : Seed::Demo;
    options.pastSessions = QByteArray::fromStdString(seed).toLongLong(); // 0 for a word
    options.webhookUrl = QString::fromLocal8Bit(webhookUrl.c_str());
    for (const std::string &name : without)
        options.withoutCalls.insert(QString::fromStdString(name));
    if (!faultsToken.empty())
        options.faultsToken =
            faultsToken == "new" ? newId(u"faults_"_s, 32) : QString::fromLocal8Bit(faultsToken.c_str());
    options.tls = tlsOf(QString::fromStdString(tls)).value_or(Tls::Off);
    Sandbox sandbox;
    const auto running = sandbox.start(options);
    if (!running) {
        std::fprintf(stderr, "tilldeck-sandbox: %s\n", qUtf8Printable(running.error()));
        return 1;
    }
    std::printf("%s\n", readyLine(*running, options).constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
