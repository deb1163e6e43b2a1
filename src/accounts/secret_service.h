// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the Secret Service of the session's D-Bus, which most keychains of Linux are, what QtKeychain does not say.
#pragma once

#include <QFuture>

namespace tilldeck::accounts {

/// What the keychain of this computer can do.
enum class KeychainState {
    Ready,
    Missing, ///< None runs, and none can be started.
    Locked,
    Denied, ///< It refuses access.
    Silent, ///< It does not answer.
};

/// Returns the state of the keychain after at most two seconds. Nothing is unlocked, and no window opens.
QFuture<KeychainState> askSecretService();

/// Returns Ready as soon as a keychain that is no Secret Service can be asked, whatever it will say, and Silent where
/// the bus does not answer for two seconds.
QFuture<KeychainState> askSessionBus();

/// Asks the keychain to unlock itself, for which it opens a window of its own. Returns whether it is unlocked, after at
/// most a minute.
QFuture<bool> unlockSecretService();

} // namespace tilldeck::accounts
