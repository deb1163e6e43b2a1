// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/choice_popup.h"

#include "ui/forms/choice_delegate.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QTimer>

#include <algorithm>

namespace tilldeck::ui {

ChoicePopup::ChoicePopup(const ChoiceText &texts, std::vector<Choice> choices, const QString &current, QWidget *field)
    : QFrame(field, Qt::Popup)
    , m_field(field)
    , m_texts(texts)
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_useId(new Button(Icon::Plus, texts.useId, ButtonKind::Quiet, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(texts.name);
    setAutoFillBackground(true);

    m_choices.setChoices(std::move(choices));
    m_shown.setSourceModel(&m_choices);
    m_shown.setFilterRole(ChoiceModel::SearchRole);
    m_shown.setFilterCaseSensitivity(Qt::CaseInsensitive);

    m_search->setPlaceholderText(texts.search);
    m_search->setAccessibleName(texts.search);
    m_search->addAction(icon(Icon::Search, Tone::Text3), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list->setModel(&m_shown);
    m_list->setItemDelegate(new ChoiceDelegate(m_list));
    m_list->setAccessibleName(texts.name);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_useId->installEventFilter(this);

    auto *footer = new QHBoxLayout;
    footer->addWidget(m_useId);
    footer->addStretch();
    footer->addWidget(new Label(texts.asOf, TextStyle::Code, Tone::Text3));
    auto *layout = makeColumnLayout(this, px(4), {px(5), px(5), px(5), px(5)});
    addWidgets(*layout, m_search, m_list, new Rule);
    layout->addLayout(footer);

    connect(m_search, &QLineEdit::textChanged, this, &ChoicePopup::filter);
    connect(m_list, &QListView::clicked, this, &ChoicePopup::take);
    connect(m_useId, &Button::clicked, this, &ChoicePopup::takeTyped);
    const auto now = m_shown.match(m_shown.index(0, 0), Qt::EditRole, current, 1, Qt::MatchExactly);
    if (!now.isEmpty())
        m_list->setCurrentIndex(now.first());
}

void ChoicePopup::openWith(const QString &typed)
{
    place();
    show();
    m_search->setFocus(Qt::PopupFocusReason);
    if (!typed.isEmpty())
        m_search->setText(typed);
    else if (!m_list->currentIndex().isValid())
        step(1);
}

void ChoicePopup::filter(const QString &text)
{
    m_shown.setFilterFixedString(text.trimmed());
    m_useId->setText(text.trimmed().isEmpty() ? m_texts.useId : m_texts.useTyped.arg(text.trimmed()));
    // An id that was typed whole is meant as an id, also when names contain it.
    const auto same = m_shown.match(m_shown.index(0, 0), Qt::EditRole, text.trimmed(), 1, Qt::MatchFixedString);
    // "Ghan" is rather Ghana than Afghanistan.
    const auto begins = m_shown.match(m_shown.index(0, 0), Qt::DisplayRole, text.trimmed(), 1, Qt::MatchStartsWith);
    const auto best = !same.isEmpty() || text.trimmed().isEmpty() ? same : begins;
    m_list->setCurrentIndex(best.isEmpty() ? QModelIndex() : best.first());
    if (best.isEmpty() || !(best.first().flags() & Qt::ItemIsEnabled)) {
        m_list->setCurrentIndex({});
        step(1);
    }
    place();
}

void ChoicePopup::take(const QModelIndex &index)
{
    if (!(index.flags() & Qt::ItemIsEnabled))
        return;
    const QString id = index.data(Qt::EditRole).toString();
    close();
    emit chosen(id);
}

void ChoicePopup::takeTyped()
{
    const QString typed = m_search->text().trimmed();
    if (typed.isEmpty()) {
        m_search->setFocus();
        return;
    }
    close();
    emit chosen(typed);
}

/// What is typed next is for the next field.
void ChoicePopup::goOn()
{
    QTimer::singleShot(0, m_field, [field = m_field] {
        // Buttons and links are no fields, and whoever types does not mean them.
        QWidget *next = field->nextInFocusChain();
        while (next != field &&
               ((next->focusPolicy() & Qt::TabFocus) == 0 || !next->isVisible() || !next->isEnabled() ||
                next->window() != field->window() || qobject_cast<QAbstractButton *>(next)))
            next = next->nextInFocusChain();
        next->setFocus(Qt::TabFocusReason);
    });
}

bool ChoicePopup::step(int by)
{
    const int rows = m_shown.rowCount();
    int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() + by : by > 0 ? 0 : rows - 1;
    while (row >= 0 && row < rows && !(m_shown.index(row, 0).flags() & Qt::ItemIsEnabled))
        row += by;
    if (row >= 0 && row < rows)
        m_list->setCurrentIndex(m_shown.index(row, 0));
    return row >= 0 && row < rows;
}

bool ChoicePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    if (watched == m_useId)
        return filterUseIdKey(*static_cast<QKeyEvent *>(event));
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        if (!step(1))
            m_useId->setFocus(Qt::TabFocusReason);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(8);
        return true;
    case Qt::Key_PageUp:
        step(-8);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_list->currentIndex().isValid()) {
            take(m_list->currentIndex());
            goOn();
        } else if (m_search->text().trimmed().isEmpty())
            close(); // where there is nothing to choose, Enter leaves as well
        else
            m_useId->setFocus(Qt::TabFocusReason); // what is in no list is used when it is chosen, not by the way
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        // What was typed until one choice was left is meant.
        if (m_shown.rowCount() == 1 && m_list->currentIndex().isValid() && !m_search->text().trimmed().isEmpty())
            take(m_list->currentIndex());
        close();
        // The key goes on from the field, as it would from any other.
        QCoreApplication::postEvent(m_field, static_cast<QKeyEvent *>(event)->clone());
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

/// The keys of the button that uses what was typed. Others go on with the search, but for a text: whoever types one
/// there means the next field, and it is no part of this id.
bool ChoicePopup::filterUseIdKey(QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        takeTyped();
        if (!isVisible())
            goOn();
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Up:
        m_search->setFocus(Qt::OtherFocusReason);
        return true;
    default:
        if (!event.text().isEmpty() && event.text().front().isPrint())
            return true;
        m_search->setFocus(Qt::OtherFocusReason);
        QCoreApplication::postEvent(m_search, event.clone());
        return true;
    }
}

void ChoicePopup::place()
{
    const int rows = std::clamp(m_shown.rowCount(), 0, 7);
    m_list->setVisible(rows > 0);
    m_list->setFixedHeight(rows * px(38) + 2 * m_list->frameWidth());
    const int width = std::max(m_field->width(), px(390));
    layout()->activate(); // the smallest size is that of the rows as they are now
    resize(width, layout()->sizeHint().height());
    QPoint corner(m_field->isRightToLeft() ? m_field->width() - width : 0, m_field->height() + px(2));
    corner = m_field->mapToGlobal(corner);
    const QRect screen = m_field->screen()->availableGeometry();
    if (corner.y() + height() > screen.bottom())
        corner.ry() -= height() + m_field->height() + px(4);
    corner.setX(std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - width)));
    move(corner);
}

void ChoicePopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().window);
    painter.setPen(tokens().control);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace tilldeck::ui

#include "moc_choice_popup.cpp"
