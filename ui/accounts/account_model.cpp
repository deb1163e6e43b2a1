// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/account_model.h"

#include "ui/figures/account_name.h"

#include <QPainter>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using accounts::Account;
using accounts::KeyPlace;

AccountModel::AccountModel(desk::Desk &desk, std::function<bool(const QString &id)> comesWithSandbox, QObject *parent)
    : ItemModel(parent)
    , m_desk(desk)
    , m_comesWithSandbox(std::move(comesWithSandbox))
{
    setColumns(describe());
    connect(&desk.accounts(), &accounts::AccountStore::changed, this, &AccountModel::follow);
    follow();
}

void AccountModel::setKeyPlace(const QString &id, KeyPlace place)
{
    m_places.insert(id, place);
    m_hasKey.insert(id, true);
    columnChanged(Key);
    // The keychain may have been unlocked.
    for (int row = 0; row < rowCount(); ++row) {
        if (!m_hasKey.value(idOf(row), true))
            lookForKey(idOf(row));
    }
}

void AccountModel::follow()
{
    const std::vector<Account> accounts = m_desk.accounts().accounts();
    QStringList added;
    for (const Account &account : accounts) {
        if (rowOf(account.id) < 0)
            added << account.id;
    }
    setItems(accounts);
    for (const QString &id : added)
        lookForKey(id);
}

void AccountModel::lookForKey(const QString &id)
{
    m_tasks.start(m_desk.keys().key(id), [this, id](const std::optional<http::Secret> &key) {
        m_hasKey.insert(id, key.has_value());
        columnChanged(Key);
    });
}

std::vector<Column<Account>> AccountModel::describe() const
{
    std::vector<Column<Account>> columns{
        {{.name = u"name"_s,
          .title = [] { return tr("Name"); },
          .kind = ColumnKind::Name,
          .minimum = px(150),
          .share = 2},
         &Account::name},
        {{.name = u"mode"_s, .title = [] { return tr("Mode"); }, .minimum = px(110)},
         [](const Account &account) { return modeText(account.mode); }},
        {{.name = u"provider"_s, .title = [] { return tr("Provider"); }, .minimum = px(100), .hideOrder = 2},
         [](const Account &account) { return accounts::providerName(account.provider); }},
        {{.name = u"id"_s,
          .title = [] { return tr("Account or merchant ID"); },
          .kind = ColumnKind::Mono,
          .minimum = px(140),
          .share = 1,
          .hideOrder = 1},
         [](const Account &account) { return account.accountId.isEmpty() ? account.merchantId : account.accountId; }},
        {{.name = u"key"_s, .title = [] { return tr("Key"); }, .minimum = px(180), .share = 1},
         [this](const Account &account) { return keyText(account); }},
    };
    columns[Key].tone = [this](const Account &account) {
        // The sandbox gets a new key at each start, after its row was added.
        const bool isMissing = !comesWithSandbox(account.id) && !m_hasKey.value(account.id, true);
        return isMissing ? std::optional(Tone::Danger) : std::nullopt;
    };
    return columns;
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

void ModeDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const accounts::Mode mode = static_cast<const AccountModel *>(index.model())->item(index.row()).mode;
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
