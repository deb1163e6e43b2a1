// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"
#include "ui/figures/decline_text.h"

#include <QTest>

namespace decline_text_test {

using namespace tilldeck::ui;
using namespace Qt::StringLiterals;

class DeclineTextTest : public QObject
{
    Q_OBJECT

private slots:
    void aKnownCodeHasASentenceAndAdviceAndKeepsItsWord_data()
    {
        QTest::addColumn<QString>("code");
        for (const char *code : {"insufficient_funds", "card_declined", "generic_decline", "do_not_honor",
                                 "expired_card", "incorrect_cvc", "invalid_number", "authentication_required",
                                 "processing_error", "processor_unavailable", "lost_card", "stolen_card"})
            QTest::newRow(code) << QString::fromLatin1(code);
    }
    void aKnownCodeHasASentenceAndAdviceAndKeepsItsWord()
    {
        QFETCH(const QString, code);
        const DeclineText why = declineText(code);
        QVERIFY(!why.reason.isEmpty() && !why.reason.contains(u'_'));
        QVERIFY(why.advice.startsWith(u"The customer"_s));
        QVERIFY(declineReason(code).startsWith(why.reason) && declineReason(code).contains(code));
    }

    void aCodeThatNobodyKnowsIsNotInterpreted()
    {
        QVERIFY(declineText(u"r_0042"_s).reason.isEmpty());
        QCOMPARE(declineReason(u"r_0042"_s), u"r_0042"_s);
    }
};

TILLDECK_TEST(DeclineTextTest)

} // namespace decline_text_test

#include "tst_decline_text.moc"
