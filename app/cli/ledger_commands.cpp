// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_commands.h"

#include "options.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

namespace {

struct LedgerText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::cli::Ledger)
};

Exit ledgerCheck(Context &context)
{
    if (!context.open())
        return Exit::Rejected;
    QJsonArray troubles;
    for (const desk::StorageTrouble &trouble : context.desk().storageTroubles())
        troubles.append(QJsonObject{{u"sentence"_s, trouble.sentence}, {u"stops_writes"_s, trouble.stopsWrites}});
    context.print(QJsonObject{{u"troubles"_s, troubles}},
                  troubles.isEmpty() ? LedgerText::tr("Ledger and journal belong together.")
                                     : LedgerText::tr("Something is wrong with these files; see above."));
    return troubles.isEmpty() ? Exit::Done : Exit::Rejected;
}

Exit ledgerAccept(Context &context)
{
    if (!context.open())
        return Exit::Rejected;
    if (const auto accepted = context.desk().acceptFiles(); !accepted)
        return context.fail(accepted.error());
    context.print(QJsonObject{{u"accepted"_s, true}}, LedgerText::tr("Ledger and journal are one pair from now on."));
    return Exit::Done;
}

} // namespace

void addLedgerCommands(CLI::App &program, Options &options, std::function<Exit(Context &)> &run)
{
    CLI::App *ledger = program.add_subcommand("ledger", "The files of this computer")->require_subcommand(1);
    CLI::App *check = ledger->add_subcommand("check", "Say what is wrong with ledger and journal");
    addJson(*check, options);
    check->callback([&run] { run = ledgerCheck; });
    CLI::App *accept =
        ledger->add_subcommand("accept", "Go on with ledger and journal as they are, after one of them was lost");
    addJson(*accept, options);
    accept->callback([&run] { run = ledgerAccept; });
}

} // namespace tilldeck::cli
