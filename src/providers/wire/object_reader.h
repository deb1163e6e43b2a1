// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/error.h"
#include "money/money.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace tilldeck::providers {

/// Reads the members of one JSON object of an answer. The first member that is missing or of the wrong type is
/// remembered by its path ("items[3].unit_amount_atom"); what is read after it is not to be used. `null` is absent.
class ObjectReader
{
public:
    explicit ObjectReader(const QJsonValue &value, const QString &path = {});
    /// Reads the object that a whole answer is.
    explicit ObjectReader(const QJsonDocument &answer);

    /// Ids, tokens and addresses: never cut, because a shortened one is a wrong one.
    QString requiredText(QLatin1StringView name);
    QString optionalText(QLatin1StringView name);
    /// Words for people: cut to 500 characters.
    QString label(QLatin1StringView name);
    std::optional<qint64> integer(QLatin1StringView name);
    std::optional<double> number(QLatin1StringView name);
    bool flag(QLatin1StringView name, bool absent);
    /// ISO 8601, in UTC; a time without a zone is UTC. Invalid when absent.
    QDateTime time(QLatin1StringView name);
    /// Nothing, and no fault, for an unknown or absent code: what follows from that is for the caller.
    std::optional<money::Currency> currency(QLatin1StringView name);
    /// A reader for each object of a list; none when absent.
    std::vector<ObjectReader> objects(QLatin1StringView name);
    /// A reader of the object that NAME is, or of an empty one when absent.
    ObjectReader object(QLatin1StringView name);
    QJsonObject all() const { return m_object; }
    bool has(QLatin1StringView name) const { return !m_object.value(name).isNull() && m_object.contains(name); }

    /// Remembers that NAME cannot be used, unless an earlier member already could not.
    void fault(QLatin1StringView name, const QString &sentence);
    void missing(QLatin1StringView name);
    void missingCurrency(QLatin1StringView name); ///< Absent, or a code nobody knows the decimals of.
    void adopt(const ObjectReader &child);
    bool ok() const { return m_fault.isEmpty(); }
    /// Malformed, with the member in `details`.
    checkout::Error error() const;

private:
    QString pathOf(QLatin1StringView name) const;

    QJsonObject m_object;
    QString m_path;
    QString m_fault;
};

} // namespace tilldeck::providers
