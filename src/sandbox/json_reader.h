// SPDX-License-Identifier: GPL-3.0-or-later
// Reads request bodies and paging parameters. All problems of a body are collected, each with its field.
#pragma once

#include "sandbox/http.h"
#include "sandbox/refusal.h"
#include "sandbox/store.h"

#include <QJsonArray>

#include <limits>
#include <optional>

namespace tilldeck::sandbox {

/// 400 when BODY is not a JSON object.
Answer<QJsonObject> readBody(const QByteArray &body);

/// limit (1 to 100, default 20) and offset.
Answer<Selection> readPaging(const QUrlQuery &query);

/// The members of one closed object. What is wrong with them is added to ERRORS, which must outlive this.
class JsonReader
{
public:
    JsonReader(QJsonObject object, QString prefix, QList<FieldError> &errors);

    /// Every other member is unknown.
    void allow(const QStringList &members);
    void wrong(const QString &member, const QString &message);

    bool has(const QString &member) const { return m_object.contains(member); }
    QJsonValue raw(const QString &member) const { return m_object.value(member); }

    /// Empty when absent; a present text must not be.
    QString text(const QString &member, bool required = false);
    /// A whole number from LEAST to MOST. FALLBACK when absent.
    qint64 integer(const QString &member, qint64 fallback, qint64 least, qint64 most, const QString &message);
    bool boolean(const QString &member, bool fallback);
    /// An http or https address as it was written; empty when absent.
    QString url(const QString &member);
    /// Nothing when the member is absent.
    std::optional<QList<JsonReader>> objects(const QString &member, bool required = false);

private:
    QJsonObject m_object;
    QString m_prefix;
    QList<FieldError> *m_errors;
};

} // namespace tilldeck::sandbox
