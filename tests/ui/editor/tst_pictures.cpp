// SPDX-License-Identifier: GPL-3.0-or-later
// Grabs the screen into the directory that TILLDECK_PICTURES names, to be compared with the visual specification.
#include "editor_bench.h"
#include "support/runner.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QDir>
#include <QTest>

namespace pictures_test {

using namespace tilldeck;
using test::EditorBench;

class EditorPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
            draft.promotionCode = QStringLiteral("WINTER10");
            draft.expiresInHours = 721;
            draft.successUrl = QStringLiteral("kestrel/thanks");
            draft.customFields.emplace_back();
        }
        if (state == 3) {
            draft = {};
            draft.lineItems.emplace_back();
        }
        EditorBench bench(draft, state == 3, test::allCapabilities(), size);
        bench.screen().setSavedText(QStringLiteral("Draft saved 14:31"));
        if (state == 1) {
            providers::RequestText request;
            request.method = "POST";
            request.url = QUrl(QStringLiteral("https://api.paymentkit.com/api/acc_kestrel/checkout-sessions"));
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
            QTest::keyClick(bench.find<QComboBox>(QStringLiteral("Price")), Qt::Key_Down);
            shown = QApplication::activePopupWidget();
            QVERIFY(shown);
        }
        QTest::qWait(1);
        const QString path =
            QDir(m_directory)
                .filePath(QStringLiteral("editor-%1.png").arg(QString::fromLatin1(QTest::currentDataTag())));
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
        QTest::newRow("dark") << large << true << false << QStringLiteral("split");
        QTest::newRow("rtl") << large << false << true << QStringLiteral("split");
        QTest::newRow("small") << QSize(960, 600) << false << false << QStringLiteral("quoted");
        QTest::newRow("small preview") << QSize(960, 600) << true << false << QStringLiteral("panel");
        QTest::newRow("german") << large << false << false << QStringLiteral("german");
    }
    void quotes()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        QFETCH(bool, rtl);
        QFETCH(QString, state);
        if (m_directory.isEmpty())
            QSKIP("TILLDECK_PICTURES names no directory");
        QLocale::setDefault(state == QStringLiteral("german") ? QLocale(QStringLiteral("de_DE"))
                                                              : QLocale(QStringLiteral("en_GB")));
        QApplication::setLayoutDirection(rtl ? Qt::RightToLeft : Qt::LeftToRight);
        m_theme->setMode(dark ? ui::ThemeMode::Dark : ui::ThemeMode::Light);
        checkout::SessionDraft draft = test::chargeDraft();
        const bool fresh = state == QStringLiteral("fresh");
        const bool split = state == QStringLiteral("split");
        if (fresh)
            draft = {};
        if (split)
            draft.subMerchantId = QStringLiteral("sub_lagos");
        if (state == QStringLiteral("session"))
            draft.productId = QStringLiteral("prod_course");
        if (state == QStringLiteral("problems")) {
            draft.customer.email = QStringLiteral("ada@example");
            draft.chargeAmount = test::amount(0, "NGN");
            draft.successUrl = QStringLiteral("kestrel/thanks");
        }
        EditorBench bench(draft, fresh,
                          state == QStringLiteral("session") ? test::sessionCapabilities() : test::chargeCapabilities(),
                          size);
        bench.now = test::sampleNow().addSecs(state == QStringLiteral("outdated") ? 400 : 12);
        if (state == QStringLiteral("refused") || state == QStringLiteral("keyless")) {
            bench.quoteError = checkout::Error(state == QStringLiteral("keyless") ? checkout::ErrorKind::Unauthorised
                                                                                  : checkout::ErrorKind::Rejected,
                                               QStringLiteral("Fairlead did not quote this charge."));
            bench.quoteError->problems.emplace_back(checkout::Field::ChargeCurrency,
                                                    QStringLiteral("It cannot be paid in NGN here."));
        } else if (!fresh) {
            bench.quote = test::chargeQuote(split);
        }
        bench.refresh();
        bench.screen().setSavedText(QStringLiteral("Draft saved 14:31"));
        if (state == QStringLiteral("panel"))
            QTest::keyClick(&bench.screen(), Qt::Key_F9);
        QTest::qWait(1);
        QVERIFY(bench.screen().grab().save(
            QDir(m_directory)
                .filePath(QStringLiteral("quote-%1.png").arg(QString::fromLatin1(QTest::currentDataTag())))));
    }

private:
    QString m_directory;
    std::unique_ptr<ui::Theme> m_theme;
};

TILLDECK_TEST(EditorPictures)

} // namespace pictures_test

#include "tst_pictures.moc"
