// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/request_model.h"

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

RequestModel::RequestModel(const Clock &clock, QObject *parent)
    : ItemModel(parent)
{
    setColumns(describe(clock), Time, Qt::DescendingOrder);
}

std::vector<Column<RequestItem>> RequestModel::describe(const Clock &clock)
{
    using Item = RequestItem;
    const auto took = [](const Item &item) { return qint64(item.entry.exchange.duration.count()); };
    std::vector<Column<Item>> columns{
        {{.name = u"answer"_s, .title = [] { return tr("Answer"); }, .minimum = px(150)},
         [](const Item &item) { return answerText(item.entry.exchange); }},
        {{.name = u"method"_s,
          .title = [] { return tr("Method", "of an HTTP request"); },
          .minimum = px(70),
          .hideOrder = 2},
         [](const Item &item) { return QString::fromLatin1(item.entry.exchange.method); }},
        {{.name = u"address"_s,
          .title = [] { return tr("Address"); },
          .kind = ColumnKind::Mono,
          .minimum = px(240),
          .share = 3},
         [](const Item &item) { return item.entry.exchange.url; }},
        {{.name = u"took"_s,
          .title = [] { return tr("Took", "duration"); },
          .minimum = px(110),
          .hideOrder = 1,
          .sorting = Sorting::BySize},
         [took](const Item &item) {
             const QString time = tr("%1 ms", "duration").arg(QLocale().toString(took(item)));
             const int attempt = item.entry.exchange.attempt;
             return attempt > 1 ? tr("%1, try %2", "duration, number of the try").arg(time).arg(attempt) : time;
         }},
        {{.name = u"time"_s, .title = [] { return tr("Time"); }, .minimum = px(92)}},
    };
    columns[Answer].tone = [](const Item &item) {
        return desk::hasFailed(item.entry.exchange) ? std::optional(Tone::Danger) : std::nullopt;
    };
    columns[Address].tooltip = columns[Address].text;
    columns[Took].rank = [took](const Item &item) { return QVariant(took(item)); };
    showTimes(columns[Time], [](const Item &item) { return item.entry.exchange.startedAt; }, clock);
    return columns;
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
