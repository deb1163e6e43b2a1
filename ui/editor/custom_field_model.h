// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/problem.h"
#include "checkout/session_draft.h"

#include <QAbstractTableModel>

#include <vector>

namespace tilldeck::ui {

/// Names with values: the custom fields of the session and of the subscription in one table, or the metadata.
/// Qt::EditRole is the text of name and value, the Type as int, and whether the field goes to the subscription (bool).
class CustomFieldModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, TypeColumn, AttachColumn, ColumnCount };
    enum class Type { Text, Number, YesNo };

    enum class Holds { CustomFields, Metadata };

    explicit CustomFieldModel(Holds holds = Holds::CustomFields, QObject *parent = nullptr);

    bool isMetadata() const { return m_holds == Holds::Metadata; }
    /// Whether a problem of FIELD stands on one of the rows.
    bool takes(checkout::Field field) const;
    void setFields(const checkout::SessionDraft &draft);
    /// Writes the fields into DRAFT. A number that cannot be read stays a text.
    void writeTo(checkout::SessionDraft &draft) const;
    int addField();

    bool isEdited(int row) const;
    /// The row that a problem of a custom field stands on; -1: none.
    int rowOf(const checkout::Problem &problem) const;
    std::vector<checkout::Problem> inputProblems() const;
    static QString typeName(Type type);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

signals:
    void edited();

private:
    struct Row
    {
        QString name;
        QString text;
        Type type = Type::Text;
        bool subscription = false;
        bool edited = false;
    };

    static Row makeRow(const checkout::CustomField &field, bool subscription);
    static std::optional<checkout::CustomFieldValue> value(const Row &row);

    Holds m_holds;
    std::vector<Row> m_rows;
};

} // namespace tilldeck::ui
