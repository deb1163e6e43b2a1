// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ikawaari/request.h"

#include <QRegularExpression>

namespace tilldeck::sandbox::ikawaari {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestAmount = 999'999'999'999;

std::unexpected<Refusal> invalid(const QList<FieldError> &errors)
{
    return std::unexpected(Refusal{400, errors.first().message, errors});
}

// Bodies that may be absent.
Answer<QJsonObject> readOptional(const QByteArray &body)
{
    return body.trimmed().isEmpty() ? QJsonObject() : readBody(body);
}

qint64 readAmount(JsonReader &reader, const QString &label)
{
    return reader.integer(
        u"amount"_s, 0, 1, kLargestAmount,
        u"%1 must be a whole number of the smallest unit, from 1 to %2."_s.arg(label).arg(kLargestAmount));
}

QString readCurrency(JsonReader &reader)
{
    static const QRegularExpression pattern(u"^[A-Z]{3}$"_s);
    const QString code = reader.text(u"currency"_s, true);
    if (!code.isEmpty() && !(pattern.match(code).hasMatch() && money::Currency::fromCode(code)))
        reader.wrong(u"currency"_s, u"%1 is not a currency. Write three capital letters, like XOF."_s.arg(code));
    return code;
}

void needAmount(JsonReader &reader)
{
    if (!reader.has(u"amount"_s))
        reader.wrong(u"amount"_s, u"amount is required."_s);
}

QString readMode(JsonReader &reader, bool required)
{
    const QString mode = reader.text(u"mode"_s, required);
    if (!mode.isEmpty() && mode != "payment"_L1 && mode != "subscription"_L1)
        reader.wrong(u"mode"_s, u"mode must be payment or subscription."_s);
    return mode.isEmpty() ? u"payment"_s : mode;
}

void readLine(JsonReader &reader, SessionRequest &request)
{
    reader.allow({u"name"_s, u"amount"_s, u"currency"_s, u"quantity"_s});
    LineItem line;
    line.name = reader.text(u"name"_s, true);
    needAmount(reader);
    line.amount = readAmount(reader, u"amount"_s);
    const QString currency = readCurrency(reader);
    if (!reader.has(u"quantity"_s))
        reader.wrong(u"quantity"_s, u"quantity is required."_s);
    line.quantity = reader.integer(u"quantity"_s, 1, 1, std::numeric_limits<qint32>::max(),
                                   u"quantity must be a whole number from 1 to 2147483647."_s);
    if (request.lines.isEmpty())
        request.currency = currency;
    else if (currency != request.currency)
        reader.wrong(u"currency"_s, u"All lines must be in one currency; the first is in %1."_s.arg(request.currency));
    request.lines << line;
}

SessionRequest readSeedBody(JsonReader &reader)
{
    reader.allow({u"line_items"_s, u"mode"_s, u"success_url"_s, u"cancel_url"_s});
    SessionRequest request;
    QList<JsonReader> lines = reader.objects(u"line_items"_s, true).value_or(QList<JsonReader>());
    for (JsonReader &line : lines)
        readLine(line, request);
    request.mode = readMode(reader, true);
    request.successUrl = reader.url(u"success_url"_s);
    request.cancelUrl = reader.url(u"cancel_url"_s);
    request.methods = methodsFor(request.currency);
    for (const LineItem &line : std::as_const(request.lines)) {
        // A product of what is bounded is not, and an amount that is wrong may be 0.
        const bool fits = reader.errors().isEmpty() && line.quantity <= (kLargestAmount - request.total) / line.amount;
        if (reader.errors().isEmpty() && !fits)
            reader.wrong(u"line_items"_s, u"The sum of the lines is more than %1."_s.arg(kLargestAmount));
        request.total += fits ? line.amount * line.quantity : 0;
    }
    return request;
}

const QStringList &laterMembers()
{
    static const QStringList all{u"amount"_s,     u"currency"_s,  u"country"_s,       u"paymentMethodTypes"_s,
                                 u"successUrl"_s, u"cancelUrl"_s, u"customerEmail"_s, u"description"_s,
                                 u"metadata"_s,   u"mode"_s};
    return all;
}

bool isLaterDialect(const QJsonObject &body)
{
    for (const QString &member : {u"line_items"_s, u"success_url"_s, u"cancel_url"_s}) {
        if (body.contains(member))
            return false;
    }
    // Of an empty body, and of one with a mode only, the contract's own dialect says what is missing.
    for (const QString &member : laterMembers()) {
        if (member != "mode"_L1 && body.contains(member))
            return true;
    }
    return false;
}

void readMethods(JsonReader &reader, SessionRequest &request)
{
    const QString member = u"paymentMethodTypes"_s;
    const QStringList known = methodsFor(request.currency);
    const QJsonArray array = reader.raw(member).toArray();
    if (!reader.has(member)) {
        request.methods = known;
        return;
    }
    if (array.isEmpty())
        reader.wrong(member, u"paymentMethodTypes must be a list with at least one element."_s);
    for (const auto &value : array) {
        request.methods << value.toString();
        if (!known.contains(value.toString()))
            reader.wrong(member, u"%1 is not taken in %2. Use %3."_s.arg(value.toString(), request.currency,
                                                                         known.join(" or "_L1)));
    }
}

SessionRequest readLaterBody(JsonReader &reader)
{
    static const QRegularExpression country(u"^[A-Z]{2}$"_s);
    static const QRegularExpression email(u"^[^\\s@]+@[^\\s@]+$"_s);
    reader.allow(laterMembers());
    SessionRequest request;
    needAmount(reader);
    request.total = readAmount(reader, u"amount"_s);
    request.currency = readCurrency(reader);
    request.mode = readMode(reader, false);
    request.successUrl = reader.url(u"successUrl"_s);
    request.cancelUrl = reader.url(u"cancelUrl"_s);
    request.description = reader.text(u"description"_s);
    request.country = reader.text(u"country"_s);
    if (!request.country.isEmpty() && !country.match(request.country).hasMatch())
        reader.wrong(u"country"_s, u"country must be two capital letters, like SN."_s);
    request.customerEmail = reader.text(u"customerEmail"_s);
    if (!request.customerEmail.isEmpty() && !email.match(request.customerEmail).hasMatch())
        reader.wrong(u"customerEmail"_s, u"customerEmail must be an e-mail address."_s);
    request.metadata = reader.raw(u"metadata"_s).toObject();
    if (reader.has(u"metadata"_s) && !reader.raw(u"metadata"_s).isObject())
        reader.wrong(u"metadata"_s, u"metadata must be an object."_s);
    for (auto it = request.metadata.constBegin(); it != request.metadata.constEnd(); ++it) {
        if (!it->isString())
            reader.wrong(u"metadata."_s + it.key(), u"metadata.%1 must be a text."_s.arg(it.key()));
    }
    readMethods(reader, request);
    request.lines << LineItem{request.description.isEmpty() ? u"Payment"_s : request.description, request.total, 1};
    return request;
}

// A date alone is the time @p ofDay of that day.
Answer<QString> readTime(const QString &name, const QString &text, QTime ofDay)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    QDateTime time =
        day.isValid() && text.size() == 10 ? QDateTime(day, ofDay, Qt::UTC) : QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid())
        return invalid({{name, u"%1 must be a date or a time in ISO 8601, like 2024-02-19."_s.arg(name)}});
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return timeText(time);
}

Answer<qint64> readNumber(const QString &name, const QString &text, qint64 least, qint64 most)
{
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    if (!ok || number < least || number > most)
        return invalid({{name, u"%1 must be a whole number from %2 to %3."_s.arg(name).arg(least).arg(most)}});
    return number;
}

} // namespace

Answer<SessionRequest> readSession(const QByteArray &body)
{
    const auto object = readBody(body);
    if (!object)
        return std::unexpected(object.error());
    JsonReader reader(*object);
    SessionRequest request = isLaterDialect(*object) ? readLaterBody(reader) : readSeedBody(reader);
    return reader.result(request, invalid);
}

Answer<RefundRequest> readRefund(const QByteArray &body)
{
    const auto object = readOptional(body);
    if (!object)
        return std::unexpected(object.error());
    JsonReader reader(*object, {u"amount"_s, u"reason"_s});
    RefundRequest request;
    if (reader.has(u"amount"_s))
        request.amount = readAmount(reader, u"amount"_s);
    request.reason = reader.text(u"reason"_s);
    return reader.result(request, invalid);
}

Answer<Simulation> readSimulation(const QByteArray &body)
{
    const auto object = readBody(body);
    if (!object)
        return std::unexpected(object.error());
    JsonReader reader(*object, {u"payment_intent_id"_s, u"status"_s, u"failure_reason"_s});
    const QString status = reader.text(u"status"_s, true);
    if (!status.isEmpty() && status != "succeeded"_L1 && status != "failed"_L1)
        reader.wrong(u"status"_s, u"status must be succeeded or failed."_s);
    Simulation simulation{reader.text(u"payment_intent_id"_s, true), status == "succeeded"_L1,
                          reader.text(u"failure_reason"_s)};
    return reader.result(simulation, invalid);
}

Answer<PayRequest> readPay(const QByteArray &body)
{
    const auto object = readOptional(body);
    if (!object)
        return std::unexpected(object.error());
    if (!object->contains("payment_method"_L1))
        return PayRequest{Card{testCards().first().number, u"12/99"_s, u"123"_s}, {}};
    const QJsonObject method = (*object)["payment_method"_L1].toObject();
    const QString type = method["type"_L1].toString();
    const QJsonObject means = method[type].toObject();
    const auto text = [&](QLatin1StringView member) { return means[member].toString(); };
    if (type == "card"_L1)
        return PayRequest{Card{text("number"_L1), text("expiry"_L1), text("cvc"_L1)}, {}};
    if (type == "mobile_money"_L1)
        return PayRequest{{},
                          Wallet{text("operator"_L1), text("country"_L1),
                                 means.contains("msisdn"_L1) ? text("msisdn"_L1) : text("phone"_L1)}};
    return invalid({{u"payment_method.type"_s, u"payment_method.type must be card or mobile_money."_s}});
}

Answer<PageRequest> readPage(const QUrlQuery &query, int fallback)
{
    constexpr int largestPage = 100;
    const auto number = [&](const QString &name, int otherwise, int most) {
        return query.hasQueryItem(name) ? readNumber(name, query.queryItemValue(name), 1, most)
                                        : Answer<qint64>(otherwise);
    };
    const auto limit = number(u"limit"_s, fallback, largestPage);
    const auto page = number(u"page"_s, 1, std::numeric_limits<qint32>::max());
    if (!limit || !page)
        return std::unexpected(limit ? page.error() : limit.error());
    PageRequest request;
    request.page = int(*page);
    request.selection.limit = int(*limit);
    request.selection.offset = (*page - 1) * *limit;
    request.selection.newestFirst = true;
    return request;
}

Answer<Selection> readFilters(const QUrlQuery &query, Selection selection)
{
    const auto value = [&](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    const auto among = [&](const QString &name, const QString &member) {
        QVariantList values;
        const QStringList words = value(name).split(u',', Qt::SkipEmptyParts);
        for (const QString &word : words)
            values << word.trimmed();
        if (!values.isEmpty())
            selection.conditions << Condition{{member}, Condition::Among, values};
    };
    among(u"type"_s, u"type"_s);
    among(u"status"_s, u"status"_s);
    among(u"operators"_s, u"operator"_s);
    among(u"countries"_s, u"country"_s);
    among(u"paymentMethod"_s, u"paymentMethod"_s);
    if (const QString text = value(u"search"_s); !text.isEmpty())
        selection.conditions << Condition{
            {u"id"_s, u"description"_s, u"customerPhone"_s, u"customerEmail"_s}, Condition::Contains, {text}};
    for (const auto &[name, test, ofDay] : {std::tuple(u"from"_s, Condition::AtLeast, QTime(0, 0)),
                                            std::tuple(u"to"_s, Condition::AtMost, QTime(23, 59, 59))}) {
        if (value(name).isEmpty())
            continue;
        const auto time = readTime(name, value(name), ofDay);
        if (!time)
            return std::unexpected(time.error());
        selection.conditions << Condition{{u"createdAt"_s}, test, {*time}};
    }
    for (const auto &[name, test] :
         {std::pair(u"amountMin"_s, Condition::AtLeast), std::pair(u"amountMax"_s, Condition::AtMost)}) {
        if (!query.hasQueryItem(name))
            continue;
        const auto number = readNumber(name, value(name), 0, kLargestAmount);
        if (!number)
            return std::unexpected(number.error());
        selection.conditions << Condition{{u"amount"_s}, test, {*number}};
    }
    selection.sortMember = query.hasQueryItem(u"sortBy"_s) ? value(u"sortBy"_s) : u"createdAt"_s;
    if (!QStringList{u"createdAt"_s, u"amount"_s, u"status"_s}.contains(selection.sortMember))
        return invalid({{u"sortBy"_s, u"sortBy must be createdAt, amount or status."_s}});
    const QString direction = value(u"sortDirection"_s).toLower();
    if (!direction.isEmpty() && direction != "asc"_L1 && direction != "desc"_L1)
        return invalid({{u"sortDirection"_s, u"sortDirection must be asc or desc."_s}});
    selection.newestFirst = direction != "asc"_L1;
    return selection;
}

} // namespace tilldeck::sandbox::ikawaari
