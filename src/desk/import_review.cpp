// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/import_review.h"

#include "checkout/draft_fields.h"
#include "checkout/pricing.h"
#include "checkout/tidy_draft.h"
#include "checkout/validate.h"
#include "checkout/validate_keys.h"
#include "desk/refuse_keys.h"
#include "ledger/draft_document.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using sheets::CellProblem;

namespace {

struct ImportReviewText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::ImportReview)
};

constexpr size_t mostProblems = 1000;
/// More rows than anybody looks through.
constexpr size_t mostRows = 100'000;

/// Reads one file.
class Reviewer
{
public:
    Reviewer(const Desk &desk, const QString &accountId, const checkout::Catalog &catalog)
        : m_desk(desk)
        , m_accountId(accountId)
        , m_catalog(catalog)
        , m_now(desk.now())
        , m_holdsKey(keysKnownTo(desk))
    {
    }

    void take(const sheets::Sheet &sheet, sheets::SheetRow row)
    {
        row.draft = checkout::tidied(std::move(row.draft), m_catalog);
        const checkout::Capabilities &can = capabilities(row.draft.flow);
        std::vector<CellProblem> problems = std::move(row.problems);
        // What could not be read is missing in the draft, which would be said a second time.
        if (problems.empty()) {
            for (const checkout::Problem &problem : checkout::validate(row.draft, can, m_catalog, m_now, m_holdsKey))
                problems.push_back(sheet.placed(row, problem));
        }
        if (const auto same = sameReference(row); same > 0)
            problems.push_back(sheet.placed(
                row, checkout::Problem(
                         checkout::Field::Reference,
                         ImportReviewText::tr("Line %1 has the same reference. Each row needs its own.").arg(same))));
        for (CellProblem &problem : problems)
            add(std::move(problem));
        if (!problems.empty())
            return;
        ImportReview::Row taken;
        taken.line = row.line;
        if (!can.quoteLifetime) {
            const checkout::Preview local = checkout::priceLocally(row.draft, m_catalog, m_now);
            if (!local.tiers.empty() && local.tiers.front().customerPays)
                taken.amount = local.tiers.front().customerPays->amount;
        }
        m_review.needsQuotes = m_review.needsQuotes || can.quoteLifetime;
        if (can.quoteLifetime) {
            taken.cells = row.cells;
            taken.items = row.items;
        }
        const QByteArray contents = ledger::encodeDraft(checkout::withoutLocalFields(row.draft));
        m_review.sameRows += m_contents.contains(contents) ? 1 : 0;
        m_contents.insert(contents);
        taken.draft = std::move(row.draft);
        m_review.rows.push_back(std::move(taken));
    }

    void add(CellProblem problem)
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
        if (m_review.problems.size() < mostProblems)
            m_review.problems.push_back(std::move(problem));
    }

    void addTitles(const sheets::Sheet &sheet)
    {
        m_review.titleLine = sheet.titleLine();
        m_review.columns = sheet.columns();
        for (sheets::SheetColumn &column : m_review.columns) {
            const QString why = checkout::keyProblem(column.title, m_holdsKey);
            if (why.isEmpty())
                continue;
            column.title.clear();
            add({m_review.titleLine, {}, {}, why});
        }
    }

    ImportReview &review() { return m_review; }

private:
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
    const checkout::Catalog &m_catalog;
    QDateTime m_now;
    keys::HoldsKey m_holdsKey;
    QHash<QString, checkout::Capabilities> m_capabilities; ///< By flow.
    QHash<QString, int> m_references;                      ///< The first line of each.
    QSet<QByteArray> m_contents;
    ImportReview m_review;
};

} // namespace

QStringList ImportReview::unusedColumns() const
{
    QStringList titles;
    for (const sheets::SheetColumn &column : columns) {
        if (!column.target && !column.title.isEmpty())
            titles << column.title;
    }
    return titles;
}

void ImportReview::refused(const Row &row, const Error &error)
{
    sheets::SheetRow there;
    there.line = row.line;
    there.cells = row.cells;
    there.items = row.items;
    there.draft = row.draft;
    std::vector<CellProblem> placed;
    for (const checkout::Problem &problem : error.problems)
        placed.push_back(sheets::placed(columns, there, problem));
    if (placed.empty())
        placed.push_back({row.line, {}, {}, error.sentence});
    for (CellProblem &problem : placed) {
        ++problemCount;
        if (problems.size() < mostProblems)
            problems.push_back(std::move(problem));
    }
}

std::vector<money::Money> ImportReview::totals() const
{
    std::vector<money::Money> totals;
    for (const Row &row : rows) {
        if (!row.amount)
            continue;
        const auto same = std::ranges::find_if(
            totals, [&row](const money::Money &total) { return total.currency() == row.amount->currency(); });
        if (same == totals.end()) {
            totals.push_back(*row.amount);
            continue;
        }
        const auto sum = same->plus(*row.amount);
        if (!sum)
            return {};
        *same = *sum;
    }
    return totals;
}

int ImportReview::unpriced() const
{
    return static_cast<int>(std::ranges::count_if(rows, [](const Row &row) { return !row.amount; }));
}

std::vector<ledger::ImportRow> ImportReview::importRows() const
{
    std::vector<ledger::ImportRow> planned;
    planned.reserve(rows.size());
    for (const Row &row : rows) {
        ledger::ImportRow one;
        one.line = row.line;
        one.draft = row.draft;
        planned.push_back(std::move(one));
    }
    return planned;
}

checkout::Result<ImportReview> reviewFile(const Desk &desk, const QString &accountId, const QString &path,
                                          sheets::SheetChoices choices, const checkout::Catalog &catalog,
                                          const std::function<void(double)> &progressed)
{
    auto sheet = sheets::Sheet::open(path, std::move(choices), desk.capabilities(accountId));
    if (!sheet)
        return std::unexpected(Error(ErrorKind::InvalidInput, sheet.error()));
    Reviewer reviewer(desk, accountId, catalog);
    constexpr int often = 500;
    int read = 0;
    const bool areTitlesRight = sheet->problems().empty();
    // Below titles that are wrong, each row would have the same problem.
    while (areTitlesRight) {
        auto row = sheet->next();
        if (!row)
            break;
        if (reviewer.review().rows.size() >= mostRows)
            return std::unexpected(
                Error(ErrorKind::InvalidInput,
                      ImportReviewText::tr("The file has more than %L1 rows. Split it.").arg(qsizetype(mostRows))));
        reviewer.take(*sheet, std::move(*row));
        if (progressed && ++read % often == 0)
            progressed(sheet->progress());
    }
    for (const CellProblem &problem : sheet->problems())
        reviewer.add(problem);
    reviewer.addTitles(*sheet);
    ImportReview &review = reviewer.review();
    review.encoding = sheet->encoding();
    review.separator = sheet->separator();
    if (review.problemCount == 0 && review.rows.empty())
        reviewer.add({review.titleLine, {}, {}, ImportReviewText::tr("There are no rows below the titles.")});
    return std::move(review);
}

} // namespace tilldeck::desk
