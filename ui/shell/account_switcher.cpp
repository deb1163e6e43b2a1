// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/account_switcher.h"

#include "checkout/outside_text.h"
#include "ui/style/icon.h"
#include "ui/style/paint.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QMenu>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

QString initials(const QString &providerName)
{
    const QStringList characters = checkout::readersCharacters(providerName);
    QStringList capitals = characters;
    capitals.removeIf([](const QString &character) {
        const QList<uint> points = character.toUcs4();
        return points.isEmpty() || !QChar::isUpper(points.front());
    });
    const QStringList letters = capitals.size() < 2 ? characters : capitals;
    return QStringList(letters.first(std::min<qsizetype>(2, letters.size()))).join(QString()).toUpper();
}

void paintAvatar(QPainter &painter, const QRect &rect, const QString &text)
{
    paintBox(painter, rect, tokens().selectedOff, QColor(), 4);
    painter.setFont(ui::font(TextStyle::Header));
    painter.setPen(tokens().text2);
    painter.drawText(rect, Qt::AlignCenter, text);
}

namespace {

QString allOf(accounts::Mode mode)
{
    switch (mode) {
    case accounts::Mode::Live:
        return AccountSwitcher::tr("All live accounts");
    case accounts::Mode::Test:
        return AccountSwitcher::tr("All test accounts");
    case accounts::Mode::Sandbox:
        return AccountSwitcher::tr("All sandbox accounts");
    }
    Q_UNREACHABLE();
}

} // namespace

AccountSwitcher::AccountSwitcher(QWidget *parent)
    : QAbstractButton(parent)
    , m_menu(new QMenu(tr("&Switch account"), this))
    , m_group(new QActionGroup(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &AccountSwitcher::openMenu);
    m_menu->installEventFilter(this);
    m_menu->setToolTipsVisible(true);
    fillMenu();
}

const AccountEntry *AccountSwitcher::current() const
{
    for (const AccountEntry &account : m_accounts)
        if (account.id == m_currentId)
            return &account;
    return nullptr;
}

void AccountSwitcher::setAccounts(const QList<AccountEntry> &accounts, const QString &currentId, bool all)
{
    m_accounts = accounts;
    m_currentId = currentId;
    m_all = all && current();
    fillMenu();
    const QString name = !current() ? QString() : m_all ? allOf(current()->mode) : texts().first;
    setAccessibleName(name.isEmpty() ? tr("Account") : tr("Account: %1").arg(name));
    setToolTip(name);
    update();
}

qsizetype AccountSwitcher::count(accounts::Mode mode) const
{
    return std::ranges::count(m_accounts, mode, &AccountEntry::mode);
}

std::pair<QString, QString> AccountSwitcher::texts() const
{
    const AccountEntry *account = current();
    if (!account)
        return {tr("No account"), tr("Choose one")};
    if (m_all) {
        const int accounts = int(count(account->mode));
        return {tr("All accounts"), account->mode == accounts::Mode::Live ? tr("%Ln accounts", nullptr, accounts)
                                    : account->mode == accounts::Mode::Sandbox
                                        ? tr("%Ln sandbox accounts", nullptr, accounts)
                                        : tr("%Ln test accounts", nullptr, accounts)};
    }
    return {account->name, account->mode == accounts::Mode::Live      ? account->providerName
                           : account->mode == accounts::Mode::Sandbox ? tr("%1 · sandbox").arg(account->providerName)
                                                                      : tr("%1 · test").arg(account->providerName)};
}

void AccountSwitcher::fillMenu()
{
    m_menu->clear();
    m_group->setEnabled(!m_locked);
    const std::pair<accounts::Mode, QString> sections[] = {{accounts::Mode::Live, tr("Live")},
                                                           {accounts::Mode::Test, tr("Test")},
                                                           {accounts::Mode::Sandbox, tr("Sandbox")}};
    for (const auto &[mode, title] : sections) {
        bool named = false;
        for (const AccountEntry &account : std::as_const(m_accounts)) {
            if (account.mode != mode)
                continue;
            if (!named)
                m_menu->addSection(title);
            named = true;
            // An ampersand in a name is no mnemonic.
            QAction *action = m_menu->addAction(QString(account.name).replace(u'&', u"&&"_s));
            action->setIcon(ui::icon(mode == accounts::Mode::Sandbox ? Icon::Sandbox : Icon::Card));
            if (account.number > 0)
                action->setShortcut(QKeySequence(int(Qt::ControlModifier) | (Qt::Key_0 + account.number)));
            m_group->addAction(action);
            connect(action, &QAction::triggered, this, [this, id = account.id] { emit accountChosen(id); });
        }
        if (count(mode) < 2)
            continue;
        QAction *all = m_menu->addAction(ui::icon(Icon::Overview), allOf(mode));
        if (current() && current()->mode == mode)
            all->setShortcut(QKeySequence(int(Qt::ControlModifier) | Qt::Key_0));
        m_group->addAction(all);
        connect(all, &QAction::triggered, this, [this, mode = mode] { emit allChosen(mode); });
    }
    m_menu->addSeparator();
    QAction *more = m_menu->addAction(ui::icon(Icon::Plus), tr("Connect an account…"));
    m_group->addAction(more);
    connect(more, &QAction::triggered, this, &AccountSwitcher::connectRequested);
}

void AccountSwitcher::setLocked(bool locked)
{
    m_locked = locked;
    m_group->setEnabled(!locked);
    const auto actions = m_group->actions();
    for (QAction *action : actions)
        action->setToolTip(locked ? tr("Not while a session is being created.") : QString());
}

void AccountSwitcher::openMenu()
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QPoint below = mapToGlobal(QPoint(mirrored ? width() - m_menu->sizeHint().width() : 0, height() + 2));
    m_menu->popup(below);
}

void AccountSwitcher::setRail(bool rail)
{
    m_rail = rail;
    updateGeometry();
    update();
}

QSize AccountSwitcher::sizeHint() const
{
    return m_rail ? QSize(px(36), px(36)) : QSize(px(192), px(44));
}

void AccountSwitcher::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down)
        openMenu();
    else
        QAbstractButton::keyPressEvent(event);
}

/// The keys that stand beside the accounts choose them while the menu is open, too.
bool AccountSwitcher::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_menu || event->type() != QEvent::KeyPress)
        return QAbstractButton::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    const QKeySequence keys(press->keyCombination());
    const auto actions = m_menu->actions();
    const auto found = std::ranges::find_if(actions, [&keys](const QAction *action) {
        return action->isEnabled() && !action->shortcut().isEmpty() && action->shortcut() == keys;
    });
    if (found == actions.end())
        return false;
    m_menu->close();
    (*found)->trigger();
    return true;
}

void AccountSwitcher::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    const AccountEntry *account = current();
    const QString letters = !account ? u"–"_s
                            : m_all  ? QLocale().toString(count(account->mode))
                                     : initials(account->providerName);
    if (m_rail) {
        paintBox(painter, rect(), t.selectedOff, t.lineStrong, controlRadius);
        painter.setFont(ui::font(TextStyle::Header));
        painter.setPen(t.text2);
        painter.drawText(rect(), Qt::AlignCenter, letters);
        return;
    }
    paintBox(painter, rect(), underMouse() ? t.hover : t.base, t.lineStrong, groupRadius);
    paintAvatar(painter, mirrored(*this, QRect(px(8), (height() - px(26)) / 2, px(26), px(26))), letters);
    const int side = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter));
    const QRect words(px(42), 0, width() - px(42 + 26), height());
    const auto line = [&](const QString &text, TextStyle style, Tone tone, int top) {
        painter.setFont(ui::font(style));
        painter.setPen(color(tone));
        const QRect rect = mirrored(*this, QRect(words.left(), top, words.width(), px(16)));
        painter.drawText(rect, side, painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
    };
    const auto [name, below] = texts();
    line(name, TextStyle::Total, Tone::Text, px(7));
    line(below, TextStyle::Code, Tone::Text2, px(22));
    paintIcon(painter, mirrored(*this, QRect(width() - px(24), (height() - px(16)) / 2, px(16), px(16))), Icon::UpDown,
              t.text2);
}

} // namespace tilldeck::ui

#include "moc_account_switcher.cpp"
