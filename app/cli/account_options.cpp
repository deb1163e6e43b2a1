// SPDX-License-Identifier: GPL-3.0-or-later
#include "account_options.h"

#include "account_commands.h"
#include "options.h"
#include "providers/registry.h"

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *keepTokensOutHelp =
    "Write tokens, client secrets and checkout URLs to no file; they are in memory until a program ends";

checkout::AccountNeeds needsOf(accounts::ProviderKind kind)
{
    const auto has = providers::capabilities(accounts::providerId(kind));
    return has ? has->account : checkout::AccountNeeds();
}

/// Returns the help of an option, with the names of the providers that need it: "PaymentKit: the account ID".
std::string help(bool checkout::AccountNeeds::*part, const std::string &what)
{
    QStringList names;
    for (const accounts::ProviderKind kind : accounts::providerKinds()) {
        if (needsOf(kind).*part)
            names << accounts::providerName(kind);
    }
    return names.join(u", "_s).toStdString() + ": " + what;
}

std::vector<std::string> providerNames()
{
    std::vector<std::string> words;
    for (const accounts::ProviderKind kind : accounts::providerKinds())
        words.push_back(accounts::providerId(kind).toStdString());
    return words;
}

std::vector<std::string> dialects()
{
    std::vector<std::string> ids;
    for (const accounts::ProviderKind kind : accounts::providerKinds()) {
        for (const checkout::FlowChoice &dialect : needsOf(kind).dialects)
            ids.push_back(dialect.id.toStdString());
    }
    return ids;
}

} // namespace

void addAccountCommands(CLI::App &program, Options &options, std::function<Exit(Context &)> &run)
{
    using checkout::AccountNeeds;
    CLI::App *account = program.add_subcommand("account", "Connected accounts")->require_subcommand(1);
    const auto added = std::make_shared<AccountArguments>();
    CLI::App *add = account->add_subcommand("add", "Connect an account; the key is never an argument");
    addJson(*add, options);
    add->add_option("name", added->name, "Your name for it")->required();
    add->add_option("--provider", added->provider, "The provider")->required()->check(CLI::IsMember(providerNames()));
    add->add_option("--base-url", added->baseUrl, "Address of the provider's API")->required();
    add->add_option("--account-id", added->accountId, help(&AccountNeeds::accountId, "the account ID"));
    add->add_option("--merchant-id", added->merchantId, help(&AccountNeeds::merchantId, "the merchant ID"));
    add->add_option("--dialect", added->dialect, "The request to send, where the provider has documented several")
        ->check(CLI::IsMember(dialects()));
    add->add_option("--checkout-url", added->checkoutUrl,
                    help(&AccountNeeds::checkoutUrl, "address of the checkout page, with {token}"));
    add->add_flag("--keep-tokens-out", added->keepTokensOut, keepTokensOutHelp);
    add->add_option("--key-file", options.keyFile, "File that holds the secret key (else TILLDECK_KEY, the prompt)");
    add->callback([&run, added] { run = [added](Context &context) { return accountAdd(context, *added); }; });

    const auto edited = std::make_shared<EditArguments>();
    CLI::App *edit = account->add_subcommand("edit", "Change what this computer keeps of an account");
    addJson(*edit, options);
    edit->add_option("name", edited->name, "Its name")->required();
    CLI::Option *keepOut = edit->add_flag("--keep-tokens-out", edited->keepTokensOut, keepTokensOutHelp);
    edit->add_flag("--store-tokens", edited->storeTokens, "Write them to the ledger from now on, as without the option")
        ->excludes(keepOut);
    CLI::Option *sameShop =
        edit->add_flag("--same-shop", edited->sameShop,
                       "Take the key as a new one of the same shop, where the provider does not say whose it is. It "
                       "is tried first")
            ->excludes(keepOut);
    edit->add_flag("--yes", edited->yes, "With --same-shop: do not ask where other accounts become one shop with it")
        ->needs(sameShop);
    edit->add_option("--key-file", options.keyFile, "With --same-shop: file that holds the key (else TILLDECK_KEY)");
    edit->callback([&run, edited] { run = [edited](Context &context) { return accountEdit(context, *edited); }; });

    CLI::App *list = account->add_subcommand("list", "List connected accounts");
    addJson(*list, options);
    list->callback([&run] { run = [](Context &context) { return accountList(context); }; });

    const auto name = std::make_shared<std::string>();
    CLI::App *remove = account->add_subcommand("remove", "Disconnect an account, with its key, drafts and local list");
    addJson(*remove, options);
    remove->add_option("name", *name, "Its name")->required();
    remove->callback([&run, name] { run = [name](Context &context) { return accountRemove(context, *name); }; });
}

} // namespace tilldeck::cli
