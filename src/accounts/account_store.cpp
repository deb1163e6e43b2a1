// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/account_store.h"

#include "accounts/account_identity.h"
#include "files/write_whole.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QUrl>

#include <algorithm>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tilldeck::accounts {

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr int highestNumber = 9;
constexpr int unnumbered = -1; // in a file that was written before accounts had numbers

QJsonObject toJson(const Account &account)
{
    QJsonObject members{
        {u"id"_s, account.id},
        {u"name"_s, account.name},
        {u"provider"_s, providerId(account.provider)},
        {u"base_url"_s, account.baseUrl},
        {u"account_id"_s, account.accountId},
        {u"merchant_id"_s, account.merchantId},
        {u"dialect"_s, account.dialect},
        {u"checkout_url"_s, account.checkoutUrlTemplate},
        {u"mode"_s, modeId(account.mode)},
        {u"number"_s, account.number},
    };
    if (account.keepsTokensOut)
        members.insert(u"tokens_kept_out"_s, true);
    return members;
}

/// Returns nothing for an entry that cannot be used.
std::optional<Account> fromJson(const QJsonValue &value)
{
    const auto text = [&value](QLatin1String name) { return value[name].toString(); };
    const auto provider = providerFromId(text("provider"_L1));
    if (!provider || text("id"_L1).isEmpty())
        return std::nullopt;
    Account account;
    account.id = text("id"_L1);
    account.name = text("name"_L1);
    account.provider = *provider;
    account.baseUrl = text("base_url"_L1);
    account.accountId = text("account_id"_L1);
    account.merchantId = text("merchant_id"_L1);
    account.dialect = text("dialect"_L1);
    account.checkoutUrlTemplate = text("checkout_url"_L1);
    account.mode = modeFromId(text("mode"_L1));
    account.keepsTokensOut = value["tokens_kept_out"_L1].toBool();
    account.number = value["number"_L1].toInt(unnumbered);
    return account;
}

/// Returns the number of an account that is added to @p accounts: behind all others while there is room, else one that
/// is free, but none of @p freed; 0 when there is none.
int nextNumber(const std::vector<Account> &accounts, const QSet<int> &freed = {})
{
    int last = 0;
    for (const Account &account : accounts)
        last = std::max(last, account.number);
    const auto isFree = [&](int number) {
        return !freed.contains(number) && std::ranges::find(accounts, number, &Account::number) == accounts.end();
    };
    for (int number = last + 1; number <= highestNumber; ++number) {
        if (isFree(number))
            return number;
    }
    for (int number = 1; number <= last; ++number) {
        if (isFree(number))
            return number;
    }
    return 0;
}

/// Gives the accounts of an older file the numbers that they were shown with: live, then test, then sandbox. Of two
/// accounts with one number the later one gets another.
void giveNumbers(std::vector<Account> &accounts)
{
    for (auto account = accounts.begin(); account != accounts.end(); ++account) {
        const bool known = account->number >= 0 && account->number <= highestNumber;
        const bool taken =
            account->number > 0 && std::find_if(accounts.begin(), account, [&account](const Account &other) {
                                       return other.number == account->number;
                                   }) != account;
        if (!known || taken)
            account->number = unnumbered;
    }
    for (const Mode mode : {Mode::Live, Mode::Test, Mode::Sandbox}) {
        for (Account &account : accounts) {
            if (account.number == unnumbered && account.mode == mode)
                account.number = nextNumber(accounts);
        }
    }
}

std::optional<Account> withId(const std::vector<Account> &accounts, const QString &id)
{
    const auto found = std::ranges::find(accounts, id, &Account::id);
    return found == accounts.end() ? std::nullopt : std::optional(*found);
}

std::optional<Account> named(const std::vector<Account> &accounts, const QString &name)
{
    const QString folded = name.trimmed().toCaseFolded();
    const auto found =
        std::ranges::find(accounts, folded, [](const Account &account) { return account.name.toCaseFolded(); });
    return found == accounts.end() ? std::nullopt : std::optional(*found);
}

} // namespace

AccountStore::AccountStore(QString dataDirectory, QObject *parent)
    : QObject(parent)
    , m_path(QDir(dataDirectory).absoluteFilePath(u"accounts.json"_s))
{
    // The folder, not the file: each save puts another file in its place.
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &AccountStore::follow);
}

std::expected<void, QString> AccountStore::load()
{
    const QString folder = QFileInfo(m_path).absolutePath();
    if (m_watcher.directories().isEmpty() && QFileInfo::exists(folder))
        m_watcher.addPath(folder);
    auto found = read();
    hold(found ? std::move(*found) : Stored());
    emit changed();
    return found ? std::expected<void, QString>() : std::unexpected(found.error());
}

std::expected<AccountStore::Stored, QString> AccountStore::read() const
{
    QFile file(m_path);
    Stored stored;
    std::vector<Account> &accounts = stored.accounts;
    if (!file.exists())
        return stored;
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(tr("%1 cannot be read. Check who owns it.").arg(shownPath()));
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    const QJsonValue list = document[u"accounts"];
    bool understood = document[u"tilldeck_accounts"].toInt() == 1 && list.isArray();
    const QJsonArray entries = list.toArray();
    for (const auto &value : entries) {
        if (auto account = fromJson(value);
            account && !account->name.isEmpty() && !withId(accounts, account->id) && !named(accounts, account->name))
            accounts.push_back(std::move(*account));
        else
            understood = false;
    }
    if (!understood)
        return std::unexpected(tr("%1 is damaged or was written by a newer Tilldeck. It is left as it is, and accounts "
                                  "cannot be changed. Repair it, or move it away and connect your accounts again.")
                                   .arg(shownPath()));
    giveNumbers(accounts);
    for (const auto &value : document[u"removed"].toArray()) {
        if (auto account = fromJson(value))
            stored.removed.push_back(identityOf(*account));
    }
    stored.removals = document[u"removals"].toVariant().toStringList();
    stored.hasFiles = document[u"has_files"].toBool();
    return stored;
}

void AccountStore::follow()
{
    auto found = read();
    m_isMissing = !QFileInfo::exists(m_path) && (m_isMissing || !m_accounts.empty());
    // A file that cannot be understood takes no account away while the program runs.
    if (found && takeOver(std::move(*found)) != m_accounts)
        emit changed();
}

std::vector<Account> AccountStore::takeOver(Stored stored)
{
    std::vector<Account> before = m_accounts;
    hold(std::move(stored));
    noteFreedNumbers(before);
    // Another program knows nothing of this run: it may have given such a number to a new account.
    for (Account &account : m_accounts) {
        if (m_freedNumbers.contains(account.number))
            account.number = 0;
    }
    for (const Account &account : before) {
        if (const auto now = byId(account.id); now && now->baseUrl != account.baseUrl)
            emit addressChanged(account.id);
    }
    return before;
}

void AccountStore::noteFreedNumbers(const std::vector<Account> &before)
{
    for (const Account &account : before) {
        if (!byId(account.id))
            m_freedNumbers.insert(account.number);
    }
}

std::optional<Account> AccountStore::byId(const QString &id) const
{
    return withId(m_accounts, id);
}

std::optional<Account> AccountStore::byName(const QString &name) const
{
    if (auto exact = named(m_accounts, name))
        return exact;
    const auto alike = std::ranges::find(m_accounts, comparedName(name),
                                         [](const Account &account) { return comparedName(account.name); });
    return alike == m_accounts.end() ? std::nullopt : std::optional(*alike);
}

std::expected<Account, QString> AccountStore::checked(Account account) const
{
    account.name = account.name.normalized(QString::NormalizationForm_C).simplified();
    if (comparedName(account.name).isEmpty())
        return std::unexpected(tr("Give the account a name."));
    if (const auto taken = byName(account.name); taken && taken->id != account.id)
        return std::unexpected(tr("There is already an account named “%1”. Choose another name.").arg(taken->name));
    account.baseUrl = withoutSlash(account.baseUrl);
    account.checkoutUrlTemplate = account.checkoutUrlTemplate.trimmed();
    for (const QString &problem : {baseUrlProblem(account.baseUrl), checkoutUrlProblem(account.checkoutUrlTemplate)}) {
        if (!problem.isEmpty())
            return std::unexpected(problem);
    }
    return account;
}

std::expected<Account, QString> AccountStore::add(Account account)
{
    if (holdsKey(account, {}))
        return std::unexpected(tr("A key stands in the name, in an ID or in an address of this account. It was not "
                                  "connected, because all of these are kept in a file."));
    account.id = newAccountId();
    const auto added = change([&](Stored &stored) -> std::expected<void, QString> {
        auto good = checked(account);
        if (!good)
            return std::unexpected(good.error());
        account = *good;
        account.number = nextNumber(stored.accounts, m_freedNumbers);
        stored.accounts.push_back(account);
        return {};
    });
    return added ? std::expected<Account, QString>(account) : std::unexpected(added.error());
}

std::expected<void, QString> AccountStore::update(const Account &account)
{
    return replace(account, false);
}

std::expected<void, QString> AccountStore::updateServed(const Account &account)
{
    return replace(account, true);
}

std::expected<void, QString> AccountStore::replace(const Account &account, bool isServed)
{
    return change([&](Stored &stored) -> std::expected<void, QString> {
        const auto found = std::ranges::find(stored.accounts, account.id, &Account::id);
        if (found == stored.accounts.end())
            return std::unexpected(tr("This account is not there any more."));
        auto good = checked(account);
        if (!good)
            return std::unexpected(good.error());
        const bool isMoved = !isSamePlace(good->baseUrl, found->baseUrl);
        // What was sent there would be looked for, and sent again, elsewhere.
        const bool isHeld = isMoved && !isServed && m_isUnsettled && m_isUnsettled(account.id);
        if (const QString why = whyNotReplaced(*good, *found, isHeld); !why.isEmpty())
            return std::unexpected(why);
        good->number = found->number;
        *found = std::move(*good);
        return {};
    });
}

std::expected<void, QString> AccountStore::remove(const QString &id)
{
    return change([&](Stored &stored) -> std::expected<void, QString> {
        const auto found = std::ranges::find(stored.accounts, id, &Account::id);
        if (found == stored.accounts.end())
            return std::unexpected(tr("This account is not there any more."));
        stored.removed.push_back(identityOf(*found));
        stored.accounts.erase(found);
        return {};
    });
}

std::expected<void, QString> AccountStore::change(const Work &work)
{
    constexpr int longestWait = 3000;
    const QFileInfo info(m_path);
    if (!info.dir().exists() && QDir().mkpath(info.absolutePath()))
        QFile::setPermissions(info.absolutePath(), ownerOnly | QFile::ExeOwner);
    QLockFile lock(m_path + ".lock"_L1);
    if (!lock.tryLock(longestWait)) {
        if (lock.error() == QLockFile::LockFailedError)
            return std::unexpected(tr("Another Tilldeck is changing the accounts. Try again in a moment."));
        return std::unexpected(cannotBeWritten());
    }
    auto current = read();
    if (!current)
        return std::unexpected(
            tr("%1 could not be read, so it is not overwritten. Repair it or move it away first.").arg(shownPath()));
    const std::vector<Account> before = takeOver(std::move(*current));
    Stored after{m_accounts, m_removed, m_removals, m_hasFiles || m_isBesideFiles};
    auto done = work(after);
    if (done)
        done = write(after);
    if (done) {
        m_isMissing = false;
        hold(std::move(after));
    }
    lock.unlock();
    noteFreedNumbers(before);
    if (m_accounts != before)
        emit changed();
    return done;
}

std::expected<void, QString> AccountStore::write(const Stored &stored) const
{
    const auto listOf = [](const std::vector<Account> &all) {
        QJsonArray list;
        for (const Account &account : all)
            list.append(toJson(account));
        return list;
    };
    QJsonObject document{{u"tilldeck_accounts"_s, 1}, {u"accounts"_s, listOf(stored.accounts)}};
    if (!stored.removed.empty())
        document.insert(u"removed"_s, listOf(stored.removed));
    if (!stored.removals.isEmpty())
        document.insert(u"removals"_s, QJsonArray::fromStringList(stored.removals));
    if (stored.hasFiles)
        document.insert(u"has_files"_s, true);
    const QByteArray text = QJsonDocument(document).toJson();
    if (const auto written = files::writeWhole(m_path, text, ownerOnly); !written)
        return std::unexpected(tr("%1 could not be written: %2").arg(shownPath(), written.error()));
    return {};
}

QString AccountStore::whyReadOnly() const
{
    const QByteArray folder = QFile::encodeName(QFileInfo(m_path).absolutePath());
    // A folder that is not there is made. By what the process may do now, which QFileInfo does not ask.
    const bool isReadOnly = faccessat(AT_FDCWD, folder.constData(), W_OK, AT_EACCESS) != 0 && errno != ENOENT;
    return isReadOnly ? cannotBeWritten() : QString();
}

QString AccountStore::whyMissing() const
{
    return m_isMissing ? tr("%1 is gone, and with it every account that was connected here. Put the file back, or "
                            "connect the accounts again.")
                             .arg(shownPath())
                       : QString();
}

QString AccountStore::cannotBeWritten() const
{
    return tr("%1 cannot be written. Check who owns its folder, or start Tilldeck with TILLDECK_DATA_DIR set to "
              "another folder.")
        .arg(shownPath());
}

QString AccountStore::shownPath() const
{
    return QDir::toNativeSeparators(m_path);
}

} // namespace tilldeck::accounts

#include "moc_account_store.cpp"
