// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/import_list.h"

#include "desk/session_import.h"
#include "ui/lists/described_columns.h"
#include "ui/lists/table.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/time_text.h"
#include "ui/widgets/when_done.h"

#include <QCoreApplication>

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using ledger::ImportBatch;

namespace {

struct ImportListText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::ImportList)
};

std::vector<Column<ImportBatch>> describe(desk::Desk &desk)
{
    std::vector<Column<ImportBatch>> columns(ImportListModel::ColumnCount);
    Column<ImportBatch> &planned = columns[ImportListModel::Planned];
    planned.name = u"planned"_s;
    planned.title = [] { return ImportListText::tr("Begun"); };
    planned.minimum = px(90);
    planned.text = [&desk](const ImportBatch &batch) {
        return listTime(batch.plannedAt, desk.now(), QTimeZone::systemTimeZone(), QLocale());
    };
    planned.tooltip = [](const ImportBatch &batch) {
        return absoluteTime(batch.plannedAt, QTimeZone::systemTimeZone(), QLocale());
    };

    Column<ImportBatch> &file = columns[ImportListModel::File];
    file.name = u"file"_s;
    file.title = [] { return ImportListText::tr("File"); };
    file.kind = ColumnKind::Name;
    file.minimum = px(140);
    file.share = 1;
    file.text = [](const ImportBatch &batch) { return batch.source; };
    file.tooltip = file.text;

    Column<ImportBatch> &rows = columns[ImportListModel::Rows];
    rows.name = u"rows"_s;
    rows.title = [] { return ImportListText::tr("Rows"); };
    rows.minimum = px(70);
    rows.text = [](const ImportBatch &batch) { return QLocale().toString(batch.all); };

    Column<ImportBatch> &outcome = columns[ImportListModel::Outcome];
    outcome.name = u"outcome"_s;
    outcome.title = [] { return ImportListText::tr("What became of them"); };
    outcome.kind = ColumnKind::Value;
    outcome.minimum = px(220);
    outcome.share = 3;
    outcome.text = [](const ImportBatch &batch) {
        const QString sentence = desk::importSentence(batch);
        return batch.isRunning ? ImportListText::tr("It runs at this moment: %1", "sentence").arg(sentence) : sentence;
    };
    outcome.tooltip = outcome.text;
    outcome.tone = [](const ImportBatch &batch) {
        return batch.notSent > 0 || batch.unknown > 0 ? std::optional(Tone::Warning) : std::nullopt;
    };
    return columns;
}

} // namespace

ImportListModel::ImportListModel(desk::Desk &desk, QObject *parent)
    : ItemListModel(describe(desk), parent)
{
}

void ImportListModel::setBatches(std::vector<ImportBatch> batches)
{
    beginResetModel();
    m_items = std::move(batches);
    endResetModel();
}

ImportList::ImportList(desk::Desk &desk, QWidget *parent)
    : TablePage(parent)
    , m_desk(desk)
    , m_model(new ImportListModel(desk, this))
    , m_table(new Table)
    , m_open(new Button(tr("Open")))
{
    auto *choose = new Button(Icon::Plus, tr("Choose a file…"), ButtonKind::Primary);
    choose->setObjectName(u"chooseFile"_s);
    m_open->setObjectName(u"openImport"_s);
    auto *header = new PageHeader(tr("Imports"));
    header->addTrailing(m_open);
    header->addTrailing(choose);
    stack(this, header, nullptr, m_table);
    m_table->setAccessibleName(tr("Imports"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_model);
    setColumns(m_table, fitColumns(*m_table, *m_model, [this] { return m_desk.now(); }));
    m_table->setEmptyState(tr("No file was imported with this account"),
                           tr("Each row of a CSV file becomes a checkout session. Choose a file, or drop it on this "
                              "window: it is shown and checked before anything is sent."),
                           tr("Choose a file…"));
    const auto open = [this] {
        if (m_table->currentIndex().isValid())
            emit openRequested(m_model->item(m_table->currentIndex().row()));
    };
    connect(m_table, &Table::rowActivated, this, open);
    connect(m_open, &QPushButton::clicked, this, open);
    connect(choose, &QPushButton::clicked, this, &ImportList::chooseRequested);
    connect(m_table, &Table::emptyActionTriggered, this, &ImportList::chooseRequested);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    m_current = m_model->item(current.row()).id;
                m_open->setEnabled(current.isValid());
            });
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
    m_current.clear();
    m_model->setBatches({});
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
        m_model->setBatches(*batches);
        showRows();
    });
}

void ImportList::showRows()
{
    const int row = m_model->rowOf(m_current);
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
    m_open->setEnabled(m_table->currentIndex().isValid());
    const int open = static_cast<int>(std::ranges::count_if(
        m_model->batches(), [](const ImportBatch &batch) { return batch.notSent > 0 && !batch.isRunning; }));
    setStatusTexts(tr("%Ln import(s)", nullptr, m_model->rowCount()),
                   open > 0 ? tr("%Ln with rows that were not sent", "imports", open) : QString());
}

} // namespace tilldeck::ui

#include "moc_import_list.cpp"
