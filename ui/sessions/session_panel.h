// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/catalog_cache.h"
#include "ui/lists/detail_panel.h"
#include "ui/sessions/session_actions.h"

namespace tilldeck::ui {

class ExpiryLine;
class HandOutBox;
class InlineMessage;
class OutcomeBox;
class PartyHead;
class SelectionBox;
class SessionDetails;
class SessionSelection;
class ShownTimer;
class Timeline;

/// Shows everything about one session, at the trailing edge of the list.
class SessionPanel : public DetailPanel
{
    Q_OBJECT

public:
    SessionPanel(desk::Desk &desk, desk::CatalogCache &catalogs, SessionActions *actions, SessionSelection *selection,
                 SecretClipboard *clipboard, QWidget *parent = nullptr);

    /// Shows @p record. The same record again changes nothing.
    void setRecord(const ledger::SessionRecord &record);
    /// Shows that @p count sessions are selected and what can be done with all of them.
    void setMany(qsizetype count);
    /// Updates the remaining time and the change from open to expired, as it does by itself when either changes.
    void tick();
    /// Takes back that @p accountId could not be reached, where that was said before @p at.
    void accountAnswered(const QString &accountId, const QDateTime &at);

signals:
    /// Emitted when a creation of unknown outcome was found at the provider as this session.
    void resolved(const QString &accountId, const QString &sessionId);

private:
    /// Says what the message speaks of, and so how long it is so.
    struct Said
    {
        std::optional<checkout::SessionStatus> status; ///< The session has it, or gets it as soon as the list follows.
        std::optional<checkout::SessionStatus> seen;   ///< The session had it when the message was last looked at.
        bool isResolved = false;                       ///< An outcome that was not known is.
        bool isNoKey = false;                          ///< There is no key, or none that is accepted.
        bool isNoAnswer = false;                       ///< The provider did not answer.
        QDateTime at;
        bool isMoment = false; ///< What was just done or found.
    };

    void showMessage(bool problem, const Said &said, const QString &sentence, const QString &details = {});
    /// Hides the message when it is not so any more: @p before is the record that it stood beside.
    void dropOldMessage(const ledger::SessionRecord &before);
    void render();
    void waitForChange();
    void readTimeline();

    desk::Desk &m_desk;
    QPointer<desk::CatalogCache> m_catalogs;
    SessionActions *m_actions;
    std::optional<ledger::SessionRecord> m_record;
    bool m_expired = false;
    QWidget *m_single;
    SelectionBox *m_many;
    PartyHead *m_party;
    ExpiryLine *m_expiry;
    InlineMessage *m_message;
    Said m_said;
    HandOutBox *m_handOut;
    OutcomeBox *m_unknown;
    SessionDetails *m_details;
    QWidget *m_history;
    Timeline *m_timeline;
    ShownTimer *m_change; ///< Fires when something that is shown changes by the clock.
};

} // namespace tilldeck::ui
