// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/import_file_view.h"

#include "desk/refuse_keys.h"
#include "ui/figures/account_name.h"
#include "ui/imports/file_settings.h"
#include "ui/imports/import_header.h"
#include "ui/imports/import_text.h"
#include "ui/imports/problem_cell.h"
#include "ui/imports/review_model.h"
#include "ui/lists/canvas.h"
#include "ui/lists/delegates.h"
#include "ui/lists/table.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/scroll_area.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>

#include <algorithm>
#include <utility>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastCellWidth = 80;
constexpr int mostCellWidth = 260;
constexpr int problemColumnWidth = 420;
constexpr int shownOften = 200; // milliseconds, while a file is read
constexpr int settingsRoom = 340;

} // namespace

ImportFileView::ImportFileView(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_catalogs(catalogs)
    , m_header(new ImportHeader)
    , m_reading(new FileReading(desk, this))
    , m_model(new ReviewModel(desk::keysKnownTo(desk), this))
    , m_settings(new FileSettings(desk))
    , m_message(new InlineMessage(Severity::Error))
    , m_onlyProblems(new QCheckBox(tr("Only rows to mend")))
    , m_next(new Button(tr("Next problem")))
    , m_problem(makeWrappedLabel({}, TextStyle::Secondary, Tone::Danger))
    , m_table(new Table)
    , m_amounts(new AmountDelegate(m_table))
    , m_count(new Label({}, TextStyle::Name))
    , m_sums(makeWrappedLabel({}, TextStyle::Secondary, Tone::Text2))
    , m_ask(new Button(tr("Ask for the prices")))
    , m_create(new Button(tr("Create sessions…"), ButtonKind::Primary))
{
    build();
    connect(m_header, &ImportHeader::backRequested, this, &ImportFileView::backRequested);
    connect(m_settings, &FileSettings::edited, this, [this] {
        stopQuotes();
        m_reading->stop();
        m_isReviewed = false;
        showState();
    });
    connect(m_settings, &FileSettings::changed, this, &ImportFileView::read);
    connect(m_settings, &FileSettings::failed, this, [this](const checkout::Error &error) {
        m_message->setMessage(error.sentence, error.details);
        m_message->show();
    });
    connect(m_reading, &FileReading::opened, this, &ImportFileView::opened);
    connect(m_reading, &FileReading::read, this, [this](const std::vector<desk::ReviewedRow> &rows) {
        m_model->append(rows);
        if (!std::exchange(m_isSized, true))
            sizeColumns();
        // Laying out what is said takes longer than reading some rows.
        if (m_shown.elapsed() > shownOften)
            showState();
    });
    connect(m_reading, &FileReading::finished, this, &ImportFileView::finished);
    connect(m_reading, &FileReading::failed, this, [this](const checkout::Error &error) {
        m_failure = error;
        m_model->begin({});
        showState();
    });
    connect(m_onlyProblems, &QCheckBox::toggled, m_model, &ReviewModel::setOnlyProblems);
    connect(m_next, &QPushButton::clicked, this, &ImportFileView::showNextProblem);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ImportFileView::showProblem);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ImportFileView::showProblem);
    connect(m_ask, &QPushButton::clicked, this, &ImportFileView::askForQuotes);
    connect(m_create, &QPushButton::clicked, this, [this] {
        if (isWhole())
            emit importRequested();
    });
    connect(m_message, &InlineMessage::linkActivated, this, &ImportFileView::loadCatalog);
    connect(&desk, &desk::Desk::storageChanged, this, &ImportFileView::showState);
    showState();
}

ImportFileView::~ImportFileView()
{
    stopQuotes();
}

void ImportFileView::build()
{
    m_next->setObjectName(u"nextProblem"_s);
    m_next->setToolTip(tr("Goes to the next cell that has to be mended (F8)"));
    m_onlyProblems->setObjectName(u"onlyProblems"_s);
    m_problem->setObjectName(u"problem"_s);
    m_count->setObjectName(u"count"_s);
    m_sums->setObjectName(u"sums"_s);
    m_ask->setObjectName(u"askQuotes"_s);
    m_create->setObjectName(u"createSessions"_s);
    m_table->setAccessibleName(tr("Rows of the file"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ProblemCell(m_table));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    new QShortcut(QKeySequence(Qt::Key_F8), this, this, &ImportFileView::showNextProblem,
                  Qt::WidgetWithChildrenShortcut);

    auto *tools = new QWidget;
    auto *toolRow = makeRowLayout(tools, px(12), {px(16), px(6), px(16), px(6)});
    addWidgets(*toolRow, m_onlyProblems, m_next);
    toolRow->addWidget(m_problem, 1);
    auto *footer = new QWidget;
    auto *footerRow = makeRowLayout(footer, px(12), {px(16), px(8), px(16), px(8)});
    auto *texts = makeColumnLayout(px(2));
    addWidgets(*texts, m_count, m_sums);
    footerRow->addLayout(texts, 1);
    addWidgets(*footerRow, m_ask, m_create);

    auto *right = new Canvas;
    auto *column = makeColumnLayout(right, 0);
    addWidgets(*column, m_message, tools);
    column->addWidget(m_table, 1);
    addWidgets(*column, new Rule, footer);
    m_message->hide();

    auto *settings = makeScrollArea(m_settings);
    settings->setMinimumWidth(px(300));
    auto *splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(settings);
    splitter->addWidget(right);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({px(settingsRoom), px(settingsRoom) * 2});
    auto *all = makeColumnLayout(this, 0);
    all->addWidget(m_header);
    all->addWidget(splitter, 1);
}

bool ImportFileView::isWhole() const
{
    return m_isReviewed && m_review.isWhole() && !m_settings->hasProblems() && !m_failure && !m_noCatalog && !m_quotes;
}

void ImportFileView::open(const QString &accountId, const QString &path)
{
    close();
    m_accountId = accountId;
    m_path = path;
    // Its name is kept, and shown.
    if (auto refused = desk::refusedKeyIn(m_desk, {path})) {
        m_failure = std::move(*refused);
        m_path.clear();
        return showState();
    }
    m_isSized = false;
    m_settings->begin(accountId);
    loadCatalog();
}

void ImportFileView::setAccount(const QString &accountId)
{
    if (m_path.isEmpty() || accountId == m_accountId)
        return;
    m_accountId = accountId;
    m_settings->setAccount(accountId);
    loadCatalog();
}

void ImportFileView::close()
{
    stopQuotes();
    m_tasks.cancel();
    m_reading->stop();
    m_path.clear();
    m_model->begin({});
    m_review = {};
    m_failure.reset();
    m_noCatalog.reset();
    m_noQuotes.reset();
    m_isReviewed = false;
    m_isQuoted = false;
    m_onlyProblems->setChecked(false);
    showState();
}

void ImportFileView::loadCatalog()
{
    if (m_path.isEmpty())
        return;
    m_reading->stop();
    m_isReviewed = false;
    m_hasCatalog = false;
    m_header->show(m_desk, QFileInfo(m_path).fileName(), m_accountId);
    m_tasks.startLatest(m_catalogs.load(m_accountId), [this](const checkout::Catalog &catalog) {
        m_catalog = catalog;
        m_hasCatalog = true;
        m_noCatalog = m_catalogs.error(m_accountId);
        if (m_noCatalog && desk::canReviewWithoutCatalog(*m_noCatalog))
            m_noCatalog.reset();
        read();
    });
    showState();
}

void ImportFileView::read()
{
    if (m_path.isEmpty() || !m_hasCatalog)
        return;
    stopQuotes();
    m_failure.reset();
    m_noQuotes.reset();
    m_isReviewed = false;
    m_isQuoted = false;
    m_review = {};
    m_since.start();
    m_reading->start(m_accountId, m_path, m_settings->choices(), m_catalog);
    showState();
}

void ImportFileView::opened(const desk::ImportReview &review)
{
    m_model->begin(review.columns);
    m_settings->showFound(review);
    if (m_model->amountColumn() == m_shownAmounts)
        return;
    // Columns of the file before stood elsewhere.
    for (const int column : {m_shownAmounts, m_shownAmounts + 1}) {
        m_table->setItemDelegateForColumn(column, nullptr);
        m_table->setColumnHidden(column, false);
    }
    m_shownAmounts = m_model->amountColumn();
    m_isSized = false;
    for (const int column : {m_model->amountColumn(), m_model->receivesColumn()})
        m_table->setItemDelegateForColumn(column, m_amounts);
}

/// Gives the columns the room that the first rows need; the merchant may give them another.
void ImportFileView::sizeColumns()
{
    const QAbstractItemView *view = m_table;
    for (int column = 1; column < m_model->amountColumn(); ++column) {
        const QString title = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int wanted = m_table->horizontalHeader()->fontMetrics().horizontalAdvance(title) + px(32);
        const int content = view->sizeHintForColumn(column);
        m_table->setColumnWidth(column, std::clamp(std::max(wanted, content), px(leastCellWidth), px(mostCellWidth)));
    }
    m_table->setColumnWidth(0, px(72));
    m_table->setColumnWidth(m_model->amountColumn(), px(130));
    m_table->setColumnWidth(m_model->receivesColumn(), px(130));
    m_table->setColumnWidth(m_model->problemColumn(), px(problemColumnWidth));
}

void ImportFileView::finished(const desk::ImportReview &review)
{
    m_review = review;
    m_isReviewed = true;
    showState();
}

void ImportFileView::showNextProblem()
{
    const QModelIndex next = m_model->nextProblem(m_table->currentIndex());
    if (!next.isValid())
        return;
    m_table->setCurrentIndex(next);
    m_table->scrollTo(next);
    m_table->setFocus(Qt::ShortcutFocusReason);
}

void ImportFileView::showProblem()
{
    m_problem->setText(m_model->problemOf(m_table->currentIndex()));
}

QString ImportFileView::countText() const
{
    const QString rows = tr("%Ln row(s)", nullptr, m_model->total());
    if (m_reading->isReading()) {
        const double seconds = std::max(0.001, static_cast<double>(m_since.elapsed()) / 1000);
        return tr("Reading: %1, %L2 %, %L3 a second", "rows, part of the file, rows")
            .arg(rows)
            .arg(static_cast<int>(m_reading->progress() * 100))
            .arg(static_cast<int>(m_model->total() / seconds));
    }
    if (!m_isReviewed)
        return m_path.isEmpty() || m_failure ? QString() : tr("Reading…");
    const int wrong = m_model->withProblems();
    return wrong > 0 ? tr("%1, %2", "two parts of a sentence").arg(rows, tr("%Ln to mend", "rows", wrong)) : rows;
}

void ImportFileView::showMessage()
{
    QString lead, text, link;
    if (m_failure) {
        lead = m_failure->sentence;
    } else if (m_noCatalog) {
        lead = tr("The catalog of this account could not be read, so the rows cannot be checked.");
        text = m_noCatalog->sentence;
        link = tr("Try again");
    } else if (m_noQuotes) {
        lead = tr("The prices could not be asked for.");
        text = m_noQuotes->sentence;
    } else if (m_isReviewed) {
        // What is wrong with the file as a whole stands in no row.
        QStringList sentences;
        for (const sheets::CellProblem &problem : m_review.problems) {
            if (!m_model->hasProblemInLine(problem.line))
                sentences << (problem.column.isEmpty()
                                  ? tr("Line %L1: %2", "number, sentence").arg(problem.line).arg(problem.sentence)
                                  : tr("Line %L1, %2: %3", "number, title of a column, sentence")
                                        .arg(problem.line)
                                        .arg(problem.column, problem.sentence));
        }
        constexpr qsizetype mostShown = 4;
        lead = sentences.mid(0, mostShown).join(u'\n');
    }
    m_message->setVisible(!lead.isEmpty());
    m_message->setMessage(lead, text, link);
}

void ImportFileView::showState()
{
    m_shown.start();
    const bool hasProblems = m_model->withProblems() > 0;
    m_next->setEnabled(hasProblems);
    m_onlyProblems->setEnabled(hasProblems || m_onlyProblems->isChecked());
    if (!m_quotes)
        m_count->setText(countText());
    QStringList sums;
    if (m_isReviewed && !m_review.rows.empty()) {
        if (const QString all = sumsText(m_review.totals()); !all.isEmpty())
            sums << tr("Customers pay %1.", "amounts").arg(all);
        if (const QString all = sumsText(m_review.received()); !all.isEmpty())
            sums << tr("You receive %1.", "amounts").arg(all);
        if (m_review.unpriced() > 0)
            sums << (m_review.needsQuotes
                         ? tr("The provider quotes the price of %Ln row(s).", nullptr, m_review.unpriced())
                         : tr("Of %Ln row(s), the amount is not known.", nullptr, m_review.unpriced()));
        if (m_review.sameRows > 0)
            sums << tr("%Ln row(s) ask for the same as another row.", nullptr, m_review.sameRows);
    }
    if (m_model->columnCount() > 0)
        m_table->setColumnHidden(m_model->receivesColumn(), m_review.received().empty());
    m_sums->setText(sums.join(u' '));
    m_sums->setVisible(!sums.isEmpty());
    m_ask->setVisible(m_quotes || (m_isReviewed && m_review.needsQuotes));
    m_ask->setEnabled(m_quotes || (isWhole() && !m_isQuoted));
    m_ask->setText(m_quotes ? tr("Stop asking") : tr("Ask for the prices"));
    m_ask->setToolTip(tr("%Ln request(s), which create nothing", nullptr, static_cast<int>(m_review.rows.size())));
    const QString held = m_desk.whyNoWrites();
    m_create->setEnabled(isWhole() && held.isEmpty());
    m_create->setText(isWhole() ? tr("%1…", "button that asks once more")
                                      .arg(createText(m_desk, m_accountId, static_cast<int>(m_review.rows.size())))
                                : tr("Create sessions…"));
    m_create->setToolTip(!held.isEmpty()         ? held
                         : m_create->isEnabled() ? tr("You are asked once more before anything is sent")
                                                 : tr("Nothing is created while a row has to be mended"));
    showMessage();
}

} // namespace tilldeck::ui

#include "moc_import_file_view.cpp"
