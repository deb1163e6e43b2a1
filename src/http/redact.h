// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/carried_secrets.h"
#include "http/request.h"

#include <QJsonValue>
#include <QString>

namespace tilldeck::http {

/// Returns the text that replaces a secret in logs and dry runs.
QString redactedMark();

/// Replaces the values of Authorization, X-API-Key, cookies and other headers that are named like a key, and names that
/// are tokens themselves; other values are redacted by their names as redactJson() does.
Headers redactHeaders(Headers headers);

/// Returns all headers of @p request for a log or a dry run: plain ones redacted by name, secret ones always.
Headers redactedHeaders(const Request &request);

/// Replaces the values of members that are named like a secret (secure_token, client_secret, api_key, password …) or
/// like the address of a checkout, at any depth, and the same texts wherever else they stand; redacts other strings as
/// redactText() does by what their names say (see MemberKind), also in JSON that is quoted in a string, and names that
/// are tokens themselves. Numbers, statuses, publishable keys, ids and references stay.
QJsonValue redactJson(const QJsonValue &value);

/// Returns @p text, which is shown, with the mark in the place of each copy of @p secret, in each of its SecretForms,
/// and of its KeyPieces.
QString withoutSecret(QString text, const Secret &secret);

/// The longest bodies that an Exchange keeps, in bytes: what is sent can be copied whole, and is small.
inline constexpr qsizetype keptRequest = qsizetype(256) * 1024;
inline constexpr qsizetype keptAnswer = qsizetype(4) * 1024;

/// Returns @p body with its secrets replaced as redactJson() does, and what else was @p carried; byte by byte as it was
/// where it has none. Empty for what is no JSON and for more than @p most bytes, so that it is never a part that looks
/// whole.
QByteArray redactedBody(const QByteArray &body, qsizetype most, CarriedSecrets carried = {});

/// Returns @p url with these replaced by the mark: user info, query values that are named like a secret, path segments
/// and query values that look like a token (a known prefix, or long and random), and any fragment. Returns only the
/// mark for an invalid address.
QString redactUrl(const QUrl &url);

} // namespace tilldeck::http
