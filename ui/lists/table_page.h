// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/error.h"

#include <QWidget>

namespace tilldeck::ui {

class InlineMessage;
class PageHeader;
class StatusLine;

/// The base of the shorter list pages: a header, a message, a list and a status line.
class TablePage : public QWidget
{
    Q_OBJECT

protected:
    explicit TablePage(QWidget *parent);

    /// Stacks the parts of the page in @p host; @p choices may be null, @p list takes the spare height.
    void stack(QWidget *host, PageHeader *header, QWidget *choices, QWidget *list);
    void showProblem(const checkout::Error &error);

    InlineMessage *m_message;
    StatusLine *m_status;
};

} // namespace tilldeck::ui
