// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/draft_reader.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Field;

/// An object of a whole number and a currency, named as given.
std::optional<money::Money> DraftReader::moneyObject(const JsonMember &member, Place place, QLatin1String amountName,
                                                     QLatin1String currencyName)
{
    const auto *object = member.second.as<JsonObject>();
    const size_t before = problems.size();
    std::optional<qint64> minorUnits;
    QString code;
    if (object) {
        const std::array names{amountName, currencyName};
        members(*object, at(member), place, names, [&](const JsonMember &part) {
            if (part.first == amountName)
                minorUnits = integer(part, place);
            else if (part.first == currencyName)
                text(part, place, code);
            else
                return false;
            return true;
        });
    }
    if (minorUnits && !code.isEmpty()) {
        const auto currency = knownCurrency(code, place, u"%1.%2"_s.arg(at(member), QString(currencyName)));
        return currency ? std::optional(money::Money(*minorUnits, *currency)) : std::nullopt;
    }
    if (problems.size() == before)
        refuse(place, tr("“%1” must be an object with %2 in minor units and %3.")
                          .arg(at(member), QString(amountName), QString(currencyName)));
    return std::nullopt;
}

std::optional<money::Currency> DraftReader::knownCurrency(const QString &code, Place place, const QString &path)
{
    const auto currency = money::Currency::fromCode(code);
    if (!currency)
        refuse(place,
               tr("“%1” is not a currency. Write the three letters of one in “%2”, for example EUR.").arg(code, path));
    return currency;
}

void DraftReader::pricing(const JsonMember &member)
{
    draft.pricing = moneyObject(member, {Field::Pricing}, "total_amount"_L1, "total_currency"_L1);
}

void DraftReader::chargeCurrency(const JsonMember &member)
{
    QString code;
    text(member, {Field::ChargeCurrency}, code);
    if (member.second.as<QString>())
        draft.chargeCurrency = knownCurrency(code, {Field::ChargeCurrency}, at(member));
}

void DraftReader::chargeAmount(const JsonMember &member)
{
    if (member.second.as<JsonObject>())
        draft.chargeAmount = moneyObject(member, {Field::ChargeAmount}, "amount"_L1, "currency"_L1);
    else
        m_bareChargeAmount = integer(member, {Field::ChargeAmount});
}

} // namespace tilldeck::ledger
