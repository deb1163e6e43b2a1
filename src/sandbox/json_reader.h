// SPDX-License-Identifier: GPL-3.0-or-later
// Reads request bodies and paging parameters. All problems of a body are collected, each with its field.
#pragma once

#include "sandbox/http.h"
#include "sandbox/refusal.h"
#include "sandbox/store.h"

#include <QJsonArray>

#include <limits>
#include <memory>
#include <optional>

namespace tilldeck::sandbox {

/// Returns the object of @p body, or 400 when it is not a JSON object.
Answer<QJsonObject> readBody(const QByteArray &body);

/// Reads limit (1 to 100, default 20) and offset.
Answer<Selection> readPaging(const QUrlQuery &query);

/// Reads the members of one closed object, and collects what is wrong with them and with the objects inside.
class JsonReader
{
public:
    explicit JsonReader(QJsonObject object);
    /// Every member besides @p members is unknown.
    JsonReader(QJsonObject object, const QStringList &members);

    /// Every member besides @p members is unknown.
    void allow(const QStringList &members);
    /// Adds a problem of @p member.
    void wrong(const QString &member, const QString &message);

    bool has(const QString &member) const { return m_object.contains(member); }
    QJsonValue raw(const QString &member) const { return m_object.value(member); }

    /// Returns a text, empty when absent; a present text must not be empty.
    QString text(const QString &member, bool required = false);
    /// Returns a whole number from @p least to @p most, or @p fallback when it is absent.
    qint64 integer(const QString &member, qint64 fallback, qint64 least, qint64 most, const QString &message);
    bool boolean(const QString &member, bool fallback);
    /// Returns an http or https address as it was written, empty when absent.
    QString url(const QString &member);
    /// Returns a reader of an inner object, which is empty when the member is absent.
    JsonReader object(const QString &member);
    /// Returns readers of a list's elements, or nothing when the member is absent.
    std::optional<QList<JsonReader>> objects(const QString &member, bool required = false);

    const QList<FieldError> &errors() const { return *m_errors; }

    /// Returns @p value, or what @p refuse makes of the problems when there are any.
    template <typename T, typename Refuse> Answer<T> result(T value, Refuse refuse) const
    {
        return m_errors->isEmpty() ? Answer<T>(std::move(value)) : Answer<T>(refuse(*m_errors));
    }
    /// Returns @p value, or 422 about the problems.
    template <typename T> Answer<T> result(T value) const
    {
        return result(std::move(value),
                      [](const QList<FieldError> &errors) { return std::unexpected(Refusal::invalid(errors)); });
    }

private:
    JsonReader(QJsonObject object, QString prefix, std::shared_ptr<QList<FieldError>> errors);

    QJsonObject m_object;
    QString m_prefix;
    std::shared_ptr<QList<FieldError>> m_errors; ///< shared with the readers of inner objects
};

} // namespace tilldeck::sandbox
