// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/import_run_view.h"

#include "desk/import_progress.h"
#include "desk/make_checkout_url.h"
#include "ui/figures/account_name.h"
#include "ui/imports/import_header.h"
#include "ui/imports/import_row_model.h"
#include "ui/lists/list_columns.h"
#include "ui/lists/table.h"
#include "ui/widgets/button.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/secret_clipboard.h"
#include "ui/widgets/when_done.h"

#include <QComboBox>
#include <QGuiApplication>
#include <QProgressBar>

#include <algorithm>
#include <array>
#include <utility>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using desk::SessionImport;
using Filter = ImportRowModel::Filter;

ImportRunView::ImportRunView(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent)
    : TablePage(parent)
    , m_desk(desk)
    , m_catalogs(catalogs)
    , m_import(new SessionImport(desk, this))
    , m_header(new ImportHeader)
    , m_model(new ImportRowModel(this))
    , m_clipboard(new SecretClipboard(QGuiApplication::clipboard(), this))
    , m_table(new Table)
    , m_bar(new QProgressBar)
    , m_state(makeWrappedLabel({}, TextStyle::Body, Tone::Text))
    , m_filter(new QComboBox)
    , m_pause(new Button(tr("Pause")))
    , m_stop(new Button(tr("Stop")))
    , m_goOn(new Button(tr("Go on with it"), ButtonKind::Primary))
    , m_cancel(new Button(tr("Cancel the rest…")))
    , m_save(new Button(Icon::Export, tr("Save result…")))
    , m_lookUp(new Button(tr("Look up unknown outcomes")))
    , m_copyUrl(new Button(Icon::Link, tr("Copy URL")))
    , m_copyToken(new Button(Icon::Key, tr("Copy token")))
    , m_copyId(new Button(Icon::Copy, tr("Copy ID")))
    , m_open(new Button(tr("Show session")))
{
    build();
    m_often.setInterval(std::chrono::milliseconds(150));
    connect(&m_often, &QTimer::timeout, this, &ImportRunView::showProgress);
    connect(m_import, &SessionImport::planned, this, [this] {
        m_batchId = m_import->batchId();
        m_model->follow(m_import);
        showActions();
    });
    connect(m_import, &SessionImport::finished, this, &ImportRunView::finished);
    connect(m_pause, &QPushButton::clicked, this, &ImportRunView::togglePause);
    connect(m_stop, &QPushButton::clicked, this, &ImportRunView::stop);
    connect(m_goOn, &QPushButton::clicked, this, [this] {
        if (m_batch)
            resume(m_accountId, *m_batch);
    });
    connect(m_cancel, &QPushButton::clicked, this, &ImportRunView::askCancel);
    connect(m_save, &QPushButton::clicked, this, &ImportRunView::askWhere);
    connect(m_lookUp, &QPushButton::clicked, this, &ImportRunView::attentionRequested);
    connect(m_copyUrl, &QPushButton::clicked, this, [this] { copy(false); });
    connect(m_copyToken, &QPushButton::clicked, this, [this] { copy(true); });
    connect(m_copyId, &QPushButton::clicked, this,
            [this] { m_clipboard->copyPlain(m_model->row(m_table->currentIndex().row()).record.session.id); });
    const auto open = [this] {
        if (!m_open->isEnabled())
            return;
        const SessionImport::Row &row = m_model->row(m_table->currentIndex().row());
        emit sessionRequested(m_accountId, row.record.session.id, row.intentId);
    };
    connect(m_open, &QPushButton::clicked, this, open);
    connect(m_table, &Table::rowActivated, this, open);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ImportRunView::showActions);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ImportRunView::showActions);
    connect(m_filter, &QComboBox::activated, this,
            [this] { m_model->setFilter(static_cast<Filter>(m_filter->currentData().toInt())); });
    // Outcomes that were not known are looked up elsewhere.
    connect(&desk, &desk::Desk::journalChanged, this, [this] {
        if (isVisible())
            readBatch();
    });
    connect(&desk, &desk::Desk::storageChanged, this, &ImportRunView::showActions);
}

ImportRunView::~ImportRunView() = default;

void ImportRunView::build()
{
    m_bar->setObjectName(u"progress"_s);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    m_state->setObjectName(u"state"_s);
    m_pause->setObjectName(u"pause"_s);
    m_stop->setObjectName(u"stop"_s);
    m_goOn->setObjectName(u"goOn"_s);
    m_cancel->setObjectName(u"cancelRest"_s);
    m_save->setObjectName(u"saveResult"_s);
    m_lookUp->setObjectName(u"lookUp"_s);
    m_copyUrl->setObjectName(u"copyUrl"_s);
    m_copyToken->setObjectName(u"copyToken"_s);
    m_copyId->setObjectName(u"copyId"_s);
    m_open->setObjectName(u"showSession"_s);
    m_filter->setAccessibleName(tr("Rows"));
    m_filter->addItem(tr("All rows"), int(Filter::All));
    m_filter->addItem(tr("To look at"), int(Filter::ToLookAt));
    m_filter->addItem(tr("Created"), int(Filter::Created));
    m_filter->addItem(tr("Not sent"), int(Filter::NotSent));
    m_table->setAccessibleName(tr("Rows of the import"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_model);

    auto *above = new QWidget;
    auto *column = makeColumnLayout(above, px(8), {px(16), px(8), px(16), px(8)});
    auto *first = makeRowLayout(px(8));
    first->addWidget(m_state, 1);
    addWidgets(*first, m_pause, m_stop, m_cancel, m_save, m_goOn);
    auto *second = makeRowLayout(px(8));
    second->addWidget(m_filter);
    addWidgets(*second, m_copyUrl, m_copyToken, m_copyId, m_open);
    second->addStretch(1);
    second->addWidget(m_lookUp);
    column->addLayout(first);
    column->addWidget(m_bar);
    column->addLayout(second);
    new ListColumns(m_table, u"importRows"_s, [this] { return m_desk.now(); });
    stack(this, m_header, above, m_table);
    connect(m_header, &ImportHeader::backRequested, this, &ImportRunView::backRequested);
}

void ImportRunView::fail(const checkout::Error &error)
{
    m_message->setSeverity(Severity::Error);
    showProblem(error);
}

/// Asks whether rows of the import that was just run are to be sent of which it is not known whether the provider has
/// them.
void ImportRunView::askUnsure(const checkout::Error &error)
{
    ledger::ImportBatch asked;
    asked.id = m_import->batchId().isEmpty() ? m_resumed.id : m_import->batchId();
    asked.source = m_source;
    auto *dialog = new GuardDialog(tr("Send the rows all the same?"), error.sentence, this);
    dialog->setObjectName(u"unsure"_s);
    dialog->setGlyph(BadgeKind::OutcomeUnknown);
    nameAccounts(*dialog, m_desk, {m_accountId});
    dialog->addDetail(tr("File"), m_source);
    dialog->addAsideButton(1, tr("Send them"));
    dialog->setSafeButton(tr("Not now"));
    connect(dialog, &GuardDialog::chosen, this,
            [this, id = m_accountId, asked] { resume(id, asked, desk::Repeat::Another); });
    dialog->open();
}

void ImportRunView::begin(QString accountId, QString source)
{
    m_tasks.cancel();
    m_accountId = std::move(accountId);
    m_source = std::move(source);
    m_sourcePath.clear();
    m_batchId.clear();
    m_batch.reset();
    m_filter->setCurrentIndex(0);
    m_message->hide();
    m_model->show({});
    m_state->setText({});
    m_header->show(m_desk, m_source, m_accountId);
}

void ImportRunView::start(SessionImport::Order order, const QString &path, desk::Repeat repeat)
{
    if (isRunning() || order.rows.empty())
        return;
    m_resumed = {};
    begin(order.accountId, order.source);
    m_sourcePath = path;
    m_import->start(std::move(order), repeat);
    m_often.start();
    showActions();
}

void ImportRunView::resume(const QString &accountId, const ledger::ImportBatch &batch, desk::Repeat repeat)
{
    if (isRunning())
        return;
    m_resumed = batch;
    const QString path = batch.id == m_batchId ? m_sourcePath : QString();
    begin(accountId, m_resumed.source);
    m_sourcePath = path;
    m_import->resume(m_accountId, m_resumed.id, m_catalogs.catalog(m_accountId), repeat);
    m_often.start();
    showActions();
}

void ImportRunView::show(const QString &accountId, ledger::ImportBatch batch)
{
    if (isRunning() || batch.id == m_batchId)
        return;
    begin(accountId, batch.source);
    m_batchId = batch.id;
    m_batch = std::move(batch);
    m_table->setLoading(true);
    m_tasks.startLatest(desk::rowsOfImport(&m_desk, m_accountId, m_batchId),
                        [this](const checkout::Result<std::vector<SessionImport::Row>> &rows) {
                            m_table->setLoading(false);
                            if (rows)
                                m_model->show(*rows);
                            else
                                fail(rows.error());
                            showActions();
                        });
    showActions();
}

void ImportRunView::stop()
{
    m_import->stop();
    showActions();
    m_state->setText(tr("Stopping: what is under way still ends."));
    m_stop->setEnabled(false);
}

void ImportRunView::togglePause()
{
    m_import->pause(!m_import->isPaused());
    showActions();
}

void ImportRunView::finished(const std::optional<checkout::Error> &error)
{
    m_often.stop();
    if (m_import->batchId().isEmpty() && !m_import->asks()) {
        const checkout::Error nothing(checkout::ErrorKind::Cancelled, tr("Nothing was sent."));
        emit notBegun(error.value_or(nothing), m_import->earlier());
        emit ended();
        return showActions();
    }
    // What the run knows stays, also after another one.
    m_model->show(m_import->rows());
    if (error && m_import->asks())
        askUnsure(*error);
    else if (error)
        fail(*error);
    else if (isOnlyCopy())
        fail({checkout::ErrorKind::Unsupported,
              tr("Copy the tokens or URLs now: this account keeps tokens out of the files of this computer, and "
                 "the provider does not report these again.")});
    readBatch();
    showActions();
    emit ended();
}

void ImportRunView::showEvent(QShowEvent *event)
{
    TablePage::showEvent(event);
    readBatch();
}

void ImportRunView::readBatch()
{
    if (isRunning() || m_batchId.isEmpty())
        return;
    using Batches = checkout::Result<std::vector<ledger::ImportBatch>>;
    whenDone(m_desk.journal().imports(m_accountId), this, [this, id = m_batchId](const Batches &batches) {
        if (!batches || id != m_batchId)
            return;
        const auto batch = std::ranges::find(*batches, id, &ledger::ImportBatch::id);
        if (isRunning() || batch == batches->end())
            return;
        const auto countsOf = [](const ledger::ImportBatch &of) {
            return std::array{of.made, of.refused, of.unknown, of.abandoned, of.notSent, of.cancelled};
        };
        const bool isOther = m_batch && countsOf(*m_batch) != countsOf(*batch);
        m_batch = *batch;
        showActions();
        if (isOther)
            readRows();
    });
}

void ImportRunView::readRows()
{
    m_tasks.startLatest(desk::rowsOfImport(&m_desk, m_accountId, m_batchId),
                        [this](const checkout::Result<std::vector<SessionImport::Row>> &rows) {
                            if (rows)
                                m_model->update(*rows);
                            showActions();
                        });
}

bool ImportRunView::isOnlyCopy() const
{
    const auto account = m_desk.accounts().byId(m_accountId);
    const bool isKeptOut = account && account->keepsTokensOut && !m_desk.capabilities(m_accountId).reportsTokensAgain();
    return isKeptOut && std::ranges::any_of(m_model->rows(), [](const SessionImport::Row &row) {
               return !row.record.session.secureToken.isEmpty();
           });
}

void ImportRunView::askCancel()
{
    if (!m_batch || m_batch->notSent == 0)
        return;
    auto *dialog = new GuardDialog(
        tr("Leave the rows that were not sent?"),
        tr("%Ln row(s) of “%1” are never sent then. What was created stays.", "name of a file", m_batch->notSent)
            .arg(m_source),
        this);
    dialog->setObjectName(u"cancelQuestion"_s);
    dialog->setSafeButton(tr("Keep them"));
    dialog->addButton(1, tr("Cancel the rest"), ButtonKind::Danger);
    connect(dialog, &GuardDialog::chosen, this, [this, id = m_batchId] {
        m_tasks.start(desk::cancelImport(&m_desk, m_accountId, id), [this](const checkout::Result<int> &left) {
            if (!left)
                fail(left.error());
            readBatch();
        });
    });
    dialog->open();
}

void ImportRunView::copy(bool isToken)
{
    const auto account = m_desk.accounts().byId(m_accountId);
    if (!account || !m_table->currentIndex().isValid())
        return;
    const checkout::Session &session = m_model->row(m_table->currentIndex().row()).record.session;
    m_clipboard->copy(isToken ? session.secureToken : desk::handOutUrl(session, *account));
}

void ImportRunView::showProgress()
{
    m_model->refresh();
    const SessionImport::Progress progress = m_import->progress();
    m_bar->setRange(0, std::max(1, progress.all));
    m_bar->setValue(progress.done());
    const QString text = m_batchId.isEmpty() ? tr("Writing the rows down…") : desk::importProgress(progress);
    if (m_stop->isEnabled())
        m_state->setText(m_import->isPaused() ? tr("Paused: %1", "how far it is").arg(text) : text);
}

void ImportRunView::showActions()
{
    const bool runs = isRunning();
    const QString held = m_desk.whyNoWrites();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_pause, m_stop, m_bar})
        widget->setVisible(runs);
    m_stop->setEnabled(runs);
    m_pause->setText(m_import->isPaused() ? tr("Go on") : tr("Pause"));
    const bool hasRest = !runs && m_batch && m_batch->notSent > 0 && !m_batch->isRunning;
    for (Button *button : {m_goOn, m_cancel}) {
        button->setVisible(hasRest);
        button->setEnabled(held.isEmpty());
        button->setToolTip(held);
    }
    m_save->setVisible(!m_batchId.isEmpty());
    m_save->setEnabled(!runs && !m_model->rows().empty());
    m_filter->setEnabled(!runs);
    setStatusTexts(m_model->rows().empty() ? QString() : tr("%Ln row(s)", nullptr, m_model->rowCount()));
    m_lookUp->setVisible(!runs && m_batch && m_batch->unknown > 0);
    if (runs)
        showProgress();
    else if (m_batch)
        m_state->setText(m_batch->isRunning
                             ? tr("It runs in another program at this moment: %1").arg(desk::importSentence(*m_batch))
                             : desk::importSentence(*m_batch));
    const QModelIndex current = m_table->currentIndex();
    const auto account = m_desk.accounts().byId(m_accountId);
    const bool isRow = current.isValid() && account;
    const SessionImport::Row none;
    const SessionImport::Row &row = isRow ? m_model->row(current.row()) : none;
    m_copyUrl->setEnabled(isRow && !desk::handOutUrl(row.record.session, *account).isEmpty());
    m_copyToken->setEnabled(isRow && !row.record.session.secureToken.isEmpty());
    m_copyId->setEnabled(isRow && !row.record.session.id.isEmpty());
    m_open->setEnabled(isRow && (row.end == SessionImport::End::Created || row.end == SessionImport::End::Unknown));
}

} // namespace tilldeck::ui

#include "moc_import_run_view.cpp"
