// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/row_defaults.h"

#include "sheets/row_draft.h"
#include "ui/forms/form_row.h"
#include "ui/imports/target_choices.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layouts.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTimer>

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

RowDefaults::RowDefaults(desk::Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_column(makeColumnLayout(px(8)))
    , m_add(new QComboBox)
{
    m_add->setObjectName(u"addDefault"_s);
    m_add->setAccessibleName(tr("Add a value for all rows"));
    m_add->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *column = makeColumnLayout(this, px(8));
    column->addLayout(m_column);
    column->addWidget(m_add);
    connect(m_add, &QComboBox::activated, this, [this] {
        const QString target = m_add->currentData().toString();
        if (!target.isEmpty())
            addLine(target)->setFocus(Qt::OtherFocusReason);
    });
}

void RowDefaults::begin(const QString &accountId)
{
    m_accountId = accountId;
    m_lines.clear();
    clearLayout(*m_column);
    fillChoice();
}

void RowDefaults::need(const QString &accountId, const QStringList &needed)
{
    m_accountId = accountId;
    for (const QString &target : needed) {
        if (std::ranges::find(m_lines, target, &Line::target) == m_lines.end())
            addLine(target);
    }
    fillChoice();
}

void RowDefaults::set(const QString &target, const QString &text)
{
    const auto same = std::ranges::find(m_lines, target, &Line::target);
    QComboBox *value = same == m_lines.end() ? addLine(target) : same->value;
    const int known = value->findData(text);
    value->setCurrentText(known < 0 ? text : value->itemText(known));
}

void RowDefaults::fillChoice()
{
    m_add->clear();
    m_add->addItem(tr("Add a value for all rows…"), QString());
    for (const TargetChoice &choice : targetChoices(m_desk, m_accountId)) {
        if (std::ranges::find(m_lines, choice.name, &Line::target) == m_lines.end())
            m_add->addItem(choice.label, choice.name);
    }
    m_add->setCurrentIndex(0);
}

QComboBox *RowDefaults::addLine(const QString &target)
{
    const auto known = sheets::targetNamed(target);
    auto *value = new QComboBox;
    value->setObjectName(u"default_"_s + target);
    value->setEditable(true);
    value->setInsertPolicy(QComboBox::NoInsert);
    value->setCompleter(nullptr);
    value->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    value->setMinimumContentsLength(6);
    for (const TargetChoice &choice : valueChoices(m_desk, m_accountId, target))
        value->addItem(choice.label, choice.name);
    value->setCurrentIndex(-1);
    value->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *box = new QWidget;
    auto *remove = new IconButton(Icon::Close, tr("Remove"));
    auto *row = makeRowLayout(box, px(2));
    row->addWidget(value, 1);
    row->addWidget(remove);
    auto *line = new FormRow(known ? sheets::labelOf(*known) : target, {}, box);
    line->setField(value);
    value->setAccessibleName(known ? sheets::labelOf(*known) : target);
    m_column->addWidget(line);
    m_lines.push_back({target, value, line});
    connect(value, &QComboBox::currentTextChanged, this, &RowDefaults::changed);
    connect(remove, &QToolButton::clicked, this, [this, value] { removeLine(value); });
    fillChoice();
    return value;
}

void RowDefaults::removeLine(const QWidget *value)
{
    const auto line = std::ranges::find(m_lines, value, &Line::value);
    if (line == m_lines.end())
        return;
    line->row->hide();
    line->row->deleteLater();
    m_lines.erase(line);
    fillChoice();
    m_add->setFocus(Qt::OtherFocusReason);
    emit changed();
}

QString RowDefaults::textOf(const QComboBox *value)
{
    const int known = value->findText(value->currentText());
    return known < 0 ? value->currentText() : value->itemData(known).toString();
}

sheets::SheetChoices RowDefaults::applied(sheets::SheetChoices choices)
{
    // They are read as the cells of one more row are.
    std::vector<sheets::SheetColumn> columns;
    sheets::SheetRow row;
    for (const Line &line : m_lines) {
        line.row->setProblem({});
        columns.push_back({line.target, sheets::targetNamed(line.target)});
        row.cells << textOf(line.value);
    }
    row.draft = choices.base;
    sheets::readCells(row, columns, choices);
    for (const sheets::CellProblem &problem : row.problems) {
        if (const auto line = std::ranges::find(m_lines, problem.column, &Line::target); line != m_lines.end())
            line->row->setProblem(problem.sentence);
    }
    choices.base = std::move(row.draft);
    return choices;
}

bool RowDefaults::hasProblems() const
{
    return std::ranges::any_of(m_lines, [](const Line &line) { return !line.row->problem().isEmpty(); });
}

} // namespace tilldeck::ui

#include "moc_row_defaults.cpp"
