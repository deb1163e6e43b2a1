// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/wire/lists.h"

#include <QUrlQuery>

namespace tilldeck::providers {

using namespace Qt::StringLiterals;

QUrl pageUrl(QUrl list, int offset)
{
    QUrlQuery query(list);
    query.addQueryItem(u"limit"_s, QString::number(pageSize));
    query.addQueryItem(u"offset"_s, QString::number(offset));
    list.setQuery(query);
    return list;
}

} // namespace tilldeck::providers
