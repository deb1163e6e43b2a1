// SPDX-License-Identifier: GPL-3.0-or-later
// Runs several Qt Test classes in one executable: put TILLDECK_TEST(Class) after each class.
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace tilldeck::test {

using Factory = std::function<std::unique_ptr<QObject>()>;

/// Remembers a test class of the source @p file for main(); returns true so that it can initialise a static.
bool registerTest(const char *file, Factory factory);

} // namespace tilldeck::test

#define TILLDECK_TEST(Class)                                                                                           \
    static const bool registered##Class = tilldeck::test::registerTest(                                                \
        __FILE__, []() -> std::unique_ptr<QObject> { return std::make_unique<Class>(); });
