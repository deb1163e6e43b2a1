// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const assert = require('node:assert/strict');
const http = require('node:http');
const path = require('node:path');
const {chromium} = require('playwright-core');
const {check, startSandbox, finish} = require('../contract/harness.js');
const {checkHostilePages} = require('./hostile.js');

const pays = '4242 4242 4242 4242';
const shortOfFunds = '4000 0000 0000 9995';
const declined = '4000 0000 0000 0002';
const premium = {line_items: [{price_id: 'price_premium'}]};
const cascade = {...premium, cascade_line_items: [{line_items: [{price_id: 'price_standard'}]},
  {line_items: [{price_id: 'price_basic'}], processor_route_id: 'proute_dev_fallback'}]};

async function main() {
  const running = await startSandbox(path.resolve(process.argv[2]), '--faults-token', 'new');
  const account = running.accounts[0];
  const api = `${account.base_url}/api/${account.account_id}`;
  const shop = http.createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!DOCTYPE html><link rel="icon" href="data:,"><title>Shop</title><p>${new URL(request.url, 'http://x').pathname}`);
  });
  await new Promise(resolve => shop.listen(0, '127.0.0.1', resolve));
  const shopUrl = `http://127.0.0.1:${shop.address().port}`;

  const call = async (method, address, body) => {
    const response = await fetch(api + address, {method, headers: {Authorization: `Bearer ${account.key}`},
      body: body && JSON.stringify(body)});
    return response.json();
  };
  const create = async body => {
    const session = await call('POST', '/checkout-sessions', {success_url: `${shopUrl}/thanks?id={CHECKOUT_SESSION_ID}&x=%20a`,
      return_url: `${shopUrl}/basket`, ...body});
    assert.ok(session.url, JSON.stringify(session));
    return session;
  };
  const look = session => call('GET', `/checkout-sessions/${session.id}`);
  const chargesOf = async session => (await call('GET', '/transactions?limit=100')).items
    .filter(item => item.checkout_session_id === session.id && item.status === 'succeeded');

  const browser = await chromium.launch({executablePath: process.env.CHROMIUM || '/usr/bin/chromium', headless: true,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP rebound.example 127.0.0.1']});
  const context = await browser.newContext();
  context.setDefaultTimeout(15000);
  const strangers = [];
  const complaints = [];
  context.on('request', request => {
    if (!request.url().startsWith(running.url) && !request.url().startsWith(shopUrl)) strangers.push(request.url());
  });
  // A declined payment is answered 402, which the console also mentions.
  context.on('console', line => {
    if (line.type() === 'error' && !line.text().includes('402') && !line.text().includes('favicon')) complaints.push(line.text());
  });
  const open = async session => {
    const page = await context.newPage();
    await page.goto(session.url);
    return page;
  };
  const fill = async (page, number) => {
    await page.getByLabel('Card number').fill(number);
    await page.getByLabel('Expiry date').fill('12/34');
    await page.getByLabel('Security code').fill('123');
  };
  const pay = async (page, number) => {
    await fill(page, number);
    await page.getByRole('button', {name: /^Pay/}).click();
  };

  await check('shows the items, the discount and the total', async () => {
    const page = await open(await create({customer_id: 'cus_abc123', promotion_code: 'SPRING20',
      line_items: [{price_id: 'price_brand_kit_eur', quantity: 2}, {price_id: 'price_print_eur'}]}));
    const text = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
    for (const part of ['Kestrel Studio', 'Brand kit', '2 × 310.00 EUR', '620.00 EUR', 'Poster print', '674.00 EUR', 'SPRING20',
      '\u2212134.80 EUR', '539.20 EUR', 'jane.smith@example.com', 'open until'])
      assert.ok(text.includes(part), `${part} in:\n${text}`);
    assert.match(await page.getByRole('button').innerText(), /Pay 539\.20.EUR/);
  });
  await check('a currency without decimals is shown without', async () => {
    const page = await open(await create({line_items: [{price_id: 'price_workshop_xof'}]}));
    assert.match(await page.getByRole('button').innerText(), /Pay 450,000.XOF/);
  });
  await check('a payment completes the session and goes to the success URL, placeholder filled in', async () => {
    const session = await create(premium);
    const page = await open(session);
    await pay(page, pays);
    await page.waitForURL(`${shopUrl}/thanks?id=${session.id}&x=%20a`);
    const after = await look(session);
    assert.equal(after.status, 'completed');
    assert.equal(after.paid_tier, 0);
    assert.equal((await chargesOf(session))[0].amount_atom, 49900);
    await page.goto(session.url);
    assert.match(await page.locator('h1').innerText(), /this is paid/);
  });
  await check('without a success URL the page itself says thank you', async () => {
    const session = await call('POST', '/checkout-sessions', premium);
    const page = await open(session);
    await pay(page, pays);
    await page.getByRole('heading', {name: 'Thank you, this is paid'}).waitFor();
    assert.equal(page.url(), session.url);
  });
  await check('a declined card can be replaced by another', async () => {
    const session = await create(premium);
    const page = await open(session);
    await pay(page, declined);
    assert.match(await page.getByRole('alert').innerText(), /declined\. Nothing was charged/);
    assert.equal((await look(session)).status, 'open');
    await pay(page, pays);
    await page.waitForURL(`${shopUrl}/thanks**`);
    assert.equal((await chargesOf(session)).length, 1);
  });
  await check('a card short of funds pays the next cheaper tier', async () => {
    const session = await create(cascade);
    const page = await open(session);
    await pay(page, shortOfFunds);
    await page.waitForURL(`${shopUrl}/thanks**`);
    const after = await look(session);
    assert.equal(after.paid_tier, 1);
    assert.deepEqual(after.attempts.map(attempt => attempt.decline_code), ['insufficient_funds', null]);
    assert.equal((await chargesOf(session))[0].amount_atom, 29900);
  });
  await check('every tier declined: the page says what happened and the session stays open', async () => {
    const session = await create(cascade);
    const page = await open(session);
    await pay(page, declined);
    assert.equal(await page.getByRole('alert').locator('li').count(), 3);
    const after = await look(session);
    assert.equal(after.status, 'open');
    assert.deepEqual(after.attempts.map(attempt => attempt.tier), [0, 1, 2]);
    assert.equal((await chargesOf(session)).length, 0);
  });
  await check('a failing route declines any card', async () => {
    const session = await create({...premium, processor_route_id: 'proute_dev_offline'});
    const page = await open(session);
    await pay(page, pays);
    assert.match(await page.getByRole('alert').innerText(), /processor is unavailable/);
    assert.equal((await look(session)).attempts[0].decline_code, 'processor_unavailable');
  });
  await check('a wrong number is marked on its field and nothing is tried', async () => {
    const session = await create(premium);
    const page = await open(session);
    await pay(page, '4242 4242 4242 4241');
    const field = page.getByLabel('Card number');
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.match(await page.locator('#number-error').innerText(), /not valid/);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'number');
    assert.deepEqual((await look(session)).attempts, []);
  });
  await check('cancelling goes to the return URL', async () => {
    const session = await create(premium);
    const page = await open(session);
    await page.getByRole('link', {name: /Cancel/}).click();
    await page.waitForURL(`${shopUrl}/basket`);
    assert.equal((await look(session)).status, 'open');
  });
  await check('an expired session cannot be paid, not even from a page that was open before', async () => {
    const session = await create(premium);
    const page = await open(session);
    await fill(page, pays);
    await call('POST', `/checkout-sessions/${session.id}/expire`);
    await page.getByRole('button', {name: /^Pay/}).click();
    await page.getByRole('heading', {name: 'This checkout has expired'}).waitFor();
    assert.equal((await chargesOf(session)).length, 0);
  });
  await check('sending the form several times at once charges once', async () => {
    const session = await create(premium);
    const pages = await Promise.all([1, 2, 3, 4].map(() => open(session)));
    await Promise.all(pages.map(page => fill(page, pays)));
    await Promise.all(pages.map(page => page.getByRole('button', {name: /^Pay/}).click()));
    await Promise.all(pages.map(page => page.waitForURL(`${shopUrl}/thanks**`)));
    assert.equal((await chargesOf(session)).length, 1);
  });
  await check('the keyboard alone is enough', async () => {
    const session = await create(premium);
    const page = await open(session);
    await page.waitForFunction(() => document.activeElement?.matches('input'));
    await page.keyboard.type(pays);
    await page.keyboard.press('Tab');
    await page.keyboard.type('12/34');
    await page.keyboard.press('Tab');
    await page.keyboard.type('123');
    await page.keyboard.press('Tab');
    assert.match(await page.evaluate(() => document.activeElement.textContent), /^Pay/);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${shopUrl}/thanks**`);
    assert.equal((await look(session)).status, 'completed');
  });
  await check('a free order needs no card', async () => {
    const session = await create({...premium, coupon_id: 'coupon_free'});
    const page = await open(session);
    assert.equal(await page.getByLabel('Card number').count(), 0);
    await page.getByRole('button', {name: 'Complete the order'}).click();
    await page.waitForURL(`${shopUrl}/thanks**`);
    assert.equal((await look(session)).status, 'completed');
  });
  await check('a session without items has nothing to pay', async () => {
    const page = await open(await create({customer_id: 'cus_abc123'}));
    assert.match(await page.locator('h1').innerText(), /nothing to pay/);
  });
  await check('text in an address stays text', async () => {
    const page = await open(await create({...premium, return_url: `${shopUrl}/"><img/src=x><b>{{order}}`}));
    assert.equal(await page.locator('img').count(), 0);
    assert.equal(await page.locator('table').count(), 1);
  });
  await check('an unknown address says so', async () => {
    const page = await open({url: `${running.url}/pay/sec_none`});
    assert.match(await page.locator('h1').innerText(), /no such checkout/);
  });
  await check('fits a narrow phone', async () => {
    const page = await open(await create(cascade));
    await page.setViewportSize({width: 320, height: 640});
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
  });

  // The same pages for Khaime.
  const khaime = running.accounts.find(one => one.provider === 'khaime');
  const ask = async (method, address, body) => {
    const response = await fetch(`${khaime.base_url}/api/v1${address}`, {method, headers: {'X-API-Key': khaime.key,
      'X-Merchant-ID': khaime.merchant_id}, body: body && JSON.stringify(body)});
    const answer = await response.json();
    assert.equal(response.status, 200, JSON.stringify(answer));
    return answer.data || answer;
  };
  const jane = {email: 'jane@example.com', country: 'NG'};
  const session = () => ask('POST', '/partner/payments/sessions', {amount: 5000, currency: 'USD', product_name: 'Premium <b>Plan</b>',
    customer: jane, success_url: `${shopUrl}/thanks?from=khaime`, cancel_url: `${shopUrl}/basket`});
  const statusOf = async made => (await ask('GET', `/partner/payments/sessions/${made.session_id}`)).status;
  const transactionOf = async id => (await ask('GET', '/partner/transactions?limit=100')).transactions
    .find(one => one.transaction_id === id);
  await check('Khaime: a session shows its fee, is paid, and goes to the success URL', async () => {
    const made = await session();
    const page = await open({url: made.payment_url});
    const text = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
    for (const part of ['Acme', 'Premium <b>Plan</b>', '50.00 USD', 'Transaction fee', '3.20 USD', '53.20 USD', 'jane@example.com'])
      assert.ok(text.includes(part), `${part} in:\n${text}`);
    await pay(page, pays);
    await page.waitForURL(`${shopUrl}/thanks?from=khaime`);
    assert.equal(await statusOf(made), 'completed');
  });
  await check('Khaime: a declined card can be replaced by another', async () => {
    const made = await session();
    const page = await open({url: made.payment_url});
    await pay(page, declined);
    assert.match(await page.getByRole('alert').innerText(), /declined\. Nothing was charged/);
    assert.equal(await statusOf(made), 'pending');
    await pay(page, pays);
    await page.waitForURL(`${shopUrl}/thanks**`);
    assert.equal(await statusOf(made), 'completed');
  });
  await check('Khaime: cancelling goes to the cancel URL', async () => {
    const page = await open({url: (await session()).payment_url});
    await page.getByRole('link', {name: /Cancel/}).click();
    await page.waitForURL(`${shopUrl}/basket`);
  });
  await check('Khaime: a charge is paid in the customer\'s currency', async () => {
    const made = await ask('POST', '/partner/payments/charge', {amount: 12000, currency: 'XOF', total_amount: 2000,
      total_currency: 'USD', description: 'Starter pack', customer: jane, callback_url: `${shopUrl}/back`});
    const page = await open({url: made.payment_url});
    const text = await page.locator('main').innerText();
    assert.ok(!text.includes('fee') && !text.includes('USD'), text);
    assert.match(await page.getByRole('button').innerText(), /Pay 12,000.XOF/);
    await pay(page, pays);
    await page.waitForURL(`${shopUrl}/back`);
    const transaction = await transactionOf(made.transaction_id);
    assert.deepEqual([transaction.status, transaction.amount, transaction.currency, transaction.total_amount], ['completed', 12000,
      'XOF', 2000]);
  });
  await check('Khaime: an SDK checkout is paid on its page, several times at once charges once', async () => {
    const made = await ask('POST', '/sdk/checkout/initialize', {product_id: 789, quantity: 2, currency: 'USD', customer: jane});
    const pages = await Promise.all([1, 2, 3].map(() => open({url: made.checkoutUrl})));
    assert.match(await pages[0].locator('table').innerText(), /× 2/);
    await Promise.all(pages.map(page => fill(page, pays)));
    await Promise.all(pages.map(page => page.getByRole('button', {name: /^Pay 100\.00/}).click()));
    await Promise.all(pages.map(page => page.getByRole('heading', {name: 'Thank you, this is paid'}).waitFor()));
    const after = await ask('GET', `/sdk/checkout/session/${made.sessionToken}`);
    assert.equal(after.status, 'completed');
    const all = (await ask('GET', '/partner/transactions?limit=100')).transactions;
    assert.equal(all.filter(one => one.order_id === after.orderId).length, 1);
  });
  // And for Ikawaari, with mobile money beside the card.
  const ikawaari = running.accounts.find(one => one.provider === 'ikawaari');
  const tell = async (method, address, body) => {
    const response = await fetch(`${ikawaari.base_url}/api${address}`, {method, headers: {Authorization: `Bearer ${ikawaari.key}`},
      body: body && JSON.stringify(body)});
    const answer = await response.json();
    assert.equal(response.status, 200, JSON.stringify(answer));
    return answer;
  };
  const basket = (currency = 'XOF') => tell('POST', '/v1/checkout/sessions', {mode: 'payment',
    line_items: [{name: 'Woven <b>basket</b>', amount: 7500, currency, quantity: 4}],
    success_url: `${shopUrl}/thanks?session={CHECKOUT_SESSION_ID}`, cancel_url: `${shopUrl}/basket`});
  const state = async made => [(await tell('GET', `/v1/checkout/sessions/${made.id}`)).status,
    (await tell('GET', `/v1/merchant/payments/${made.payment_intent}`)).status];
  const dial = async (page, number, country = 'SN', operator = 'Wave') => {
    await page.getByLabel('Country', {exact: true}).selectOption(country);
    await page.getByLabel('Operator').selectOption({label: operator});
    await page.getByLabel('Phone number').fill(number);
    await page.getByRole('button', {name: /by mobile money$/}).click();
  };
  await check('Ikawaari: a card pays, and goes to the success URL, placeholder filled in', async () => {
    const made = await basket();
    const page = await open(made);
    const text = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
    for (const part of ['Teranga Market', 'Woven <b>basket</b>', '4 × 7,500 XOF', '30,000 XOF', 'open until'])
      assert.ok(text.includes(part), `${part} in:\n${text}`);
    await fill(page, pays);
    await page.getByRole('button', {name: /^Pay 30,000.XOF by card$/}).click();
    await page.waitForURL(`${shopUrl}/thanks?session=${made.id}`);
    assert.deepEqual(await state(made), ['completed', 'succeeded']);
  });
  await check('Ikawaari: mobile money pays', async () => {
    const made = await basket();
    const page = await open(made);
    await dial(page, '+225 77 000 00 00', 'CI', 'MTN MoMo');
    await page.waitForURL(`${shopUrl}/thanks?session=${made.id}`);
    const payment = await tell('GET', `/v1/merchant/payments/${made.payment_intent}`);
    assert.deepEqual([payment.status, payment.operator, payment.country, payment.customerPhone],
      ['succeeded', 'mtn_momo', 'CI', '+225770000000']);
  });
  await check('Ikawaari: a declined number is kept to be corrected', async () => {
    const made = await basket();
    const page = await open(made);
    await dial(page, '+221770000001');
    assert.match(await page.getByRole('alert').innerText(), /Nothing was charged\. Use another number/);
    assert.equal(await page.getByLabel('Phone number').inputValue(), '+221770000001');
    assert.deepEqual(await state(made), ['open', 'failed']);
    await dial(page, '+221770000000');
    await page.waitForURL(`${shopUrl}/thanks**`);
  });
  await check('Ikawaari: a number that is no test number is marked, and nothing is tried', async () => {
    const made = await basket();
    const page = await open(made);
    await dial(page, '+221781234567');
    assert.match(await page.locator('#msisdn-error').innerText(), /test numbers only/);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'msisdn');
    assert.deepEqual(await state(made), ['open', 'pending']);
  });
  await check('Ikawaari: the page waits for the phone until somebody looks again', async () => {
    const made = await basket();
    const page = await open(made);
    await dial(page, '+221770000003');
    await page.getByRole('heading', {name: 'Waiting for your phone'}).waitFor();
    assert.match(await page.locator('main').innerText(), /30,000.XOF on \+221770000003/);
    await page.getByRole('link', {name: 'Look again'}).click();
    await page.getByRole('heading', {name: 'Waiting for your phone'}).waitFor();
    assert.deepEqual(await state(made), ['open', 'pending']);
    await tell('POST', '/test/mobile-money/callback', {payment_intent_id: made.payment_intent, status: 'succeeded'});
    await page.getByRole('link', {name: 'Look again'}).click();
    await page.getByRole('heading', {name: 'Thank you, this is paid'}).waitFor();
    await page.getByRole('link', {name: 'Continue'}).click();
    await page.waitForURL(`${shopUrl}/thanks?session=${made.id}`);
  });
  await check('Ikawaari: a phone that says no gives the form back', async () => {
    const made = await basket();
    const page = await open(made);
    await dial(page, '+221770000002');
    await page.getByRole('heading', {name: 'Waiting for your phone'}).waitFor();
    await tell('POST', '/test/mobile-money/callback', {payment_intent_id: made.payment_intent, status: 'failed'});
    await page.getByRole('link', {name: 'Look again'}).click();
    assert.match(await page.getByRole('alert').innerText(), /operator declined/);
    assert.deepEqual(await state(made), ['open', 'failed']);
  });
  await check('Ikawaari: sending both forms several times at once charges once', async () => {
    const made = await basket();
    const pages = await Promise.all([1, 2, 3, 4].map(() => open(made)));
    await Promise.all(pages.map((page, i) => i % 2 ? fill(page, pays).then(() => page.getByRole('button', {name: /by card$/}).click())
      : dial(page, '+221770000000')));
    await Promise.all(pages.map(page => page.waitForURL(`${shopUrl}/thanks**`)));
    const payment = await tell('GET', `/v1/merchant/payments/${made.payment_intent}`);
    assert.equal(payment.timeline.filter(event => event.type === 'payment_intent.succeeded').length, 1);
  });
  await check('Ikawaari: euro is paid by card only', async () => {
    const page = await open(await basket('EUR'));
    assert.equal(await page.getByLabel('Operator').count(), 0);
    await pay(page, pays);
    await page.waitForURL(`${shopUrl}/thanks**`);
  });
  await check('Ikawaari: fits a narrow phone', async () => {
    const page = await open(await basket());
    await page.setViewportSize({width: 320, height: 640});
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
  });
  await checkHostilePages({browser, running, account, api, shopUrl, call, create, look, chargesOf, premium});
  await check('nothing was fetched from elsewhere, and the console is quiet', async () => {
    assert.deepEqual(strangers, []);
    assert.deepEqual(complaints.filter(text => !text.includes('404')), []);
  });
  await browser.close();
  shop.close();
}

main().catch(error => check('the run itself', () => { throw error; })).then(finish);
