// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editor_screen.h"

#include "ui/editor/draft_editor.h"
#include "ui/editor/editor_footer.h"
#include "ui/editor/editor_form.h"
#include "ui/editor/preview/preview_panel.h"
#include "ui/editor/preview/preview_text.h"
#include "ui/editor/preview/quote_bar.h"
#include "ui/editor/preview/request_panel.h"
#include "ui/editor/preview/side_panel.h"
#include "ui/forms/tab_chain.h"
#include "ui/style/paint.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/scroll_area.h"

#include <QComboBox>
#include <QPainter>
#include <QScrollArea>
#include <QShortcut>

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using checkout::ErrorKind;
using checkout::Problem;

namespace {

constexpr int previewPage = 0;
constexpr int requestPage = 1;

EditorForm *makeForm(DraftEditor *draft, const checkout::Capabilities &can, const std::function<QDateTime()> &now)
{
    // Before the form reads the draft: it shows what this flow takes.
    draft->setCapabilities(can);
    return new EditorForm(draft, can, now);
}

} // namespace

EditorScreen::EditorScreen(DraftEditor *draft, const checkout::Capabilities &can, accounts::Mode mode,
                           std::function<QDateTime()> now, QClipboard *clipboard, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_main(new QWidget(this))
    , m_header(new PageHeader(tr("New checkout session")))
    , m_createWith(new Label(tr("Create with"), TextStyle::Secondary, Tone::Text2))
    , m_accounts(new QComboBox)
    , m_panelButton(new IconButton(Icon::PanelRight, tr("Show or hide the preview")))
    , m_form(makeForm(draft, can, now))
    , m_scroll(makeScrollArea(m_form))
    , m_messageBox(new QWidget)
    , m_message(new InlineMessage(Severity::Error))
    , m_remarks(new InlineMessage(Severity::Warning))
    , m_footer(new EditorFooter(mode))
    , m_panel(new SidePanel(this))
    , m_preview(new PreviewPanel(can, mode != accounts::Mode::Live, now))
    , m_request(new RequestPanel(can, clipboard))
{
    makeHeader();
    makeColumnLayout(m_messageBox, 0, {px(20), px(8), px(20), px(8)})->addWidget(m_message);
    m_message->setObjectName(u"editorMessage"_s);
    m_messageBox->hide();
    auto *layout = makeColumnLayout(m_main, 0);
    layout->addWidget(m_header);
    layout->addWidget(m_scroll, 1);
    addWidgets(*layout, m_messageBox, m_remarks, m_footer);
    m_panel->addPage(tr("Preview"), m_preview);
    m_panel->addPage(tr("Request"), m_request);
    makeShortcuts();

    connect(m_footer, &EditorFooter::discardRequested, this, &EditorScreen::discardRequested);
    connect(m_footer, &EditorFooter::saveRequested, this, &EditorScreen::closeRequested);
    connect(m_footer, &EditorFooter::createRequested, this, &EditorScreen::createRequested);
    connect(m_footer, &EditorFooter::fixRequested, this, &EditorScreen::goToFirstProblem);
    connect(m_footer, &EditorFooter::previewRequested, this, &EditorScreen::togglePanel);
    connect(m_preview, &PreviewPanel::problemRequested, this, &EditorScreen::goTo);
    connect(m_form, &EditorForm::flowChosen, this, &EditorScreen::flowChosen);
    if (const QuoteBar *quote = m_preview->quoteBar()) {
        connect(quote, &QuoteBar::refreshRequested, this, &EditorScreen::quoteRequested);
        connect(quote, &QuoteBar::keyRequested, this, &EditorScreen::keyRequested);
        connect(quote, &QuoteBar::outdated, this, &EditorScreen::showBlocked);
    }
    connect(m_panel, &SidePanel::currentChanged, this, [this](int page) {
        if (page == requestPage)
            emit requestShown();
    });
    connect(m_draft, &DraftEditor::changed, this, &EditorScreen::hideError);
    connect(m_message, &InlineMessage::linkActivated, this, &EditorScreen::showDetails);
}

void EditorScreen::makeHeader()
{
    auto *back = new IconButton(Icon::ChevronLeft, tr("Back to checkout sessions"));
    connect(back, &IconButton::clicked, this, &EditorScreen::closeRequested);
    m_header->addLeading(back);
    m_header->addAfterTitle(new Badge(BadgeKind::Draft));
    m_createWith->setBuddy(m_accounts);
    m_header->addTrailing(m_createWith);
    m_accounts->setAccessibleName(tr("Create with"));
    m_accounts->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_header->addTrailing(m_accounts);
    m_header->addTrailing(m_panelButton);
    connect(m_accounts, &QComboBox::activated, this,
            [this] { emit accountChosen(m_accounts->currentData().toString()); });
    connect(m_panelButton, &IconButton::clicked, this, &EditorScreen::togglePanel);
}

void EditorScreen::makeShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto then) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, then);
    };
    for (const QKeySequence &keys : {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)})
        add(keys, [this] { emit createRequested(false); });
    add(Qt::CTRL | Qt::Key_S, &EditorScreen::saveRequested);
    add(Qt::CTRL | Qt::Key_Tab, [this] { m_panel->showNextPage(); });
    add(Qt::Key_F9, &EditorScreen::togglePanel);
}

void EditorScreen::setAccounts(const std::vector<AccountChoice> &accounts, const QString &current)
{
    m_accounts->clear();
    int widest = 0;
    for (const AccountChoice &account : accounts) {
        m_accounts->addItem(account.label, account.id);
        widest = std::max(widest, m_accounts->fontMetrics().horizontalAdvance(account.label));
    }
    m_accounts->setMinimumWidth(std::min(widest + px(48), px(260)));
    m_accounts->setCurrentIndex(m_accounts->findData(current));
}

void EditorScreen::readCatalog()
{
    m_form->readCatalog();
}

void EditorScreen::setStale()
{
    m_preview->setStale();
    m_footer->setCustomerPays(m_preview->customerPays(), true);
}

void EditorScreen::setPreview(const checkout::Preview &preview, const std::vector<Problem> &problems)
{
    m_latest = preview;
    m_problems = m_draft->withInputProblems(problems);
    m_quoteProblems = preview.quoteError ? m_draft->onRows(preview.quoteError->problems) : std::vector<Problem>();
    m_problems.insert(m_problems.end(), m_quoteProblems.begin(), m_quoteProblems.end());
    m_preview->setPreview(preview, dueProblems(), m_problems);
    showProblems();
    m_form->setPreview(preview);
    // A quote says its own age, and when it is outdated.
    const bool isQuoted = preview.quoteState == checkout::QuoteState::Available;
    m_panel->setUpdated(
        isQuoted ? QString()
                 : tr("Updated %1").arg(locale().toString(preview.madeAt.toLocalTime().time(), u"HH:mm:ss"_s)));
    chainTabs({m_header, m_scroll, m_panel, m_footer});
}

std::vector<Problem> EditorScreen::dueProblems() const
{
    std::vector<Problem> due;
    std::ranges::copy_if(m_problems, std::back_inserter(due), [this](const Problem &problem) {
        // What the provider found was sent to it, so the merchant has seen that field.
        return m_draft->isDue(problem) || problem.field == checkout::Field::Flow ||
               std::ranges::find(m_quoteProblems, problem) != m_quoteProblems.end();
    });
    return due;
}

void EditorScreen::showProblems()
{
    std::vector<Problem> shown = dueProblems();
    if (m_error)
        shown.insert(shown.end(), m_error->problems.begin(), m_error->problems.end());
    m_form->setProblems(shown);
    showBlocked();
}

void EditorScreen::showBlocked()
{
    m_footer->setProblems(int(fieldsToFix(m_problems).size()),
                          m_preview->quoteBar() ? m_preview->quoteBar()->blockedBy() : QString());
    m_footer->setCustomerPays(m_preview->customerPays(), m_preview->isStale());
    showRemarks();
    emit canCreateChanged();
}

void EditorScreen::setHeldBack(const QString &why)
{
    const bool wasOnCreate = window()->focusWidget() == m_footer->createButton();
    m_footer->setHeldBack(why);
    if (wasOnCreate && !m_footer->createButton()->isEnabled())
        focusFirstField(); // else the button gives the focus to the one that leaves the editor
    // What held it back has gone, and so does the sentence that said it.
    const bool wasHeld = !std::exchange(m_heldBack, why).isEmpty();
    const auto kind = m_error && why.isEmpty() ? m_error->kind : ErrorKind::InvalidInput;
    if (kind == ErrorKind::Storage || (wasHeld && (kind == ErrorKind::Offline || kind == ErrorKind::Unauthorised)))
        hideError();
}

bool EditorScreen::canCreate() const
{
    return m_problems.empty() && (!m_preview->quoteBar() || m_preview->quoteBar()->blockedBy().isEmpty());
}

void EditorScreen::setRequest(const checkout::Result<providers::RequestText> &request)
{
    m_request->setRequest(request);
}

bool EditorScreen::showsRequest() const
{
    return m_panelShown && m_panel->current() == requestPage;
}

void EditorScreen::setSavedText(const QString &text)
{
    m_footer->setSavedText(text);
}

void EditorScreen::setBusy(bool busy)
{
    QWidget *before = window()->focusWidget();
    m_focus = busy ? focusWidget() : m_focus.data();
    m_scroll->setEnabled(!busy);
    m_accounts->setEnabled(!busy);
    m_footer->setBusy(busy);
    // What is disabled gives the focus away. It comes back, unless the merchant has moved it meanwhile.
    if (busy && isAncestorOf(before))
        setFocus(Qt::OtherFocusReason); // else the button that leaves the editor gets it
    else if (!busy && m_focus && (!before || before == this))
        m_focus->isEnabled() ? m_focus->setFocus(Qt::OtherFocusReason) : focusFirstField();
}

std::optional<checkout::Figure> EditorScreen::customerPays() const
{
    return m_preview->customerPays();
}

void EditorScreen::goToFirstProblem()
{
    m_draft->makeAllDue();
    m_preview->setPreview(m_latest, m_problems, m_problems);
    showProblems();
    if (const std::vector<Problem> fields = fieldsToFix(m_problems); !fields.empty()) {
        goTo(fields.front());
    } else if (m_preview->quoteBar()) {
        if (!m_panelShown)
            togglePanel();
        m_panel->showPage(previewPage);
        m_preview->quoteBar()->field()->setFocus(Qt::TabFocusReason);
    }
}

void EditorScreen::goTo(const Problem &problem)
{
    QWidget *field = m_form->field(problem);
    m_scroll->ensureWidgetVisible(field, 0, px(48));
    field->setFocus(Qt::OtherFocusReason);
}

void EditorScreen::showError(const checkout::Error &error, const QString &lead)
{
    m_error = error;
    m_errorLead = lead;
    m_error->problems = m_draft->onRows(error.problems);
    m_message->setSeverity(Severity::Error);
    showSentence({}, error.kind == ErrorKind::Unauthorised ? tr("Enter the key…")
                     : error.details.isEmpty()             ? QString()
                                                           : tr("Details"));
    m_messageBox->show();
    showProblems();
    if (!m_error->problems.empty())
        goTo(m_error->problems.front());
}

/// Shows the sentence of the error, behind what it led to.
void EditorScreen::showSentence(const QString &text, const QString &link)
{
    if (m_errorLead.isEmpty())
        m_message->setMessage(m_error->sentence, text, link);
    else
        m_message->setMessage(
            m_errorLead,
            text.isEmpty() ? m_error->sentence : tr("%1 %2", "sentence, details").arg(m_error->sentence, text), link);
}

void EditorScreen::showDetails()
{
    if (!m_error)
        return;
    if (m_error->kind == ErrorKind::Unauthorised)
        emit keyRequested();
    else
        showSentence(m_error->httpStatus > 0 ? tr("“%1”", "a provider's own words").arg(m_error->details)
                                             : m_error->details,
                     {});
}

void EditorScreen::showNote(const QString &lead, const QString &text)
{
    m_message->setSeverity(Severity::Info);
    m_message->setMessage(lead, text);
    m_messageBox->show();
}

void EditorScreen::hideError()
{
    m_messageBox->hide();
    if (std::exchange(m_error, std::nullopt))
        showProblems();
}

void EditorScreen::forgetKeyError()
{
    if (m_error && checkout::isAboutKey(*m_error))
        hideError();
}

void EditorScreen::focusFirstField()
{
    m_form->firstField()->setFocus(Qt::OtherFocusReason);
}

void EditorScreen::focusAccount()
{
    m_accounts->setFocus(Qt::OtherFocusReason);
}

void EditorScreen::focusFlow()
{
    m_form->focusFlow();
}

void EditorScreen::togglePanel()
{
    m_panelShown = !m_panelShown;
    arrange();
    if (showsRequest())
        emit requestShown();
}

void EditorScreen::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().base);
}

} // namespace tilldeck::ui

#include "moc_editor_screen.cpp"
