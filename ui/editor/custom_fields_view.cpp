// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/custom_fields_view.h"

#include "ui/editor/custom_field_model.h"
#include "ui/editor/field_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

namespace tilldeck::ui {

using checkout::Field;
using checkout::Problem;

namespace {

QWidget *makeFieldHeader(const CustomFieldModel *model, bool subscriptions)
{
    auto *header = new QWidget;
    header->setFixedHeight(px(25));
    auto *layout = makeRowLayout(header, 0, {px(10), 0, px(3 + fieldColumns::remove), 0});
    const auto add = [&](int column, int width) {
        auto *label = new Label(model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                                TextStyle::Header, Tone::Text3);
        layout->addWidget(label, width == 0 ? 1 : 0);
        if (width > 0)
            label->setFixedWidth(px(width));
    };
    add(CustomFieldModel::NameColumn, fieldColumns::name + fieldColumns::start - 3);
    add(CustomFieldModel::ValueColumn, 0);
    add(CustomFieldModel::TypeColumn, fieldColumns::type);
    if (subscriptions)
        add(CustomFieldModel::AttachColumn, fieldColumns::attach - 7);
    return header;
}

} // namespace

CustomFieldsView::CustomFieldsView(CustomFieldModel *model, bool subscriptions, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_header(makeFieldHeader(model, subscriptions))
    , m_rows(new RowWidgets(model,
                            [model, subscriptions](const QPersistentModelIndex &index) {
                                return new FieldRow(model, subscriptions, index);
                            }))
    , m_add(new Button(Icon::Plus, tr("Add field"), ButtonKind::Link))
{
    auto *layout = makeColumnLayout(this, 0, {1, 1, 1, 1});
    addWidgets(*layout, m_header, m_rows);
    auto *add = new QHBoxLayout;
    add->addWidget(m_add);
    add->addStretch();
    layout->addLayout(add);
    m_add->setFixedHeight(px(24));
    setFocusProxy(m_add);

    connect(m_add, &Button::clicked, this, [this] {
        const int row = m_model->addField();
        m_rows->row(row)->firstField()->setFocus();
    });
}

bool CustomFieldsView::hasField(Field field) const
{
    return m_model->hasField(field);
}

FieldRow *CustomFieldsView::fieldRow(int row) const
{
    return static_cast<FieldRow *>(m_rows->row(row));
}

void CustomFieldsView::setProblems(const std::vector<Problem> &problems)
{
    for (int row = 0; row < m_rows->count(); ++row) {
        std::vector<Problem> own;
        for (const Problem &problem : problems) {
            // A problem of the whole list stands on its first row, where the list begins.
            if (hasField(problem.field) && (m_model->rowOf(problem) == row || (problem.index < 0 && row == 0)))
                own.push_back(problem);
        }
        fieldRow(row)->setProblems(own);
    }
}

QWidget *CustomFieldsView::field(const Problem &problem) const
{
    const int row = problem.index < 0 ? 0 : m_model->rowOf(problem);
    return fieldRow(row) ? fieldRow(row)->field(problem.field) : m_add;
}

void CustomFieldsView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath path;
    path.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6));
    painter.setClipPath(path);
    painter.fillRect(QRect(0, 0, width(), m_header->geometry().bottom()), tokens().panel);
    painter.fillRect(QRect(0, m_header->geometry().bottom(), width(), 1), tokens().line);
    painter.setClipping(false);
    painter.setPen(tokens().lineStrong);
    painter.drawPath(path);
}

} // namespace tilldeck::ui

#include "moc_custom_fields_view.cpp"
