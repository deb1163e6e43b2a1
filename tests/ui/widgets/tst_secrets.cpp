// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"
#include "ui/sessions/url_field.h"
#include "ui/widgets/masked_field.h"
#include "ui/widgets/secret_clipboard.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace secrets_test {

using namespace tilldeck::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class SecretsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QApplication::clipboard()->clear(); }

    void clipboardManagersAreToldThatItIsASecret()
    {
        SecretClipboard keeper(QApplication::clipboard());
        keeper.copy(m_token);
        QCOMPARE(QApplication::clipboard()->text(), m_token);
        QCOMPARE(QApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
    }
    void clipboardIsClearedAfterAWhile()
    {
        SecretClipboard keeper(QApplication::clipboard(), nullptr, 20ms);
        keeper.copy(m_token);
        QTRY_COMPARE(QApplication::clipboard()->text(), QString());
    }
    void clipboardKeepsWhatTheMerchantCopiedSince()
    {
        SecretClipboard keeper(QApplication::clipboard(), nullptr, 20ms);
        QSignalSpy ended(&keeper, &SecretClipboard::ended);
        keeper.copy(m_token);
        QApplication::clipboard()->setText(u"a note"_s);
        QTRY_VERIFY(!ended.isEmpty());
        QTest::qWait(0);
        QCOMPARE(QApplication::clipboard()->text(), u"a note"_s);
    }
    void aClipboardThatIsNotEmptiedIsSaid()
    {
        SecretClipboard keeper(QApplication::clipboard(), nullptr, 20ms);
        MaskedField field(u"Secure token"_s, &keeper);
        field.setSecret(m_token);
        field.show();
        QSignalSpy ended(&keeper, &SecretClipboard::ended), refused(&keeper, &SecretClipboard::refused);
        // A clipboard manager that fills what was emptied.
        bool fills = true;
        connect(QApplication::clipboard(), &QClipboard::dataChanged, &keeper, [&] {
            if (fills && QApplication::clipboard()->text().isEmpty())
                QApplication::clipboard()->setText(m_token);
        });
        field.copy();
        QVERIFY(refused.wait());
        QVERIFY2(field.hintText().contains(u"still in the clipboard"_s), qPrintable(field.hintText()));
        QVERIFY(ended.isEmpty());
        // It is tried again when the window has the focus again, and what is told follows.
        fills = false;
        emit qApp->applicationStateChanged(Qt::ApplicationActive);
        QVERIFY(ended.wait());
        QCOMPARE(QApplication::clipboard()->text(), QString());
        QVERIFY2(!field.hintText().contains(u"still"_s), qPrintable(field.hintText()));
    }
    void whatIsCopiedSinceIsNoRefusal()
    {
        SecretClipboard keeper(QApplication::clipboard(), nullptr, 20ms);
        QSignalSpy ended(&keeper, &SecretClipboard::ended), refused(&keeper, &SecretClipboard::refused);
        keeper.copy(m_token);
        QTRY_COMPARE(QApplication::clipboard()->text(), QString());
        QApplication::clipboard()->setText(u"a note"_s);
        QVERIFY(ended.wait());
        QVERIFY(refused.isEmpty());
        QCOMPARE(QApplication::clipboard()->text(), u"a note"_s);
    }
    void clipboardIsClearedOnQuitOnlyIfUnchanged()
    {
        {
            SecretClipboard keeper(QApplication::clipboard());
            keeper.copy(m_token);
        }
        QCOMPARE(QApplication::clipboard()->text(), QString());
        {
            SecretClipboard keeper(QApplication::clipboard());
            keeper.copy(m_token);
            QApplication::clipboard()->setText(u"a note"_s);
        }
        QCOMPARE(QApplication::clipboard()->text(), u"a note"_s);
    }

    void maskedFieldShowsTheLastFourOnly()
    {
        SecretClipboard keeper(QApplication::clipboard());
        MaskedField field(u"Secure token"_s, &keeper);
        field.setSecret(m_token);
        QVERIFY(field.visibleText().endsWith(u"k4Zp"_s));
        QVERIFY(!field.visibleText().contains(m_token.left(4)));
        // Nor where a screen reader or a tooltip could leak it.
        for (const auto *child : field.findChildren<QWidget *>())
            QVERIFY(!child->accessibleName().contains(m_token) && !child->toolTip().contains(m_token));
        field.setSecret(u"abcd1234"_s);
        QVERIFY(!field.visibleText().contains(u"1234"_s)); // too much of a short one
    }
    void maskedFieldRevealsAndHidesAgain()
    {
        SecretClipboard keeper(QApplication::clipboard());
        MaskedField field(u"Secure token"_s, &keeper, nullptr, 1s);
        field.setSecret(m_token);
        field.show();
        QTest::mouseClick(field.findChildren<QToolButton *>().at(0), Qt::LeftButton);
        QCOMPARE(field.visibleText(), m_token);
        QVERIFY(field.hintText().contains(u"Hides in 1 s"_s));
        QTRY_VERIFY(!field.isRevealed());
        QVERIFY(!field.visibleText().contains(m_token));
        field.setRevealed(true);
        field.hide(); // another page
        QVERIFY(!field.isRevealed());
    }
    void maskedFieldSaysThatItCopied()
    {
        SecretClipboard keeper(QApplication::clipboard());
        MaskedField field(u"Secure token"_s, &keeper);
        field.setSecret(m_token);
        QTest::mouseClick(field.findChildren<QToolButton *>().at(1), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), m_token);
        QCOMPARE(field.hintText(), u"Copied. Clipboard clears in 30 s"_s);
        QApplication::clipboard()->clear();
        field.setCopyDisabled(u"The session has expired."_s);
        QTest::mouseClick(field.findChildren<QToolButton *>().at(1), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), QString());
        QCOMPARE(field.hintText(), u"The session has expired."_s);
    }

    void urlFieldMasksTheTokenInIt()
    {
        UrlField field(u"Checkout URL"_s);
        const QString url = u"https://checkout.example/pay/%1?x={CHECKOUT_SESSION_ID}"_s.arg(m_token);
        field.setUrl(url, m_token);
        QCOMPARE(field.visibleText(), u"checkout.example/pay/••••k4Zp?x={CHECKOUT_SESSION_ID}"_s);
        QCOMPARE(field.url(), url); // raw, for copying and opening
    }

private:
    const QString m_token = u"9vR2mQx8Lw3TzB5nYp0cH6sJu7Ck4Zp"_s;
};
TILLDECK_TEST(SecretsTest)

} // namespace secrets_test

#include "tst_secrets.moc"
