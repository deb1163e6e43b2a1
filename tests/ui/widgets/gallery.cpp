// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery.h"

#include "ui/forms/form_row.h"
#include "ui/lists/chip.h"
#include "ui/lists/delegates.h"
#include "ui/lists/roles.h"
#include "ui/lists/table.h"
#include "ui/sessions/url_field.h"
#include "ui/widgets/amount.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"
#include "ui/widgets/masked_field.h"
#include "ui/widgets/qr_popup.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/secret_clipboard.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/step_gutter.h"
#include "ui/widgets/timeline.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabBar>
#include <QVBoxLayout>

using namespace tilldeck::ui;
using namespace Qt::StringLiterals;

namespace tilldeck::test {

namespace {

QHBoxLayout *row(std::initializer_list<QWidget *> widgets)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(px(8));
    for (QWidget *widget : widgets)
        line->addWidget(widget);
    line->addStretch();
    return line;
}

money::Money sum(qint64 minor, const char *code)
{
    return {minor, *money::Currency::fromCode(QString::fromLatin1(code))};
}

QWidget *field(const QString &text, const QString &note, bool error = false)
{
    auto *edit = new QLineEdit(text);
    setErrorFrame(edit, error);
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    column->addWidget(edit);
    column->addWidget(new Label(note, TextStyle::Secondary, error ? Tone::Danger : Tone::Text3));
    return box;
}

/// Rows like those of the sessions list.
void fillRows(QStandardItemModel &model)
{
    struct GalleryRow
    {
        BadgeKind kind;
        QString word, name, item;
        int tier;
        qint64 minor;
        const char *currency;
        QString note;
    };
    const GalleryRow rows[] = {
        {BadgeKind::Completed, {}, u"Hanna Koski"_s, u"Half-year membership"_s, 2, 24000, "EUR", u"Normal"_s},
        {BadgeKind::Open, {}, u"Awa Diop"_s, u"Formation design"_s, 0, 50000, "XOF", u"Hover"_s},
        {BadgeKind::OutcomeUnknown, {}, u"Tunde Bakare"_s, u"Premium Plan"_s, 0, 14400000, "NGN", u"Selected"_s},
        {BadgeKind::Failed, {}, u"Priya Raman"_s, u"Premium Plan"_s, 0, -9000, "USD", u"Minus"_s},
        {BadgeKind::Unrecognised, u"on_hold"_s, u"Oliver Grant"_s, u"Team plan × 12"_s, 3, 117611, "GBP",
         u"Unknown word"_s},
    };
    model.setHorizontalHeaderLabels({u"Status"_s, u"Customer"_s, u"Items"_s, u"Amount"_s, u"Provider"_s, u"Expires"_s});
    model.setHeaderData(3, Qt::Horizontal, int(Qt::AlignTrailing | Qt::AlignVCenter), Qt::TextAlignmentRole);
    int hours = 0;
    for (const GalleryRow &entry : rows) {
        QList<QStandardItem *> cells;
        for (const QString &text : {entry.word, entry.name, entry.item, QString(), entry.note, QString()})
            cells += new QStandardItem(text);
        cells[0]->setData(QVariant::fromValue(entry.kind), BadgeKindRole);
        cells[2]->setData(entry.tier, TierMarkRole);
        cells[3]->setData(QVariant::fromValue(sum(entry.minor, entry.currency)), AmountRole);
        if (entry.kind == BadgeKind::Open)
            cells[5]->setData(QDateTime::currentDateTimeUtc().addSecs(2300), ExpiresAtRole);
        else if (hours++ == 2)
            cells[5]->setData(QDateTime::currentDateTimeUtc().addSecs(34870), ExpiresAtRole);
        model.appendRow(cells);
    }
}

} // namespace

Gallery::Gallery(QClipboard *clipboard)
    : m_column(new QVBoxLayout(this))
{
    setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFixedWidth(720);
    m_column->setContentsMargins(24, 18, 24, 18);
    m_column->setSpacing(6);
    badges();
    buttons();
    fields();
    choices();
    secrets(clipboard);
    rows();
    messages();
    guards();
}

QVBoxLayout *Gallery::section(const QString &title)
{
    m_column->addSpacing(8);
    m_column->addWidget(new Label(title, TextStyle::Header, Tone::Text3));
    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    m_column->addLayout(column);
    return column;
}

void Gallery::badges()
{
    auto *column = section(u"Status badges and figure tags"_s);
    auto *onHold = new Badge;
    onHold->setStatus(BadgeKind::Unrecognised, {}, u"on_hold"_s);
    column->addLayout(row({new Badge(BadgeKind::Open), new Badge(BadgeKind::Completed), new Badge(BadgeKind::Expired),
                           new Badge(BadgeKind::Failed), new Badge(BadgeKind::OutcomeUnknown),
                           new Badge(BadgeKind::Pending), new Badge(BadgeKind::Succeeded)}));
    column->addLayout(
        row({new Badge(BadgeKind::Refunded), new Badge(BadgeKind::PartRefunded), new Badge(BadgeKind::RefundAsked),
             new Badge(BadgeKind::Refunding), new Badge(BadgeKind::Draft), new Badge(BadgeKind::Creating), onHold,
             new FigureTag(FigureSource::Estimate), new FigureTag(FigureSource::Quote)}));
}

void Gallery::buttons()
{
    auto *column = section(u"Buttons"_s);
    auto *hint = new Button(Icon::Plus, u"New session"_s, ButtonKind::Primary);
    hint->setHint(u"Ctrl+N"_s);
    auto *off = new Button(u"Disabled"_s);
    off->setEnabled(false);
    auto *menu = new Button(u"Copy as…"_s);
    menu->setMenu(new QMenu(menu));
    column->addLayout(
        row({new Button(Icon::Plus, u"Primary"_s, ButtonKind::Primary), hint, new Button(u"Normal"_s), menu, off,
             new IconButton(Icon::Refresh, u"Refresh"_s), new IconButton(Icon::More, u"More"_s, ButtonKind::Normal)}));
    auto *focus = new Button(u"Focus"_s);
    focus->setObjectName(u"focus"_s);
    column->addLayout(row({new Button(u"Refund…"_s, ButtonKind::Danger), new Button(u"Quiet"_s, ButtonKind::Quiet),
                           new Button(Icon::Plus, u"Add item"_s, ButtonKind::Link), focus}));
}

void Gallery::fields()
{
    auto *column = section(u"Fields"_s);
    column->addLayout(row({field(u"https://kestrel.example/plans"_s, u"Normal"_s),
                           field(u"kestrel/plans"_s, u"Start the address with https://"_s, true)}));
    auto *off = new QLineEdit(u"Coupon ID"_s);
    off->setEnabled(false);
    auto *read = new QLineEdit(u"cs_7Hq2mVx0bTnW"_s);
    read->setReadOnly(true);
    read->setFont(ui::font(TextStyle::Mono));
    column->addLayout(row({off, read, new SearchField(u"Customer, item, ID or URL"_s, u"Ctrl+F"_s)}));
    auto *combo = new QComboBox;
    combo->addItems({u"Account default"_s, u"EU backup"_s});
    auto *typed = new QComboBox;
    typed->setEditable(true);
    typed->addItem(icon(Icon::Customer), u"Mara Lindqvist"_s);
    auto *spin = new QSpinBox;
    spin->setRange(1, 99);
    auto *dense = new QComboBox;
    dense->setProperty("dense", true);
    dense->addItem(u"26 px"_s);
    column->addLayout(row({combo, typed, spin, dense}));
    auto *form = new FormRow(u"After payment"_s, u"Success URL"_s, new QLineEdit(u"kestrel/thanks"_s));
    form->setProblem(u"Start the address with https://"_s);
    column->addWidget(form);
    auto *code = new FormRow(u"Discount"_s, {}, new QLineEdit(u"SPRING20"_s));
    code->setNote(u"Valid."_s, u"20% off until 30 Apr 2026"_s, Tone::Good);
    column->addWidget(code);
}

void Gallery::choices()
{
    auto *column = section(u"Choices"_s);
    auto *segments = new SegmentedControl(u"Discount"_s);
    segments->addSegment(0, u"None"_s);
    segments->addSegment(1, u"Promotion code"_s);
    segments->addSegment(2, u"Coupon ID"_s);
    segments->setCurrent(1);
    auto *check = new QCheckBox(u"Check"_s);
    check->setChecked(true);
    auto *radio = new QRadioButton(u"Radio"_s);
    radio->setChecked(true);
    column->addLayout(row({segments, check, new QCheckBox(u"Off"_s), radio}));
    auto *chips = new ChipRow;
    chips->addChip(0, u"All"_s)->setCount(398);
    chips->addChip(1, u"Open"_s)->setCount(42);
    chips->addChip(2, u"Completed"_s)->setCount(261);
    chips->addChip(3, u"Outcome unknown"_s)->setCount(2);
    column->addWidget(chips);
    auto *tabs = new QTabBar;
    tabs->addTab(u"Preview"_s);
    tabs->addTab(u"Request"_s);
    auto *bar = new QProgressBar;
    bar->setTextVisible(false);
    bar->setValue(80);
    auto *main = new AmountLabel(AmountLabel::Size::Main);
    main->setAmount(sum(24800, "EUR"));
    column->addLayout(row({tabs, bar, main}));
    auto *tiers = new QWidget;
    auto *lines = new QVBoxLayout;
    auto *grid = new QHBoxLayout(tiers);
    auto *gutter = new StepGutter;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(gutter);
    grid->addLayout(lines);
    QList<QWidget *> anchors;
    for (const QString &text : {u"Tried first"_s, u"If tier 1 is declined"_s, u"If tier 2 is declined"_s}) {
        anchors += new Label(text);
        lines->addWidget(anchors.last());
    }
    gutter->setAnchors(anchors);
    column->addWidget(tiers);
    auto *timeline = new Timeline;
    timeline->setEvents({{u"13:02:11"_s, u"Paid 108.00 EUR on tier 2"_s, {}, TimelineEvent::Kind::Current},
                         {u"13:02:04"_s, u"Tier 1 declined: insufficient funds"_s, {}, TimelineEvent::Kind::Failed},
                         {u"12:58:40"_s, u"Session created"_s, u"Ada"_s}});
    column->addWidget(timeline);
}

void Gallery::secrets(QClipboard *clipboard)
{
    auto *column = section(u"Secure token"_s);
    auto *keeper = new SecretClipboard(clipboard, this);
    auto *hidden = new MaskedField(u"Secure token"_s, keeper);
    auto *shown = new MaskedField(u"Secure token"_s, keeper);
    for (auto *one : {hidden, shown})
        one->setSecret(u"9vR2mQx8Lw3TzB5nYp0cH6sJu7Ck4Zp"_s);
    shown->setRevealed(true);
    auto *url = new UrlField(u"Checkout URL"_s);
    url->setUrl(u"https://checkout.paymentkit.example/9vR2mQx8Lw3TzB5nYp0cH6sJu7Ck4Zp"_s,
                u"9vR2mQx8Lw3TzB5nYp0cH6sJu7Ck4Zp"_s);
    url->addButton(Icon::Copy, u"Copy URL"_s);
    url->addButton(Icon::OpenExternal, u"Open URL"_s);
    url->addButton(Icon::Qr, u"QR code"_s);
    auto *line = new QHBoxLayout;
    for (QWidget *one : {static_cast<QWidget *>(hidden), static_cast<QWidget *>(shown)})
        line->addWidget(one, 1, Qt::AlignTop);
    column->addLayout(line);
    column->addWidget(url);
}

void Gallery::rows()
{
    auto *column = section(u"Table rows"_s);
    fillRows(m_model);
    auto *table = new Table;
    table->setModel(&m_model);
    table->setItemDelegateForColumn(0, new BadgeDelegate(table));
    table->setItemDelegateForColumn(1, new RowDelegate(table, TextStyle::Name));
    table->setItemDelegateForColumn(2, new ItemsDelegate(table));
    table->setItemDelegateForColumn(3, new AmountDelegate(table));
    table->setItemDelegateForColumn(4, new RowDelegate(table, TextStyle::Body, Tone::Text2));
    table->setItemDelegateForColumn(5, new TimeLeftDelegate(table));
    table->horizontalHeader()->setSortIndicatorShown(true);
    table->horizontalHeader()->setSortIndicator(5, Qt::DescendingOrder);
    table->selectRow(2);
    table->setFixedHeight(26 + 5 * 32);
    const int widths[] = {160, 110, 120, 120, 90};
    for (int i = 0; i < 5; ++i)
        table->setColumnWidth(i, widths[i]);
    column->addWidget(table);
    auto *loading = new Table;
    loading->setObjectName(u"loading"_s);
    loading->setModel(new QStandardItemModel(0, 4, loading));
    loading->setLoading(true);
    loading->setFixedHeight(26 + 2 * 32);
    column->addWidget(loading);
}

void Gallery::messages()
{
    auto *column = section(u"Inline messages"_s);
    auto *old = new InlineMessage(Severity::Warning);
    old->setMessage(u"Rate is 7 min old."_s, u"Amounts in USD may have moved."_s, u"Get a new rate"_s);
    auto *wrong = new InlineMessage(Severity::Error);
    wrong->setMessage(u"Amounts do not agree."_s,
                      u"Khaime converts 90.00 USD to 144,000.00 NGN, this session asks 152,000.00 NGN."_s,
                      u"Use 144,000.00 NGN"_s);
    auto *info = new InlineMessage(Severity::Info);
    info->setMessage(u"Not offered by Ikawaari:"_s, u"promotion code, fallback tiers, expiry, custom fields."_s);
    auto *none = new InlineMessage(Severity::Search);
    none->setMessage(u"No session matches."_s, u"2 filters are on."_s, u"Clear filters"_s);
    for (auto [left, right] : {std::pair(old, wrong), std::pair(info, none)}) {
        auto *line = new QHBoxLayout;
        line->setSpacing(12);
        line->addWidget(left, 1);
        line->addWidget(right, 1);
        column->addLayout(line);
    }
}

void Gallery::guards()
{
    auto *column = section(u"QR code and guard dialog"_s);
    auto *guard =
        new GuardDialog(u"Was the session created?"_s,
                        u"Khaime did not answer within 30 s. The session may exist. Creating it again could leave two "
                        "open links."_s,
                        this);
    guard->setWindowFlags(Qt::Widget);
    guard->setGlyph(BadgeKind::OutcomeUnknown);
    guard->addAsideButton(1, u"Create again anyway"_s);
    guard->setSafeButton(u"Decide later"_s);
    guard->addButton(2, u"Check with Khaime"_s, ButtonKind::Primary);
    auto *picture = new QLabel;
    picture->setPixmap(QPixmap::fromImage(qrImage(u"https://checkout.paymentkit.example/9vR2mQx8"_s, 4)));
    auto *line = new QHBoxLayout;
    line->addWidget(picture);
    line->addWidget(guard, 1);
    column->addLayout(line);
}

} // namespace tilldeck::test

#include "moc_gallery.cpp"
