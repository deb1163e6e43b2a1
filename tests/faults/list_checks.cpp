// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/list_checks.h"

#include "faults/program.h"

#include <algorithm>

namespace tilldeck::faults {

namespace {

bool isEntry(const JournalRow &row)
{
    return row.kind != "create"_L1 && row.kind != "refund"_L1;
}

} // namespace

QStringList missingAtCommandLine(const World &world, const QString &provider, const QString &commandLine)
{
    struct List
    {
        QStringList command;
        bool (*isOfList)(const JournalRow &row);
    };
    static const QList<List> lists{
        {{u"session"_s, u"list"_s, u"--refresh"_s, u"--status"_s, u"unknown"_s},
         [](const JournalRow &row) { return row.kind == "create"_L1 && isUnknown(row); }},
        {{u"transaction"_s, u"unfinished"_s},
         [](const JournalRow &row) {
             const bool isTaken = row.state == "accepted"_L1;
             return row.kind == "refund"_L1 && (isUnknown(row) || isTaken || isFailedRefund(row));
         }},
        {{u"promotion"_s, u"unfinished"_s}, [](const JournalRow &row) { return isEntry(row) && isUnknown(row); }}};
    // A creation whose session is in the list is listed as that.
    const auto listedIds = [&world](const List &list) {
        return idsOf(journalRowsOf(world.dataFolder()), list.isOfList) - intentsWithSession(world.dataFolder());
    };
    // It asks the provider before it lists sessions, and trusts no authority of the sandbox.
    const QList<int> ends = world.isEncrypted() ? QList{0, 4} : QList{0};
    QStringList wrong;
    for (const List &list : lists) {
        const QSet<QString> before = listedIds(list);
        if (before.isEmpty())
            continue;
        Program program(world);
        program.start(commandLine, list.command + QStringList{u"--account"_s, provider, u"--json"_s},
                      commandLineEnvironment(world, provider));
        program.closeInput();
        const Program::Ended ended = program.wait();
        if (!ends.contains(ended.code) || !ended.problem.isEmpty())
            wrong << u"%1 ends with %2 %3"_s.arg(list.command.join(u' ')).arg(ended.code).arg(ended.problem);
        // It may have settled what it asked about.
        for (const QString &id : before &listedIds(list)) {
            if (!ended.out.contains(id.toUtf8()))
                wrong << u"%1 is not settled, and %2 does not list it"_s.arg(id, list.command.join(u' '));
        }
    }
    return wrong;
}

} // namespace tilldeck::faults
