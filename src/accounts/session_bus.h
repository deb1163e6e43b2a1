// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tilldeck::accounts {

/// Lets this program go on when the D-Bus of the session ends. libsecret, which QtKeychain uses, shares a connection of
/// GLib that otherwise ends the program with SIGTERM then, also while a request is on its way. Blocks until that
/// connection is there, so it is called on a thread of its own, before the keychain is asked; any number of times.
void outliveSessionBus();

} // namespace tilldeck::accounts
