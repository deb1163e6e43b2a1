// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editor_form.h"

#include "ui/editor/choice_field.h"
#include "ui/editor/custom_fields_view.h"
#include "ui/editor/discount_section.h"
#include "ui/editor/draft_editor.h"
#include "ui/editor/expiry_section.h"
#include "ui/editor/number_field.h"
#include "ui/editor/redirect_text.h"
#include "ui/editor/tiers_view.h"
#include "ui/editor/url_edit.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form_row.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/time_text.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace tilldeck::ui {

using checkout::Field;
using checkout::Problem;

EditorForm::EditorForm(DraftEditor *draft, const checkout::Capabilities &can, std::function<QDateTime()> now,
                       QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_can(can)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(px(20), px(4), px(20), px(2)); // room for the focus ring of the first field
    layout->setSpacing(px(12));

    addCustomer(layout);
    m_tiers = new TiersView(draft, can);
    m_tiersRow = new FormRow(can.cascade ? tr("Items and tiers") : tr("Items"), {}, m_tiers);
    layout->addWidget(m_tiersRow);
    m_discount = new DiscountSection(draft, can, now);
    m_discountRow = new FormRow(tr("Discount"), {}, m_discount);
    m_discountRow->setField(m_discount->field());
    layout->addWidget(m_discountRow);
    m_expiry = new ExpirySection(draft, can, now);
    m_expiryRow = new FormRow(tr("Expires after"), {}, m_expiry);
    m_expiryRow->setField(m_expiry->field());
    layout->addWidget(m_expiryRow);
    addRedirects(layout);
    m_fields = new CustomFieldsView(draft->customFields(), can);
    m_fieldsRow = new FormRow(tr("Custom fields"), tr("Sent in webhooks"), m_fields);
    layout->addWidget(m_fieldsRow);
    if (const QString missing = missingParts(); !missing.isEmpty()) {
        auto *message = new InlineMessage(Severity::Info);
        message->setMessage(tr("Not offered by %1:", "followed by a list of parts").arg(can.providerName), missing);
        layout->addWidget(message);
    }
    layout->addStretch(1);

    connect(draft, &DraftEditor::loaded, this, &EditorForm::reload);
    connect(draft, &DraftEditor::changed, this, &EditorForm::readCurrency);
    connect(draft, &DraftEditor::changed, this, &EditorForm::readCustomer);
    readCatalog();
    reload();
}

void EditorForm::addCustomer(QVBoxLayout *layout)
{
    m_customer = new ChoiceField({tr("Customer"),
                                  tr("Choose a customer"),
                                  tr("Search customers or type a customer ID"),
                                  tr("Use a customer ID…"),
                                  tr("Use the customer ID “%1”"),
                                  {}},
                                 [this] { return customerChoices(m_draft->catalog()); });
    m_customer->setLeadingIcon(Icon::Customer);
    m_customer->setClearable(true);
    m_customerRow = new FormRow(tr("Customer"), tr("Optional"), m_customer);
    layout->addWidget(m_customerRow);
    connect(m_customer, &ChoiceField::chosen, m_draft, &DraftEditor::setCustomerId);
}

void EditorForm::addRedirects(QVBoxLayout *layout)
{
    m_success = new UrlEdit(tr("Success URL"));
    auto *insert = new Button(Icon::Plus, tr("Session ID"));
    insert->setToolTip(tr("Insert the session's ID at the caret"));
    auto *content = new QWidget;
    auto *line = new QHBoxLayout(content);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(px(8));
    line->addWidget(m_success, 1);
    line->addWidget(insert);
    content->setFocusProxy(m_success);
    m_successRow = new FormRow(tr("After payment"), tr("Success URL"), content);
    m_successRow->setField(m_success);
    m_return = new UrlEdit(tr("Return URL"));
    m_returnRow = new FormRow(tr("If they cancel"), tr("Return URL"), m_return);
    layout->addWidget(m_successRow);
    layout->addWidget(m_returnRow);
    connect(m_success, &UrlEdit::textEdited, this, [this](const QString &url) {
        m_draft->setSuccessUrl(url);
        updateHint();
    });
    connect(m_return, &UrlEdit::textEdited, m_draft, &DraftEditor::setReturnUrl);
    connect(insert, &Button::clicked, this, &EditorForm::insertSessionId);
}

QString EditorForm::missingParts() const
{
    QStringList parts;
    if (!m_can.existingCustomer && !m_can.customerEmail)
        parts << tr("customer");
    if (!m_can.cascade)
        parts << tr("fallback tiers");
    if (!m_can.processorRoutes)
        parts << tr("processor route");
    if (!m_can.promotionCodes)
        parts << tr("promotion code");
    if (!m_can.coupons)
        parts << tr("coupon");
    if (!m_can.expiry)
        parts << tr("expiry");
    if (!m_can.successUrl)
        parts << tr("success URL");
    if (!m_can.returnUrl)
        parts << tr("return URL");
    if (!m_can.customFields)
        parts << tr("custom fields");
    return parts.isEmpty() ? QString() : tr("%1.", "end of a list").arg(locale().createSeparatedList(parts));
}

void EditorForm::reload()
{
    // A part that the provider lacks is only there while the draft asks for it, so that it can be taken away.
    const checkout::SessionDraft draft = m_draft->draft();
    m_customerRow->setVisible(m_can.existingCustomer || m_can.customerEmail || !draft.customer.isEmpty());
    m_discountRow->setVisible(m_can.promotionCodes || m_can.coupons || !draft.promotionCode.isEmpty() ||
                              !draft.couponId.isEmpty());
    m_expiryRow->setVisible(m_can.expiry || draft.expiresInHours);
    m_successRow->setVisible(m_can.successUrl || !draft.successUrl.isEmpty());
    m_returnRow->setVisible(m_can.returnUrl || !draft.returnUrl.isEmpty());
    m_fieldsRow->setVisible(m_can.customFields || !draft.customFields.empty() ||
                            !draft.subscriptionCustomFields.empty());
    m_discount->reload();
    m_expiry->reload();
    m_success->setText(m_draft->successUrl());
    m_return->setText(m_draft->returnUrl());
    updateHint();
    readCustomer();
    readCurrency();
}

void EditorForm::readCatalog()
{
    const checkout::Catalog &catalog = m_draft->catalog();
    const QString time = catalog.fetchedAt.isValid()
                             ? listTime(catalog.fetchedAt, catalog.fetchedAt, QTimeZone::systemTimeZone(), locale())
                             : QString();
    m_tiers->setPricesAsOf(catalog.prices.available && !time.isEmpty() ? tr("Prices from %1").arg(time) : QString());
    m_customer->setAsOf(catalog.customers.available && !time.isEmpty() ? tr("Customers from %1").arg(time) : QString());
    m_discount->setCatalog(catalog);
    readCustomer();
    readCurrency();
}

void EditorForm::readCustomer()
{
    const QString &id = m_draft->customerId();
    const checkout::Customer *known = id.isEmpty() ? nullptr : m_draft->catalog().customer(id);
    if (!known)
        m_customer->setShown(id, id);
    else if (known->name.isEmpty())
        m_customer->setShown(id, known->email.isEmpty() ? id : known->email, {}, id);
    else
        m_customer->setShown(id, known->name, known->email, id);
}

void EditorForm::readCurrency()
{
    const auto currency = m_draft->tiers()->currency();
    m_tiersRow->setHint(currency ? tr("All prices in %1").arg(currency->code()) : QString());
}

void EditorForm::insertSessionId()
{
    m_success->insertAtCaret(checkout::sessionIdPlaceholder);
}

void EditorForm::updateHint()
{
    const QString url = m_success->text();
    if (const QString warning = placeholderWarning(url); !warning.isEmpty())
        m_successRow->setNote(warning, {}, Tone::Warning);
    else if (const QString arrives = arrivalHint(url); !arrives.isEmpty())
        m_successRow->setNote({}, tr("Arrives as %1. A visit is not proof of payment: check the ID.").arg(arrives));
    else
        m_successRow->setNote({});
}

void EditorForm::setProblems(const std::vector<Problem> &problems)
{
    const auto sentence = [&](auto takes) {
        QStringList sentences;
        for (const Problem &problem : problems) {
            if (takes(problem.field))
                sentences << problem.sentence;
        }
        return sentences.join(u'\n');
    };
    const auto only = [&](Field field) { return sentence([field](Field other) { return other == field; }); };
    m_customerRow->setProblem(only(Field::Customer));
    m_tiers->setProblems(problems);
    m_discountRow->setProblem(sentence(&DiscountSection::takes));
    setDiscountState(m_preview);
    m_expiryRow->setProblem(only(Field::Expiry));
    m_successRow->setProblem(only(Field::SuccessUrl));
    m_returnRow->setProblem(only(Field::ReturnUrl));
    m_fields->setProblems(problems);
}

void EditorForm::setDiscountState(const checkout::Preview &preview)
{
    m_preview = preview;
    m_discount->setState(preview.discountState, preview.discountConfirmed, !m_discountRow->problem().isEmpty());
}

QWidget *EditorForm::firstField() const
{
    return m_customerRow->isHidden() ? static_cast<QWidget *>(m_tiers) : m_customer;
}

QWidget *EditorForm::field(const Problem &problem) const
{
    if (TiersView::takes(problem.field))
        return m_tiers->field(problem);
    if (CustomFieldsView::takes(problem.field))
        return m_fields->field(problem);
    switch (problem.field) {
    case Field::PromotionCode:
    case Field::Coupon:
        return m_discount->field()->isReadOnly() ? static_cast<QWidget *>(m_discount) : m_discount->field();
    case Field::Expiry:
        return m_expiry->field();
    case Field::SuccessUrl:
        return m_success;
    case Field::ReturnUrl:
        return m_return;
    default:
        return firstField();
    }
}

} // namespace tilldeck::ui
