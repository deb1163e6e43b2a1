// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/breakdown.h"
#include "checkout/capabilities.h"
#include "checkout/problem.h"

#include <QWidget>

#include <functional>
#include <vector>

class QScrollArea;
class QVBoxLayout;

namespace tilldeck::ui {

class QuoteBar;
class SegmentedControl;

/// Shows what the customer would pay: the provider's quote where the flow has one, else the sums tier by tier, and what
/// happens if tiers are declined. Figures that are not known are named as such and never made up.
class PreviewPanel : public QWidget
{
    Q_OBJECT

public:
    /// Offers to simulate declines if @p simulates is set, which it is not for live accounts.
    PreviewPanel(const checkout::Capabilities &can, bool simulates, std::function<QDateTime()> now,
                 QWidget *parent = nullptr);

    /// Shows @p preview. While there are @p due problems the figures before them stay, greyed; @p all also holds those
    /// that are not shown on their fields yet.
    void setPreview(const checkout::Preview &preview, const std::vector<checkout::Problem> &due,
                    const std::vector<checkout::Problem> &all);
    /// Greys the figures, because new ones are being computed.
    void setStale();
    bool isStale() const { return m_isStale; }
    /// Returns what the customer pays if no tier is declined; a quoted amount only while it belongs to the draft.
    std::optional<checkout::Figure> customerPays() const;
    /// Returns the bar with the state of the quote; null if the flow is not quoted.
    QuoteBar *quoteBar() const { return m_quote; }

signals:
    void problemRequested(const tilldeck::checkout::Problem &problem);

private:
    void updateSegments();
    void rebuild();
    void addProblems(QVBoxLayout *layout);
    bool isCurrent() const;

    checkout::Capabilities m_can;
    bool m_simulates;
    checkout::Preview m_preview;
    checkout::QuoteState m_state =
        checkout::QuoteState::None; ///< Belongs to the newest preview, even if that is not shown.
    std::vector<checkout::Problem> m_problems;
    QuoteBar *m_quote = nullptr;
    SegmentedControl *m_declines;
    QWidget *m_simulation;
    QScrollArea *m_scroll;
    int m_segments = 0;
    bool m_isStale = false;
    bool m_isOfBefore = false; ///< Whether the figures are not those of what the form shows now.
};

} // namespace tilldeck::ui
