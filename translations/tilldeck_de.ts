<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New session</source>
        <translation>&amp;Neue Sitzung</translation>
    </message>
    <message>
        <source>&amp;Save draft</source>
        <translation>Entwurf &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Create session</source>
        <translation>Sitzung &amp;erstellen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Checkout &amp;sessions</source>
        <translation>Checkout-&amp;Sitzungen</translation>
    </message>
    <message>
        <source>&amp;Transactions</source>
        <translation>&amp;Transaktionen</translation>
    </message>
    <message>
        <source>&amp;Accounts</source>
        <translation>&amp;Konten</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Right &amp;panel</source>
        <translation>&amp;Rechter Bereich</translation>
    </message>
    <message>
        <source>Side&amp;bar</source>
        <translation>Seiten&amp;leiste</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>&amp;Duplicate…</source>
        <translation>&amp;Duplizieren…</translation>
    </message>
    <message>
        <source>Copy checkout &amp;URL</source>
        <translation>Checkout-&amp;URL kopieren</translation>
    </message>
    <message>
        <source>Copy secure &amp;token</source>
        <translation>Secure-&amp;Token kopieren</translation>
    </message>
    <message>
        <source>Copy session &amp;ID</source>
        <translation>Sitzungs-&amp;ID kopieren</translation>
    </message>
    <message>
        <source>&amp;Open checkout URL</source>
        <translation>Checkout-URL &amp;öffnen</translation>
    </message>
    <message>
        <source>Show &amp;QR code</source>
        <translation>&amp;QR-Code zeigen</translation>
    </message>
    <message>
        <source>&amp;Reveal token</source>
        <translation>Token &amp;aufdecken</translation>
    </message>
    <message>
        <source>Copy &amp;transaction ID</source>
        <translation>&amp;Transaktions-ID kopieren</translation>
    </message>
    <message>
        <source>Show its &amp;session</source>
        <translation>&amp;Sitzung dazu zeigen</translation>
    </message>
    <message>
        <source>&amp;Connect an account…</source>
        <translation>Konto &amp;verbinden…</translation>
    </message>
    <message>
        <source>&amp;About Tilldeck</source>
        <translation>Ü&amp;ber Tilldeck</translation>
    </message>
    <message>
        <source>A&amp;ctivity</source>
        <translation>Akti&amp;vität</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>Überbli&amp;ck</translation>
    </message>
    <message>
        <source>Pro&amp;motions</source>
        <translation>Ra&amp;batte</translation>
    </message>
    <message>
        <source>Catalo&amp;g</source>
        <translation>Katal&amp;og</translation>
    </message>
    <message>
        <source>Trac&amp;k a session…</source>
        <translation>Sitzung &amp;verfolgen…</translation>
    </message>
    <message>
        <source>&amp;Export sessions…</source>
        <translation>Sitzungen &amp;exportieren…</translation>
    </message>
    <message>
        <source>&amp;Data on this computer…</source>
        <translation>&amp;Daten auf diesem Computer…</translation>
    </message>
    <message>
        <source>Copy e-&amp;mail text</source>
        <translation>E-&amp;Mail-Text kopieren</translation>
    </message>
    <message>
        <source>Copy Markdown &amp;link</source>
        <translation>Markdown-&amp;Link kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;HTML payment button</source>
        <translation>&amp;HTML-Schaltfläche kopieren</translation>
    </message>
    <message>
        <source>Check &amp;now</source>
        <translation>&amp;Jetzt prüfen</translation>
    </message>
    <message>
        <source>E&amp;xpire now…</source>
        <translation>Jetzt &amp;beenden…</translation>
    </message>
    <message>
        <source>Show its &amp;payments</source>
        <translation>&amp;Zahlungen dazu zeigen</translation>
    </message>
    <message>
        <source>&amp;Refund…</source>
        <translation>&amp;Erstatten…</translation>
    </message>
    <message>
        <source>&amp;Export payments…</source>
        <translation>&amp;Zahlungen exportieren…</translation>
    </message>
    <message>
        <source>New promotion &amp;code or coupon</source>
        <translation>Neuer Rabatt&amp;code oder Gutschein</translation>
    </message>
    <message>
        <source>Use pro&amp;motion in a new session</source>
        <translation>Raba&amp;tt in neuer Sitzung verwenden</translation>
    </message>
    <message>
        <source>&amp;Switch promotion off…</source>
        <translation>Rabatt &amp;abschalten…</translation>
    </message>
    <message>
        <source>&amp;Use in a new session</source>
        <translation>In neuer Sitzung &amp;verwenden</translation>
    </message>
    <message>
        <source>New &amp;route…</source>
        <translation>Neuer &amp;Zahlungsweg…</translation>
    </message>
    <message>
        <source>&amp;Edit route…</source>
        <translation>Zahlungsweg &amp;bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Update key…</source>
        <translation>&amp;Schlüssel erneuern…</translation>
    </message>
    <message>
        <source>&amp;Edit account…</source>
        <translation>Konto &amp;bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Remove account…</source>
        <translation>Konto &amp;entfernen…</translation>
    </message>
    <message>
        <source>Open the sandbox or connect an account first.</source>
        <translation>Öffnen Sie zuerst die Sandbox, oder verbinden Sie ein Konto.</translation>
    </message>
    <message>
        <source>Not while a session is being created, and not before there is an account.</source>
        <translation>Nicht, während eine Sitzung erstellt wird, und nicht, bevor es ein Konto gibt.</translation>
    </message>
    <message>
        <source>Open a draft or begin a new session, and fill in what is marked.</source>
        <translation>Öffnen Sie einen Entwurf oder beginnen Sie eine neue Sitzung, und füllen Sie aus, was markiert ist.</translation>
    </message>
    <message>
        <source>This page has none.</source>
        <translation>Diese Seite hat so etwas nicht.</translation>
    </message>
    <message>
        <source>Show the page Checkout sessions first.</source>
        <translation>Zeigen Sie zuerst die Seite Checkout-Sitzungen.</translation>
    </message>
    <message>
        <source>Choose a payment on the page Transactions first.</source>
        <translation>Wählen Sie zuerst eine Zahlung auf der Seite Transaktionen.</translation>
    </message>
    <message>
        <source>Choose a session on the page Checkout sessions that this can be done with.</source>
        <translation>Wählen Sie auf der Seite Checkout-Sitzungen eine Sitzung, mit der das geht.</translation>
    </message>
    <message>
        <source>&amp;Open draft</source>
        <translation>Entwurf &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Delete draft…</source>
        <translation>Entwurf &amp;löschen…</translation>
    </message>
    <message>
        <source>Show re&amp;quests</source>
        <translation>An&amp;fragen zeigen</translation>
    </message>
    <message>
        <source>Check a &amp;webhook signature…</source>
        <translation>&amp;Webhook-Signatur prüfen…</translation>
    </message>
    <message>
        <source>Copy &amp;JSON</source>
        <translation>JSO&amp;N kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;curl request</source>
        <translation>&amp;curl-Anfrage kopieren</translation>
    </message>
    <message>
        <source>Nothing is created for now. Help › Data on this computer says why.</source>
        <translation>Im Moment wird nichts erstellt. Hilfe › Daten auf diesem Computer sagt, warum.</translation>
    </message>
    <message>
        <source>Import &amp;sessions…</source>
        <translation>Sitzungen i&amp;mportieren…</translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Erstattet</translation>
    </message>
    <message>
        <source>Part refunded</source>
        <translation>Teils erstattet</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Wird erstellt…</translation>
    </message>
    <message>
        <source>Refund asked for</source>
        <translation>Erstattung angefordert</translation>
    </message>
    <message>
        <source>Refund unknown</source>
        <translation>Erstattung unklar</translation>
    </message>
    <message>
        <source>Refunding…</source>
        <translation>Wird erstattet…</translation>
    </message>
</context>
<context>
    <name>DraftDocument</name>
    <message>
        <source>“%1” is given twice. Keep one of them.</source>
        <translation>„%1“ steht zweimal da. Behalten Sie eines davon.</translation>
    </message>
    <message>
        <source>“%1” is not known in a draft document. Remove it or correct its name.</source>
        <translation>„%1“ gibt es in einem Entwurfsdokument nicht. Entfernen Sie es oder berichtigen Sie den Namen.</translation>
    </message>
    <message>
        <source>“%1” must be a text in quotation marks.</source>
        <translation>„%1“ muss ein Text in Anführungszeichen sein.</translation>
    </message>
    <message>
        <source>“%1” must be a whole number, written without a decimal point.</source>
        <translation>„%1“ muss eine ganze Zahl ohne Dezimalpunkt sein.</translation>
    </message>
    <message>
        <source>“%1” is too large: %2.</source>
        <translation>„%1“ ist zu groß: %2.</translation>
    </message>
    <message>
        <source>This draft document has another version. This program reads “tilldeck_draft”: 1.</source>
        <translation>Dieses Entwurfsdokument hat eine andere Version. Dieses Programm liest „tilldeck_draft“: 1.</translation>
    </message>
    <message>
        <source>This is not a draft document: “tilldeck_draft”: 1 is missing.</source>
        <translation>Das ist kein Entwurfsdokument: „tilldeck_draft“: 1 fehlt.</translation>
    </message>
    <message>
        <source>“customer” must be an object with id, email or name.</source>
        <translation>„customer“ muss ein Objekt mit id, email oder name sein.</translation>
    </message>
    <message>
        <source>“%1” must be an object of names and values.</source>
        <translation>„%1“ muss ein Objekt aus Namen und Werten sein.</translation>
    </message>
    <message>
        <source>“cascade” must be a list of tiers.</source>
        <translation>„cascade“ muss eine Liste von Stufen sein.</translation>
    </message>
    <message>
        <source>A draft document must be a JSON object.</source>
        <translation>Ein Entwurfsdokument muss ein JSON-Objekt sein.</translation>
    </message>
    <message>
        <source>“%1” must be an object with %2 in minor units and %3.</source>
        <translation>„%1“ muss ein Objekt mit %2 in kleinsten Einheiten und %3 sein.</translation>
    </message>
    <message>
        <source>“charge_amount” needs a “charge_currency” or a “pricing”.</source>
        <translation>„charge_amount“ braucht „charge_currency“ oder „pricing“.</translation>
    </message>
    <message>
        <source>“%1” must be a text, a number, or true or false.</source>
        <translation>„%1“ muss ein Text, eine Zahl oder true oder false sein.</translation>
    </message>
    <message>
        <source>The number in “%1” is too large.</source>
        <translation>Die Zahl in „%1“ ist zu groß.</translation>
    </message>
    <message>
        <source>This is not UTF-8: line %1, column %2 is no text.</source>
        <translation>Das ist kein UTF-8: Zeile %1, Spalte %2 ist kein Text.</translation>
    </message>
    <message>
        <source>This is not JSON: it stops making sense in line %1, column %2.</source>
        <translation>Das ist kein JSON: Ab Zeile %1, Spalte %2 ergibt es keinen Sinn.</translation>
    </message>
    <message>
        <source>“%1” must be a list.</source>
        <translation>„%1“ muss eine Liste sein.</translation>
    </message>
    <message>
        <source>“%1” must be an object with price_id and quantity.</source>
        <translation>„%1“ muss ein Objekt mit price_id und quantity sein.</translation>
    </message>
    <message>
        <source>“%1” has a currency but no “amount”.</source>
        <translation>„%1“ hat eine Währung, aber kein „amount“.</translation>
    </message>
    <message>
        <source>“%1” has an amount but no “currency”.</source>
        <translation>„%1“ hat einen Betrag, aber kein „currency“.</translation>
    </message>
    <message>
        <source>“%1” must be an object with line_items and processor_route_id.</source>
        <translation>„%1“ muss ein Objekt mit line_items und processor_route_id sein.</translation>
    </message>
    <message>
        <source>“%1” is not known in a draft document. Is “%2” meant?</source>
        <translation>„%1“ ist in einem Entwurfsdokument unbekannt. Ist „%2“ gemeint?</translation>
    </message>
    <message>
        <source>This is text in %1. Save it as UTF-8.</source>
        <translation>Das ist Text in %1. Speichern Sie ihn als UTF-8.</translation>
    </message>
    <message>
        <source>“%1” is not a currency. Write the three letters of one in “%2”, for example EUR.</source>
        <translation>„%1“ ist keine Währung. Schreiben Sie in „%2“ die drei Buchstaben einer Währung, zum Beispiel EUR.</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Tilldeck ended before the provider&apos;s answer arrived.</source>
        <translation>Tilldeck wurde beendet, bevor die Antwort des Anbieters kam.</translation>
    </message>
    <message>
        <source>%1 was written by a newer Tilldeck. Update this program before you create a session.</source>
        <translation>%1 wurde von einem neueren Tilldeck geschrieben. Aktualisieren Sie dieses Programm, bevor Sie eine Sitzung erstellen.</translation>
    </message>
    <message>
        <source>The journal does not know this creation. Check with the provider whether the session exists.</source>
        <translation>Das Journal kennt diese Erstellung nicht. Prüfen Sie beim Anbieter, ob es die Sitzung gibt.</translation>
    </message>
    <message>
        <source>This session was found at the provider in the meantime. Look for it in the sessions list before you create another.</source>
        <translation>Diese Sitzung wurde inzwischen beim Anbieter gefunden. Suchen Sie sie in der Sitzungsliste, bevor Sie eine weitere erstellen.</translation>
    </message>
    <message>
        <source>The customer paid in %1. Enter the amount in %1.</source>
        <translation>Der Kunde hat in %1 bezahlt. Geben Sie den Betrag in %1 ein.</translation>
    </message>
    <message>
        <source>Enter an amount above zero.</source>
        <translation>Geben Sie einen Betrag über null ein.</translation>
    </message>
    <message>
        <source>Nothing of this payment can be given back: all of it was given back already, or is under way.</source>
        <translation>Von dieser Zahlung kann nichts erstattet werden: Alles ist schon erstattet oder unterwegs.</translation>
    </message>
    <message>
        <source>Only %1 of this payment can still be given back. Enter that or less.</source>
        <translation>Von dieser Zahlung können nur noch %1 erstattet werden. Geben Sie höchstens das ein.</translation>
    </message>
    <message>
        <source>This refund was confirmed in the meantime. Look at the payment before you give more back.</source>
        <translation>Diese Erstattung wurde inzwischen bestätigt. Sehen Sie die Zahlung an, bevor Sie mehr erstatten.</translation>
    </message>
    <message>
        <source>There is no refund with this ID in this account. Copy the ID from the payment that it was to be made of.</source>
        <translation>In diesem Konto gibt es keine Erstattung mit dieser ID. Kopieren Sie die ID aus der Zahlung, die erstattet werden sollte.</translation>
    </message>
    <message>
        <source>There is no creation with this ID in this account. Copy the ID from the list of sessions.</source>
        <translation>In diesem Konto gibt es keine Erstellung mit dieser ID. Kopieren Sie die ID aus der Liste der Sitzungen.</translation>
    </message>
    <message>
        <source>This refund is still under way. Wait for its answer.</source>
        <translation>Diese Erstattung ist noch unterwegs. Warten Sie die Antwort ab.</translation>
    </message>
    <message>
        <source>This session is still being created. Wait for the answer.</source>
        <translation>Diese Sitzung wird noch erstellt. Warten Sie die Antwort ab.</translation>
    </message>
    <message>
        <source>The provider has refused this refund, so nothing is left to decide.</source>
        <translation>Der Anbieter hat diese Erstattung abgelehnt; es gibt nichts mehr zu entscheiden.</translation>
    </message>
    <message>
        <source>The provider has refused this session, so nothing is left to decide.</source>
        <translation>Der Anbieter hat diese Sitzung abgelehnt; es gibt nichts mehr zu entscheiden.</translation>
    </message>
    <message>
        <source>The provider has answered about this refund in the meantime. Look at the payment before you give more back.</source>
        <translation>Der Anbieter hat inzwischen zu dieser Erstattung geantwortet. Sehen Sie sich die Zahlung an, bevor Sie mehr erstatten.</translation>
    </message>
    <message>
        <source>This session was created as %1. Look it up before you create another.</source>
        <translation>Diese Sitzung wurde als %1 erstellt. Schlagen Sie sie nach, bevor Sie eine weitere erstellen.</translation>
    </message>
    <message>
        <source>This creation was closed as not created. Create it anew.</source>
        <translation>Diese Erstellung wurde als nicht erstellt geschlossen. Erstellen Sie sie neu.</translation>
    </message>
    <message>
        <source>%1 is damaged. Do not delete it: it says which creations and refunds may have reached a provider. Put it back from a backup, or decide to go on with what can be read of it; the damaged file is kept.</source>
        <translation>%1 ist beschädigt. Löschen Sie die Datei nicht: Darin steht, welche Erstellungen und Erstattungen einen Anbieter erreicht haben können. Legen Sie sie aus einer Sicherung zurück oder entscheiden Sie, mit dem fortzufahren, was davon lesbar ist; die beschädigte Datei bleibt erhalten.</translation>
    </message>
    <message>
        <source>This is under way at this moment. Wait for the answer.</source>
        <translation>Das läuft in diesem Moment. Warten Sie auf die Antwort.</translation>
    </message>
    <message>
        <source>This was confirmed in the meantime. Look at the provider&apos;s list before you do it again.</source>
        <translation>Das wurde inzwischen bestätigt. Sehen Sie in der Liste des Anbieters nach, bevor Sie es noch einmal tun.</translation>
    </message>
    <message>
        <source>This was not made, so nothing is left to decide.</source>
        <translation>Das wurde nicht ausgeführt, also ist nichts mehr zu entscheiden.</translation>
    </message>
    <message>
        <source>There are no promotion codes with this ID in this account.</source>
        <translation>In diesem Konto gibt es keine Rabattcodes mit dieser ID.</translation>
    </message>
    <message>
        <source>These promotion codes are being made at this moment. Wait until that has ended.</source>
        <translation>Diese Rabattcodes werden gerade erstellt. Warten Sie, bis das beendet ist.</translation>
    </message>
    <message>
        <source>Another program has sent this promotion code in the meantime.</source>
        <translation>Ein anderes Programm hat diesen Rabattcode inzwischen gesendet.</translation>
    </message>
    <message>
        <source>Nothing with this ID was sent by this account.</source>
        <translation>Dieses Konto hat nichts mit dieser ID gesendet.</translation>
    </message>
    <message>
        <source>The same was sent before, and whether it was made is not known. Look it up before you make another: otherwise there may be two of them.</source>
        <translation>Dasselbe wurde schon gesendet, und ob es erstellt wurde, ist nicht bekannt. Sehen Sie nach, bevor Sie es noch einmal erstellen: Sonst gibt es womöglich zwei davon.</translation>
    </message>
    <message>
        <source>The same refund was sent before.</source>
        <translation>Dieselbe Erstattung wurde schon gesendet.</translation>
    </message>
    <message>
        <source>What became of this refund became known in the meantime.</source>
        <translation>Was aus dieser Erstattung wurde, ist inzwischen bekannt geworden.</translation>
    </message>
    <message>
        <source>The refund “%1” at the provider is another one that was sent from here.</source>
        <translation>Die Erstattung „%1“ beim Anbieter ist eine andere, die von hier gesendet wurde.</translation>
    </message>
    <message>
        <source>%1 is being replaced by what can be read of it.</source>
        <translation>%1 wird gerade durch das ersetzt, was davon lesbar ist.</translation>
    </message>
    <message>
        <source>This refund was closed as not given back. Refund the payment anew.</source>
        <translation>Diese Erstattung wurde als nicht erstattet abgeschlossen. Erstatten Sie die Zahlung neu.</translation>
    </message>
    <message>
        <source>The provider has taken this refund. Look it up instead.</source>
        <translation>Der Anbieter hat diese Erstattung angenommen. Sehen Sie stattdessen nach.</translation>
    </message>
    <message>
        <source>The same amount of this payment was refunded once more since, so the customer could get it twice.</source>
        <translation>Von dieser Zahlung wurde seitdem derselbe Betrag noch einmal erstattet; der Kunde könnte ihn doppelt bekommen.</translation>
    </message>
    <message>
        <source>It was sent with another key, and nothing says that the provider remembers it for this one: it could be made once more.</source>
        <translation>Das wurde mit einem anderen Schlüssel gesendet, und nichts besagt, dass der Anbieter es auch unter diesem noch kennt: Es könnte ein zweites Mal ausgeführt werden.</translation>
    </message>
    <message>
        <source>Something was begun with this account in the meantime. Look at it first.</source>
        <translation>Mit diesem Konto wurde in der Zwischenzeit etwas begonnen. Sehen Sie sich das zuerst an.</translation>
    </message>
    <message>
        <source>This refund was or may have been closed as not given back before, so its key may stand for one that failed, and the money could be given back twice. Look it up instead.</source>
        <translation>Diese Erstattung wurde schon einmal als nicht erstattet geschlossen, oder vielleicht wurde sie es. Ihr Schlüssel kann also für eine stehen, die fehlgeschlagen ist, und das Geld könnte doppelt erstattet werden. Fragen Sie stattdessen nach.</translation>
    </message>
    <message>
        <source>This creation was closed as not created before, so another one may have been made in its place. Look it up instead.</source>
        <translation>Diese Erstellung wurde schon einmal als nicht erstellt geschlossen, es kann also eine andere an ihrer Stelle geben. Sehen Sie stattdessen nach.</translation>
    </message>
    <message>
        <source>There is no import with this ID in this account. Copy the ID from the list of imports.</source>
        <translation>Zu dieser ID gibt es in diesem Konto keinen Import. Kopieren Sie die ID aus der Liste der Importe.</translation>
    </message>
    <message>
        <source>This import runs at this moment. Wait until it has ended, or stop it there.</source>
        <translation>Dieser Import läuft gerade. Warten Sie, bis er zu Ende ist, oder halten Sie ihn dort an.</translation>
    </message>
    <message>
        <source>Another program has sent this row in the meantime.</source>
        <translation>Ein anderes Programm hat diese Zeile inzwischen gesendet.</translation>
    </message>
</context>
<context>
    <name>JsonForm</name>
    <message>
        <source>spaces and line breaks</source>
        <translation>Leerzeichen und Zeilenumbrüche</translation>
    </message>
    <message>
        <source>the order of its names</source>
        <translation>die Reihenfolge seiner Namen</translation>
    </message>
    <message>
        <source>how characters are escaped</source>
        <translation>wie Zeichen maskiert sind</translation>
    </message>
    <message>
        <source>how numbers are written</source>
        <translation>wie Zahlen geschrieben sind</translation>
    </message>
    <message>
        <source>it was read in the wrong encoding (�)</source>
        <translation>er wurde in der falschen Kodierung gelesen (�)</translation>
    </message>
    <message>
        <source>it has line breaks</source>
        <translation>er hat Zeilenumbrüche</translation>
    </message>
    <message>
        <source>its names stand in the order of the alphabet</source>
        <translation>seine Namen stehen in der Reihenfolge des Alphabets</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>Another program is using %1. Close it, then try again.</source>
        <translation>Ein anderes Programm benutzt %1. Schließen Sie es und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The disk is full, so %1 could not be written. Make room, then try again.</source>
        <translation>Der Datenträger ist voll, daher konnte %1 nicht geschrieben werden. Schaffen Sie Platz und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>%1 could not be read or written. Try again.</source>
        <translation>%1 konnte nicht gelesen oder geschrieben werden. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 was moved, deleted or replaced while this program was running. Start the program again.</source>
        <translation>%1 wurde verschoben, gelöscht oder ersetzt, während dieses Programm lief. Starten Sie das Programm neu.</translation>
    </message>
    <message>
        <source>%1 is a folder, and a file is needed there. Give it another name.</source>
        <translation>%1 ist ein Ordner, dort muss aber eine Datei liegen. Geben Sie ihm einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 is a link to %2, which is not there. Bring that file back, or put a backup in the place of the link.</source>
        <translation>%1 ist eine Verknüpfung mit %2, und diese Datei fehlt. Stellen Sie sie wieder her, oder legen Sie eine Sicherung an die Stelle der Verknüpfung.</translation>
    </message>
    <message>
        <source>%1 cannot be opened for writing. Check who owns it and its folder, or start Tilldeck with TILLDECK_DATA_DIR set to another folder.</source>
        <translation>%1 lässt sich nicht zum Schreiben öffnen. Prüfen Sie, wem die Datei und ihr Ordner gehören, oder starten Sie Tilldeck mit einem anderen Ordner in TILLDECK_DATA_DIR.</translation>
    </message>
    <message>
        <source>Tilldeck can be started with TILLDECK_DATA_DIR set to another folder, but sessions and refunds without an answer are not known there, and what was sent from here could be made a second time.</source>
        <translation>Tilldeck lässt sich mit TILLDECK_DATA_DIR auf einem anderen Ordner starten, aber dort sind Sitzungen und Erstattungen ohne Antwort nicht bekannt, und was von hier gesendet wurde, könnte ein zweites Mal ausgeführt werden.</translation>
    </message>
    <message>
        <source>%1 cannot be opened for writing. Check who owns it and its folder. %2</source>
        <comment>path, what another folder would mean</comment>
        <translation>%1 lässt sich nicht zum Schreiben öffnen. Prüfen Sie, wem die Datei und ihr Ordner gehören. %2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written. Check who owns it. %2</source>
        <comment>path, what another folder would mean</comment>
        <translation>In den Ordner %1 lässt sich nicht schreiben. Prüfen Sie, wem er gehört. %2</translation>
    </message>
</context>
<context>
    <name>PaymentKit</name>
    <message>
        <source>This is not the ID of a checkout session, or the account&apos;s ID is not usable. Check both.</source>
        <translation>Das ist nicht die ID einer Checkout-Sitzung, oder die ID des Kontos ist nicht brauchbar. Prüfen Sie beide.</translation>
    </message>
    <message>
        <source>The account has no usable account ID. Enter it in Accounts.</source>
        <translation>Das Konto hat keine brauchbare Konto-ID. Tragen Sie sie unter Konten ein.</translation>
    </message>
    <message>
        <source>%1 holds something other than text, numbers, true and false.</source>
        <translation>%1 enthält etwas anderes als Text, Zahlen, true und false.</translation>
    </message>
    <message>
        <source>PaymentKit takes the kind of payment from the price. Leave it out.</source>
        <translation>PaymentKit nimmt die Zahlungsart aus dem Preis. Lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>PaymentKit takes existing customers only. Choose one, or enter a customer ID.</source>
        <translation>PaymentKit nimmt nur vorhandene Kunden an. Wählen Sie einen oder geben Sie eine Kunden-ID ein.</translation>
    </message>
    <message>
        <source>Choose a price, or enter a price ID.</source>
        <translation>Wählen Sie einen Preis oder geben Sie eine Preis-ID ein.</translation>
    </message>
    <message>
        <source>Use either a promotion code or a coupon. PaymentKit takes one of them.</source>
        <translation>Verwenden Sie entweder einen Rabattcode oder einen Gutschein. PaymentKit nimmt eines davon an.</translation>
    </message>
    <message>
        <source>PaymentKit cannot take this session as it is. Mend the marked fields.</source>
        <translation>PaymentKit kann diese Sitzung so nicht annehmen. Berichtigen Sie die markierten Felder.</translation>
    </message>
    <message>
        <source>%1 is not a tier.</source>
        <translation>%1 ist keine Stufe.</translation>
    </message>
    <message>
        <source>Checkout session</source>
        <translation>Checkout-Sitzung</translation>
    </message>
    <message>
        <source>A page of PaymentKit where the customer pays once.</source>
        <translation>Eine Seite von PaymentKit, auf der der Kunde einmal bezahlt.</translation>
    </message>
    <message>
        <source>Settings, API, Account ID in the PaymentKit dashboard.</source>
        <translation>Im PaymentKit-Dashboard unter Settings, API, Account ID.</translation>
    </message>
    <message>
        <source>The secret key. Starts with sk_live_, st_prod_ or, for tests, sk_test_ or sk_sandbox_.</source>
        <translation>Der geheime Schlüssel. Beginnt mit sk_live_, st_prod_ oder, für Tests, sk_test_ oder sk_sandbox_.</translation>
    </message>
    <message>
        <source>Account ID and secret key</source>
        <translation>Konto-ID und geheimer Schlüssel</translation>
    </message>
    <message>
        <source>PaymentKit.js snippet</source>
        <translation>PaymentKit.js-Snippet</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 h %2 min %3 s</source>
        <translation>%1 h %2 min %3 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>less than 1 min</source>
        <translation>unter 1 min</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation>ddd d. MMM yyyy</translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <translation>%1, %2 %3</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>vor %1 d</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>WebhookCheck</name>
    <message>
        <source>The signature is not hexadecimal.</source>
        <translation>Die Signatur ist nicht hexadezimal.</translation>
    </message>
    <message>
        <source>It may hold the digits 0 to 9 and the letters a to f; character %1 is “%2”.</source>
        <translation>Sie darf die Ziffern 0 bis 9 und die Buchstaben a bis f enthalten; Zeichen %1 ist „%2“.</translation>
    </message>
    <message>
        <source>The signature has %1 characters in place of %2.</source>
        <translation>Die Signatur hat %1 Zeichen statt %2.</translation>
    </message>
    <message>
        <source>It was not copied whole.</source>
        <translation>Sie wurde nicht ganz kopiert.</translation>
    </message>
    <message>
        <source>Something else was copied with it.</source>
        <translation>Es wurde noch etwas anderes mitkopiert.</translation>
    </message>
    <message>
        <source>This is not how %1 signs.</source>
        <translation>So signiert %1 nicht.</translation>
    </message>
    <message>
        <source>A signature with “t” and “v1” comes from another provider.</source>
        <translation>Eine Signatur mit „t“ und „v1“ kommt von einem anderen Anbieter.</translation>
    </message>
    <message>
        <source>The signature has no time.</source>
        <translation>In der Signatur fehlt die Zeit.</translation>
    </message>
    <message>
        <source>%1 signs as %2. A code alone comes from another provider.</source>
        <translation>%1 signiert so: %2. Ein Code allein kommt von einem anderen Anbieter.</translation>
    </message>
    <message>
        <source>The time in the signature cannot be read.</source>
        <translation>Die Zeit in der Signatur ist nicht lesbar.</translation>
    </message>
    <message>
        <source>It stands behind “t=”, in seconds since 1970.</source>
        <translation>Sie steht hinter „t=“, in Sekunden seit 1970.</translation>
    </message>
    <message>
        <source>The signature has no code.</source>
        <translation>In der Signatur fehlt der Code.</translation>
    </message>
    <message>
        <source>It stands behind “v1=”.</source>
        <translation>Er steht hinter „v1=“.</translation>
    </message>
    <message>
        <source>This signature is for %1.</source>
        <translation>Diese Signatur ist für %1.</translation>
    </message>
    <message>
        <source>%1 sends its own in the header %2.</source>
        <translation>%1 sendet die eigene im Header %2.</translation>
    </message>
    <message>
        <source>The signature does not match.</source>
        <translation>Die Signatur passt nicht.</translation>
    </message>
    <message>
        <source>It does without the spaces around the secret.</source>
        <translation>Ohne die Leerzeichen um das Secret passt sie.</translation>
    </message>
    <message>
        <source>It does with another line end: a line break was added to or cut from the end of the body.</source>
        <translation>Mit anderem Zeilenende passt sie: Am Ende des Inhalts kam ein Zeilenumbruch dazu oder fiel weg.</translation>
    </message>
    <message>
        <source>It does with other line breaks: they were changed on the way (CRLF and LF).</source>
        <translation>Mit anderen Zeilenumbrüchen passt sie: Sie wurden unterwegs geändert (CRLF und LF).</translation>
    </message>
    <message>
        <source>It was made over the body alone. The time and a dot belong in front of it.</source>
        <translation>Sie wurde nur über den Inhalt gebildet. Davor gehören die Zeit und ein Punkt.</translation>
    </message>
    <message>
        <source>The signature is right.</source>
        <translation>Die Signatur stimmt.</translation>
    </message>
    <message>
        <source>The body was sent by somebody who has the secret, and was not changed.</source>
        <translation>Der Inhalt kommt von jemandem, der das Secret hat, und wurde nicht geändert.</translation>
    </message>
    <message>
        <source>The signature is right, but too old.</source>
        <translation>Die Signatur stimmt, ist aber zu alt.</translation>
    </message>
    <message>
        <source>It was made on %1. A receiver refuses it after 5 minutes, so that it cannot be sent again by somebody else.</source>
        <translation>Sie ist vom %1. Nach 5 Minuten lehnt ein Empfänger sie ab, damit niemand anders sie noch einmal senden kann.</translation>
    </message>
    <message>
        <source>The signature is right, but from the future.</source>
        <translation>Die Signatur stimmt, kommt aber aus der Zukunft.</translation>
    </message>
    <message>
        <source>It was made on %1. One of the two clocks is wrong.</source>
        <translation>Sie ist vom %1. Eine der beiden Uhren geht falsch.</translation>
    </message>
    <message>
        <source>This version does not know how this provider signs.</source>
        <translation>Diese Version weiß nicht, wie dieser Anbieter signiert.</translation>
    </message>
    <message>
        <source>The body is empty.</source>
        <translation>Der Inhalt ist leer.</translation>
    </message>
    <message>
        <source>Paste it as it arrived, byte for byte.</source>
        <translation>Fügen Sie ihn ein, wie er ankam, Byte für Byte.</translation>
    </message>
    <message>
        <source>The signature is empty.</source>
        <translation>Die Signatur ist leer.</translation>
    </message>
    <message>
        <source>Paste the value of the header %1.</source>
        <translation>Fügen Sie den Wert des Headers %1 ein.</translation>
    </message>
    <message>
        <source>The secret is empty.</source>
        <translation>Das Secret ist leer.</translation>
    </message>
    <message>
        <source>Paste the signing secret of the endpoint, often “whsec_…”.</source>
        <translation>Fügen Sie das Signatur-Secret des Endpunkts ein, oft „whsec_…“.</translation>
    </message>
    <message>
        <source>It does without the byte order mark in front of the body.</source>
        <translation>Ohne die Bytereihenfolge-Markierung (BOM) vor dem Inhalt passt sie.</translation>
    </message>
    <message>
        <source>It does with a byte order mark in front of the body, which was cut off.</source>
        <translation>Mit einer Bytereihenfolge-Markierung (BOM) vor dem Inhalt, die abgeschnitten wurde, passt sie.</translation>
    </message>
    <message>
        <source>It does for the same JSON in another form: a program wrote the body anew, with a byte order mark in front, and changed %1. Check the bytes as they arrived.</source>
        <translation>Zum selben JSON in anderer Form passt sie: Ein Programm hat den Inhalt neu geschrieben, mit einer Bytereihenfolge-Markierung (BOM) davor, und %1 geändert. Prüfen Sie die Bytes, wie sie ankamen.</translation>
    </message>
    <message>
        <source>It does for the same JSON in another form: a program wrote the body anew and changed %1. Check the bytes as they arrived.</source>
        <translation>Zum selben JSON in anderer Form passt sie: Ein Programm hat den Inhalt neu geschrieben und %1 geändert. Prüfen Sie die Bytes, wie sie ankamen.</translation>
    </message>
    <message>
        <source>A byte order mark stands in front of the body: a program wrote it anew. Check the bytes as they arrived. If they are these, the secret belongs to another endpoint.</source>
        <translation>Vor dem Inhalt steht eine Bytereihenfolge-Markierung (BOM): Ein Programm hat ihn neu geschrieben. Prüfen Sie die Bytes, wie sie ankamen. Sind es diese, gehört das Secret zu einem anderen Endpunkt.</translation>
    </message>
    <message>
        <source>The body looks as if a program had written it anew: %1. Check the bytes as they arrived. If they are these, the secret belongs to another endpoint.</source>
        <translation>Der Inhalt sieht aus, als hätte ein Programm ihn neu geschrieben: %1. Prüfen Sie die Bytes, wie sie ankamen. Sind es diese, gehört das Secret zu einem anderen Endpunkt.</translation>
    </message>
    <message>
        <source>The body is not what was sent, byte for byte, or the secret belongs to another endpoint.</source>
        <translation>Der Inhalt ist nicht Byte für Byte, was gesendet wurde, oder das Secret gehört zu einem anderen Endpunkt.</translation>
    </message>
    <message>
        <source>Another one beside it is none. %1</source>
        <translation>Eine andere daneben ist keine. %1</translation>
    </message>
    <message>
        <source>“%1” beside it was not looked at.</source>
        <translation>„%1“ daneben wurde nicht beachtet.</translation>
    </message>
    <message>
        <source>Another one beside it does not fit this secret, as while a secret is being replaced.</source>
        <translation>Eine andere daneben passt nicht zu diesem Secret, wie während ein Secret ersetzt wird.</translation>
    </message>
</context>
<context>
    <name>tilldeck::accounts::Account</name>
    <message>
        <source>%1, %2</source>
        <comment>provider, account</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The address must begin with https:// and hold no password. http:// is allowed for this computer only.</source>
        <translation>Die Adresse muss mit https:// beginnen und darf kein Passwort enthalten. http:// ist nur für diesen Computer erlaubt.</translation>
    </message>
    <message>
        <source>The address must end before any “?” or “#”.</source>
        <translation>Die Adresse muss vor „?“ oder „#“ enden.</translation>
    </message>
    <message>
        <source>The checkout page&apos;s address must begin with https:// and hold {token} after the host, for example https://pay.example.com/c/{token}.</source>
        <translation>Die Adresse der Checkout-Seite muss mit https:// beginnen und nach dem Host {token} enthalten, zum Beispiel https://pay.example.com/c/{token}.</translation>
    </message>
    <message>
        <source>real money</source>
        <comment>what a key or account is for</comment>
        <translation>echtes Geld</translation>
    </message>
    <message>
        <source>tests</source>
        <comment>what a key or account is for</comment>
        <translation>Tests</translation>
    </message>
    <message>
        <source>the sandbox</source>
        <comment>what a key or account is for</comment>
        <translation>die Sandbox</translation>
    </message>
    <message>
        <source>This key is one of %1, and %2 is an account of %3. The key was not used.</source>
        <translation>Dieser Schlüssel ist einer von %1, und %2 ist ein Konto von %3. Der Schlüssel wurde nicht verwendet.</translation>
    </message>
    <message>
        <source>This key is for %1, and %2 is connected for %3. The key was not used. Give the account&apos;s own key, or connect another account with this one.</source>
        <translation>Dieser Schlüssel ist für %1, und %2 ist für %3 verbunden. Der Schlüssel wurde nicht verwendet. Geben Sie den Schlüssel des Kontos an, oder verbinden Sie mit diesem ein weiteres Konto.</translation>
    </message>
    <message>
        <source>By its beginning this is %1, not the secret key of an account of %2. It was not used.</source>
        <comment>what was given, provider</comment>
        <translation>Dem Anfang nach ist das %1, nicht der geheime Schlüssel eines Kontos bei %2. Er wurde nicht benutzt.</translation>
    </message>
    <message>
        <source>This key is one of %1, not of %2. It was not used.</source>
        <comment>providers</comment>
        <translation>Dieser Schlüssel ist von %1, nicht von %2. Er wurde nicht benutzt.</translation>
    </message>
    <message>
        <source>Nothing in this key says what it is for, and %1 is connected for %2. The key was not used. Give the account&apos;s own key, or connect another account with this one.</source>
        <translation>Diesem Schlüssel ist nicht anzusehen, wofür er ist, und %1 ist für %2 verbunden. Der Schlüssel wurde nicht verwendet. Geben Sie den Schlüssel des Kontos an, oder verbinden Sie mit diesem ein weiteres Konto.</translation>
    </message>
</context>
<context>
    <name>tilldeck::accounts::AccountStore</name>
    <message>
        <source>%1 cannot be read. Check who owns it.</source>
        <translation>%1 kann nicht gelesen werden. Prüfen Sie, wem die Datei gehört.</translation>
    </message>
    <message>
        <source>%1 is damaged or was written by a newer Tilldeck. It is left as it is, and accounts cannot be changed. Repair it, or move it away and connect your accounts again.</source>
        <translation>%1 ist beschädigt oder wurde von einem neueren Tilldeck geschrieben. Die Datei bleibt, wie sie ist, und Konten können nicht geändert werden. Reparieren Sie sie, oder verschieben Sie sie und verbinden Sie Ihre Konten neu.</translation>
    </message>
    <message>
        <source>Give the account a name.</source>
        <translation>Geben Sie dem Konto einen Namen.</translation>
    </message>
    <message>
        <source>There is already an account named “%1”. Choose another name.</source>
        <translation>Es gibt schon ein Konto namens „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>This account is not there any more.</source>
        <translation>Dieses Konto gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>%1 could not be read, so it is not overwritten. Repair it or move it away first.</source>
        <translation>%1 konnte nicht gelesen werden und wird daher nicht überschrieben. Reparieren oder verschieben Sie die Datei zuerst.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Another Tilldeck is changing the accounts. Try again in a moment.</source>
        <translation>Ein anderes Tilldeck ändert gerade die Konten. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Check who owns its folder, or start Tilldeck with TILLDECK_DATA_DIR set to another folder.</source>
        <translation>%1 kann nicht geschrieben werden. Prüfen Sie, wem der Ordner gehört, oder starten Sie Tilldeck mit einem anderen Ordner in TILLDECK_DATA_DIR.</translation>
    </message>
    <message>
        <source>With that, %1 would be another account at %2, with what was sent by this one. Connect it as a new account.</source>
        <comment>account, provider</comment>
        <translation>Damit wäre %1 ein anderes Konto bei %2, mit dem, was dieses gesendet hat. Verbinden Sie es als neues Konto.</translation>
    </message>
    <message>
        <source>Something that %1 has sent is not settled yet. Resolve it first, then change the address.</source>
        <translation>Etwas, das %1 gesendet hat, ist noch nicht geklärt. Klären Sie es zuerst und ändern Sie dann die Adresse.</translation>
    </message>
    <message>
        <source>%1 is gone, and with it every account that was connected here. Put the file back, or connect the accounts again.</source>
        <translation>%1 ist nicht mehr da, und damit jedes Konto, das hier verbunden war. Legen Sie die Datei zurück oder verbinden Sie die Konten erneut.</translation>
    </message>
    <message>
        <source>A key stands in the name, in an ID or in an address of this account. It was not connected, because all of these are kept in a file.</source>
        <translation>Im Namen, in einer ID oder in einer Adresse dieses Kontos steht ein Schlüssel. Es wurde nicht verbunden, weil all das in einer Datei aufbewahrt wird.</translation>
    </message>
</context>
<context>
    <name>tilldeck::accounts::KeyStore</name>
    <message>
        <source>There is no key for %1 on this computer. Enter it again.</source>
        <translation>Für %1 gibt es auf diesem Computer keinen Schlüssel. Geben Sie ihn erneut ein.</translation>
    </message>
    <message>
        <source>There is no key for %1, because no keychain runs on this computer. Enter it again.</source>
        <translation>Für %1 gibt es keinen Schlüssel, weil auf diesem Computer kein Schlüsselbund läuft. Geben Sie ihn erneut ein.</translation>
    </message>
    <message>
        <source>The keychain is locked, so the key for %1 cannot be read. Unlock it, or enter the key again.</source>
        <translation>Der Schlüsselbund ist gesperrt, daher kann der Schlüssel für %1 nicht gelesen werden. Entsperren Sie ihn, oder geben Sie den Schlüssel erneut ein.</translation>
    </message>
    <message>
        <source>The keychain does not give out the key for %1. Allow it there, or enter the key again.</source>
        <translation>Der Schlüsselbund gibt den Schlüssel für %1 nicht heraus. Erlauben Sie es dort, oder geben Sie den Schlüssel erneut ein.</translation>
    </message>
    <message>
        <source>The keychain does not answer, so the key for %1 cannot be read. Try again in a moment, or enter the key again.</source>
        <translation>Der Schlüsselbund antwortet nicht, daher kann der Schlüssel für %1 nicht gelesen werden. Versuchen Sie es gleich noch einmal, oder geben Sie den Schlüssel erneut ein.</translation>
    </message>
    <message>
        <source>The key is not kept, because the keychain is locked.</source>
        <translation>Der Schlüssel wird nicht aufbewahrt, weil der Schlüsselbund gesperrt ist.</translation>
    </message>
    <message>
        <source>The key is not kept, because the keychain does not take it.</source>
        <translation>Der Schlüssel wird nicht aufbewahrt, weil der Schlüsselbund ihn nicht annimmt.</translation>
    </message>
    <message>
        <source>The key is not kept, because the keychain does not answer.</source>
        <translation>Der Schlüssel wird nicht aufbewahrt, weil der Schlüsselbund nicht antwortet.</translation>
    </message>
    <message>
        <source>The key is not kept, because no keychain runs on this computer.</source>
        <translation>Der Schlüssel wird nicht aufbewahrt, weil auf diesem Computer kein Schlüsselbund läuft.</translation>
    </message>
    <message>
        <source>No key here, enter it again</source>
        <translation>Schlüssel fehlt, neu eingeben</translation>
    </message>
    <message>
        <source>No keychain here, enter the key again</source>
        <translation>Kein Schlüsselbund, Schlüssel neu eingeben</translation>
    </message>
    <message>
        <source>The keychain is locked</source>
        <translation>Der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>The keychain refuses the key</source>
        <translation>Der Schlüsselbund verweigert den Schlüssel</translation>
    </message>
    <message>
        <source>The keychain does not answer</source>
        <translation>Der Schlüsselbund antwortet nicht</translation>
    </message>
</context>
<context>
    <name>tilldeck::accounts::KeyText</name>
    <message>
        <source>an invisible byte order mark (%1)</source>
        <translation>eine unsichtbare Byte-Order-Marke (%1)</translation>
    </message>
    <message>
        <source>a byte that is no text (%1)</source>
        <translation>ein Byte, das kein Text ist (%1)</translation>
    </message>
    <message>
        <source>an invisible character (%1)</source>
        <translation>ein unsichtbares Zeichen (%1)</translation>
    </message>
    <message>
        <source>a control character (%1)</source>
        <translation>ein Steuerzeichen (%1)</translation>
    </message>
    <message>
        <source>a blank or a line end (%1)</source>
        <translation>ein Leerzeichen oder Zeilenende (%1)</translation>
    </message>
    <message>
        <source>“%1” (%2), a Cyrillic letter</source>
        <translation>„%1“ (%2), ein kyrillischer Buchstabe</translation>
    </message>
    <message>
        <source>“%1” (%2), a Greek letter</source>
        <translation>„%1“ (%2), ein griechischer Buchstabe</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <comment>a character, its code</comment>
        <translation>„%1“ (%2)</translation>
    </message>
    <message>
        <source>Character %L1 is “%2”: this is a key as it is shown on a screen, with a part of it left out. Copy the key itself.</source>
        <translation>Zeichen %L1 ist „%2“: Das ist ein Schlüssel, wie er auf einem Bildschirm gezeigt wird, mit einer Auslassung. Kopieren Sie den Schlüssel selbst.</translation>
    </message>
    <message>
        <source>Character %L1 is a quotation mark (%2). Give the key without it.</source>
        <translation>Zeichen %L1 ist ein Anführungszeichen (%2). Geben Sie den Schlüssel ohne dieses an.</translation>
    </message>
    <message>
        <source>Character %L1 is a line end. A key is in one piece: copy it again.</source>
        <translation>Zeichen %L1 ist ein Zeilenende. Ein Schlüssel ist aus einem Stück: Kopieren Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>Character %L1 is a blank. A key is in one piece: copy it again.</source>
        <translation>Zeichen %L1 ist ein Leerzeichen. Ein Schlüssel ist aus einem Stück: Kopieren Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>Character %L1 is %2. A key has plain Latin letters, digits and signs only: copy it again.</source>
        <translation>Zeichen %L1 ist %2. Ein Schlüssel hat nur einfache lateinische Buchstaben, Ziffern und Zeichen: Kopieren Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>Characters 1 to 7 are “%1”, which is sent before each key. Give the key without it.</source>
        <translation>Die Zeichen 1 bis 7 sind „%1“, was vor jedem Schlüssel gesendet wird. Geben Sie den Schlüssel ohne dies an.</translation>
    </message>
    <message>
        <source>a publishable key</source>
        <translation>ein öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>the secret of a webhook</source>
        <translation>das Geheimnis eines Webhooks</translation>
    </message>
    <message>
        <source>the token of a checkout session</source>
        <translation>das Token einer Checkout-Sitzung</translation>
    </message>
    <message>
        <source>Character %L1 is a tab. A key is in one piece: copy it again.</source>
        <translation>Zeichen %L1 ist ein Tabulator. Ein Schlüssel ist aus einem Stück: Kopieren Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>This holds a key. It belongs into “Secret key” alone: all else is kept in files and shown.</source>
        <translation>Hier steht ein Schlüssel. Er gehört allein in „Geheimer Schlüssel“: Alles andere wird in Dateien aufbewahrt und angezeigt.</translation>
    </message>
</context>
<context>
    <name>tilldeck::checkout::ChargedAgain</name>
    <message>
        <source>Then %1 a day</source>
        <translation>Danach %1 am Tag</translation>
    </message>
    <message>
        <source>Then %1 a week</source>
        <translation>Danach %1 in der Woche</translation>
    </message>
    <message>
        <source>Then %1 a month</source>
        <translation>Danach %1 im Monat</translation>
    </message>
    <message>
        <source>Then %1 every three months</source>
        <translation>Danach %1 alle drei Monate</translation>
    </message>
    <message>
        <source>Then %1 a year</source>
        <translation>Danach %1 im Jahr</translation>
    </message>
    <message>
        <source>Then %1 again: %2</source>
        <comment>amount, a provider&apos;s word for how often</comment>
        <translation>Danach wieder %1: %2</translation>
    </message>
    <message>
        <source>%1, before discounts.</source>
        <comment>“Then 499.00 USD a year”</comment>
        <translation>%1, vor Rabatten.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>“Then 499.00 USD a year”</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>What is charged again (%1) cannot be added up.</source>
        <comment>a provider&apos;s word for how often</comment>
        <translation>Was wieder berechnet wird (%1), lässt sich nicht zusammenzählen.</translation>
    </message>
    <message>
        <source>%1, as an estimate.</source>
        <comment>“Then 499.00 USD a year”</comment>
        <translation>%1, geschätzt.</translation>
    </message>
</context>
<context>
    <name>tilldeck::checkout::DraftFields</name>
    <message>
        <source>Flow</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>product name</source>
        <translation>Produktname</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Customer&apos;s currency</source>
        <translation>Währung des Kunden</translation>
    </message>
    <message>
        <source>the customer&apos;s currency</source>
        <translation>Währung des Kunden</translation>
    </message>
    <message>
        <source>Customer&apos;s amount</source>
        <translation>Betrag des Kunden</translation>
    </message>
    <message>
        <source>the customer&apos;s amount</source>
        <translation>Betrag des Kunden</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abo</translation>
    </message>
    <message>
        <source>subscription</source>
        <translation>Abo</translation>
    </message>
    <message>
        <source>Sub-merchant</source>
        <translation>Subhändler</translation>
    </message>
    <message>
        <source>sub-merchant</source>
        <translation>Subhändler</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Customer&apos;s e-mail</source>
        <translation>E-Mail des Kunden</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>the customer&apos;s name</source>
        <translation>Name des Kunden</translation>
    </message>
    <message>
        <source>Customer&apos;s country</source>
        <translation>Land des Kunden</translation>
    </message>
    <message>
        <source>country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>items</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>fallback tiers</source>
        <translation>Ersatzstufen</translation>
    </message>
    <message>
        <source>Processor route</source>
        <translation>Zahlungsweg</translation>
    </message>
    <message>
        <source>processor route</source>
        <translation>Zahlungsweg</translation>
    </message>
    <message>
        <source>Promotion code</source>
        <translation>Rabattcode</translation>
    </message>
    <message>
        <source>promotion code</source>
        <translation>Rabattcode</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>coupon</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>Expires after</source>
        <translation>Läuft ab nach</translation>
    </message>
    <message>
        <source>expiry</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Your own, optional</source>
        <translation>Ihre eigene, optional</translation>
    </message>
    <message>
        <source>Success URL</source>
        <translation>Erfolgs-URL</translation>
    </message>
    <message>
        <source>success URL</source>
        <translation>Erfolgs-URL</translation>
    </message>
    <message>
        <source>Return URL</source>
        <translation>Rückkehr-URL</translation>
    </message>
    <message>
        <source>return URL</source>
        <translation>Rückkehr-URL</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>Eigene Felder</translation>
    </message>
    <message>
        <source>custom fields</source>
        <translation>eigene Felder</translation>
    </message>
    <message>
        <source>custom fields of the subscription</source>
        <translation>eigene Felder des Abos</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Interne Notiz</translation>
    </message>
    <message>
        <source>Never sent</source>
        <translation>Wird nicht gesendet</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>Amount you receive</source>
        <translation>Betrag, den Sie erhalten</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Einzelpreis</translation>
    </message>
</context>
<context>
    <name>tilldeck::checkout::PreviewRemarks</name>
    <message>
        <source>Nothing is left to pay. %1 may refuse a total of 0.</source>
        <translation>Es bleibt nichts zu zahlen. %1 lehnt eine Summe von 0 vielleicht ab.</translation>
    </message>
    <message>
        <source>This discount is not a whole number of the smallest unit. %1 does not say how it rounds; Tilldeck rounds half up.</source>
        <translation>Dieser Rabatt ergibt keine ganze Zahl der kleinsten Einheit. %1 sagt nicht, wie gerundet wird; Tilldeck rundet ab der Hälfte auf.</translation>
    </message>
    <message>
        <source>%1 quotes one piece. The total of all pieces is computed here, and %1 may round it otherwise.</source>
        <translation>%1 nennt den Preis eines Stücks. Die Summe aller Stücke ist hier berechnet, und %1 rundet sie vielleicht anders.</translation>
    </message>
    <message numerus="yes">
        <source>%1 does not say how many decimals its integers have in %2. Tilldeck counts %n, as ISO 4217 does: %3 stands for 1 %2.</source>
        <comment>provider, currency, an integer</comment>
        <translation>
            <numerusform>%1 sagt nicht, wie viele Nachkommastellen seine ganzen Zahlen in %2 haben. Tilldeck zählt %n wie ISO 4217: %3 steht für 1 %2.</numerusform>
            <numerusform>%1 sagt nicht, wie viele Nachkommastellen seine ganzen Zahlen in %2 haben. Tilldeck zählt %n wie ISO 4217: %3 steht für 1 %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 takes this payment on a page of your own: there is no link.</source>
        <translation>%1 nimmt diese Zahlung auf einer eigenen Seite von Ihnen entgegen: Es gibt keinen Link.</translation>
    </message>
    <message>
        <source>%1 takes this payment on a page of your own: there is no link. Choose “%2” for a link.</source>
        <comment>gateway, flow</comment>
        <translation>%1 nimmt diese Zahlung auf einer eigenen Seite von Ihnen entgegen: Es gibt keinen Link. Wählen Sie „%2“ für einen Link.</translation>
    </message>
</context>
<context>
    <name>tilldeck::checkout::Pricing</name>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 off</source>
        <translation>%1 Rabatt</translation>
    </message>
    <message>
        <source>No items yet.</source>
        <translation>Noch keine Positionen.</translation>
    </message>
    <message>
        <source>One price is not in your catalog, so its amount is not known here.</source>
        <translation>Ein Preis fehlt in Ihrem Katalog, daher ist sein Betrag hier nicht bekannt.</translation>
    </message>
    <message>
        <source>These amounts cannot be added up.</source>
        <translation>Diese Beträge lassen sich nicht zusammenzählen.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>code, what it takes off</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Checked by the provider when you create.</source>
        <translation>Der Anbieter prüft ihn beim Erstellen.</translation>
    </message>
    <message>
        <source>Valid. %1 until %2.</source>
        <translation>Gültig. %1 bis %2.</translation>
    </message>
    <message>
        <source>Valid. %1.</source>
        <translation>Gültig. %1.</translation>
    </message>
    <message>
        <source>This code ended on %1. Remove it or use another.</source>
        <translation>Dieser Code ist am %1 abgelaufen. Entfernen Sie ihn oder nehmen Sie einen anderen.</translation>
    </message>
    <message>
        <source>This code is used up. Remove it or use another.</source>
        <translation>Dieser Code ist aufgebraucht. Entfernen Sie ihn oder nehmen Sie einen anderen.</translation>
    </message>
    <message>
        <source>This code is switched off. Remove it or use another.</source>
        <translation>Dieser Code ist abgeschaltet. Entfernen Sie ihn oder nehmen Sie einen anderen.</translation>
    </message>
    <message>
        <source>This coupon ended on %1. Remove it or use another.</source>
        <translation>Dieser Gutschein ist am %1 abgelaufen. Entfernen Sie ihn oder nehmen Sie einen anderen.</translation>
    </message>
    <message>
        <source>This coupon is used up. Remove it or use another.</source>
        <translation>Dieser Gutschein ist aufgebraucht. Entfernen Sie ihn oder nehmen Sie einen anderen.</translation>
    </message>
    <message>
        <source>This coupon is switched off. Remove it or use another.</source>
        <translation>Dieser Gutschein ist abgeschaltet. Entfernen Sie ihn oder nehmen Sie einen anderen.</translation>
    </message>
    <message>
        <source>This discount is in %1, the items are in %2. Use another.</source>
        <translation>Dieser Rabatt ist in %1, die Positionen sind in %2. Nehmen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Payment</source>
        <comment>a sum without a product</comment>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>The amount of this product is not known here.</source>
        <translation>Der Betrag dieses Produkts ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>The provider converts this to %1.</source>
        <translation>Der Anbieter rechnet das in %1 um.</translation>
    </message>
    <message>
        <source>Enter the amount of each item to see what the customer pays.</source>
        <translation>Geben Sie den Betrag jeder Position ein, um zu sehen, was der Kunde zahlt.</translation>
    </message>
    <message>
        <source>The provider lists the price %1, and it could not be read: %2.</source>
        <translation>Der Anbieter führt den Preis %1 auf, doch er war nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>format of a day</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>At most %1: what %2 takes off is not known here.</source>
        <comment>amount, discount</comment>
        <translation>Höchstens %1: Was %2 abzieht, ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>The provider lists the coupon %1, and it could not be read: %2.</source>
        <translation>Der Anbieter führt den Gutschein %1 auf, doch er war nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>The provider lists this discount. What it takes off is not known here.</source>
        <translation>Der Anbieter führt diesen Rabatt auf. Was er abzieht, ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>The provider lists the promotion code %1, and it could not be read: %2.</source>
        <translation>Der Anbieter führt den Rabattcode %1, und er war nicht lesbar: %2.</translation>
    </message>
</context>
<context>
    <name>tilldeck::checkout::Validation</name>
    <message>
        <source>%1 does not take this. Remove it.</source>
        <translation>%1 nimmt das nicht an. Entfernen Sie es.</translation>
    </message>
    <message>
        <source>A customer ID has no spaces. Choose a customer or check the ID.</source>
        <translation>Eine Kunden-ID hat keine Leerzeichen. Wählen Sie einen Kunden oder prüfen Sie die ID.</translation>
    </message>
    <message>
        <source>%1 takes existing customers only. Choose one or leave this empty.</source>
        <translation>%1 nimmt nur vorhandene Kunden an. Wählen Sie einen oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>Add an item.</source>
        <translation>Fügen Sie eine Position hinzu.</translation>
    </message>
    <message>
        <source>Add an item to this tier, or remove the tier.</source>
        <translation>Fügen Sie dieser Stufe eine Position hinzu oder entfernen Sie die Stufe.</translation>
    </message>
    <message>
        <source>This tier&apos;s total is too large. Lower a quantity.</source>
        <translation>Die Summe dieser Stufe ist zu groß. Verringern Sie eine Menge.</translation>
    </message>
    <message>
        <source>Enter a quantity of 1 or more.</source>
        <translation>Geben Sie eine Menge ab 1 ein.</translation>
    </message>
    <message>
        <source>This quantity is too large. 2,147,483,647 is the most.</source>
        <translation>Diese Menge ist zu groß. Höchstens 2.147.483.647.</translation>
    </message>
    <message>
        <source>A price ID has no spaces. Choose a price or check the ID.</source>
        <translation>Eine Preis-ID hat keine Leerzeichen. Wählen Sie einen Preis oder prüfen Sie die ID.</translation>
    </message>
    <message>
        <source>This price is switched off. Choose another.</source>
        <translation>Dieser Preis ist abgeschaltet. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Choose a price or type its ID.</source>
        <translation>Wählen Sie einen Preis oder tippen Sie seine ID.</translation>
    </message>
    <message>
        <source>Enter a name for this item.</source>
        <translation>Geben Sie dieser Position einen Namen.</translation>
    </message>
    <message>
        <source>Enter an amount above zero.</source>
        <translation>Geben Sie einen Betrag über null ein.</translation>
    </message>
    <message>
        <source>This price is in %1, the first item is in %2. A session has one currency.</source>
        <translation>Dieser Preis ist in %1, die erste Position ist in %2. Eine Sitzung hat nur eine Währung.</translation>
    </message>
    <message>
        <source>This line&apos;s amount is too large. Lower the quantity.</source>
        <translation>Der Betrag dieser Zeile ist zu groß. Verringern Sie die Menge.</translation>
    </message>
    <message>
        <source>Use a promotion code or a coupon, not both. Remove one of them.</source>
        <translation>Verwenden Sie einen Rabattcode oder einen Gutschein, nicht beides. Entfernen Sie eines davon.</translation>
    </message>
    <message>
        <source>Enter %1 to %2 hours.</source>
        <translation>Geben Sie %1 bis %2 Stunden ein.</translation>
    </message>
    <message>
        <source>Start the address with https://</source>
        <translation>Beginnen Sie die Adresse mit https://</translation>
    </message>
    <message>
        <source>This is not a complete address. Check what follows https://</source>
        <translation>Diese Adresse ist nicht vollständig. Prüfen Sie, was auf https:// folgt.</translation>
    </message>
    <message>
        <source>Enter a name for this field.</source>
        <translation>Geben Sie diesem Feld einen Namen.</translation>
    </message>
    <message>
        <source>This name is there twice. Change or remove one of them.</source>
        <translation>Diesen Namen gibt es zweimal. Ändern oder entfernen Sie einen davon.</translation>
    </message>
    <message>
        <source>Enter a number.</source>
        <translation>Geben Sie eine Zahl ein.</translation>
    </message>
    <message>
        <source>This text has %1 characters. %2 is the most.</source>
        <translation>Dieser Text hat %1 Zeichen. Höchstens %2.</translation>
    </message>
    <message>
        <source>A custom field holds one text, number or yes/no. Enter a single value, not an object or a list.</source>
        <translation>Ein eigenes Feld enthält einen Text, eine Zahl oder Ja/Nein. Geben Sie einen einzelnen Wert ein, kein Objekt und keine Liste.</translation>
    </message>
    <message>
        <source>%1 does not know the flow “%2”. Choose another.</source>
        <translation>%1 kennt das Verfahren „%2“ nicht. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>A product ID has no spaces. Choose a product or check the ID.</source>
        <translation>Eine Produkt-ID hat keine Leerzeichen. Wählen Sie ein Produkt oder prüfen Sie die ID.</translation>
    </message>
    <message>
        <source>Choose a product or enter a name for it.</source>
        <translation>Wählen Sie ein Produkt oder geben Sie seinen Namen ein.</translation>
    </message>
    <message>
        <source>Choose a product or type its ID.</source>
        <translation>Wählen Sie ein Produkt oder tippen Sie seine ID.</translation>
    </message>
    <message>
        <source>This amount is in %1, but the customer pays in %2. Enter it in %2.</source>
        <translation>Dieser Betrag ist in %1, aber der Kunde zahlt in %2. Geben Sie ihn in %2 ein.</translation>
    </message>
    <message>
        <source>%1 does not know “%2”. Choose one of: %3.</source>
        <translation>%1 kennt „%2“ nicht. Zur Wahl stehen: %3.</translation>
    </message>
    <message>
        <source>A sub-merchant ID has no spaces. Check the ID.</source>
        <translation>Eine Subhändler-ID hat keine Leerzeichen. Prüfen Sie die ID.</translation>
    </message>
    <message>
        <source>Metadata holds texts, numbers and yes/no. Enter a single value, not an object or a list.</source>
        <translation>Metadaten enthalten Texte, Zahlen und Ja/Nein. Geben Sie einen einzelnen Wert ein, kein Objekt und keine Liste.</translation>
    </message>
    <message>
        <source>Enter the customer&apos;s e-mail address.</source>
        <translation>Geben Sie die E-Mail-Adresse des Kunden ein.</translation>
    </message>
    <message>
        <source>This is not a complete e-mail address. An example: ada@example.com</source>
        <translation>Diese E-Mail-Adresse ist nicht vollständig. Ein Beispiel: ada@example.com</translation>
    </message>
    <message>
        <source>This is not a country. Enter its two capital letters, for example NG.</source>
        <translation>Das ist kein Land. Geben Sie seine zwei Großbuchstaben ein, zum Beispiel NG.</translation>
    </message>
    <message>
        <source>This amount is in %1, the first item is in %2. A session has one currency.</source>
        <translation>Dieser Betrag ist in %1, die erste Position in %2. Eine Sitzung hat eine Währung.</translation>
    </message>
    <message>
        <source>Write %1 as %2: it is not filled in otherwise.</source>
        <translation>Schreiben Sie %1 als %2: Sonst wird es nicht ersetzt.</translation>
    </message>
    <message>
        <source>An address has no spaces, line ends or invisible marks. Remove them.</source>
        <translation>Eine Adresse hat keine Leerzeichen, Zeilenenden oder unsichtbaren Zeichen. Entfernen Sie sie.</translation>
    </message>
    <message>
        <source>An address with a name or password before “@” would be shown to every customer. Remove that part.</source>
        <translation>Eine Adresse mit Name oder Passwort vor „@“ bekäme jeder Kunde zu sehen. Entfernen Sie diesen Teil.</translation>
    </message>
    <message>
        <source>Write the session ID as %1, or it stays as it is.</source>
        <translation>Schreiben Sie die Sitzungs-ID als %1, sonst bleibt sie stehen, wie sie ist.</translation>
    </message>
    <message>
        <source>The session ID is there twice. Once is enough.</source>
        <translation>Die Sitzungs-ID steht zweimal da. Einmal genügt.</translation>
    </message>
    <message>
        <source>The session ID stands after “#”, and browsers send nothing of that to your server.</source>
        <translation>Die Sitzungs-ID steht hinter „#“, und davon senden Browser nichts an Ihren Server.</translation>
    </message>
    <message>
        <source>Browsers send nothing after “#” to your server.</source>
        <translation>Was hinter „#“ steht, senden Browser nicht an Ihren Server.</translation>
    </message>
    <message>
        <source>The host is %1, in letters %2.</source>
        <comment>both forms of one host</comment>
        <translation>Der Host ist %1, in Buchstaben %2.</translation>
    </message>
    <message>
        <source>Character %L1 is no text but U+0000. Remove it.</source>
        <translation>Zeichen %L1 ist kein Text, sondern U+0000. Entfernen Sie es.</translation>
    </message>
    <message>
        <source>Nothing of this name can be seen. Remove it.</source>
        <translation>Von diesem Namen ist nichts zu sehen. Entfernen Sie ihn.</translation>
    </message>
    <message>
        <source>Choose the currency that the customer pays in.</source>
        <translation>Wählen Sie die Währung, in der der Kunde zahlt.</translation>
    </message>
    <message>
        <source>%1 fills in nothing here: it stays as it is.</source>
        <translation>%1 setzt hier nichts ein: Es bleibt, wie es dasteht.</translation>
    </message>
    <message>
        <source>Character %L1 is a blank. An ID has none: check it.</source>
        <translation>Zeichen %L1 ist ein Leerzeichen. Eine ID hat keines: Prüfen Sie sie.</translation>
    </message>
    <message>
        <source>Character %L1 is no part of an ID, but U+%2. Remove it.</source>
        <translation>Zeichen %L1 gehört nicht in eine ID, sondern ist U+%2. Entfernen Sie es.</translation>
    </message>
    <message>
        <source>Character %L1 is a blank. An e-mail address has none: check it.</source>
        <translation>Zeichen %L1 ist ein Leerzeichen. Eine E-Mail-Adresse hat keines: Prüfen Sie sie.</translation>
    </message>
    <message>
        <source>Character %L1 is no part of an e-mail address, but U+%2. Remove it.</source>
        <translation>Zeichen %L1 gehört nicht in eine E-Mail-Adresse, sondern ist U+%2. Entfernen Sie es.</translation>
    </message>
    <message>
        <source>%1 does not say that it fills in the session&apos;s ID here: the customer may arrive with %2 as it stands. Remove it.</source>
        <translation>%1 sagt nicht, dass die Sitzungs-ID hier eingesetzt wird: Der Kunde kommt vielleicht mit %2 an, so wie es dasteht. Entfernen Sie es.</translation>
    </message>
    <message>
        <source>Nothing of this code can be seen. Type it, or remove it.</source>
        <translation>Von diesem Code ist nichts zu sehen. Geben Sie ihn ein oder entfernen Sie ihn.</translation>
    </message>
    <message>
        <source>This holds a key. What stands here is kept in files and shown to others. Remove the key.</source>
        <translation>Hier steht ein Schlüssel. Was hier steht, wird in Dateien aufbewahrt und anderen gezeigt. Entfernen Sie den Schlüssel.</translation>
    </message>
</context>
<context>
    <name>tilldeck::cli::Accounts</name>
    <message>
        <source>Connected %1.</source>
        <translation>%1 verbunden.</translation>
    </message>
    <message>
        <source>There is no account named &quot;%1&quot;.</source>
        <translation>Es gibt kein Konto namens „%1“.</translation>
    </message>
    <message>
        <source>Removed %1.</source>
        <translation>%1 entfernt.</translation>
    </message>
    <message>
        <source>%1 has no request of that name.</source>
        <translation>%1 hat keine Anfrage dieses Namens.</translation>
    </message>
    <message>
        <source>The key says whether the account moves real money, so nothing was connected without it. Give it with --key-file or TILLDECK_KEY.</source>
        <translation>Der Schlüssel sagt, ob das Konto echtes Geld bewegt; ohne ihn wurde nichts verbunden. Geben Sie ihn mit --key-file oder TILLDECK_KEY an.</translation>
    </message>
    <message>
        <source>%1 needs the account ID, so nothing was connected. Give it with --account-id.</source>
        <translation>%1 braucht die Konto-ID, daher wurde nichts verbunden. Geben Sie sie mit --account-id an.</translation>
    </message>
    <message>
        <source>Nothing was connected. Give the key with --key-file or TILLDECK_KEY, now and to each later call, to connect the account all the same.</source>
        <translation>Es wurde nichts verbunden. Um das Konto trotzdem zu verbinden, geben Sie den Schlüssel jetzt und bei jedem späteren Aufruf mit --key-file oder TILLDECK_KEY an.</translation>
    </message>
    <message>
        <source>Give it to each call with --key-file or TILLDECK_KEY, as to this one.</source>
        <translation>Geben Sie ihn wie bei diesem bei jedem Aufruf mit --key-file oder TILLDECK_KEY an.</translation>
    </message>
    <message>
        <source>Tokens of %1 are written to the ledger from now on.</source>
        <translation>Token von %1 werden ab jetzt in ledger.sqlite geschrieben.</translation>
    </message>
    <message>
        <source>No accounts yet. Connect one with: tilldeck-cli account add --help</source>
        <translation>Noch keine Konten. So verbinden Sie eines: tilldeck-cli account add --help</translation>
    </message>
    <message>
        <source>The keychain could not be asked to remove its key. If one was stored there, remove it by hand.</source>
        <translation>Der Schlüsselbund konnte nicht gebeten werden, den Schlüssel zu entfernen. Falls dort einer gespeichert war, entfernen Sie ihn von Hand.</translation>
    </message>
    <message>
        <source>This account is connected already, as %1.</source>
        <translation>Dieses Konto ist schon verbunden, als %1.</translation>
    </message>
    <message>
        <source>This key is taken for %1 already, so nothing was changed.</source>
        <translation>Dieser Schlüssel gilt schon für %1, deshalb wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This key is taken as one of %1 from now on.</source>
        <translation>Dieser Schlüssel gilt von jetzt an für %1.</translation>
    </message>
    <message>
        <source>Nothing was changed. Say what to change: --keep-tokens-out, --store-tokens or --same-shop.</source>
        <translation>Nichts wurde geändert. Geben Sie an, was geändert werden soll: --keep-tokens-out, --store-tokens oder --same-shop.</translation>
    </message>
    <message>
        <source>Ledger and journal hold no tokens of %1.</source>
        <translation>In ledger.sqlite und journal.sqlite stehen keine Token von %1.</translation>
    </message>
    <message>
        <source>These copies of damaged files may hold them still: %1. Delete them once you need nothing of them any more.</source>
        <comment>paths</comment>
        <translation>Diese Kopien beschädigter Dateien können sie noch enthalten: %1. Löschen Sie sie, sobald Sie nichts mehr daraus brauchen.</translation>
    </message>
    <message>
        <source>%1 has no other key to tell this one from, so nothing was changed: it is used without a question.</source>
        <comment>account</comment>
        <translation>%1 hat keinen anderen Schlüssel, von dem dieser zu unterscheiden wäre. Nichts wurde geändert: Er wird ohne Rückfrage verwendet.</translation>
    </message>
    <message>
        <source>The key was not taken. To take it without a question: --yes</source>
        <translation>Der Schlüssel wurde nicht übernommen. Um ihn ohne Rückfrage zu übernehmen: --yes</translation>
    </message>
    <message>
        <source>To resolve them:</source>
        <translation>So klären Sie sie:</translation>
    </message>
    <message>
        <source>A key stands in the name, in an ID or in an address, which are kept in a file, so nothing was connected. Give it with --key-file or TILLDECK_KEY alone.</source>
        <translation>Im Namen, in einer ID oder in einer Adresse steht ein Schlüssel. All das wird in einer Datei aufbewahrt, deshalb wurde nichts verbunden. Geben Sie ihn nur mit --key-file oder TILLDECK_KEY an.</translation>
    </message>
    <message>
        <source>%1
Is it the same shop? Type &quot;yes&quot;: </source>
        <translation>%1
Ist es derselbe Laden? Geben Sie „yes“ ein: </translation>
    </message>
</context>
<context>
    <name>tilldeck::cli::Context</name>
    <message>
        <source>The key file %1 cannot be read.</source>
        <translation>Die Schlüsseldatei %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The key file %1 is empty.</source>
        <translation>Die Schlüsseldatei %1 ist leer.</translation>
    </message>
    <message>
        <source>  %1: %2</source>
        <comment>field, what is wrong</comment>
        <translation>  %1: %2</translation>
    </message>
    <message>
        <source>  Request ID: %1</source>
        <translation>  Anfrage-ID: %1</translation>
    </message>
    <message>
        <source>Secret key: </source>
        <translation>Geheimer Schlüssel: </translation>
    </message>
    <message>
        <source>  Details: %1</source>
        <translation>  Einzelheiten: %1</translation>
    </message>
    <message>
        <source>There is no key for %1.</source>
        <translation>Für %1 gibt es keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Give it with --key-file or TILLDECK_KEY.</source>
        <translation>Geben Sie ihn mit --key-file oder TILLDECK_KEY an.</translation>
    </message>
    <message>
        <source>To rebuild the ledger from the journal: tilldeck-cli ledger rebuild</source>
        <translation>Um das Ledger aus dem Journal neu aufzubauen: tilldeck-cli ledger rebuild</translation>
    </message>
    <message>
        <source>To go on with the files as they are: tilldeck-cli ledger accept</source>
        <translation>Um mit den Dateien fortzufahren, wie sie sind: tilldeck-cli ledger accept</translation>
    </message>
    <message>
        <source>There is no account named &quot;%1&quot;. Connect it with: tilldeck-cli account add --help</source>
        <translation>Es gibt kein Konto namens „%1“. So verbinden Sie es: tilldeck-cli account add --help</translation>
    </message>
    <message>
        <source>The key file %1 holds more than a key.</source>
        <translation>Die Schlüsseldatei %1 enthält mehr als einen Schlüssel.</translation>
    </message>
    <message>
        <source>  %1</source>
        <comment>a sentence below another one</comment>
        <translation>  %1</translation>
    </message>
    <message>
        <source>The result could not be written to standard output: %1.</source>
        <comment>the system&apos;s words</comment>
        <translation>Das Ergebnis konnte nicht in die Standardausgabe geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>This is what became of it. Read it before you try again:</source>
        <translation>Das ist daraus geworden. Lesen Sie es, bevor Sie es noch einmal versuchen:</translation>
    </message>
    <message>
        <source>If it is a new key of the same shop, say so once, with this key: tilldeck-cli account edit %1 --same-shop. Otherwise connect it as an account of its own.</source>
        <translation>Wenn es ein neuer Schlüssel desselben Ladens ist, bestätigen Sie das einmal mit diesem Schlüssel: tilldeck-cli account edit %1 --same-shop. Sonst verbinden Sie ihn als eigenes Konto.</translation>
    </message>
    <message>
        <source>The key file %1 is written in %2. Save it as plain text in UTF-8.</source>
        <comment>path, UTF-16</comment>
        <translation>Die Schlüsseldatei %1 ist in %2 geschrieben. Speichern Sie sie als reinen Text in UTF-8.</translation>
    </message>
    <message>
        <source>The ledger is brought to the form of this version: %1 of %2 rows.</source>
        <translation>Das Ledger wird in die Form dieser Version gebracht: %1 von %2 Zeilen.</translation>
    </message>
</context>
<context>
    <name>tilldeck::cli::Import</name>
    <message>
        <source>“%1” says no column. Write --map &quot;TITLE=FIELD&quot;.</source>
        <translation>„%1“ nennt keine Spalte. Schreiben Sie --map &quot;TITEL=FELD&quot;.</translation>
    </message>
    <message>
        <source>There is no field “%1”. The fields are: %2.</source>
        <translation>Es gibt kein Feld „%1“. Die Felder sind: %2.</translation>
    </message>
    <message>
        <source>“%1” is no currency. Write its code of three letters, as EUR.</source>
        <translation>„%1“ ist keine Währung. Schreiben Sie ihr Kürzel aus drei Buchstaben, wie EUR.</translation>
    </message>
    <message>
        <source>Saved as template “%1”.</source>
        <translation>Als Vorlage „%1“ gespeichert.</translation>
    </message>
    <message>
        <source>%L1 of %L2 quoted</source>
        <translation>%L1 von %L2 angefragt</translation>
    </message>
    <message numerus="yes">
        <source>The provider quotes each row: %Ln request(s), which create nothing.</source>
        <translation>
            <numerusform>Der Anbieter nennt den Preis jeder Zeile: %Ln Anfrage, die nichts erstellt.</numerusform>
            <numerusform>Der Anbieter nennt den Preis jeder Zeile: %Ln Anfragen, die nichts erstellen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was sent. %Ln cell(s) or row(s) have to be mended first.</source>
        <translation>
            <numerusform>Es wurde nichts gesendet. Zuerst muss %Ln Zelle oder Zeile berichtigt werden.</numerusform>
            <numerusform>Es wurde nichts gesendet. Zuerst müssen %Ln Zellen oder Zeilen berichtigt werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s) will be created with “%1”.</source>
        <comment>name of an account</comment>
        <translation>
            <numerusform>%Ln Sitzung wird mit „%1“ erstellt.</numerusform>
            <numerusform>%Ln Sitzungen werden mit „%1“ erstellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Together %1.</source>
        <comment>amount</comment>
        <translation>Zusammen %1.</translation>
    </message>
    <message>
        <source>The provider quotes each row right before it is created, and the customer pays that.</source>
        <translation>Der Anbieter nennt den Preis jeder Zeile, unmittelbar bevor sie erstellt wird, und diesen zahlt der Kunde.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) ask for the same as another row.</source>
        <translation>
            <numerusform>%Ln Zeile verlangt dasselbe wie eine andere Zeile.</numerusform>
            <numerusform>%Ln Zeilen verlangen dasselbe wie eine andere Zeile.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is a live account: customers can pay real money.</source>
        <translation>Dies ist ein Live-Konto: Kunden können echtes Geld zahlen.</translation>
    </message>
    <message>
        <source>%1 To create them, add --yes.</source>
        <comment>sentences</comment>
        <translation>%1 Um sie zu erstellen, fügen Sie --yes hinzu.</translation>
    </message>
    <message>
        <source>%1
Create them? Type &quot;yes&quot;: </source>
        <comment>sentences</comment>
        <translation>%1
Sollen sie erstellt werden? Geben Sie „yes“ ein: </translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>No import of this account has rows that were not sent.</source>
        <translation>Kein Import dieses Kontos hat Zeilen, die nicht gesendet wurden.</translation>
    </message>
    <message>
        <source>Several imports have rows that were not sent. Say which: %1.</source>
        <comment>IDs</comment>
        <translation>Mehrere Importe haben Zeilen, die nicht gesendet wurden. Sagen Sie, welcher gemeint ist: %1.</translation>
    </message>
    <message>
        <source>%L1 % read</source>
        <translation>%L1 % gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) stay unsent.</source>
        <translation>
            <numerusform>%Ln Zeile bleibt ungesendet.</numerusform>
            <numerusform>%Ln Zeilen bleiben ungesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>No file was imported with this account.</source>
        <translation>Mit diesem Konto wurde keine Datei importiert.</translation>
    </message>
    <message>
        <source>Copy this now: %1 keeps tokens out of the files of this computer, and the provider does not report these again.</source>
        <translation>Kopieren Sie dies jetzt: %1 hält Token aus den Dateien dieses Rechners heraus, und der Anbieter meldet diese nicht noch einmal.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were not sent. Go on with them: tilldeck-cli import --resume %1 %2</source>
        <translation>
            <numerusform>%Ln Zeile wurde nicht gesendet. Machen Sie damit weiter: tilldeck-cli import --resume %1 %2</numerusform>
            <numerusform>%Ln Zeilen wurden nicht gesendet. Machen Sie damit weiter: tilldeck-cli import --resume %1 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %L1: it is not known whether the session was created. Look it up: tilldeck-cli session resolve %2 %3</source>
        <translation>Zeile %L1: Es ist nicht bekannt, ob die Sitzung erstellt wurde. Sehen Sie nach: tilldeck-cli session resolve %2 %3</translation>
    </message>
    <message>
        <source>The result has no URLs and tokens: %1 keeps them out of files.</source>
        <translation>Das Ergebnis enthält keine URLs und Token: %1 hält sie aus Dateien heraus.</translation>
    </message>
    <message>
        <source>Go on with it: tilldeck-cli import --resume %1 %2</source>
        <translation>Machen Sie damit weiter: tilldeck-cli import --resume %1 %2</translation>
    </message>
    <message>
        <source>See what became of it: tilldeck-cli import show %1 %2</source>
        <translation>Sehen Sie, was daraus geworden ist: tilldeck-cli import show %1 %2</translation>
    </message>
    <message>
        <source>To create others all the same, add --another.</source>
        <translation>Um trotzdem weitere zu erstellen, fügen Sie --another hinzu.</translation>
    </message>
    <message>
        <source>The result %1 could not be written: %2</source>
        <translation>Das Ergebnis %1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Stopping: what is under way still ends. Once more ends it at once.</source>
        <translation>Wird angehalten: Was unterwegs ist, wird noch beendet. Noch einmal beendet es sofort.</translation>
    </message>
    <message>
        <source>tabs</source>
        <comment>what separates the cells of a file</comment>
        <translation>Tabulatoren</translation>
    </message>
    <message>
        <source>semicolons</source>
        <comment>what separates the cells of a file</comment>
        <translation>Semikolons</translation>
    </message>
    <message>
        <source>commas</source>
        <comment>what separates the cells of a file</comment>
        <translation>Kommas</translation>
    </message>
    <message>
        <source>Line %L1: %2</source>
        <comment>number, sentence</comment>
        <translation>Zeile %L1: %2</translation>
    </message>
    <message>
        <source>Line %L1, %2: %3</source>
        <comment>number, title of a column, sentence</comment>
        <translation>Zeile %L1, %2: %3</translation>
    </message>
    <message>
        <source>Line %L1, %2, “%3”: %4</source>
        <comment>number, title of a column, text, sentence</comment>
        <translation>Zeile %L1, %2, „%3“: %4</translation>
    </message>
    <message numerus="yes">
        <source>There are %Ln more.</source>
        <comment>problems</comment>
        <translation>
            <numerusform>Es gibt noch %Ln weiteres.</numerusform>
            <numerusform>Es gibt noch %Ln weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read as %1 with %2; the titles are in line %L3.</source>
        <comment>encoding, semicolons, number</comment>
        <translation>Gelesen als %1 mit %2; die Titel stehen in Zeile %L3.</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <comment>title of a column, name of a field</comment>
        <translation>%1 ist %2</translation>
    </message>
    <message>
        <source>Not used: %1.</source>
        <comment>titles of columns</comment>
        <translation>Nicht verwendet: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s) would be created.</source>
        <translation>
            <numerusform>%Ln Sitzung würde erstellt.</numerusform>
            <numerusform>%Ln Sitzungen würden erstellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Together: %2.</source>
        <comment>sentence, amounts</comment>
        <translation>%1 Zusammen: %2.</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln, the amount is not known.</source>
        <translation>
            <numerusform>Von %Ln ist der Betrag nicht bekannt.</numerusform>
            <numerusform>Von %Ln ist der Betrag nicht bekannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>It runs at this moment: %1</source>
        <comment>sentence</comment>
        <translation>Er läuft gerade: %1</translation>
    </message>
    <message>
        <source>The result would take the place of the file that is read. Name another file with --result.</source>
        <translation>Das Ergebnis würde die Datei ersetzen, die gelesen wird. Nennen Sie mit --result eine andere Datei.</translation>
    </message>
    <message>
        <source>To send them all the same: tilldeck-cli import --resume %1 %2 --another</source>
        <translation>Um sie trotzdem zu senden: tilldeck-cli import --resume %1 %2 --another</translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s) were created, and this computer could not keep them. Copy them now, as they stand here. Do not create them again: they exist, and are taken into the list when Tilldeck starts next and can write.</source>
        <translation>
            <numerusform>%Ln Sitzung wurde erstellt, und dieser Computer konnte sie nicht aufbewahren. Kopieren Sie sie jetzt, wie sie hier steht. Erstellen Sie sie nicht noch einmal: Sie besteht und wird in die Liste aufgenommen, wenn Tilldeck das nächste Mal startet und schreiben kann.</numerusform>
            <numerusform>%Ln Sitzungen wurden erstellt, und dieser Computer konnte sie nicht aufbewahren. Kopieren Sie sie jetzt, wie sie hier stehen. Erstellen Sie sie nicht noch einmal: Sie bestehen und werden in die Liste aufgenommen, wenn Tilldeck das nächste Mal startet und schreiben kann.</numerusform>
        </translation>
    </message>
    <message>
        <source>You receive %1, and the customer pays what the provider adds to it, too.</source>
        <comment>amount</comment>
        <translation>Sie erhalten %1, und der Kunde zahlt auch, was der Anbieter dazurechnet.</translation>
    </message>
</context>
<context>
    <name>tilldeck::cli::Interruption</name>
    <message>
        <source>If it is listed without an answer: tilldeck-cli session resolve INTENT %1</source>
        <translation>Wenn sie dort ohne Antwort steht: tilldeck-cli session resolve INTENT %1</translation>
    </message>
    <message>
        <source>Interrupted: it is not known whether the money was given back. Do not give it back again before you have looked: tilldeck-cli transaction show %1 %2</source>
        <translation>Unterbrochen: Es ist nicht bekannt, ob das Geld erstattet wurde. Erstatten Sie es nicht noch einmal, bevor Sie nachgesehen haben: tilldeck-cli transaction show %1 %2</translation>
    </message>
    <message>
        <source>If a refund of unknown outcome is listed: tilldeck-cli transaction resolve REFUND %1</source>
        <translation>Wenn dort eine Erstattung mit unbekanntem Ausgang steht: tilldeck-cli transaction resolve REFUND %1</translation>
    </message>
    <message>
        <source>Interrupted: it is not known what was made. Do not ask for it again before you have looked: tilldeck-cli promotion unfinished %1</source>
        <translation>Unterbrochen: Es ist nicht bekannt, was angelegt wurde. Verlangen Sie es nicht noch einmal, bevor Sie nachgesehen haben: tilldeck-cli promotion unfinished %1</translation>
    </message>
    <message>
        <source>What is listed was made: tilldeck-cli promotion list %1</source>
        <translation>Was in der Liste steht, wurde angelegt: tilldeck-cli promotion list %1</translation>
    </message>
    <message>
        <source>Interrupted: it is not known whether the session was created. Do not create it again before you have looked: tilldeck-cli session list --refresh %1</source>
        <translation>Unterbrochen: Es ist nicht bekannt, ob die Sitzung angelegt wurde. Legen Sie sie nicht noch einmal an, bevor Sie nachgesehen haben: tilldeck-cli session list --refresh %1</translation>
    </message>
    <message>
        <source>Interrupted: nothing was sent.</source>
        <translation>Unterbrochen: Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Interrupted: rows that were under way may have been created, and are of unknown outcome. The others are planned still: tilldeck-cli import --resume %1 %2</source>
        <translation>Unterbrochen: Zeilen, die unterwegs waren, können erstellt worden sein; ihr Ausgang ist unbekannt. Die anderen sind weiterhin geplant: tilldeck-cli import --resume %1 %2</translation>
    </message>
</context>
<context>
    <name>tilldeck::cli::Ledger</name>
    <message>
        <source>Ledger and journal are whole and belong together.</source>
        <translation>Ledger und Journal sind unbeschädigt und gehören zusammen.</translation>
    </message>
    <message>
        <source>Something is wrong with these files; see above.</source>
        <translation>Mit diesen Dateien stimmt etwas nicht, siehe oben.</translation>
    </message>
    <message>
        <source>Ledger and journal are one pair from now on.</source>
        <translation>Ledger und Journal sind von jetzt an ein Paar.</translation>
    </message>
    <message numerus="yes">
        <source>The damaged journal is kept as %1; %Ln creations and refunds of it could be read.</source>
        <translation>
            <numerusform>Das beschädigte Journal bleibt als %1 erhalten; %Ln Anlage oder Erstattung davon war lesbar.</numerusform>
            <numerusform>Das beschädigte Journal bleibt als %1 erhalten; %Ln Anlagen und Erstattungen davon waren lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 To go on all the same, add --yes.</source>
        <comment>a risk</comment>
        <translation>%1 Um trotzdem fortzufahren, fügen Sie --yes hinzu.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>%1
Go on with these files? Type &quot;yes&quot;: </source>
        <comment>a risk</comment>
        <translation>%1
Mit diesen Dateien fortfahren? Geben Sie „yes“ ein: </translation>
    </message>
    <message>
        <source>%1 of %2 sessions, %3 a second, %4 s left.</source>
        <translation>%1 von %2 Sessions, %3 je Sekunde, noch %4 s.</translation>
    </message>
    <message>
        <source>Write the moment as 2026-11-30T12:00:00Z.</source>
        <translation>Schreiben Sie den Zeitpunkt als 2026-11-30T12:00:00Z.</translation>
    </message>
    <message>
        <source>This is for measuring, and only in a new folder: set TILLDECK_DATA_DIR to one that does not exist yet.</source>
        <translation>Das dient Messungen und geht nur in einem neuen Ordner: Setzen Sie TILLDECK_DATA_DIR auf einen, den es noch nicht gibt.</translation>
    </message>
    <message>
        <source>Made %1 sessions in %2 s.</source>
        <translation>%1 Sessions in %2 s erzeugt.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are left.</source>
        <translation>
            <numerusform>%n Zeile steht noch aus.</numerusform>
            <numerusform>%n Zeilen stehen noch aus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every word of sessions and payments is in the index, which takes %1.</source>
        <translation>Jedes Wort von Sitzungen und Zahlungen steht im Index, der %1 belegt.</translation>
    </message>
    <message>
        <source>The index of words was damaged. It holds nothing that is not in the lists, and is made anew from them: at once by “tilldeck-cli ledger index”, else by the window while nothing else happens. Until then a search looks through the rows.</source>
        <translation>Das Verzeichnis der Wörter war beschädigt. Es enthält nichts, was nicht in den Listen steht, und wird aus ihnen neu angelegt: sofort mit „tilldeck-cli ledger index“, sonst vom Fenster, während nichts anderes geschieht. Bis dahin geht eine Suche die Zeilen durch.</translation>
    </message>
</context>
<context>
    <name>tilldeck::cli::Promotions</name>
    <message>
        <source>used %1 of %2</source>
        <translation>genutzt %1 von %2</translation>
    </message>
    <message>
        <source>used %1</source>
        <translation>genutzt %1</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>This provider does not list promotion codes.</source>
        <translation>Dieser Anbieter führt keine Rabattcodes auf.</translation>
    </message>
    <message>
        <source>There are no promotion codes.</source>
        <translation>Es gibt keine Rabattcodes.</translation>
    </message>
    <message>
        <source>There is no promotion code “%1”.</source>
        <translation>Es gibt keinen Rabattcode „%1“.</translation>
    </message>
    <message>
        <source>%1 is switched off.</source>
        <translation>%1 ist abgeschaltet.</translation>
    </message>
    <message>
        <source>coupon off</source>
        <translation>Gutschein aus</translation>
    </message>
    <message>
        <source>coupon expired</source>
        <translation>Gutschein abgelaufen</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>coupon used up</source>
        <translation>Gutschein aufgebraucht</translation>
    </message>
    <message>
        <source>used up</source>
        <translation>aufgebraucht</translation>
    </message>
    <message>
        <source>The provider has more promotion codes. These are the first %L1.</source>
        <translation>Der Anbieter hat weitere Rabattcodes. Dies sind die ersten %L1.</translation>
    </message>
    <message>
        <source>It was made: %1</source>
        <comment>ID</comment>
        <translation>Es wurde ausgeführt: %1</translation>
    </message>
    <message>
        <source>It was not made. %1</source>
        <comment>why</comment>
        <translation>Es wurde nicht ausgeführt. %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln were not sent.</source>
        <translation>
            <numerusform>%Ln wurde nicht gesendet.</numerusform>
            <numerusform>%Ln wurden nicht gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no account named &quot;%1&quot;.</source>
        <translation>Es gibt kein Konto namens „%1“.</translation>
    </message>
    <message>
        <source>What was not sent stays unsent.</source>
        <translation>Was nicht gesendet wurde, bleibt ungesendet.</translation>
    </message>
    <message>
        <source>Noted as not made.</source>
        <translation>Als nicht ausgeführt vermerkt.</translation>
    </message>
    <message>
        <source>Look it up: tilldeck-cli promotion unfinished %1</source>
        <translation>Nachsehen: tilldeck-cli promotion unfinished %1</translation>
    </message>
    <message>
        <source>Look it up: tilldeck-cli promotion resolve %1 %2</source>
        <translation>Nachsehen: tilldeck-cli promotion resolve %1 %2</translation>
    </message>
    <message>
        <source>Go on with it: tilldeck-cli promotion resume %1 %2</source>
        <translation>Fortsetzen: tilldeck-cli promotion resume %1 %2</translation>
    </message>
    <message>
        <source>Close it: tilldeck-cli promotion resume %1 %2 --leave</source>
        <translation>Schließen: tilldeck-cli promotion resume %1 %2 --leave</translation>
    </message>
    <message numerus="yes">
        <source>%Ln promotion code(s) could not be read: %1.</source>
        <translation>
            <numerusform>Ein Rabattcode war nicht lesbar: %1.</numerusform>
            <numerusform>%Ln Rabattcodes waren nicht lesbar: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no promotion codes that can be read.</source>
        <translation>Es gibt keine Rabattcodes, die lesbar sind.</translation>
    </message>
    <message>
        <source>No coupon, promotion code or processor route is unfinished.</source>
        <translation>Kein Gutschein, kein Rabattcode und kein Zahlungsweg ist unvollendet.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>To make others all the same, add --another.</source>
        <translation>Um trotzdem weitere anzulegen, fügen Sie --another hinzu.</translation>
    </message>
    <message>
        <source>Send it again: tilldeck-cli promotion resolve %1 %2 --send-again</source>
        <translation>Noch einmal senden: tilldeck-cli promotion resolve %1 %2 --send-again</translation>
    </message>
    <message>
        <source>Close it as not made: tilldeck-cli promotion resolve %1 %2 --not-made</source>
        <translation>Als nicht ausgeführt schließen: tilldeck-cli promotion resolve %1 %2 --not-made</translation>
    </message>
    <message>
        <source>  %1</source>
        <comment>a sentence below a command</comment>
        <translation>  %1</translation>
    </message>
    <message>
        <source>The provider lists nothing like it. It may still appear.</source>
        <translation>Der Anbieter listet nichts Entsprechendes. Es kann noch erscheinen.</translation>
    </message>
    <message>
        <source>The provider does not tell. Look in its own dashboard.</source>
        <translation>Der Anbieter gibt keine Auskunft. Sehen Sie in seinem Dashboard nach.</translation>
    </message>
    <message>
        <source>It is “%1”: tilldeck-cli promotion resolve %2 %3 --is %4</source>
        <comment>name, ids</comment>
        <translation>Es ist „%1“: tilldeck-cli promotion resolve %2 %3 --is %4</translation>
    </message>
    <message>
        <source>It was done.</source>
        <translation>Es wurde ausgeführt.</translation>
    </message>
    <message>
        <source>What is made ends on %1.</source>
        <comment>day, time and zone</comment>
        <translation>Was erstellt wird, endet am %1.</translation>
    </message>
    <message>
        <source>See what became of it: tilldeck-cli promotion resume %1 %2</source>
        <translation>Sehen Sie nach, was daraus wurde: tilldeck-cli promotion resume %1 %2</translation>
    </message>
    <message>
        <source>The provider lists what may be it. Look in its own dashboard.</source>
        <translation>Der Anbieter listet etwas, das es sein kann. Sehen Sie in dessen eigenem Dashboard nach.</translation>
    </message>
    <message>
        <source>If “%1” was made by this: tilldeck-cli promotion resume %2 %3 --is %4</source>
        <comment>code, ID of the batch, options, ID of the code</comment>
        <translation>Wenn „%1“ hierdurch erstellt wurde: tilldeck-cli promotion resume %2 %3 --is %4</translation>
    </message>
    <message>
        <source>To close it all the same, add --again.</source>
        <translation>Um es trotzdem zu schließen, setzen Sie --again hinzu.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln coupon(s) could not be read: %1.</source>
        <translation>
            <numerusform>Ein Gutschein war nicht lesbar: %1.</numerusform>
            <numerusform>%Ln Gutscheine waren nicht lesbar: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::cli::Search</name>
    <message>
        <source>“%1”: %2</source>
        <comment>a field of a search, what is wrong with it</comment>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>Name one status, with --status or with “status:”: --status says %1, the search %2.</source>
        <translation>Nennen Sie einen Status, mit --status oder mit „status:“: --status sagt %1, die Suche %2.</translation>
    </message>
</context>
<context>
    <name>tilldeck::cli::Sessions</name>
    <message>
        <source>Fix the draft first. Nothing was sent.</source>
        <translation>Berichtigen Sie zuerst den Entwurf. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>This is the list of this computer. %1</source>
        <translation>Das ist die Liste dieses Computers. %1</translation>
    </message>
    <message>
        <source>The draft %1 cannot be read.</source>
        <translation>Der Entwurf %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The draft is larger than 1 MiB.</source>
        <translation>Der Entwurf ist größer als 1 MiB.</translation>
    </message>
    <message>
        <source>No session matches.</source>
        <translation>Keine passende Sitzung.</translation>
    </message>
    <message>
        <source>Noted as not created. The same draft can be created again.</source>
        <translation>Als nicht erstellt vermerkt. Derselbe Entwurf kann noch einmal erstellt werden.</translation>
    </message>
    <message>
        <source>The provider does not tell. Look in its own dashboard, then resolve it with --not-created if it was not created.</source>
        <translation>Der Anbieter sagt es nicht. Sehen Sie in seiner Oberfläche nach und schließen Sie mit --not-created ab, wenn sie nicht erstellt wurde.</translation>
    </message>
    <message>
        <source>Standard input holds no session. Nothing was looked up.</source>
        <translation>Die Standardeingabe enthält keine Sitzung. Es wurde nichts abgefragt.</translation>
    </message>
    <message>
        <source>Copy this now. Do not create the session again: it exists, and is taken into the list when Tilldeck starts next and can write.</source>
        <translation>Kopieren Sie dies jetzt. Erstellen Sie die Sitzung nicht noch einmal: Es gibt sie, und sie kommt in die Liste, wenn Tilldeck das nächste Mal startet und schreiben kann.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Sessions that may be this one: %1.</source>
        <translation>Sitzungen, die es sein können: %1.</translation>
    </message>
    <message>
        <source>If it is one of them, resolve it with --is and its ID; if it is none, with --not-created.</source>
        <translation>Ist es eine davon, klären Sie es mit --is und ihrer ID; ist es keine, mit --not-created.</translation>
    </message>
    <message>
        <source>Only the newest %L1 are shown. --limit shows more.</source>
        <translation>Nur die neuesten %L1 werden gezeigt. --limit zeigt mehr.</translation>
    </message>
    <message>
        <source>Copy this now: %1 keeps tokens out of the files of this computer, and the provider does not report this one again.</source>
        <translation>Kopieren Sie dies jetzt: %1 hält Token aus den Dateien dieses Computers heraus, und der Anbieter meldet dieses nicht noch einmal.</translation>
    </message>
    <message>
        <source>To close it all the same, add --again.</source>
        <translation>Um sie trotzdem zu schließen, setzen Sie --again hinzu.</translation>
    </message>
    <message>
        <source>The token is kept in no file. To be told it: tilldeck-cli session show %1 %2 --reveal</source>
        <translation>Das Token steht in keiner Datei. So wird es angezeigt: tilldeck-cli session show %1 %2 --reveal</translation>
    </message>
    <message>
        <source>Look it up: tilldeck-cli session resolve %1 %2</source>
        <translation>Nachsehen: tilldeck-cli session resolve %1 %2</translation>
    </message>
    <message>
        <source>To create another one all the same, add --another.</source>
        <translation>Um trotzdem eine weitere zu erstellen, fügen Sie --another hinzu.</translation>
    </message>
    <message>
        <source>It is not known whether the session was created. Do not create it again before you have looked: tilldeck-cli session resolve %1 %2</source>
        <translation>Es ist nicht bekannt, ob die Sitzung erstellt wurde. Erstellen Sie sie nicht noch einmal, bevor Sie nachgesehen haben: tilldeck-cli session resolve %1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>URL, sentences</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>It is not known whether the session was created. Send it again under the same key, which acts once; a look-up would tell no URL: tilldeck-cli session resolve %1 %2 --send-again</source>
        <translation>Ob die Sitzung erstellt wurde, ist nicht bekannt. Senden Sie sie unter demselben Schlüssel noch einmal, der nur einmal wirkt; das Nachsehen würde keine URL nennen: tilldeck-cli session resolve %1 %2 --send-again</translation>
    </message>
    <message>
        <source>%1 The draft was not compared with the catalog.</source>
        <comment>why it cannot be read</comment>
        <translation>%1 Der Entwurf wurde nicht mit dem Katalog verglichen.</translation>
    </message>
    <message>
        <source>Nothing that was loaded before matches.</source>
        <translation>Von dem, was früher geladen wurde, passt nichts.</translation>
    </message>
    <message>
        <source>Nothing was created.</source>
        <translation>Es wurde nichts erstellt.</translation>
    </message>
    <message>
        <source>%1 If you are sure that it is this one, add --without-proof.</source>
        <comment>why it may be another one</comment>
        <translation>%1 Wenn Sie sicher sind, dass es diese ist, setzen Sie --without-proof hinzu.</translation>
    </message>
    <message>
        <source>To see it whole: tilldeck-cli session show %1 %2 --reveal</source>
        <translation>Um alles zu sehen: tilldeck-cli session show %1 %2 --reveal</translation>
    </message>
    <message>
        <source>Send it again under the same idempotency key, which acts once: tilldeck-cli session resolve %1 %2 --send-again</source>
        <translation>Noch einmal unter demselben Idempotenzschlüssel senden, der einmal wirkt: tilldeck-cli session resolve %1 %2 --send-again</translation>
    </message>
    <message>
        <source>%1 If you are sure, resolve it with --not-created.</source>
        <comment>no session fits</comment>
        <translation>%1 Wenn Sie sicher sind, schließen Sie sie mit --not-created ab.</translation>
    </message>
    <message>
        <source>Send it again: tilldeck-cli session resolve %1 %2 --send-again</source>
        <translation>Erneut senden: tilldeck-cli session resolve %1 %2 --send-again</translation>
    </message>
    <message>
        <source>Take it without its URL: tilldeck-cli session resolve %1 %2 --is %3</source>
        <translation>Ohne ihre URL übernehmen: tilldeck-cli session resolve %1 %2 --is %3</translation>
    </message>
    <message>
        <source>%1 has not been asked for the lists of %2 yet, or it is not known when. This is what this computer knows; --refresh asks first.</source>
        <comment>provider, account</comment>
        <translation>%1 wurde noch nicht nach den Listen von %2 gefragt, oder es ist nicht bekannt, wann. Dies ist, was dieser Computer weiß; --refresh fragt zuerst.</translation>
    </message>
    <message>
        <source>As of %1; --refresh asks %2 first.</source>
        <comment>time, provider</comment>
        <translation>Stand %1; --refresh fragt zuerst %2.</translation>
    </message>
    <message>
        <source>It is of %1.</source>
        <comment>time</comment>
        <translation>Sie ist vom %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of %1 were not sent. Go on with them: tilldeck-cli import --resume %2 %3</source>
        <comment>name of a file, ID, options</comment>
        <translation>
            <numerusform>%Ln Zeile von %1 wurde nicht gesendet. Damit weitermachen: tilldeck-cli import --resume %2 %3</numerusform>
            <numerusform>%Ln Zeilen von %1 wurden nicht gesendet. Damit weitermachen: tilldeck-cli import --resume %2 %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::cli::Shapes</name>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1 (estimate)</source>
        <translation>%1 (Schätzung)</translation>
    </message>
    <message>
        <source>Session ID:    %1</source>
        <translation>Sitzungs-ID:     %1</translation>
    </message>
    <message>
        <source>Status:        %1</source>
        <translation>Status:          %1</translation>
    </message>
    <message>
        <source>Customer pays: %1</source>
        <translation>Kunde zahlt:     %1</translation>
    </message>
    <message>
        <source>Secure token:  %1</source>
        <translation>Secure-Token:    %1</translation>
    </message>
    <message>
        <source>Checkout URL:  %1</source>
        <translation>Checkout-URL:    %1</translation>
    </message>
    <message>
        <source>Expires:       %1</source>
        <translation>Läuft ab:        %1</translation>
    </message>
    <message>
        <source>Paid on tier:  %1</source>
        <translation>Bezahlte Stufe:  %1</translation>
    </message>
    <message>
        <source>  tier %1: paid</source>
        <translation>  Stufe %1: bezahlt</translation>
    </message>
    <message>
        <source>  tier %1: declined (%2)</source>
        <translation>  Stufe %1: abgelehnt (%2)</translation>
    </message>
    <message>
        <source>tier %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>Tier 1, tried first</source>
        <translation>Stufe 1, wird zuerst versucht</translation>
    </message>
    <message>
        <source>Tier %1, if tier %2 is declined</source>
        <translation>Stufe %1, wenn Stufe %2 abgelehnt wird</translation>
    </message>
    <message>
        <source>  %1 × %2: %3</source>
        <comment>item, quantity, amount</comment>
        <translation>  %1 × %2: %3</translation>
    </message>
    <message>
        <source>  %1: −%2</source>
        <comment>discount, amount</comment>
        <translation>  %1: −%2</translation>
    </message>
    <message>
        <source>  Customer pays: %1</source>
        <translation>  Kunde zahlt: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (quoted)</source>
        <translation>%1 (Angebot)</translation>
    </message>
    <message>
        <source>  In words: %1</source>
        <translation>  In Worten: %1</translation>
    </message>
    <message>
        <source>  Fee: %1, paid by the customer</source>
        <translation>  Gebühr: %1, vom Kunden bezahlt</translation>
    </message>
    <message>
        <source>  Fee: %1, not added to what the customer pays</source>
        <translation>  Gebühr: %1, kommt beim Kunden nicht dazu</translation>
    </message>
    <message>
        <source>  You receive: %1</source>
        <translation>  Sie erhalten: %1</translation>
    </message>
    <message>
        <source>  Rate as reported: %1</source>
        <translation>  Gemeldeter Kurs: %1</translation>
    </message>
    <message>
        <source>  The reported rate does not fit these amounts. Both are shown as they came.</source>
        <translation>  Der gemeldete Kurs passt nicht zu diesen Beträgen. Beides steht hier, wie es kam.</translation>
    </message>
    <message>
        <source>  Gateway: %1</source>
        <translation>  Gateway: %1</translation>
    </message>
    <message>
        <source>  International payment</source>
        <translation>  Internationale Zahlung</translation>
    </message>
    <message>
        <source>  Domestic payment</source>
        <translation>  Inlandszahlung</translation>
    </message>
    <message>
        <source>Gateway:       %1</source>
        <translation>Gateway:         %1</translation>
    </message>
    <message>
        <source>Client secret: %1</source>
        <translation>Client-Secret:   %1</translation>
    </message>
    <message>
        <source>Publishable:   %1</source>
        <translation>Publishable Key: %1</translation>
    </message>
    <message>
        <source>Fee:           %1, paid by the customer</source>
        <translation>Gebühr:          %1, vom Kunden bezahlt</translation>
    </message>
    <message>
        <source>Fee:           %1, paid by the business</source>
        <translation>Gebühr:          %1, vom Händler bezahlt</translation>
    </message>
    <message>
        <source>%1, the provider says &quot;%2&quot;</source>
        <comment>status</comment>
        <translation>%1, der Anbieter sagt &quot;%2&quot;</translation>
    </message>
    <message>
        <source>Secure token:  kept in no file of this computer</source>
        <translation>Token:         steht in keiner Datei dieses Computers</translation>
    </message>
    <message>
        <source>refund of %1</source>
        <comment>payment</comment>
        <translation>Erstattung zu %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, its text</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>  Commission: %1 (computed here)</source>
        <translation>  Provision: %1 (hier berechnet)</translation>
    </message>
    <message>
        <source>  %1 is credited with: %2 (computed here)</source>
        <comment>sub-merchant, amount</comment>
        <translation>  %1 werden gutgeschrieben: %2 (hier berechnet)</translation>
    </message>
    <message>
        <source>  Priced: %1, of which</source>
        <translation>  Preis: %1, davon</translation>
    </message>
    <message>
        <source>  You receive: %1 (computed here), before the fee, which you pay</source>
        <translation>  Sie erhalten: %1 (hier berechnet), vor der Gebühr, die Sie zahlen</translation>
    </message>
    <message>
        <source>  You receive: %1 (computed here)</source>
        <translation>  Sie erhalten: %1 (hier berechnet)</translation>
    </message>
    <message>
        <source>  Valid until: %1</source>
        <translation>  Gültig bis: %1</translation>
    </message>
    <message>
        <source>  %1: what it takes off is not known here</source>
        <comment>discount</comment>
        <translation>  %1: Was der Code abzieht, ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>Customer paid: %1</source>
        <translation>Kunde zahlte:    %1</translation>
    </message>
    <message>
        <source>Not paid:      %1</source>
        <translation>Nicht gezahlt:   %1</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation>Einzelheiten: %1</translation>
    </message>
    <message>
        <source>Expired:       %1</source>
        <translation>Abgelaufen:      %1</translation>
    </message>
</context>
<context>
    <name>tilldeck::cli::Transactions</name>
    <message>
        <source>Gave %1 back.</source>
        <translation>%1 erstattet.</translation>
    </message>
    <message>
        <source>No transaction matches.</source>
        <translation>Keine passende Transaktion.</translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n payment(s) to %1.</source>
        <translation>
            <numerusform>%n Zahlung in %1 geschrieben.</numerusform>
            <numerusform>%n Zahlungen in %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Can be given back: %1</source>
        <translation>Erstattbar: %1</translation>
    </message>
    <message>
        <source>Refund of %1, outcome unknown: %2</source>
        <translation>Erstattung über %1, Ausgang unbekannt: %2</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Noted as not given back. The amount can be refunded again.</source>
        <translation>Als nicht erstattet vermerkt. Der Betrag kann noch einmal erstattet werden.</translation>
    </message>
    <message>
        <source>If it was made, %1 of %2 is paid twice. Type “again” to send it: </source>
        <translation>Wenn sie ausgeführt wurde, werden %1 von %2 doppelt erstattet. Zum Senden „again“ eingeben: </translation>
    </message>
    <message>
        <source>Asked for %1 back; %2 has not said yet that it gave it back.</source>
        <comment>an amount, provider</comment>
        <translation>Erstattung von %1 angefordert; %2 hat noch nicht gemeldet, dass erstattet wurde.</translation>
    </message>
    <message>
        <source>Asked for %1 back; %2 says “%3”.</source>
        <comment>an amount, provider, its word</comment>
        <translation>Erstattung von %1 angefordert; %2 meldet „%3“.</translation>
    </message>
    <message>
        <source>Refund of %1, not given back after all: %2</source>
        <translation>Erstattung von %1, doch nicht ausgeführt: %2</translation>
    </message>
    <message>
        <source>Noted as given back. The amount is not offered again.</source>
        <translation>Als erstattet vermerkt. Der Betrag wird nicht noch einmal angeboten.</translation>
    </message>
    <message>
        <source>%1 of %2 is paid twice then. Type “again” to send it: </source>
        <comment>an amount, payment</comment>
        <translation>%1 von %2 wird dann zweimal gezahlt. Geben Sie „again“ ein, um es zu senden: </translation>
    </message>
    <message>
        <source>To give it back once more all the same, add --again.</source>
        <translation>Um trotzdem noch einmal zu erstatten, fügen Sie --again hinzu.</translation>
    </message>
    <message>
        <source>Nothing was given back now.</source>
        <translation>Jetzt wurde nichts erstattet.</translation>
    </message>
    <message>
        <source>%1 of %2: outcome unknown</source>
        <comment>amount, payment</comment>
        <translation>%1 von %2: Ausgang unbekannt</translation>
    </message>
    <message>
        <source>%1 of %2: not given back after all</source>
        <comment>amount, payment</comment>
        <translation>%1 von %2: doch nicht erstattet</translation>
    </message>
    <message>
        <source>%1 of %2: asked for, not yet given back</source>
        <comment>amount, payment</comment>
        <translation>%1 von %2: angefordert, noch nicht erstattet</translation>
    </message>
    <message>
        <source>“%1” is not an amount in %2.</source>
        <translation>„%1“ ist kein Betrag in %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n decimal(s) at most.</source>
        <translation>
            <numerusform>%1 hat höchstens %n Nachkommastelle.</numerusform>
            <numerusform>%1 hat höchstens %n Nachkommastellen.</numerusform>
        </translation>
    </message>
    <message>
        <source>To give it back once more all the same, add --again. Find out first: tilldeck-cli transaction resolve %1 %2</source>
        <translation>Um trotzdem noch einmal zu erstatten, fügen Sie --again hinzu. Klären Sie zuerst, was daraus wurde: tilldeck-cli transaction resolve %1 %2</translation>
    </message>
    <message>
        <source>It is not known whether this was given back. Do not refund it again before you have looked: tilldeck-cli transaction resolve %1 %2</source>
        <translation>Es ist nicht bekannt, ob erstattet wurde. Erstatten Sie nicht noch einmal, bevor Sie nachgesehen haben: tilldeck-cli transaction resolve %1 %2</translation>
    </message>
    <message>
        <source>It is listed as a refund of unknown outcome when Tilldeck starts next and can write. Look then: tilldeck-cli transaction resolve %1 %2</source>
        <translation>Sie steht als Erstattung mit unbekanntem Ausgang in der Liste, sobald Tilldeck wieder startet und schreiben kann. Dann nachsehen: tilldeck-cli transaction resolve %1 %2</translation>
    </message>
    <message>
        <source>Close it if it failed there; if it did not, the same amount could be paid twice then: tilldeck-cli transaction resolve %1 %2 --not-refunded</source>
        <translation>Schließen Sie sie, wenn sie dort gescheitert ist; ist sie es nicht, könnte derselbe Betrag danach doppelt ausgezahlt werden: tilldeck-cli transaction resolve %1 %2 --not-refunded</translation>
    </message>
    <message>
        <source>Take note: tilldeck-cli transaction resolve %1 %2 --not-refunded</source>
        <translation>Zur Kenntnis nehmen: tilldeck-cli transaction resolve %1 %2 --not-refunded</translation>
    </message>
    <message>
        <source>Look it up: tilldeck-cli transaction resolve %1 %2</source>
        <translation>Nachsehen: tilldeck-cli transaction resolve %1 %2</translation>
    </message>
    <message>
        <source>If it is one of them, resolve it with --is and its ID.</source>
        <translation>Wenn es eine davon ist, klären Sie sie mit --is und ihrer ID.</translation>
    </message>
    <message>
        <source>No refund is unfinished.</source>
        <translation>Keine Erstattung ist unvollendet.</translation>
    </message>
    <message>
        <source>If you looked in the provider&apos;s own dashboard and are sure, add --without-proof. The same money may be paid twice then.</source>
        <translation>Wenn Sie im eigenen Dashboard des Anbieters nachgesehen haben und sicher sind, fügen Sie --without-proof hinzu. Dasselbe Geld kann dann zweimal gezahlt werden.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <comment>path, the system&apos;s words</comment>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>%1 was given back. Nothing was sent now.</source>
        <comment>an amount</comment>
        <translation>%1 wurden erstattet. Jetzt wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Nothing was given back.</source>
        <translation>Es wurde nichts erstattet.</translation>
    </message>
    <message>
        <source>Nothing was loaded, so %1 was not written.</source>
        <comment>path</comment>
        <translation>Es wurde nichts geladen, deshalb wurde %1 nicht geschrieben.</translation>
    </message>
    <message>
        <source>“%1” is in another currency than the payment, which was in %2.</source>
        <translation>„%1“ ist in einer anderen Währung als die Zahlung, die in %2 war.</translation>
    </message>
    <message>
        <source>“%1” is too large for an amount.</source>
        <translation>„%1“ ist zu groß für einen Betrag.</translation>
    </message>
    <message>
        <source>“%1” is %2 to some and %3 to others. Write it as one of these, with the currency.</source>
        <comment>what was typed, two amounts</comment>
        <translation>„%1“ ist für die einen %2, für die anderen %3. Schreiben Sie einen dieser Beträge mit der Währung.</translation>
    </message>
    <message>
        <source>%1 has no decimals.</source>
        <translation>%1 hat keine Nachkommastellen.</translation>
    </message>
    <message>
        <source>%1 If you mean %2, write %3.</source>
        <comment>why, an amount, how it is written</comment>
        <translation>%1 Wenn Sie %2 meinen, schreiben Sie %3.</translation>
    </message>
    <message>
        <source>%1 Write %2, for example.</source>
        <comment>why, an amount</comment>
        <translation>%1 Schreiben Sie zum Beispiel %2.</translation>
    </message>
    <message>
        <source>The provider lists a refund of %1: %2, %3</source>
        <comment>amount, its word, ID</comment>
        <translation>Der Anbieter führt eine Erstattung von %1: %2, %3</translation>
    </message>
    <message>
        <source>A refund of this payment could not be read: %1</source>
        <comment>the provider&apos;s words</comment>
        <translation>Eine Erstattung dieser Zahlung war nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Give %1 of %2 back? Type &quot;yes&quot;: </source>
        <translation>%1 von %2 erstatten? Geben Sie „yes“ ein: </translation>
    </message>
    <message>
        <source>To give it back once more all the same, add --again. Look in the provider&apos;s own dashboard first.</source>
        <translation>Um trotzdem noch einmal zu erstatten, fügen Sie --again hinzu. Sehen Sie zuerst im Dashboard des Anbieters nach.</translation>
    </message>
    <message>
        <source>Refund of %1, counted no longer, which does not say that it failed: %2</source>
        <translation>Erstattung von %1, nicht mehr mitgezählt, was nicht sagt, dass sie fehlschlug: %2</translation>
    </message>
    <message>
        <source>Send it again: the provider is asked first, and only what that leaves open is sent, under the same idempotency key: tilldeck-cli transaction resolve %1 %2 --send-again</source>
        <translation>Erneut senden: Zuerst wird der Anbieter gefragt, und nur was das offen lässt, wird unter demselben Idempotenzschlüssel gesendet: tilldeck-cli transaction resolve %1 %2 --send-again</translation>
    </message>
</context>
<context>
    <name>tilldeck::cli::TypedTimes</name>
    <message>
        <source>“%1” is not a day. Write it as 2026-04-14.</source>
        <translation>„%1“ ist kein Tag. Schreiben Sie ihn als 2026-04-14.</translation>
    </message>
    <message>
        <source>“%1” is not a time zone. Write it as Europe/Berlin.</source>
        <translation>„%1“ ist keine Zeitzone. Schreiben Sie sie als Europe/Berlin.</translation>
    </message>
    <message>
        <source>No day lies between --since %1 and --before %2. The day of --before is the one after the last: for one day, write the next day.</source>
        <translation>Zwischen --since %1 und --before %2 liegt kein Tag. --before nennt den Tag nach dem letzten: Für einen einzigen Tag schreiben Sie den nächsten.</translation>
    </message>
    <message>
        <source>“%1” is neither a day nor a moment. Write it as 2026-12-31, which ends with that day, or as 2026-12-31T23:00:00Z.</source>
        <translation>„%1“ ist weder ein Tag noch ein Zeitpunkt. Schreiben Sie 2026-12-31, was mit diesem Tag endet, oder 2026-12-31T23:00:00Z.</translation>
    </message>
    <message>
        <source>%1 is over already. Write a day or a moment that is to come.</source>
        <translation>%1 ist schon vorbei. Schreiben Sie einen Tag oder Zeitpunkt, der noch kommt.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>moment, time zone</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 does not exist in %2, where the clock skips that hour. Write an earlier or a later moment.</source>
        <comment>moment, time zone</comment>
        <translation>%1 gibt es in %2 nicht, weil die Uhr diese Stunde überspringt. Schreiben Sie einen früheren oder späteren Zeitpunkt.</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <comment>moment, time zone, UTC+02:00</comment>
        <translation>%1 %2 (%3)</translation>
    </message>
    <message>
        <source>The day of --since %1 is still to come, so nothing can be of it. Write one that has begun.</source>
        <translation>Der Tag von --since %1 kommt erst noch, also kann nichts von ihm sein. Schreiben Sie einen, der schon begonnen hat.</translation>
    </message>
</context>
<context>
    <name>tilldeck::dashboard::Arguments</name>
    <message>
        <source>Usage: tilldeck [--help] [--version]
Opens the window in which checkout sessions are created and followed.
TILLDECK_DATA_DIR names the folder that holds its data. The same works without a window: tilldeck-cli --help</source>
        <translation>Aufruf: tilldeck [--help] [--version]
Öffnet das Fenster, in dem Checkout-Sitzungen erstellt und verfolgt werden.
TILLDECK_DATA_DIR nennt den Ordner mit den Daten. Dasselbe geht ohne Fenster: tilldeck-cli --help</translation>
    </message>
    <message>
        <source>“%1” is not understood. tilldeck --help says what is.</source>
        <translation>„%1“ wird nicht verstanden. Was geht, sagt tilldeck --help.</translation>
    </message>
</context>
<context>
    <name>tilldeck::dashboard::ConvertLedger</name>
    <message>
        <source>The ledger is brought to the form of this version: %1 of %2 rows.
If the program ends meanwhile, it goes on at the next start.</source>
        <translation>Das Ledger wird in die Form dieser Version gebracht: %1 von %2 Zeilen.
Endet das Programm währenddessen, geht es beim nächsten Start weiter.</translation>
    </message>
</context>
<context>
    <name>tilldeck::dashboard::Dashboard</name>
    <message>
        <source>The sandbox did not start</source>
        <translation>Die Sandbox ist nicht gestartet</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Checkout sessions</source>
        <translation>Checkout-Sitzungen</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Transaktionen</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>New checkout session</source>
        <translation>Neue Checkout-Sitzung</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>Rabatte</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Show the page %1 first, and choose what it is about.</source>
        <translation>Zeigen Sie zuerst die Seite %1, und wählen Sie, worum es geht.</translation>
    </message>
    <message>
        <source>Choose a session that this can be done with.</source>
        <translation>Wählen Sie eine Sitzung, mit der das geht.</translation>
    </message>
    <message>
        <source>Choose a row that this can be done with.</source>
        <translation>Wählen Sie eine Zeile, mit der das geht.</translation>
    </message>
    <message>
        <source>The keys of the sandbox come with it.</source>
        <translation>Die Schlüssel der Sandbox bringt sie selbst mit.</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>An import is running</source>
        <translation>Ein Import läuft</translation>
    </message>
    <message>
        <source>%1
What is under way still ends, then the window closes. Rows that were not sent stay planned: you can go on with them later, under Session, Import sessions.</source>
        <comment>how far it is</comment>
        <translation>%1
Was unterwegs ist, wird noch beendet, dann schließt das Fenster. Zeilen, die nicht gesendet sind, bleiben geplant: Sie können später unter „Sitzung“, „Sitzungen importieren“ mit ihnen weitermachen.</translation>
    </message>
    <message>
        <source>Go on importing</source>
        <translation>Weiter importieren</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
    <message>
        <source>Close all the same?</source>
        <translation>Trotzdem schließen?</translation>
    </message>
    <message>
        <source>Keep the window open</source>
        <translation>Fenster offen lassen</translation>
    </message>
</context>
<context>
    <name>tilldeck::dashboard::SandboxAccounts</name>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name of an account, a number</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 sandbox</source>
        <comment>name of an account: its provider</comment>
        <translation>%1-Sandbox</translation>
    </message>
    <message>
        <source>The built-in sandbox did not start. %1</source>
        <comment>sentence: why</comment>
        <translation>Die eingebaute Sandbox ist nicht gestartet. %1</translation>
    </message>
</context>
<context>
    <name>tilldeck::dashboard::StorageNotice</name>
    <message>
        <source>Ledger and journal of this computer are there and belong together.</source>
        <translation>Ledger und Journal dieses Computers sind da und gehören zusammen.</translation>
    </message>
    <message>
        <source>Data on this computer</source>
        <translation>Daten auf diesem Computer</translation>
    </message>
    <message>
        <source>Go on with these files</source>
        <translation>Mit diesen Dateien fortfahren</translation>
    </message>
    <message>
        <source>Rebuild the lists</source>
        <translation>Listen neu aufbauen</translation>
    </message>
    <message numerus="yes">
        <source>The damaged journal is kept as %1; %Ln creations and refunds of it could be read.</source>
        <translation>
            <numerusform>Das beschädigte Journal bleibt als %1 erhalten; %Ln Anlage oder Erstattung davon war lesbar.</numerusform>
            <numerusform>Das beschädigte Journal bleibt als %1 erhalten; %Ln Anlagen und Erstattungen davon waren lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on with these files…</source>
        <translation>Mit diesen Dateien fortfahren…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Go on with these files?</source>
        <translation>Mit diesen Dateien fortfahren?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>tilldeck::dashboard::StripText</name>
    <message>
        <source>%1: key refused.</source>
        <comment>account</comment>
        <translation>%1: Schlüssel abgelehnt.</translation>
    </message>
    <message>
        <source>%1: no answer.</source>
        <comment>account</comment>
        <translation>%1: keine Antwort.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>account, sentence</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 The other account is up to date.</source>
        <comment>sentence</comment>
        <translation>%1 Das andere Konto ist aktuell.</translation>
    </message>
    <message numerus="yes">
        <source>%1 The other %Ln accounts are up to date.</source>
        <comment>sentence</comment>
        <translation>
            <numerusform>%1 Das andere %Ln Konto ist aktuell.</numerusform>
            <numerusform>%1 Die anderen %Ln Konten sind aktuell.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: this computer&apos;s clock is %Ln minute(s) ahead of the provider&apos;s. Set it.</source>
        <comment>account</comment>
        <translation>
            <numerusform>%1: Die Uhr dieses Computers geht gegenüber der des Anbieters %Ln Minute vor. Stellen Sie sie.</numerusform>
            <numerusform>%1: Die Uhr dieses Computers geht gegenüber der des Anbieters %Ln Minuten vor. Stellen Sie sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: this computer&apos;s clock is %Ln minute(s) behind the provider&apos;s. Set it.</source>
        <comment>account</comment>
        <translation>
            <numerusform>%1: Die Uhr dieses Computers geht gegenüber der des Anbieters %Ln Minute nach. Stellen Sie sie.</numerusform>
            <numerusform>%1: Die Uhr dieses Computers geht gegenüber der des Anbieters %Ln Minuten nach. Stellen Sie sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another Tilldeck window works here. This one only shows.</source>
        <translation>Hier arbeitet ein anderes Fenster von Tilldeck. Dieses zeigt nur an.</translation>
    </message>
    <message>
        <source>Nothing is created until the files of this computer are repaired.</source>
        <translation>Es wird nichts erstellt, bis die Dateien auf diesem Computer repariert sind.</translation>
    </message>
    <message>
        <source>Nothing is created, because the files of this computer cannot be written.</source>
        <translation>Es wird nichts erstellt, weil die Dateien auf diesem Computer nicht beschrieben werden können.</translation>
    </message>
    <message>
        <source>%1: no key on this computer.</source>
        <comment>account</comment>
        <translation>%1: kein Schlüssel auf diesem Computer.</translation>
    </message>
    <message>
        <source>No keys on this computer: %1.</source>
        <comment>accounts</comment>
        <translation>Keine Schlüssel auf diesem Computer: %1.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::AcceptedFiles</name>
    <message numerus="yes">
        <source>%Ln creations and refunds of the damaged journal could not be read.</source>
        <translation>
            <numerusform>%Ln Anlage oder Erstattung des beschädigten Journals war nicht lesbar.</numerusform>
            <numerusform>%Ln Anlagen und Erstattungen des beschädigten Journals waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>A part of the damaged journal could not be read.</source>
        <translation>Ein Teil des beschädigten Journals war nicht lesbar.</translation>
    </message>
    <message>
        <source>Creations and refunds that the journal does not know any more can be made a second time. Look at the provider before you create a session or give money back again.</source>
        <translation>Was das Journal nicht mehr kennt, kann ein zweites Mal erstellt oder erstattet werden. Sehen Sie beim Anbieter nach, bevor Sie erneut eine Sitzung erstellen oder Geld erstatten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln coupons, promotion codes, routes or changes of them were sent or planned, and neither their contents nor what became of them is known any more. Compare your lists with those of the provider, then close them under Needs attention.</source>
        <translation>
            <numerusform>%Ln Gutschein, Rabattcode, Zahlungsweg oder eine Änderung daran wurde gesendet oder war geplant; weder der Inhalt noch der Ausgang ist noch bekannt. Vergleichen Sie Ihre Listen mit denen des Anbieters, dann schließen Sie das unter „Zu klären“ ab.</numerusform>
            <numerusform>%Ln Gutscheine, Rabattcodes, Zahlungswege oder Änderungen daran wurden gesendet oder waren geplant; weder ihr Inhalt noch ihr Ausgang ist noch bekannt. Vergleichen Sie Ihre Listen mit denen des Anbieters, dann schließen Sie sie unter „Zu klären“ ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of the damaged journal could be read: it is not known how many creations and refunds it held.</source>
        <translation>Vom beschädigten Journal war nichts lesbar: Es ist nicht bekannt, wie viele Anlagen und Erstattungen darin standen.</translation>
    </message>
    <message>
        <source>Sessions that no provider lists stay out of the lists, unless the lists are rebuilt from the journal.</source>
        <translation>Sitzungen, die kein Anbieter aufführt, fehlen in den Listen, sofern diese nicht aus dem Journal neu aufgebaut werden.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::ChargeOfAnother</name>
    <message>
        <source>The reference %1 belongs to another charge, %2, for %3. Nothing new may have been charged: give another reference to the next one.</source>
        <comment>reference, ID, customer</comment>
        <translation>Die Referenz %1 gehört zu einer anderen Zahlung, %2, für %3. Vielleicht wurde nichts Neues angelegt: Geben Sie der nächsten eine andere Referenz.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::CreateSession</name>
    <message>
        <source>Nothing was sent. Fix what is marked first.</source>
        <translation>Es wurde nichts gesendet. Berichtigen Sie zuerst, was markiert ist.</translation>
    </message>
    <message>
        <source>a moment ago</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>day and time</comment>
        <translation>am %1</translation>
    </message>
    <message>
        <source>The same is being created at this moment: it was sent %1.</source>
        <comment>a moment ago</comment>
        <translation>Dasselbe wird in diesem Moment erstellt: Es wurde %1 gesendet.</translation>
    </message>
    <message>
        <source>The same was created %1, as %2.</source>
        <comment>a moment ago, ID</comment>
        <translation>Dasselbe wurde %1 erstellt, als %2.</translation>
    </message>
    <message>
        <source>The same was sent %1, and its outcome is unknown.</source>
        <comment>a moment ago</comment>
        <translation>Dasselbe wurde %1 gesendet, und der Ausgang ist unbekannt.</translation>
    </message>
    <message>
        <source>This draft is being created at this moment: it was sent %1.</source>
        <comment>a moment ago</comment>
        <translation>Dieser Entwurf wird in diesem Moment erstellt: Er wurde %1 gesendet.</translation>
    </message>
    <message>
        <source>This draft was created %1, as %2.</source>
        <comment>a moment ago, ID</comment>
        <translation>Dieser Entwurf wurde %1 erstellt, als %2.</translation>
    </message>
    <message>
        <source>This draft was sent %1, and its outcome is unknown.</source>
        <comment>a moment ago</comment>
        <translation>Dieser Entwurf wurde %1 gesendet, und der Ausgang ist unbekannt.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::CreationEnd</name>
    <message>
        <source>This reference belongs to a charge made earlier; nothing new was charged.</source>
        <translation>Diese Referenz gehört zu einer früheren Abbuchung; es wurde nichts Neues abgebucht.</translation>
    </message>
    <message>
        <source>Created as %1, but this computer could not keep it.</source>
        <translation>Als %1 erstellt, aber dieser Computer konnte sie nicht speichern.</translation>
    </message>
    <message>
        <source>The provider answered with %1, the session of an earlier creation. It is not known whether another one was made: look in its dashboard.</source>
        <translation>Der Anbieter hat mit %1 geantwortet, der Sitzung einer früheren Anlage. Es ist nicht bekannt, ob eine weitere angelegt wurde: Sehen Sie in seinem Dashboard nach.</translation>
    </message>
    <message>
        <source>The provider answered with another session: %1 It is not known whether the one that was asked for was made: look in its dashboard.</source>
        <comment>in what it is another one</comment>
        <translation>Der Anbieter hat mit einer anderen Sitzung geantwortet: %1 Es ist nicht bekannt, ob die verlangte angelegt wurde: Sehen Sie in seinem Dashboard nach.</translation>
    </message>
    <message>
        <source>The provider answered with %1, which was listed before this was sent. It is not known whether another one was made: look in its dashboard.</source>
        <comment>ID</comment>
        <translation>Der Anbieter hat mit %1 geantwortet, die schon vorher in der Liste stand. Es ist nicht bekannt, ob eine weitere angelegt wurde: Sehen Sie in seinem Dashboard nach.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::Curl</name>
    <message>
        <source>This has no idempotency key: each run does it once more.</source>
        <translation>Dies hat keinen Idempotenzschlüssel: jeder Lauf tut es noch einmal.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::DataDirectory</name>
    <message>
        <source>The folder that %1 names has characters in its name that are not UTF-8. Rename it, or set TILLDECK_DATA_DIR to another folder.</source>
        <comment>variable of the environment</comment>
        <translation>Der Ordner, den %1 nennt, hat Zeichen im Namen, die nicht UTF-8 sind. Benennen Sie ihn um, oder setzen Sie TILLDECK_DATA_DIR auf einen anderen Ordner.</translation>
    </message>
    <message>
        <source>There is no place for the files of Tilldeck: HOME is not set, or is no folder. Set it, or set TILLDECK_DATA_DIR to a folder.</source>
        <translation>Es gibt keinen Platz für die Dateien von Tilldeck: HOME ist nicht gesetzt oder kein Ordner. Setzen Sie HOME, oder setzen Sie TILLDECK_DATA_DIR auf einen Ordner.</translation>
    </message>
    <message>
        <source>TILLDECK_DATA_DIR is set and empty, so it is not known which folder is meant. Set it to a folder, or take it out of the environment.</source>
        <translation>TILLDECK_DATA_DIR ist gesetzt und leer, deshalb ist nicht bekannt, welcher Ordner gemeint ist. Setzen Sie es auf einen Ordner, oder nehmen Sie es aus der Umgebung.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::Desk</name>
    <message>
        <source>This account is no longer connected.</source>
        <translation>Dieses Konto ist nicht mehr verbunden.</translation>
    </message>
    <message>
        <source>%1 is not in this version.</source>
        <translation>%1 gibt es in dieser Version nicht.</translation>
    </message>
    <message>
        <source>Tilldeck was closed before an answer came.</source>
        <translation>Tilldeck wurde geschlossen, bevor eine Antwort kam.</translation>
    </message>
    <message>
        <source>%1 Until then nothing is created, refunded or changed at a provider.</source>
        <comment>what is wrong and what to do</comment>
        <translation>%1 Bis dahin wird bei keinem Anbieter etwas erstellt, erstattet oder geändert.</translation>
    </message>
    <message>
        <source>A Tilldeck window works on %1. Close it, or do this in it: Help › Data on this computer.</source>
        <translation>Ein Tilldeck-Fenster arbeitet mit %1. Schließen Sie es, oder tun Sie dies darin: Hilfe › Daten auf diesem Computer.</translation>
    </message>
    <message>
        <source>The key of %1 is none, so nothing was sent. %2</source>
        <comment>account, sentence</comment>
        <translation>Der Schlüssel von %1 ist keiner, also wurde nichts gesendet. %2</translation>
    </message>
    <message>
        <source>Another Tilldeck window works on %1. This one shows what is there and changes nothing. To work in it, close the other one.</source>
        <translation>Ein anderes Fenster von Tilldeck arbeitet mit %1. Dieses zeigt, was da ist, und ändert nichts. Schließen Sie das andere, um in diesem zu arbeiten.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be used. Check that it is yours and writable, or start Tilldeck with TILLDECK_DATA_DIR set to another folder.</source>
        <translation>Der Ordner %1 kann nicht benutzt werden. Prüfen Sie, ob er Ihnen gehört und beschreibbar ist, oder starten Sie Tilldeck mit einem anderen Ordner in TILLDECK_DATA_DIR.</translation>
    </message>
    <message>
        <source>The files are being looked over and repaired already.</source>
        <translation>Die Dateien werden bereits durchgesehen und repariert.</translation>
    </message>
    <message>
        <source>Tokens from before may stand in ledger or journal still, although their account keeps them out: %1 They are taken out when the program starts next.</source>
        <comment>why not</comment>
        <translation>Frühere Token stehen vielleicht noch in ledger.sqlite oder journal.sqlite, obwohl ihr Konto sie heraushält: %1 Beim nächsten Start des Programms werden sie entfernt.</translation>
    </message>
    <message>
        <source>A key stands in the name, in an ID or in an address of %1, so nothing was sent. Take it out of there, under Accounts.</source>
        <translation>Im Namen, in einer ID oder in einer Adresse von %1 steht ein Schlüssel, daher wurde nichts gesendet. Nehmen Sie ihn dort heraus, unter „Konten“.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::Export</name>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Erstattet</translation>
    </message>
    <message>
        <source>Partly refunded</source>
        <translation>Teils erstattet</translation>
    </message>
    <message>
        <source>Creating</source>
        <translation>Wird erstellt</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>column, time zone</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Priced</source>
        <translation>Angesetzt</translation>
    </message>
    <message>
        <source>Priced currency</source>
        <translation>Angesetzte Währung</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Zahlungsweg</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Zahlungsmittel</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Session ID</source>
        <translation>Sitzungs-ID</translation>
    </message>
    <message>
        <source>Transaction ID</source>
        <translation>Transaktions-ID</translation>
    </message>
    <message>
        <source>Decline code</source>
        <translation>Ablehnungscode</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Paid on tier</source>
        <translation>Bezahlt auf Stufe</translation>
    </message>
    <message>
        <source>Refund asked for</source>
        <translation>Erstattung angefordert</translation>
    </message>
    <message>
        <source>Custom field: %1</source>
        <comment>column, name</comment>
        <translation>Eigenes Feld: %1</translation>
    </message>
    <message>
        <source>Subscription field: %1</source>
        <comment>column, name</comment>
        <translation>Abofeld: %1</translation>
    </message>
    <message>
        <source>Metadata: %1</source>
        <comment>column, name</comment>
        <translation>Metadaten: %1</translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>column: payment or refund</comment>
        <translation>Art</translation>
    </message>
    <message>
        <source>Refund amount</source>
        <translation>Erstattungsbetrag</translation>
    </message>
    <message>
        <source>Refund ID</source>
        <translation>Erstattungs-ID</translation>
    </message>
    <message>
        <source>Refund reason</source>
        <translation>Erstattungsgrund</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>Refund failed</source>
        <translation>Erstattung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Refunded, not listed one by one</source>
        <translation>Erstattet, nicht einzeln aufgeführt</translation>
    </message>
    <message>
        <source>Refund of unknown outcome</source>
        <translation>Erstattung mit unbekanntem Ausgang</translation>
    </message>
    <message>
        <source>Refund under way</source>
        <translation>Erstattung unterwegs</translation>
    </message>
    <message>
        <source>Sub-merchant</source>
        <translation>Subhändler</translation>
    </message>
    <message>
        <source>Credited to sub-merchant</source>
        <translation>Dem Subhändler gutgeschrieben</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>Provision</translation>
    </message>
    <message>
        <source>Currency of the split</source>
        <translation>Währung der Aufteilung</translation>
    </message>
    <message>
        <source>%1 of %2 written</source>
        <comment>numbers of rows</comment>
        <translation>%1 von %2 geschrieben</translation>
    </message>
    <message>
        <source>%1 written</source>
        <comment>number of rows</comment>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <comment>number of rows</comment>
        <translation>%1 pro Sekunde</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>how many rows are written, how fast</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <comment>seconds</comment>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <comment>minutes</comment>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>how many rows are written, how fast, time left</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Creation</source>
        <translation>Erstellung</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::HandOut</name>
    <message>
        <source>This checkout URL is not a complete web address, so it was not opened.</source>
        <translation>Diese Checkout-URL ist keine vollständige Webadresse und wurde daher nicht geöffnet.</translation>
    </message>
    <message>
        <source>This checkout URL is on %1, which is not known for this account, so it was not opened. If it is right, set it as the account&apos;s checkout address.</source>
        <translation>Diese Checkout-URL liegt auf %1. Das ist für dieses Konto nicht bekannt, daher wurde sie nicht geöffnet. Wenn es stimmt, tragen Sie es als Checkout-Adresse des Kontos ein.</translation>
    </message>
    <message>
        <source>This checkout URL does not start with https://, so it was not opened.</source>
        <translation>Diese Checkout-URL beginnt nicht mit https:// und wurde daher nicht geöffnet.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::ImportProgress</name>
    <message>
        <source>%L1 s</source>
        <comment>seconds</comment>
        <translation>%L1 s</translation>
    </message>
    <message>
        <source>%L1 min</source>
        <comment>minutes</comment>
        <translation>%L1 min</translation>
    </message>
    <message>
        <source>%L1 h %L2 min</source>
        <translation>%L1 h %L2 min</translation>
    </message>
    <message>
        <source>%L1 of %L2 created</source>
        <comment>in a list of parts</comment>
        <translation>%L1 von %L2 erstellt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <comment>in a list of parts</comment>
        <translation>
            <numerusform>%Ln abgelehnt</numerusform>
            <numerusform>%Ln abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of unknown outcome</source>
        <comment>in a list of parts</comment>
        <translation>
            <numerusform>%Ln mit unbekanntem Ausgang</numerusform>
            <numerusform>%Ln mit unbekanntem Ausgang</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting out the provider&apos;s limit, %1</source>
        <comment>in a list of parts; a time</comment>
        <translation>die Grenze des Anbieters wird abgewartet, noch %1</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <comment>in a list of parts; a number</comment>
        <translation>%1 in der Sekunde</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>in a list of parts; a time</comment>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln with the reference of an earlier charge</source>
        <comment>in a list of parts</comment>
        <translation>
            <numerusform>%Ln mit der Referenz einer früheren Abbuchung</numerusform>
            <numerusform>%Ln mit der Referenz einer früheren Abbuchung</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::ImportReview</name>
    <message>
        <source>Line %1 has the same reference. Each row needs its own.</source>
        <translation>Zeile %1 hat dieselbe Referenz. Jede Zeile braucht ihre eigene.</translation>
    </message>
    <message>
        <source>The file has more than %L1 rows. Split it.</source>
        <translation>Die Datei hat mehr als %L1 Zeilen. Teilen Sie sie auf.</translation>
    </message>
    <message>
        <source>There are no rows below the titles.</source>
        <translation>Unter den Titeln stehen keine Zeilen.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::ImportTemplates</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is damaged. Put it away to begin with new templates.</source>
        <translation>%1 ist beschädigt. Legen Sie die Datei weg, um mit neuen Vorlagen anzufangen.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>There is no template “%1”.</source>
        <translation>Es gibt keine Vorlage „%1“.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::KeepTokensOut</name>
    <message>
        <source>This account is no longer connected.</source>
        <translation>Dieses Konto ist nicht mehr verbunden.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::KeyMemory</name>
    <message>
        <source>%1 had not said its time when this was sent, so it is not known whether it remembers the idempotency key.</source>
        <translation>%1 hatte seine Uhrzeit noch nicht genannt, als dies gesendet wurde; ob der Idempotenzschlüssel noch bekannt ist, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>%1 has not said its time yet, so it is not known whether it remembers the idempotency key.</source>
        <translation>%1 hat seine Uhrzeit noch nicht genannt; ob der Idempotenzschlüssel noch bekannt ist, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>The clock of %1 went back since this was sent, so it is not known whether it remembers the idempotency key.</source>
        <translation>Die Uhr von %1 ging zurück, seit dies gesendet wurde; ob der Idempotenzschlüssel noch bekannt ist, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>After an hour %1 may have forgotten the idempotency key, so the money could be given back twice.</source>
        <translation>Nach einer Stunde kann %1 den Idempotenzschlüssel vergessen haben; das Geld könnte doppelt erstattet werden.</translation>
    </message>
    <message>
        <source>After an hour %1 may have forgotten the idempotency key, so there could be two sessions.</source>
        <translation>Nach einer Stunde kann %1 den Idempotenzschlüssel vergessen haben; es könnte zwei Sitzungen geben.</translation>
    </message>
    <message>
        <source>%1 has to say first whether it can remember the idempotency key. %2</source>
        <comment>provider, reason</comment>
        <translation>Erst muss %1 sagen, ob der Idempotenzschlüssel noch bekannt sein kann. %2</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::Labels</name>
    <message>
        <source>%1 × %2</source>
        <comment>item, quantity</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 + %2</source>
        <comment>first item, how many more</comment>
        <translation>%1 + %2</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::NeedsAttention</name>
    <message>
        <source>It is not known which refunds, sessions, promotions and routes have no answer yet: the journal, which knew it, is missing, damaged or of another time.</source>
        <translation>Es ist nicht bekannt, welche Erstattungen, Sitzungen, Aktionen und Routen noch keine Antwort haben: Das Journal, das es wusste, fehlt, ist beschädigt oder stammt aus einer anderen Zeit.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::OpenOutcomes</name>
    <message>
        <source>It was created as %1. Check with %2 instead.</source>
        <translation>Sie wurde als %1 erstellt. Prüfen Sie stattdessen bei %2.</translation>
    </message>
    <message>
        <source>%1 has no list to look in. Look in its own dashboard.</source>
        <translation>%1 hat keine Liste zum Nachsehen. Sehen Sie im Dashboard von %1 nach.</translation>
    </message>
    <message>
        <source>It was created as %1.</source>
        <translation>Sie wurde als %1 erstellt.</translation>
    </message>
    <message>
        <source>If it was, customers can still pay it, and creating it again leaves two open links.</source>
        <translation>Wenn ja, können Kunden sie noch bezahlen, und eine neue Erstellung lässt zwei Links offen.</translation>
    </message>
    <message>
        <source>If it was not, the customer does not get this money, and it cannot be given back from here any more.</source>
        <translation>Wenn nicht, bekommt der Kunde dieses Geld nicht, und es kann von hier aus nicht mehr erstattet werden.</translation>
    </message>
    <message>
        <source>The money may be on its way back. Refunding again could pay it twice.</source>
        <translation>Vielleicht ist das Geld schon auf dem Rückweg. Wenn Sie noch einmal erstatten, kann es doppelt gezahlt werden.</translation>
    </message>
    <message>
        <source>It was sent by an account that is not connected any more, so its key may not count.</source>
        <translation>Gesendet hat das ein Konto, das nicht mehr verbunden ist; sein Schlüssel gilt hier vielleicht nicht.</translation>
    </message>
    <message>
        <source>Possible once it was sent again. Only that answer has the URL of the session.</source>
        <translation>Möglich, sobald sie erneut gesendet wurde. Nur diese Antwort enthält die URL der Sitzung.</translation>
    </message>
    <message>
        <source>It is the same request under the same idempotency key, so %1 makes one session of both.</source>
        <translation>Es ist dieselbe Anfrage mit demselben Idempotenzschlüssel. %1 macht aus beiden eine einzige Sitzung.</translation>
    </message>
    <message>
        <source>%1 is asked first whether it was made. If that leaves it open, the same request is sent under the same idempotency key, so %1 gives the money back once.</source>
        <translation>Zuerst wird %1 gefragt, ob sie erfolgt ist. Bleibt das offen, wird dieselbe Anfrage unter demselben Idempotenzschlüssel gesendet; %1 erstattet das Geld also nur einmal.</translation>
    </message>
    <message>
        <source>%1 has to be asked first whether it remembers the idempotency key, and there is no key for %2.</source>
        <comment>provider, account</comment>
        <translation>%1 muss zuerst gefragt werden, ob der Idempotenzschlüssel dort noch bekannt ist, und für %2 ist kein Schlüssel da.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::OpenWrite</name>
    <message>
        <source>No code of it is of unknown outcome.</source>
        <translation>Bei keinem der Codes ist der Ausgang ungewiss.</translation>
    </message>
    <message>
        <source>It is not known any more which codes they are. Look in the provider&apos;s own dashboard.</source>
        <translation>Welche Codes es sind, ist nicht mehr bekannt. Sehen Sie im Dashboard des Anbieters nach.</translation>
    </message>
    <message>
        <source>It is not known any more which codes they are.</source>
        <translation>Welche Codes es sind, ist nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>Nothing is made twice: a code that exists is not sent again, and another one goes out as the code that it was.</source>
        <translation>Nichts wird doppelt angelegt: Ein Code, den es gibt, wird nicht noch einmal gesendet, und jeder andere geht als derselbe Code hinaus.</translation>
    </message>
    <message>
        <source>It is the same change of the same entry: sent twice, it changes nothing more.</source>
        <translation>Es ist dieselbe Änderung desselben Eintrags: Zweimal gesendet, ändert sie nichts weiter.</translation>
    </message>
    <message>
        <source>What it contained is not known any more. Look in the provider&apos;s own dashboard.</source>
        <translation>Was es enthielt, ist nicht mehr bekannt. Sehen Sie im Dashboard des Anbieters nach.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::PairFiles</name>
    <message>
        <source>%1 is missing or empty. It said which sessions and refunds have no answer yet and what was given back from here. Put it back from a backup, or decide to go on without it. Until then nothing is created, refunded or changed at a provider.</source>
        <translation>%1 fehlt oder ist leer. Darin stand, welche Sitzungen und Erstattungen noch ohne Antwort sind und was von hier erstattet wurde. Legen Sie die Datei aus einer Sicherung zurück oder entscheiden Sie, ohne sie fortzufahren. Bis dahin wird bei keinem Anbieter etwas erstellt, erstattet oder geändert.</translation>
    </message>
    <message>
        <source>%1 and %2 do not belong together: one of them is of another time or another computer. Put back the one that is missing, or decide to go on with both as they are. Until then nothing is created, refunded or changed at a provider.</source>
        <translation>%1 und %2 gehören nicht zusammen: Eine der beiden ist von einem anderen Zeitpunkt oder Computer. Legen Sie die fehlende zurück oder entscheiden Sie, mit beiden fortzufahren, wie sie sind. Bis dahin wird bei keinem Anbieter etwas erstellt, erstattet oder geändert.</translation>
    </message>
    <message>
        <source>%1 and %2 are new, although accounts were connected here before. They said which sessions and refunds have no answer yet and what was given back from here. Put them back from a backup, or decide to begin with new ones. Until then nothing is created, refunded or changed at a provider.</source>
        <translation>%1 und %2 sind neu, obwohl hier schon Konten verbunden waren. Darin stand, welche Sitzungen und Erstattungen noch ohne Antwort sind und was von hier erstattet wurde. Legen Sie die Dateien aus einer Sicherung zurück oder entscheiden Sie, mit neuen zu beginnen. Bis dahin wird bei keinem Anbieter etwas erstellt, erstattet oder geändert.</translation>
    </message>
    <message>
        <source>%1 and %2 were exchanged while Tilldeck worked with them: they lack what was sent from here. Put back those that were here, or decide to go on with both as they are. Until then nothing is created, refunded or changed at a provider.</source>
        <translation>%1 und %2 wurden ausgetauscht, während Tilldeck mit ihnen arbeitete: Ihnen fehlt, was von hier gesendet wurde. Legen Sie die Dateien zurück, die hier waren, oder entscheiden Sie, mit beiden so weiterzuarbeiten, wie sie sind. Bis dahin wird bei keinem Anbieter etwas erstellt, erstattet oder geändert.</translation>
    </message>
    <message>
        <source>%1 was missing or empty, so the lists hold only what was read since. Put it back from a backup, rebuild it from the journal, or decide to go on without it. Until then nothing is created, refunded or changed at a provider.</source>
        <translation>%1 fehlte oder war leer; in den Listen steht deshalb nur, was seither gelesen wurde. Spielen Sie die Datei aus einer Sicherung zurück, bauen Sie sie aus dem Journal neu auf, oder entscheiden Sie, ohne sie weiterzuarbeiten. Bis dahin wird nichts erstellt, erstattet oder bei einem Anbieter geändert.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::PreviewFeed</name>
    <message>
        <source>Enter an amount to see what the customer pays.</source>
        <translation>Geben Sie einen Betrag ein, um zu sehen, was der Kunde zahlt.</translation>
    </message>
    <message>
        <source>Choose a product to see what the customer pays.</source>
        <translation>Wählen Sie ein Produkt, um zu sehen, was der Kunde zahlt.</translation>
    </message>
    <message>
        <source>The provider quotes this payment once what is marked is filled in.</source>
        <translation>Der Anbieter macht ein Angebot, sobald ausgefüllt ist, was markiert ist.</translation>
    </message>
    <message>
        <source>The provider is being asked for a quote. Wait a moment.</source>
        <translation>Der Anbieter wird um ein Angebot gebeten. Warten Sie einen Moment.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::PromotionBatch</name>
    <message>
        <source>Enter how many codes to make, %1 at most.</source>
        <translation>Geben Sie ein, wie viele Codes entstehen sollen, höchstens %1.</translation>
    </message>
    <message>
        <source>Enter a pattern, for example SUMMER-####.</source>
        <translation>Geben Sie ein Muster ein, zum Beispiel SUMMER-####.</translation>
    </message>
    <message>
        <source>This pattern is too long. %1 characters are the most.</source>
        <translation>Dieses Muster ist zu lang. Höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>Use letters, digits, - and _ in the pattern, and # for what changes.</source>
        <translation>Verwenden Sie im Muster Buchstaben, Ziffern, - und _ und # für das, was sich ändert.</translation>
    </message>
    <message>
        <source>This pattern gives only %1 different codes. Add another #.</source>
        <translation>Dieses Muster ergibt nur %1 verschiedene Codes. Fügen Sie noch ein # hinzu.</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>%1 Details: “%2”</source>
        <comment>sentence, the provider&apos;s own words</comment>
        <translation>%1 Details: „%2“</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>The journal does not say which code was to be made.</source>
        <translation>Das Journal sagt nicht, welcher Code erstellt werden sollte.</translation>
    </message>
    <message>
        <source>Not sent: the merchant left the rest.</source>
        <translation>Nicht gesendet: Der Händler hat auf den Rest verzichtet.</translation>
    </message>
    <message>
        <source>The merchant decided: not made.</source>
        <translation>Der Händler hat entschieden: nicht ausgeführt.</translation>
    </message>
    <message>
        <source>Promotion codes of the same pattern are being made at this moment: %1</source>
        <translation>Rabattcodes nach demselben Muster werden gerade angelegt: %1</translation>
    </message>
    <message>
        <source>Promotion codes of the same pattern are unfinished: %1</source>
        <comment>how many were made …</comment>
        <translation>Rabattcodes nach demselben Muster sind noch nicht alle angelegt: %1</translation>
    </message>
    <message>
        <source>Enter a code, for example SUMMER20.</source>
        <translation>Geben Sie einen Code ein, zum Beispiel SUMMER20.</translation>
    </message>
    <message>
        <source>This code is too long. %1 characters are the most.</source>
        <translation>Dieser Code ist zu lang. Höchstens %1 Zeichen sind möglich.</translation>
    </message>
    <message>
        <source>A code has no #. Choose “Many codes” if each # is to become a letter or digit.</source>
        <translation>Ein Code enthält kein #. Wählen Sie „Viele Codes“, wenn aus jedem # ein Buchstabe oder eine Ziffer werden soll.</translation>
    </message>
    <message>
        <source>Use letters, digits, - and _ in the code.</source>
        <translation>Benutzen Sie im Code Buchstaben, Ziffern, - und _.</translation>
    </message>
    <message>
        <source>These codes were begun with “%1”, which is connected. Go on with them there.</source>
        <comment>name of an account</comment>
        <translation>Diese Codes wurden mit „%1“ begonnen, das verbunden ist. Machen Sie dort mit ihnen weiter.</translation>
    </message>
    <message>
        <source>In the list, without an answer</source>
        <translation>In der Liste, ohne Antwort</translation>
    </message>
    <message>
        <source>The provider has this code, maybe with other terms than asked for: it may be the one that was sent, or it was there before.</source>
        <translation>Der Anbieter hat diesen Code, vielleicht mit anderen Bedingungen als gewünscht: Er kann der gesendete sein, oder er war schon vorher da.</translation>
    </message>
    <message>
        <source>“%1” is none of the codes that are questions.</source>
        <translation>„%1“ ist keiner der Codes, die noch offen sind.</translation>
    </message>
    <message>
        <source>The same promotion codes were asked for minutes ago: %1</source>
        <comment>how many were made …</comment>
        <translation>Dieselben Rabattcodes wurden vor wenigen Minuten verlangt: %1</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::ProviderTime</name>
    <message>
        <source>%1 does not say its time.</source>
        <translation>%1 nennt seine Uhrzeit nicht.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::Quote</name>
    <message>
        <source>%1 does not quote such a payment before it exists.</source>
        <translation>%1 macht vor einer solchen Zahlung kein Angebot.</translation>
    </message>
    <message>
        <source>There is no quote of the provider&apos;s. Refresh it.</source>
        <translation>Es gibt kein Angebot des Anbieters. Erneuern Sie es.</translation>
    </message>
    <message>
        <source>This quote was made for another draft. Refresh it.</source>
        <translation>Dieses Angebot gehört zu einem anderen Entwurf. Erneuern Sie es.</translation>
    </message>
    <message>
        <source>This quote is outdated. Refresh it.</source>
        <translation>Dieses Angebot ist veraltet. Erneuern Sie es.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::QuoteRows</name>
    <message>
        <source>No further quote is asked for.</source>
        <translation>Es wird kein weiteres Angebot eingeholt.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::RebuildLedger</name>
    <message>
        <source>Not asked yet</source>
        <comment>status of a session</comment>
        <translation>Noch nicht abgefragt</translation>
    </message>
    <message>
        <source>A part of the damaged file could not be read. Drafts, saved views, timelines and webhook events that stood there are lost.</source>
        <translation>Ein Teil der beschädigten Datei war nicht lesbar. Entwürfe, gespeicherte Ansichten, Verläufe und Webhook-Ereignisse, die dort standen, sind verloren.</translation>
    </message>
    <message>
        <source>Drafts, saved views, timelines and webhook events are in no other file.</source>
        <translation>Entwürfe, gespeicherte Ansichten, Verläufe und Webhook-Ereignisse stehen in keiner anderen Datei.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions belong to accounts that are not connected any more.</source>
        <translation>
            <numerusform>%Ln Sitzung gehört zu einem Konto, das nicht mehr verbunden ist.</numerusform>
            <numerusform>%Ln Sitzungen gehören zu Konten, die nicht mehr verbunden sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Payments, and sessions that were made elsewhere, come back where the provider lists them.</source>
        <translation>Zahlungen und anderswo erstellte Sitzungen kommen zurück, wo der Anbieter sie auflistet.</translation>
    </message>
    <message numerus="yes">
        <source>It is not known what became of %n creation(s) or refund(s) whose account is not connected here: %1. Connect it again, then look each of them up under its new name: tilldeck-cli session resolve, or transaction resolve.</source>
        <translation>
            <numerusform>Was aus einer Erstellung oder Erstattung wurde, deren Konto hier nicht verbunden ist, ist nicht bekannt: %1. Verbinden Sie es wieder und sehen Sie dann unter seinem neuen Namen nach: tilldeck-cli session resolve oder transaction resolve.</numerusform>
            <numerusform>Was aus %n Erstellungen oder Erstattungen wurde, deren Konto hier nicht verbunden ist, ist nicht bekannt: %1. Verbinden Sie es wieder und sehen Sie dann jede unter seinem neuen Namen nach: tilldeck-cli session resolve oder transaction resolve.</numerusform>
        </translation>
    </message>
    <message>
        <source>The damaged file also remembered which refunds were begun, and a part of that is lost. If the journal is of an earlier time, look at the provider before you give money back again.</source>
        <translation>Die beschädigte Datei wusste auch, welche Erstattungen begonnen wurden, und ein Teil davon ist verloren. Wenn das Journal von einem früheren Zeitpunkt ist, sehen Sie beim Anbieter nach, bevor Sie noch einmal Geld zurückgeben.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions are in the list now.</source>
        <translation>
            <numerusform>%Ln Sitzung steht jetzt in der Liste.</numerusform>
            <numerusform>%Ln Sitzungen stehen jetzt in der Liste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions came back from the journal.</source>
        <translation>
            <numerusform>%Ln Sitzung kam aus dem Journal zurück.</numerusform>
            <numerusform>%Ln Sitzungen kamen aus dem Journal zurück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries of the damaged ledger (sessions, payments, drafts, events) could be read and are in the new one. The damaged one is kept as %1.</source>
        <translation>
            <numerusform>%Ln Eintrag des beschädigten Ledgers (Sitzungen, Zahlungen, Entwürfe, Ereignisse) war lesbar und steht im neuen. Das beschädigte bleibt als %1 erhalten.</numerusform>
            <numerusform>%Ln Einträge des beschädigten Ledgers (Sitzungen, Zahlungen, Entwürfe, Ereignisse) waren lesbar und stehen im neuen. Das beschädigte bleibt als %1 erhalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is not known what became of %n coupon(s), route(s) or batch(es) of promotion codes whose account is not connected here: %1. Connect it again, then see what is left under its new name: tilldeck-cli promotion unfinished.</source>
        <translation>
            <numerusform>Was aus %n Gutschein, Zahlungsweg oder Reihe von Rabattcodes wurde, deren Konto hier nicht verbunden ist, ist nicht bekannt: %1. Verbinden Sie es wieder und sehen Sie dann unter seinem neuen Namen nach, was offen ist: tilldeck-cli promotion unfinished.</numerusform>
            <numerusform>Was aus %n Gutscheinen, Zahlungswegen oder Reihen von Rabattcodes wurde, deren Konto hier nicht verbunden ist, ist nicht bekannt: %1. Verbinden Sie es wieder und sehen Sie dann unter seinem neuen Namen nach, was offen ist: tilldeck-cli promotion unfinished.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may be of an earlier time: it lacked %n session(s) that the journal knows. They are in the list again; tokens and checkout URLs that the journal does not have come back where the provider reports them.</source>
        <translation>
            <numerusform>%1 ist wohl von einem früheren Zeitpunkt: Eine Sitzung, die das Journal kennt, fehlte darin. Sie steht wieder in der Liste; Token und Bezahladresse, die das Journal nicht hat, kommen zurück, wo der Anbieter sie nennt.</numerusform>
            <numerusform>%1 ist wohl von einem früheren Zeitpunkt: %n Sitzungen, die das Journal kennt, fehlten darin. Sie stehen wieder in der Liste; Token und Bezahladressen, die das Journal nicht hat, kommen zurück, wo der Anbieter sie nennt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The journal does not hold the tokens and checkout URLs of %Ln sessions: they come back where the provider reports them.</source>
        <translation>
            <numerusform>Das Journal enthält Token und Bezahladresse von %Ln Sitzung nicht: Sie kommen zurück, wo der Anbieter sie meldet.</numerusform>
            <numerusform>Das Journal enthält Token und Bezahladressen von %Ln Sitzungen nicht: Sie kommen zurück, wo der Anbieter sie meldet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal is damaged, too, so nothing came back from it. Go on with what can be read of it (tilldeck-cli ledger accept), then rebuild the lists once more.</source>
        <translation>Auch das Journal ist beschädigt, deshalb kam daraus nichts zurück. Fahren Sie mit dem fort, was davon lesbar ist (tilldeck-cli ledger accept), und bauen Sie die Listen dann noch einmal auf.</translation>
    </message>
    <message>
        <source>The index of words was damaged, and is made anew from the lists.</source>
        <translation>Das Verzeichnis der Wörter war beschädigt und wird aus den Listen neu angelegt.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::Reconcile</name>
    <message>
        <source>The charge of this reference is already in the list.</source>
        <translation>Die Abbuchung zu dieser Referenz steht schon in der Liste.</translation>
    </message>
    <message>
        <source>The merchant decided: not created, or of no matter.</source>
        <translation>Vom Händler entschieden: nicht erstellt oder ohne Bedeutung.</translation>
    </message>
    <message>
        <source>This session is still being created. Wait for the answer, then look again.</source>
        <translation>Diese Sitzung wird noch erstellt. Warten Sie die Antwort ab und sehen Sie dann noch einmal nach.</translation>
    </message>
    <message>
        <source>The list of %1 could not be read to its end, so the session may be in it. Look in its dashboard.</source>
        <translation>Die Liste von %1 war nicht bis zum Ende lesbar, die Sitzung kann also darin sein. Sehen Sie dort im Dashboard nach.</translation>
    </message>
    <message>
        <source>%1 offers no list of sessions. Look in its dashboard.</source>
        <translation>%1 bietet keine Liste der Sitzungen. Sehen Sie dort im Dashboard nach.</translation>
    </message>
    <message>
        <source>%1 is none of the sessions that fit this creation. Look it up, then choose one of those that are named.</source>
        <translation>%1 ist keine der Sitzungen, die zu dieser Erstellung passen. Schlagen Sie nach und wählen Sie eine der genannten.</translation>
    </message>
    <message>
        <source>This session was created as %1, not as %2.</source>
        <translation>Diese Sitzung wurde als %1 erstellt, nicht als %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) in the list of %1 could not be read, and the session may be one of them. Look in its dashboard.</source>
        <translation>
            <numerusform>Eine Zeile in der Liste von %1 war nicht lesbar, und die Sitzung kann diese sein. Sehen Sie im Dashboard von %1 nach.</numerusform>
            <numerusform>%Ln Zeilen in der Liste von %1 waren nicht lesbar, und die Sitzung kann darunter sein. Sehen Sie im Dashboard von %1 nach.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a clock time, its zone</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>It is not in the list of %1, but the account that it was sent by is not connected any more, and this one may be another, so that proves nothing. Look in the dashboard of the account that sent it.</source>
        <translation>Sie steht nicht in der Liste von %1, aber das Konto, von dem sie gesendet wurde, ist nicht mehr verbunden, und dieses kann ein anderes sein; das beweist also nichts. Sehen Sie im Dashboard des Kontos nach, das sie gesendet hat.</translation>
    </message>
    <message>
        <source>%1 lists no session that fits at the moment. It may still appear until %2: check again then.</source>
        <comment>provider, a clock time with its zone</comment>
        <translation>%1 führt im Moment keine passende Sitzung auf. Sie kann noch bis %2 erscheinen: Prüfen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>%1 was taken for another creation of the same contents at this moment. Look again.</source>
        <translation>%1 wurde in diesem Moment einer anderen Erstellung mit gleichem Inhalt zugeordnet. Sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>%1 lists no session that fits, and the time in which it could appear is over.</source>
        <translation>%1 führt keine Sitzung, die passt, und die Zeit, in der sie erscheinen konnte, ist vorbei.</translation>
    </message>
    <message>
        <source>It is not in the list of %1, but it was sent with another key than the one that the account has now, so that proves nothing. Look in the dashboard of the shop whose key it was.</source>
        <translation>Sie steht nicht in der Liste von %1, wurde aber mit einem anderen Schlüssel gesendet als dem, den das Konto jetzt hat; das beweist also nichts. Sehen Sie im Dashboard des Geschäfts nach, dessen Schlüssel es war.</translation>
    </message>
    <message>
        <source>The account that sent it is not connected any more, and this one may be another. Nothing here shows that it was not created.</source>
        <translation>Das Konto, das sie gesendet hat, ist nicht mehr verbunden, und dieses kann ein anderes sein. Nichts hier zeigt, dass sie nicht erstellt wurde.</translation>
    </message>
    <message>
        <source>It was sent with another key than the account has now. What this key shows says nothing about it. If you create it again, there may be two.</source>
        <translation>Sie wurde mit einem anderen Schlüssel gesendet, als das Konto jetzt hat. Was dieser Schlüssel zeigt, sagt nichts über sie. Wenn Sie sie noch einmal erstellen, kann es zwei geben.</translation>
    </message>
    <message>
        <source>It may still appear at the provider until %1. If you create it again before that, there may be two. Look it up again then.</source>
        <translation>Sie kann bis %1 noch beim Anbieter erscheinen. Wenn Sie sie vorher noch einmal erstellen, kann es zwei geben. Sehen Sie dann noch einmal nach.</translation>
    </message>
    <message>
        <source>%1 was created before this was sent.</source>
        <comment>ID</comment>
        <translation>%1 wurde erstellt, bevor dies gesendet wurde.</translation>
    </message>
    <message>
        <source>%1 is for another customer than was asked for.</source>
        <comment>ID</comment>
        <translation>%1 ist für einen anderen Kunden als verlangt.</translation>
    </message>
    <message>
        <source>%1 has other prices or quantities than were asked for.</source>
        <comment>ID</comment>
        <translation>%1 hat andere Preise oder Mengen als verlangt.</translation>
    </message>
    <message>
        <source>%1 is not written as it was asked for.</source>
        <comment>ID</comment>
        <translation>%1 ist anders geschrieben als verlangt.</translation>
    </message>
    <message>
        <source>%1 If it is another session, the one that was asked for may be open as well, and customers could pay both.</source>
        <comment>why it may be another one</comment>
        <translation>%1 Wenn es eine andere Sitzung ist, kann die verlangte ebenfalls offen sein, und Kunden könnten beide bezahlen.</translation>
    </message>
    <message>
        <source>%1 is the session of another creation. Enter the ID of the one that was asked for.</source>
        <translation>%1 ist die Sitzung einer anderen Erstellung. Geben Sie die ID derjenigen ein, die verlangt wurde.</translation>
    </message>
    <message>
        <source>%1 is of another amount than was asked for.</source>
        <comment>ID</comment>
        <translation>%1 hat einen anderen Betrag, als verlangt wurde.</translation>
    </message>
    <message>
        <source>%1 is in the list as the session of another creation. It is not known whether this one made one: look in the provider&apos;s dashboard.</source>
        <translation>%1 steht in der Liste als die Sitzung einer anderen Erstellung. Es ist nicht bekannt, ob diese eine erstellt hat: Sehen Sie im Dashboard des Anbieters nach.</translation>
    </message>
    <message>
        <source>A session like it is being created at this moment. Wait for that answer, then look again.</source>
        <translation>Eine Sitzung wie diese wird in diesem Augenblick erstellt. Warten Sie auf die Antwort darauf und sehen Sie dann noch einmal nach.</translation>
    </message>
    <message>
        <source>%1 is for another product than was asked for.</source>
        <comment>ID</comment>
        <translation>%1 ist für ein anderes Produkt als gewünscht.</translation>
    </message>
    <message>
        <source>The provider does not say for which product %1 is.</source>
        <comment>ID</comment>
        <translation>Der Anbieter sagt nicht, für welches Produkt %1 ist.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between IDs</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 and others</source>
        <comment>IDs</comment>
        <translation>%1 und weitere</translation>
    </message>
    <message>
        <source>%1 lists it as %2, so it was created. It is in the list of sessions now.</source>
        <comment>provider, ID</comment>
        <translation>%1 listet sie als %2, sie wurde also erstellt. Sie steht jetzt in der Liste der Sitzungen.</translation>
    </message>
    <message>
        <source>%1 lists what may be this one: %2. If you create it again, there may be two.</source>
        <comment>provider, IDs</comment>
        <translation>%1 listet, was diese sein kann: %2. Wenn Sie sie noch einmal erstellen, kann es zwei geben.</translation>
    </message>
    <message>
        <source>%1 If you create it again, there may be two.</source>
        <comment>why it is not known</comment>
        <translation>%1 Wenn Sie sie noch einmal erstellen, kann es zwei geben.</translation>
    </message>
    <message>
        <source>%1 could not be asked whether it was created: %2 If you create it again, there may be two.</source>
        <comment>provider, why</comment>
        <translation>%1 konnte nicht gefragt werden, ob sie erstellt wurde: %2 Wenn Sie sie noch einmal erstellen, kann es zwei geben.</translation>
    </message>
    <message>
        <source>%1 lists %2, which fits this one, after it was decided as not created.</source>
        <comment>provider, ID</comment>
        <translation>%1 listet %2, die zu dieser passt, nachdem entschieden wurde, dass sie nicht erstellt wurde.</translation>
    </message>
    <message>
        <source>The list of %1 lacks %2, which is known to be there, so the session may be missing in it as well. Look again later, or in its dashboard.</source>
        <comment>provider, ID</comment>
        <translation>In der Liste von %1 fehlt %2, die dort bekannt ist; die Sitzung kann also ebenso fehlen. Sehen Sie später noch einmal nach oder in seinem Dashboard.</translation>
    </message>
    <message>
        <source>%1 refused this one, and now lists %2, which fits it.</source>
        <comment>provider, ID</comment>
        <translation>%1 hat sie abgelehnt und listet jetzt %2, die dazu passt.</translation>
    </message>
    <message>
        <source>%1 offers no list of sessions. Send it again instead: under the same idempotency key, %1 answers with the session that was made, if one was. If you create it anew, there may be two.</source>
        <translation>%1 bietet keine Liste von Sitzungen. Senden Sie stattdessen erneut: Unter demselben Idempotenzschlüssel antwortet %1 mit der Sitzung, die erstellt wurde, falls es eine gibt. Wenn Sie sie neu erstellen, sind es vielleicht zwei.</translation>
    </message>
    <message>
        <source>%1 lists it as %2, so it was created. Only the answer to the same request has its URL: send it again under the same idempotency key, then %1 makes no second one.</source>
        <comment>provider, ID</comment>
        <translation>%1 führt sie als %2, sie wurde also erstellt. Nur die Antwort auf dieselbe Anfrage enthält ihre URL: Senden Sie erneut unter demselben Idempotenzschlüssel, dann erstellt %1 keine zweite.</translation>
    </message>
    <message>
        <source>Taken as it is, its URL is lost: the session cannot be handed out from here.</source>
        <translation>So übernommen, ist ihre URL verloren: Die Sitzung lässt sich von hier aus nicht weitergeben.</translation>
    </message>
    <message>
        <source>%1 lists %2, which fits this one, and nothing that was created here is known to be it.</source>
        <comment>provider, ID</comment>
        <translation>%1 listet %2, die zu dieser passt, und von keiner, die hier erstellt wurde, ist bekannt, dass sie es ist.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::ReconcileEntry</name>
    <message>
        <source>This is still under way.</source>
        <translation>Das läuft noch.</translation>
    </message>
    <message>
        <source>This was not sent yet.</source>
        <translation>Das wurde noch nicht gesendet.</translation>
    </message>
    <message>
        <source>This was closed as not made.</source>
        <translation>Das wurde als nicht ausgeführt abgeschlossen.</translation>
    </message>
    <message>
        <source>The merchant decided: not made.</source>
        <translation>Der Händler hat entschieden: nicht ausgeführt.</translation>
    </message>
    <message>
        <source>No coupon, promotion code or route with this ID was sent by this account.</source>
        <translation>Dieses Konto hat weder Gutschein noch Rabattcode noch Zahlungsweg mit dieser ID gesendet.</translation>
    </message>
    <message>
        <source>The provider has this code with other terms, so it was there before.</source>
        <translation>Der Anbieter hat diesen Code mit anderen Bedingungen, also gab es ihn schon vorher.</translation>
    </message>
    <message>
        <source>It can still be used. Switch it off again.</source>
        <translation>Er kann noch benutzt werden. Schalten Sie ihn noch einmal ab.</translation>
    </message>
    <message>
        <source>The provider has the route with other contents. Save it again if you still want the change.</source>
        <translation>Der Anbieter hat den Zahlungsweg mit anderem Inhalt. Speichern Sie ihn noch einmal, wenn Sie die Änderung noch wollen.</translation>
    </message>
    <message>
        <source>“%1” is none of those that fit. Look it up again.</source>
        <translation>„%1“ ist keiner der Einträge, die passen. Fragen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>The provider had this code before it was sent.</source>
        <translation>Der Anbieter hatte diesen Code schon, bevor er gesendet wurde.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::ReconcileRefund</name>
    <message>
        <source>The provider did not give this back.</source>
        <translation>Der Anbieter hat das nicht erstattet.</translation>
    </message>
    <message>
        <source>This refund is still under way.</source>
        <translation>Diese Erstattung ist noch unterwegs.</translation>
    </message>
    <message>
        <source>The provider does not tell whether this refund was made. Look in its own dashboard; if it was not made, say so.</source>
        <translation>Der Anbieter sagt nicht, ob erstattet wurde. Sehen Sie in seiner Oberfläche nach; wenn nicht erstattet wurde, sagen Sie es hier.</translation>
    </message>
    <message>
        <source>The journal does not say how much was to be given back. Look in the provider&apos;s own dashboard.</source>
        <translation>Das Journal sagt nicht, wie viel erstattet werden sollte. Sehen Sie in der Oberfläche des Anbieters nach.</translation>
    </message>
    <message>
        <source>The provider has answered about this refund, and this computer cannot write that down yet.</source>
        <translation>Der Anbieter hat zu dieser Erstattung geantwortet, und dieser Computer kann das noch nicht festhalten.</translation>
    </message>
    <message>
        <source>%1 lists refunds that may be this one, and nothing says which. Look in its own dashboard.</source>
        <translation>%1 führt Erstattungen auf, die diese sein können, und nichts sagt, welche. Sehen Sie in dessen eigenem Dashboard nach.</translation>
    </message>
    <message>
        <source>It was sent with another key than the one that the account has now, so what %1 lists does not tell whether it was made. Look in the dashboard of the shop whose key it was, then say which refund it is, or that it was not made.</source>
        <translation>Sie wurde mit einem anderen Schlüssel gesendet als dem, den das Konto jetzt hat. Was %1 aufführt, sagt daher nicht, ob sie ausgeführt wurde. Sehen Sie im Dashboard des Ladens nach, dessen Schlüssel es war, und geben Sie dann an, welche Erstattung es ist, oder dass sie nicht ausgeführt wurde.</translation>
    </message>
    <message>
        <source>%1 So its answer does not tell whether this refund was made. Try again later.</source>
        <comment>what the answer lacks, in a sentence</comment>
        <translation>%1 Die Antwort sagt deshalb nicht, ob diese Erstattung ausgeführt wurde. Versuchen Sie es später noch einmal.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::RefreshAccount</name>
    <message>
        <source>This session is not in the list on this computer.</source>
        <translation>Diese Sitzung steht nicht in der Liste dieses Computers.</translation>
    </message>
    <message>
        <source>The provider&apos;s list of payments repeats itself, so it could not be read to its end. What it gave is here; try again later.</source>
        <translation>Die Zahlungsliste des Anbieters wiederholt sich und war daher nicht bis zum Ende lesbar. Was kam, ist hier; versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The provider does not list this payment. Try again later.</source>
        <translation>Der Anbieter führt diese Zahlung nicht auf. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The provider&apos;s list of sessions repeats itself, so it could not be read to its end. What it gave is here; try again later.</source>
        <translation>Die Sitzungsliste des Anbieters wiederholt sich, daher war sie nicht bis zum Ende lesbar. Was sie gab, ist hier; versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>This payment is none of the newest %L1, and the provider lists more. Look in its dashboard.</source>
        <translation>Diese Zahlung ist keine der neuesten %L1, und der Anbieter führt weitere. Sehen Sie dort im Dashboard nach.</translation>
    </message>
    <message>
        <source>The provider lists more than the newest %L1 sessions. Older ones were not read.</source>
        <translation>Der Anbieter führt mehr als die neuesten %L1 Sitzungen. Ältere wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>The provider lists more than the newest %L1 payments. Older ones were not read.</source>
        <translation>Der Anbieter führt mehr als die neuesten %L1 Zahlungen. Ältere wurden nicht gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) in the provider&apos;s list of payments could not be read, and this payment may be one of them. Look in its dashboard.</source>
        <translation>
            <numerusform>Eine Zeile in der Zahlungsliste des Anbieters war nicht lesbar, und diese Zahlung kann es sein. Sehen Sie in seinem Dashboard nach.</numerusform>
            <numerusform>%Ln Zeilen in der Zahlungsliste des Anbieters waren nicht lesbar, und diese Zahlung kann darunter sein. Sehen Sie in seinem Dashboard nach.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>rows of a list</comment>
        <translation>
            <numerusform>eine weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>one without an ID (%1)</source>
        <comment>a row that cannot be read, its words</comment>
        <translation>eine ohne ID (%1)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>ID of a row that cannot be read, its words</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s) of the provider&apos;s list could not be read: %1.</source>
        <translation>
            <numerusform>Eine Sitzung in der Liste des Anbieters war nicht lesbar: %1.</numerusform>
            <numerusform>%Ln Sitzungen in der Liste des Anbieters waren nicht lesbar: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln payment(s) of the provider&apos;s list could not be read: %1.</source>
        <translation>
            <numerusform>Eine Zahlung in der Liste des Anbieters war nicht lesbar: %1.</numerusform>
            <numerusform>%Ln Zahlungen in der Liste des Anbieters waren nicht lesbar: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refund(s) in the provider&apos;s list of payments could not be read: %1.</source>
        <translation>
            <numerusform>%Ln Erstattung in der Zahlungsliste des Anbieters war nicht lesbar: %1.</numerusform>
            <numerusform>%Ln Erstattungen in der Zahlungsliste des Anbieters waren nicht lesbar: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is another payment than the one that is shown: under this ID, %1 has %2.</source>
        <comment>provider; an amount, a time, a customer, IDs</comment>
        <translation>Das ist eine andere Zahlung als die angezeigte: Unter dieser ID hat %1 %2.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::Refund</name>
    <message>
        <source>This payment is not in the list on this computer. Refresh first.</source>
        <translation>Diese Zahlung steht nicht in der Liste dieses Computers. Aktualisieren Sie zuerst.</translation>
    </message>
    <message>
        <source>%1 takes no refunds from here. Use its own dashboard.</source>
        <translation>%1 nimmt von hier aus keine Erstattungen an. Erstatten Sie dort im Dashboard.</translation>
    </message>
    <message>
        <source>The provider could not give the money back.</source>
        <translation>Der Anbieter konnte das Geld nicht erstatten.</translation>
    </message>
    <message>
        <source>The merchant decided: not given back.</source>
        <translation>Vom Händler entschieden: nicht erstattet.</translation>
    </message>
    <message>
        <source>This payment was not paid, so nothing can be given back.</source>
        <translation>Diese Zahlung kam nicht zustande, daher kann nichts erstattet werden.</translation>
    </message>
    <message>
        <source>The outcome of an earlier refund became known just now. Look at the payment, then try again.</source>
        <translation>Der Ausgang einer früheren Erstattung ist soeben bekannt geworden. Sehen Sie sich die Zahlung an und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The provider took this refund and did not give it back after all.</source>
        <translation>Der Anbieter hat diese Erstattung angenommen und dann doch nicht ausgeführt.</translation>
    </message>
    <message>
        <source>%1 was given back, but this computer could not keep that. Do not refund it again.</source>
        <translation>%1 wurden erstattet, aber dieser Computer konnte das nicht festhalten. Erstatten Sie nicht noch einmal.</translation>
    </message>
    <message>
        <source>%1 was asked for, but this computer could not keep that. Do not refund it again.</source>
        <translation>%1 wurden angefordert, aber dieser Computer konnte das nicht festhalten. Erstatten Sie nicht noch einmal.</translation>
    </message>
    <message>
        <source>%1 no longer counts this refund of %2 in what it gave back.</source>
        <comment>provider, an amount</comment>
        <translation>%1 zählt diese Erstattung von %2 nicht mehr zu dem, was erstattet wurde.</translation>
    </message>
    <message>
        <source>%1 counts this refund in its total, which does not say whether the customer has the money. Look in its own dashboard.</source>
        <translation>%1 zählt diese Erstattung in seiner Summe mit; ob der Kunde das Geld hat, sagt sie nicht. Sehen Sie im Dashboard des Anbieters nach.</translation>
    </message>
    <message>
        <source>This refund is still under way. Wait for its answer.</source>
        <translation>Diese Erstattung ist noch unterwegs. Warten Sie die Antwort ab.</translation>
    </message>
    <message>
        <source>The merchant decided: given back.</source>
        <translation>Der Händler hat entschieden: erstattet.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an amount, ID of the refund</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>a moment ago</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) ago</source>
        <translation>
            <numerusform>vor %n Sekunde</numerusform>
            <numerusform>vor %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>day and time</comment>
        <translation>am %1</translation>
    </message>
    <message>
        <source>%1 was given back %2. Nothing was sent now.</source>
        <comment>an amount, 20 seconds ago</comment>
        <translation>%1 wurde %2 erstattet. Jetzt wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 was asked for %2, and %3 has not said yet that it gave it back. Nothing was sent now.</source>
        <comment>an amount, 20 seconds ago, provider</comment>
        <translation>%1 wurde %2 angefordert, und %3 hat noch nicht gemeldet, dass es erstattet wurde. Jetzt wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The same refund was sent %1, and whether it was made is not known. Nothing was sent now.</source>
        <comment>20 seconds ago</comment>
        <translation>Dieselbe Erstattung wurde %1 gesendet, und ob sie ausgeführt wurde, ist nicht bekannt. Jetzt wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The provider has said that it did not give this refund back. Take note of that.</source>
        <translation>Der Anbieter hat gesagt, dass er diese Erstattung nicht ausgezahlt hat. Nehmen Sie das zur Kenntnis.</translation>
    </message>
    <message>
        <source>%1 lists the refunds of this payment, and this one is not among them.</source>
        <translation>%1 führt die Erstattungen dieser Zahlung auf, und diese ist nicht darunter.</translation>
    </message>
    <message>
        <source>%1 lists this refund as “%2”. Look it up instead of deciding.</source>
        <comment>provider, its word</comment>
        <translation>%1 führt diese Erstattung als „%2“. Fragen Sie nach, statt zu entscheiden.</translation>
    </message>
    <message>
        <source>%1 counts %2 as given back of this payment, and this refund of %3 is in that.</source>
        <comment>provider, total, amount</comment>
        <translation>%1 zählt %2 als von dieser Zahlung zurückgegeben, und diese Erstattung über %3 ist darin enthalten.</translation>
    </message>
    <message>
        <source>%1 counts %2 as given back of this payment, and this refund of %3 is not in that.</source>
        <comment>provider, total, amount</comment>
        <translation>%1 zählt %2 als von dieser Zahlung zurückgegeben, und diese Erstattung über %3 ist darin nicht enthalten.</translation>
    </message>
    <message>
        <source>This refund was already decided as given back.</source>
        <translation>Über diese Erstattung wurde schon entschieden: zurückgegeben.</translation>
    </message>
    <message>
        <source>This refund was already decided as not given back.</source>
        <translation>Über diese Erstattung wurde schon entschieden: nicht zurückgegeben.</translation>
    </message>
    <message>
        <source>%1 does not count this refund in its total, and lists no refunds. It may not be made yet, or have failed. Look in its own dashboard.</source>
        <translation>%1 zählt diese Erstattung in der Summe nicht mit und führt keine Erstattungen auf. Sie ist vielleicht noch nicht ausgeführt oder gescheitert. Sehen Sie im Dashboard des Anbieters nach.</translation>
    </message>
    <message>
        <source>What became of this refund is known already.</source>
        <translation>Was aus dieser Erstattung wurde, ist schon bekannt.</translation>
    </message>
    <message>
        <source>%1 does not list the refunds of this payment. Look in its own dashboard, and decide.</source>
        <translation>%1 führt die Erstattungen dieser Zahlung nicht auf. Sehen Sie im Dashboard des Anbieters nach und entscheiden Sie.</translation>
    </message>
    <message>
        <source>%1 lists no refund of this payment with the ID “%2”.</source>
        <translation>%1 führt keine Erstattung dieser Zahlung mit der ID „%2“ auf.</translation>
    </message>
    <message>
        <source>The merchant decided which refund at the provider it is.</source>
        <translation>Der Händler hat entschieden, welche Erstattung beim Anbieter es ist.</translation>
    </message>
    <message>
        <source>%1 counts %2 as given back of this payment, and this refund of %3 may be in that.</source>
        <comment>provider, total, amount</comment>
        <translation>%1 zählt %2 als von dieser Zahlung zurückgegeben, und diese Erstattung über %3 kann darin enthalten sein.</translation>
    </message>
    <message>
        <source>%1 lists a refund of this amount that may be this one. Look it up, and say which it is.</source>
        <translation>%1 führt eine Erstattung über diesen Betrag auf, die diese sein kann. Fragen Sie nach ihr, und sagen Sie, welche es ist.</translation>
    </message>
    <message>
        <source>%1 Without its answer, nothing proves this decision.</source>
        <comment>why the provider could not be asked</comment>
        <translation>%1 Ohne dessen Antwort belegt nichts diese Entscheidung.</translation>
    </message>
    <message>
        <source>%1 Before a refund, the provider is asked what was given back so far. Nothing was sent.</source>
        <comment>why it could not be asked</comment>
        <translation>%1 Vor einer Erstattung wird der Anbieter gefragt, was bisher zurückgegeben wurde. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>More of this payment was given back or asked for in the meantime: %1 can still be given back. Nothing was sent. Look at its refunds first.</source>
        <comment>an amount</comment>
        <translation>Von dieser Zahlung wurde inzwischen mehr zurückgegeben oder angefordert: %1 können noch zurückgegeben werden. Es wurde nichts gesendet. Sehen Sie sich erst ihre Erstattungen an.</translation>
    </message>
    <message>
        <source>The provider said that it gave this refund back, and lists it as failed now.</source>
        <translation>Der Anbieter hat gesagt, er habe diese Erstattung zurückgegeben, und führt sie jetzt als fehlgeschlagen auf.</translation>
    </message>
    <message>
        <source>%1 counts %2 as given back of this payment. This refund of %3 is not in that, and may be counted later.</source>
        <comment>provider, total, amount</comment>
        <translation>%1 zählt von dieser Zahlung %2 als erstattet. Diese Erstattung von %3 ist darin nicht enthalten und wird vielleicht später gezählt.</translation>
    </message>
    <message>
        <source>%1 does not say what was given back of this payment, so nothing proves this decision.</source>
        <translation>%1 sagt nicht, was von dieser Zahlung erstattet wurde; diese Entscheidung ist also durch nichts belegt.</translation>
    </message>
    <message>
        <source>%1 lists no refund of this payment that is known to be this one.</source>
        <translation>%1 listet keine Erstattung dieser Zahlung, von der bekannt ist, dass sie diese ist.</translation>
    </message>
    <message>
        <source>What %1 lists does not prove that this refund was not made.</source>
        <translation>Was %1 listet, belegt nicht, dass diese Erstattung nicht erfolgt ist.</translation>
    </message>
    <message>
        <source>%1 does not say its time, so this refund may still arrive.</source>
        <translation>%1 nennt seine Uhrzeit nicht; diese Erstattung kann also noch ankommen.</translation>
    </message>
    <message>
        <source>It may still arrive until %1.</source>
        <comment>a time of day</comment>
        <translation>Sie kann noch bis %1 ankommen.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 lists this payment as “%2”, and it is not known what that means. Nothing can be given back from here. Look in its own dashboard.</source>
        <comment>provider, its word</comment>
        <translation>%1 führt diese Zahlung als „%2“, und was das bedeutet, ist nicht bekannt. Von hier aus kann nichts erstattet werden. Sehen Sie im Dashboard des Anbieters nach.</translation>
    </message>
    <message>
        <source>Nothing was paid: the amount is zero. So nothing can be given back.</source>
        <translation>Es wurde nichts bezahlt: Der Betrag ist null. Also kann nichts erstattet werden.</translation>
    </message>
    <message>
        <source>%1 lists a refund that fits this one, after it was decided as not given back.</source>
        <translation>%1 listet eine Erstattung, die zu dieser passt, nachdem entschieden wurde, dass sie nicht erfolgt ist.</translation>
    </message>
    <message>
        <source>%1 lists a refund that fits this one, after it did not list it.</source>
        <translation>%1 listet eine Erstattung, die zu dieser passt, nachdem sie zuvor nicht gelistet war.</translation>
    </message>
    <message>
        <source>%1 is held back for refunds from here whose outcome is not known.</source>
        <comment>an amount</comment>
        <translation>%1 wird zurückgehalten, weil der Ausgang von Erstattungen von hier nicht bekannt ist.</translation>
    </message>
    <message>
        <source>%1 lists “%2” as a refund of %3, and this one is of %4. So it may be another one.</source>
        <comment>provider, ID, two amounts</comment>
        <translation>%1 listet „%2“ als Erstattung von %3, und diese ist von %4. Es kann also eine andere sein.</translation>
    </message>
    <message>
        <source>It is not known when this refund was sent by the clock of %1, so it may still arrive.</source>
        <translation>Es ist nicht bekannt, wann diese Erstattung nach der Uhr von %1 gesendet wurde, sie kann also noch ankommen.</translation>
    </message>
    <message>
        <source>%1 may count this refund of %2 again in what it gave back.</source>
        <comment>provider, an amount</comment>
        <translation>%1 zählt diese Erstattung von %2 vielleicht wieder zu dem, was erstattet wurde.</translation>
    </message>
    <message>
        <source>%1 lists a refund that fits this one, after this one had failed.</source>
        <translation>%1 listet eine Erstattung, die zu dieser passt, nachdem diese gescheitert war.</translation>
    </message>
    <message>
        <source>%1 lists a refund that fits this one, after it refused it.</source>
        <translation>%1 listet eine Erstattung, die zu dieser passt, nachdem diese dort abgelehnt wurde.</translation>
    </message>
    <message>
        <source>This account is no longer connected. Nothing was sent.</source>
        <translation>Dieses Konto ist nicht mehr verbunden. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>It was sent by an account that is not connected any more, and this one may be another, which proves nothing about it.</source>
        <translation>Das wurde von einem Konto gesendet, das nicht mehr verbunden ist. Dieses kann ein anderes sein und beweist nichts darüber.</translation>
    </message>
    <message>
        <source>%1 is held back for a refund that is under way.</source>
        <comment>an amount</comment>
        <translation>%1 werden für eine Erstattung zurückgehalten, die unterwegs ist.</translation>
    </message>
    <message>
        <source>%1 lists “%2” as failed, and “%3” of the same amount, which did not fail. It may have tried this refund once more.</source>
        <comment>provider, two IDs</comment>
        <translation>%1 listet „%2“ als fehlgeschlagen und „%3“ mit demselben Betrag, die nicht fehlgeschlagen ist. Vielleicht hat %1 diese Erstattung noch einmal versucht.</translation>
    </message>
    <message>
        <source>It was sent with another key than the one that the account has now, so nothing that is listed now proves this decision.</source>
        <translation>Sie wurde mit einem anderen Schlüssel gesendet als dem, den das Konto jetzt hat. Nichts, was jetzt aufgeführt wird, belegt daher diese Entscheidung.</translation>
    </message>
    <message>
        <source>%1 lists this payment twice, also as %2, and refunds both by the ID %3. So it is not known what is left of it, and nothing can be given back from here. Use its own dashboard.</source>
        <comment>provider, two IDs</comment>
        <translation>%1 führt diese Zahlung zweimal, auch als %2, und erstattet beide unter der ID %3. Deshalb ist nicht bekannt, was davon noch übrig ist, und von hier aus kann nichts erstattet werden. Benutzen Sie das Dashboard des Anbieters.</translation>
    </message>
    <message>
        <source>%1 is held back because %2 may not count all refunds from here yet. After a day Tilldeck takes them as counted.</source>
        <comment>an amount, provider</comment>
        <translation>%1 wird zurückgehalten, weil %2 vielleicht noch nicht alle Erstattungen von hier zählt. Nach einem Tag betrachtet Tilldeck sie als gezählt.</translation>
    </message>
    <message>
        <source>%1 So it is not known whether this refund failed.</source>
        <comment>what the answer lacks, in a sentence</comment>
        <translation>%1 Es ist deshalb nicht bekannt, ob diese Erstattung gescheitert ist.</translation>
    </message>
    <message>
        <source>%1 does not list refunds that it listed before.</source>
        <comment>provider</comment>
        <translation>%1 listet Erstattungen nicht mehr, die dort schon gelistet waren.</translation>
    </message>
    <message>
        <source>%1 counts less of this payment as given back than it did before.</source>
        <comment>provider</comment>
        <translation>%1 zählt von dieser Zahlung weniger als erstattet als zuvor.</translation>
    </message>
    <message>
        <source>%1 counts %2 more as given back since this refund, which ended as refused. It may have made it all the same.</source>
        <comment>provider, an amount</comment>
        <translation>%1 zählt seit dieser Erstattung, die als abgelehnt endete, %2 mehr als erstattet. Sie kann doch ausgeführt worden sein.</translation>
    </message>
    <message>
        <source>%1 (the provider says %2)</source>
        <comment>an amount that was asked for, an amount</comment>
        <translation>%1 (der Anbieter meldet %2)</translation>
    </message>
    <message>
        <source>%1 So what it lists now does not prove this decision.</source>
        <comment>what the answer lacks, in a sentence</comment>
        <translation>%1 Was jetzt gelistet ist, belegt diese Entscheidung deshalb nicht.</translation>
    </message>
    <message>
        <source>%1 answered with the refund “%2”, which was made before this one was sent. So it is not known whether this one was made.</source>
        <comment>provider, ID</comment>
        <translation>%1 hat mit der Erstattung „%2“ geantwortet, die schon vorher ausgeführt wurde. Es ist deshalb nicht bekannt, ob diese ausgeführt wurde.</translation>
    </message>
    <message>
        <source>%1 was asked for, and %2 says %3. Look in its own dashboard before you give back more.</source>
        <comment>an amount, provider, an amount</comment>
        <translation>%1 wurde angefordert, und %2 meldet %3. Sehen Sie im eigenen Dashboard des Anbieters nach, bevor Sie mehr erstatten.</translation>
    </message>
    <message>
        <source>%1 Nothing was sent. Try again later.</source>
        <comment>what the answer lacks, in a sentence</comment>
        <translation>%1 Es wurde nichts gesendet. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>By now, this ID is that of another payment than the one that is shown. Nothing was sent.</source>
        <translation>Diese ID gehört inzwischen zu einer anderen Zahlung als der angezeigten. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 received only %2 of the %3 of this payment, so no more can be given back.</source>
        <comment>provider, two amounts</comment>
        <translation>Bei %1 sind von dieser Zahlung nur %2 von %3 eingegangen; mehr kann nicht erstattet werden.</translation>
    </message>
    <message>
        <source>%1 was asked for %2. %3 counts it no longer, and does not say that it failed: the customer may have that money. Nothing was sent now.</source>
        <comment>an amount, 20 seconds ago, provider</comment>
        <translation>%1: die Erstattung wurde %2 verlangt. %3 zählt sie nicht mehr mit und sagt nicht, dass sie fehlschlug: Der Kunde hat dieses Geld vielleicht. Jetzt wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 of it was asked for before. %2 counts that no longer, and does not say that it failed: the customer may have it.</source>
        <comment>an amount, provider</comment>
        <translation>Für %1 davon wurde schon einmal eine Erstattung verlangt. %2 zählt sie nicht mehr mit und sagt nicht, dass sie fehlschlug: Der Kunde hat dieses Geld vielleicht.</translation>
    </message>
    <message>
        <source>%1 counts %2 as given back in all. That may hold what was refunded from here, or an equal refund that was made elsewhere, so %3 is held back beside it. After a day Tilldeck takes it as the one from here.</source>
        <comment>provider, two amounts</comment>
        <translation>%1 zählt insgesamt %2 als erstattet. Darin kann stecken, was von hier aus erstattet wurde, oder eine gleiche Erstattung von anderswo; deshalb wird daneben %3 zurückgehalten. Nach einem Tag gilt sie als die von hier.</translation>
    </message>
    <message>
        <source>%1 counts %2 as given back in all. That may hold what is held back, or an equal refund that was made elsewhere, so both are taken off.</source>
        <comment>provider, an amount</comment>
        <translation>%1 zählt insgesamt %2 als erstattet. Darin kann stecken, was zurückgehalten wird, oder eine gleiche Erstattung von anderswo; deshalb wird beides abgezogen.</translation>
    </message>
    <message>
        <source>%1 lists a refund of %2 that was not sent from here, made %3. Nothing was sent now.</source>
        <comment>provider, an amount, 20 seconds ago</comment>
        <translation>%1 führt eine Erstattung von %2, die nicht von hier gesendet wurde, ausgeführt %3. Jetzt wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::RefuseKeys</name>
    <message>
        <source>This is a key, not a session. Nothing was sent.</source>
        <translation>Das ist ein Schlüssel und keine Sitzung. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>This is a key, not a payment. Nothing was sent.</source>
        <translation>Das ist ein Schlüssel und keine Zahlung. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>This is a key, not a refund. Nothing was sent.</source>
        <translation>Das ist ein Schlüssel und keine Erstattung. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>This is a key, not a promotion code. Nothing was sent.</source>
        <translation>Das ist ein Schlüssel und kein Rabattcode. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>This is a key, not a coupon. Nothing was sent.</source>
        <translation>Das ist ein Schlüssel und kein Gutschein. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>This is a key, not an ID. Nothing was sent.</source>
        <translation>Das ist ein Schlüssel und keine ID. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>A key stands in one of the texts, which are kept in files and shown to others. Remove it. Nothing was sent.</source>
        <translation>In einem der Texte, die in Dateien aufbewahrt und anderen gezeigt werden, steht ein Schlüssel. Entfernen Sie ihn. Es wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::RefusedAgain</name>
    <message>
        <source>%1 refused it when it was sent again. That does not tell whether it was taken the first time.</source>
        <comment>provider</comment>
        <translation>%1 hat die erneute Sendung abgelehnt. Ob die erste angenommen wurde, sagt das nicht.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::RemoveAccount</name>
    <message numerus="yes">
        <source>%n creation(s), refund(s) or change(s) of %1 are not settled yet. Resolve them first, then remove the account.</source>
        <translation>
            <numerusform>%n Erstellung, Erstattung oder Änderung von %1 ist noch nicht geklärt. Klären Sie sie zuerst, dann entfernen Sie das Konto.</numerusform>
            <numerusform>%n Erstellungen, Erstattungen oder Änderungen von %1 sind noch nicht geklärt. Klären Sie sie zuerst, dann entfernen Sie das Konto.</numerusform>
        </translation>
    </message>
    <message>
        <source>the refund of %1 of the payment %2, of %3</source>
        <comment>amount, payment ID, day</comment>
        <translation>die Erstattung von %1 zur Zahlung %2, vom %3</translation>
    </message>
    <message>
        <source>the session of %1 without a customer, of %2</source>
        <comment>items, day</comment>
        <translation>die Sitzung über %1 ohne Kunden, vom %2</translation>
    </message>
    <message>
        <source>the session for %1, %2, of %3</source>
        <comment>customer, items, day</comment>
        <translation>die Sitzung für %1, %2, vom %3</translation>
    </message>
    <message>
        <source>the promotion code %1, of %2</source>
        <comment>code, day</comment>
        <translation>der Rabattcode %1, vom %2</translation>
    </message>
    <message>
        <source>promotion codes, of %1</source>
        <comment>day</comment>
        <translation>Rabattcodes, vom %1</translation>
    </message>
    <message>
        <source>the coupon %1, of %2</source>
        <comment>name, day</comment>
        <translation>der Gutschein %1, vom %2</translation>
    </message>
    <message>
        <source>the processor route %1, of %2</source>
        <comment>name, day</comment>
        <translation>der Zahlungsweg %1, vom %2</translation>
    </message>
    <message>
        <source>the import of %1, of %2, of which rows were not sent</source>
        <comment>name of a file, day</comment>
        <translation>der Import von %1 vom %2, von dem Zeilen nicht gesendet wurden</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::RepeatEntry</name>
    <message>
        <source>What it contained is not known any more.</source>
        <translation>Was es enthielt, ist nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>%1 documents no key under which this is made once. Sent again, there could be two of it.</source>
        <translation>%1 dokumentiert keinen Schlüssel, unter dem dies nur einmal angelegt wird. Noch einmal gesendet, könnte es doppelt da sein.</translation>
    </message>
    <message>
        <source>Its outcome is known by now.</source>
        <translation>Sein Ausgang ist inzwischen bekannt.</translation>
    </message>
    <message>
        <source>The provider does not list this route now, so it is not known what it contains.</source>
        <translation>Der Anbieter führt diese Route jetzt nicht auf, daher ist nicht bekannt, was sie enthält.</translation>
    </message>
    <message>
        <source>The provider lists this route with other contents, and it is not known here what it contained before this change. Look it up, then save it again if you still want the change.</source>
        <translation>Der Anbieter führt diese Route mit anderem Inhalt auf, und hier ist nicht bekannt, was sie vor dieser Änderung enthielt. Schlagen Sie sie nach, und speichern Sie sie dann erneut, wenn Sie die Änderung noch wollen.</translation>
    </message>
    <message>
        <source>The route contains neither what it did before this change nor what this change wanted: somebody else has changed it. Sent again, this would undo that.</source>
        <translation>Die Route enthält weder, was sie vor dieser Änderung enthielt, noch, was diese Änderung wollte: Jemand anderes hat sie geändert. Erneut gesendet, machte dies das rückgängig.</translation>
    </message>
    <message>
        <source>The same entry was changed once more after this was sent. Sent again, this would undo the later change.</source>
        <translation>Derselbe Eintrag wurde noch einmal geändert, nachdem dies gesendet wurde. Erneut gesendet, machte dies die spätere Änderung rückgängig.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::RequestLog</name>
    <message>
        <source>Sent, and the connection ended without an answer after %1 ms, attempt %2</source>
        <translation>Gesendet, und die Verbindung endete nach %1 ms ohne Antwort, Versuch %2</translation>
    </message>
    <message>
        <source>No answer after %1 ms, attempt %2</source>
        <translation>Keine Antwort nach %1 ms, Versuch %2</translation>
    </message>
    <message>
        <source>HTTP %1, %2 ms, attempt %3</source>
        <translation>HTTP %1, %2 ms, Versuch %3</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::ResendCreation</name>
    <message>
        <source>Look for the session instead.</source>
        <translation>Suchen Sie stattdessen nach der Sitzung.</translation>
    </message>
    <message>
        <source>%1 Nothing was sent again. %2</source>
        <comment>the reason, where to look</comment>
        <translation>%1 Es wurde nichts noch einmal gesendet. %2</translation>
    </message>
    <message>
        <source>The request would not be the same any more.</source>
        <translation>Die Anfrage wäre nicht mehr dieselbe.</translation>
    </message>
    <message>
        <source>%1 does not promise to take a repeated request only once, so there could be two sessions.</source>
        <translation>%1 sichert nicht zu, eine wiederholte Anfrage nur einmal auszuführen; es könnte zwei Sitzungen geben.</translation>
    </message>
    <message>
        <source>It was sent by another account than this one, or by one that is not connected any more and may be another. %1 remembers an idempotency key in the account that sent it, so there could be two sessions.</source>
        <translation>Es wurde von einem anderen Konto gesendet als diesem, oder von einem, das nicht mehr verbunden ist und ein anderes sein kann. %1 merkt sich einen Idempotenzschlüssel in dem Konto, das ihn gesendet hat, daher könnte es zwei Sitzungen geben.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::ResendRefund</name>
    <message>
        <source>%1 documents no key for refunds, so the money could be given back twice.</source>
        <translation>%1 dokumentiert für Erstattungen keinen Schlüssel; das Geld könnte doppelt erstattet werden.</translation>
    </message>
    <message>
        <source>This computer does not know any more what was sent, so it could be another refund.</source>
        <translation>Dieser Computer weiß nicht mehr, was gesendet wurde; es könnte eine andere Erstattung sein.</translation>
    </message>
    <message>
        <source>%1 Nothing was sent again.</source>
        <comment>the reason</comment>
        <translation>%1 Es wurde nichts noch einmal gesendet.</translation>
    </message>
    <message>
        <source>The request would not be the same any more.</source>
        <translation>Die Anfrage wäre nicht mehr dieselbe.</translation>
    </message>
    <message>
        <source>It was sent by an account that is not connected any more, so its key may not count.</source>
        <translation>Gesendet hat das ein Konto, das nicht mehr verbunden ist; sein Schlüssel gilt hier vielleicht nicht.</translation>
    </message>
    <message>
        <source>%1 lists what may be this refund, so the money could be given back twice. Say which it is, or look in its own dashboard.</source>
        <translation>%1 führt Einträge, die diese Erstattung sein können; das Geld könnte also doppelt erstattet werden. Sagen Sie, welcher es ist, oder sehen Sie im Dashboard des Anbieters nach.</translation>
    </message>
    <message>
        <source>%1 counts as given back what may be this refund, so the money could be given back twice. Look in its own dashboard, then say what became of it.</source>
        <translation>%1 zählt als erstattet, was diese Erstattung sein kann; das Geld könnte also doppelt erstattet werden. Sehen Sie im Dashboard des Anbieters nach und sagen Sie dann, was daraus geworden ist.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::SameShop</name>
    <message>
        <source>This key is also one of another account here, so these become one shop: %1. What one of them has sent counts for each.</source>
        <comment>accounts</comment>
        <translation>Dieser Schlüssel gehört hier auch zu einem anderen Konto. Damit werden zu einem Laden: %1. Was eines von ihnen gesendet hat, zählt für jedes.</translation>
    </message>
    <message>
        <source>%1 So the key was not taken.</source>
        <comment>why it could not be tried, or that it is refused</comment>
        <translation>%1 Der Schlüssel wurde daher nicht übernommen.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::Search</name>
    <message>
        <source>There is no day in this range: “before” has to be later than “since”.</source>
        <translation>In diesem Zeitraum liegt kein Tag: „before“ muss nach „since“ liegen.</translation>
    </message>
    <message>
        <source>Type a value behind the colon.</source>
        <translation>Geben Sie hinter dem Doppelpunkt einen Wert ein.</translation>
    </message>
    <message>
        <source>“%1” is no status here. There are: %2.</source>
        <translation>„%1“ ist hier kein Status. Es gibt: %2.</translation>
    </message>
    <message>
        <source>Only one status can be searched for at a time.</source>
        <translation>Es lässt sich nur nach einem Status zugleich suchen.</translation>
    </message>
    <message>
        <source>No account that is shown is named “%1”. There are: %2.</source>
        <translation>Kein angezeigtes Konto heißt „%1“. Es gibt: %2.</translation>
    </message>
    <message>
        <source>“%1” is no currency. Write its code of three letters, for example %2.</source>
        <translation>„%1“ ist keine Währung. Schreiben Sie ihren Code aus drei Buchstaben, zum Beispiel %2.</translation>
    </message>
    <message>
        <source>Only one currency can be searched for at a time.</source>
        <translation>Es lässt sich nur nach einer Währung zugleich suchen.</translation>
    </message>
    <message>
        <source>“%1” is no tier. Write 1 for the first one.</source>
        <translation>„%1“ ist keine Stufe. Schreiben Sie 1 für die erste.</translation>
    </message>
    <message>
        <source>Only one tier can be searched for at a time.</source>
        <translation>Es lässt sich nur nach einer Stufe zugleich suchen.</translation>
    </message>
    <message>
        <source>“%1” is not a day. Write it as 2026-04-14.</source>
        <translation>„%1“ ist kein Tag. Schreiben Sie ihn als 2026-04-14.</translation>
    </message>
    <message>
        <source>Write each end of a range of days once.</source>
        <translation>Schreiben Sie jedes Ende eines Zeitraums nur einmal.</translation>
    </message>
    <message>
        <source>“%1” may be read as two amounts. Write %2 or %3.</source>
        <translation>„%1“ lässt sich als zwei Beträge lesen. Schreiben Sie %2 oder %3.</translation>
    </message>
    <message>
        <source>“%1” is no amount in %2. Write, for example, %3.</source>
        <translation>„%1“ ist kein Betrag in %2. Schreiben Sie zum Beispiel %3.</translation>
    </message>
    <message>
        <source>Add the currency of the amount, for example currency:%1.</source>
        <translation>Ergänzen Sie die Währung des Betrags, zum Beispiel currency:%1.</translation>
    </message>
    <message>
        <source>The smaller amount of a range comes first.</source>
        <translation>Der kleinere Betrag eines Bereichs steht zuerst.</translation>
    </message>
    <message>
        <source>No amount is in this range.</source>
        <translation>In diesem Bereich liegt kein Betrag.</translation>
    </message>
    <message>
        <source>The sessions of this list are of one status.</source>
        <translation>Die Sitzungen dieser Liste haben alle einen Status.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::SendPlanned</name>
    <message>
        <source>%1 %2: %3</source>
        <comment>sentence, field, sentence</comment>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>%1 Details: “%2”</source>
        <comment>sentence, the provider&apos;s own words</comment>
        <translation>%1 Einzelheiten: „%2“</translation>
    </message>
    <message>
        <source>It was created before, as the list of sessions shows.</source>
        <translation>Sie wurde schon erstellt, wie die Liste der Sitzungen zeigt.</translation>
    </message>
    <message>
        <source>It was sent before, as the list of sessions shows, and its outcome is unknown.</source>
        <translation>Sie wurde schon gesendet, wie die Liste der Sitzungen zeigt, und ihr Ausgang ist unbekannt.</translation>
    </message>
    <message>
        <source>%1 It is %2.</source>
        <comment>sentence, ID</comment>
        <translation>%1 Das ist %2.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::SessionImport</name>
    <message>
        <source>Not sent: the merchant left the rest.</source>
        <translation>Nicht gesendet: Der Rest wurde vom Händler aufgegeben.</translation>
    </message>
    <message>
        <source>%L1 of %L2 were created</source>
        <comment>first part of a sentence</comment>
        <translation>%L1 von %L2 wurden erstellt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln were refused</source>
        <comment>part of a sentence</comment>
        <translation>
            <numerusform>%Ln wurde abgelehnt</numerusform>
            <numerusform>%Ln wurden abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have an unknown outcome</source>
        <comment>part of a sentence</comment>
        <translation>
            <numerusform>%Ln hat einen unbekannten Ausgang</numerusform>
            <numerusform>%Ln haben einen unbekannten Ausgang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were closed as not created</source>
        <comment>part of a sentence</comment>
        <translation>
            <numerusform>%Ln wurde als nicht erstellt abgeschlossen</numerusform>
            <numerusform>%Ln wurden als nicht erstellt abgeschlossen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were cancelled</source>
        <comment>part of a sentence</comment>
        <translation>
            <numerusform>%Ln wurde aufgegeben</numerusform>
            <numerusform>%Ln wurden aufgegeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were not sent</source>
        <comment>part of a sentence</comment>
        <translation>
            <numerusform>%Ln wurde nicht gesendet</numerusform>
            <numerusform>%Ln wurden nicht gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence without its end</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>This import was begun with “%1”, which is connected. Go on with it there.</source>
        <comment>name of an account</comment>
        <translation>Dieser Import wurde mit „%1“ begonnen, das verbunden ist. Machen Sie dort weiter.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) ask for the same as a session that was created or sent a moment ago, or whose outcome is unknown.</source>
        <translation>
            <numerusform>%Ln Zeile verlangt dasselbe wie eine Sitzung, die eben erstellt oder gesendet wurde oder deren Ausgang unbekannt ist.</numerusform>
            <numerusform>%Ln Zeilen verlangen dasselbe wie eine Sitzung, die eben erstellt oder gesendet wurde oder deren Ausgang unbekannt ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are in an import of %1 that runs at this moment: %2</source>
        <comment>name of a file, how many were created …</comment>
        <translation>
            <numerusform>%Ln Zeile steht in einem Import von %1, der gerade läuft: %2</numerusform>
            <numerusform>%Ln Zeilen stehen in einem Import von %1, der gerade läuft: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were imported from %1 minutes ago: %2</source>
        <comment>name of a file, how many were created …</comment>
        <translation>
            <numerusform>%Ln Zeile wurde vor Minuten aus %1 importiert: %2</numerusform>
            <numerusform>%Ln Zeilen wurden vor Minuten aus %1 importiert: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are in an import of %1 that is not over: %2</source>
        <comment>name of a file, how many were created …</comment>
        <translation>
            <numerusform>%Ln Zeile steht in einem Import von %1, der nicht zu Ende ist: %2</numerusform>
            <numerusform>%Ln Zeilen stehen in einem Import von %1, der nicht zu Ende ist: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) in the list of %1 could not be read.</source>
        <comment>provider</comment>
        <translation>
            <numerusform>%Ln Zeile der Liste von %1 konnte nicht gelesen werden.</numerusform>
            <numerusform>%Ln Zeilen der Liste von %1 konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The list of %1 could not be read back to when the rows were planned.</source>
        <comment>provider</comment>
        <translation>Die Liste von %1 konnte nicht bis zu der Zeit gelesen werden, zu der die Zeilen geplant wurden.</translation>
    </message>
    <message>
        <source>It could not be looked up whether %1 has some of the rows already, so nothing more was sent. %2</source>
        <comment>provider, a sentence</comment>
        <translation>Es konnte nicht nachgesehen werden, ob %1 einige der Zeilen schon hat; daher wurde nichts weiter gesendet. %2</translation>
    </message>
    <message>
        <source>%1 has no list that shows whether it has some of the rows already, as it has where the files of this program were put back from a backup after %2. So nothing was sent. If that may be, look in its dashboard first.</source>
        <comment>provider, day and time</comment>
        <translation>%1 hat keine Liste, die zeigt, ob dort schon einige der Zeilen erstellt sind. Das ist so, wenn die Dateien dieses Programms nach dem %2 aus einer Sicherung zurückgespielt wurden. Daher wurde nichts gesendet. Wenn das sein kann, sehen Sie zuerst im Dashboard des Anbieters nach.</translation>
    </message>
    <message>
        <source>%1 So it is not known whether it has some of the rows already, and they were not sent. Look in its dashboard first.</source>
        <comment>a sentence</comment>
        <translation>%1 Daher ist nicht bekannt, ob dort schon einige der Zeilen erstellt sind, und sie wurden nicht gesendet. Sehen Sie zuerst im Dashboard des Anbieters nach.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln have the reference of an earlier charge</source>
        <comment>part of a sentence</comment>
        <translation>
            <numerusform>%Ln hat die Referenz einer früheren Abbuchung</numerusform>
            <numerusform>%Ln haben die Referenz einer früheren Abbuchung</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::ShopKeys</name>
    <message>
        <source>This is not the key that Tilldeck knows of “%1”, and %2 does not say whose it is, so it was not used.</source>
        <comment>account, provider</comment>
        <translation>Das ist nicht der Schlüssel, den Tilldeck von „%1“ kennt, und %2 sagt nicht, wem er gehört. Deshalb wurde er nicht verwendet.</translation>
    </message>
    <message>
        <source>This is the key of “%1”, so it was not sent to %2.</source>
        <comment>account, provider</comment>
        <translation>Das ist der Schlüssel von „%1“. Deshalb wurde er nicht an %2 gesendet.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::SystemZone</name>
    <message>
        <source>The time zone of this computer is not known. All times are in UTC.</source>
        <translation>Die Zeitzone dieses Computers ist nicht bekannt. Alle Zeiten sind in UTC.</translation>
    </message>
    <message>
        <source>The time zone “%1” is not known. All times are in UTC.</source>
        <translation>Die Zeitzone „%1“ ist nicht bekannt. Alle Zeiten sind in UTC.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::TakeIntentsOver</name>
    <message>
        <source>The journal that knew what became of it is gone.</source>
        <translation>Das Journal, das wusste, was daraus wurde, gibt es nicht mehr.</translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::Track</name>
    <message>
        <source>None of your accounts has checkout pages on %1. Connect the account it belongs to, or set its checkout address.</source>
        <translation>Keines Ihrer Konten hat Checkout-Seiten auf %1. Verbinden Sie das Konto, zu dem sie gehört, oder tragen Sie dessen Checkout-Adresse ein.</translation>
    </message>
    <message>
        <source>This is not a session ID, token or checkout URL of a connected account. Check what was pasted.</source>
        <translation>Das ist keine Sitzungs-ID, kein Token und keine Checkout-URL eines verbundenen Kontos. Prüfen Sie, was eingefügt wurde.</translation>
    </message>
    <message>
        <source>The session could not be kept on this computer. Try again.</source>
        <translation>Die Sitzung konnte auf diesem Computer nicht gespeichert werden. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>None of your accounts knows this session. Check what was pasted.</source>
        <translation>Keines Ihrer Konten kennt diese Sitzung. Prüfen Sie, was eingefügt wurde.</translation>
    </message>
    <message>
        <source>No session has this token.</source>
        <translation>Keine Sitzung hat dieses Token.</translation>
    </message>
    <message>
        <source>None of the newest %L1 sessions has this token, and the provider lists more. Track the session by its ID.</source>
        <translation>Keine der neuesten %L1 Sitzungen hat dieses Token, und der Anbieter führt weitere. Verfolgen Sie die Sitzung über ihre ID.</translation>
    </message>
    <message numerus="yes">
        <source>None of the sessions that could be read has this token, and %Ln row(s) of the list could not be read. Track the session by its ID.</source>
        <translation>
            <numerusform>Keine der lesbaren Sitzungen hat dieses Token, und eine Zeile der Liste war nicht lesbar. Verfolgen Sie die Sitzung über ihre ID.</numerusform>
            <numerusform>Keine der lesbaren Sitzungen hat dieses Token, und %Ln Zeilen der Liste waren nicht lesbar. Verfolgen Sie die Sitzung über ihre ID.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 does not know this session. %2</source>
        <comment>account, why another account could not be asked</comment>
        <translation>%1 kennt diese Sitzung nicht. %2</translation>
    </message>
    <message>
        <source>This looks like a session of %1, which was not asked. Choose that account.</source>
        <translation>Das sieht nach einer Sitzung von %1 aus; dieses Konto wurde nicht gefragt. Wählen Sie es.</translation>
    </message>
    <message>
        <source>This looks like a session of one of these accounts, which were not asked: %1. Choose the right one.</source>
        <translation>Das sieht nach einer Sitzung eines dieser Konten aus, die nicht gefragt wurden: %1. Wählen Sie das richtige.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between accounts</comment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::UnsettledWrites</name>
    <message>
        <source>without a name</source>
        <comment>coupon</comment>
        <translation>ohne Namen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln promotion code(s) were made</source>
        <comment>how many; the sentence goes on</comment>
        <translation>
            <numerusform>%1 von %Ln Rabattcode wurde erstellt</numerusform>
            <numerusform>%1 von %Ln Rabattcodes wurden erstellt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>parts of a sentence</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln were refused</source>
        <translation>
            <numerusform>%Ln wurde abgelehnt</numerusform>
            <numerusform>%Ln wurden abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have an unknown outcome</source>
        <translation>
            <numerusform>%Ln hat einen unbekannten Ausgang</numerusform>
            <numerusform>%Ln haben einen unbekannten Ausgang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were not sent</source>
        <translation>
            <numerusform>%Ln wurde nicht gesendet</numerusform>
            <numerusform>%Ln wurden nicht gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>ends a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>first promotion code, what became of all</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>It is not known whether the coupon “%1” was created.</source>
        <translation>Es ist nicht bekannt, ob der Gutschein „%1“ erstellt wurde.</translation>
    </message>
    <message>
        <source>It is not known whether the coupon “%1” was switched off.</source>
        <translation>Es ist nicht bekannt, ob der Gutschein „%1“ abgeschaltet wurde.</translation>
    </message>
    <message>
        <source>It is not known whether the promotion code %1 was switched off.</source>
        <translation>Es ist nicht bekannt, ob der Rabattcode %1 abgeschaltet wurde.</translation>
    </message>
    <message>
        <source>It is not known whether the processor route “%1” was changed.</source>
        <translation>Es ist nicht bekannt, ob der Zahlungsweg „%1“ geändert wurde.</translation>
    </message>
    <message>
        <source>It is not known whether the processor route “%1” was created.</source>
        <translation>Es ist nicht bekannt, ob der Zahlungsweg „%1“ erstellt wurde.</translation>
    </message>
    <message>
        <source>It is not known whether the promotion code %1 was created.</source>
        <translation>Es ist nicht bekannt, ob der Rabattcode %1 erstellt wurde.</translation>
    </message>
    <message>
        <source>If it was not switched off, customers can still use it.</source>
        <translation>Wenn er nicht abgeschaltet wurde, können Kunden ihn noch benutzen.</translation>
    </message>
    <message>
        <source>If it was saved all the same and you save it again, there may be two of it, or an older order of processors.</source>
        <translation>Wenn er doch gespeichert wurde und Sie ihn noch einmal speichern, gibt es ihn womöglich zweimal oder mit einer älteren Reihenfolge der Abwickler.</translation>
    </message>
    <message>
        <source>If it was created all the same and you create it again, there are two of it.</source>
        <translation>Wenn er doch erstellt wurde und Sie ihn noch einmal erstellen, gibt es ihn zweimal.</translation>
    </message>
    <message>
        <source>It is not known whether a coupon was created, or which one.</source>
        <translation>Es ist nicht bekannt, ob ein Gutschein erstellt wurde und welcher.</translation>
    </message>
    <message>
        <source>It is not known whether a coupon was switched off, or which one.</source>
        <translation>Es ist nicht bekannt, ob ein Gutschein abgeschaltet wurde und welcher.</translation>
    </message>
    <message>
        <source>It is not known whether a promotion code was switched off, or which one.</source>
        <translation>Es ist nicht bekannt, ob ein Rabattcode abgeschaltet wurde und welcher.</translation>
    </message>
    <message>
        <source>It is not known whether a processor route was created or changed, or which one.</source>
        <translation>Es ist nicht bekannt, ob ein Zahlungsweg erstellt oder geändert wurde und welcher.</translation>
    </message>
    <message>
        <source>It is not known whether a promotion code was created, or which one.</source>
        <translation>Es ist nicht bekannt, ob ein Rabattcode erstellt wurde und welcher.</translation>
    </message>
    <message>
        <source>%1 It is not known any more which ones they are.</source>
        <comment>what became of all</comment>
        <translation>%1 Welche es sind, ist nicht mehr bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more: %2</source>
        <comment>first promotion code, how many others, what became of all</comment>
        <translation>
            <numerusform>%1 und ein weiterer: %2</numerusform>
            <numerusform>%1 und %Ln weitere: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>first promotion code, how many others</comment>
        <translation>
            <numerusform>%1 und %Ln weiterer</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>What was not sent stays unsent.</source>
        <translation>Was nicht gesendet wurde, bleibt ungesendet.</translation>
    </message>
    <message>
        <source>A code of unknown outcome may exist and can be used; look for it in the provider&apos;s own dashboard.</source>
        <translation>Ein Code mit unbekanntem Ausgang kann existieren und benutzt werden; suchen Sie ihn im Dashboard des Anbieters.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>tilldeck::files::WriteExport</name>
    <message>
        <source>Tilldeck keeps files of its own or the key there; choose another folder</source>
        <translation>Dort liegen Dateien von Tilldeck oder der Schlüssel; wählen Sie einen anderen Ordner</translation>
    </message>
</context>
<context>
    <name>tilldeck::ledger::DiskReserve</name>
    <message>
        <source>The disk is almost full, so an answer could not be kept. Nothing was sent. Make room, then try again.</source>
        <translation>Die Festplatte ist fast voll, also ließe sich eine Antwort nicht aufbewahren. Nichts wurde gesendet. Schaffen Sie Platz und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written, so an answer could not be kept. Nothing was sent. Check who owns it, or start Tilldeck with TILLDECK_DATA_DIR set to another folder.</source>
        <translation>In den Ordner %1 kann nicht geschrieben werden, eine Antwort ließe sich also nicht aufbewahren. Es wurde nichts gesendet. Prüfen Sie, wem er gehört, oder starten Sie Tilldeck mit einem anderen Ordner in TILLDECK_DATA_DIR.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ledger::Ledger</name>
    <message>
        <source>%1 was written by a newer Tilldeck. It can be read but not changed: update this program.</source>
        <translation>%1 wurde von einem neueren Tilldeck geschrieben. Die Datei kann gelesen, aber nicht geändert werden: Aktualisieren Sie dieses Programm.</translation>
    </message>
    <message>
        <source>A session without an id cannot be kept.</source>
        <translation>Eine Sitzung ohne ID kann nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>%1 is damaged. Put it back from a backup, or rebuild it from the journal and from what can be read of it (Help › Data on this computer, or: tilldeck-cli ledger rebuild).</source>
        <translation>%1 ist beschädigt. Legen Sie die Datei aus einer Sicherung zurück oder bauen Sie sie aus dem Journal und aus dem neu auf, was davon lesbar ist (Hilfe › Daten auf diesem Computer, oder: tilldeck-cli ledger rebuild).</translation>
    </message>
    <message>
        <source>%1 is being replaced by what can be read of it.</source>
        <translation>%1 wird gerade durch das ersetzt, was davon lesbar ist.</translation>
    </message>
</context>
<context>
    <name>tilldeck::providers::Answers</name>
    <message>
        <source>%1 does not fit the decimals of its currency.</source>
        <translation>%1 passt nicht zu den Nachkommastellen der Währung.</translation>
    </message>
    <message>
        <source>The answer is not a JSON object.</source>
        <translation>Die Antwort ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>%1 is not an object.</source>
        <translation>%1 ist kein Objekt.</translation>
    </message>
    <message>
        <source>%1 is not text.</source>
        <translation>%1 ist kein Text.</translation>
    </message>
    <message>
        <source>%1 is too long.</source>
        <translation>%1 ist zu lang.</translation>
    </message>
    <message>
        <source>%1 is not a whole number.</source>
        <translation>%1 ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>%1 is not a number.</source>
        <translation>%1 ist keine Zahl.</translation>
    </message>
    <message>
        <source>%1 is neither true nor false.</source>
        <translation>%1 ist weder true noch false.</translation>
    </message>
    <message>
        <source>%1 is not a time.</source>
        <translation>%1 ist keine Zeit.</translation>
    </message>
    <message>
        <source>%1 is not a list.</source>
        <translation>%1 ist keine Liste.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>%1 is not a currency that is known here.</source>
        <translation>%1 ist keine Währung, die hier bekannt ist.</translation>
    </message>
    <message>
        <source>The provider&apos;s answer could not be read, so nothing was changed here. Check the account&apos;s address, or try again later.</source>
        <translation>Die Antwort des Anbieters war nicht lesbar, daher wurde hier nichts geändert. Prüfen Sie die Adresse des Kontos oder versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>%1 ending %2</source>
        <comment>card brand and its last four digits</comment>
        <translation>%1, endet auf %2</translation>
    </message>
    <message>
        <source>Give the field a name.</source>
        <translation>Geben Sie dem Feld einen Namen.</translation>
    </message>
    <message>
        <source>Another field has this name. Use a different one.</source>
        <translation>Ein anderes Feld hat diesen Namen. Nehmen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Enter a number.</source>
        <translation>Geben Sie eine Zahl ein.</translation>
    </message>
</context>
<context>
    <name>tilldeck::providers::Errors</name>
    <message>
        <source>%1 does not know this account, or something that the session uses. Check the account&apos;s details.</source>
        <translation>%1 kennt dieses Konto nicht oder etwas, das die Sitzung verwendet. Prüfen Sie die Angaben des Kontos.</translation>
    </message>
    <message>
        <source>%1 does not know this checkout session. Check its ID and the account.</source>
        <translation>%1 kennt diese Checkout-Sitzung nicht. Prüfen Sie ihre ID und das Konto.</translation>
    </message>
    <message>
        <source>%1 refused this session. Nothing was created: mend the draft and create it again.</source>
        <translation>%1 hat diese Sitzung abgelehnt. Es wurde nichts erstellt: Berichtigen Sie den Entwurf und erstellen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>%1 did not end this session. Check its present state.</source>
        <translation>%1 hat diese Sitzung nicht beendet. Prüfen Sie ihren jetzigen Stand.</translation>
    </message>
    <message>
        <source>%1 cannot quote this draft. Mend it, then ask again.</source>
        <translation>%1 kann zu diesem Entwurf kein Angebot machen. Berichtigen Sie ihn und fragen Sie noch einmal.</translation>
    </message>
    <message>
        <source>%1 did not say whether the session ended. Check its present state.</source>
        <translation>%1 hat nicht gesagt, ob die Sitzung beendet ist. Prüfen Sie ihren jetzigen Stand.</translation>
    </message>
    <message>
        <source>%1 refused the key. Enter the account&apos;s key again.</source>
        <translation>%1 hat den Schlüssel abgelehnt. Geben Sie den Schlüssel des Kontos noch einmal ein.</translation>
    </message>
    <message>
        <source>This key may not do that on this account. Check the account&apos;s details at %1, or use a key with more rights.</source>
        <translation>Dieser Schlüssel darf das bei diesem Konto nicht. Prüfen Sie die Angaben des Kontos bei %1 oder nehmen Sie einen Schlüssel mit mehr Rechten.</translation>
    </message>
    <message>
        <source>%1 does not offer this for the account.</source>
        <translation>%1 bietet das für das Konto nicht an.</translation>
    </message>
    <message>
        <source>%1 takes no more requests for now. Wait a minute, then try again.</source>
        <translation>%1 nimmt im Moment keine Anfragen mehr an. Warten Sie eine Minute und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>%1 could not be reached. Check the connection and the account&apos;s address, then try again.</source>
        <translation>%1 war nicht erreichbar. Prüfen Sie die Verbindung und die Adresse des Kontos und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>%1&apos;s answer could not be read. Check the account&apos;s address, or try again later.</source>
        <translation>Die Antwort von %1 war nicht lesbar. Prüfen Sie die Adresse des Kontos oder versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Stopped before %1 answered.</source>
        <translation>Angehalten, bevor %1 geantwortet hat.</translation>
    </message>
    <message>
        <source>%1 has a fault of its own at the moment. Try again later.</source>
        <translation>%1 hat im Moment selbst eine Störung. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The connection to %1 is not safe, so nothing was sent. Check the account&apos;s address.</source>
        <translation>Die Verbindung zu %1 ist nicht sicher, daher wurde nichts gesendet. Prüfen Sie die Adresse des Kontos.</translation>
    </message>
    <message>
        <source>The account&apos;s address leads elsewhere, and the key is not sent there. Check the address.</source>
        <translation>Die Adresse des Kontos führt woandershin, und dorthin wird der Schlüssel nicht gesendet. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>The answer is about another session.</source>
        <translation>Die Antwort betrifft eine andere Sitzung.</translation>
    </message>
    <message>
        <source>%1 says: “%2”</source>
        <comment>provider, its own words</comment>
        <translation>%1 sagt: „%2“</translation>
    </message>
    <message>
        <source>%1 does not know this payment. Refresh the transactions, and check the account.</source>
        <translation>%1 kennt diese Zahlung nicht. Aktualisieren Sie die Transaktionen und prüfen Sie das Konto.</translation>
    </message>
    <message>
        <source>%1 does not know this entry, or something that it uses. Refresh the catalog.</source>
        <translation>%1 kennt diesen Eintrag nicht oder etwas, das er verwendet. Aktualisieren Sie den Katalog.</translation>
    </message>
    <message>
        <source>%1 refused this refund, so no money was given back.</source>
        <translation>%1 hat diese Erstattung abgelehnt; es wurde kein Geld zurückgegeben.</translation>
    </message>
    <message>
        <source>%1 refused this, so nothing was changed.</source>
        <translation>%1 hat dies abgelehnt; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>%1 refused the question.</source>
        <translation>%1 hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>Nobody whom this computer trusts vouches for the server at %1&apos;s address, so nothing was sent. Check the account&apos;s address, and the network that you are in.</source>
        <translation>Niemand, dem dieser Computer vertraut, bürgt für den Server unter der Adresse von %1, deshalb wurde nichts gesendet. Prüfen Sie die Adresse des Kontos und das Netz, in dem Sie sind.</translation>
    </message>
    <message>
        <source>The server at %1&apos;s address shows the certificate of another host, so nothing was sent. Check the account&apos;s address, and the network that you are in.</source>
        <translation>Der Server unter der Adresse von %1 zeigt das Zertifikat eines anderen Servers, deshalb wurde nichts gesendet. Prüfen Sie die Adresse des Kontos und das Netz, in dem Sie sind.</translation>
    </message>
    <message>
        <source>The certificate of the server at %1&apos;s address is not valid today, so nothing was sent. Check the account&apos;s address and the date of this computer.</source>
        <translation>Das Zertifikat des Servers unter der Adresse von %1 gilt heute nicht, deshalb wurde nichts gesendet. Prüfen Sie die Adresse des Kontos und das Datum dieses Computers.</translation>
    </message>
    <message>
        <source>There is no server of that name.</source>
        <translation>Einen Server mit diesem Namen gibt es nicht.</translation>
    </message>
    <message>
        <source>The server took no connection.</source>
        <translation>Der Server hat keine Verbindung angenommen.</translation>
    </message>
    <message>
        <source>The connection ended before the answer was complete.</source>
        <translation>Die Verbindung endete, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>No complete answer came in time.</source>
        <translation>Es kam nicht rechtzeitig eine vollständige Antwort.</translation>
    </message>
    <message>
        <source>The proxy of this network let nothing through.</source>
        <translation>Der Proxy dieses Netzes hat nichts durchgelassen.</translation>
    </message>
    <message>
        <source>What came back is no web answer.</source>
        <translation>Was zurückkam, ist keine Antwort eines Webservers.</translation>
    </message>
    <message>
        <source>What came back is no complete answer of an API.</source>
        <translation>Was zurückkam, ist keine vollständige Antwort einer API.</translation>
    </message>
    <message>
        <source>The answer was too large to be read.</source>
        <translation>Die Antwort war zu groß, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>%1 did not say whether the money was given back.</source>
        <translation>%1 hat nicht gesagt, ob das Geld erstattet wurde.</translation>
    </message>
    <message>
        <source>%1 did not say whether the session was created.</source>
        <translation>%1 hat nicht gesagt, ob die Sitzung erstellt wurde.</translation>
    </message>
    <message>
        <source>%1 did not say whether it was saved. Go on with it, or look it up, before you ask for it again.</source>
        <translation>%1 hat nicht gesagt, ob es gespeichert wurde. Machen Sie damit weiter oder schlagen Sie es nach, bevor Sie es noch einmal verlangen.</translation>
    </message>
</context>
<context>
    <name>tilldeck::providers::Ikawaari</name>
    <message>
        <source>This is not an ID of Ikawaari&apos;s. Check it.</source>
        <translation>Das ist keine ID von Ikawaari. Prüfen Sie sie.</translation>
    </message>
    <message>
        <source>Mobile money</source>
        <translation>Mobile Money</translation>
    </message>
    <message>
        <source>Mobile money, %1</source>
        <comment>the operator</comment>
        <translation>Mobile Money, %1</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>%1 is not the payment that was asked for.</source>
        <translation>%1 ist nicht die Zahlung, nach der gefragt wurde.</translation>
    </message>
    <message>
        <source>Ikawaari does not take this. Leave it out.</source>
        <translation>Ikawaari nimmt das nicht an. Lassen Sie es weg.</translation>
    </message>
    <message>
        <source>Add an item with a name and an amount.</source>
        <translation>Fügen Sie eine Position mit Namen und Betrag hinzu.</translation>
    </message>
    <message>
        <source>Ikawaari has no prices. Enter a name and an amount.</source>
        <translation>Ikawaari hat keine Preise. Geben Sie einen Namen und einen Betrag ein.</translation>
    </message>
    <message>
        <source>Give the item a name.</source>
        <translation>Geben Sie der Position einen Namen.</translation>
    </message>
    <message>
        <source>Enter an amount.</source>
        <translation>Geben Sie einen Betrag ein.</translation>
    </message>
    <message>
        <source>All items of a session are in one currency.</source>
        <translation>Alle Positionen einer Sitzung haben dieselbe Währung.</translation>
    </message>
    <message>
        <source>Choose a single payment or a subscription.</source>
        <translation>Wählen Sie eine einzelne Zahlung oder ein Abo.</translation>
    </message>
    <message>
        <source>The sum of the items is too large.</source>
        <translation>Die Summe der Positionen ist zu groß.</translation>
    </message>
    <message>
        <source>This key may only read. Use one that has Ikawaari&apos;s write scope for payments.</source>
        <translation>Dieser Schlüssel darf nur lesen. Nehmen Sie einen mit Schreibrecht für Zahlungen bei Ikawaari.</translation>
    </message>
    <message>
        <source>An API key or app token with the write scope for payments.</source>
        <translation>Ein API-Schlüssel oder App-Token mit Schreibrecht für Zahlungen.</translation>
    </message>
    <message>
        <source>Line items</source>
        <translation>Einzelne Positionen</translation>
    </message>
    <message>
        <source>The request that Ikawaari&apos;s guide describes: each item with its name and amount.</source>
        <translation>Die Anfrage aus der Anleitung von Ikawaari: jede Position mit Namen und Betrag.</translation>
    </message>
    <message>
        <source>One amount</source>
        <translation>Ein Betrag</translation>
    </message>
    <message>
        <source>The request of Ikawaari&apos;s newer guide: the sum alone, with the items as its description. Choose it if Ikawaari refuses the other.</source>
        <translation>Die Anfrage aus der neueren Anleitung von Ikawaari: nur die Summe, mit den Positionen als Beschreibung. Wählen Sie sie, wenn Ikawaari die andere ablehnt.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Checkout session</source>
        <translation>Checkout-Sitzung</translation>
    </message>
    <message>
        <source>A page of Ikawaari where the customer pays by mobile money or card.</source>
        <translation>Eine Seite von Ikawaari, auf der der Kunde mit Mobile Money oder Karte bezahlt.</translation>
    </message>
    <message>
        <source>Cancel URL</source>
        <translation>Abbruch-URL</translation>
    </message>
    <message>
        <source>Ikawaari cannot take this session as it is. Mend the marked fields.</source>
        <translation>Ikawaari kann diese Sitzung so nicht annehmen. Berichtigen Sie die markierten Felder.</translation>
    </message>
    <message>
        <source>%1 is not the currency that the customer paid in.</source>
        <translation>%1 ist nicht die Währung, in der der Kunde gezahlt hat.</translation>
    </message>
</context>
<context>
    <name>tilldeck::providers::Khaime</name>
    <message>
        <source>The embedded checkout needs the account&apos;s merchant ID. Enter it in Accounts.</source>
        <translation>Der eingebettete Checkout braucht die Händler-ID des Kontos. Tragen Sie sie unter Konten ein.</translation>
    </message>
    <message>
        <source>This is not the ID of a Khaime session. Check it.</source>
        <translation>Das ist nicht die ID einer Khaime-Sitzung. Prüfen Sie sie.</translation>
    </message>
    <message>
        <source>Khaime cannot be asked about a charge. Its payment appears in Transactions.</source>
        <translation>Nach einer Abbuchung kann man Khaime nicht fragen. Ihre Zahlung erscheint unter Transaktionen.</translation>
    </message>
    <message>
        <source>%1 is in another currency than was asked for.</source>
        <translation>%1 ist in einer anderen Währung als angefordert.</translation>
    </message>
    <message>
        <source>%1 is another currency than was asked for.</source>
        <translation>%1 ist eine andere Währung als angefordert.</translation>
    </message>
    <message>
        <source>Khaime has no place for this here. Leave it out.</source>
        <translation>Dafür hat Khaime hier keinen Platz. Lassen Sie es weg.</translation>
    </message>
    <message>
        <source>Khaime cannot take this amount exactly. Enter another one.</source>
        <translation>Khaime kann diesen Betrag nicht genau annehmen. Geben Sie einen anderen ein.</translation>
    </message>
    <message>
        <source>Khaime&apos;s product IDs are numbers. Choose a product, or enter its number.</source>
        <translation>Produkt-IDs von Khaime sind Zahlen. Wählen Sie ein Produkt oder geben Sie seine Nummer ein.</translation>
    </message>
    <message>
        <source>Enter what you want to receive.</source>
        <translation>Geben Sie ein, was Sie erhalten wollen.</translation>
    </message>
    <message>
        <source>Ask for a quote first: Khaime works out what the customer pays.</source>
        <translation>Holen Sie zuerst ein Angebot: Khaime rechnet aus, was der Kunde zahlt.</translation>
    </message>
    <message>
        <source>Enter this amount in %1.</source>
        <translation>Geben Sie diesen Betrag in %1 ein.</translation>
    </message>
    <message>
        <source>The quote is for another currency. Ask for a new one.</source>
        <translation>Das Angebot ist für eine andere Währung. Holen Sie ein neues.</translation>
    </message>
    <message>
        <source>Khaime&apos;s sub-merchant IDs are numbers. Enter the number of the sub-merchant.</source>
        <translation>Subhändler-IDs von Khaime sind Zahlen. Geben Sie die Nummer des Subhändlers ein.</translation>
    </message>
    <message>
        <source>Enter the amount.</source>
        <translation>Geben Sie den Betrag ein.</translation>
    </message>
    <message>
        <source>Choose a product, or give what is sold a name.</source>
        <translation>Wählen Sie ein Produkt oder geben Sie dem, was verkauft wird, einen Namen.</translation>
    </message>
    <message>
        <source>Choose a product, or enter its number.</source>
        <translation>Wählen Sie ein Produkt oder geben Sie seine Nummer ein.</translation>
    </message>
    <message>
        <source>Choose the currency that the customer pays in.</source>
        <translation>Wählen Sie die Währung, in der der Kunde zahlt.</translation>
    </message>
    <message>
        <source>Khaime has no such kind of payment. Choose one of its own.</source>
        <translation>Diese Zahlungsart gibt es bei Khaime nicht. Wählen Sie eine, die Khaime hat.</translation>
    </message>
    <message>
        <source>This is more than %1% off what Khaime works out. Enter about %2, or leave it empty.</source>
        <translation>Das weicht um mehr als %1 % von dem ab, was Khaime ausrechnet. Geben Sie etwa %2 ein oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>Khaime does not know this product. Choose another one.</source>
        <translation>Khaime kennt dieses Produkt nicht. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Khaime did not get what the customer pays. Refresh the quote, or enter it.</source>
        <translation>Khaime hat nicht bekommen, was der Kunde zahlt. Erneuern Sie das Angebot oder geben Sie es ein.</translation>
    </message>
    <message>
        <source>Enter the customer&apos;s e-mail address.</source>
        <translation>Geben Sie die E-Mail-Adresse des Kunden ein.</translation>
    </message>
    <message>
        <source>Khaime misses something. Check amount, currency and the customer&apos;s e-mail address.</source>
        <translation>Khaime fehlt etwas. Prüfen Sie Betrag, Währung und die E-Mail-Adresse des Kunden.</translation>
    </message>
    <message>
        <source>Metadata takes text, numbers, true and false only.</source>
        <translation>Metadaten nehmen nur Text, Zahlen, true und false an.</translation>
    </message>
    <message>
        <source>Khaime has no rate from %1 to %2. Choose another currency for the customer.</source>
        <translation>Khaime hat keinen Kurs von %1 nach %2. Wählen Sie für den Kunden eine andere Währung.</translation>
    </message>
    <message>
        <source>The rate has moved. Refresh the quote, then create again.</source>
        <translation>Der Kurs hat sich geändert. Erneuern Sie das Angebot und erstellen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>This is more than %1% off what Khaime works out. Leave it empty, or refresh the quote and enter the amount it shows.</source>
        <translation>Das weicht um mehr als %1 % von dem ab, was Khaime ausrechnet. Lassen Sie das Feld leer, oder erneuern Sie das Angebot und geben Sie den Betrag ein, den es zeigt.</translation>
    </message>
    <message>
        <source>The quote was for another currency. Refresh the quote, then create again.</source>
        <translation>Das Angebot war für eine andere Währung. Erneuern Sie das Angebot und erstellen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>The quote is incomplete. Refresh it, then create again.</source>
        <translation>Das Angebot ist unvollständig. Erneuern Sie es und erstellen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Enter what you want to receive, and its currency.</source>
        <translation>Geben Sie ein, was Sie erhalten wollen, und die Währung dazu.</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Abbuchung</translation>
    </message>
    <message>
        <source>An amount of your own that the customer pays in their currency. You see rate, fee and gateway first.</source>
        <translation>Ein Betrag von Ihnen, den der Kunde in seiner Währung zahlt. Kurs, Gebühr und Gateway sehen Sie vorher.</translation>
    </message>
    <message>
        <source>Hosted session</source>
        <translation>Gehostete Sitzung</translation>
    </message>
    <message>
        <source>A page of Stripe&apos;s that you send the customer to, for one payment or a subscription.</source>
        <translation>Eine Seite von Stripe, auf die Sie den Kunden schicken, für eine Zahlung oder ein Abo.</translation>
    </message>
    <message>
        <source>Embedded checkout</source>
        <translation>Eingebetteter Checkout</translation>
    </message>
    <message>
        <source>A product of your Khaime catalog, paid in a form on your own website.</source>
        <translation>Ein Produkt aus Ihrem Khaime-Katalog, bezahlt in einem Formular auf Ihrer eigenen Website.</translation>
    </message>
    <message>
        <source>Callback URL</source>
        <translation>Callback-URL</translation>
    </message>
    <message>
        <source>Cancel URL</source>
        <translation>Abbruch-URL</translation>
    </message>
    <message>
        <source>This is not the ID of a sub-merchant.</source>
        <translation>Das ist nicht die ID eines Subhändlers.</translation>
    </message>
    <message>
        <source>Khaime does not know this sub-merchant. Check the ID.</source>
        <translation>Khaime kennt diesen Subhändler nicht. Prüfen Sie die ID.</translation>
    </message>
    <message>
        <source>This account is no marketplace, so it has no sub-merchants. Leave this empty.</source>
        <translation>Dieses Konto ist kein Marktplatz und hat daher keine Subhändler. Lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>Enter a smaller quantity.</source>
        <translation>Geben Sie eine kleinere Menge ein.</translation>
    </message>
    <message>
        <source>Khaime does not quote this kind of payment before it exists.</source>
        <translation>Khaime macht vor einer solchen Zahlung kein Angebot.</translation>
    </message>
    <message>
        <source>Embed snippet</source>
        <translation>Einbettungscode</translation>
    </message>
    <message>
        <source>The token works once. Fulfil the order when the webhook arrives, not when the form says so.</source>
        <translation>Das Token gilt einmal. Erfüllen Sie die Bestellung, wenn der Webhook ankommt, nicht, wenn das Formular es meldet.</translation>
    </message>
    <message>
        <source>Khaime cannot take this as it is. Mend the marked fields.</source>
        <translation>Khaime kann das so nicht annehmen. Berichtigen Sie die markierten Felder.</translation>
    </message>
    <message>
        <source>The number of your business in the Khaime dashboard. Only the embedded checkout needs it.</source>
        <translation>Die Nummer Ihres Geschäfts im Khaime-Dashboard. Nur der eingebettete Checkout braucht sie.</translation>
    </message>
    <message>
        <source>Starts with pk_live_ or sk_live_, or for tests with pk_sandbox_.</source>
        <translation>Beginnt mit pk_live_ oder sk_live_ oder, für Tests, mit pk_sandbox_.</translation>
    </message>
    <message>
        <source>API key, merchant ID</source>
        <translation>API-Schlüssel, Händler-ID</translation>
    </message>
    <message>
        <source>Khaime can be asked about an embedded checkout by its token only, and this one&apos;s is not known on this computer. Its payment appears in Transactions.</source>
        <translation>Khaime kann nach einem eingebetteten Checkout nur mit dessen Token gefragt werden, und dieses ist auf diesem Computer nicht bekannt. Seine Zahlung erscheint unter Transaktionen.</translation>
    </message>
    <message>
        <source>%1 is suspended in your marketplace. Enter another sub-merchant, or none.</source>
        <translation>%1 ist auf Ihrem Marktplatz gesperrt. Geben Sie einen anderen Subhändler ein oder keinen.</translation>
    </message>
    <message>
        <source>%1 cannot be paid out yet. Let them finish their setup at Khaime, or enter another sub-merchant.</source>
        <translation>An %1 kann noch nicht ausgezahlt werden. Lassen Sie die Einrichtung bei Khaime abschließen oder geben Sie einen anderen Subhändler ein.</translation>
    </message>
    <message>
        <source>Khaime takes no charges for %1 at the moment. Enter another sub-merchant, or none.</source>
        <translation>Khaime nimmt für %1 im Moment keine Zahlungen an. Geben Sie einen anderen Subhändler ein oder keinen.</translation>
    </message>
</context>
<context>
    <name>tilldeck::providers::PaymentKit</name>
    <message>
        <source>A promotion code needs a code and a coupon.</source>
        <translation>Ein Rabattcode braucht einen Code und einen Gutschein.</translation>
    </message>
    <message>
        <source>A coupon takes off a percentage or an amount. Enter one of them.</source>
        <translation>Ein Gutschein zieht einen Prozentsatz oder einen Betrag ab. Geben Sie eines davon ein.</translation>
    </message>
    <message>
        <source>A processor route needs a name and at least one processor.</source>
        <translation>Ein Zahlungsweg braucht einen Namen und mindestens einen Abwickler.</translation>
    </message>
    <message>
        <source>PaymentKit does not say which payment this charge belongs to. Refund it in the PaymentKit dashboard.</source>
        <translation>PaymentKit sagt nicht, zu welcher Zahlung diese Abbuchung gehört. Erstatten Sie sie im PaymentKit-Dashboard.</translation>
    </message>
    <message>
        <source>PaymentKit did not tell the ID of this entry. Refresh the catalog, or switch it off in the PaymentKit dashboard.</source>
        <translation>PaymentKit hat die ID dieses Eintrags nicht genannt. Aktualisieren Sie den Katalog oder schalten Sie den Eintrag im PaymentKit-Dashboard ab.</translation>
    </message>
    <message>
        <source>PaymentKit lists more than the newest %L1 charges. This one is not among them, so the payment that it belongs to is not known. Refund it in the PaymentKit dashboard.</source>
        <translation>PaymentKit führt mehr als die neuesten %L1 Belastungen auf. Diese ist nicht darunter, daher ist die Zahlung, zu der sie gehört, nicht bekannt. Erstatten Sie sie im Dashboard von PaymentKit.</translation>
    </message>
</context>
<context>
    <name>tilldeck::providers::Provider</name>
    <message>
        <source>This provider does not offer that.</source>
        <translation>Dieser Anbieter bietet das nicht an.</translation>
    </message>
</context>
<context>
    <name>tilldeck::providers::Refunds</name>
    <message>
        <source>This payment was made in %1, so it can only be given back in %1.</source>
        <translation>Diese Zahlung war in %1 und kann daher nur in %1 erstattet werden.</translation>
    </message>
    <message>
        <source>Enter an amount above zero.</source>
        <translation>Geben Sie einen Betrag über null ein.</translation>
    </message>
    <message>
        <source>This is more than what is left of the payment. Enter a smaller amount.</source>
        <translation>Das ist mehr, als von der Zahlung übrig ist. Geben Sie einen kleineren Betrag ein.</translation>
    </message>
    <message>
        <source>The provider does not count this currency so finely. Enter a rounder amount.</source>
        <translation>Der Anbieter rechnet diese Währung nicht so genau. Geben Sie einen runderen Betrag ein.</translation>
    </message>
    <message>
        <source>Nothing of this payment is left to give back.</source>
        <translation>Von dieser Zahlung ist nichts mehr zurückzugeben.</translation>
    </message>
    <message>
        <source>%1 is not the payment that was to be given back.</source>
        <translation>%1 ist nicht die Zahlung, von der erstattet werden sollte.</translation>
    </message>
    <message>
        <source>%1 is not the currency that the customer paid in.</source>
        <translation>%1 ist nicht die Währung, in der der Kunde gezahlt hat.</translation>
    </message>
</context>
<context>
    <name>tilldeck::sheets::CsvFile</name>
    <message>
        <source>A quotation mark here does not open or close a cell. Put the whole cell between quotation marks, and write each one inside it twice. What follows was not read.</source>
        <translation>Ein Anführungszeichen hier öffnet oder schließt keine Zelle. Setzen Sie die ganze Zelle zwischen Anführungszeichen, und schreiben Sie jedes darin doppelt. Was folgt, wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>Die Datei %1 kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>tilldeck::sheets::Row</name>
    <message>
        <source>A character here could not be read. Choose another encoding of the file.</source>
        <translation>Ein Zeichen hier konnte nicht gelesen werden. Wählen Sie eine andere Kodierung der Datei.</translation>
    </message>
    <message>
        <source>This is no whole number. Write it in digits alone.</source>
        <translation>Das ist keine ganze Zahl. Schreiben Sie sie nur mit Ziffern.</translation>
    </message>
    <message>
        <source>This is no currency. Write its code of three letters, as EUR.</source>
        <translation>Das ist keine Währung. Schreiben Sie ihr Kürzel aus drei Buchstaben, wie EUR.</translation>
    </message>
    <message>
        <source>Nothing says in which currency this is. Write its code behind the amount, into a column of its own, or choose one for the whole file.</source>
        <translation>Nichts sagt, in welcher Währung das ist. Schreiben Sie ihr Kürzel hinter den Betrag, in eine eigene Spalte, oder wählen Sie eine für die ganze Datei.</translation>
    </message>
    <message>
        <source>This can be read as two different amounts. Say whether the file writes decimals with a point or a comma.</source>
        <translation>Das kann als zwei verschiedene Beträge gelesen werden. Sagen Sie, ob die Datei Dezimalstellen mit Punkt oder Komma schreibt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n decimal(s) at most.</source>
        <translation>
            <numerusform>%1 hat höchstens %n Dezimalstelle.</numerusform>
            <numerusform>%1 hat höchstens %n Dezimalstellen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This amount is too large.</source>
        <translation>Dieser Betrag ist zu groß.</translation>
    </message>
    <message>
        <source>Beside the amount stands another currency than %1.</source>
        <translation>Neben dem Betrag steht eine andere Währung als %1.</translation>
    </message>
    <message>
        <source>This is no amount. Write it in digits, with the decimal sign of the file.</source>
        <translation>Das ist kein Betrag. Schreiben Sie ihn mit Ziffern und dem Dezimalzeichen der Datei.</translation>
    </message>
</context>
<context>
    <name>tilldeck::sheets::Sheet</name>
    <message>
        <source>There are no titles in this line.</source>
        <translation>In dieser Zeile stehen keine Titel.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>Two columns have this title. Give one of them another one.</source>
        <translation>Zwei Spalten haben diesen Titel. Geben Sie einer davon einen anderen.</translation>
    </message>
    <message>
        <source>“%1” is taken for the same, %2. Say what each is for, or that one is not used.</source>
        <comment>title, name of a field</comment>
        <translation>„%1“ gilt für dasselbe, %2. Sagen Sie, wofür jede da ist, oder dass eine nicht verwendet wird.</translation>
    </message>
    <message>
        <source>There is no column with this title in the file.</source>
        <translation>In der Datei gibt es keine Spalte mit diesem Titel.</translation>
    </message>
    <message>
        <source>None of the titles is known. Say what the columns are for, or in which line the titles stand.</source>
        <translation>Keiner der Titel ist bekannt. Sagen Sie, wofür die Spalten da sind oder in welcher Zeile die Titel stehen.</translation>
    </message>
    <message>
        <source>This line has %1 cells, and there are %2 titles. Look for a separator or a quotation mark too many or too few.</source>
        <translation>Diese Zeile hat %1 Zellen, und es gibt %2 Titel. Suchen Sie nach einem Trennzeichen oder Anführungszeichen zu viel oder zu wenig.</translation>
    </message>
</context>
<context>
    <name>tilldeck::sheets::Target</name>
    <message>
        <source>%1: currency</source>
        <comment>name of a field</comment>
        <translation>%1: Währung</translation>
    </message>
    <message>
        <source>Line item %L1, price ID</source>
        <translation>Position %L1, Preis-ID</translation>
    </message>
    <message>
        <source>Line item %L1, name</source>
        <translation>Position %L1, Name</translation>
    </message>
    <message>
        <source>Line item %L1, amount</source>
        <translation>Position %L1, Betrag</translation>
    </message>
    <message>
        <source>Line item %L1, currency</source>
        <translation>Position %L1, Währung</translation>
    </message>
    <message>
        <source>Line item %L1, quantity</source>
        <translation>Position %L1, Menge</translation>
    </message>
    <message>
        <source>Custom field “%1”</source>
        <translation>Eigenes Feld „%1“</translation>
    </message>
    <message>
        <source>Custom field of the subscription “%1”</source>
        <translation>Eigenes Feld des Abos „%1“</translation>
    </message>
    <message>
        <source>Metadata “%1”</source>
        <translation>Metadaten „%1“</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::AccountDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Trotzdem speichern</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>For you alone, for example your shop&apos;s name</source>
        <translation>Nur für Sie, zum Beispiel der Name Ihres Ladens</translation>
    </message>
    <message>
        <source>Leave empty to keep the key</source>
        <translation>Leer lassen, um den Schlüssel zu behalten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Account ID</source>
        <translation>Konto-ID</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Geheimer Schlüssel</translation>
    </message>
    <message>
        <source>API address</source>
        <translation>API-Adresse</translation>
    </message>
    <message>
        <source>Checkout address</source>
        <translation>Checkout-Adresse</translation>
    </message>
    <message>
        <source>Where customers pay, with {token} in place of the secure token. Without it only the token can be handed out.</source>
        <translation>Wo Kunden bezahlen, mit {token} an der Stelle des Secure-Tokens. Ohne sie kann nur das Token weitergegeben werden.</translation>
    </message>
    <message>
        <source>Key for %1</source>
        <translation>Schlüssel für %1</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Schlüssel verwenden</translation>
    </message>
    <message>
        <source>This is a live key:</source>
        <translation>Das ist ein Live-Schlüssel:</translation>
    </message>
    <message>
        <source>sessions you create can be paid with real money.</source>
        <translation>Sitzungen, die Sie erstellen, können mit echtem Geld bezahlt werden.</translation>
    </message>
    <message>
        <source>This is a test key.</source>
        <translation>Das ist ein Testschlüssel.</translation>
    </message>
    <message>
        <source>No money moves.</source>
        <translation>Es fließt kein Geld.</translation>
    </message>
    <message>
        <source>This is the sandbox&apos;s key.</source>
        <translation>Das ist der Schlüssel der Sandbox.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Give the account a name.</source>
        <translation>Geben Sie dem Konto einen Namen.</translation>
    </message>
    <message>
        <source>Another account has this name. Choose a different one.</source>
        <translation>Ein anderes Konto hat diesen Namen. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Enter the secret key.</source>
        <translation>Geben Sie den geheimen Schlüssel ein.</translation>
    </message>
    <message>
        <source>This computer has no keychain:</source>
        <translation>Dieser Computer hat keinen Schlüsselbund:</translation>
    </message>
    <message>
        <source>the key is kept until you close Tilldeck.</source>
        <translation>Der Schlüssel bleibt, bis Sie Tilldeck schließen.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Checking the key…</source>
        <translation>Schlüssel wird geprüft…</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Ein Konto verbinden</translation>
    </message>
    <message>
        <source>Kept in this computer&apos;s keychain, never in a file</source>
        <translation>Liegt im Schlüsselbund, nie in einer Datei</translation>
    </message>
    <message>
        <source>Merchant ID</source>
        <translation>Händler-ID</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Enter the account ID.</source>
        <translation>Geben Sie die Konto-ID ein.</translation>
    </message>
    <message>
        <source>Enter the account ID. %1</source>
        <comment>where to find it</comment>
        <translation>Geben Sie die Konto-ID ein. %1</translation>
    </message>
    <message>
        <source>%1 has nothing under this account ID. Check it, or save it anyway.</source>
        <translation>%1 hat unter dieser Konto-ID nichts. Prüfen Sie sie oder speichern Sie trotzdem.</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>This account was changed meanwhile, so nothing was saved.</source>
        <translation>Dieses Konto wurde inzwischen geändert; es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Look at it again, then save it.</source>
        <translation>Sehen Sie es noch einmal an und speichern Sie es dann.</translation>
    </message>
    <message>
        <source>Never written to a file</source>
        <translation>Wird nie in eine Datei geschrieben</translation>
    </message>
    <message>
        <source>Kept until you close Tilldeck, never in a file</source>
        <translation>Bleibt bis zum Schließen von Tilldeck, nie in einer Datei</translation>
    </message>
    <message>
        <source>Enter the key again: the one kept here is for the address before.</source>
        <translation>Geben Sie den Schlüssel erneut ein: Der gespeicherte gilt für die bisherige Adresse.</translation>
    </message>
    <message>
        <source>Unlock keychain…</source>
        <translation>Schlüsselbund entsperren…</translation>
    </message>
    <message>
        <source>The keychain is locked:</source>
        <translation>Der Schlüsselbund ist gesperrt:</translation>
    </message>
    <message>
        <source>The keychain does not take the key:</source>
        <translation>Der Schlüsselbund nimmt den Schlüssel nicht an:</translation>
    </message>
    <message>
        <source>The keychain does not answer:</source>
        <translation>Der Schlüsselbund antwortet nicht:</translation>
    </message>
    <message>
        <source>The keychain asks for its password in a window of its own.</source>
        <translation>Der Schlüsselbund fragt in einem eigenen Fenster nach seinem Passwort.</translation>
    </message>
    <message>
        <source>The keychain is still locked.</source>
        <translation>Der Schlüsselbund ist noch gesperrt.</translation>
    </message>
    <message>
        <source>Keep them out of the files of this computer</source>
        <translation>Aus den Dateien dieses Computers heraushalten</translation>
    </message>
    <message>
        <source>Tokens and URLs</source>
        <translation>Token und URLs</translation>
    </message>
    <message>
        <source>They are known until Tilldeck is closed. After that the provider is asked for them, where it reports them again; elsewhere copy them once, after creating a session.</source>
        <translation>Sie sind bekannt, bis Tilldeck geschlossen wird. Danach wird der Anbieter nach ihnen gefragt, wo er sie noch einmal meldet; sonst kopiere sie einmal, nachdem eine Sitzung erstellt wurde.</translation>
    </message>
    <message>
        <source>The address is not of this computer: the key would leave it.</source>
        <translation>Die Adresse gehört nicht zu diesem Computer: Der Schlüssel würde ihn verlassen.</translation>
    </message>
    <message>
        <source>This account is connected already, as %1.</source>
        <translation>Dieses Konto ist schon verbunden, als %1.</translation>
    </message>
    <message>
        <source>Press “%1” once more to connect it a second time.</source>
        <translation>Drücken Sie noch einmal „%1“, um es ein zweites Mal zu verbinden.</translation>
    </message>
    <message>
        <source>This would be another account. Connect it as a new one.</source>
        <translation>Das wäre ein anderes Konto. Verbinden Sie es als neues.</translation>
    </message>
    <message>
        <source>It is the same shop</source>
        <translation>Es ist derselbe Laden</translation>
    </message>
    <message>
        <source>This is not the key that Tilldeck knows of %1, and %2 does not say whose it is. Is it a new key of the same shop? Connect another shop as an account of its own.</source>
        <comment>account, provider</comment>
        <translation>Das ist nicht der Schlüssel, den Tilldeck von %1 kennt, und %2 sagt nicht, wem er gehört. Ist es ein neuer Schlüssel desselben Ladens? Einen anderen Laden verbinden Sie als eigenes Konto.</translation>
    </message>
    <message>
        <source>By its beginning this is %1.</source>
        <comment>“a publishable key”</comment>
        <translation>Dem Anfang nach ist das %1.</translation>
    </message>
    <message>
        <source>Nothing in this key says what it is for. It is treated as one for real money.</source>
        <translation>Diesem Schlüssel ist nicht anzusehen, wofür er ist. Er gilt als einer für echtes Geld.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a question, what it means</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>It could not be tried, so it was not taken.</source>
        <translation>Er konnte nicht geprüft werden und wurde daher nicht übernommen.</translation>
    </message>
    <message>
        <source>Browsers send nothing after “#” to the server.</source>
        <translation>Nach „#“ senden Browser nichts an den Server.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::AccountModel</name>
    <message>
        <source>Comes with the sandbox</source>
        <translation>Kommt mit der Sandbox</translation>
    </message>
    <message>
        <source>In the keychain</source>
        <translation>Im Schlüsselbund</translation>
    </message>
    <message>
        <source>Until you close Tilldeck</source>
        <translation>Bis Sie Tilldeck schließen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Account or merchant ID</source>
        <translation>Konto- oder Händler-ID</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::AccountSwitcher</name>
    <message>
        <source>&amp;Switch account</source>
        <translation>Konto &amp;wechseln</translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation>Konto: %1</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Connect an account…</source>
        <translation>Konto verbinden…</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>Konto wählen</translation>
    </message>
    <message>
        <source>%1 · sandbox</source>
        <translation>%1 · Sandbox</translation>
    </message>
    <message>
        <source>%1 · test</source>
        <translation>%1 · Test</translation>
    </message>
    <message>
        <source>No account</source>
        <translation>Kein Konto</translation>
    </message>
    <message>
        <source>All live accounts</source>
        <translation>Alle Live-Konten</translation>
    </message>
    <message>
        <source>All test accounts</source>
        <translation>Alle Testkonten</translation>
    </message>
    <message>
        <source>All sandbox accounts</source>
        <translation>Alle Sandbox-Konten</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Alle Konten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln accounts</source>
        <translation>
            <numerusform>%Ln Konto</numerusform>
            <numerusform>%Ln Konten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sandbox accounts</source>
        <translation>
            <numerusform>%Ln Sandbox-Konto</numerusform>
            <numerusform>%Ln Sandbox-Konten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln test accounts</source>
        <translation>
            <numerusform>%Ln Testkonto</numerusform>
            <numerusform>%Ln Testkonten</numerusform>
        </translation>
    </message>
    <message>
        <source>Not while a session is being created.</source>
        <translation>Nicht, während eine Sitzung erstellt wird.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::AccountText</name>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>TEST MODE</source>
        <translation>TESTMODUS</translation>
    </message>
    <message>
        <source>SANDBOX</source>
        <translation>SANDBOX</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>account, mode</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>An account that was removed</source>
        <translation>Ein entferntes Konto</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::AccountsPage</name>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>No accounts yet</source>
        <translation>Noch keine Konten</translation>
    </message>
    <message>
        <source>Connect one to create checkout sessions with it.</source>
        <translation>Verbinden Sie eines, um damit Checkout-Sitzungen zu erstellen.</translation>
    </message>
    <message>
        <source>Remove %1 from this computer?</source>
        <translation>%1 von diesem Computer entfernen?</translation>
    </message>
    <message>
        <source>Its key, its drafts and its local list of sessions and transactions are lost here. At %1 nothing changes: open sessions can still be paid.</source>
        <translation>Schlüssel, Entwürfe und die Liste der Sitzungen und Transaktionen gehen auf diesem Computer verloren. Bei %1 ändert sich nichts: Offene Sitzungen können weiter bezahlt werden.</translation>
    </message>
    <message>
        <source>Drafts that are lost</source>
        <translation>Entwürfe, die verloren gehen</translation>
    </message>
    <message>
        <source>Keep account</source>
        <translation>Konto behalten</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>Konto entfernen</translation>
    </message>
    <message>
        <source>1 account</source>
        <translation>1 Konto</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts</source>
        <translation>
            <numerusform>%n Konto</numerusform>
            <numerusform>%n Konten</numerusform>
        </translation>
    </message>
    <message>
        <source>The keychain could not be asked to remove its key. If one was stored there, remove it by hand.</source>
        <translation>Der Schlüsselbund konnte nicht gebeten werden, den Schlüssel zu entfernen. Falls dort einer gespeichert war, entfernen Sie ihn von Hand.</translation>
    </message>
    <message>
        <source>Update key…</source>
        <translation>Schlüssel erneuern…</translation>
    </message>
    <message>
        <source>Show what is open</source>
        <translation>Zeigen, was offen ist</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>&amp;Sitzung</translation>
    </message>
    <message>
        <source>&amp;Transaction</source>
        <translation>&amp;Transaktion</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Catalog</source>
        <translation>Kata&amp;log</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Event, or ID of a session or charge</source>
        <translation>Ereignis oder ID</translation>
    </message>
    <message>
        <source>All</source>
        <comment>events</comment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Check a signature…</source>
        <translation>Signatur prüfen…</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 Ereignis</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>Sorted by time, newest first</source>
        <translation>Nach Zeit, neueste zuerst</translation>
    </message>
    <message>
        <source>No event matches.</source>
        <translation>Kein passendes Ereignis.</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>Noch keine Ereignisse</translation>
    </message>
    <message>
        <source>They come when something is paid or expires.</source>
        <translation>Sie kommen, wenn etwas bezahlt wird oder abläuft.</translation>
    </message>
    <message>
        <source>No events here</source>
        <translation>Hier gibt es keine Ereignisse</translation>
    </message>
    <message>
        <source>The provider sends them to your own server.</source>
        <translation>Der Anbieter sendet sie an Ihren eigenen Server.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::AmountEdit</name>
    <message>
        <source>Search currencies or type a code</source>
        <translation>Währung suchen oder Kürzel tippen</translation>
    </message>
    <message>
        <source>Use a currency code…</source>
        <translation>Währungskürzel verwenden…</translation>
    </message>
    <message>
        <source>Use the currency code “%1”</source>
        <translation>Währungskürzel „%1“ verwenden</translation>
    </message>
    <message>
        <source>Currency of the amount</source>
        <translation>Währung des Betrags</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::AmountPopup</name>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>From</source>
        <comment>least amount</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <comment>largest amount</comment>
        <translation>Bis</translation>
    </message>
    <message>
        <source>The largest amount is below the least one.</source>
        <translation>Der größte Betrag liegt unter dem kleinsten.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::AttentionCard</name>
    <message>
        <source>%1: %2</source>
        <comment>status, number of things</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::AttentionPanel</name>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Sent without an answer that can be trusted. Check before you create another.</source>
        <translation>Gesendet, keine verlässliche Antwort. Prüfen Sie, bevor Sie noch eine erstellen.</translation>
    </message>
    <message>
        <source>Declined in these days. Ask for another way to pay.</source>
        <translation>In diesen Tagen abgelehnt. Bitten Sie um ein anderes Zahlungsmittel.</translation>
    </message>
    <message>
        <source>Your server did not take these events. Look at its answers.</source>
        <translation>Ihr Server hat diese Ereignisse nicht angenommen. Sehen Sie seine Antworten an.</translation>
    </message>
    <message>
        <source>Nothing needs your attention.</source>
        <translation>Es gibt nichts zu klären.</translation>
    </message>
    <message>
        <source>No open session ends within the hour.</source>
        <translation>In der nächsten Stunde läuft keine offene Sitzung ab.</translation>
    </message>
    <message>
        <source>Show all sessions that need attention</source>
        <translation>Alle Sitzungen zeigen, die zu klären sind</translation>
    </message>
    <message>
        <source>Show all sessions that expire soon</source>
        <translation>Alle Sitzungen zeigen, die bald ablaufen</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>Expiring soon</source>
        <translation>Läuft bald ab</translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln Sitzung</numerusform>
            <numerusform>%Ln Sitzungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln payment(s)</source>
        <translation>
            <numerusform>%Ln Zahlung</numerusform>
            <numerusform>%Ln Zahlungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln webhook event(s)</source>
        <translation>
            <numerusform>%Ln Webhook-Ereignis</numerusform>
            <numerusform>%Ln Webhook-Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>No customer</source>
        <translation>Kein Kunde</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Session of %1</source>
        <comment>an amount</comment>
        <translation>Sitzung über %1</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>Refund of %1</source>
        <comment>an amount</comment>
        <translation>Erstattung von %1</translation>
    </message>
    <message>
        <source>%1 · sent %2</source>
        <comment>account, time</comment>
        <translation>%1 · gesendet %2</translation>
    </message>
    <message>
        <source>%1 · %2 · sent %3</source>
        <comment>customer, account, time</comment>
        <translation>%1 · %2 · gesendet %3</translation>
    </message>
    <message>
        <source>Show session</source>
        <translation>Sitzung zeigen</translation>
    </message>
    <message>
        <source>%1 · %2: not given back after all. Look at the payment.</source>
        <comment>account, payment</comment>
        <translation>%1 · %2: doch nicht erstattet. Sehen Sie sich die Zahlung an.</translation>
    </message>
    <message>
        <source>Promotion codes</source>
        <translation>Rabattcodes</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>Processor route</source>
        <translation>Zahlungsweg</translation>
    </message>
    <message>
        <source>Promotion code</source>
        <translation>Rabattcode</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>account, what is not known</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Failed, or of a status that is not known here.</source>
        <translation>Fehlgeschlagen oder in einem Zustand, der hier nicht bekannt ist.</translation>
    </message>
    <message>
        <source>Also failed</source>
        <translation>Außerdem fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not all made</source>
        <comment>of promotion codes</comment>
        <translation>Nicht alle erstellt</translation>
    </message>
    <message>
        <source>What needs attention could not be loaded.</source>
        <translation>Was Aufmerksamkeit braucht, konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>What expires soon could not be loaded.</source>
        <translation>Was bald abläuft, konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>Known from this computer alone: look whether they were paid.</source>
        <translation>Nur von diesem Computer bekannt: Sehen Sie nach, ob sie bezahlt wurden.</translation>
    </message>
    <message>
        <source>%1 · %2: %3</source>
        <comment>account, name of a file, what became of its rows</comment>
        <translation>%1 · %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) not sent</source>
        <translation>
            <numerusform>%Ln Zeile nicht gesendet</numerusform>
            <numerusform>%Ln Zeilen nicht gesendet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::Badge</name>
    <message>
        <source>The provider says “%1”</source>
        <translation>Der Anbieter sagt „%1“</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <comment>a badge</comment>
        <translation>Status: %1</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::BodyEdit</name>
    <message>
        <source>%1 cannot be read. Choose another file.</source>
        <comment>file name</comment>
        <translation>%1 kann nicht gelesen werden. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>%1 is larger than 256 KB, which no webhook event is.</source>
        <comment>file name</comment>
        <translation>%1 ist größer als 256 KB; das ist kein Webhook-Ereignis.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bytes, as they are in the file</source>
        <translation>
            <numerusform>%Ln Byte, wie es in der Datei steht</numerusform>
            <numerusform>%Ln Bytes, wie sie in der Datei stehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed here: each line end counts as LF. Paste it anew for its own.</source>
        <translation>Hier geändert: Jedes Zeilenende zählt als LF. Fügen Sie den Text neu ein, damit seine eigenen gelten.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::BreakdownView</name>
    <message>
        <source>Customer pays</source>
        <translation>Kunde zahlt</translation>
    </message>
    <message>
        <source>You receive</source>
        <translation>Sie erhalten</translation>
    </message>
    <message>
        <source>Breakdown, tier %1</source>
        <translation>Aufstellung, Stufe %1</translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation>Aufstellung</translation>
    </message>
    <message>
        <source>No price chosen</source>
        <translation>Kein Preis gewählt</translation>
    </message>
    <message>
        <source>Not known here</source>
        <translation>Hier nicht bekannt</translation>
    </message>
    <message>
        <source>Choose a price to see its amount.</source>
        <translation>Wählen Sie einen Preis, um seinen Betrag zu sehen.</translation>
    </message>
    <message>
        <source>Fees, paid by you</source>
        <translation>Gebühren, von Ihnen bezahlt</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <source>Not quoted by %1</source>
        <translation>Von %1 nicht angegeben</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>Noch kein Name</translation>
    </message>
    <message>
        <source>× %1</source>
        <comment>quantity</comment>
        <translation>× %1</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::CandidatesDialog</name>
    <message>
        <source>Which session is it?</source>
        <translation>Welche Sitzung ist es?</translation>
    </message>
    <message numerus="yes">
        <source>%1 lists %n session(s) that may be this one. Choose it only if you are sure: the others stay what they are, and no session is created.</source>
        <translation>
            <numerusform>%1 führt eine Sitzung, die es sein kann. Wählen Sie sie nur, wenn Sie sicher sind. Es wird keine Sitzung erstellt.</numerusform>
            <numerusform>%1 führt %n Sitzungen, die es sein können. Wählen Sie nur, wenn Sie sicher sind: Die anderen bleiben, was sie sind, und es wird keine Sitzung erstellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sessions that may be this one</source>
        <translation>Sitzungen, die es sein können</translation>
    </message>
    <message>
        <source>Amount not reported</source>
        <translation>Betrag nicht mitgeteilt</translation>
    </message>
    <message>
        <source>time not reported</source>
        <translation>Zeit nicht mitgeteilt</translation>
    </message>
    <message>
        <source>%1, %2
%3</source>
        <comment>amount, time, session ID</comment>
        <translation>%1, %2
%3</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>This is it</source>
        <translation>Diese ist es</translation>
    </message>
    <message>
        <source>Which refund is it?</source>
        <translation>Welche Erstattung ist es?</translation>
    </message>
    <message numerus="yes">
        <source>%1 lists %n refund(s) that may be this one. Choose it only if you are sure: it belongs to no other refund from then on, and nothing is given back.</source>
        <translation>
            <numerusform>%1 führt eine Erstattung auf, die diese sein kann. Wählen Sie sie nur, wenn Sie sicher sind: Sie gehört dann zu keiner anderen, und es wird nichts ausgezahlt.</numerusform>
            <numerusform>%1 führt %n Erstattungen auf, die diese sein können. Wählen Sie eine nur, wenn Sie sicher sind: Sie gehört dann zu keiner anderen, und es wird nichts ausgezahlt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Refunds that may be this one</source>
        <translation>Erstattungen, die diese sein können</translation>
    </message>
    <message>
        <source>%1, “%2”</source>
        <comment>ID, the provider&apos;s word for its status</comment>
        <translation>%1, „%2“</translation>
    </message>
    <message>
        <source>Which one is it?</source>
        <translation>Welcher Eintrag ist es?</translation>
    </message>
    <message>
        <source>Entries that may be this one</source>
        <translation>Einträge, die es sein können</translation>
    </message>
    <message numerus="yes">
        <source>used %Ln time(s)</source>
        <translation>
            <numerusform>%Ln-mal eingelöst</numerusform>
            <numerusform>%Ln-mal eingelöst</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
%2</source>
        <comment>name of an entry, its ID</comment>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>ID, how often it was used</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 lists %n entry(ies) that may be this one. Choose it only if you are sure: it belongs to no other write from then on, and nothing is sent.</source>
        <translation>
            <numerusform>%1 listet %n Eintrag, der es sein kann. Wählen Sie ihn nur, wenn Sie sicher sind: Er gehört danach zu keiner anderen Anfrage, und es wird nichts gesendet.</numerusform>
            <numerusform>%1 listet %n Einträge, die es sein können. Wählen Sie einen nur, wenn Sie sicher sind: Er gehört danach zu keiner anderen Anfrage, und es wird nichts gesendet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::Catalog</name>
    <message>
        <source>One-time</source>
        <translation>Einmalig</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Jeden Monat</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>Jedes Jahr</translation>
    </message>
    <message>
        <source>Recurring</source>
        <translation>Wiederkehrend</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::CatalogListPage</name>
    <message>
        <source>%1, and the provider has more</source>
        <comment>number of rows</comment>
        <translation>%1, und der Anbieter hat mehr</translation>
    </message>
    <message numerus="yes">
        <source>%1. %Ln row(s) could not be read: %2</source>
        <comment>number of rows</comment>
        <translation>
            <numerusform>%1. Eine Zeile war nicht lesbar: %2</numerusform>
            <numerusform>%1. %Ln Zeilen waren nicht lesbar: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Read at %1</source>
        <comment>a time</comment>
        <translation>Gelesen um %1</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::CatalogModel</name>
    <message>
        <source>, not active</source>
        <translation>, nicht aktiv</translation>
    </message>
    <message>
        <source>No amount</source>
        <translation>Kein Betrag</translation>
    </message>
    <message>
        <source>Product or price</source>
        <translation>Produkt oder Preis</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Zahlungsweg</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Processors, in their order</source>
        <translation>Abwickler, der Reihe nach</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::CatalogPage</name>
    <message>
        <source>%1 does not list products or prices.</source>
        <translation>%1 führt keine Produkte oder Preise auf.</translation>
    </message>
    <message>
        <source>%1 does not list customers.</source>
        <translation>%1 führt keine Kunden auf.</translation>
    </message>
    <message>
        <source>%1 does not list processor routes.</source>
        <translation>%1 führt keine Zahlungswege auf.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) and price(s)</source>
        <translation>
            <numerusform>%Ln Produkt oder Preis</numerusform>
            <numerusform>%Ln Produkte und Preise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln Kunde</numerusform>
            <numerusform>%Ln Kunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln processor route(s)</source>
        <translation>
            <numerusform>%Ln Zahlungsweg</numerusform>
            <numerusform>%Ln Zahlungswege</numerusform>
        </translation>
    </message>
    <message>
        <source>What to list</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Name, e-mail or ID</source>
        <translation>Name, E-Mail oder ID</translation>
    </message>
    <message>
        <source>New route…</source>
        <translation>Neuer Weg…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Use in a new session</source>
        <translation>In neuer Sitzung verwenden</translation>
    </message>
    <message>
        <source>Products and prices</source>
        <translation>Produkte und Preise</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Processor routes</source>
        <translation>Zahlungswege</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>Nichts passt.</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Noch nichts hier</translation>
    </message>
    <message>
        <source>Add it in the dashboard of %1.</source>
        <translation>Legen Sie es im Dashboard von %1 an.</translation>
    </message>
    <message>
        <source>No checkout session of this provider takes it.</source>
        <translation>Keine Checkout-Sitzung dieses Anbieters nimmt das an.</translation>
    </message>
    <message>
        <source>The catalog could not be loaded</source>
        <translation>Der Katalog konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Nothing that could be read</source>
        <translation>Nichts, was lesbar war</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ChargeFigures</name>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Fee, paid by customer</source>
        <translation>Gebühr, vom Kunden bezahlt</translation>
    </message>
    <message>
        <source>Fee, paid by you</source>
        <translation>Gebühr, von Ihnen bezahlt</translation>
    </message>
    <message>
        <source>Commission, own rate of %1%</source>
        <translation>Provision, eigener Satz von %1 %</translation>
    </message>
    <message>
        <source>Commission, own rate</source>
        <translation>Provision, eigener Satz</translation>
    </message>
    <message>
        <source>Commission, marketplace rate of %1%</source>
        <translation>Provision, Marktplatzsatz von %1 %</translation>
    </message>
    <message>
        <source>Commission, marketplace rate</source>
        <translation>Provision, Marktplatzsatz</translation>
    </message>
    <message>
        <source>No commission</source>
        <translation>Keine Provision</translation>
    </message>
    <message>
        <source>Commission, %1%</source>
        <translation>Provision, %1 %</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>Provision</translation>
    </message>
    <message>
        <source>Net to the sub-merchant</source>
        <translation>Netto für den Subhändler</translation>
    </message>
    <message>
        <source>Net to %1</source>
        <comment>sub-merchant</comment>
        <translation>Netto für %1</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Total of the fee details</source>
        <translation>Summe laut Gebühren</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Erstattet</translation>
    </message>
    <message>
        <source>Priced amount</source>
        <translation>Angesetzter Betrag</translation>
    </message>
    <message>
        <source>Converted amount</source>
        <translation>Umgerechneter Betrag</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Brutto</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Beträge</translation>
    </message>
    <message>
        <source>Your price</source>
        <translation>Ihr Preis</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>This rate does not fit the amounts. The amounts are what counts.</source>
        <translation>Dieser Kurs passt nicht zu den Beträgen. Es gelten die Beträge.</translation>
    </message>
    <message>
        <source>Refund asked for</source>
        <translation>Erstattung angefordert</translation>
    </message>
    <message>
        <source>Refund of unknown outcome</source>
        <translation>Erstattung mit unbekanntem Ausgang</translation>
    </message>
    <message>
        <source>Refund under way</source>
        <translation>Erstattung unterwegs</translation>
    </message>
    <message>
        <source>Yours, before the fee</source>
        <translation>Ihr Anteil, vor der Gebühr</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihr Anteil</translation>
    </message>
    <message>
        <source>Not settled yet</source>
        <translation>Noch nicht abgerechnet</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::Chip</name>
    <message>
        <source>%1, %2</source>
        <comment>a filter and how many there are</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2 at least</source>
        <comment>a filter and how many there are</comment>
        <translation>%1, mindestens %2</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>at least that many</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>%1, not known how many</source>
        <comment>a filter</comment>
        <translation>%1, Anzahl nicht bekannt</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ChoiceField</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::Choices</name>
    <message>
        <source>once</source>
        <comment>billing period of a price</comment>
        <translation>einmalig</translation>
    </message>
    <message>
        <source>per day</source>
        <translation>pro Tag</translation>
    </message>
    <message>
        <source>per week</source>
        <translation>pro Woche</translation>
    </message>
    <message>
        <source>per month</source>
        <translation>pro Monat</translation>
    </message>
    <message>
        <source>per year</source>
        <translation>pro Jahr</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>expired on %1</source>
        <translation>abgelaufen am %1</translation>
    </message>
    <message>
        <source>used up</source>
        <translation>aufgebraucht</translation>
    </message>
    <message>
        <source>%1% off</source>
        <translation>%1 % Rabatt</translation>
    </message>
    <message>
        <source>Other currency, needs its own session</source>
        <translation>Andere Währung, braucht eine eigene Sitzung</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>not for prices in %1</source>
        <translation>nicht für Preise in %1</translation>
    </message>
    <message>
        <source>Account decides</source>
        <translation>Konto entscheidet</translation>
    </message>
    <message>
        <source>No route of its own is sent</source>
        <translation>Es wird kein eigener Weg gesendet</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ColumnFit</name>
    <message>
        <source>Columns hidden: %1</source>
        <translation>Verborgene Spalten: %1</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ColumnMapping</name>
    <message>
        <source>Not used</source>
        <translation>Nicht verwendet</translation>
    </message>
    <message>
        <source>Not in this file. Forget</source>
        <translation>Nicht in dieser Datei. Vergessen</translation>
    </message>
    <message>
        <source>%1: not in this file. Forget</source>
        <comment>title of a column</comment>
        <translation>%1: nicht in dieser Datei. Vergessen</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ConfirmImport</name>
    <message>
        <source>Each row is created once. You can pause, stop and go on at any time.</source>
        <translation>Jede Zeile wird einmal erstellt. Sie können jederzeit pausieren, anhalten und weitermachen.</translation>
    </message>
    <message>
        <source>The provider quotes each row right before it is created, and the customer pays that.</source>
        <translation>Der Anbieter nennt den Preis jeder Zeile, unmittelbar bevor sie erstellt wird, und diesen zahlt der Kunde.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) ask for the same as another row.</source>
        <translation>
            <numerusform>%Ln Zeile verlangt dasselbe wie eine andere.</numerusform>
            <numerusform>%Ln Zeilen verlangen dasselbe wie eine andere.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is a live account: customers can pay real money.</source>
        <translation>Dies ist ein Live-Konto: Kunden können echtes Geld zahlen.</translation>
    </message>
    <message numerus="yes">
        <source>Create %Ln checkout session(s)?</source>
        <translation>
            <numerusform>%Ln Checkout-Sitzung erstellen?</numerusform>
            <numerusform>%Ln Checkout-Sitzungen erstellen?</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Customers pay, %1</source>
        <comment>currency</comment>
        <translation>Kunden zahlen, %1</translation>
    </message>
    <message>
        <source>Amount not known</source>
        <translation>Betrag nicht bekannt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create the same again?</source>
        <translation>Dasselbe noch einmal erstellen?</translation>
    </message>
    <message>
        <source>%1
Nothing was sent. Others are sessions of their own, beside those.</source>
        <comment>what was asked for before</comment>
        <translation>%1
Es wurde nichts gesendet. Weitere sind eigene Sitzungen neben diesen.</translation>
    </message>
    <message>
        <source>Create others</source>
        <translation>Weitere erstellen</translation>
    </message>
    <message>
        <source>See what became of it</source>
        <translation>Zeigen, was daraus wurde</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Damit weitermachen</translation>
    </message>
    <message>
        <source>The amounts of the file are what you receive: the customer pays what the provider adds to them, too.</source>
        <translation>Die Beträge der Datei sind, was Sie erhalten: Der Kunde zahlt auch, was der Anbieter dazurechnet.</translation>
    </message>
    <message>
        <source>You receive, %1</source>
        <comment>currency</comment>
        <translation>Sie erhalten, %1</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::CouponDialog</name>
    <message>
        <source>What it takes off</source>
        <translation>Was er abzieht</translation>
    </message>
    <message>
        <source>Amount off</source>
        <translation>Rabattbetrag</translation>
    </message>
    <message>
        <source>Which payments of a subscription</source>
        <translation>Welche Zahlungen eines Abonnements</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create coupon</source>
        <translation>Gutschein erstellen</translation>
    </message>
    <message>
        <source>New coupon</source>
        <translation>Neuer Gutschein</translation>
    </message>
    <message>
        <source>Percentage</source>
        <translation>Prozentsatz</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>The first</source>
        <translation>Die erste</translation>
    </message>
    <message>
        <source>Some months</source>
        <translation>Einige Monate</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>Percent off</source>
        <translation>Rabatt in Prozent</translation>
    </message>
    <message>
        <source>Only for prices in this currency.</source>
        <translation>Nur für Preise in dieser Währung.</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>Of a subscription. A single payment is always the first.</source>
        <translation>Eines Abonnements. Eine einzelne Zahlung ist immer die erste.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Takes off</source>
        <translation>Zieht ab</translation>
    </message>
    <message>
        <source>Redemptions</source>
        <translation>Einlösungen</translation>
    </message>
    <message>
        <source>Of all its codes</source>
        <translation>Aller seiner Codes</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Enter a percentage from 1 to 100, with two decimals at most.</source>
        <translation>Geben Sie einen Prozentsatz von 1 bis 100 mit höchstens zwei Nachkommastellen ein.</translation>
    </message>
    <message>
        <source>Enter an amount and its currency.</source>
        <translation>Geben Sie einen Betrag und seine Währung ein.</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Wird erstellt…</translation>
    </message>
    <message>
        <source>Use a comma before the decimals: %1</source>
        <translation>Schreiben Sie ein Komma vor die Nachkommastellen: %1</translation>
    </message>
    <message>
        <source>Use a point before the decimals: %1</source>
        <translation>Schreiben Sie einen Punkt vor die Nachkommastellen: %1</translation>
    </message>
    <message>
        <source>1 to 100</source>
        <comment>percent</comment>
        <translation>1 bis 100</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::CreateFlow</name>
    <message>
        <source>The session may exist. Creating it again could leave two open links.</source>
        <translation>Vielleicht gibt es die Sitzung. Wenn Sie sie noch einmal erstellen, können zwei Links offen sein.</translation>
    </message>
    <message>
        <source>Was the session created?</source>
        <translation>Wurde die Sitzung erstellt?</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <comment>what happened, and the risk</comment>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Create again anyway</source>
        <translation>Trotzdem erneut erstellen</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Check with %1</source>
        <translation>Bei %1 prüfen</translation>
    </message>
    <message>
        <source>Nothing new was created</source>
        <translation>Es wurde nichts Neues erstellt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>Create the same again?</source>
        <translation>Dasselbe noch einmal erstellen?</translation>
    </message>
    <message>
        <source>%1
Another one could leave two open links.</source>
        <translation>%1
Eine weitere könnte zwei offene Links hinterlassen.</translation>
    </message>
    <message>
        <source>%1
Another one is a session of its own.</source>
        <translation>%1
Eine weitere ist eine eigene Sitzung.</translation>
    </message>
    <message>
        <source>Create another</source>
        <translation>Eine weitere erstellen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Was another one created before?</source>
        <translation>Wurde vorher schon eine erstellt?</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>the risk, where to look</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Create another all the same</source>
        <translation>Trotzdem noch eine erstellen</translation>
    </message>
    <message>
        <source>Nothing shows that it was not created</source>
        <translation>Nichts zeigt, dass sie nicht erstellt wurde</translation>
    </message>
    <message>
        <source>%1
Send again sends the same request under the same idempotency key: %2 acts on it once.</source>
        <comment>the risk, provider</comment>
        <translation>%1
„Erneut senden“ sendet dieselbe Anfrage unter demselben Idempotenzschlüssel: %2 führt sie einmal aus.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::CsvChoice</name>
    <message>
        <source>Excel and other spreadsheets</source>
        <translation>Excel und andere Tabellen</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>Semikolons</translation>
    </message>
    <message>
        <source>commas</source>
        <translation>Kommas</translation>
    </message>
    <message>
        <source>decimal comma</source>
        <translation>Dezimalkomma</translation>
    </message>
    <message>
        <source>decimal point</source>
        <translation>Dezimalpunkt</translation>
    </message>
    <message>
        <source>Columns are separated by %1, numbers have a %2. Texts that a spreadsheet would change or run (00042, 12E5, 1-2, =1+1) get an apostrophe in front. Times are of %3, with their offset from UTC.</source>
        <comment>semicolons, decimal comma, time zone</comment>
        <translation>Spalten sind durch %1 getrennt, Zahlen mit %2. Texte, die eine Tabelle ändern oder ausführen würde (00042, 12E5, 1-2, =1+1), bekommen ein Hochkomma davor. Zeiten gelten für %3, mit ihrem Abstand zu UTC.</translation>
    </message>
    <message>
        <source>Columns are separated by %1, numbers have a %2. Every text stands as it is, without control characters and escape sequences: opened in a spreadsheet, some would be changed or run as formulas. Times are of %3, with their offset from UTC.</source>
        <comment>commas, decimal point, time zone</comment>
        <translation>Spalten sind durch %1 getrennt, Zahlen mit %2. Jeder Text steht, wie er ist, ohne Steuerzeichen und Escape-Folgen: in einer Tabelle geöffnet, würden manche geändert oder als Formel ausgeführt. Zeiten gelten für %3, mit ihrem Abstand zu UTC.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::CustomFieldModel</name>
    <message>
        <source>Type a number, for example 12 or 4.5, or choose Text.</source>
        <translation>Geben Sie eine Zahl ein, zum Beispiel 12 oder 4.5, oder wählen Sie Text.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja oder Nein</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abo</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Attach to</source>
        <translation>Gehört zu</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::CustomFieldsView</name>
    <message>
        <source>Add field</source>
        <translation>Feld hinzufügen</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::CustomerRows</name>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Their name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Choose a country</source>
        <translation>Land wählen</translation>
    </message>
    <message>
        <source>Search countries or type two letters</source>
        <translation>Land suchen oder zwei Buchstaben tippen</translation>
    </message>
    <message>
        <source>Use a country code…</source>
        <translation>Länderkürzel verwenden…</translation>
    </message>
    <message>
        <source>Use the country code “%1”</source>
        <translation>Länderkürzel „%1“ verwenden</translation>
    </message>
    <message>
        <source>Their country</source>
        <translation>Land</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::DateField</name>
    <message>
        <source>Choose from a calendar</source>
        <translation>Aus einem Kalender wählen</translation>
    </message>
    <message>
        <source>This day is over. Choose %1 or a later day.</source>
        <translation>Dieser Tag ist vorbei. Wählen Sie %1 oder einen späteren Tag.</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::DaysPopup</name>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>From</source>
        <comment>first day</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <comment>last day</comment>
        <translation>Bis</translation>
    </message>
    <message>
        <source>The last day is before the first one.</source>
        <translation>Der letzte Tag liegt vor dem ersten.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::DecisionBox</name>
    <message>
        <source>%1: %2</source>
        <comment>an action, why it is not offered</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Send the same once more?</source>
        <translation>Dasselbe noch einmal senden?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Details: “%1”</source>
        <translation>Details: „%1“</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::DeclineText</name>
    <message>
        <source>The customer can use another card or way to pay.</source>
        <translation>Der Kunde kann eine andere Karte oder ein anderes Zahlungsmittel nehmen.</translation>
    </message>
    <message>
        <source>Not enough money</source>
        <translation>Nicht genug Geld</translation>
    </message>
    <message>
        <source>The customer can use another card or pay later.</source>
        <translation>Der Kunde kann eine andere Karte nehmen oder später zahlen.</translation>
    </message>
    <message>
        <source>The bank gave no reason</source>
        <translation>Die Bank nennt keinen Grund</translation>
    </message>
    <message>
        <source>The customer can ask the bank, or use another card.</source>
        <translation>Der Kunde kann die Bank fragen oder eine andere Karte nehmen.</translation>
    </message>
    <message>
        <source>The card has expired</source>
        <translation>Die Karte ist abgelaufen</translation>
    </message>
    <message>
        <source>The security code was wrong</source>
        <translation>Die Prüfnummer war falsch</translation>
    </message>
    <message>
        <source>The customer can type the card again.</source>
        <translation>Der Kunde kann die Karte noch einmal eingeben.</translation>
    </message>
    <message>
        <source>The card number was wrong</source>
        <translation>Die Kartennummer war falsch</translation>
    </message>
    <message>
        <source>The bank wanted a confirmation</source>
        <translation>Die Bank wollte eine Bestätigung</translation>
    </message>
    <message>
        <source>The customer can pay again and confirm it with the bank.</source>
        <translation>Der Kunde kann noch einmal zahlen und es bei der Bank bestätigen.</translation>
    </message>
    <message>
        <source>It could not be processed</source>
        <translation>Sie konnte nicht verarbeitet werden</translation>
    </message>
    <message>
        <source>The customer can try again in a few minutes.</source>
        <translation>Der Kunde kann es in einigen Minuten noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The card is blocked</source>
        <translation>Die Karte ist gesperrt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>why it was declined, the provider&apos;s code</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::DetailPanel</name>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>Bereich schließen</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::DiscountSection</name>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no discount</comment>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Promotion code</source>
        <translation>Rabattcode</translation>
    </message>
    <message>
        <source>Coupon ID</source>
        <translation>Gutschein-ID</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>promotion code and coupon</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::DraftEditor</name>
    <message>
        <source>Type a whole number of hours.</source>
        <translation>Geben Sie ganze Stunden ein.</translation>
    </message>
    <message>
        <source>Type a whole number, 1 or more.</source>
        <translation>Geben Sie eine ganze Zahl ab 1 ein.</translation>
    </message>
    <message>
        <source>Type the code, or choose None.</source>
        <translation>Geben Sie den Code ein oder wählen Sie „Keiner“.</translation>
    </message>
    <message>
        <source>Type the coupon&apos;s ID, or choose None.</source>
        <translation>Geben Sie die ID des Gutscheins ein oder wählen Sie „Keiner“.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::DraftModel</name>
    <message>
        <source>No customer</source>
        <translation>Kein Kunde</translation>
    </message>
    <message>
        <source>No items yet</source>
        <translation>Noch keine Positionen</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Saved</source>
        <comment>column of the drafts list</comment>
        <translation>Gespeichert</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::DraftsPage</name>
    <message>
        <source>Open draft</source>
        <translation>Entwurf öffnen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>No drafts</source>
        <translation>Keine Entwürfe</translation>
    </message>
    <message>
        <source>A session that you have not created yet is kept here when you save it.</source>
        <translation>Eine Sitzung, die Sie speichern, ohne sie zu erstellen, liegt hier.</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Neue Sitzung</translation>
    </message>
    <message>
        <source>Delete this draft?</source>
        <translation>Diesen Entwurf löschen?</translation>
    </message>
    <message>
        <source>What you entered in it is lost. No session is affected.</source>
        <translation>Was Sie darin eingegeben haben, geht verloren. Sitzungen sind nicht betroffen.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Keep draft</source>
        <translation>Entwurf behalten</translation>
    </message>
    <message>
        <source>Delete draft</source>
        <translation>Entwurf löschen</translation>
    </message>
    <message>
        <source>1 draft</source>
        <translation>1 Entwurf</translation>
    </message>
    <message numerus="yes">
        <source>%n drafts</source>
        <translation>
            <numerusform>%n Entwurf</numerusform>
            <numerusform>%n Entwürfe</numerusform>
        </translation>
    </message>
    <message>
        <source>Sorted by saved, newest first</source>
        <translation>Nach Speicherzeit, neueste zuerst</translation>
    </message>
    <message>
        <source>The drafts could not be read</source>
        <translation>Die Entwürfe konnten nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::EditorFooter</name>
    <message>
        <source>Create live session</source>
        <translation>Live-Sitzung erstellen</translation>
    </message>
    <message>
        <source>Create test session</source>
        <translation>Test-Sitzung erstellen</translation>
    </message>
    <message>
        <source>Create sandbox session</source>
        <translation>Sandbox-Sitzung erstellen</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Show preview</source>
        <translation>Vorschau zeigen</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>Speichern und schließen</translation>
    </message>
    <message>
        <source>Customer pays</source>
        <translation>Kunde zahlt</translation>
    </message>
    <message>
        <source>Fix 1 field</source>
        <translation>1 Feld prüfen</translation>
    </message>
    <message numerus="yes">
        <source>Fix %n fields</source>
        <translation>
            <numerusform>%n Feld prüfen</numerusform>
            <numerusform>%n Felder prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Wird erstellt…</translation>
    </message>
    <message>
        <source>Hide preview</source>
        <translation>Vorschau ausblenden</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::EditorForm</name>
    <message>
        <source>Items and tiers</source>
        <translation>Positionen und Stufen</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Expires after</source>
        <translation>Läuft ab nach</translation>
    </message>
    <message>
        <source>Sent in webhooks</source>
        <translation>Werden in Webhooks gesendet</translation>
    </message>
    <message>
        <source>Not offered by %1:</source>
        <comment>followed by a list of parts</comment>
        <translation>Von %1 nicht angeboten:</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Choose a customer</source>
        <translation>Kunden wählen</translation>
    </message>
    <message>
        <source>Search customers or type a customer ID</source>
        <translation>Kunden suchen oder Kunden-ID tippen</translation>
    </message>
    <message>
        <source>Use a customer ID…</source>
        <translation>Kunden-ID verwenden…</translation>
    </message>
    <message>
        <source>Use the customer ID “%1”</source>
        <translation>Kunden-ID „%1“ verwenden</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Success URL</source>
        <translation>Erfolgs-URL</translation>
    </message>
    <message>
        <source>Session ID</source>
        <translation>Sitzungs-ID</translation>
    </message>
    <message>
        <source>Insert the session&apos;s ID at the caret</source>
        <translation>Die ID der Sitzung an der Schreibmarke einfügen</translation>
    </message>
    <message>
        <source>After payment</source>
        <translation>Nach der Zahlung</translation>
    </message>
    <message>
        <source>Return URL</source>
        <translation>Rückkehr-URL</translation>
    </message>
    <message>
        <source>If they cancel</source>
        <translation>Bei Abbruch</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>end of a list</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Prices from %1</source>
        <translation>Preise, Stand %1</translation>
    </message>
    <message>
        <source>Customers from %1</source>
        <translation>Kunden, Stand %1</translation>
    </message>
    <message>
        <source>All prices in %1</source>
        <translation>Alle Preise in %1</translation>
    </message>
    <message>
        <source>Arrives as %1. A visit is not proof of payment: check the ID.</source>
        <translation>Kommt an als %1. Ein Besuch beweist keine Zahlung: Prüfen Sie die ID.</translation>
    </message>
    <message>
        <source>One payment</source>
        <translation>Eine Zahlung</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abo</translation>
    </message>
    <message>
        <source>Kept with the payment</source>
        <translation>Liegen bei der Zahlung</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Not part of this flow:</source>
        <comment>followed by a list of parts</comment>
        <translation>Gehört nicht zu diesem Verfahren:</translation>
    </message>
    <message>
        <source>Kept here and not sent:</source>
        <comment>followed by a list of parts</comment>
        <translation>Bleibt hier und wird nicht gesendet:</translation>
    </message>
    <message>
        <source>is not in the list of customers</source>
        <translation>steht nicht in der Kundenliste</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::EditorPage</name>
    <message>
        <source>Draft saved %1</source>
        <translation>Gespeichert %1</translation>
    </message>
    <message>
        <source>Draft not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Discard this draft?</source>
        <translation>Diesen Entwurf verwerfen?</translation>
    </message>
    <message>
        <source>It cannot be brought back.</source>
        <translation>Er kann nicht zurückgeholt werden.</translation>
    </message>
    <message>
        <source>Keep draft</source>
        <translation>Entwurf behalten</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>The request is complete once there is a quote. None is here yet.</source>
        <translation>Die Anfrage ist vollständig, sobald es ein Angebot gibt. Noch ist keines da.</translation>
    </message>
    <message>
        <source>This session is created with %1.</source>
        <translation>Diese Sitzung wird mit %1 erstellt.</translation>
    </message>
    <message>
        <source>The lists show all accounts. Choose another one above, beside “Create with”.</source>
        <translation>Die Listen zeigen alle Konten. Ein anderes wählen Sie oben neben „Erstellen mit“.</translation>
    </message>
    <message>
        <source>Nothing was created. The draft is kept.</source>
        <translation>Es wurde nichts erstellt. Der Entwurf bleibt erhalten.</translation>
    </message>
    <message>
        <source>%1 asks for the account&apos;s merchant ID here. Enter it in Accounts.</source>
        <translation>%1 verlangt hier die Händler-ID des Kontos. Tragen Sie sie unter „Konten“ ein.</translation>
    </message>
    <message>
        <source>Draft saved %1, without what holds a key</source>
        <translation>Gespeichert %1, ohne den Text mit einem Schlüssel</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::EditorScreen</name>
    <message>
        <source>New checkout session</source>
        <translation>Neue Checkout-Sitzung</translation>
    </message>
    <message>
        <source>Create with</source>
        <translation>Erstellen mit</translation>
    </message>
    <message>
        <source>Show or hide the preview</source>
        <translation>Vorschau zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Back to checkout sessions</source>
        <translation>Zurück zu den Checkout-Sitzungen</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>Aktualisiert %1</translation>
    </message>
    <message>
        <source>Enter the key…</source>
        <translation>Schlüssel eingeben…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a provider&apos;s own words</comment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>sentence, details</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::EndField</name>
    <message>
        <source>The last day is</source>
        <translation>Gilt bis</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>time of day and zone</comment>
        <translation>um %1</translation>
    </message>
    <message>
        <source>This day is over. Choose today or a later day.</source>
        <translation>Dieser Tag ist vorbei. Wählen Sie heute oder einen späteren Tag.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::EventModel</name>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Neuer Versuch</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>delivery of a webhook event</comment>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>About</source>
        <comment>what an event is about: the ID of a session or charge</comment>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>, %1</source>
        <comment>answer of a server, number of tries</comment>
        <translation>, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>%n Versuch</numerusform>
            <numerusform>%n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::EventPanel</name>
    <message>
        <source>Body of the event</source>
        <translation>Inhalt des Ereignisses</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>JSON kopieren</translation>
    </message>
    <message>
        <source>Copy raw</source>
        <translation>Roh kopieren</translation>
    </message>
    <message>
        <source>Check signature…</source>
        <translation>Prüfen…</translation>
    </message>
    <message>
        <source>The bytes that were signed, exactly as they were sent</source>
        <translation>Die signierten Bytes, genau wie gesendet</translation>
    </message>
    <message>
        <source>Body</source>
        <comment>of a webhook event</comment>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>About</source>
        <comment>what an event is about: the ID of a session or charge</comment>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>Event ID</source>
        <translation>Ereignis-ID</translation>
    </message>
    <message>
        <source>Copy event ID</source>
        <translation>Ereignis-ID kopieren</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>Gesendet an</translation>
    </message>
    <message>
        <source>Nowhere: there was no address</source>
        <translation>Niemanden: keine Adresse</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Letzte Antwort</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Copy signature</source>
        <translation>Signatur kopieren</translation>
    </message>
    <message>
        <source>Show session %1</source>
        <translation>Sitzung %1 zeigen</translation>
    </message>
    <message>
        <source>Show transaction %1</source>
        <translation>Transaktion %1 zeigen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ExpiringSessionButton</name>
    <message>
        <source>%1, %2, expires in %3</source>
        <comment>customer, amount, time left</comment>
        <translation>%1, %2, läuft ab in %3</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ExpiryLine</name>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Expires in %1</source>
        <translation>Läuft ab in %1</translation>
    </message>
    <message>
        <source>Would expire</source>
        <translation>Würde ablaufen</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ExpirySection</name>
    <message>
        <source>Expires after, in hours</source>
        <translation>Läuft ab nach, in Stunden</translation>
    </message>
    <message>
        <source>Usual times</source>
        <translation>Übliche Zeiten</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>48 h</source>
        <translation>48 h</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 h</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message>
        <source>hour</source>
        <comment>behind 1</comment>
        <translation>h</translation>
    </message>
    <message>
        <source>hours</source>
        <comment>behind a number</comment>
        <translation>h</translation>
    </message>
    <message>
        <source>if created now</source>
        <translation>wenn jetzt erstellt</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ExportDialog</name>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Export payments as CSV</source>
        <translation>Zahlungen als CSV exportieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Export 1 payment</source>
        <translation>1 Zahlung exportieren</translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln payments</source>
        <translation>
            <numerusform>%Ln Zahlung exportieren</numerusform>
            <numerusform>%Ln Zahlungen exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>payments-%1.csv</source>
        <comment>file name, day</comment>
        <translation>zahlungen-%1.csv</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV-Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Choose a column.</source>
        <translation>Wählen Sie eine Spalte.</translation>
    </message>
    <message>
        <source>Refunds as rows of their own</source>
        <translation>Erstattungen als eigene Zeilen</translation>
    </message>
    <message>
        <source>Custom fields and metadata as columns</source>
        <translation>Eigene Felder und Metadaten als Spalten</translation>
    </message>
    <message>
        <source>Each refund stands below its payment and takes its amount off once it is given back.</source>
        <translation>Jede Erstattung steht unter ihrer Zahlung und zieht ihren Betrag ab, sobald er zurückgegeben ist.</translation>
    </message>
    <message>
        <source>For</source>
        <comment>whom a file is for</comment>
        <translation>Für</translation>
    </message>
    <message>
        <source>The payments could not be saved in %1: %2. Choose another folder.</source>
        <comment>path, the system&apos;s words</comment>
        <translation>Die Zahlungen konnten nicht in %1 gespeichert werden: %2. Wählen Sie einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::FieldRow</name>
    <message>
        <source>Name of the custom field</source>
        <translation>Name des eigenen Felds</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value of the custom field</source>
        <translation>Wert des eigenen Felds</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Type of the value</source>
        <translation>Typ des Werts</translation>
    </message>
    <message>
        <source>Attach to</source>
        <translation>Gehört zu</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abo</translation>
    </message>
    <message>
        <source>Remove field</source>
        <translation>Feld entfernen</translation>
    </message>
    <message>
        <source>Name in the metadata</source>
        <translation>Name in den Metadaten</translation>
    </message>
    <message>
        <source>Value in the metadata</source>
        <translation>Wert in den Metadaten</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::FigureSection</name>
    <message>
        <source>Rate as reported</source>
        <translation>Gemeldeter Kurs</translation>
    </message>
    <message>
        <source>As quoted</source>
        <translation>Im Angebot</translation>
    </message>
    <message>
        <source>Computed here</source>
        <translation>Hier berechnet</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::FigureTag</name>
    <message>
        <source>Quote</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>Quoted by the provider. It can change.</source>
        <translation>Vom Anbieter genannt. Kann sich ändern.</translation>
    </message>
    <message>
        <source>Rests on a rule of yours or on a code that is not confirmed yet.</source>
        <translation>Beruht auf einer Regel von Ihnen oder auf einem Code, der noch nicht bestätigt ist.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::FileSettings</name>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Remove this template</source>
        <translation>Diese Vorlage entfernen</translation>
    </message>
    <message>
        <source>Titles in line</source>
        <translation>Titel in Zeile</translation>
    </message>
    <message>
        <source>None</source>
        <comment>currency of amounts</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Strichpunkt</translation>
    </message>
    <message>
        <source>Tab</source>
        <comment>what separates the cells of a file</comment>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Not said</source>
        <comment>decimal sign</comment>
        <translation>Nicht gesagt</translation>
    </message>
    <message>
        <source>Point, 1.50</source>
        <translation>Punkt, 1.50</translation>
    </message>
    <message>
        <source>Comma, 1,50</source>
        <translation>Komma, 1,50</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>How the file is written</source>
        <translation>Wie die Datei geschrieben ist</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Of amounts that have none beside them</source>
        <translation>Von Beträgen, neben denen keine steht</translation>
    </message>
    <message>
        <source>What the columns are for</source>
        <translation>Wofür die Spalten sind</translation>
    </message>
    <message>
        <source>The same for all rows</source>
        <translation>Für alle Zeilen gleich</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <comment>separator or encoding</comment>
        <translation>Erkannt: %1</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <comment>number of a line</comment>
        <translation>Erkannt: %1</translation>
    </message>
    <message>
        <source>Write a code of three letters, as EUR.</source>
        <translation>Schreiben Sie einen Code aus drei Buchstaben, wie EUR.</translation>
    </message>
    <message>
        <source>No template</source>
        <translation>Keine Vorlage</translation>
    </message>
    <message>
        <source>Save how this file is read</source>
        <translation>Speichern, wie diese Datei gelesen wird</translation>
    </message>
    <message>
        <source>Remove the template “%1”?</source>
        <translation>Die Vorlage „%1“ entfernen?</translation>
    </message>
    <message>
        <source>No import and no session is affected.</source>
        <translation>Kein Import und keine Sitzung ist davon betroffen.</translation>
    </message>
    <message>
        <source>Keep template</source>
        <translation>Vorlage behalten</translation>
    </message>
    <message>
        <source>Remove template</source>
        <translation>Vorlage entfernen</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::FilterBar</name>
    <message>
        <source>Filters that are on</source>
        <translation>Aktive Filter</translation>
    </message>
    <message>
        <source>Days…</source>
        <translation>Tage…</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Amount…</source>
        <translation>Betrag…</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Every %1 account</source>
        <translation>Alle %1-Konten</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alle aufheben</translation>
    </message>
    <message>
        <source>Session: %1</source>
        <translation>Sitzung: %1</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Discount: %1</source>
        <translation>Rabatt: %1</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::FilterChip</name>
    <message>
        <source>Remove filter: %1</source>
        <translation>Filter entfernen: %1</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Diesen Filter entfernen</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::FilterParts</name>
    <message>
        <source>d MMM yyyy</source>
        <comment>format of a day</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>a day</comment>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <comment>a day</comment>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two days</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>days, time zone</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>From %1</source>
        <comment>an amount</comment>
        <translation>Ab %1</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <comment>an amount</comment>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two amounts</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Tier %1</source>
        <comment>a filter</comment>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>An account that was removed</source>
        <translation>Ein entferntes Konto</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::FilterPopup</name>
    <message>
        <source>Show</source>
        <comment>what a filter lets through</comment>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::FilterText</name>
    <message>
        <source>1 payment</source>
        <translation>1 Zahlung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln payments</source>
        <translation>
            <numerusform>%Ln Zahlung</numerusform>
            <numerusform>%Ln Zahlungen</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between amounts</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 · refunded %2</source>
        <comment>sums of amounts</comment>
        <translation>%1 · erstattet %2</translation>
    </message>
    <message>
        <source>%1 · after fees %2</source>
        <comment>sums of amounts</comment>
        <translation>%1 · nach Gebühren %2</translation>
    </message>
    <message>
        <source>%1 · after fees %2, without 1 payment whose fee is not known</source>
        <translation>%1 · nach Gebühren %2, ohne 1 Zahlung mit unbekannter Gebühr</translation>
    </message>
    <message numerus="yes">
        <source>%1 · after fees %2, without %Ln payments whose fee is not known</source>
        <comment>sums of amounts</comment>
        <translation>
            <numerusform>%1 · nach Gebühren %2, ohne %Ln Zahlung mit unbekannter Gebühr</numerusform>
            <numerusform>%1 · nach Gebühren %2, ohne %Ln Zahlungen mit unbekannter Gebühr</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 paid</source>
        <comment>payments, how many of them</comment>
        <translation>%1, %2 bezahlt</translation>
    </message>
    <message>
        <source>%1: too much to add up</source>
        <comment>currency</comment>
        <translation>%1: zu viel zum Zusammenzählen</translation>
    </message>
    <message>
        <source>%1 · refund asked for %2</source>
        <comment>sums of amounts</comment>
        <translation>%1 · Erstattung angefordert %2</translation>
    </message>
    <message>
        <source>%1 · refund of unknown outcome %2</source>
        <comment>sums of amounts</comment>
        <translation>%1 · Erstattung mit unbekanntem Ausgang %2</translation>
    </message>
    <message>
        <source>%1 after fees</source>
        <comment>an amount</comment>
        <translation>%1 nach Gebühren</translation>
    </message>
    <message>
        <source>%1 refunded</source>
        <comment>an amount</comment>
        <translation>%1 erstattet</translation>
    </message>
    <message>
        <source>%1 refund asked for</source>
        <comment>an amount</comment>
        <translation>%1 Erstattung angefordert</translation>
    </message>
    <message>
        <source>%1, known for %2 of %3</source>
        <comment>an amount after fees, payments</comment>
        <translation>%1, bekannt für %2 von %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 · refunds of %Ln payment(s) not known</source>
        <comment>sums of amounts</comment>
        <translation>
            <numerusform>%1 · Erstattungen von %Ln Zahlung nicht bekannt</numerusform>
            <numerusform>%1 · Erstattungen von %Ln Zahlungen nicht bekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · refund under way %2</source>
        <comment>sums of amounts</comment>
        <translation>%1 · Erstattung unterwegs %2</translation>
    </message>
    <message>
        <source>%1 refund under way</source>
        <comment>an amount</comment>
        <translation>%1 Erstattung unterwegs</translation>
    </message>
    <message numerus="yes">
        <source>Refunds of %Ln payment(s) not known</source>
        <translation>
            <numerusform>Erstattungen von %Ln Zahlung nicht bekannt</numerusform>
            <numerusform>Erstattungen von %Ln Zahlungen nicht bekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 refund of unknown outcome</source>
        <comment>an amount</comment>
        <translation>%1 Erstattung mit unbekanntem Ausgang</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::FormDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Details: “%1”</source>
        <translation>Details: „%1“</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::FoundText</name>
    <message>
        <source>Found: %1</source>
        <comment>parts of a text</comment>
        <translation>Gefunden: %1</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::FrequencyName</name>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Jeden Monat</translation>
    </message>
    <message>
        <source>Every three months</source>
        <translation>Alle drei Monate</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>Jedes Jahr</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::GatewayBox</name>
    <message>
        <source>Client secret</source>
        <translation>Client-Secret</translation>
    </message>
    <message>
        <source>Publishable key</source>
        <translation>Publishable Key</translation>
    </message>
    <message>
        <source>Client secret for %1</source>
        <comment>gateway</comment>
        <translation>Client-Secret für %1</translation>
    </message>
    <message>
        <source>Publishable key for %1</source>
        <comment>gateway</comment>
        <translation>Publishable Key für %1</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::GoToDate</name>
    <message>
        <source>Go to date</source>
        <translation>Gehe zu Datum</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>The list goes to the last entry of this day, or to the one before it.</source>
        <translation>Die Liste geht zum letzten Eintrag dieses Tages oder zu dem davor.</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Dorthin gehen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::HandOutBox</name>
    <message>
        <source>Secure token</source>
        <translation>Secure-Token</translation>
    </message>
    <message>
        <source>Checkout URL</source>
        <translation>Checkout-URL</translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation>URL kopieren</translation>
    </message>
    <message>
        <source>Copy as…</source>
        <translation>Kopieren als…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplizieren…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Copy the checkout URL</source>
        <translation>Die Checkout-URL kopieren</translation>
    </message>
    <message>
        <source>Open the checkout in the browser</source>
        <translation>Den Checkout im Browser öffnen</translation>
    </message>
    <message>
        <source>Show the QR code</source>
        <translation>Den QR-Code zeigen</translation>
    </message>
    <message>
        <source>This session has expired.</source>
        <translation>Diese Sitzung ist abgelaufen.</translation>
    </message>
    <message>
        <source>Set the checkout address in Accounts</source>
        <translation>Checkout-Adresse unter Konten eintragen</translation>
    </message>
    <message>
        <source>Customers can no longer pay here.</source>
        <translation>Kunden können hier nicht mehr bezahlen.</translation>
    </message>
    <message>
        <source>Anyone with the token or URL can open this checkout.</source>
        <translation>Mit dem Token oder der URL kann jeder diesen Checkout öffnen.</translation>
    </message>
    <message>
        <source>Create again…</source>
        <translation>Erneut erstellen…</translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>Token kopieren</translation>
    </message>
    <message>
        <source>Opens the checkout until %1.</source>
        <translation>Öffnet den Checkout bis %1.</translation>
    </message>
    <message>
        <source>Opens the checkout.</source>
        <translation>Öffnet den Checkout.</translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared in 30 s.</source>
        <translation>Kopiert. Die Zwischenablage wird in 30 s geleert.</translation>
    </message>
    <message>
        <source>Your own page takes the payment with these.</source>
        <translation>Damit nimmt Ihre eigene Seite die Zahlung an.</translation>
    </message>
    <message>
        <source>Copy client secret</source>
        <translation>Client-Secret kopieren</translation>
    </message>
    <message>
        <source>Anyone with the URL can open this checkout.</source>
        <translation>Mit der URL kann jeder diesen Checkout öffnen.</translation>
    </message>
    <message>
        <source>Anyone with the token can open this checkout.</source>
        <translation>Mit dem Token kann jeder diesen Checkout öffnen.</translation>
    </message>
    <message>
        <source>The provider gave neither token nor URL of this session.</source>
        <translation>Der Anbieter hat weder Token noch URL dieser Sitzung genannt.</translation>
    </message>
    <message>
        <source>Kept in no file of this computer</source>
        <translation>Steht in keiner Datei dieses Computers</translation>
    </message>
    <message>
        <source>This account keeps tokens out of the files of this computer. %1 is asked for it when you copy.</source>
        <translation>Dieses Konto hält Token aus den Dateien dieses Computers heraus. %1 wird danach gefragt, wenn Sie kopieren.</translation>
    </message>
    <message>
        <source>This account keeps tokens out of the files of this computer, and %1 does not report this one again. What was handed out still works; to hand out another, duplicate the session.</source>
        <translation>Dieses Konto hält Token aus den Dateien dieses Computers heraus, und %1 meldet dieses nicht noch einmal. Was weitergegeben wurde, gilt weiter; um etwas anderes weiterzugeben, dupliziere die Sitzung.</translation>
    </message>
    <message>
        <source>This session is paid. Nobody needs to open it any longer.</source>
        <translation>Diese Sitzung ist bezahlt. Niemand muss sie mehr öffnen.</translation>
    </message>
    <message>
        <source>This session has ended. Nobody can pay it any longer.</source>
        <translation>Diese Sitzung ist beendet. Niemand kann sie mehr bezahlen.</translation>
    </message>
    <message>
        <source>Neither token nor URL of this session is known here. %1 tells them only in the answer to its creation.</source>
        <translation>Weder Token noch URL dieser Sitzung sind hier bekannt. %1 nennt sie nur in der Antwort auf das Erstellen.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ImportFileView</name>
    <message>
        <source>Only rows to mend</source>
        <translation>Nur Zeilen mit Fehlern</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Nächster Fehler</translation>
    </message>
    <message>
        <source>Ask for the prices</source>
        <translation>Preise erfragen</translation>
    </message>
    <message>
        <source>Create sessions…</source>
        <translation>Sitzungen erstellen…</translation>
    </message>
    <message>
        <source>Goes to the next cell that has to be mended (F8)</source>
        <translation>Geht zur nächsten Zelle, die zu berichtigen ist (F8)</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>Zeilen der Datei</translation>
    </message>
    <message>
        <source>%L1 of %L2 prices asked for</source>
        <translation>%L1 von %L2 Preisen erfragt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading: %1, %L2 %, %L3 a second</source>
        <comment>rows, part of the file, rows</comment>
        <translation>Es wird gelesen: %1, %L2 %, %L3 in der Sekunde</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>two parts of a sentence</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln to mend</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%Ln zu berichtigen</numerusform>
            <numerusform>%Ln zu berichtigen</numerusform>
        </translation>
    </message>
    <message>
        <source>The catalog of this account could not be read, so the rows cannot be checked.</source>
        <translation>Der Katalog dieses Kontos konnte nicht gelesen werden, deshalb lassen sich die Zeilen nicht prüfen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The prices could not be asked for.</source>
        <translation>Die Preise konnten nicht erfragt werden.</translation>
    </message>
    <message>
        <source>Line %L1: %2</source>
        <comment>number, sentence</comment>
        <translation>Zeile %L1: %2</translation>
    </message>
    <message>
        <source>Line %L1, %2: %3</source>
        <comment>number, title of a column, sentence</comment>
        <translation>Zeile %L1, %2: %3</translation>
    </message>
    <message>
        <source>Customers pay %1.</source>
        <comment>amounts</comment>
        <translation>Kunden zahlen %1.</translation>
    </message>
    <message>
        <source>You receive %1.</source>
        <comment>amounts</comment>
        <translation>Sie erhalten %1.</translation>
    </message>
    <message numerus="yes">
        <source>The provider quotes the price of %Ln row(s).</source>
        <translation>
            <numerusform>Den Preis von %Ln Zeile nennt der Anbieter.</numerusform>
            <numerusform>Den Preis von %Ln Zeilen nennt der Anbieter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln row(s), the amount is not known.</source>
        <translation>
            <numerusform>Von %Ln Zeile ist der Betrag nicht bekannt.</numerusform>
            <numerusform>Von %Ln Zeilen ist der Betrag nicht bekannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) ask for the same as another row.</source>
        <translation>
            <numerusform>%Ln Zeile verlangt dasselbe wie eine andere.</numerusform>
            <numerusform>%Ln Zeilen verlangen dasselbe wie eine andere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation>Nicht weiter fragen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s), which create nothing</source>
        <translation>
            <numerusform>%Ln Anfrage, die nichts erstellt</numerusform>
            <numerusform>%Ln Anfragen, die nichts erstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1…</source>
        <comment>button that asks once more</comment>
        <translation>%1…</translation>
    </message>
    <message>
        <source>You are asked once more before anything is sent</source>
        <translation>Sie werden noch einmal gefragt, bevor etwas gesendet wird</translation>
    </message>
    <message>
        <source>Nothing is created while a row has to be mended</source>
        <translation>Es wird nichts erstellt, solange eine Zeile zu berichtigen ist</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Es wird gelesen…</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ImportHeader</name>
    <message>
        <source>All imports</source>
        <translation>Alle Importe</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ImportList</name>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>What became of them</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>It runs at this moment: %1</source>
        <comment>sentence</comment>
        <translation>Er läuft gerade: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>No file was imported with this account</source>
        <translation>Mit diesem Konto wurde noch keine Datei importiert</translation>
    </message>
    <message>
        <source>Each row of a CSV file becomes a checkout session. Choose a file, or drop it on this window: it is shown and checked before anything is sent.</source>
        <translation>Aus jeder Zeile einer CSV-Datei wird eine Checkout-Sitzung. Wählen Sie eine Datei oder ziehen Sie sie auf dieses Fenster: Sie wird gezeigt und geprüft, bevor etwas gesendet wird.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln import(s)</source>
        <translation>
            <numerusform>%Ln Import</numerusform>
            <numerusform>%Ln Importe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with rows that were not sent</source>
        <comment>imports</comment>
        <translation>
            <numerusform>%Ln mit Zeilen, die nicht gesendet sind</numerusform>
            <numerusform>%Ln mit Zeilen, die nicht gesendet sind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ImportRowModel</name>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Created, not kept</source>
        <translation>Erstellt, nicht aufbewahrt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Line</source>
        <comment>of a file</comment>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Session ID</source>
        <translation>Sitzungs-ID</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Earlier charge</source>
        <translation>Frühere Zahlung</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ImportRunView</name>
    <message>
        <source>Save the result of the import</source>
        <translation>Das Ergebnis des Imports speichern</translation>
    </message>
    <message>
        <source>CSV for Excel and other spreadsheets (*.csv)</source>
        <translation>CSV für Excel und andere Tabellenprogramme (*.csv)</translation>
    </message>
    <message>
        <source>CSV for programs (*.csv)</source>
        <translation>CSV für Programme (*.csv)</translation>
    </message>
    <message>
        <source>%1-result.csv</source>
        <comment>name of a file</comment>
        <translation>%1-ergebnis.csv</translation>
    </message>
    <message>
        <source>Nothing was saved: the result would take the place of the file that was read. Choose another name.</source>
        <translation>Es wurde nichts gespeichert: Das Ergebnis würde die Datei ersetzen, die gelesen wurde. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The result could not be saved in %1: %2</source>
        <comment>path, reason</comment>
        <translation>Das Ergebnis konnte nicht in %1 gespeichert werden: %2</translation>
    </message>
    <message>
        <source>The result is saved in %1.</source>
        <comment>path</comment>
        <translation>Das Ergebnis ist in %1 gespeichert.</translation>
    </message>
    <message>
        <source>It has no URLs and tokens: %1 keeps them out of files.</source>
        <comment>name of an account</comment>
        <translation>Es enthält keine URLs und Token: %1 hält sie aus Dateien heraus.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Damit weitermachen</translation>
    </message>
    <message>
        <source>Cancel the rest…</source>
        <translation>Rest abbrechen…</translation>
    </message>
    <message>
        <source>Save result…</source>
        <translation>Ergebnis speichern…</translation>
    </message>
    <message>
        <source>Look up unknown outcomes</source>
        <translation>Unbekannte Ausgänge klären</translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation>URL kopieren</translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>Token kopieren</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>Show session</source>
        <translation>Sitzung zeigen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Zum Nachsehen</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Rows of the import</source>
        <translation>Zeilen des Imports</translation>
    </message>
    <message>
        <source>Stopping: what is under way still ends.</source>
        <translation>Es wird angehalten: Was unterwegs ist, wird noch beendet.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Copy the tokens or URLs now: this account keeps tokens out of the files of this computer, and the provider does not report these again.</source>
        <translation>Kopieren Sie die Token oder URLs jetzt: Dieses Konto hält Token aus den Dateien dieses Computers heraus, und der Anbieter meldet diese nicht noch einmal.</translation>
    </message>
    <message>
        <source>Leave the rows that were not sent?</source>
        <translation>Die Zeilen liegen lassen, die nicht gesendet sind?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of “%1” are never sent then. What was created stays.</source>
        <comment>name of a file</comment>
        <translation>
            <numerusform>%Ln Zeile von „%1“ wird dann nie gesendet. Was erstellt ist, bleibt.</numerusform>
            <numerusform>%Ln Zeilen von „%1“ werden dann nie gesendet. Was erstellt ist, bleibt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Cancel the rest</source>
        <translation>Rest abbrechen</translation>
    </message>
    <message>
        <source>Writing the rows down…</source>
        <translation>Die Zeilen werden aufgeschrieben…</translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <comment>how far it is</comment>
        <translation>Pausiert: %1</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>It runs in another program at this moment: %1</source>
        <translation>Er läuft gerade in einem anderen Programm: %1</translation>
    </message>
    <message>
        <source>Send the rows all the same?</source>
        <translation>Die Zeilen trotzdem senden?</translation>
    </message>
    <message>
        <source>Send them</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ImportText</name>
    <message numerus="yes">
        <source>Create %Ln live session(s)</source>
        <translation>
            <numerusform>%Ln Live-Sitzung erstellen</numerusform>
            <numerusform>%Ln Live-Sitzungen erstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create %Ln test session(s)</source>
        <translation>
            <numerusform>%Ln Test-Sitzung erstellen</numerusform>
            <numerusform>%Ln Test-Sitzungen erstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create %Ln sandbox session(s)</source>
        <translation>
            <numerusform>%Ln Sandbox-Sitzung erstellen</numerusform>
            <numerusform>%Ln Sandbox-Sitzungen erstellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ImportsPage</name>
    <message>
        <source>Import sessions from a CSV file</source>
        <translation>Sitzungen aus einer CSV-Datei importieren</translation>
    </message>
    <message>
        <source>CSV tables (*.csv *.txt *.tsv);;All files (*)</source>
        <translation>CSV-Tabellen (*.csv *.txt *.tsv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>An import is running</source>
        <translation>Ein Import läuft</translation>
    </message>
    <message>
        <source>%1: %2
One import runs at a time. Wait until it has ended, or stop it.</source>
        <comment>name of a file, how far it is</comment>
        <translation>%1: %2
Es läuft immer nur ein Import. Warten Sie, bis er beendet ist, oder halten Sie ihn an.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>Es wurde nichts gesendet</translation>
    </message>
    <message>
        <source>The tokens and URLs of the import of %1 stand nowhere else: the account keeps them out of the files of this computer, and the provider does not report them again.</source>
        <comment>name of a file</comment>
        <translation>Die Token und URLs des Imports von %1 stehen sonst nirgends: Das Konto hält sie aus den Dateien dieses Computers heraus, und der Anbieter meldet sie nicht noch einmal.</translation>
    </message>
    <message>
        <source>Let go of the tokens?</source>
        <translation>Auf die Token verzichten?</translation>
    </message>
    <message>
        <source>Keep them shown</source>
        <translation>Weiter zeigen</translation>
    </message>
    <message>
        <source>Let go of them</source>
        <translation>Verzichten</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ItemRow</name>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Choose a price</source>
        <translation>Preis wählen</translation>
    </message>
    <message>
        <source>Search prices or type a price ID</source>
        <translation>Preise suchen oder Preis-ID tippen</translation>
    </message>
    <message>
        <source>Use a price ID…</source>
        <translation>Preis-ID verwenden…</translation>
    </message>
    <message>
        <source>Use the price ID “%1”</source>
        <translation>Preis-ID „%1“ verwenden</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ItemsCurrency</name>
    <message>
        <source>Currency of the items</source>
        <translation>Währung der Positionen</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Of all items</source>
        <translation>Aller Positionen</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::JsonView</name>
    <message>
        <source>Body of the request</source>
        <translation>Inhalt der Anfrage</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::LineItemModel</name>
    <message>
        <source>Type a whole number, 1 or more.</source>
        <translation>Geben Sie eine ganze Zahl ab 1 ein.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::LineRow</name>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Drag to reorder</source>
        <translation>Zum Umordnen ziehen</translation>
    </message>
    <message>
        <source>Remove item</source>
        <translation>Position entfernen</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ListColumns</name>
    <message>
        <source>Sorted by “%1”, earliest first</source>
        <comment>column</comment>
        <translation>Sortiert nach „%1“, früheste zuerst</translation>
    </message>
    <message>
        <source>Sorted by “%1”, latest first</source>
        <translation>Sortiert nach „%1“, späteste zuerst</translation>
    </message>
    <message>
        <source>Sorted by “%1”, A to Z</source>
        <comment>column</comment>
        <translation>Sortiert nach „%1“, A bis Z</translation>
    </message>
    <message>
        <source>Sorted by “%1”, Z to A</source>
        <translation>Sortiert nach „%1“, Z bis A</translation>
    </message>
    <message>
        <source>Sorted by “%1”, smallest first</source>
        <comment>column</comment>
        <translation>Sortiert nach „%1“, kleinste zuerst</translation>
    </message>
    <message>
        <source>Sorted by “%1”, largest first</source>
        <translation>Sortiert nach „%1“, größte zuerst</translation>
    </message>
    <message>
        <source>Sorted by “%1”</source>
        <comment>column</comment>
        <translation>Sortiert nach „%1“</translation>
    </message>
    <message>
        <source>Sorted by “%1”, the other way round</source>
        <translation>Sortiert nach „%1“, umgekehrt</translation>
    </message>
    <message>
        <source>Order and columns</source>
        <translation>Reihenfolge und Spalten</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>The usual columns</source>
        <translation>Die üblichen Spalten</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>Umgekehrt</translation>
    </message>
    <message>
        <source>The usual order</source>
        <translation>Die übliche Reihenfolge</translation>
    </message>
    <message>
        <source>Shown</source>
        <comment>a column</comment>
        <translation>Angezeigt</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>Breiter</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>Schmaler</translation>
    </message>
    <message>
        <source>As wide as fits</source>
        <translation>So breit wie nötig</translation>
    </message>
    <message>
        <source>Towards the beginning</source>
        <translation>Zum Anfang hin</translation>
    </message>
    <message>
        <source>Towards the end</source>
        <translation>Zum Ende hin</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ListFilters</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Add filter</source>
        <translation>Filter hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Finding takes longer until the words of %Ln more row(s) are indexed. Nothing is left out.</source>
        <translation>
            <numerusform>Das Suchen dauert länger, bis auch die Wörter von %Ln weiteren Zeile im Verzeichnis stehen. Ausgelassen wird nichts.</numerusform>
            <numerusform>Das Suchen dauert länger, bis auch die Wörter von %Ln weiteren Zeilen im Verzeichnis stehen. Ausgelassen wird nichts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ListFrame</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Gesamte Zeit</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Show details (F9)</source>
        <translation>Details zeigen (F9)</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>1 filter is on.</source>
        <translation>1 Filter ist aktiv.</translation>
    </message>
    <message numerus="yes">
        <source>%n filters are on.</source>
        <translation>
            <numerusform>%n Filter ist aktiv.</numerusform>
            <numerusform>%n Filter sind aktiv.</numerusform>
        </translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <source>Filters (%L1)</source>
        <comment>how many are on</comment>
        <translation>Filter (%L1)</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ListModelBase</name>
    <message>
        <source>Being read</source>
        <comment>a row of a list</comment>
        <translation>Wird gelesen</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::MainWindow</name>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Times are shown in</source>
        <translation>Zeiten werden gezeigt in</translation>
    </message>
    <message>
        <source>About Tilldeck</source>
        <translation>Über Tilldeck</translation>
    </message>
    <message>
        <source>%1 — Tilldeck</source>
        <translation>%1 — Tilldeck</translation>
    </message>
    <message>
        <source>%1 · %2, live — Tilldeck</source>
        <comment>page, account</comment>
        <translation>%1 · %2, live — Tilldeck</translation>
    </message>
    <message>
        <source>%1 · %2, test — Tilldeck</source>
        <comment>page, account</comment>
        <translation>%1 · %2, Test — Tilldeck</translation>
    </message>
    <message>
        <source>%1 · %2, sandbox — Tilldeck</source>
        <comment>page, account</comment>
        <translation>%1 · %2, Sandbox — Tilldeck</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>time zone and its short name</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Desktop dashboard for checkout sessions.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Desktop-Dashboard für Checkout-Sitzungen.
Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>That of this computer. Change it in the settings of the system.</source>
        <translation>Die Zone dieses Computers. Ändern lässt sie sich in den Einstellungen des Systems.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::MaskedField</name>
    <message>
        <source>Show for 30 seconds</source>
        <translation>30 Sekunden lang zeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>%1, visible</source>
        <translation>%1, sichtbar</translation>
    </message>
    <message>
        <source>%1, hidden, ends in %2</source>
        <translation>%1, verborgen, endet auf %2</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Visible.</source>
        <translation>Sichtbar.</translation>
    </message>
    <message>
        <source>Hides in %1 s</source>
        <translation>Verborgen in %1 s</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Clipboard clears in %1 s</source>
        <translation>Zwischenablage leer in %1 s</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ModeStrip</name>
    <message>
        <source>Mode and connection</source>
        <translation>Modus und Verbindung</translation>
    </message>
    <message>
        <source>Offline. Showing data from %1.</source>
        <translation>Offline. Daten von %1.</translation>
    </message>
    <message>
        <source>Offline. Nothing was loaded yet.</source>
        <translation>Offline. Noch nichts geladen.</translation>
    </message>
    <message>
        <source>Sample data on this computer.</source>
        <translation>Beispieldaten auf diesem Computer.</translation>
    </message>
    <message>
        <source>No money moves.</source>
        <translation>Es fließt kein Geld.</translation>
    </message>
    <message>
        <source>Real money.</source>
        <translation>Echtes Geld.</translation>
    </message>
    <message>
        <source>Nothing here can be paid with real money.</source>
        <translation>Nichts hier kann mit echtem Geld bezahlt werden.</translation>
    </message>
    <message>
        <source>Tokens and links made here work only with test cards.</source>
        <translation>Token und Links von hier gelten nur für Testkarten.</translation>
    </message>
    <message>
        <source>Sessions you create can be paid by customers.</source>
        <translation>Sitzungen, die Sie erstellen, können Kunden bezahlen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Update key…</source>
        <translation>Schlüssel erneuern…</translation>
    </message>
    <message>
        <source>Updating…</source>
        <translation>Wird aktualisiert…</translation>
    </message>
    <message>
        <source>No network used</source>
        <translation>Kein Netz benutzt</translation>
    </message>
    <message>
        <source>Last update %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>Update now</source>
        <translation>Jetzt aktualisieren</translation>
    </message>
    <message>
        <source>Up to date · %1</source>
        <comment>how long ago</comment>
        <translation>Aktuell · %1</translation>
    </message>
    <message>
        <source>Switch to live…</source>
        <translation>Zu Live wechseln…</translation>
    </message>
    <message>
        <source>Switch to test</source>
        <translation>Zu Test wechseln</translation>
    </message>
    <message>
        <source>Events go to %1</source>
        <comment>host</comment>
        <translation>Ereignisse gehen an %1</translation>
    </message>
    <message>
        <source>Data on this computer…</source>
        <translation>Daten auf diesem Computer…</translation>
    </message>
    <message>
        <source>Update key of %1…</source>
        <comment>account</comment>
        <translation>Schlüssel von %1 erneuern…</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::NameDialog</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>Geben Sie einen Namen ein.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::NamedItemRow</name>
    <message>
        <source>Item</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Name, as the customer reads it</source>
        <translation>Name, wie der Kunde ihn liest</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Einzelpreis</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::NotKeptDialog</name>
    <message>
        <source>Created, but not kept</source>
        <translation>Erstellt, aber nicht gespeichert</translation>
    </message>
    <message>
        <source>Created as %1, but this computer could not keep it. Copy what you need before you close this. It is taken into the list when the disk can be written again.</source>
        <translation>Erstellt als %1, aber dieser Computer konnte es nicht speichern. Kopieren Sie, was Sie brauchen, bevor Sie dies schließen. Die Sitzung kommt in die Liste, sobald wieder geschrieben werden kann.</translation>
    </message>
    <message>
        <source>Session ID</source>
        <translation>Sitzungs-ID</translation>
    </message>
    <message>
        <source>Copy session ID</source>
        <translation>Sitzungs-ID kopieren</translation>
    </message>
    <message>
        <source>Secure token</source>
        <translation>Secure-Token</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Secret</translation>
    </message>
    <message>
        <source>Checkout URL</source>
        <translation>Checkout-URL</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::NumberField</name>
    <message>
        <source>%1 %2</source>
        <comment>number and unit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Type a whole number from %1 to %2.</source>
        <translation>Geben Sie eine ganze Zahl von %1 bis %2 ein.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::OutcomeBox</name>
    <message>
        <source>Was the refund made?</source>
        <translation>Wurde erstattet?</translation>
    </message>
    <message>
        <source>Was the session created?</source>
        <translation>Wurde die Sitzung erstellt?</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>The request was sent, but no answer came that can be trusted. The money may be on its way back.</source>
        <translation>Die Anfrage wurde gesendet, aber es kam keine verlässliche Antwort. Vielleicht ist das Geld schon auf dem Rückweg.</translation>
    </message>
    <message>
        <source>The request was sent, but no answer came that can be trusted. The session may exist. Creating it again could leave two open links.</source>
        <translation>Die Anfrage wurde gesendet, aber es kam keine verlässliche Antwort. Vielleicht gibt es die Sitzung. Wenn Sie sie noch einmal erstellen, können zwei Links offen sein.</translation>
    </message>
    <message>
        <source>%1 took this refund and did not give the money back after all.</source>
        <translation>%1 hat diese Erstattung angenommen und das Geld dann doch nicht zurückgezahlt.</translation>
    </message>
    <message>
        <source>%1 took this refund. It has not said yet that the money was given back.</source>
        <translation>%1 hat diese Erstattung angenommen, aber noch nicht gemeldet, dass das Geld zurückgezahlt wurde.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what is known, what it means</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Check with %1</source>
        <translation>Bei %1 prüfen</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>Noch einmal senden…</translation>
    </message>
    <message>
        <source>It was made…</source>
        <translation>Sie wurde ausgeführt…</translation>
    </message>
    <message>
        <source>It was not made…</source>
        <translation>Sie wurde nicht ausgeführt…</translation>
    </message>
    <message>
        <source>It was not created…</source>
        <translation>Sie wurde nicht erstellt…</translation>
    </message>
    <message>
        <source>Take note</source>
        <translation>Zur Kenntnis nehmen</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>It was not made</source>
        <translation>Nicht erstattet</translation>
    </message>
    <message>
        <source>It was not created</source>
        <translation>Sie wurde nicht erstellt</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>It was made</source>
        <translation>Sie wurde ausgeführt</translation>
    </message>
    <message>
        <source>Noted as made.</source>
        <translation>Als ausgeführt vermerkt.</translation>
    </message>
    <message>
        <source>Noted as not made.</source>
        <translation>Als nicht ausgeführt vermerkt.</translation>
    </message>
    <message>
        <source>Noted as not created.</source>
        <translation>Als nicht erstellt vermerkt.</translation>
    </message>
    <message>
        <source>Taken note of.</source>
        <translation>Zur Kenntnis genommen.</translation>
    </message>
    <message>
        <source>It was created. Here it is.</source>
        <translation>Sie wurde erstellt. Hier ist sie.</translation>
    </message>
    <message>
        <source>Again no answer came that can be trusted.</source>
        <translation>Wieder kam keine verlässliche Antwort.</translation>
    </message>
    <message>
        <source>The money was given back.</source>
        <translation>Das Geld wurde zurückgezahlt.</translation>
    </message>
    <message>
        <source>The money was not given back.</source>
        <translation>Das Geld wurde nicht zurückgezahlt.</translation>
    </message>
    <message>
        <source>%1 does not tell.</source>
        <translation>%1 sagt es nicht.</translation>
    </message>
    <message>
        <source>If it was not made, the customer does not get this money.</source>
        <translation>Wenn sie nicht ausgeführt wurde, erhält der Kunde dieses Geld nicht.</translation>
    </message>
    <message>
        <source>If it was made and you refund again, the customer gets the money twice.</source>
        <translation>Wenn sie ausgeführt wurde und Sie noch einmal erstatten, erhält der Kunde das Geld zweimal.</translation>
    </message>
    <message>
        <source>Nothing proves that it was made</source>
        <translation>Nichts belegt, dass sie ausgeführt wurde</translation>
    </message>
    <message>
        <source>Nothing proves that it was not made</source>
        <translation>Nichts belegt, dass sie nicht ausgeführt wurde</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <comment>what happened, and the risk</comment>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Note it as not created</source>
        <translation>Als nicht erstellt vermerken</translation>
    </message>
    <message>
        <source>Note it as made</source>
        <translation>Als ausgeführt vermerken</translation>
    </message>
    <message>
        <source>Note it as not made</source>
        <translation>Als nicht ausgeführt vermerken</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what is known, what to do first</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Check with %1 first.</source>
        <translation>Prüfen Sie zuerst bei %1.</translation>
    </message>
    <message>
        <source>Which session was created?</source>
        <translation>Welche Sitzung wurde erstellt?</translation>
    </message>
    <message>
        <source>Its ID at %1</source>
        <translation>Ihre ID bei %1</translation>
    </message>
    <message>
        <source>%1 If you are sure, you can decide that it was not created.</source>
        <comment>no session fits</comment>
        <translation>%1 Wenn Sie sicher sind, können Sie entscheiden, dass sie nicht erstellt wurde.</translation>
    </message>
    <message>
        <source>It was created, as…</source>
        <translation>Sie wurde erstellt, als…</translation>
    </message>
    <message>
        <source>Nothing shows that it was not created</source>
        <translation>Nichts zeigt, dass sie nicht erstellt wurde</translation>
    </message>
    <message>
        <source>It may be another session</source>
        <translation>Es kann eine andere Sitzung sein</translation>
    </message>
    <message>
        <source>It is this one</source>
        <translation>Es ist diese</translation>
    </message>
    <message>
        <source>A refund that was asked for</source>
        <translation>Eine angeforderte Erstattung</translation>
    </message>
    <message>
        <source>Send it again first: under the same idempotency key, %1 makes one session of both.</source>
        <translation>Senden Sie sie zuerst noch einmal: Unter demselben Idempotenzschlüssel macht %1 aus beiden eine Sitzung.</translation>
    </message>
    <message>
        <source>%1 took this refund, counted it as given back, and counts it no longer. It does not say that it failed: the customer may have the money. Look in its own dashboard.</source>
        <translation>%1 hat diese Erstattung angenommen, als erstattet gezählt und zählt sie nicht mehr mit. Dass sie fehlschlug, sagt das nicht: Der Kunde hat das Geld vielleicht. Sehen Sie im Dashboard des Anbieters nach.</translation>
    </message>
    <message>
        <source>Take note of that, and it needs no attention any more.</source>
        <translation>Nehmen Sie das zur Kenntnis, dann ist hier nichts mehr zu klären.</translation>
    </message>
    <message>
        <source>It was created</source>
        <translation>Sie wurde erstellt</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <comment>what is known, and the risk</comment>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Take it without its URL</source>
        <translation>Ohne URL übernehmen</translation>
    </message>
    <message>
        <source>Enter the key…</source>
        <translation>Schlüssel eingeben…</translation>
    </message>
    <message>
        <source>Enter the key of the account first: without it %1 cannot be asked.</source>
        <translation>Geben Sie zuerst den Schlüssel des Kontos ein: Ohne ihn lässt sich %1 nicht fragen.</translation>
    </message>
    <message>
        <source>Send it again first: %1 is asked whether it was made, and only what that leaves open is sent, under the same idempotency key.</source>
        <translation>Senden Sie zuerst erneut: %1 wird gefragt, ob die Erstattung ausgeführt wurde, und nur was das offen lässt, wird unter demselben Idempotenzschlüssel gesendet.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::OverviewPage</name>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Nothing was paid in these days.</source>
        <translation>In diesen Tagen wurde nichts bezahlt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Neue Sitzung</translation>
    </message>
    <message>
        <source>Paid per day</source>
        <translation>Bezahlt pro Tag</translation>
    </message>
    <message>
        <source>each currency on its own scale</source>
        <translation>jede Währung im eigenen Maßstab</translation>
    </message>
    <message>
        <source>From open to completed</source>
        <translation>Von offen bis abgeschlossen</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <comment>first day, last day, time zone</comment>
        <translation>%1 bis %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s) created in these days</source>
        <translation>
            <numerusform>%Ln Sitzung in diesen Tagen erstellt</numerusform>
            <numerusform>%Ln Sitzungen in diesen Tagen erstellt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1% completed</source>
        <translation>%1 % abgeschlossen</translation>
    </message>
    <message>
        <source>Save the %1 chart</source>
        <comment>currency</comment>
        <translation>%1-Diagramm speichern</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>Paid per day %1</source>
        <comment>file name; currency</comment>
        <translation>Bezahlt pro Tag %1</translation>
    </message>
    <message>
        <source>The chart could not be saved in %1. Choose another folder.</source>
        <translation>Das Diagramm konnte nicht in %1 gespeichert werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>What was paid could not be loaded. %1</source>
        <comment>why</comment>
        <translation>Was bezahlt wurde, konnte nicht geladen werden. %1</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::PaymentMail</name>
    <message>
        <source>here is your link to pay:</source>
        <translation>hier ist Ihr Zahlungslink:</translation>
    </message>
    <message>
        <source>here is your link to pay for %1:</source>
        <translation>hier ist Ihr Zahlungslink für %1:</translation>
    </message>
    <message>
        <source>here is your link to pay %1:</source>
        <translation>hier ist Ihr Link, um %1 zu zahlen:</translation>
    </message>
    <message>
        <source>here is your link to pay %1 for %2:</source>
        <comment>amount, what is sold</comment>
        <translation>hier ist Ihr Link, um %1 für %2 zu zahlen:</translation>
    </message>
    <message>
        <source>Hello,</source>
        <translation>Guten Tag,</translation>
    </message>
    <message>
        <source>The link is valid until %1.</source>
        <translation>Der Link gilt bis %1.</translation>
    </message>
    <message>
        <source>Kind regards</source>
        <translation>Freundliche Grüße</translation>
    </message>
    <message>
        <source>Your payment link</source>
        <translation>Ihr Zahlungslink</translation>
    </message>
    <message>
        <source>Your payment link: %1</source>
        <translation>Ihr Zahlungslink: %1</translation>
    </message>
    <message>
        <source>You pay %1 now. %2</source>
        <comment>amount, “Then 499.00 USD a year.”</comment>
        <translation>Sie zahlen jetzt %1. %2</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::PaymentTimeline</name>
    <message>
        <source>Tier %1 declined</source>
        <translation>Stufe %1 abgelehnt</translation>
    </message>
    <message>
        <source>Tier %1 declined: %2</source>
        <translation>Stufe %1 abgelehnt: %2</translation>
    </message>
    <message>
        <source>Paid %1 on tier %2</source>
        <translation>%1 auf Stufe %2 bezahlt</translation>
    </message>
    <message>
        <source>Paid on tier %1</source>
        <translation>Auf Stufe %1 bezahlt</translation>
    </message>
    <message>
        <source>Refund of %1 is under way</source>
        <translation>Erstattung über %1 unterwegs</translation>
    </message>
    <message>
        <source>Refunded %1</source>
        <translation>%1 erstattet</translation>
    </message>
    <message>
        <source>Refund of %1 failed</source>
        <translation>Erstattung über %1 gescheitert</translation>
    </message>
    <message>
        <source>Refund of %1: %2</source>
        <comment>amount, the provider&apos;s word</comment>
        <translation>Erstattung über %1: %2</translation>
    </message>
    <message>
        <source>Event %1</source>
        <translation>Ereignis %1</translation>
    </message>
    <message>
        <source>Event %1, not delivered yet</source>
        <translation>Ereignis %1, noch nicht zugestellt</translation>
    </message>
    <message>
        <source>Event %1 delivered</source>
        <translation>Ereignis %1 zugestellt</translation>
    </message>
    <message>
        <source>Event %1 could not be delivered</source>
        <translation>Ereignis %1 war nicht zustellbar</translation>
    </message>
    <message>
        <source>Session created</source>
        <translation>Sitzung erstellt</translation>
    </message>
    <message>
        <source>Checkout opened from here</source>
        <translation>Checkout von hier geöffnet</translation>
    </message>
    <message>
        <source>Payment created</source>
        <translation>Zahlung angelegt</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a step of a refund, its amount</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Payment under way</source>
        <translation>Zahlung läuft</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>Zahlung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Erstattet</translation>
    </message>
    <message>
        <source>Refund failed</source>
        <translation>Erstattung fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 (time not reported)</source>
        <comment>a step</comment>
        <translation>%1 (Zeit nicht gemeldet)</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>a step of a refund, its amount, its reason or ID</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a refund, its reason or ID</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>A refund that could not be read: %1</source>
        <comment>the provider&apos;s words</comment>
        <translation>Eine Erstattung, die nicht lesbar war: %1</translation>
    </message>
    <message>
        <source>Refund %1 could not be read: %2</source>
        <comment>ID, the provider&apos;s words</comment>
        <translation>Die Erstattung %1 war nicht lesbar: %2</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::PreviewPanel</name>
    <message>
        <source>Simulate a decline</source>
        <translation>Ablehnung simulieren</translation>
    </message>
    <message>
        <source>Nothing is sent</source>
        <translation>Es wird nichts gesendet</translation>
    </message>
    <message>
        <source>Fix 1 field to update</source>
        <translation>1 Feld prüfen, um zu aktualisieren</translation>
    </message>
    <message numerus="yes">
        <source>Fix %n fields to update</source>
        <translation>
            <numerusform>%n Feld prüfen, um zu aktualisieren</numerusform>
            <numerusform>%n Felder prüfen, um zu aktualisieren</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 may add its fee.</source>
        <translation>%1 kann eine Gebühr hinzufügen.</translation>
    </message>
    <message>
        <source>The figures below are still the earlier ones.</source>
        <translation>Die Beträge unten sind noch die vorherigen.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::PreviewText</name>
    <message>
        <source>Tier %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>Tiers %1 and %2</source>
        <translation>Stufen %1 und %2</translation>
    </message>
    <message>
        <source>Tiers %1 to %2</source>
        <translation>Stufen %1 bis %2</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>Abgebucht</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Nicht versucht</translation>
    </message>
    <message>
        <source>The payment is declined. Nothing is charged.</source>
        <translation>Die Zahlung wird abgelehnt. Es wird nichts abgebucht.</translation>
    </message>
    <message>
        <source>Every tier is declined. Nothing is charged.</source>
        <translation>Jede Stufe wird abgelehnt. Es wird nichts abgebucht.</translation>
    </message>
    <message>
        <source>The items are charged. There is no fallback tier.</source>
        <translation>Die Positionen werden abgebucht. Es gibt keine Ersatzstufe.</translation>
    </message>
    <message>
        <source>Tier 1 is declined, so tier 2 is charged.</source>
        <translation>Stufe 1 wird abgelehnt, daher wird Stufe 2 abgebucht.</translation>
    </message>
    <message>
        <source>%1 are declined, so tier %2 is charged.</source>
        <comment>tiers 1 and 2 are declined, so tier 3 is charged</comment>
        <translation>%1 werden abgelehnt, daher wird Stufe %2 abgebucht.</translation>
    </message>
    <message>
        <source>Tier 1 is charged. Tier 2 is not tried.</source>
        <translation>Stufe 1 wird abgebucht. Stufe 2 wird nicht versucht.</translation>
    </message>
    <message>
        <source>Tier 1 is charged. %1 are not tried.</source>
        <translation>Stufe 1 wird abgebucht. %1 werden nicht versucht.</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no tier is declined</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>All tiers</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>1 to %1</source>
        <comment>tiers</comment>
        <translation>1 bis %1</translation>
    </message>
    <message>
        <source>%1, tier %2</source>
        <translation>%1, Stufe %2</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::PricingRows</name>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>You receive</source>
        <translation>Sie erhalten</translation>
    </message>
    <message>
        <source>Before fees</source>
        <translation>Vor Gebühren</translation>
    </message>
    <message>
        <source>Customer pays in</source>
        <translation>Kunde zahlt in</translation>
    </message>
    <message>
        <source>The same currency</source>
        <translation>Dieselbe Währung</translation>
    </message>
    <message>
        <source>Type the customer&apos;s amount</source>
        <translation>Kundenbetrag eingeben</translation>
    </message>
    <message>
        <source>Customer pays</source>
        <translation>Kunde zahlt</translation>
    </message>
    <message>
        <source>Empty: converted for you</source>
        <translation>Leer: wird umgerechnet</translation>
    </message>
    <message>
        <source>Customer&apos;s amount</source>
        <translation>Betrag des Kunden</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Einmal</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>Abgebucht</translation>
    </message>
    <message>
        <source>Choose a currency</source>
        <translation>Währung wählen</translation>
    </message>
    <message>
        <source>Amount</source>
        <comment>shared with a sub-merchant</comment>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Shared with the sub-merchant</source>
        <translation>Mit dem Subhändler geteilt</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ProductSection</name>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Choose a product</source>
        <translation>Produkt wählen</translation>
    </message>
    <message>
        <source>Search products or type a product ID</source>
        <translation>Produkte suchen oder Produkt-ID tippen</translation>
    </message>
    <message>
        <source>Use a product ID…</source>
        <translation>Produkt-ID verwenden…</translation>
    </message>
    <message>
        <source>Use the product ID “%1”</source>
        <translation>Produkt-ID „%1“ verwenden</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>From the catalog</source>
        <comment>a product</comment>
        <translation>Aus dem Katalog</translation>
    </message>
    <message>
        <source>By name</source>
        <comment>a product</comment>
        <translation>Mit Namen</translation>
    </message>
    <message>
        <source>Product name</source>
        <translation>Produktname</translation>
    </message>
    <message>
        <source>Products from %1</source>
        <translation>Produkte, Stand %1</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::PromotionDialog</name>
    <message>
        <source>How many codes</source>
        <translation>Anzahl der Codes</translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <translation>CSV speichern…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create code</source>
        <translation>Code erstellen</translation>
    </message>
    <message>
        <source>New promotion code</source>
        <translation>Neuer Rabattcode</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>coupon, its terms</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>One code</source>
        <translation>Ein Code</translation>
    </message>
    <message>
        <source>Many codes</source>
        <translation>Viele Codes</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>Codes that were refused or are unknown</source>
        <translation>Abgelehnte oder ungeklärte Codes</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Redemptions</source>
        <translation>Einlösungen</translation>
    </message>
    <message>
        <source>Of each code</source>
        <translation>Je Code</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Each # becomes a letter or digit</source>
        <translation>Aus jedem # wird ein Buchstabe oder eine Ziffer</translation>
    </message>
    <message>
        <source>Create codes</source>
        <translation>Codes erstellen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln code(s)</source>
        <comment>how many are done</comment>
        <translation>
            <numerusform>%1 von %Ln Code</numerusform>
            <numerusform>%1 von %Ln Codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln code(s) created</source>
        <translation>
            <numerusform>%Ln Code erstellt</numerusform>
            <numerusform>%Ln Codes erstellt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln abgelehnt</numerusform>
            <numerusform>%Ln abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with an unknown outcome</source>
        <translation>
            <numerusform>%Ln mit unbekanntem Ausgang</numerusform>
            <numerusform>%Ln mit unbekanntem Ausgang</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, refused: %2</source>
        <comment>code, why</comment>
        <translation>%1, abgelehnt: %2</translation>
    </message>
    <message>
        <source>%1, outcome unknown: %2</source>
        <comment>code, why</comment>
        <translation>%1, Ausgang unbekannt: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stopping after the code that is on its way…</source>
        <translation>Hält nach dem Code an, der unterwegs ist…</translation>
    </message>
    <message>
        <source>Save promotion codes</source>
        <translation>Rabattcodes speichern</translation>
    </message>
    <message>
        <source>promotion codes</source>
        <comment>file name</comment>
        <translation>Rabattcodes</translation>
    </message>
    <message>
        <source>There is no valid coupon. Create one first, under Coupons.</source>
        <translation>Es gibt keinen gültigen Gutschein. Erstellen Sie zuerst einen unter Gutscheine.</translation>
    </message>
    <message>
        <source>Go on with promotion codes</source>
        <translation>Mit Rabattcodes fortsetzen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not sent</source>
        <translation>
            <numerusform>%Ln nicht gesendet</numerusform>
            <numerusform>%Ln nicht gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Make others of the same pattern?</source>
        <translation>Weitere nach demselben Muster anlegen?</translation>
    </message>
    <message>
        <source>%1
Others are codes of their own, beside those.</source>
        <comment>what is unfinished</comment>
        <translation>%1
Weitere sind eigene Codes neben diesen.</translation>
    </message>
    <message>
        <source>Make others</source>
        <translation>Weitere anlegen</translation>
    </message>
    <message>
        <source>Go on with those</source>
        <translation>Mit diesen fortsetzen</translation>
    </message>
    <message>
        <source>Code %1 created</source>
        <translation>Code %1 erstellt</translation>
    </message>
    <message>
        <source>New promotion codes</source>
        <translation>Neue Rabattcodes</translation>
    </message>
    <message>
        <source>%1: its answer was lost, and the list has it now.</source>
        <comment>code</comment>
        <translation>%1: Die Antwort ging verloren, und die Liste enthält den Code jetzt.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::PromotionModel</name>
    <message>
        <source>No limit</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Konditionen</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Gültigkeit</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Genutzt</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>redemptions</comment>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>Coupon ID</source>
        <translation>Gutschein-ID</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::PromotionPanel</name>
    <message>
        <source>No limit</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>Use in a new session</source>
        <translation>In neuer Sitzung verwenden</translation>
    </message>
    <message>
        <source>Deactivate…</source>
        <translation>Abschalten…</translation>
    </message>
    <message>
        <source>Sessions that asked for it</source>
        <translation>Sitzungen mit diesem Code</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation>Ungültig</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Genutzt</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>redemptions</comment>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>Limit of the code</source>
        <translation>Code-Limit</translation>
    </message>
    <message>
        <source>Code ends</source>
        <translation>Code endet</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>Limit of the coupon</source>
        <translation>Gutschein-Limit</translation>
    </message>
    <message>
        <source>Coupon ends</source>
        <translation>Gutschein endet</translation>
    </message>
    <message>
        <source>Only for prices in</source>
        <translation>Nur für Preise in</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>No customer</source>
        <translation>Kein Kunde</translation>
    </message>
    <message>
        <source>Show session %1</source>
        <translation>Sitzung %1 zeigen</translation>
    </message>
    <message>
        <source>None that this computer knows.</source>
        <translation>Keine, die dieser Computer kennt.</translation>
    </message>
    <message>
        <source>Taken off</source>
        <translation>Abgezogen</translation>
    </message>
    <message>
        <source>Show all in the list</source>
        <translation>Alle in der Liste zeigen</translation>
    </message>
    <message>
        <source>Show in the list</source>
        <translation>In der Liste zeigen</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::Promotions</name>
    <message>
        <source>d MMM</source>
        <comment>date format</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Abgeschaltet</translation>
    </message>
    <message>
        <source>Expired on %1</source>
        <comment>date</comment>
        <translation>Abgelaufen am %1</translation>
    </message>
    <message>
        <source>Used up</source>
        <translation>Aufgebraucht</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>date</comment>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>Ohne Ende</translation>
    </message>
    <message>
        <source>%1% off</source>
        <translation>%1 % Rabatt</translation>
    </message>
    <message>
        <source>%1 off</source>
        <comment>amount</comment>
        <translation>%1 Rabatt</translation>
    </message>
    <message>
        <source>Coupon: %1</source>
        <comment>why its coupon is over</comment>
        <translation>Gutschein: %1</translation>
    </message>
    <message>
        <source>First payment only</source>
        <translation>Nur die erste Zahlung</translation>
    </message>
    <message>
        <source>Every payment</source>
        <translation>Jede Zahlung</translation>
    </message>
    <message numerus="yes">
        <source>Payments of %Ln month(s)</source>
        <translation>
            <numerusform>Zahlungen von %Ln Monat</numerusform>
            <numerusform>Zahlungen von %Ln Monaten</numerusform>
        </translation>
    </message>
    <message>
        <source>What it takes off is not known here</source>
        <translation>Was er abzieht, ist hier nicht bekannt</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::PromotionsPage</name>
    <message>
        <source>Promotion codes or coupons</source>
        <translation>Rabattcodes oder Gutscheine</translation>
    </message>
    <message>
        <source>Code or coupon</source>
        <translation>Code oder Gutschein</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Neuer Code</translation>
    </message>
    <message>
        <source>Promotion codes</source>
        <translation>Rabattcodes</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>Gutscheine</translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>Rabatte</translation>
    </message>
    <message numerus="yes">
        <source>%Ln promotion code(s)</source>
        <translation>
            <numerusform>%Ln Rabattcode</numerusform>
            <numerusform>%Ln Rabattcodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coupon(s)</source>
        <translation>
            <numerusform>%Ln Gutschein</numerusform>
            <numerusform>%Ln Gutscheine</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 lets nobody change them here: this list is for reading.</source>
        <comment>provider</comment>
        <translation>%1 lässt sie hier nicht ändern: Diese Liste ist nur zum Lesen.</translation>
    </message>
    <message>
        <source>No promotion code matches.</source>
        <translation>Kein passender Rabattcode.</translation>
    </message>
    <message>
        <source>No coupon matches.</source>
        <translation>Kein passender Gutschein.</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>%1 does not list promotion codes.</source>
        <translation>%1 führt keine Rabattcodes auf.</translation>
    </message>
    <message>
        <source>%1 does not list coupons.</source>
        <translation>%1 führt keine Gutscheine auf.</translation>
    </message>
    <message>
        <source>No promotion codes yet</source>
        <translation>Noch keine Rabattcodes</translation>
    </message>
    <message>
        <source>No coupons yet</source>
        <translation>Noch keine Gutscheine</translation>
    </message>
    <message>
        <source>Deactivate %1?</source>
        <translation>%1 abschalten?</translation>
    </message>
    <message>
        <source>New sessions cannot use this code any more. Sessions that have it already keep their discount.</source>
        <translation>Neue Sitzungen können diesen Code nicht mehr verwenden. Sitzungen, die ihn schon haben, behalten ihren Rabatt.</translation>
    </message>
    <message>
        <source>New sessions cannot use this coupon or any code of it any more. Sessions that have it already keep their discount.</source>
        <translation>Neue Sitzungen können diesen Gutschein und seine Codes nicht mehr verwenden. Sitzungen, die ihn schon haben, behalten ihren Rabatt.</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Konditionen</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Genutzt</translation>
    </message>
    <message>
        <source>Keep code</source>
        <translation>Code behalten</translation>
    </message>
    <message>
        <source>Keep coupon</source>
        <translation>Gutschein behalten</translation>
    </message>
    <message>
        <source>Deactivate code</source>
        <translation>Code abschalten</translation>
    </message>
    <message>
        <source>Deactivate coupon</source>
        <translation>Gutschein abschalten</translation>
    </message>
    <message>
        <source>New coupon</source>
        <translation>Neuer Gutschein</translation>
    </message>
    <message>
        <source>The promotion codes could not be loaded</source>
        <translation>Die Rabattcodes konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>The coupons could not be loaded</source>
        <translation>Die Gutscheine konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Nothing that could be read</source>
        <translation>Nichts, was lesbar war</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Export promotion codes</source>
        <translation>Rabattcodes exportieren</translation>
    </message>
    <message>
        <source>Export coupons</source>
        <translation>Gutscheine exportieren</translation>
    </message>
    <message>
        <source>promotion codes</source>
        <comment>file name</comment>
        <translation>Rabattcodes</translation>
    </message>
    <message>
        <source>coupons</source>
        <comment>file name</comment>
        <translation>Gutscheine</translation>
    </message>
    <message>
        <source>1 coupon saved in %1</source>
        <translation>1 Gutschein gespeichert in %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln coupons saved in %1</source>
        <translation>
            <numerusform>%Ln Gutschein gespeichert in %1</numerusform>
            <numerusform>%Ln Gutscheine gespeichert in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::QrPopup</name>
    <message>
        <source>QR code of the checkout URL</source>
        <translation>QR-Code der Checkout-URL</translation>
    </message>
    <message>
        <source>Save PNG…</source>
        <translation>PNG speichern…</translation>
    </message>
    <message>
        <source>The URL is too long for a QR code.</source>
        <translation>Die URL ist zu lang für einen QR-Code.</translation>
    </message>
    <message>
        <source>Save QR code</source>
        <translation>QR-Code speichern</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>QR code saved in %1</source>
        <translation>QR-Code gespeichert in %1</translation>
    </message>
    <message>
        <source>The QR code could not be saved in %1. Choose another folder.</source>
        <translation>Der QR-Code konnte nicht in %1 gespeichert werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>The QR code could not be printed. Choose another printer.</source>
        <translation>Der QR-Code konnte nicht gedruckt werden. Wählen Sie einen anderen Drucker.</translation>
    </message>
    <message>
        <source>QR code sent to the printer.</source>
        <translation>QR-Code an den Drucker gesendet.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::QuoteBar</name>
    <message>
        <source>Refresh quote</source>
        <translation>Angebot erneuern</translation>
    </message>
    <message>
        <source>Enter the key…</source>
        <translation>Schlüssel eingeben…</translation>
    </message>
    <message>
        <source>Get a quote first</source>
        <translation>Erst Angebot holen</translation>
    </message>
    <message>
        <source>Waiting for the quote</source>
        <translation>Warten auf Angebot</translation>
    </message>
    <message>
        <source>No quote</source>
        <translation>Kein Angebot</translation>
    </message>
    <message>
        <source>No quote yet.</source>
        <translation>Noch kein Angebot.</translation>
    </message>
    <message>
        <source>%1 needs: %2.</source>
        <comment>provider and a list of fields</comment>
        <translation>%1 braucht noch: %2.</translation>
    </message>
    <message>
        <source>Asking %1 for a quote…</source>
        <translation>%1 wird um ein Angebot gebeten…</translation>
    </message>
    <message>
        <source>This quote is outdated.</source>
        <translation>Dieses Angebot ist veraltet.</translation>
    </message>
    <message>
        <source>Amounts may have moved.</source>
        <translation>Die Beträge können sich geändert haben.</translation>
    </message>
    <message>
        <source>There is no quote.</source>
        <translation>Es gibt kein Angebot.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Quote, good until %1</source>
        <translation>Angebot, gilt bis %1</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>Quoted %1, good for %2</source>
        <comment>12 s ago, 4:48</comment>
        <translation>Angebot %1, gilt noch %2</translation>
    </message>
    <message>
        <source>Quoted %1</source>
        <comment>12 s ago</comment>
        <translation>Angebot %1</translation>
    </message>
    <message>
        <source>Quote outdated</source>
        <translation>Angebot veraltet</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::QuoteText</name>
    <message>
        <source>Fee, paid by customer, included</source>
        <translation>Gebühr, vom Kunden bezahlt, enthalten</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Yes, from %1 to %2</source>
        <comment>customer&apos;s and business&apos;s country</comment>
        <translation>Ja, von %1 nach %2</translation>
    </message>
    <message>
        <source>No, from %1 to %2</source>
        <comment>customer&apos;s and business&apos;s country</comment>
        <translation>Nein, von %1 nach %2</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence of its own</comment>
        <translation>%1.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::QuoteView</name>
    <message>
        <source>Customer pays</source>
        <translation>Kunde zahlt</translation>
    </message>
    <message>
        <source>You receive</source>
        <translation>Sie erhalten</translation>
    </message>
    <message>
        <source>Sub-merchant receives</source>
        <translation>Subhändler erhält</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>Der Kunde</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>This fee is not in the customer&apos;s total.</source>
        <translation>Diese Gebühr steckt nicht in der Summe des Kunden.</translation>
    </message>
    <message>
        <source>%1 quotes no fee.</source>
        <translation>%1 nennt keine Gebühr.</translation>
    </message>
    <message>
        <source>Your side</source>
        <translation>Ihre Seite</translation>
    </message>
    <message>
        <source>Priced</source>
        <translation>Angesetzt</translation>
    </message>
    <message>
        <source>Net to %1</source>
        <comment>a sub-merchant</comment>
        <translation>Netto für %1</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>Umrechnung</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>Umgerechnet</translation>
    </message>
    <message>
        <source>%1 tells no rate.</source>
        <translation>%1 nennt keinen Kurs.</translation>
    </message>
    <message>
        <source>Rate as reported</source>
        <translation>Gemeldeter Kurs</translation>
    </message>
    <message>
        <source>The reported rate and the amounts do not fit.</source>
        <translation>Der gemeldete Kurs und die Beträge passen nicht zusammen.</translation>
    </message>
    <message>
        <source>Both are shown as %1 sent them.</source>
        <translation>Beides steht hier, wie %1 es gesendet hat.</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>International</source>
        <translation>International</translation>
    </message>
    <message>
        <source>Yours, before the fee</source>
        <translation>Ihr Anteil, vor der Gebühr</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihr Anteil</translation>
    </message>
    <message>
        <source>Yours, after the fee</source>
        <translation>Ihr Anteil, nach der Gebühr</translation>
    </message>
    <message>
        <source>From it goes the fee of %1, which you pay. It is in another currency, so nothing is summed up.</source>
        <translation>Davon geht die Gebühr von %1 ab, die Sie zahlen. Sie ist in einer anderen Währung, deshalb wird nichts verrechnet.</translation>
    </message>
    <message>
        <source>The split is computed here from the rate that %1 reports.</source>
        <translation>Die Aufteilung ist hier aus dem Satz berechnet, den %1 meldet.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::RealMoney</name>
    <message>
        <source>Refund real money?</source>
        <translation>Echtes Geld erstatten?</translation>
    </message>
    <message>
        <source>Create a session for real money?</source>
        <translation>Eine Sitzung für echtes Geld erstellen?</translation>
    </message>
    <message>
        <source>This account is live: the customer&apos;s money goes back at once. You are asked once for each live account until Tilldeck is closed.</source>
        <translation>Dieses Konto ist live: Das Geld geht sofort an den Kunden zurück. Sie werden für jedes Live-Konto einmal gefragt, bis Tilldeck geschlossen wird.</translation>
    </message>
    <message>
        <source>This account is live: whoever opens the session pays real money. You are asked once for each live account until Tilldeck is closed.</source>
        <translation>Dieses Konto ist live: Wer die Sitzung öffnet, bezahlt mit echtem Geld. Sie werden für jedes Live-Konto einmal gefragt, bis Tilldeck geschlossen wird.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstatten</translation>
    </message>
    <message>
        <source>Create live session</source>
        <translation>Live-Sitzung erstellen</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ReceiverBar</name>
    <message>
        <source>Signing secret</source>
        <translation>Signatur-Secret</translation>
    </message>
    <message>
        <source>Send events to</source>
        <translation>Ereignisse senden an</translation>
    </message>
    <message>
        <source>Start the address with http:// or https://</source>
        <translation>Beginnen Sie die Adresse mit http:// oder https://</translation>
    </message>
    <message>
        <source>Enter uses this address.</source>
        <translation>Die Eingabetaste übernimmt diese Adresse.</translation>
    </message>
    <message>
        <source>Without an address events are only kept here.</source>
        <translation>Ohne Adresse bleiben Ereignisse nur hier.</translation>
    </message>
    <message>
        <source>New events of the sandbox are sent here.</source>
        <translation>Neue Ereignisse der Sandbox gehen hierhin.</translation>
    </message>
    <message>
        <source>Signing secret, %1</source>
        <comment>account</comment>
        <translation>Signaturgeheimnis, %1</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::RecordListPage</name>
    <message>
        <source>%1 · %2 selected</source>
        <comment>“3 sessions”, how many of them</comment>
        <translation>%1 · %2 ausgewählt</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>This list could not be read</source>
        <translation>Diese Liste konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>This list could not be loaded</source>
        <translation>Diese Liste konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>The period is: %1.</source>
        <comment>“Last 7 days”</comment>
        <translation>Der Zeitraum ist: %1.</translation>
    </message>
    <message>
        <source>Show all time</source>
        <translation>Gesamten Zeitraum zeigen</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>Go to date…</source>
        <translation>Gehe zu Datum…</translation>
    </message>
    <message>
        <source>This search cannot be read</source>
        <translation>Diese Suche ist nicht lesbar</translation>
    </message>
    <message>
        <source>What is wrong with it stands above.</source>
        <translation>Was daran nicht stimmt, steht oben.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::RefundDialog</name>
    <message>
        <source>Full amount</source>
        <translation>Voller Betrag</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstatten</translation>
    </message>
    <message>
        <source>Refund a payment</source>
        <translation>Zahlung erstatten</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>%1 paid</source>
        <translation>%1 bezahlt</translation>
    </message>
    <message>
        <source>%1 paid by %2</source>
        <comment>amount, customer</comment>
        <translation>%1 bezahlt von %2</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>%1 can be refunded</source>
        <comment>an amount</comment>
        <translation>%1 erstattbar</translation>
    </message>
    <message>
        <source>Type how much to give back.</source>
        <translation>Geben Sie ein, wie viel erstattet werden soll.</translation>
    </message>
    <message>
        <source>Not more than %1 can be refunded.</source>
        <translation>Höchstens %1 sind erstattbar.</translation>
    </message>
    <message>
        <source>Refund %1</source>
        <translation>%1 erstatten</translation>
    </message>
    <message>
        <source>%1 gives the customer %2 back; %3 can still be refunded later. This cannot be undone.</source>
        <translation>%1 erstattet dem Kunden %2; %3 sind später noch erstattbar. Das ist endgültig.</translation>
    </message>
    <message>
        <source>Refunding…</source>
        <translation>Wird erstattet…</translation>
    </message>
    <message>
        <source>%1 can be refunded by the last answer of %2, which is being asked again.</source>
        <comment>an amount, provider</comment>
        <translation>Nach der letzten Antwort von %2 können %1 erstattet werden; es wird erneut gefragt.</translation>
    </message>
    <message>
        <source>%1 can be refunded by the last answer of %2. It could not be asked now, so less may be left.</source>
        <comment>an amount, provider</comment>
        <translation>Nach der letzten Antwort von %2 können %1 erstattet werden. Jetzt war keine Anfrage möglich; es kann weniger übrig sein.</translation>
    </message>
    <message>
        <source>Nothing of this payment is left to refund.</source>
        <translation>Von dieser Zahlung ist nichts mehr zu erstatten.</translation>
    </message>
    <message>
        <source>Nothing was given back.</source>
        <translation>Es wurde nichts erstattet.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what can be refunded, why no more</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 can be refunded.</source>
        <comment>an amount</comment>
        <translation>%1 können erstattet werden.</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>%1 refunds all that is left of this payment. This cannot be undone.</source>
        <translation>%1 erstattet alles, was von dieser Zahlung übrig ist. Das ist endgültig.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::RefundFlow</name>
    <message>
        <source>The provider did not make this refund.</source>
        <translation>Der Anbieter hat nichts erstattet.</translation>
    </message>
    <message>
        <source>The money may be on its way back. Refunding again could pay it twice.</source>
        <translation>Vielleicht ist das Geld schon auf dem Rückweg. Wenn Sie noch einmal erstatten, kann es doppelt gezahlt werden.</translation>
    </message>
    <message>
        <source>Was the refund made?</source>
        <translation>Wurde erstattet?</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <comment>what happened, and the risk</comment>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>It was not made</source>
        <translation>Nicht erstattet</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Check with %1</source>
        <translation>Bei %1 prüfen</translation>
    </message>
    <message>
        <source>Refund the same once more?</source>
        <translation>Dasselbe noch einmal erstatten?</translation>
    </message>
    <message>
        <source>If the first one was made, the customer gets the money twice.</source>
        <translation>Wenn die erste ausgeführt wurde, bekommt der Kunde das Geld zweimal.</translation>
    </message>
    <message>
        <source>Refund once more</source>
        <translation>Noch einmal erstatten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This refund could not be kept</source>
        <translation>Diese Erstattung konnte nicht festgehalten werden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The customer gets the money twice then.</source>
        <translation>Der Kunde erhält das Geld dann zweimal.</translation>
    </message>
    <message>
        <source>Nothing proves that it was not made</source>
        <translation>Nichts belegt, dass sie nicht ausgeführt wurde</translation>
    </message>
    <message>
        <source>If it was made and you refund again, the customer gets the money twice. Look in the dashboard of %1 first.</source>
        <translation>Wenn sie ausgeführt wurde und Sie noch einmal erstatten, erhält der Kunde das Geld zweimal. Sehen Sie erst im Dashboard von %1 nach.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>Send again: %1</source>
        <comment>what that does</comment>
        <translation>Noch einmal senden: %1</translation>
    </message>
    <message>
        <source>Note it as not made</source>
        <translation>Als nicht ausgeführt vermerken</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>the risk, what to do first</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>The provider gives another amount back</source>
        <translation>Der Anbieter erstattet einen anderen Betrag</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::RefundSection</name>
    <message>
        <source>Refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>%1 can be refunded</source>
        <comment>an amount</comment>
        <translation>%1 erstattbar</translation>
    </message>
    <message>
        <source>Outcome unknown.</source>
        <translation>Ausgang unbekannt.</translation>
    </message>
    <message>
        <source>A refund of %1 was sent, no answer came.</source>
        <translation>Eine Erstattung über %1 wurde gesendet, es kam keine Antwort.</translation>
    </message>
    <message>
        <source>A refund was sent, no answer came.</source>
        <translation>Eine Erstattung wurde gesendet, es kam keine Antwort.</translation>
    </message>
    <message>
        <source>Refund…</source>
        <translation>Erstatten…</translation>
    </message>
    <message>
        <source>Not given back.</source>
        <translation>Nicht erstattet.</translation>
    </message>
    <message>
        <source>%1 was asked for; %2 did not give it back after all.</source>
        <comment>amount, provider</comment>
        <translation>%1 wurden angefordert; %2 hat sie doch nicht erstattet.</translation>
    </message>
    <message>
        <source>Asked for.</source>
        <translation>Angefordert.</translation>
    </message>
    <message>
        <source>%1; %2 has not said yet that it gave it back.</source>
        <comment>amount, provider</comment>
        <translation>%1; %2 hat noch nicht gemeldet, dass erstattet wurde.</translation>
    </message>
    <message>
        <source>%1; %2 says “%3”.</source>
        <comment>amount, provider, its word</comment>
        <translation>%1; %2 meldet „%3“.</translation>
    </message>
    <message>
        <source>Nothing can be refunded now. %1</source>
        <comment>why</comment>
        <translation>Jetzt kann nichts erstattet werden. %1</translation>
    </message>
    <message>
        <source>All of it was given back or is asked for.</source>
        <translation>Alles wurde erstattet oder ist angefordert.</translation>
    </message>
    <message>
        <source>%1 was asked for; %2 counts it no longer, and does not say that it failed.</source>
        <comment>amount, provider</comment>
        <translation>%1 wurde verlangt; %2 zählt es nicht mehr mit und sagt nicht, dass es fehlschlug.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::RefundStepText</name>
    <message>
        <source>Refund sent</source>
        <translation>Erstattung gesendet</translation>
    </message>
    <message>
        <source>Refund asked for</source>
        <translation>Erstattung angefordert</translation>
    </message>
    <message>
        <source>Refund refused by %1</source>
        <comment>provider</comment>
        <translation>Erstattung von %1 abgelehnt</translation>
    </message>
    <message>
        <source>Refund given back</source>
        <translation>Erstattung ausgezahlt</translation>
    </message>
    <message>
        <source>Refund failed: not given back</source>
        <translation>Erstattung gescheitert: nicht ausgezahlt</translation>
    </message>
    <message>
        <source>Refund found at %1: asked for</source>
        <comment>provider</comment>
        <translation>Erstattung bei %1 gefunden: angefordert</translation>
    </message>
    <message>
        <source>Refund looked up at %1: not given back</source>
        <comment>provider</comment>
        <translation>Erstattung bei %1 nachgefragt: nicht ausgezahlt</translation>
    </message>
    <message>
        <source>Refund decided by you: given back</source>
        <translation>Von Ihnen entschieden: Erstattung ausgezahlt</translation>
    </message>
    <message>
        <source>Refund decided by you: not given back</source>
        <translation>Von Ihnen entschieden: Erstattung nicht ausgezahlt</translation>
    </message>
    <message>
        <source>Refund that failed: noted by you</source>
        <translation>Gescheiterte Erstattung: von Ihnen zur Kenntnis genommen</translation>
    </message>
    <message>
        <source>Refund may be made after all: listed by %1</source>
        <comment>provider</comment>
        <translation>Erstattung vielleicht doch erfolgt: bei %1 gelistet</translation>
    </message>
    <message>
        <source>Refund sent again under the same idempotency key</source>
        <translation>Erstattung unter demselben Idempotenzschlüssel noch einmal gesendet</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ReportBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::RequestModel</name>
    <message>
        <source>%1 ms</source>
        <comment>duration</comment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1, try %2</source>
        <comment>duration, number of the try</comment>
        <translation>%1, Versuch %2</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Method</source>
        <comment>of an HTTP request</comment>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Took</source>
        <comment>duration</comment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <source>Not readable</source>
        <comment>answer</comment>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Too large</source>
        <comment>answer</comment>
        <translation>Zu groß</translation>
    </message>
    <message>
        <source>Redirected</source>
        <translation>Umgeleitet</translation>
    </message>
    <message>
        <source>Not secure</source>
        <comment>connection</comment>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::RequestPanel</name>
    <message>
        <source>Copy curl</source>
        <translation>curl kopieren</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>JSON kopieren</translation>
    </message>
    <message>
        <source>The key is never copied.</source>
        <translation>Nie mit Schlüssel.</translation>
    </message>
    <message>
        <source>Amounts are not sent: %1 reads them from each price.</source>
        <translation>Beträge werden nicht gesendet: %1 liest sie aus jedem Preis.</translation>
    </message>
    <message>
        <source>If no answer comes</source>
        <translation>Ohne Antwort</translation>
    </message>
    <message>
        <source>Asks you, never resends by itself</source>
        <translation>Fragt Sie, sendet nie von selbst</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Asks you; sent again, the same idempotency key acts once</source>
        <translation>Sie werden gefragt; noch einmal gesendet, wirkt derselbe Idempotenzschlüssel einmal</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::RequestsPage</name>
    <message>
        <source>Address, answer or request ID</source>
        <translation>Adresse, Antwort oder Anfrage-ID</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Als curl kopieren</translation>
    </message>
    <message>
        <source>All</source>
        <comment>requests</comment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>requests</comment>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>Noch keine Anfragen</translation>
    </message>
    <message>
        <source>Each request to a provider in this run stands here.</source>
        <translation>Hier steht jede Anfrage an einen Anbieter seit dem Start.</translation>
    </message>
    <message>
        <source>Request and answer</source>
        <translation>Anfrage und Antwort</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) of this run</source>
        <translation>
            <numerusform>%Ln Anfrage seit dem Start</numerusform>
            <numerusform>%Ln Anfragen seit dem Start</numerusform>
        </translation>
    </message>
    <message>
        <source>Sorted by time, newest first</source>
        <translation>Nach Zeit, neueste zuerst</translation>
    </message>
    <message>
        <source>With the key as $TILLDECK_KEY; other secrets are left out</source>
        <translation>Mit dem Schlüssel als $TILLDECK_KEY; andere Geheimnisse sind weggelassen</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ReviewModel</name>
    <message>
        <source>%1: %2</source>
        <comment>name of a field, sentence</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Line %L1: %2</source>
        <comment>number, sentence</comment>
        <translation>Zeile %L1: %2</translation>
    </message>
    <message>
        <source>Line %L1, %2: %3</source>
        <comment>number, title of a column, sentence</comment>
        <translation>Zeile %L1, %2: %3</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1. To mend: %2</source>
        <comment>text of a cell, sentence</comment>
        <translation>%1. Zu berichtigen: %2</translation>
    </message>
    <message>
        <source>Line</source>
        <comment>of a file</comment>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Customer pays</source>
        <translation>Kunde zahlt</translation>
    </message>
    <message>
        <source>You receive</source>
        <translation>Sie erhalten</translation>
    </message>
    <message>
        <source>To mend</source>
        <translation>Zu berichtigen</translation>
    </message>
    <message>
        <source>%1: not used</source>
        <comment>title of a column</comment>
        <translation>%1: nicht verwendet</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>title of a column, what it is for</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::RouteDialog</name>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Nach oben (Alt+Auf)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Nach unten (Alt+Ab)</translation>
    </message>
    <message>
        <source>Remove processor (Delete)</source>
        <translation>Abwickler entfernen (Entf)</translation>
    </message>
    <message>
        <source>Create route</source>
        <translation>Weg erstellen</translation>
    </message>
    <message>
        <source>Save route</source>
        <translation>Weg speichern</translation>
    </message>
    <message>
        <source>New processor route</source>
        <translation>Neuer Zahlungsweg</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Abwickler</translation>
    </message>
    <message>
        <source>The first is tried first</source>
        <translation>Der erste wird zuerst versucht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Processors, in the order in which they are tried</source>
        <translation>Abwickler in der Reihenfolge, in der sie versucht werden</translation>
    </message>
    <message>
        <source>Processor to add</source>
        <translation>Neuer Abwickler</translation>
    </message>
    <message>
        <source>Processor ID</source>
        <translation>Abwickler-ID</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>%1 is in the route already.</source>
        <translation>%1 ist schon in diesem Weg.</translation>
    </message>
    <message>
        <source>Give the route a name.</source>
        <translation>Geben Sie dem Weg einen Namen.</translation>
    </message>
    <message>
        <source>Add at least one processor.</source>
        <translation>Fügen Sie mindestens einen Abwickler hinzu.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::RowDefaults</name>
    <message>
        <source>Add a value for all rows</source>
        <translation>Einen Wert für alle Zeilen hinzufügen</translation>
    </message>
    <message>
        <source>Add a value for all rows…</source>
        <translation>Wert für alle Zeilen hinzufügen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::SaveCsv</name>
    <message>
        <source>CSV for Excel and other spreadsheets (*.csv)</source>
        <translation>CSV für Excel und andere Tabellenprogramme (*.csv)</translation>
    </message>
    <message>
        <source>CSV for programs (*.csv)</source>
        <translation>CSV für Programme (*.csv)</translation>
    </message>
    <message>
        <source>The codes could not be saved in %1. Choose another folder.</source>
        <translation>Die Codes konnten nicht in %1 gespeichert werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>1 promotion code saved in %1</source>
        <translation>1 Rabattcode gespeichert in %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln promotion codes saved in %1</source>
        <translation>
            <numerusform>%Ln Rabattcode gespeichert in %1</numerusform>
            <numerusform>%Ln Rabattcodes gespeichert in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::SavedViews</name>
    <message>
        <source>Views</source>
        <comment>saved filters</comment>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Saved view: %1</source>
        <translation>Gespeicherte Ansicht: %1</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>No saved views yet</source>
        <translation>Noch keine Ansichten</translation>
    </message>
    <message>
        <source>Save view…</source>
        <translation>Ansicht speichern…</translation>
    </message>
    <message>
        <source>Rename this view…</source>
        <translation>Ansicht umbenennen…</translation>
    </message>
    <message>
        <source>Remove this view…</source>
        <translation>Ansicht entfernen…</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>Rename view</source>
        <translation>Ansicht umbenennen</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>of a saved view</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>There is a view with this name. Choose another one.</source>
        <translation>Eine Ansicht hat schon diesen Namen. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Remove the view “%1”?</source>
        <translation>Die Ansicht „%1“ entfernen?</translation>
    </message>
    <message>
        <source>The payments stay as they are; only the saved filter goes.</source>
        <translation>Die Zahlungen bleiben, wie sie sind; nur der gespeicherte Filter geht verloren.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove view</source>
        <translation>Ansicht entfernen</translation>
    </message>
    <message>
        <source>What is searched for holds a key, and a view is kept in a file. Search for something else first.</source>
        <translation>Der Suchtext enthält einen Schlüssel, und eine Ansicht wird in einer Datei aufbewahrt. Suchen Sie zuerst nach etwas anderem.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::SearchChoices</name>
    <message>
        <source>What may be typed</source>
        <translation>Was eingegeben werden kann</translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s): %1</source>
        <comment>what may be typed</comment>
        <translation>
            <numerusform>%Ln Vorschlag: %1</numerusform>
            <numerusform>%Ln Vorschläge: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::SecretClipboard</name>
    <message>
        <source>It is still in the clipboard: this system did not let it be emptied. Copy something else.</source>
        <translation>Es ist noch in der Zwischenablage: Dieses System ließ sie nicht leeren. Kopieren Sie etwas anderes.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::SelectionBox</name>
    <message>
        <source>What cannot be handed out or ended is left out.</source>
        <translation>Was nicht ausgegeben oder beendet werden kann, wird ausgelassen.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::SessionActions</name>
    <message>
        <source>Checkout URL</source>
        <translation>Checkout-URL</translation>
    </message>
    <message>
        <source>Secure token</source>
        <translation>Secure-Token</translation>
    </message>
    <message>
        <source>Markdown link</source>
        <translation>Markdown-Link</translation>
    </message>
    <message>
        <source>HTML payment button</source>
        <translation>HTML-Zahlungsknopf</translation>
    </message>
    <message>
        <source>JSON, token masked</source>
        <translation>JSON, Token verdeckt</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>QR code image…</source>
        <translation>QR-Code als Bild…</translation>
    </message>
    <message>
        <source>Reveal the secure token</source>
        <translation>Secure-Token aufdecken</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplizieren…</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Expire now…</source>
        <translation>Jetzt beenden…</translation>
    </message>
    <message>
        <source>Show transactions</source>
        <translation>Transaktionen zeigen</translation>
    </message>
    <message>
        <source>Pay %1</source>
        <translation>%1 bezahlen</translation>
    </message>
    <message>
        <source>Pay now</source>
        <translation>Jetzt bezahlen</translation>
    </message>
    <message>
        <source>JSON copied, without the token.</source>
        <translation>JSON kopiert, ohne das Token.</translation>
    </message>
    <message>
        <source>Create again…</source>
        <translation>Erneut erstellen…</translation>
    </message>
    <message>
        <source>No browser could be started. Copy the URL and open it yourself.</source>
        <translation>Es ließ sich kein Browser starten. Kopieren Sie die URL und öffnen Sie sie selbst.</translation>
    </message>
    <message>
        <source>Expire this session now?</source>
        <translation>Diese Sitzung jetzt beenden?</translation>
    </message>
    <message>
        <source>Nobody can pay it any longer, and it cannot be opened again here.</source>
        <translation>Niemand kann sie mehr bezahlen, und sie kann hier nicht wieder geöffnet werden.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Expire now</source>
        <translation>Jetzt beenden</translation>
    </message>
    <message>
        <source>The session has ended.</source>
        <translation>Die Sitzung ist beendet.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Secret</translation>
    </message>
    <message>
        <source>%1 copied.</source>
        <comment>Session ID</comment>
        <translation>%1 kopiert.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>customer of another session, what came of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>E-mail text</source>
        <translation>E-Mail-Text</translation>
    </message>
    <message>
        <source>Open in the mail program</source>
        <translation>Im E-Mail-Programm öffnen</translation>
    </message>
    <message>
        <source>curl request, without your key</source>
        <translation>curl-Anfrage, ohne Ihren Schlüssel</translation>
    </message>
    <message>
        <source>This session was made elsewhere, so its request is not known here.</source>
        <translation>Diese Sitzung wurde anderswo erstellt, daher ist ihre Anfrage hier nicht bekannt.</translation>
    </message>
    <message>
        <source>No mail program could be started. Copy the e-mail text and send it yourself.</source>
        <translation>Es konnte kein E-Mail-Programm gestartet werden. Kopieren Sie den E-Mail-Text und senden Sie ihn selbst.</translation>
    </message>
    <message>
        <source>curl request copied. It takes your key from TILLDECK_KEY.</source>
        <translation>curl-Anfrage kopiert. Sie nimmt Ihren Schlüssel aus TILLDECK_KEY.</translation>
    </message>
    <message>
        <source>This checkout URL does not start with https://, so it is not handed out.</source>
        <translation>Diese Checkout-URL beginnt nicht mit https://, daher wird sie nicht herausgegeben.</translation>
    </message>
    <message>
        <source>The provider reported it. Copy it now.</source>
        <translation>Der Anbieter hat es gemeldet. Kopieren Sie es jetzt.</translation>
    </message>
    <message>
        <source>%1 reported neither token nor URL.</source>
        <translation>%1 hat weder Token noch URL gemeldet.</translation>
    </message>
    <message>
        <source>This session cannot be paid any more.</source>
        <translation>Diese Sitzung kann nicht mehr bezahlt werden.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::SessionBatch</name>
    <message>
        <source>Expiring %1 of %2…</source>
        <translation>%1 von %2 wird beendet…</translation>
    </message>
    <message>
        <source>Checking %1 of %2…</source>
        <translation>%1 von %2 wird geprüft…</translation>
    </message>
    <message>
        <source>Its provider is being asked about it already.</source>
        <translation>Der Anbieter wird schon danach gefragt.</translation>
    </message>
    <message>
        <source>%1 expired.</source>
        <translation>%1 beendet.</translation>
    </message>
    <message>
        <source>%1 checked.</source>
        <translation>%1 geprüft.</translation>
    </message>
    <message>
        <source>%1 expired, %2 left as they were.</source>
        <translation>%1 beendet, %2 unverändert.</translation>
    </message>
    <message>
        <source>%1 checked, %2 not.</source>
        <translation>%1 geprüft, %2 nicht.</translation>
    </message>
    <message>
        <source>%1 expired, %2 could not be: %3</source>
        <translation>%1 beendet, %2 nicht möglich: %3</translation>
    </message>
    <message>
        <source>%1 checked, %2 could not be: %3</source>
        <translation>%1 geprüft, %2 nicht möglich: %3</translation>
    </message>
    <message>
        <source>%1 expired, %2 could not be, %3 left as they were: %4</source>
        <translation>%1 beendet, %2 nicht möglich, %3 unverändert: %4</translation>
    </message>
    <message>
        <source>%1 checked, %2 could not be, %3 not tried: %4</source>
        <translation>%1 geprüft, %2 nicht möglich, %3 nicht versucht: %4</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>session, customer</comment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>sessions</comment>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>sessions, why they could not be done</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::SessionDetails</name>
    <message>
        <source>Items</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Items and tiers</source>
        <translation>Positionen und Stufen</translation>
    </message>
    <message>
        <source>Breakdown, tier %1</source>
        <translation>Aufstellung, Stufe %1</translation>
    </message>
    <message>
        <source>Customer paid</source>
        <translation>Kunde hat bezahlt</translation>
    </message>
    <message>
        <source>Customer pays</source>
        <translation>Kunde zahlt</translation>
    </message>
    <message>
        <source>Fees, paid by you</source>
        <translation>Gebühren, von Ihnen bezahlt</translation>
    </message>
    <message>
        <source>You receive</source>
        <translation>Sie erhalten</translation>
    </message>
    <message>
        <source>Today&apos;s prices give another total, so the parts are not shown.</source>
        <translation>Die heutigen Preise ergeben eine andere Summe, daher werden die Teile nicht gezeigt.</translation>
    </message>
    <message>
        <source>As reported</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <comment>Session ID</comment>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Gateway account</source>
        <translation>Gateway-Konto</translation>
    </message>
    <message>
        <source>Transaction ID</source>
        <translation>Transaktions-ID</translation>
    </message>
    <message>
        <source>Quoted</source>
        <translation>Angebot vom</translation>
    </message>
    <message>
        <source>Frequency</source>
        <comment>of a subscription</comment>
        <translation>Häufigkeit</translation>
    </message>
    <message>
        <source>Custom field %1</source>
        <translation>Eigenes Feld %1</translation>
    </message>
    <message>
        <source>Subscription field %1</source>
        <translation>Abo-Feld %1</translation>
    </message>
    <message>
        <source>Metadata %1</source>
        <translation>Metadaten %1</translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation>Aufstellung</translation>
    </message>
    <message>
        <source>The prices could not be loaded, so the parts are not shown.</source>
        <translation>Die Preise konnten nicht geladen werden, daher werden die Teile nicht gezeigt.</translation>
    </message>
    <message>
        <source>The prices are not loaded, so the parts are not shown.</source>
        <translation>Die Preise sind nicht geladen, daher werden die Teile nicht gezeigt.</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Nicht bezahlt</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::SessionExport</name>
    <message>
        <source>sessions-%1.csv</source>
        <comment>file name, day</comment>
        <translation>sitzungen-%1.csv</translation>
    </message>
    <message>
        <source>Export sessions as CSV</source>
        <translation>Sitzungen als CSV exportieren</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV-Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>1 session saved in %1</source>
        <translation>1 Sitzung in %1 gespeichert</translation>
    </message>
    <message>
        <source>%1 sessions saved in %2</source>
        <translation>%1 Sitzungen in %2 gespeichert</translation>
    </message>
    <message>
        <source>Custom fields and metadata as columns</source>
        <translation>Eigene Felder und Metadaten als Spalten</translation>
    </message>
    <message>
        <source>For</source>
        <comment>whom a file is for</comment>
        <translation>Für</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Export the listed sessions</source>
        <translation>Aufgelistete Sitzungen exportieren</translation>
    </message>
    <message>
        <source>Export 1 session</source>
        <translation>1 Sitzung exportieren</translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln sessions</source>
        <translation>
            <numerusform>%Ln Sitzung exportieren</numerusform>
            <numerusform>%Ln Sitzungen exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>The sessions could not be saved in %1: %2. Choose another folder.</source>
        <comment>path, the system&apos;s words</comment>
        <translation>Die Sitzungen konnten nicht in %1 gespeichert werden: %2. Wählen Sie einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::SessionModel</name>
    <message>
        <source>No customer</source>
        <translation>Kein Kunde</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Created</source>
        <comment>column of the sessions list</comment>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Expires</source>
        <comment>column of the sessions list</comment>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>%1, the provider says “%2”</source>
        <comment>status</comment>
        <translation>%1, der Anbieter sagt „%2“</translation>
    </message>
    <message>
        <source>%1, charged on tier %2</source>
        <comment>items</comment>
        <translation>%1, abgebucht auf Stufe %2</translation>
    </message>
    <message>
        <source>No amount</source>
        <translation>Kein Betrag</translation>
    </message>
    <message>
        <source>No expiry</source>
        <translation>Kein Ablauf</translation>
    </message>
    <message>
        <source>No longer open</source>
        <translation>Nicht mehr offen</translation>
    </message>
    <message>
        <source>Expired %1</source>
        <comment>date and time</comment>
        <translation>Abgelaufen %1</translation>
    </message>
    <message>
        <source>Expires in %1, %2</source>
        <comment>time left, date and time</comment>
        <translation>Läuft ab in %1, %2</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::SessionPanel</name>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Details: “%1”</source>
        <translation>Details: „%1“</translation>
    </message>
    <message>
        <source>No customer</source>
        <translation>Kein Kunde</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>account, flow</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 sessions selected</source>
        <translation>%1 Sitzungen ausgewählt</translation>
    </message>
    <message>
        <source>Times in %1</source>
        <comment>time zone</comment>
        <translation>Zeiten in %1</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::SessionSelection</name>
    <message>
        <source>Copy links</source>
        <translation>Links kopieren</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Expire now…</source>
        <translation>Jetzt beenden…</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV exportieren…</translation>
    </message>
    <message>
        <source>Expire 1 session now?</source>
        <translation>1 Sitzung jetzt beenden?</translation>
    </message>
    <message>
        <source>Expire %1 sessions now?</source>
        <translation>%1 Sitzungen jetzt beenden?</translation>
    </message>
    <message>
        <source>Nobody can pay them any longer, and they cannot be opened again here.</source>
        <translation>Niemand kann sie mehr bezahlen, und sie können hier nicht wieder geöffnet werden.</translation>
    </message>
    <message>
        <source>Left out, not open</source>
        <translation>Ausgelassen, nicht offen</translation>
    </message>
    <message>
        <source>Left out, the provider has no such call</source>
        <translation>Ausgelassen, der Anbieter hat keinen solchen Aufruf</translation>
    </message>
    <message>
        <source>Left out, being asked about</source>
        <translation>Ausgelassen, Anfrage läuft schon</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Expire now</source>
        <translation>Jetzt beenden</translation>
    </message>
    <message>
        <source>Links copied: %1. The clipboard is cleared in 30 s.</source>
        <translation>Kopierte Links: %1. Die Zwischenablage wird in 30 s geleert.</translation>
    </message>
    <message>
        <source>Links copied: %1. Sessions without one: %2. The clipboard is cleared in 30 s.</source>
        <translation>Kopierte Links: %1. Sitzungen ohne Link: %2. Die Zwischenablage wird in 30 s geleert.</translation>
    </message>
    <message>
        <source>Reading %1 of %2 sessions…</source>
        <translation>%1 von %2 Sitzungen werden gelesen…</translation>
    </message>
    <message>
        <source>None of them can be expired from here.</source>
        <translation>Keine davon lässt sich von hier aus beenden.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::SessionText</name>
    <message>
        <source>Session created</source>
        <translation>Sitzung erstellt</translation>
    </message>
    <message>
        <source>Checked with %1</source>
        <translation>Bei %1 geprüft</translation>
    </message>
    <message>
        <source>Checkout URL copied</source>
        <translation>Checkout-URL kopiert</translation>
    </message>
    <message>
        <source>Secure token copied</source>
        <translation>Secure-Token kopiert</translation>
    </message>
    <message>
        <source>Checkout opened in the browser</source>
        <translation>Checkout im Browser geöffnet</translation>
    </message>
    <message>
        <source>Sent, no answer that can be trusted</source>
        <translation>Gesendet, keine verlässliche Antwort</translation>
    </message>
    <message>
        <source>Outcome resolved</source>
        <translation>Ausgang geklärt</translation>
    </message>
    <message>
        <source>Expired by you</source>
        <translation>Von Ihnen beendet</translation>
    </message>
    <message>
        <source>Tier %1 declined</source>
        <translation>Stufe %1 abgelehnt</translation>
    </message>
    <message>
        <source>Tier %1 declined: %2</source>
        <translation>Stufe %1 abgelehnt: %2</translation>
    </message>
    <message>
        <source>Paid on tier %1</source>
        <translation>Auf Stufe %1 bezahlt</translation>
    </message>
    <message>
        <source>Paid %1 on tier %2</source>
        <translation>%1 auf Stufe %2 bezahlt</translation>
    </message>
    <message>
        <source>Tried first</source>
        <translation>Wird zuerst versucht</translation>
    </message>
    <message>
        <source>If tier %1 is declined</source>
        <translation>Wenn Stufe %1 abgelehnt wird</translation>
    </message>
    <message>
        <source>Session ID</source>
        <translation>Sitzungs-ID</translation>
    </message>
    <message>
        <source>ID</source>
        <comment>of a charge, a session or whatever else the panel shows</comment>
        <translation>ID</translation>
    </message>
    <message>
        <source>%1 cannot be asked about this one from here. Look in its dashboard.</source>
        <translation>Bei %1 kann man von hier aus nicht danach fragen. Sehen Sie dort im Dashboard nach.</translation>
    </message>
    <message>
        <source>%1 does not let this one be ended from here.</source>
        <translation>%1 lässt das nicht von hier aus beenden.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>status, the provider&apos;s own name of it now</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Looked up: %1</source>
        <comment>what the provider&apos;s answer showed</comment>
        <translation>Nachgeschlagen: %1</translation>
    </message>
    <message>
        <source>%1 lists none that fits</source>
        <translation>%1 führt keine passende</translation>
    </message>
    <message>
        <source>%1 does not tell</source>
        <translation>%1 sagt es nicht</translation>
    </message>
    <message>
        <source>E-mail text copied</source>
        <translation>E-Mail-Text kopiert</translation>
    </message>
    <message>
        <source>Markdown link copied</source>
        <translation>Markdown-Link kopiert</translation>
    </message>
    <message>
        <source>HTML payment button copied</source>
        <translation>HTML-Schaltfläche kopiert</translation>
    </message>
    <message>
        <source>%1 (time not reported)</source>
        <comment>a step</comment>
        <translation>%1 (Zeit nicht gemeldet)</translation>
    </message>
    <message>
        <source>Sent again</source>
        <translation>Noch einmal gesendet</translation>
    </message>
    <message>
        <source>Gone on with</source>
        <comment>promotion codes that were not all made</comment>
        <translation>Fortgesetzt</translation>
    </message>
    <message>
        <source>Customer paid</source>
        <translation>Kunde hat bezahlt</translation>
    </message>
    <message>
        <source>Outcome resolved: you named this session</source>
        <translation>Ausgang geklärt: Sie haben diese Sitzung genannt</translation>
    </message>
    <message>
        <source>Outcome resolved: found at %1</source>
        <translation>Ausgang geklärt: bei %1 gefunden</translation>
    </message>
    <message>
        <source>Checked just now: still open.</source>
        <translation>Gerade geprüft: noch offen.</translation>
    </message>
    <message>
        <source>Checked just now: it is paid.</source>
        <translation>Gerade geprüft: Sie ist bezahlt.</translation>
    </message>
    <message>
        <source>Checked just now: it has expired.</source>
        <translation>Gerade geprüft: Sie ist abgelaufen.</translation>
    </message>
    <message>
        <source>Checked just now: the payment failed.</source>
        <translation>Gerade geprüft: Die Zahlung ist gescheitert.</translation>
    </message>
    <message>
        <source>Checked just now: %1 names no status.</source>
        <translation>Gerade geprüft: %1 nennt keinen Status.</translation>
    </message>
    <message>
        <source>Checked just now: %1 says “%2”.</source>
        <comment>provider, its word</comment>
        <translation>Gerade geprüft: %1 meldet „%2“.</translation>
    </message>
    <message>
        <source>Session expired</source>
        <translation>Sitzung abgelaufen</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>Zahlung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <comment>a status</comment>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>Sent again under the same idempotency key</source>
        <translation>Mit demselben Idempotenzschlüssel noch einmal gesendet</translation>
    </message>
    <message>
        <source>Account decides</source>
        <comment>which processor route is used</comment>
        <translation>Konto entscheidet</translation>
    </message>
    <message>
        <source>what is listed may be it</source>
        <translation>was gelistet ist, kann es sein</translation>
    </message>
    <message>
        <source>it was created; sent again, %1 tells its URL</source>
        <translation>sie wurde erstellt; erneut gesendet, nennt %1 ihre URL</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::SessionsPage</name>
    <message>
        <source>Checkout sessions</source>
        <translation>Checkout-Sitzungen</translation>
    </message>
    <message>
        <source>Customer, item, ID or URL</source>
        <translation>Kunde, Position, ID oder URL</translation>
    </message>
    <message>
        <source>All</source>
        <comment>sessions</comment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>session status</comment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Neue Sitzung</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>Expiring soon</source>
        <translation>Läuft bald ab</translation>
    </message>
    <message>
        <source>1 session</source>
        <translation>1 Sitzung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions</source>
        <translation>
            <numerusform>%Ln Sitzung</numerusform>
            <numerusform>%Ln Sitzungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Sorted by created, newest first</source>
        <translation>Nach Erstellung, neueste zuerst</translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>Noch keine Sitzungen</translation>
    </message>
    <message>
        <source>Nothing here now</source>
        <translation>Hier ist gerade nichts</translation>
    </message>
    <message>
        <source>No session matches.</source>
        <translation>Keine passende Sitzung.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Track a session…</source>
        <translation>Sitzung verfolgen…</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV exportieren…</translation>
    </message>
    <message>
        <source>The session is in the list.</source>
        <translation>Die Sitzung steht in der Liste.</translation>
    </message>
    <message>
        <source>The session belongs to %1, which is shown now.</source>
        <comment>account</comment>
        <translation>Die Sitzung gehört zu %1, das jetzt gezeigt wird.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>accounts, what happened there</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No session needs attention</source>
        <translation>Keine Sitzung ist zu klären</translation>
    </message>
    <message>
        <source>The list of sessions is missing</source>
        <translation>Die Liste der Sitzungen fehlt</translation>
    </message>
    <message>
        <source>No customer</source>
        <translation>Kein Kunde</translation>
    </message>
    <message>
        <source>%1, %2, is “%3” now and not in this list any more.</source>
        <comment>customer, amount, status</comment>
        <translation>%1, %2, ist jetzt „%3“ und nicht mehr in dieser Liste.</translation>
    </message>
    <message>
        <source>%1, %2, is not in this list any more.</source>
        <comment>customer, amount</comment>
        <translation>%1, %2, ist nicht mehr in dieser Liste.</translation>
    </message>
    <message>
        <source>Import CSV…</source>
        <translation>CSV importieren…</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ShareLegend</name>
    <message>
        <source>%1: %2, show the list</source>
        <comment>status, number of sessions</comment>
        <translation>%1: %2, Liste zeigen</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::Sidebar</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages and saved views</source>
        <translation>Seiten und gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>Expiring soon</source>
        <translation>Läuft bald ab</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>page or saved view, how many</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not known</source>
        <comment>how many</comment>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, its keys</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::SidebarDelegate</name>
    <message>
        <source>%1+</source>
        <comment>more than</comment>
        <translation>%1+</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::SignatureDialog</name>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Check signature</source>
        <translation>Signatur prüfen</translation>
    </message>
    <message>
        <source>Check a signature</source>
        <translation>Signatur prüfen</translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation>Signatur-Secret</translation>
    </message>
    <message>
        <source>Only used for this check, never stored.</source>
        <translation>Nur für diese Prüfung, wird nie gespeichert.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Body</source>
        <comment>of a webhook event</comment>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>The header %1, as in %2</source>
        <translation>Der Header %1, zum Beispiel %2</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Byte for byte as it arrived</source>
        <translation>Byte für Byte, wie er ankam</translation>
    </message>
    <message>
        <source>Open the body of an event</source>
        <translation>Inhalt eines Ereignisses öffnen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::TierBlock</name>
    <message>
        <source>Processor route</source>
        <translation>Zahlungsweg</translation>
    </message>
    <message>
        <source>Search routes or type a route ID</source>
        <translation>Wege suchen oder Weg-ID tippen</translation>
    </message>
    <message>
        <source>Use a route ID…</source>
        <translation>Weg-ID verwenden…</translation>
    </message>
    <message>
        <source>Use the route ID “%1”</source>
        <translation>Weg-ID „%1“ verwenden</translation>
    </message>
    <message>
        <source>More for this tier</source>
        <translation>Mehr zu dieser Stufe</translation>
    </message>
    <message>
        <source>Add item</source>
        <translation>Position hinzufügen</translation>
    </message>
    <message>
        <source>Tried first</source>
        <translation>Wird zuerst versucht</translation>
    </message>
    <message>
        <source>If tier %1 is declined</source>
        <translation>Wenn Stufe %1 abgelehnt wird</translation>
    </message>
    <message>
        <source>Move tier up</source>
        <translation>Stufe nach oben</translation>
    </message>
    <message>
        <source>Move tier down</source>
        <translation>Stufe nach unten</translation>
    </message>
    <message>
        <source>Remove tier</source>
        <translation>Stufe entfernen</translation>
    </message>
    <message>
        <source>Account decides</source>
        <translation>Konto entscheidet</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::TierList</name>
    <message>
        <source>%1 × %2</source>
        <comment>item, quantity</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Declined: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>Paid: %1</source>
        <comment>a cascade tier: If tier 1 is declined</comment>
        <translation>Bezahlt: %1</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::TierModel</name>
    <message>
        <source>Tier %1</source>
        <translation>Stufe %1</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::TierTable</name>
    <message>
        <source>Tier %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Customer pays</source>
        <translation>Kunde zahlt</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <source>You receive</source>
        <translation>Sie erhalten</translation>
    </message>
    <message>
        <source>All tiers</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>Discount on fallback tiers</source>
        <translation>Rabatt auf Ersatzstufen</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::TiersView</name>
    <message>
        <source>Item</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Einzelpreis</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Add fallback tier</source>
        <translation>Ersatzstufe hinzufügen</translation>
    </message>
    <message>
        <source>Drag to reorder, or press Alt+Up and Alt+Down.</source>
        <translation>Zum Umordnen ziehen oder Alt+Auf und Alt+Ab drücken.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::TotalsBar</name>
    <message>
        <source>Copy the totals</source>
        <translation>Summen kopieren</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Summen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>payments, their sums</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Selected: %1</source>
        <comment>payments</comment>
        <translation>Ausgewählt: %1</translation>
    </message>
    <message>
        <source>Export %1…</source>
        <comment>number of selected payments</comment>
        <translation>%1 exportieren…</translation>
    </message>
    <message numerus="yes">
        <source>What was refunded of %Ln payment(s) is not known: the provider&apos;s list does not say it. Open a payment to ask for it.</source>
        <translation>
            <numerusform>Was von %Ln Zahlung erstattet wurde, ist nicht bekannt: Die Liste des Anbieters sagt es nicht. Öffnen Sie die Zahlung, um danach zu fragen.</numerusform>
            <numerusform>Was von %Ln Zahlungen erstattet wurde, ist nicht bekannt: Die Liste des Anbieters sagt es nicht. Öffnen Sie eine Zahlung, um danach zu fragen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>currencies</comment>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <comment>currencies</comment>
        <translation>Weniger anzeigen</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::TrackDialog</name>
    <message>
        <source>Track session</source>
        <translation>Sitzung verfolgen</translation>
    </message>
    <message>
        <source>Track a session</source>
        <translation>Sitzung verfolgen</translation>
    </message>
    <message>
        <source>Paste the ID, the token or the checkout URL of a session that was made elsewhere. Its provider is asked, and it is kept in the list.</source>
        <translation>Fügen Sie die ID, das Token oder die Checkout-URL einer Sitzung ein, die anderswo erstellt wurde. Ihr Anbieter wird gefragt, und sie bleibt in der Liste.</translation>
    </message>
    <message>
        <source>Session ID, token or checkout URL</source>
        <translation>Sitzungs-ID, Token oder Checkout-URL</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Asking the provider…</source>
        <translation>Der Anbieter wird gefragt…</translation>
    </message>
    <message>
        <source>Asking your accounts…</source>
        <translation>Ihre Konten werden gefragt…</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::TransactionModel</name>
    <message>
        <source>, %1</source>
        <comment>provider, route</comment>
        <translation>, %1</translation>
    </message>
    <message>
        <source>No customer</source>
        <translation>Kein Kunde</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Item</source>
        <comment>column of the transactions list</comment>
        <translation>Position</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>%1, the provider says “%2”</source>
        <comment>status</comment>
        <translation>%1, der Anbieter sagt „%2“</translation>
    </message>
    <message>
        <source>%1, charged on tier %2</source>
        <comment>items</comment>
        <translation>%1, abgebucht auf Stufe %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>provider, route</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 after the fee</source>
        <comment>an amount</comment>
        <translation>%1 nach der Gebühr</translation>
    </message>
    <message>
        <source>not known</source>
        <comment>a fee</comment>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::TransactionPanel</name>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>No customer</source>
        <translation>Kein Kunde</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Nicht bezahlt</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Processor route</source>
        <translation>Zahlungsweg</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Tier %1, %2</source>
        <comment>number, route</comment>
        <translation>Stufe %1, %2</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Zahlungsmittel</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Show session %1</source>
        <translation>Sitzung %1 zeigen</translation>
    </message>
    <message>
        <source>Transaction ID</source>
        <translation>Transaktions-ID</translation>
    </message>
    <message>
        <source>Copy transaction ID</source>
        <translation>Transaktions-ID kopieren</translation>
    </message>
    <message>
        <source>As settled</source>
        <translation>Abgerechnet</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Customer pays</source>
        <translation>Kunde zahlt</translation>
    </message>
    <message>
        <source>As reported</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Times in %1</source>
        <comment>time zone</comment>
        <translation>Zeiten in %1</translation>
    </message>
    <message>
        <source>As last listed. %1</source>
        <comment>sentence</comment>
        <translation>Stand der letzten Liste. %1</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>why it was declined, advice</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>two amounts</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::TransactionsPage</name>
    <message>
        <source>Transactions</source>
        <translation>Transaktionen</translation>
    </message>
    <message>
        <source>Customer, amount, ID or decline code</source>
        <translation>Kunde, Betrag, ID oder Code</translation>
    </message>
    <message>
        <source>All</source>
        <comment>transactions</comment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>1 transaction</source>
        <translation>1 Transaktion</translation>
    </message>
    <message numerus="yes">
        <source>%Ln transactions</source>
        <translation>
            <numerusform>%Ln Transaktion</numerusform>
            <numerusform>%Ln Transaktionen</numerusform>
        </translation>
    </message>
    <message>
        <source>Sorted by date, newest first</source>
        <translation>Nach Datum, neueste zuerst</translation>
    </message>
    <message>
        <source>No transactions yet</source>
        <translation>Noch keine Transaktionen</translation>
    </message>
    <message>
        <source>A payment stands here as soon as a customer pays or is declined.</source>
        <translation>Eine Zahlung steht hier, sobald ein Kunde bezahlt oder abgelehnt wird.</translation>
    </message>
    <message>
        <source>No transaction matches.</source>
        <translation>Keine passende Transaktion.</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV exportieren…</translation>
    </message>
    <message>
        <source>1 payment saved in %1</source>
        <translation>1 Zahlung gespeichert in %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln payments saved in %1</source>
        <translation>
            <numerusform>%Ln Zahlung gespeichert in %1</numerusform>
            <numerusform>%Ln Zahlungen gespeichert in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy transaction ID</source>
        <translation>Transaktions-ID kopieren</translation>
    </message>
    <message>
        <source>Show its session</source>
        <translation>Sitzung dazu zeigen</translation>
    </message>
    <message>
        <source>No customer</source>
        <translation>Kein Kunde</translation>
    </message>
    <message>
        <source>%1, %2, is “%3” now and not in this list any more.</source>
        <comment>customer, amount, status</comment>
        <translation>%1, %2, ist jetzt „%3“ und nicht mehr in dieser Liste.</translation>
    </message>
    <message>
        <source>Refund asked for</source>
        <translation>Erstattung angefordert</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::TypedAmount</name>
    <message>
        <source>%1 has no decimals. Type a whole amount.</source>
        <translation>%1 hat keine Nachkommastellen. Geben Sie einen ganzen Betrag ein.</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n decimals at most.</source>
        <translation>
            <numerusform>%1 hat höchstens %n Nachkommastelle.</numerusform>
            <numerusform>%1 hat höchstens %n Nachkommastellen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the currency of this amount.</source>
        <translation>Wählen Sie die Währung dieses Betrags.</translation>
    </message>
    <message>
        <source>Type an amount, for example %1.</source>
        <translation>Geben Sie einen Betrag ein, zum Beispiel %1.</translation>
    </message>
    <message>
        <source>This amount is too large.</source>
        <translation>Dieser Betrag ist zu groß.</translation>
    </message>
    <message>
        <source>Type the three letters of a currency, for example NGN.</source>
        <translation>Geben Sie die drei Buchstaben einer Währung ein, zum Beispiel NGN.</translation>
    </message>
    <message>
        <source>Use a point before the decimals: %1</source>
        <translation>Schreiben Sie einen Punkt vor die Nachkommastellen: %1</translation>
    </message>
    <message>
        <source>Use a comma before the decimals: %1</source>
        <translation>Schreiben Sie ein Komma vor die Nachkommastellen: %1</translation>
    </message>
    <message>
        <source>Use another sign before the decimals: %1</source>
        <translation>Schreiben Sie ein anderes Zeichen vor die Nachkommastellen: %1</translation>
    </message>
    <message>
        <source>This amount is in %1. Type it without another currency.</source>
        <translation>Dieser Betrag ist in %1. Geben Sie ihn ohne eine andere Währung ein.</translation>
    </message>
    <message>
        <source>This is read as %1, and not as %2.</source>
        <comment>two amounts</comment>
        <translation>Das wird als %1 gelesen und nicht als %2.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::TypedDate</name>
    <message>
        <source>Type all four digits of the year, for example %1.</source>
        <translation>Geben Sie alle vier Ziffern des Jahres ein, zum Beispiel %1.</translation>
    </message>
    <message>
        <source>There is no such day. Type a day, for example %1.</source>
        <translation>Diesen Tag gibt es nicht. Geben Sie einen Tag ein, zum Beispiel %1.</translation>
    </message>
    <message>
        <source>Type a day, for example %1.</source>
        <translation>Geben Sie einen Tag ein, zum Beispiel %1.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::UnsettledBar</name>
    <message numerus="yes">
        <source>%Ln more like this.</source>
        <translation>
            <numerusform>%Ln weiteres davon.</numerusform>
            <numerusform>%Ln weitere davon.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>Fortsetzen…</translation>
    </message>
    <message>
        <source>Look it up…</source>
        <translation>Nachsehen…</translation>
    </message>
    <message>
        <source>Go on with the promotion codes?</source>
        <translation>Mit den Rabattcodes fortsetzen?</translation>
    </message>
    <message>
        <source>What became of it?</source>
        <translation>Was ist daraus geworden?</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Nothing is made twice: a code that exists is not sent again.</source>
        <translation>Nichts wird zweimal erstellt: Ein Code, den es gibt, wird nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Looking it up changes nothing at the provider.</source>
        <translation>Nachsehen ändert beim Anbieter nichts.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Go on with the rest</source>
        <translation>Mit dem Rest fortsetzen</translation>
    </message>
    <message>
        <source>Look it up</source>
        <translation>Nachsehen</translation>
    </message>
    <message>
        <source>Leave the rest</source>
        <translation>Auf den Rest verzichten</translation>
    </message>
    <message>
        <source>Close as not made</source>
        <translation>Als nicht ausgeführt abschließen</translation>
    </message>
    <message>
        <source>It was made: the provider lists it.</source>
        <translation>Es wurde ausgeführt: Der Anbieter listet es.</translation>
    </message>
    <message>
        <source>It was not made. %1</source>
        <comment>why</comment>
        <translation>Es wurde nicht ausgeführt. %1</translation>
    </message>
    <message>
        <source>The provider does not tell. Look in its own dashboard.</source>
        <translation>Der Anbieter gibt keine Auskunft. Sehen Sie in seinem Dashboard nach.</translation>
    </message>
    <message>
        <source>Close it…</source>
        <translation>Schließen…</translation>
    </message>
    <message>
        <source>The provider lists nothing like it at the moment. It may still appear.</source>
        <translation>Der Anbieter listet zurzeit nichts dergleichen. Es kann noch erscheinen.</translation>
    </message>
    <message>
        <source>The provider lists what may be it. Choose the right one in the overview, under “Needs attention”.</source>
        <translation>Der Anbieter listet etwas, das es sein kann. Wählen Sie das Richtige im Überblick, unter „Zu klären“.</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::VolumeChart</name>
    <message>
        <source>%1 bn</source>
        <comment>thousand millions, on the axis of a chart</comment>
        <translation>%1 Mrd</translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>millions, on the axis of a chart</comment>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>%1 k</source>
        <comment>thousands, on the axis of a chart</comment>
        <translation>%1 k</translation>
    </message>
    <message>
        <source>Save the %1 chart…</source>
        <comment>currency</comment>
        <translation>%1-Diagramm speichern…</translation>
    </message>
    <message>
        <source>%1 paid per day</source>
        <comment>currency</comment>
        <translation>%1, bezahlt pro Tag</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln payment(s)</source>
        <translation>
            <numerusform>%1 in %Ln Zahlung</numerusform>
            <numerusform>%1 in %Ln Zahlungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>date format</comment>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date format</comment>
        <translation>d. MMM</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 in %Ln payment(s)</source>
        <comment>date, amount</comment>
        <translation>
            <numerusform>%1, %2 in %Ln Zahlung</numerusform>
            <numerusform>%1, %2 in %Ln Zahlungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln payment(s)</source>
        <translation>
            <numerusform>%Ln Zahlung</numerusform>
            <numerusform>%Ln Zahlungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Too much to add up</source>
        <comment>amounts</comment>
        <translation>Zu viel zum Zusammenzählen</translation>
    </message>
    <message>
        <source>%1 refunded</source>
        <comment>an amount</comment>
        <translation>%1 erstattet</translation>
    </message>
    <message>
        <source>%1 asked for as refund</source>
        <comment>an amount</comment>
        <translation>%1 als Erstattung angefordert</translation>
    </message>
    <message>
        <source>%1 of unknown refunds</source>
        <comment>an amount</comment>
        <translation>%1 mit unklarem Ausgang</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between amounts</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 of refunds under way</source>
        <comment>an amount</comment>
        <translation>%1 an Erstattungen unterwegs</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>what was paid, what of it was refunded</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Of that %1</source>
        <comment>amounts</comment>
        <translation>Davon %1</translation>
    </message>
    <message numerus="yes">
        <source>Refunds of %Ln payment(s) not known</source>
        <translation>
            <numerusform>Erstattungen von %Ln Zahlung nicht bekannt</numerusform>
            <numerusform>Erstattungen von %Ln Zahlungen nicht bekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>. </source>
        <comment>between what was refunded and what is not known of it</comment>
        <translation>. </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::WaitingNotes</name>
    <message numerus="yes">
        <source>%Ln refund(s)</source>
        <translation>
            <numerusform>%Ln Erstattung</numerusform>
            <numerusform>%Ln Erstattungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln promotion(s) or route(s)</source>
        <translation>
            <numerusform>%Ln Rabatt oder Zahlungsweg</numerusform>
            <numerusform>%Ln Rabatte oder Zahlungswege</numerusform>
        </translation>
    </message>
    <message>
        <source>Also needs attention: %1.</source>
        <comment>how many refunds, promotions or routes</comment>
        <translation>Ebenfalls zu klären: %1.</translation>
    </message>
    <message>
        <source>Show on the overview</source>
        <translation>Im Überblick zeigen</translation>
    </message>
    <message>
        <source>The refund of %1 was not given back after all.</source>
        <comment>an amount</comment>
        <translation>Die Erstattung von %1 kam doch nicht zustande.</translation>
    </message>
    <message>
        <source>%1, payment %2. Refund it again there, or take note that it was not given back.</source>
        <comment>account, payment ID</comment>
        <translation>%1, Zahlung %2. Erstatten Sie dort noch einmal, oder nehmen Sie zur Kenntnis, dass nichts zurückgezahlt wurde.</translation>
    </message>
    <message>
        <source>Show the payment</source>
        <translation>Zahlung zeigen</translation>
    </message>
    <message>
        <source>The session was created, as %1.</source>
        <comment>ID</comment>
        <translation>Die Sitzung wurde erstellt, als %1.</translation>
    </message>
    <message>
        <source>Show session</source>
        <translation>Sitzung zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln import(s)</source>
        <translation>
            <numerusform>%Ln Import</numerusform>
            <numerusform>%Ln Importe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::WelcomePage</name>
    <message>
        <source>Open the sandbox</source>
        <translation>Sandbox öffnen</translation>
    </message>
    <message>
        <source>Make checkout links without code</source>
        <translation>Checkout-Links ohne Programmieren</translation>
    </message>
    <message>
        <source>Choose what the customer buys, see what they pay and what you receive, then copy the link. Start with sample data, or connect your own account.</source>
        <translation>Wählen Sie, was der Kunde kauft, sehen Sie, was er zahlt und was Sie erhalten, und kopieren Sie dann den Link. Beginnen Sie mit Beispieldaten oder verbinden Sie Ihr eigenes Konto.</translation>
    </message>
    <message>
        <source>Press Alt+1 or Alt+2 to choose</source>
        <translation>Alt+1 oder Alt+2 drücken, um zu wählen</translation>
    </message>
    <message>
        <source>Explore with the built-in sandbox</source>
        <translation>Die eingebaute Sandbox erkunden</translation>
    </message>
    <message>
        <source>A sample shop with customers, prices, tiers and payments, made up for you to try.</source>
        <translation>Ein Beispielladen mit Kunden, Preisen, Stufen und Zahlungen, zum Ausprobieren erfunden.</translation>
    </message>
    <message>
        <source>No key and no network needed</source>
        <translation>Kein Schlüssel und kein Netz nötig</translation>
    </message>
    <message>
        <source>Try declines, cascade tiers and expiry</source>
        <translation>Ablehnungen, Kaskadenstufen und Ablauf ausprobieren</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Nichts verlässt diesen Computer</translation>
    </message>
    <message>
        <source>Delete it whenever you like</source>
        <translation>Jederzeit löschbar</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Ein Konto verbinden</translation>
    </message>
    <message>
        <source>Choose your provider. You can add more later.</source>
        <translation>Wählen Sie Ihren Anbieter. Weitere können Sie später hinzufügen.</translation>
    </message>
    <message>
        <source>Not in this version</source>
        <translation>Nicht in dieser Version</translation>
    </message>
    <message>
        <source>Keys are kept in the system&apos;s keychain, or until you close Tilldeck where there is none, never in a file. They are sent only to their provider. Test keys are a good start.</source>
        <translation>Schlüssel liegen im Schlüsselbund des Systems oder, wo es keinen gibt, nur bis zum Schließen von Tilldeck im Speicher, nie in einer Datei. Sie gehen nur an ihren Anbieter. Testschlüssel sind ein guter Anfang.</translation>
    </message>
    <message>
        <source>Needs a folder that can be written</source>
        <translation>Braucht einen beschreibbaren Ordner</translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::WriteBox</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Angefordert</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Go on with the promotion codes?</source>
        <translation>Mit den Rabattcodes fortsetzen?</translation>
    </message>
    <message>
        <source>What became of it?</source>
        <translation>Was ist daraus geworden?</translation>
    </message>
    <message>
        <source>Go on with the rest…</source>
        <translation>Mit dem Rest fortsetzen…</translation>
    </message>
    <message>
        <source>Leave the rest…</source>
        <translation>Auf den Rest verzichten…</translation>
    </message>
    <message>
        <source>It was not made…</source>
        <translation>Nicht ausgeführt…</translation>
    </message>
    <message>
        <source>Go on with the rest</source>
        <translation>Mit dem Rest fortsetzen</translation>
    </message>
    <message>
        <source>Leave the rest</source>
        <translation>Auf den Rest verzichten</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>It was not made</source>
        <translation>Nicht ausgeführt</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>It was done.</source>
        <translation>Es wurde ausgeführt.</translation>
    </message>
    <message>
        <source>What was not sent stays unsent.</source>
        <translation>Was nicht gesendet wurde, bleibt ungesendet.</translation>
    </message>
    <message>
        <source>Noted as not made.</source>
        <translation>Als nicht ausgeführt vermerkt.</translation>
    </message>
    <message>
        <source>It was made: %1 has it.</source>
        <translation>Es wurde ausgeführt: %1 hat es.</translation>
    </message>
    <message>
        <source>It was not made. %1</source>
        <comment>why</comment>
        <translation>Es wurde nicht ausgeführt. %1</translation>
    </message>
    <message>
        <source>%1 lists nothing like it at the moment. It may still appear.</source>
        <translation>%1 listet zurzeit nichts Entsprechendes. Es kann noch erscheinen.</translation>
    </message>
    <message>
        <source>%1 does not tell. Look in its own dashboard.</source>
        <translation>%1 gibt keine Auskunft. Sehen Sie im Dashboard des Anbieters nach.</translation>
    </message>
    <message>
        <source>Every code that was sent is settled.</source>
        <translation>Jeder gesendete Code ist geklärt.</translation>
    </message>
    <message>
        <source>%1 does not list what is unknown at the moment. It may still appear.</source>
        <translation>%1 listet die ungewissen Codes zurzeit nicht. Sie können noch erscheinen.</translation>
    </message>
    <message>
        <source>It may still appear</source>
        <translation>Es kann noch erscheinen</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Note it as not made</source>
        <translation>Als nicht ausgeführt vermerken</translation>
    </message>
    <message>
        <source>%1 lists what may be it. Look in its own dashboard.</source>
        <translation>%1 listet etwas, das es sein kann. Sehen Sie in dessen eigenem Dashboard nach.</translation>
    </message>
</context>
</TS>
