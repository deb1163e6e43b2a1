// SPDX-License-Identifier: GPL-3.0-or-later
// How the open draft is kept, and when it is taken away.
#include "ui/editor/editor_page.h"

#include "checkout/validate_keys.h"
#include "desk/refuse_keys.h"
#include "ui/widgets/time_text.h"
#include "ui/widgets/when_done.h"

#include <QUuid>

namespace tilldeck::ui {

void EditorPage::save()
{
    m_autosave.stop();
    if (m_screen && m_flow->isReady())
        store();
}

/// Keeps a draft that is closed without having been sent: it is another order than the one that was asked about.
void EditorPage::keepUnsent()
{
    if (!m_draftId.isEmpty()) // removeDraft() has taken what was sent
        store();
}

QString EditorPage::draftId()
{
    if (m_draftId.isEmpty())
        m_draftId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return m_draftId;
}

void EditorPage::store()
{
    ledger::DraftRecord record;
    record.id = draftId();
    record.accountId = m_accountId;
    const checkout::SessionDraft typed = m_draft->fullDraft();
    record.draft = checkout::withoutKeys(typed, desk::keysKnownTo(m_desk));
    const bool isWhole = record.draft == typed;
    record.savedAt = m_desk.now();
    const QString time = listTime(record.savedAt, record.savedAt, QTimeZone::systemTimeZone(), locale());
    whenDone(m_desk.ledger().saveDraft(record), m_screen,
             [screen = m_screen, time, isWhole](const checkout::Result<void> &saved) {
                 screen->setSavedText(!saved    ? tr("Draft not saved")
                                      : isWhole ? tr("Draft saved %1").arg(time)
                                                : tr("Draft saved %1, without what holds a key").arg(time));
                 if (!saved)
                     screen->showError(saved.error());
             });
}

void EditorPage::removeDraft()
{
    m_autosave.stop();
    if (!m_draftId.isEmpty())
        m_desk.ledger().removeDraft(m_draftId);
    m_draftId.clear();
}

} // namespace tilldeck::ui
