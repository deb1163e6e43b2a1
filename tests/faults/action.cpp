// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/action.h"

#include <QJsonArray>

#include <array>

namespace tilldeck::faults {

namespace {

money::Currency currencyOf(const char *code)
{
    return *money::Currency::fromCode(QString::fromLatin1(code));
}

QStringList textsOf(const QJsonValue &array)
{
    QStringList texts;
    const QJsonArray values = array.toArray();
    for (const auto &value : values)
        texts << value.toString();
    return texts;
}

} // namespace

QString nameOf(Action::Told told)
{
    constexpr std::array names = {"made", "refused", "unknown", "nothing"};
    return QString::fromLatin1(names.at(size_t(told)));
}

QJsonObject Action::json() const
{
    return {{u"kind"_s, int(kind)},
            {u"provider"_s, provider},
            {u"account_id"_s, accountId},
            {u"flow"_s, flow},
            {u"tag"_s, tag},
            {u"amount"_s, amount},
            {u"transaction_id"_s, transactionId},
            {u"codes"_s, codes},
            {u"code"_s, code},
            {u"is_meant"_s, isMeant},
            {u"is_sent_again"_s, isSentAgain},
            {u"is_refreshed_beside"_s, isRefreshedBeside},
            {u"is_refreshed_fully"_s, isRefreshedFully},
            {u"told"_s, int(told)},
            {u"id"_s, id},
            {u"made"_s, QJsonArray::fromStringList(made)},
            {u"not_made"_s, QJsonArray::fromStringList(notMade)},
            {u"unknown"_s, QJsonArray::fromStringList(unknown)},
            {u"made_count"_s, madeCount},
            {u"problem"_s, problem},
            {u"stall"_s, stall},
            {u"wall_stall"_s, wallStall},
            {u"syncs"_s, syncs},
            {u"syncs_shown"_s, syncsShown}};
}

Action Action::from(const QJsonObject &json)
{
    Action action;
    action.kind = Step::Kind(json[u"kind"_s].toInt());
    action.provider = json[u"provider"_s].toString();
    action.accountId = json[u"account_id"_s].toString();
    action.flow = json[u"flow"_s].toString();
    action.tag = json[u"tag"_s].toString();
    action.amount = json[u"amount"_s].toInteger();
    action.transactionId = json[u"transaction_id"_s].toString();
    action.codes = json[u"codes"_s].toInt();
    action.code = json[u"code"_s].toString();
    action.isMeant = json[u"is_meant"_s].toBool();
    action.isSentAgain = json[u"is_sent_again"_s].toBool();
    action.isRefreshedBeside = json[u"is_refreshed_beside"_s].toBool();
    action.isRefreshedFully = json[u"is_refreshed_fully"_s].toBool();
    action.told = Told(json[u"told"_s].toInt());
    action.id = json[u"id"_s].toString();
    action.made = textsOf(json[u"made"_s]);
    action.notMade = textsOf(json[u"not_made"_s]);
    action.unknown = textsOf(json[u"unknown"_s]);
    action.madeCount = json[u"made_count"_s].toInt();
    action.problem = json[u"problem"_s].toString();
    action.stall = json[u"stall"_s].toInt();
    action.wallStall = json[u"wall_stall"_s].toInt();
    action.syncs = json[u"syncs"_s].toInt();
    action.syncsShown = json[u"syncs_shown"_s].toInt();
    return action;
}

checkout::SessionDraft draftOf(const Action &action)
{
    checkout::SessionDraft draft;
    if (action.provider == "khaime"_L1) {
        draft.flow = action.flow.isEmpty() ? u"khaime.charge"_s : action.flow;
        draft.customer.email = u"jane@example.com"_s;
        draft.customer.country = u"NG"_s;
        if (draft.flow == "khaime.checkout"_L1) {
            draft.productId = u"789"_s;
            draft.chargeCurrency = currencyOf("NGN");
            draft.customer.email = action.tag + u"@example.com"_s; // it takes no text of its own
            return draft;
        }
        draft.pricing = money::Money(9000, currencyOf("USD"));
        if (draft.flow == "khaime.session"_L1) {
            draft.productName = action.tag;
            draft.successUrl = u"https://example.com/thanks"_s;
            return draft;
        }
        draft.chargeCurrency = currencyOf("NGN");
        draft.description = action.tag;
        return draft;
    }
    draft.successUrl = u"https://example.com/thanks"_s;
    if (action.provider == "ikawaari"_L1) {
        checkout::LineItem item;
        item.name = action.tag;
        item.unitAmount = money::Money(7500, currencyOf("XOF"));
        draft.lineItems = {item};
        draft.mode = u"payment"_s;
        draft.returnUrl = u"https://example.com/basket"_s;
        return draft;
    }
    draft.customer.id = u"cus_abc123"_s;
    draft.lineItems = {checkout::LineItem(u"price_premium"_s, 1)};
    draft.customFields = {checkout::CustomField(u"order"_s, action.tag)};
    return draft;
}

} // namespace tilldeck::faults
