// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that the table of draft fields makes, and what is kept on this computer only.
#include "editor_bench.h"
#include "support/runner.h"

namespace plain_fields_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using test::EditorBench;

class PlainFieldsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void everyPlainFieldThatIsTakenHasARow_data()
    {
        QTest::addColumn<bool>("charges");
        QTest::newRow("sessions") << false;
        QTest::newRow("charges") << true;
    }
    void everyPlainFieldThatIsTakenHasARow()
    {
        QFETCH(bool, charges);
        const checkout::Capabilities can = charges ? test::chargeCapabilities() : test::allCapabilities();
        EditorBench bench(charges ? test::chargeDraft() : test::sampleDraft(), false, can);
        int y = 0;
        for (const checkout::DraftField &field : checkout::draftFields()) {
            if (field.editor == checkout::FieldEditor::Own)
                continue;
            auto *edit = bench.find<QLineEdit>(field.label());
            QCOMPARE(!edit, !field.isTaken(can));
            if (!edit)
                continue;
            QVERIFY2(edit->mapToGlobal(QPoint()).y() > y, qPrintable(field.label()));
            y = edit->mapToGlobal(QPoint()).y();
            bench.type(edit, u"x1"_s);
            QCOMPARE(field.text.in(bench.draft()), u"x1"_s);
        }
    }

    void anInternalNoteIsPartOfEveryDraftAndChangesNoQuote()
    {
        EditorBench bench(test::chargeDraft(), false, test::chargeCapabilities());
        bench.quote = test::chargeQuote();
        bench.refresh();
        bench.type(bench.find<QLineEdit>(u"Internal note"_s), u"Regular guest"_s);
        QCOMPARE(bench.draft().internalNote, u"Regular guest"_s);
        QVERIFY(bench.shows(u"Never sent"_s));
        // It is not one of those that this flow sets aside.
        QVERIFY(!bench.showsPart(u"Kept here and not sent"_s));
        QVERIFY(bench.createButton()->isEnabled());
        bench.editor().setCapabilities(test::sessionCapabilities());
        QCOMPARE(bench.draft().internalNote, u"Regular guest"_s);
        bench.editor().setText(&checkout::SessionDraft::internalNote, QString(1001, u'x'),
                               checkout::Field::InternalNote);
        bench.refresh();
        QCOMPARE(bench.problem().field, checkout::Field::InternalNote);
        QVERIFY(bench.shows(u"This text has 1001 characters. 1000 is the most."_s));
    }
};

TILLDECK_TEST(PlainFieldsTest)

} // namespace plain_fields_test

#include "tst_plain_fields.moc"
