// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"
#include "ledger/draft_document.h"

using namespace tilldeck;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray document(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto draft = ledger::decodeDraft(document)) {
        // What was read is written so that it reads the same.
        const QByteArray written = ledger::encodeDraft(*draft);
        const auto again = ledger::decodeDraft(written);
        fuzz::check(again && ledger::encodeDraft(*again) == written);
    }
    return 0;
}
