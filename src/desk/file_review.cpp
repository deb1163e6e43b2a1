// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/file_review.h"

#include "checkout/draft_fields.h"
#include "checkout/pricing.h"
#include "checkout/tidy_draft.h"
#include "checkout/validate.h"
#include "checkout/validate_keys.h"
#include "desk/refuse_keys.h"
#include "ledger/draft_document.h"

#include <QCoreApplication>
#include <QSet>

#include <utility>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using sheets::CellProblem;

namespace {

struct ImportReviewText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::ImportReview)
};

/// More rows than anybody looks through.
constexpr size_t mostRows = 100'000;
/// Enough to see what the columns are.
constexpr size_t mostBelowWrongTitles = 50;

} // namespace

/// Reads one file.
class FileReview::Reviewer
{
public:
    Reviewer(const Desk &desk, const QString &accountId, sheets::Sheet sheet, const checkout::Catalog &catalog)
        : m_desk(desk)
        , m_accountId(accountId)
        , m_sheet(std::move(sheet))
        , m_catalog(catalog)
        , m_now(desk.now())
        , m_holdsKey(keysKnownTo(desk))
    {
        m_review.encoding = m_sheet.encoding();
        m_review.separator = m_sheet.separator();
        addTitles();
        m_areTitlesRight = m_sheet.problems().empty();
    }

    std::optional<ReviewedRow> next()
    {
        const bool isEnough = !m_areTitlesRight && m_seen >= mostBelowWrongTitles;
        auto row = m_isEnded || isEnough ? std::nullopt : m_sheet.next();
        if (row && m_seen++ >= mostRows)
            m_failure =
                Error(ErrorKind::InvalidInput,
                      ImportReviewText::tr("The file has more than %L1 rows. Split it.").arg(qsizetype(mostRows)));
        if (row && !m_failure)
            return m_areTitlesRight ? take(std::move(*row)) : justSeen(std::move(*row));
        if (!std::exchange(m_isEnded, true))
            end();
        return std::nullopt;
    }

    const std::optional<Error> &failure() const { return m_failure; }
    double progress() const { return m_sheet.progress(); }
    ImportReview &review() { return m_review; }

private:
    /// Below titles that are wrong, each row would have the same problem.
    static ReviewedRow justSeen(sheets::SheetRow row)
    {
        ReviewedRow seen;
        seen.line = row.line;
        seen.cells = std::move(row.cells);
        return seen;
    }

    ReviewedRow take(sheets::SheetRow row)
    {
        row.draft = checkout::tidied(std::move(row.draft), m_catalog);
        const checkout::Capabilities &can = capabilities(row.draft.flow);
        std::vector<CellProblem> problems = std::move(row.problems);
        // What could not be read is missing in the draft, which would be said a second time.
        if (problems.empty()) {
            for (const checkout::Problem &problem : checkout::validate(row.draft, can, m_catalog, m_now, m_holdsKey))
                problems.push_back(m_sheet.placed(row, problem));
        }
        if (const auto same = sameReference(row); same > 0)
            problems.push_back(m_sheet.placed(
                row, checkout::Problem(
                         checkout::Field::Reference,
                         ImportReviewText::tr("Line %1 has the same reference. Each row needs its own.").arg(same))));
        ReviewedRow seen;
        seen.line = row.line;
        for (CellProblem &problem : problems)
            seen.problems.push_back(add(std::move(problem)));
        seen.cells = std::move(row.cells);
        if (!seen.problems.empty())
            return seen;
        ImportReview::Row taken;
        taken.line = row.line;
        if (!can.quoteLifetime) {
            const checkout::Preview local = checkout::priceLocally(row.draft, m_catalog, m_now);
            if (!local.tiers.empty() && local.tiers.front().customerPays)
                taken.amount = local.tiers.front().customerPays->amount;
        }
        m_review.needsQuotes = m_review.needsQuotes || can.quoteLifetime;
        if (can.quoteLifetime) {
            taken.receives = row.draft.pricing;
            taken.cells = seen.cells;
            taken.items = row.items;
        }
        const QByteArray contents = ledger::encodeDraft(checkout::withoutLocalFields(row.draft));
        m_review.sameRows += m_contents.contains(contents) ? 1 : 0;
        m_contents.insert(contents);
        taken.draft = std::move(row.draft);
        seen.amount = taken.amount;
        seen.receives = taken.receives;
        m_review.rows.push_back(std::move(taken));
        return seen;
    }

    CellProblem add(CellProblem problem)
    {
        // Problems are printed and copied.
        for (QString *text : {&problem.text, &problem.column}) {
            if (m_holdsKey(*text))
                text->clear();
        }
        // A title stands in it.
        if (const QString why = checkout::keyProblem(problem.sentence, m_holdsKey); !why.isEmpty())
            problem.sentence = why;
        ++m_review.problemCount;
        if (m_review.problems.size() < ImportReview::mostProblems)
            m_review.problems.push_back(problem);
        return problem;
    }

    void addTitles()
    {
        m_review.titleLine = m_sheet.titleLine();
        m_review.columns = m_sheet.columns();
        for (sheets::SheetColumn &column : m_review.columns) {
            const QString why = checkout::keyProblem(column.title, m_holdsKey);
            if (why.isEmpty())
                continue;
            column.title.clear();
            add({m_review.titleLine, {}, {}, why});
        }
    }

    /// Adds what is wrong with the file as a whole.
    void end()
    {
        for (const CellProblem &problem : m_sheet.problems())
            add(problem);
        if (m_review.problemCount == 0 && m_review.rows.empty())
            add({m_review.titleLine, {}, {}, ImportReviewText::tr("There are no rows below the titles.")});
    }

    /// Returns the line of an earlier row with the same reference; 0 where there is none.
    int sameReference(const sheets::SheetRow &row)
    {
        const QString reference = row.draft.reference;
        if (reference.isEmpty())
            return 0;
        const int earlier = m_references.value(reference);
        if (earlier == 0)
            m_references.insert(reference, row.line);
        return earlier;
    }

    const checkout::Capabilities &capabilities(const QString &flow)
    {
        auto known = m_capabilities.constFind(flow);
        if (known == m_capabilities.cend())
            known = m_capabilities.insert(flow, m_desk.capabilities(m_accountId, flow));
        return *known;
    }

    const Desk &m_desk;
    QString m_accountId;
    sheets::Sheet m_sheet;
    checkout::Catalog m_catalog;
    QDateTime m_now;
    keys::HoldsKey m_holdsKey;
    QHash<QString, checkout::Capabilities> m_capabilities; ///< By flow.
    QHash<QString, int> m_references;                      ///< The first line of each.
    QSet<QByteArray> m_contents;
    ImportReview m_review;
    bool m_areTitlesRight = true;
    size_t m_seen = 0; ///< Rows.
    bool m_isEnded = false;
    std::optional<Error> m_failure;
};

checkout::Result<FileReview> FileReview::open(const Desk &desk, const QString &accountId, const QString &path,
                                              sheets::SheetChoices choices, const checkout::Catalog &catalog)
{
    auto sheet = sheets::Sheet::open(path, std::move(choices), desk.capabilities(accountId));
    if (!sheet)
        return std::unexpected(Error(ErrorKind::InvalidInput, sheet.error()));
    return FileReview(std::make_unique<Reviewer>(desk, accountId, std::move(*sheet), catalog));
}

FileReview::FileReview(std::unique_ptr<Reviewer> reviewer)
    : m_reviewer(std::move(reviewer))
{
}

FileReview::FileReview(FileReview &&) noexcept = default;
FileReview &FileReview::operator=(FileReview &&) noexcept = default;
FileReview::~FileReview() = default;

std::optional<ReviewedRow> FileReview::next()
{
    return m_reviewer->next();
}

const std::optional<Error> &FileReview::failure() const
{
    return m_reviewer->failure();
}

double FileReview::progress() const
{
    return m_reviewer->progress();
}

const ImportReview &FileReview::review() const
{
    return m_reviewer->review();
}

ImportReview FileReview::take()
{
    return std::move(m_reviewer->review());
}

} // namespace tilldeck::desk
