// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/activity/request_model.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>

namespace tilldeck::ui {

/// Looks for requests on a thread of its own. Of several questions in a row, the last one alone is answered.
class RequestFilter : public QObject
{
    Q_OBJECT

public:
    using Entries = std::deque<desk::RequestLog::Entry>;

    explicit RequestFilter(QObject *parent = nullptr);
    ~RequestFilter() override;

    /// Emits found() later, with those of @p entries whose method, address, answer or request id contains @p search;
    /// with
    /// @p onlyFailed those that failed.
    void look(Entries entries, const QString &search, bool onlyFailed);

signals:
    /// Emitted with the order of the entries kept.
    void found(const std::vector<tilldeck::ui::RequestItem> &items);

private:
    std::atomic<int> m_newest = 0; ///< The number of the last question.
    QThreadPool m_thread;
};

} // namespace tilldeck::ui
