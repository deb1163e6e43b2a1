// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_commands.h"

#include "options.h"

#include "desk/accepted_files.h"
#include "desk/rebuild_ledger.h"
#include "ledger/sample_rows.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>

#include <memory>

#include <unistd.h>

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

using checkout::Error;
using checkout::ErrorKind;

namespace {

/// So long a command works without a word.
constexpr qint64 quietMs = 5'000;

struct LedgerText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::cli::Ledger)
};

/// Empties a damaged index of words and says so. Returns whether it was damaged.
checkout::Result<bool> mendIndex(Context &context)
{
    ledger::Ledger &ledger = context.desk().ledger();
    // Without an index that can be opened, a search looks through the rows.
    if (!ledger.readOnlyReason().isEmpty())
        return false;
    const auto isMended = ledger.mendIndex().result();
    if (isMended && *isMended)
        Context::note(LedgerText::tr("The index of words was damaged. It holds nothing that is not in the lists, and "
                                     "is made anew from them: at once by “tilldeck-cli ledger index”, else by the "
                                     "window while nothing else happens. Until then a search looks through the rows."));
    return isMended;
}

Exit ledgerCheck(Context &context)
{
    if (!context.open())
        return Exit::Rejected;
    const auto before = context.desk().storageTroubles().size();
    if (const auto checked = QCoro::waitFor(context.desk().checkFiles(true)); !checked)
        return context.fail(checked.error());
    const auto isMended = mendIndex(context);
    if (!isMended)
        return context.fail(isMended.error());
    QJsonArray troubles;
    for (const desk::StorageTrouble &trouble : context.desk().storageTroubles()) {
        if (static_cast<size_t>(troubles.size()) >= before)
            Context::note(trouble.sentence);
        troubles.append(QJsonObject{{u"sentence"_s, trouble.sentence}, {u"stops_writes"_s, trouble.stopsWrites}});
    }
    context.print(QJsonObject{{u"troubles"_s, troubles}, {u"index_emptied"_s, *isMended}},
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
                              {u"index_emptied"_s, rebuilt->isIndexEmptied},
                              {u"lost"_s, QJsonArray::fromStringList(rebuilt->lost)}},
                  desk::sentencesOf(*rebuilt).join(u'\n'));
    return Exit::Done;
}

/// Holds how many rows `ledger generate` makes, and from which number they are drawn.
struct GenerateArguments
{
    qint64 sessions = 0;
    quint64 seed = 1;
    std::string end = "2026-11-30T12:00:00Z";
};

void noteProgress(const ledger::SampleRows &rows, qint64 count, qint64 ms)
{
    const QLocale locale;
    const qint64 perSecond = rows.made() * 1000 / std::max<qint64>(ms, 1);
    const qint64 left = (count - rows.made()) / std::max<qint64>(perSecond, 1);
    Context::note(LedgerText::tr("%1 of %2 sessions, %3 a second, %4 s left.")
                      .arg(locale.toString(rows.made()), locale.toString(count), locale.toString(perSecond),
                           locale.toString(left)));
}

Exit ledgerGenerate(Context &context, const GenerateArguments &arguments)
{
    const QDateTime end = QDateTime::fromString(QString::fromStdString(arguments.end), Qt::ISODate).toUTC();
    if (!end.isValid()) {
        context.fail(Error(ErrorKind::InvalidInput, LedgerText::tr("Write the moment as 2026-11-30T12:00:00Z.")));
        return Exit::Usage;
    }
    if (!context.open())
        return Exit::Rejected;
    ledger::Ledger &ledger = context.desk().ledger();
    // Rows that nobody has made do not belong beside those of a merchant.
    if (!ledger.pairMark().isEmpty || !context.desk().accounts().accounts().empty())
        return context.fail(
            Error(ErrorKind::InvalidInput, LedgerText::tr("This is for measuring, and only in a new folder: set "
                                                          "TILLDECK_DATA_DIR to one that does not exist yet.")));
    accounts::Account shop;
    shop.name = u"Generated shop"_s;
    shop.baseUrl = u"http://127.0.0.1:9"_s; // where nobody answers
    shop.accountId = u"acc_generated"_s;
    shop.mode = accounts::Mode::Sandbox;
    const auto added = context.desk().accounts().add(shop);
    if (!added)
        return context.fail(Error(ErrorKind::Storage, added.error()));
    ledger::SampleRows rows(added->id, arguments.sessions, arguments.seed, end);
    constexpr size_t atOnce = 20'000;
    QElapsedTimer since;
    since.start();
    qint64 said = 0;
    std::optional<QFuture<checkout::Result<void>>> writing;
    const auto written = [&]() -> checkout::Result<void> {
        return writing ? writing->result() : checkout::Result<void>();
    };
    while (!rows.atEnd()) {
        std::vector<ledger::SampleRow> batch;
        while (batch.size() < atOnce && !rows.atEnd())
            batch.push_back(rows.next());
        // One batch is made while the one before is written.
        if (const auto result = written(); !result)
            return context.fail(result.error());
        writing = ledger.addSamples(std::move(batch));
        if (since.elapsed() - said >= quietMs) {
            said = since.elapsed();
            noteProgress(rows, arguments.sessions, said);
        }
    }
    if (const auto result = written(); !result)
        return context.fail(result.error());
    context.print(
        QJsonObject{{u"sessions"_s, rows.made()}, {u"ms"_s, since.elapsed()}},
        LedgerText::tr("Made %1 sessions in %2 s.")
            .arg(QLocale().toString(rows.made()), QLocale().toString(double(since.elapsed()) / 1000.0, 'f', 1)));
    return Exit::Done;
}

Exit ledgerIndex(Context &context)
{
    if (!context.open())
        return Exit::Rejected;
    if (const auto isMended = mendIndex(context); !isMended)
        return context.fail(isMended.error());
    constexpr int atOnce = 20'000;
    ledger::Ledger &ledger = context.desk().ledger();
    QElapsedTimer since;
    since.start();
    qint64 said = 0;
    qint64 left = 1;
    while (left > 0) {
        const auto more = ledger.indexWords(atOnce).result();
        if (!more)
            return context.fail(more.error());
        left = *more;
        if (left > 0 && since.elapsed() - said >= quietMs) {
            said = since.elapsed();
            Context::note(LedgerText::tr("%n rows are left.", nullptr, static_cast<int>(left)));
        }
    }
    const auto size = ledger.sizeOfIndex().result();
    if (!size)
        return context.fail(size.error());
    context.print(QJsonObject{{u"bytes"_s, *size}, {u"ms"_s, since.elapsed()}},
                  LedgerText::tr("Every word of sessions and payments is in the index, which takes %1.")
                      .arg(QLocale().formattedDataSize(*size)));
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
    CLI::App *generate = ledger->add_subcommand("generate", "Fill a new data folder with a shop to measure on");
    addJson(*generate, options);
    const auto generated = std::make_shared<GenerateArguments>();
    generate->add_option("sessions", generated->sessions, "How many sessions, with the payments of most of them")
        ->required()
        ->check(CLI::Range(qint64(1), qint64(100'000'000)));
    generate->add_option("--seed", generated->seed, "Another number makes other rows")->capture_default_str();
    generate->add_option("--end", generated->end, "When the last session is made; the first is five years older")
        ->capture_default_str();
    generate->callback(
        [&run, generated] { run = [generated](Context &context) { return ledgerGenerate(context, *generated); }; });
    CLI::App *index = ledger->add_subcommand(
        "index", "Take all words into the index at once, which the window does while nothing else happens");
    addJson(*index, options);
    index->callback([&run] { run = ledgerIndex; });
    CLI::App *accept =
        ledger->add_subcommand("accept", "Go on with ledger and journal as they are, after one of them was lost");
    addJson(*accept, options);
    const auto isMeant = std::make_shared<bool>(false);
    accept->add_flag("--yes", *isMeant, "Do not ask first");
    accept->callback(
        [&run, isMeant] { run = [isMeant](Context &context) { return ledgerAccept(context, *isMeant); }; });
}

} // namespace tilldeck::cli
