// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the commands on checkout sessions. Each function opens what it needs, prints its result and returns the exit
// code.
#pragma once

#include "checkout/session_draft.h"
#include "context.h"
#include "resolve_arguments.h"

#include <string>

namespace tilldeck::cli {

struct CreateArguments
{
    std::string from; ///< Path of a draft document, or "-" for standard input.
    bool dryRun = false;
    bool another = false; ///< Meant although the same was created or sent before.
};

struct ListArguments
{
    std::string status = "all";
    std::string search;
    int limit = 100;
    bool refresh = false; ///< Ask the provider first.
};

Exit sessionCreate(Context &context, const CreateArguments &arguments);
Exit sessionShow(Context &context, const std::string &id);

/// Finds out what became of a creation whose outcome is unknown. Sends nothing that creates, unless it is asked to send
/// the creation again under its own key.
Exit sessionResolveOutcome(Context &context, const ResolveArguments &arguments);

Exit sessionList(Context &context, const ListArguments &arguments);
Exit preview(Context &context, const std::string &from);
/// Adds a session that was made elsewhere to the ledger, by its id, token or checkout URL, or by the one that standard
/// input holds for "-": arguments are seen by every program of this computer.
Exit sessionTrack(Context &context, const std::string &pasted);

/// Reads a draft document from the file @p from, or from standard input for "-".
checkout::Result<checkout::SessionDraft> readDraft(const std::string &from);
/// Says what there is to know about the URLs of a draft.
void noteRemarks(const checkout::SessionDraft &draft, const checkout::Capabilities &can);

} // namespace tilldeck::cli
