// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/track_dialog.h"

#include "desk/track_session.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

#include <QLineEdit>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

TrackDialog::TrackDialog(desk::Desk &desk, const QStringList &accountIds, QWidget *parent)
    : FormDialog(tr("Track a session"), 520, parent)
    , m_desk(&desk)
    , m_accountIds(accountIds)
    , m_pasted(new QLineEdit)
    , m_progress(new Label({}, TextStyle::Secondary, Tone::Text2))
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *note = new Label(tr("Paste the ID, the token or the checkout URL of a session that was made elsewhere. Its "
                              "provider is asked, and it is kept in the list."),
                           TextStyle::Body, Tone::Text2);
    note->setWordWrap(true);
    m_pasted->setObjectName(u"pasted"_s);
    m_pasted->setAccessibleName(tr("Session ID, token or checkout URL"));
    m_pasted->setPlaceholderText(m_pasted->accessibleName());
    auto *track = new Button(tr("Track session"), ButtonKind::Primary);
    track->setObjectName(u"track"_s);
    addWidgets(*form(), note, m_pasted);
    addButtons(new Button(tr("Cancel")), {track}, m_progress);
    connect(track, &QPushButton::clicked, this, &TrackDialog::track);
    connect(m_pasted, &QLineEdit::textEdited, message(), &QWidget::hide);
    m_pasted->setFocus(Qt::OtherFocusReason);
}

void TrackDialog::track()
{
    if (!m_desk || m_pasted->text().trimmed().isEmpty()) {
        m_pasted->setFocus(Qt::OtherFocusReason);
        return;
    }
    message()->hide();
    showBusy(Busy::Stoppable);
    using Answer = checkout::Result<ledger::SessionRecord>;
    m_tasks.start(desk::trackSession(m_desk, m_accountIds, m_pasted->text()), [this](const Answer &answer) {
        showBusy(Busy::No);
        if (answer) {
            emit tracked(answer->accountId, answer->session.id);
            return accept();
        }
        showError(answer.error());
        m_pasted->setFocus(Qt::OtherFocusReason);
    });
}

void TrackDialog::showBusy(Busy busy)
{
    setBusy(busy);
    m_progress->setText(busy == Busy::No           ? QString()
                        : m_accountIds.size() == 1 ? tr("Asking the provider…")
                                                   : tr("Asking your accounts…"));
}

} // namespace tilldeck::ui

#include "moc_track_dialog.cpp"
