// SPDX-License-Identifier: GPL-3.0-or-later
// What every answer passes through: dates and pauses in headers, names that stand twice, whole numbers.
#include "fuzz/fuzz.h"
#include "http/duplicate_names.h"
#include "http/http_date.h"
#include "http/json_read.h"
#include "http/retry.h"
#include "ledger/json_text.h"

#include <QSet>

using namespace tilldeck;

namespace {

/// Returns whether a name stands twice in one object, by another reader than the program's.
bool repeatsName(const ledger::JsonValue &json)
{
    std::vector<const ledger::JsonValue *> open{&json};
    while (!open.empty()) {
        const ledger::JsonValue *value = open.back();
        open.pop_back();
        if (const auto *list = value->as<ledger::JsonList>()) {
            for (const ledger::JsonValue &each : *list)
                open.push_back(&each);
        }
        QSet<QByteArray> names;
        if (const auto *members = value->as<ledger::JsonObject>()) {
            for (const auto &[name, member] : *members) {
                names.insert(name.toUtf8());
                open.push_back(&member);
            }
            if (names.size() < static_cast<qsizetype>(members->size()))
                return true;
        }
    }
    return false;
}

void readNames(const QByteArray &text)
{
    const bool isTwice = http::hasDuplicateNames(text);
    // It is asked about complete texts only; about others it ends with any answer.
    if (QJsonDocument::fromJson(text).isNull())
        return;
    if (const auto json = ledger::readJson(text))
        fuzz::check(isTwice == repeatsName(*json));
}

void readDate(const QByteArray &text)
{
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'760'000'000, Qt::UTC);
    const QDateTime date = http::httpDate(text, now);
    if (date.isValid()) {
        const QString written = QLocale::c().toString(date, QString::fromLatin1("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
        fuzz::check(http::httpDate(written.toLatin1(), now) == date);
    }
    if (const auto pause = http::retryAfter(text, now))
        fuzz::check(pause->count() >= 0);
}

void readValues(const QByteArray &text)
{
    const QJsonArray values = QJsonDocument::fromJson(text).array();
    for (const auto &value : values) {
        if (const auto whole = http::exactInteger(QJsonValue(value)))
            fuzz::check(value.isDouble() && value.toInteger() == *whole);
        if (const auto read = http::text(QJsonValue(value), 8))
            fuzz::check(read->size() <= 8 &&
                        (read->isEmpty() || !read->back().isHighSurrogate() || *read == value.toString()));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const fuzz::Input input(data, size);
    switch (input.choice % 3) {
    case 0:
        readNames(input.rest);
        break;
    case 1:
        readDate(input.rest);
        break;
    default:
        readValues(input.rest);
    }
    return 0;
}
