// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tilldeck::files {

/// Opens something in the place of standard input, output and error that this program was started without, so that no
/// file of its own is there and what is printed is written into none. Reading and writing fail there as they would have
/// done. To be called before anything else is opened.
void fillStandardStreams();

} // namespace tilldeck::files
