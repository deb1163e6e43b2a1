// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/khaime/codec_request.h"

#include "checkout/draft_fields.h"
#include "money/format.h"

#include "providers/khaime/text.h"
#include "providers/minor_units.h"
#include "providers/wire/errors.h"
#include "providers/wire/json_writer.h"
#include "providers/wire/named_values.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace tilldeck::providers::khaime {

using namespace Qt::StringLiterals;

using checkout::Capabilities;
using checkout::CustomField;
using checkout::Error;
using checkout::Field;
using checkout::Problem;
using checkout::SessionDraft;

namespace {

/// Finds what the body has no member for: without it, the payment would not be the one that the merchant asked for.
std::vector<Problem> inexpressible(const SessionDraft &draft, const Capabilities &has)
{
    std::vector<Problem> problems;
    for (const Field field : checkout::fieldsNotTaken(draft, has))
        problems.emplace_back(field, KhaimeText::tr("Khaime has no place for this here. Leave it out."));
    return problems;
}

/// Returns the number that an id of a product or sub-merchant must be; nothing for any other text.
std::optional<qint64> wireId(const QString &id)
{
    static const QRegularExpression number(u"^(0|[1-9][0-9]{0,18})$"_s);
    bool fits = false;
    const qint64 value = id.toLongLong(&fits);
    return fits && number.match(id).hasMatch() ? std::optional(value) : std::nullopt;
}

/// Writes the members of one body, and keeps what cannot be written as problems.
class Body
{
public:
    Body() { m_json.beginObject(); }

    void flag(const char *name) { m_json.value(QString::fromLatin1(name), true); }
    void number(const char *name, qint64 value) { m_json.value(QString::fromLatin1(name), value); }
    void text(const char *name, const QString &text) { m_json.optionalText(QString::fromLatin1(name), text); }
    void id(const char *name, const QString &id, Field field, const QString &sentence)
    {
        if (id.isEmpty())
            return;
        if (const auto value = wireId(id))
            number(name, *value);
        else
            m_problems.emplace_back(field, sentence);
    }
    void amount(const char *name, const char *currencyName, const money::Money &amount, Field field)
    {
        if (const auto units = toWire(Family::Khaime, amount))
            number(name, *units);
        else
            m_problems.emplace_back(field,
                                    KhaimeText::tr("Khaime cannot take this amount exactly. Enter another one."));
        text(currencyName, amount.currency().code());
    }
    void customer(const checkout::CustomerChoice &customer)
    {
        m_json.beginObject(u"customer"_s);
        text("email", customer.email);
        text("first_name", customer.firstName);
        text("last_name", customer.lastName);
        text("country", customer.country);
        m_json.endObject();
    }
    void metadata(const std::vector<CustomField> &fields)
    {
        if (fields.empty())
            return;
        m_json.beginObject(u"metadata"_s);
        for (const CustomField &field : fields)
            m_json.value(field.name, toJson(field.value));
        m_json.endObject();
    }
    void problem(Field field, const QString &sentence) { m_problems.emplace_back(field, sentence); }

    checkout::Result<QByteArray> finish()
    {
        m_json.endObject();
        if (!m_problems.empty())
            return std::unexpected(invalidDraft(std::move(m_problems)));
        return m_json.bytes();
    }

private:
    JsonWriter m_json;
    std::vector<Problem> m_problems;
};

void writeProductId(Body &body, const SessionDraft &draft)
{
    body.id("product_id", draft.productId, Field::Product,
            KhaimeText::tr("Khaime's product IDs are numbers. Choose a product, or enter its number."));
}

/// Returns what the customer pays: the typed or quoted amount, else the price if it is in the same currency.
std::optional<money::Money> customerAmount(const SessionDraft &draft)
{
    if (draft.chargeAmount)
        return draft.chargeAmount;
    return draft.pricing && draft.pricing->currency() == chargeCurrencyOf(draft) ? draft.pricing : std::nullopt;
}

void writeAmounts(Body &body, const SessionDraft &draft)
{
    if (!draft.pricing)
        return body.problem(Field::Pricing, KhaimeText::tr("Enter what you want to receive."));
    const auto amount = customerAmount(draft);
    if (!amount)
        return body.problem(Field::Quote,
                            KhaimeText::tr("Ask for a quote first: Khaime works out what the customer pays."));
    const money::Currency currency = *chargeCurrencyOf(draft);
    if (amount->currency() != currency)
        return body.problem(Field::ChargeAmount, KhaimeText::tr("Enter this amount in %1.").arg(currency.code()));
    body.amount("amount", "currency", *amount, Field::ChargeAmount);
    body.amount("total_amount", "total_currency", *draft.pricing, Field::Pricing);
    // Khaime's own conversion, or the amount itself where nothing is converted.
    const auto conversion = draft.pricing->currency() == currency ? draft.pricing : draft.convertedTotal;
    if (conversion && conversion->currency() != currency)
        return body.problem(Field::Quote, KhaimeText::tr("The quote is for another currency. Ask for a new one."));
    if (conversion && !isWithinTolerance(*amount, *conversion)) {
        const Problem problem = toleranceProblem(*conversion);
        return body.problem(problem.field, problem.sentence);
    }
    if (draft.convertedTotal)
        body.amount("converted_total_amount", "converted_total_currency", *draft.convertedTotal, Field::Quote);
}

void writeCharge(Body &body, const SessionDraft &draft, const QString &reference)
{
    writeAmounts(body, draft);
    body.text("description", draft.description);
    body.text("reference", reference);
    body.text("callback_url", draft.successUrl);
    body.customer(draft.customer);
    body.metadata(draft.metadata);
    body.id("sub_merchant_id", draft.subMerchantId, Field::SubMerchant,
            KhaimeText::tr("Khaime's sub-merchant IDs are numbers. Enter the number of the sub-merchant."));
}

void writeSession(Body &body, const SessionDraft &draft)
{
    if (draft.pricing)
        body.amount("amount", "currency", *draft.pricing, Field::Pricing);
    else
        body.problem(Field::Pricing, KhaimeText::tr("Enter the amount."));
    if (draft.productId.isEmpty() && draft.productName.isEmpty())
        body.problem(Field::Product, KhaimeText::tr("Choose a product, or give what is sold a name."));
    writeProductId(body, draft);
    body.text("product_name", draft.productName);
    body.customer(draft.customer);
    body.text("success_url", draft.successUrl);
    body.text("cancel_url", draft.returnUrl);
    body.text("subscription_frequency_key", draft.subscriptionFrequency);
    body.metadata(draft.metadata);
}

void writeCheckout(Body &body, const SessionDraft &draft)
{
    if (draft.productId.isEmpty())
        body.problem(Field::Product, KhaimeText::tr("Choose a product, or enter its number."));
    writeProductId(body, draft);
    body.number("quantity", draft.productQuantity);
    if (const auto currency = draft.chargeCurrency)
        body.text("currency", currency->code());
    else
        body.problem(Field::ChargeCurrency, KhaimeText::tr("Choose the currency that the customer pays in."));
    body.customer(draft.customer);
}

std::vector<Problem> problemsBeforeWriting(const SessionDraft &draft, std::optional<Flow> flow)
{
    if (!flow)
        return {Problem(Field::Flow, KhaimeText::tr("Khaime has no such kind of payment. Choose one of its own."))};
    std::vector<Problem> problems = inexpressible(draft, capabilities(*flow));
    findNamedValueProblems(draft.metadata, Field::MetadataName, Field::MetadataValue, problems);
    return problems;
}

} // namespace

bool isWithinTolerance(const money::Money &amount, const money::Money &conversion)
{
    const auto difference = amount.minus(conversion);
    if (!difference)
        return false;
    // Whole units, so that nothing can overflow: 100 d <= c is d <= c / 100, rounded down.
    const qint64 most = conversion.minorUnits() / (100 / tolerancePercent);
    return difference->minorUnits() <= most && difference->minorUnits() >= -most;
}

Problem toleranceProblem(const money::Money &conversion)
{
    return {Field::ChargeAmount,
            KhaimeText::tr("This is more than %1% off what Khaime works out. Enter about %2, or leave it empty.")
                .arg(tolerancePercent)
                .arg(money::format(conversion, QLocale()))};
}

Error invalidDraft(std::vector<Problem> problems)
{
    return providers::invalidDraft(KhaimeText::tr("Khaime cannot take this as it is. Mend the marked fields."),
                                   std::move(problems));
}

checkout::Result<QByteArray> encodeCreate(const SessionDraft &draft, const QString &reference)
{
    const auto flow = flowOf(draft.flow);
    if (auto problems = problemsBeforeWriting(draft, flow); !problems.empty())
        return std::unexpected(invalidDraft(std::move(problems)));
    Body body;
    switch (*flow) {
    case Flow::Charge:
        writeCharge(body, draft, draft.reference.isEmpty() ? reference : draft.reference);
        break;
    case Flow::Session:
        writeSession(body, draft);
        break;
    case Flow::Checkout:
        writeCheckout(body, draft);
        break;
    }
    return body.finish();
}

checkout::Result<QByteArray> encodePreview(const SessionDraft &draft)
{
    if (auto problems = problemsBeforeWriting(draft, Flow::Charge); !problems.empty())
        return std::unexpected(invalidDraft(std::move(problems)));
    Body body;
    body.flag("preview");
    writeCharge(body, draft, QString());
    return body.finish();
}

} // namespace tilldeck::providers::khaime
