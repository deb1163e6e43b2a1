// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the provider for the prices of a file's rows.
#include "ui/imports/import_file_view.h"

#include "ui/imports/review_model.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace tilldeck::ui {

void ImportFileView::askForQuotes()
{
    if (m_quotes)
        return stopQuotes();
    if (!isWhole())
        return;
    m_noQuotes.reset();
    m_quotes = std::make_shared<desk::QuoteRun>();
    m_quotes->review = m_review;
    m_quotes->progressed = [view = QPointer(this)](int quoted, int all) {
        if (view)
            view->m_count->setText(tr("%L1 of %L2 prices asked for").arg(quoted).arg(all));
    };
    m_since.start();
    m_tasks.startLatest(desk::quoteRows(&m_desk, m_accountId, m_quotes),
                        [this, run = m_quotes](const checkout::Result<void> &quoted) {
                            if (run != m_quotes)
                                return;
                            m_quotes.reset();
                            m_review = std::move(run->review);
                            m_isQuoted = quoted.has_value();
                            if (!quoted && quoted.error().kind != checkout::ErrorKind::Cancelled)
                                m_noQuotes = quoted.error();
                            m_model->takeQuotes(m_review);
                            const bool hadFocus = m_ask->hasFocus();
                            showState();
                            if (hadFocus && m_create->isEnabled())
                                m_create->setFocus(Qt::OtherFocusReason);
                        });
    showState();
}

void ImportFileView::stopQuotes()
{
    if (!m_quotes)
        return;
    m_quotes->isCancelled = true;
    m_quotes.reset();
    showState();
}

} // namespace tilldeck::ui
