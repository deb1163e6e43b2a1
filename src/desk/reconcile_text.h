// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace tilldeck::desk {

/// Translates the sentences about creations of unknown outcome that are shown to a merchant.
struct ReconcileText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::Reconcile)
};

} // namespace tilldeck::desk
