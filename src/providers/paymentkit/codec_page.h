// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the pages of lists. What an object of a list is read by is declared in codec_sessions.h, codec_catalog.h and
// codec_writes.h.
#pragma once

#include "checkout/error.h"
#include "providers/provider.h"
#include "providers/wire/lists.h"
#include "providers/wire/object_reader.h"

#include <QJsonDocument>

#include <optional>

namespace tilldeck::providers::paymentkit {

/// Reads one object of a list; nothing, with a fault in @p item, when it cannot be read.
template <class T> std::optional<T> readItem(ObjectReader &item);

/// Reads the page of a list that begins at @p offset (see readList()).
template <class T> checkout::Result<Page<T>> decodePage(const QJsonDocument &answer, int offset)
{
    ObjectReader reader(answer);
    return readList<T>(reader, QLatin1StringView("items"), offset, &readItem<T>);
}

} // namespace tilldeck::providers::paymentkit
