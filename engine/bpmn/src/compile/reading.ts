import type { ModdleElement } from '@irisflow/xml';

import type { ElementKind, ExecutableElement } from '../graph.ts';
import type { BpmnProblemCode } from '../problem-codes.ts';
import type { ProblemLog, ProblemParams } from '../problem-log.ts';
import type { FeelLeft } from './feel-left.ts';
import type { Outline, OutlineNode } from './outline.ts';

/**
 * What the readers of one process share. A reader answers a value even when it reports a problem,
 * so that one pass finds everything; the graph of a process with errors is thrown away.
 */
export interface Reading {
  readonly outline: Outline;
  readonly log: ProblemLog;
  readonly feelLeft: FeelLeft;
}

type WithKind<E extends ExecutableElement, K extends ElementKind> = E extends ExecutableElement
  ? K extends E['kind']
    ? E
    : never
  : never;

/** The element type of a kind, also where several kinds share one type. */
export type ElementOf<K extends ElementKind> = WithKind<ExecutableElement, K>;

/** What is special about one kind; the part all elements share is added around it. */
export type Special<K extends ElementKind> = Omit<ElementOf<K>, CommonKey>;

/** Keys that are read the same way for every kind. */
export type CommonKey =
  | 'index'
  | 'id'
  | 'name'
  | 'scope'
  | 'incoming'
  | 'outgoing'
  | 'inputs'
  | 'outputs'
  | 'listeners'
  | 'properties';

export type ElementReader<K extends ElementKind> = (reading: Reading, node: OutlineNode) => Special<K>;

export const report = (reading: Reading, code: BpmnProblemCode, at: ModdleElement, params?: ProblemParams): void =>
  reading.log.report(code, at, params);
