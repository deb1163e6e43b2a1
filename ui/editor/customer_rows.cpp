// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/customer_rows.h"

#include "ui/editor/draft_text_edit.h"
#include "ui/forms/choice_field.h"
#include "ui/forms/form_rows.h"
#include "ui/forms/known_lists.h"
#include "ui/widgets/layouts.h"

#include <QLineEdit>

namespace tilldeck::ui {

using checkout::CustomerChoice;
using checkout::Field;

CustomerRows::CustomerRows(DraftEditor *draft, const checkout::Capabilities &can, FormRows &rows, QObject *parent)
    : QObject(parent)
    , m_draft(draft)
{
    const auto makeEdit = [draft](QString CustomerChoice::*member, Field field, const QString &name) {
        auto *edit = makeTextEdit(draft, member, field);
        edit->setAccessibleName(name);
        edit->setPlaceholderText(name);
        return edit;
    };
    if (can.takes(Field::CustomerEmail)) {
        rows.add(tr("Customer"), can.needs(Field::CustomerEmail) ? QString() : tr("Optional"),
                 makeEdit(&CustomerChoice::email, Field::CustomerEmail, tr("E-mail")),
                 {Field::CustomerEmail, Field::Customer});
    }
    if (can.takes(Field::CustomerName)) {
        auto *first = makeEdit(&CustomerChoice::firstName, Field::Customer, tr("First name"));
        auto *names = new QWidget;
        auto *line = makeRowLayout(names, px(8));
        addWidgets(*line, first, makeEdit(&CustomerChoice::lastName, Field::Customer, tr("Last name")));
        names->setFocusProxy(first);
        rows.add(tr("Their name"), tr("Optional"), names, {Field::Customer})->setField(first);
    }
    if (can.takes(Field::CustomerCountry)) {
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
            m_draft->setText(&CustomerChoice::country, code.toUpper(), Field::CustomerCountry);
            reload();
        });
    }
}

void CustomerRows::reload()
{
    if (!m_country)
        return;
    const QString &code = m_draft->text(&CustomerChoice::country);
    const QString name = countryName(code, QLocale());
    m_country->setShown(code, name.isEmpty() ? code : name, {}, name.isEmpty() ? QString() : code);
}

} // namespace tilldeck::ui

#include "moc_customer_rows.cpp"
