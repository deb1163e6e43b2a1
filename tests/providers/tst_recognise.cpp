// SPDX-License-Identifier: GPL-3.0-or-later
// What a merchant pastes to track a session that was made elsewhere.
#include "providers/khaime/codec_sessions.h"
#include "providers/recognise.h"
#include "support/runner.h"

#include <QTest>

namespace recognise_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using checkout::Session;

namespace {

const QString sandbox = u"http://127.0.0.1:41234"_s;

Session with(const QString &id, const QString &token = {}, const QString &flow = {})
{
    Session session;
    session.id = id;
    session.secureToken = token;
    session.flow = flow;
    return session;
}

} // namespace

class RecogniseTest : public QObject
{
    Q_OBJECT

private slots:
    void pastedTextIsRecognised_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<Session>("session");
        const QString kit = u"paymentkit"_s;
        const QString kitBase = u"https://api.paymentkit.com"_s;
        const QString page = u"https://pay.example.com/c/{token}"_s;
        const QString query = u"https://pay.example.com/?lang=en&t={token}&x=1"_s;
        QTest::newRow("id") << kit << kitBase << page << u" cs_abc123\n"_s << with(u"cs_abc123"_s);
        QTest::newRow("token") << kit << kitBase << page << u"sec_1"_s << with({}, u"sec_1"_s);
        QTest::newRow("template") << kit << kitBase << page << u"https://PAY.example.com/c/tok%2D1"_s
                                  << with({}, u"tok-1"_s);
        QTest::newRow("template, with tracking behind it")
            << kit << kitBase << page << u"https://pay.example.com/c/sec_1?utm=a#top"_s << with({}, u"sec_1"_s);
        QTest::newRow("template with a token that looks like another's id")
            << kit << kitBase << page << u"https://pay.example.com/c/cs_1"_s << with({}, u"cs_1"_s);
        QTest::newRow("template with the token in the query")
            << kit << kitBase << query << u"https://pay.example.com/?lang=en&t=sec_1&x=1"_s << with({}, u"sec_1"_s);
        QTest::newRow("the provider's own domain")
            << kit << kitBase << QString() << u"https://checkout.paymentkit.com/c/sec_1/"_s << with({}, u"sec_1"_s);
        QTest::newRow("sandbox") << kit << QString(sandbox + u"/paymentkit"_s) << QString()
                                 << QString(sandbox + u"/pay/sec_1"_s) << with({}, u"sec_1"_s);

        const QString khaime = u"khaime"_s;
        const QString khaimeBase = u"https://api.khaime.com"_s;
        const Session checkout = with(providers::khaime::checkoutIdOf(u"khs_1"_s), u"khs_1"_s, u"khaime.checkout"_s);
        QTest::newRow("Khaime token") << khaime << khaimeBase << QString() << u"khs_1"_s << checkout;
        QTest::newRow("Khaime session") << khaime << khaimeBase << QString() << u"sess_1"_s
                                        << with(u"sess_1"_s, {}, u"khaime.session"_s);
        QTest::newRow("Khaime session of another spelling")
            << khaime << khaimeBase << QString() << u"a1b2-c3"_s << with(u"a1b2-c3"_s, {}, u"khaime.session"_s);
        QTest::newRow("Khaime charge") << khaime << khaimeBase << QString() << u"charge_1"_s
                                       << with(u"charge_1"_s, {}, u"khaime.charge"_s);
        QTest::newRow("Khaime page") << khaime << khaimeBase << QString() << u"https://pay.khaime.com/khs_1"_s
                                     << checkout;
        QTest::newRow("Khaime sandbox") << khaime << QString(sandbox + u"/khaime"_s) << QString()
                                        << QString(sandbox + u"/pay/khs_1"_s) << checkout;

        const QString ikawaari = u"ikawaari"_s;
        const QString ikawaariBase = u"https://api.ikawaari.com"_s;
        QTest::newRow("Ikawaari id") << ikawaari << ikawaariBase << QString() << u"cs_abc123"_s << with(u"cs_abc123"_s);
        QTest::newRow("Ikawaari page") << ikawaari << ikawaariBase << QString()
                                       << u"https://checkout.ikawaari.com/cs_abc123"_s << with(u"cs_abc123"_s);
        QTest::newRow("Ikawaari sandbox") << ikawaari << QString(sandbox + u"/ikawaari"_s) << QString()
                                          << QString(sandbox + u"/pay/cs_1"_s) << with(u"cs_1"_s);
    }
    void pastedTextIsRecognised()
    {
        QFETCH(QString, kind);
        QFETCH(QString, base);
        QFETCH(QString, page);
        QFETCH(QString, pasted);
        QFETCH(Session, session);
        const auto found = providers::recognise(kind, QUrl(base), page, pasted);
        QVERIFY(found);
        QCOMPARE(*found, session);
    }

    void whatCannotBeTheirsIsNot_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("pasted");
        const QString kit = u"paymentkit"_s;
        const QString khaime = u"khaime"_s;
        const QString base = u"https://api.paymentkit.com"_s;
        QTest::newRow("nothing") << kit << base << u"  "_s;
        QTest::newRow("a sentence") << kit << base << u"pay here please"_s;
        QTest::newRow("a path") << kit << base << u"../checkout"_s;
        QTest::newRow("another host") << kit << base << u"https://evil.example/c/sec_1"_s;
        QTest::newRow("a host that ends alike") << kit << base << u"https://evilpaymentkit.com/c/sec_1"_s;
        QTest::newRow("a host that begins alike") << kit << base << u"https://pay.example.com.evil.test/c/sec_1"_s;
        QTest::newRow("the template's host, elsewhere") << kit << base << u"https://pay.example.com/d/sec_1"_s;
        QTest::newRow("no TLS") << kit << base << u"http://checkout.paymentkit.com/c/sec_1"_s;
        QTest::newRow("user info") << kit << base << u"https://pay.example.com@evil.test/c/sec_1"_s;
        QTest::newRow("user info of the right host") << kit << base << u"https://a:b@checkout.paymentkit.com/c/sec_1"_s;
        QTest::newRow("a page without a word") << kit << base << u"https://checkout.paymentkit.com/"_s;
        QTest::newRow("another scheme") << kit << base << u"javascript:alert(1)"_s;
        QTest::newRow("a secret of another provider") << kit << base << u"khs_1"_s;
        QTest::newRow("the same of the other one") << khaime << u"https://api.khaime.com"_s << u"sec_1"_s;
        QTest::newRow("a secret of the first at the third")
            << u"ikawaari"_s << u"https://api.ikawaari.com"_s << u"sec_1"_s;
        QTest::newRow("another sandbox") << kit << QString(sandbox + u"/paymentkit"_s)
                                         << u"http://127.0.0.1:41235/pay/sec_1"_s;
        QTest::newRow("the sandbox's other pages")
            << kit << QString(sandbox + u"/paymentkit"_s) << QString(sandbox + u"/pay/khs_1"_s);
        QTest::newRow("the sandbox's third pages")
            << kit << QString(sandbox + u"/paymentkit"_s) << QString(sandbox + u"/pay/cs_1"_s);
        QTest::newRow("no such provider") << u"stripe"_s << base << u"cs_1"_s;
    }
    void whatCannotBeTheirsIsNot()
    {
        QFETCH(QString, kind);
        QFETCH(QString, base);
        QFETCH(QString, pasted);
        QVERIFY(!providers::recognise(kind, QUrl(base), u"https://pay.example.com/c/{token}"_s, pasted));
    }
};

TILLDECK_TEST(RecogniseTest)

} // namespace recognise_test

#include "tst_recognise.moc"
