// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/breakdown.h"
#include "checkout/catalog.h"
#include "checkout/session.h"

#include <QWidget>

namespace tilldeck::ui {

/// Shows the cascade tiers of a session: what each sells on which route, which were declined and which was charged.
class TierList : public QWidget
{
    Q_OBJECT

public:
    explicit TierList(QWidget *parent = nullptr);

    /// Shows what each line costs, as far as @p preview knows, where @p figures is set; shows lines without tiers where
    /// @p cascade is not.
    void setTiers(const checkout::Session &session, const checkout::Preview &preview, const checkout::Catalog &catalog,
                  bool figures, bool cascade);
};

} // namespace tilldeck::ui
