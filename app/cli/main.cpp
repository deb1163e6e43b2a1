// SPDX-License-Identifier: GPL-3.0-or-later
#include "account_options.h"
#include "import_commands.h"
#include "ledger_commands.h"
#include "options.h"
#include "session_commands.h"
#include "status_words.h"

#include "desk/system_zone.h"
#include "files/standard_streams.h"
#include "http/process_secrets.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <csignal>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

using namespace tilldeck;

namespace {

void addReveal(CLI::App &command, cli::Options &options)
{
    command.add_flag("--reveal", options.reveal, "Print secure token, client secret and checkout URL whole");
}

} // namespace

int main(int argc, char **argv)
{
    files::fillStandardStreams();
    umask(077);
    // Whoever reads the output may be gone before a command has said what it made.
    std::signal(SIGPIPE, SIG_IGN);
    http::forbidMemoryDumpsUnlessAllowed();
    const QCoreApplication app(argc, argv);
    QCoreApplication::setOrganizationDomain(u"tilldeck.org"_s);
    QCoreApplication::setApplicationName(u"tilldeck"_s);
    // The plain C locale groups no digits: 450000 is harder to read than 450,000.
    if (QLocale().language() == QLocale::C)
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QTranslator translator;
    // English has a file, too, with its plural forms.
    if (translator.load(QLocale(), u"tilldeck"_s, u"_"_s, u":/i18n"_s) || translator.load(u":/i18n/tilldeck_en"_s))
        QCoreApplication::installTranslator(&translator);

    CLI::App program("Create checkout sessions and see what was paid.");
    program.set_version_flag("--version", std::string("tilldeck-cli ") + TILLDECK_VERSION);
    program.require_subcommand(1);
    cli::Options options;
    std::function<cli::Exit(cli::Context &)> run;

    cli::addAccountCommands(program, options, run);

    CLI::App *session = program.add_subcommand("session", "Checkout sessions")->require_subcommand(1);
    cli::CreateArguments created;
    CLI::App *sessionCreate = session->add_subcommand("create", "Create a checkout session from a draft");
    cli::addAccountOptions(*sessionCreate, options);
    addReveal(*sessionCreate, options);
    sessionCreate->add_option("--from", created.from, "Draft document (JSON); - reads standard input")->required();
    sessionCreate->add_flag("--dry-run", created.dryRun, "Print the request, secrets redacted, and create nothing");
    sessionCreate->add_flag("--another", created.another,
                            "Create it although the same was created or sent a moment ago");
    sessionCreate->footer(
        "A small draft, with prices of your catalog (the editor saves others, and README says more):\n"
        "  {\"tilldeck_draft\": 1,\n"
        "   \"line_items\": [{\"price_id\": \"price_premium\", \"quantity\": 2}],\n"
        "   \"promotion_code\": \"SPRING20\",\n"
        "   \"success_url\": \"https://shop.example/thanks\"}");
    sessionCreate->callback([&] { run = [&](cli::Context &context) { return cli::sessionCreate(context, created); }; });

    std::string shown;
    CLI::App *sessionShow = session->add_subcommand("show", "Ask the provider about one session");
    cli::addAccountOptions(*sessionShow, options);
    addReveal(*sessionShow, options);
    sessionShow->add_option("id", shown, "Session ID")->required();
    sessionShow->callback([&] { run = [&](cli::Context &context) { return cli::sessionShow(context, shown); }; });

    cli::ResolveArguments resolved;
    cli::addResolveCommand(
        *session, "Find out what became of a creation without an answer; sends nothing that creates unless told to",
        [&](CLI::App &resolve) {
            cli::addAccountOptions(resolve, options);
            addReveal(resolve, options);
            resolve.add_option("intent", resolved.intent, "The creation, as session list names it")->required();
            CLI::Option *notCreated = resolve.add_flag("--not-created", resolved.notCreated,
                                                       "Close it: it was not created, or does not matter");
            resolve
                .add_flag("--again", resolved.early,
                          "Also while it may be there or appear: created again, it may be there twice")
                ->needs(notCreated);
            CLI::Option *sendAgain =
                resolve
                    .add_flag("--send-again", resolved.sendAgain,
                              "Send it again under the same idempotency key, where the provider acts once on one")
                    ->excludes(notCreated);
            CLI::Option *is = resolve.add_option("--is", resolved.chosen, "It is the session with this ID")
                                  ->excludes(notCreated)
                                  ->excludes(sendAgain);
            resolve
                .add_flag("--without-proof", resolved.unproven,
                          "Also where that session is older, of another customer, or of other prices and quantities: "
                          "the one that was asked for may be open as well")
                ->needs(is);
            resolve.callback(
                [&] { run = [&](cli::Context &context) { return cli::sessionResolveOutcome(context, resolved); }; });
        });

    std::string pasted;
    CLI::App *sessionTrack = session->add_subcommand("track", "Take a session that was made elsewhere into the list");
    cli::addAccountOptions(*sessionTrack, options);
    addReveal(*sessionTrack, options);
    sessionTrack->add_option("session", pasted, "Its ID, token or checkout URL; - reads it from standard input")
        ->required();
    sessionTrack->callback([&] { run = [&](cli::Context &context) { return cli::sessionTrack(context, pasted); }; });

    cli::ListArguments listed;
    CLI::App *sessionList =
        session->add_subcommand("list", "List the checkout sessions that this computer knows, newest first");
    cli::addAccountOptions(*sessionList, options);
    addReveal(*sessionList, options);
    sessionList->add_option("--status", listed.status, "Only these")->check(cli::sessionStatusCheck());
    sessionList->add_option(
        "--search", listed.search,
        "Words, in any order: customer, item, ID, URL; and fields: status:completed amount:>100 currency:USD tier:2 "
        "since:2026-08-01 before:2026-09-01 account:NAME");
    sessionList->add_option("--limit", listed.limit, "At most this many")
        ->check(cli::wholeNumber())
        ->check(CLI::Range(1, 10000));
    cli::addRefresh(*sessionList, listed.refresh);
    sessionList->callback([&] { run = [&](cli::Context &context) { return cli::sessionList(context, listed); }; });

    std::string previewed;
    CLI::App *preview =
        program.add_subcommand("preview", "What each tier of a draft would cost; sends nothing that creates");
    cli::addAccountOptions(*preview, options);
    preview->add_option("--from", previewed, "Draft document (JSON); - reads standard input")->required();
    preview->callback([&] { run = [&](cli::Context &context) { return cli::preview(context, previewed); }; });

    cli::addImportCommands(program, options, run);
    cli::addTransactionCommands(program, options, run);
    cli::addLedgerCommands(program, options, run);
    cli::addPromotionCommands(program, options, run);

    try {
        cli::parseStrictly(program, argc, argv);
    } catch (const CLI::ParseError &error) {
        return program.exit(error) == 0 ? 0 : static_cast<int>(cli::Exit::Usage);
    }
    if (const QString unknownZone = desk::useUtcForAnUnknownZone(); !unknownZone.isEmpty())
        cli::Context::note(unknownZone);
    cli::Context context(options);
    return static_cast<int>(context.endOf(run(context)));
}
