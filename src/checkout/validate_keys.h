// SPDX-License-Identifier: GPL-3.0-or-later
// Keys in texts that are no place for them: all of a draft is sent, kept in files, or seen by the customer.
#pragma once

#include "checkout/problem.h"
#include "checkout/session_draft.h"
#include "keys/key_form.h"

#include <vector>

namespace tilldeck::checkout {

/// Returns what to do about a key in @p text, in a sentence that does not quote it; empty where it holds none.
QString keyProblem(const QString &text, const keys::HoldsKey &holdsKey = keys::holdsKeyForm);

/// Returns a problem for each text of @p draft that holds a key, on its field.
std::vector<Problem> keyProblems(const SessionDraft &draft, const keys::HoldsKey &holdsKey = keys::holdsKeyForm);

/// Returns @p draft without the texts that hold a key: what may be kept of it.
SessionDraft withoutKeys(SessionDraft draft, const keys::HoldsKey &holdsKey = keys::holdsKeyForm);

} // namespace tilldeck::checkout
