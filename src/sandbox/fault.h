// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/refusal.h"
#include "sandbox/tls.h"

#include <QJsonObject>
#include <QMetaType>

#include <optional>

namespace tilldeck::sandbox {

class JsonReader;

/// How a refund goes on after it was made.
enum class RefundEnd {
    Failed,
    GivenBack,
    TriedAgain, ///< after it failed: see ProviderEngine::tryRefundAgain()
};

/// How calls of an operation go wrong. README, "Faults of the sandbox", names the members of its JSON.
struct Fault
{
    enum class Kind {
        Delay,
        Drip,
        Drop,
        Reset,
        ContentType,
        Html,
        Empty,
        InvalidUtf8,
        DuplicateKeys,
        WrongTypes,
        HugeNumbers,
        Deep,
        Endless,
        GzipBomb,
        Redirect,
        Status,
        Date,
        Refund,
        Certificate, ///< is of a connection, which is there before it is known which call it is for
    };
    /// When it happens. BeforeCommit: the request is whole, and nothing was changed. Without a delay, nothing is then.
    enum class At { BeforeCommit, AfterCommit, HalfAnswered };

    /// Reads a fault. 422 with the fields at fault.
    static Answer<Fault> from(const QJsonObject &object);

    int id = 0;
    QString provider;  ///< "paymentkit", "khaime", "ikawaari"; empty: any
    QString operation; ///< operation id of the contract; "*": any
    Kind kind = Kind::Delay;
    At at = At::AfterCommit;
    int milliseconds = 0;     ///< of Delay, between two pieces of Drip, until Refund
    int status = 0;           ///< of Status and Redirect
    QString text;             ///< Retry-After of Status, Location of Redirect, the type of ContentType; as written
    qint64 seconds = 0;       ///< of Date: added to the sandbox's time
    Tls tls = Tls::Off;       ///< of Certificate: which one is shown
    int size = 0;             ///< Deep: levels; GzipBomb: MiB; Drip: bytes of a piece
    bool isChunked = false;   ///< the body is sent in chunks instead of with its length
    bool isAbandoned = false; ///< Delay before the commit: nothing is done for a client that hangs up meanwhile
    bool isFirst = false;     ///< DuplicateKeys: the forged members stand before the right ones
    bool isGivenBack = false; ///< Refund: it ends as succeeded instead of as failed
    bool isRewritten = false; ///< what is made is kept as the provider writes it; PaymentKit's sessions and codes
    bool isSecondTry = false; ///< Refund: it fails, and is made once more right after that
    int count = 1;            ///< how many calls, or connections; 0: all
    int skip = 0;             ///< how many calls are left alone before
    double probability = 1;   ///< of each call
    quint64 seed = 0;         ///< decides which calls, below a probability of 1
};

/// Something that a fault did.
struct FaultStep
{
    int fault = 0; ///< its id
    QString kind;  ///< "drop"
    QString at;    ///< "before_commit", "after_commit", "half_answered"
    QString provider;
    QString operation;
};

/// Reads whether a refund is made once more after it failed, which one that is given back is not.
bool readSecondTry(JsonReader &reader, bool isGivenBack);

/// Returns the name of @p kind or @p at in JSON.
QString nameOf(Fault::Kind kind);
QString nameOf(Fault::At at);

} // namespace tilldeck::sandbox

Q_DECLARE_METATYPE(tilldeck::sandbox::FaultStep)
