// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_page.h"

#include "ui/figures/needs_writes.h"
#include "ui/lists/canvas.h"
#include "ui/overview/attention_panel.h"
#include "ui/overview/share_bar.h"
#include "ui/overview/volume_chart.h"
#include "ui/widgets/button.h"
#include "ui/widgets/close_dialogs.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/shown_timer.h"
#include "ui/widgets/time_text.h"
#include "ui/widgets/when_done.h"

#include <QFileDialog>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int overviewNarrowBelow = 990;
constexpr int attentionWidth = 384;
constexpr int mostExpiring = 6;

} // namespace

OverviewPage::OverviewPage(desk::Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_period(new SegmentedControl(tr("Period")))
    , m_dates(new Label({}, TextStyle::Secondary, Tone::Text2))
    , m_message(new InlineMessage(Severity::Error))
    , m_charts(new QGridLayout)
    , m_noPayments(new Label(tr("Nothing was paid in these days."), TextStyle::Body, Tone::Text2))
    , m_created(new Label({}, TextStyle::Secondary, Tone::Text2))
    , m_rate(new Label({}, TextStyle::Total))
    , m_share(new ShareBar)
    , m_panel(new AttentionPanel(desk))
    , m_minute(new ShownTimer(this))
{
    for (const int days : {7, 30, 90})
        m_period->addSegment(days, tr("%Ln day(s)", nullptr, days));
    m_period->setCurrent(30);
    build();

    m_soon.setSingleShot(true);
    m_soon.setInterval(std::chrono::milliseconds(200));
    connect(&m_soon, &QTimer::timeout, this, &OverviewPage::read);
    connect(m_minute, &ShownTimer::timeout, this, &OverviewPage::read);
    connect(m_period, &SegmentedControl::currentChanged, this, &OverviewPage::read);
    const auto changed = [this](const QStringList &accountIds) {
        const bool ours = std::ranges::any_of(accountIds, [this](const auto &id) { return m_accountIds.contains(id); });
        if (ours && isVisible() && !m_soon.isActive())
            m_soon.start();
    };
    connect(&desk.ledger(), &ledger::Ledger::sessionsChanged, this, changed);
    connect(&desk.ledger(), &ledger::Ledger::transactionsChanged, this, changed);
    connect(&desk.ledger(), &ledger::Ledger::webhookEventsChanged, this, changed);
    connect(&desk, &desk::Desk::journalChanged, this, [this] {
        if (isVisible() && !m_soon.isActive())
            m_soon.start();
    });
    connect(m_panel, &AttentionPanel::sessionsRequested, this,
            [this](ledger::SessionFilter::Status status) { emit sessionsRequested(status, 0); });
    connect(m_panel, &AttentionPanel::failedPaymentsRequested, this, [this] {
        ledger::SavedFilter view;
        view.filter.status = checkout::TransactionStatus::Failed;
        view.lastDays = m_period->current();
        emit paymentsRequested(view);
    });
    connect(m_panel, &AttentionPanel::failedWebhooksRequested, this, &OverviewPage::failedWebhooksRequested);
    connect(m_panel, &AttentionPanel::refundRequested, this, &OverviewPage::refundRequested);
    connect(m_panel, &AttentionPanel::showImports, this, &OverviewPage::showImports);
    connect(m_panel, &AttentionPanel::resumeRequested, this, &OverviewPage::resumeRequested);
    connect(m_panel, &AttentionPanel::showSession, this, &OverviewPage::showSession);
    connect(m_panel, &AttentionPanel::keyNeeded, this, &OverviewPage::keyNeeded);
}

void OverviewPage::build()
{
    auto *header = new PageHeader(tr("Overview"));
    auto *create = new Button(Icon::Plus, tr("New session"), ButtonKind::Primary);
    needWrites(create, m_desk);
    connect(create, &Button::clicked, this, &OverviewPage::newRequested);
    header->addAfterTitle(m_dates);
    header->addTrailing(m_period);
    header->addTrailing(create);
    m_message->hide();

    auto *main = new QWidget;
    auto *column = makeColumnLayout(main, px(8), {px(20), px(8), px(20), px(16)});
    auto *title = makeRowLayout(px(8));
    title->addWidget(new Label(tr("Paid per day"), TextStyle::Total));
    title->addWidget(new Label(tr("each currency on its own scale"), TextStyle::Secondary, Tone::Text2), 1);
    column->addLayout(title);
    m_charts->setHorizontalSpacing(px(24));
    m_charts->setVerticalSpacing(px(8));
    column->addLayout(m_charts);
    m_conversion = buildConversion();
    addWidgets(*column, m_noPayments, m_conversion);
    column->addStretch(1);

    m_canvas = new Canvas;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, m_canvas);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(0);
    m_columns->addWidget(main, 1);
    m_columns->addWidget(m_panel);
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_canvas);
    auto *page = makeColumnLayout(this, 0);
    addWidgets(*page, header, m_message);
    page->addWidget(m_scroll, 1);
}

QWidget *OverviewPage::buildConversion()
{
    auto *box = new QWidget;
    auto *column = makeColumnLayout(box, px(8));
    column->addWidget(new Rule);
    column->addSpacing(px(4));
    auto *title = makeRowLayout(px(8));
    title->addWidget(new Label(tr("From open to completed"), TextStyle::Total));
    title->addWidget(m_created, 1);
    title->addWidget(m_rate);
    column->addLayout(title);
    column->addWidget(m_share);
    auto *legend = makeRowLayout(px(4));
    for (const ledger::SessionFilter::Status part : shareParts) {
        auto *entry = new ShareLegend(part);
        connect(entry, &ShareLegend::clicked, this, [this, part] {
            if (part == ledger::SessionFilter::Status::NotAsked) // they have no chip of their own
                emit sessionsRequested(ledger::SessionFilter::Status::NeedsAttention, 0);
            else
                emit sessionsRequested(part, m_period->current());
        });
        legend->addWidget(entry);
        m_legend << entry;
    }
    legend->addStretch(1);
    column->addLayout(legend);
    return box;
}

void OverviewPage::setAccounts(const QStringList &accountIds)
{
    closeDialogs(this, m_accountIds, accountIds);
    m_accountIds = accountIds;
    m_isRead = false;
    showFigures(desk::Overview()); // never show the figures of other accounts
    m_panel->setExpiring({}, m_desk.now());
    if (isVisible())
        read();
}

void OverviewPage::lookAtClock()
{
    if (isVisible())
        read();
}

void OverviewPage::showEvent(QShowEvent * /*event*/)
{
    read();
}

void OverviewPage::read()
{
    m_soon.stop();
    m_minute->start(std::chrono::seconds(30));
    const int days = m_period->current();
    m_tasks.startLatest(desk::overview(&m_desk, m_accountIds, days, QTimeZone::systemTimeZone()),
                        [this](const checkout::Result<desk::Overview> &figures) {
                            m_message->setVisible(!figures);
                            m_isRead = m_isRead || figures;
                            m_canvas->setVisible(m_isRead); // empty figures would say that there is nothing
                            if (!figures)
                                return m_message->setMessage(figures.error().sentence, figures.error().details);
                            showFigures(*figures);
                            if (std::exchange(m_showsOthers, false))
                                scrollToOther();
                            emit loaded();
                        });
    readExpiring();
}

void OverviewPage::showOthers()
{
    m_showsOthers = true;
    read();
}

void OverviewPage::scrollToOther()
{
    QWidget *other = m_panel->openOther();
    if (!other)
        return;
    // Once what was opened has its place; a page that was never shown gets its heights a moment later.
    const auto scroll = [this, other] {
        m_canvas->layout()->activate();
        m_scroll->verticalScrollBar()->setValue(other->mapTo(m_canvas, QPoint()).y());
    };
    auto *settling = new QObject(other);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, settling, scroll);
    QTimer::singleShot(0, settling, scroll);
    QTimer::singleShot(std::chrono::milliseconds(500), settling, [settling, scroll] {
        scroll();
        settling->deleteLater();
    });
}

void OverviewPage::readExpiring()
{
    ledger::SessionFilter filter;
    filter.accountIds = m_accountIds;
    filter.status = ledger::SessionFilter::Status::ExpiringSoon;
    filter.now = m_desk.now();
    using Answer = checkout::Result<ledger::RecordPage<ledger::SessionRecord>>;
    whenDone(m_desk.ledger().sessions(filter, {}, 100), this,
             [this, generation = ++m_generation, now = filter.now](const Answer &answer) {
                 if (generation != m_generation || !answer)
                     return;
                 std::vector<ledger::SessionRecord> soon = answer->rows;
                 std::ranges::sort(soon, {}, [](const auto &row) { return row.session.expiresAt; });
                 if (soon.size() > mostExpiring)
                     soon.erase(soon.begin() + mostExpiring, soon.end());
                 m_panel->setExpiring(soon, now);
             });
}

void OverviewPage::showFigures(const desk::Overview &figures)
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const QDateTime now = m_desk.now().toTimeZone(zone);
    const QDate first = now.date().addDays(1 - m_period->current());
    const QString format = tr("d MMM yyyy", "date format");
    m_dates->setText(tr("%1 to %2, %3", "first day, last day, time zone")
                         .arg(locale().toString(first, format), locale().toString(now.date(), format), zoneName(zone)));

    QList<VolumeChart *> charts;
    for (const ledger::CurrencyTotal &total : figures.totals) {
        if (total.succeeded == 0)
            continue;
        const auto known = std::ranges::find(m_shown, total.currency, &VolumeChart::currency);
        VolumeChart *chart = known != m_shown.end() ? *known : new VolumeChart(total.currency);
        if (known == m_shown.end()) {
            connect(chart, &VolumeChart::saveRequested, this, [this, chart] { saveChart(chart); });
            connect(chart, &VolumeChart::paymentsRequested, this,
                    [this, chart](QDate day) { openPayments(chart->currency(), day); });
        }
        chart->setVolume(first, now.date(), figures.volume, total);
        charts << chart;
    }
    const bool moved = charts != m_shown;
    for (VolumeChart *old : std::as_const(m_shown))
        if (!charts.contains(old)) {
            old->hide();
            old->deleteLater();
        }
    m_shown = charts;
    // Charts beside each other begin and end on the same lines.
    const bool isBack = std::ranges::any_of(charts, &VolumeChart::saysWhatIsBack);
    for (VolumeChart *chart : std::as_const(m_shown))
        chart->reserveBack(isBack);
    if (moved)
        placeCharts();
    m_noPayments->setText(m_whyNotLoaded.isEmpty()
                              ? tr("Nothing was paid in these days.")
                              : tr("What was paid could not be loaded. %1", "why").arg(m_whyNotLoaded));
    m_noPayments->setWordWrap(true);
    m_noPayments->setVisible(charts.isEmpty());

    const ledger::SessionCounts &made = figures.sessions;
    m_conversion->setVisible(made.all > 0 || m_whyNotLoaded.isEmpty());
    m_created->setText(tr("%Ln session(s) created in these days", nullptr, static_cast<int>(made.all)));
    const qint64 asked = made.all - made.notAsked;
    const double share = asked == 0 ? 0 : 100.0 * static_cast<double>(made.completed) / static_cast<double>(asked);
    m_rate->setText(asked == 0 ? QString() : tr("%1% completed").arg(locale().toString(share, 'f', 1)));
    m_share->setCounts(made);
    for (size_t i = 0; i < std::size(shareParts); ++i)
        m_legend[static_cast<int>(i)]->setCount(made.of(shareParts[i]));
    m_legend[static_cast<int>(std::ranges::find(shareParts, ledger::SessionFilter::Status::NotAsked) - shareParts)]
        ->setVisible(made.notAsked > 0);
    m_panel->setFigures(figures);
    m_figures = figures;
}

void OverviewPage::setNotLoaded(const QString &why)
{
    if (why == std::exchange(m_whyNotLoaded, why))
        return;
    m_panel->setLoaded(why.isEmpty());
    showFigures(desk::Overview(m_figures));
}

void OverviewPage::placeCharts()
{
    const int columns = m_columns->direction() == QBoxLayout::TopToBottom ? 1 : 2;
    while (QLayoutItem *item = m_charts->takeAt(0))
        delete item;
    for (int i = 0; i < m_shown.size(); ++i) {
        m_charts->addWidget(m_shown[i], i / columns, i % columns, Qt::AlignTop);
        m_shown[i]->show();
    }
    m_charts->setColumnStretch(0, 1);
    m_charts->setColumnStretch(1, columns == 2 ? 1 : 0);
}

void OverviewPage::resizeEvent(QResizeEvent * /*event*/)
{
    const bool narrow = width() < px(overviewNarrowBelow);
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_panel->setMinimumWidth(narrow ? 0 : px(attentionWidth));
    m_panel->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : px(attentionWidth));
    placeCharts();
}

void OverviewPage::openPayments(money::Currency currency, QDate day)
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    ledger::SavedFilter view;
    view.filter.currency = currency.code();
    if (day.isValid()) {
        view.filter.createdSince = day.startOfDay(zone);
        view.filter.createdBefore = day.addDays(1).startOfDay(zone);
    } else {
        view.lastDays = m_period->current();
    }
    emit paymentsRequested(view);
}

void OverviewPage::saveChart(VolumeChart *chart)
{
    auto *dialog = new QFileDialog(this, tr("Save the %1 chart", "currency").arg(chart->currency().code()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("PNG picture (*.png)"), tr("SVG drawing (*.svg)")});
    dialog->setDefaultSuffix(u"png"_s);
    dialog->selectFile(tr("Paid per day %1", "file name; currency").arg(chart->currency().code()));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("*.svg"_L1) ? u"svg"_s : u"png"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, chart, [this, chart](const QString &path) {
        if (chart->save(path))
            return;
        m_message->setMessage(tr("The chart could not be saved in %1. Choose another folder.").arg(path));
        m_message->show();
    });
    dialog->open();
}

} // namespace tilldeck::ui

#include "moc_overview_page.cpp"
