// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_run.h"

#include "error_shapes.h"
#include "import_shapes.h"
#include "import_text.h"
#include "interruption.h"
#include "shape_parts.h"

#include "desk/import_progress.h"
#include "desk/import_result.h"
#include "files/write_export.h"

#include <QEventLoop>
#include <QTextStream>
#include <QTimeZone>

#include <algorithm>

#include <unistd.h>

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

using checkout::Error;
using checkout::ErrorKind;
using desk::SessionImport;

namespace {

/// Prints what became of the rows.
Exit report(Context &context, const ImportArguments &arguments, const accounts::Account &account,
            const SessionImport &import, const std::optional<Error> &failure)
{
    const std::vector<SessionImport::Row> &rows = import.rows();
    const QString &batchId = import.batchId();
    using End = SessionImport::End;
    const auto count = [&rows](End end) { return std::ranges::count(rows, end, &SessionImport::Row::end); };
    const auto notSent = std::ranges::count_if(
        rows, [](const SessionImport::Row &row) { return row.end == End::NotSent && !row.isCancelled; });
    const auto made = count(End::Created) + count(End::NotKept);
    const bool isReported = context.desk().capabilities(account.id).reportsTokensAgain();
    const bool isOnlyCopy = account.keepsTokensOut && !isReported;
    if (isOnlyCopy && made > 0)
        Context::note(ImportText::tr("Copy this now: %1 keeps tokens out of the files of this computer, and the "
                                     "provider does not report these again.")
                          .arg(account.name));
    QJsonArray json;
    QStringList lines;
    for (const SessionImport::Row &row : rows) {
        const bool reveal = context.options().reveal || row.end == End::NotKept || isOnlyCopy;
        json.append(rowJson(row, account, reveal));
        lines << rowLine(row, account, reveal);
    }
    const QString options = context.accountOptions(account.name);
    if (failure)
        Context::note(failure->sentence);
    if (import.asks())
        Context::note(ImportText::tr("To send them all the same: tilldeck-cli import --resume %1 %2 --another")
                          .arg(batchId, options));
    else if (notSent > 0)
        Context::note(ImportText::tr("%Ln row(s) were not sent. Go on with them: tilldeck-cli import --resume %1 %2",
                                     nullptr, static_cast<int>(notSent))
                          .arg(batchId, options));
    for (const SessionImport::Row &row : rows) {
        if (row.end == End::Unknown)
            Context::note(ImportText::tr("Line %L1: it is not known whether the session was created. Look it up: "
                                         "tilldeck-cli session resolve %2 %3")
                              .arg(row.line)
                              .arg(row.intentId, options));
    }
    const auto notKept = static_cast<int>(count(End::NotKept));
    if (notKept > 0)
        Context::note(
            ImportText::tr("%Ln session(s) were created, and this computer could not keep them. Copy them now, "
                           "as they stand here. Do not create them again: they exist, and are taken into the "
                           "list when Tilldeck starts next and can write.",
                           nullptr, notKept));
    if (!arguments.result.empty() && account.keepsTokensOut)
        Context::note(
            ImportText::tr("The result has no URLs and tokens: %1 keeps them out of files.").arg(account.name));
    context.print(QJsonObject{{u"import"_s, orNull(batchId)}, {u"rows"_s, json}}, joinedLines(lines), Answer::Made);
    if (count(End::Unknown) > 0 || notKept > 0)
        return Exit::OutcomeUnknown;
    if (import.asks())
        return Exit::Repeated;
    if (count(End::Earlier) > 0 || (made > 0 && (failure || notSent > 0 || count(End::Refused) > 0)))
        return Exit::Partly;
    if (failure)
        return exitFor(*failure);
    return notSent > 0 || count(End::Refused) > 0 ? Exit::Rejected : Exit::Done;
}

/// Says that nothing was sent because the same was asked for before.
Exit printEarlierRows(Context &context, const accounts::Account &account, const ledger::EarlierRows &earlier,
                      const Error &failure)
{
    const QString options = context.accountOptions(account.name);
    QStringList lines{ImportText::tr("Nothing was sent.")};
    if (!earlier.batch.id.isEmpty() && earlier.batch.notSent > 0 && !earlier.batch.isRunning)
        lines << ImportText::tr("Go on with it: tilldeck-cli import --resume %1 %2").arg(earlier.batch.id, options);
    if (!earlier.batch.id.isEmpty())
        lines << ImportText::tr("See what became of it: tilldeck-cli import show %1 %2").arg(earlier.batch.id, options);
    lines << ImportText::tr("To create others all the same, add --another.");
    QJsonObject error = errorJson(failure).value(u"error"_s).toObject();
    error.insert(u"kind"_s, u"repeated"_s);
    QJsonObject json{{u"error"_s, error}, {u"same_rows"_s, earlier.rows}, {u"intent"_s, earlier.first.id}};
    json.insert(u"earlier"_s, earlier.batch.id.isEmpty() ? QJsonValue() : batchJson(earlier.batch));
    Context::note(failure.sentence);
    context.print(json, lines.join(u'\n'));
    return Exit::Repeated;
}

// The result holds tokens.
constexpr QFileDevice::Permissions ofItsOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// Says why the result is not at @p path. Returns whether it is.
template <class T> bool isWrittenTo(Context &context, const QString &path, const std::expected<T, QString> &written)
{
    if (!written)
        context.fail(Error(ErrorKind::Storage,
                           ImportText::tr("The result %1 could not be written: %2").arg(path, written.error())));
    return written.has_value();
}

bool hasPlaceForResult(Context &context, const ImportArguments &arguments)
{
    const QString path = QString::fromStdString(arguments.result);
    // What is opened and not committed leaves nothing.
    return path.isEmpty() || isWrittenTo(context, path, files::openExport(path, ofItsOwner));
}

} // namespace

void ProgressReport::say(const std::function<QString()> &line)
{
    constexpr int often = 200; // milliseconds
    constexpr int seldom = 10'000;
    const bool isTerminal = isatty(STDERR_FILENO) != 0;
    if (m_last.isValid() && m_last.elapsed() < (isTerminal ? often : seldom))
        return;
    m_last.start();
    if (!isTerminal)
        return Context::note(line());
    QTextStream(stderr) << u"\r\x1b[K"_s << line() << Qt::flush;
    m_isOnLine = true;
}

void ProgressReport::end()
{
    if (m_isOnLine)
        QTextStream(stderr) << u"\r\x1b[K"_s << Qt::flush;
    m_isOnLine = false;
}

bool writeResult(Context &context, const ImportArguments &arguments, const accounts::Account &account,
                 const std::vector<SessionImport::Row> &rows)
{
    if (arguments.result.empty())
        return true;
    const desk::Csv csv(arguments.reader == "excel" ? desk::CsvReader::Excel : desk::CsvReader::Programs,
                        QTimeZone::systemTimeZone());
    const QString path = QString::fromStdString(arguments.result);
    return isWrittenTo(context, path, files::writeExport(path, desk::importResult(rows, account, csv), ofItsOwner));
}

Exit runImport(Context &context, const ImportArguments &arguments, const accounts::Account &account,
               const std::function<void(SessionImport &)> &begin)
{
    SessionImport import(context.desk());
    QEventLoop loop;
    std::optional<Error> failure;
    bool done = false;
    ProgressReport progress;
    QObject::connect(&import, &SessionImport::finished, &loop, [&](const std::optional<Error> &error) {
        failure = error;
        done = true;
        loop.quit();
    });
    QObject::connect(&import, &SessionImport::planned, &loop, [&] {
        StopSignal::setLines(interruptedImport(context, account, import.batchId()));
        // Before anything is sent: there is a place for the result. It is not written yet: what a program that is ended
        // leaves there would say of rows that were sent that they were not.
        if (!hasPlaceForResult(context, arguments))
            import.stop();
    });
    QObject::connect(&import, &SessionImport::progressed, &loop,
                     [&] { progress.say([&] { return desk::importProgress(import.progress()); }); });
    const StopSignal signal([&] {
        progress.end();
        Context::note(ImportText::tr("Stopping: what is under way still ends. Once more ends it at once."));
        import.stop();
    });
    StopSignal::setLines(interruptedImport(context, account, QString()));
    begin(import);
    if (!done)
        loop.exec();
    progress.end();
    if (import.earlier() && failure)
        return printEarlierRows(context, account, *import.earlier(), *failure);
    if (import.rows().empty() && failure)
        return context.fail(*failure);
    const bool isWritten = writeResult(context, arguments, account, import.rows());
    const Exit end = report(context, arguments, account, import, failure);
    return !isWritten && end == Exit::Done ? Exit::OutcomeUnknown : end;
}

} // namespace tilldeck::cli
