// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/breakdown.h"
#include "checkout/catalog.h"
#include "checkout/session.h"

#include <QWidget>

namespace tilldeck::ui {

/// The cascade tiers of a session: what each sells on which route, which were declined, and which took the payment.
class TierList : public QWidget
{
    Q_OBJECT

public:
    explicit TierList(QWidget *parent = nullptr);

    /// FIGURES: show what each line costs, as far as PREVIEW knows. Without CASCADE there are lines and no tiers.
    void setTiers(const checkout::Session &session, const checkout::Preview &preview, const checkout::Catalog &catalog,
                  bool figures, bool cascade);
};

} // namespace tilldeck::ui
