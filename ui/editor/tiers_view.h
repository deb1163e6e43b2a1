// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/capabilities.h"
#include "checkout/problem.h"

#include <QWidget>

#include <vector>

namespace tilldeck::ui {

class Button;
class DraftEditor;
class Label;
class RowWidgets;
class StepGutter;
class TierBlock;

/// Shows items and tiers in a frame: column heads, the gutter with the tiers' numbers, a block for each tier, and below
/// it the button that adds a fallback tier.
class TiersView : public QWidget
{
    Q_OBJECT

public:
    TiersView(DraftEditor *draft, const checkout::Capabilities &can, QWidget *parent = nullptr);

    void setPricesAsOf(const QString &asOf);
    /// Shows the problems of line items and routes, and clears all others.
    void setProblems(const std::vector<checkout::Problem> &problems);
    QWidget *field(const checkout::Problem &problem) const;
    QWidget *firstField() const;
    static bool hasField(checkout::Field field);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TierBlock *block(int tier) const;
    void arrange();
    void fitWidths();

    DraftEditor *m_draft;
    checkout::Capabilities m_can;
    QWidget *m_frame;
    QWidget *m_header;
    Label *m_quantityHead, *m_unitHead, *m_amountHead;
    StepGutter *m_gutter;
    RowWidgets *m_tiers = nullptr;
    Button *m_add;
    QString m_asOf;
};

} // namespace tilldeck::ui
