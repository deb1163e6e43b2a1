// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/known_lists.h"

#include <QCollator>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

namespace {

QStringList currenciesInUse()
{
    static const QStringList codes = [] {
        QStringList all;
        const auto locales = QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
        for (const QLocale &locale : locales) {
            if (const auto currency = money::Currency::fromCode(locale.currencySymbol(QLocale::CurrencyIsoCode)))
                all << currency->code();
        }
        all.sort();
        all.removeDuplicates();
        return all;
    }();
    return codes;
}

} // namespace

std::vector<Choice> countryChoices(const QLocale &locale)
{
    std::vector<Choice> choices;
    for (int at = QLocale::AnyTerritory + 1; at <= QLocale::LastTerritory; ++at) {
        const QString code = QLocale::territoryToCode(QLocale::Territory(at));
        // Regions of the world have three digits.
        if (code.size() == 2)
            choices.push_back({code, countryName(code, locale), {}, {}, {}, {}});
    }
    const QCollator order(locale);
    std::ranges::sort(choices, [&order](const Choice &left, const Choice &right) {
        return order.compare(left.title, right.title) < 0;
    });
    return choices;
}

QString countryName(const QString &code, const QLocale &locale)
{
    if (code.size() != 2 || QLocale::codeToTerritory(code) == QLocale::AnyTerritory)
        return {};
    // QLocale knows a country's name in English and in its own language alone.
    icu::UnicodeString name;
    icu::Locale("", code.toLatin1().constData())
        .getDisplayCountry(icu::Locale::createCanonical(locale.name().toLatin1().constData()), name);
    return QString::fromUtf16(name.getBuffer(), name.length());
}

std::vector<Choice> currencyChoices(const QStringList &first, const QLocale &locale)
{
    QStringList codes = first;
    for (const QString &code : currenciesInUse()) {
        if (!codes.contains(code))
            codes << code;
    }
    std::vector<Choice> choices;
    for (const QString &code : codes) {
        const auto currency = money::Currency::fromCode(code);
        choices.push_back({code, code, currency ? currency->name(locale.name()) : QString(), {}, {}, {}});
    }
    return choices;
}

QString usualCurrency(const checkout::Catalog &catalog, const QStringList &known)
{
    if (catalog.currency)
        return catalog.currency->code();
    QString local = QLocale().currencySymbol(QLocale::CurrencyIsoCode);
    if (!local.isEmpty() && (known.isEmpty() || known.contains(local)))
        return local;
    return known.isEmpty() ? u"USD"_s : known.first();
}

std::vector<Choice> productChoices(const checkout::Catalog &catalog)
{
    std::vector<Choice> choices;
    choices.reserve(catalog.products.items.size());
    for (const checkout::Product &product : catalog.products.items)
        choices.push_back(
            {product.id, product.name.isEmpty() ? product.id : product.name, {}, product.unitAmount, {}, {}});
    return choices;
}

} // namespace tilldeck::ui
