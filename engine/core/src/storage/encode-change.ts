import { keyAt, sequenceOf } from '@irisflow/protocol';
import type { Change, EngineEvent } from '../event/engine-event.ts';
import type { ElementEvent, ElementRef } from '../event/element-event.ts';
import type { TreeEvent } from '../event/tree-event.ts';

/**
 * Nine events out of ten say that an element instance or a token moved. Those are written as short arrays, keys as
 * their distance from the first key, and what an instance is only the first time it appears in the text;
 * everything else is written as it is.
 */
const transitions = [
  'elementActivating',
  'elementActivated',
  'elementCompleting',
  'elementCompleted',
  'elementTerminating',
  'elementTerminated',
] as const satisfies readonly ElementEvent['kind'][];

const flowCode = transitions.length;

type PackedRef = readonly [
  element: number,
  elementId: string,
  elementType: string,
  scope: number,
  processInstance: number,
];
type PackedTransition = readonly [code: number, key: number, ref?: PackedRef | null, flows?: readonly number[]];
type PackedFlow = readonly [code: number, flow: number, flowId: string, scope: number, processInstance: number];
type PackedEvent = PackedTransition | PackedFlow | EngineEvent;

interface PackedChange extends Omit<Change, 'events'> {
  readonly events: readonly PackedEvent[];
}

/** The change as compact JSON text, readable without anything else. */
export const encodeChange = (change: Change): string => {
  if (change.aggregate !== 'tree') return JSON.stringify(change);
  const known = new Set<string>();
  const events = change.events.map((event) => pack(event, known));
  return JSON.stringify({ ...change, events } satisfies PackedChange);
};

const pack = (event: TreeEvent, known: Set<string>): PackedEvent => {
  if (event.kind === 'flowTaken') {
    return [flowCode, event.flow, event.flowId, sequenceOf(event.scopeKey), sequenceOf(event.processInstanceKey)];
  }
  const code = (transitions as readonly string[]).indexOf(event.kind);
  return code < 0 ? event : packTransition(event as ElementEvent, code, known);
};

const packTransition = (event: ElementEvent, code: number, known: Set<string>): PackedTransition => {
  const key = sequenceOf(event.key);
  const ref = known.has(event.key) ? null : packRef(event);
  known.add(event.key);
  const flows = flowsOf(event);
  if (flows !== undefined) return [code, key, ref, flows];
  return ref === null ? [code, key] : [code, key, ref];
};

const packRef = ({ element, elementId, elementType, scopeKey, processInstanceKey }: ElementRef): PackedRef => {
  const scope = scopeKey === null ? 0 : sequenceOf(scopeKey);
  return [element, elementId, elementType, scope, sequenceOf(processInstanceKey)];
};

/** Undefined where it goes without saying: nothing arrived on a flow, or it leaves through all of them. */
const flowsOf = (event: ElementEvent): readonly number[] | undefined => {
  if (event.kind === 'elementActivating') return event.flows.length === 0 ? undefined : event.flows;
  return event.kind === 'elementCompleting' ? event.flows : undefined;
};

/** The inverse of `encodeChange`. */
export const decodeChange = (text: string): Change => {
  const packed = JSON.parse(text) as PackedChange;
  if (packed.aggregate !== 'tree') return packed as Change;
  const known = new Map<number, ElementRef>();
  return { ...packed, events: packed.events.map((event) => unpack(event, known)) } as Change;
};

const unpack = (event: PackedEvent, known: Map<number, ElementRef>): EngineEvent => {
  if (!isPacked(event)) return event;
  return event[0] === flowCode ? unpackFlow(event as PackedFlow) : unpackTransition(event as PackedTransition, known);
};

const isPacked = (event: PackedEvent): event is PackedTransition | PackedFlow => Array.isArray(event);

const unpackFlow = ([, flow, flowId, scope, processInstance]: PackedFlow): EngineEvent => ({
  kind: 'flowTaken',
  flow,
  flowId,
  scopeKey: keyAt(scope),
  processInstanceKey: keyAt(processInstance),
});

const unpackTransition = (
  [code, sequence, packed = null, flows]: PackedTransition,
  known: Map<number, ElementRef>,
): EngineEvent => {
  const ref = packed === null ? known.get(sequence) : unpackRef(sequence, packed);
  const kind = transitions[code];
  if (ref === undefined || kind === undefined) {
    throw new RangeError(`Expected a packed event to be readable, but found [${code}, ${sequence}]`);
  }
  known.set(sequence, ref);
  if (kind === 'elementActivating') return { kind, ...ref, flows: flows ?? [] };
  return kind === 'elementCompleting' && flows !== undefined ? { kind, ...ref, flows } : { kind, ...ref };
};

const unpackRef = (
  sequence: number,
  [element, elementId, elementType, scope, processInstance]: PackedRef,
): ElementRef => ({
  key: keyAt(sequence),
  element,
  elementId,
  elementType: elementType as ElementRef['elementType'],
  scopeKey: scope === 0 ? null : keyAt<'elementInstance'>(scope),
  processInstanceKey: keyAt<'elementInstance' | 'processInstance'>(processInstance),
});
