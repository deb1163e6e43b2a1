// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const assert = require('node:assert/strict');
const {check} = require('../contract/harness.js');

/// Checks that a page of somebody else, in a browser of its own, reaches nothing. What it does fails loudly, and is no
/// complaint of the hosted pages.
exports.checkHostilePages = async ({browser, running, account, api, shopUrl, call, create, look, chargesOf, premium}) => {
  const control = {headers: {Authorization: `Bearer ${running.faults.token}`}};
  const armed = async () => (await (await fetch(running.faults.url, control)).json()).armed;
  const fault = JSON.stringify({operation: '*', fault: 'drop', count: 0});
  const hostile = async address => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(address);
    return page;
  };
  // What a page gets of a call: its status and text, "opaque" where it may not look, or "nothing".
  const tried = (page, address, options) => page.evaluate(async ([url, init]) => {
    try {
      const response = await fetch(url, init);
      return response.type === 'opaque' ? 'opaque' : `${response.status} ${await response.text()}`;
    } catch {
      return 'nothing';
    }
  }, [address, options]);
  await check('a page of another origin reads nothing and changes nothing', async () => {
    const before = (await call('GET', '/checkout-sessions?limit=1')).total;
    const page = await hostile(shopUrl);
    const key = {Authorization: `Bearer ${account.key}`};
    assert.equal(await tried(page, `${api}/checkout-sessions`, {}), 'nothing');
    assert.equal(await tried(page, `${api}/checkout-sessions`, {headers: key}), 'nothing');
    assert.equal(await tried(page, `${api}/checkout-sessions`, {method: 'POST', headers: key, body: '{"customer_id":"cus_kone"}'}), 'nothing');
    assert.equal(await tried(page, `${api}/checkout-sessions`, {method: 'POST', mode: 'no-cors', body: '{"customer_id":"cus_kone"}'}), 'opaque');
    assert.equal((await call('GET', '/checkout-sessions?limit=1')).total, before);
    // Even with the token.
    assert.equal(await tried(page, running.faults.url, control), 'nothing');
    assert.equal(await tried(page, running.faults.url, {...control, method: 'POST', body: fault}), 'nothing');
    assert.equal(await tried(page, running.faults.url, {method: 'POST', mode: 'no-cors', body: fault}), 'opaque');
    assert.deepEqual(await armed(), []);
  });
  await check('a form of another origin pays nothing and arms nothing', async () => {
    const session = await create(premium);
    for (const [address, field] of [[session.url, 'number=4242424242424242&expiry=12%2F34&cvc=123'], [running.faults.url, fault]]) {
      const page = await hostile(shopUrl);
      await page.evaluate(([url, body]) => {
        const form = document.body.appendChild(document.createElement('form'));
        form.method = 'post';
        form.action = url;
        form.enctype = body.startsWith('{') ? 'text/plain' : 'application/x-www-form-urlencoded';
        const fields = body.startsWith('{') ? [[body.slice(0, -1) + ', "x": "', '"}']] : [...new URLSearchParams(body)];
        for (const [name, value] of fields) Object.assign(form.appendChild(document.createElement('input')), {name, value});
        form.submit();
      }, [address, field]);
      await page.getByText('Requests from other origins are not allowed').waitFor();
    }
    assert.equal((await look(session)).status, 'open');
    assert.deepEqual(await chargesOf(session), []);
    assert.deepEqual(await armed(), []);
  });
  await check('a name that was bound anew to this computer reaches nothing', async () => {
    const rebound = running.url.replace('127.0.0.1', 'rebound.example');
    const session = await create(premium);
    const page = await hostile(rebound);
    for (const [address, options] of [['/faults', control], ['/faults', {...control, method: 'POST', body: fault}],
      [new URL(api).pathname + '/checkout-sessions', {headers: {Authorization: `Bearer ${account.key}`}}],
      [new URL(session.url).pathname, {}]])
      assert.match(await tried(page, rebound + address, options), /^421 This server answers as 127\.0\.0\.1/);
    assert.deepEqual(await armed(), []);
  });
  await check('a page of the sandbox itself arms nothing', async () => {
    const page = await hostile((await create(premium)).url);
    assert.match(await tried(page, '/faults', control), /^403 |^nothing$/);
    assert.match(await tried(page, '/faults', {...control, method: 'POST', body: fault}), /^403 |^nothing$/);
    assert.deepEqual(await armed(), []);
  });
};
