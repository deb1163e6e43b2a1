// SPDX-License-Identifier: GPL-3.0-or-later
// Success and return URLs.
#pragma once

#include "checkout/capabilities.h"
#include "checkout/problem.h"

#include <QString>

#include <vector>

namespace tilldeck::checkout {

/// Adds what is wrong with a success or return URL. It is taken as it is sent, see tidied().
void checkAddress(const QString &url, Field field, const Capabilities &can, std::vector<Problem> &problems);

/// Returns what there is to know about the success or return URL of a draft that can be sent in a flow, in sentences:
/// the session's ID is there twice or behind a "#", braces that no provider fills in, and both forms of a host with
/// letters beyond ASCII. Empty when there is nothing.
QString addressRemark(const QString &url, Field field, const Capabilities &can);

/// Returns both forms of the host of @p url where it has letters beyond ASCII, in a sentence; empty for others.
QString hostRemark(const QString &url);

} // namespace tilldeck::checkout
