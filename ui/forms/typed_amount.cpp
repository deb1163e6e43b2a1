// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/typed_amount.h"

#include "money/format.h"

#include <QCoreApplication>

namespace tilldeck::ui {

using money::AmountProblem;

namespace {

struct TypedAmountText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::TypedAmount)
};

QString decimalsProblem(money::Currency currency)
{
    if (currency.exponent() == 0)
        return TypedAmountText::tr("%1 has no decimals. Type a whole amount.").arg(currency.code());
    return TypedAmountText::tr("%1 has %n decimals at most.", nullptr, currency.exponent()).arg(currency.code());
}

/// Returns how @p meant is written in @p locale, which has another decimal sign than was typed.
QString signProblem(const money::Money &meant, const QLocale &locale)
{
    const QString written = money::formatAmount(meant, locale);
    const QChar sign = written.at(written.size() - meant.currency().exponent() - 1);
    if (sign == u'.')
        return TypedAmountText::tr("Use a point before the decimals: %1").arg(written);
    if (sign == u',')
        return TypedAmountText::tr("Use a comma before the decimals: %1").arg(written);
    return TypedAmountText::tr("Use another sign before the decimals: %1").arg(written);
}

/// Returns why @p text is no amount, although it is one of digits and signs perhaps.
QString notationProblem(const QString &text, money::Currency currency, const QLocale &locale)
{
    const auto meant = money::parseInOtherNotation(text, currency);
    if (meant && currency.exponent() > 0)
        return signProblem(*meant, locale);
    if (!meant && meant.error() == AmountProblem::TooManyDecimals)
        return decimalsProblem(currency);
    return TypedAmountText::tr("Type an amount, for example %1.")
        .arg(money::formatAmount(money::Money(currency.exponent() == 0 ? 1250 : 125000, currency), locale));
}

} // namespace

TypedAmount::TypedAmount(const money::Money &amount, const QLocale &locale)
    : text(amount.minorUnits() == 0 ? QString() : money::formatAmount(amount, locale))
    , currency(amount.currency().code())
{
}

std::optional<money::Money> TypedAmount::value(const QLocale &locale) const
{
    const auto read = currencyValue();
    if (!read || text.trimmed().isEmpty())
        return {};
    return money::parseAmount(text, *read, locale).value_or(money::Money(0, *read));
}

QString TypedAmount::problem(const QLocale &locale) const
{
    if (const QString unknown = currencyProblem(currency); !unknown.isEmpty())
        return unknown;
    const auto read = currencyValue();
    if (text.trimmed().isEmpty())
        return {};
    if (!read)
        return TypedAmountText::tr("Choose the currency of this amount.");
    const auto amount = money::parseAmount(text, *read, locale);
    if (amount)
        return {};
    switch (amount.error()) {
    case AmountProblem::Empty:
        return {};
    case AmountProblem::NotANumber:
        return notationProblem(text, *read, locale);
    case AmountProblem::TooManyDecimals:
        return decimalsProblem(*read);
    case AmountProblem::TooLarge:
        return TypedAmountText::tr("This amount is too large.");
    case AmountProblem::OtherCurrency:
        return TypedAmountText::tr("This amount is in %1. Type it without another currency.").arg(read->code());
    }
    return {};
}

QString TypedAmount::remark(const QLocale &locale) const
{
    const auto read = currencyValue();
    const auto amount = read ? money::parseAmount(text, *read, locale) : std::unexpected(AmountProblem::Empty);
    const auto other = read ? money::otherReading(text, *read, locale) : std::nullopt;
    if (!amount || !other)
        return {};
    return TypedAmountText::tr("This is read as %1, and not as %2.", "two amounts")
        .arg(money::format(*amount, locale), money::format(*other, locale));
}

QString currencyProblem(const QString &code)
{
    return code.isEmpty() || money::Currency::fromCode(code)
               ? QString()
               : TypedAmountText::tr("Type the three letters of a currency, for example NGN.");
}

} // namespace tilldeck::ui
