// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/redact_text.h"

#include "http/redact.h"

#include <QRegularExpression>

namespace tilldeck::http {

using namespace Qt::StringLiterals;

namespace {

/// The prefixes of secrets at the providers and their gateways. What only names a prefix ("sk_test_") is no secret.
const QRegularExpression &token()
{
    static const QRegularExpression pattern(
        u"(?<![A-Za-z0-9])(?:"
        u"(?:sec|lt|khs|tok|whsec|(?:sk|rk|ik|st|pt)_(?:test|live|sandbox|prod))_[A-Za-z0-9_-]*[A-Za-z0-9-][A-Za-z0-9_-"
        u"]{5,}"
        u"|(?:sk|rk|st|pt)_(?!test_|live_|sandbox_|prod_)(?=[A-Za-z0-9_-]*[0-9])[A-Za-z0-9_-]{12,}"
        u"|[A-Za-z0-9]+_[A-Za-z0-9]+_secret_[A-Za-z0-9_-]{3,})"_s);
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

/// A long random word that has no prefix of an id ("txn_"), and is no UUID.
const QRegularExpression &randomWord()
{
    static const QRegularExpression pattern(
        u"(?<![A-Za-z0-9_.~%/-])(?![a-z]{2,}_)(?![0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![A-Za-z0-9]))"
        u"(?=[A-Za-z_.~-]*[0-9])(?=[0-9_.~-]*[A-Za-z])[A-Za-z0-9_.~-]{31,}[A-Za-z0-9_~-]"_s);
    return pattern;
}

QString withoutAddresses(const QString &text)
{
    // The point or bracket that ends a sentence is no part of an address.
    static const QRegularExpression address(u"https?://[^\\s\"'<>\\\\“”‘’]*[^\\s\"'<>\\\\“”‘’.,;:!?)\\]]"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    QString shown;
    qsizetype from = 0;
    for (auto found = address.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QString redacted = redactUrl(QUrl(match.captured()));
        // QUrl rewrites placeholders like {CHECKOUT_SESSION_ID}: an address without a secret stays as it was written.
        shown += text.sliced(from, match.capturedStart() - from);
        shown += redacted.contains(redactedMark()) ? redacted : match.captured();
        from = match.capturedEnd();
    }
    return shown + text.sliced(from);
}

} // namespace

bool holdsToken(const QString &text)
{
    return token().match(QString::fromUtf8(QByteArray::fromPercentEncoding(text.toUtf8()))).hasMatch();
}

QString redactText(const QString &text)
{
    const QString mark = redactedMark();
    QString shown = text.contains("://"_L1) ? withoutAddresses(text) : text;
    shown.replace(named(), u"\\1"_s + mark);
    shown.replace(bearer(), u"\\1"_s + mark);
    shown.replace(token(), mark);
    static const QRegularExpression blank(u"\\s"_s);
    if (text.contains(blank))
        shown.replace(randomWord(), mark);
    return shown;
}

} // namespace tilldeck::http
