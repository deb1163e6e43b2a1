// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/form_rows.h"

#include "ui/editor/draft_editor.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace tilldeck::ui {

FormRow *FormRows::add(const QString &label, const QString &hint, QWidget *content,
                       std::initializer_list<checkout::Field> fields)
{
    auto *row = new FormRow(label, hint, content);
    m_layout->addWidget(row);
    for (const checkout::Field field : fields)
        m_rows.insert(int(field), row);
    return row;
}

void FormRows::setProblems(const std::vector<checkout::Problem> &problems)
{
    QMap<FormRow *, QStringList> sentences;
    for (FormRow *row : std::as_const(m_rows))
        sentences.insert(row, {});
    for (const checkout::Problem &problem : problems) {
        if (FormRow *own = row(problem.field); own && problem.index < 0)
            sentences[own] << problem.sentence;
    }
    for (auto at = sentences.cbegin(); at != sentences.cend(); ++at)
        at.key()->setProblem(at.value().join(u'\n'));
}

QWidget *atStart(std::initializer_list<QWidget *> controls)
{
    auto *content = new QWidget;
    auto *line = new QHBoxLayout(content);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(px(8));
    for (QWidget *control : controls)
        line->addWidget(control);
    line->addStretch();
    content->setFocusProxy(*controls.begin());
    return content;
}

QLineEdit *makeTextEdit(DraftEditor *draft, QString checkout::SessionDraft::*member, checkout::Field field)
{
    auto *edit = new QLineEdit(draft->text(member));
    QObject::connect(edit, &QLineEdit::textEdited, draft,
                     [draft, member, field](const QString &text) { draft->setText(member, text.trimmed(), field); });
    QObject::connect(draft, &DraftEditor::loaded, edit, [=] { edit->setText(draft->text(member)); });
    return edit;
}

} // namespace tilldeck::ui
