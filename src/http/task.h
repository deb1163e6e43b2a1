// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>

namespace tilldeck::http {

/// Returned by every asynchronous call. It starts at once; destroying it detaches it and cancels nothing.
template <class T = void> using Task = QCoro::Task<T>;

} // namespace tilldeck::http
