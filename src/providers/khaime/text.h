// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace tilldeck::providers::khaime {

/// Translates what a merchant reads about Khaime: problems of a draft, refusals, unsupported calls.
struct KhaimeText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::providers::Khaime)
};

} // namespace tilldeck::providers::khaime
