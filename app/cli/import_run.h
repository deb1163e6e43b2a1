// SPDX-License-Identifier: GPL-3.0-or-later
// Runs an import on the command line: progress, interruption, result.
#pragma once

#include "import_commands.h"

#include "desk/session_import.h"

#include <QElapsedTimer>

namespace tilldeck::cli {

/// Says where a run stands: on one line of a terminal, and now and then in a file.
class ProgressReport
{
public:
    /// Says a line where it is time for one; @p line makes it.
    void say(const std::function<QString()> &line);
    /// Takes the line away.
    void end();

private:
    bool m_isOnLine = false;
    QElapsedTimer m_last;
};

/// Writes the result of an import where the arguments say so. Returns false, and says why, where it cannot be written.
bool writeResult(Context &context, const ImportArguments &arguments, const accounts::Account &account,
                 const std::vector<desk::SessionImport::Row> &rows);

/// Runs an import that @p begin starts until it ends or is interrupted, and prints what became of the rows.
Exit runImport(Context &context, const ImportArguments &arguments, const accounts::Account &account,
               const std::function<void(desk::SessionImport &)> &begin);

} // namespace tilldeck::cli
