// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/error.h"
#include "checkout/unread_row.h"
#include "money/money.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace tilldeck::providers {

/// Reads the members of one JSON object of an answer. The first member that is missing or of the wrong type is recorded
/// as a fault with its path ("items[3].unit_amount_atom"); a caller must check ok() before it uses the values. `null`
/// counts as absent.
class ObjectReader
{
public:
    explicit ObjectReader(const QJsonValue &value, const QString &path = {});
    /// Reads the object that a whole answer is.
    explicit ObjectReader(const QJsonDocument &answer);

    /// Reads an id, token or address. It is never shortened, because a shortened one is wrong.
    QString requiredText(QLatin1StringView name);
    QString optionalText(QLatin1StringView name);
    /// Reads text for people, cut to 500 characters, without controls and marks that turn its direction.
    QString label(QLatin1StringView name);
    /// Reads a word or sentence of the provider's own, as a status or a reason: as label() does, without the tokens and
    /// addresses that it may quote.
    QString word(QLatin1StringView name);
    /// Reads what was sent from here and is repeated: as label() does, and unchanged, to compare it.
    QString repeated(QLatin1StringView name);
    std::optional<qint64> integer(QLatin1StringView name);
    std::optional<double> number(QLatin1StringView name);
    bool flag(QLatin1StringView name, bool absent);
    /// Reads an ISO 8601 time as UTC; one without a zone is UTC. Returns an invalid time when absent.
    QDateTime time(QLatin1StringView name);
    /// Returns an ISO 8601 time as UTC where it says its zone and its time of day: else it is of a zone that nobody
    /// knows. Returns an invalid one for that and for everything else, which is no fault.
    QDateTime moment(QLatin1StringView name) const;
    /// Reads a currency code. Returns nothing, without a fault, for an unknown or absent one.
    std::optional<money::Currency> currency(QLatin1StringView name);
    /// Returns a reader for each object of a list; none when absent.
    std::vector<ObjectReader> objects(QLatin1StringView name);
    /// Returns a reader of the object @p name, or of an empty one when absent.
    ObjectReader object(QLatin1StringView name);
    QJsonObject all() const { return m_object; }
    bool has(QLatin1StringView name) const { return !m_object.value(name).isNull() && m_object.contains(name); }

    /// Records that @p name cannot be used, unless a fault is recorded already. "%1" in @p sentence is its path.
    void fault(QLatin1StringView name, const QString &sentence);
    void missing(QLatin1StringView name);
    void missingCurrency(QLatin1StringView name); ///< Absent, or a code that is not in ISO 4217.
    /// Takes over the fault of @p child, unless one is recorded already.
    void adopt(const ObjectReader &child);
    bool ok() const { return m_fault.isEmpty(); }
    /// Returns a Malformed error with the fault in `details`.
    checkout::Error error() const;
    /// Returns the object as a row of a list that cannot be read because of its fault. Secrets are left out of its
    /// words.
    checkout::UnreadRow unread() const;

private:
    QString pathOf(QLatin1StringView name) const;

    QJsonObject m_object;
    QString m_path;
    QString m_fault;
    QString m_faultWords; ///< The member with the fault, as the provider wrote it.
};

} // namespace tilldeck::providers
