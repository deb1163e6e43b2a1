// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/problem.h"
#include "checkout/session_draft.h"
#include "ui/forms/edited_model.h"

#include <vector>

namespace tilldeck::ui {

/// Holds one field as it is typed.
struct TypedField
{
    enum class Type { Text, Number, YesNo };

    QString name;
    QString text;
    Type type = Type::Text;
    bool subscription = false;
    bool edited = false;
};

/// Edits names with values: the custom fields of the session and of the subscription in one table, or the metadata.
/// Qt::EditRole is the text of name and value, the Type as int, and whether the field goes to the subscription (bool).
class CustomFieldModel : public EditedRowsModel<TypedField>
{
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, TypeColumn, AttachColumn, ColumnCount };
    using Type = TypedField::Type;

    enum class Content { CustomFields, Metadata };

    explicit CustomFieldModel(Content content = Content::CustomFields, QObject *parent = nullptr);

    bool isMetadata() const { return m_content == Content::Metadata; }
    /// Returns whether problems of @p field are shown on one of the rows.
    bool hasField(checkout::Field field) const;
    void setFields(const checkout::SessionDraft &draft);
    /// Writes the fields into @p draft. A number that cannot be read stays a text.
    void writeTo(checkout::SessionDraft &draft) const;
    int addField();

    bool isEdited(int row) const;
    /// Returns the row that @p problem is shown on; -1 if there is none.
    int rowOf(const checkout::Problem &problem) const;
    std::vector<checkout::Problem> inputProblems() const;
    static QString typeName(Type type);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

private:
    static TypedField makeRow(const checkout::CustomField &field, bool subscription);
    static std::optional<checkout::CustomFieldValue> value(const TypedField &row);

    Content m_content;
};

} // namespace tilldeck::ui
