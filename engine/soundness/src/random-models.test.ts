import { elementById, parseBpmn, type ExecutableProcess } from '@irisflow/bpmn';
import { createTestEngine, type TestEngine } from '@irisflow/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { block, drawBlocks, type DrawnModel } from '../test/draw-blocks.ts';
import { analyzeSoundness, type SoundnessFinding, type SoundnessStep } from './index.ts';

const graphOf = ({ path }: DrawnModel): ExecutableProcess => {
  const result = parseBpmn(path.toXml());
  const [process] = result.ok ? result.processes : [];
  if (process === undefined) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return process;
};

const mistaken = { and: 'xor', xor: 'and', or: 'and' } as const;
const expectedCode = {
  and: 'SOUNDNESS_NOT_SYNCHRONIZED',
  xor: 'SOUNDNESS_DEADLOCK',
  or: 'SOUNDNESS_DEADLOCK',
} as const;

/** The way that each gateway is to choose next, from some step on. */
const waysFrom = (graph: ExecutableProcess, steps: readonly SoundnessStep[]): readonly string[] => {
  const decided = new Set<string>();
  return steps.flatMap(({ kind, elementId, flowIds }) => {
    if (kind !== 'chosen' || decided.has(elementId)) return [];
    decided.add(elementId);
    const flows = graph.flows.filter(({ id }) => flowIds.includes(id));
    return flows.flatMap(({ condition }) =>
      condition?.kind === 'feel' ? (/"(\w+)"/.exec(condition.source)?.[1] ?? []) : [],
    );
  });
};

const isInside = (graph: ExecutableProcess, elementId: string, scopeId: string): boolean => {
  for (let at = elementById(graph, elementId); at !== null; at = graph.elements[at.scope ?? -1] ?? null) {
    if (at.id === scopeId) return true;
  }
  return false;
};

/** Does whatever is left to do inside a scope, as long as somebody has something to do there. */
const finish = (engine: TestEngine, graph: ExecutableProcess, scopeId: string, ways: readonly string[]): void => {
  const variables = JSON.stringify({ ways });
  for (let round = 0; round < 100; round += 1) {
    const job = engine.jobs().find(({ elementId }) => isInside(graph, elementId, scopeId));
    const inner = engine.subscriptions().filter(({ catchElementId }) => isInside(graph, catchElementId, scopeId));
    const message = inner.find(({ catchElementId }) => /^(message|event)/.test(catchElementId));
    if (job !== undefined) engine.send({ kind: 'completeJob', jobKey: job.key, variables, result: null });
    else if (message?.kind === 'message') engine.publish(message.name, 'k', { variables });
    else return;
  }
};

/** Does on the real engine what the steps tell. */
const play = (engine: TestEngine, graph: ExecutableProcess, steps: readonly SoundnessStep[]): void => {
  engine.create('p', { ways: waysFrom(graph, steps) });
  for (const [index, { kind, elementId }] of steps.entries()) {
    const ways = waysFrom(graph, steps.slice(index + 1));
    const element = elementById(graph, elementId);
    if (kind === 'done' && element?.kind === 'serviceTask') engine.complete(elementId, { ways });
    else if (kind === 'done' && element?.kind === 'subProcess') finish(engine, graph, elementId, ways);
    else if (kind === 'happened') engine.publish(elementId, 'k', { variables: JSON.stringify({ ways }) });
  }
};

const scopeOf = (graph: ExecutableProcess, { elementId }: SoundnessFinding): string => {
  const scope = elementById(graph, elementId)?.scope ?? 0;
  return graph.elements[scope]?.id ?? '';
};

/** The innermost instance of a scope: of a loop, the item and not the body. */
const instanceOf = (engine: TestEngine, scopeId: string) =>
  [...engine.state.trees.values()]
    .flatMap(({ elements }) => [...elements.values()])
    .findLast(({ elementId }) => elementId === scopeId);

/** Whether a scope that is not around this finding has one too: a token of the play may get stuck there first; the analysis takes it as repaired. */
const isBesideAnother = (
  findings: readonly SoundnessFinding[],
  graph: ExecutableProcess,
  finding: SoundnessFinding,
): boolean => findings.some((other) => !isInside(graph, scopeOf(graph, finding), scopeOf(graph, other)));

describe('random models', () => {
  it('have no findings when they are sound by construction', () => {
    fc.assert(
      fc.property(block, (root) => {
        const report = analyzeSoundness(graphOf(drawBlocks(root)));
        expect(report.isComplete).toBe(true);
        expect(report.findings).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('have a finding at the gateway that was drawn by mistake', () => {
    fc.assert(
      fc.property(block, fc.nat(20), (root, which) => {
        // given
        const { joins } = drawBlocks(root);
        fc.pre(joins.length > 0);
        const position = which % joins.length;
        const join = joins[position];
        if (join === undefined) return;
        // when
        const model = drawBlocks(root, { mistakes: new Map([[position, mistaken[join.split]]]) });
        const { findings, isComplete } = analyzeSoundness(graphOf(model));
        // then: tokens that multiply in loops end the search early, at whichever gateway they met first
        const found = findings.map(({ code, elementId }) => (isComplete ? `${code} ${elementId}` : code));
        const expected = expectedCode[join.split];
        expect(found).toContain(isComplete ? `${expected} ${join.id}` : expected);
      }),
      { numRuns: 100 },
    );
  });

  it('stand still on the real engine where a deadlock is reported', () => {
    let played = 0;
    fc.assert(
      fc.property(block, fc.nat(20), fc.nat(20), (root, one, other) => {
        // given: two mistakes, so that joins wait for each other too
        const { joins } = drawBlocks(root);
        fc.pre(joins.length > 0);
        const mistakes = new Map([one, other].map((which) => [which % joins.length, 'and' as const]));
        const graph = graphOf(drawBlocks(root, { mistakes }));
        const { findings } = analyzeSoundness(graph);
        for (const finding of findings.filter(({ code }) => code === 'SOUNDNESS_DEADLOCK')) {
          if (isBesideAnother(findings, graph, finding)) continue;
          // when
          const engine = createTestEngine();
          engine.deploy(drawBlocks(root, { mistakes }).path.toXml());
          play(engine, graph, finding.path);
          finish(engine, graph, scopeOf(graph, finding), []);
          // then
          const scope = instanceOf(engine, scopeOf(graph, finding));
          expect([scope?.children, engine.incidents()], engine.story()).toEqual([0, []]);
          expect(scope?.tokens?.size, engine.story()).toBeGreaterThan(0);
          played += 1;
        }
      }),
      { numRuns: 120 },
    );
    expect(played).toBeGreaterThan(50);
  }, 120_000);
});
