// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the program: addresses for customers, texts for a terminal, files in a folder that others use.
#include "desk/desk.h"
#include "desk/make_checkout_url.h"
#include "http/plain_text.h"
#include "support/runner.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace handed_out_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;

class HandedOutTest : public QObject
{
    Q_OBJECT

private slots:
    void onlyWebAddressesAreHandedOut_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("base");
        QTest::addColumn<bool>("handedOut");
        const QString real = u"https://api.paymentkit.com"_s;
        const QString sandbox = u"http://127.0.0.1:4567/paymentkit"_s;
        QTest::newRow("https") << u"https://checkout.paymentkit.com/c/x"_s << real << true;
        QTest::newRow("another host") << u"https://pay.gateway.example/c/x"_s << real << true;
        QTest::newRow("the sandbox") << u"http://127.0.0.1:4567/pay/x"_s << sandbox << true;
        QTest::newRow("without TLS") << u"http://checkout.paymentkit.com/c/x"_s << real << false;
        QTest::newRow("without TLS, of a sandbox") << u"http://checkout.paymentkit.com/c/x"_s << sandbox << false;
        QTest::newRow("this computer, of a provider") << u"http://127.0.0.1:4567/pay/x"_s << real << false;
        QTest::newRow("a file") << u"file:///etc/passwd"_s << real << false;
        QTest::newRow("a script") << u"javascript:alert(1)"_s << real << false;
        QTest::newRow("data") << u"data:text/html,x"_s << real << false;
        QTest::newRow("a password before the host") << u"https://a:b@checkout.paymentkit.com/"_s << real << false;
        QTest::newRow("no host") << u"https:///c/x"_s << real << false;
    }

    void onlyWebAddressesAreHandedOut()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, base);
        QFETCH(const bool, handedOut);
        accounts::Account account;
        account.baseUrl = base;
        checkout::Session session;
        session.url = url;
        QCOMPARE(handOutUrl(session, account), handedOut ? url : QString());
    }

    void aFolderThatWasSharedStaysShared()
    {
        const QTemporaryDir folder;
        const QString shared = folder.filePath(u"shared"_s);
        QVERIFY(QDir().mkpath(shared));
        const QFile::Permissions open = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup |
                                        QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
        QVERIFY(QFile::setPermissions(shared, open));
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        for (const QString &name : {shared, folder.filePath(u"new/own"_s)}) {
            QVERIFY(Desk::open(name).has_value());
            QCOMPARE(bool(QFile::permissions(name) & others), name == shared);
            for (const QFileInfo &file : QDir(name).entryInfoList(QDir::Files))
                QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
        }
    }

    void aTerminalObeysNothingOfAText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"Élodie 👩‍🍳"_s << u"Élodie 👩‍🍳"_s;
        QTest::newRow("colour") << u"a\u001b[1;31mb"_s << u"ab"_s;
        QTest::newRow("clear the screen, 8 bit") << u"a\u009b2Jb"_s << u"ab"_s;
        QTest::newRow("title of the window") << u"a\u001b]0;evil\u0007b"_s << u"ab"_s;
        QTest::newRow("link") << u"\u001b]8;;https://evil.example\u001b\\here\u001b]8;;\u001b\\"_s << u"here"_s;
        QTest::newRow("clipboard, without an end") << u"a\u001b]52;c;AAAA"_s << u"a"_s;
        QTest::newRow("device string, 8 bit") << u"a\u0090$qm\u009cb"_s << u"ab"_s;
        QTest::newRow("reset") << u"a\u001bcb"_s << u"ab"_s;
        QTest::newRow("escape at the end") << u"a\u001b"_s << u"a"_s;
        QTest::newRow("one within another") << u"\u001b\u001b[2Ja"_s << u"a"_s;
        QTest::newRow("overwritten") << u"paid\rfree\b\u007f"_s << u"paid free"_s;
        QTest::newRow("another line") << u"a\nb\u2028c\td"_s << u"a b c d"_s;
        QTest::newRow("turned around") << u"a\u202egpj.exe\u2066b"_s << u"agpj.exeb"_s;
    }
    void aTerminalObeysNothingOfAText()
    {
        QFETCH(const QString, text);
        QTEST(http::withoutControls(text), "shown");
        QCOMPARE(http::withoutControls(u"a\nb\u001b[2J"_s, u"\n"), u"a\nb"_s);
    }
};

TILLDECK_TEST(HandedOutTest)

} // namespace handed_out_test

#include "tst_handed_out.moc"
