import { bpmnProcess, parseBpmn, type ExecutableProcess, type ProcessPath } from '@irisflow/bpmn';
import { expect } from 'vitest';

import { analyzeSoundness, type SoundnessOptions, type SoundnessReport } from '../index.ts';

export const graphOf = (path: ProcessPath): ExecutableProcess => {
  const result = parseBpmn(path.toXml());
  const [process] = result.ok ? result.processes : [];
  if (process === undefined) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return process;
};

export const reportOf = (path: ProcessPath, options?: SoundnessOptions): SoundnessReport =>
  analyzeSoundness(graphOf(path), options);

/** Findings as `DEADLOCK join`. */
export const found = (path: ProcessPath, options?: SoundnessOptions): readonly string[] => {
  const report = reportOf(path, options);
  expect(report.isComplete).toBe(true);
  return report.findings.map(({ code, elementId }) => `${code.replace('SOUNDNESS_', '')} ${elementId}`);
};

/** The way to the only finding, as `done a > chosen g (flow_g_b)`. */
export const wayTo = (path: ProcessPath): string => {
  const { findings } = reportOf(path);
  expect(findings).toHaveLength(1);
  return (findings[0]?.path ?? [])
    .map(({ kind, elementId, flowIds }) => `${kind} ${elementId}${kind === 'chosen' ? ` (${flowIds.join(' ')})` : ''}`)
    .join(' > ');
};

export const start = (): ProcessPath => bpmnProcess('p').start();
export const wait = { correlationKey: '= key' };

export type Gateway = 'exclusiveGateway' | 'parallelGateway' | 'inclusiveGateway';

/** Two ways between a split and a join. */
export const diamond = (split: Gateway, join: Gateway): ProcessPath => {
  const path = start()[split]('split');
  if (split === 'parallelGateway') {
    path.branch((way) => way.userTask('a')[join]('join')).branch((way) => way.userTask('b').connectTo('join'));
  } else {
    path.when('= x', (way) => way.userTask('a')[join]('join')).otherwise((way) => way.userTask('b').connectTo('join'));
  }
  return path.at('join').userTask('after').end();
};
