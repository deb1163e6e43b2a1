// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/session_draft.h"
#include "providers/wire/errors.h"

#include <QJsonObject>

namespace tilldeck::providers::khaime {

/// The error that a complete answer stands for which is no success: another status than 2xx, or `success: false` with
/// any. DRAFT is what was sent (Create, Quote), to find the fields.
checkout::Error errorOf(Call call, const http::Response &response, const checkout::SessionDraft &draft);

/// One thing that an error body says, about one member of the request where it names one.
struct Remark
{
    Remark(QString path, QString message)
        : path(std::move(path))
        , message(std::move(message))
    {
    }

    QString path; ///< "customer.email"; empty: none named.
    QString message;
};

/// What an error body says as a whole: `error` as text or as an object with `message`, else `message`.
QString errorText(const QJsonObject &body);

/// What `details` says, whichever of its shapes it has: text, an object of texts or of lists, a list of objects.
std::vector<Remark> remarks(const QJsonObject &body);

/// The fields that a refusal of DRAFT speaks of, with the fix in the merchant's words (contracts, x-error-table), else
/// with Khaime's.
std::vector<checkout::Problem> fieldProblems(const QString &text, const std::vector<Remark> &remarks,
                                             const checkout::SessionDraft &draft);

} // namespace tilldeck::providers::khaime
