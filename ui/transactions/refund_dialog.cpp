// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transactions/refund_dialog.h"

#include "checkout/preview_remarks.h"
#include "checkout/validate_keys.h"
#include "desk/refresh_transaction.h"
#include "desk/refundable_now.h"
#include "desk/refuse_keys.h"
#include "money/format.h"
#include "ui/forms/form_row.h"
#include "ui/forms/real_money.h"
#include "ui/transactions/filter_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/time_text.h"

#include <QLineEdit>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using checkout::ErrorKind;
using money::Money;

namespace {

constexpr int longestReason = 200;

} // namespace

RefundDialog::RefundDialog(desk::Desk &desk, const ledger::TransactionRecord &record, QWidget *parent)
    : FormDialog(desk, record.accountId, tr("Refund a payment"), 500, parent)
    , m_desk(&desk)
    , m_record(record)
    , m_flow(new RefundFlow(desk, record.accountId, record.transaction.id, this))
    , m_amount(new QLineEdit)
    , m_reason(new QLineEdit)
    , m_sentence(new Label({}, TextStyle::Body, Tone::Text2))
    , m_refund(new Button(Icon::Undo, tr("Refund"), ButtonKind::Danger))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_flow->setShown(record.transaction);
    m_reason->setObjectName(u"reason"_s);
    m_reason->setMaxLength(longestReason);
    m_reason->setPlaceholderText(tr("Optional"));
    for (QLineEdit *field : {m_amount, m_reason})
        field->setMinimumHeight(field->sizeHint().height());
    m_sentence->setObjectName(u"sentence"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumHeight(2 * m_sentence->fontMetrics().lineSpacing()); // it stays while one types
    m_sentence->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_refund->setObjectName(u"refund"_s);
    const QString paid = amountText(record.transaction.amount);
    form()->addWidget(new ElidedLabel(record.customerLabel.isEmpty()
                                          ? tr("%1 paid").arg(paid)
                                          : tr("%1 paid by %2", "amount, customer").arg(paid, record.customerLabel),
                                      TextStyle::Body, Tone::Text2));
    auto *payment = new QWidget;
    payment->setObjectName(u"payment"_s);
    auto *id = new ElidedLabel(record.transaction.id, TextStyle::MonoSmall, Tone::Text2, Qt::ElideMiddle);
    const QString at = absoluteTime(record.transaction.createdAt, QTimeZone::systemTimeZone(), QLocale());
    auto *line = makeRowLayout(payment, px(8));
    addWidgets(*line, new Label(tr("Payment"), TextStyle::Secondary, Tone::Text2), id,
               new Label(at, TextStyle::Secondary, Tone::Text2));
    line->addStretch(1);
    form()->addWidget(payment);
    m_amountRow = addRow(tr("Amount"), buildAmount());
    m_amountRow->setField(m_amount);
    m_reasonRow = addRow(tr("Reason"), m_reason);
    if (const QString remark =
            checkout::decimalsRemark(record.transaction.amount.currency(), desk.capabilities(record.accountId));
        !remark.isEmpty()) {
        auto *decimals = makeWrappedLabel(remark, TextStyle::Secondary, Tone::Warning);
        decimals->setObjectName(u"decimals"_s);
        form()->addWidget(decimals);
    }
    form()->addWidget(m_sentence);
    auto *cancel = new Button(tr("Cancel"));
    // A red button is no default: Enter must neither move money nor discard what was typed.
    addButtons(cancel, {m_refund});

    connect(m_refund, &QPushButton::clicked, this,
            [this, watch = new MouseWatch(m_refund)] { press(watch->takeIsMouse()); });
    connect(m_flow, &RefundFlow::busyChanged, this, &RefundDialog::showBusy);
    connect(m_flow, &RefundFlow::confirmed, this, &QDialog::accept);
    connect(m_flow, &RefundFlow::rejected, this, &RefundDialog::showRefusal);
    connect(m_flow, &RefundFlow::abandoned, this, &RefundDialog::readRemaining);
    connect(m_flow, &RefundFlow::postponed, this, &RefundDialog::reject);
    connect(&desk, &desk::Desk::journalChanged, this, &RefundDialog::readRemaining);
    connect(&desk, &desk::Desk::storageChanged, this, &RefundDialog::showAmount);
    showAmount();
    readRemaining();
    askProvider();
    m_amount->setFocus(Qt::TabFocusReason);
}

QWidget *RefundDialog::buildAmount()
{
    m_amount->setObjectName(u"amount"_s);
    m_amount->setAlignment(Qt::AlignRight);
    m_amount->setFixedWidth(px(150));
    auto *full = new Button(tr("Full amount"));
    full->setObjectName(u"full"_s);
    full->setAutoDefault(false);
    auto *box = new QWidget;
    auto *line = makeRowLayout(box, px(8));
    addWidgets(*line, m_amount, new Label(m_record.transaction.amount.currency().code(), TextStyle::Body, Tone::Text2),
               full);
    line->addStretch(1);
    connect(m_amount, &QLineEdit::textEdited, this, [this] {
        m_isTyped = true;
        message()->hide();
        showAmount();
    });
    connect(full, &QPushButton::clicked, this, [this] {
        m_isTyped = false;
        message()->hide();
        readRemaining();
    });
    return box;
}

void RefundDialog::askProvider()
{
    using Answer = checkout::Result<ledger::TransactionRecord>;
    m_asking.startLatest(
        desk::refreshTransaction(m_desk, m_record.accountId, m_record.transaction.id, m_record.transaction),
        [this](const Answer &answer) {
            // It is another payment than the one shown.
            if (!answer && answer.error().kind == ErrorKind::Rejected)
                showError(answer.error());
            m_age = answer ? Age::Fresh : Age::Old;
            readRemaining();
        });
}

void RefundDialog::readRemaining()
{
    // What is under way is held back, and would be taken off twice beside the amount that is asked for.
    if (m_flow->isBusy())
        return;
    m_reading.startLatest(desk::refundableNow(m_desk, m_record.accountId, m_record.transaction.id),
                          [this](const checkout::Result<desk::Refundable> &remaining) {
                              if (m_flow->isBusy())
                                  return;
                              if (!remaining)
                                  return showError(remaining.error());
                              m_remaining = remaining->left;
                              m_keptBack = remaining->remarks();
                              showRemaining();
                          });
}

void RefundDialog::showRemaining()
{
    if (!m_isTyped) {
        m_amount->setText(money::formatAmount(*m_remaining, QLocale()));
        m_amount->selectAll(); // what is typed replaces it
    }
    const QString left = amountText(*m_remaining);
    const QString provider = m_desk ? m_desk->capabilities(m_record.accountId).providerName : QString();
    const QString sentence =
        m_age == Age::Fresh && m_keptBack.isEmpty() ? tr("%1 can be refunded", "an amount").arg(left)
        : m_age == Age::Fresh                       ? tr("%1 can be refunded.", "an amount").arg(left)
        : m_age == Age::Asking
            ? tr("%1 can be refunded by the last answer of %2, which is being asked again.", "an amount, provider")
                  .arg(left, provider)
            : tr("%1 can be refunded by the last answer of %2. It could not be asked now, so "
                 "less may be left.",
                 "an amount, provider")
                  .arg(left, provider);
    m_amountRow->setNote({}, withWhy(sentence));
    showAmount();
}

/// Returns @p sentence with the reason why more is held back.
QString RefundDialog::withWhy(const QString &sentence) const
{
    return m_keptBack.isEmpty() ? sentence : tr("%1 %2", "what can be refunded, why no more").arg(sentence, m_keptBack);
}

TypedAmount RefundDialog::typed() const
{
    TypedAmount typed;
    typed.text = m_amount->text();
    typed.currency = m_record.transaction.amount.currency().code();
    return typed;
}

QString RefundDialog::problem() const
{
    if (const QString unreadable = typed().problem(QLocale()); !unreadable.isEmpty())
        return unreadable;
    const auto value = typed().value(QLocale());
    if (m_remaining && m_remaining->minorUnits() <= 0)
        return withWhy(tr("Nothing of this payment is left to refund."));
    if (!value || value->minorUnits() <= 0)
        return tr("Type how much to give back.");
    if (m_remaining && value->minorUnits() > m_remaining->minorUnits())
        return withWhy(tr("Not more than %1 can be refunded.").arg(amountText(*m_remaining)));
    return {};
}

std::optional<Money> RefundDialog::amount() const
{
    return m_remaining && problem().isEmpty() ? typed().value(QLocale()) : std::nullopt;
}

bool RefundDialog::event(QEvent *event)
{
    if (event->type() == QEvent::WindowBlocked || event->type() == QEvent::WindowUnblocked) {
        m_isAsked = event->type() == QEvent::WindowBlocked;
        showAmount();
    }
    return FormDialog::event(event);
}

void RefundDialog::showAmount()
{
    const auto wanted = amount();
    m_amountRow->setProblem(m_amount->text().trimmed().isEmpty() ? QString() : problem());
    const QString held = m_desk ? m_desk->whyNoWrites() : QString();
    m_refund->setEnabled(wanted && !m_flow->isBusy() && held.isEmpty());
    m_refund->setToolTip(held);
    m_refund->setText(m_flow->isBusy() && !m_isAsked ? tr("Refunding…")
                      : wanted                       ? tr("Refund %1").arg(money::format(*wanted, QLocale()))
                                                     : tr("Refund"));
    const auto left = wanted ? m_remaining->minus(*wanted) : std::nullopt;
    const QString provider = m_desk ? m_desk->capabilities(m_record.accountId).providerName : QString();
    const QString remark = wanted ? typed().remark(QLocale()) : QString();
    m_sentence->setText(
        !left               ? QString()
        : !remark.isEmpty() ? remark + u' ' + tr("This cannot be undone.")
        : left->minorUnits() == 0
            ? tr("%1 refunds all that is left of this payment. This cannot be undone.").arg(provider)
            : tr("%1 gives the customer %2 back; %3 can still be refunded later. This cannot be undone.")
                  .arg(provider, amountText(*wanted), amountText(*left)));
}

void RefundDialog::press(bool byMouse)
{
    const auto wanted = amount();
    if (!wanted || !m_desk || m_flow->isBusy())
        return;
    m_reasonRow->setProblem(checkout::keyProblem(m_reason->text(), desk::keysKnownTo(*m_desk)));
    if (focusFirstProblem())
        return;
    // What is sent after the question is what the button said when it was pressed.
    const auto send = [this, wanted = *wanted, reason = m_reason->text().trimmed()] { m_flow->send(wanted, reason); };
    if (byMouse)
        send();
    else
        confirmRealMoney(*m_desk, m_record.accountId, MoneyMove::Refund, this, send);
}

void RefundDialog::showBusy(bool busy)
{
    setBusy(busy ? Busy::Held : Busy::No);
    message()->hide();
    showAmount();
    if (!busy)
        readRemaining();
}

void RefundDialog::showRefusal(const checkout::Error &error)
{
    // The provider gave no answer, or was not asked: what the dialog says of the list is the same sentence.
    if (error.kind == ErrorKind::Offline || error.kind == ErrorKind::Unauthorised ||
        error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::RateLimited ||
        error.kind == ErrorKind::Cancelled)
        return showMessage(Severity::Error, tr("Nothing was given back."), error.sentence);
    if (error.kind != ErrorKind::InvalidInput)
        return showError(error);
    m_amountRow->setProblem(error.sentence);
    m_amount->setFocus(Qt::OtherFocusReason);
}

} // namespace tilldeck::ui

#include "moc_refund_dialog.cpp"
