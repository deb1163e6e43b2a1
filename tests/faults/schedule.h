// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace tilldeck::faults {

/// One thing that the merchant does, and what goes wrong meanwhile.
struct Step
{
    enum class Kind { Create, Refund, Expire, List, Resolve, Codes, CodeOff, Coupon, CouponOff, Import };
    enum class Actor {
        Desk, ///< the use cases that the window's buttons start, in the campaign's own process
        CommandLine,
        Window ///< the dashboard's window, in a process of its own
    };
    enum class End {
        Waits,             ///< until it ends by itself
        DiesAtFault,       ///< the program is killed, or the desk is closed, when the fault happens
        DiesInTime,        ///< the program is killed at a part of the time that it usually takes
        DiesBeforeJournal, ///< the program is killed while it waits to write the intent
        DiesAtJournal,     ///< the program is killed when the intent is in the journal
        DiesAtAnswer       ///< the program is killed when it has the answer, and the journal does not have it yet
    };

    Kind kind = Kind::Create;
    Actor actor = Actor::Desk;
    End end = End::Waits;
    QByteArray fault;                 ///< for the sandbox; empty: none
    QByteArray syncFault;             ///< for what is listed meanwhile; empty: none
    double part = 0;                  ///< of the usual time, for DiesInTime
    bool isRefreshedBeside = false;   ///< the desk refreshes the account meanwhile
    bool isDeskOpenBeside = false;    ///< a desk on the same folder is open while the command line works
    bool isWindowOpenBeside = false;  ///< the dashboard's window on the same folder is
    bool isWrittenBeside = false;     ///< that desk or window does the same at that moment
    bool isKilledAgain = false;       ///< after a kill, the next start is killed while it recovers
    bool isRecoveredByWindow = false; ///< the next start is that of the window
    bool isRepeated = false;          ///< the same as the step of its kind before: equal contents, equal amount
    bool isMeant = false;             ///< repeated, and the merchant says that another one is meant
    QString flow;                     ///< of a creation; empty: the usual one of the provider
    int codes = 0;                    ///< how many codes are made, or rows a file has
    bool isSentAgain = false;         ///< what is unknown is sent again under its key, where that is honoured
    bool isOfAllLeft = false;         ///< of a refund: all that is left of the payment
    bool isTriedAgain = false;        ///< of a refund: the provider fails it afterwards, and makes it once more later
    bool isSeenFailed = false;        ///< it is asked about between the two
    bool isLying = false;             ///< the fault forges figures that nobody can tell from right ones

    /// Returns whether each connection is shown a wrong certificate, so that nothing is sent.
    bool isShownWrongCertificate() const { return fault.contains(R"("fault":"certificate")"); }
};

// A seed keeps its meaning: schedules of a newer kind have seeds of their own.
/// From this seed on, a refund may also fail after it was accepted, the provider's clock may differ from ours, and the
/// merchant may do the same twice.
inline constexpr quint64 firstOfTheWider = 1'000'000;
/// From this seed on, there are also promotion codes and coupons, the window in a process of its own, and faults of
/// what is listed in the background.
inline constexpr quint64 firstOfThePresent = 2'000'000;
/// From this seed on, kills are also aimed at what the journal says, the next start is killed, too, and two programs
/// write the same at once.
inline constexpr quint64 firstOfTheAimed = 3'000'000;
/// From this seed on, some providers are encrypted and may show a wrong certificate, and the window's program is killed
/// while it recovers, too. The campaign begins here.
inline constexpr quint64 firstOfTheEncrypted = 4'000'000;

/// From this seed on, there is what chance seldom brings: a refund and a creation with each fault in turn, a refund
/// that fails later at each provider or is tried once more then, all that is left given back once more after a lost
/// answer, an outcome that was lost and is looked up by two programs at once or sent again, kills between the answer
/// and the local commit of each kind, kills of the window at each place, and Khaime's other flows.
inline constexpr quint64 firstOfTheCounted = 5'000'000;

/// From this seed on, files of rows are imported: killed, repeated, answered with faults, and gone on with.
inline constexpr quint64 firstOfTheImports = 6'000'000;

QString nameOf(Step::Kind kind);
/// Returns the sandbox's name of the call that does it.
QByteArray operationFor(const QString &provider, Step::Kind kind, const QString &flow = {});

/// A fault, as the counts name it, and as the sandbox is told of it.
struct NamedFault
{
    QString name;
    QByteArray json;
};

/// Returns each fault that an answer to a refund can have.
const QList<NamedFault> &faultsOfRefunds();
/// Returns the same of a creation.
const QList<NamedFault> &faultsOfCreations();

/// What happens in one run, all of it decided by the seed.
struct Schedule
{
    quint64 seed = 0;
    QString provider;
    QList<Step> steps;
    int clockOffset = 0;      ///< seconds that the provider's clock is ahead of ours
    bool isEncrypted = false; ///< the provider's address is https

    static Schedule from(quint64 seed);
    /// Returns one of those from firstOfTheCounted on.
    static Schedule counted(quint64 seed);
    /// Returns one of those from firstOfTheImports on.
    static Schedule imported(quint64 seed);
    /// Returns whether a refund fails after it was accepted.
    bool failsLater() const;
    /// Returns the refund that the provider tries once more; null when there is none.
    const Step *triedAgain() const;
    /// Returns one line for each step, for reading.
    QString text() const;
};

} // namespace tilldeck::faults
