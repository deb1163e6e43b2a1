// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/format.h"

#include <unicode/dcfmtsym.h>
#include <unicode/decimfmt.h>
#include <unicode/numberformatter.h>
#include <unicode/unistr.h>

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <memory>
#include <span>
#include <string>

using namespace Qt::StringLiterals;

namespace tilldeck::money {

namespace {

QString toQString(const icu::UnicodeString &text)
{
    return QString::fromUtf16(reinterpret_cast<const char16_t *>(text.getBuffer()), text.length());
}

/// Returns the languages that ICU has data of.
QSet<QByteArray> languagesOfIcu()
{
    int32_t count = 0;
    const icu::Locale *const locales = icu::Locale::getAvailableLocales(count);
    QSet<QByteArray> languages;
    for (const icu::Locale &locale : std::span(locales, static_cast<size_t>(count)))
        languages << locale.getLanguage();
    return languages;
}

/// Returns the locale of ICU that has the rules of @p locale. For a language that it has no data of, such as that of
/// QLocale::c(), ICU would take the rules of the computer's own language.
icu::Locale toIcu(const QLocale &locale)
{
    static const QSet<QByteArray> known = languagesOfIcu();
    icu::Locale wanted(locale.name().toLatin1().constData());
    return known.contains(wanted.getLanguage()) ? wanted : icu::Locale("en_US_POSIX");
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

/// Returns @p text with the digits of any script as 0 to 9, without marks that nobody sees, such as those of a writing
/// direction, and without blanks around it.
QString tidied(const QString &text)
{
    QString tidy;
    for (const uint character : text.toUcs4()) {
        const int digit = QChar::digitValue(character);
        if (digit >= 0 && QChar::category(character) == QChar::Number_DecimalDigit)
            tidy += QChar(u'0' + digit);
        else if (QChar::category(character) != QChar::Other_Format)
            tidy += QString::fromUcs4(reinterpret_cast<const char32_t *>(&character), 1);
    }
    return tidy.trimmed();
}

/// Holds a typed amount and the code of a currency that stands before or behind it; the code may be empty.
struct NumberAndCode
{
    QString number;
    QString code;
};

NumberAndCode splitCode(const QString &text)
{
    static const QRegularExpression before(u"^([A-Za-z]{3})([^A-Za-z]+)$"_s);
    static const QRegularExpression behind(u"^([^A-Za-z]+?)\\s*([A-Za-z]{3})$"_s);
    if (const auto match = before.match(text); match.hasMatch())
        return {match.captured(2).trimmed(), match.captured(1)};
    if (const auto match = behind.match(text); match.hasMatch())
        return {match.captured(1).trimmed(), match.captured(2)};
    return {text, {}};
}

/// Splits the code off @p text, which has been tidied. It has to be that of @p currency.
std::expected<NumberAndCode, AmountProblem> numberOf(const QString &text, Currency currency)
{
    if (text.isEmpty())
        return std::unexpected(AmountProblem::Empty);
    NumberAndCode typed = splitCode(text);
    if (!typed.code.isEmpty() && typed.code.toUpper() != currency.code())
        return std::unexpected(Currency::fromCode(typed.code) ? AmountProblem::OtherCurrency
                                                              : AmountProblem::NotANumber);
    return typed;
}

/// Holds the digits and signs of a number before and behind its decimal sign.
struct NumberParts
{
    QStringView whole;
    QStringView fraction;
};

/// Returns all characters that ICU reads as a decimal sign where a locale writes @p sign: 12,500 is twelve and a half
/// to it where 12٫5 is.
QString likeSigns(const QString &sign)
{
    for (const QString &alike :
         {u",\u060c\u066b\u3001\ufe10\ufe11\ufe50\ufe51\uff0c\uff64"_s, u".\u2024\u3002\ufe12\ufe52\uff0e\uff61"_s}) {
        if (alike.contains(sign))
            return alike;
    }
    return sign;
}

NumberParts partsOf(const QString &number, const icu::DecimalFormat &format)
{
    const QString signs = likeSigns(toQString(
        format.getDecimalFormatSymbols()->getConstSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol)));
    const auto *const point =
        std::ranges::find_if(number, [&signs](QChar character) { return signs.contains(character); });
    const qsizetype whole = point - number.cbegin();
    return {QStringView(number).left(whole), QStringView(number).mid(std::min(whole + 1, number.size()))};
}

bool isDigitsOnly(QStringView text)
{
    return std::ranges::all_of(text, [](QChar character) { return character.isDigit(); });
}

/// Returns whether @p whole has signs between its digits only where @p format writes them: 12,50 is no 1250.
bool isGroupedWell(const icu::DecimalFormat &format, QStringView whole)
{
    const auto *const firstDigit = std::ranges::find_if(whole, [](QChar character) { return character.isDigit(); });
    const bool beginsWithGroup = std::any_of(whole.begin(), firstDigit, [](QChar character) {
        return character.category() == QChar::Punctuation_Other ||
               character.category() == QChar::Punctuation_FinalQuote;
    });
    if (beginsWithGroup)
        return false;
    int wanted = format.getGroupingSize();
    int digits = 0;
    for (const auto *at = whole.end(); at != firstDigit;) {
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
    const QStringView number(firstDigit, whole.end());
    // No group follows a zero: 0,500 is a half to who writes it.
    return isDigitsOnly(number) || (digits <= wanted && digits > 0 && !number.startsWith(u'0'));
}

/// Reads a number of ICU, "-digits[.digits][E[+-]digits]", exactly.
std::expected<Money, AmountProblem> fromDecimalNumber(std::string digits, Currency currency)
{
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

/// Reads @p number in the notation of @p locale.
std::expected<Money, AmountProblem> parseNumber(const QString &number, Currency currency, const QLocale &locale)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::NumberFormat> format(icu::NumberFormat::createInstance(toIcu(locale), status));
    auto *decimal = dynamic_cast<icu::DecimalFormat *>(format.get());
    if (U_FAILURE(status) || !decimal)
        return std::unexpected(AmountProblem::NotANumber);
    decimal->setLenient(true);

    // Nobody writes money as 1E2.
    const bool hasLetters = std::ranges::any_of(number, [](QChar character) { return character.isLetter(); });
    const NumberParts parts = partsOf(number, *decimal);
    if (hasLetters || !isDigitsOnly(parts.fraction) || !isGroupedWell(*decimal, parts.whole))
        return std::unexpected(AmountProblem::NotANumber);
    QString plain = number;
    plain.replace(QChar(0x2212), u'-');
    const icu::UnicodeString source(reinterpret_cast<const UChar *>(plain.utf16()), static_cast<int32_t>(plain.size()));
    icu::ParsePosition position;
    icu::Formattable parsed;
    decimal->parse(source, parsed, position);
    if (position.getIndex() != source.length())
        return std::unexpected(AmountProblem::NotANumber);
    if (parts.fraction.size() > currency.exponent())
        return std::unexpected(AmountProblem::TooManyDecimals);
    const icu::StringPiece digits = parsed.getDecimalNumber(status);
    if (U_FAILURE(status))
        return std::unexpected(AmountProblem::NotANumber);
    return fromDecimalNumber(std::string(digits.data(), static_cast<size_t>(digits.length())), currency);
}

/// Returns locales that write 1,250.50 and 1.250,50: every other notation shares its signs with one of them.
std::array<QLocale, 2> otherNotations()
{
    return {QLocale(QLocale::English), QLocale(QLocale::German)};
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
    const auto typed = numberOf(tidied(text), currency);
    if (!typed)
        return std::unexpected(typed.error());
    return parseNumber(typed->number, currency, locale);
}

std::optional<Money> otherReading(const QString &text, Currency currency, const QLocale &locale)
{
    const auto amount = parseAmount(text, currency, locale);
    if (!amount)
        return {};
    const NumberAndCode typed = splitCode(tidied(text));
    for (const QLocale &notation : otherNotations()) {
        const auto other = parseNumber(typed.number, currency, notation);
        if (other && *other != *amount)
            return *other;
    }
    return {};
}

std::expected<ArgumentAmount, AmountProblem> parseArgument(const QString &text, Currency currency,
                                                           const QLocale &locale)
{
    const auto typed = numberOf(tidied(text), currency);
    if (!typed)
        return std::unexpected(typed.error());
    const QString &number = typed->number;
    if (!number.front().isDigit() || !number.back().isDigit())
        return std::unexpected(AmountProblem::NotANumber);
    const auto own = parseNumber(number, currency, locale);
    if (own && !typed->code.isEmpty() && tidied(formatAmount(*own, locale)) == number)
        return ArgumentAmount{*own, {}};
    const auto plain = parseNumber(number, currency, QLocale::c());
    // 1.250 has too many decimals for EUR, also where it is a thousand and more.
    const auto read = plain || plain.error() != AmountProblem::NotANumber ? plain : own;
    if (!read)
        return std::unexpected(read.error());
    for (const QLocale &notation : otherNotations()) {
        const auto other = parseNumber(number, currency, notation);
        if (other && *other != *read)
            return ArgumentAmount{*read, *other};
    }
    return ArgumentAmount{*read, {}};
}

std::expected<Money, AmountProblem> parseInOtherNotation(const QString &text, Currency currency)
{
    const NumberAndCode typed = splitCode(tidied(text));
    std::expected<Money, AmountProblem> read = std::unexpected(AmountProblem::NotANumber);
    for (const QLocale &other : otherNotations()) {
        const auto amount = parseNumber(typed.number, currency, other);
        if (amount || amount.error() != AmountProblem::NotANumber)
            read = amount;
        if (amount)
            break;
    }
    return read;
}

} // namespace tilldeck::money
