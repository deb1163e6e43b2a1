// SPDX-License-Identifier: GPL-3.0-or-later
// Any draft of Khaime's flows can be read back from the body that is sent.
#include "providers/khaime/codec_request.h"
#include "support/runner.h"

#include <QTest>

#include <rapidcheck.h>

#include <limits>

namespace khaime_round_trip_test {

using namespace tilldeck;
using namespace tilldeck::providers;
using namespace tilldeck::providers::khaime;
using namespace Qt::StringLiterals;
using checkout::CustomField;
using checkout::SessionDraft;
using money::Money;

namespace {

// The reader of the property: written against the contract, sharing nothing with the encoder.

std::optional<Money> moneyIn(const QJsonObject &body, QLatin1StringView amount, QLatin1StringView currency)
{
    const auto known = money::Currency::fromCode(body[currency].toString());
    return known && body.contains(amount) ? std::optional(Money(body[amount].toInteger(-1), *known)) : std::nullopt;
}

checkout::CustomFieldValue valueIn(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool();
    if (value.isString())
        return value.toString();
    const QVariant number = value.toVariant();
    return number.typeId() == QMetaType::LongLong ? checkout::CustomFieldValue(number.toLongLong())
                                                  : checkout::CustomFieldValue(number.toDouble());
}

QString numberIn(const QJsonValue &value)
{
    return value.isUndefined() ? QString() : QString::number(value.toInteger(-1));
}

SessionDraft draftIn(const QJsonObject &body, const QString &flow)
{
    SessionDraft draft;
    draft.flow = flow;
    const QJsonObject customer = body["customer"_L1].toObject();
    draft.customer.email = customer["email"_L1].toString();
    draft.customer.firstName = customer["first_name"_L1].toString();
    draft.customer.lastName = customer["last_name"_L1].toString();
    draft.customer.country = customer["country"_L1].toString();
    draft.productId = numberIn(body["product_id"_L1]);
    draft.productName = body["product_name"_L1].toString();
    draft.productQuantity = body["quantity"_L1].toInteger(1);
    draft.description = body["description"_L1].toString();
    draft.reference = body["reference"_L1].toString();
    draft.subMerchantId = numberIn(body["sub_merchant_id"_L1]);
    draft.subscriptionFrequency = body["subscription_frequency_key"_L1].toString();
    draft.returnUrl = body["cancel_url"_L1].toString();
    draft.successUrl = body[flow == "khaime.charge"_L1 ? "callback_url"_L1 : "success_url"_L1].toString();
    if (flow == "khaime.charge"_L1) {
        draft.pricing = moneyIn(body, "total_amount"_L1, "total_currency"_L1);
        draft.chargeAmount = moneyIn(body, "amount"_L1, "currency"_L1);
        draft.convertedTotal = moneyIn(body, "converted_total_amount"_L1, "converted_total_currency"_L1);
    } else if (flow == "khaime.session"_L1) {
        draft.pricing = moneyIn(body, "amount"_L1, "currency"_L1);
    }
    if (flow != "khaime.session"_L1)
        draft.chargeCurrency = money::Currency::fromCode(body["currency"_L1].toString());
    const QJsonObject metadata = body["metadata"_L1].toObject();
    for (auto it = metadata.begin(); it != metadata.end(); ++it)
        draft.metadata.emplace_back(it.key(), valueIn(*it));
    return draft;
}

QString arbitraryText()
{
    const auto character = rc::gen::elementOf(std::u32string(U"aZ09 _-{}[]\"\\/<>&?=%\n\t\u0001äß中\U0001F4B6"));
    return QString::fromStdU32String(*rc::gen::container<std::u32string>(character));
}

QString arbitraryNumber()
{
    return QString::number(*rc::gen::inRange<qint64>(0, std::numeric_limits<qint64>::max()));
}

money::Currency arbitraryCurrency()
{
    return *money::Currency::fromCode(*rc::gen::element<QString>(u"USD"_s, u"NGN"_s, u"XOF"_s, u"JPY"_s, u"KWD"_s));
}

std::vector<CustomField> arbitraryMetadata()
{
    std::vector<CustomField> fields;
    for (int n = *rc::gen::inRange(0, 4), row = 0; row < n; ++row) {
        const QString name = QString::number(row) + arbitraryText(); // sorted, as JSON objects come back
        switch (*rc::gen::inRange(0, 4)) {
        case 0:
            fields.emplace_back(name, arbitraryText());
            break;
        case 1:
            fields.emplace_back(name, *rc::gen::arbitrary<qint64>());
            break;
        case 2: // a fraction, so that the reader can tell it from a whole number
            fields.emplace_back(name, *rc::gen::inRange(-100000, 100000) + 0.5);
            break;
        default:
            fields.emplace_back(name, *rc::gen::arbitrary<bool>());
        }
    }
    return fields;
}

SessionDraft arbitraryDraft(const QString &flow)
{
    SessionDraft draft;
    draft.flow = flow;
    draft.customer.email = arbitraryText();
    draft.customer.firstName = arbitraryText();
    draft.customer.lastName = arbitraryText();
    draft.customer.country = arbitraryText();
    if (flow == "khaime.checkout"_L1) {
        draft.productId = arbitraryNumber();
        draft.productQuantity = *rc::gen::arbitrary<qint64>();
        draft.chargeCurrency = arbitraryCurrency();
        return draft;
    }
    draft.pricing = Money(*rc::gen::inRange<qint64>(0, std::numeric_limits<qint64>::max()), arbitraryCurrency());
    draft.successUrl = arbitraryText();
    draft.metadata = arbitraryMetadata();
    if (flow == "khaime.session"_L1) {
        draft.productId = arbitraryNumber();
        draft.productName = arbitraryText();
        draft.returnUrl = arbitraryText();
        draft.subscriptionFrequency = arbitraryText();
        return draft;
    }
    draft.chargeCurrency = arbitraryCurrency();
    draft.description = arbitraryText();
    draft.reference = arbitraryText();
    draft.subMerchantId = *rc::gen::arbitrary<bool>() ? arbitraryNumber() : QString();
    if (*draft.chargeCurrency == draft.pricing->currency()) {
        draft.chargeAmount = draft.pricing;
        return draft;
    }
    const qint64 local = *rc::gen::inRange<qint64>(0, std::numeric_limits<qint64>::max() / 2);
    const qint64 most = local / 100;
    draft.chargeAmount = Money(local + *rc::gen::inRange<qint64>(-most, most + 1), *draft.chargeCurrency);
    if (*rc::gen::arbitrary<bool>())
        draft.convertedTotal = Money(local, *draft.chargeCurrency);
    return draft;
}

} // namespace

class KhaimeRoundTripTest : public QObject
{
    Q_OBJECT

private slots:
    void everyDraftIsReadBackAsItWas_data()
    {
        QTest::addColumn<QString>("flow");
        for (const char *flow : {"khaime.charge", "khaime.session", "khaime.checkout"})
            QTest::newRow(flow) << QString::fromLatin1(flow);
    }
    void everyDraftIsReadBackAsItWas()
    {
        QFETCH(QString, flow);
        QVERIFY(rc::check("a reader of the contract finds the draft in the body", [flow] {
            const SessionDraft draft = arbitraryDraft(flow);
            const auto body = encodeCreate(draft);
            RC_ASSERT(body.has_value());
            QJsonParseError error;
            const QJsonObject object = QJsonDocument::fromJson(*body, &error).object();
            RC_ASSERT(error.error == QJsonParseError::NoError);
            RC_ASSERT(draftIn(object, flow) == draft);
        }));
    }
};

TILLDECK_TEST(KhaimeRoundTripTest)

} // namespace khaime_round_trip_test

#include "tst_khaime_round_trip.moc"
