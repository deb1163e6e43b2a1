// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const assert = require('node:assert/strict');
const {execFile} = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const {promisify} = require('node:util');
const {check, startSandbox, startPrism, violations, pay, finish} = require('./harness.js');

const contract = path.join(__dirname, 'khaime.openapi.yaml');
const folder = path.join(__dirname, 'examples', 'khaime');
const example = name => JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), 'utf8'));
const jane = {email: 'jane@example.com', first_name: 'Jane', last_name: 'Doe', country: 'NG'};
const dollars = {amount: 5000, currency: 'USD', total_amount: 5000, total_currency: 'USD', customer: jane};
const partner = '/api/v1/partner';
const sdk = '/api/v1/sdk/checkout';

// What an example and an answer can have in common: ids, addresses, moments and secrets differ from run to run.
const own = new Set(['session_id', 'stripe_session_id', 'payment_url', 'expires_at', 'sessionToken', 'expiresAt', 'checkoutUrl',
  'logo', 'charge_id', 'client_secret', 'publishable_key', 'stripe_account_id', 'transaction_id', 'cart_identifier']);
function figures(value) {
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !own.has(key)).map(([key, inner]) => [key, figures(inner)]));
}

async function main() {
  const running = await startSandbox(path.resolve(process.argv[2]));
  const account = running.accounts.find(one => one.provider === 'khaime');
  const strict = await startPrism(contract, account.base_url, true);
  const lenient = await startPrism(contract, account.base_url, false);
  const keys = {'X-API-Key': account.key, 'X-Merchant-ID': account.merchant_id};

  const send = async (base, method, address, body, headers = {}) => {
    for (;;) {
      const response = await fetch(base + address, {
        method,
        headers: {...keys, ...(body ? {'Content-Type': 'application/json'} : {}), ...headers},
        body: body && JSON.stringify(body),
      });
      const text = await response.text();
      // 50 calls in a second are allowed, and these are more.
      if (response.status !== 429) return {response, status: response.status, json: text && JSON.parse(text), text};
      await new Promise(resolve => setTimeout(resolve, 1000 * Number(response.headers.get('retry-after'))));
    }
  };
  const valid = async (method, address, body) => {
    const answer = await send(strict, method, address, body);
    assert.ok(answer.status >= 200 && answer.status < 300, `${answer.status} ${answer.text}`);
    assert.deepEqual(violations(answer.response), []);
    return answer.json;
  };
  // The request is wrong on purpose; the answer must still be what the contract says.
  const refused = async (status, error, method, address, body, headers) => {
    const answer = await send(lenient, method, address, body, headers);
    assert.equal(answer.status, status, answer.text);
    assert.deepEqual(violations(answer.response, 'response'), []);
    assert.equal(answer.json.success, false);
    assert.equal(answer.json.error, error);
  };
  const charge = body => valid('POST', `${partner}/payments/charge`, body);

  const flows = [
    ['sdk-initialize', `${sdk}/initialize`],
    ['create-payment-session', `${partner}/payments/sessions`],
    ['create-charge.preview', `${partner}/payments/charge`],
  ];
  for (const [name, address] of flows) {
    const documented = figures(example(`${name}.response`));
    const same = answer => assert.deepEqual(figures(answer), documented);
    await check(`through the contract: ${name}`, async () => same(await valid('POST', address, example(`${name}.request`))));
    await check(`with curl: ${name}`, async () => {
      const {stdout} = await promisify(execFile)('curl', ['-s', '-H', `X-API-Key: ${account.key}`, '-H',
        `X-Merchant-ID: ${account.merchant_id}`, '-H', 'Content-Type: application/json', '--data-binary',
        `@${path.join(folder, `${name}.request.json`)}`, account.base_url + address]);
      same(JSON.parse(stdout));
    });
  }
  await check('through the contract: create-charge.converted', async () => {
    const made = await charge({...example('create-charge.converted.request.fragment'), customer: jane});
    assert.equal(made.data.payment_gateway, 'paystack');
    assert.equal(made.data.payment_url, `${running.url}/pay/${made.data.charge_id}`);
    assert.deepEqual(made.data.fee_details,
      {base_amount: 1440000, transaction_fee: 92160, total_amount: 1440000, customer_pays_fees: false});
  });
  await check('through the contract: create-charge.stripe', async () =>
    assert.deepEqual(figures(await charge(dollars)), figures(example('create-charge.stripe.response'))));
  await check('through the contract: calculate-pricing', async () => {
    const answer = await valid('GET', `${partner}/pricing/calculate?amount=9000&target_currency=NGN`);
    const documented = example('calculate-pricing.response.fragment').local;
    assert.deepEqual(answer.local, documented);
    assert.equal(answer.data.pricing.local.amount, documented.amount);
  });
  await check('through the contract: marketplace-split', async () => {
    const made = await charge({amount: 140000, currency: 'NGN', total_amount: 140000, total_currency: 'NGN', customer: jane,
      sub_merchant_id: 21});
    await pay(made.data.payment_url);
    const page = await valid('GET', `${partner}/transactions?limit=1`);
    assert.equal(page.data.transactions[0].charge_id, made.data.charge_id);
    assert.deepEqual(figures(page.data.transactions[0].conversion_details), figures(example('marketplace-split.conversion-details')));
  });
  for (const [currency, gateway] of Object.entries(example('create-charge.gateway-routing')))
    await check(`${currency} goes through ${gateway}`, async () => {
      const {local} = await valid('GET', `${partner}/pricing/calculate?amount=9000&target_currency=${currency}`);
      const preview = await charge({preview: true, amount: local.amount, currency, total_amount: 9000, total_currency: 'USD',
        customer: jane});
      assert.equal(preview.data.payment_gateway, gateway.toLowerCase());
      assert.equal(preview.data.conversion === undefined, currency === 'USD');
    });
  const {customer, ...nobody} = dollars;
  const {total_amount: total, ...half} = dollars;
  const {amount, ...amountless} = dollars;
  const wrong = {
    'Amount mismatch': {...dollars, amount: 5051},
    'converted_total_amount does not match amount':
      {...dollars, converted_total_amount: 5051, converted_total_currency: 'USD'},
    'converted_total_currency must match the charge currency':
      {...dollars, converted_total_amount: 5000, converted_total_currency: 'EUR'},
    'Both converted_total_amount and converted_total_currency must be provided together': {...dollars, converted_total_amount: 5000},
    '"amount" is required': amountless,
    'Missing total_amount / total_currency': half,
    'Unable to convert from X to Y': {...dollars, currency: 'CHF'},
    'Missing required fields': nobody,
    'Invalid API key': dollars,
    'Metadata validation failed': {...dollars, metadata: {cart: {id: 1}}},
  };
  for (const {status, error} of example('create-charge.errors'))
    await check(`${status} ${error}`, () => refused(status, error.replace('from X to Y', 'from USD to CHF'), 'POST',
      `${partner}/payments/charge`, wrong[error], error === 'Invalid API key' ? {'X-API-Key': 'pk_wrong'} : {}));

  await check('a session is looked up before and after its payment', async () => {
    const {data: made} = await valid('POST', `${partner}/payments/sessions`, {...example('create-payment-session.request'),
      subscription_frequency_key: 'monthly', metadata: {cart: 'c-1', gift: true, seats: 2}});
    const look = async () => (await valid('GET', `${partner}/payments/sessions/${made.session_id}`)).data;
    assert.equal((await look()).status, 'pending');
    await pay(made.payment_url);
    assert.equal((await look()).status, 'completed');
    assert.match((await look()).completed_at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });
  await check('a token is looked up, confirmed, and used up', async () => {
    const made = await valid('POST', `${sdk}/initialize`, example('sdk-initialize.request'));
    const address = `${sdk}/session/${made.sessionToken}`;
    assert.equal((await valid('GET', address)).status, 'pending');
    const confirmed = await valid('POST', `${address}/confirm`, {});
    assert.equal(confirmed.amount, 5000);
    assert.equal((await valid('GET', address)).orderId, confirmed.orderId);
    await refused(400, 'Session token has already been used', 'POST', `${address}/confirm`, {});
  });
  await check('a payment is given back', async () => {
    const {data: made} = await charge(dollars);
    await pay(`${running.url}/pay/${made.charge_id}`);
    const refund = await valid('POST', `${partner}/refunds`, {transaction_id: made.transaction_id, amount: 2500, reason: 'Asked for'});
    assert.deepEqual({status: refund.data.status, amount: refund.data.amount}, {status: 'processing', amount: 2500});
    await refused(400, 'Refund exceeds the amount paid', 'POST', `${partner}/refunds`,
      {transaction_id: made.transaction_id, amount: 2821});
    await refused(404, 'Resource not found', 'POST', `${partner}/refunds`, {transaction_id: 'none'});
  });
  for (const list of ['products', 'transactions', 'subscriptions'])
    await check(`list ${list}`, async () => {
      const {data} = await valid('GET', `${partner}/${list}?limit=100&sort_order=ASC`);
      assert.ok(data[list].length > 0 && data[list].length === data.total);
      assert.equal(data.limit, 100);
    });
  await check('look up a subscription', async () => {
    const {data} = await valid('GET', `${partner}/subscriptions?status=active`);
    const found = await valid('GET', `${partner}/subscriptions/${data.subscriptions[0].id}`);
    assert.ok(found.data.payment_history.length > 0);
    await refused(404, 'Resource not found', 'GET', `${partner}/subscriptions/sub_none`);
  });
  await check('the price of a product', async () => {
    const {data} = await valid('GET', `${partner}/products/3046/pricing?currency=NGN`);
    assert.equal(data.pricing.base.amount, 10000);
    assert.equal(data.pricing.local.amount, 1600000);
    await refused(404, 'Resource not found', 'GET', `${partner}/products/5/pricing`);
  });
  await check('sub-merchants', async () => {
    for (const [id, eligible] of [[21, true], [22, true], [23, false], [24, false]]) {
      const {data} = await valid('GET', `${partner}/marketplace/merchants/${id}`);
      assert.equal(data.payout.charge_eligible, eligible);
    }
    const changed = await valid('PATCH', `${partner}/marketplace/merchants/22`, {commission_rate: 0.12});
    assert.equal(changed.data.merchant.commission_rate, 0.12);
    await refused(404, 'Resource not found', 'GET', `${partner}/marketplace/merchants/99`);
  });
  await check('the account behind the key', async () =>
    assert.deepEqual((await valid('GET', `${partner}/account`)).data, {merchant_id: Number(account.merchant_id), baseline_currency: 'USD'}));
  await check('401 for a wrong merchant', () => refused(401, 'Invalid API key', 'POST', `${sdk}/initialize`,
    example('sdk-initialize.request'), {'X-Merchant-ID': '1'}));
  await check('404 for what is not there', async () => {
    await refused(404, 'Resource not found', 'GET', `${partner}/payments/sessions/sess_none`);
    await refused(404, 'Resource not found', 'GET', `${sdk}/session/khs_none`);
    await refused(404, 'Resource not found', 'POST', `${sdk}/session/khs_none/confirm`, {});
  });
  await check('422 for a page size beyond the bounds', async () => {
    // Straight to the sandbox: the contract has no answer for this, Prism would make one up.
    const answer = await send(account.base_url, 'GET', `${partner}/transactions?limit=101`);
    assert.equal(answer.status, 422);
    assert.ok(answer.json.details.limit);
  });
  await check('405 for another method', async () => {
    const answer = await send(account.base_url, 'DELETE', `${partner}/account`);
    assert.equal(answer.status, 405);
    assert.equal(answer.response.headers.get('allow'), 'GET');
  });
  await check('the proxy does see a violation', async () => {
    const answer = await send(lenient, 'POST', `${partner}/payments/charge`, {...dollars, amout: 1});
    assert.equal(answer.status, 422);
    assert.ok(violations(answer.response, 'request').length > 0);
  });
}

main().catch(error => check('the run itself', () => { throw error; })).then(finish);
