// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/promotion_batch.h"

#include "checkout/validate_keys.h"
#include "desk/account_of_intent.h"
#include "desk/ask_provider_time.h"
#include "desk/code_pattern.h"
#include "desk/note_tried.h"
#include "desk/refuse_keys.h"
#include "desk/send_code.h"
#include "desk/stored_sentence.h"
#include "desk/unsettled_writes.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <span>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::Intent;
using ledger::PlannedCodes;
using End = PromotionBatch::Made::End;

namespace {

constexpr int mostCodes = 10'000;
constexpr int longestPattern = 64;
/// How long ago a batch of the same terms is likely to be the one that is meant.
constexpr std::chrono::seconds repeatWindow = std::chrono::minutes(5);
/// After so many codes in a row without an answer, no further one is sent.
constexpr int mostUnknownInARow = 3;

/// Plans the codes; with Repeat::Ask only while nothing of the same is unfinished, or was made a moment ago.
http::Task<checkout::Result<PlannedCodes>> planBatch(QPointer<Desk> desk, PromotionBatch::Order order, Repeat repeat)
{
    if (const auto refused = refusedKey(*desk, order.pattern, AskedFor::Code))
        co_return std::unexpected(*refused);
    if (const auto refused = refusedKey(*desk, order.couponId, AskedFor::Coupon))
        co_return std::unexpected(*refused);
    std::vector<checkout::PromotionCode> codes;
    codes.reserve(static_cast<size_t>(order.count));
    for (const QString &text : codesOf(order.pattern, order.count)) {
        checkout::PromotionCode code;
        code.code = text;
        code.couponId = order.couponId;
        code.maxRedemptions = order.maxRedemptions;
        code.expiresAt = order.expiresAt;
        codes.push_back(std::move(code));
    }
    // What was made minutes ago is so by either clock. Without an answer, this computer's is all there is.
    if (repeat == Repeat::Ask && !desk->providerTime(order.accountId).isValid())
        co_await askProviderTime(desk, order.accountId);
    if (!desk)
        co_return std::unexpected(closedError());
    const QDateTime now = desk->now();
    std::function<bool(const checkout::PromotionCode &)> isSame = [](const checkout::PromotionCode &) { return false; };
    if (repeat == Repeat::Ask)
        isSame = [pattern = order.pattern, coupon = order.couponId](const checkout::PromotionCode &code) {
            return code.couponId == coupon && isOf(pattern, code.code);
        };
    // A text that is always the same is made once.
    const std::chrono::seconds window = order.pattern.contains(u'#') ? repeatWindow : std::chrono::seconds();
    auto planning = desk->journal().planCodesOnce(order.accountId, std::move(codes), now, std::move(isSame), window);
    auto planned = co_await planning;
    co_return std::move(planned);
}

/// Takes what is left of a batch. Those of unknown outcome are looked up first, once for all of them; which of them are
/// questions goes into @p questions.
http::Task<checkout::Result<PlannedCodes>> takeBatch(QPointer<Desk> desk, QString accountId, QString batchId,
                                                     std::shared_ptr<CodesLookUp> questions)
{
    const auto taken = co_await whileOpen(desk, desk->journal().takeBatch(accountId, batchId));
    if (!taken)
        co_return std::unexpected(taken.error());
    // The merchant can go on under the account that began it, so no other one is taken for it.
    const QString own = taken->empty() ? accountId : taken->front().accountId;
    if (const auto begun = desk->accounts().byId(own); begun && !isSurelyOf(desk->accounts(), own, accountId))
        co_return std::unexpected(
            Error(ErrorKind::Rejected,
                  PromotionBatch::tr("These codes were begun with “%1”, which is connected. Go on with them there.",
                                     "name of an account")
                      .arg(begun->name)));
    const auto looked = co_await lookUpCodes(desk, accountId, *taken);
    if (!desk)
        co_return std::unexpected(closedError());
    if (!looked)
        noteFailedLookUp(*desk, accountId, batchId, looked.error());
    else
        *questions = *looked;
    noteTried(*desk, accountId, batchId, ledger::TimelineEvent::Kind::SentAgain, sentAgainWord(SentAs::RestOfBatch));
    // Nothing is planned or sent in between: this process has the batch.
    std::vector<Intent> rows;
    rows.reserve(taken->size());
    for (const Intent &row : *taken) {
        const auto now = co_await whileOpen(desk, desk->journal().intent(row.id));
        if (!now)
            co_return std::unexpected(now.error());
        rows.push_back(now->value_or(row));
        rows.back().accountId = accountId; // Its own may be lost, and this one may be the same.
    }
    co_return PlannedCodes(std::move(rows));
}

/// Says that @p batch is of the same pattern as what is asked for.
Error earlierError(const ledger::CodeBatch &batch)
{
    if (batch.isFinished())
        return {ErrorKind::Rejected,
                PromotionBatch::tr("The same promotion codes were asked for minutes ago: %1", "how many were made …")
                    .arg(batchSentence(batch))};
    const QString sentence =
        batch.isRunning
            ? PromotionBatch::tr("Promotion codes of the same pattern are being made at this moment: %1")
            : PromotionBatch::tr("Promotion codes of the same pattern are unfinished: %1", "how many were made …");
    return Error(ErrorKind::Rejected, sentence.arg(batchSentence(batch)));
}

/// Returns what became of a code that needs no sending; nothing for one that does.
std::optional<PromotionBatch::Made> endedBefore(const Intent &row)
{
    PromotionBatch::Made made;
    made.code = codeIn(row);
    made.note = inPresentLanguage(row.note);
    switch (row.state) {
    case Intent::State::Planned:
    case Intent::State::Unknown:
        return std::nullopt;
    case Intent::State::Confirmed:
        made.end = End::Created;
        return made;
    case Intent::State::Open:
        made.end = End::Unknown;
        return made;
    default:
        made.end = End::Refused;
        return made;
    }
}

/// Returns what is known of a code that a batch which stopped before did not reach; nothing for one that was not sent.
std::optional<PromotionBatch::Made> leftAs(const Intent &row)
{
    auto made = endedBefore(row);
    if (!made && row.state == Intent::State::Unknown)
        made = PromotionBatch::Made{codeIn(row), End::Unknown, inPresentLanguage(row.note), {}};
    return made;
}

/// Lets go of a batch. One of which nothing was sent is forgotten: the merchant can ask for it again. Errors: those of
/// releaseBatch() and leaveBatch().
http::Task<checkout::Result<void>> endBatch(QPointer<Desk> desk, QString accountId, QString batchId, bool wasSent)
{
    const auto released = co_await whileOpen(desk, releaseBatch(desk, batchId));
    if (!released)
        co_return std::unexpected(released.error());
    if (wasSent)
        co_return checkout::Result<void>();
    auto left = co_await leaveBatch(desk, accountId, batchId);
    co_return left;
}

} // namespace

PromotionBatch::PromotionBatch(Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(&desk)
{
}

std::expected<double, QString> PromotionBatch::check(const QString &typed, int count)
{
    const QString pattern = plainPattern(typed);
    if (count < 1 || count > mostCodes)
        return std::unexpected(tr("Enter how many codes to make, %1 at most.").arg(mostCodes));
    if (pattern.isEmpty())
        return std::unexpected(tr("Enter a pattern, for example SUMMER-####."));
    if (const QString problem = checkout::keyProblem(pattern); !problem.isEmpty())
        return std::unexpected(problem);
    if (pattern.size() > longestPattern)
        return std::unexpected(tr("This pattern is too long. %1 characters are the most.").arg(longestPattern));
    if (!std::ranges::all_of(pattern, isPatternCharacter))
        return std::unexpected(tr("Use letters, digits, - and _ in the pattern, and # for what changes."));
    const double possible = std::pow(double(codeLetters.size()), double(pattern.count(u'#')));
    if (possible < count)
        return std::unexpected(
            tr("This pattern gives only %1 different codes. Add another #.").arg(qRound64(possible)));
    return possible;
}

QString PromotionBatch::codeProblem(const QString &typed)
{
    const QString code = plainPattern(typed);
    if (code.isEmpty())
        return tr("Enter a code, for example SUMMER20.");
    if (const QString problem = checkout::keyProblem(code); !problem.isEmpty())
        return problem;
    if (code.size() > longestPattern)
        return tr("This code is too long. %1 characters are the most.").arg(longestPattern);
    if (code.contains(u'#'))
        return tr("A code has no #. Choose “Many codes” if each # is to become a letter or digit.");
    return std::ranges::all_of(code, isPatternCharacter) ? QString() : tr("Use letters, digits, - and _ in the code.");
}

void PromotionBatch::start(const Order &order, Repeat repeat)
{
    if (m_running || !check(order.pattern, order.count))
        return;
    begin();
    Order plain = order;
    plain.pattern = plainPattern(order.pattern);
    run(plain, QString(), repeat);
}

void PromotionBatch::resume(const QString &accountId, const QString &batchId)
{
    if (m_running)
        return;
    begin();
    Order order;
    order.accountId = accountId;
    run(order, batchId, Repeat::Another);
}

void PromotionBatch::begin()
{
    m_made.clear();
    m_unfinishedId.clear();
    m_earlier.reset();
    m_notSent = 0;
    m_cancelled = false;
    m_running = true;
}

void PromotionBatch::cancel()
{
    m_cancelled = true;
}

http::Task<void> PromotionBatch::run(Order order, QString batchId, Repeat repeat)
{
    const QPointer<PromotionBatch> self(this);
    const QPointer<Desk> desk = m_desk;
    const UseCaseLog log("createPromotionCodes", order.accountId);
    const auto provider = co_await whileOpen(desk, desk->writer(order.accountId));
    if (!self)
        co_return;
    if (!provider) {
        log.end(loggedEnd(provider.error()));
        finish(provider.error());
        co_return;
    }
    const bool isNew = batchId.isEmpty();
    const auto questions = std::make_shared<CodesLookUp>();
    auto planning = isNew ? planBatch(desk, order, repeat) : takeBatch(desk, order.accountId, batchId, questions);
    const auto planned = co_await planning;
    if (self && planned)
        m_earlier = planned->earlier;
    if (!planned || planned->earlier) {
        const Error why = planned ? earlierError(*planned->earlier) : planned.error();
        log.end(loggedEnd(why));
        if (self)
            finish(why);
        co_return;
    }
    const std::vector<Intent> &rows = planned->rows;
    const QString id = rows.front().batchId;
    const auto before = co_await codesBefore(*provider, rows);
    std::optional<Error> failure;
    int unknownInARow = 0;
    bool wasSent = !isNew;
    int notSent = 0;
    size_t reached = 0; // of the rows
    for (const Intent &row : rows) {
        const bool isStopped = !self || !desk || m_cancelled || failure;
        if (isStopped)
            break;
        ++reached;
        std::optional<Made> ended = endedBefore(row);
        const auto question = questions->questions.find(row.id);
        const bool isQuestion = question != questions->questions.end();
        if (isQuestion) {
            ended = Made{codeIn(row), End::Unknown, otherTermsSentence(), question->second.id};
        } else if (!ended) {
            auto alike = before ? listedAlike(*before, row) : std::nullopt;
            const Sent sent = co_await sendCode(desk, *provider, row, std::move(alike));
            ended = sent.made;
            failure = sent.error;
        }
        wasSent = wasSent || ended->end != End::NotSent;
        if (!self)
            break;
        if (ended->end == End::NotSent) {
            ++notSent;
            continue;
        }
        m_made.push_back(*ended);
        unknownInARow = ended->end == End::Unknown && !isQuestion ? unknownInARow + 1 : 0;
        if (unknownInARow == mostUnknownInARow && !failure)
            failure = Error(ErrorKind::UnknownOutcome, ended->note);
        emit progressed(static_cast<int>(m_made.size()), static_cast<int>(rows.size()));
    }
    if (self) {
        for (const Intent &row : std::span(rows).subspan(reached)) {
            if (const std::optional<Made> ended = leftAs(row))
                m_made.push_back(*ended);
            else
                ++notSent;
        }
        m_notSent = notSent;
    }
    // Also when nobody waits for the end any more: any program may go on with it.
    if (desk) {
        const auto ended = co_await endBatch(desk, order.accountId, id, wasSent);
        // Of a batch that is made, nothing is left to go on with.
        if (self && !ended && !failure && m_made.size() < rows.size())
            failure = ended.error();
    }
    if (!self)
        co_return;
    const bool isUnknown = std::ranges::find(m_made, End::Unknown, &Made::end) != m_made.end();
    if (wasSent && (m_notSent > 0 || isUnknown))
        m_unfinishedId = id;
    log.end(loggedEnd(failure));
    finish(failure);
}

void PromotionBatch::finish(const std::optional<Error> &error)
{
    m_running = false;
    emit finished(error);
}

} // namespace tilldeck::desk

#include "moc_promotion_batch.cpp"
