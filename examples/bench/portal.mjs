// How long the portal's pages take on a telephone: `npm run bench -- portal [--runs 5]`. A fresh installation, a browser without a cache.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const main = path.resolve(import.meta.dirname, '../../engine/server/dist/main.js');
const executablePath = process.env.IRISFLOW_TEST_CHROMIUM || '/usr/bin/chromium';
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

/** The telephone that Lighthouse imagines: slow 4G and a processor four times slower than this one. */
const phone = {
  network: { offline: false, latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 750_000 / 8 },
  slowdown: 4,
  viewport: { width: 375, height: 812 },
};

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const startPlatform = async () => {
  const home = mkdtempSync(path.join(tmpdir(), 'irisflow-bench-'));
  const [web, grpc, sandbox, smtp, mail] = await Promise.all([1, 2, 3, 4, 5].map(freePort));
  const child = spawn(process.execPath, [main, 'start'], {
    env: {
      ...process.env,
      IRISFLOW_HOME: home,
      IRISFLOW_PORT: String(web),
      IRISFLOW_GRPC_PORT: String(grpc),
      IRISFLOW_SANDBOX_PORT: String(sandbox),
      IRISFLOW_SMTP_PORT: String(smtp),
      IRISFLOW_MAIL_PORT: String(mail),
      IRISFLOW_DEMO_CASES: 'false',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => chunk.toString().includes('Ctrl-C stops') && resolve());
    child.once('exit', (code) => reject(new Error(`Expected Irisflow to run, but it ended with ${code}.`)));
  });
  const stop = async () => {
    child.removeAllListeners('exit');
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  return { url: `http://localhost:${web}`, stop };
};

/** Signs somebody in and opens an application; answers their cookies and where the form is. */
const openApplication = async (browser, url) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/fr`);
  const draftId = await page.evaluate(async () => {
    const ask = async (address, body, token) => {
      const headers = { 'content-type': 'application/json', ...(token && { 'x-csrf-token': token }) };
      const answer = await fetch(address, body && { method: 'POST', headers, body: JSON.stringify(body) });
      return answer.json();
    };
    const people = await ask('/api/session/demo-people');
    const citizen = people.find(({ roles }) => roles.includes('citizen'));
    const { csrfToken } = await ask('/api/session/demo', { personId: citizen.id });
    const [procedure] = await ask('/api/procedures');
    const draft = await ask('/api/applications', { procedureKey: procedure.key, language: 'fr' }, csrfToken);
    return draft.id;
  });
  const procedureKey = (await page.evaluate(async () => (await fetch('/api/procedures')).json()))[0].key;
  const storageState = await context.storageState();
  await context.close();
  return { storageState, draftId, procedureKey };
};

/** Runs in the page, before anything of it: notes when what people came for appears, and how much the page jumps. */
const watch = (selector) => {
  window.seen = { at: null, shift: 0 };
  const look = () => {
    if (window.seen.at === null && document.querySelector(selector) !== null) window.seen.at = performance.now();
    if (window.seen.at === null) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.seen.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
};

/** Requests one after the other until it appears: each begins after the one before has ended. */
const chainOf = (requests, at) => {
  const before = requests.filter(({ start }) => start < at).toSorted((a, b) => a.start - b.start);
  const depth = new Map();
  for (const request of before) {
    const earlier = before.filter(({ end }) => end <= request.start).map((one) => depth.get(one) ?? 0);
    depth.set(request, 1 + Math.max(0, ...earlier));
  }
  return Math.max(0, ...depth.values());
};

const measureOnce = async (browser, { address, selector, storageState }) => {
  const context = await browser.newContext({ viewport: phone.viewport, locale: 'fr-BE', storageState });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', phone.network);
  await client.send('Emulation.setCPUThrottlingRate', { rate: phone.slowdown });
  await page.addInitScript(watch, selector);
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.seen?.at !== null, undefined, { timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(500);
  const found = await page.evaluate(() => ({
    ...window.seen,
    requests: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(
      (entry) => ({
        name: entry.name.replace(location.origin, ''),
        start: entry.fetchStart,
        end: entry.responseEnd,
        bytes: entry.transferSize,
      }),
    ),
  }));
  await context.close();
  const before = found.requests.filter(({ start }) => start < found.at);
  return {
    milliseconds: found.at,
    shift: found.shift,
    chain: chainOf(found.requests, found.at),
    kilobytes: before.reduce((sum, { bytes }) => sum + bytes, 0) / 1000,
    requests: found.requests,
  };
};

const listRequests = (page, requests) => {
  for (const { name, start, end, bytes } of requests)
    console.log(`${page}\t${Math.round(start)}–${Math.round(end)} ms\t${bytes} B\t${name}`);
};

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const numberAfter = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
};

const runs = numberAfter('--runs', 5);
const platform = await startPlatform();
const browser = await chromium.launch({ executablePath, args: flags });
try {
  const { storageState, draftId, procedureKey } = await openApplication(browser, platform.url);
  const pages = [
    { page: 'home', address: '/fr', selector: '.portal-entry' },
    { page: 'procedure', address: `/fr/procedures/${procedureKey}`, selector: '.portal-facts' },
    {
      page: 'first form',
      address: `/fr/applications/${draftId}`,
      selector: 'main form :is(input, select, textarea)',
      storageState,
    },
    { page: 'my cases', address: '/fr/my/cases', selector: '.portal-row', storageState },
  ];
  const rows = [];
  for (const one of pages) {
    const found = [];
    for (let run = 0; run < runs; run += 1)
      found.push(await measureOnce(browser, { ...one, address: `${platform.url}${one.address}` }));
    if (process.argv.includes('--requests')) listRequests(one.page, found[0].requests);
    rows.push({
      page: one.page,
      'seconds until it is there': (median(found.map(({ milliseconds }) => milliseconds)) / 1000).toFixed(2),
      'fastest run': (Math.min(...found.map(({ milliseconds }) => milliseconds)) / 1000).toFixed(2),
      'slowest run': (Math.max(...found.map(({ milliseconds }) => milliseconds)) / 1000).toFixed(2),
      'requests in a row': median(found.map(({ chain }) => chain)),
      'kB until then': Math.round(median(found.map(({ kilobytes }) => kilobytes))),
      'layout shift': Math.max(...found.map(({ shift }) => shift)).toFixed(3),
    });
  }
  console.table(rows);
} finally {
  await browser.close();
  await platform.stop();
}
