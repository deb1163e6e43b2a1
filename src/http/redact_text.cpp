// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/redact_text.h"

#include "http/redact.h"
#include "keys/key_form.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <optional>

namespace tilldeck::http {

using namespace Qt::StringLiterals;

namespace {

/// The prefixes of secrets at the providers and their gateways. What only names a prefix ("sk_test_") is no secret.
const QRegularExpression &token()
{
    static const QRegularExpression pattern(
        keys::secretKeyPattern() +
        u"|(?<![A-Za-z0-9])(?:"
        u"(?:sec|lt|khs|tok)_[A-Za-z0-9_-]*[A-Za-z0-9-][A-Za-z0-9_-]{5,}"
        u"|(?:sk|rk|st|pt)_(?!test_|live_|sandbox_|prod_)(?=[A-Za-z0-9_-]*[0-9])[A-Za-z0-9_-]{12,}"
        u"|[A-Za-z0-9]+_[A-Za-z0-9]+_secret_[A-Za-z0-9_-]{3,}"
        u"|eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]*)*)"_s);
    return pattern;
}

/// A secret behind its name, in a sentence, a form or JSON that is quoted inside a text.
const QRegularExpression &named()
{
    static const QRegularExpression pattern(
        u"((?:token|secret|password|passphrase|api[ _-]?key|secret[ _-]?key|private[ _-]?key|cookie|credential|"
        u"signature)\\\\?[\"'”’]?\\s*[=:]\\s*\\\\?[\"'“‘]?)(?=[^\\s\"'\\\\&,;]*[0-9])[^\\s\"'\\\\&,;”’]{8,}"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

const QRegularExpression &bearer()
{
    static const QRegularExpression pattern(u"\\b((?:Bearer|Basic)\\s+)(?=[^\\s\"'\\\\,;]*[0-9])[^\\s\"'\\\\,;]{8,}"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

bool isKnownForm(const QString &word)
{
    static const QRegularExpression known(u"^(?:"
                                          u"(?:acc|acct|batch|card|ch|charge|coupon|cs|cus|evt|in|intent|order|pay|"
                                          u"payment|pi|pk_test|plink|pm|po|prd|price|proc"
                                          u"|prod|promo|proute|re|ref|refund|req|sess|sub|txn)_[A-Za-z0-9_]+"
                                          u"|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
                                          u"|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(?:Z|[+-][0-9:]+)?"
                                          u")[.:!?]*$"_s);
    return known.match(word).hasMatch();
}

/// Returns whether the letters of @p part change between small and capital ones more often than names do.
bool isScrambled(const QString &part)
{
    constexpr qsizetype shortest = 8;
    constexpr qsizetype longestWord = 24;
    if (part.size() < shortest || part.count(part.front()) == part.size())
        return false;
    qsizetype humps = 1;
    for (qsizetype i = 1; i < part.size(); ++i)
        humps += part.at(i).isUpper() && part.at(i - 1).isLower() ? 1 : 0;
    return part.size() > longestWord || humps * 3 > part.size();
}

/// Returns whether @p word is an e-mail address of a person: "jane42@example.com", while no name changes between
/// letters and digits as often as a token, or is as long.
bool isPersonsEmail(const QString &word)
{
    static const QRegularExpression email(u"^([^@]+)@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+[.:!?]*$"_s);
    static const QRegularExpression between(u"[^A-Za-z0-9]+"_s);
    static const QRegularExpression change(u"(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])"_s);
    const QRegularExpressionMatch match = email.match(word);
    const QStringList parts = match.captured(1).split(between);
    return match.hasMatch() && std::ranges::none_of(parts, [](const QString &part) {
               constexpr qsizetype mostChanges = 3;
               return part.count(change) > mostChanges || (part.size() >= shortestOpaque && isOpaque(part, 0));
           });
}

/// Returns whether @p segment of an address is a word, a version or a placeholder: no token is so short or so plain.
bool isWordOfAddress(const QString &segment)
{
    static const QRegularExpression word(u"^(?:[A-Za-z]+(?:[-_.][A-Za-z]+)*|v[0-9]{1,2})?$"_s);
    static const QRegularExpression placeholder(u"^(?:\\{|%7B)[A-Z_]+(?:\\}|%7D)$"_s);
    return placeholder.match(segment).hasMatch() || (word.match(segment).hasMatch() && !isOpaque(segment, 0));
}

/// Returns an address that is not the merchant's own: the segments and values that are no words replaced, or all that
/// stands behind the host.
QString shownAddress(const QString &address, bool isHostOnly)
{
    const QUrl url(address);
    if (!url.isValid() || url.host().isEmpty())
        return redactedMark();
    const QString mark = redactedMark();
    QString out = url.scheme() + u"://"_s + (url.userInfo().isEmpty() ? QString() : mark + u'@') +
                  url.authority(QUrl::FullyEncoded).section(u'@', -1);
    const QString path = url.path(QUrl::FullyEncoded);
    if (isHostOnly)
        return path.size() > 1 || url.hasQuery() || url.hasFragment() ? out + u'/' + mark : address;
    QStringList segments = path.split(u'/');
    for (QString &segment : segments) {
        if (!isWordOfAddress(segment))
            segment = mark;
    }
    out += segments.join(u'/');
    if (url.hasQuery()) {
        QStringList members;
        const auto items = QUrlQuery(url).queryItems(QUrl::FullyEncoded);
        for (const auto &[name, value] : items)
            members += (isWordOfAddress(name) ? name : mark) + u'=' + (isWordOfAddress(value) ? value : mark);
        out += u'?' + members.join(u'&');
    }
    return url.hasFragment() ? out + u'#' + mark : out;
}

QString withoutAddresses(const QString &text, MemberKind kind)
{
    // The point or bracket that ends a sentence is no part of an address. In quoted JSON its slashes are escaped.
    static const QRegularExpression address(
        u"https?:(?:\\\\*/){2}(?:[^\\s\"'<>\\\\“”‘’]|\\\\+/)*(?:[^\\s\"'<>\\\\“”‘’.,;:!?)\\]]|\\\\+/)"
        u"|https?(?:%(?:25)*3A)(?:%(?:25)*2F){2}[^\\s\"'<>\\\\“”‘’]*"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString shown;
    qsizetype from = 0;
    for (auto found = address.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const bool isWhole = match.capturedLength() == text.size();
        const QString written = match.captured().remove(u'\\');
        const QString redacted = kind == MemberKind::Reference
                                     ? redactUrl(QUrl(written))
                                     : shownAddress(written, isWhole && kind == MemberKind::Other);
        // QUrl rewrites placeholders like {CHECKOUT_SESSION_ID}: an address without a secret stays as it was written.
        shown += text.sliced(from, match.capturedStart() - from);
        shown += redacted.contains(redactedMark()) ? redacted : match.captured();
        from = match.capturedEnd();
    }
    return shown + text.sliced(from);
}

/// Returns from which length on opaque words are cut out of a text of @p kind; nothing for none.
std::optional<qsizetype> shortestCut(MemberKind kind, bool isSentence)
{
    constexpr qsizetype random = 32;
    constexpr qsizetype shortToken = 6;
    switch (kind) {
    case MemberKind::Reference:
        return isSentence ? std::optional(random) : std::nullopt;
    case MemberKind::Code:
        return random;
    case MemberKind::Address:
    case MemberKind::Other:
        return isSentence ? shortestOpaque : shortToken;
    case MemberKind::Secret:
    case MemberKind::Text:
        break;
    }
    return shortestOpaque;
}

QString withoutOpaqueWords(const QString &text, qsizetype shortest)
{
    static const QRegularExpression word(u"https?://[^\\s\"'<>]*|[^\\s\"'<>()\\[\\]{},;=“”‘’\\\\]+"_s);
    QString shown;
    qsizetype from = 0;
    for (auto found = word.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const bool isCut = !match.captured().startsWith("http"_L1) && isOpaque(match.captured(), shortest);
        shown += text.sliced(from, match.capturedStart() - from);
        // The point that ends a sentence stays.
        const bool hasPoint = match.capturedLength() > 1 && match.captured().endsWith(u'.');
        shown += isCut ? redactedMark() + (hasPoint ? u"."_s : QString()) : match.captured();
        from = match.capturedEnd();
    }
    return shown + text.sliced(from);
}

} // namespace

bool isOpaque(const QString &word, qsizetype shortest)
{
    if (word.size() < shortest || isKnownForm(word) || isPersonsEmail(word))
        return false;
    constexpr qsizetype longestMixed = 5; // as in "requires_3ds" and "30EUR"
    static const QRegularExpression between(u"[^A-Za-z0-9=~%]+"_s);
    static const QRegularExpression letter(u"[A-Za-z]"_s);
    static const QRegularExpression other(u"[^A-Za-z]"_s);
    qsizetype mixed = 0;
    const QStringList parts = word.split(between, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const bool isMixed = part.contains(letter) && part.contains(other);
        mixed += isMixed ? 1 : 0;
        if ((isMixed && (part.size() > longestMixed || mixed > 1)) || (part.contains(letter) && isScrambled(part)))
            return true;
    }
    return false;
}

bool holdsToken(const QString &text)
{
    return token().match(QString::fromUtf8(QByteArray::fromPercentEncoding(text.toUtf8()))).hasMatch();
}

QString redactText(const QString &text, MemberKind kind)
{
    const QString mark = redactedMark();
    static const QRegularExpression blank(u"\\s"_s);
    const bool isSentence = text.contains(blank);
    // What stands under the name of an address and has a slash is one, also without its scheme.
    if (kind == MemberKind::Address && text.contains(u'/'))
        return redactedMark();
    QString shown = text.contains("http"_L1, Qt::CaseInsensitive) ? withoutAddresses(text, kind) : text;
    shown.replace(named(), u"\\1"_s + mark);
    shown.replace(bearer(), u"\\1"_s + mark);
    shown.replace(token(), mark);
    if (const auto shortest = shortestCut(kind, isSentence))
        shown = withoutOpaqueWords(shown, *shortest);
    return shown;
}

} // namespace tilldeck::http
