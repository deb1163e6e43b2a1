// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/wire/lists.h"

#include <QUrlQuery>

namespace tilldeck::providers {

QUrl pageUrl(QUrl list, int offset)
{
    QUrlQuery query(list);
    query.addQueryItem(QStringLiteral("limit"), QString::number(pageSize));
    query.addQueryItem(QStringLiteral("offset"), QString::number(offset));
    list.setQuery(query);
    return list;
}

} // namespace tilldeck::providers
