import type { SourceId } from './source-ids.ts';

export const FAULT_MODES = [
  'ok',
  'timeout',
  'unavailable',
  'rate-limit',
  'replaced',
  'no-data',
  'no-authorization',
  // No fault, but the world moves on: a register says something else than before.
  'changed',
] as const;

export type FaultMode = (typeof FAULT_MODES)[number];

export type Fault = {
  readonly mode: FaultMode;
  /** Requests that still meet the fault; without it, all do. */
  readonly count?: number;
};

/** The switchboard of one sandbox: what each source does with its next requests. */
export type Faults = {
  readonly current: (source: SourceId) => Fault;
  readonly set: (source: SourceId, fault: Fault) => void;
  /** The fault that this request meets; uses up one of its count. */
  readonly meet: (source: SourceId) => FaultMode;
};

const OK: Fault = { mode: 'ok' };

/** A switchboard where everything works. */
export const createFaults = (): Faults => {
  const faults = new Map<SourceId, Fault>();
  const current = (source: SourceId) => faults.get(source) ?? OK;
  return {
    current,
    set: (source, fault) => void faults.set(source, fault),
    meet: (source) => {
      const { mode, count } = current(source);
      if (count !== undefined) faults.set(source, count > 1 ? { mode, count: count - 1 } : OK);
      return mode;
    },
  };
};
