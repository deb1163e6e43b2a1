// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/draft_fields.h"
#include "checkout/pricing.h"
#include "checkout/tidy_draft.h"
#include "checkout/validate.h"
#include "support/runner.h"

#include <QSet>
#include <QTest>

namespace draft_fields_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::checkout;
using tilldeck::money::Currency;
using tilldeck::money::Money;

namespace {

/// Returns a draft in which every member that a merchant can set is set.
SessionDraft whole()
{
    SessionDraft draft;
    for (const DraftField &field : draftFields()) {
        if (field.text)
            field.text.in(draft) = QString(field.path);
    }
    const Money amount(100, *Currency::fromCode(u"USD"));
    draft.lineItems = {LineItem(u"price"_s, 1)};
    draft.cascade = {CascadeTier({LineItem(u"price"_s, 1)}, u"route"_s)};
    draft.expiresInHours = 1;
    draft.productQuantity = 2;
    draft.pricing = amount;
    draft.chargeAmount = amount;
    draft.chargeCurrency = amount.currency();
    draft.metadata = draft.customFields = draft.subscriptionCustomFields = {CustomField(u"a"_s, true)};
    return draft;
}

} // namespace

class DraftFieldsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyMemberOfADraftIsInTheTable()
    {
        SessionDraft draft = whole();
        // A member that is missing in the table is missing here too: its text would be empty.
        const auto &[flow, mode, customer, items, route, code, coupon, hours, success, back, fields, subscription,
                     cascade, product, productName, quantity, pricing, currency, charge, converted, description,
                     reference, metadata, merchant, frequency, note] = draft;
        for (const QString *text : {&flow, &mode, &route, &code, &coupon, &success, &back, &product, &productName,
                                    &description, &reference, &merchant, &frequency, &note})
            QVERIFY(!text->isEmpty());
        const auto &[id, email, name, firstName, lastName, country] = customer;
        for (const QString *text : {&id, &email, &name, &firstName, &lastName, &country})
            QVERIFY(!text->isEmpty());
        QSet<QString> paths;
        for (const DraftField &field : draftFields()) {
            QVERIFY2(field.isSet(draft), field.path.data());
            field.clear(draft);
            QVERIFY2(!field.isSet(draft), field.path.data());
            paths << QString(field.path);
            QVERIFY(!field.label().isEmpty());
            // What a flow can set aside has a name in a list of parts.
            QCOMPARE(field.partName().isEmpty(), field.offeredBy == Field::Draft);
        }
        QCOMPARE(draft, SessionDraft());
        QCOMPARE(paths.size(), qsizetype(draftFields().size()));
    }

    void everyFieldHasAName()
    {
        for (int field = 0; field < int(Field::ProductName); ++field)
            QVERIFY2(!labelOf(Field(field)).isEmpty(), qPrintable(QString::number(field)));
    }

    void whatAFlowDoesNotTakeIsSaidOnceForEachField()
    {
        Capabilities can;
        can.fields = {Field::CustomerEmail};
        SessionDraft draft;
        draft.customer.email = u"ada@example.com"_s;
        draft.customer.firstName = u"Ada"_s;
        draft.customer.lastName = u"Lovelace"_s;
        draft.mode = u"payment"_s;
        draft.internalNote = u"VIP"_s;
        QCOMPARE(fieldsNotTaken(draft, can), (std::vector{Field::Mode, Field::Customer}));
        const auto problems = validate(draft, can, {}, QDateTime());
        QCOMPARE(problems.size(), size_t(2));
        can.fields += {Field::Mode, Field::CustomerName};
        QVERIFY(fieldsNotTaken(draft, can).empty());
        can.fields -= {Field::Mode};
        QCOMPARE(fieldsNotTaken(draft, can), std::vector{Field::Mode});
    }

    void anInternalNoteIsTakenByEveryFlowAndChangesNoQuote()
    {
        SessionDraft draft = whole();
        const SessionDraft noted = draft;
        QVERIFY(quoteBasis(draft).internalNote.isEmpty());
        draft.internalNote.clear();
        QCOMPARE(withoutLocalFields(noted), draft);
        QCOMPARE(quoteBasis(noted), quoteBasis(draft));
        SessionDraft typed;
        typed.internalNote = u" as typed "_s;
        QCOMPARE(tidied(typed, {}), typed);
        QVERIFY(validate(typed, {}, {}, QDateTime()).empty());
    }

    void anInternalNoteHasALimit()
    {
        SessionDraft draft;
        draft.internalNote = QString(1000, u'x');
        QVERIFY(validate(draft, {}, {}, QDateTime()).empty());
        draft.internalNote += u'x';
        const auto problems = validate(draft, {}, {}, QDateTime());
        QCOMPARE(problems.size(), size_t(1));
        QCOMPARE(problems.front(), Problem(Field::InternalNote, u"This text has 1001 characters. 1000 is the most."_s));
    }
};

TILLDECK_TEST(DraftFieldsTest)

} // namespace draft_fields_test

#include "tst_draft_fields.moc"
