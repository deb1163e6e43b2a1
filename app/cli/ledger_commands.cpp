// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_commands.h"

#include "options.h"

#include "desk/accepted_files.h"
#include "desk/rebuild_ledger.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QJsonArray>
#include <QJsonObject>

#include <memory>

#include <unistd.h>

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

using checkout::Error;
using checkout::ErrorKind;

namespace {

struct LedgerText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::cli::Ledger)
};

Exit ledgerCheck(Context &context)
{
    if (!context.open())
        return Exit::Rejected;
    const auto before = context.desk().storageTroubles().size();
    if (const auto checked = QCoro::waitFor(context.desk().checkFiles(true)); !checked)
        return context.fail(checked.error());
    QJsonArray troubles;
    for (const desk::StorageTrouble &trouble : context.desk().storageTroubles()) {
        if (static_cast<size_t>(troubles.size()) >= before)
            Context::note(trouble.sentence);
        troubles.append(QJsonObject{{u"sentence"_s, trouble.sentence}, {u"stops_writes"_s, trouble.stopsWrites}});
    }
    context.print(QJsonObject{{u"troubles"_s, troubles}},
                  troubles.isEmpty() ? LedgerText::tr("Ledger and journal are whole and belong together.")
                                     : LedgerText::tr("Something is wrong with these files; see above."));
    return troubles.isEmpty() ? Exit::Done : Exit::Rejected;
}

Exit ledgerAccept(Context &context, bool isMeant)
{
    if (!context.open())
        return Exit::Rejected;
    // Nobody is asked about what cannot be done.
    if (const QString why = context.desk().whyNoWrites();
        !why.isEmpty() && !desk::canBeAccepted(context.desk().storageTroubles()))
        return context.fail(Error(ErrorKind::Storage, why));
    if (!isMeant) {
        const QString risk = desk::riskOfAccepting(context.desk().storageTroubles());
        if (isatty(STDIN_FILENO) == 0) {
            context.fail(Error(ErrorKind::InvalidInput,
                               LedgerText::tr("%1 To go on all the same, add --yes.", "a risk").arg(risk)));
            return Exit::Usage;
        }
        if (!Context::isAnswered(LedgerText::tr("%1\nGo on with these files? Type \"yes\": ", "a risk").arg(risk),
                                 u"yes"))
            return context.fail(Error(ErrorKind::Cancelled, LedgerText::tr("Nothing was changed.")));
    }
    const auto accepted = QCoro::waitFor(context.desk().acceptFiles());
    if (!accepted)
        return context.fail(accepted.error());
    QStringList lines{LedgerText::tr("Ledger and journal are one pair from now on.")};
    if (!accepted->keptAs.isEmpty())
        lines << LedgerText::tr("The damaged journal is kept as %1; %Ln creations and refunds of it could be read.",
                                nullptr, accepted->takenOver)
                     .arg(accepted->keptAs);
    context.print(QJsonObject{{u"accepted"_s, true},
                              {u"taken_over"_s, accepted->takenOver},
                              {u"kept_as"_s, accepted->keptAs},
                              {u"lost"_s, QJsonArray::fromStringList(accepted->lost)}},
                  (lines + accepted->lost).join(u'\n'));
    return Exit::Done;
}

Exit ledgerRebuild(Context &context)
{
    if (!context.open())
        return Exit::Rejected;
    const auto rebuilt = QCoro::waitFor(desk::rebuildLedger(context.deskPointer()));
    if (!rebuilt)
        return context.fail(rebuilt.error());
    context.print(QJsonObject{{u"from_journal"_s, rebuilt->fromJournal},
                              {u"listed"_s, rebuilt->listed},
                              {u"taken_over"_s, rebuilt->takenOver},
                              {u"kept_as"_s, rebuilt->keptAs},
                              {u"lost"_s, QJsonArray::fromStringList(rebuilt->lost)}},
                  desk::sentencesOf(*rebuilt).join(u'\n'));
    return Exit::Done;
}

} // namespace

void addLedgerCommands(CLI::App &program, Options &options, std::function<Exit(Context &)> &run)
{
    CLI::App *ledger = program.add_subcommand("ledger", "The files of this computer")->require_subcommand(1);
    CLI::App *check = ledger->add_subcommand("check", "Say what is wrong with ledger and journal");
    addJson(*check, options);
    check->callback([&run] { run = ledgerCheck; });
    CLI::App *rebuild = ledger->add_subcommand(
        "rebuild", "Bring sessions back from the journal, and from what a damaged ledger still says");
    addJson(*rebuild, options);
    rebuild->callback([&run] { run = ledgerRebuild; });
    CLI::App *accept =
        ledger->add_subcommand("accept", "Go on with ledger and journal as they are, after one of them was lost");
    addJson(*accept, options);
    const auto isMeant = std::make_shared<bool>(false);
    accept->add_flag("--yes", *isMeant, "Do not ask first");
    accept->callback(
        [&run, isMeant] { run = [isMeant](Context &context) { return ledgerAccept(context, *isMeant); }; });
}

} // namespace tilldeck::cli
