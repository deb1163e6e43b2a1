// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/product_section.h"

#include "ui/editor/draft_editor.h"
#include "ui/forms/choice_field.h"
#include "ui/forms/form_row.h"
#include "ui/forms/known_lists.h"
#include "ui/forms/number_field.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/time_text.h"

#include <QEvent>
#include <QLineEdit>

namespace tilldeck::ui {

using checkout::Field;
using checkout::SessionDraft;

ProductSection::ProductSection(DraftEditor *draft, const checkout::Capabilities &can, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_can(can)
    , m_kind(new SegmentedControl(tr("Product")))
    , m_product(new ChoiceField({tr("Product"),
                                 tr("Choose a product"),
                                 tr("Search products or type a product ID"),
                                 tr("Use a product ID…"),
                                 tr("Use the product ID “%1”"),
                                 {}},
                                [this] { return productChoices(m_draft->catalog()); }))
    , m_name(new QLineEdit)
    , m_quantity(new NumberField(tr("Quantity")))
{
    m_kind->addSegment(FromCatalog, tr("From the catalog", "a product"));
    m_kind->addSegment(ByName, tr("By name", "a product"));
    m_kind->setVisible(can.takes(Field::Product) && can.takes(Field::ProductName));
    m_product->setClearable(true);
    m_name->setAccessibleName(tr("Product name"));
    m_name->setPlaceholderText(tr("Product name"));
    m_quantity->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_quantity->setMinimumWidth(px(74));
    m_quantity->setVisible(can.takes(Field::Quantity));
    auto *layout = makeRowLayout(this, px(8));
    layout->addWidget(m_kind);
    layout->addWidget(m_product, 1);
    layout->addWidget(m_name, 1);
    layout->addWidget(m_quantity);

    connect(m_kind, &SegmentedControl::currentChanged, this, &ProductSection::choose);
    connect(m_product, &ChoiceField::chosen, this, [this](const QString &id) {
        m_lastProduct = id;
        m_draft->setText(&SessionDraft::productId, id, Field::Product);
        readCatalog();
    });
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &name) {
        m_lastName = name;
        m_draft->setText(&SessionDraft::productName, name, Field::Product);
    });
    connect(m_quantity, &NumberField::textEdited, m_draft, &DraftEditor::setProductQuantityText);
}

void ProductSection::reload()
{
    m_lastProduct = m_draft->text(&SessionDraft::productId);
    m_lastName = m_draft->text(&SessionDraft::productName);
    m_quantity->setText(m_draft->productQuantityText());
    showKind(m_can.takes(Field::ProductName) &&
                     (!m_can.takes(Field::Product) || (!m_lastName.isEmpty() && m_lastProduct.isEmpty()))
                 ? ByName
                 : FromCatalog);
    readCatalog();
}

void ProductSection::readCatalog()
{
    const checkout::Catalog &catalog = m_draft->catalog();
    const QString time = catalog.fetchedAt.isValid()
                             ? listTime(catalog.fetchedAt, catalog.fetchedAt, QTimeZone::systemTimeZone(), locale())
                             : QString();
    m_product->setAsOf(catalog.products.available && !time.isEmpty() ? tr("Products from %1").arg(time) : QString());
    const checkout::Product *known = m_lastProduct.isEmpty() ? nullptr : catalog.product(m_lastProduct);
    const bool named = known && !known->name.isEmpty();
    m_product->setShown(m_lastProduct, named ? known->name : m_lastProduct, {}, named ? m_lastProduct : QString());
}

bool ProductSection::event(QEvent *event)
{
    if (event->type() == QEvent::DynamicPropertyChange) {
        for (QWidget *control : {static_cast<QWidget *>(m_product), static_cast<QWidget *>(m_name)})
            setErrorFrame(control, property("error").toBool());
    }
    return QWidget::event(event);
}

QWidget *ProductSection::field() const
{
    return m_name->isHidden() ? static_cast<QWidget *>(m_product) : m_name;
}

void ProductSection::showKind(int kind)
{
    m_kind->setCurrent(kind);
    m_product->setVisible(kind == FromCatalog);
    m_name->setVisible(kind == ByName);
    setFocusProxy(field());
    if (m_name->text() != m_lastName)
        m_name->setText(m_lastName);
}

void ProductSection::choose(int kind)
{
    showKind(kind);
    m_draft->setText(&SessionDraft::productId, kind == FromCatalog ? m_lastProduct : QString(), Field::Product);
    m_draft->setText(&SessionDraft::productName, kind == ByName ? m_lastName : QString(), Field::Product);
    field()->setFocus();
}

} // namespace tilldeck::ui

#include "moc_product_section.cpp"
