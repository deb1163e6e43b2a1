// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editor_footer.h"

#include "ui/figures/figure_source.h"
#include "ui/forms/real_money.h"
#include "ui/widgets/amount.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

#include <QKeySequence>
#include <QMouseEvent>
#include <QPainter>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using accounts::Mode;

namespace {

QString createText(Mode mode)
{
    switch (mode) {
    case Mode::Live:
        return EditorFooter::tr("Create live session");
    case Mode::Test:
        return EditorFooter::tr("Create test session");
    case Mode::Sandbox:
        return EditorFooter::tr("Create sandbox session");
    }
    return {};
}

} // namespace

EditorFooter::EditorFooter(Mode mode, QWidget *parent)
    : QWidget(parent)
    , m_mode(mode)
    , m_discard(new Button(tr("Discard draft"), ButtonKind::Quiet))
    , m_summary(new QWidget)
    , m_pays(new AmountLabel(AmountLabel::Size::Total))
    , m_tag(new FigureTag(FigureSource::Reported))
    , m_showPreview(new Button(tr("Show preview"), ButtonKind::Quiet))
    , m_discardSmall(new IconButton(Icon::Trash, tr("Discard draft")))
    , m_saved(new Label({}, TextStyle::Secondary, Tone::Text3))
    , m_fix(new Button({}, ButtonKind::Link))
    , m_save(new Button(tr("Save and close")))
    , m_create(new Button(createText(mode), ButtonKind::Primary))
{
    m_pays->setAccessibleName(tr("Customer pays"));

    auto *head = makeRowLayout(px(6));
    addWidgets(*head, new Label(tr("Customer pays"), TextStyle::Secondary, Tone::Text2), m_tag);
    auto *summary = makeColumnLayout(m_summary, 0, {0, 0, px(12), 0});
    summary->addLayout(head);
    summary->addWidget(m_pays, 0, Qt::AlignLeft);

    auto *layout = makeRowLayout(this, px(8), {px(20), px(9), px(20), px(9)});
    addWidgets(*layout, m_discard, m_summary, m_showPreview);
    layout->addStretch();
    layout->addWidget(m_saved);
    layout->addSpacing(px(6));
    addWidgets(*layout, m_discardSmall, m_fix, m_save, m_create);
    setFixedHeight(px(48));
    setFolded(false, true);
    updateButtons();

    connect(m_discard, &Button::clicked, this, &EditorFooter::discardRequested);
    connect(m_discardSmall, &IconButton::clicked, this, &EditorFooter::discardRequested);
    connect(m_showPreview, &Button::clicked, this, &EditorFooter::previewRequested);
    connect(m_fix, &Button::clicked, this, &EditorFooter::fixRequested);
    connect(m_save, &Button::clicked, this, &EditorFooter::saveRequested);
    connect(m_create, &Button::clicked, this,
            [this, watch = new MouseWatch(m_create)] { emit createRequested(watch->takeIsMouse()); });
}

void EditorFooter::setSavedText(const QString &text)
{
    m_saved->setText(text);
}

void EditorFooter::setCustomerPays(const std::optional<checkout::Figure> &figure, bool isStale)
{
    m_pays->setStale(isStale);
    m_pays->setAmount(figureAmount(figure));
    m_tag->setSource(sourceOf(figure));
}

void EditorFooter::setProblems(int fields, const QString &blockedBy)
{
    m_fields = fields;
    m_blockedBy = blockedBy;
    updateButtons();
}

void EditorFooter::setHeldBack(const QString &why)
{
    m_heldBack = why;
    updateButtons();
}

void EditorFooter::setBusy(bool busy)
{
    m_busy = busy;
    updateButtons();
}

void EditorFooter::setFolded(bool folded, bool isPreviewShown)
{
    m_showPreview->setText(isPreviewShown ? tr("Hide preview") : tr("Show preview"));
    // The words need the room more than the keys, which stand in the menus, too.
    m_create->setHint(folded ? QString()
                             : QKeySequence(Qt::CTRL | Qt::Key_Return)
                                   .toString(QKeySequence::NativeText)
                                   .replace(u"Return"_s, u"Enter"_s));
    m_summary->setVisible(folded);
    m_showPreview->setVisible(folded);
    m_discardSmall->setVisible(folded);
    m_discard->setVisible(!folded);
    m_saved->setVisible(!folded);
}

bool EditorFooter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowBlocked || event->type() == QEvent::WindowUnblocked) {
        m_isAsked = event->type() == QEvent::WindowBlocked;
        updateButtons();
    }
    return QWidget::eventFilter(watched, event);
}

void EditorFooter::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    window()->installEventFilter(this);
}

void EditorFooter::updateButtons()
{
    const QString fix = m_fields == 0   ? m_blockedBy
                        : m_fields == 1 ? tr("Fix 1 field")
                                        : tr("Fix %n fields", nullptr, m_fields);
    m_fix->setText(fix);
    m_fix->setVisible(isBlocked() && !m_busy);
    m_create->setText(m_busy && !m_isAsked ? tr("Creating…") : createText(m_mode));
    m_create->setEnabled(!isBlocked() && !m_busy && m_heldBack.isEmpty());
    const QString why = m_heldBack.isEmpty() ? fix : m_heldBack;
    m_create->setToolTip(why);
    m_create->setAccessibleDescription(why);
    for (QWidget *button :
         {static_cast<QWidget *>(m_discard), static_cast<QWidget *>(m_discardSmall), static_cast<QWidget *>(m_save)})
        button->setEnabled(!m_busy);
}

void EditorFooter::mousePressEvent(QMouseEvent *event)
{
    // A disabled button lets its clicks through: this one answers with the reason.
    if (isBlocked() && !m_busy && m_create->geometry().contains(event->position().toPoint()))
        emit fixRequested();
    else
        QWidget::mousePressEvent(event);
}

void EditorFooter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().base);
    painter.fillRect(QRect(0, 0, width(), 1), tokens().line);
}

} // namespace tilldeck::ui

#include "moc_editor_footer.cpp"
