// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <expected>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

/// What is wrong with one field of a request: "line_items[0].quantity", "Quantity must be at least 1."
struct FieldError
{
    QString field;
    QString message;

    friend bool operator==(const FieldError &, const FieldError &) = default;
};

/// Why the sandbox does not carry out a request.
struct Refusal
{
    int status = 422; ///< HTTP status of the answer
    QString detail;
    QList<FieldError> errors;

    /// Returns a 422 about fields whose detail is the first message.
    static Refusal invalid(const QList<FieldError> &errors) { return {422, errors.first().message, errors}; }
    static Refusal invalid(const QString &field, const QString &message) { return invalid({{field, message}}); }

    /// Returns a 500: the state could not be written, and nothing was changed.
    static Refusal storageError() { return {500, u"The sandbox cannot write its state."_s, {}}; }
    bool isStorageError() const { return status == 500; }
};

template <typename T> using Answer = std::expected<T, Refusal>;

/// Returns @p value, or a storage error when it was not stored. By reference: storing may be what completes it.
template <typename T> Answer<T> ifStored(bool isStored, const T &value)
{
    return isStored ? Answer<T>(value) : std::unexpected(Refusal::storageError());
}

/// Returns what @p next makes of the value of @p answer, or its refusal.
template <typename T, typename Next> auto then(const Answer<T> &answer, Next next) -> decltype(next(*answer))
{
    if (!answer)
        return std::unexpected(answer.error());
    return next(*answer);
}

} // namespace tilldeck::sandbox
