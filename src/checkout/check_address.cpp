// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/check_address.h"

#include "checkout/session_draft.h"
#include "checkout/validation_text.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace tilldeck::checkout {

using namespace Qt::StringLiterals;

namespace {

/// Returns @p url with a dummy for the session's ID: QUrl refuses the braces of the placeholder in strict mode.
QUrl probeOf(QString url)
{
    url.replace(sessionIdPlaceholder, "cs_0"_L1);
    return QUrl(url, QUrl::TolerantMode);
}

/// Returns the part of @p url that means the placeholder of the session's ID and is not written as it; else empty.
QString misspeltPlaceholder(QString url)
{
    static const QRegularExpression meant(u"(\\{|%7B)\\s*checkout[_ -]?session[_ -]?id\\s*(\\}|%7D)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    url.remove(sessionIdPlaceholder);
    return meant.match(url).captured();
}

QString placeholderProblem(const QString &url, Field field, const Capabilities &can)
{
    const QString misspelt = misspeltPlaceholder(url);
    if (!can.sessionIdIn.contains(field) && (url.contains(sessionIdPlaceholder) || !misspelt.isEmpty()))
        return ValidationText::tr(
                   "%1 does not say that it fills in the session's ID here: the customer may arrive with "
                   "%2 as it stands. Remove it.")
            .arg(can.providerName, misspelt.isEmpty() ? QString(sessionIdPlaceholder) : misspelt);
    return misspelt.isEmpty() ? QString()
                              : ValidationText::tr("Write %1 as %2: it is not filled in otherwise.")
                                    .arg(misspelt, sessionIdPlaceholder);
}

} // namespace

void checkAddress(const QString &url, Field field, const Capabilities &can, std::vector<Problem> &problems)
{
    if (url.isEmpty())
        return;
    const auto bad = [&](const QString &sentence) { problems.emplace_back(field, sentence); };
    if (!url.startsWith("https://"_L1, Qt::CaseInsensitive) && !url.startsWith("http://"_L1, Qt::CaseInsensitive))
        return bad(ValidationText::tr("Start the address with https://"));
    const auto isNoLetter = [](QChar character) {
        return character.isSpace() || character.category() == QChar::Other_Control ||
               character.category() == QChar::Other_Format;
    };
    if (std::ranges::any_of(url, isNoLetter))
        return bad(ValidationText::tr("An address has no spaces, line ends or invisible marks. Remove them."));
    const QUrl parsed = probeOf(url);
    if (!parsed.isValid() || parsed.host().isEmpty())
        return bad(ValidationText::tr("This is not a complete address. Check what follows https://"));
    if (!parsed.userInfo().isEmpty() || url.section(u'/', 2, 2).contains(u'@'))
        return bad(ValidationText::tr("An address with a name or password before “@” would be shown to every customer. "
                                      "Remove that part."));
    if (const QString problem = placeholderProblem(url, field, can); !problem.isEmpty())
        bad(problem);
}

QString addressRemark(const QString &url, Field field, const Capabilities &can)
{
    QStringList remarks;
    const auto times = url.count(sessionIdPlaceholder);
    QString rest = url;
    rest.remove(sessionIdPlaceholder);
    static const QRegularExpression braces(u"\\{[^}]*\\}|checkout_?session_?id"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    if (braces.match(rest).hasMatch())
        remarks
            << (can.sessionIdIn.contains(field)
                    ? ValidationText::tr("Write the session ID as %1, or it stays as it is.").arg(sessionIdPlaceholder)
                    : ValidationText::tr("%1 fills in nothing here: it stays as it is.").arg(can.providerName));
    else if (times > 1 && can.sessionIdIn.contains(field))
        remarks << ValidationText::tr("The session ID is there twice. Once is enough.");
    const qsizetype hash = url.indexOf(u'#');
    if (hash >= 0)
        remarks << (url.indexOf(sessionIdPlaceholder, hash) > hash
                        ? ValidationText::tr("The session ID stands after “#”, and browsers send nothing of that to "
                                             "your server.")
                        : ValidationText::tr("Browsers send nothing after “#” to your server."));
    if (const QString host = hostRemark(url); !host.isEmpty())
        remarks << host;
    return remarks.join(u' ');
}

QString hostRemark(const QString &url)
{
    const QString ascii = QString::fromLatin1(QUrl::toAce(probeOf(url).host()));
    const QString letters = QUrl::fromAce(ascii.toLatin1(), QUrl::IgnoreIDNWhitelist);
    if (letters == ascii)
        return {};
    return ValidationText::tr("The host is %1, in letters %2.", "both forms of one host").arg(ascii, letters);
}

} // namespace tilldeck::checkout
