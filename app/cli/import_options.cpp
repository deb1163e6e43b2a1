// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_commands.h"
#include "options.h"

#include "sheets/column_target.h"

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

namespace {

std::string encodingProblem(const std::string &name)
{
    const bool isKnown = name == "utf-8" || name == "utf-16" || name == "windows-1252" || name == "latin-1";
    return isKnown ? std::string() : "\"" + name + "\" is no encoding: write utf-8, utf-16, windows-1252 or latin-1";
}

void addReveal(CLI::App &command, Options &options)
{
    command.add_flag("--reveal", options.reveal, "Print tokens and checkout URLs whole");
}

void addResult(CLI::App &command, ImportArguments &arguments)
{
    command.add_option("--result", arguments.result,
                       "CSV file to write: what became of each row, with its URL and token");
    command
        .add_option("--for", arguments.reader,
                    "Of the result. programs: texts as they are, also those that a spreadsheet would change or run; "
                    "excel: the signs of the locale, and an apostrophe in front of such texts")
        ->check(CLI::IsMember({"programs", "excel"}));
}

/// Declares how a file is read.
void addReading(CLI::App &command, ImportArguments &arguments)
{
    command.add_option("--map", arguments.map, "\"TITLE=FIELD\": what a column is; \"TITLE=\": it is not used")
        ->allow_extra_args(false);
    command.add_option("--template", arguments.useTemplate, "Read the file as this template says");
    command.add_option("--save-template", arguments.saveTemplate, "Keep how it is read under this name");
    command.add_option("--separator", arguments.separator, "comma, semicolon or tab (else it is found)")
        ->check(CLI::IsMember({"comma", "semicolon", "tab", ",", ";"}));
    command.add_option("--encoding", arguments.encoding, "utf-8, utf-16, windows-1252 or latin-1 (else it is found)")
        ->check(encodingProblem);
    command
        .add_option("--decimal", arguments.decimal,
                    "point or comma: how amounts are written; without it, one that could be either is a problem")
        ->check(CLI::IsMember({"point", "comma"}));
    command.add_option("--currency", arguments.currency, "Of amounts that have none beside them");
    command.add_option("--titles-in-line", arguments.titlesInLine, "Where the titles stand (else they are found)")
        ->check(wholeNumber())
        ->check(CLI::Range(1, 1'000'000));
    command.add_option("--base", arguments.base, "Draft document (JSON): what all rows have");
}

} // namespace

void addImportCommands(CLI::App &program, Options &options, std::function<Exit(Context &)> &run)
{
    const auto arguments = std::make_shared<ImportArguments>();
    CLI::App *import = program.add_subcommand("import", "Create a checkout session for each row of a CSV file");
    addAccountOptions(*import, options);
    addReveal(*import, options);
    import->add_option("file", arguments->file,
                       "The CSV file; with --resume or --cancel an import, as import list names it");
    addReading(*import, *arguments);
    addResult(*import, *arguments);
    CLI::Option *dryRun = import->add_flag("--dry-run", arguments->dryRun,
                                           "Say what each row costs and what is wrong with it, and create nothing");
    import->add_flag("--yes", arguments->yes, "Do not ask first");
    import->add_flag("--another", arguments->another,
                     "Create them although the same was asked for before, or may have been");
    CLI::Option *resume = import
                              ->add_flag("--resume", arguments->resume,
                                         "Go on with an import: each row that was not sent is created once")
                              ->excludes(dryRun);
    import->add_flag("--cancel", arguments->cancel, "Leave the rows of an import that were not sent")
        ->excludes(resume)
        ->excludes(dryRun);
    import->footer("The fields that a column can be; further line items are item_2_name, item_3_name ...:\n  " +
                   sheets::targetNames().join(u", "_s).toStdString() +
                   "\nTitles that say so in English or German are known. Rows of unknown outcome are listed and never\n"
                   "sent again by themselves. Ctrl-C stops it; what was not sent waits for --resume.");
    CLI::App *list = import->add_subcommand("list", "List what was imported with an account")->fallthrough();
    list->callback([&run] { run = importList; });
    CLI::App *show = import->add_subcommand("show", "Show the rows of an import")->fallthrough();
    show->add_option("import", arguments->file, "As import list names it")->required();
    show->callback(
        [&run, arguments] { run = [arguments](Context &context) { return importShow(context, *arguments); }; });
    import->callback([&run, arguments, import] {
        if (!import->get_subcommands().empty())
            return;
        if (arguments->resume) {
            run = [arguments](Context &context) { return importResume(context, *arguments); };
        } else if (arguments->cancel) {
            run = [arguments](Context &context) { return importCancel(context, *arguments); };
        } else {
            if (arguments->file.empty())
                throw CLI::RequiredError("file");
            run = [arguments](Context &context) { return importFile(context, *arguments); };
        }
    });
}

} // namespace tilldeck::cli
