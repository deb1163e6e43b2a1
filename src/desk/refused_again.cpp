// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refused_again.h"

#include <QCoreApplication>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;

namespace {

struct RefusedAgainText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::RefusedAgain)
};

} // namespace

Error refusedAgain(Error error, const QString &providerName)
{
    if (error.kind != ErrorKind::Rejected && error.kind != ErrorKind::InvalidInput)
        return error;
    error.kind = ErrorKind::UnknownOutcome;
    error.sentence = RefusedAgainText::tr("%1 refused it when it was sent again. That does not tell whether it was "
                                          "taken the first time.",
                                          "provider")
                         .arg(providerName);
    return error;
}

} // namespace tilldeck::desk
