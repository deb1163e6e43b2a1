// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/create_session.h"
#include "desk/open_outcomes.h"
#include "ui/widgets/task_scope.h"

#include <QWidget>

namespace tilldeck::desk {
enum class EarlyAbandon;
}

namespace tilldeck::ui {

/// Creates the session of one draft, from the press of the button to its outcome. It sends once; if no answer comes, or
/// if the same was asked for before, it asks the merchant, and never sends again by itself. After a refusal the draft
/// can be sent again. After a creation, or when the merchant leaves the outcome open, it sends nothing any more:
/// another draft needs another flow.
class CreateFlow : public QObject
{
    Q_OBJECT

public:
    /// Asks its questions in dialogs on the window of @p dialogs.
    CreateFlow(desk::Desk &desk, QWidget *dialogs);

    /// Returns whether a creation is under way, or the merchant is asked about its outcome.
    bool isBusy() const { return m_stage == Stage::Busy; }
    /// Returns whether create() would send.
    bool isReady() const { return m_stage == Stage::Ready; }
    /// Sends @p draft, which is kept as @p kept, unless a creation is under way, its outcome is open, or one has
    /// succeeded.
    void create(const QString &accountId, const checkout::SessionDraft &draft, const checkout::Catalog &catalog,
                std::optional<money::Money> previewed, const std::optional<checkout::Quote> &quote,
                const desk::KeptDraft &kept = desk::KeptDraft());

signals:
    void busyChanged(bool busy);
    /// Emitted when the session was created; also when an equal creation was sent again for the draft, or when this
    /// computer could not keep it, which a dialog then says.
    void confirmed(const tilldeck::ledger::SessionRecord &record);
    /// Emitted when the merchant asked what became of an equal creation and that one has a session. The draft was not
    /// sent: it may be another order.
    void earlierConfirmed(const tilldeck::ledger::SessionRecord &record);
    /// Emitted when nothing was created.
    void rejected(const tilldeck::checkout::Error &error);
    /// Emitted when the draft was sent and no answer can be trusted. From here on the sessions list holds it, and one
    /// of the other signals follows.
    void outcomeUnknown();
    /// Emitted when the merchant decides later, in the sessions list, which holds the creation @p intentId of
    /// @p accountId: that of the draft after outcomeUnknown(), else an equal one.
    void leftOpen(const QString &accountId, const QString &intentId);

private:
    enum class Stage {
        Ready,
        Busy,
        Closed ///< The session was created, or its outcome was left open.
    };

    void send(desk::Repeat repeat);
    void finish(const desk::CreateOutcome &outcome);
    QString whyNoCheck(const ledger::Intent &sent) const;
    void ask(const QString &what);
    void showQuestion(const QString &what, const std::optional<desk::OpenOutcome> &outcome);
    void askRepeated(const ledger::Intent &earlier, const checkout::Error &error);
    void report(const checkout::Error &error);
    void handOver(const desk::CreateOutcome &outcome);
    /// Asks the provider what became of the creation; @p chosen is the session that the merchant says it is.
    void check(const QString &chosen = {});
    void chooseOne(const std::vector<checkout::Session> &candidates);
    void sendAgain();
    void createAgain(desk::EarlyAbandon early);
    /// Asks once more, because the first one may still appear, as @p risk says.
    void askEarly(const QString &risk);
    void leave();
    void enter(Stage stage);

    QPointer<desk::Desk> m_desk;
    QWidget *m_dialogs;
    QString m_accountId;
    checkout::SessionDraft m_draft;
    checkout::Catalog m_catalog;
    std::optional<money::Money> m_previewed;
    std::optional<checkout::Quote> m_quote; ///< Was shown to the merchant.
    desk::KeptDraft m_kept;
    bool m_isOfAnother =
        false;                 ///< The merchant is asked about the creation of another draft, which asked for the same.
    bool m_wasChecked = false; ///< The provider was asked last, and its answer is what the question says.
    QString m_intentId;
    std::optional<ledger::Intent> m_sent; ///< That intent, when its outcome is unknown.
    Stage m_stage = Stage::Ready;
    TaskScope m_tasks{this};
};

} // namespace tilldeck::ui
