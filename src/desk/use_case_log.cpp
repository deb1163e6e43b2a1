// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/use_case_log.h"

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

using checkout::ErrorKind;

Q_LOGGING_CATEGORY(deskLog, "tilldeck.desk", QtWarningMsg)

namespace {

QLatin1StringView kindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Rejected:
        return "rejected"_L1;
    case ErrorKind::UnknownOutcome:
        return "unknown outcome"_L1;
    case ErrorKind::Offline:
        return "offline"_L1;
    case ErrorKind::Unauthorised:
        return "unauthorised"_L1;
    case ErrorKind::Forbidden:
        return "forbidden"_L1;
    case ErrorKind::NotFound:
        return "not found"_L1;
    case ErrorKind::RateLimited:
        return "rate limited"_L1;
    case ErrorKind::Unsupported:
        return "unsupported"_L1;
    case ErrorKind::Malformed:
        return "malformed answer"_L1;
    case ErrorKind::InvalidInput:
        return "invalid input"_L1;
    case ErrorKind::Storage:
        return "storage"_L1;
    case ErrorKind::Cancelled:
        return "cancelled"_L1;
    }
    return "unnamed"_L1;
}

constexpr qsizetype longestLogged = 200; // characters

bool isPlain(QChar c)
{
    return c >= u' ' && c <= u'~' && c != u'\\';
}

} // namespace

QString inOneLine(const QString &text)
{
    QString line;
    for (const QChar c : text) {
        const QString shown = isPlain(c) ? QString(c) : u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QChar(u'0'));
        if (line.size() + shown.size() > longestLogged)
            return line + u"..."_s;
        line += shown;
    }
    return line;
}

QString loggedError(const checkout::Error &error)
{
    const QString status = error.httpStatus > 0 ? u", status %1"_s.arg(error.httpStatus) : QString();
    return u"error: "_s + kindName(error.kind) + status;
}

QString loggedEnd(const std::optional<checkout::Error> &error)
{
    return error ? loggedError(*error) : u"done"_s;
}

UseCaseLog::UseCaseLog(const char *useCase, const QString &about)
    : m_useCase(useCase)
    , m_about(inOneLine(about))
{
    m_since.start();
    qCInfo(deskLog).noquote().nospace() << m_useCase << ' ' << m_about << " begins";
}

void UseCaseLog::end(const QString &outcome) const
{
    qCInfo(deskLog).noquote().nospace() << m_useCase << ' ' << m_about << ": " << inOneLine(outcome) << " in "
                                        << m_since.elapsed() << " ms";
}

} // namespace tilldeck::desk
