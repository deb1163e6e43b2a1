// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/table_page.h"

#include "ui/widgets/inline_message.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/page_header.h"

namespace tilldeck::ui {

TablePage::TablePage(QWidget *parent)
    : QWidget(parent)
    , m_message(new InlineMessage(Severity::Error))
    , m_status(new StatusLine)
{
}

void TablePage::stack(QWidget *host, PageHeader *header, QWidget *choices, QWidget *list)
{
    m_message->hide();
    auto *column = columnIn(host, 0);
    column->addWidget(header);
    if (choices)
        column->addWidget(choices);
    column->addWidget(m_message);
    column->addWidget(list, 1);
    column->addWidget(m_status);
}

void TablePage::showProblem(const checkout::Error &error)
{
    m_message->setMessage(error.sentence, error.details);
    m_message->show();
}

} // namespace tilldeck::ui

#include "moc_table_page.cpp"
