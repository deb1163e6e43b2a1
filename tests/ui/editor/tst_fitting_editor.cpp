// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing of form and preview is cut or scrolls in vain, in the smallest window, in German, with the longest amounts.
#include "editor_bench.h"
#include "support/fitting.h"
#include "support/runner.h"

#include <QTranslator>

namespace fitting_editor_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using test::EditorBench;

namespace {

constexpr qint64 longest = 999999999999; ///< Twelve digits.

checkout::Quote longestQuote(bool split)
{
    checkout::Quote quote = test::chargeQuote(split);
    quote.customerPays = test::amount(longest, "NGN");
    quote.base = test::amount(longest, "NGN");
    quote.fee = test::amount(longest / 10, "NGN");
    quote.businessReceives = test::amount(longest, "USD");
    quote.conversion = checkout::Conversion(test::amount(longest, "USD"), test::amount(longest, "NGN"));
    quote.conversion->rate = u"1600"_s;
    if (split) {
        quote.split->gross = test::amount(longest, "USD");
        quote.split->commission = test::amount(longest / 20, "USD");
        quote.split->net = test::amount(longest - longest / 20, "USD");
    }
    return quote;
}

} // namespace

class FittingEditorTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup()
    {
        QLocale::setDefault(QLocale::c());
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void theLongestAmountsFit_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        for (const char *kind : {"charge", "split", "tiers", "session"}) {
            for (const char *language : {"en", "de_DE", "ar_EG"}) {
                for (const QSize size : {QSize(960, 600), QSize(1440, 900)})
                    QTest::addRow("%s, %s, %d", kind, language, size.width())
                        << QString::fromLatin1(kind) << QString::fromLatin1(language) << size;
            }
        }
    }
    void theLongestAmountsFit()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, language);
        QFETCH(const QSize, size);
        QLocale::setDefault(QLocale(language));
        if (language.startsWith(u"ar"))
            QApplication::setLayoutDirection(Qt::RightToLeft);
        QTranslator translator;
        if (translator.load(QLocale(language), u"tilldeck"_s, u"_"_s, u":/i18n"_s))
            QCoreApplication::installTranslator(&translator);

        checkout::SessionDraft draft = kind == u"tiers" ? test::sampleDraft() : test::chargeDraft();
        if (kind == u"split")
            draft.subMerchantId = u"sub_lagos"_s;
        if (kind == u"tiers") {
            draft.lineItems.front().quantity = 41666666; // 24000 each
            for (checkout::CascadeTier &tier : draft.cascade)
                tier.lineItems.front().quantity = 39999999;
        }
        const checkout::Capabilities can = kind == u"tiers"     ? test::allCapabilities()
                                           : kind == u"session" ? test::sessionCapabilities()
                                                                : test::chargeCapabilities();
        const ui::Theme theme(*qApp, ui::ThemeMode::Light);
        EditorBench bench(draft, false, can, size);
        if (can.quoteLifetime)
            bench.quote = longestQuote(kind == u"split");
        bench.now = test::sampleNow().addSecs(12);
        bench.refresh();
        if (size.width() < 1280)
            QTest::keyClick(&bench.screen(), Qt::Key_F9);
        const auto wrong = [&bench] {
            QStringList texts = test::cutTexts(bench.screen()) + test::needlessScrolling(bench.screen());
            texts.removeAll(u"Annual membership (elided)"_s); // names give way, quantities and amounts do not
            return texts.join(u'\n');
        };
        QTRY_COMPARE(wrong(), QString());
        save(bench, kind + language + QString::number(size.width()));
    }

private:
    static void save(EditorBench &bench, const QString &name)
    {
        if (const QString folder = qEnvironmentVariable("TILLDECK_PICTURES"); !folder.isEmpty())
            QVERIFY(bench.screen().grab().save(u"%1/fitting-%2.png"_s.arg(folder, name)));
    }
};

TILLDECK_TEST(FittingEditorTest)

} // namespace fitting_editor_test

#include "tst_fitting_editor.moc"
