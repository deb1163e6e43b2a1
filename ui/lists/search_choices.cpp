// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/search_choices.h"

#include "ui/style/theme.h"
#include "ui/widgets/search_field.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QEvent>
#include <QTimer>

#include <algorithm>

namespace tilldeck::ui {

namespace {

constexpr int leastWidth = 200;

} // namespace

SearchChoices::SearchChoices(SearchField *field, Names names)
    : QObject(field)
    , m_field(field)
    , m_names(std::move(names))
    , m_completer(&m_texts)
{
    m_completer.setWidget(field);
    m_completer.setCompletionMode(QCompleter::PopupCompletion);
    m_completer.popup()->setAccessibleName(tr("What may be typed"));
    m_completer.popup()->setTextElideMode(Qt::ElideRight);
    field->setChoices(m_completer.popup());
    field->installEventFilter(this);
    connect(field, &QLineEdit::textEdited, this, [this] { offer(false); });
    connect(field, &SearchField::choicesRequested, this, [this] { offer(true); });
    connect(&m_completer, qOverload<const QString &>(&QCompleter::activated), this, &SearchChoices::take);
}

bool SearchChoices::isOpen() const
{
    return m_completer.popup()->isVisible();
}

void SearchChoices::offer(bool isAsked)
{
    const int cursor = m_field->cursorPosition();
    m_offered = desk::completeSearch(m_field->text(), cursor, m_names());
    if (isAsked && m_offered.length == 0)
        m_offered.texts = desk::searchFields();
    const QString typed = m_field->text().sliced(m_offered.at, m_offered.length);
    if (m_offered.texts == QStringList(typed))
        m_offered.texts.clear(); // it stands there already
    m_texts.setStringList(m_offered.texts);
    if (m_offered.texts.isEmpty())
        return m_completer.popup()->hide();
    QAbstractItemView *popup = m_completer.popup();
    m_completer.setCompletionPrefix({});
    popup->setCurrentIndex({}); // Enter is for the search until one is chosen
    place();
    m_field->setAccessibleDescription(
        tr("%Ln suggestion(s): %1", "what may be typed", static_cast<int>(m_offered.texts.size()))
            .arg(QLocale().createSeparatedList(m_offered.texts)));
    QAccessibleEvent said(m_field, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&said);
}

void SearchChoices::place()
{
    const QAbstractItemView *popup = m_completer.popup();
    const int width = std::max(px(leastWidth), popup->sizeHintForColumn(0) + px(24));
    const QRect at = m_field->cursorRect();
    m_completer.complete(
        {at.left() - px(8), at.top(), std::min(width, 2 * m_field->width()), m_field->height() - at.top()});
}

bool SearchChoices::eventFilter(QObject *watched, QEvent *event)
{
    if ((event->type() == QEvent::Resize || event->type() == QEvent::Move) && isOpen())
        QTimer::singleShot(0, this, [this] {
            if (isOpen())
                place(); // the panel beside the list came or went
        });
    return QObject::eventFilter(watched, event);
}

void SearchChoices::take(const QString &text)
{
    const bool isAtEnd = m_offered.at + m_offered.length == m_field->text().size();
    const bool isWhole = !text.endsWith(u':');
    m_field->setSelection(static_cast<int>(m_offered.at), static_cast<int>(m_offered.length));
    if (m_offered.length == 0)
        m_field->setCursorPosition(static_cast<int>(m_offered.at));
    m_field->insert(isWhole && isAtEnd ? text + u' ' : text); // textEdited(): the values of a field are offered next
}

} // namespace tilldeck::ui

#include "moc_search_choices.cpp"
