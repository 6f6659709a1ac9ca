import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { account } from '../journeys/kit/bank.ts';
import { publishFolder } from '../journeys/kit/front-door.ts';
import { createDice } from './dice.ts';
import { install, type Installed } from './installed.ts';
import { beginLife, type Life } from './life.ts';
import { createMatters, type Matter } from './matters.ts';
import { openOutside, type Outside } from './outside.ts';
import { lookForRepeats } from './outside-proofs.ts';
import { openPatientDoor } from './patient-door.ts';
import { plantEach } from './planted.ts';
import { describeMatter, isSettled, lookForFaults, tellAll, type Told } from './proofs.ts';
import { readSettings } from './settings.ts';
import type { Town } from './town.ts';
import { createUnderway, type Underway } from './underway.ts';

const folder = path.resolve(import.meta.dirname, '../journeys/market-stall');
const { store, kills, seed, minutes } = readSettings();

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** A month in which terms, windows and reservations run out goes by so often. */
const MONTH = 31;
const killsPerMonth = 15;
const soonest = 0.3;
const latest = 6;

const openTown = (outside: Outside, installed: Installed, underway: Underway): Town => {
  const dice = createDice(seed);
  const doors = new Map<string, ReturnType<typeof openPatientDoor>>();
  let captured = 0n;
  return {
    dice,
    bank: outside.bank,
    matters: createMatters(dice),
    sandboxUrl: outside.sandboxUrl,
    today: outside.today,
    as: (name) => {
      const door = doors.get(name) ?? openPatientDoor(installed.webUrl, name, underway);
      doors.set(name, door);
      return door;
    },
    captured: () => captured,
    capture: (cents) => {
      captured += cents;
    },
  };
};

const settle = async (town: Town): Promise<void> => {
  const karim = town.as('Karim Haddad');
  await publishFolder(karim, folder);
  await karim.put('/payee', { iban: account, name: 'Brussels Housing', revision: 0 });
  await karim.put('/payer', { iban: account, name: 'Brussels Housing', revision: 0 });
  await karim.put('/carriers', { channel: 'registered', account: '12345', isOn: true, revision: 0 });
};

const countsOf = (things: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return [...counts].map(([thing, count]) => (count === 1 ? thing : `${count} × ${thing}`)).join(', ');
};

const countFiled = ({ matters }: Town): number => matters.all().filter(({ caseId }) => caseId !== null).length;

/** Where a kill fell: what was asked and not answered, the same things counted. */
const whereOf = (underway: Underway): string => {
  const things = underway.now().map((what) => what.replaceAll(/[\w-]{20,}/g, '…'));
  return countsOf(things) || 'nothing';
};

const settleSeconds = 1_000;
/** Nobody files more in an hour than the platform lets them. */
const mostCases = 40;
const firstCases = 6;
/** What may be filed before the kill of this number, so that the last kill falls in the middle of work as the first one does. */
const casesUntil = (kill: number): number => {
  const most = Math.min(10 + kills, mostCases);
  return Math.min(most, firstCases + Math.ceil(((most - firstCases) * kill) / kills));
};

const openOf = async (town: Town, matters: readonly Matter[]): Promise<Told[]> =>
  (await tellAll(town, matters)).filter((one) => !isSettled(one));

/** Something may come of a case that looked settled: who withdraws while their grant is on its way still gets its letter. */
const afterwards = 10;

/** Waits until everything has come to its end and stays there, and says what did not. */
const untilSettled = async (town: Town): Promise<void> => {
  const until = performance.now() + settleSeconds * 1000;
  for (let quiet = 0; quiet < 2;) {
    const open = await openOf(town, town.matters.all());
    if (open.length > 0 && performance.now() > until)
      throw new Error(
        `Expected everything to come to its end, but these did not: ${open.map(describeMatter).join('; ')}`,
      );
    quiet = open.length === 0 ? quiet + 1 : 0;
    await pause(quiet === 1 ? afterwards : 1);
  }
};

/** Waits until somebody is in the middle of something, and a moment more. */
const inTheMiddle = async (underway: Underway, moment: number): Promise<void> => {
  const until = performance.now() + 3_000;
  const isIdle = () => underway.now().every((what) => what.startsWith('GET '));
  while (isIdle() && performance.now() < until) await pause(0.005);
  await pause(moment);
};

const underwayInStore = `select (select count(*) from casework.outbox where state = 'pending')::integer
  + (select count(*) from engine.job where ended_at is null)::integer as found`;

/**
 * Days go by once nothing is underway: some messages the engine remembers for a day alone, and a step that begins in one month says
 * days that are over in the next. Either is given to a person, who is not played here; nobody leaves a step lying for a month.
 */
const passMonth = async (installed: Installed, outside: Outside, life: Life): Promise<void> => {
  life.rest(true);
  let found = 1;
  while (found > 0) {
    await installed.start();
    await pause(latest);
    await installed.stop();
    const [row] = await installed.inStore((store) => store.query<{ found: number }>(underwayInStore));
    found = row?.found ?? 0;
  }
  outside.passDays(MONTH);
  life.rest(false);
};

const undo: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const one of undo.toReversed()) await one();
});

test(
  `a market stall survives up to ${kills} kill -9 on ${store} (seed ${seed})`,
  async () => {
    const underway = createUnderway();
    const outside = await openOutside(underway);
    undo.push(() => outside.stop());
    const installed = await install(store, outside);
    let isProven = false;
    undo.push(async () => {
      if (!isProven) say(`its home is kept: ${installed.home}`);
      await installed.end(isProven ? 'remove' : 'keep');
    });
    await installed.start();
    const town = openTown(outside, installed, underway);
    await settle(town);
    let falling = 1;
    const life = beginLife(town, () => casesUntil(falling));
    const last = performance.now() + minutes * 60_000;
    for (let kill = 1; kill <= kills && performance.now() < last; kill += 1) {
      falling = kill;
      const seconds = town.dice.between(soonest, latest);
      await pause(seconds);
      await inTheMiddle(underway, town.dice.between(0, 0.04));
      const where = `${countFiled(town)} cases, in the middle of ${whereOf(underway)}`;
      await installed.kill();
      if (kill % killsPerMonth === 0) await passMonth(installed, outside, life);
      const since = performance.now();
      await installed.start();
      const up = ((performance.now() - since) / 1000).toFixed(1);
      say(`kill ${kill} of ${kills} after ${seconds.toFixed(1)} s: ${where}; up again in ${up} s`);
    }
    life.stopFiling();
    await untilSettled(town);
    await life.stop();

    const told = await tellAll(town);
    const { wrong, repeats } = await lookForRepeats(outside, told);
    say(`in the end ${countsOf(told.map(({ seen }) => seen.status))}`);
    say(`${told.flatMap(({ seen }) => seen.terms).filter(({ state }) => state === 'expired').length} terms ran out`);
    for (const { what, offered, different } of repeats)
      say(`${different} ${what}; ${offered - different} times one was offered again, under the same key`);
    const faults = [...wrong, ...(await lookForFaults(town))];
    await installed.stop();
    const findings = await installed.check();
    say(`${faults.length + findings.length} faults, ${findings.length} of them by check --deep`);
    const missed = await plantEach(installed);
    expect({ faults, findings, missed }).toEqual({ faults: [], findings: [], missed: [] });
    isProven = true;
  },
  (minutes + 20) * 60_000,
);
