// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/table_page.h"

#include "ui/lists/column_fit.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/page_header.h"

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
}

void TablePage::showProblem(const checkout::Error &error)
{
    m_message->setMessage(error.sentence, error.details);
    m_message->show();
}

void TablePage::setColumns(QTableView *table, const QList<FitColumn> &columns)
{
    auto *fit = new ColumnFit(table, columns);
    m_fits.append(fit);
    connect(fit, &ColumnFit::hiddenChanged, this, &TablePage::updateStatus);
}

void TablePage::setStatusTexts(const QString &leading, const QString &trailing)
{
    m_leading = leading;
    m_trailing = trailing;
    updateStatus();
}

void TablePage::updateStatus()
{
    QStringList said{m_trailing};
    for (const ColumnFit *fit : std::as_const(m_fits))
        if (fit->isShownIn(this))
            said.prepend(fit->hiddenText());
    said.removeAll(QString());
    m_status->setTexts(m_leading, said.join(u" · "_s));
}

} // namespace tilldeck::ui

#include "moc_table_page.cpp"
