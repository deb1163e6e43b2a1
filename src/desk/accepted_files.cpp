// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/accepted_files.h"

#include <QCoreApplication>

#include <algorithm>

namespace tilldeck::desk {

namespace {

struct AcceptedFilesText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::AcceptedFiles)
};

QString lostSentence(const ledger::Salvage &salvage)
{
    if (salvage.missing)
        return AcceptedFilesText::tr("%Ln creations and refunds of the damaged journal could not be read.", nullptr,
                                     *salvage.missing);
    if (salvage.rows == 0)
        return AcceptedFilesText::tr("Nothing of the damaged journal could be read: it is not known how many creations "
                                     "and refunds it held.");
    return AcceptedFilesText::tr("A part of the damaged journal could not be read.");
}

QString secondTimeSentence()
{
    return AcceptedFilesText::tr("Creations and refunds that the journal does not know any more can be made a second "
                                 "time. Look at the provider before you create a session or give money back again.");
}

} // namespace

QString riskOfAccepting(const std::vector<StorageTrouble> &troubles)
{
    const bool isLedgerOnly = std::ranges::all_of(troubles, [](const StorageTrouble &trouble) {
        return trouble.kind == StorageTrouble::Kind::NoLedger || !trouble.canBeAccepted();
    });
    // Without any, a journal that turns out to be damaged is what is accepted.
    if (!isLedgerOnly || troubles.empty())
        return secondTimeSentence();
    return AcceptedFilesText::tr("Sessions that no provider lists stay out of the lists, unless the lists are rebuilt "
                                 "from the journal.");
}

AcceptedFiles acceptedFiles(const ledger::Salvage &salvage)
{
    AcceptedFiles accepted;
    accepted.keptAs = salvage.keptAs;
    accepted.takenOver = salvage.rows;
    if (!salvage.complete)
        accepted.lost << lostSentence(salvage) << secondTimeSentence();
    return accepted;
}

AcceptedFiles acceptedWithoutJournal()
{
    AcceptedFiles accepted;
    accepted.lost << secondTimeSentence();
    return accepted;
}

QString lostContentsSentence(int count)
{
    return AcceptedFilesText::tr(
        "%Ln coupons, promotion codes, routes or changes of them were sent or planned, and neither their contents nor "
        "what became of them is known any more. Compare your lists with those of the provider, then close them under "
        "Needs attention.",
        nullptr, count);
}

} // namespace tilldeck::desk
