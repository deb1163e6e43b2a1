// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotions/coupon_dialog.h"

#include "checkout/outside_text.h"
#include "desk/create_coupon.h"
#include "ui/forms/amount_edit.h"
#include "ui/forms/date_field.h"
#include "ui/forms/form_row.h"
#include "ui/forms/number_field.h"
#include "ui/promotions/end_field.h"
#include "ui/promotions/promotion_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/segmented.h"

#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using checkout::Coupon;
using CouponKind = Coupon::Kind;
using Duration = Coupon::Duration;

namespace {

constexpr int mostMonths = 120;

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
    : FormDialog(desk, accountId, tr("New coupon"), 520, parent)
    , m_desk(desk)
    , m_accountId(accountId)
    , m_name(new QLineEdit)
    , m_kind(new SegmentedControl(tr("What it takes off")))
    , m_percent(new QLineEdit)
    , m_amount(new AmountEdit(tr("Amount off"), currencies))
    , m_duration(new SegmentedControl(tr("Which payments of a subscription")))
    , m_months(new NumberField({}))
    , m_limit(new NumberField({}))
    , m_end(new EndField(desk.now()))
    , m_create(new Button(tr("Create coupon"), ButtonKind::Primary))
{
    m_typed.currency = currencies.value(0);
    m_amount->setAmount(m_typed);
    buildForm();
    m_create->setObjectName(u"createCoupon"_s);
    addButtons(new Button(tr("Cancel")), {m_create});
    needWrites(m_desk);

    connect(m_kind, &SegmentedControl::currentChanged, this, &CouponDialog::showKind);
    connect(m_duration, &SegmentedControl::currentChanged, this, &CouponDialog::showKind);
    connect(m_amount, &AmountEdit::edited, this, [this](const TypedAmount &amount) {
        m_typed = amount;
        showAmountNote();
    });
    connect(m_create, &Button::clicked, this, &CouponDialog::create);
    connect(this, &FormDialog::edited, this, [this] { message()->hide(); });
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
    m_percent->setPlaceholderText(tr("1 to 100", "percent"));
    m_months->setObjectName(u"months"_s);
    m_months->setSteps(1, mostMonths, 3);
    m_months->setText(QString::number(3));
    m_limit->setObjectName(u"limit"_s);
    m_limit->setSteps(1, mostRedemptions, 1);
    m_limit->setPlaceholder(tr("No limit"));
    m_amount->field()->setObjectName(u"amountOff"_s);

    addRow(tr("Name"), m_name, tr("Optional"));
    addRow(tr("Takes off"), atLeadingEdge(m_kind));
    m_percentRow = addRow(tr("Percent off"), m_percent);
    m_amountRow = addRow(tr("Amount off"), m_amount);
    m_amountRow->setField(m_amount->field());
    clearWhenTyped(m_amountRow, m_amount->field());
    showAmountNote();
    addRow(tr("Payments"), atLeadingEdge(m_duration))
        ->setNote({}, tr("Of a subscription. A single payment is always the first."));
    m_monthsRow = addRow(tr("Months"), m_months);
    m_limitRow = addRow(tr("Redemptions"), m_limit, tr("Of all its codes"));
    m_endRow = addRow(tr("End"), m_end);
    m_endRow->setField(m_end->field());
    clearWhenTyped(m_endRow, m_end->field());
}

void CouponDialog::showKind()
{
    m_percentRow->setVisible(m_kind->current() == int(CouponKind::Percentage));
    m_amountRow->setVisible(m_kind->current() == int(CouponKind::FixedAmount));
    m_monthsRow->setVisible(m_duration->current() == int(Duration::Repeating));
}

std::optional<qint64> CouponDialog::basisPoints() const
{
    return readBasisPoints(m_percent->text());
}

/// Returns a typed percentage, or nothing unless it is from 1 to 100 with at most two decimals.
std::optional<qint64> CouponDialog::readBasisPoints(const QString &typed) const
{
    constexpr qint64 least = 100;
    constexpr qint64 most = 10'000;
    QString text = checkout::withoutMarksAround(typed);
    if (text.endsWith(u'%'))
        text.chop(1);
    if (std::ranges::any_of(text, [](QChar c) { return c.isLetter(); }))
        return std::nullopt;
    // It is written as an amount with two decimals is, and by the same rule.
    const auto read = money::parseAmount(text, *money::Currency::fromCode(u"EUR"), locale());
    if (!read || read->minorUnits() < least || read->minorUnits() > most)
        return std::nullopt;
    return read->minorUnits();
}

void CouponDialog::showAmountNote()
{
    const QString remark = m_typed.remark(locale());
    m_amountRow->setNote(remark, remark.isEmpty() ? tr("Only for prices in this currency.") : QString(),
                         remark.isEmpty() ? Tone::Text3 : Tone::Warning);
}

QString CouponDialog::percentProblem() const
{
    // "12,5" where a point is written: said as of an amount.
    const QChar sign = locale().decimalPoint().front();
    const QChar other = sign == u',' ? u'.' : u',';
    QString meant = m_percent->text().remove(u'%').trimmed();
    if (meant.count(other) == 1 && !meant.contains(sign)) {
        meant.replace(other, sign);
        if (readBasisPoints(meant))
            return sign == u',' ? tr("Use a comma before the decimals: %1").arg(meant)
                                : tr("Use a point before the decimals: %1").arg(meant);
    }
    return tr("Enter a percentage from 1 to 100, with two decimals at most.");
}

QString CouponDialog::figureProblem() const
{
    if (m_kind->current() == int(CouponKind::Percentage))
        return basisPoints() ? QString() : percentProblem();
    if (const QString problem = m_typed.problem(locale()); !problem.isEmpty())
        return problem;
    const auto amount = m_typed.value(locale());
    return amount && amount->minorUnits() > 0 ? QString() : tr("Enter an amount and its currency.");
}

bool CouponDialog::check()
{
    FormRow *row = m_kind->current() == int(CouponKind::Percentage) ? m_percentRow : m_amountRow;
    m_percentRow->setProblem({});
    m_amountRow->setProblem({});
    row->setProblem(figureProblem());
    m_monthsRow->setProblem(m_duration->current() == int(Duration::Repeating) ? m_months->problem() : QString());
    m_limitRow->setProblem(m_limit->problem());
    m_endRow->setProblem(m_end->problem(m_desk.now()));
    return !focusFirstProblem();
}

Coupon CouponDialog::coupon() const
{
    Coupon coupon;
    coupon.name = checkout::withoutMarksAround(m_name->text());
    coupon.kind = CouponKind(m_kind->current());
    if (coupon.kind == CouponKind::Percentage)
        coupon.basisPoints = basisPoints().value_or(0);
    else
        coupon.amountOff = m_typed.value(locale());
    coupon.duration = Duration(m_duration->current());
    if (coupon.duration == Duration::Repeating)
        coupon.months = m_months->value().value_or(0);
    coupon.maxRedemptions = m_limit->value();
    coupon.expiresAt = m_end->end();
    return coupon;
}

void CouponDialog::create()
{
    if (busy() != Busy::No || !check())
        return;
    showBusy(Busy::Held);
    message()->hide();
    m_tasks.start(desk::createCoupon(&m_desk, m_accountId, coupon()),
                  [this](const checkout::Result<Coupon> &result) { showResult(result); });
}

void CouponDialog::showResult(const checkout::Result<Coupon> &result)
{
    showBusy(Busy::No);
    if (result) {
        emit created(result->id);
        return accept();
    }
    if (endFailedCreation(result.error()))
        emit created({});
}

void CouponDialog::showBusy(Busy busy)
{
    setBusy(busy);
    m_create->setText(busy == Busy::Held ? tr("Creating…") : tr("Create coupon"));
}

} // namespace tilldeck::ui

#include "moc_coupon_dialog.cpp"
