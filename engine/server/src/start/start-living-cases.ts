import path from 'node:path';
import type { Casework } from '@irisflow/platform';
import type { Config } from '../config/config.ts';
import { playLivingCases } from '../demo/living-cases/play-living-cases.ts';
import { examplesOf } from './start-web.ts';
import type { StopStack } from './stop-stack.ts';
import { reasonOf, writeLog } from './write-log.ts';

/** Plays the cases of a demonstration while people look around already: nobody waits for them. */
export const startLivingCases = (config: Config, casework: Casework, stops: StopStack): void => {
  if (!config.demo || !config.demoCases) return;
  const stopping = new AbortController();
  const report = (thrown: unknown) => writeLog({ level: 'warn', part: 'casework', message: reasonOf(thrown) });
  const playing = playLivingCases({
    casework,
    folder: path.join(examplesOf(config), 'demo'),
    signal: stopping.signal,
    onFailure: report,
  }).then((played) => {
    if (played > 0) process.stdout.write(`  ${played} cases of the demonstration are there now.\n`);
  }, report);
  stops.push('cases of the demonstration', async () => {
    stopping.abort();
    await playing;
  });
};
