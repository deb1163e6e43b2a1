// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transactions/refund_dialog.h"

#include "desk/refundable_now.h"
#include "money/format.h"
#include "ui/forms/form_row.h"
#include "ui/forms/real_money.h"
#include "ui/transactions/filter_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

#include <QLineEdit>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using checkout::ErrorKind;
using money::Money;

namespace {

constexpr int longestReason = 200;

} // namespace

RefundDialog::RefundDialog(desk::Desk &desk, const ledger::TransactionRecord &record, QWidget *parent)
    : FormDialog(tr("Refund a payment"), 500, parent)
    , m_desk(&desk)
    , m_record(record)
    , m_flow(new RefundFlow(desk, record.accountId, record.transaction.id, this))
    , m_amount(new QLineEdit)
    , m_reason(new QLineEdit)
    , m_sentence(new Label({}, TextStyle::Body, Tone::Text2))
    , m_refund(new Button(Icon::Undo, tr("Refund"), ButtonKind::Danger))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_amount->setObjectName(u"amount"_s);
    m_amount->setAlignment(Qt::AlignRight);
    m_amount->setFixedWidth(px(150));
    m_reason->setObjectName(u"reason"_s);
    m_reason->setMaxLength(longestReason);
    m_reason->setPlaceholderText(tr("Optional"));
    for (QLineEdit *field : {m_amount, m_reason})
        field->setMinimumHeight(field->sizeHint().height());
    m_sentence->setObjectName(u"sentence"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumHeight(2 * m_sentence->fontMetrics().lineSpacing()); // the dialog keeps its size
    m_sentence->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_refund->setObjectName(u"refund"_s);
    auto *full = new Button(tr("Full amount"), ButtonKind::Quiet);
    full->setObjectName(u"full"_s);
    full->setAutoDefault(false);
    auto *amountBox = new QWidget;
    auto *amountLine = makeRowLayout(amountBox, px(8));
    amountLine->addWidget(m_amount);
    amountLine->addWidget(new Label(record.transaction.amount.currency().code(), TextStyle::Body, Tone::Text2));
    amountLine->addWidget(full);
    amountLine->addStretch(1);

    const QString paid = amountText(record.transaction.amount);
    form()->addWidget(new ElidedLabel(record.customerLabel.isEmpty()
                                          ? tr("%1 paid").arg(paid)
                                          : tr("%1 paid by %2", "amount, customer").arg(paid, record.customerLabel),
                                      TextStyle::Body, Tone::Text2));
    m_amountRow = addRow(tr("Amount"), amountBox);
    m_amountRow->setField(m_amount);
    addRow(tr("Reason"), m_reason);
    form()->addWidget(m_sentence);
    auto *cancel = new Button(tr("Cancel"));
    // A red button is no default: Enter must neither move money nor discard what was typed.
    addButtons(cancel, {m_refund});

    connect(m_amount, &QLineEdit::textEdited, this, &RefundDialog::amountEdited);
    connect(full, &QPushButton::clicked, this, [this] { readRemaining(true); });
    connect(m_refund, &QPushButton::clicked, this,
            [this, watch = new MouseWatch(m_refund)] { press(watch->takeIsMouse()); });
    connect(m_flow, &RefundFlow::busyChanged, this, &RefundDialog::showBusy);
    connect(m_flow, &RefundFlow::confirmed, this, &QDialog::accept);
    connect(m_flow, &RefundFlow::rejected, this, &RefundDialog::showRefusal);
    connect(m_flow, &RefundFlow::abandoned, this, [this] { readRemaining(false); });
    connect(m_flow, &RefundFlow::postponed, this, &RefundDialog::reject);
    amountEdited();
    readRemaining(true);
    cancel->setFocus(Qt::TabFocusReason);
}

void RefundDialog::readRemaining(bool all)
{
    m_tasks.startLatest(desk::refundableNow(m_desk, m_record.accountId, m_record.transaction.id),
                        [this, all](const checkout::Result<Money> &remaining) {
                            if (!remaining)
                                return showRefusal(remaining.error());
                            m_remaining = *remaining;
                            if (all)
                                m_amount->setText(money::formatAmount(*m_remaining, QLocale()));
                            m_amountRow->setNote({},
                                                 tr("%1 can be refunded", "an amount").arg(amountText(*m_remaining)));
                            amountEdited();
                        });
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
    if (!value || value->minorUnits() <= 0)
        return tr("Type how much to give back.");
    if (m_remaining && value->minorUnits() > m_remaining->minorUnits())
        return tr("Not more than %1 can be refunded.").arg(amountText(*m_remaining));
    return {};
}

std::optional<Money> RefundDialog::amount() const
{
    return m_remaining && problem().isEmpty() ? typed().value(QLocale()) : std::nullopt;
}

void RefundDialog::amountEdited()
{
    const auto wanted = amount();
    message()->hide();
    m_amountRow->setProblem(m_amount->text().trimmed().isEmpty() ? QString() : problem());
    m_refund->setEnabled(wanted && !m_flow->isBusy());
    m_refund->setText(wanted ? tr("Refund %1").arg(money::format(*wanted, QLocale())) : tr("Refund"));
    const auto left = wanted ? m_remaining->minus(*wanted) : std::nullopt;
    const QString provider = m_desk ? m_desk->capabilities(m_record.accountId).providerName : QString();
    m_sentence->setText(
        !left ? QString()
        : left->minorUnits() == 0
            ? tr("%1 gives the customer everything back that is left. This cannot be undone.").arg(provider)
            : tr("%1 gives the customer %2 back; %3 can still be refunded later. This cannot be undone.")
                  .arg(provider, amountText(*wanted), amountText(*left)));
    fitHeight();
}

void RefundDialog::press(bool byMouse)
{
    const auto wanted = amount();
    if (!wanted || !m_desk || m_flow->isBusy())
        return;
    if (byMouse)
        m_flow->send(*wanted, m_reason->text().trimmed());
    else
        confirmRealMoney(*m_desk, m_record.accountId, MoneyMove::Refund, this, [this] { press(true); });
}

void RefundDialog::showBusy(bool busy)
{
    setBusy(busy ? Busy::Held : Busy::No);
    amountEdited();
    if (busy)
        m_refund->setText(tr("Refunding…"));
}

void RefundDialog::showRefusal(const checkout::Error &error)
{
    if (error.kind != ErrorKind::InvalidInput)
        return showError(error);
    m_amountRow->setProblem(error.sentence);
    fitHeight();
    m_amount->setFocus(Qt::OtherFocusReason);
}

} // namespace tilldeck::ui

#include "moc_refund_dialog.cpp"
