// SPDX-License-Identifier: GPL-3.0-or-later
// Private to decodeDraft(), see draft_document.h.
#pragma once

#include "checkout/problem.h"
#include "checkout/session_draft.h"
#include "ledger/json_text.h"

#include <QCoreApplication>

namespace tilldeck::ledger {

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

    template <class Reads> void members(const JsonObject &object, Place place, Reads reads);
    void text(const JsonMember &member, Place place, QString &into);
    std::optional<qint64> integer(const JsonMember &member, Place place);
    void version(const JsonValue &value);
    bool product(const JsonMember &member);
    void pricing(const JsonMember &member);
    void chargeCurrency(const JsonMember &member);
    void chargeAmount(const JsonMember &member);
    void customer(const JsonMember &member);
    void lineItems(const JsonMember &member, int tier, std::vector<checkout::LineItem> &into);
    checkout::LineItem lineItem(const JsonObject &object, Place place);
    void amount(std::optional<qint64> minorUnits, const QString &code, bool given, Place place,
                checkout::LineItem &item);
    void fields(const JsonMember &member, checkout::Field nameField, checkout::Field valueField,
                std::vector<checkout::CustomField> &into);
    std::optional<checkout::CustomFieldValue> fieldValue(const JsonMember &member, Place place);
    void cascade(const JsonMember &member);
    std::optional<money::Money> moneyObject(const JsonMember &member, Place place, QLatin1String amountName,
                                            QLatin1String currencyName);
    std::optional<money::Currency> knownCurrency(const QString &code, Place place);

    std::optional<qint64> m_bareChargeAmount; ///< Its currency may stand after it.
};

/// Hands each member to @p reads, which returns whether it knows the name. A name given twice is as wrong as an unknown
/// one.
template <class Reads> void DraftReader::members(const JsonObject &object, Place place, Reads reads)
{
    QStringList seen;
    for (const JsonMember &member : object) {
        if (seen.contains(member.first))
            refuse(place, tr("“%1” is given twice. Keep one of them.").arg(member.first));
        else if (!reads(member))
            refuse(place,
                   tr("“%1” is not known in a draft document. Remove it or correct its name.").arg(member.first));
        seen.append(member.first);
    }
}

} // namespace tilldeck::ledger
