// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmented.h"

#include "ui/style/paint.h"
#include "ui/widgets/layouts.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QStyle>

namespace tilldeck::ui {

namespace {

class Segment : public QAbstractButton
{
public:
    explicit Segment(const QString &text)
    {
        setText(text);
        setCheckable(true);
        setAccessibleName(text);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::MinimumExpanding, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override
    {
        // As wide as it is when chosen, so that choosing does not move its neighbours.
        return {QFontMetrics(ui::font(TextStyle::Total)).horizontalAdvance(text()) + 2 * px(10), px(28) - 2};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &t = tokens();
        const auto *row = parentWidget()->layout();
        const bool first = row->itemAt(0)->widget() == this;
        const bool last = row->itemAt(row->count() - 1)->widget() == this;
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        if (isChecked() || (underMouse() && isEnabled())) {
            // Round only where the frame around all of them is round.
            const int reach = px(8);
            const QRect fill =
                rect().adjusted((mirrored ? last : first) ? 0 : -reach, 0, (mirrored ? first : last) ? 0 : reach, 0);
            paintBox(painter, fill, isChecked() ? t.selected : t.hover, QColor(), controlRadius - 1);
        }
        if (!first)
            paintLine(painter, rect(), mirrored ? Qt::RightEdge : Qt::LeftEdge, t.control);
        painter.setFont(ui::font(isChecked() ? TextStyle::Total : TextStyle::Body));
        painter.setPen(!isEnabled() ? t.disabled : isChecked() ? t.text : t.text2);
        painter.drawText(rect(), Qt::AlignCenter, isolated(text()));
    }
};

} // namespace

SegmentedControl::SegmentedControl(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    makeRowLayout(this, 0, {1, 1, 1, 1});
    connect(&m_group, &QButtonGroup::idClicked, this, &SegmentedControl::currentChanged);
    // One stop of the Tab key: the chosen segment.
    connect(&m_group, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        m_group.button(id)->setFocusPolicy(checked ? Qt::StrongFocus : Qt::ClickFocus);
        if (checked)
            setFocusProxy(m_group.button(id));
    });
}

void SegmentedControl::addSegment(int id, const QString &text)
{
    auto *segment = new Segment(text);
    segment->setFocusPolicy(Qt::ClickFocus);
    m_group.addButton(segment, id);
    layout()->addWidget(segment);
    if (m_group.buttons().size() == 1)
        segment->setChecked(true);
}

void SegmentedControl::clear()
{
    const auto segments = m_group.buttons();
    for (auto *segment : segments) {
        m_group.removeButton(segment);
        delete segment;
    }
}

void SegmentedControl::setSegmentEnabled(int id, bool enabled, const QString &reason)
{
    if (auto *segment = m_group.button(id)) {
        segment->setEnabled(enabled);
        segment->setToolTip(enabled ? QString() : reason);
        segment->setAccessibleDescription(enabled ? QString() : reason);
    }
}

void SegmentedControl::setCurrent(int id)
{
    if (auto *segment = m_group.button(id)) {
        segment->setChecked(true);
        return;
    }
    m_group.setExclusive(false);
    if (auto *segment = m_group.checkedButton())
        segment->setChecked(false);
    m_group.setExclusive(true);
    if (!m_group.buttons().isEmpty())
        m_group.buttons().constFirst()->setFocusPolicy(Qt::StrongFocus);
}

int SegmentedControl::current() const
{
    return m_group.checkedId();
}

void SegmentedControl::keyPressEvent(QKeyEvent *event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    switch (event->key()) {
    case Qt::Key_Right:
        return choose(mirrored ? -1 : 1);
    case Qt::Key_Left:
        return choose(mirrored ? 1 : -1);
    case Qt::Key_Down:
        return choose(1);
    case Qt::Key_Up:
        return choose(-1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void SegmentedControl::choose(int step)
{
    const auto segments = m_group.buttons();
    auto at = segments.indexOf(m_group.checkedButton());
    do
        at += step;
    while (at >= 0 && at < segments.size() && !segments.at(at)->isEnabled());
    if (at < 0 || at >= segments.size())
        return;
    segments.at(at)->setFocus(Qt::TabFocusReason);
    segments.at(at)->click();
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, rect(), tokens().base, tokens().control, controlRadius);
}

} // namespace tilldeck::ui

#include "moc_segmented.cpp"
