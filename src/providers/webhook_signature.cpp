// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/webhook_signature.h"

#include "providers/webhook_text.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace tilldeck::providers {

using namespace Qt::StringLiterals;
using Outcome = WebhookVerdict::Outcome;
using Part = WebhookVerdict::Part;

namespace {

constexpr qsizetype codeLength = 64; // SHA-256 in hex

WebhookVerdict wrongSignature(const QString &sentence, const QString &advice)
{
    return {Outcome::Wrong, Part::Signature, sentence, advice, {}};
}

bool isHex(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

/// Returns why @p text cannot be a code; nothing when it can.
std::optional<WebhookVerdict> codeProblem(const QString &text)
{
    const auto bad = std::ranges::find_if_not(text, isHex);
    if (bad != text.end())
        return wrongSignature(
            WebhookCheck::tr("The signature is not hexadecimal."),
            WebhookCheck::tr("It may hold the digits 0 to 9 and the letters a to f; character %1 is “%2”.")
                .arg(QLocale().toString(bad - text.begin() + 1), QString(*bad)));
    if (text.size() != codeLength)
        return wrongSignature(WebhookCheck::tr("The signature has %1 characters in place of %2.")
                                  .arg(QLocale().toString(text.size()), QLocale().toString(codeLength)),
                              text.size() < codeLength ? WebhookCheck::tr("It was not copied whole.")
                                                       : WebhookCheck::tr("Something else was copied with it."));
    return std::nullopt;
}

/// Removes the header's name in front of the value; returns the problem of another provider's header.
std::optional<WebhookVerdict> strip(const WebhookScheme &scheme, QString &line)
{
    for (const WebhookScheme &other : webhookSchemes()) {
        if (!line.startsWith(other.header + u':', Qt::CaseInsensitive))
            continue;
        line = line.sliced(other.header.size() + 1).trimmed();
        if (other.kind != scheme.kind)
            return wrongSignature(
                WebhookCheck::tr("This signature is for %1.").arg(other.providerName),
                WebhookCheck::tr("%1 sends its own in the header %2.").arg(scheme.providerName, scheme.header));
    }
    return std::nullopt;
}

class HeaderReader
{
public:
    explicit HeaderReader(const WebhookScheme &scheme)
        : m_scheme(scheme)
    {
    }
    void add(const QString &part);
    WebhookSignatures signatures();

    void note(const std::optional<WebhookVerdict> &problem)
    {
        if (problem && !m_read.problem)
            m_read.problem = problem;
    }

private:
    void addCode(const QString &text);
    void addTimed(const QString &part);

    const WebhookScheme &m_scheme;
    WebhookSignatures m_read;
    QString m_time;
    bool m_isEmpty = true;
};

void HeaderReader::addCode(const QString &text)
{
    if (const auto problem = codeProblem(text))
        return note(problem);
    const WebhookSignatures::Code code{m_time, QByteArray::fromHex(text.toLatin1())};
    m_read.codes << code;
}

void HeaderReader::addTimed(const QString &part)
{
    if (part.startsWith("t="_L1)) {
        bool isNumber = false;
        m_time = part.sliced(2);
        if (m_time.toLongLong(&isNumber) >= 0 && isNumber)
            return;
        m_time.clear();
        note(wrongSignature(WebhookCheck::tr("The time in the signature cannot be read."),
                            WebhookCheck::tr("It stands behind “t=”, in seconds since 1970.")));
    } else if (part.startsWith("v1="_L1)) {
        addCode(part.sliced(3));
    } else if (!codeProblem(part)) {
        note(wrongSignature(WebhookCheck::tr("The signature has no time."),
                            WebhookCheck::tr("%1 signs as %2. A code alone comes from another provider.")
                                .arg(m_scheme.providerName, m_scheme.form)));
    } else {
        m_read.unknown << part;
    }
}

void HeaderReader::add(const QString &part)
{
    m_isEmpty = false;
    if (m_scheme.signsTime)
        addTimed(part);
    else if (part.startsWith("t="_L1) || part.startsWith("v1="_L1))
        note(wrongSignature(WebhookCheck::tr("This is not how %1 signs.").arg(m_scheme.providerName),
                            WebhookCheck::tr("A signature with “t” and “v1” comes from another provider.")));
    else
        addCode(part);
}

WebhookSignatures HeaderReader::signatures()
{
    if (!m_scheme.signsTime)
        return m_read;
    // A time may stand behind the first code, too.
    for (WebhookSignatures::Code &code : m_read.codes) {
        if (code.time.isEmpty())
            code.time = m_time;
    }
    const bool hadCodes = !m_read.codes.isEmpty();
    m_read.codes.removeIf([](const WebhookSignatures::Code &code) { return code.time.isEmpty(); });
    if (hadCodes && m_read.codes.isEmpty())
        note(wrongSignature(WebhookCheck::tr("The time in the signature cannot be read."),
                            WebhookCheck::tr("It stands behind “t=”, in seconds since 1970.")));
    if (!hadCodes && !m_isEmpty)
        note(wrongSignature(WebhookCheck::tr("The signature has no code."),
                            WebhookCheck::tr("It stands behind “v1=”.")));
    return m_read;
}

} // namespace

WebhookSignatures readWebhookSignatures(const WebhookScheme &scheme, const QString &header)
{
    HeaderReader reader(scheme);
    static const QRegularExpression lineEnds(u"[\\r\\n]+"_s);
    static const QRegularExpression separators(u"[\\s,;]+"_s);
    for (const QString &each : header.split(lineEnds, Qt::SkipEmptyParts)) {
        QString line = each.trimmed();
        if (const auto problem = strip(scheme, line)) {
            reader.note(problem);
            continue;
        }
        for (const QString &part : line.split(separators, Qt::SkipEmptyParts))
            reader.add(part);
    }
    return reader.signatures();
}

} // namespace tilldeck::providers
