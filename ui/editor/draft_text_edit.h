// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/draft_editor.h"

#include <QLineEdit>

namespace tilldeck::ui {

/// Returns a line edit for the text @p member of the draft. It follows the draft when another one
/// is loaded, and writes to it without blanks at the ends.
inline QLineEdit *makeTextEdit(DraftEditor *draft, checkout::TextMember member, checkout::Field field)
{
    auto *edit = new QLineEdit(draft->text(member));
    QObject::connect(edit, &QLineEdit::textEdited, draft,
                     [draft, member, field](const QString &text) { draft->setText(member, text.trimmed(), field); });
    QObject::connect(draft, &DraftEditor::loaded, edit, [=] { edit->setText(draft->text(member)); });
    return edit;
}

} // namespace tilldeck::ui
