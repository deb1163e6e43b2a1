// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a search, for what reads and completes it.
#pragma once

#include "desk/search_text.h"
#include "ledger/search_words.h"

#include <array>

namespace tilldeck::desk::search {

using namespace Qt::StringLiterals;

enum class Field { Status, Account, Currency, Amount, Tier, Since, Before };

struct FieldName
{
    QLatin1String name;
    Field field;
};

/// One field as it was typed.
struct Typed
{
    Field field;
    QString value;
    qsizetype at;
    qsizetype length;
};

inline constexpr std::array<FieldName, 7> fieldNames{{
    {"status"_L1, Field::Status},
    {"account"_L1, Field::Account},
    {"currency"_L1, Field::Currency},
    {"amount"_L1, Field::Amount},
    {"tier"_L1, Field::Tier},
    {"since"_L1, Field::Since},
    {"before"_L1, Field::Before},
}};

/// Returns the field that @p word is; nothing where it is none.
std::optional<Typed> fieldOf(const ledger::SearchWord &word);

} // namespace tilldeck::desk::search
