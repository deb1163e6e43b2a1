-- SPDX-License-Identifier: GPL-3.0-or-later
-- A ledger as the first version wrote it.
CREATE TABLE draft ( id TEXT PRIMARY KEY, account_id TEXT NOT NULL, document TEXT NOT NULL, saved_at INTEGER NOT NULL);
INSERT INTO "draft" VALUES('d1','a','{"tilldeck_draft":1,"promotion_code":"SPRING20"}',1776168000000);
CREATE TABLE event ( key INTEGER PRIMARY KEY AUTOINCREMENT, account_id TEXT NOT NULL, session_id TEXT NOT NULL, kind TEXT NOT NULL, word TEXT, at INTEGER NOT NULL);
INSERT INTO "event" VALUES(1,'a','cs_1','created',NULL,1776168000000);
CREATE TABLE payment ( key INTEGER PRIMARY KEY AUTOINCREMENT, account_id TEXT NOT NULL, transaction_id TEXT NOT NULL, amount INTEGER NOT NULL, currency TEXT NOT NULL, refunded_amount INTEGER, refunded_currency TEXT, discount_amount INTEGER, discount_currency TEXT, status TEXT NOT NULL, raw_status TEXT, session_id TEXT, customer_id TEXT, processor_route_id TEXT, tier INTEGER, decline_code TEXT, method TEXT, attempts TEXT, customer_label TEXT, items_label TEXT, created_at INTEGER NOT NULL, amount_text TEXT, search TEXT);
INSERT INTO "payment" VALUES(1,'a','txn_1',2900,'EUR',NULL,NULL,NULL,NULL,'succeeded','succeeded','cs_1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1776168000000,'29.00','txn_1');
CREATE TABLE session ( key INTEGER PRIMARY KEY AUTOINCREMENT, account_id TEXT NOT NULL, intent_id TEXT, state TEXT NOT NULL, session_id TEXT, secure_token TEXT, url TEXT, status TEXT NOT NULL, raw_status TEXT, customer_id TEXT, customer_email TEXT, customer_name TEXT, reported_amount INTEGER, reported_currency TEXT, reported_created_at INTEGER, expires_at INTEGER, paid_tier INTEGER, paid_route_id TEXT, attempts TEXT, draft TEXT, customer_label TEXT, items_label TEXT, amount INTEGER, currency TEXT, created_at INTEGER NOT NULL, checked_at INTEGER, sample INTEGER NOT NULL, search TEXT);
INSERT INTO "session" VALUES(1,'a','intent','known','cs_1','tok_secret','https://pay.example.com/c/tok_secret','open','open','cus_1',NULL,NULL,2900,'EUR',NULL,NULL,NULL,NULL,NULL,'{"tilldeck_draft":1,"coupon_id":"coupon_1"}','Awa Diop','Annual membership',2900,'EUR',1776168000000,1776168001000,1,'awa diop
annual membership
cs_1');
CREATE UNIQUE INDEX session_by_id ON session (account_id, session_id) WHERE session_id IS NOT NULL;
CREATE UNIQUE INDEX session_by_intent ON session (intent_id) WHERE intent_id IS NOT NULL;
CREATE INDEX session_page ON session (created_at DESC, key DESC);
CREATE INDEX session_account_page ON session (account_id, created_at DESC, key DESC);
CREATE UNIQUE INDEX payment_by_id ON payment (account_id, transaction_id);
CREATE INDEX payment_page ON payment (created_at DESC, key DESC);
CREATE INDEX payment_account_page ON payment (account_id, created_at DESC, key DESC);
CREATE INDEX payment_by_session ON payment (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX event_by_session ON event (account_id, session_id, at DESC, key DESC);
PRAGMA user_version = 1;
