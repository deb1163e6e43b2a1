// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/fault.h"

#include "sandbox/json_reader.h"

#include <algorithm>
#include <array>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

namespace {

using Kind = Fault::Kind;
using At = Fault::At;

constexpr std::array kindNames = std::to_array<std::pair<QLatin1StringView, Kind>>({
    {"delay"_L1, Kind::Delay},
    {"drip"_L1, Kind::Drip},
    {"drop"_L1, Kind::Drop},
    {"reset"_L1, Kind::Reset},
    {"content_type"_L1, Kind::ContentType},
    {"html"_L1, Kind::Html},
    {"empty"_L1, Kind::Empty},
    {"invalid_utf8"_L1, Kind::InvalidUtf8},
    {"duplicate_keys"_L1, Kind::DuplicateKeys},
    {"wrong_types"_L1, Kind::WrongTypes},
    {"huge_numbers"_L1, Kind::HugeNumbers},
    {"deep"_L1, Kind::Deep},
    {"endless"_L1, Kind::Endless},
    {"gzip_bomb"_L1, Kind::GzipBomb},
    {"redirect"_L1, Kind::Redirect},
    {"status"_L1, Kind::Status},
    {"date"_L1, Kind::Date},
    {"refund"_L1, Kind::Refund},
    {"certificate"_L1, Kind::Certificate},
});
constexpr std::array momentNames = std::to_array<std::pair<QLatin1StringView, At>>({
    {"before_commit"_L1, At::BeforeCommit},
    {"after_commit"_L1, At::AfterCommit},
    {"half_answered"_L1, At::HalfAnswered},
});

template <typename Names, typename Value> QString nameIn(const Names &names, Value value)
{
    const auto found = std::ranges::find(names, value, [](const auto &each) { return each.second; });
    return found->first;
}

template <typename Names> auto valueIn(const Names &names, const QString &name)
{
    const auto found = std::ranges::find(names, name, [](const auto &each) { return each.first; });
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

/// Returns the moments that @p kind can happen at; the first is the usual one.
QList<At> momentsOf(Kind kind)
{
    switch (kind) {
    case Kind::Delay:
    case Kind::Drop:
    case Kind::Reset:
        return {At::AfterCommit, At::BeforeCommit, At::HalfAnswered};
    case Kind::Html:
    case Kind::Empty:
    case Kind::Redirect:
    case Kind::Status:
        return {At::BeforeCommit, At::AfterCommit};
    case Kind::Certificate:
        return {At::BeforeCommit};
    default:
        return {At::AfterCommit};
    }
}

int usualSize(Kind kind)
{
    return kind == Kind::Deep ? 1'000'000 : kind == Kind::GzipBomb ? 64 : 1;
}

void readStatus(JsonReader &reader, Fault &fault)
{
    const bool redirects = fault.kind == Kind::Redirect;
    if (!redirects && fault.kind != Kind::Status)
        return;
    const int least = redirects ? 300 : 400;
    const int most = redirects ? 399 : 599;
    const QString message = u"status must be a whole number from %1 to %2."_s.arg(least).arg(most);
    fault.status = int(reader.integer(u"status"_s, 0, least, most, message));
    if (!reader.has(u"status"_s))
        reader.wrong(u"status"_s, message);
}

/// Reads the text that becomes a header's value, as it is: also a wrong one is meant.
QString readHeader(JsonReader &reader, const QString &member, const QString &usual)
{
    if (!reader.has(member))
        return usual;
    const QString text = reader.raw(member).toString();
    if (!reader.raw(member).isString() || text.contains(u'\r') || text.contains(u'\n'))
        reader.wrong(member, u"%1 must be a text of one line."_s.arg(member));
    return text;
}

/// Reads which certificate is shown, and refuses to show it for calls of one kind only.
void readCertificate(JsonReader &reader, Fault &fault)
{
    if (fault.kind != Kind::Certificate)
        return;
    fault.tls = tlsOf(reader.text(u"certificate"_s, true)).value_or(Tls::Off);
    if (reader.has(u"certificate"_s) && (fault.tls == Tls::Off || fault.tls == Tls::Valid))
        reader.wrong(u"certificate"_s, u"certificate must be self-signed, expired or wrong-host."_s);
    const QString whole = u"A certificate is shown before it is known which call the connection is for."_s;
    if (fault.operation != "*"_L1)
        reader.wrong(u"operation"_s, whole);
    if (!fault.provider.isEmpty())
        reader.wrong(u"provider"_s, whole);
}

int readNumber(JsonReader &reader, const QString &member, int usual, int most)
{
    return int(
        reader.integer(member, usual, 0, most, u"%1 must be a whole number from 0 to %2."_s.arg(member).arg(most)));
}

} // namespace

bool readSecondTry(JsonReader &reader, bool isGivenBack)
{
    const bool isSecondTry = reader.boolean(u"second_try"_s, false);
    if (isSecondTry && isGivenBack)
        reader.wrong(u"second_try"_s, u"A refund that is given back is not tried once more."_s);
    return isSecondTry;
}

QString nameOf(Fault::Kind kind)
{
    return nameIn(kindNames, kind);
}

QString nameOf(Fault::At at)
{
    return nameIn(momentNames, at);
}

Answer<Fault> Fault::from(const QJsonObject &object)
{
    JsonReader reader(object, {u"provider"_s,    u"operation"_s, u"fault"_s,       u"at"_s,       u"ms"_s,
                               u"status"_s,      u"seconds"_s,   u"retry_after"_s, u"location"_s, u"content_type"_s,
                               u"size"_s,        u"chunked"_s,   u"abandoned"_s,   u"first"_s,    u"given_back"_s,
                               u"second_try"_s,  u"rewritten"_s, u"certificate"_s, u"count"_s,    u"skip"_s,
                               u"probability"_s, u"seed"_s});
    Fault fault;
    fault.provider = reader.text(u"provider"_s);
    fault.operation = reader.text(u"operation"_s, true);
    const auto kind = valueIn(kindNames, reader.text(u"fault"_s, true));
    if (!kind) {
        reader.wrong(u"fault"_s, u"There is no such fault."_s);
        return std::unexpected(Refusal::invalid(reader.errors()));
    }
    fault.kind = *kind;
    const QList<At> moments = momentsOf(fault.kind);
    const QString moment = reader.text(u"at"_s);
    fault.at = moment.isEmpty() ? moments.first() : valueIn(momentNames, moment).value_or(moments.first());
    if (!moment.isEmpty() && (nameOf(fault.at) != moment || !moments.contains(fault.at)))
        reader.wrong(u"at"_s, u"%1 does not happen at this moment."_s.arg(nameOf(fault.kind)));
    readStatus(reader, fault);
    readCertificate(reader, fault);
    // A connection without a byte from its client ends after a minute.
    constexpr int longestPause = 55'000;
    constexpr int mostLevels = 4'000'000;
    constexpr int mostCalls = 1'000'000;
    fault.milliseconds = readNumber(reader, u"ms"_s, fault.kind == Kind::Drip ? 100 : 0, longestPause);
    fault.size = std::max(1, readNumber(reader, u"size"_s, usualSize(fault.kind), mostLevels));
    fault.count = readNumber(reader, u"count"_s, 1, mostCalls);
    fault.skip = readNumber(reader, u"skip"_s, 0, mostCalls);
    constexpr qint64 century = 3'155'760'000;
    fault.seconds = reader.integer(u"seconds"_s, 0, -century, century, u"seconds must be a whole number."_s);
    fault.seed = quint64(reader.integer(u"seed"_s, 0, 0, std::numeric_limits<qint64>::max(),
                                        u"seed must be a whole number of at least 0."_s));
    fault.probability = reader.raw(u"probability"_s).toDouble(1);
    if (fault.probability < 0 || fault.probability > 1)
        reader.wrong(u"probability"_s, u"probability must be a number from 0 to 1."_s);
    if (fault.kind == Kind::Redirect)
        fault.text = readHeader(reader, u"location"_s, u"https://elsewhere.example/moved"_s);
    else if (fault.kind == Kind::Status)
        fault.text = readHeader(reader, u"retry_after"_s, {});
    else if (fault.kind == Kind::ContentType)
        fault.text = readHeader(reader, u"content_type"_s, u"text/plain"_s);
    fault.isChunked = reader.boolean(u"chunked"_s, false);
    fault.isAbandoned = reader.boolean(u"abandoned"_s, false);
    fault.isFirst = reader.boolean(u"first"_s, false);
    fault.isGivenBack = reader.boolean(u"given_back"_s, false);
    fault.isRewritten = reader.boolean(u"rewritten"_s, false);
    fault.isSecondTry = readSecondTry(reader, fault.isGivenBack);
    return reader.result(fault);
}

} // namespace tilldeck::sandbox
