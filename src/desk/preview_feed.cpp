// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/preview_feed.h"

#include "checkout/draft_fields.h"
#include "checkout/preview_remarks.h"
#include "checkout/pricing.h"
#include "checkout/tidy_draft.h"
#include "checkout/validate.h"
#include "checkout/validate_keys.h"
#include "desk/quote_problem.h"
#include "desk/refuse_keys.h"
#include "desk/request_quote.h"

#include <algorithm>

namespace tilldeck::desk {

using checkout::Field;
using checkout::Problem;
using checkout::QuoteState;

namespace {

constexpr std::chrono::seconds mostUnlooked{1}; // between two looks at the clock while a quote is shown

/// Returns whether a quote can be requested although there is a problem on this field: it is no part of quoteBasis().
bool isUnrelatedToQuote(Field field)
{
    const checkout::DraftField *row = checkout::draftField(field);
    return row && !row->isPriced;
}

} // namespace

PreviewFeed::PreviewFeed(Desk &desk, CatalogCache &catalogs, QObject *parent)
    : QObject(parent)
    , m_desk(&desk)
    , m_catalogs(&catalogs)
{
    m_debounceTimer.setSingleShot(true);
    m_debounceTimer.setInterval(debounce);
    connect(&m_debounceTimer, &QTimer::timeout, this, &PreviewFeed::compute);
    m_expiryTimer.setSingleShot(true);
    m_expiryTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_expiryTimer, &QTimer::timeout, this, &PreviewFeed::lookAtClock);
    connect(&catalogs, &CatalogCache::changed, this, [this](const QString &accountId) {
        if (accountId == m_accountId)
            flush();
    });
}

void PreviewFeed::setDraft(const QString &accountId, const checkout::SessionDraft &draft)
{
    if (accountId != m_accountId || checkout::quoteBasis(draft) != checkout::quoteBasis(m_draft))
        dropQuote();
    m_accountId = accountId;
    m_draft = draft;
    m_debounceTimer.start();
    emit stale();
}

/// Returns the draft as it is sent, which is what is previewed.
checkout::SessionDraft PreviewFeed::tidyDraft() const
{
    return checkout::tidied(m_draft, m_catalogs ? m_catalogs->catalog(m_accountId) : checkout::Catalog());
}

void PreviewFeed::flush()
{
    m_debounceTimer.stop();
    compute();
}

void PreviewFeed::refreshQuote()
{
    dropQuote();
    flush();
}

void PreviewFeed::compute()
{
    if (!m_desk || !m_catalogs || m_accountId.isEmpty())
        return;
    const checkout::SessionDraft draft = tidyDraft();
    const checkout::Capabilities can = m_desk->capabilities(m_accountId, draft.flow);
    const std::vector<Problem> problems =
        checkout::validate(draft, can, m_catalogs->catalog(m_accountId), m_desk->now(), keysKnownTo(*m_desk));
    const bool complete =
        std::ranges::all_of(problems, [](const Problem &problem) { return isUnrelatedToQuote(problem.field); }) &&
        checkout::keyProblems(draft, keysKnownTo(*m_desk)).empty();
    if (can.quoteLifetime && m_quoteState == QuoteState::NotYet && complete)
        scheduleQuote();
    scheduleExpiry();
    emitReady(can, problems);
}

void PreviewFeed::emitReady(const checkout::Capabilities &can, const std::vector<Problem> &problems)
{
    checkout::Preview preview = checkout::priceLocally(tidyDraft(), m_catalogs->catalog(m_accountId), m_desk->now());
    if (!can.takes(Field::LineItems) && !preview.tiers.empty() && preview.tiers.front().lines.empty())
        preview.tiers.front().unpricedNote = can.takes(Field::Pricing)
                                                 ? tr("Enter an amount to see what the customer pays.")
                                                 : tr("Choose a product to see what the customer pays.");
    std::vector<Problem> all = problems;
    if (can.quoteLifetime) {
        if (m_quote)
            preview = checkout::withQuote(std::move(preview), *m_quote);
        preview.quoteState = m_quoteState;
        preview.quoteError = m_quoteError;
        if (const QString missing = missingQuoteText(); !missing.isEmpty())
            all.emplace_back(Field::Quote, missing);
    }
    preview.remarks = checkout::previewRemarks(preview, can);
    emit ready(preview, all);
}

QString PreviewFeed::missingQuoteText() const
{
    if (m_quoteState == QuoteState::NotYet)
        return tr("The provider quotes this payment once what is marked is filled in.");
    if (m_quoteState == QuoteState::Requested)
        return tr("The provider is being asked for a quote. Wait a moment.");
    return quoteProblem(m_draft, m_quote, m_desk->now());
}

void PreviewFeed::dropQuote()
{
    ++m_request;
    m_expiryTimer.stop();
    m_quoteState = QuoteState::NotYet;
    m_quote.reset();
    m_quoteError.reset();
}

void PreviewFeed::scheduleQuote()
{
    m_quoteState = QuoteState::Requested;
    // From the event loop: whoever hears ready() may change the draft before it is asked about.
    QMetaObject::invokeMethod(
        this,
        [this, request = ++m_request] {
            if (request == m_request)
                fetchQuote(request);
        },
        Qt::QueuedConnection);
}

http::Task<void> PreviewFeed::fetchQuote(quint64 request)
{
    const QPointer<PreviewFeed> self(this);
    const QPointer<Desk> desk = m_desk;
    if (!desk)
        co_return;
    const checkout::SessionDraft basis = checkout::quoteBasis(tidyDraft());
    const auto answer = co_await requestQuote(desk, m_accountId, basis);
    if (self && request == m_request)
        receiveQuote(answer);
}

void PreviewFeed::receiveQuote(const checkout::Result<checkout::Quote> &answer)
{
    m_quoteState = answer ? QuoteState::Available : QuoteState::Failed;
    if (answer)
        m_quote = *answer;
    else
        m_quoteError = answer.error();
    compute();
}

void PreviewFeed::scheduleExpiry()
{
    m_expiryTimer.stop();
    if (!m_quote || !m_quote->validUntil.isValid() || m_quote->isOutdated(m_desk->now()))
        return;
    // A timer stands still while the computer sleeps, so it never waits until the end alone.
    const std::chrono::milliseconds left(std::max<qint64>(1, m_desk->now().msecsTo(m_quote->validUntil)));
    m_expiryTimer.start(std::min<std::chrono::milliseconds>(left, mostUnlooked));
}

void PreviewFeed::lookAtClock()
{
    if (m_desk && m_quote && m_quote->isOutdated(m_desk->now()))
        compute();
    else if (m_desk)
        scheduleExpiry();
}

} // namespace tilldeck::desk

#include "moc_preview_feed.cpp"
