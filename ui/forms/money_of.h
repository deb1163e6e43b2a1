// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "money/format.h"

#include <QVariant>

#include <optional>

namespace tilldeck::ui {

/// Returns the amount in a model's AmountRole; Money has no empty value that QVariant::value() could return.
inline std::optional<money::Money> moneyOf(const QVariant &value)
{
    if (value.metaType() != QMetaType::fromType<money::Money>())
        return std::nullopt;
    return *static_cast<const money::Money *>(value.constData());
}

} // namespace tilldeck::ui
