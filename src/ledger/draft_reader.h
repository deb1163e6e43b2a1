// SPDX-License-Identifier: GPL-3.0-or-later
// Private to decodeDraft(), see draft_document.h.
#pragma once

#include "checkout/draft_fields.h"
#include "ledger/json_text.h"
#include "ledger/nearest_name.h"

#include <QCoreApplication>

#include <span>
#include <utility>

namespace tilldeck::ledger {

/// Returns the name of @p field in the object `customer` of a draft document; nothing for a field that is not in it.
std::optional<QLatin1StringView> nameInCustomer(const checkout::DraftField &field);

/// The place that a problem of the part being read stands on.
struct Place
{
    checkout::Field field = checkout::Field::Draft;
    int tier = 0;
    int index = -1;

    Place on(checkout::Field other) const { return {other, tier, index}; }
};

class DraftReader
{
    Q_DECLARE_TR_FUNCTIONS(DraftDocument)

public:
    checkout::SessionDraft draft;
    std::vector<checkout::Problem> problems;

    void document(const JsonObject &members);

private:
    void refuse(Place place, const QString &sentence)
    {
        problems.emplace_back(place.field, sentence, place.tier, place.index);
    }
    void refuseName(Place place, const QString &name, const QString &nearest)
    {
        refuse(place, nearest.isEmpty()
                          ? tr("“%1” is not known in a draft document. Remove it or correct its name.").arg(at(name))
                          : tr("“%1” is not known in a draft document. Is “%2” meant?").arg(at(name), nearest));
    }

    /// Returns the path of the member @p name of the object that is being read: cascade[0].line_items[2].quantity.
    QString at(const QString &name) const { return m_path.isEmpty() ? name : m_path + u'.' + name; }
    QString at(const JsonMember &member) const { return at(member.first); }
    template <class Reads>
    void members(const JsonObject &object, const QString &path, Place place, std::span<const QLatin1StringView> names,
                 Reads reads);
    void text(const JsonMember &member, Place place, QString &into);
    std::optional<qint64> integer(const JsonMember &member, Place place);
    void version(const JsonValue &value);
    bool read(const JsonMember &member, const checkout::DraftField &field);
    void pricing(const JsonMember &member);
    void chargeCurrency(const JsonMember &member);
    void chargeAmount(const JsonMember &member);
    void customer(const JsonMember &member);
    void lineItems(const JsonMember &member, int tier, std::vector<checkout::LineItem> &into);
    checkout::LineItem lineItem(const JsonObject &object, const QString &path, Place place);
    void amount(std::optional<qint64> minorUnits, const QString &code, bool given, const QString &path, Place place,
                checkout::LineItem &item);
    void fields(const JsonMember &member, checkout::Field nameField, checkout::Field valueField,
                std::vector<checkout::CustomField> &into);
    std::optional<checkout::CustomFieldValue> fieldValue(const JsonValue &value, const QString &path, Place place);
    void cascade(const JsonMember &member);
    std::optional<money::Money> moneyObject(const JsonMember &member, Place place, QLatin1String amountName,
                                            QLatin1String currencyName);
    std::optional<money::Currency> knownCurrency(const QString &code, Place place, const QString &path);

    QString m_path;                           ///< Of the object that is being read; empty for the document.
    std::optional<qint64> m_bareChargeAmount; ///< Its currency may stand after it.
};

/// Hands each member of @p object, which stands at @p path, to @p reads, which returns whether it knows the name;
/// @p names are those that it knows. A name given twice is as wrong as an unknown one.
template <class Reads>
void DraftReader::members(const JsonObject &object, const QString &path, Place place,
                          std::span<const QLatin1StringView> names, Reads reads)
{
    const QString outer = std::exchange(m_path, path);
    QStringList seen;
    for (const JsonMember &member : object) {
        if (seen.contains(member.first))
            refuse(place, tr("“%1” is given twice. Keep one of them.").arg(at(member)));
        else if (!reads(member))
            refuseName(place, member.first, nearestName(member.first, names));
        seen.append(member.first);
    }
    m_path = outer;
}

} // namespace tilldeck::ledger
