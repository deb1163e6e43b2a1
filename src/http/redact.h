// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/request.h"

#include <QJsonValue>
#include <QString>

namespace tilldeck::http {

/// What stands in the place of a secret in logs and dry runs.
QString redactedMark();

/// Values of Authorization, X-API-Key, cookies and whatever else is named like a key become the mark.
Headers redactHeaders(Headers headers);

/// All headers of a request as a log or a dry run shows them: plain ones redacted by name, secret ones always.
Headers redactedHeaders(const Request &request);

/// Values of members named like a secret (secure_token, client_secret, api_key, password …), at any depth, become the
/// mark; so do web addresses inside strings, as redactUrl() treats them. Publishable keys, ids and references stay.
QJsonValue redactJson(const QJsonValue &value);

/// The address with user info, query values named like a secret, path segments and query values that look like a token
/// (a known prefix, or long and random) and any fragment replaced by the mark; an invalid one is nothing but the mark.
QString redactUrl(const QUrl &url);

} // namespace tilldeck::http
