// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/create_session.h"
#include "desk/reconcile.h"
#include "ui/widgets/task_scope.h"

#include <QWidget>

namespace tilldeck::ui {

/// The creation of one draft, from the press of the button to its end. Sends once; when no answer comes it asks the
/// merchant, and never sends again by itself. After a refusal the draft can be sent again; once a session was created,
/// or the merchant has left its outcome open, this flow sends nothing any more: another draft needs another flow.
class CreateFlow : public QObject
{
    Q_OBJECT

public:
    /// DIALOGS is the window that the questions stand on.
    CreateFlow(desk::Desk &desk, QWidget *dialogs);

    /// A creation is under way, or the merchant is asked about its outcome.
    bool isBusy() const { return m_stage == Stage::Busy; }
    /// Whether create() would send.
    bool isReady() const { return m_stage == Stage::Ready; }
    /// Does nothing while a creation is under way or its outcome has not been settled, nor after one has succeeded.
    void create(const QString &accountId, const checkout::SessionDraft &draft, const checkout::Catalog &catalog,
                std::optional<money::Money> previewed, const std::optional<checkout::Quote> &quote);

signals:
    void busyChanged(bool busy);
    void confirmed(const tilldeck::ledger::SessionRecord &record);
    /// Nothing was created.
    void rejected(const tilldeck::checkout::Error &error);
    /// Sent without an answer that counts. From here on the sessions list holds the draft, and one of the other signals
    /// or leftOpen() follows.
    void outcomeUnknown();
    /// The merchant decides later, in the sessions list.
    void leftOpen();

private:
    enum class Stage {
        Ready,
        Busy,
        Closed ///< Created, or left open with an outcome that is not known.
    };

    void send();
    void finish(const desk::CreateOutcome &outcome);
    void ask(const QString &what);
    void tell(const checkout::Error &error);
    void check();
    void createAgain();
    void enter(Stage stage);

    QPointer<desk::Desk> m_desk;
    QWidget *m_dialogs;
    QString m_accountId;
    checkout::SessionDraft m_draft;
    checkout::Catalog m_catalog;
    std::optional<money::Money> m_previewed;
    std::optional<checkout::Quote> m_quote; ///< The one that the merchant saw.
    QString m_intentId;
    Stage m_stage = Stage::Ready;
    TaskScope m_tasks{this};
};

} // namespace tilldeck::ui
