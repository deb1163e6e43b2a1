// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/call_log.h"

#include <algorithm>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(sandboxLog, "tilldeck.sandbox", QtWarningMsg)

namespace {

// Only short words of lower-case letters and hyphens, and "v1", are names of the API. Everything else may be a secret.
bool isApiName(const QString &segment)
{
    constexpr qsizetype longestName = 20;
    return segment == "v1"_L1 || (segment.size() <= longestName && std::ranges::all_of(segment, [](QChar c) {
                                      return (c >= u'a' && c <= u'z') || c == u'-';
                                  }));
}

} // namespace

void logCall(const Request &request, int status, qint64 milliseconds)
{
    if (!sandboxLog().isDebugEnabled())
        return;
    QString address;
    for (const QString &segment : request.path)
        address += u'/' + (isApiName(segment) ? segment : u"***"_s);
    QStringList query;
    for (const auto &[name, value] : request.query.queryItems())
        query << (isApiName(QString(name).remove(u'_')) ? name : u"***"_s) + "=***"_L1;
    if (!query.isEmpty())
        address += u'?' + query.join(u'&');
    qCDebug(sandboxLog, "%s %s %d %lld ms", request.method.constData(), qUtf8Printable(address), status, milliseconds);
}

} // namespace tilldeck::sandbox
