// SPDX-License-Identifier: GPL-3.0-or-later
// What chance decides in a schedule, the same for the same seed.
#pragma once

#include <QByteArray>

#include <initializer_list>
#include <random>

namespace tilldeck::faults {

class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_engine(seed)
    {
    }

    /// Returns a number from 0 to @p n - 1. Computed here: the standard's distributions differ between libraries.
    int below(int n) { return int(m_engine() % quint64(n)); }
    bool chance(int percent) { return below(100) < percent; }
    double part() { return double(m_engine() >> 11) / double(quint64(1) << 53); }
    template <typename T> T of(std::initializer_list<T> choices)
    {
        return *(choices.begin() + below(int(choices.size())));
    }

private:
    std::mt19937_64 m_engine;
};

/// Returns the moment and length of a fault that gives time to kill the program.
QByteArray holding(Dice &dice);
/// Return a fault of one kind: a refusal, a redirection, a connection that ends, an odd answer.
QByteArray statusFault(Dice &dice);
QByteArray redirectFault(Dice &dice);
QByteArray endingFault(Dice &dice);
QByteArray strangeFault(Dice &dice);

} // namespace tilldeck::faults
