import type { DatabaseKind } from '@irisflow/database';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type RestUnderTest, startRestUnderTest } from './rest-under-test.ts';

/** Serves a model to the tests around the call, on a store of their own; a failure that the engine reports fails its test. */
export const serveModel = (kind: DatabaseKind, model: string): (() => RestUnderTest) => {
  let rest: RestUnderTest;
  beforeAll(async () => {
    rest = await startRestUnderTest(kind);
    await rest.client.deployResources([{ name: 'model.bpmn', content: model }]);
  }, 60_000);
  afterAll(() => rest.stop());
  afterEach(() => {
    if (rest.engine.failures.length > 0) throw new Error(rest.engine.failures.join('\n'));
  });
  return () => rest;
};
