// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/column_target.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tilldeck::sheets {

using checkout::Field;
using Part = ColumnTarget::Part;

namespace {

struct TargetText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::sheets::Target)
};

constexpr int mostItems = 100;

struct PlainTarget
{
    QLatin1StringView name;
    Part part;
    Field field;
};

/// What is no text of a draft, and no named value.
constexpr std::array plainTargets{
    PlainTarget{"quantity"_L1, Part::Quantity, Field::Quantity},
    PlainTarget{"pricing"_L1, Part::Pricing, Field::Pricing},
    PlainTarget{"pricing_currency"_L1, Part::PricingCurrency, Field::Pricing},
    PlainTarget{"charge_amount"_L1, Part::ChargeAmount, Field::ChargeAmount},
    PlainTarget{"charge_currency"_L1, Part::ChargeCurrency, Field::ChargeCurrency},
    PlainTarget{"expires_in_hours"_L1, Part::Expiry, Field::Expiry},
};

constexpr std::array itemTargets{
    PlainTarget{"price_id"_L1, Part::ItemPrice, Field::Price},
    PlainTarget{"name"_L1, Part::ItemName, Field::Name},
    PlainTarget{"amount"_L1, Part::ItemAmount, Field::Amount},
    PlainTarget{"currency"_L1, Part::ItemCurrency, Field::Amount},
    PlainTarget{"quantity"_L1, Part::ItemQuantity, Field::Quantity},
};

constexpr std::array namedTargets{
    PlainTarget{"custom_fields"_L1, Part::CustomField, Field::CustomFieldName},
    PlainTarget{"subscription_custom_fields"_L1, Part::SubscriptionField, Field::SubscriptionFieldName},
    PlainTarget{"metadata"_L1, Part::Metadata, Field::MetadataName},
};

struct Words
{
    QLatin1StringView name;
    const char16_t *titles; ///< Without blanks and signs, with a bar between them.
};

/// What merchants call the columns of their files. A title may stand for several targets, of which the first counts
/// that the flow takes.
constexpr std::array words{
    Words{"customer_email"_L1, u"email|emailaddress|mail|customeremail|kundenemail|emailadresse|kundenmail"},
    Words{"customer_id"_L1, u"customer|customerid|customernumber|kunde|kundenid|kundennummer|kundennr"},
    Words{"customer_name"_L1, u"customername|kundenname|fullname"},
    Words{"customer_first_name"_L1, u"firstname|vorname|givenname"},
    Words{"customer_last_name"_L1, u"lastname|nachname|surname|familienname"},
    Words{"customer_country"_L1, u"country|countrycode|land|ländercode|landeskennzeichen"},
    Words{"item_price_id"_L1, u"priceid|price_id|preisid|preiskennung"},
    Words{"item_name"_L1, u"item|itemname|artikel|artikelname|position|bezeichnung|product|productname|produkt"},
    Words{"product_name"_L1, u"product|productname|produkt|produktname|item|artikel"},
    Words{"product_id"_L1, u"productid|produktid|product|produkt"},
    Words{"item_amount"_L1, u"amount|unitprice|unitamount|price|betrag|einzelpreis|preis|stückpreis"},
    Words{"pricing"_L1, u"amount|total|totalamount|price|betrag|gesamtbetrag|preis|summe"},
    Words{"charge_amount"_L1, u"chargeamount|customeramount|kundenbetrag"},
    Words{"item_currency"_L1, u"currency|währung|waehrung|itemcurrency"},
    Words{"pricing_currency"_L1, u"currency|währung|waehrung|pricingcurrency"},
    Words{"charge_currency"_L1, u"chargecurrency|customercurrency|kundenwährung|currency|währung|waehrung"},
    Words{"item_quantity"_L1, u"quantity|qty|count|pieces|menge|anzahl|stück|stückzahl"},
    Words{"quantity"_L1, u"quantity|qty|count|pieces|menge|anzahl|stück|stückzahl"},
    Words{"promotion_code"_L1, u"promotioncode|promocode|code|voucher|aktionscode|gutscheincode|rabattcode"},
    Words{"coupon_id"_L1, u"coupon|couponid|gutschein|gutscheinid|rabatt"},
    Words{"expires_in_hours"_L1, u"expiresinhours|expiry|expiryhours|hours|ablauf|gültigkeit|stunden"},
    Words{"description"_L1, u"description|beschreibung|verwendungszweck|zweck|text"},
    Words{"reference"_L1,
          u"reference|ref|orderid|ordernumber|invoice|invoicenumber|referenz|bestellnummer|auftragsnummer|"
          "rechnungsnummer"},
    Words{"success_url"_L1, u"successurl|thankyouurl|erfolgsurl|dankeurl"},
    Words{"return_url"_L1, u"returnurl|cancelurl|rücksprungurl|abbruchurl"},
    Words{"internal_note"_L1, u"internalnote|note|notiz|internenotiz|bemerkung"},
    Words{"mode"_L1, u"mode|kind|art|zahlungsart"},
    Words{"flow"_L1, u"flow|ablaufart"},
    Words{"sub_merchant_id"_L1, u"submerchant|submerchantid|unterhändler"},
    Words{"subscription_frequency"_L1, u"subscription|subscriptionfrequency|frequency|abo|turnus"},
    Words{"processor_route_id"_L1, u"processorroute|processorrouteid|route|routeid"},
};

/// Returns the names of the targets that each title may stand for, the first of which counts.
const QHash<QString, QList<QLatin1StringView>> &namesByTitle()
{
    static const auto names = [] {
        QHash<QString, QList<QLatin1StringView>> all;
        for (const Words &each : words) {
            const QStringList titles = QString::fromUtf16(each.titles).split(u'|');
            for (const QString &title : titles)
                all[title] << each.name;
        }
        return all;
    }();
    return names;
}

/// Returns a title without what makes no other one: case, blanks, signs, the width of letters.
QString plainTitle(const QString &title)
{
    QString plain;
    for (const QChar character : title.normalized(QString::NormalizationForm_KC).toCaseFolded()) {
        if (character.isLetterOrNumber())
            plain += character;
    }
    return plain;
}

QString nameOf(const checkout::DraftField &row)
{
    return QString(row.path).replace(u'.', u'_');
}

/// Returns the row of a target that is a text.
const checkout::DraftField *rowOf(const ColumnTarget &target)
{
    const auto rows = checkout::draftFields();
    const auto row = std::ranges::find_if(rows, [&target](const auto &each) { return nameOf(each) == target.name; });
    return row == rows.end() ? nullptr : &*row;
}

ColumnTarget targetOf(const PlainTarget &plain, QString name)
{
    ColumnTarget target;
    target.part = plain.part;
    target.field = plain.field;
    target.name = std::move(name);
    return target;
}

std::optional<ColumnTarget> itemTarget(const QString &name)
{
    static const QRegularExpression form(u"^item_(?:([1-9][0-9]?)_)?([a-z_]+)$"_s);
    const QRegularExpressionMatch match = form.match(name);
    const QString number = match.captured(1);
    const auto *plain = std::ranges::find(itemTargets, match.captured(2), &PlainTarget::name);
    if (!match.hasMatch() || plain == itemTargets.end() || number.toInt() >= mostItems)
        return std::nullopt;
    ColumnTarget target = targetOf(*plain, name);
    target.item = number.isEmpty() ? 0 : number.toInt() - 1;
    if (target.item == 0)
        target.name = u"item_"_s + plain->name;
    return target;
}

std::optional<ColumnTarget> namedTarget(const QString &name)
{
    const qsizetype dot = name.indexOf(u'.');
    const auto *plain = std::ranges::find(namedTargets, name.left(dot), &PlainTarget::name);
    if (dot < 0 || dot + 1 == name.size() || plain == namedTargets.end())
        return std::nullopt;
    ColumnTarget target = targetOf(*plain, name);
    target.valueName = name.mid(dot + 1);
    return target;
}

} // namespace

std::optional<ColumnTarget> targetNamed(const QString &name)
{
    for (const checkout::DraftField &row : checkout::draftFields()) {
        if (!row.text || nameOf(row) != name)
            continue;
        ColumnTarget target;
        target.name = name;
        target.text = row.text;
        target.field = row.field;
        return target;
    }
    const auto *plain = std::ranges::find(plainTargets, name, &PlainTarget::name);
    if (plain != plainTargets.end())
        return targetOf(*plain, name);
    auto item = itemTarget(name);
    return item ? item : namedTarget(name);
}

QStringList targetNames()
{
    QStringList names;
    for (const checkout::DraftField &row : checkout::draftFields()) {
        if (row.text)
            names << nameOf(row);
    }
    for (const PlainTarget &plain : plainTargets)
        names << plain.name;
    for (const PlainTarget &plain : itemTargets)
        names << u"item_"_s + plain.name;
    for (const PlainTarget &plain : namedTargets)
        names << plain.name + u".NAME"_s;
    return names;
}

bool isTaken(const ColumnTarget &target, const checkout::Capabilities &can)
{
    switch (target.part) {
    case Part::ItemPrice:
        return can.takes(Field::LineItems) && can.takes(Field::Price);
    case Part::ItemName:
    case Part::ItemAmount:
    case Part::ItemCurrency:
        return can.takes(Field::LineItems) && can.takes(Field::Name);
    case Part::ItemQuantity:
        return can.takes(Field::LineItems);
    case Part::Text: {
        const checkout::DraftField *row = rowOf(target);
        return row && row->isTaken(can);
    }
    default:
        return can.takes(target.field);
    }
}

QString labelOf(const ColumnTarget &target)
{
    const int number = target.item + 1;
    switch (target.part) {
    case Part::Text: {
        const checkout::DraftField *row = rowOf(target);
        return row ? row->label() : target.name;
    }
    case Part::PricingCurrency:
        return TargetText::tr("%1: currency", "name of a field").arg(checkout::labelOf(target.field));
    case Part::ItemPrice:
        return TargetText::tr("Line item %L1, price ID").arg(number);
    case Part::ItemName:
        return TargetText::tr("Line item %L1, name").arg(number);
    case Part::ItemAmount:
        return TargetText::tr("Line item %L1, amount").arg(number);
    case Part::ItemCurrency:
        return TargetText::tr("Line item %L1, currency").arg(number);
    case Part::ItemQuantity:
        return TargetText::tr("Line item %L1, quantity").arg(number);
    case Part::CustomField:
        return TargetText::tr("Custom field “%1”").arg(target.valueName);
    case Part::SubscriptionField:
        return TargetText::tr("Custom field of the subscription “%1”").arg(target.valueName);
    case Part::Metadata:
        return TargetText::tr("Metadata “%1”").arg(target.valueName);
    default:
        return checkout::labelOf(target.field);
    }
}

std::optional<ColumnTarget> targetOfTitle(const QString &title, const checkout::Capabilities &can)
{
    const QString typed = title.trimmed();
    if (auto exact = targetNamed(typed.toLower()); exact && exact->valueName.isEmpty())
        return exact;
    if (auto named = targetNamed(typed))
        return named;
    const QString plain = plainTitle(title);
    if (plain.isEmpty())
        return std::nullopt;
    for (const QLatin1StringView name : namesByTitle().value(plain)) {
        auto target = targetNamed(name);
        if (target && isTaken(*target, can))
            return target;
    }
    for (const checkout::DraftField &row : checkout::draftFields()) {
        if (row.text && row.isTaken(can) && plainTitle(row.label()) == plain)
            return targetNamed(nameOf(row));
    }
    return std::nullopt;
}

bool isAbout(const ColumnTarget &target, const checkout::Problem &problem)
{
    switch (target.part) {
    case Part::ItemPrice:
    case Part::ItemName:
    case Part::ItemAmount:
    case Part::ItemCurrency:
    case Part::ItemQuantity:
        return problem.field == target.field && problem.tier == 0 && problem.index == target.item;
    case Part::CustomField:
        return problem.field == Field::CustomFieldName || problem.field == Field::CustomFieldValue;
    case Part::SubscriptionField:
        return problem.field == Field::SubscriptionFieldName || problem.field == Field::SubscriptionFieldValue;
    case Part::Metadata:
        return problem.field == Field::MetadataName || problem.field == Field::MetadataValue;
    case Part::Quantity:
        return problem.field == Field::Quantity && problem.index < 0;
    default:
        return problem.field == target.field;
    }
}

} // namespace tilldeck::sheets
