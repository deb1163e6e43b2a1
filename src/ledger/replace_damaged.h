// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged file is replaced by a new one with what can be read of it.
#pragma once

#include "ledger/database.h"
#include "ledger/salvage.h"

namespace tilldeck::ledger {

/// Says which file is replaced, and by what.
struct Replacement
{
    QString path;                    ///< Of the damaged file, which nobody in this program has open.
    std::vector<QStringList> schema; ///< Of the new file.
    QStringList tables;              ///< The rows of these are taken over.
    QStringList afterwards;          ///< Statements, run on the new file once it has the rows.
    QString mark;                    ///< Stands in the new file as the pair that it belongs to; may be empty.
    QString turnPath = {};           ///< As in Database::Setup.
    QString lateTable = {};          ///< Taken over too; no version has it, so the damaged file may lack it.
    QStringList lateSchema = {};     ///< Makes it.
    std::vector<DetailTable> details = {};
};

/// Fills a new file beside the damaged one with the rows that can be read, and gives it the damaged one's place once
/// all of it is on the disk. The damaged file is kept under a name that says what it is and since when. An error leaves
/// the damaged file where it was; a program that ends meanwhile leaves it there too, or a replacement that
/// finishReplacement() completes. Blocks. Errors: Storage, also for a row that could not be written although it was
/// read.
checkout::Result<Salvage> replaceDamaged(const Replacement &replacement);

/// Completes the replacement of the file @p path by a program that ended in between, and removes what one that was not
/// complete has left. To be called before the file is opened.
void finishReplacement(const QString &path);

/// Returns whether the head of the file, which nobody in this program has open, says that its schema is one of a
/// program that came after @p schema. It can be read of files that are too damaged to be opened.
bool isOfNewerProgram(const QString &path, const std::vector<QStringList> &schema);

} // namespace tilldeck::ledger
