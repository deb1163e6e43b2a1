// SPDX-License-Identifier: GPL-3.0-or-later
// How form and preview share the window.
#include "ui/editor/editor_footer.h"
#include "ui/editor/editor_screen.h"
#include "ui/editor/preview/side_panel.h"
#include "ui/forms/tab_chain.h"
#include "ui/style/paint.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"
#include "ui/widgets/page_header.h"

#include <QScrollArea>

#include <algorithm>

namespace tilldeck::ui {

namespace {

constexpr int foldBelow = 1280; ///< Is compared with the width of the window.
constexpr int sidePanelWidth = 412;
constexpr int foldedPanelWidth = 372;

} // namespace

void EditorScreen::arrange()
{
    const bool folded = window()->width() < px(foldBelow);
    if (folded != m_folded)
        m_panelShown = !folded;
    m_folded = folded;
    m_footer->setFolded(folded || !m_panelShown, m_panelShown);
    showRemarks();
    m_panelButton->setVisible(folded);
    m_createWith->setHidden(folded);
    const int wide = m_panelShown ? px(folded ? foldedPanelWidth : sidePanelWidth) : 0;
    // Folded, the panel lies over the form, between header and footer; beside it there is no room.
    const int main = folded ? width() : width() - wide;
    const int top = folded ? std::max(m_header->height(), px(48)) : 0;
    const int bottom = folded ? height() - m_footer->height() : height();
    m_main->setGeometry(mirrored(*this, QRect(0, 0, main, height())));
    m_panel->setGeometry(mirrored(*this, QRect(width() - wide, top, wide, bottom - top)));
    m_panel->setVisible(m_panelShown);
    m_panel->raise();
}

void EditorScreen::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void EditorScreen::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    arrange();
    chainTabs({m_header, m_scroll, m_panel, m_footer});
}

/// Shows what the preview says beside its figures, while it is folded.
void EditorScreen::showRemarks()
{
    m_remarks->setMessage(m_latest.remarks.join(u' '));
    m_remarks->setVisible(!m_panelShown && !m_latest.remarks.isEmpty());
}

} // namespace tilldeck::ui
