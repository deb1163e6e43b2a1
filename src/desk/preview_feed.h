// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/breakdown.h"
#include "checkout/problem.h"
#include "desk/catalog_cache.h"

#include <QTimer>

namespace tilldeck::desk {

/// Keeps the live preview of the draft in the editor: it is debounced, the newest draft wins, and old figures are stale
/// until then. The local figures come first; where the provider quotes, ready() is emitted again with its answer (or
/// why there is none). A quote is only ever shown for the draft it was asked for, or one that differs in texts alone
/// (checkout::quoteBasis); it is not renewed by itself. While such a flow has no quote, or an outdated one, there is a
/// problem on Field::Quote, and ready() is emitted again at the moment a quote ends.
class PreviewFeed : public QObject
{
    Q_OBJECT

public:
    PreviewFeed(Desk &desk, CatalogCache &catalogs, QObject *parent = nullptr);

    static constexpr std::chrono::milliseconds debounce{250};

    /// Sets the draft that the merchant sees. Emits stale() now and ready() after the debounce.
    void setDraft(const QString &accountId, const checkout::SessionDraft &draft);
    /// Computes the preview without the debounce, before Create. Emits ready() before it returns.
    void flush();
    /// Asks the provider for a new quote of the draft, where its flow has one; ready() is emitted twice.
    void refreshQuote();

signals:
    void stale();
    void ready(const tilldeck::checkout::Preview &preview, const std::vector<tilldeck::checkout::Problem> &problems);

private:
    void compute();
    checkout::SessionDraft tidyDraft() const;
    void emitReady(const checkout::Capabilities &can, const std::vector<checkout::Problem> &problems);
    void dropQuote();
    void scheduleQuote();
    http::Task<void> fetchQuote(quint64 request);
    void receiveQuote(const checkout::Result<checkout::Quote> &answer);
    void scheduleExpiry();
    void lookAtClock();
    QString missingQuoteText() const;

    QPointer<Desk> m_desk;
    QPointer<CatalogCache> m_catalogs;
    QTimer m_debounceTimer;
    QTimer m_expiryTimer; ///< Fires when the quote ends, and every second before.
    QString m_accountId;
    checkout::SessionDraft m_draft;
    checkout::QuoteState m_quoteState = checkout::QuoteState::NotYet;
    std::optional<checkout::Quote> m_quote;
    std::optional<checkout::Error> m_quoteError;
    quint64 m_request = 0; ///< Number of the newest request; answers to older ones are dropped.
};

} // namespace tilldeck::desk
