// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/import_review.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace tilldeck::ui {

class Button;
class ColumnMapping;
class FormRow;
class IconButton;
class NumberField;
class RowDefaults;

/// How a file is read: what was found out, and what the merchant says instead. Kept as templates under names.
class FileSettings : public QWidget
{
    Q_OBJECT

public:
    explicit FileSettings(desk::Desk &desk, QWidget *parent = nullptr);

    /// Begins with a file of which nothing is known.
    void begin(const QString &accountId);
    /// Keeps all that was said about the file for another account.
    void setAccount(const QString &accountId);
    /// Says what was found out.
    void showFound(const desk::ImportReview &review);
    /// Returns what is said, with the draft that all rows have.
    sheets::SheetChoices choices();
    RowDefaults *defaults() const { return m_defaults; }
    ColumnMapping *mapping() const { return m_mapping; }

    /// Returns whether something that was typed cannot be read.
    bool hasProblems() const;

signals:
    /// Emitted at once when something was changed: what was read is not what is said any more.
    void edited();
    /// Emitted when the file is to be read anew, soon after something was changed.
    void changed();
    void failed(const tilldeck::checkout::Error &error);

private:
    void build();
    void readTemplates();
    void useTemplate(const QString &name);
    void saveTemplate();
    void removeTemplate();
    void showChoices();
    void takeForm();
    void changeSoon();

    desk::Desk &m_desk;
    QString m_accountId;
    sheets::SheetChoices m_choices; ///< Without the draft.
    std::vector<sheets::SheetColumn> m_columns;
    QString m_usedTemplate;
    bool m_isFirstReview = true;
    QComboBox *m_templates;
    Button *m_save;
    IconButton *m_remove;
    QComboBox *m_separator;
    QComboBox *m_encoding;
    QComboBox *m_decimals;
    NumberField *m_titles;
    QLineEdit *m_currency;
    FormRow *m_titlesRow;
    FormRow *m_currencyRow;
    ColumnMapping *m_mapping;
    RowDefaults *m_defaults;
    QTimer m_soon;
};

} // namespace tilldeck::ui
