import { type ClientReadableStream, Metadata, status } from '@grpc/grpc-js';
import { collect, connectRaw } from '@irisflow/broker/testing';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { oneTask } from '../kit/one-task.ts';
import { startWorld } from '../kit/start-world.ts';
import type { World } from '../kit/world.ts';
import { underAttack } from './kit/under-attack.ts';

const MANY = 200;
/** Lease and wait of those who vanish, in milliseconds: whatever stays with them stays for the test. */
const LONG = 600_000;

type Calls = readonly ClientReadableStream<unknown>[];

const addressOf = ({ rest }: World) => rest.engine.broker.grpcAddress;

const requestFor = (type: string) => ({
  type,
  worker: 'gone',
  timeout: LONG,
  maxJobsToActivate: 1,
  requestTimeout: LONG,
});

/** Waits until every call has come to its end. */
const areOver = (calls: Calls): Promise<unknown> =>
  vi.waitFor(() => expect(calls.filter(({ destroyed, readableEnded }) => !destroyed && !readableEnded)).toEqual([]), {
    timeout: 5_000,
  });

/** A way to a server that can be cut without a word. */
const openWay = async (address: string): Promise<{ readonly address: string; cut(): void; close(): void }> => {
  const [host = '', port = ''] = address.split(':');
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(Number(port), host);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => undefined);
      from.on('close', () => void to.destroy());
      from.pipe(to);
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('Expected a port, but found none');
  return {
    address: `127.0.0.1:${bound.port}`,
    cut: () => {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    close: () => void server.close(),
  };
};

interface Connection {
  /** Answered when the server has taken everything that was sent before. */
  ask(): Promise<unknown>;
  cut(): void;
}

type Go = (calls: Calls, connection: Connection) => Promise<unknown> | void;

/** How clients go. */
const ways: readonly (readonly [how: string, go: Go])[] = [
  [
    'cancel',
    (calls, { ask }) => {
      for (const call of calls) call.cancel();
      return ask();
    },
  ],
  ['lose their connection', (_calls, { cut }) => cut()],
];

const kinds = ['ActivateJobs', 'StreamActivatedJobs'] as const;

underAttack('Vanishing clients', (attacked) => {
  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });

  /** Opens so many calls through a way of their own; gives how to go. */
  const openCalls = async (kind: (typeof kinds)[number], type: string, metadata?: Metadata) => {
    const way = await openWay(addressOf(attacked.world));
    const raw = connectRaw(way.address);
    closing.push(() => raw.close(), way.close);
    const calls = Array.from({ length: MANY }, () => {
      const call = raw.stream(kind, requestFor(type), metadata);
      call.on('error', () => undefined);
      call.on('data', () => undefined);
      return call;
    });
    // Calls of one connection are taken in order: when this is answered, all of them wait.
    await raw.call('Topology', {});
    await attacked.world.activate(attacked.world.name('nobody'));
    return { calls, connection: { ask: () => raw.call('Topology', {}), cut: way.cut } };
  };

  /** A job that is created now goes to somebody who is there, at once. */
  const expectDelivered = async (processId: string, type: string) => {
    const { world } = attacked;
    const key = await world.create(processId);
    const began = performance.now();
    const [job] = await world.activate(type, { wait: 5_000 });
    expect(job?.processInstanceKey).toBe(key);
    expect(performance.now() - began).toBeLessThan(3_000);
  };

  const deployTask = async () => {
    const [id, type] = [attacked.world.name('left'), attacked.world.name('left')];
    await attacked.world.deploy(oneTask(id, { type }));
    return { id, type };
  };

  describe.each(kinds)(`${MANY} open calls of %s`, (kind) => {
    test.for(ways)('whose clients %s leave no job with the dead', async ([, go]) => {
      // given
      const { id, type } = await deployTask();
      const { calls, connection } = await openCalls(kind, type);

      // when
      await go(calls, connection);
      await areOver(calls);

      // then
      await expectDelivered(id, type);
    });

    test('whose deadline is over leave no job with the dead', async () => {
      // given
      const { id, type } = await deployTask();
      const metadata = new Metadata();
      metadata.set('grpc-timeout', '300m');
      const { calls, connection } = await openCalls(kind, type, metadata);

      // when
      await areOver(calls);

      // then
      await expectDelivered(id, type);
      connection.cut();
    });

    test('whose clients go at the moment when the jobs come leave no job with the dead', async () => {
      // given
      const { world } = attacked;
      const { id, type } = await deployTask();
      const { connection } = await openCalls(kind, type);

      // when
      const created = Array.from({ length: 50 }, () => world.create(id));
      connection.cut();
      const keys = await Promise.all(created);

      // then
      const found = new Set<string>();
      await vi.waitFor(
        async () => {
          for (const job of await world.activate(type, { max: 100 })) found.add(job.processInstanceKey);
          expect(found.size).toBe(keys.length);
        },
        { timeout: 10_000 },
      );
    });
  });
});

describe.each(['pglite', 'postgres'] as const)('A server with open calls on %s', (kind) => {
  test('tells them and ends within ten seconds', async () => {
    // given
    const world = await startWorld(kind);
    const type = world.name('nobody');
    const gone = kinds.flatMap((call) =>
      Array.from({ length: MANY }, () =>
        collect(world.raw.stream(call, requestFor(type))).then(
          () => status.OK,
          (failure: { readonly code: number }) => failure.code,
        ),
      ),
    );
    await world.activate(type);

    // when
    const began = performance.now();
    await world.stop();

    // then
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(new Set(await Promise.all(gone))).toEqual(new Set([status.UNAVAILABLE]));
  });
});
