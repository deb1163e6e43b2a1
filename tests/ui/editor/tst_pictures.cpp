// SPDX-License-Identifier: GPL-3.0-or-later
// Grabs the screen into the directory that TILLDECK_PICTURES names, to be compared with the visual specification.
#include "editor_bench.h"
#include "support/runner.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QDir>
#include <QTest>

namespace pictures_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using test::EditorBench;

class EditorPictures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_directory = qEnvironmentVariable("TILLDECK_PICTURES");
        if (!m_directory.isEmpty())
            m_theme = std::make_unique<ui::Theme>(*qApp, ui::ThemeMode::Light);
    }

    void cleanupTestCase() { QApplication::setLayoutDirection(Qt::LeftToRight); }

    void pictures_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("rtl");
        QTest::addColumn<int>("state");
        const QSize large(1440, 900);
        QTest::newRow("light") << large << false << false << 0;
        QTest::newRow("dark") << large << true << false << 0;
        QTest::newRow("request") << large << false << false << 1;
        QTest::newRow("problems") << large << false << false << 2;
        QTest::newRow("rtl") << large << false << true << 0;
        QTest::newRow("fresh") << large << true << false << 3;
        QTest::newRow("small") << QSize(960, 600) << false << false << 0;
        QTest::newRow("small with preview") << QSize(960, 600) << false << false << 5;
        QTest::newRow("picker") << large << false << false << 4;
    }
    void pictures()
    {
        // Not in initTestCase(): a skip there would skip the classes that run after this one, too.
        if (m_directory.isEmpty())
            QSKIP("TILLDECK_PICTURES names no directory");
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        QFETCH(bool, rtl);
        QFETCH(int, state);
        QApplication::setLayoutDirection(rtl ? Qt::RightToLeft : Qt::LeftToRight);
        m_theme->setMode(dark ? ui::ThemeMode::Dark : ui::ThemeMode::Light);
        checkout::SessionDraft draft = test::sampleDraft();
        if (state == 2) {
            draft.lineItems[0].quantity = 0;
            draft.promotionCode = u"WINTER10"_s;
            draft.expiresInHours = 721;
            draft.successUrl = u"kestrel/thanks"_s;
            draft.customFields.emplace_back();
        }
        if (state == 3) {
            draft = {};
            draft.lineItems.emplace_back();
        }
        EditorBench bench(draft, state == 3, test::allCapabilities(), size);
        bench.screen().setSavedText(u"Draft saved 14:31"_s);
        if (state == 1) {
            providers::RequestText request;
            request.method = "POST";
            request.url = QUrl(u"https://api.paymentkit.com/api/acc_kestrel/checkout-sessions"_s);
            request.headers = {{"Authorization", "Bearer [redacted]"}, {"Content-Type", "application/json"}};
            request.body = "{\n  \"customer_id\": \"cus_8fK2pQ\",\n  \"line_items\": [\n    {\n      \"price_id\": "
                           "\"price_annual_eur\",\n      \"quantity\": 1\n    }\n  ],\n  \"expires_in_hours\": 24,\n  "
                           "\"success_url\": \"https://kestrel.example/thanks?session_id={CHECKOUT_SESSION_ID}\"\n}";
            bench.screen().setRequest(request);
            QTest::keyClick(&bench.screen(), Qt::Key_Tab, Qt::ControlModifier);
        }
        if (state == 5)
            QTest::keyClick(&bench.screen(), Qt::Key_F9);
        QWidget *shown = &bench.screen();
        if (state == 4) {
            QTest::keyClick(bench.find<QComboBox>(u"Price"_s), Qt::Key_Down);
            shown = QApplication::activePopupWidget();
            QVERIFY(shown);
        }
        QTest::qWait(1);
        const QString path =
            QDir(m_directory).filePath(u"editor-%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
        QVERIFY(shown->grab().save(path));
        if (state == 4)
            shown->close();
    }

    void quotes_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("rtl");
        QTest::addColumn<QString>("state");
        const QSize large(1440, 900);
        for (const char *state : {"quoted", "split", "outdated", "fresh", "refused", "keyless", "problems", "session"})
            QTest::newRow(state) << large << false << false << QString::fromLatin1(state);
        QTest::newRow("dark") << large << true << false << u"split"_s;
        QTest::newRow("rtl") << large << false << true << u"split"_s;
        QTest::newRow("small") << QSize(960, 600) << false << false << u"quoted"_s;
        QTest::newRow("small preview") << QSize(960, 600) << true << false << u"panel"_s;
        QTest::newRow("german") << large << false << false << u"german"_s;
    }
    void quotes()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        QFETCH(bool, rtl);
        QFETCH(QString, state);
        if (m_directory.isEmpty())
            QSKIP("TILLDECK_PICTURES names no directory");
        QLocale::setDefault(state == u"german"_s ? QLocale(u"de_DE"_s) : QLocale(u"en_GB"_s));
        QApplication::setLayoutDirection(rtl ? Qt::RightToLeft : Qt::LeftToRight);
        m_theme->setMode(dark ? ui::ThemeMode::Dark : ui::ThemeMode::Light);
        checkout::SessionDraft draft = test::chargeDraft();
        const bool fresh = state == u"fresh"_s;
        const bool split = state == u"split"_s;
        if (fresh)
            draft = {};
        if (split)
            draft.subMerchantId = u"sub_lagos"_s;
        if (state == u"session"_s)
            draft.productId = u"prod_course"_s;
        if (state == u"problems"_s) {
            draft.customer.email = u"ada@example"_s;
            draft.chargeAmount = test::amount(0, "NGN");
            draft.successUrl = u"kestrel/thanks"_s;
        }
        EditorBench bench(draft, fresh,
                          state == u"session"_s ? test::sessionCapabilities() : test::chargeCapabilities(), size);
        bench.now = test::sampleNow().addSecs(state == u"outdated"_s ? 400 : 12);
        if (state == u"refused"_s || state == u"keyless"_s) {
            bench.quoteError = checkout::Error(state == u"keyless"_s ? checkout::ErrorKind::Unauthorised
                                                                     : checkout::ErrorKind::Rejected,
                                               u"Fairlead did not quote this charge."_s);
            bench.quoteError->problems.emplace_back(checkout::Field::ChargeCurrency,
                                                    u"It cannot be paid in NGN here."_s);
        } else if (!fresh) {
            bench.quote = test::chargeQuote(split);
        }
        bench.refresh();
        bench.screen().setSavedText(u"Draft saved 14:31"_s);
        if (state == u"panel"_s)
            QTest::keyClick(&bench.screen(), Qt::Key_F9);
        QTest::qWait(1);
        QVERIFY(bench.screen().grab().save(
            QDir(m_directory).filePath(u"quote-%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag())))));
    }

private:
    QString m_directory;
    std::unique_ptr<ui::Theme> m_theme;
};

TILLDECK_TEST(EditorPictures)

} // namespace pictures_test

#include "tst_pictures.moc"
