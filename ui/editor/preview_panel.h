// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/breakdown.h"
#include "checkout/problem.h"

#include <QWidget>

#include <vector>

class QScrollArea;
class QVBoxLayout;

namespace tilldeck::ui {

class SegmentedControl;

/// What the customer would pay, tier by tier, and what happens when tiers are declined. Figures that are not known are
/// named as such and never made up.
class PreviewPanel : public QWidget
{
    Q_OBJECT

public:
    /// PROVIDER is named where it does not quote a figure. SIMULATES: not on live accounts, where nothing is simulated.
    PreviewPanel(const QString &provider, bool simulates, QWidget *parent = nullptr);

    /// DUE: problems that stand on their fields now; while there are problems the figures are those of before.
    void setPreview(const checkout::Preview &preview, const std::vector<checkout::Problem> &problems);
    /// New figures are on their way.
    void setStale();
    const checkout::Preview &preview() const { return m_preview; }
    /// What the customer pays when no tier is declined.
    std::optional<checkout::Figure> customerPays() const;

Q_SIGNALS:
    void problemRequested(const tilldeck::checkout::Problem &problem);

private:
    void updateSegments();
    void rebuild();
    void addProblems(QVBoxLayout *layout);
    void markStale();

    QString m_provider;
    bool m_simulates;
    checkout::Preview m_preview;
    std::vector<checkout::Problem> m_problems;
    SegmentedControl *m_declines;
    QWidget *m_simulation;
    QScrollArea *m_scroll;
    int m_segments = 0;
};

} // namespace tilldeck::ui
