import { bpmnProcess, parseBpmn, type ProcessPath } from '@irisflow/bpmn';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { block, drawBlocks } from '../../test/draw-blocks.ts';
import { buildNet } from '../net/build-net.ts';
import type { Net } from '../net/net.ts';
import { traceThrows } from '../throws/trace-throws.ts';
import { explore, type StateSpace } from './explore.ts';

/** The nets of all scopes of a process. */
const netsOf = (path: ProcessPath): readonly Net[] => {
  const parsed = parseBpmn(path.toXml());
  const [graph] = parsed.ok ? parsed.processes : [];
  if (graph === undefined) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  const surroundings = { graph, throws: traceThrows(graph), canComplete: () => true };
  return graph.elements.filter((element) => 'children' in element).map(({ index }) => buildNet(surroundings, index));
};

const exploreIn = (net: Net, orders: 'all' | 'one'): StateSpace =>
  explore(net, { orders, budget: 20_000, meetings: 'report' });

const stuckIn = ({ nodes, stuck }: StateSpace): ReadonlySet<string | undefined> =>
  new Set(stuck.map((state) => nodes[state]?.marking));

const elementsIn = ({ reached }: StateSpace): readonly number[] =>
  [...reached.keys()].sort((one, other) => one - other);

const mistake = fc.tuple(fc.nat(20), fc.constantFrom('and', 'xor', 'or'));

describe('one order of what is independent', () => {
  it('finds the same stops, the same elements, and a meeting where all orders find one', () => {
    let compared = 0;
    fc.assert(
      fc.property(block, fc.array(mistake, { maxLength: 2 }), (root, wrong) => {
        const { joins } = drawBlocks(root);
        const mistakes = new Map(wrong.map(([which, kind]) => [which % Math.max(1, joins.length), kind]));
        for (const net of netsOf(drawBlocks(root, { mistakes }).path)) {
          const all = exploreIn(net, 'all');
          if (!all.isComplete) continue;
          const one = exploreIn(net, 'one');
          expect(one.nodes.length).toBeLessThanOrEqual(all.nodes.length);
          expect(one.meetings.length > 0).toBe(all.meetings.length > 0);
          if (all.meetings.length > 0) continue;
          expect(stuckIn(one)).toEqual(stuckIn(all));
          expect(elementsIn(one)).toEqual(elementsIn(all));
          compared += 1;
        }
      }),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  it('costs the sum of parallel branches instead of their product', () => {
    const path = bpmnProcess('p').start().parallelGateway('fork');
    for (let branch = 0; branch < 10; branch += 1) {
      path.branch((aside) => {
        for (let step = 0; step < 10; step += 1) aside.userTask(`t${branch}_${step}`);
        if (branch === 0) aside.parallelGateway('join');
        else aside.connectTo('join');
      });
    }
    const [net] = netsOf(path.at('join').end());
    const space = net === undefined ? null : exploreIn(net, 'one');
    expect(space?.isComplete).toBe(true);
    expect(space?.nodes.length).toBeLessThan(150);
  });
});
