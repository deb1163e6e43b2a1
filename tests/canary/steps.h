// SPDX-License-Identifier: GPL-3.0-or-later
// What canary_window waits for, and how it ends where that does not come.
#pragma once

#include "checkout/session_draft.h"

#include <QApplication>
#include <QClipboard>
#include <QTest>
#include <QWidget>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

namespace tilldeck::canary {

using namespace Qt::StringLiterals;

constexpr int longest = 30'000; // milliseconds

inline QByteArray nextLine()
{
    std::string line;
    std::getline(std::cin, line);
    return QByteArray::fromStdString(line);
}

/// Ends the program when @p isDone is false; its test prints what it says.
inline void require(bool isDone, const QString &what)
{
    if (isDone)
        return;
    std::fprintf(stderr, "canary_window: %s\n", qPrintable(what));
    std::_Exit(1);
}

template <class Condition> void waitFor(Condition condition, const QString &what)
{
    require(QTest::qWaitFor(condition, longest), what);
}

/// Returns a dialog of this kind that is open; null when none is.
template <class Dialog> Dialog *openDialog()
{
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (auto *dialog = qobject_cast<Dialog *>(top); dialog && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

inline QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

/// Returns a draft that can be created, of another amount for each @p number.
inline checkout::SessionDraft draftFor(const QString &provider, int number)
{
    checkout::SessionDraft draft;
    if (provider == "paymentkit"_L1) {
        draft.lineItems = {checkout::LineItem(u"price_premium"_s, number)};
    } else if (provider == "khaime"_L1) {
        draft.pricing = money::Money(4200 + number, *money::Currency::fromCode(u"USD"));
        draft.chargeCurrency = money::Currency::fromCode(u"NGN");
        draft.customer.email = u"jane@example.com"_s;
        draft.customer.country = u"NG"_s;
    } else {
        draft.lineItems = {checkout::LineItem(QString(), 1)};
        draft.lineItems.front().name = u"Woven basket"_s;
        draft.lineItems.front().unitAmount = money::Money(12500 + number, *money::Currency::fromCode(u"XOF"));
    }
    return draft;
}

/// Says @p what to the test, and waits for its word.
inline void tell(const QString &what)
{
    std::puts(qPrintable(what));
    std::fflush(stdout);
    (void)nextLine();
}

} // namespace tilldeck::canary
