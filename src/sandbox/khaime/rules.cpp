// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/khaime/rules.h"

#include <QHash>
#include <QLocale>

namespace tilldeck::sandbox::khaime {

using namespace Qt::StringLiterals;

namespace {

__extension__ using Wide = __int128;

constexpr qint64 kFeeBasisPoints = 640;

// Units of the currency for one U.S. dollar, in ten-thousandths.
struct Rate
{
    qint64 used = 0;
    qint64 reported = 0;
};

std::optional<Rate> rateOf(money::Currency currency)
{
    static const QHash<QString, Rate> rates = [] {
        QHash<QString, Rate> all;
        const std::pair<const char *, qint64> major[]{
            {"USD", 10'000},    {"EUR", 9'200},      {"GBP", 7'900},      {"CAD", 13'600},    {"AUD", 15'200},
            {"GHS", 125'000},   {"KES", 1'290'000},  {"ZAR", 185'000},    {"JPY", 1'500'000}, {"XAF", 6'000'000},
            {"XOF", 6'000'000}, {"RWF", 13'000'000}, {"TZS", 25'000'000}, {"UGX", 37'000'000}};
        for (const auto &[code, rate] : major)
            all[QString::fromLatin1(code)] = {rate, rate};
        all[u"NGN"_s] = {1'600'000, 16'000'000};
        return all;
    }();
    const auto found = rates.constFind(currency.code());
    return found == rates.cend() ? std::nullopt : std::optional(*found);
}

Wide powerOfTen(int exponent)
{
    Wide power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

Wide dividedHalfUp(Wide dividend, Wide divisor)
{
    return (2 * dividend + divisor) / (2 * divisor);
}

} // namespace

std::optional<money::Money> converted(const money::Money &from, money::Currency to)
{
    const auto ours = rateOf(from.currency());
    const auto theirs = rateOf(to);
    if (from.currency() == to)
        return from;
    if (!ours || !theirs || from.minorUnits() < 0 || from.minorUnits() > kLargestAmount)
        return std::nullopt;
    const Wide amount = dividedHalfUp(Wide(from.minorUnits()) * theirs->used * powerOfTen(to.exponent()),
                                      Wide(ours->used) * powerOfTen(from.currency().exponent()));
    return money::Money(qint64(amount), to);
}

std::optional<double> reportedRate(money::Currency from, money::Currency to)
{
    const auto ours = rateOf(from);
    const auto theirs = rateOf(to);
    if (from == to)
        return 1;
    if (!ours || !theirs)
        return std::nullopt;
    return double(theirs->reported) / double(ours->reported);
}

bool isWithinTolerance(qint64 amount, qint64 own)
{
    const Wide off = Wide(amount) - own;
    return (off < 0 ? -off : off) * 100 <= own;
}

qint64 feeOf(const money::Money &base)
{
    return base.share(kFeeBasisPoints).value_or(money::Money(0, base.currency())).minorUnits();
}

QString gatewayFor(const QString &currency)
{
    static const QStringList startButton{u"GHS"_s, u"KES"_s, u"ZAR"_s, u"TZS"_s, u"XAF"_s, u"XOF"_s};
    if (currency == "NGN"_L1)
        return u"paystack"_s;
    return startButton.contains(currency) ? u"startbutton"_s : u"stripe"_s;
}

Split splitOf(qint64 gross, qint64 ratePpm)
{
    const auto commission = qint64(dividedHalfUp(Wide(gross) * ratePpm, kPartsPerMillion));
    return {gross, commission, gross - commission};
}

QString countryCode(const QString &text)
{
    static const QHash<QString, QString> codes = [] {
        QHash<QString, QString> all;
        for (int i = QLocale::AnyTerritory + 1; i <= QLocale::LastTerritory; ++i) {
            const auto territory = QLocale::Territory(i);
            const QString code = QLocale::territoryToCode(territory);
            if (code.size() != 2)
                continue;
            all[code.toLower()] = code;
            all[QLocale::territoryToString(territory).toLower()] = code;
        }
        return all;
    }();
    return codes.value(text.trimmed().toLower());
}

std::optional<money::Currency> currencyOfCountry(const QString &countryCode)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(countryCode);
    if (territory == QLocale::AnyTerritory)
        return std::nullopt;
    return money::Currency::fromCode(QLocale(QLocale::AnyLanguage, territory).currencySymbol(QLocale::CurrencyIsoCode));
}

} // namespace tilldeck::sandbox::khaime
