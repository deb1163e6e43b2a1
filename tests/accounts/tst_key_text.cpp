// SPDX-License-Identifier: GPL-3.0-or-later
// What is given as a key and is none.
#include "accounts/account.h"
#include "accounts/key_text.h"
#include "support/runner.h"

#include <QTest>

namespace key_text_test {

using namespace tilldeck::accounts;
using namespace Qt::StringLiterals;

class KeyTextTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNoKeyIsNamedWithItsPlace_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QStringList>("says");
        const auto row = [](const char *name, const QString &key, const QStringList &says) {
            QTest::newRow(name) << key << says;
        };
        row("byte order mark", u"\ufeffsk_test_abc"_s, {u"Character 1 "_s, u"byte order mark"_s, u"U+FEFF"_s});
        row("zero width space", u"sk_test_\u200babc"_s, {u"Character 9 "_s, u"invisible"_s, u"U+200B"_s});
        row("no-break space", u"sk_test_abc\u00a0x"_s, {u"Character 12 "_s, u"U+00A0"_s});
        row("quotes", u"\"sk_test_abc\""_s, {u"Character 1 "_s, u"quotation mark"_s});
        row("one quote at the end", u"sk_test_abc'"_s, {u"Character 12 "_s, u"quotation mark"_s});
        row("curly quotes", u"\u201csk_test_abc\u201d"_s, {u"Character 1 "_s, u"quotation mark"_s});
        row("Bearer", u"Bearer sk_test_abc"_s, {u"Characters 1 to 7 "_s, u"Bearer"_s});
        row("bearer", u"bearer sk_test_abc"_s, {u"Characters 1 to 7 "_s});
        row("masked by bullets", u"sk_test_\u2022\u2022\u2022\u2022 9fQ2"_s,
            {u"Character 9 "_s, u"part of it left out"_s});
        row("masked by asterisks", u"sk_live_****9fQ2"_s, {u"Character 9 "_s, u"part of it left out"_s});
        row("masked by dots", u"sk_live_...9fQ2"_s, {u"Character 9 "_s, u"part of it left out"_s});
        row("Cyrillic", u"sk_test_\u0430bc"_s, {u"Character 9 "_s, u"U+0430"_s, u"Cyrillic"_s});
        row("an accent", u"sk_t\u00e9st_abc"_s, {u"Character 5 "_s, u"U+00E9"_s});
        row("beyond the first plane", u"sk_test_\U0001f511\u0430"_s, {u"Character 9 "_s, u"U+1F511"_s});
        row("newline", u"sk_test_abc\ndef"_s, {u"Character 12 "_s, u"line end"_s});
        row("two lines", u"sk_test_abc\r\nsk_test_def"_s, {u"Character 12 "_s, u"line end"_s});
        row("blank", u"sk_test_abc def"_s, {u"Character 12 "_s, u"blank"_s});
        row("tab", u"sk_test_abc\tdef"_s, {u"Character 12 "_s, u"tab"_s});
        row("NUL", u"sk_test_"_s + QChar(u'\0') + u"abc"_s, {u"Character 9 "_s, u"U+0000"_s});
        row("delete", u"sk_test_\u007fabc"_s, {u"Character 9 "_s, u"U+007F"_s});
        row("no UTF-8", u"sk_test_\ufffdabc"_s, {u"Character 9 "_s, u"no text"_s});
    }
    void whatIsNoKeyIsNamedWithItsPlace()
    {
        QFETCH(const QString, key);
        QFETCH(const QStringList, says);
        const QString problem = keyTextProblem(key);
        for (const QString &part : says)
            QVERIFY2(problem.contains(part), qPrintable(problem));
        QVERIFY2(!problem.contains(u"sk_"_s), qPrintable(problem));
        Account account;
        account.name = u"Kestrel"_s;
        QCOMPARE(keyProblem(account, key), problem);
    }

    void whatEachProviderGivesOutIsTaken_data()
    {
        QTest::addColumn<ProviderKind>("provider");
        using enum ProviderKind;
        QTest::newRow("sk_live_4fYk-9.~+/=x") << PaymentKit;
        QTest::newRow("st_prod_abc:def") << PaymentKit;
        QTest::newRow("whatever..it!is") << PaymentKit;
        QTest::newRow("pk_live_abc") << Khaime;
        QTest::newRow("sk_live_abc") << Khaime;
        QTest::newRow("ik_app_live_abc") << Ikawaari;
    }
    void whatEachProviderGivesOutIsTaken()
    {
        QFETCH(const ProviderKind, provider);
        Account account;
        account.name = u"Kestrel"_s;
        account.provider = provider;
        account.baseUrl = u"https://api.example"_s;
        QCOMPARE(keyProblem(account, QString::fromLatin1(QTest::currentDataTag())), QString());
    }

    void whatIsOtherThanAKeyIsKnownByItsBeginning_data()
    {
        QTest::addColumn<ProviderKind>("provider");
        QTest::addColumn<QString>("says");
        using enum ProviderKind;
        QTest::newRow("pt_live_abc") << PaymentKit << u"publishable"_s;
        QTest::newRow("pk_test_abc") << Khaime << u"publishable"_s;
        QTest::newRow("pk_test_abcd") << PaymentKit << u"publishable"_s;
        QTest::newRow("whsec_abc") << PaymentKit << u"webhook"_s;
        QTest::newRow("sec_abc") << PaymentKit << u"token of a checkout session"_s;
        QTest::newRow("khs_abc") << Khaime << u"token of a checkout session"_s;
        QTest::newRow("pk_live_abc") << PaymentKit << u"one of Khaime"_s;
        QTest::newRow("ik_live_abc") << PaymentKit << u"one of Ikawaari"_s;
        QTest::newRow("st_prod_abc") << Ikawaari << u"one of PaymentKit"_s;
    }
    void whatIsOtherThanAKeyIsKnownByItsBeginning()
    {
        QFETCH(const ProviderKind, provider);
        QFETCH(const QString, says);
        const QString key = QString::fromLatin1(QTest::currentDataTag());
        Account account; // a new one has no name yet
        account.provider = provider;
        account.baseUrl = u"https://api.example"_s;
        account.mode = modeOf(key, account.baseUrl);
        const QString problem = keyProblem(account, key);
        QVERIFY2(problem.contains(says) && problem.contains(providerName(provider)), qPrintable(problem));
        QVERIFY(!problem.contains(key));
    }

    void aKeyInAnotherFieldIsNoticed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("holds");
        QTest::newRow("the key") << u"k7x2p9q4m1z8"_s << true;
        QTest::newRow("in a name") << u"Shop k7x2p9q4m1z8"_s << true;
        QTest::newRow("in another case") << u"K7X2P9Q4M1Z8"_s << true;
        QTest::newRow("in an address") << u"https://api.example.com/k7x2p9q4m1z8"_s << true;
        QTest::newRow("another key") << u"pk_sandbox_6tzk1a2b3c4d"_s << true;
        QTest::newRow("a live key") << u"Shop sk_live_51HxAbCdEf"_s << true;
        QTest::newRow("a token") << u"khs_8f3a9c1d8f3a"_s << true;
        QTest::newRow("a name") << u"Shop sk_test"_s << false;
        QTest::newRow("an ID") << u"acc_8f3a9c1d8f3a"_s << false;
        QTest::newRow("a number") << u"4711"_s << false;
        QTest::newRow("a template") << u"https://pay.example.com/c/{token}"_s << false;
    }
    void aKeyInAnotherFieldIsNoticed()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, holds);
        QCOMPARE(holdsKey(text, u"k7x2p9q4m1z8"), holds);
        const QString problem = misplacedKeyProblem(text, u"k7x2p9q4m1z8");
        QCOMPARE(problem.isEmpty(), !holds);
        QVERIFY(!problem.contains(u"k7x2"_s));
    }
};

TILLDECK_TEST(KeyTextTest)

} // namespace key_text_test

#include "tst_key_text.moc"
