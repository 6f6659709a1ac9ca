// @ts-check
import { parentPort, workerData } from 'node:worker_threads';
import { runScenario } from '@irisflow/scenarios';

/** @type {import('./release-findings.ts').Rehearsal} */
const { playable, scenarios, untilMs } = workerData;

const begun = performance.now();

/** @param {import('@irisflow/scenarios').Scenario} scenario */
const isGreen = async (scenario) => {
  try {
    return (await runScenario(playable, scenario)).differences.length === 0;
  } catch {
    return false;
  }
};

/** @type {boolean[]} */
const green = [];
for (const scenario of scenarios)
  green.push(scenario !== null && performance.now() - begun < untilMs && (await isGreen(scenario)));
parentPort?.postMessage(green);
