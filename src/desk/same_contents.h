// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/creation_end.h"

#include <QByteArray>

namespace tilldeck::desk {

/// Returns what @p body, JSON that is sent, asks for, in one form for all bodies that a merchant would call the same:
/// the order of members and of entries, blanks at the ends, letter case and the form of accented letters make no other
/// one. It is for comparing with another one only, and errs on the side of a question. Returns what is no JSON as it
/// is.
QByteArray contentsOf(const QByteArray &body);

/// Returns what says whether an earlier draft makes the request of @p ready, which was prepared under @p key, at the
/// price of @p quote: under one key, nothing that they ask for differs, whatever way the drafts are written.
ledger::AsksForTheSame sameRequestAs(const ReadyCreation &ready, const QString &key,
                                     const std::optional<checkout::Quote> &quote);

} // namespace tilldeck::desk
