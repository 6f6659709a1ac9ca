import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeAssessment } from './assessment.ts';
import * as started from './started-by-run.ts';

let looked = '';

/** For the global setup of vitest: journeys begin with a second start, and note which screens were looked at. */
export const setup = async (): Promise<void> => {
  await started.setup();
  looked = mkdtempSync(path.join(tmpdir(), 'irisflow-looked-'));
  process.env['IRISFLOW_TEST_LOOKED'] = looked;
};

export const teardown = async (): Promise<void> => {
  delete process.env['IRISFLOW_TEST_LOOKED'];
  await started.teardown();
  writeAssessment(looked);
  rmSync(looked, { recursive: true, force: true });
};
