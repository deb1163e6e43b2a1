// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editor_form.h"

#include "checkout/check_address.h"
#include "checkout/draft_fields.h"
#include "ui/editor/custom_fields_view.h"
#include "ui/editor/customer_rows.h"
#include "ui/editor/discount_section.h"
#include "ui/editor/draft_parts.h"
#include "ui/editor/draft_text_edit.h"
#include "ui/editor/expiry_section.h"
#include "ui/editor/items_currency.h"
#include "ui/editor/pricing_rows.h"
#include "ui/editor/redirect_text.h"
#include "ui/editor/tiers_view.h"
#include "ui/figures/quote_text.h"
#include "ui/forms/choice_field.h"
#include "ui/forms/number_field.h"
#include "ui/forms/url_edit.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/time_text.h"

#include <QLineEdit>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using checkout::Field;
using checkout::Problem;
using checkout::SessionDraft;

namespace {

QString modeName(const QString &mode)
{
    return mode == "payment"_L1        ? EditorForm::tr("One payment")
           : mode == "subscription"_L1 ? EditorForm::tr("Subscription")
                                       : mode;
}

} // namespace

EditorForm::EditorForm(DraftEditor *draft, const checkout::Capabilities &can, std::function<QDateTime()> now,
                       QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_can(can)
    , m_now(std::move(now))
    , m_rows(new QVBoxLayout)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(px(20), px(4), px(20), px(2)); // room for the focus ring of the first field
    layout->setSpacing(px(12));
    layout->addLayout(m_rows.layout());
    m_rows.layout()->setSpacing(px(12));

    if (can.flows.size() > 1)
        addFlow();
    for (const checkout::DraftField &field : checkout::draftFields())
        addRow(field);
    addMessages(layout);
    layout->addStretch(1);

    connect(draft, &DraftEditor::loaded, this, &EditorForm::reload);
    connect(draft, &DraftEditor::changed, this, &EditorForm::readCurrency);
    connect(draft, &DraftEditor::changed, this, &EditorForm::readCustomer);
    connect(draft, &DraftEditor::changed, this, &EditorForm::showUnsupported);
    readCatalog();
    reload();
}

void EditorForm::addRow(const checkout::DraftField &field)
{
    if (field.editor != checkout::FieldEditor::Own) {
        if (field.isTaken(m_can))
            addText(field);
        return;
    }
    switch (field.offeredBy) {
    case Field::Mode:
        return addMode();
    case Field::Product:
        m_pricing = new PricingRows(m_draft, m_can, m_rows, this);
        return;
    case Field::CustomerEmail:
        return addCustomer();
    case Field::LineItems:
        return addItems();
    case Field::PromotionCode:
        return addDiscount();
    case Field::Expiry:
        return addExpiry();
    case Field::SuccessUrl:
        return addRedirects();
    case Field::MetadataName:
        m_metadata = new CustomFieldsView(m_draft->metadata(), false);
        m_rows.add(field.label(), tr("Kept with the payment"), m_metadata, {})->setVisible(field.isTaken(m_can));
        return;
    case Field::CustomFieldName:
        m_fields = new CustomFieldsView(m_draft->customFields(), m_can.takes(Field::SubscriptionFieldName));
        m_rows.add(field.label(), tr("Sent in webhooks"), m_fields, {})->setVisible(field.isTaken(m_can));
        return;
    default:
        return; // in one of these rows
    }
}

void EditorForm::addText(const checkout::DraftField &field)
{
    auto *edit = makeTextEdit(m_draft, field.text, field.field);
    if (field.editor == checkout::FieldEditor::CodeLine)
        edit->setFont(ui::font(TextStyle::Mono));
    m_rows.add(field.label(), field.hint(), edit, {field.field});
}

void EditorForm::addFlow()
{
    m_flow = new SegmentedControl(tr("Flow"));
    auto *row = m_rows.add(tr("Flow"), {}, atStart({m_flow}), {Field::Flow});
    row->setField(m_flow);
    for (size_t at = 0; at < m_can.flows.size(); ++at) {
        m_flow->addSegment(int(at), m_can.flows[at].name);
        if (m_can.flows[at].id == m_can.flow) {
            m_flow->setCurrent(int(at));
            row->setNote({}, m_can.flows[at].sentence);
        }
    }
    connect(m_flow, &SegmentedControl::currentChanged, this,
            [this](int at) { emit flowChosen(m_can.flows[size_t(at)].id); });
}

void EditorForm::addMode()
{
    if (!m_can.takes(Field::Mode))
        return;
    m_mode = new SegmentedControl(tr("Kind"));
    for (int at = 0; at < int(m_can.modes.size()); ++at)
        m_mode->addSegment(at, modeName(m_can.modes[at]));
    m_rows.add(tr("Kind"), {}, atStart({m_mode}), {Field::Mode})->setField(m_mode);
    connect(m_mode, &SegmentedControl::currentChanged, this,
            [this](int at) { m_draft->setText(&SessionDraft::mode, m_can.modes[at], Field::Mode); });
}

void EditorForm::addCustomer()
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
    m_customerRow = m_rows.add(tr("Customer"), tr("Optional"), m_customer, {Field::Customer});
    m_customerRow->setVisible(m_can.takes(Field::Customer));
    connect(m_customer, &ChoiceField::chosen, m_draft, &DraftEditor::setCustomerId);
    m_customerTexts = new CustomerRows(m_draft, m_can, m_rows, this);
}

void EditorForm::addItems()
{
    if (m_can.takes(Field::Name))
        m_itemsCurrency = new ItemsCurrency(m_draft, m_can, m_rows, this);
    m_tiers = new TiersView(m_draft, m_can);
    m_tiersRow = m_rows.add(m_can.takes(Field::Cascade) ? tr("Items and tiers") : tr("Items"), {}, m_tiers, {});
    m_tiersRow->setVisible(m_can.takes(Field::LineItems));
}

void EditorForm::addDiscount()
{
    m_discount = new DiscountSection(m_draft, m_can, m_now);
    m_discountRow = m_rows.add(tr("Discount"), {}, m_discount, {Field::PromotionCode, Field::Coupon});
    m_discountRow->setField(m_discount->field());
    m_discountRow->setVisible(m_can.takes(Field::PromotionCode) || m_can.takes(Field::Coupon));
}

void EditorForm::addExpiry()
{
    m_expiry = new ExpirySection(m_draft, m_can, m_now);
    auto *row = m_rows.add(tr("Expires after"), {}, m_expiry, {Field::Expiry});
    row->setField(m_expiry->field());
    row->setVisible(m_can.takes(Field::Expiry));
}

void EditorForm::addRedirects()
{
    const auto named = [](const QString &own, const QString &usual) { return own.isEmpty() ? usual : own; };
    const QString successLabel = named(m_can.successUrlLabel, tr("Success URL"));
    const QString returnLabel = named(m_can.returnUrlLabel, tr("Return URL"));
    const bool fillsInSuccess = m_can.sessionIdIn.contains(Field::SuccessUrl);
    m_success = new UrlEdit(successLabel, fillsInSuccess);
    auto *insert = new Button(Icon::Plus, tr("Session ID"));
    insert->setToolTip(tr("Insert the session's ID at the caret"));
    insert->setVisible(fillsInSuccess);
    auto *content = new QWidget;
    auto *line = makeRowLayout(content, px(8));
    line->addWidget(m_success, 1);
    line->addWidget(insert);
    content->setFocusProxy(m_success);
    m_successRow = m_rows.add(tr("After payment"), successLabel, content, {Field::SuccessUrl});
    m_successRow->setField(m_success);
    m_successRow->setVisible(m_can.takes(Field::SuccessUrl));
    m_return = new UrlEdit(returnLabel, m_can.sessionIdIn.contains(Field::ReturnUrl));
    m_returnRow = m_rows.add(tr("If they cancel"), returnLabel, m_return, {Field::ReturnUrl});
    m_returnRow->setVisible(m_can.takes(Field::ReturnUrl));
    connect(m_success, &UrlEdit::textEdited, this, [this](const QString &url) {
        m_draft->setSuccessUrl(url);
        updateHint();
    });
    connect(m_return, &UrlEdit::textEdited, this, [this](const QString &url) {
        m_draft->setReturnUrl(url);
        updateHint();
    });
    connect(insert, &Button::clicked, this, [this] { m_success->insertAtCaret(checkout::sessionIdPlaceholder); });
}

void EditorForm::addMessages(QVBoxLayout *layout)
{
    m_unsupported = new InlineMessage(Severity::Info);
    m_unsupported->hide();
    layout->addWidget(m_unsupported);
    if (const QStringList missing = missingParts(m_can); !missing.isEmpty()) {
        auto *message = new InlineMessage(Severity::Info);
        message->setMessage(m_can.flows.size() > 1
                                ? tr("Not part of this flow:", "followed by a list of parts")
                                : tr("Not offered by %1:", "followed by a list of parts").arg(m_can.providerName),
                            tr("%1.", "end of a list").arg(locale().createSeparatedList(missing)));
        layout->addWidget(message);
    }
}

void EditorForm::showUnsupported()
{
    const QStringList parts = unsupportedFields(m_draft->fullDraft(), m_can);
    m_unsupported->setHidden(parts.isEmpty());
    m_unsupported->setMessage(tr("Kept here and not sent:", "followed by a list of parts"),
                              tr("%1.", "end of a list").arg(locale().createSeparatedList(parts)));
}

void EditorForm::reload()
{
    m_discount->reload();
    m_expiry->reload();
    m_pricing->reload();
    m_customerTexts->reload();
    if (m_itemsCurrency)
        m_itemsCurrency->reload();
    if (m_mode) {
        const QString &chosen = m_draft->text(&SessionDraft::mode);
        m_mode->setCurrent(chosen.isEmpty() ? 0 : int(m_can.modes.indexOf(chosen)));
    }
    m_success->setText(m_draft->successUrl());
    m_return->setText(m_draft->returnUrl());
    updateHint();
    readCustomer();
    readCurrency();
    showUnsupported();
}

void EditorForm::readCatalog()
{
    const checkout::Catalog &catalog = m_draft->catalog();
    const QString time = catalog.fetchedAt.isValid()
                             ? listTime(catalog.fetchedAt, catalog.fetchedAt, QTimeZone::systemTimeZone(), locale())
                             : QString();
    m_tiers->setPricesAsOf(catalog.prices.available && !time.isEmpty() ? tr("Prices from %1").arg(time) : QString());
    m_customer->setAsOf(catalog.customers.available && !time.isEmpty() ? tr("Customers from %1").arg(time) : QString());
    m_discount->readCatalog();
    m_pricing->readCatalog();
    if (m_itemsCurrency)
        m_itemsCurrency->readCatalog();
    readCustomer();
    readCurrency();
}

void EditorForm::readCustomer()
{
    const QString &id = m_draft->customerId();
    const checkout::Customer *known = id.isEmpty() ? nullptr : m_draft->catalog().customer(id);
    if (!known)
        m_customer->setShown(id, id,
                             id.isEmpty() || !m_draft->catalog().customers.available
                                 ? QString()
                                 : tr("is not in the list of customers"));
    else if (known->name.isEmpty())
        m_customer->setShown(id, known->email.isEmpty() ? id : known->email, {}, id);
    else
        m_customer->setShown(id, known->name, known->email, id);
}

void EditorForm::readCurrency()
{
    if (m_itemsCurrency)
        return;
    const auto currency = m_draft->tiers()->currency();
    m_tiersRow->setHint(currency ? tr("All prices in %1").arg(currency->code()) : QString());
}

void EditorForm::updateHint()
{
    m_returnRow->setNote(checkout::addressRemark(m_return->text(), Field::ReturnUrl, m_can), {}, Tone::Warning);
    const QString url = m_success->text();
    if (const QString remark = checkout::addressRemark(url, Field::SuccessUrl, m_can); !remark.isEmpty())
        m_successRow->setNote(remark, {}, Tone::Warning);
    else if (const QString arrives = m_can.sessionIdIn.contains(Field::SuccessUrl) ? arrivalHint(url) : QString();
             !arrives.isEmpty())
        m_successRow->setNote({}, tr("Arrives as %1. A visit is not proof of payment: check the ID.").arg(arrives));
    else
        m_successRow->setNote({});
}

void EditorForm::setProblems(const std::vector<Problem> &problems)
{
    m_rows.setProblems(problems);
    m_tiers->setProblems(problems);
    m_metadata->setProblems(problems);
    m_fields->setProblems(problems);
    showDiscountState();
}

void EditorForm::setPreview(const checkout::Preview &preview)
{
    m_preview = preview;
    if (FormRow *row = m_rows.row(Field::SubMerchant)) {
        const bool isQuoted = preview.quote && preview.quote->split;
        row->setNote(isQuoted ? preview.quote->split->name() : QString(),
                     isQuoted ? commissionText(*preview.quote->split, QLocale()) : QString(),
                     isQuoted ? Tone::Text : Tone::Text3);
    }
    showDiscountState();
}

void EditorForm::showDiscountState()
{
    m_discount->setState(m_preview.discountState, m_preview.discountConfirmed, !m_discountRow->problem().isEmpty());
}

QWidget *EditorForm::firstField() const
{
    if (!m_customerRow->isHidden())
        return m_customer;
    for (const Field field : {Field::Product, Field::Pricing, Field::CustomerEmail}) {
        if (const FormRow *row = m_rows.row(field))
            return row->field();
    }
    return m_tiers->firstField();
}

void EditorForm::focusFlow()
{
    m_flow->setFocus(Qt::TabFocusReason);
}

QWidget *EditorForm::field(const Problem &problem) const
{
    if (m_can.takes(Field::LineItems) && TiersView::hasField(problem.field))
        return m_tiers->field(problem);
    for (const CustomFieldsView *fields : {m_metadata, m_fields}) {
        if (fields->hasField(problem.field))
            return fields->field(problem);
    }
    if (problem.field == Field::PromotionCode || problem.field == Field::Coupon)
        return m_discount->field()->isReadOnly() ? static_cast<QWidget *>(m_discount) : m_discount->field();
    const FormRow *row = m_rows.row(problem.field);
    return row && !row->isHidden() ? row->field() : firstField();
}

} // namespace tilldeck::ui

#include "moc_editor_form.cpp"
