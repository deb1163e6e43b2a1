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
    /// Zero is nothing typed yet.
    TypedAmount(const money::Money &amount, const QLocale &locale);

    std::optional<money::Currency> currencyValue() const { return money::Currency::fromCode(currency); }
    /// A text that is no amount of its currency is 0, which no provider takes, so that it cannot pass as "not set".
    std::optional<money::Money> value(const QLocale &locale) const;
    /// Why the texts cannot be read, in a sentence; empty when they can, or when nothing was typed.
    QString problem(const QLocale &locale) const;

    QString text;
    QString currency; ///< Letters in any case.

    friend bool operator==(const TypedAmount &, const TypedAmount &) = default;
};

/// "Type the three letters of a currency, for example NGN."; empty for a currency and for nothing.
QString currencyProblem(const QString &code);

} // namespace tilldeck::ui
