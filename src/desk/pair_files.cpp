// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/pair_files.h"

#include "desk/use_case_log.h"

#include <QCoreApplication>
#include <QDir>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

using ledger::PairMark;

namespace {

struct PairText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::PairFiles)
};

enum class Match { Pair, Unpaired, NoFiles, NoJournal, NoLedger, Foreign };

/// The version of the ledger that carries a pair id from its first moment.
constexpr int firstPairedVersion = 7;

Match matchOf(const PairMark &ledger, const PairMark &journal, bool wereUsed)
{
    if (!ledger.id.isEmpty() && ledger.id == journal.id)
        return Match::Pair;
    if (ledger.id == PairMark::madeAnew)
        return Match::NoLedger;
    if (ledger.id == PairMark::bothMadeAnew)
        return Match::NoFiles;
    if (ledger.id.isEmpty() && journal.id.isEmpty()) {
        if (wereUsed && journal.foundVersion == 0 && ledger.foundVersion == 0)
            return Match::NoFiles;
        if (journal.foundVersion == 0 && !ledger.isEmpty)
            return Match::NoJournal;
        return ledger.foundVersion == 0 && !journal.isEmpty ? Match::NoLedger : Match::Unpaired;
    }
    if (journal.id.isEmpty())
        return journal.isEmpty ? Match::NoJournal : Match::Foreign;
    if (!ledger.id.isEmpty())
        return Match::Foreign;
    // There was a ledger when the journal was paired.
    if (ledger.foundVersion == 0)
        return Match::NoLedger;
    // The journal is paired first. A ledger that could carry an id and carries none was cut off right after that; an
    // older one was put in the place of the one that did.
    return ledger.foundVersion >= firstPairedVersion ? Match::Unpaired : Match::Foreign;
}

/// Returns whether the journal knows what the ledger knows to have been begun last; one that was put back from a backup
/// does not.
bool isUpToDate(const PairMark &ledger, ledger::Journal &journal)
{
    for (const QString &id : {ledger.newestIntent, ledger.newestBegun}) {
        const auto intent = journal.intent(id).result();
        if (!id.isEmpty() && intent && !intent->has_value())
            return false;
    }
    return true;
}

checkout::Result<void> pairBoth(ledger::Ledger &ledger, ledger::Journal &journal, bool replacesJournal,
                                bool replacesLedger)
{
    const auto paired = journal.pairAs(QUuid::createUuid().toString(QUuid::Id128), replacesJournal).result();
    if (!paired)
        return std::unexpected(paired.error());
    const auto followed = ledger.pairAs(*paired, replacesLedger).result();
    if (!followed)
        return std::unexpected(followed.error());
    return {};
}

/// Returns what stands in a ledger until the merchant has decided about @p match.
QString markOf(Match match)
{
    if (match == Match::NoFiles)
        return PairMark::bothMadeAnew;
    return match == Match::NoLedger ? PairMark::madeAnew : PairMark::ofEarlierTime;
}

/// Logs that files could not be paired: the next start asks again.
template <class T> void logFailure(const checkout::Result<T> &paired)
{
    if (!paired)
        qCWarning(deskLog).noquote() << "Ledger and journal are not paired:" << loggedError(paired.error());
}

} // namespace

std::optional<StorageTrouble> pairFiles(ledger::Ledger &ledger, ledger::Journal &journal, const QString &dataDirectory,
                                        bool wereUsed)
{
    const QDir directory(dataDirectory);
    const QString ledgerPath = QDir::toNativeSeparators(directory.absoluteFilePath(u"ledger.sqlite"_s));
    const QString journalPath = QDir::toNativeSeparators(directory.absoluteFilePath(u"journal.sqlite"_s));
    const bool isWritable = ledger.readOnlyReason().isEmpty() && journal.readOnlyReason().isEmpty();
    Match match = matchOf(ledger.pairMark(), journal.pairMark(), wereUsed);
    if (match == Match::Pair && !isUpToDate(ledger.pairMark(), journal))
        match = Match::Foreign;
    // Without a mark, the ledger would look at the next start as if it had been cut off.
    if ((match == Match::NoFiles || match == Match::NoLedger || match == Match::Foreign) &&
        ledger.pairMark().id.isEmpty() && isWritable)
        logFailure(ledger.pairAs(markOf(match), false).result());
    using Kind = StorageTrouble::Kind;
    switch (match) {
    case Match::Pair:
        break;
    case Match::Unpaired:
        // A failure leaves them unpaired, and the next start tries again.
        if (isWritable)
            logFailure(pairBoth(ledger, journal, false, false));
        break;
    case Match::NoFiles:
        return StorageTrouble(
            Kind::NoFiles,
            PairText::tr(
                "%1 and %2 are new, although accounts were connected here before. They said which sessions and refunds "
                "have no answer yet and what was given back from here. Put them back from a backup, or decide "
                "to begin with new ones. Until then nothing is created, refunded or changed at a provider.")
                .arg(ledgerPath, journalPath),
            true);
    case Match::NoJournal:
        return StorageTrouble(
            Kind::NoJournal,
            PairText::tr("%1 is missing or empty. It said which sessions and refunds have no answer yet and what was "
                         "given back from here. Put it back from a backup, or decide to go on without it. Until then "
                         "nothing is created, refunded or changed at a provider.")
                .arg(journalPath),
            true);
    case Match::NoLedger:
        return StorageTrouble(
            Kind::NoLedger,
            PairText::tr("%1 was missing or empty, so the lists hold only what was read since. Put it back from a "
                         "backup, rebuild it from the journal, or decide to go on without it. Until then nothing is "
                         "created, refunded or changed at a provider.")
                .arg(ledgerPath),
            true);
    case Match::Foreign:
        return StorageTrouble(
            Kind::Foreign,
            PairText::tr("%1 and %2 do not belong together: one of them is of another time or another computer. Put "
                         "back the one that is missing, or decide to go on with both as they are. Until then nothing "
                         "is created, refunded or changed at a provider.")
                .arg(ledgerPath, journalPath),
            true);
    }
    return std::nullopt;
}

std::optional<StorageTrouble> exchangedTrouble(ledger::Ledger &ledger, ledger::Journal &journal,
                                               const QString &dataDirectory)
{
    const auto lacks = journal.lacksNewest().result();
    if (!lacks || !*lacks)
        return std::nullopt; // it is said elsewhere that the journal cannot be read
    logFailure(ledger.pairAs(markOf(Match::Foreign), true).result());
    const QDir directory(dataDirectory);
    return StorageTrouble(
        StorageTrouble::Kind::Foreign,
        PairText::tr(
            "%1 and %2 were exchanged while Tilldeck worked with them: they lack what was sent from here. Put back "
            "those that were here, or decide to go on with both as they are. Until then nothing is created, "
            "refunded or changed at a provider.")
            .arg(QDir::toNativeSeparators(directory.absoluteFilePath(u"ledger.sqlite"_s)),
                 QDir::toNativeSeparators(directory.absoluteFilePath(u"journal.sqlite"_s))),
        true);
}

checkout::Result<void> pairAnew(ledger::Ledger &ledger, ledger::Journal &journal)
{
    return pairBoth(ledger, journal, true, true);
}

checkout::Result<void> pairWithJournal(ledger::Ledger &ledger, ledger::Journal &journal)
{
    return pairBoth(ledger, journal, false, true);
}

} // namespace tilldeck::desk
