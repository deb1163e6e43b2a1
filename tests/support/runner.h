// SPDX-License-Identifier: GPL-3.0-or-later
// Runs several Qt Test classes in one executable: put TILLDECK_TEST(Class) after each class.
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace tilldeck::test {

using Factory = std::function<std::unique_ptr<QObject>()>;

/// Remembers a test class for main(); returns true so that it can initialise a static.
bool registerTest(Factory factory);

} // namespace tilldeck::test

#define TILLDECK_TEST(Class)                                                                                           \
    static const bool registered##Class =                                                                              \
        tilldeck::test::registerTest([]() -> std::unique_ptr<QObject> { return std::make_unique<Class>(); });
