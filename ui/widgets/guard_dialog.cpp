// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/guard_dialog.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QPainter>

namespace tilldeck::ui {

namespace {

class Glyph : public QWidget
{
public:
    explicit Glyph(BadgeKind kind)
        : m_kind(kind)
    {
        setFixedSize(px(26), px(26));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const BadgeColors &colors = tokens().badge(m_kind);
        const bool solid = colors.background.isValid() && m_kind == BadgeKind::OutcomeUnknown;
        paintIcon(painter, rect(), badgeGlyph(m_kind), solid ? colors.background : colors.foreground);
    }

private:
    BadgeKind m_kind;
};

} // namespace

GuardDialog::GuardDialog(const QString &title, const QString &text, QWidget *parent)
    : FittingDialog(parent)
    , m_head(new QHBoxLayout)
    , m_details(new QFormLayout)
    , m_buttons(new QHBoxLayout)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_details->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(title);
    setMinimumWidth(px(440));
    auto *texts = makeColumnLayout(px(6));
    texts->addWidget(makeWrappedLabel(title, TextStyle::Title, Tone::Text));
    texts->addWidget(makeWrappedLabel(text, TextStyle::Body, Tone::Text2));
    texts->addLayout(m_details);
    texts->addStretch();
    m_head->setSpacing(px(10));
    m_head->addLayout(texts, 1);
    m_buttons->setSpacing(px(8));
    m_buttons->addStretch();
    auto *column = makeColumnLayout(this, px(16), {px(16), px(16), px(16), px(16)});
    column->addLayout(m_head);
    column->addLayout(m_buttons);
}

void GuardDialog::setGlyph(BadgeKind kind)
{
    m_head->insertWidget(0, new Glyph(kind), 0, Qt::AlignTop);
}

void GuardDialog::addDetail(const QString &label, const QString &value, TextStyle style)
{
    auto *valueLabel = makeWrappedLabel(value, style, Tone::Text);
    valueLabel->setAlignment(Qt::AlignTrailing | Qt::AlignTop);
    m_details->addRow(new Label(label, TextStyle::Body, Tone::Text2), valueLabel);
}

void GuardDialog::addWidget(QWidget *widget)
{
    m_details->addRow(widget);
}

void GuardDialog::wire(Button *button, int id)
{
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, id] {
        accept();
        emit chosen(id);
    });
}

Button *GuardDialog::setSafeButton(const QString &text)
{
    m_safe = new Button(text);
    m_safe->setDefault(true);
    m_buttons->insertWidget(m_buttons->count(), m_safe);
    connect(m_safe, &QPushButton::clicked, this, &QDialog::reject);
    return m_safe;
}

Button *GuardDialog::addButton(int id, const QString &text, ButtonKind kind)
{
    auto *button = new Button(text, kind);
    wire(button, id);
    m_buttons->addWidget(button);
    return button;
}

Button *GuardDialog::addAsideButton(int id, const QString &text)
{
    auto *button = new Button(text);
    wire(button, id);
    m_buttons->insertWidget(0, button);
    return button;
}

void GuardDialog::showEvent(QShowEvent *event)
{
    FittingDialog::showEvent(event);
    if (m_safe)
        m_safe->setFocus(Qt::TabFocusReason);
}

} // namespace tilldeck::ui

#include "moc_guard_dialog.cpp"
