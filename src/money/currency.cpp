// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/currency.h"

#include <unicode/ucurr.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace tilldeck::money {

namespace {

struct IsoDigits
{
    std::string_view code;
    int digits;
};

// ICU follows CLDR, which gives the decimals people write. Amounts on the wire follow ISO 4217; these are the living
// currencies where the two differ.
constexpr std::array isoDigits{
    IsoDigits{"AFN", 2}, IsoDigits{"ALL", 2}, IsoDigits{"IQD", 3}, IsoDigits{"IRR", 2}, IsoDigits{"KPW", 2},
    IsoDigits{"LAK", 2}, IsoDigits{"LBP", 2}, IsoDigits{"MGA", 2}, IsoDigits{"MMK", 2}, IsoDigits{"RSD", 2},
    IsoDigits{"SLE", 2}, IsoDigits{"SOS", 2}, IsoDigits{"SYP", 2}, IsoDigits{"YER", 2},
};

} // namespace

std::optional<Currency> Currency::fromCode(QStringView code)
{
    if (code.size() != 3)
        return std::nullopt;
    Currency currency;
    for (qsizetype i = 0; i < 3; ++i) {
        const char16_t letter = code.at(i).toUpper().unicode();
        if (letter < u'A' || letter > u'Z')
            return std::nullopt;
        currency.m_code[i] = static_cast<char>(letter);
    }
    const QString upper = currency.code();
    UErrorCode status = U_ZERO_ERROR;
    const int32_t number = ucurr_getNumericCode(reinterpret_cast<const UChar *>(upper.utf16()));
    const bool available =
        ucurr_isAvailable(reinterpret_cast<const UChar *>(upper.utf16()), U_DATE_MIN, U_DATE_MAX, &status);
    if (number == 0 || U_FAILURE(status) || !available)
        return std::nullopt;
    return currency;
}

int Currency::exponent() const
{
    const std::string_view own(m_code, 3);
    const auto found = std::ranges::find_if(isoDigits, [own](const IsoDigits &d) { return d.code == own; });
    if (found != isoDigits.end())
        return found->digits;
    UErrorCode status = U_ZERO_ERROR;
    const QString upper = code();
    const int digits = ucurr_getDefaultFractionDigits(reinterpret_cast<const UChar *>(upper.utf16()), &status);
    return U_SUCCESS(status) ? digits : 2;
}

QString Currency::name(const QString &locale) const
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = 0;
    const QString upper = code();
    const UChar *text = ucurr_getName(reinterpret_cast<const UChar *>(upper.utf16()), locale.toLatin1().constData(),
                                      UCURR_LONG_NAME, nullptr, &length, &status);
    return U_SUCCESS(status) ? QString::fromUtf16(reinterpret_cast<const char16_t *>(text), length) : upper;
}

} // namespace tilldeck::money
