// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/lists/table_page.h"

#include <QTimer>

class QPlainTextEdit;

namespace tilldeck::ui {

class Button;
class ItemTable;
class RequestFilter;
class RequestModel;
struct RequestItem;
class SearchField;
class SecretClipboard;
class SegmentedControl;

/// Lists the requests of this run and their answers, without secrets, for the merchant's developer and for a provider's
/// support. Reads the log anew at most five times a second, and only while it is seen; what fits is looked for on a
/// thread of its own.
class RequestsPage : public TablePage
{
    Q_OBJECT

public:
    RequestsPage(const desk::Desk &desk, SecretClipboard *clipboard, QWidget *parent = nullptr);

signals:
    /// Emitted when the merchant returns to the events.
    void eventsRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void read();
    void show(const std::vector<RequestItem> &items);
    void showCurrent();
    void copyCurl();

    const desk::RequestLog &m_log;
    SecretClipboard *m_clipboard;
    SearchField *m_search;
    SegmentedControl *m_kind;
    RequestModel *m_model;
    RequestFilter *m_filter;
    ItemTable *m_table;
    QPlainTextEdit *m_text;
    Button *m_copy;
    QTimer m_soon;
};

} // namespace tilldeck::ui
