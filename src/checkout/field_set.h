// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/problem.h"

#include <initializer_list>

namespace tilldeck::checkout {

/// Holds which fields a flow takes, or which it needs.
class FieldSet
{
public:
    constexpr FieldSet() = default;
    constexpr FieldSet(std::initializer_list<Field> fields)
    {
        for (const Field field : fields)
            m_bits |= bit(field);
    }

    constexpr bool contains(Field field) const { return (m_bits & bit(field)) != 0; }
    constexpr FieldSet &operator+=(FieldSet more)
    {
        m_bits |= more.m_bits;
        return *this;
    }
    constexpr FieldSet &operator-=(FieldSet less)
    {
        m_bits &= ~less.m_bits;
        return *this;
    }

    friend constexpr bool operator==(FieldSet, FieldSet) = default;

private:
    static_assert(int(lastField) < 64);
    static constexpr quint64 bit(Field field) { return quint64(1) << int(field); }

    quint64 m_bits = 0;
};

} // namespace tilldeck::checkout
