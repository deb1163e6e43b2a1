// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/requests_page.h"

#include "desk/curl_command.h"
#include "ui/activity/request_filter.h"
#include "ui/activity/request_model.h"
#include "ui/lists/item_table.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/secret_clipboard.h"
#include "ui/widgets/segmented.h"

#include <QPlainTextEdit>

#include <chrono>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

enum RequestKind { AllRequests, FailedRequests };

} // namespace

RequestsPage::RequestsPage(const desk::Desk &desk, SecretClipboard *clipboard, QWidget *parent)
    : TablePage(parent)
    , m_log(desk.requests())
    , m_clipboard(clipboard)
    , m_search(new SearchField(tr("Address, answer or request ID"), {}))
    , m_kind(new SegmentedControl(tr("Requests")))
    , m_model(new RequestModel([&desk] { return desk.now(); }, this))
    , m_filter(new RequestFilter(this))
    , m_table(new ItemTable(*m_model, tr("Requests"), u"requests"_s, [&desk] { return desk.now(); }))
    , m_text(new QPlainTextEdit)
    , m_copy(new Button(tr("Copy as curl")))
{
    setObjectName(u"requestsPage"_s);
    m_copy->setObjectName(u"copyRequest"_s);
    m_copy->setToolTip(tr("With the key as $TILLDECK_KEY; other secrets are left out"));
    m_kind->addSegment(AllRequests, tr("All", "requests"));
    m_kind->addSegment(FailedRequests, tr("Failed", "requests"));
    m_table->setEmptyState(tr("No requests yet"), tr("Each request to a provider in this run stands here."));
    m_text->setReadOnly(true);
    m_text->setFont(ui::font(TextStyle::Mono));
    m_text->setAccessibleName(tr("Request and answer"));
    m_text->setFixedHeight(px(180));
    m_text->setLayoutDirection(Qt::LeftToRight);

    auto *events = new Button(tr("Events"));
    events->setObjectName(u"showEvents"_s);
    auto *header = new PageHeader(tr("Requests"));
    header->addTrailing(m_search, 1);
    header->addTrailing(m_copy);
    header->addTrailing(events);
    auto *choices = new QWidget;
    auto *row = makeRowLayout(choices, px(8), {px(16), 0, px(16), px(8)});
    row->addWidget(m_kind);
    row->addStretch(1);
    auto *list = new QWidget;
    addWidgets(*makeColumnLayout(list, 0), m_table, m_text);
    stack(this, header, choices, list);

    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms);
    connect(&m_soon, &QTimer::timeout, this, &RequestsPage::read);
    connect(&m_log, &desk::RequestLog::added, this, [this] {
        if (isVisible() && !m_soon.isActive())
            m_soon.start();
    });
    connect(m_filter, &RequestFilter::found, this, &RequestsPage::show);
    connect(events, &Button::clicked, this, &RequestsPage::eventsRequested);
    connect(m_copy, &Button::clicked, this, &RequestsPage::copyCurl);
    connect(m_search, &SearchField::searchChanged, this, &RequestsPage::read);
    connect(m_kind, &SegmentedControl::currentChanged, this, &RequestsPage::read);
    connect(m_table, &ItemTable::currentItemChanged, this, &RequestsPage::showCurrent);
    showCurrent();
}

void RequestsPage::showEvent(QShowEvent * /*event*/)
{
    read();
}

void RequestsPage::read()
{
    m_filter->look(m_log.entries(), m_search->text().trimmed(), m_kind->current() == FailedRequests);
}

void RequestsPage::show(const std::vector<RequestItem> &items)
{
    m_model->setItems(items);
    setStatusTexts(tr("%Ln request(s) of this run", nullptr, m_model->rowCount()), {},
                   tr("Sorted by time, newest first"));
}

void RequestsPage::showCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    m_copy->setEnabled(current.isValid());
    m_text->setVisible(current.isValid());
    const QString text = current.isValid() ? desk::exchangeText(m_model->item(current.row()).entry) : QString();
    if (m_text->toPlainText() != text)
        m_text->setPlainText(text);
}

void RequestsPage::copyCurl()
{
    if (const QModelIndex current = m_table->currentIndex(); current.isValid())
        m_clipboard->copyPlain(desk::curlCommandAgain(desk::requestText(m_model->item(current.row()).entry)));
}

} // namespace tilldeck::ui

#include "moc_requests_page.cpp"
