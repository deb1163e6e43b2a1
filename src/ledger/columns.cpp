// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/columns.h"

#include "ledger/draft_document.h"
#include "ledger/json_text.h"

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

namespace {

JsonObject attemptMembers(const checkout::PaymentAttempt &attempt)
{
    JsonObject members{
        {u"tier"_s, JsonValue(qint64(attempt.tier))},
        {u"route"_s, JsonValue(attempt.processorRouteId)},
        {u"succeeded"_s, JsonValue(attempt.succeeded)},
        {u"decline_code"_s, JsonValue(attempt.declineCode)},
    };
    if (attempt.amount) {
        members.emplace_back(u"amount"_s, JsonValue(attempt.amount->minorUnits()));
        members.emplace_back(u"currency"_s, JsonValue(attempt.amount->currency().code()));
    }
    if (attempt.at.isValid())
        members.emplace_back(u"at"_s, JsonValue(attempt.at.toMSecsSinceEpoch()));
    return members;
}

checkout::PaymentAttempt attemptFrom(const JsonObject &members)
{
    checkout::PaymentAttempt attempt;
    QVariant amount;
    QVariant currency;
    for (const auto &[name, value] : members) {
        const auto *number = value.as<JsonNumber>();
        const auto *text = value.as<QString>();
        const auto *boolean = value.as<bool>();
        const qint64 integer = number ? number->toInteger().value_or(0) : 0;
        if (name == "tier"_L1)
            attempt.tier = static_cast<int>(integer);
        else if (name == "route"_L1 && text)
            attempt.processorRouteId = *text;
        else if (name == "succeeded"_L1 && boolean)
            attempt.succeeded = *boolean;
        else if (name == "decline_code"_L1 && text)
            attempt.declineCode = *text;
        else if (name == "amount"_L1)
            amount = integer;
        else if (name == "currency"_L1 && text)
            currency = *text;
        else if (name == "at"_L1)
            attempt.at = timeFrom(integer);
    }
    attempt.amount = amountFrom(amount, currency);
    return attempt;
}

} // namespace

QVariant flagColumn(bool flag)
{
    return flag ? QVariant(true) : QVariant();
}

QVariant textColumn(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QVariant timeColumn(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QDateTime timeFrom(const QVariant &column)
{
    return column.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(column.toLongLong(), Qt::UTC);
}

QVariant amountColumn(const std::optional<money::Money> &amount)
{
    return amount ? QVariant(amount->minorUnits()) : QVariant();
}

QVariant currencyColumn(const std::optional<money::Money> &amount)
{
    return amount ? QVariant(amount->currency().code()) : QVariant();
}

std::optional<money::Money> amountFrom(const QVariant &amount, const QVariant &currency)
{
    const auto known = money::Currency::fromCode(currency.toString());
    if (amount.isNull() || !known)
        return std::nullopt;
    return money::Money(amount.toLongLong(), *known);
}

QVariant tierColumn(std::optional<int> tier)
{
    return tier ? QVariant(*tier) : QVariant();
}

std::optional<int> tierFrom(const QVariant &column)
{
    return column.isNull() ? std::nullopt : std::optional(column.toInt());
}

QVariant attemptsColumn(const std::vector<checkout::PaymentAttempt> &attempts)
{
    JsonList list;
    for (const auto &attempt : attempts)
        list.emplace_back(attemptMembers(attempt));
    return list.empty() ? QVariant() : QVariant(QString::fromUtf8(writeJson(JsonValue(std::move(list)))));
}

std::vector<checkout::PaymentAttempt> attemptsFrom(const QVariant &column)
{
    std::vector<checkout::PaymentAttempt> attempts;
    if (column.isNull())
        return attempts;
    const auto json = readJson(column.toString().toUtf8());
    const JsonList *list = json ? json->as<JsonList>() : nullptr;
    for (const JsonValue &value : list ? *list : JsonList())
        if (const auto *members = value.as<JsonObject>())
            attempts.push_back(attemptFrom(*members));
    return attempts;
}

QVariant draftColumn(const checkout::SessionDraft &draft)
{
    return draft == checkout::SessionDraft() ? QVariant() : QVariant(QString::fromUtf8(encodeDraft(draft)));
}

checkout::SessionDraft draftFrom(const QVariant &column)
{
    return column.isNull() ? checkout::SessionDraft()
                           : decodeDraft(column.toString().toUtf8()).value_or(checkout::SessionDraft());
}

QString searchable(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

QVariant searchColumn(const QStringList &texts)
{
    return textColumn(searchable(texts.join(u'\n')));
}

} // namespace tilldeck::ledger
