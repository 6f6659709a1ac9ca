import type { DatabaseKind } from '@irisflow/database';
import { type BrokerTestOptions, connectRaw, createTestClock, startRestUnderTest } from '@irisflow/broker/testing';
import { advanceThrough } from './advance-clock.ts';
import { commandsThrough } from './commands.ts';
import { queriesThrough } from './queries.ts';
import type { World } from './world.ts';

/** What a failed call of gRPC carries. */
const readRefusal = (thrown: unknown) => {
  if (!(thrown instanceof Error) || !('code' in thrown)) throw thrown;
  return { code: Number(thrown.code), details: 'details' in thrown ? String(thrown.details) : thrown.message };
};

const refusal: World['refusal'] = async (call) => {
  try {
    await call;
  } catch (thrown) {
    return readRefusal(thrown);
  }
  throw new Error('Expected the call to be refused, but it succeeded');
};

let names = 0;

const name: World['name'] = (stem) => {
  names += 1;
  return `${stem}_${names}`;
};

/** Starts the engine with a clock that can be put forward, on a store of its own; `options` are those of the broker. */
export const startWorld = async (kind: DatabaseKind, options: BrokerTestOptions = {}): Promise<World> => {
  const clock = createTestClock();
  const rest = await startRestUnderTest(kind, clock, options);
  let raw = connectRaw(rest.engine.broker.grpcAddress);
  const commands = commandsThrough(() => raw);
  return {
    kind,
    clock,
    rest,
    get client() {
      return rest.engine.client;
    },
    get raw() {
      return raw;
    },
    name,
    refusal,
    ...commands,
    advance: advanceThrough(clock, commands),
    ...queriesThrough(rest),
    restart: async (downtime = 0) => {
      raw.close();
      await rest.restart(() => clock.advance(downtime));
      raw = connectRaw(rest.engine.broker.grpcAddress);
    },
    stop: async () => {
      raw.close();
      await rest.stop();
    },
  };
};
