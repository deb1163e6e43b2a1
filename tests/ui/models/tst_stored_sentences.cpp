// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence that was kept in one language is read in the language of the program.
#include "desk/stored_sentence.h"
#include "providers/wire/card_name.h"
#include "providers/wire/errors.h"
#include "support/runner.h"

#include <QLocale>
#include <QTest>
#include <QTranslator>

#include <utility>

namespace stored_sentences_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using checkout::ErrorKind;
using providers::Call;

class StoredSentencesTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { speak({}); }

    void whatWasKeptIsReadInTheLanguageOfTheProgram_data()
    {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        const auto add = [](const char *name, const char *english, const char *german) {
            QTest::newRow(name) << QString::fromUtf8(english) << QString::fromUtf8(german);
        };
        add("lost answer", "Khaime did not say whether the session was created.",
            "Khaime hat nicht gesagt, ob die Sitzung erstellt wurde.");
        add("ended program", "Tilldeck ended before the provider's answer arrived.", "");
        add("not kept", "Created as cs_1, but this computer could not keep it.", "");
        add("failed later", "Ikawaari no longer counts this refund of 12.50 EUR in what it gave back.", "");
        add("answered twice",
            "The provider answered with cs_1, the session of an earlier creation. It is not known whether another one "
            "was made: look in its dashboard.",
            "");
        add("not asked", "Not asked yet", "");
        add("another code", "The provider has this code with other terms, so it was there before.", "");
        add("left", "Not sent: the merchant left the rest.", "");
        add("decided", "The merchant decided: not given back.", "");
        add("explained", "PaymentKit refused this, so nothing was changed. Details: “Used up (a, b).”", "");
        add("by the provider itself", "on_hold", "on_hold");
        add("nothing", "", "");
    }
    void whatWasKeptIsReadInTheLanguageOfTheProgram()
    {
        QFETCH(const QString, english);
        QFETCH(const QString, german);
        speak(u"en"_s);
        QCOMPARE(desk::inPresentLanguage(english), english);
        speak(u"de"_s);
        const QString read = desk::inPresentLanguage(english);
        if (!german.isEmpty())
            QCOMPARE(read, german);
        if (english != german)
            QVERIFY2(read != english && !read.contains(u'%'), qPrintable(read));
        for (const QString &kept : {u"cs_1"_s, u"Khaime"_s, u"12.50 EUR"_s, u"Used up (a, b)."_s})
            QCOMPARE(read.contains(kept), english.contains(kept));
        // It was kept by a German program, and is read by one of another language.
        speak(u"en"_s);
        QCOMPARE(desk::inPresentLanguage(read), english);
    }

    void aMeansOfPaymentIsKeptInOneFormAndReadInAnyLanguage()
    {
        speak(u"de"_s);
        const QString kept = providers::cardName(u"visa"_s, u"4242"_s);
        QCOMPARE(kept, u"Visa ending 4242"_s);
        QCOMPARE(desk::methodInPresentLanguage(kept), u"Visa, endet auf 4242"_s);
        QCOMPARE(desk::methodInPresentLanguage(providers::cardName({}, u"4242"_s)), u"Karte, endet auf 4242"_s);
        speak(u"en"_s);
        // A German program of before kept its own words.
        QCOMPARE(desk::methodInPresentLanguage(u"Visa, endet auf 4242"_s), kept);
        QCOMPARE(desk::methodInPresentLanguage(u"Karte, endet auf 4242"_s), u"Card ending 4242"_s);
        QCOMPARE(desk::methodInPresentLanguage(u"Karte"_s), u"Card"_s);
        QCOMPARE(desk::methodInPresentLanguage(u"ideal"_s), u"ideal"_s);
    }

    void everySentenceOfAnErrorIsKnown()
    {
        for (int call = 0; call <= int(Call::Change); ++call) {
            for (int kind = 0; kind <= int(ErrorKind::Cancelled); ++kind) {
                if (Call(call) == Call::Quote) // of which nothing is kept
                    continue;
                const auto sentence = [call, kind](const QString &language, int status) {
                    speak(language);
                    return providers::errorWith(u"Khaime"_s, Call(call), ErrorKind(kind), {}, status).sentence;
                };
                for (const int status : {0, 503}) {
                    const QString english = sentence(u"en"_s, status);
                    const QString german = sentence(u"de"_s, status);
                    QVERIFY(english != german);
                    QCOMPARE(desk::inPresentLanguage(english), german);
                }
            }
        }
    }

private:
    static void speak(const QString &language)
    {
        static QTranslator translator;
        QCoreApplication::removeTranslator(&translator);
        if (!language.isEmpty() && translator.load(u":/i18n/tilldeck_"_s + language))
            QCoreApplication::installTranslator(&translator);
    }
};

TILLDECK_TEST(StoredSentencesTest)

} // namespace stored_sentences_test

#include "tst_stored_sentences.moc"
