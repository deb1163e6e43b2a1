// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/account_model.h"

#include "ui/figures/account_name.h"
#include "ui/lists/roles.h"

#include <QPainter>

#include <algorithm>

namespace tilldeck::ui {

using accounts::Account;
using accounts::KeyPlace;

AccountModel::AccountModel(desk::Desk &desk, std::function<bool(const QString &id)> comesWithSandbox, QObject *parent)
    : ItemListModel(ColumnCount, parent)
    , m_desk(desk)
    , m_comesWithSandbox(std::move(comesWithSandbox))
{
    connect(&desk.accounts(), &accounts::AccountStore::changed, this, &AccountModel::follow);
    follow();
}

void AccountModel::setKeyPlace(const QString &id, KeyPlace place)
{
    m_places.insert(id, place);
    m_hasKey.insert(id, true);
    if (const int row = rowOf(id); row >= 0)
        emit dataChanged(index(row, Key), index(row, Key));
    // The keychain may have been unlocked.
    for (const Account &other : m_items) {
        if (!m_hasKey.value(other.id, true))
            lookForKey(other.id);
    }
}

void AccountModel::follow()
{
    const std::vector<Account> &next = m_desk.accounts().accounts();
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (std::ranges::find(next, item(row).id, &Account::id) != next.end())
            continue;
        beginRemoveRows({}, row, row);
        m_items.erase(m_items.begin() + row);
        endRemoveRows();
    }
    for (const Account &account : next) {
        const int row = rowOf(account.id);
        if (row < 0) {
            beginInsertRows({}, rowCount(), rowCount());
            m_items.push_back(account);
            endInsertRows();
            lookForKey(account.id);
        } else if (m_items[static_cast<size_t>(row)] != account) {
            m_items[static_cast<size_t>(row)] = account;
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
}

void AccountModel::lookForKey(const QString &id)
{
    m_tasks.start(m_desk.keys().key(id), [this, id](const std::optional<http::Secret> &key) {
        m_hasKey.insert(id, key.has_value());
        if (const int row = rowOf(id); row >= 0)
            emit dataChanged(index(row, Key), index(row, Key));
    });
}

QVariant AccountModel::cell(const Account &account, int column, int role) const
{
    if (role == ModeRole)
        return static_cast<int>(account.mode);
    // The sandbox gets a new key at each start, after its row was added.
    if (role == ToneRole && column == Key && !comesWithSandbox(account.id) && !m_hasKey.value(account.id, true))
        return QVariant::fromValue(Tone::Danger);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case Name:
        return account.name;
    case Mode:
        return modeText(account.mode);
    case Provider:
        return accounts::providerName(account.provider);
    case AccountId:
        return account.accountId.isEmpty() ? account.merchantId : account.accountId;
    case Key:
        return keyText(account);
    default:
        return {};
    }
}

QString AccountModel::keyText(const Account &account) const
{
    if (comesWithSandbox(account.id))
        return tr("Comes with the sandbox");
    if (!m_hasKey.contains(account.id))
        return {};
    if (!m_hasKey.value(account.id))
        return accounts::missingKeyWords(m_desk.keys().keychain());
    return m_places.value(account.id, KeyPlace::Keychain) == KeyPlace::Keychain ? tr("In the keychain")
                                                                                : tr("Until you close Tilldeck");
}

QString AccountModel::title(int column) const
{
    return QStringList{tr("Name"), tr("Mode"), tr("Provider"), tr("Account or merchant ID"), tr("Key")}.value(column);
}

void ModeDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto mode = static_cast<accounts::Mode>(index.data(AccountModel::ModeRole).toInt());
    const Tokens &colors = tokens();
    const QString word = index.data().toString();
    const QFont strong = font(TextStyle::Header);
    const int width = QFontMetrics(strong).horizontalAdvance(word) + px(14);
    QRect pill(0, 0, std::min(width, option.rect.width()), px(20));
    pill.moveCenter(option.rect.center());
    pill.moveLeft(option.direction == Qt::RightToLeft ? option.rect.right() - pill.width() + 1 : option.rect.left());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(strong);
    const bool sandbox = mode == accounts::Mode::Sandbox;
    const QColor fill = mode == accounts::Mode::Live ? colors.livePill : colors.testBackground;
    painter.setPen(sandbox ? QPen(colors.control, 1, Qt::DashLine) : QPen(Qt::NoPen));
    painter.setBrush(sandbox ? QBrush(Qt::NoBrush) : QBrush(fill));
    painter.drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4));
    painter.setPen(sandbox ? colors.text2 : mode == accounts::Mode::Live ? colors.onLivePill : colors.testText);
    painter.drawText(pill, Qt::AlignCenter, word);
}

} // namespace tilldeck::ui

#include "moc_account_model.cpp"
