// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/typed_amount.h"

#include <QStringList>
#include <QWidget>

class QLineEdit;

namespace tilldeck::ui {

class ChoiceField;

/// Returns the field of a currency; @p first are offered before all others, and any code can be typed.
ChoiceField *makeCurrencyField(const QString &name, const QString &placeholder, const QStringList &first);

/// An amount in major units with its currency beside it.
class AmountEdit : public QWidget
{
    Q_OBJECT

public:
    AmountEdit(const QString &accessibleName, const QStringList &firstCurrencies, QWidget *parent = nullptr);

    void setAmount(const TypedAmount &amount);
    QLineEdit *field() const { return m_text; }

signals:
    void edited(const tilldeck::ui::TypedAmount &amount);

private:
    TypedAmount m_amount;
    QLineEdit *m_text;
    ChoiceField *m_currency;
};

} // namespace tilldeck::ui
