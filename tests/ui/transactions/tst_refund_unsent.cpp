// SPDX-License-Identifier: GPL-3.0-or-later
// A refund that could not be sent says so, and is not offered where that is known before.
#include "refund_bench.h"
#include "support/runner.h"

namespace refund_unsent_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;

class RefundUnsentTest : public QObject, private test::RefundBench
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void whatIsKnownBeforehandDisablesTheButton()
    {
        QTRY_VERIFY(visible() && visible()->isEnabled());
        m_section->setHeldBack(u"Khaime could not be reached."_s);
        QTRY_VERIFY(visible() && !visible()->isEnabled());
        QCOMPARE(visible()->toolTip(), u"Khaime could not be reached."_s);
        m_section->setHeldBack({});
        QTRY_VERIFY(visible() && visible()->isEnabled());
    }

    void nothingWasGivenBackIsSaid()
    {
        open();
        type(u"100"_s);
        m_server->close();
        QTRY_VERIFY(refundButton()->isEnabled());
        QTest::mouseClick(refundButton(), Qt::LeftButton);
        const auto *message = m_dialog->findChild<ui::InlineMessage *>();
        QTRY_VERIFY2_WITH_TIMEOUT(message->isVisible() && message->text().contains(u"Nothing was given back."_s),
                                  qPrintable(message->text()), 20000);
        QVERIFY2(message->text().contains(u"could not be reached"_s), qPrintable(message->text()));
        QCOMPARE(posts(), 0);
    }
};
TILLDECK_TEST(RefundUnsentTest)

} // namespace refund_unsent_test

#include "tst_refund_unsent.moc"
