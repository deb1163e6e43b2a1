// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/column_mapping.h"

#include "ui/forms/form_row.h"
#include "ui/imports/target_choices.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layouts.h"

#include <QComboBox>
#include <QFontMetrics>

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int titleWidth = 116;

/// Returns a title that breaks behind its signs, and cut where one of its words is too long.
QString fittingTitle(const QString &title)
{
    const QFontMetrics metrics(font(TextStyle::Name));
    QString word, shown;
    int widest = 0;
    for (const QChar character : title) {
        shown += character;
        word += character;
        widest = std::max(widest, metrics.horizontalAdvance(word));
        if (character.isLetterOrNumber())
            continue;
        shown += QChar(0x200B);
        word.clear();
    }
    return widest <= px(titleWidth) ? shown : metrics.elidedText(title, Qt::ElideMiddle, px(titleWidth));
}

} // namespace

ColumnMapping::ColumnMapping(desk::Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_column(makeColumnLayout(this, px(8)))
{
}

void ColumnMapping::setColumns(const QString &accountId, const std::vector<sheets::SheetColumn> &columns,
                               const QHash<QString, QString> &chosen)
{
    std::vector<std::pair<QString, QString>> shown;
    std::vector<const sheets::SheetColumn *> unlike;
    for (const sheets::SheetColumn &column : columns) {
        const auto isSame = [&column](const auto &other) { return other.first == column.title; };
        if (column.title.isEmpty() || std::ranges::any_of(shown, isSame))
            continue;
        shown.emplace_back(column.title, column.target ? column.target->name : QString());
        unlike.push_back(&column);
    }
    QStringList missing;
    for (auto one = chosen.cbegin(); one != chosen.cend(); ++one) {
        if (std::ranges::find(columns, one.key(), &sheets::SheetColumn::title) == columns.end())
            missing << one.key();
    }
    missing.sort();
    for (const QString &title : std::as_const(missing))
        shown.emplace_back(title, u"\n"_s);
    // What was just chosen stands there already, with the focus on it.
    if (shown == m_shown && accountId == m_accountId)
        return;
    const auto titleOf = [](const auto &one) { return one.first; };
    const bool areSameRows = accountId == m_accountId && std::ranges::equal(shown, m_shown, {}, titleOf, titleOf);
    m_shown = shown;
    m_accountId = accountId;
    if (areSameRows) {
        const auto boxes = findChildren<QComboBox *>();
        for (QComboBox *box : boxes) {
            const auto row = std::ranges::find(m_shown, box->property("title").toString(), titleOf);
            const QSignalBlocker quiet(box);
            if (row != m_shown.end())
                box->setCurrentIndex(std::max(0, box->findData(row->second)));
        }
        return;
    }
    clearLayout(*m_column);
    for (const sheets::SheetColumn *column : unlike)
        addColumn(accountId, *column);
    for (const QString &title : std::as_const(missing))
        addMissing(title);
}

void ColumnMapping::addColumn(const QString &accountId, const sheets::SheetColumn &column)
{
    auto *box = new QComboBox;
    box->setProperty("title", column.title);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    box->addItem(tr("Not used"), QString());
    for (const TargetChoice &choice : targetChoices(m_desk, accountId, column.title)) {
        box->addItem(choice.label, choice.name);
        box->setItemData(box->count() - 1, choice.name, Qt::ToolTipRole);
    }
    if (column.target && box->findData(column.target->name) < 0)
        box->addItem(sheets::labelOf(*column.target), column.target->name);
    box->setCurrentIndex(column.target ? box->findData(column.target->name) : 0);
    box->setAccessibleName(column.title);
    auto *row = new FormRow(fittingTitle(column.title), {}, box);
    row->setToolTip(column.title);
    m_column->addWidget(row);
    connect(box, &QComboBox::activated, this,
            [this, box, title = column.title] { emit mapped(title, box->currentData().toString()); });
}

void ColumnMapping::addMissing(const QString &title)
{
    auto *forget = new Button(tr("Not in this file. Forget"), ButtonKind::Link);
    auto *row = new FormRow(fittingTitle(title), {}, forget);
    forget->setAccessibleName(tr("%1: not in this file. Forget", "title of a column").arg(title));
    m_column->addWidget(row);
    connect(forget, &QPushButton::clicked, this, [this, title] { emit forgotten(title); });
}

} // namespace tilldeck::ui

#include "moc_column_mapping.cpp"
