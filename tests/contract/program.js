// SPDX-License-Identifier: GPL-3.0-or-later
// Every flow of the program itself, with Prism between it and the sandbox: neither side says what the contract does not.
'use strict';
const assert = require('node:assert/strict');
const {execFile} = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const {check, startSandbox, startWitness, pay, finish} = require('./harness.js');

const sandbox = path.resolve(process.argv[2]);
const program = path.join(path.dirname(sandbox), 'tilldeck-cli');
const data = fs.mkdtempSync(path.join(os.tmpdir(), 'tilldeck-program-'));
const jane = {email: 'jane@example.com', first_name: 'Jane', last_name: 'Doe', country: 'NG'};
const shop = {success_url: 'https://example.com/thanks?id={CHECKOUT_SESSION_ID}', return_url: 'https://example.com/plans'};

function tilldeck(key, args, input = '') {
  return new Promise(resolve => {
    const env = {...process.env, TILLDECK_DATA_DIR: data, TILLDECK_KEY: key};
    const child = execFile(program, [...args, '--json'], {env, maxBuffer: 1 << 26}, (error, out, said) =>
      resolve({code: error ? error.code : 0, json: out && JSON.parse(out), said}));
    child.stdin.end(input);
  });
}

// ACCOUNT of the sandbox, connected as NAME by way of a witness.
async function connect(account, name, ...more) {
  const contract = path.join(__dirname, `${account.provider}.openapi.yaml`);
  const witness = await startWitness(contract, account.base_url);
  const ids = [];
  if (account.account_id)
    ids.push('--account-id', account.account_id);
  if (account.merchant_id)
    ids.push('--merchant-id', account.merchant_id);
  const added = await tilldeck(account.key, ['account', 'add', name, '--provider', account.provider, '--base-url', witness.url, ...ids, ...more]);
  assert.equal(added.code, 0, added.said);
  const call = async (args, input) => {
    const ended = await tilldeck(account.key, [...args, '--account', name], input);
    assert.equal(ended.code, 0, `${args.join(' ')} ended with ${ended.code}: ${ended.said} ${JSON.stringify(ended.json)}`);
    assert.deepEqual(witness.violations, []);
    return ended.json;
  };
  return {
    name, witness, call,
    // Several steps make the same session.
    create: draft => call(['session', 'create', '--another', '--reveal', '--from', '-'], JSON.stringify({tilldeck_draft: 1, ...draft})),
    preview: draft => call(['preview', '--from', '-'], JSON.stringify({tilldeck_draft: 1, ...draft})),
    show: session => call(['session', 'show', session.id]),
    // What an earlier step met was told there.
    step: (title, test) => check(`${name}: ${title}`, async () => {
      witness.violations.length = 0;
      witness.calls.length = 0;
      await test();
      assert.ok(witness.calls.length > 0, 'nothing was sent');
    }),
  };
}

async function paidBack(client, session) {
  await pay(session.url);
  assert.equal((await client.show(session)).status, 'completed');
  const listed = (await client.call(['transaction', 'list', '--refresh'])).find(one => one.session_id === session.id);
  const shown = await client.call(['transaction', 'show', listed.id]);
  assert.equal(shown.refundable_amount, shown.amount);
  const some = await client.call(['transaction', 'refund', listed.id, '--yes', '--amount', '1', '--reason', 'requested_by_customer']);
  // Only Ikawaari says in the same breath that the money went back.
  assert.equal(some.outcome, ['PaymentKit', 'Khaime'].includes(client.name) ? 'pending' : 'refunded');
  const rest = await client.call(['transaction', 'refund', listed.id, '--yes', '--full']);
  assert.equal(some.amount + rest.amount, shown.amount);
}

async function paymentKit(account) {
  const client = await connect(account, 'PaymentKit', '--checkout-url', `${new URL(account.base_url).origin}/pay/{token}`);
  const items = [{price_id: 'price_premium', quantity: 1}];
  const drafts = {
    'line items': {line_items: [{price_id: 'price_xyz', quantity: 3}], expires_in_hours: 48, ...shop},
    'a customer': {line_items: items, customer: {id: 'cus_abc123'}},
    'a promotion code': {line_items: items, promotion_code: 'SAVE20'},
    'a coupon': {line_items: items, coupon_id: 'coupon_dev_abc123'},
    'a cascade with routes': {line_items: items, processor_route_id: 'proute_dev_x7k9m2n4',
      cascade: [{line_items: [{price_id: 'price_standard'}], processor_route_id: 'proute_dev_fallback'}]},
    'custom fields': {line_items: items, custom_fields: {order_id: 'KS-1', gift: true, seats: 2, rate: 1.5},
      subscription_custom_fields: {tier: 'studio'}},
  };
  for (const [title, draft] of Object.entries(drafts))
    await client.step(`a session with ${title}`, async () => {
      await client.preview(draft);
      const made = await client.create(draft);
      assert.equal((await client.show(made)).status, 'open');
    });
  await client.step('sessions and payments are listed', async () => {
    assert.ok((await client.call(['session', 'list', '--refresh'])).length > 6);
    assert.ok((await client.call(['transaction', 'list', '--refresh'])).length > 3);
  });
  await client.step('a session made elsewhere is tracked', async () => {
    const {id, url} = await client.create(drafts['line items']);
    assert.equal((await client.call(['session', 'track', id])).id, id);
    assert.equal((await client.call(['session', 'track', url])).id, id);
  });
  await client.step('a payment is given back in parts', async () => paidBack(client, await client.create(drafts['a customer'])));
  await client.step('promotion codes are made and switched off', async () => {
    const made = await client.call(['promotion', 'create', 'PRISM-####', '--coupon', 'coupon_dev_abc123', '--count', '2',
      '--max-redemptions', '5', '--expires', '2126-12-31T23:00:00Z']);
    assert.ok(made.length === 2 && made.every(one => one.result === 'created'));
    assert.equal((await client.call(['promotion', 'deactivate', made[0].code])).active, false);
    assert.ok((await client.call(['promotion', 'list'])).some(one => one.code === made[0].code && !one.active));
  });
}

async function khaime(account) {
  const client = await connect(account, 'Khaime');
  const pricing = {total_amount: 9000, total_currency: 'USD'};
  const charge = {flow: 'khaime.charge', pricing, customer: jane, description: 'Design consultation'};
  const drafts = {
    'a charge': {...charge, reference: 'prism-1', metadata: {cart: 'c-1', gift: true, seats: 2}},
    'a charge in another currency with a split': {...charge, charge_currency: 'NGN', sub_merchant_id: '21'},
    'a hosted session': {flow: 'khaime.session', pricing, product_name: 'Consultation', customer: jane,
      ...shop, success_url: 'https://example.com/thanks', metadata: {cart: 'c-2'}}, // Khaime fills in no session ID
    'a hosted session that repeats': {flow: 'khaime.session', pricing, product_id: '789', subscription_frequency: 'monthly', customer: jane},
    'an embedded checkout': {flow: 'khaime.checkout', product_id: '789', quantity: 2, customer: jane, charge_currency: 'NGN'},
  };
  for (const [title, draft] of Object.entries(drafts))
    await client.step(`${title} is quoted, made and looked up`, async () => {
      await client.preview(draft);
      await client.show(await client.create(draft));
    });
  await client.step('sessions and payments are listed', async () => {
    await client.call(['session', 'list', '--refresh']);
    assert.ok((await client.call(['transaction', 'list', '--refresh'])).length > 3);
  });
  await client.step('a payment is given back in parts', async () =>
    paidBack(client, await client.create({...charge, charge_currency: 'NGN', reference: 'prism-2'})));
}

async function ikawaari(account) {
  for (const dialect of ['ikawaari.line_items', 'ikawaari.amount']) {
    const client = await connect(account, dialect, '--dialect', dialect);
    const draft = { line_items: [{name: 'Premium', amount: 50000, currency: 'XOF', quantity: 2}], ...shop};
    await client.step('a session is made and looked up', async () => {
      for (const mode of ['payment', 'subscription']) assert.equal((await client.show(await client.create({...draft, mode}))).status, 'open');
    });
    await client.step('payments are listed', async () => assert.ok((await client.call(['transaction', 'list', '--refresh'])).length > 3));
    await client.step('a payment is given back in parts', async () => paidBack(client, await client.create(draft)));
  }
}

async function main() {
  const {accounts} = await startSandbox(sandbox);
  const of = provider => accounts.find(one => one.provider === provider);
  await paymentKit(of('paymentkit'));
  await khaime(of('khaime'));
  await ikawaari(of('ikawaari'));
}

main().catch(error => check('the run itself', () => { throw error; }))
  .finally(() => fs.rmSync(data, {recursive: true, force: true})).then(finish);
