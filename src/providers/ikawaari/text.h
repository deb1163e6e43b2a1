// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace tilldeck::providers::ikawaari {

/// Translates what a merchant reads about Ikawaari: problems of a draft, refusals, unsupported calls.
struct IkawaariText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::providers::Ikawaari)
};

} // namespace tilldeck::providers::ikawaari
