// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/form_rows.h"

#include "ui/widgets/layouts.h"

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
    auto *line = makeRowLayout(content, px(8));
    for (QWidget *control : controls)
        line->addWidget(control);
    line->addStretch();
    content->setFocusProxy(*controls.begin());
    return content;
}

} // namespace tilldeck::ui
