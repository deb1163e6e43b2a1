// SPDX-License-Identifier: GPL-3.0-or-later
#include "account_commands.h"

#include "listing.h"

#include "desk/data_directory.h"
#include "desk/keep_tokens_out.h"
#include "desk/remove_account.h"
#include "desk/same_shop.h"
#include "providers/registry.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QCoroTask>
#include <QJsonArray>

#include <algorithm>

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

using checkout::Error;
using checkout::ErrorKind;

namespace {

struct AccountText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::cli::Accounts)
};

QString modeName(accounts::Mode mode)
{
    switch (mode) {
    case accounts::Mode::Live:
        return u"live"_s;
    case accounts::Mode::Test:
        return u"test"_s;
    case accounts::Mode::Sandbox:
        return u"sandbox"_s;
    }
    return {};
}

QJsonObject accountJson(const accounts::Account &account)
{
    return {{u"name"_s, account.name},
            {u"provider"_s, accounts::providerId(account.provider)},
            {u"base_url"_s, account.baseUrl},
            {u"account_id"_s, account.accountId},
            {u"merchant_id"_s, account.merchantId},
            {u"dialect"_s, account.dialect},
            {u"checkout_url"_s, account.checkoutUrlTemplate},
            {u"tokens_kept_out"_s, account.keepsTokensOut},
            {u"mode"_s, modeName(account.mode)}};
}

/// Returns why there is no key for @p account, in a few words; empty where there is one. That of the built-in sandbox
/// is in the window only.
QString missingKey(accounts::KeyStore &keys, const accounts::Account &account)
{
    const auto key = QCoro::waitFor(keys.key(account.id));
    return key ? QString() : accounts::missingKeyWords(keys.keychain());
}

Error unknownName(const std::string &name)
{
    return {ErrorKind::InvalidInput,
            AccountText::tr("There is no account named \"%1\".").arg(QString::fromStdString(name))};
}

/// Sets the request that @p account sends; the standard one is stored as an empty text. Returns false for one that the
/// provider does not know.
bool setDialect(accounts::Account &account, const QString &dialect)
{
    const auto has = providers::capabilities(accounts::providerId(account.provider));
    const auto known = has ? has->account.dialects : std::vector<checkout::FlowChoice>();
    const auto found = std::ranges::find(known, dialect, &checkout::FlowChoice::id);
    if (found != known.begin())
        account.dialect = dialect;
    return dialect.isEmpty() || found != known.end();
}

/// Takes the key that is given as one of the account @p name. Where that makes other accounts one shop with it, the
/// merchant is asked first, unless @p isMeant.
Exit takeKey(Context &context, const QString &name, bool isMeant)
{
    const auto account = context.accountWithAnyKey(name);
    if (!account)
        return account.error();
    const auto key = QCoro::waitFor(context.desk().keys().key(account->id));
    const auto look = QCoro::waitFor(desk::lookAtKey(context.deskPointer(), *account, desk::marksOf(*key)));
    if (!look.isStrange) {
        const QString why =
            look.isOwn
                ? AccountText::tr("This key is taken for %1 already, so nothing was changed.")
                : AccountText::tr("%1 has no other key to tell this one from, so nothing was changed: it is used "
                                  "without a question.",
                                  "account");
        context.print(accountJson(*account), why.arg(account->name));
        return Exit::Done;
    }
    const QStringList names = desk::namesJoined(context.desk().accounts(), *account, look);
    const QString joined = desk::joinedSentence(*account, names);
    if (!joined.isEmpty() && isMeant)
        Context::note(joined);
    else if (!joined.isEmpty() &&
             !Context::isAnswered(AccountText::tr("%1\nIs it the same shop? Type \"yes\": ").arg(joined), u"yes"))
        return context.fail(Error(ErrorKind::InvalidInput,
                                  AccountText::tr("The key was not taken. To take it without a question: --yes")));
    const auto taken = waitForAnswer(desk::takeTriedKey(context.deskPointer(), *account, *key));
    if (!taken)
        return context.fail(taken.error());
    context.print(accountJson(*account),
                  AccountText::tr("This key is taken as one of %1 from now on.").arg(account->name));
    return Exit::Done;
}

/// Returns the commands that go on with @p intent, an open one of an account that is not removed.
QStringList nextCommands(const ledger::Intent &intent, const QString &options)
{
    using Kind = ledger::Intent::Kind;
    // Of an import, what was not sent is gone on with or left; what has no answer is looked up as any other.
    if (intent.kind == Kind::Create && intent.state == ledger::Intent::State::Planned)
        return {u"tilldeck-cli import --resume %1 %2"_s.arg(intent.batchId, options),
                u"tilldeck-cli import --cancel %1 %2"_s.arg(intent.batchId, options)};
    const bool isOfCodes = intent.kind != Kind::Create && !intent.batchId.isEmpty();
    const QString command = intent.kind == Kind::Create   ? u"session resolve"_s
                            : intent.kind == Kind::Refund ? u"transaction resolve"_s
                            : isOfCodes                   ? u"promotion resume"_s
                                                          : u"promotion resolve"_s;
    return {u"tilldeck-cli %1 %2 %3"_s.arg(command, isOfCodes ? intent.batchId : intent.id, options)};
}

/// Names what keeps @p account from being removed, each with the command that goes on with it.
void noteOpen(Context &context, const accounts::Account &account)
{
    const auto open = context.desk().journal().unsettled(account.id).result();
    if (!open || open->empty())
        return;
    QStringList commands;
    for (const ledger::Intent &intent : *open)
        commands << nextCommands(intent, context.accountOptions(account.name));
    commands.removeDuplicates(); // the codes of a batch, and the unsent rows of a file, are settled at once
    Context::note(AccountText::tr("To resolve them:"));
    for (const QString &command : std::as_const(commands))
        Context::note(command);
}

} // namespace

Exit accountAdd(Context &context, const AccountArguments &arguments)
{
    if (!context.open())
        return Exit::Rejected;
    accounts::Account account;
    account.name = QString::fromStdString(arguments.name);
    account.provider = *accounts::providerFromId(QString::fromStdString(arguments.provider));
    account.baseUrl = QString::fromStdString(arguments.baseUrl);
    account.accountId = QString::fromStdString(arguments.accountId);
    account.merchantId = QString::fromStdString(arguments.merchantId);
    account.checkoutUrlTemplate = QString::fromStdString(arguments.checkoutUrl);
    account.keepsTokensOut = arguments.keepTokensOut;
    if (!setDialect(account, QString::fromStdString(arguments.dialect))) {
        return context.fail(
            Error(ErrorKind::InvalidInput,
                  AccountText::tr("%1 has no request of that name.").arg(accounts::providerName(account.provider))));
    }

    const auto has = providers::capabilities(accounts::providerId(account.provider));
    if (has && has->account.accountId && account.accountId.trimmed().isEmpty()) {
        return context.fail(Error(ErrorKind::InvalidInput,
                                  AccountText::tr("%1 needs the account ID, so nothing was connected. Give it with "
                                                  "--account-id.")
                                      .arg(accounts::providerName(account.provider))));
    }

    const auto key = context.givenKey(true);
    if (!key)
        return context.fail(key.error());
    if (key->isEmpty()) {
        return context.fail(Error(ErrorKind::Unauthorised,
                                  AccountText::tr("The key says whether the account moves real money, so nothing was "
                                                  "connected without it. Give it with --key-file or TILLDECK_KEY.")));
    }
    if (accounts::holdsKey(account, key->reveal()))
        return context.fail(Error(ErrorKind::InvalidInput,
                                  AccountText::tr("A key stands in the name, in an ID or in an address, which are kept "
                                                  "in a file, so nothing was connected. Give it with --key-file or "
                                                  "TILLDECK_KEY alone.")));
    account.mode = accounts::modeOf(key->reveal(), account.baseUrl);
    if (const QString problem = accounts::keyProblem(account, key->reveal()); !problem.isEmpty())
        return context.fail(Error(ErrorKind::InvalidInput, problem));
    const auto added = context.desk().accounts().add(account);
    if (!added)
        return context.fail(Error(ErrorKind::InvalidInput, added.error()));
    // A new account has no key yet, so this one is not refused.
    [[maybe_unused]] const auto admitted =
        QCoro::waitFor(desk::admitKey(context.deskPointer(), *added, desk::marksOf(*key)));
    if (const auto twin = context.desk().accounts().connectedAs(*added))
        Context::note(AccountText::tr("This account is connected already, as %1.").arg(twin->name));

    http::Secret secret = *key;
    const auto place = QCoro::waitFor(context.desk().keys().store(added->id, std::move(secret)));
    const bool kept = place == accounts::KeyPlace::Keychain;
    if (!kept) {
        const QString why = accounts::notKeptSentence(context.desk().keys().keychain());
        if (!context.isKeyGivenEachTime()) {
            // The key that was typed would be gone with this command.
            if (const auto removed = context.desk().accounts().remove(added->id); !removed)
                return context.fail(Error(ErrorKind::Storage, removed.error()));
            const Exit code = context.fail(Error(ErrorKind::Unauthorised, why));
            Context::note(
                AccountText::tr("Nothing was connected. Give the key with --key-file or TILLDECK_KEY, now and "
                                "to each later call, to connect the account all the same."));
            return code;
        }
        Context::note(why);
        Context::note(AccountText::tr("Give it to each call with --key-file or TILLDECK_KEY, as to this one."));
    }
    QJsonObject json = accountJson(*added);
    json.insert(u"key_kept"_s, kept);
    context.print(json, AccountText::tr("Connected %1.").arg(added->name));
    return Exit::Done;
}

Exit accountList(Context &context)
{
    if (!context.open())
        return Exit::Rejected;
    for (const desk::StorageTrouble &trouble : context.desk().storageTroubles()) {
        // Nobody knows whether there are any.
        if (trouble.kind == desk::StorageTrouble::Kind::Accounts)
            return context.fail(Error(ErrorKind::Storage, trouble.sentence));
    }
    QJsonArray json;
    QStringList lines;
    const std::vector<accounts::Account> connected = context.desk().accounts().accounts();
    for (const accounts::Account &account : connected) {
        const QString lacks = missingKey(context.desk().keys(), account);
        QJsonObject members = accountJson(account);
        members.insert(u"missing_key"_s, lacks.isEmpty() ? QJsonValue() : QJsonValue(lacks));
        json.append(members);
        QString line = u"%1  %2  %3  %4"_s.arg(account.name, -20)
                           .arg(accounts::providerName(account.provider), -10)
                           .arg(modeName(account.mode), -7)
                           .arg(account.baseUrl);
        if (!lacks.isEmpty())
            line += u"  "_s + lacks;
        lines << line;
    }
    if (lines.isEmpty())
        lines << AccountText::tr("No accounts yet. Connect one with: tilldeck-cli account add --help");
    context.print(json, joinedLines(lines));
    return Exit::Done;
}

Exit accountEdit(Context &context, const EditArguments &arguments)
{
    if (!context.open())
        return Exit::Rejected;
    const auto account = context.desk().accounts().byName(QString::fromStdString(arguments.name));
    if (!account)
        return context.fail(unknownName(arguments.name));
    if (arguments.sameShop)
        return takeKey(context, account->name, arguments.yes);
    if (!arguments.keepTokensOut && !arguments.storeTokens)
        return context.fail(
            Error(ErrorKind::InvalidInput,
                  AccountText::tr("Nothing was changed. Say what to change: --keep-tokens-out, --store-tokens or "
                                  "--same-shop.")));
    const auto changed =
        QCoro::waitFor(desk::keepTokensOut(context.deskPointer(), account->id, arguments.keepTokensOut));
    if (!changed)
        return context.fail(changed.error());
    context.print(accountJson(context.desk().accounts().byId(account->id).value_or(*account)),
                  arguments.keepTokensOut
                      ? AccountText::tr("Ledger and journal hold no tokens of %1.").arg(account->name)
                      : AccountText::tr("Tokens of %1 are written to the ledger from now on.").arg(account->name));
    const QStringList copies = desk::damagedCopies(context.desk().dataDirectory());
    if (arguments.keepTokensOut && !copies.isEmpty())
        Context::note(
            AccountText::tr("These copies of damaged files may hold them still: %1. Delete them once you need "
                            "nothing of them any more.",
                            "paths")
                .arg(copies.join(u", "_s)));
    return Exit::Done;
}

Exit accountRemove(Context &context, const std::string &name)
{
    if (!context.open())
        return Exit::Rejected;
    const auto account = context.desk().accounts().byName(QString::fromStdString(name));
    if (!account)
        return context.fail(unknownName(name));
    const auto removed = waitForAnswer(desk::removeAccount(context.deskPointer(), account->id));
    if (!removed) {
        const Exit end = context.fail(removed.error());
        if (removed.error().kind == ErrorKind::Rejected)
            noteOpen(context, *account);
        return end;
    }
    if (*removed == desk::KeyRemoval::MayBeInKeychain)
        Context::note(AccountText::tr(
            "The keychain could not be asked to remove its key. If one was stored there, remove it by hand."));
    context.print(QJsonObject{{u"removed"_s, account->name}}, AccountText::tr("Removed %1.").arg(account->name));
    return Exit::Done;
}

} // namespace tilldeck::cli
