// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/chip.h"

#include "ui/style/paint.h"
#include "ui/widgets/button.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QStyle>

#include <memory>

namespace tilldeck::ui {

Chip::Chip(const QString &text, QWidget *parent)
    : QToolButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    updateName();
}

void Chip::setCount(int count)
{
    if (m_count == count)
        return;
    m_count = count;
    updateName();
    updateGeometry();
    update();
}

void Chip::updateName()
{
    setAccessibleName(m_count < 0 ? text() : tr("%1, %2", "a filter and how many there are").arg(text()).arg(m_count));
}

QSize Chip::sizeHint() const
{
    int width = 2 * px(10) + QFontMetrics(ui::font(TextStyle::SecondaryStrong)).horizontalAdvance(text());
    if (m_count >= 0)
        width +=
            px(5) + int(QFontMetrics(ui::font(TextStyle::Secondary)).horizontalAdvance(locale().toString(m_count)));
    if (!icon().isNull())
        width += px(20);
    if (menu())
        width += px(20);
    return {width, px(26)};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    const bool on = isChecked();
    paintBox(painter, rect(),
             on                         ? t.selected
             : underMouse() || isDown() ? t.hover
                                        : t.base,
             !isEnabled() ? t.line
             : on         ? t.link
                          : t.lineStrong,
             height() / 2.0);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    int x = px(10);
    const auto draw = [&](const QString &text, TextStyle style, const QColor &ink) {
        painter.setFont(ui::font(style));
        painter.setPen(isEnabled() ? ink : t.disabled);
        const int width = painter.fontMetrics().horizontalAdvance(text);
        painter.drawText(QRect(mirrored ? this->width() - x - width : x, 0, width, height()),
                         Qt::AlignCenter | Qt::TextDontClip, text);
        x += width;
    };
    const auto glyph = [&](auto paint) {
        const QRect slot(mirrored ? this->width() - x - px(16) : x, (height() - px(16)) / 2, px(16), px(16));
        paint(slot);
        x += px(16);
    };
    if (!icon().isNull()) {
        glyph([&](const QRect &slot) { icon().paint(&painter, slot); });
        x += px(4);
    }
    draw(text(), on ? TextStyle::SecondaryStrong : TextStyle::Secondary, on ? t.text : t.text2);
    if (m_count >= 0) {
        x += px(5);
        draw(locale().toString(m_count), TextStyle::Secondary, t.text2);
    }
    if (menu()) {
        x += px(4);
        glyph([&](const QRect &slot) { paintIcon(painter, slot, Icon::ChevronDown, t.text2); });
    }
}

ChipRow::ChipRow(QWidget *parent)
    : QWidget(parent)
    , m_chips(new QWidget)
    , m_rest(new QWidget)
    , m_fold(new Chip(tr("Filters")))
{
    setFixedHeight(px(38));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (QWidget *part : {m_chips, m_rest}) {
        auto *row = new QHBoxLayout(part);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(px(6));
    }
    m_fold->setIcon(icon(Icon::Filter, Tone::Text2));
    m_fold->setCheckable(false);
    m_fold->setPopupMode(QToolButton::InstantPopup);
    m_fold->setMenu(new QMenu(m_fold));
    connect(m_fold->menu(), &QMenu::aboutToShow, this, [this] {
        m_fold->menu()->clear();
        const auto buttons = m_group.buttons();
        for (auto *button : buttons) {
            QAction *action = m_fold->menu()->addAction(button->accessibleName());
            action->setCheckable(true);
            action->setChecked(button->isChecked());
            connect(action, &QAction::triggered, button, [button] { button->click(); });
        }
    });
    for (QWidget *part : {m_chips, static_cast<QWidget *>(m_fold), m_rest})
        part->setParent(this);
    m_group.setExclusive(true);
    connect(&m_group, &QButtonGroup::idClicked, this, [this](int id) {
        m_fold->setText(isFolded() ? m_group.button(id)->text() : tr("Filters"));
        emit currentChanged(id);
    });
}

Chip *ChipRow::addChip(int id, const QString &text)
{
    auto *chip = new Chip(text);
    m_group.addButton(chip, id);
    m_chips->layout()->addWidget(chip);
    if (m_group.buttons().size() == 1)
        chip->setChecked(true);
    arrange();
    return chip;
}

Chip *ChipRow::chip(int id) const
{
    return qobject_cast<Chip *>(m_group.button(id));
}

void ChipRow::addWidget(QWidget *widget)
{
    m_rest->layout()->addWidget(widget);
    arrange();
}

void ChipRow::setCurrent(int id)
{
    if (auto *chip = m_group.button(id)) {
        chip->setChecked(true);
        arrange();
    }
}

int ChipRow::current() const
{
    return m_group.checkedId();
}

bool ChipRow::isFolded() const
{
    return m_chips->isHidden();
}

QSize ChipRow::minimumSizeHint() const
{
    return {m_fold->sizeHint().width() + px(12) + m_rest->sizeHint().width(), px(38)};
}

void ChipRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool ChipRow::event(QEvent *event)
{
    // A count that grew or shrank.
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

void ChipRow::arrange()
{
    const int rest = m_rest->sizeHint().width();
    const bool fold = m_chips->sizeHint().width() + px(12) + rest > width();
    m_chips->setVisible(!fold);
    m_fold->setVisible(fold);
    const auto *checked = m_group.checkedButton();
    const bool filtered = checked && checked != m_group.buttons().value(0);
    m_fold->setText(filtered ? checked->text() : tr("Filters"));
    QWidget *leading = fold ? static_cast<QWidget *>(m_fold) : m_chips;
    const auto place = [this](QWidget *widget, int left, int width) {
        const int height = std::min(widget->sizeHint().height(), this->height());
        widget->setGeometry(
            QStyle::visualRect(layoutDirection(), rect(), QRect(left, (this->height() - height) / 2, width, height)));
    };
    place(leading, 0, leading->sizeHint().width());
    place(m_rest, leading->sizeHint().width() + px(12), rest);
}

} // namespace tilldeck::ui

#include "moc_chip.cpp"
