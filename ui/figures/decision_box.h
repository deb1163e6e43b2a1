// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/open_outcomes.h"
#include "ui/widgets/task_scope.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace tilldeck::ui {

class Button;
class FlowLayout;
class GuardDialog;
class InlineMessage;
class Label;
class Timeline;

/// The base of what shows one thing whose outcome is not known: what is known of it, what was tried, and what can be
/// done about it. An action that is not offered has its reason below the buttons. It follows the journal, and asks
/// before it sends or closes anything.
class DecisionBox : public QWidget
{
    Q_OBJECT

public:
    /// Returns whether an answer is awaited, with which one of the signals may be emitted.
    bool isBusy() const { return m_busy; }

signals:
    /// Emitted when the answer that was awaited is here, before what it says.
    void answered();
    /// Emitted when nothing is left to decide, with a sentence; @p sessionId is the session of a creation that was
    /// found, else empty.
    void resolved(const QString &sentence, const QString &accountId, const QString &sessionId);
    void keyNeeded(const QString &accountId);

protected:
    explicit DecisionBox(desk::Desk &desk, QWidget *parent = nullptr);

    void hideEvent(QHideEvent *event) override;

    /// Reads again what is shown, and calls render() or renderNothing().
    virtual void read() = 0;
    virtual QString actionText(desk::OutcomeAction action) const = 0;
    /// Returns the text of the button that decides, in the question about @p action.
    virtual QString decidedText(desk::OutcomeAction action) const = 0;
    /// Returns the title of the question about @p action.
    virtual QString questionText(desk::OutcomeAction action) const;
    /// Returns whether act() waits for a yes.
    virtual bool isAskedAbout(desk::OutcomeAction action) const;
    /// Does what was asked for and answered with yes; the box is busy by then.
    virtual void act(desk::OutcomeAction action) = 0;
    /// Adds to @p question what it is about.
    virtual void describe(GuardDialog &question) const = 0;

    /// Shows the thing @p id of an account from now on, of which nothing is known yet. Returns whether it is another
    /// one than before.
    bool begin(const QString &accountId, const QString &id);
    void render(const QString &title, const QList<std::pair<QString, QString>> &facts, const QString &known,
                const std::vector<ledger::TimelineEvent> &tried, std::vector<desk::OutcomeOffer> offers);
    void renderNothing();
    GuardDialog *question(const QString &title, const QString &risk);
    void setBusy(bool busy);
    void fail(const checkout::Error &error);
    void say(const QString &sentence);
    void sayNothing();
    /// Says that it is resolved by @p sentence, or why it could not be.
    void takeDecision(const QString &sentence, const checkout::Result<void> &closed);

    desk::Desk &desk() const { return m_desk; }
    const QString &accountId() const { return m_accountId; }
    const QString &id() const { return m_id; }
    QString providerName() const;
    bool hasOffers() const { return !m_offers.empty(); }

    TaskScope m_reads{this}, m_tasks{this};

private:
    void renderOffers();
    void orderButtons(const QList<desk::OutcomeAction> &actions);
    void press(desk::OutcomeAction action);
    void ask(desk::OutcomeAction action, const QString &risk);

    desk::Desk &m_desk;
    QString m_accountId;
    QString m_id;
    std::vector<desk::OutcomeOffer> m_offers;
    bool m_busy = false;
    bool m_isAboutKey = false;       ///< The message is gone when a key is entered.
    QPointer<QWidget> m_focusBefore; ///< What had the focus when the buttons were disabled.
    Label *m_title;
    QVBoxLayout *m_rows;
    Label *m_known;
    FlowLayout *m_flow;
    QHash<desk::OutcomeAction, Button *> m_buttons;
    Label *m_reasons;
    InlineMessage *m_message;
    Timeline *m_tried;
};

} // namespace tilldeck::ui
