// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/known_lists.h"

#include <algorithm>

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

std::vector<Choice> countryChoices()
{
    std::vector<Choice> choices;
    for (int at = QLocale::AnyTerritory + 1; at <= QLocale::LastTerritory; ++at) {
        const auto territory = QLocale::Territory(at);
        const QString code = QLocale::territoryToCode(territory);
        // Regions of the world have three digits.
        if (code.size() == 2)
            choices.push_back({code, QLocale::territoryToString(territory), {}, {}, {}, {}});
    }
    std::sort(choices.begin(), choices.end(), [](const Choice &left, const Choice &right) {
        return QString::localeAwareCompare(left.title, right.title) < 0;
    });
    return choices;
}

QString countryName(const QString &code)
{
    const auto territory = code.size() == 2 ? QLocale::codeToTerritory(code) : QLocale::AnyTerritory;
    return territory == QLocale::AnyTerritory ? QString() : QLocale::territoryToString(territory);
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
