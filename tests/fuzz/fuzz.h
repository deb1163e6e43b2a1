// SPDX-License-Identifier: GPL-3.0-or-later
// What the fuzz targets share. Each source beside is one target: libFuzzer calls it with bytes that nobody would write.
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <cstdint>
#include <cstdlib>

namespace tilldeck::fuzz {

/// Ends the run where something that must always hold does not: libFuzzer keeps the input.
inline void check(bool holds)
{
    if (!holds)
        std::abort();
}

/// The bytes of an input, of which the first chooses what they are given to.
struct Input
{
    Input(const uint8_t *data, size_t size)
        : choice(size > 0 ? data[0] : 0)
        , rest(reinterpret_cast<const char *>(data) + (size > 0 ? 1 : 0),
               static_cast<qsizetype>(size > 0 ? size - 1 : 0))
    {
    }

    uint8_t choice;
    QByteArray rest;
};

} // namespace tilldeck::fuzz
