// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/attention_card.h"

#include "ui/style/paint.h"

#include <QStyle>

namespace tilldeck::ui {

namespace {

constexpr int side = 16;
constexpr int chevron = 28;

int leadingEdge(Qt::LayoutDirection direction)
{
    return int(QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignAbsolute);
}

int trailingEdge(Qt::LayoutDirection direction)
{
    return int(QStyle::visualAlignment(direction, Qt::AlignRight) | Qt::AlignAbsolute);
}

void paintGround(QPainter &painter, const QAbstractButton &button)
{
    const Tokens &t = tokens();
    if (button.underMouse())
        painter.fillRect(button.rect(), t.hover);
    if (!button.hasFocus())
        return;
    painter.setPen(QPen(t.link, 2));
    painter.drawRect(button.rect().adjusted(1, 1, -1, -1));
}

} // namespace

AttentionCard::AttentionCard(BadgeKind kind, const QString &sentence, QWidget *parent)
    : QAbstractButton(parent)
    , m_kind(kind)
    , m_sentence(sentence)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void AttentionCard::setBadge(BadgeKind kind, const QString &label)
{
    m_kind = kind;
    m_label = label;
    setCountText(text());
}

QString AttentionCard::badge() const
{
    return m_label.isEmpty() ? badgeText(m_kind) : m_label;
}

void AttentionCard::setCountText(const QString &count)
{
    setText(count);
    setAccessibleName(tr("%1: %2", "status, number of things").arg(badge(), count));
    setAccessibleDescription(m_sentence);
    update();
}

void AttentionCard::setSentence(const QString &sentence)
{
    if (sentence == m_sentence)
        return;
    m_sentence = sentence;
    setAccessibleDescription(m_sentence);
    updateGeometry();
    update();
}

QSize AttentionCard::sizeHint() const
{
    return {px(320), heightForWidth(px(320))};
}

QSize AttentionCard::minimumSizeHint() const
{
    return {px(220), heightForWidth(px(220))};
}

int AttentionCard::heightForWidth(int width) const
{
    const QRect room(0, 0, width - 2 * px(side) - px(chevron), 10000);
    const int lines =
        QFontMetrics(ui::font(TextStyle::Secondary)).boundingRect(room, Qt::TextWordWrap, m_sentence).height();
    return px(10) + px(20) + px(6) + lines + px(12);
}

void AttentionCard::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    paintGround(painter, *this);
    paintLine(painter, rect(), Qt::BottomEdge, t.line);
    const Qt::LayoutDirection direction = layoutDirection();
    const auto at = [&](const QRect &logical) { return QStyle::visualRect(direction, rect(), logical); };
    const int badgeWidth = badgeSize(m_kind, m_label).width();
    paintBadge(painter, at({px(side), px(10), badgeWidth, px(20)}), m_kind, badge(), direction);
    painter.setFont(ui::font(TextStyle::Name));
    painter.setPen(t.text);
    const int left = px(side) + badgeWidth + px(8);
    const QRect title = at({left, px(10), width() - left - px(chevron), px(20)});
    painter.drawText(title, leadingEdge(direction) | int(Qt::AlignVCenter),
                     isolated(painter.fontMetrics().elidedText(text(), Qt::ElideRight, title.width())));
    painter.setFont(ui::font(TextStyle::Secondary));
    painter.setPen(t.text2);
    const int wide = width() - 2 * px(side) - px(chevron);
    painter.drawText(at({px(side), px(36), wide, height() - px(36)}),
                     leadingEdge(direction) | int(Qt::AlignTop) | int(Qt::TextWordWrap), isolated(m_sentence));
    const QRect arrow = at({width() - px(side) - px(16), (height() - px(16)) / 2, px(16), px(16)});
    const Icon opened = isChecked() ? Icon::ChevronUp : Icon::ChevronDown;
    paintIcon(painter, arrow, isCheckable() ? opened : Icon::ChevronRight, t.text3);
}

ExpiringSessionButton::ExpiringSessionButton(const QString &customer, const QString &amount, const QString &timeLeft,
                                             QWidget *parent)
    : QAbstractButton(parent)
    , m_amount(amount)
    , m_timeLeft(timeLeft)
{
    setText(customer);
    setAccessibleName(tr("%1, %2, expires in %3", "customer, amount, time left").arg(customer, amount, timeLeft));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ExpiringSessionButton::sizeHint() const
{
    return {px(320), px(28)};
}

void ExpiringSessionButton::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    paintGround(painter, *this);
    const Qt::LayoutDirection direction = layoutDirection();
    const auto at = [&](int left, int wide) {
        return QStyle::visualRect(direction, rect(), QRect(left, 0, wide, height()));
    };
    const QFont body = ui::font(TextStyle::Body);
    const QFontMetrics metrics(body);
    const int timeWide = px(110);
    const int amountWide = metrics.horizontalAdvance(m_amount) + 2;
    const int timeAt = width() - px(side) - timeWide;
    const int nameWide = timeAt - px(8) - amountWide - px(side);
    painter.setPen(t.text);
    painter.setFont(ui::font(TextStyle::Name));
    painter.drawText(at(px(side), nameWide), leadingEdge(direction) | int(Qt::AlignVCenter),
                     QFontMetrics(painter.font()).elidedText(text(), Qt::ElideRight, nameWide - px(8)));
    painter.setFont(body);
    painter.drawText(at(timeAt - px(8) - amountWide, amountWide), trailingEdge(direction) | int(Qt::AlignVCenter),
                     isolated(m_amount));
    painter.setPen(t.warning);
    painter.drawText(at(timeAt, timeWide), trailingEdge(direction) | int(Qt::AlignVCenter), isolated(m_timeLeft));
}

} // namespace tilldeck::ui

#include "moc_attention_card.cpp"
