// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/send_write.h"

#include <QCoreApplication>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;

namespace {

struct SendWriteText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::RefusedAgain)
};

} // namespace

WriteFailure::WriteFailure(const QPointer<Desk> &desk, const QString &accountId, Error why, Sending sending)
    : error(std::move(why))
    , mayBeMade(sending == Sending::Again || checkout::mayHaveTakenEffect(error))
{
    const bool isRefusal = error.kind == ErrorKind::Rejected || error.kind == ErrorKind::InvalidInput;
    if (!desk || sending == Sending::First || !isRefusal)
        return;
    refusal = error;
    error.kind = ErrorKind::UnknownOutcome;
    error.sentence = SendWriteText::tr("%1 refused it when it was sent again. That does not tell whether it was "
                                       "taken the first time.",
                                       "provider")
                         .arg(desk->capabilities(accountId).providerName);
}

bool stopsTheRest(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Offline:
    case ErrorKind::Unauthorised:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::RateLimited:
    case ErrorKind::Unsupported:
        return true;
    default:
        return false;
    }
}

} // namespace tilldeck::desk
