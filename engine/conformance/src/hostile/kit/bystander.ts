import { setTimeout as pause } from 'node:timers/promises';
import { bpmnProcess } from '@irisflow/bpmn';
import { connectRaw } from '@irisflow/broker/testing';
import { expect } from 'vitest';
import { commandsThrough } from '../../kit/commands.ts';
import type { World } from '../../kit/world.ts';

const model = bpmnProcess('bystander').start().serviceTask('work', { type: 'bystander' }).end().toXml();

/** Between two instances, in milliseconds: an office, not a benchmark. */
const BREATH = 20;

/** Somebody who only wants to work while others attack the engine. */
export interface Bystander {
  /** Starts one instance and works on its job; gives the milliseconds that each of its calls took. */
  work(): Promise<readonly number[]>;
  /** Works on and on until told to stop, then gives the milliseconds of each call. */
  workOn(): () => Promise<readonly number[]>;
  leave(): void;
}

/** Deploys a healthy process and connects as a client of its own. */
export const enter = async (world: World): Promise<Bystander> => {
  const raw = connectRaw(world.rest.engine.broker.grpcAddress);
  const { deploy, create, job, complete } = commandsThrough(() => raw);
  await deploy(model);
  const work = async () => {
    const spans: number[] = [];
    const timed = async <Answer>(call: Promise<Answer>): Promise<Answer> => {
      const began = performance.now();
      const answer = await call;
      spans.push(performance.now() - began);
      return answer;
    };
    const key = await timed(create('bystander'));
    const mine = await timed(job('bystander'));
    if (mine.processInstanceKey !== key) throw new Error(`Expected the job of ${key}, but it is of another instance`);
    await timed(complete(mine));
    return spans;
  };
  return {
    work,
    workOn: () => {
      const over = new AbortController();
      const worked = (async () => {
        const spans: number[] = [];
        while (!over.signal.aborted) {
          spans.push(...(await work()));
          await pause(BREATH);
        }
        return spans;
      })();
      return () => {
        over.abort();
        return worked;
      };
    },
    leave: () => raw.close(),
  };
};

/** What 99 of 100 stay below. */
const p99 = (spans: readonly number[]): number =>
  spans.toSorted((a, b) => a - b)[Math.ceil(spans.length * 0.99) - 1] ?? Number.POSITIVE_INFINITY;

/**
 * Milliseconds in which 99 of 100 calls are answered beside an attack: what no turn holds up for long. Alone on a machine it is a
 * tenth of this; here three attacks share two processors.
 */
const SOON = 3_000;

/** Attacks while the bystander works, whose calls are answered soon. */
export const beside = async (bystander: Bystander, attack: () => Promise<void>) => {
  const stop = bystander.workOn();
  try {
    await attack();
  } finally {
    const spans = await stop();
    expect(p99(spans)).toBeLessThan(SOON);
  }
};
