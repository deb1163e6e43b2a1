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

} // namespace

QString loggedError(const checkout::Error &error)
{
    const QString status = error.httpStatus > 0 ? u", status %1"_s.arg(error.httpStatus) : QString();
    return u"error: "_s + kindName(error.kind) + status;
}

QString loggedEnd(const std::optional<checkout::Error> &error)
{
    return error ? loggedError(*error) : u"done"_s;
}

UseCaseLog::UseCaseLog(const char *useCase, QString about)
    : m_useCase(useCase)
    , m_about(std::move(about))
{
    m_since.start();
    qCInfo(deskLog).noquote().nospace() << m_useCase << ' ' << m_about << " begins";
}

void UseCaseLog::end(const QString &outcome) const
{
    qCInfo(deskLog).noquote().nospace() << m_useCase << ' ' << m_about << ": " << outcome << " in " << m_since.elapsed()
                                        << " ms";
}

} // namespace tilldeck::desk
