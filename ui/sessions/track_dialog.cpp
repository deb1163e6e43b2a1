// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/track_dialog.h"

#include "desk/track_session.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

TrackDialog::TrackDialog(desk::Desk &desk, const QStringList &accountIds, QWidget *parent)
    : QDialog(parent)
    , m_desk(&desk)
    , m_accountIds(accountIds)
    , m_pasted(new QLineEdit)
    , m_error(new InlineMessage(Severity::Error))
    , m_progress(new Label({}, TextStyle::Secondary, Tone::Text2))
    , m_track(new Button(tr("Track session"), ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Track a session"));
    setMinimumWidth(px(520));
    auto *note = new Label(tr("Paste the ID, the token or the checkout URL of a session that was made elsewhere. Its "
                              "provider is asked, and it is kept in the list."),
                           TextStyle::Body, Tone::Text2);
    note->setWordWrap(true);
    m_pasted->setObjectName(u"pasted"_s);
    m_pasted->setAccessibleName(tr("Session ID, token or checkout URL"));
    m_pasted->setPlaceholderText(m_pasted->accessibleName());
    m_error->setObjectName(u"error"_s);
    m_error->hide();
    m_track->setObjectName(u"track"_s);
    m_track->setDefault(true);
    auto *cancel = new Button(tr("Cancel"));
    cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(px(8));
    buttons->addWidget(m_progress, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_track);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(16), px(16), px(16));
    column->setSpacing(px(12));
    column->addWidget(new Label(tr("Track a session"), TextStyle::Title));
    column->addWidget(note);
    column->addWidget(m_pasted);
    column->addWidget(m_error);
    column->addStretch(1);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_track, &QPushButton::clicked, this, &TrackDialog::track);
    connect(m_pasted, &QLineEdit::textEdited, m_error, &QWidget::hide);
    m_pasted->setFocus(Qt::OtherFocusReason);
}

void TrackDialog::track()
{
    if (!m_desk || m_pasted->text().trimmed().isEmpty()) {
        m_pasted->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_error->hide();
    setBusy(true);
    using Answer = checkout::Result<ledger::SessionRecord>;
    m_tasks.start(desk::trackSession(m_desk, m_accountIds, m_pasted->text()), [this](const Answer &answer) {
        setBusy(false);
        if (answer) {
            emit tracked(answer->accountId, answer->session.id);
            accept();
            return;
        }
        m_error->setMessage(answer.error().sentence, answer.error().details.isEmpty()
                                                         ? QString()
                                                         : tr("Details: “%1”").arg(answer.error().details));
        m_error->show();
        m_pasted->setFocus(Qt::OtherFocusReason);
    });
}

void TrackDialog::setBusy(bool busy)
{
    m_pasted->setReadOnly(busy);
    m_track->setEnabled(!busy);
    m_progress->setText(!busy                      ? QString()
                        : m_accountIds.size() == 1 ? tr("Asking the provider…")
                                                   : tr("Asking your accounts…"));
}

} // namespace tilldeck::ui

#include "moc_track_dialog.cpp"
