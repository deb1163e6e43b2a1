// SPDX-License-Identifier: GPL-3.0-or-later
// The window with pages that hold nothing.
#pragma once

#include "ui/shell/main_window.h"
#include "ui/shell/welcome_page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/page_header.h"

#include <QDateTime>
#include <QVBoxLayout>

#include <memory>

namespace tilldeck::test {

using namespace Qt::StringLiterals;

inline QWidget *page(const QString &title)
{
    auto *widget = new QWidget;
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    auto *header = new ui::PageHeader(title);
    header->addTrailing(new ui::Button(ui::Icon::Plus, u"New session"_s, ui::ButtonKind::Primary));
    column->addWidget(header);
    column->addStretch();
    auto *status = new ui::StatusLine;
    status->setTexts(u"398 sessions"_s, u"Sorted by created, newest first"_s);
    column->addWidget(status);
    return widget;
}

inline std::unique_ptr<ui::MainWindow> makeWindow(accounts::Mode mode = accounts::Mode::Test)
{
    auto window = std::make_unique<ui::MainWindow>();
    window->addPage(ui::PageId::Welcome, new ui::WelcomePage, u"Welcome"_s);
    window->addPage(ui::PageId::Sessions, page(u"Checkout sessions"_s), u"Checkout sessions"_s, ui::Icon::Session);
    window->addPage(ui::PageId::Transactions, page(u"Transactions"_s), u"Transactions"_s, ui::Icon::Transactions);
    window->addPage(ui::PageId::Activity, page(u"Activity"_s), u"Activity"_s, ui::Icon::Bolt);
    window->addPage(ui::PageId::Accounts, page(u"Accounts"_s), u"Accounts"_s, ui::Icon::Key);
    window->addPage(ui::PageId::Editor, page(u"New checkout session"_s), u"New checkout session"_s);
    window->setAccounts({{u"1"_s, u"Kestrel Studio"_s, u"PaymentKit"_s, accounts::Mode::Live},
                         {u"2"_s, u"Kestrel Test & Co"_s, u"PaymentKit"_s, accounts::Mode::Test},
                         {u"3"_s, u"Sample shop"_s, u"PaymentKit"_s, accounts::Mode::Sandbox}},
                        u"2"_s);
    window->setPageCount(ui::PageId::Sessions, 42);
    window->setSavedViewCount(ui::SavedView::NeedsAttention, 5);
    window->setSavedViewCount(ui::SavedView::ExpiringSoon, 6);
    window->setSavedViewCount(ui::SavedView::Drafts, 2);
    ui::ModeStripState state;
    state.mode = mode;
    state.updatedAt = QDateTime::currentDateTimeUtc().addSecs(-12);
    state.canSwitch = true;
    window->setModeStrip(state);
    window->showPage(ui::PageId::Sessions);
    return window;
}

} // namespace tilldeck::test
