// @ts-check
import { parentPort, workerData } from 'node:worker_threads';
import { parseDmn, playDecisionTest } from '@irisflow/dmn';

/** @type {import('./release-findings.ts').TestRehearsal} */
const { decisions, lines } = workerData;

const files = new Map(decisions.map(({ path, content }) => [path, parseDmn(content)]));

/** @param {import('../test-lines.ts').TestLine} line */
const isRed = ({ tested, test, parameters }) => {
  const parsed = files.get(tested);
  return parsed?.ok !== true || playDecisionTest(parsed.requirements, test, parameters).state === 'red';
};

parentPort?.postMessage(lines.map(isRed));
