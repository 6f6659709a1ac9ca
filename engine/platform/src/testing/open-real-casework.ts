import { usualStore } from '@irisflow/database/testing';
import { startRestUnderTest, type RestUnderTest } from '@irisflow/broker/testing';
import { type Engine, openEngine } from '@irisflow/engine-client';
import { openTestCasework, type TestCasework } from './open-test-casework.ts';

export interface RealCasework extends TestCasework {
  /** The embedded engine behind it, as anybody reaches it who holds its token. */
  readonly rest: RestUnderTest;
  /** The same as casework sees it. */
  readonly processEngine: Engine;
}

/** Casework on the real engine, both on the store of the tests; its clock starts at the engine's. `through` lets calls go wrong. */
export const openRealCasework = async (
  through: (engine: Engine) => Engine = (engine) => engine,
): Promise<RealCasework> => {
  const rest = await startRestUnderTest(usualStore);
  const processEngine = openEngine({ grpcAddress: rest.engine.broker.grpcAddress, restUrl: rest.url });
  const given = await openTestCasework({ engine: through(processEngine) });
  given.clock.set(new Date().toISOString());
  return {
    ...given,
    rest,
    processEngine,
    close: async () => {
      await given.close();
      await rest.stop();
    },
  };
};
