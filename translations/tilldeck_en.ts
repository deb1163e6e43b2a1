<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>tilldeck::checkout::PreviewRemarks</name>
    <message numerus="yes">
        <source>%1 does not say how many decimals its integers have in %2. Tilldeck counts %n, as ISO 4217 does: %3 stands for 1 %2.</source>
        <comment>provider, currency, an integer</comment>
        <translation>
            <numerusform>%1 does not say how many decimals its integers have in %2. Tilldeck counts %n, as ISO 4217 does: %3 stands for 1 %2.</numerusform>
            <numerusform>%1 does not say how many decimals its integers have in %2. Tilldeck counts %n, as ISO 4217 does: %3 stands for 1 %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::cli::Import</name>
    <message numerus="yes">
        <source>The provider quotes each row: %Ln request(s), which create nothing.</source>
        <translation>
            <numerusform>The provider quotes each row: %Ln request, which creates nothing.</numerusform>
            <numerusform>The provider quotes each row: %Ln requests, which create nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was sent. %Ln cell(s) or row(s) have to be mended first.</source>
        <translation>
            <numerusform>Nothing was sent. %Ln cell or row has to be mended first.</numerusform>
            <numerusform>Nothing was sent. %Ln cells or rows have to be mended first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s) will be created with “%1”.</source>
        <comment>name of an account</comment>
        <translation>
            <numerusform>%Ln session will be created with “%1”.</numerusform>
            <numerusform>%Ln sessions will be created with “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) ask for the same as another row.</source>
        <translation>
            <numerusform>%Ln row asks for the same as another row.</numerusform>
            <numerusform>%Ln rows ask for the same as another row.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) stay unsent.</source>
        <translation>
            <numerusform>%Ln row stays unsent.</numerusform>
            <numerusform>%Ln rows stay unsent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were not sent. Go on with them: tilldeck-cli import --resume %1 %2</source>
        <translation>
            <numerusform>%Ln row was not sent. Go on with it: tilldeck-cli import --resume %1 %2</numerusform>
            <numerusform>%Ln rows were not sent. Go on with them: tilldeck-cli import --resume %1 %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %Ln more.</source>
        <comment>problems</comment>
        <translation>
            <numerusform>There is %Ln more.</numerusform>
            <numerusform>There are %Ln more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s) would be created.</source>
        <translation>
            <numerusform>%Ln session would be created.</numerusform>
            <numerusform>%Ln sessions would be created.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln, the amount is not known.</source>
        <translation>
            <numerusform>Of %Ln, the amount is not known.</numerusform>
            <numerusform>Of %Ln, the amount is not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s) were created, and this computer could not keep them. Copy them now, as they stand here. Do not create them again: they exist, and are taken into the list when Tilldeck starts next and can write.</source>
        <translation>
            <numerusform>%Ln session was created, and this computer could not keep it. Copy it now, as it stands here. Do not create it again: it exists, and is taken into the list when Tilldeck starts next and can write.</numerusform>
            <numerusform>%Ln sessions were created, and this computer could not keep them. Copy them now, as they stand here. Do not create them again: they exist, and are taken into the list when Tilldeck starts next and can write.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::cli::Ledger</name>
    <message numerus="yes">
        <source>The damaged journal is kept as %1; %Ln creations and refunds of it could be read.</source>
        <translation>
            <numerusform>The damaged journal is kept as %1; %Ln creation or refund of it could be read.</numerusform>
            <numerusform>The damaged journal is kept as %1; %Ln creations and refunds of it could be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are left.</source>
        <translation>
            <numerusform>%n row is left.</numerusform>
            <numerusform>%n rows are left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::cli::Promotions</name>
    <message numerus="yes">
        <source>%Ln were not sent.</source>
        <translation>
            <numerusform>%Ln was not sent.</numerusform>
            <numerusform>%Ln were not sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln promotion code(s) could not be read: %1.</source>
        <translation>
            <numerusform>%Ln promotion code could not be read: %1.</numerusform>
            <numerusform>%Ln promotion codes could not be read: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coupon(s) could not be read: %1.</source>
        <translation>
            <numerusform>%Ln coupon could not be read: %1.</numerusform>
            <numerusform>%Ln coupons could not be read: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::cli::Sessions</name>
    <message numerus="yes">
        <source>%Ln row(s) of %1 were not sent. Go on with them: tilldeck-cli import --resume %2 %3</source>
        <comment>name of a file, ID, options</comment>
        <translation>
            <numerusform>%Ln row of %1 was not sent. Go on with it: tilldeck-cli import --resume %2 %3</numerusform>
            <numerusform>%Ln rows of %1 were not sent. Go on with them: tilldeck-cli import --resume %2 %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::cli::Transactions</name>
    <message numerus="yes">
        <source>Wrote %n payment(s) to %1.</source>
        <translation>
            <numerusform>Wrote %n payment to %1.</numerusform>
            <numerusform>Wrote %n payments to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n decimal(s) at most.</source>
        <translation>
            <numerusform>%1 has %n decimal at most.</numerusform>
            <numerusform>%1 has %n decimals at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::dashboard::StorageNotice</name>
    <message numerus="yes">
        <source>The damaged journal is kept as %1; %Ln creations and refunds of it could be read.</source>
        <translation>
            <numerusform>The damaged journal is kept as %1; %Ln creation or refund of it could be read.</numerusform>
            <numerusform>The damaged journal is kept as %1; %Ln creations and refunds of it could be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::dashboard::StripText</name>
    <message numerus="yes">
        <source>%1 The other %Ln accounts are up to date.</source>
        <comment>sentence</comment>
        <translation>
            <numerusform>%1 The other %Ln account is up to date.</numerusform>
            <numerusform>%1 The other %Ln accounts are up to date.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: this computer&apos;s clock is %Ln minute(s) ahead of the provider&apos;s. Set it.</source>
        <comment>account</comment>
        <translation>
            <numerusform>%1: this computer&apos;s clock is %Ln minute ahead of the provider&apos;s. Set it.</numerusform>
            <numerusform>%1: this computer&apos;s clock is %Ln minutes ahead of the provider&apos;s. Set it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: this computer&apos;s clock is %Ln minute(s) behind the provider&apos;s. Set it.</source>
        <comment>account</comment>
        <translation>
            <numerusform>%1: this computer&apos;s clock is %Ln minute behind the provider&apos;s. Set it.</numerusform>
            <numerusform>%1: this computer&apos;s clock is %Ln minutes behind the provider&apos;s. Set it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::AcceptedFiles</name>
    <message numerus="yes">
        <source>%Ln creations and refunds of the damaged journal could not be read.</source>
        <translation>
            <numerusform>%Ln creation or refund of the damaged journal could not be read.</numerusform>
            <numerusform>%Ln creations and refunds of the damaged journal could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coupons, promotion codes, routes or changes of them were sent or planned, and neither their contents nor what became of them is known any more. Compare your lists with those of the provider, then close them under Needs attention.</source>
        <translation>
            <numerusform>%Ln coupon, promotion code, route or change of one was sent or planned, and neither its contents nor what became of it is known any more. Compare your lists with those of the provider, then close it under Needs attention.</numerusform>
            <numerusform>%Ln coupons, promotion codes, routes or changes of them were sent or planned, and neither their contents nor what became of them is known any more. Compare your lists with those of the provider, then close them under Needs attention.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::CreateSession</name>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::ImportProgress</name>
    <message numerus="yes">
        <source>%Ln with the reference of an earlier charge</source>
        <comment>in a list of parts</comment>
        <translation>
            <numerusform>%Ln with the reference of an earlier charge</numerusform>
            <numerusform>%Ln with the reference of an earlier charge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <comment>in a list of parts</comment>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of unknown outcome</source>
        <comment>in a list of parts</comment>
        <translation>
            <numerusform>%Ln of unknown outcome</numerusform>
            <numerusform>%Ln of unknown outcome</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::RebuildLedger</name>
    <message numerus="yes">
        <source>%Ln sessions belong to accounts that are not connected any more.</source>
        <translation>
            <numerusform>%Ln session belongs to an account that is not connected any more.</numerusform>
            <numerusform>%Ln sessions belong to accounts that are not connected any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is not known what became of %n creation(s) or refund(s) whose account is not connected here: %1. Connect it again, then look each of them up under its new name: tilldeck-cli session resolve, or transaction resolve.</source>
        <translation>
            <numerusform>It is not known what became of a creation or refund whose account is not connected here: %1. Connect it again, then look it up under its new name: tilldeck-cli session resolve, or transaction resolve.</numerusform>
            <numerusform>It is not known what became of %n creations or refunds whose account is not connected here: %1. Connect it again, then look each of them up under its new name: tilldeck-cli session resolve, or transaction resolve.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions are in the list now.</source>
        <translation>
            <numerusform>%Ln session is in the list now.</numerusform>
            <numerusform>%Ln sessions are in the list now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions came back from the journal.</source>
        <translation>
            <numerusform>%Ln session came back from the journal.</numerusform>
            <numerusform>%Ln sessions came back from the journal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries of the damaged ledger (sessions, payments, drafts, events) could be read and are in the new one. The damaged one is kept as %1.</source>
        <translation>
            <numerusform>%Ln entry of the damaged ledger (sessions, payments, drafts, events) could be read and is in the new one. The damaged one is kept as %1.</numerusform>
            <numerusform>%Ln entries of the damaged ledger (sessions, payments, drafts, events) could be read and are in the new one. The damaged one is kept as %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is not known what became of %n coupon(s), route(s) or batch(es) of promotion codes whose account is not connected here: %1. Connect it again, then see what is left under its new name: tilldeck-cli promotion unfinished.</source>
        <translation>
            <numerusform>It is not known what became of %n coupon, route or batch of promotion codes whose account is not connected here: %1. Connect it again, then see what is left under its new name: tilldeck-cli promotion unfinished.</numerusform>
            <numerusform>It is not known what became of %n coupons, routes or batches of promotion codes whose account is not connected here: %1. Connect it again, then see what is left under its new name: tilldeck-cli promotion unfinished.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may be of an earlier time: it lacked %n session(s) that the journal knows. They are in the list again; tokens and checkout URLs that the journal does not have come back where the provider reports them.</source>
        <translation>
            <numerusform>%1 may be of an earlier time: it lacked a session that the journal knows. It is in the list again; a token and a checkout URL that the journal does not have come back where the provider reports them.</numerusform>
            <numerusform>%1 may be of an earlier time: it lacked %n sessions that the journal knows. They are in the list again; tokens and checkout URLs that the journal does not have come back where the provider reports them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The journal does not hold the tokens and checkout URLs of %Ln sessions: they come back where the provider reports them.</source>
        <translation>
            <numerusform>The journal does not hold the token and checkout URL of %Ln session: they come back where the provider reports them.</numerusform>
            <numerusform>The journal does not hold the tokens and checkout URLs of %Ln sessions: they come back where the provider reports them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::Reconcile</name>
    <message numerus="yes">
        <source>%Ln row(s) in the list of %1 could not be read, and the session may be one of them. Look in its dashboard.</source>
        <translation>
            <numerusform>%Ln row in the list of %1 could not be read, and the session may be that one. Look in its dashboard.</numerusform>
            <numerusform>%Ln rows in the list of %1 could not be read, and the session may be one of them. Look in its dashboard.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::RefreshAccount</name>
    <message numerus="yes">
        <source>%Ln row(s) in the provider&apos;s list of payments could not be read, and this payment may be one of them. Look in its dashboard.</source>
        <translation>
            <numerusform>%Ln row in the provider&apos;s list of payments could not be read, and this payment may be that one. Look in its dashboard.</numerusform>
            <numerusform>%Ln rows in the provider&apos;s list of payments could not be read, and this payment may be one of them. Look in its dashboard.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>rows of a list</comment>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s) of the provider&apos;s list could not be read: %1.</source>
        <translation>
            <numerusform>%Ln session of the provider&apos;s list could not be read: %1.</numerusform>
            <numerusform>%Ln sessions of the provider&apos;s list could not be read: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln payment(s) of the provider&apos;s list could not be read: %1.</source>
        <translation>
            <numerusform>%Ln payment of the provider&apos;s list could not be read: %1.</numerusform>
            <numerusform>%Ln payments of the provider&apos;s list could not be read: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refund(s) in the provider&apos;s list of payments could not be read: %1.</source>
        <translation>
            <numerusform>%Ln refund in the provider&apos;s list of payments could not be read: %1.</numerusform>
            <numerusform>%Ln refunds in the provider&apos;s list of payments could not be read: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::Refund</name>
    <message numerus="yes">
        <source>%n second(s) ago</source>
        <translation>
            <numerusform>%n second ago</numerusform>
            <numerusform>%n seconds ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::RemoveAccount</name>
    <message numerus="yes">
        <source>%n creation(s), refund(s) or change(s) of %1 are not settled yet. Resolve them first, then remove the account.</source>
        <translation>
            <numerusform>%n creation, refund or change of %1 is not settled yet. Resolve it first, then remove the account.</numerusform>
            <numerusform>%n creations, refunds or changes of %1 are not settled yet. Resolve them first, then remove the account.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::SessionImport</name>
    <message numerus="yes">
        <source>%Ln were refused</source>
        <comment>part of a sentence</comment>
        <translation>
            <numerusform>%Ln was refused</numerusform>
            <numerusform>%Ln were refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have an unknown outcome</source>
        <comment>part of a sentence</comment>
        <translation>
            <numerusform>%Ln has an unknown outcome</numerusform>
            <numerusform>%Ln have an unknown outcome</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were closed as not created</source>
        <comment>part of a sentence</comment>
        <translation>
            <numerusform>%Ln was closed as not created</numerusform>
            <numerusform>%Ln were closed as not created</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were cancelled</source>
        <comment>part of a sentence</comment>
        <translation>
            <numerusform>%Ln was cancelled</numerusform>
            <numerusform>%Ln were cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were not sent</source>
        <comment>part of a sentence</comment>
        <translation>
            <numerusform>%Ln was not sent</numerusform>
            <numerusform>%Ln were not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) ask for the same as a session that was created or sent a moment ago, or whose outcome is unknown.</source>
        <translation>
            <numerusform>%Ln row asks for the same as a session that was created or sent a moment ago, or whose outcome is unknown.</numerusform>
            <numerusform>%Ln rows ask for the same as a session that was created or sent a moment ago, or whose outcome is unknown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are in an import of %1 that runs at this moment: %2</source>
        <comment>name of a file, how many were created …</comment>
        <translation>
            <numerusform>%Ln row is in an import of %1 that runs at this moment: %2</numerusform>
            <numerusform>%Ln rows are in an import of %1 that runs at this moment: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were imported from %1 minutes ago: %2</source>
        <comment>name of a file, how many were created …</comment>
        <translation>
            <numerusform>%Ln row was imported from %1 minutes ago: %2</numerusform>
            <numerusform>%Ln rows were imported from %1 minutes ago: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are in an import of %1 that is not over: %2</source>
        <comment>name of a file, how many were created …</comment>
        <translation>
            <numerusform>%Ln row is in an import of %1 that is not over: %2</numerusform>
            <numerusform>%Ln rows are in an import of %1 that is not over: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) in the list of %1 could not be read.</source>
        <comment>provider</comment>
        <translation>
            <numerusform>%Ln row in the list of %1 could not be read.</numerusform>
            <numerusform>%Ln rows in the list of %1 could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have the reference of an earlier charge</source>
        <comment>part of a sentence</comment>
        <translation>
            <numerusform>%Ln has the reference of an earlier charge</numerusform>
            <numerusform>%Ln have the reference of an earlier charge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::Track</name>
    <message numerus="yes">
        <source>None of the sessions that could be read has this token, and %Ln row(s) of the list could not be read. Track the session by its ID.</source>
        <translation>
            <numerusform>None of the sessions that could be read has this token, and %Ln row of the list could not be read. Track the session by its ID.</numerusform>
            <numerusform>None of the sessions that could be read has this token, and %Ln rows of the list could not be read. Track the session by its ID.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::desk::UnsettledWrites</name>
    <message numerus="yes">
        <source>%1 of %Ln promotion code(s) were made</source>
        <comment>how many; the sentence goes on</comment>
        <translation>
            <numerusform>%1 of %Ln promotion code was made</numerusform>
            <numerusform>%1 of %Ln promotion codes were made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were refused</source>
        <translation>
            <numerusform>%Ln was refused</numerusform>
            <numerusform>%Ln were refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have an unknown outcome</source>
        <translation>
            <numerusform>%Ln has an unknown outcome</numerusform>
            <numerusform>%Ln have an unknown outcome</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were not sent</source>
        <translation>
            <numerusform>%Ln was not sent</numerusform>
            <numerusform>%Ln were not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more: %2</source>
        <comment>first promotion code, how many others, what became of all</comment>
        <translation>
            <numerusform>%1 and %Ln more: %2</numerusform>
            <numerusform>%1 and %Ln more: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>first promotion code, how many others</comment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::sheets::Row</name>
    <message numerus="yes">
        <source>%1 has %n decimal(s) at most.</source>
        <translation>
            <numerusform>%1 has %n decimal at most.</numerusform>
            <numerusform>%1 has %n decimals at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::AccountSwitcher</name>
    <message numerus="yes">
        <source>%Ln accounts</source>
        <translation>
            <numerusform>%Ln account</numerusform>
            <numerusform>%Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sandbox accounts</source>
        <translation>
            <numerusform>%Ln sandbox account</numerusform>
            <numerusform>%Ln sandbox accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln test accounts</source>
        <translation>
            <numerusform>%Ln test account</numerusform>
            <numerusform>%Ln test accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::AccountsPage</name>
    <message numerus="yes">
        <source>%n accounts</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ActivityPage</name>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::AttentionPanel</name>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln session</numerusform>
            <numerusform>%Ln sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln payment(s)</source>
        <translation>
            <numerusform>%Ln payment</numerusform>
            <numerusform>%Ln payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln webhook event(s)</source>
        <translation>
            <numerusform>%Ln webhook event</numerusform>
            <numerusform>%Ln webhook events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) not sent</source>
        <translation>
            <numerusform>%Ln row not sent</numerusform>
            <numerusform>%Ln rows not sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::BodyEdit</name>
    <message numerus="yes">
        <source>%Ln bytes, as they are in the file</source>
        <translation>
            <numerusform>%Ln byte, as it is in the file</numerusform>
            <numerusform>%Ln bytes, as they are in the file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::CandidatesDialog</name>
    <message numerus="yes">
        <source>%1 lists %n session(s) that may be this one. Choose it only if you are sure: the others stay what they are, and no session is created.</source>
        <translation>
            <numerusform>%1 lists one session that may be this one. Choose it only if you are sure: no session is created.</numerusform>
            <numerusform>%1 lists %n sessions that may be this one. Choose one only if you are sure: the others stay what they are, and no session is created.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lists %n refund(s) that may be this one. Choose it only if you are sure: it belongs to no other refund from then on, and nothing is given back.</source>
        <translation>
            <numerusform>%1 lists one refund that may be this one. Choose it only if you are sure: it belongs to no other refund from then on, and nothing is given back.</numerusform>
            <numerusform>%1 lists %n refunds that may be this one. Choose one only if you are sure: it belongs to no other refund from then on, and nothing is given back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>used %Ln time(s)</source>
        <translation>
            <numerusform>used once</numerusform>
            <numerusform>used %Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lists %n entry(ies) that may be this one. Choose it only if you are sure: it belongs to no other write from then on, and nothing is sent.</source>
        <translation>
            <numerusform>%1 lists one entry that may be this one. Choose it only if you are sure: it belongs to no other write from then on, and nothing is sent.</numerusform>
            <numerusform>%1 lists %n entries that may be this one. Choose one only if you are sure: it belongs to no other write from then on, and nothing is sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::CatalogListPage</name>
    <message numerus="yes">
        <source>%1. %Ln row(s) could not be read: %2</source>
        <comment>number of rows</comment>
        <translation>
            <numerusform>%1. %Ln row could not be read: %2</numerusform>
            <numerusform>%1. %Ln rows could not be read: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::CatalogPage</name>
    <message numerus="yes">
        <source>%Ln product(s) and price(s)</source>
        <translation>
            <numerusform>%Ln product or price</numerusform>
            <numerusform>%Ln products and prices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln processor route(s)</source>
        <translation>
            <numerusform>%Ln processor route</numerusform>
            <numerusform>%Ln processor routes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ConfirmImport</name>
    <message numerus="yes">
        <source>%Ln row(s) ask for the same as another row.</source>
        <translation>
            <numerusform>%Ln row ask for the same as another row.</numerusform>
            <numerusform>%Ln rows ask for the same as another row.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create %Ln checkout session(s)?</source>
        <translation>
            <numerusform>Create %Ln checkout session?</numerusform>
            <numerusform>Create %Ln checkout sessions?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::DraftsPage</name>
    <message numerus="yes">
        <source>%n drafts</source>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::EditorFooter</name>
    <message numerus="yes">
        <source>Fix %n fields</source>
        <translation>
            <numerusform>Fix %n field</numerusform>
            <numerusform>Fix %n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::EventModel</name>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>%n try</numerusform>
            <numerusform>%n tries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ExpirySection</name>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ExportDialog</name>
    <message numerus="yes">
        <source>Export %Ln payments</source>
        <translation>
            <numerusform>Export %Ln payment</numerusform>
            <numerusform>Export %Ln payments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::FilterText</name>
    <message numerus="yes">
        <source>%Ln payments</source>
        <translation>
            <numerusform>%Ln payment</numerusform>
            <numerusform>%Ln payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · after fees %2, without %Ln payments whose fee is not known</source>
        <comment>sums of amounts</comment>
        <translation>
            <numerusform>%1 · after fees %2, without %Ln payment whose fee is not known</numerusform>
            <numerusform>%1 · after fees %2, without %Ln payments whose fee is not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · refunds of %Ln payment(s) not known</source>
        <comment>sums of amounts</comment>
        <translation>
            <numerusform>%1 · refunds of %Ln payment not known</numerusform>
            <numerusform>%1 · refunds of %Ln payments not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refunds of %Ln payment(s) not known</source>
        <translation>
            <numerusform>Refunds of %Ln payment not known</numerusform>
            <numerusform>Refunds of %Ln payments not known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ImportFileView</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to mend</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%Ln to mend</numerusform>
            <numerusform>%Ln to mend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The provider quotes the price of %Ln row(s).</source>
        <translation>
            <numerusform>The provider quotes the price of %Ln row.</numerusform>
            <numerusform>The provider quotes the price of %Ln rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln row(s), the amount is not known.</source>
        <translation>
            <numerusform>Of %Ln row, the amount is not known.</numerusform>
            <numerusform>Of %Ln rows, the amount is not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) ask for the same as another row.</source>
        <translation>
            <numerusform>%Ln row ask for the same as another row.</numerusform>
            <numerusform>%Ln rows ask for the same as another row.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s), which create nothing</source>
        <translation>
            <numerusform>%Ln request, which create nothing</numerusform>
            <numerusform>%Ln requests, which create nothing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ImportList</name>
    <message numerus="yes">
        <source>%Ln import(s)</source>
        <translation>
            <numerusform>%Ln import</numerusform>
            <numerusform>%Ln imports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with rows that were not sent</source>
        <comment>imports</comment>
        <translation>
            <numerusform>%Ln with rows that were not sent</numerusform>
            <numerusform>%Ln with rows that were not sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ImportRunView</name>
    <message numerus="yes">
        <source>%Ln row(s) of “%1” are never sent then. What was created stays.</source>
        <comment>name of a file</comment>
        <translation>
            <numerusform>%Ln row of “%1” are never sent then. What was created stays.</numerusform>
            <numerusform>%Ln rows of “%1” are never sent then. What was created stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ImportText</name>
    <message numerus="yes">
        <source>Create %Ln live session(s)</source>
        <translation>
            <numerusform>Create %Ln live session</numerusform>
            <numerusform>Create %Ln live sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create %Ln test session(s)</source>
        <translation>
            <numerusform>Create %Ln test session</numerusform>
            <numerusform>Create %Ln test sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create %Ln sandbox session(s)</source>
        <translation>
            <numerusform>Create %Ln sandbox session</numerusform>
            <numerusform>Create %Ln sandbox sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ListFilters</name>
    <message numerus="yes">
        <source>Finding takes longer until the words of %Ln more row(s) are indexed. Nothing is left out.</source>
        <translation>
            <numerusform>Finding takes longer until the words of %Ln more row are indexed. Nothing is left out.</numerusform>
            <numerusform>Finding takes longer until the words of %Ln more rows are indexed. Nothing is left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::ListFrame</name>
    <message numerus="yes">
        <source>%n filters are on.</source>
        <translation>
            <numerusform>%n filter is on.</numerusform>
            <numerusform>%n filters are on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::OverviewPage</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s) created in these days</source>
        <translation>
            <numerusform>%Ln session created in these days</numerusform>
            <numerusform>%Ln sessions created in these days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::PreviewPanel</name>
    <message numerus="yes">
        <source>Fix %n fields to update</source>
        <translation>
            <numerusform>Fix %n field to update</numerusform>
            <numerusform>Fix %n fields to update</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::PromotionDialog</name>
    <message numerus="yes">
        <source>%1 of %Ln code(s)</source>
        <comment>how many are done</comment>
        <translation>
            <numerusform>%1 of %Ln code</numerusform>
            <numerusform>%1 of %Ln codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln code(s) created</source>
        <translation>
            <numerusform>%Ln code created</numerusform>
            <numerusform>%Ln codes created</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with an unknown outcome</source>
        <translation>
            <numerusform>%Ln with an unknown outcome</numerusform>
            <numerusform>%Ln with an unknown outcome</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not sent</source>
        <translation>
            <numerusform>%Ln not sent</numerusform>
            <numerusform>%Ln not sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::Promotions</name>
    <message numerus="yes">
        <source>Payments of %Ln month(s)</source>
        <translation>
            <numerusform>Payments of %Ln month</numerusform>
            <numerusform>Payments of %Ln months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::PromotionsPage</name>
    <message numerus="yes">
        <source>%Ln promotion code(s)</source>
        <translation>
            <numerusform>%Ln promotion code</numerusform>
            <numerusform>%Ln promotion codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coupon(s)</source>
        <translation>
            <numerusform>%Ln coupon</numerusform>
            <numerusform>%Ln coupons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coupons saved in %1</source>
        <translation>
            <numerusform>%Ln coupon saved in %1</numerusform>
            <numerusform>%Ln coupons saved in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::RequestsPage</name>
    <message numerus="yes">
        <source>%Ln request(s) of this run</source>
        <translation>
            <numerusform>%Ln request of this run</numerusform>
            <numerusform>%Ln requests of this run</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::SaveCsv</name>
    <message numerus="yes">
        <source>%Ln promotion codes saved in %1</source>
        <translation>
            <numerusform>%Ln promotion code saved in %1</numerusform>
            <numerusform>%Ln promotion codes saved in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::SearchChoices</name>
    <message numerus="yes">
        <source>%Ln suggestion(s): %1</source>
        <comment>what may be typed</comment>
        <translation>
            <numerusform>%Ln suggestion: %1</numerusform>
            <numerusform>%Ln suggestions: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::SessionBatch</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>sessions</comment>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::SessionExport</name>
    <message numerus="yes">
        <source>Export %Ln sessions</source>
        <translation>
            <numerusform>Export %Ln session</numerusform>
            <numerusform>Export %Ln sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::SessionsPage</name>
    <message numerus="yes">
        <source>%Ln sessions</source>
        <translation>
            <numerusform>%Ln session</numerusform>
            <numerusform>%Ln sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::TotalsBar</name>
    <message numerus="yes">
        <source>What was refunded of %Ln payment(s) is not known: the provider&apos;s list does not say it. Open a payment to ask for it.</source>
        <translation>
            <numerusform>What was refunded of %Ln payment is not known: the provider&apos;s list does not say it. Open the payment to ask for it.</numerusform>
            <numerusform>What was refunded of %Ln payments is not known: the provider&apos;s list does not say it. Open a payment to ask for it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>currencies</comment>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::TransactionsPage</name>
    <message numerus="yes">
        <source>%Ln transactions</source>
        <translation>
            <numerusform>%Ln transaction</numerusform>
            <numerusform>%Ln transactions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln payments saved in %1</source>
        <translation>
            <numerusform>%Ln payment saved in %1</numerusform>
            <numerusform>%Ln payments saved in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::TypedAmount</name>
    <message numerus="yes">
        <source>%1 has %n decimals at most.</source>
        <translation>
            <numerusform>%1 has %n decimal at most.</numerusform>
            <numerusform>%1 has %n decimals at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::UnsettledBar</name>
    <message numerus="yes">
        <source>%Ln more like this.</source>
        <translation>
            <numerusform>%Ln more like this.</numerusform>
            <numerusform>%Ln more like this.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::VolumeChart</name>
    <message numerus="yes">
        <source>%1 in %Ln payment(s)</source>
        <translation>
            <numerusform>%1 in %Ln payment</numerusform>
            <numerusform>%1 in %Ln payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 in %Ln payment(s)</source>
        <comment>date, amount</comment>
        <translation>
            <numerusform>%1, %2 in %Ln payment</numerusform>
            <numerusform>%1, %2 in %Ln payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln payment(s)</source>
        <translation>
            <numerusform>%Ln payment</numerusform>
            <numerusform>%Ln payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refunds of %Ln payment(s) not known</source>
        <translation>
            <numerusform>Refunds of %Ln payment not known</numerusform>
            <numerusform>Refunds of %Ln payments not known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilldeck::ui::WaitingNotes</name>
    <message numerus="yes">
        <source>%Ln refund(s)</source>
        <translation>
            <numerusform>%Ln refund</numerusform>
            <numerusform>%Ln refunds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln promotion(s) or route(s)</source>
        <translation>
            <numerusform>%Ln promotion or route</numerusform>
            <numerusform>%Ln promotions or routes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln import(s)</source>
        <translation>
            <numerusform>%Ln import</numerusform>
            <numerusform>%Ln imports</numerusform>
        </translation>
    </message>
</context>
</TS>
