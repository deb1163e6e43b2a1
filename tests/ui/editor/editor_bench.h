// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/preview_remarks.h"
#include "checkout/pricing.h"
#include "checkout/validate.h"
#include "sample.h"
#include "ui/editor/draft_editor.h"
#include "ui/editor/editor_footer.h"
#include "ui/editor/editor_screen.h"
#include "ui/widgets/button.h"
#include "ui/widgets/rich_line.h"

#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>

namespace tilldeck::test {

using namespace Qt::StringLiterals;

/// The screen where the window has it, with preview and problems at once after each edit.
class EditorBench : public QObject
{
public:
    explicit EditorBench(const checkout::SessionDraft &draft, bool fresh = false,
                         const checkout::Capabilities &can = allCapabilities(), QSize size = {1440, 900})
        : m_can(can)
    {
        m_editor.setCatalog(std::make_shared<checkout::Catalog>(sampleCatalog()));
        m_editor.setDraft(draft, fresh);
        m_screen = new ui::EditorScreen(
            &m_editor, can, accounts::Mode::Test, [this] { return now; }, QApplication::clipboard(), &m_window);
        m_screen->setAccounts({{u"a"_s, u"PaymentKit, Kestrel Studio"_s}}, u"a"_s);
        connect(&m_editor, &ui::DraftEditor::changed, this, &EditorBench::preview);
        m_window.resize(size);
        const int sidebar = size.width() < 1280 ? 48 : 208;
        m_screen->setGeometry(m_window.isRightToLeft() ? 0 : sidebar, 84, size.width() - sidebar, size.height() - 84);
        m_window.show();
        preview();
        m_window.activateWindow();
        if (!QTest::qWaitForWindowActive(&m_window))
            qFatal("the window did not become active");
    }

    /// What the provider would answer; without it a complete draft waits for its quote.
    std::optional<checkout::Quote> quote;
    std::optional<checkout::Error> quoteError;
    QDateTime now = sampleNow();
    void refresh()
    {
        preview();
        // What was laid out anew is shown with the next events.
        QCoreApplication::processEvents();
    }

    ui::EditorScreen &screen() { return *m_screen; }
    ui::DraftEditor &editor() { return m_editor; }
    checkout::SessionDraft draft() const { return m_editor.draft(); }
    QWidget *createButton() const { return m_screen->findChild<ui::EditorFooter *>()->createButton(); }

    checkout::Problem problem() const
    {
        return m_screen->problems().empty() ? checkout::Problem(checkout::Field::Draft, {})
                                            : m_screen->problems().front();
    }
    QString sentences() const
    {
        QStringList all;
        for (const auto &problem : m_screen->problems())
            all << problem.sentence;
        return all.join(u'\n');
    }

    template <class T> T *find(const QString &accessibleName) const
    {
        for (T *widget : m_screen->findChildren<T *>()) {
            if (widget->accessibleName() == accessibleName && widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    /// Replaces the text of @p field by key presses.
    void type(QWidget *field, const QString &text)
    {
        QVERIFY(field);
        field->setFocus();
        QWidget *edit = QApplication::focusWidget();
        QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(edit, text);
    }

    /// Presses the first visible button with that text.
    void press(const QString &text)
    {
        for (auto *button : m_screen->findChildren<QAbstractButton *>()) {
            if (button->text() == text && button->isVisible()) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        QFAIL(qPrintable(text + u": no such button"_s));
    }

    /// Returns whether a visible label or button reads @p text.
    bool shows(const QString &text) const
    {
        return any([&](const QString &shown) { return shown == text; });
    }
    bool showsPart(const QString &text) const
    {
        return any([&](const QString &shown) { return shown.contains(text); });
    }

private:
    template <class Fits> bool any(Fits fits) const
    {
        for (auto *label : m_screen->findChildren<QLabel *>()) {
            const auto *rich = qobject_cast<ui::RichLine *>(label);
            if (label->isVisible() && fits(rich ? rich->plainText() : label->text()))
                return true;
        }
        for (auto *button : m_screen->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && fits(button->text()))
                return true;
        }
        return false;
    }

    void preview()
    {
        const auto draft = m_editor.draft();
        const auto problems = checkout::validate(draft, m_can, m_editor.catalog(), now);
        checkout::Preview preview = checkout::priceLocally(draft, m_editor.catalog(), now);
        if (m_can.quoteLifetime) {
            preview.quoteState = !problems.empty() ? checkout::QuoteState::NotYet
                                 : quoteError      ? checkout::QuoteState::Failed
                                                   : checkout::QuoteState::Requested;
            if (problems.empty())
                preview.quoteError = quoteError;
            if (problems.empty() && quote)
                preview = checkout::withQuote(std::move(preview), *quote);
        }
        preview.remarks = checkout::previewRemarks(preview, m_can);
        m_screen->setPreview(preview, problems);
    }

    checkout::Capabilities m_can;
    ui::DraftEditor m_editor;
    QWidget m_window;
    ui::EditorScreen *m_screen;
};

} // namespace tilldeck::test
