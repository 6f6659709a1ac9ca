import type { ElementIndex } from '../../graph.ts';
import { isNoneEvent } from '../events/read-event.ts';
import type { Outline, OutlineNode } from '../outline.ts';
import type { ElementReader, Reading } from '../reading.ts';
import { readActivity } from './activity.ts';

export interface ScopeParts {
  readonly children: readonly ElementIndex[];
  readonly noneStart: ElementIndex | null;
  readonly eventSubProcesses: readonly ElementIndex[];
}

const childrenOf = (outline: Outline, node: OutlineNode): readonly OutlineNode[] =>
  node.children.flatMap((index) => outline.nodes[index] ?? []);

/** The start events directly inside a scope. */
export const startEventsOf = (outline: Outline, node: OutlineNode): readonly OutlineNode[] =>
  childrenOf(outline, node).filter(({ kind }) => kind === 'startEvent');

/** What every scope has: content, a way in, and what may interrupt it. */
export const readScope = ({ outline }: Reading, node: OutlineNode): ScopeParts => ({
  children: node.children,
  noneStart: startEventsOf(outline, node).find(({ source }) => isNoneEvent(source))?.index ?? null,
  eventSubProcesses: childrenOf(outline, node)
    .filter(({ kind }) => kind === 'eventSubProcess')
    .map(({ index }) => index),
});

export const readProcess: ElementReader<'process'> = (reading, node) => ({
  kind: 'process',
  ...readScope(reading, node),
});

export const readSubProcess: ElementReader<'subProcess'> = (reading, node) => ({
  kind: 'subProcess',
  ...readActivity(reading, node),
  ...readScope(reading, node),
});
