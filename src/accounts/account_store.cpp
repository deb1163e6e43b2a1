// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/account_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUrl>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tilldeck::accounts {

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

QString modeWord(Mode mode)
{
    return mode == Mode::Test ? u"test"_s : mode == Mode::Sandbox ? u"sandbox"_s : u"live"_s;
}

Mode modeFromWord(const QString &word)
{
    return word == "test"_L1 ? Mode::Test : word == "sandbox"_L1 ? Mode::Sandbox : Mode::Live;
}

QJsonObject toJson(const Account &account)
{
    return {
        {u"id"_s, account.id},
        {u"name"_s, account.name},
        {u"provider"_s, providerWord(account.provider)},
        {u"base_url"_s, account.baseUrl},
        {u"account_id"_s, account.accountId},
        {u"merchant_id"_s, account.merchantId},
        {u"checkout_url"_s, account.checkoutUrlTemplate},
        {u"mode"_s, modeWord(account.mode)},
    };
}

/// Nothing for an entry that cannot be used, and would be lost by writing the file again.
std::optional<Account> fromJson(const QJsonValue &value)
{
    const auto text = [&value](QLatin1String name) { return value[name].toString(); };
    const auto provider = providerFromWord(text("provider"_L1));
    if (!provider || text("id"_L1).isEmpty() || text("name"_L1).isEmpty())
        return std::nullopt;
    Account account;
    account.id = text("id"_L1);
    account.name = text("name"_L1);
    account.provider = *provider;
    account.baseUrl = text("base_url"_L1);
    account.accountId = text("account_id"_L1);
    account.merchantId = text("merchant_id"_L1);
    account.checkoutUrlTemplate = text("checkout_url"_L1);
    account.mode = modeFromWord(text("mode"_L1));
    return account;
}

bool isSafe(const QUrl &url)
{
    const bool isLoopback = url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
    const bool schemeFits = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback);
    return url.isValid() && schemeFits && !url.host().isEmpty() && url.userInfo().isEmpty();
}

std::expected<QString, QString> checkedBaseUrl(QString text)
{
    text = text.trimmed();
    const QUrl url(text, QUrl::StrictMode);
    if (!isSafe(url))
        return std::unexpected(AccountStore::tr("The address must begin with https:// and hold no password. http:// is "
                                                "allowed for this computer only."));
    if (url.hasQuery() || url.hasFragment())
        return std::unexpected(AccountStore::tr("The address must end before any “?” or “#”."));
    while (text.endsWith(u'/'))
        text.chop(1);
    return text;
}

bool templateIsGood(const QString &text)
{
    QString filled = text;
    filled.replace("{token}"_L1, "token"_L1);
    // A token in the host's name would be told to whoever answers for names.
    const QUrl url(filled, QUrl::StrictMode);
    return text.contains("{token}"_L1) && isSafe(url) && !text.section(u'/', 0, 2).contains("{token}"_L1);
}

} // namespace

AccountStore::AccountStore(QString dataDirectory, QObject *parent)
    : QObject(parent)
    , m_path(QDir(dataDirectory).absoluteFilePath(u"accounts.json"_s))
{
}

std::expected<void, QString> AccountStore::load()
{
    QFile file(m_path);
    m_accounts.clear();
    m_damaged = false;
    if (!file.exists())
        return {};
    // Until the file is understood whole, it is not written.
    m_damaged = true;
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(tr("%1 cannot be read. Check who owns it.").arg(QDir::toNativeSeparators(m_path)));
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    const QJsonValue list = document[u"accounts"];
    bool understood = document[u"tilldeck_accounts"].toInt() == 1 && list.isArray();
    for (const QJsonValue &value : list.toArray()) {
        if (auto account = fromJson(value); account && !byId(account->id) && !byName(account->name))
            m_accounts.push_back(std::move(*account));
        else
            understood = false;
    }
    Q_EMIT changed();
    if (!understood)
        return std::unexpected(tr("%1 is damaged or was written by a newer Tilldeck. It is left as it is, and accounts "
                                  "cannot be changed. Repair it, or move it away and connect your accounts again.")
                                   .arg(QDir::toNativeSeparators(m_path)));
    m_damaged = false;
    return {};
}

std::optional<Account> AccountStore::byId(const QString &id) const
{
    const auto found =
        std::find_if(m_accounts.begin(), m_accounts.end(), [&id](const Account &account) { return account.id == id; });
    return found == m_accounts.end() ? std::nullopt : std::optional(*found);
}

std::optional<Account> AccountStore::byName(const QString &name) const
{
    const QString folded = name.trimmed().toCaseFolded();
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(), [&folded](const Account &account) {
        return account.name.toCaseFolded() == folded;
    });
    return found == m_accounts.end() ? std::nullopt : std::optional(*found);
}

std::expected<Account, QString> AccountStore::checked(Account account) const
{
    account.name = account.name.trimmed();
    if (account.name.isEmpty())
        return std::unexpected(tr("Give the account a name."));
    if (const auto taken = byName(account.name); taken && taken->id != account.id)
        return std::unexpected(tr("There is already an account named “%1”. Choose another name.").arg(taken->name));
    auto baseUrl = checkedBaseUrl(account.baseUrl);
    if (!baseUrl)
        return std::unexpected(baseUrl.error());
    account.baseUrl = std::move(*baseUrl);
    account.checkoutUrlTemplate = account.checkoutUrlTemplate.trimmed();
    if (!account.checkoutUrlTemplate.isEmpty() && !templateIsGood(account.checkoutUrlTemplate))
        return std::unexpected(
            tr("The checkout page's address must begin with https:// and hold {token} after the host, for "
               "example https://pay.example.com/c/{token}."));
    return account;
}

std::expected<Account, QString> AccountStore::add(Account account)
{
    account.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto good = checked(std::move(account));
    if (!good)
        return good;
    auto after = m_accounts;
    after.push_back(*good);
    if (auto replaced = replace(std::move(after)); !replaced)
        return std::unexpected(replaced.error());
    return good;
}

std::expected<void, QString> AccountStore::update(const Account &account)
{
    auto after = m_accounts;
    const auto found =
        std::find_if(after.begin(), after.end(), [&account](const Account &a) { return a.id == account.id; });
    if (found == after.end())
        return std::unexpected(tr("This account is not there any more."));
    auto good = checked(account);
    if (!good)
        return std::unexpected(good.error());
    *found = std::move(*good);
    return replace(std::move(after));
}

std::expected<void, QString> AccountStore::remove(const QString &id)
{
    auto after = m_accounts;
    if (std::erase_if(after, [&id](const Account &account) { return account.id == id; }) == 0)
        return std::unexpected(tr("This account is not there any more."));
    return replace(std::move(after));
}

std::expected<void, QString> AccountStore::replace(std::vector<Account> accounts)
{
    const QString shown = QDir::toNativeSeparators(m_path);
    if (m_damaged)
        return std::unexpected(
            tr("%1 could not be read, so it is not overwritten. Repair it or move it away first.").arg(shown));
    QJsonArray list;
    for (const Account &account : accounts)
        list.append(toJson(account));
    const QByteArray text = QJsonDocument(QJsonObject{{u"tilldeck_accounts"_s, 1}, {u"accounts"_s, list}}).toJson();
    const QFileInfo info(m_path);
    if (!info.dir().exists() && QDir().mkpath(info.absolutePath()))
        QFile::setPermissions(info.absolutePath(), ownerOnly | QFile::ExeOwner);
    QSaveFile file(m_path);
    // Permissions before the content: the new file is never readable to others with anything in it.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly) || file.write(text) != text.size() ||
        !file.commit())
        return std::unexpected(tr("%1 could not be written: %2").arg(shown, file.errorString()));
    m_accounts = std::move(accounts);
    Q_EMIT changed();
    return {};
}

} // namespace tilldeck::accounts
