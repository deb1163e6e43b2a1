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

/// An account that sessions can be created with.
struct AccountChoice
{
    QString id;
    QString label;

    friend bool operator==(const AccountChoice &, const AccountChoice &) = default;
};

/// The editor of a checkout session: form, live preview, the request as it would be sent. Knows no provider and no
/// network: it edits DRAFT and says what the merchant wants.
class EditorScreen : public QWidget
{
    Q_OBJECT

public:
    EditorScreen(DraftEditor *draft, const checkout::Capabilities &can, accounts::Mode mode,
                 std::function<QDateTime()> now, QClipboard *clipboard, QWidget *parent = nullptr);

    void setAccounts(const std::vector<AccountChoice> &accounts, const QString &current);
    /// The catalog of the draft was replaced.
    void readCatalog();

    void setStale();
    void setPreview(const checkout::Preview &preview, const std::vector<checkout::Problem> &problems);
    void setRequest(const checkout::Result<providers::RequestText> &request);
    bool showsRequest() const;
    void setSavedText(const QString &text);
    void setBusy(bool busy);

    /// What keeps the draft from being created, as of the last setPreview().
    const std::vector<checkout::Problem> &problems() const { return m_problems; }
    std::optional<checkout::Figure> customerPays() const;
    /// No problems, and the provider's quote belongs to the draft and is not outdated, where there is one.
    bool canCreate() const;
    /// Shows every problem and puts the focus on the first, or on what else stands in the way.
    void goToFirstProblem();
    void goTo(const checkout::Problem &problem);

    /// Above the footer until the next edit: why the provider said no. Its problems stand on their fields.
    void showError(const checkout::Error &error);
    void hideError();
    void focusFirstField();
    /// After another flow was chosen: where the merchant was.
    void focusFlow();
    /// Shows or hides the preview beside the form.
    void togglePanel();

signals:
    void closeRequested();
    void saveRequested();
    void discardRequested();
    /// @p byMouse is false for keys and whatever else presses the button.
    void createRequested(bool byMouse);
    /// canCreate() may answer otherwise from now on.
    void canCreateChanged();
    void accountChosen(const QString &accountId);
    void flowChosen(const QString &flow);
    /// The merchant asks the provider for a new quote.
    void quoteRequested();
    /// The Request tab came to the front.
    void requestShown();
    /// The merchant follows the link to enter the account's key.
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
    void showDetails();

    DraftEditor *m_draft;
    QWidget *m_main;
    PageHeader *m_header;
    Label *m_createWith;
    QComboBox *m_accounts;
    IconButton *m_panelButton;
    QScrollArea *m_scroll;
    EditorForm *m_form;
    QWidget *m_messageBox;
    InlineMessage *m_message;
    EditorFooter *m_footer;
    SidePanel *m_panel;
    PreviewPanel *m_preview;
    RequestPanel *m_request;
    std::vector<checkout::Problem> m_problems;
    std::vector<checkout::Problem> m_quoteProblems; ///< Those that the provider found; also among the ones above.
    checkout::Preview m_latest;
    std::optional<checkout::Error> m_error; ///< The provider's last no.
    QPointer<QWidget> m_focus;              ///< Had the focus before a creation.
    bool m_folded = false;
    bool m_panelShown = true;
};

} // namespace tilldeck::ui
