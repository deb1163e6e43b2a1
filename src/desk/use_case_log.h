// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/error.h"
#include "http/task.h"

#include <QElapsedTimer>
#include <QLoggingCategory>

namespace tilldeck::desk {

/// "tilldeck.desk": the begin and the outcome of each use case at info level, off by default. A line names the account
/// and the intent by their ids on this computer and an error by its kind. It never holds a key, a token, a URL, what
/// was typed or what a customer is called.
Q_DECLARE_LOGGING_CATEGORY(deskLog)

/// Returns the kind of @p error and the status of the answer, without its sentences: those may repeat what was typed.
QString loggedError(const checkout::Error &error);

/// Returns "done" where there is no error.
QString loggedEnd(const std::optional<checkout::Error> &error);

/// Returns @p text as it may stand in a log: in one line and cut after 200 characters. Whatever is not printable ASCII
/// is written as an escape, because an id may have been typed or pasted.
QString inOneLine(const QString &text);

/// Returns how a use case ended that returns a value or an error, for the log.
template <class T> QString loggedResult(const checkout::Result<T> &result)
{
    return loggedEnd(result ? std::nullopt : std::optional(result.error()));
}

/// Logs one run of a use case.
class UseCaseLog
{
public:
    /// Logs that @p useCase begins. @p about is the id of an account or intent on this computer, as it may have been
    /// typed.
    UseCaseLog(const char *useCase, const QString &about);

    /// Logs how the use case ended.
    void end(const QString &outcome) const;

    /// Returns @p running, with its outcome logged as @p describe words it.
    template <class T> http::Task<T> ending(http::Task<T> running, QString (*describe)(const T &) = loggedResult) const
    {
        return deskLog().isInfoEnabled() ? awaitEnd<T>(*this, std::move(running), describe) : std::move(running);
    }

private:
    template <class T>
    static http::Task<T> awaitEnd(UseCaseLog log, http::Task<T> running, QString (*describe)(const T &))
    {
        T outcome = co_await running;
        log.end(describe(outcome));
        co_return outcome;
    }

    const char *m_useCase;
    QString m_about;
    QElapsedTimer m_since;
};

} // namespace tilldeck::desk
