// SPDX-License-Identifier: GPL-3.0-or-later
// A creation that could not be sent says so, and is not offered where that is known before.
#include "page_bench.h"
#include "support/runner.h"
#include "ui/widgets/inline_message.h"

namespace nothing_sent_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using test::OneCallServer;
using test::PageBench;

class NothingSentTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingWasCreatedIsSaidAndTheDraftIsKept()
    {
        OneCallServer server(OneCallServer::Answer::Created);
        PageBench bench(server);
        bench.openDraft();
        QTRY_VERIFY(bench.create()->isEnabled());
        server.close();
        bench.pressCreateKeys();
        const auto *message = bench.page.findChild<ui::InlineMessage *>(u"editorMessage"_s);
        QTRY_VERIFY2(message->isVisible() && message->text().contains(u"Nothing was created. The draft is kept."_s),
                     qPrintable(message->text()));
        QVERIFY2(message->text().contains(u"could not be reached"_s), qPrintable(message->text()));
        QCOMPARE(bench.drafts().size(), size_t(1));
        QCOMPARE(bench.created.size(), 0);
    }

    void theFocusIsNotOnTheWayOutAfterARefusal()
    {
        OneCallServer server(OneCallServer::Answer::Created);
        PageBench bench(server);
        bench.openDraft();
        QTRY_VERIFY(bench.create()->isEnabled());
        server.close();
        bench.create()->setFocus();
        bench.create()->click();
        const auto *message = bench.page.findChild<ui::InlineMessage *>(u"editorMessage"_s);
        QTRY_VERIFY(message->isVisible());
        QTest::keyClick(bench.page.focusWidget(), Qt::Key_Return);
        QVERIFY(bench.page.isOpen());
        // The window learns from the refusal that the account cannot be reached.
        bench.page.setUnreachable({{bench.accountId, u"PaymentKit could not be reached."_s}});
        QVERIFY(!bench.create()->isEnabled());
        QVERIFY(bench.page.focusWidget() && bench.page.screen()->isAncestorOf(bench.page.focusWidget()));
        QTest::keyClick(bench.page.focusWidget(), Qt::Key_Return);
        QVERIFY(bench.page.isOpen());
    }

    void thatNobodyCouldBeReachedIsNotSaidAnyMoreOnceSomebodyCan()
    {
        OneCallServer server(OneCallServer::Answer::Created);
        PageBench bench(server);
        bench.openDraft();
        QTRY_VERIFY(bench.create()->isEnabled());
        server.close();
        bench.create()->click();
        const auto *message = bench.page.findChild<ui::InlineMessage *>(u"editorMessage"_s);
        QTRY_VERIFY(message->isVisible());
        bench.page.setUnreachable({{bench.accountId, u"PaymentKit could not be reached."_s}});
        QVERIFY(message->isVisible());
        bench.page.setUnreachable({});
        QVERIFY2(!message->isVisible(), qPrintable(message->text()));
    }

    void whatWasSaidOfAKeyEndsWithTheNextKey()
    {
        OneCallServer server(OneCallServer::Answer::Created);
        PageBench bench(server);
        bench.openDraft();
        const auto *message = bench.page.findChild<ui::InlineMessage *>(u"editorMessage"_s);
        const checkout::Error mayOnlyRead(checkout::ErrorKind::Forbidden, u"This key may only read."_s);
        bench.page.screen()->showError(mayOnlyRead);
        QVERIFY(message->isVisible());
        bench.desk->keys().keepForThisRun(u"another"_s, http::Secret(u"sk_2"_s));
        QVERIFY(message->isVisible());
        bench.desk->keys().keepForThisRun(bench.accountId, http::Secret(u"sk_2"_s));
        QVERIFY(!message->isVisible());
    }

    void whatIsKnownBeforehandDisablesTheButton()
    {
        OneCallServer server(OneCallServer::Answer::Created);
        PageBench bench(server);
        bench.openDraft();
        QTRY_VERIFY(bench.create()->isEnabled());
        bench.page.setUnreachable({{bench.accountId, u"PaymentKit could not be reached."_s}});
        QVERIFY(!bench.create()->isEnabled() && !bench.page.canCreate());
        QCOMPARE(bench.create()->toolTip(), u"PaymentKit could not be reached."_s);
        bench.page.setUnreachable({{u"another"_s, u"Khaime could not be reached."_s}});
        QVERIFY(bench.create()->isEnabled() && bench.page.canCreate());
        QCOMPARE(bench.create()->toolTip(), QString());
    }
};
TILLDECK_TEST(NothingSentTest)

} // namespace nothing_sent_test

#include "tst_nothing_sent.moc"
