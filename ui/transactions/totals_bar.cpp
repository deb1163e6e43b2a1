// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transactions/totals_bar.h"

#include "ui/style/paint.h"
#include "ui/transactions/filter_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QRegularExpression>

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int totalsNarrowBelow = 640;
/// The most lines of sums that stand under the list unasked: it is for the payments.
constexpr qsizetype mostLines = 2;

} // namespace

TotalsBar::TotalsBar(QWidget *parent)
    : QWidget(parent)
    , m_count(new Label({}, TextStyle::Total))
    , m_columns(new QWidget)
    , m_copy(new IconButton(Icon::Copy, tr("Copy the totals")))
    , m_export(new Button({}))
{
    setAccessibleName(tr("Totals"));
    auto *columns = new FlowLayout(m_columns);
    columns->setContentsMargins(0, px(4), 0, px(4));
    columns->setSpacing(px(16));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    m_columns->setSizePolicy(policy);
    m_export->setObjectName(u"exportSelected"_s);
    auto *row = makeRowLayout(this, px(12), {px(16), px(4), px(12), px(4)});
    row->addWidget(m_count, 0, Qt::AlignTop);
    m_count->setContentsMargins(0, px(4), 0, 0);
    row->addWidget(m_columns, 1);
    addWidgets(*row, m_export, m_copy);
    connect(m_copy, &QToolButton::clicked, this, [this] {
        static const QRegularExpression isolates(u"[\u2068\u2069]"_s); // only needed on screen
        QGuiApplication::clipboard()->setText(text().remove(isolates));
    });
    connect(m_export, &QPushButton::clicked, this, &TotalsBar::exportRequested);
    render();
}

void TotalsBar::setFiltered(const std::vector<ledger::CurrencyTotal> &totals)
{
    m_isCounting = false;
    m_filtered = totals;
    render();
}

void TotalsBar::setCounting()
{
    m_isCounting = true;
    render();
}

void TotalsBar::setSelected(const std::vector<ledger::TransactionRecord> &records)
{
    m_isAll = false;
    m_rows = static_cast<qlonglong>(records.size());
    m_selected = records.size() < 2 ? std::vector<ledger::CurrencyTotal>() : totalsOf(records);
    render();
}

void TotalsBar::setAllSelected(qint64 count)
{
    m_isAll = count > 1;
    m_rows = count;
    m_selected.clear();
    render();
}

bool TotalsBar::isWaiting() const
{
    return m_isCounting && m_selected.empty();
}

std::vector<ledger::CurrencyTotal> TotalsBar::shown() const
{
    return isWaiting() ? std::vector<ledger::CurrencyTotal>() : m_selected.empty() ? m_filtered : m_selected;
}

QString TotalsBar::text() const
{
    return m_fullSums.isEmpty() ? m_count->text()
                                : tr("%1: %2", "payments, their sums").arg(m_count->text(), m_fullSums);
}

void TotalsBar::render()
{
    const bool selected = m_isAll || !m_selected.empty();
    const TotalsText totals = totalsText(shown());
    const QString count = selected ? tr("Selected: %1", "payments").arg(totals.count) : totals.count;
    m_count->setText(isWaiting() ? tr("Counting…") : count);
    m_fullSums = totals.sums;
    m_copy->setEnabled(!isWaiting());
    showColumns();
    m_export->setVisible(selected);
    m_export->setText(tr("Export %1…", "number of selected payments").arg(QLocale().toString(m_rows)));
    setVisible(selected || !m_filtered.empty());
    update();
}

/// Returns the widths of as many columns as fit, so that @p places stand below each other.
QList<int> TotalsBar::columnWidths(const QList<QWidget *> &places) const
{
    const int spacing = m_columns->layout()->spacing();
    for (qsizetype columns = std::max<qsizetype>(1, places.size());; --columns) {
        QList<int> widths(columns, 0);
        int needed = int(columns - 1) * spacing;
        for (qsizetype at = 0; at < places.size(); ++at) {
            int &width = widths[at % columns];
            needed -= width;
            width = std::max(width, places[at]->sizeHint().width());
            needed += width;
        }
        if (columns == 1 || needed <= m_columns->width())
            return widths;
    }
}

/// Shows a column for each currency; a narrow window leaves out the amounts after fees, which the copied text keeps.
void TotalsBar::showColumns()
{
    m_isBrief = width() < px(totalsNarrowBelow);
    this->layout()->activate(); // the columns know how wide they are, also before the bar is shown
    QLayout *layout = m_columns->layout();
    layout->setSpacing(px(m_isBrief ? 10 : 16));
    clearLayout(*layout);
    QList<QWidget *> places;
    for (const TotalsColumn &column : totalsColumns(shown(), m_isBrief)) {
        auto *place = new QWidget;
        auto *lines = makeColumnLayout(place, 0);
        lines->addWidget(new Label(column.paid, TextStyle::Total));
        for (const QString &line : column.lines)
            lines->addWidget(new Label(line, TextStyle::Secondary, Tone::Text2));
        lines->addStretch();
        for (auto *label : place->findChildren<Label *>())
            label->setAlignment(Qt::AlignRight | Qt::AlignAbsolute); // as amounts in lists
        places << place;
    }
    const QList<int> widths = columnWidths(places);
    const qsizetype room = mostLines * widths.size();
    const bool isCut = !m_showsAll && places.size() > room;
    const qsizetype shown = isCut ? room - 1 : places.size();
    for (qsizetype at = 0; at < shown; ++at) { // those of the next line stand under them
        places[at]->setFixedWidth(widths[at % widths.size()]);
        layout->addWidget(places[at]);
        places[at]->show();
    }
    qDeleteAll(places.begin() + shown, places.end());
    if (isCut || (m_showsAll && places.size() > room))
        addMore(isCut ? static_cast<int>(places.size() - shown) : 0);
    m_columns->updateGeometry();
}

/// Adds what shows the @p left other currencies, or, for none, hides them again.
void TotalsBar::addMore(int left)
{
    auto *more = new Button(left > 0 ? tr("and %Ln more", "currencies", left) : tr("Show fewer", "currencies"),
                            ButtonKind::Link);
    more->setObjectName(u"moreSums"_s);
    if (left > 0)
        more->setToolTip(m_fullSums);
    connect(
        more, &QPushButton::clicked, this,
        [this, left] {
            m_showsAll = left > 0;
            showColumns();
        },
        Qt::QueuedConnection); // it is replaced
    m_columns->layout()->addWidget(more);
    more->show();
}

void TotalsBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        showColumns(); // as many columns as fit now; their heights change that of the bar
}

void TotalsBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_isAll || !m_selected.empty() ? tokens().selected : tokens().panel);
    paintLine(painter, rect(), Qt::TopEdge, tokens().line);
}

void sayUntoldRefunds(Chip &chip, const std::vector<ledger::CurrencyTotal> &totals)
{
    qint64 untold = 0;
    for (const ledger::CurrencyTotal &total : totals)
        untold += total.withoutRefunds;
    chip.setAtLeast(untold == 0 ? QString()
                                : TotalsBar::tr("What was refunded of %Ln payment(s) is not known: the provider's list "
                                                "does not say it. Open a payment to ask for it.",
                                                nullptr, static_cast<int>(untold)));
}

} // namespace tilldeck::ui

#include "moc_totals_bar.cpp"
