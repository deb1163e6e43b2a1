// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the whole program in a folder of its own, for tests that press its buttons and read its screen as a merchant
// does.
#pragma once

#include "dashboard/dashboard.h"
#include "ui/widgets/amount.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <functional>
#include <memory>

namespace tilldeck::test {

using namespace Qt::StringLiterals;

class Merchant
{
public:
    Merchant()
        : m_theme(*qApp)
    {
        start();
    }

    /// Opens a second window on the folder of another.
    explicit Merchant(QString shared)
        : m_shared(std::move(shared))
        , m_theme(*qApp)
    {
        start(false);
    }

    /// @p active is false where a dialog is expected over the window.
    void start(bool active = true)
    {
        auto opened =
            desk::Desk::open(folder(), [this] { return QDateTime::currentDateTimeUtc() + passed; }, desk::Role::Window);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().sentence));
        desk = std::move(*opened);
        dashboard = std::make_unique<dashboard::Dashboard>(*desk, m_theme, folder());
        dashboard->show();
        if (onShown)
            onShown();
        window().resize(1440, 900); // the screen of the offscreen platform is smaller than any desktop
        if (active && !QTest::qWaitForWindowActive(&window()))
            qFatal("The window did not become active.");
    }

    /// Lets the computer sleep for @p time: it goes by on the clock alone, and the window hears of it, as of a clock
    /// that was set, by being looked at again.
    void sleep(std::chrono::milliseconds time)
    {
        passed += time;
        emit qApp->applicationStateChanged(qApp->applicationState());
    }

    void stop()
    {
        dashboard.reset();
        desk.reset();
    }

    void restart()
    {
        stop();
        start();
    }

    QString folder() const { return m_shared.isEmpty() ? m_folder.path() : m_shared; }

    /// Activates the window. The offscreen platform has no active window after a popup has closed.
    bool activate() const
    {
        window().activateWindow();
        return QTest::qWaitForWindowActive(&window());
    }

    /// Opens the sandbox with its sample shop from the first page, by Enter.
    bool openSandbox() const
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        const auto filled = [this] {
            const QTableView *sessions = table(u"Checkout sessions"_s);
            return sessions && sessions->model()->rowCount() > 10;
        };
        return QTest::qWaitFor(filled, 20000) && activate();
    }

    /// Chooses the first account whose provider takes @p field in its usual flow. Returns false when there is none.
    bool chooseAccountWith(checkout::Field field) const
    {
        for (const accounts::Account &account : desk->accounts().accounts()) {
            if (desk->capabilities(account.id).takes(field)) {
                emit window().accountChosen(account.id);
                return true;
            }
        }
        return false;
    }

    ui::MainWindow &window() const { return dashboard->window(); }

    /// Returns a visible widget whose text or accessible name begins with @p name, or whose object name it is.
    template <class Widget> Widget *find(const QString &name) const
    {
        for (QWidget *top : QApplication::topLevelWidgets()) {
            for (auto *widget : top->findChildren<Widget *>()) {
                if (widget->isVisible() && (nameOf(widget).startsWith(name) || widget->objectName() == name))
                    return widget;
            }
        }
        return nullptr;
    }

    bool sees(const QString &text) const
    {
        for (auto *label : window().findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

    /// Returns whether @p amount is on the screen.
    bool seesAmount(const money::Money &amount) const
    {
        for (auto *label : window().findChildren<ui::AmountLabel *>()) {
            if (label->isVisible() && label->amount() == amount)
                return true;
        }
        return false;
    }

    bool press(const QString &name) const
    {
        auto *button = find<QAbstractButton>(name);
        if (!button || !button->isEnabled())
            return false;
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }

    /// Chooses in a field that completes what is typed, by the beginning and Enter.
    bool choose(const QString &field, const QString &typed, int which = 0) const
    {
        int seen = 0;
        for (auto *combo : window().findChildren<QComboBox *>()) {
            if (!combo->isVisible() || combo->accessibleName() != field || seen++ != which)
                continue;
            combo->setFocus();
            QTest::keyClicks(combo, typed.left(1));
            for (const QChar letter : typed.mid(1))
                QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
            if (QApplication::activePopupWidget()) // an id that is in no list is used by a second key
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
            return true;
        }
        return false;
    }

    template <class Editor> bool type(const QString &field, const QString &text) const
    {
        auto *editor = find<Editor>(field);
        if (!editor)
            return false;
        editor->setFocus();
        QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(editor, text);
        return true;
    }

    QTableView *table(const QString &name) const { return find<QTableView>(name); }

    /// Returns the first row that contains @p text; -1 when there is none.
    static int rowWith(const QTableView *table, const QString &text)
    {
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            QString all;
            for (int column = 0; column < table->model()->columnCount(); ++column)
                all += table->model()->index(row, column).data().toString() + u' ';
            if (all.contains(text))
                return row;
        }
        return -1;
    }

    std::unique_ptr<desk::Desk> desk;
    std::unique_ptr<dashboard::Dashboard> dashboard;
    std::function<void()> onShown;       ///< Called once the window is asked to show itself, before it does.
    std::chrono::milliseconds passed{0}; ///< How far the program's clock is ahead of the computer's.

private:
    static QString nameOf(const QWidget *widget)
    {
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget); button && !button->text().isEmpty())
            return button->text();
        return widget->accessibleName();
    }

    QTemporaryDir m_folder;
    QString m_shared; ///< The folder of another, in the place of its own.
    ui::Theme m_theme;
};

} // namespace tilldeck::test
