// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <expected>

namespace tilldeck::sandbox {

/// What is wrong with one field of a request: "line_items[0].quantity", "Quantity must be at least 1."
struct FieldError
{
    QString field;
    QString message;

    friend bool operator==(const FieldError &, const FieldError &) = default;
};

/// A request the sandbox does not carry out. STATUS is the HTTP status that a wire answers with.
struct Refusal
{
    int status = 422;
    QString detail;
    QList<FieldError> errors;

    /// 422 about fields; the detail is the first message.
    static Refusal invalid(const QList<FieldError> &errors) { return {422, errors.first().message, errors}; }
    static Refusal invalid(const QString &field, const QString &message) { return invalid({{field, message}}); }
};

template <typename T> using Answer = std::expected<T, Refusal>;

} // namespace tilldeck::sandbox
