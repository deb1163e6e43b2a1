// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/table_page.h"

#include "ui/lists/item_table.h"
#include "ui/lists/list_columns.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/page_header.h"

#include <QToolButton>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

TablePage::TablePage(QWidget *parent)
    : QWidget(parent)
    , m_message(new InlineMessage(Severity::Error))
    , m_status(new StatusLine)
{
}

void TablePage::stack(QWidget *host, PageHeader *header, QWidget *choices, QWidget *list)
{
    m_message->hide();
    auto *column = makeColumnLayout(host, 0);
    column->addWidget(header);
    if (choices)
        column->addWidget(choices);
    column->addWidget(m_message);
    column->addWidget(list, 1);
    column->addWidget(m_status);
    for (ItemTable *table : host->findChildren<ItemTable *>()) {
        header->addTrailing(m_menus[table] = table->columns()->makeButton());
        connect(table->columns(), &ListColumns::sorted, this, &TablePage::updateStatus);
        connect(table->columns()->fit(), &ColumnFit::hiddenChanged, this, &TablePage::updateStatus);
    }
}

void TablePage::showProblem(const checkout::Error &error)
{
    m_message->setMessage(error.sentence, error.details);
    m_message->show();
}

void TablePage::setStatusTexts(const QString &count, const QString &message, const QString &newestFirst)
{
    m_count = count;
    m_trailing = message;
    m_newestFirst = newestFirst;
    updateStatus();
}

void TablePage::updateStatus()
{
    QStringList said;
    for (auto menu = m_menus.cbegin(); menu != m_menus.cend(); ++menu) {
        const bool isShown = menu.key()->isVisibleTo(this);
        menu.value()->setVisible(isShown);
        if (isShown)
            said << menu.key()->columns()->fit()->hiddenText() << menu.key()->columns()->sortedText(m_newestFirst);
    }
    said << m_trailing;
    said.removeAll(QString());
    m_status->setTexts(m_count, said.join(u" · "_s));
}

} // namespace tilldeck::ui

#include "moc_table_page.cpp"
