// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"
#include "ui/activity/signature_dialog.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageAuthenticationCode>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTemporaryDir>

namespace signature_dialog_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;

namespace {

QString signatureOf(const QByteArray &body)
{
    return QString::fromLatin1(
        QMessageAuthenticationCode::hash(body, "whsec_Jefe7f3a", QCryptographicHash::Sha256).toHex());
}

} // namespace

class SignatureDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_dialog =
            std::make_unique<ui::SignatureDialog>([] { return QDateTime::fromSecsSinceEpoch(1'708'300'800, Qt::UTC); });
        m_dialog->setProvider(u"khaime"_s);
        m_dialog->open();
        m_dialog->findChild<QLineEdit *>(u"secret"_s)->setText(u"whsec_Jefe7f3a"_s);
    }
    void cleanup() { m_dialog.reset(); }

    void aPastedBodyKeepsItsBytes_data()
    {
        QTest::addColumn<QString>("body");
        QTest::newRow("no-break space") << u"{\"n\":\"12\u00a0EUR\"}"_s;
        QTest::newRow("line separator") << u"{\"n\":\"a\u2028b\"}"_s;
        QTest::newRow("both") << u"{\"n\":\"12\u00a0EUR\u2028b\"}"_s;
        QTest::newRow("paragraph separator") << u"{\"n\":\"a\u2029b\"}"_s;
        QTest::newRow("a lone CR") << u"{\r\"n\":1}"_s;
        QTest::newRow("CRLF and LF") << u"{\r\n\"n\":1\n}\r\n"_s;
        QTest::newRow("a tab") << u"{\t\"n\":1}"_s;
        QTest::newRow("letters beyond the plane") << u"{\"n\":\"Zoë 😀\"}"_s;
    }
    void aPastedBodyKeepsItsBytes()
    {
        QFETCH(QString, body);
        box()->setFocus();
        paste(body);
        QVERIFY2(verdict(body.toUtf8()).contains(u"is right"_s), qPrintable(verdict(body.toUtf8())));
        // What is pasted over the whole of it counts in its place.
        box()->selectAll();
        paste(u"{\r}"_s);
        QVERIFY(verdict("{\r}").contains(u"is right"_s));
        // And where something is typed, everything else stays, but for the ends of lines.
        box()->selectAll();
        paste(u"{\"n\":\"12\u00a0EUR\u2028b\"}"_s);
        box()->moveCursor(QTextCursor::End);
        QTest::keyClicks(box(), u" "_s);
        QVERIFY(verdict(u"{\"n\":\"12\u00a0EUR\u2028b\"} "_s.toUtf8()).contains(u"is right"_s));
    }

    void changedLineEndsAreSaid()
    {
        paste(u"{\r\n}"_s);
        QVERIFY(!shown(u"LF"_s));
        box()->moveCursor(QTextCursor::End);
        QTest::keyClicks(box(), u"x"_s);
        QVERIFY(shown(u"LF"_s));
        QVERIFY(verdict("{\n}x").contains(u"is right"_s));
        QTest::keyClick(box(), Qt::Key_Backspace);
        QVERIFY(!shown(u"LF"_s));
        QVERIFY(verdict("{\r\n}").contains(u"is right"_s));
    }

    void aFileIsCheckedByteForByte()
    {
        QTemporaryDir dir;
        const QByteArray bytes = "\xef\xbb\xbf{\"n\":\"Zo\xeb\"}\r\r\n";
        const QString path = write(dir, u"event.json"_s, bytes);
        m_dialog->findChild<ui::Button *>(u"openBody"_s)->click();
        auto *chooser = m_dialog->findChild<QFileDialog *>();
        QVERIFY(chooser);
        emit chooser->fileSelected(path);
        QVERIFY(shown(u"event.json"_s));
        QVERIFY(verdict(bytes).contains(u"is right"_s));
        // The bytes are those that were opened, not what the text of the box would be.
        QVERIFY(!verdict(QString::fromUtf8(bytes).toUtf8()).contains(u"is right"_s));
        // A file that is pasted or dropped is opened, too.
        pasteFile(write(dir, u"other.json"_s, "{\r}"));
        QVERIFY(shown(u"other.json"_s));
        QVERIFY(verdict("{\r}").contains(u"is right"_s));
    }

    void aFileThatCannotBeOpenedIsSaid()
    {
        QTemporaryDir dir;
        paste(u"{}"_s);
        for (const QString &path :
             {dir.filePath(u"missing.json"_s), write(dir, u"large.json"_s, QByteArray(300 * 1024, ' '))}) {
            pasteFile(path);
            QVERIFY(message()->isVisible());
            QVERIFY2(message()->text().contains(path.contains(u"large"_s) ? u"256"_s : u"missing.json"_s),
                     qPrintable(message()->text()));
            QVERIFY(verdict("{}").contains(u"is right"_s)); // What stood there is still there.
        }
    }

    void severalSignaturesAreRemarkedOn()
    {
        paste(u"{}"_s);
        m_dialog->findChild<QLineEdit *>(u"signature"_s)
            ->setText(u"%1,%2"_s.arg(signatureOf("{}"), signatureOf("other")));
        m_dialog->findChild<ui::Button *>(u"check"_s)->click();
        QVERIFY(message()->text().contains(u"is right"_s));
        QVERIFY2(message()->text().contains(u"does not fit"_s), qPrintable(message()->text()));
    }

    void asAPicture()
    {
        const QString folder = qEnvironmentVariable("TILLDECK_PICTURES");
        if (folder.isEmpty())
            QSKIP("no folder");
        paste(u"{\n  \"id\": \"evt_1\",\n  \"amount\": 10\n}\n"_s);
        (void)verdict("{\"id\":\"evt_1\",\"amount\":10.0}");
        QVERIFY(m_dialog->grab().save(folder + u"/signature-dialog.png"_s));
    }

private:
    QPlainTextEdit *box() const { return m_dialog->findChild<QPlainTextEdit *>(u"body"_s); }
    ui::InlineMessage *message() const { return m_dialog->findChild<ui::InlineMessage *>(u"verdict"_s); }
    void paste(const QString &text) const
    {
        QGuiApplication::clipboard()->setText(text);
        box()->paste();
    }
    void pasteFile(const QString &path) const
    {
        auto *file = new QMimeData;
        file->setUrls({QUrl::fromLocalFile(path)});
        QGuiApplication::clipboard()->setMimeData(file);
        box()->paste();
    }
    /// Returns what is said of the body in the box and the signature of @p sent.
    QString verdict(const QByteArray &sent) const
    {
        m_dialog->findChild<QLineEdit *>(u"signature"_s)->setText(signatureOf(sent));
        m_dialog->findChild<ui::Button *>(u"check"_s)->click();
        return message()->text();
    }
    bool shown(const QString &text) const
    {
        const auto labels = m_dialog->findChildren<QWidget *>();
        return std::ranges::any_of(labels, [&](const QWidget *widget) {
            return widget->isVisible() &&
                   (widget->property("text").toString().contains(text) || widget->accessibleName().contains(text));
        });
    }
    static QString write(const QTemporaryDir &dir, const QString &name, const QByteArray &bytes)
    {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }

    std::unique_ptr<ui::SignatureDialog> m_dialog;
};

TILLDECK_TEST(SignatureDialogTest)

} // namespace signature_dialog_test

#include "tst_signature_dialog.moc"
