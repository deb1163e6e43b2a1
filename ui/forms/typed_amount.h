// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "money/money.h"

#include <QLocale>

#include <optional>

namespace tilldeck::ui {

/// An amount and its currency as they were typed. What cannot be read keeps its text, so that nothing typed is lost.
struct TypedAmount
{
    TypedAmount() = default;
    /// Zero becomes an empty text.
    TypedAmount(const money::Money &amount, const QLocale &locale);

    std::optional<money::Currency> currencyValue() const { return money::Currency::fromCode(currency); }
    /// Returns nothing for an empty text, and 0 for one that is no amount of its currency: no provider accepts 0, so it
    /// cannot pass as "not set".
    std::optional<money::Money> value(const QLocale &locale) const;
    /// Returns why the texts cannot be read; empty if they can, or if nothing was typed.
    QString problem(const QLocale &locale) const;

    /// Returns how the text is read, where another locale reads another amount; empty where all read the same.
    QString remark(const QLocale &locale) const;

    QString text;
    QString currency; ///< Letters in any case.

    friend bool operator==(const TypedAmount &, const TypedAmount &) = default;
};

/// Returns "Type the three letters of a currency, for example NGN."; empty for a currency and for an empty text.
QString currencyProblem(const QString &code);

} // namespace tilldeck::ui
