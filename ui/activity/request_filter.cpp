// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/request_filter.h"

#include <algorithm>

namespace tilldeck::ui {

namespace {

bool fits(const desk::RequestLog::Entry &entry, const QString &search, bool onlyFailed)
{
    const http::Exchange &exchange = entry.exchange;
    if (onlyFailed && !desk::hasFailed(exchange))
        return false;
    return search.isEmpty() ||
           std::ranges::any_of(
               QStringList{QString::fromLatin1(exchange.method), exchange.url, answerText(exchange), entry.requestId},
               [&search](const QString &text) { return text.contains(search, Qt::CaseInsensitive); });
}

} // namespace

RequestFilter::RequestFilter(QObject *parent)
    : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

RequestFilter::~RequestFilter()
{
    ++m_newest;
    m_thread.clear();
    m_thread.waitForDone();
}

void RequestFilter::look(Entries entries, const QString &search, bool onlyFailed)
{
    const int number = ++m_newest;
    m_thread.clear();
    m_thread.start([this, number, entries = std::move(entries), search, onlyFailed] {
        std::vector<RequestItem> items;
        for (const desk::RequestLog::Entry &entry : entries) {
            if (m_newest != number)
                return;
            if (fits(entry, search, onlyFailed))
                items.push_back({QString::number(entry.number), entry});
        }
        QMetaObject::invokeMethod(
            this,
            [this, number, items = std::move(items)] {
                if (m_newest == number)
                    emit found(items);
            },
            Qt::QueuedConnection);
    });
}

} // namespace tilldeck::ui

#include "moc_request_filter.cpp"
