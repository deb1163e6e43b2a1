// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/session_draft.h"
#include "providers/wire/errors.h"

#include <QJsonObject>

namespace tilldeck::providers::khaime {

/// Returns the error of a complete answer that is no success: a status other than 2xx, or `success: false` with any
/// status.
/// @p draft is what a creation or a quote sent, to place problems on fields.
checkout::Error errorOf(Call call, const http::Response &response, const checkout::SessionDraft &draft);

/// Holds one message of an error body, and the member of the request that it is about.
struct Remark
{
    Remark(QString path, QString message)
        : path(std::move(path))
        , message(std::move(message))
    {
    }

    QString path; ///< "customer.email"; empty when none is named.
    QString message;
};

/// Returns the message of an error body: `error` as text or as an object with `message`, else `message`.
QString errorText(const QJsonObject &body);

/// Returns the messages in `details`, in any of its shapes: text, an object of texts or of lists, a list of objects.
std::vector<Remark> remarks(const QJsonObject &body);

} // namespace tilldeck::providers::khaime
