// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDateTime>

namespace tilldeck::desk {

/// Translates the sentences about creations of unknown outcome that are shown to a merchant.
struct ReconcileText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::Reconcile)
};

/// Returns that what is closed as not made may still appear until @p until, in sentences.
QString mayStillAppearSentence(const QDateTime &until);

} // namespace tilldeck::desk
