// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a file of rows piece by piece, so that a window can show them as they are read.
#pragma once

#include "desk/import_review.h"

#include <memory>

namespace tilldeck::desk {

/// Holds what a merchant sees of one row of a file.
struct ReviewedRow
{
    int line = 0;
    QStringList cells;                  ///< As they are, also where they hold a key.
    std::optional<money::Money> amount; ///< As ImportReview::Row has it; so is the next one.
    std::optional<money::Money> receives;
    std::vector<sheets::CellProblem> problems; ///< Without texts that hold a key.
};

/// Reviews a file as reviewFile() does, one row at a time; sends nothing. It is used while the desk lives.
class FileReview
{
public:
    /// Opens the file and finds its titles. Error: InvalidInput for a file that cannot be read.
    static checkout::Result<FileReview> open(const Desk &desk, const QString &accountId, const QString &path,
                                             sheets::SheetChoices choices, const checkout::Catalog &catalog);
    FileReview(FileReview &&) noexcept;
    FileReview &operator=(FileReview &&) noexcept;
    ~FileReview();

    /// Returns the next row; nothing at the end, or where failure() says why there is no further one.
    std::optional<ReviewedRow> next();
    /// Returns why the file cannot be imported: it has too many rows. Error: InvalidInput.
    const std::optional<checkout::Error> &failure() const;
    /// Returns how much of the file was read, from 0 to 1.
    double progress() const;
    /// Returns what is known by now. Once next() has returned nothing, that is everything.
    const ImportReview &review() const;
    /// Ends the reading and returns everything.
    ImportReview take();

private:
    class Reviewer;
    explicit FileReview(std::unique_ptr<Reviewer> reviewer);
    std::unique_ptr<Reviewer> m_reviewer;
};

} // namespace tilldeck::desk
