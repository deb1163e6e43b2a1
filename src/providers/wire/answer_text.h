// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace tilldeck::providers {

/// Translates the sentences about requests and answers that all providers share.
struct AnswerText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::providers::Answers)
};

} // namespace tilldeck::providers
