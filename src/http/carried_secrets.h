// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/key_pieces.h"
#include "http/member_kind.h"
#include "http/request.h"
#include "http/secret_forms.h"

#include <QJsonValue>
#include <QMultiHash>
#include <QSet>

#include <vector>

namespace tilldeck::http {

/// The secrets that one exchange carries under names of secrets, and the addresses at which a checkout is opened. They
/// are cut out of everything else that is shown of it, whatever they look like: a provider that quotes its token in a
/// sentence says so nowhere.
class CarriedSecrets
{
public:
    bool isEmpty() const { return m_forms.empty() && m_pieces.empty(); }

    /// Adds @p secret, unless it is shorter than leastCut or a word that says that there is none.
    void add(const QString &secret);
    /// Adds @p key and its pieces.
    void addKey(const QString &key);
    /// Adds the texts of @p json of which nothing is shown by the names of their members, at any depth, also in JSON
    /// that a text quotes, and what is opaque in the addresses among them.
    void addOf(const QJsonValue &json);
    /// Adds the values of the headers that are named like a secret, and their parts: those of cookies.
    void addOf(const Headers &headers);
    /// Adds the values in the query of @p url that are named like a secret.
    void addOf(const QUrl &url);

    QString cutOutOf(QString text) const;
    Headers cutOutOf(Headers headers) const; ///< Of names and values.
    /// Cuts them out of names and texts at any depth; numbers stay.
    QJsonValue cutOutOf(const QJsonValue &json) const;

private:
    /// Returns the places in m_forms of those that may stand in @p text, the longest first: one may begin with another.
    std::vector<size_t> candidatesIn(QStringView text) const;
    void addOpaque(const QString &text);
    /// Adds what stands between the marks of a header's value. What follows the first part of a Set-Cookie is no
    /// secret.
    void addPartsOf(const QString &value, bool isFirstAlone);
    void addBelow(const QJsonValue &value, MemberKind kind);

    std::vector<KeyPieces> m_pieces;
    std::vector<SecretForms> m_forms;
    QSet<QString> m_secrets;                 ///< Of all forms.
    QMultiHash<FormStart, size_t> m_byStart; ///< The places in m_forms.
};

} // namespace tilldeck::http
