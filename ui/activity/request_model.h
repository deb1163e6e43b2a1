// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/request_log.h"
#include "ui/lists/item_model.h"

namespace tilldeck::ui {

struct RequestItem
{
    QString id; ///< The number of the request in this run.
    desk::RequestLog::Entry entry;

    /// Of a request nothing changes but that its bodies are forgotten some time.
    friend bool operator==(const RequestItem &left, const RequestItem &right)
    {
        return left.id == right.id && left.entry.requestBody.size() == right.entry.requestBody.size() &&
               left.entry.responseBody.size() == right.entry.responseBody.size();
    }
};

/// Lists requests of this run, the newest first.
class RequestModel : public ItemModel<RequestItem>
{
    Q_OBJECT

public:
    enum Columns { Answer, Method, Address, Took, Time, ColumnCount };

    using Clock = std::function<QDateTime()>;

    explicit RequestModel(const Clock &clock, QObject *parent = nullptr);

private:
    static std::vector<Column<RequestItem>> describe(const Clock &clock);
};

/// Returns "200", or what stands in place of an answer.
QString answerText(const http::Exchange &exchange);

} // namespace tilldeck::ui
