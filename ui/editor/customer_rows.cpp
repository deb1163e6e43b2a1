// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/customer_rows.h"

#include "ui/editor/draft_editor.h"
#include "ui/editor/form_rows.h"
#include "ui/forms/choice_field.h"
#include "ui/forms/known_lists.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace tilldeck::ui {

using checkout::CustomerChoice;
using checkout::Field;

CustomerRows::CustomerRows(DraftEditor *draft, const checkout::Capabilities &can, FormRows &rows, QObject *parent)
    : QObject(parent)
    , m_draft(draft)
{
    const auto makeEdit = [this](QString CustomerChoice::*member, Field field, const QString &name) {
        auto *edit = new QLineEdit;
        edit->setAccessibleName(name);
        edit->setPlaceholderText(name);
        connect(edit, &QLineEdit::textEdited, m_draft, [this, member, field](const QString &text) {
            m_draft->setCustomerText(member, text.trimmed(), field);
        });
        return edit;
    };
    if (can.customerEmail) {
        m_email = makeEdit(&CustomerChoice::email, Field::CustomerEmail, tr("E-mail"));
        rows.add(tr("Customer"), can.customerEmailRequired ? QString() : tr("Optional"), m_email,
                 {Field::CustomerEmail, Field::Customer});
    }
    if (can.customerNames) {
        m_first = makeEdit(&CustomerChoice::firstName, Field::Customer, tr("First name"));
        m_last = makeEdit(&CustomerChoice::lastName, Field::Customer, tr("Last name"));
        auto *names = new QWidget;
        auto *line = new QHBoxLayout(names);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(px(8));
        line->addWidget(m_first);
        line->addWidget(m_last);
        names->setFocusProxy(m_first);
        rows.add(tr("Their name"), tr("Optional"), names, {Field::Customer})->setField(m_first);
    }
    if (can.customerCountry) {
        m_country = new ChoiceField({tr("Country"),
                                     tr("Choose a country"),
                                     tr("Search countries or type two letters"),
                                     tr("Use a country code…"),
                                     tr("Use the country code “%1”"),
                                     {}},
                                    [] { return countryChoices(QLocale()); });
        m_country->setLeadingIcon(Icon::Globe);
        m_country->setClearable(true);
        rows.add(tr("Their country"), tr("Optional"), m_country, {Field::CustomerCountry});
        connect(m_country, &ChoiceField::chosen, this, [this](const QString &code) {
            m_draft->setCustomerText(&CustomerChoice::country, code.toUpper(), Field::CustomerCountry);
            reload();
        });
    }
}

void CustomerRows::reload()
{
    const auto show = [this](QLineEdit *edit, QString CustomerChoice::*member) {
        if (edit && edit->text().trimmed() != m_draft->customerText(member))
            edit->setText(m_draft->customerText(member));
    };
    show(m_email, &CustomerChoice::email);
    show(m_first, &CustomerChoice::firstName);
    show(m_last, &CustomerChoice::lastName);
    if (!m_country)
        return;
    const QString &code = m_draft->customerText(&CustomerChoice::country);
    const QString name = countryName(code, QLocale());
    m_country->setShown(code, name.isEmpty() ? code : name, {}, name.isEmpty() ? QString() : code);
}

} // namespace tilldeck::ui

#include "moc_customer_rows.cpp"
