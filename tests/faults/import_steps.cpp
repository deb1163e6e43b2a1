// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/import_steps.h"

#include "desk/session_import.h"

#include <QEventLoop>

namespace tilldeck::faults {

using desk::SessionImport;
using Kind = Step::Kind;

namespace {

checkout::SessionDraft rowDraft(const Action &action, int row)
{
    Action one = action;
    one.tag = rowTag(action, row);
    return draftOf(one);
}

} // namespace

QString rowTag(const Action &action, int row)
{
    return action.tag + u"-row-%1-of-it"_s.arg(row);
}

void importRows(const QPointer<desk::Desk> &desk, Action &action, const std::function<void()> &begin)
{
    SessionImport::Order order;
    order.accountId = action.accountId;
    order.source = u"rows.csv"_s;
    for (int row = 0; row < action.codes; ++row) {
        ledger::ImportRow one;
        one.line = row + firstLineOfRows;
        one.draft = rowDraft(action, row);
        order.rows.push_back(std::move(one));
    }
    SessionImport import(*desk);
    QEventLoop loop;
    QObject::connect(&import, &SessionImport::finished, &loop, &QEventLoop::quit);
    begin();
    import.start(std::move(order), action.isMeant ? desk::Repeat::Another : desk::Repeat::Ask);
    if (import.isRunning())
        loop.exec();
    for (const SessionImport::Row &row : import.rows()) {
        const QString tag = rowTag(action, row.line - firstLineOfRows);
        if (row.end == SessionImport::End::Created)
            action.made << tag;
        else if (row.end == SessionImport::End::Refused)
            action.notMade << tag;
    }
}

} // namespace tilldeck::faults
