// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/field_row.h"

#include "ui/editor/custom_field_model.h"
#include "ui/forms/cell_controls.h"
#include "ui/forms/form_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

using checkout::Field;

namespace {

void setTextKeepingCaret(CellEdit *edit, const QString &text)
{
    if (edit->text() != text)
        edit->setText(text);
}

} // namespace

FieldRow::FieldRow(CustomFieldModel *model, bool subscriptions, const QPersistentModelIndex &index, QWidget *parent)
    : RowWidget(index, parent)
    , m_model(model)
    , m_name(
          new CellEdit(model->isMetadata() ? tr("Name in the metadata") : tr("Name of the custom field"), tr("Name")))
    , m_value(new CellEdit(model->isMetadata() ? tr("Value in the metadata") : tr("Value of the custom field"),
                           tr("Value")))
    , m_truth(new CellCombo(m_value->accessibleName()))
    , m_type(new CellCombo(tr("Type of the value")))
    , m_attach(new CellCombo(tr("Attach to")))
    , m_problem(makeWrappedLabel({}, TextStyle::Secondary, Tone::Danger))
{
    using Type = CustomFieldModel::Type;
    for (CellEdit *edit : {m_name, m_value})
        edit->setFont(ui::font(TextStyle::Mono));
    m_truth->addItem(tr("Yes"), u"true"_s);
    m_truth->addItem(tr("No"), u"false"_s);
    for (const Type type : {Type::Text, Type::Number, Type::YesNo})
        m_type->addItem(CustomFieldModel::typeName(type), int(type));
    m_attach->addItem(tr("Session"), false);
    m_attach->addItem(tr("Subscription"), true);
    m_attach->setHidden(!subscriptions);
    m_name->setFixedWidth(px(fieldColumns::name));
    m_type->setFixedWidth(px(fieldColumns::type));
    m_attach->setFixedWidth(px(fieldColumns::attach));
    m_problem->hide();
    auto *remove = new IconButton(Icon::Trash, tr("Remove field"));
    remove->setFixedSize(px(fieldColumns::remove), px(26));

    auto *line = makeRowLayout(0, {px(fieldColumns::start), 0, px(3), 0});
    line->addWidget(m_name);
    line->addWidget(m_value, 1);
    line->addWidget(m_truth, 1);
    addWidgets(*line, m_type, m_attach, remove);
    auto *layout = makeColumnLayout(this, 0, {0, 0, 0, 1});
    layout->addLayout(line);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(px(10), 0, px(10), 0);
    below->addWidget(m_problem);
    layout->addLayout(below);

    connect(m_name, &QLineEdit::textEdited, this,
            [this](const QString &text) { write(CustomFieldModel::NameColumn, text); });
    connect(m_value, &QLineEdit::textEdited, this,
            [this](const QString &text) { write(CustomFieldModel::ValueColumn, text); });
    connect(m_truth, &QComboBox::activated, this,
            [this] { write(CustomFieldModel::ValueColumn, m_truth->currentData()); });
    connect(m_type, &QComboBox::activated, this,
            [this] { write(CustomFieldModel::TypeColumn, m_type->currentData()); });
    connect(m_attach, &QComboBox::activated, this,
            [this] { write(CustomFieldModel::AttachColumn, m_attach->currentData()); });
    connect(remove, &IconButton::clicked, this, [this] { m_model->removeRow(this->index().row()); });
}

void FieldRow::write(int column, const QVariant &value)
{
    m_model->setData(index().sibling(row(), column), value, Qt::EditRole);
}

void FieldRow::refresh()
{
    const auto cell = [this](int column) { return index().sibling(row(), column).data(Qt::EditRole); };
    const auto type = CustomFieldModel::Type(cell(CustomFieldModel::TypeColumn).toInt());
    const QVariant value = cell(CustomFieldModel::ValueColumn);
    setTextKeepingCaret(m_name, cell(CustomFieldModel::NameColumn).toString());
    setTextKeepingCaret(m_value, value.toString());
    m_truth->setCurrentIndex(m_truth->findData(value));
    m_value->setVisible(type != CustomFieldModel::Type::YesNo);
    m_truth->setVisible(type == CustomFieldModel::Type::YesNo);
    m_type->setCurrentIndex(m_type->findData(int(type)));
    m_attach->setCurrentIndex(cell(CustomFieldModel::AttachColumn).toBool() ? 1 : 0);
}

QWidget *FieldRow::firstField()
{
    return m_name;
}

QWidget *FieldRow::field(Field field) const
{
    const bool value =
        field == Field::CustomFieldValue || field == Field::SubscriptionFieldValue || field == Field::MetadataValue;
    return !value ? static_cast<QWidget *>(m_name) : m_value->isHidden() ? static_cast<QWidget *>(m_truth) : m_value;
}

void FieldRow::setProblems(const std::vector<checkout::Problem> &problems)
{
    QStringList sentences;
    setErrorFrame(m_name, false);
    setErrorFrame(m_value, false);
    for (const checkout::Problem &problem : problems) {
        sentences << problem.sentence;
        setErrorFrame(field(problem.field), true);
    }
    m_problem->setText(sentences.join(u'\n'));
    m_problem->setVisible(!sentences.isEmpty());
}

void FieldRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().line);
}

} // namespace tilldeck::ui

#include "moc_field_row.cpp"
