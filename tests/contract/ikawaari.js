// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const assert = require('node:assert/strict');
const {execFile} = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const {promisify} = require('node:util');
const {check, startSandbox, startPrism, violations, finish} = require('./harness.js');

const contract = path.join(__dirname, 'ikawaari.openapi.yaml');
const folder = path.join(__dirname, 'examples', 'ikawaari');
const example = name => JSON.parse(fs.readFileSync(path.join(folder, `create-checkout-session.${name}.json`), 'utf8'));
const sessions = '/api/v1/checkout/sessions';
const back = '/api/v1/merchant';
const seed = example('request');
const later = {amount: 50000, currency: 'XOF', country: 'SN', paymentMethodTypes: ['card', 'mobile_money'],
  successUrl: 'https://yoursite.com/success?session_id={CHECKOUT_SESSION_ID}', cancelUrl: 'https://yoursite.com/cancel',
  customerEmail: 'customer@example.com'};
const phone = number => ({payment_method: {type: 'mobile_money', mobile_money: {operator: 'orange_money', country: 'SN', msisdn: number}}});

async function main() {
  const running = await startSandbox(path.resolve(process.argv[2]));
  const account = running.accounts.find(one => one.provider === 'ikawaari');
  const strict = await startPrism(contract, account.base_url, true);
  const lenient = await startPrism(contract, account.base_url, false);

  const send = async (base, method, address, body, headers = {}) => {
    for (;;) {
      const response = await fetch(base + address, {
        method,
        headers: {Authorization: `Bearer ${account.key}`, ...(body ? {'Content-Type': 'application/json'} : {}), ...headers},
        body: body && JSON.stringify(body),
      });
      const text = await response.text();
      // 100 calls in a minute are allowed.
      if (response.status !== 429) return {response, status: response.status, json: text && JSON.parse(text), text};
      await new Promise(resolve => setTimeout(resolve, 1000 * Number(response.headers.get('retry-after'))));
    }
  };
  const complete = answer => {
    assert.match(answer.response.headers.get('ikawaari-request-id'), /^req_/);
    for (const name of ['limit', 'remaining', 'reset'])
      assert.match(answer.response.headers.get(`x-ratelimit-${name}`), /^\d+$/);
  };
  const valid = async (method, address, body, headers) => {
    const answer = await send(strict, method, address, body, headers);
    assert.equal(answer.status, 200, answer.text);
    assert.deepEqual(violations(answer.response), []);
    complete(answer);
    return answer.json;
  };
  // The request is wrong on purpose; the answer must still be what the contract says.
  const refused = async (status, code, method, address, body, headers) => {
    const answer = await send(lenient, method, address, body, headers);
    assert.equal(answer.status, status, answer.text);
    assert.deepEqual(violations(answer.response, 'response'), []);
    complete(answer);
    assert.equal(answer.json.error.code, code);
    assert.ok(answer.json.error.message.endsWith('.'), answer.json.error.message);
    return answer.json.error;
  };
  const nobody = {Authorization: ''};
  const create = (body = seed, headers = {}) => valid('POST', sessions, body, headers);
  const pay = (made, body) => valid('POST', `/api/checkout/${made.id}/pay`, body, nobody);
  const payment = made => valid('GET', `${back}/payments/${made.payment_intent}`);
  const same = made => {
    const documented = example('response');
    assert.equal(made.status, documented.status);
    for (const [member, value] of Object.entries(documented)) assert.equal(typeof made[member], typeof value, member);
    assert.equal(made.amount_total, 50000);
    assert.equal(made.url, `${running.url}/pay/${made.id}`);
    assert.ok(made.expires_at > Date.now() / 1000 && Number.isInteger(made.expires_at));
  };

  for (const [name, body] of [['the example', seed], ['the later body', later]]) {
    await check(`through the contract: ${name}`, async () => {
      const made = await create(body);
      same(made);
      assert.deepEqual(await valid('GET', `${sessions}/${made.id}`), made);
      assert.deepEqual(await valid('GET', `/api/checkout/${made.id}`, undefined, nobody), made);
    });
    await check(`with curl: ${name}`, async () => {
      const {stdout} = await promisify(execFile)('curl', ['-s', '-H', `Authorization: Bearer ${account.key}`, '-H',
        'Content-Type: application/json', '--data-binary', JSON.stringify(body), account.base_url + sessions]);
      same(JSON.parse(stdout));
    });
  }
  await check('both modes', async () => {
    for (const mode of ['payment', 'subscription']) {
      assert.equal((await create({...seed, mode})).mode, mode);
      assert.equal((await create({...later, mode})).mode, mode);
    }
  });
  await check('the public call pays, declines, waits', async () => {
    assert.equal((await pay(await create(), phone('+221770000000'))).status, 'completed');
    const declined = await pay(await create(), phone('+221770000001'));
    assert.equal(declined.last_payment_error.code, 'insufficient_funds');
    assert.equal(declined.status, 'open');
    const made = await create();
    assert.equal((await pay(made, phone('+221770000003'))).status, 'open');
    assert.equal((await payment(made)).status, 'pending');
    await refused(409, 'conflict', 'POST', `/api/checkout/${made.id}/pay`, phone('+221770000000'), nobody);
    await valid('POST', '/api/test/mobile-money/callback', {payment_intent_id: made.payment_intent, status: 'succeeded'}, nobody);
    assert.equal((await payment(made)).status, 'succeeded');
    assert.equal((await valid('GET', `${sessions}/${made.id}`)).status, 'completed');
  });
  await check('the test call lets a payment fail', async () => {
    const made = await create();
    await valid('POST', '/api/test/mobile-money/callback',
      {payment_intent_id: made.payment_intent, status: 'failed', failure_reason: 'insufficient_funds'}, nobody);
    const failed = await payment(made);
    assert.equal(failed.status, 'failed');
    assert.equal(failed.timeline.at(-1).message, 'insufficient_funds');
    assert.equal((await valid('GET', `/api/v1/payment-intents/${made.payment_intent}`)).status, 'failed');
  });
  await check('a payment is given back in parts', async () => {
    const made = await create();
    await pay(made);
    const address = `${back}/payments/${made.payment_intent}`;
    assert.equal((await valid('POST', `${address}/refund`, {amount: 10000, reason: 'Customer request'})).status, 'succeeded');
    await refused(400, 'invalid_request', 'POST', `${address}/refund`, {amount: 40001});
    assert.equal((await valid('POST', `${address}/refund`, {})).status, 'refunded');
    await refused(409, 'conflict', 'POST', `${address}/refund`, {});
    const refunds = await valid('GET', `${address}/refunds`);
    assert.deepEqual(refunds.map(one => one.amount), [10000, 40000]);
    assert.deepEqual((await payment(made)).refunds, refunds);
  });
  await check('lists', async () => {
    const page = await valid('GET', `${back}/payments?page=2&limit=4&sortBy=amount&sortDirection=asc`);
    assert.deepEqual([page.page, page.limit, page.data.length, page.hasMore], [2, 4, 4, true]);
    const some = await valid('GET', `${back}/payments?status=succeeded&paymentMethod=mobile_money&countries=SN&operators=wave_sn&amountMin=1&amountMax=60000&search=premium&from=2020-01-01&to=2100-01-01`);
    assert.ok(some.data.length > 0 && some.data.every(one => one.operator === 'wave_sn'));
    assert.ok((await valid('GET', `${back}/transactions?type=refund`)).data.length > 0);
    const stats = await valid('GET', `${back}/transactions/stats`);
    assert.equal(stats.total, stats.succeeded + stats.failed + stats.pending + stats.refunded);
  });
  await check('payment intents by page and by cursor', async () => {
    const first = await valid('GET', '/api/v1/payment-intents');
    assert.equal(first.limit, 10);
    const second = await valid('GET', `/api/v1/payment-intents?cursor=${first.nextCursor}`);
    const paged = await valid('GET', '/api/v1/payment-intents?page=2');
    assert.deepEqual(second.data, paged.data);
  });
  await check('the same Idempotency-Key answers the same session', async () => {
    const headers = {'Idempotency-Key': 'contract-1'};
    const first = await create(seed, headers);
    assert.deepEqual(await create(seed, headers), first);
    await refused(409, 'conflict', 'POST', sessions, later, headers);
  });
  await check('401 without a key', () => refused(401, 'unauthorized', 'GET', `${sessions}/cs_none`, undefined,
    {Authorization: 'Bearer ik_test_wrong'}));
  await check('403 without the write scope', async () => {
    const headers = {Authorization: `Bearer ${account.read_only_key}`};
    await refused(403, 'forbidden', 'POST', sessions, seed, headers);
    await valid('GET', `${back}/payments`, undefined, headers);
  });
  await check('404 for what is not there', async () => {
    for (const address of [`${sessions}/cs_none`, '/api/checkout/cs_none', `${back}/payments/pi_none`,
      `${back}/payments/pi_none/refunds`, '/api/v1/payment-intents/pi_none'])
      await refused(404, 'not_found', 'GET', address);
    await refused(404, 'not_found', 'POST', '/api/test/mobile-money/callback', {payment_intent_id: 'pi_none', status: 'failed'});
  });
  const wrong = [
    ['an unknown field', {...seed, sucess_url: 'https://a.example'}, 'sucess_url'],
    ['two dialects in one', {...seed, successUrl: 'https://a.example'}, 'successUrl'],
    ['quantity 0', {...seed, line_items: [{...seed.line_items[0], quantity: 0}]}, 'line_items[0].quantity'],
    ['two currencies', {...seed, line_items: [seed.line_items[0], {...seed.line_items[0], currency: 'EUR'}]}, 'line_items[1].currency'],
    ['an address that is not http', {...later, cancelUrl: 'ftp://a.example'}, 'cancelUrl'],
    ['mobile money in euro', {...later, currency: 'EUR'}, 'paymentMethodTypes'],
  ];
  for (const [name, body, field] of wrong)
    await check(`400 for ${name}`, async () =>
      assert.ok((await refused(400, 'invalid_request', 'POST', sessions, body)).details[field]));
  await check('the proxy does see a violation', async () => {
    const answer = await send(lenient, 'POST', sessions, {...seed, mod: 'payment'});
    assert.ok(violations(answer.response, 'request').length > 0);
  });
  await check('429 with the seconds to wait', async () => {
    for (;;) {
      const response = await fetch(`${account.base_url}/api/v1/payment-intents?limit=1`, {headers: {Authorization: `Bearer ${account.read_only_key}`}});
      if (response.status === 200) continue;
      assert.equal(response.status, 429);
      const wait = Number(response.headers.get('retry-after'));
      assert.ok(wait >= 1 && wait <= 60);
      assert.equal((await response.json()).error.message, `Too many requests. Please retry after ${wait} seconds.`);
      assert.equal(response.headers.get('x-ratelimit-remaining'), '0');
      break;
    }
  });
}

main().catch(error => check('the run itself', () => { throw error; })).then(finish);
