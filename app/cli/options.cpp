// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include "promotion_commands.h"
#include "status_words.h"
#include "transaction_commands.h"
#include "unfinished_commands.h"

#include "checkout/outside_text.h"
#include "money/format.h"

#include <algorithm>

namespace tilldeck::cli {

namespace {

std::string currencyProblem(const std::string &value)
{
    return currencyFrom(value) ? std::string()
                               : "\"" + value + "\" is no currency. Write the three letters of one, for example NGN";
}

void addFilter(CLI::App &command, TransactionArguments &arguments)
{
    command.add_option("--status", arguments.status, "Only these")->check(transactionStatusCheck());
    command.add_option(
        "--search", arguments.search,
        "Words, in any order: customer, item, ID, amount; and fields: status:succeeded amount:100..250 currency:USD "
        "tier:2 since:2026-08-01 before:2026-09-01 account:NAME");
    command.add_option("--currency", arguments.currency, "Only this currency")->check(currencyProblem);
    command.add_option("--since", arguments.since, "First day, for example 2026-04-14");
    command.add_option("--before", arguments.before, "The day after the last one");
    command.add_option("--zone", arguments.zone,
                       "Time zone of the days, for example Europe/Berlin (else this computer's)");
}

std::string emptyProblem(const std::string &value)
{
    if (value.find_first_not_of(" \t\r\n") == std::string::npos)
        return "has an empty value";
    return value.starts_with("--") ? "has no value: " + value + " is an option" : std::string();
}

/// Takes blanks and invisible marks around @p value away, and returns why what is left cannot be a value.
std::string tidyValue(std::string &value)
{
    value = checkout::withoutMarksAround(QString::fromStdString(value)).toStdString();
    return emptyProblem(value);
}

/// Returns whether the value is the name of a file, which may begin and end with anything.
bool takesPath(const CLI::Option &option)
{
    return option.check_lname("from") || option.check_lname("key-file") || option.check_lname("out") ||
           option.check_lname("result") || option.check_lname("base") || option.check_name("file");
}

void tidyValues(CLI::App &command)
{
    const auto takesValue = [](const CLI::Option *option) { return option->get_items_expected_max() > 0; };
    for (CLI::Option *option : command.get_options(takesValue)) // before the checks of its own
        option->transform(takesPath(*option) ? CLI::Validator(emptyProblem, std::string())
                                             : CLI::Validator(tidyValue, std::string()));
    for (CLI::App *below : command.get_subcommands([](const CLI::App *) { return true; }))
        tidyValues(*below);
}

/// Returns why @p value cannot be an amount of any currency, in a sentence; empty when it can.
std::string amountProblem(const std::string &value)
{
    const QString text = QString::fromStdString(value);
    const auto any = money::Currency::fromCode(u"EUR");
    const auto read = money::parseArgument(text, *any, QLocale());
    return read || read.error() != money::AmountProblem::NotANumber
               ? std::string()
               : "\"" + value +
                     "\" is not an amount. Write it in digits, with a point before the decimals if its currency has "
                     "any";
}

} // namespace

CLI::Validator wholeNumber()
{
    const auto why = [](const std::string &text) {
        const bool isDigits = !text.empty() && std::ranges::all_of(text, [](char character) {
            return character >= '0' && character <= '9';
        });
        const bool isPlain = isDigits && (text.size() == 1 || text.front() != '0');
        return isPlain ? std::string() : "“" + text + "” is not a whole number. Write it as 12.";
    };
    return {why, "", "whole number"};
}

void parseStrictly(CLI::App &program, int argc, char **argv)
{
    tidyValues(program);
    for (int at = 1; at < argc; ++at) {
        const std::string argument = argv[at];
        if (argument == "--")
            break;
        // The library would read the next argument as the value.
        if (argument.starts_with("--") && argument.find('=') == argument.size() - 1)
            throw CLI::ValidationError(argument.substr(0, argument.size() - 1), emptyProblem({}));
    }
    program.parse(argc, argv);
}

void addJson(CLI::App &command, Options &options)
{
    command.add_flag("--json", options.json, "Print JSON");
}

void addAccountOptions(CLI::App &command, Options &options)
{
    addJson(command, options);
    command.add_option("--account", options.account, "Name of the connected account")->required();
    command.add_option("--key-file", options.keyFile,
                       "File that holds the secret key (else TILLDECK_KEY, the keychain, the prompt)");
}

void addRefresh(CLI::App &command, bool &refresh)
{
    command.add_flag("--refresh", refresh, "Ask the provider first, which needs the key and the network");
}

void addResolveCommand(CLI::App &group, const std::string &help, const std::function<void(CLI::App &)> &declare)
{
    declare(*group.add_subcommand("resolve", help));
    declare(*group.add_subcommand("settle", help)->group(""));
}

void addTransactionCommands(CLI::App &program, Options &options, std::function<Exit(Context &)> &run)
{
    CLI::App *transaction = program.add_subcommand("transaction", "Payments")->require_subcommand(1);
    const auto filter = std::make_shared<TransactionArguments>();
    CLI::App *list = transaction->add_subcommand("list", "List the payments that this computer knows, newest first");
    addAccountOptions(*list, options);
    addFilter(*list, *filter);
    list->add_option("--limit", filter->limit, "At most this many")->check(wholeNumber())->check(CLI::Range(1, 10000));
    addRefresh(*list, filter->refresh);
    list->callback([&run, filter] { run = [filter](Context &context) { return transactionList(context, *filter); }; });

    CLI::App *write = transaction->add_subcommand("export", "Write the payments that this computer knows as CSV");
    addAccountOptions(*write, options);
    addFilter(*write, *filter);
    addRefresh(*write, filter->refresh);
    write->add_option("--out", filter->out, "File to write (else standard output)");
    write
        ->add_option(
            "--for", filter->reader,
            "programs: commas, decimal points, texts as they are, also those that a spreadsheet would change or "
            "run; excel: the signs of the locale, and an apostrophe in front of such texts")
        ->check(CLI::IsMember({"programs", "excel"}));
    write->add_flag("--refunds", filter->refunds, "Add each refund as a row of its own");
    write->add_flag("--fields", filter->fields, "Add custom fields and metadata as columns");
    write->callback(
        [&run, filter] { run = [filter](Context &context) { return transactionExport(context, *filter); }; });

    const auto refund = std::make_shared<RefundArguments>();
    CLI::App *show = transaction->add_subcommand("show", "Ask the provider about one payment");
    addAccountOptions(*show, options);
    show->add_option("id", refund->id, "Transaction ID")->required();
    show->callback(
        [&run, refund] { run = [refund](Context &context) { return transactionShow(context, refund->id); }; });

    CLI::App *give = transaction->add_subcommand("refund", "Give a payment back, in full or in part");
    addAccountOptions(*give, options);
    give->add_option("id", refund->id, "Transaction ID")->required();
    const CLI::Option *amount =
        give->add_option("--amount", refund->amount,
                         "How much, in the currency the customer paid; a point stands before the decimals")
            ->check(amountProblem);
    CLI::Option *full = give->add_flag("--full", refund->full, "All that is left");
    full->excludes("--amount");
    give->add_option("--reason", refund->reason, "Why");
    give->add_flag("--yes", refund->yes, "Do not ask first");
    give->add_flag("--again", refund->again, "Also when the same refund was sent before: it may be paid twice");
    give->callback([&run, refund, amount, full] {
        if (amount->empty() && full->empty())
            throw CLI::RequiredError("--amount or --full");
        run = [refund](Context &context) { return transactionRefund(context, *refund); };
    });

    CLI::App *unfinished = transaction->add_subcommand(
        "unfinished", "List refunds of unknown outcome, and those that were asked for or failed after all");
    addAccountOptions(*unfinished, options);
    unfinished->callback([&run] { run = [](Context &context) { return transactionUnfinished(context); }; });

    const auto resolved = std::make_shared<ResolveArguments>();
    addResolveCommand(
        *transaction,
        "Find out what became of a refund without an answer; sends nothing that gives money back unless told to",
        [&](CLI::App &resolve) {
            addAccountOptions(resolve, options);
            resolve.add_option("refund", resolved->intent, "The refund, as transaction show names it")->required();
            CLI::Option *notMade =
                resolve.add_flag("--not-refunded", resolved->notCreated, "Close it: it was not made");
            CLI::Option *made =
                resolve.add_flag("--refunded", resolved->made, "Close it: it was made")->excludes(notMade);
            CLI::Option *unproven =
                resolve.add_flag("--without-proof", resolved->unproven,
                                 "With --not-refunded or --refunded: also where the provider cannot be asked, or where "
                                 "its figures say otherwise or leave it open; with --is: also where the amount is "
                                 "another one. The same money may be paid twice then");
            CLI::Option *sendAgain =
                resolve
                    .add_flag(
                        "--send-again", resolved->sendAgain,
                        "Look, and where that leaves it open send it again under the same idempotency key, where the "
                        "provider gives back once")
                    ->excludes(made)
                    ->excludes(notMade)
                    ->excludes(unproven);
            resolve.add_option("--is", resolved->chosen, "The refund at the provider that it is")
                ->excludes(made)
                ->excludes(notMade)
                ->excludes(sendAgain);
            resolve.callback([&run, resolved] {
                const bool isDecided = resolved->notCreated || resolved->made || !resolved->chosen.empty();
                if (resolved->unproven && !isDecided)
                    throw CLI::RequiredError("--is, --not-refunded or --refunded");
                run = [resolved](Context &context) { return transactionResolveOutcome(context, *resolved); };
            });
        });
}

void addPromotionCommands(CLI::App &program, Options &options, std::function<Exit(Context &)> &run)
{
    CLI::App *promotion = program.add_subcommand("promotion", "Promotion codes")->require_subcommand(1);
    CLI::App *list = promotion->add_subcommand("list", "List promotion codes");
    addAccountOptions(*list, options);
    list->callback([&run] { run = [](Context &context) { return promotionList(context); }; });

    const auto order = std::make_shared<PromotionArguments>();
    CLI::App *create = promotion->add_subcommand("create", "Create promotion codes of a coupon");
    addAccountOptions(*create, options);
    create->add_option("code", order->pattern, "The code; each # becomes a letter or digit: SUMMER-####")->required();
    create->add_option("--coupon", order->coupon, "Coupon ID")->required();
    create->add_option("--count", order->count, "How many codes")->check(wholeNumber())->check(CLI::Range(1, 10000));
    create->add_option("--max-redemptions", order->maxRedemptions, "How often each code may be used")
        ->check(wholeNumber())
        ->check(CLI::Range(1, 1'000'000'000));
    create->add_option("--expires", order->expires,
                       "When they end: with the day 2026-12-31, or at 2026-12-31T23:00:00Z");
    create->add_flag("--another", order->another, "Make others although codes of the same pattern are unfinished");
    create->callback([&run, order] { run = [order](Context &context) { return promotionCreate(context, *order); }; });

    const auto code = std::make_shared<std::string>();
    CLI::App *deactivate = promotion->add_subcommand("deactivate", "Switch a promotion code off");
    addAccountOptions(*deactivate, options);
    deactivate->add_option("code", *code, "The code")->required();
    deactivate->callback(
        [&run, code] { run = [code](Context &context) { return promotionDeactivate(context, *code); }; });

    CLI::App *unfinished = promotion->add_subcommand(
        "unfinished", "List codes that are not all made, and coupons, codes and routes of unknown outcome");
    addAccountOptions(*unfinished, options);
    unfinished->callback([&run] { run = [](Context &context) { return promotionUnfinished(context); }; });

    const auto rest = std::make_shared<UnfinishedArguments>();
    CLI::App *resume = promotion->add_subcommand("resume", "Go on with codes that are not all made");
    addAccountOptions(*resume, options);
    resume->add_option("codes", rest->id, "The codes, as promotion unfinished names them")->required();
    CLI::Option *leave =
        resume->add_flag("--leave", rest->close, "Send no more of them; what is unknown counts as not made");
    resume->add_option("--is", rest->chosen, "This code was made, although it is listed with other terms: its ID")
        ->excludes(leave);
    resume->callback([&run, rest] { run = [rest](Context &context) { return promotionResume(context, *rest); }; });

    const auto resolved = std::make_shared<UnfinishedArguments>();
    CLI::App *resolve =
        promotion->add_subcommand("resolve", "Find out what became of a coupon, code or route without an answer");
    addAccountOptions(*resolve, options);
    resolve->add_option("id", resolved->id, "As promotion unfinished names it")->required();
    CLI::Option *is = resolve->add_option("--is", resolved->chosen, "The coupon or route that it is, as listed");
    CLI::Option *notMade = resolve->add_flag("--not-made", resolved->close, "Close it: it was not made");
    CLI::Option *again = resolve->add_flag("--send-again", resolved->sendAgain,
                                           "Send the same change once more, where that changes nothing more");
    resolve->add_flag("--again", resolved->early, "Also while it may still appear: made again, it may be there twice")
        ->needs(notMade);
    is->excludes(notMade)->excludes(again);
    notMade->excludes(again);
    resolve->callback([&run, resolved] {
        run = [resolved](Context &context) { return promotionResolveOutcome(context, *resolved); };
    });
}

} // namespace tilldeck::cli
