// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/chip.h"

#include "ui/style/paint.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layouts.h"

#include <QHBoxLayout>
#include <QLocale>

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
    m_countBefore = m_count >= 0 ? countText() : m_countBefore;
    m_count = count;
    updateName();
    updateGeometry();
    update();
}

void Chip::setAtLeast(const QString &why)
{
    setToolTip(why);
    if (m_isAtLeast == !why.isEmpty())
        return;
    m_isAtLeast = !why.isEmpty();
    updateName();
    updateGeometry();
    update();
}

void Chip::updateName()
{
    QString name = text();
    if (m_count == 0 && m_isAtLeast)
        name = tr("%1, not known how many", "a filter").arg(text());
    else if (m_count >= 0)
        name = (m_isAtLeast ? tr("%1, %2 at least", "a filter and how many there are")
                            : tr("%1, %2", "a filter and how many there are"))
                   .arg(text())
                   .arg(m_count);
    setAccessibleName(name);
}

QString Chip::countText() const
{
    const QString count = locale().toString(m_count);
    if (m_isAtLeast && m_count == 0)
        return QString(u'?'); // it is not known how many there are
    return m_isAtLeast ? tr("%1+", "at least that many").arg(count) : count;
}

QSize Chip::sizeHint() const
{
    int width = 2 * px(10) + QFontMetrics(ui::font(TextStyle::SecondaryStrong)).horizontalAdvance(text());
    const QString count = m_count >= 0 ? countText() : m_countBefore;
    if (!count.isEmpty())
        width += px(5) + QFontMetrics(ui::font(TextStyle::Secondary)).horizontalAdvance(count);
    if (!icon().isNull())
        width += px(20);
    if (menu())
        width += px(20);
    return {width, px(26)};
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    if (!pressByReturn(this, event))
        QToolButton::keyPressEvent(event);
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
        draw(countText(), TextStyle::Secondary, t.text2);
    } else if (!m_countBefore.isEmpty()) {
        x += px(5) + QFontMetrics(ui::font(TextStyle::Secondary)).horizontalAdvance(m_countBefore);
    }
    if (menu()) {
        x += px(4);
        glyph([&](const QRect &slot) { paintIcon(painter, slot, Icon::ChevronDown, t.text2); });
    }
}

ChipRow::ChipRow(QWidget *parent)
    : QWidget(parent)
    , m_chips(new QHBoxLayout)
    , m_trailing(new QHBoxLayout)
{
    setFixedHeight(px(38));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *row = makeRowLayout(this, px(12));
    for (QHBoxLayout *part : {m_chips, m_trailing}) {
        part->setSpacing(px(6));
        row->addLayout(part);
    }
    row->addStretch(1);
    m_group.setExclusive(true);
    connect(&m_group, &QButtonGroup::idClicked, this, &ChipRow::currentChanged);
}

ChipRow::Fit ChipRow::fitTo(int width)
{
    // Not the layout's sums, which Qt keeps from before while the row is hidden.
    int room = width;
    for (int i = 0; i < m_trailing->count(); ++i) {
        const QWidgetItem shown(m_trailing->itemAt(i)->widget());
        if (!shown.isEmpty())
            room -= shown.sizeHint().width() + (i == 0 ? layout()->spacing() : m_trailing->spacing());
    }
    const auto widthOf = [this](const QAbstractButton *chip) { return chip->sizeHint().width() + m_chips->spacing(); };
    room += m_chips->spacing(); // none behind the last
    const QAbstractButton *checked = m_group.checkedButton();
    const auto buttons = m_group.buttons();
    if (checked)
        room -= widthOf(checked);
    qsizetype offered = 0, shown = 0;
    bool isFull = room < 0;
    for (QAbstractButton *chip : buttons) {
        const bool isOffered = !m_withdrawn.contains(m_group.id(chip));
        offered += isOffered ? 1 : 0;
        if (isOffered && chip != checked && !isFull) {
            isFull = widthOf(chip) > room;
            room -= isFull ? 0 : widthOf(chip);
        }
        const bool isShown = isOffered && (chip == checked || !isFull);
        shown += isShown ? 1 : 0;
        chip->setVisible(isShown);
    }
    const bool hasFirst = !buttons.isEmpty() && !buttons.front()->isHidden();
    if (room < 0)
        return Fit::None;
    return shown == offered ? Fit::All : shown < 2 || !hasFirst ? Fit::None : Fit::Some;
}

void ChipRow::setOffered(int id, bool offered)
{
    if (offered == isOffered(id))
        return;
    if (offered)
        m_withdrawn.remove(id);
    else
        m_withdrawn.insert(id);
    chip(id)->setVisible(offered);
    updateGeometry(); // whoever fits the row fits it again
}

bool ChipRow::isOffered(int id) const
{
    return !m_withdrawn.contains(id);
}

Chip *ChipRow::addChip(int id, const QString &text)
{
    auto *chip = new Chip(text);
    m_group.addButton(chip, id);
    m_chips->addWidget(chip);
    if (m_group.buttons().size() == 1)
        chip->setChecked(true);
    return chip;
}

Chip *ChipRow::chip(int id) const
{
    return qobject_cast<Chip *>(m_group.button(id));
}

void ChipRow::addWidget(QWidget *widget)
{
    m_trailing->addWidget(widget);
}

void ChipRow::setCurrent(int id)
{
    if (auto *chip = m_group.button(id))
        chip->setChecked(true);
}

int ChipRow::current() const
{
    return m_group.checkedId();
}

} // namespace tilldeck::ui

#include "moc_chip.cpp"
