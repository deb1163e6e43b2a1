// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "checkout/breakdown.h"
#include "checkout/capabilities.h"
#include "checkout/error.h"
#include "providers/provider.h"

#include <QClipboard>
#include <QDateTime>
#include <QPointer>
#include <QWidget>

#include <functional>

class QComboBox;
class QScrollArea;

namespace tilldeck::ui {

class Button;
class DraftEditor;
class EditorFooter;
class EditorForm;
class IconButton;
class InlineMessage;
class Label;
class PageHeader;
class PreviewPanel;
class RequestPanel;
class SidePanel;

struct AccountChoice
{
    QString id;
    QString label;

    friend bool operator==(const AccountChoice &, const AccountChoice &) = default;
};

/// Shows the editor of a checkout session: the form, the live preview, and the request as it would be sent. It knows no
/// provider and no network: it edits @p draft and says what the merchant wants.
class EditorScreen : public QWidget
{
    Q_OBJECT

public:
    EditorScreen(DraftEditor *draft, const checkout::Capabilities &can, accounts::Mode mode,
                 std::function<QDateTime()> now, QClipboard *clipboard, QWidget *parent = nullptr);

    void setAccounts(const std::vector<AccountChoice> &accounts, const QString &current);
    /// Shows the names and choices of the catalog, which was replaced.
    void readCatalog();

    void setStale();
    void setPreview(const checkout::Preview &preview, const std::vector<checkout::Problem> &problems);
    void setRequest(const checkout::Result<providers::RequestText> &request);
    bool showsRequest() const;
    void setSavedText(const QString &text);
    void setBusy(bool busy);

    /// Returns what keeps the draft from being created, as of the last setPreview().
    const std::vector<checkout::Problem> &problems() const { return m_problems; }
    std::optional<checkout::Figure> customerPays() const;
    /// Returns whether there is no problem and, where the flow is quoted, the quote belongs to the draft and is not
    /// outdated.
    bool canCreate() const;
    /// Disables the button that creates while @p why is not empty.
    void setHeldBack(const QString &why);
    /// Shows every problem and moves the focus to the first, or to what else blocks the creation.
    void goToFirstProblem();
    void goTo(const checkout::Problem &problem);

    /// Shows why the provider refused above the footer until the next edit, and its problems on their fields.
    /// With a @p lead before the sentence of the error.
    void showError(const checkout::Error &error, const QString &lead = {});
    void hideError();
    /// Hides an error that is due to the key, which was replaced.
    void forgetKeyError();
    /// Shows above the footer what the merchant should know before the next edit.
    void showNote(const QString &lead, const QString &text);
    void focusFirstField();
    /// Moves the focus back to the choice of the flow, after another one was chosen.
    void focusAccount();
    void focusFlow();
    void togglePanel();

signals:
    void closeRequested();
    void saveRequested();
    void discardRequested();
    /// @p byMouse is false for keys and whatever else presses the button.
    void createRequested(bool byMouse);
    /// Emitted when canCreate() may have changed.
    void canCreateChanged();
    void accountChosen(const QString &accountId);
    void flowChosen(const QString &flow);
    /// Emitted when the merchant asks the provider for a new quote.
    void quoteRequested();
    /// Emitted when the Request tab is shown.
    void requestShown();
    /// Emitted when the merchant follows the link to enter the account's key.
    void keyRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void makeHeader();
    void makeShortcuts();
    void arrange();
    void showProblems();
    std::vector<checkout::Problem> dueProblems() const;
    void showBlocked();
    void showRemarks();
    void showDetails();
    void showSentence(const QString &text, const QString &link);

    DraftEditor *m_draft;
    QWidget *m_main;
    PageHeader *m_header;
    Label *m_createWith;
    QComboBox *m_accounts;
    IconButton *m_panelButton;
    EditorForm *m_form;
    QScrollArea *m_scroll;
    QWidget *m_messageBox;
    InlineMessage *m_message;
    InlineMessage *m_remarks;
    EditorFooter *m_footer;
    SidePanel *m_panel;
    PreviewPanel *m_preview;
    RequestPanel *m_request;
    std::vector<checkout::Problem> m_problems;
    std::vector<checkout::Problem> m_quoteProblems; ///< Were found by the provider; m_problems has them too.
    checkout::Preview m_latest;
    std::optional<checkout::Error> m_error; ///< Is shown above the footer.
    QString m_heldBack;                     ///< Why nothing can be created at all.
    QString m_errorLead;
    QPointer<QWidget> m_focus; ///< Gets the focus back after a creation.
    bool m_folded = false;
    bool m_panelShown = true;
};

} // namespace tilldeck::ui
