// SPDX-License-Identifier: GPL-3.0-or-later
// What the scripts of this folder and of tests/browser share: the sandbox as a child process, Prism, and the counting of
// checks.
'use strict';
const {spawn} = require('node:child_process');
const fs = require('node:fs');
const http = require('node:http');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');

let passed = 0;
let failed = 0;
const children = [];

async function check(name, test) {
  try {
    await test();
    passed += 1;
    console.log(`ok   ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}\n     ${String(error && error.message).split('\n').join('\n     ')}`);
  }
}

function start(command, args, options = {}) {
  const child = spawn(command, args, {stdio: ['ignore', 'pipe', 'inherit'], ...options});
  children.push(child);
  return child;
}

// The sandbox on a folder of its own; answers its ready line, parsed.
function startSandbox(binary, ...more) {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'tilldeck-sandbox-'));
  const child = start(binary, ['--port', '0', '--data', data, ...more]);
  child.on('exit', () => fs.rmSync(data, {recursive: true, force: true}));
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', chunk => {
      text += chunk;
      if (text.includes('\n')) resolve(JSON.parse(text));
    });
    child.on('exit', code => reject(new Error(`the sandbox ended with ${code}`)));
  });
}

function freePort() {
  return new Promise(resolve => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const {port} = server.address();
      server.close(() => resolve(port));
    });
  });
}

// A validating proxy. Strict answers a violation itself; otherwise it forwards and lists violations in a header.
async function startPrism(contract, upstream, strict) {
  const port = await freePort();
  const cli = require.resolve('@stoplight/prism-cli/dist/index.js');
  const child = start(process.execPath, [cli, 'proxy', contract, upstream, '--host', '127.0.0.1', '--port', String(port),
    ...(strict ? ['--errors'] : [])]);
  child.stdout.resume();
  for (;;) {
    try {
      await fetch(`http://127.0.0.1:${port}/`);
      return `http://127.0.0.1:${port}`;
    } catch (error) {
      if (child.exitCode !== null) throw new Error('Prism did not start');
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }
}

function violations(response, part) {
  const all = JSON.parse(response.headers.get('sl-violations') || '[]');
  return all.filter(violation => !part || violation.location[0] === part);
}

// A lenient Prism behind a door that keeps the calls which came through and what Prism said against them.
async function startWitness(contract, upstream) {
  const prism = new URL(await startPrism(contract, upstream, false));
  const seen = {calls: [], violations: []};
  const server = http.createServer((request, response) => {
    const call = `${request.method} ${request.url.split('?')[0]}`;
    seen.calls.push(call);
    const passed = http.request(prism, {method: request.method, path: request.url, headers: {...request.headers, host: prism.host}}, answer => {
      const said = answer.headers['sl-violations'];
      if (said) seen.violations.push(`${call}: ${said}`);
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', error => { seen.violations.push(`${call}: ${error.message}`); response.destroy(); });
    request.pipe(passed);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {url: `http://127.0.0.1:${server.address().port}`, ...seen};
}

// Pays on a hosted page with the card that always pays.
async function pay(page) {
  const response = await fetch(page, {method: 'POST', redirect: 'manual',
    headers: {Origin: new URL(page).origin, 'Content-Type': 'application/x-www-form-urlencoded'},
    body: 'number=4242424242424242&expiry=12/34&cvc=123'});
  if (response.status !== 303) throw new Error(`the page answered ${response.status}`);
}

// Ends every child, prints the result and leaves with it.
async function finish() {
  await Promise.all(children.map(child => new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.on('exit', resolve);
    child.kill('SIGTERM');
  })));
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}

module.exports = {check, startSandbox, startPrism, startWitness, violations, pay, finish};
