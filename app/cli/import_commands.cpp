// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_commands.h"

#include "error_shapes.h"
#include "import_run.h"
#include "import_shapes.h"
#include "import_text.h"
#include "listing.h"
#include "session_commands.h"
#include "shape_parts.h"
#include "unfinished_commands.h"

#include "desk/import_result.h"
#include "desk/import_templates.h"
#include "desk/needs_attention.h"
#include "desk/quote_rows.h"
#include "desk/refuse_keys.h"

#include <QCoroTask>
#include <QFileInfo>

#include <unistd.h>

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

using checkout::Error;
using checkout::ErrorKind;
using desk::ImportReview;
using desk::SessionImport;

namespace {

Error invalid(const QString &sentence)
{
    return {ErrorKind::InvalidInput, sentence};
}

/// Returns the texts of a command that it may say again.
QStringList textsOf(const ImportArguments &arguments)
{
    QStringList texts;
    for (const std::string &text : {arguments.file, arguments.result, arguments.useTemplate, arguments.saveTemplate,
                                    arguments.currency, arguments.base})
        texts << QString::fromStdString(text);
    for (const std::string &mapping : arguments.map)
        texts << QString::fromStdString(mapping);
    return texts;
}

char separatorFrom(const std::string &name)
{
    if (name == "tab")
        return '\t';
    return name == "semicolon" || name == ";" ? ';' : ',';
}

/// Puts what stands in "--map" into @p choices.
std::optional<Error> takeMapping(sheets::SheetChoices &choices, const std::vector<std::string> &mappings)
{
    for (const std::string &each : mappings) {
        const QString mapping = QString::fromStdString(each);
        const qsizetype sign = mapping.lastIndexOf(u'=');
        const QString title = mapping.left(sign).trimmed();
        const QString target = mapping.mid(sign + 1).trimmed();
        if (sign < 1 || title.isEmpty())
            return invalid(ImportText::tr("“%1” says no column. Write --map \"TITLE=FIELD\".").arg(mapping));
        if (!target.isEmpty() && !sheets::targetNamed(target))
            return invalid(ImportText::tr("There is no field “%1”. The fields are: %2.")
                               .arg(target, sheets::targetNames().join(u", "_s)));
        choices.targets.insert(title, target);
    }
    return std::nullopt;
}

/// Returns what the arguments say about the file, on top of the template that they name.
checkout::Result<sheets::SheetChoices> choicesFrom(Context &context, const ImportArguments &arguments)
{
    desk::ImportTemplates templates(context.desk().dataDirectory());
    sheets::SheetChoices choices;
    if (!arguments.useTemplate.empty()) {
        auto kept = templates.named(QString::fromStdString(arguments.useTemplate));
        if (!kept)
            return std::unexpected(kept.error());
        choices = std::move(*kept);
    }
    if (const auto wrong = takeMapping(choices, arguments.map))
        return std::unexpected(*wrong);
    if (!arguments.encoding.empty())
        choices.form.encoding = sheets::encodingNamed(QString::fromStdString(arguments.encoding));
    if (!arguments.separator.empty())
        choices.form.separator = separatorFrom(arguments.separator);
    if (!arguments.decimal.empty())
        choices.decimals = arguments.decimal == "comma" ? sheets::Decimals::Comma : sheets::Decimals::Point;
    if (arguments.titlesInLine > 0)
        choices.titlesInLine = arguments.titlesInLine;
    if (!arguments.currency.empty()) {
        choices.currency = money::Currency::fromCode(QString::fromStdString(arguments.currency));
        if (!choices.currency)
            return std::unexpected(invalid(ImportText::tr("“%1” is no currency. Write its code of three letters, as "
                                                          "EUR.")
                                               .arg(QString::fromStdString(arguments.currency))));
    }
    if (!arguments.base.empty()) {
        const auto base = readDraft(arguments.base);
        if (!base)
            return std::unexpected(base.error());
        choices.base = *base;
    }
    return choices;
}

/// Keeps how a file was read, where the arguments ask for it.
checkout::Result<void> saveTemplate(Context &context, const ImportArguments &arguments,
                                    const sheets::SheetChoices &choices)
{
    if (arguments.saveTemplate.empty())
        return {};
    const QString name = QString::fromStdString(arguments.saveTemplate);
    if (const auto saved = desk::saveImportTemplate(context.desk(), name, choices); !saved)
        return std::unexpected(saved.error());
    Context::note(ImportText::tr("Saved as template “%1”.").arg(name));
    return {};
}

/// Asks the provider for the price of each row.
checkout::Result<void> askForQuotes(Context &context, const QString &accountId, ImportReview &review)
{
    ProgressReport report;
    const auto run = std::make_shared<desk::QuoteRun>();
    run->review = std::move(review);
    run->progressed = [&report](int quoted, int all) {
        report.say([&] { return ImportText::tr("%L1 of %L2 quoted").arg(quoted).arg(all); });
    };
    auto quoted = QCoro::waitFor(desk::quoteRows(context.deskPointer(), accountId, run));
    report.end();
    review = std::move(run->review);
    return quoted;
}

Exit printReview(Context &context, const accounts::Account &account, ImportReview &review, bool isDryRun)
{
    for (const QString &line : readingLines(review))
        Context::note(line);
    if (isDryRun && review.isWhole() && review.needsQuotes) {
        Context::note(ImportText::tr("The provider quotes each row: %Ln request(s), which create nothing.", nullptr,
                                     static_cast<int>(review.rows.size())));
        const auto quoted = askForQuotes(context, account.id, review);
        if (!quoted)
            return context.fail(quoted.error());
    }
    if (review.isWhole() && !isDryRun)
        return Exit::Done;
    if (review.problemCount == 0) {
        context.print(reviewJson(review), joinedLines(reviewLines(review)));
        return Exit::Done;
    }
    const Error wrong(ErrorKind::InvalidInput,
                      ImportText::tr("Nothing was sent. %Ln cell(s) or row(s) have to be mended first.", nullptr,
                                     review.problemCount));
    Context::note(wrong.sentence);
    QJsonObject json = reviewJson(review);
    json.insert(u"error"_s, errorJson(wrong).value(u"error"_s));
    context.print(json, joinedLines(cellProblemLines(review)));
    return Exit::Rejected;
}

/// Asks whether the rows are to be created. Returns nothing when they are.
std::optional<Exit> askFirst(Context &context, const accounts::Account &account, const ImportReview &review)
{
    const QString count = ImportText::tr("%Ln session(s) will be created with “%1”.", "name of an account",
                                         static_cast<int>(review.rows.size()))
                              .arg(account.name);
    QStringList lines{count};
    for (const money::Money &total : review.totals())
        lines << ImportText::tr("Together %1.", "amount").arg(written(total));
    for (const money::Money &sum : review.received())
        lines << ImportText::tr("You receive %1, and the customer pays what the provider adds to it, too.", "amount")
                     .arg(written(sum));
    if (review.needsQuotes)
        lines << ImportText::tr("The provider quotes each row right before it is created, and the customer pays that.");
    if (review.sameRows > 0)
        lines << ImportText::tr("%Ln row(s) ask for the same as another row.", nullptr, review.sameRows);
    if (account.mode == accounts::Mode::Live)
        lines << ImportText::tr("This is a live account: customers can pay real money.");
    const QString question = lines.join(u' ');
    if (isatty(STDIN_FILENO) == 0) {
        context.fail(invalid(ImportText::tr("%1 To create them, add --yes.", "sentences").arg(question)));
        return Exit::Usage;
    }
    if (Context::isAnswered(ImportText::tr("%1\nCreate them? Type \"yes\": ", "sentences").arg(question), u"yes"))
        return std::nullopt;
    return context.fail(Error(ErrorKind::Cancelled, ImportText::tr("Nothing was sent.")));
}

/// Returns the import that is meant: that of @p typed, else the only one of the account that is not over.
checkout::Result<QString> importMeant(Context &context, const accounts::Account &account, const std::string &typed)
{
    QString id = QString::fromStdString(typed);
    if (const auto refused = desk::refusedKey(context.desk(), id, desk::AskedFor::Write))
        return std::unexpected(*refused);
    if (!id.isEmpty())
        return id;
    const auto imports = context.desk().journal().imports(account.id).result();
    if (!imports)
        return std::unexpected(imports.error());
    QStringList open;
    for (const ledger::ImportBatch &batch : *imports) {
        if (batch.notSent > 0)
            open << batch.id;
    }
    if (open.size() == 1)
        return open.front();
    return std::unexpected(
        Error(ErrorKind::NotFound,
              open.isEmpty() ? ImportText::tr("No import of this account has rows that were not sent.")
                             : ImportText::tr("Several imports have rows that were not sent. Say which: %1.", "IDs")
                                   .arg(open.join(u", "_s))));
}

} // namespace

Exit importFile(Context &context, const ImportArguments &arguments)
{
    return withAccount(context, [&](const accounts::Account &account) {
        const QString path = QString::fromStdString(arguments.file);
        // The name of the file is kept, and each of them may be shown.
        if (const auto refused = desk::refusedKeyIn(context.desk(), textsOf(arguments)))
            return context.fail(*refused);
        if (desk::isResultOver(QString::fromStdString(arguments.result), QFileInfo(path).absoluteFilePath()))
            return context.fail(invalid(ImportText::tr("The result would take the place of the file that is read. Name "
                                                       "another file with --result.")));
        auto choices = choicesFrom(context, arguments);
        if (!choices)
            return context.fail(choices.error());
        const auto catalog = catalogOf(context, account.id);
        if (!catalog && !desk::canReviewWithoutCatalog(catalog.error()))
            return context.fail(catalog.error());
        const checkout::Catalog known = catalog.value_or(checkout::Catalog());
        ProgressReport reading;
        auto review = desk::reviewFile(context.desk(), account.id, path, *choices, known, [&reading](double part) {
            constexpr int percent = 100;
            reading.say([&] { return ImportText::tr("%L1 % read").arg(int(part * percent)); });
        });
        reading.end();
        if (!review)
            return context.fail(review.error());
        // A reading that does not fit its file is none to keep.
        const auto saved = review->isWhole() ? saveTemplate(context, arguments, *choices) : checkout::Result<void>();
        if (!saved)
            return context.fail(saved.error());
        const Exit reviewed = printReview(context, account, *review, arguments.dryRun);
        if (arguments.dryRun || reviewed != Exit::Done)
            return reviewed;
        if (!arguments.yes) {
            if (const auto end = askFirst(context, account, *review))
                return *end;
        }
        SessionImport::Order order;
        order.accountId = account.id;
        order.source = QFileInfo(path).fileName();
        order.rows = review->importRows();
        order.catalog = known;
        const auto repeat = arguments.another ? desk::Repeat::Another : desk::Repeat::Ask;
        return runImport(context, arguments, account,
                         [&](SessionImport &import) { import.start(std::move(order), repeat); });
    });
}

Exit importResume(Context &context, const ImportArguments &arguments)
{
    return withAccount(context, [&](const accounts::Account &account) {
        const auto id = importMeant(context, account, arguments.file);
        if (!id)
            return context.fail(id.error());
        // What the rows are was planned: the catalog gives them names only.
        const auto catalog = catalogOf(context, account.id);
        const auto repeat = arguments.another ? desk::Repeat::Another : desk::Repeat::Ask;
        return runImport(context, arguments, account, [&](SessionImport &import) {
            import.resume(account.id, *id, catalog.value_or(checkout::Catalog()), repeat);
        });
    });
}

Exit importCancel(Context &context, const ImportArguments &arguments)
{
    if (!context.open())
        return Exit::Rejected;
    const auto account = namedAccount(context);
    if (!account)
        return context.fail(account.error());
    const auto id = importMeant(context, *account, arguments.file);
    if (!id)
        return context.fail(id.error());
    const auto cancelled = waitForAnswer(desk::cancelImport(context.deskPointer(), account->id, *id));
    if (!cancelled)
        return context.fail(cancelled.error());
    context.print(QJsonObject{{u"import"_s, *id}, {u"cancelled"_s, *cancelled}},
                  ImportText::tr("%Ln row(s) stay unsent.", nullptr, *cancelled));
    return Exit::Done;
}

Exit importList(Context &context)
{
    if (!context.open())
        return Exit::Rejected;
    const auto account = namedAccount(context);
    if (!account)
        return context.fail(account.error());
    const auto imports = context.desk().journal().imports(account->id).result();
    if (!imports)
        return context.fail(imports.error());
    Listing listing;
    for (const ledger::ImportBatch &batch : *imports)
        listing.add(batchJson(batch), batchLine(batch));
    listing.whyNotAll = desk::whyNotKnown(context.desk());
    return printListing(context, listing, ImportText::tr("No file was imported with this account."));
}

Exit importShow(Context &context, const ImportArguments &arguments)
{
    if (!context.open())
        return Exit::Rejected;
    const auto account = namedAccount(context);
    if (!account)
        return context.fail(account.error());
    const QString id = QString::fromStdString(arguments.file);
    if (const auto refused = desk::refusedKey(context.desk(), id, desk::AskedFor::Write))
        return context.fail(*refused);
    const auto rows = waitForAnswer(desk::rowsOfImport(context.deskPointer(), account->id, id));
    if (!rows)
        return context.fail(rows.error());
    if (!writeResult(context, arguments, *account, *rows))
        return Exit::Rejected;
    QJsonArray json;
    QStringList lines;
    for (const SessionImport::Row &row : *rows) {
        json.append(rowJson(row, *account, context.options().reveal));
        lines << rowLine(row, *account, context.options().reveal);
    }
    context.print(QJsonObject{{u"import"_s, id}, {u"rows"_s, json}}, joinedLines(lines));
    return Exit::Done;
}

} // namespace tilldeck::cli
