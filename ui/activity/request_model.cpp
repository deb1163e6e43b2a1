// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/request_model.h"

#include "ui/lists/roles.h"
#include "ui/style/theme.h"
#include "ui/widgets/time_text.h"

namespace tilldeck::ui {

RequestModel::RequestModel(Clock clock, QObject *parent)
    : ItemListModel(ColumnCount, parent)
    , m_clock(std::move(clock))
{
}

void RequestModel::setItems(std::vector<RequestItem> items)
{
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
}

QVariant RequestModel::cell(const RequestItem &item, int column, int role) const
{
    const http::Exchange &exchange = item.entry.exchange;
    if (role == ToneRole && column == Answer && desk::hasFailed(exchange))
        return QVariant::fromValue(Tone::Danger);
    if (role == Qt::ToolTipRole && column == Time)
        return absoluteTime(exchange.startedAt, QTimeZone::systemTimeZone(), QLocale());
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case Answer:
        return answerText(exchange);
    case Method:
        return QString::fromLatin1(exchange.method);
    case Address:
        return exchange.url;
    case Took: {
        const QString took = tr("%1 ms", "duration").arg(QLocale().toString(qint64(exchange.duration.count())));
        return exchange.attempt > 1 ? tr("%1, try %2", "duration, number of the try").arg(took).arg(exchange.attempt)
                                    : took;
    }
    case Time:
        return listTime(exchange.startedAt, m_clock(), QTimeZone::systemTimeZone(), QLocale());
    default:
        return {};
    }
}

QString RequestModel::title(int column) const
{
    return QStringList{tr("Answer"), tr("Method", "of an HTTP request"), tr("Address"), tr("Took", "duration"),
                       tr("Time")}
        .value(column);
}

QString answerText(const http::Exchange &exchange)
{
    using Kind = http::FailureKind;
    if (!exchange.failure)
        return QString::number(exchange.status);
    switch (*exchange.failure) {
    case Kind::NotSent:
        return RequestModel::tr("Not reached");
    case Kind::OutcomeUnknown:
        return RequestModel::tr("Outcome unknown");
    case Kind::Malformed:
        return RequestModel::tr("Not readable", "answer");
    case Kind::TooLarge:
        return RequestModel::tr("Too large", "answer");
    case Kind::Redirected:
        return RequestModel::tr("Redirected");
    case Kind::Refused:
        return RequestModel::tr("Not secure", "connection");
    case Kind::Cancelled:
        return RequestModel::tr("Cancelled");
    }
    Q_UNREACHABLE();
}

} // namespace tilldeck::ui

#include "moc_request_model.cpp"
