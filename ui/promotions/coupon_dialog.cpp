// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotions/coupon_dialog.h"

#include "desk/create_coupon.h"
#include "ui/forms/amount_edit.h"
#include "ui/forms/form_row.h"
#include "ui/promotions/end_field.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented.h"

#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using checkout::Coupon;
using CouponKind = Coupon::Kind;
using Duration = Coupon::Duration;

namespace {

constexpr int mostMonths = 120;
constexpr int mostRedemptions = 1'000'000;

/// Places @p control at its own width at the leading edge of a form.
QWidget *atLeadingEdge(QWidget *control)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(control);
    row->addStretch(1);
    box->setFocusProxy(control);
    return box;
}

} // namespace

CouponDialog::CouponDialog(desk::Desk &desk, const QString &accountId, const QStringList &currencies, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_accountId(accountId)
    , m_name(new QLineEdit)
    , m_kind(new SegmentedControl(tr("What it takes off")))
    , m_percent(new QLineEdit)
    , m_amount(new AmountEdit(tr("Amount off"), currencies))
    , m_duration(new SegmentedControl(tr("Which payments of a subscription")))
    , m_months(new QSpinBox)
    , m_limit(new QSpinBox)
    , m_end(new EndField(desk.now()))
    , m_form(new QWidget)
    , m_message(new InlineMessage(Severity::Error))
    , m_cancel(new Button(tr("Cancel")))
    , m_create(new Button(tr("Create coupon"), ButtonKind::Primary))
{
    setWindowTitle(tr("New coupon"));
    setMinimumWidth(px(520));
    m_typed.currency = currencies.value(0);
    m_amount->setAmount(m_typed);
    buildForm();
    m_message->hide();
    m_create->setObjectName(u"createCoupon"_s);
    m_create->setDefault(true);
    m_cancel->setObjectName(u"cancel"_s);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(px(8));
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_create);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(16), px(16), px(16));
    column->setSpacing(px(12));
    column->addWidget(new Label(windowTitle(), TextStyle::Title));
    column->addWidget(m_form);
    column->addWidget(m_message);
    column->addLayout(buttons);

    connect(m_kind, &SegmentedControl::currentChanged, this, &CouponDialog::showKind);
    connect(m_duration, &SegmentedControl::currentChanged, this, &CouponDialog::showKind);
    connect(m_amount, &AmountEdit::edited, this, [this](const TypedAmount &amount) { m_typed = amount; });
    connect(m_create, &Button::clicked, this, &CouponDialog::create);
    connect(m_cancel, &Button::clicked, this, &CouponDialog::reject);
    showKind();
}

void CouponDialog::buildForm()
{
    m_kind->addSegment(int(CouponKind::Percentage), tr("Percentage"));
    m_kind->addSegment(int(CouponKind::FixedAmount), tr("Amount"));
    m_kind->setObjectName(u"couponKind"_s);
    m_duration->addSegment(int(Duration::Once), tr("The first"));
    m_duration->addSegment(int(Duration::Repeating), tr("Some months"));
    m_duration->addSegment(int(Duration::Forever), tr("All"));
    m_duration->setObjectName(u"duration"_s);
    m_name->setObjectName(u"couponName"_s);
    m_percent->setObjectName(u"percent"_s);
    m_percent->setAlignment(Qt::AlignRight);
    m_percent->setPlaceholderText(locale().toString(20));
    m_months->setObjectName(u"months"_s);
    m_months->setRange(1, mostMonths);
    m_months->setValue(3);
    m_limit->setObjectName(u"limit"_s);
    m_limit->setRange(0, mostRedemptions);
    m_limit->setSpecialValueText(tr("No limit"));

    m_percentRow = new FormRow(tr("Percent off"), {}, m_percent);
    m_amountRow = new FormRow(tr("Amount off"), {}, m_amount);
    m_amount->field()->setObjectName(u"amountOff"_s);
    m_amountRow->setField(m_amount->field());
    m_amountRow->setNote({}, tr("Only for prices in this currency."));
    m_monthsRow = new FormRow(tr("Months"), {}, m_months);
    auto *durationRow = new FormRow(tr("Payments"), {}, atLeadingEdge(m_duration));
    durationRow->setNote({}, tr("Of a subscription. A single payment is always the first."));
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(px(12));
    form->addWidget(new FormRow(tr("Name"), tr("Optional"), m_name));
    form->addWidget(new FormRow(tr("Takes off"), {}, atLeadingEdge(m_kind)));
    form->addWidget(m_percentRow);
    form->addWidget(m_amountRow);
    form->addWidget(durationRow);
    form->addWidget(m_monthsRow);
    form->addWidget(new FormRow(tr("Redemptions"), tr("Of all its codes"), m_limit));
    form->addWidget(new FormRow(tr("End"), {}, m_end));
}

void CouponDialog::showKind()
{
    m_percentRow->setVisible(m_kind->current() == int(CouponKind::Percentage));
    m_amountRow->setVisible(m_kind->current() == int(CouponKind::FixedAmount));
    m_monthsRow->setVisible(m_duration->current() == int(Duration::Repeating));
}

/// Returns the typed percentage, or nothing unless it is from 1 to 100 with at most two decimals.
std::optional<qint64> CouponDialog::basisPoints() const
{
    constexpr double least = 100;
    constexpr double most = 10'000;
    constexpr double rounding = 1e-6;
    bool isNumber = false;
    QString text = m_percent->text().trimmed();
    if (text.endsWith(u'%'))
        text = text.chopped(1).trimmed();
    const double points = locale().toDouble(text, &isNumber) * 100;
    const double whole = std::round(points);
    if (!isNumber || whole < least || whole > most || std::abs(points - whole) > rounding)
        return std::nullopt;
    return static_cast<qint64>(whole);
}

QString CouponDialog::figureProblem() const
{
    if (m_kind->current() == int(CouponKind::Percentage))
        return basisPoints() ? QString() : tr("Enter a percentage from 1 to 100, with two decimals at most.");
    if (const QString problem = m_typed.problem(locale()); !problem.isEmpty())
        return problem;
    const auto amount = m_typed.value(locale());
    return amount && amount->minorUnits() > 0 ? QString() : tr("Enter an amount and its currency.");
}

bool CouponDialog::check()
{
    const QString problem = figureProblem();
    FormRow *row = m_kind->current() == int(CouponKind::Percentage) ? m_percentRow : m_amountRow;
    m_percentRow->setProblem({});
    m_amountRow->setProblem({});
    row->setProblem(problem);
    if (!problem.isEmpty())
        row->field()->setFocus(Qt::OtherFocusReason);
    return problem.isEmpty();
}

Coupon CouponDialog::coupon() const
{
    Coupon coupon;
    coupon.name = m_name->text().trimmed();
    coupon.kind = CouponKind(m_kind->current());
    if (coupon.kind == CouponKind::Percentage)
        coupon.basisPoints = basisPoints().value_or(0);
    else
        coupon.amountOff = m_typed.value(locale());
    coupon.duration = Duration(m_duration->current());
    if (coupon.duration == Duration::Repeating)
        coupon.months = m_months->value();
    if (m_limit->value() > 0)
        coupon.maxRedemptions = m_limit->value();
    coupon.expiresAt = m_end->end();
    return coupon;
}

void CouponDialog::create()
{
    if (m_busy || !check())
        return;
    setBusy(true);
    m_message->hide();
    m_tasks.start(desk::createCoupon(&m_desk, m_accountId, coupon()),
                  [this](const checkout::Result<Coupon> &result) { showResult(result); });
}

void CouponDialog::showResult(const checkout::Result<Coupon> &result)
{
    setBusy(false);
    if (result) {
        emit created(result->id);
        return accept();
    }
    m_message->setMessage(result.error().sentence, result.error().details);
    m_message->show();
    if (!checkout::mayHaveTakenEffect(result.error()))
        return;
    m_form->setEnabled(false);
    m_create->hide();
    m_cancel->setText(tr("Close"));
    m_cancel->setFocus(Qt::OtherFocusReason);
    emit created({});
}

void CouponDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_form->setEnabled(!busy);
    m_create->setEnabled(!busy);
    m_create->setText(busy ? tr("Creating…") : tr("Create coupon"));
    m_cancel->setEnabled(!busy);
}

void CouponDialog::reject()
{
    // The merchant must see the outcome of a request that is under way.
    if (!m_busy)
        QDialog::reject();
}

} // namespace tilldeck::ui

#include "moc_coupon_dialog.cpp"
