// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/format.h"

#include <unicode/dcfmtsym.h>
#include <unicode/decimfmt.h>
#include <unicode/numberformatter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <string>

namespace tilldeck::money {

namespace {

QString toQString(const icu::UnicodeString &text)
{
    return QString::fromUtf16(reinterpret_cast<const char16_t *>(text.getBuffer()), text.length());
}

icu::Locale toIcu(const QLocale &locale)
{
    return icu::Locale(locale.name().toLatin1().constData());
}

// "-12345" with exponent 2 becomes "-123.45": ICU takes decimal text exactly, where a double would round.
std::string decimalText(const Money &money)
{
    const int exponent = money.currency().exponent();
    const bool negative = money.minorUnits() < 0;
    const quint64 size =
        negative ? ~static_cast<quint64>(money.minorUnits()) + 1 : static_cast<quint64>(money.minorUnits());
    std::string digits = std::to_string(size);
    const auto places = static_cast<size_t>(exponent);
    if (digits.size() <= places)
        digits.insert(0, places + 1 - digits.size(), '0');
    if (exponent > 0)
        digits.insert(digits.size() - places, ".");
    return negative ? "-" + digits : digits;
}

QString withTypographicMinus(QString text)
{
    return text.replace(u'-', QChar(0x2212));
}

/// Returns whether @p number has signs between its digits only where @p format writes them: 12,50 is no 1250.
bool isGroupedWell(const icu::DecimalFormat &format, const QString &number)
{
    const QString decimalSign =
        toQString(format.getDecimalFormatSymbols()->getConstSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol));
    const qsizetype point = number.indexOf(decimalSign);
    const QStringView whole = QStringView(number).left(point < 0 ? number.size() : point);
    const QStringView fraction = point < 0 ? QStringView() : QStringView(number).mid(point + decimalSign.size());
    if (!std::ranges::all_of(fraction, [](QChar character) { return character.isDigit(); }))
        return false;
    const auto firstDigit = std::ranges::find_if(whole, [](QChar character) { return character.isDigit(); });
    int wanted = format.getGroupingSize();
    int digits = 0;
    for (auto at = whole.end(); at != firstDigit;) {
        if ((--at)->isDigit()) {
            ++digits;
            continue;
        }
        if (wanted <= 0 || digits != wanted)
            return false;
        digits = 0;
        if (const int others = format.getSecondaryGroupingSize(); others > 0)
            wanted = others;
    }
    return digits <= wanted || !std::any_of(firstDigit, whole.end(), [](QChar c) { return !c.isDigit(); });
}

} // namespace

QString formatAmount(const Money &money, const QLocale &locale)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto formatted = icu::number::NumberFormatter::withLocale(toIcu(locale))
                               .precision(icu::number::Precision::fixedFraction(money.currency().exponent()))
                               .formatDecimal(decimalText(money), status)
                               .toString(status);
    return withTypographicMinus(toQString(formatted));
}

QString plainAmount(const Money &money)
{
    const int decimals = money.currency().exponent();
    QString digits = QString::number(money.minorUnits());
    const bool negative = digits.startsWith(u'-');
    if (negative)
        digits.remove(0, 1);
    digits = digits.rightJustified(decimals + 1, u'0');
    if (decimals > 0)
        digits.insert(digits.size() - decimals, u'.');
    return negative ? u'-' + digits : digits;
}

QString format(const Money &money, const QLocale &locale)
{
    return formatAmount(money, locale) + QChar(QChar::Nbsp) + money.currency().code();
}

QString formatInWords(const Money &money, const QLocale &locale)
{
    UErrorCode status = U_ZERO_ERROR;
    const QString code = money.currency().code();
    const icu::CurrencyUnit unit(reinterpret_cast<const UChar *>(code.utf16()), status);
    const auto formatted = icu::number::NumberFormatter::withLocale(toIcu(locale))
                               .unit(unit)
                               .precision(icu::number::Precision::fixedFraction(money.currency().exponent()))
                               .formatDecimal(decimalText(money), status)
                               .toString(status);
    return withTypographicMinus(toQString(formatted));
}

std::expected<Money, AmountProblem> parseAmount(const QString &text, Currency currency, const QLocale &locale)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return std::unexpected(AmountProblem::Empty);

    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::NumberFormat> format(icu::NumberFormat::createInstance(toIcu(locale), status));
    auto *decimal = dynamic_cast<icu::DecimalFormat *>(format.get());
    if (U_FAILURE(status) || !decimal)
        return std::unexpected(AmountProblem::NotANumber);
    decimal->setLenient(true);

    // Nobody writes money as 1E2.
    const bool hasLetters = std::ranges::any_of(trimmed, [](QChar character) { return character.isLetter(); });
    if (hasLetters || !isGroupedWell(*decimal, trimmed))
        return std::unexpected(AmountProblem::NotANumber);
    QString plain = trimmed;
    plain.replace(QChar(0x2212), u'-');
    const icu::UnicodeString source(reinterpret_cast<const UChar *>(plain.utf16()), static_cast<int32_t>(plain.size()));
    icu::ParsePosition position;
    icu::Formattable parsed;
    decimal->parse(source, parsed, position);
    if (position.getIndex() != source.length())
        return std::unexpected(AmountProblem::NotANumber);
    const icu::StringPiece number = parsed.getDecimalNumber(status);
    if (U_FAILURE(status))
        return std::unexpected(AmountProblem::NotANumber);

    // decNumber text: [-]digits[.digits][E[+-]digits]
    std::string digits(number.data(), static_cast<size_t>(number.length()));
    int power = currency.exponent();
    if (const size_t e = digits.find('E'); e != std::string::npos) {
        int exponent = 0;
        const char *from = digits.data() + e + 1;
        if (*from == '+')
            ++from;
        std::from_chars(from, digits.data() + digits.size(), exponent);
        power += exponent;
        digits.resize(e);
    }
    if (const size_t point = digits.find('.'); point != std::string::npos) {
        power -= static_cast<int>(digits.size() - point - 1);
        digits.erase(point, 1);
    }
    while (power < 0 && digits.size() > 1 && digits.back() == '0') {
        digits.pop_back();
        ++power;
    }
    if (power < 0)
        return std::unexpected(AmountProblem::TooManyDecimals);
    if (power > 40)
        return std::unexpected(AmountProblem::TooLarge);
    digits.append(static_cast<size_t>(power), '0');
    qint64 minorUnits = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), minorUnits);
    if (result.ec == std::errc::result_out_of_range)
        return std::unexpected(AmountProblem::TooLarge);
    if (result.ec != std::errc() || result.ptr != digits.data() + digits.size())
        return std::unexpected(AmountProblem::NotANumber);
    return Money(minorUnits, currency);
}

std::expected<Money, AmountProblem> parseInOtherNotation(const QString &text, Currency currency)
{
    const auto withPoint = parseAmount(text, currency, QLocale(QLocale::English));
    if (withPoint)
        return withPoint;
    const auto withComma = parseAmount(text, currency, QLocale(QLocale::German));
    if (withComma || withPoint.error() == AmountProblem::NotANumber)
        return withComma;
    return withPoint;
}

} // namespace tilldeck::money
