// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/closed_error.h"

#include <QCoreApplication>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;

namespace {

struct ClosedErrorText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::Desk)
};

} // namespace

Error closedError()
{
    return Error(ErrorKind::Cancelled, ClosedErrorText::tr("Tilldeck was closed before an answer came."));
}

} // namespace tilldeck::desk
