// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/file_settings.h"

#include "desk/import_templates.h"
#include "ui/forms/form_row.h"
#include "ui/forms/name_dialog.h"
#include "ui/forms/number_field.h"
#include "ui/imports/column_mapping.h"
#include "ui/imports/row_defaults.h"
#include "ui/imports/target_choices.h"
#include "ui/widgets/button.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

#include <QComboBox>
#include <QLineEdit>

#include <chrono>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int foundOut = -1;
constexpr int longestTemplate = 80;
constexpr int lastTitleLine = 1'000'000;

QComboBox *makeSettingBox(const QString &name)
{
    auto *box = new QComboBox;
    box->setObjectName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return box;
}

void chooseValue(QComboBox *box, int value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace

FileSettings::FileSettings(desk::Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_templates(makeSettingBox(u"template"_s))
    , m_save(new Button(tr("Save…")))
    , m_remove(new IconButton(Icon::Trash, tr("Remove this template")))
    , m_separator(makeSettingBox(u"separator"_s))
    , m_encoding(makeSettingBox(u"encoding"_s))
    , m_decimals(makeSettingBox(u"decimals"_s))
    , m_titles(new NumberField(tr("Titles in line")))
    , m_currency(new QLineEdit)
    , m_mapping(new ColumnMapping(desk))
    , m_defaults(new RowDefaults(desk))
{
    build();
    m_soon.setSingleShot(true);
    m_soon.setInterval(std::chrono::milliseconds(200));
    connect(&m_soon, &QTimer::timeout, this, &FileSettings::changed);
    for (QComboBox *box : {m_separator, m_encoding, m_decimals})
        connect(box, &QComboBox::activated, this, &FileSettings::takeForm);
    connect(m_titles, &NumberField::textEdited, this, &FileSettings::takeForm);
    connect(m_currency, &QLineEdit::textEdited, this, &FileSettings::takeForm);
    connect(m_defaults, &RowDefaults::changed, this, &FileSettings::changeSoon);
    connect(m_mapping, &ColumnMapping::mapped, this, [this](const QString &title, const QString &target) {
        m_choices.targets.insert(title, target);
        changeSoon();
    });
    connect(m_mapping, &ColumnMapping::forgotten, this, [this](const QString &title) {
        m_choices.targets.remove(title);
        changeSoon();
    });
    connect(m_templates, &QComboBox::activated, this, [this] { useTemplate(m_templates->currentData().toString()); });
    connect(m_save, &QPushButton::clicked, this, &FileSettings::saveTemplate);
    connect(m_remove, &QToolButton::clicked, this, &FileSettings::removeTemplate);
}

void FileSettings::build()
{
    m_save->setObjectName(u"saveTemplate"_s);
    m_remove->setObjectName(u"removeTemplate"_s);
    m_currency->setObjectName(u"currency"_s);
    m_currency->setMaxLength(3);
    m_currency->setPlaceholderText(tr("None", "currency of amounts"));
    m_titles->setObjectName(u"titles"_s);
    m_titles->setSteps(1, lastTitleLine, 1);
    m_separator->addItem(QString(), foundOut);
    m_separator->addItem(tr("Comma"), int(','));
    m_separator->addItem(tr("Semicolon"), int(';'));
    m_separator->addItem(tr("Tab", "what separates the cells of a file"), int('\t'));
    m_encoding->addItem(QString(), foundOut);
    for (const auto encoding : {sheets::Encoding::Utf8, sheets::Encoding::Utf16LittleEndian,
                                sheets::Encoding::Utf16BigEndian, sheets::Encoding::Windows1252})
        m_encoding->addItem(sheets::nameOf(encoding), int(encoding));
    m_decimals->addItem(tr("Not said", "decimal sign"), int(sheets::Decimals::Unsaid));
    m_decimals->addItem(tr("Point, 1.50"), int(sheets::Decimals::Point));
    m_decimals->addItem(tr("Comma, 1,50"), int(sheets::Decimals::Comma));

    auto *column = makeColumnLayout(this, px(8), {px(16), px(12), px(16), px(16)});
    const auto section = [column](const QString &title) {
        column->addSpacing(px(8));
        column->addWidget(new Label(title, TextStyle::Header, Tone::Text3));
    };
    const auto add = [column](const QString &label, QWidget *field) {
        auto *row = new FormRow(label, {}, field);
        column->addWidget(row);
        return row;
    };
    auto *templates = new QWidget;
    auto *beside = makeRowLayout(templates, px(4));
    beside->addWidget(m_templates, 1);
    addWidgets(*beside, m_save, m_remove);
    m_templates->setAccessibleName(tr("Template"));
    column->addWidget(new Label(tr("Template"), TextStyle::Header, Tone::Text3));
    column->addWidget(templates);
    section(tr("How the file is written"));
    add(tr("Separator"), m_separator);
    add(tr("Encoding"), m_encoding);
    m_titlesRow = add(tr("Titles in line"), m_titles);
    add(tr("Decimal sign"), m_decimals);
    m_currencyRow = add(tr("Currency"), m_currency);
    m_currencyRow->setNote({}, tr("Of amounts that have none beside them"));
    section(tr("What the columns are for"));
    column->addWidget(m_mapping);
    section(tr("The same for all rows"));
    column->addWidget(m_defaults);
    column->addStretch(1);
}

void FileSettings::begin(const QString &accountId)
{
    m_soon.stop();
    m_choices = {};
    m_columns.clear();
    m_usedTemplate.clear();
    m_isFirstReview = true;
    m_accountId = accountId;
    m_defaults->begin(accountId);
    m_mapping->setColumns(accountId, {}, {});
    readTemplates();
    showChoices();
}

void FileSettings::setAccount(const QString &accountId)
{
    m_accountId = accountId;
    m_isFirstReview = true;
}

void FileSettings::showFound(const desk::ImportReview &review)
{
    m_columns = review.columns;
    const int separator = m_separator->findData(int(review.separator));
    m_separator->setItemText(0, tr("Found: %1", "separator or encoding").arg(m_separator->itemText(separator)));
    m_encoding->setItemText(0, tr("Found: %1", "separator or encoding").arg(sheets::nameOf(review.encoding)));
    m_titles->setPlaceholder(tr("Found: %1", "number of a line").arg(QLocale().toString(review.titleLine)));
    m_mapping->setColumns(m_accountId, m_columns, m_choices.targets);
    if (!std::exchange(m_isFirstReview, false))
        return;
    QStringList needed = neededTargets(m_desk, m_accountId);
    for (const sheets::SheetColumn &column : m_columns) {
        if (column.target)
            needed.removeAll(column.target->name);
    }
    m_defaults->need(m_accountId, needed);
}

sheets::SheetChoices FileSettings::choices()
{
    return m_defaults->applied(m_choices);
}

void FileSettings::takeForm()
{
    const int separator = m_separator->currentData().toInt();
    m_choices.form.separator = separator == foundOut ? std::nullopt : std::optional(static_cast<char>(separator));
    const int encoding = m_encoding->currentData().toInt();
    m_choices.form.encoding =
        encoding == foundOut ? std::nullopt : std::optional(static_cast<sheets::Encoding>(encoding));
    m_choices.decimals = static_cast<sheets::Decimals>(m_decimals->currentData().toInt());
    m_titlesRow->setProblem(m_titles->problem());
    m_choices.titlesInLine = static_cast<int>(m_titles->value().value_or(0));
    const QString code = m_currency->text().trimmed();
    m_choices.currency = money::Currency::fromCode(code);
    m_currencyRow->setProblem(code.isEmpty() || m_choices.currency ? QString()
                                                                   : tr("Write a code of three letters, as EUR."));
    changeSoon();
}

void FileSettings::showChoices()
{
    chooseValue(m_separator, m_choices.form.separator ? int(*m_choices.form.separator) : foundOut);
    chooseValue(m_encoding, m_choices.form.encoding ? int(*m_choices.form.encoding) : foundOut);
    chooseValue(m_decimals, int(m_choices.decimals));
    m_titles->setText(m_choices.titlesInLine > 0 ? QString::number(m_choices.titlesInLine) : QString());
    m_titlesRow->setProblem({});
    m_currency->setText(m_choices.currency ? m_choices.currency->code() : QString());
    m_currencyRow->setProblem({});
    m_remove->setEnabled(!m_usedTemplate.isEmpty());
}

bool FileSettings::hasProblems() const
{
    return !m_titlesRow->problem().isEmpty() || !m_currencyRow->problem().isEmpty() || m_defaults->hasProblems();
}

void FileSettings::changeSoon()
{
    emit edited();
    m_soon.start();
}

void FileSettings::readTemplates()
{
    m_templates->clear();
    m_templates->addItem(tr("No template"), QString());
    const auto names = desk::ImportTemplates(m_desk.dataDirectory()).names();
    if (!names)
        return emit failed(names.error());
    for (const QString &name : *names)
        m_templates->addItem(name, name);
    m_templates->setCurrentIndex(std::max(0, m_templates->findData(m_usedTemplate)));
}

void FileSettings::useTemplate(const QString &name)
{
    if (name.isEmpty()) {
        m_choices = {};
    } else {
        auto kept = desk::ImportTemplates(m_desk.dataDirectory()).named(name);
        if (!kept)
            return emit failed(kept.error());
        m_choices = std::move(*kept);
    }
    m_usedTemplate = name;
    showChoices();
    emit changed();
}

void FileSettings::saveTemplate()
{
    auto *dialog =
        new NameDialog(tr("Save how this file is read"), tr("Template"), m_usedTemplate, longestTemplate, this);
    connect(dialog, &NameDialog::named, this, [this](const QString &name) {
        if (const auto saved = desk::saveImportTemplate(m_desk, name, m_choices); !saved)
            return emit failed(saved.error());
        m_usedTemplate = name;
        readTemplates();
        showChoices();
    });
    dialog->open();
}

void FileSettings::removeTemplate()
{
    auto *dialog = new GuardDialog(tr("Remove the template “%1”?").arg(m_usedTemplate),
                                   tr("No import and no session is affected."), this);
    dialog->setSafeButton(tr("Keep template"));
    dialog->addButton(1, tr("Remove template"), ButtonKind::Danger);
    connect(dialog, &GuardDialog::chosen, this, [this, name = m_usedTemplate] {
        if (const auto removed = desk::ImportTemplates(m_desk.dataDirectory()).remove(name); !removed)
            return emit failed(removed.error());
        m_usedTemplate.clear();
        readTemplates();
        showChoices();
    });
    dialog->open();
}

} // namespace tilldeck::ui

#include "moc_file_settings.cpp"
