// SPDX-License-Identifier: GPL-3.0-or-later
// What the editor says where the provider's documents or lists leave something open.
#include "editor_bench.h"
#include "support/runner.h"
#include "ui/forms/url_edit.h"

#include <QSyntaxHighlighter>
#include <QTest>

namespace not_known_here_test {

using namespace tilldeck;
using namespace tilldeck::ui;
using namespace Qt::StringLiterals;
using checkout::SessionDraft;
using test::EditorBench;

class NotKnownHereTest : public QObject
{
    Q_OBJECT

private slots:
    void theSessionIdInTheReturnUrlIsAProblem()
    {
        SessionDraft draft = test::sampleDraft();
        draft.returnUrl = u"https://kestrel.example/?id={CHECKOUT_SESSION_ID}"_s;
        EditorBench bench(draft);
        QCOMPARE(bench.problem().field, checkout::Field::ReturnUrl); // nothing is sent with it
        QVERIFY(bench.showsPart(u"PaymentKit does not say that it fills in the session's ID here"_s));
        QVERIFY(bench.find<UrlEdit>(u"Success URL"_s)->document()->findChild<QSyntaxHighlighter *>());
        QVERIFY(!bench.find<UrlEdit>(u"Return URL"_s)->document()->findChild<QSyntaxHighlighter *>());
        bench.type(bench.find<UrlEdit>(u"Return URL"_s), u"https://kestrel.example/"_s);
        QVERIFY(bench.screen().problems().empty());
    }

    void aDiscountThatIsNotKnownLeavesNoTotal()
    {
        SessionDraft draft = test::sampleDraft();
        draft.promotionCode.clear();
        draft.couponId = u"odd"_s;
        EditorBench bench(draft);
        checkout::Catalog catalog = test::sampleCatalog();
        catalog.coupons.unread = {checkout::UnreadRow(u"odd"_s, u"\"percent_off\":\"15\""_s, u"odd"_s)};
        bench.editor().setCatalog(std::make_shared<checkout::Catalog>(catalog));
        bench.screen().readCatalog();
        bench.refresh();
        QVERIFY(
            bench.showsPart(u"The provider lists the coupon odd, and it could not be read: \"percent_off\":\"15\"."_s));
        QVERIFY(!bench.screen().customerPays());
        QVERIFY(bench.showsPart(u"what odd takes off is not known here."_s));
        QVERIFY(!bench.showsPart(u"Valid"_s));
    }

    void whatIsSaidBesideTheFiguresStandsThereWhileThePreviewIsFolded_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(960, 600), QSize(1440, 900)})
            QTest::addRow("%d", size.width()) << size;
    }
    void whatIsSaidBesideTheFiguresStandsThereWhileThePreviewIsFolded()
    {
        QFETCH(const QSize, size);
        SessionDraft draft = test::sampleDraft();
        draft.promotionCode.clear();
        draft.couponId = u"all"_s;
        EditorBench bench(draft, false, test::allCapabilities(), size);
        checkout::Catalog catalog = test::sampleCatalog();
        checkout::Coupon all;
        all.id = u"all"_s;
        all.kind = checkout::Coupon::Kind::Percentage;
        all.basisPoints = 10'000;
        catalog.coupons.items.push_back(all);
        bench.editor().setCatalog(std::make_shared<checkout::Catalog>(catalog));
        bench.screen().readCatalog();
        bench.refresh();
        QVERIFY(bench.showsPart(u"may refuse a total of 0"_s));
    }
};

TILLDECK_TEST(NotKnownHereTest)

} // namespace not_known_here_test

#include "tst_not_known_here.moc"
