// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace tilldeck::providers {

/// Holds what a server says about one member of a request.
struct LocatedMessage
{
    LocatedMessage(QString path, QString message)
        : path(std::move(path))
        , message(std::move(message))
    {
    }

    QString path; ///< "line_items[0].price_id"; empty for the request as a whole.
    QString message;
};

/// Reads the member `detail` of @p body where it is a list of {loc, msg}, as Python servers answer a 422. Empty where
/// it is none.
std::vector<LocatedMessage> locatedMessages(const QJsonObject &body);

/// Returns @p messages in one text: "line_items[0].price_id: Field required".
QString joinedMessages(const std::vector<LocatedMessage> &messages);

} // namespace tilldeck::providers
