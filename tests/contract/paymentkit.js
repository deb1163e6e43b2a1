// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const assert = require('node:assert/strict');
const {execFile} = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const {promisify} = require('node:util');
const {check, startSandbox, startPrism, violations, pay, finish} = require('./harness.js');

const contract = path.join(__dirname, 'paymentkit.openapi.yaml');
const examples = path.join(__dirname, 'examples', 'paymentkit');
const line = {price_id: 'price_xyz', quantity: 1};

async function main() {
  const running = await startSandbox(path.resolve(process.argv[2]));
  const account = running.accounts[0];
  const strict = await startPrism(contract, account.base_url, true);
  const lenient = await startPrism(contract, account.base_url, false);
  const api = `/api/${account.account_id}`;

  const send = async (base, method, address, body, headers = {}) => {
    const response = await fetch(base + address, {
      method,
      headers: {Authorization: `Bearer ${account.key}`, ...(body ? {'Content-Type': 'application/json'} : {}), ...headers},
      body: body && (typeof body === 'string' ? body : JSON.stringify(body)),
    });
    const text = await response.text();
    return {response, status: response.status, json: text && JSON.parse(text), text};
  };
  const valid = async (method, address, body, headers) => {
    const answer = await send(strict, method, address, body, headers);
    assert.ok(answer.status >= 200 && answer.status < 300, `${answer.status} ${answer.text}`);
    assert.deepEqual(violations(answer.response), []);
    return answer.json;
  };
  // The request is wrong on purpose; the answer must still be what the contract says.
  const refused = async (status, method, address, body, field, headers) => {
    const answer = await send(lenient, method, address, body, headers);
    assert.equal(answer.status, status, answer.text);
    assert.deepEqual(violations(answer.response, 'response'), []);
    assert.equal(answer.response.headers.get('content-type'), 'application/problem+json');
    assert.equal(answer.json.status, status);
    assert.ok(answer.json.detail.endsWith('.'), answer.json.detail);
    assert.ok(answer.json.request_id);
    if (field) assert.ok(answer.json.errors.some(error => error.field === field), JSON.stringify(answer.json.errors));
  };

  for (const file of fs.readdirSync(examples).sort()) {
    const example = fs.readFileSync(path.join(examples, file), 'utf8');
    await check(`through the contract: ${file}`, async () => {
      const session = await valid('POST', `${api}/checkout-sessions`, example);
      assert.ok(session.id && session.secure_token && session.status === 'open');
    });
    await check(`with curl: ${file}`, async () => {
      const {stdout} = await promisify(execFile)('curl', ['-s', '-w', '\n%{http_code}', '-H',
        `Authorization: Bearer ${account.key}`, '-H', 'Content-Type: application/json', '--data-binary',
        `@${path.join(examples, file)}`, `${account.base_url}${api}/checkout-sessions`]);
      const [body, code] = [stdout.slice(0, stdout.lastIndexOf('\n')), stdout.slice(stdout.lastIndexOf('\n') + 1)];
      assert.equal(code, '201', body);
      assert.match(JSON.parse(body).url, /^http:\/\/127\.0\.0\.1:\d+\/pay\/sec_/);
    });
  }

  for (const list of ['checkout-sessions', 'products', 'prices', 'customers', 'coupons', 'promotion-codes', 'transactions']) {
    await check(`list ${list}`, async () => {
      const page = await valid('GET', `${api}/${list}?limit=3&offset=1`);
      assert.equal(page.limit, 3);
      assert.equal(page.offset, 1);
      assert.equal(page.items.length, 3);
      assert.ok(page.total > 3);
    });
  }
  await check('list every session and transaction of the sample shop', async () => {
    const sessions = await valid('GET', `${api}/checkout-sessions?limit=100&expand=custom_fields`);
    assert.ok(['open', 'completed', 'expired', 'failed'].every(word => sessions.items.some(item => item.status === word)));
    const transactions = await valid('GET', `${api}/transactions?limit=100`);
    assert.ok(transactions.items.some(item => item.cascade_tier === 1 && item.status === 'succeeded'));
  });
  await check('list sessions by status', async () => {
    const page = await valid('GET', `${api}/checkout-sessions?status=completed`);
    assert.ok(page.items.length > 0 && page.items.every(item => item.status === 'completed'));
  });
  await check('list transactions by status', async () => {
    const page = await valid('GET', `${api}/transactions?status=failed`);
    assert.ok(page.items.length > 0 && page.items.every(item => item.decline_code));
  });
  await check('list prices of one product', async () => {
    const page = await valid('GET', `${api}/prices?product_id=prod_prints`);
    assert.ok(page.items.length > 0 && page.items.every(item => item.product_id === 'prod_prints'));
  });
  await check('list processors', async () => assert.ok((await valid('GET', '/v1/processors')).total >= 3));
  await check('create a processor route and find it', async () => {
    const made = await valid('POST', '/v1/processor-routes', {name: 'US Optimized', processors: [{processor_id: 'proc_abc123'},
      {processor_id: 'proc_def456'}, {processor_id: 'proc_ghi789'}]});
    const routes = await valid('GET', '/v1/processor-routes');
    assert.ok(routes.items.some(route => route.id === made.id && route.processors.length === 3));
  });
  await check('retrieve, with and without custom fields', async () => {
    const made = await valid('POST', `${api}/checkout-sessions`, {line_items: [line], custom_fields: {order_id: 'o-1', gift: true}});
    const plain = await valid('GET', `${api}/checkout-sessions/${made.id}`);
    assert.equal(plain.custom_fields, undefined);
    const expanded = await valid('GET', `${api}/checkout-sessions/${made.id}?expand=custom_fields`);
    assert.deepEqual(expanded.custom_fields, {order_id: 'o-1', gift: true});
  });
  await check('expire', async () => {
    const made = await valid('POST', `${api}/checkout-sessions`, {line_items: [line]});
    assert.equal((await valid('POST', `${api}/checkout-sessions/${made.id}/expire`)).status, 'expired');
    await refused(400, 'POST', `${api}/checkout-sessions/${made.id}/expire`);
  });
  await check('the same Idempotency-Key answers the same session', async () => {
    const headers = {'Idempotency-Key': 'contract-1'};
    const first = await valid('POST', `${api}/checkout-sessions`, {line_items: [line]}, headers);
    const second = await valid('POST', `${api}/checkout-sessions`, {line_items: [line]}, headers);
    assert.equal(second.id, first.id);
    await refused(409, 'POST', `${api}/checkout-sessions`, {line_items: [{...line, quantity: 2}]}, undefined, headers);
  });

  const paid = async body => {
    const made = await valid('POST', `${api}/checkout-sessions`, body || {line_items: [line]});
    await pay(made.url);
    return (await valid('GET', `${api}/checkout-sessions/${made.id}`)).payment_intent_id;
  };
  await check('a payment is given back in parts', async () => {
    const payment_intent_id = await paid();
    const refunds = `${api}/payments/refunds`;
    const headers = {'Idempotency-Key': 'refund-1'};
    const part = {payment_intent_id, amount_atom: 900, reason: 'requested_by_customer'};
    const first = await valid('POST', refunds, part, headers);
    assert.deepEqual([first.status, first.amount_atom, first.currency], ['pending', 900, 'usd']);
    assert.deepEqual(await valid('POST', refunds, part, headers), first);
    await refused(409, 'POST', refunds, {...part, amount_atom: 901}, undefined, headers);
    await refused(422, 'POST', refunds, {payment_intent_id, amount_atom: 2001}, 'amount_atom');
    assert.equal((await valid('POST', refunds, {payment_intent_id})).amount_atom, 2000);
    await refused(422, 'POST', refunds, {payment_intent_id}, 'payment_intent_id');
    const page = await valid('GET', `${api}/transactions?status=refunded`);
    assert.equal(page.items.find(one => one.payment_intent_id === payment_intent_id).refunded_amount_atom, 2900);
    await refused(404, 'POST', refunds, {payment_intent_id: 'pi_none'});
    await refused(404, 'POST', refunds, {invoice_id: 'in_none'});
    await refused(422, 'POST', refunds, {}, 'payment_intent_id');
  });
  await check('a coupon and its code are created, used and switched off', async () => {
    const coupon = await valid('POST', `${api}/coupons`, {name: 'Spring', discount_type: 'percentage', percent_off: 12.5,
      max_redemptions: 100, expires_at: '2126-06-01T00:00:00Z'});
    const fixed = await valid('POST', `${api}/coupons`, {discount_type: 'fixed_amount', amount_off_atom: 500, currency: 'usd',
      duration: 'repeating', duration_in_months: 3});
    assert.deepEqual([fixed.amount_off_atom, fixed.currency, fixed.percent_off], [500, 'usd', null]);
    const code = await valid('POST', `${api}/promotion-codes`, {code: 'SPRING-7KQ2', coupon_id: coupon.id, max_redemptions: 1});
    assert.deepEqual([code.times_redeemed, code.is_active, code.expires_at], [0, true, null]);
    const body = {line_items: [line], promotion_code: 'SPRING-7KQ2'};
    const made = await valid('POST', `${api}/checkout-sessions`, body);
    assert.equal(made.total_amount_atom, 2900 - 363);
    assert.equal((await valid('PATCH', `${api}/promotion-codes/${code.id}`, {is_active: false})).is_active, false);
    await refused(422, 'POST', `${api}/checkout-sessions`, body, 'promotion_code');
    await valid('PATCH', `${api}/promotion-codes/${code.id}`, {is_active: true});
    assert.equal((await valid('PATCH', `${api}/coupons/${coupon.id}`, {is_active: false})).is_active, false);
    await refused(422, 'POST', `${api}/checkout-sessions`, body, 'promotion_code');
    const codes = await valid('GET', `${api}/promotion-codes?limit=100`);
    assert.ok(codes.items.some(one => one.id === code.id));
    await refused(422, 'POST', `${api}/promotion-codes`, {code: 'SPRING-7KQ2', coupon_id: coupon.id}, 'code');
    await refused(422, 'POST', `${api}/promotion-codes`, {code: 'A B', coupon_id: 'coupon_none'}, 'coupon_id');
    await refused(422, 'POST', `${api}/coupons`, {discount_type: 'percentage', percent_off: 101}, 'percent_off');
    await refused(404, 'PATCH', `${api}/promotion-codes/promo_none`, {is_active: false});
    await refused(404, 'PATCH', `${api}/coupons/coupon_none`, {is_active: false});
  });
  await check('a processor route is changed', async () => {
    const made = await valid('POST', '/v1/processor-routes', {name: 'Mine', processors: [{processor_id: 'proc_abc123'}]});
    const renamed = await valid('PATCH', `/v1/processor-routes/${made.id}`, {name: 'Ours'});
    assert.deepEqual([renamed.name, renamed.processors], ['Ours', made.processors]);
    const turned = await valid('PATCH', `/v1/processor-routes/${made.id}`,
      {processors: [{processor_id: 'proc_def456'}, {processor_id: 'proc_abc123'}]});
    assert.deepEqual([turned.name, turned.processors.length], ['Ours', 2]);
    await refused(404, 'PATCH', '/v1/processor-routes/proute_none', {name: 'Ours'});
    await refused(422, 'PATCH', `/v1/processor-routes/${made.id}`, {processors: []}, 'processors');
  });
  await check('a payment link opens sessions until it is switched off', async () => {
    const link = await valid('POST', `${api}/payment-links`, {name: 'Pro plan signup', mode: 'subscription', line_items: [line],
      success_url: 'https://example.com/welcome', expires_in_hours: 72});
    assert.ok(link.is_active && link.url.endsWith(link.secure_token));
    assert.ok((await valid('GET', `${api}/payment-links`)).items.some(one => one.url === link.url));
    const visit = async () => fetch(link.url, {redirect: 'manual'});
    const [first, second] = [await visit(), await visit()];
    assert.equal(first.status, 303);
    assert.notEqual(first.headers.get('location'), second.headers.get('location'));
    assert.equal((await fetch(running.url + first.headers.get('location'))).status, 200);
    assert.equal((await valid('PATCH', `${api}/payment-links/${link.id}`, {is_active: false})).is_active, false);
    assert.equal((await visit()).status, 410);
    await refused(422, 'POST', `${api}/payment-links`, {line_items: [{price_id: 'price_none'}]}, 'line_items[0].price_id');
    await refused(422, 'POST', `${api}/payment-links`, {mode: 'setup', line_items: [line]}, 'line_items');
  });

  await check('401 with a wrong key', () =>
    refused(401, 'GET', `${api}/prices`, undefined, undefined, {Authorization: 'Bearer sk_wrong'}));
  await check('403 for another account', () => refused(403, 'GET', '/api/acc_other/prices'));
  await check('404 for an unknown session', () => refused(404, 'GET', `${api}/checkout-sessions/cs_none`));
  await check('404 when expiring an unknown session', () => refused(404, 'POST', `${api}/checkout-sessions/cs_none/expire`));
  await check('422 for a page size beyond the bounds', () => refused(422, 'GET', `${api}/prices?limit=101`, undefined, 'limit'));
  await check('400 for a body that is not JSON', async () => {
    // Straight to the sandbox: Prism would answer this one itself.
    const answer = await send(account.base_url, 'POST', `${api}/checkout-sessions`, '{"line_items": [');
    assert.equal(answer.status, 400);
    assert.equal(answer.json.title, 'Bad Request');
  });
  await check('405 for another method', async () => {
    const answer = await send(account.base_url, 'DELETE', `${api}/prices`);
    assert.equal(answer.status, 405);
    assert.equal(answer.response.headers.get('allow'), 'GET');
  });
  await check('the proxy does see a violation', async () => {
    const answer = await send(lenient, 'POST', `${api}/checkout-sessions`, {line_items: [{...line, qty: 1}]});
    assert.ok(violations(answer.response, 'request').length > 0);
  });
  const wrong = [
    ['an unknown field', {line_items: [line], sucess_url: 'https://a.example'}, 'sucess_url'],
    ['an unknown field of a line', {line_items: [{...line, qty: 1}]}, 'line_items[0].qty'],
    ['an unknown price', {line_items: [{price_id: 'price_none'}]}, 'line_items[0].price_id'],
    ['an unknown customer', {customer_id: 'cus_none', line_items: [line]}, 'customer_id'],
    ['an unknown route', {processor_route_id: 'proute_none', line_items: [line]}, 'processor_route_id'],
    ['quantity 0', {line_items: [{...line, quantity: 0}]}, 'line_items[0].quantity'],
    ['mixed currencies', {line_items: [line, {price_id: 'price_print_eur'}]}, 'line_items[1].price_id'],
    ['a code and a coupon', {line_items: [line], promotion_code: 'SAVE20', coupon_id: 'coupon_half'}, 'coupon_id'],
    ['an expired code', {line_items: [line], promotion_code: 'AUTUMN10'}, 'promotion_code'],
    ['an expiry of 721 hours', {line_items: [line], expires_in_hours: 721}, 'expires_in_hours'],
    ['an address that is not http', {line_items: [line], success_url: 'ftp://a.example'}, 'success_url'],
    ['a nested custom field', {line_items: [line], custom_fields: {a: {b: 1}}}, 'custom_fields.a'],
    ['an empty list of lines', {line_items: []}, 'line_items'],
    ['an empty cascade', {line_items: [line], cascade_line_items: []}, 'cascade_line_items'],
  ];
  for (const [name, body, field] of wrong)
    await check(`422 for ${name}`, () => refused(422, 'POST', `${api}/checkout-sessions`, body, field));
}

main().catch(error => check('the run itself', () => { throw error; })).then(finish);
