// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome_page.h"

#include "accounts/account.h"
#include "providers/registry.h"
#include "ui/shell/provider_row.h"
#include "ui/style/paint.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

namespace {

class Receipts : public QWidget
{
public:
    Receipts() { setFixedSize(px(210), px(110)); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintReceipts(painter, rect());
    }
};

class Card : public QWidget
{
protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintBox(painter, rect(), QColor(), tokens().lineStrong, groupRadius);
    }
};

class SmallIcon : public QWidget
{
public:
    SmallIcon(Icon icon, Tone tone)
        : m_icon(icon)
        , m_tone(tone)
    {
        setFixedSize(px(16), px(18));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(painter, QRect(0, px(1), px(16), px(16)), m_icon, color(m_tone));
    }

private:
    Icon m_icon;
    Tone m_tone;
};

QLayout *line(Icon icon, Tone iconTone, const QString &text, TextStyle style, Tone tone)
{
    auto *row = makeRowLayout(px(8));
    row->addWidget(new SmallIcon(icon, iconTone), 0, Qt::AlignTop);
    row->addWidget(makeWrappedLabel(text, style, tone), 1);
    return row;
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
    , m_sandbox(new Button(tr("Open the sandbox"), ButtonKind::Primary))
    , m_trouble(new InlineMessage(Severity::Error))
    , m_choices(new Label(tr("Press Alt+1 or Alt+2 to choose"), TextStyle::Secondary, Tone::Text3))
{
    auto *texts = makeColumnLayout(px(6));
    texts->addStretch();
    texts->addWidget(makeWrappedLabel(tr("Make checkout links without code"), TextStyle::Main, Tone::Text));
    texts->addWidget(makeWrappedLabel(
        tr("Choose what the customer buys, see what they pay and what you receive, then copy the link. "
           "Start with sample data, or connect your own account."),
        TextStyle::Body, Tone::Text2));
    texts->addStretch();
    auto *head = makeRowLayout(px(28));
    head->addWidget(new Receipts);
    head->addLayout(texts, 1);

    auto *cards = makeRowLayout(px(16));
    cards->addWidget(sandboxCard(), 1);
    cards->addWidget(accountCard(), 1);

    auto *content = new QWidget;
    content->setMaximumWidth(px(820));
    auto *column = makeColumnLayout(content, px(24));
    column->addLayout(head);
    column->addWidget(m_trouble);
    column->addLayout(cards);
    column->addWidget(m_choices, 0, Qt::AlignTrailing);
    m_trouble->setObjectName(u"welcomeTrouble"_s);
    m_trouble->hide();

    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(content, 1000);
    row->addStretch(1);
    auto *page = new QVBoxLayout(this);
    page->addStretch(2);
    page->addLayout(row);
    page->addStretch(4);

    connect(m_sandbox, &QPushButton::clicked, this, &WelcomePage::sandboxChosen);
    connect(new QShortcut(QKeySequence(u"Alt+1"_s), this), &QShortcut::activated, m_sandbox,
            [this] { m_sandbox->click(); });
    connect(new QShortcut(QKeySequence(u"Alt+2"_s), this), &QShortcut::activated, this,
            [this] { m_providers.front().row->setFocus(Qt::ShortcutFocusReason); });
    setTabOrder(m_sandbox, m_providers.front().row);
}

QWidget *WelcomePage::sandboxCard()
{
    auto *card = new Card;
    auto *column = makeColumnLayout(card, px(8), {px(20), px(18), px(20), px(18)});
    column->addLayout(
        line(Icon::Sandbox, Tone::Text, tr("Explore with the built-in sandbox"), TextStyle::Title, Tone::Text));
    column->addWidget(
        makeWrappedLabel(tr("A sample shop with customers, prices, tiers and payments, made up for you to try."),
                         TextStyle::Body, Tone::Text2));
    for (const QString &good : {tr("No key and no network needed"), tr("Try declines, cascade tiers and expiry"),
                                tr("Nothing leaves this computer"), tr("Delete it whenever you like")})
        column->addLayout(line(Icon::Check, Tone::Good, good, TextStyle::Body, Tone::Text2));
    column->addStretch();
    m_sandbox->setMinimumHeight(px(34));
    m_sandbox->setMinimumWidth(px(146));
    m_sandbox->setDefault(true);
    column->addWidget(m_sandbox, 0, Qt::AlignLeading);
    return card;
}

QWidget *WelcomePage::accountCard()
{
    auto *card = new Card;
    auto *column = makeColumnLayout(card, px(8), {px(20), px(18), px(20), px(18)});
    column->addLayout(line(Icon::Key, Tone::Text, tr("Connect an account"), TextStyle::Title, Tone::Text));
    column->addWidget(
        makeWrappedLabel(tr("Choose your provider. You can add more later."), TextStyle::Body, Tone::Text2));
    for (const accounts::ProviderKind kind : accounts::providerKinds()) {
        const QString word = accounts::providerId(kind);
        const auto can = providers::capabilities(word);
        auto *row = new ProviderRow(accounts::providerName(kind), can ? can->account.summary : QString());
        column->addWidget(row);
        if (!can) {
            row->setAvailable(false, tr("Not in this version"));
            continue;
        }
        connect(row, &QAbstractButton::clicked, this, [this, word] { emit connectChosen(word); });
        m_providers.push_back({row, can->account.summary});
    }
    column->addLayout(line(
        Icon::Lock, Tone::Text2,
        tr("Keys are kept in the system's keychain, or until you close Tilldeck where there is none, never in a file. "
           "They are sent only to their provider. Test keys are a good start."),
        TextStyle::Secondary, Tone::Text2));
    column->addStretch();
    return card;
}

void WelcomePage::setHeldBack(const QString &why, bool canConnect)
{
    m_trouble->setMessage(why);
    m_trouble->setVisible(!why.isEmpty());
    m_choices->setVisible(why.isEmpty());
    m_sandbox->setEnabled(why.isEmpty());
    m_sandbox->setToolTip(why);
    for (const Provider &provider : m_providers)
        provider.row->setAvailable(canConnect, canConnect ? provider.needs : tr("Needs a folder that can be written"));
}

void WelcomePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_sandbox->setFocus(Qt::OtherFocusReason);
}

} // namespace tilldeck::ui

#include "moc_welcome_page.cpp"
