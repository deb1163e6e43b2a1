// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/session_draft.h"
#include "desk/csv.h"

namespace tilldeck::desk {

/// The custom fields and metadata of sessions as columns of an export: one for each name that a session has.
class ExportFields
{
public:
    static bool has(const checkout::SessionDraft &draft);

    /// Makes columns for the names of @p draft.
    void add(const checkout::SessionDraft &draft);
    QList<QByteArray> titles(const Csv &csv) const;
    /// Returns the values of @p draft below titles(); empty ones without a draft.
    QList<QByteArray> cells(const checkout::SessionDraft *draft, const Csv &csv) const;

private:
    QStringList m_custom, m_subscription, m_metadata; // names, in the order in which they came
};

} // namespace tilldeck::desk
