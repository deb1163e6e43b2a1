// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/request_log.h"
#include "ui/lists/item_list_model.h"

#include <functional>

namespace tilldeck::ui {

struct RequestItem
{
    QString id; ///< The number of the request in this run.
    desk::RequestLog::Entry entry;
};

/// Lists requests of this run, the newest first.
class RequestModel : public ItemListModel<RequestItem>
{
    Q_OBJECT

public:
    enum Columns { Answer, Method, Address, Took, Time, ColumnCount };

    using Clock = std::function<QDateTime()>;

    explicit RequestModel(Clock clock, QObject *parent = nullptr);

    void setItems(std::vector<RequestItem> items);

protected:
    QVariant cell(const RequestItem &item, int column, int role) const override;
    QString title(int column) const override;

private:
    Clock m_clock;
};

/// Returns "200", or what stands in place of an answer.
QString answerText(const http::Exchange &exchange);

} // namespace tilldeck::ui
