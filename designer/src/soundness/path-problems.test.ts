import { bpmnProcess } from '@irisflow/bpmn';
import { expect, test } from 'vitest';
import { lintProcess } from '../workspace/lint-process.ts';
import { checkProcess } from './check-process.ts';
import { findingOf, pathProblems } from './path-problems.ts';

const deadlock = bpmnProcess('p')
  .start()
  .exclusiveGateway('choice')
  .when('= x', (way) => way.userTask('a').parallelGateway('join'))
  .otherwise((way) => way.userTask('b').connectTo('join'))
  .at('join')
  .end()
  .userTask('lost')
  .toXml();

test('a finding is a problem in three languages, with the way that leads to it', () => {
  const [problem] = pathProblems('a.bpmn', checkProcess(deadlock), lintProcess('a.bpmn', deadlock));
  expect(problem).toMatchObject({ file: 'a.bpmn', elementId: 'join', severity: 'error', code: 'SOUNDNESS_DEADLOCK' });
  expect(new Set(Object.values(problem?.message ?? {})).size).toBe(3);
  expect(problem === undefined ? null : findingOf(problem)?.path).toHaveLength(3);
});

test('an element without a name is called by its kind and its id', () => {
  const [problem] = pathProblems('a.bpmn', checkProcess(deadlock), []);
  expect(problem?.message.fr).toMatch(/^«\u00a0Passerelle parallèle \(join\)\u00a0» .* Tâche utilisateur \(b\)/);
  expect(problem?.message.nl).toMatch(/^„Parallelle gateway \(join\)” /);
  expect(problem?.message.en).toMatch(/^“Parallel gateway \(join\)” /);
});

test('what the lint says already is not said twice', () => {
  const linted = lintProcess('a.bpmn', deadlock);
  const codes = pathProblems('a.bpmn', checkProcess(deadlock), linted).map(({ code }) => code);
  expect(linted.map(({ code }) => code)).toEqual(['BPMN_ELEMENT_UNREACHABLE']);
  expect(codes).toEqual(['SOUNDNESS_DEADLOCK']);
  expect(linted.map(findingOf)).toEqual([null]);
});
