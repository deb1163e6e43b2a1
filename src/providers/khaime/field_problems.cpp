// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/khaime/field_problems.h"

#include "providers/khaime/flows.h"
#include "providers/khaime/text.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <optional>

namespace tilldeck::providers::khaime {

using checkout::Field;
using checkout::Problem;
using checkout::SessionDraft;

using namespace Qt::StringLiterals;

namespace {

bool isCharge(const SessionDraft &draft)
{
    return flowOf(draft.flow) == Flow::Charge;
}

/// Returns the field of the typed amount: the price in a session, what the customer pays in a charge.
Field amountField(const SessionDraft &draft)
{
    return isCharge(draft) ? Field::ChargeAmount : Field::Pricing;
}

Problem amountMissing(const SessionDraft &draft)
{
    if (!isCharge(draft) || !draft.pricing)
        return {Field::Pricing, KhaimeText::tr("Enter the amount.")};
    return {Field::ChargeAmount,
            KhaimeText::tr("Khaime did not get what the customer pays. Refresh the quote, or enter "
                           "it.")};
}

Problem fieldsMissing(const SessionDraft &draft)
{
    if (draft.customer.email.isEmpty())
        return {Field::CustomerEmail, KhaimeText::tr("Enter the customer's e-mail address.")};
    if (isCharge(draft) && !draft.pricing)
        return {Field::Pricing, KhaimeText::tr("Enter what you want to receive.")};
    return {Field::Draft, KhaimeText::tr("Khaime misses something. Check amount, currency and the customer's e-mail "
                                         "address.")};
}

Problem metadataProblem(const SessionDraft &draft)
{
    const int onlyRow = draft.metadata.size() == 1 ? 0 : -1;
    return {Field::MetadataValue, KhaimeText::tr("Metadata takes text, numbers, true and false only."), 0, onlyRow};
}

std::optional<Problem> noRate(const QString &text)
{
    static const QRegularExpression pattern(u"^Unable to convert from (\\w{1,10}) to (\\w{1,10})$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    return Problem(Field::ChargeCurrency,
                   KhaimeText::tr("Khaime has no rate from %1 to %2. Choose another currency for the customer.")
                       .arg(match.captured(1), match.captured(2)));
}

/// Returns the problem of a text of x-error-table (createCharge), except those about the key, which is no field.
std::optional<Problem> rowProblem(const QString &text, const SessionDraft &draft)
{
    const auto is = [&text](QLatin1StringView row) { return text.compare(row, Qt::CaseInsensitive) == 0; };
    if (is("Amount mismatch"_L1))
        return Problem(Field::ChargeAmount,
                       KhaimeText::tr("The rate has moved. Refresh the quote, then create again."));
    if (is("converted_total_amount does not match amount"_L1)) {
        return Problem(Field::ChargeAmount,
                       KhaimeText::tr("This is more than %1% off what Khaime works out. Leave it empty, or refresh the "
                                      "quote and enter the amount it shows.")
                           .arg(tolerancePercent));
    }
    if (is("converted_total_currency must match the charge currency"_L1)) {
        return Problem(Field::ChargeCurrency,
                       KhaimeText::tr("The quote was for another currency. Refresh the quote, then create again."));
    }
    if (is("Both converted_total_amount and converted_total_currency must be provided together"_L1))
        return Problem(Field::Quote, KhaimeText::tr("The quote is incomplete. Refresh it, then create again."));
    if (is("\"amount\" is required"_L1))
        return amountMissing(draft);
    if (is("Missing total_amount / total_currency"_L1))
        return Problem(Field::Pricing, KhaimeText::tr("Enter what you want to receive, and its currency."));
    if (is("Missing required fields"_L1))
        return fieldsMissing(draft);
    if (is("Metadata validation failed"_L1))
        return metadataProblem(draft);
    return noRate(text);
}

std::optional<Field> fieldOf(const QString &path, const SessionDraft &draft)
{
    static const QHash<QString, Field> fields{
        {u"total_amount"_s, Field::Pricing},
        {u"total_currency"_s, Field::Pricing},
        {u"converted_total_amount"_s, Field::ChargeAmount},
        {u"converted_total_currency"_s, Field::ChargeCurrency},
        {u"description"_s, Field::Description},
        {u"reference"_s, Field::Reference},
        {u"callback_url"_s, Field::SuccessUrl},
        {u"success_url"_s, Field::SuccessUrl},
        {u"cancel_url"_s, Field::ReturnUrl},
        {u"customer"_s, Field::CustomerEmail},
        {u"customer.email"_s, Field::CustomerEmail},
        {u"customer.first_name"_s, Field::Customer},
        {u"customer.last_name"_s, Field::Customer},
        {u"customer.country"_s, Field::CustomerCountry},
        {u"metadata"_s, Field::MetadataValue},
        {u"sub_merchant_id"_s, Field::SubMerchant},
        {u"product_id"_s, Field::Product},
        {u"product_name"_s, Field::Product},
        {u"quantity"_s, Field::Quantity},
        {u"subscription_frequency_key"_s, Field::SubscriptionFrequency},
    };
    if (path == "amount"_L1)
        return amountField(draft);
    if (path == "currency"_L1)
        return flowOf(draft.flow) == Flow::Session ? Field::Pricing : Field::ChargeCurrency;
    const auto found = fields.constFind(path);
    return found == fields.cend() ? std::nullopt : std::optional(*found);
}

std::optional<Problem> remarkProblem(const Remark &remark, const SessionDraft &draft)
{
    const QString sentence = quotedProvider(u"Khaime"_s, remark.message);
    for (std::size_t row = 0; row < draft.metadata.size(); ++row) {
        if (remark.path == u"metadata."_s + draft.metadata[row].name)
            return Problem(Field::MetadataValue, sentence, 0, static_cast<int>(row));
    }
    const auto field = fieldOf(remark.path, draft);
    return field ? std::optional(Problem(*field, sentence)) : std::nullopt;
}

/// Returns the member that a sentence begins with, as in `"customer.email" must be a valid email`.
std::optional<Problem> namedInQuotes(const QString &text, const SessionDraft &draft)
{
    static const QRegularExpression pattern(u"^\"([\\w.]{1,80})\" "_s);
    const QRegularExpressionMatch match = pattern.match(text);
    return match.hasMatch() ? remarkProblem(Remark(match.captured(1), text), draft) : std::nullopt;
}

} // namespace

std::vector<Problem> fieldProblems(const QString &text, const std::vector<Remark> &remarks, const SessionDraft &draft)
{
    std::vector<Problem> problems;
    for (const Remark &remark : remarks) {
        auto problem = remarkProblem(remark, draft);
        if (!problem)
            problem = namedInQuotes(remark.message, draft);
        if (problem)
            problems.push_back(std::move(*problem));
    }
    const auto row = rowProblem(text, draft);
    // The row has the better words; a remark may know the place better.
    if (row && (problems.empty() || row->field != problems.front().field))
        problems.insert(problems.begin(), *row);
    else if (row)
        problems.front().sentence = row->sentence;
    if (problems.empty()) {
        if (auto problem = namedInQuotes(text, draft))
            problems.push_back(std::move(*problem));
    }
    return problems;
}

} // namespace tilldeck::providers::khaime
