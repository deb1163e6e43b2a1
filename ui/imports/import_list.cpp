// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/import_list.h"

#include "desk/session_import.h"
#include "ui/lists/item_table.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/when_done.h"

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using ledger::ImportBatch;

ImportListModel::ImportListModel(desk::Desk &desk, QObject *parent)
    : ItemModel(parent)
{
    setColumns(describe(desk));
}

std::vector<Column<ImportBatch>> ImportListModel::describe(desk::Desk &desk)
{
    std::vector<Column<ImportBatch>> columns(ColumnCount);
    Column<ImportBatch> &planned = columns[Planned];
    planned.name = u"planned"_s;
    planned.title = [] { return ImportList::tr("Begun"); };
    planned.minimum = px(90);
    showTimes(planned, &ImportBatch::plannedAt, [&desk] { return desk.now(); });

    Column<ImportBatch> &file = columns[File];
    file.name = u"file"_s;
    file.title = [] { return ImportList::tr("File"); };
    file.kind = ColumnKind::Name;
    file.minimum = px(140);
    file.share = 1;
    file.text = [](const ImportBatch &batch) { return batch.source; };
    file.tooltip = file.text;

    Column<ImportBatch> &rows = columns[Rows];
    rows.name = u"rows"_s;
    rows.title = [] { return ImportList::tr("Rows"); };
    rows.minimum = px(70);
    rows.kind = ColumnKind::Number;
    rows.text = [](const ImportBatch &batch) { return QLocale().toString(batch.all); };
    rows.rank = [](const ImportBatch &batch) { return QVariant(batch.all); };

    Column<ImportBatch> &outcome = columns[Outcome];
    outcome.name = u"outcome"_s;
    outcome.title = [] { return ImportList::tr("What became of them"); };
    outcome.kind = ColumnKind::Value;
    outcome.minimum = px(220);
    outcome.share = 3;
    outcome.text = [](const ImportBatch &batch) {
        const QString sentence = desk::importSentence(batch);
        return batch.isRunning ? ImportList::tr("It runs at this moment: %1", "sentence").arg(sentence) : sentence;
    };
    outcome.tooltip = outcome.text;
    outcome.tone = [](const ImportBatch &batch) {
        return batch.notSent > 0 || batch.unknown > 0 ? std::optional(Tone::Warning) : std::nullopt;
    };
    return columns;
}

ImportList::ImportList(desk::Desk &desk, QWidget *parent)
    : TablePage(parent)
    , m_desk(desk)
    , m_model(new ImportListModel(desk, this))
    , m_table(new ItemTable(*m_model, tr("Imports"), u"imports"_s, [&desk] { return desk.now(); }))
    , m_open(new Button(tr("Open")))
{
    auto *choose = new Button(Icon::Plus, tr("Choose a file…"), ButtonKind::Primary);
    choose->setObjectName(u"chooseFile"_s);
    m_open->setObjectName(u"openImport"_s);
    auto *header = new PageHeader(tr("Imports"));
    header->addTrailing(m_open);
    header->addTrailing(choose);
    stack(this, header, nullptr, m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEmptyState(tr("No file was imported with this account"),
                           tr("Each row of a CSV file becomes a checkout session. Choose a file, or drop it on this "
                              "window: it is shown and checked before anything is sent."),
                           tr("Choose a file…"));
    connect(m_table, &Table::rowActivated, this, &ImportList::openCurrent);
    connect(m_open, &QPushButton::clicked, this, &ImportList::openCurrent);
    connect(choose, &QPushButton::clicked, this, &ImportList::chooseRequested);
    connect(m_table, &Table::emptyActionTriggered, this, &ImportList::chooseRequested);
    connect(m_table, &ItemTable::currentItemChanged, this, [this] { m_open->setEnabled(m_table->currentRow() >= 0); });
    connect(&desk, &desk::Desk::journalChanged, this, [this] {
        if (isVisible())
            read();
    });
    m_open->setEnabled(false);
}

void ImportList::setAccount(const QString &accountId)
{
    if (accountId == m_accountId)
        return;
    m_accountId = accountId;
    m_model->forgetItems();
    m_message->hide();
    read();
}

void ImportList::showEvent(QShowEvent *event)
{
    TablePage::showEvent(event);
    read(); // nobody followed what happened meanwhile
}

void ImportList::read()
{
    if (m_accountId.isEmpty())
        return;
    using Batches = checkout::Result<std::vector<ImportBatch>>;
    whenDone(m_desk.journal().imports(m_accountId), this, [this, id = m_accountId](const Batches &batches) {
        if (id != m_accountId)
            return;
        if (!batches)
            return showProblem(batches.error());
        m_withUnsent = static_cast<int>(std::ranges::count_if(
            *batches, [](const ImportBatch &batch) { return batch.notSent > 0 && !batch.isRunning; }));
        m_model->setItems(*batches);
        showRows();
    });
}

void ImportList::showRows()
{
    setStatusTexts(tr("%Ln import(s)", nullptr, m_model->rowCount()),
                   m_withUnsent > 0 ? tr("%Ln with rows that were not sent", "imports", m_withUnsent) : QString());
}

void ImportList::openCurrent()
{
    if (m_table->currentRow() >= 0)
        emit openRequested(m_model->item(m_table->currentRow()));
}

} // namespace tilldeck::ui

#include "moc_import_list.cpp"
