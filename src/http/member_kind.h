// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::http {

/// What the name of a member or header says of its value, and so how much of the value may be shown.
enum class MemberKind {
    Secret,    ///< A token, key, password or code: nothing is shown.
    Address,   ///< Where a checkout is opened: whoever holds it can open the checkout, so only words are shown.
    Reference, ///< An id, a cursor, the merchant's own addresses and metadata: known tokens are cut out.
    Code,      ///< A promotion code or a provider's code: what is long and random is cut out, too.
    Text,      ///< A sentence or name: long words that are no words are cut out.
    Other      ///< No contract has it: short ones, too, and of addresses everything behind the host.
};

/// Returns what @p name stands for, without regard to case, '-', '_' and '.' (X-API-Key, apiKey, api_keys).
MemberKind kindOfMember(const QString &name);
/// Returns what @p name stands for in an object that stands under @p outer: what is below a secret is one, and metadata
/// are the merchant's own.
MemberKind kindOfMember(const QString &name, MemberKind outer);

} // namespace tilldeck::http
