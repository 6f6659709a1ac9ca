import { openTestDatabase, usualStore } from '@irisflow/database/testing';
import type { DatabaseKind } from '@irisflow/database';
import type { LetterNotice, SourceAnswer } from '@irisflow/casework';
import type { Registers } from '@irisflow/facts';
import type { AnchorFile } from '@irisflow/access';
import type { PaymentProvider } from '@irisflow/online-payments';
import type { CarriedChannel, LetterCarrier } from '@irisflow/post-room';
import { openCaseworkOn, type Casework } from '../open-casework.ts';
import type { Engine } from '@irisflow/engine-client';
import { createRecordingEngine, type RecordingEngine } from '@irisflow/engine-client/testing';
import { preparedCasework } from './prepared-casework.ts';

export interface TestCasework {
  readonly casework: Casework;
  readonly engine: RecordingEngine;
  readonly database: Awaited<ReturnType<typeof openTestDatabase>>['database'];
  /** The day and time of the test; move it to let time pass. */
  readonly clock: { now(): number; set(iso: string): void };
  /** What the authentic sources answer, by source key. */
  readonly sources: Map<string, SourceAnswer>;
  /** The same platform, as after a restart: with nothing but what its store and the engine know. */
  restarted(): Casework;
  /** Mails that the platform itself sent. */
  readonly mails: LetterNotice[];
  /** Whether the mail server is down, for everybody or for one address. */
  breakMails(isBroken: boolean, address?: string): void;
  close(): Promise<void>;
}

const createTestClock = () => {
  let now = Date.parse('2026-11-25T09:00:00.000Z');
  return {
    now: () => now,
    set: (iso: string) => {
      now = Date.parse(iso);
    },
  };
};

const createTestRandom = () => {
  let last = 0;
  const next = (prefix: string) => {
    last += 1;
    return `${prefix}${String(last).padStart(22 - prefix.length, '0')}`;
  };
  return { id: () => next('id'), token: () => next('token') };
};

/** Registers that say what the test says; the person of the question is the one they are asked about. */
const testRegisters = (sources: ReadonlyMap<string, SourceAnswer>): Registers => ({
  canAsk: (sourceKey) => sources.has(sourceKey),
  ask: async ({ sourceKey, input, ask, record }) => {
    const permission = await ask(String(input['nationalNumber']));
    if (!permission.permitted) return { ok: false, reason: 'NO_AUTHORIZATION' };
    const answer = sources.get(sourceKey) ?? { ok: false, reason: 'UNAVAILABLE' };
    await record(permission.consultationId, answer.ok ? 'found' : answer.reason);
    return answer;
  },
  // What is said in two languages is said in one of them.
  asFormsKnow: (_sourceKey, output, language) =>
    Object.fromEntries(
      Object.entries(output).map(([name, value]) => [
        name,
        typeof value === 'object' && value !== null && language in value ? Reflect.get(value, language) : value,
      ]),
    ),
  asWasSaid: (_sourceKey, _field, value) => value,
});

interface TestOptions {
  readonly kind?: DatabaseKind;
  readonly engine?: Engine;
  readonly anchors?: AnchorFile;
  readonly paymentProvider?: PaymentProvider;
  readonly carriers?: Readonly<Partial<Record<CarriedChannel, LetterCarrier>>>;
  readonly privateHosts?: readonly string[];
  readonly connectorTypes?: readonly string[];
}

/** Casework on a real, empty database with a clock that stands still and ids that can be read. */
export const openTestCasework = async (options: TestOptions = {}): Promise<TestCasework> => {
  const store = await openTestDatabase(options.kind ?? usualStore, preparedCasework);
  const { database } = store;
  const clock = createTestClock();
  const engine = createRecordingEngine(clock.now);
  const sources = new Map<string, SourceAnswer>();
  const mails: LetterNotice[] = [];
  let broken: string | boolean = false;
  const open = () =>
    openCaseworkOn(options.engine ?? engine, {
      database,
      clock,
      random: createTestRandom(),
      prefill: async (sourceKey) => sources.get(sourceKey) ?? { ok: false, reason: 'UNAVAILABLE' },
      registers: testRegisters(sources),
      mailer: async (notice) => {
        if (broken === true || broken === notice.to)
          throw new Error('Expected the mail server to answer, but it is down');
        mails.push(notice);
      },
      publicUrl: 'http://localhost:8080',
      personalDataKey: new Uint8Array(32).fill(7),
      ...(options.anchors === undefined ? {} : { anchors: options.anchors }),
      ...(options.paymentProvider === undefined ? {} : { paymentProvider: options.paymentProvider }),
      ...(options.carriers === undefined ? {} : { carriers: options.carriers }),
      ...(options.connectorTypes === undefined ? {} : { connectorTypes: options.connectorTypes }),
      privateHosts: options.privateHosts ?? [],
    });
  const casework = open();
  return {
    casework,
    engine,
    database,
    clock,
    sources,
    restarted: open,
    mails,
    breakMails: (isBroken, address) => {
      broken = isBroken && (address ?? true);
    },
    close: async () => {
      await casework.stop();
      await store.drop();
    },
  };
};
