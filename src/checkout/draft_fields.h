// SPDX-License-Identifier: GPL-3.0-or-later
// The table of draft fields: what they are called, where they stand, and who takes them. What a flow takes and sets
// aside, draft documents, the plain rows of the editor and the words of problems follow from it.
#pragma once

#include "checkout/capabilities.h"
#include "checkout/session_draft.h"

#include <QLatin1StringView>

#include <ranges>
#include <span>
#include <vector>

namespace tilldeck::checkout {

/// The place of a text in a draft; none for a field that is no text.
class TextMember
{
public:
    constexpr TextMember() = default;
    constexpr TextMember(QString SessionDraft::*member)
        : m_ofDraft(member)
    {
    }
    constexpr TextMember(QString CustomerChoice::*member)
        : m_ofCustomer(member)
    {
    }

    constexpr explicit operator bool() const { return m_ofDraft || m_ofCustomer; }
    const QString &in(const SessionDraft &draft) const
    {
        return m_ofDraft ? draft.*m_ofDraft : draft.customer.*m_ofCustomer;
    }
    QString &in(SessionDraft &draft) const { return m_ofDraft ? draft.*m_ofDraft : draft.customer.*m_ofCustomer; }

private:
    QString SessionDraft::*m_ofDraft = nullptr;
    QString CustomerChoice::*m_ofCustomer = nullptr;
};

enum class TextKind {
    Id,      ///< Never begins or ends with a blank or an invisible mark.
    Words,   ///< For people: stays as it was typed.
    Name,    ///< Words of which something can be seen.
    Address, ///< A URL.
    Code,    ///< A promotion code, as the catalog writes it.
};

/// How the editor shows a field.
enum class FieldEditor {
    Own, ///< By code of its own.
    Line,
    CodeLine, ///< A line in the font of codes.
};

struct DraftField
{
    Field field;     ///< Problems stand on it.
    Field offeredBy; ///< A flow takes the field where Capabilities::takes() this. Draft: every draft may have it.
    QLatin1StringView path;                  ///< In draft documents: "customer.email".
    TextMember text = {};                    ///< None: read, written and checked by code of its own.
    void (*reset)(SessionDraft &) = nullptr; ///< Where clearing the text is not all, or there is none.
    const char *name = nullptr;              ///< "Customer's e-mail"
    const char *part = nullptr;              ///< "e-mail", in a list of parts; none: never set aside.
    const char *rowHint = nullptr;           ///< "Optional", of a row that the table makes.
    TextKind kind = TextKind::Id;
    FieldEditor editor = FieldEditor::Own;
    bool isUsual = false;         ///< Merchants expect it, so it is named where it is missing.
    bool isPriced = true;         ///< A quote depends on it.
    bool isLocal = false;         ///< Kept on this computer: sent to nobody, searched and exported.
    int longest = 0;              ///< In characters; 0 where no limit is known.
    const char *spaces = nullptr; ///< What is wrong with an id that has spaces.

    bool isTaken(const Capabilities &can) const { return can.takes(offeredBy); }
    bool isSet(const SessionDraft &draft) const;
    void clear(SessionDraft &draft) const;
    QString label() const;
    QString partName() const;
    QString hint() const;
};

/// Returns all fields, in the order of the editor and of draft documents.
std::span<const DraftField> draftFields();

/// Returns those that are kept on this computer only; all of them are texts.
inline auto localFields()
{
    return draftFields() | std::views::filter(&DraftField::isLocal);
}

/// Returns the first row of @p field, or of the list that it is a part of; null for Draft, Quote and the parts of line
/// items. Quantity is that of the product.
const DraftField *draftField(Field field);

/// Returns the name of @p field in a list of problems.
QString labelOf(Field field);

/// Returns the fields that @p draft has and @p can does not take, each once, in the order of the editor.
std::vector<Field> fieldsNotTaken(const SessionDraft &draft, const Capabilities &can);

/// Returns @p draft without what is kept on this computer only: two drafts that are equal then ask for the same.
SessionDraft withoutLocalFields(SessionDraft draft);

} // namespace tilldeck::checkout
