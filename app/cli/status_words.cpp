// SPDX-License-Identifier: GPL-3.0-or-later
#include "status_words.h"

#include "search.h"

#include "desk/follow_journal.h"
#include "desk/open_outcomes.h"
#include "ledger/asked_refunds.h"
#include "ledger/search_words.h"

#include <QCoroTask>

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <utility>

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

using checkout::SessionStatus;
using checkout::TransactionStatus;
using SessionFilterStatus = ledger::SessionFilter::Status;

namespace {

constexpr std::string_view unknownWord = "unknown";
constexpr std::string_view outcomeUnknown = "outcome_unknown";

constexpr std::array<std::pair<std::string_view, TransactionStatus>, 5> transactionWords{
    {{"pending", TransactionStatus::Pending},
     {"succeeded", TransactionStatus::Succeeded},
     {"failed", TransactionStatus::Failed},
     {"refunded", TransactionStatus::Refunded},
     {"partially_refunded", TransactionStatus::PartlyRefunded}}};

/// Words for a payment whose refunds are to be said instead of its status.
constexpr std::array<std::pair<std::string_view, ledger::OpenRefunds>, 3> refundWords{
    {{"refund_asked", ledger::OpenRefunds::Asked},
     {"refund_under_way", ledger::OpenRefunds::UnderWay},
     {"refund_unknown", ledger::OpenRefunds::Unknown}}};

/// Was taken where "partially_refunded" was printed.
constexpr std::string_view earlierPartlyRefunded = "partly_refunded";

constexpr std::array<std::pair<std::string_view, SessionFilterStatus>, 8> sessionWords{
    {{"open", SessionFilterStatus::Open},
     {"completed", SessionFilterStatus::Completed},
     {"expired", SessionFilterStatus::Expired},
     {"failed", SessionFilterStatus::Failed},
     {"creating", SessionFilterStatus::Creating},
     {"not_asked", SessionFilterStatus::NotAsked},
     {outcomeUnknown, SessionFilterStatus::OutcomeUnknown},
     {"needs_attention", SessionFilterStatus::NeedsAttention}}};

QString fromView(std::string_view word)
{
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

template <class Words, class Status> QString wordOf(const Words &words, Status status)
{
    const auto found = std::ranges::find(words, status, &Words::value_type::second);
    return found == words.end() ? QString() : fromView(found->first);
}

template <class Words> auto statusOf(const Words &words, const std::string &word)
{
    const auto found = std::ranges::find(words, std::string_view(word), &Words::value_type::first);
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

/// Returns whether @p word stands for a status whose name is not known here: "unknown", or as it is printed.
bool isUnknownWord(std::string_view word)
{
    return word == unknownWord || (word.starts_with(unknownWord) && word.substr(unknownWord.size()).starts_with(':'));
}

QString unknownWordFor(const QString &provider)
{
    return fromView(unknownWord) + u':' + provider;
}

/// Returns whether the printed @p status is one of those that the unknown @p word stands for.
bool isMeant(const QString &status, const std::string &word)
{
    const std::string printed = status.toStdString();
    return word == unknownWord ? isUnknownWord(printed) || printed == outcomeUnknown : printed == word;
}

/// Accepts @p words, those for what is unknown, @p more, and @p alias.
template <class Words>
CLI::Validator checkOf(const Words &words, std::string_view alias, const std::vector<std::string_view> &more = {})
{
    std::vector<std::string> taken{"all"};
    for (const auto &[word, status] : words)
        taken.emplace_back(word);
    taken.insert(taken.end(), more.begin(), more.end());
    for (const std::string_view word : {outcomeUnknown, unknownWord})
        if (std::ranges::find(taken, word) == taken.end())
            taken.emplace_back(word);
    const std::string list = CLI::detail::join(taken, ",");
    const auto problem = [taken, other = std::string(alias), list](const std::string &word) {
        const bool isTaken =
            std::ranges::find(taken, word) != taken.end() || isUnknownWord(word) || (!other.empty() && word == other);
        return isTaken ? std::string() : word + " not in {" + list + "}";
    };
    return CLI::Validator(problem, "{" + list + "}");
}

/// Returns the first @p limit rows that @p read answers page by page and @p isWanted accepts.
template <class Row, class Read, class Wanted, class Key>
checkout::Result<std::vector<Row>> firstRows(qsizetype limit, Read read, Wanted isWanted, Key keyOf)
{
    constexpr qsizetype pageSize = 1000;
    std::vector<Row> rows;
    ledger::PageKey after;
    for (bool more = true; more;) {
        const checkout::Result<ledger::RecordPage<Row>> page = read(after, static_cast<int>(std::min(limit, pageSize)));
        if (!page)
            return std::unexpected(page.error());
        for (const Row &row : page->rows) {
            if (std::ssize(rows) < limit && isWanted(row))
                rows.push_back(row);
        }
        more = page->more && !page->rows.empty() && std::ssize(rows) < limit;
        if (more)
            after = keyOf(page->rows.back());
    }
    return rows;
}

} // namespace

QString statusWord(const ledger::TransactionRecord &record)
{
    const QString refunds = wordOf(refundWords, ledger::openRefunds(record));
    const QString word = refunds.isEmpty() ? wordOf(transactionWords, ledger::knownStatus(record)) : refunds;
    return word.isEmpty() ? unknownWordFor(record.transaction.rawStatus) : word;
}

QString statusWord(const ledger::SessionRecord &record, const QDateTime &now)
{
    if (record.state == ledger::SessionRecord::State::Creating)
        return wordOf(sessionWords, SessionFilterStatus::Creating);
    if (record.state == ledger::SessionRecord::State::OutcomeUnknown)
        return wordOf(sessionWords, SessionFilterStatus::OutcomeUnknown);
    switch (checkout::statusAt(record.session, now)) {
    case SessionStatus::Open:
        return wordOf(sessionWords, SessionFilterStatus::Open);
    case SessionStatus::Completed:
        return wordOf(sessionWords, SessionFilterStatus::Completed);
    case SessionStatus::Expired:
        return wordOf(sessionWords, SessionFilterStatus::Expired);
    case SessionStatus::Failed:
        return wordOf(sessionWords, SessionFilterStatus::Failed);
    case SessionStatus::NotAsked:
        return wordOf(sessionWords, SessionFilterStatus::NotAsked);
    case SessionStatus::Unrecognised:
        break;
    }
    return unknownWordFor(record.session.rawStatus);
}

QString outcomeUnknownWord()
{
    return fromView(outcomeUnknown);
}

bool isOfUnknownOutcomes(const std::string &word)
{
    return word == unknownWord || word == outcomeUnknown;
}

bool isOfOpenOutcomes(const std::string &word)
{
    return isOfUnknownOutcomes(word) || statusOf(sessionWords, word) == SessionFilterStatus::NeedsAttention;
}

QStringList transactionStatusWords()
{
    QStringList words;
    for (const auto &[word, status] : transactionWords)
        words << fromView(word);
    for (const auto &[word, refunds] : refundWords)
        words << fromView(word);
    return words << fromView(unknownWord);
}

QStringList sessionStatusWords()
{
    QStringList words;
    for (const auto &[word, status] : sessionWords)
        words << fromView(word);
    return words << fromView(unknownWord);
}

CLI::Validator transactionStatusCheck()
{
    return checkOf(transactionWords, earlierPartlyRefunded,
                   {refundWords[0].first, refundWords[1].first, refundWords[2].first});
}

CLI::Validator sessionStatusCheck()
{
    return checkOf(sessionWords, {});
}

desk::PaymentRows rowsOfStatus(ledger::TransactionFilter filter, const std::string &word)
{
    desk::PaymentRows rows;
    if (word == outcomeUnknown) // of refunds alone
        rows.given.emplace();
    const std::string printed = word == earlierPartlyRefunded ? "partially_refunded" : word;
    filter.status = isUnknownWord(word) ? TransactionStatus::Unrecognised : statusOf(transactionWords, printed);
    rows.filter = std::move(filter);
    if (word != "all")
        rows.isMeant = [printed](const ledger::TransactionRecord &row) { return isMeant(statusWord(row), printed); };
    return rows;
}

checkout::Result<std::vector<ledger::TransactionRecord>> transactionsOfStatus(Context &context,
                                                                              const ledger::TransactionFilter &filter,
                                                                              const std::string &word, qsizetype limit)
{
    const desk::PaymentRows rows = rowsOfStatus(filter, word);
    if (rows.given)
        return {};
    return firstRows<ledger::TransactionRecord>(
        limit,
        [&](const ledger::PageKey &after, int size) {
            return context.desk().ledger().transactions(rows.filter, after, size).result();
        },
        [&](const ledger::TransactionRecord &row) { return !rows.isMeant || rows.isMeant(row); },
        [](const ledger::TransactionRecord &row) { return ledger::PageKey{row.transaction.createdAt, row.key}; });
}

namespace {

/// Adds the creations of unknown outcome that the ledger has no row of, as after it was lost with accounts.json.
checkout::Result<void> addWithoutRow(std::vector<ledger::SessionRecord> &rows, Context &context,
                                     const ledger::SessionFilter &filter, qsizetype limit)
{
    const auto open = QCoro::waitFor(desk::openOutcomes(context.deskPointer(), filter.accountIds));
    if (!open)
        return std::unexpected(open.error());
    for (const desk::OpenOutcome &outcome : *open) {
        const ledger::Intent &intent = outcome.intent;
        const bool isCreation = intent.kind == ledger::Intent::Kind::Create;
        if (!isCreation || std::cmp_greater_equal(rows.size(), limit) ||
            std::ranges::find(rows, intent.id, &ledger::SessionRecord::intentId) != rows.end())
            continue;
        ledger::SessionRecord row = desk::rowOfCreation(intent, intent.draft.flow);
        row.state = ledger::SessionRecord::State::OutcomeUnknown;
        const QString text = intent.id + u' ' + row.customerLabel + u' ' + row.itemsLabel;
        if (ledger::holdsWords(text, filter.text) && hasWantedAmount(row.amount, filter))
            rows.push_back(std::move(row));
    }
    return {};
}

} // namespace

checkout::Result<std::vector<ledger::SessionRecord>> sessionsOfStatus(Context &context, ledger::SessionFilter filter,
                                                                      const std::string &word, qsizetype limit)
{
    const bool isUnknown = isUnknownWord(word);
    // Whatever is unknown needs attention.
    filter.status = isUnknown ? SessionFilterStatus::NeedsAttention
                              : statusOf(sessionWords, word).value_or(SessionFilterStatus::All);
    auto rows = firstRows<ledger::SessionRecord>(
        limit,
        [&](const ledger::PageKey &after, int size) {
            return context.desk().ledger().sessions(filter, after, size).result();
        },
        [&](const ledger::SessionRecord &row) { return !isUnknown || isMeant(statusWord(row, filter.now), word); },
        [](const ledger::SessionRecord &row) { return ledger::PageKey{row.createdAt, row.key}; });
    if (rows && isUnknown) {
        if (const auto added = addWithoutRow(*rows, context, filter, limit); !added)
            return std::unexpected(added.error());
    }
    return rows;
}

} // namespace tilldeck::cli
