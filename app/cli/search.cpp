// SPDX-License-Identifier: GPL-3.0-or-later
#include "search.h"

#include <QCoreApplication>

namespace tilldeck::cli {

using checkout::Error;
using checkout::ErrorKind;

namespace {

struct SearchText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::cli::Search)
};

} // namespace

checkout::Result<desk::Search> searchFrom(Context &context, const std::string &text, const QStringList &statuses,
                                          std::string &status, const QTimeZone &zone)
{
    const QString typed = QString::fromStdString(text);
    desk::SearchNames names;
    for (const QString &word : statuses)
        names.statuses.push_back({word, QStringList(word)});
    for (const accounts::Account &account : context.desk().accounts().accounts())
        names.accounts.push_back({account.id, QStringList(account.name)});
    names.zone = zone;
    desk::Search search = desk::readSearch(typed, names);
    if (!search.problems.empty()) {
        const desk::SearchProblem &problem = search.problems.front();
        return std::unexpected(
            Error(ErrorKind::InvalidInput, SearchText::tr("“%1”: %2", "a field of a search, what is wrong with it")
                                               .arg(typed.sliced(problem.at, problem.length), problem.sentence)));
    }
    if (search.status.isEmpty())
        return search;
    const std::string wanted = search.status.toStdString();
    if (status != "all" && status != wanted)
        return std::unexpected(
            Error(ErrorKind::InvalidInput,
                  SearchText::tr("Name one status, with --status or with “status:”: --status says %1, the search %2.")
                      .arg(QString::fromStdString(status), search.status)));
    status = wanted;
    return search;
}

} // namespace tilldeck::cli
