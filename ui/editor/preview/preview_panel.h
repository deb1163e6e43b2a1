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

/// What the customer would pay: the provider's quote where the flow has one, else tier by tier, and what happens when
/// tiers are declined. Figures that are not known are
/// named as such and never made up.
class PreviewPanel : public QWidget
{
    Q_OBJECT

public:
    /// SIMULATES: not on live accounts, where nothing is simulated.
    PreviewPanel(const checkout::Capabilities &can, bool simulates, std::function<QDateTime()> now,
                 QWidget *parent = nullptr);

    /// DUE: problems that stand on their fields now; while there are problems the figures are those of before. ALL:
    /// those too that are not shown yet.
    void setPreview(const checkout::Preview &preview, const std::vector<checkout::Problem> &due,
                    const std::vector<checkout::Problem> &all);
    /// New figures are on their way.
    void setStale();
    /// What the customer pays when no tier is declined; a quoted amount only while it belongs to the draft.
    std::optional<checkout::Figure> customerPays() const;
    /// Where the flow is quoted: what stands between the draft and its creation, Else null.
    QuoteBar *quoteBar() const { return m_quote; }

signals:
    void problemRequested(const tilldeck::checkout::Problem &problem);

private:
    void updateSegments();
    void rebuild();
    void addProblems(QVBoxLayout *layout);
    void markStale();
    bool isCurrent() const;

    checkout::Capabilities m_can;
    bool m_simulates;
    checkout::Preview m_preview;
    checkout::QuoteState m_state = checkout::QuoteState::None; ///< Of the newest preview, shown or not.
    std::vector<checkout::Problem> m_problems;
    QuoteBar *m_quote = nullptr;
    SegmentedControl *m_declines;
    QWidget *m_simulation;
    QScrollArea *m_scroll;
    int m_segments = 0;
};

} // namespace tilldeck::ui
