// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/member_kind.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace tilldeck::http {

using namespace Qt::StringLiterals;

namespace {

/// Returns the words of @p name in lower case: "clientSecret", "X-API-Key" and "secure_token" have two or three.
QStringList wordsOf(const QString &name)
{
    const auto isCapital = [](QChar character) { return character >= u'A' && character <= u'Z'; };
    const auto isSmall = [](QChar character) { return character >= u'a' && character <= u'z'; };
    const auto isDigit = [](QChar character) { return character >= u'0' && character <= u'9'; };
    QString parted; // by '_'
    for (const QChar character : name) {
        const bool isHump =
            isCapital(character) && !parted.isEmpty() && (isSmall(parted.back()) || isDigit(parted.back()));
        parted += isHump ? u"_"_s + character : QString(character);
    }
    QString small = parted.toLower();
    for (QChar &character : small) {
        if (!isSmall(character) && !isDigit(character))
            character = u'_';
    }
    return small.split(u'_', Qt::SkipEmptyParts);
}

bool isOneOf(const QString &text, const auto &names)
{
    return std::ranges::any_of(names, [&](const char *name) { return text == QLatin1String(name); });
}

bool endsLikeOneOf(const QString &text, const auto &endings)
{
    return std::ranges::any_of(endings, [&](const char *ending) { return text.endsWith(QLatin1String(ending)); });
}

bool holdsOneOf(const QString &text, const auto &parts)
{
    return std::ranges::any_of(parts, [&](const char *part) { return text.contains(QLatin1String(part)); });
}

/// @p plain is the name in lower case without what stands between its words.
bool namesSecret(const QString &plain, const QStringList &words)
{
    constexpr std::array parts = {"token",     "secret",        "passw",    "passphrase", "cookie",
                                  "signature", "authorization", "authcode", "credential", "cardnumber"};
    constexpr std::array whole = {"cvc", "cvv", "pin", "otp", "jwt", "pwd", "bearer"};
    constexpr std::array shownKeys = {"publishable", "public", "idempotency", "frequency"};
    if (holdsOneOf(plain, parts) ||
        std::ranges::any_of(words, [&](const QString &word) { return isOneOf(word, whole); }))
        return true;
    return endsLikeOneOf(plain, std::array{"key", "keys", "cvc", "cvv"}) && !holdsOneOf(plain, shownKeys);
}

} // namespace

MemberKind kindOfMember(const QString &name)
{
    const QStringList words = wordsOf(name);
    const QString plain = words.join(QString());
    const QString last = words.value(words.size() - 1);
    if (namesSecret(plain, words))
        return MemberKind::Secret;
    constexpr std::array references = {"id", "ids", "uuid", "reference", "references", "cursor", "key"};
    constexpr std::array own = {"successurl", "returnurl",    "cancelurl",   "callbackurl",
                                "metadata",   "customfields", "orderfields", "promotioncode"};
    if (isOneOf(last, references) || isOneOf(plain, own))
        return MemberKind::Reference;
    if (plain == "code"_L1)
        return MemberKind::Code;
    if (endsLikeOneOf(plain, std::array{"url", "urls", "uri", "uris", "link", "links", "href"}) ||
        plain.contains("redirect"_L1))
        return MemberKind::Address;
    constexpr std::array texts = {"code",  "name",    "names", "type",   "title",  "message", "detail",
                                  "error", "details", "email", "reason", "agent",  "summary", "description",
                                  "label", "advice",  "note",  "errors", "status", "phone",   "object"};
    return isOneOf(last, texts) ? MemberKind::Text : MemberKind::Other;
}

MemberKind kindOfMember(const QString &name, MemberKind outer)
{
    const MemberKind kind = kindOfMember(name);
    const bool isSecret = kind == MemberKind::Secret || outer == MemberKind::Secret;
    if (isSecret)
        return MemberKind::Secret;
    return outer == MemberKind::Reference ? outer : kind;
}

} // namespace tilldeck::http
