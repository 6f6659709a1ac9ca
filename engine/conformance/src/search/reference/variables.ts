import type { Frame, Value, Variables } from './frame.ts';

const outward = (frame: Frame): Frame | null => (frame.isProcess ? null : frame.parent);

/** The value as seen from a frame; null when there is none. */
export const lookUp = (from: Frame, name: string): Value => {
  for (let frame: Frame | null = from; frame !== null; frame = outward(frame)) {
    const value = frame.variables.get(name);
    if (value !== undefined) return value;
  }
  return null;
};

/** Writes to the nearest frame that has the name, else to the root of the process. */
export const writeUpward = (from: Frame, name: string, value: Value): void => {
  let frame = from;
  while (!frame.variables.has(name)) {
    const outer = outward(frame);
    if (outer === null) break;
    frame = outer;
  }
  frame.variables.set(name, value);
};

export const writeAllUpward = (from: Frame, variables: Variables): void => {
  for (const [name, value] of Object.entries(variables)) writeUpward(from, name, value);
};

export const writeLocally = (frame: Frame, variables: Variables): void => {
  for (const [name, value] of Object.entries(variables)) frame.variables.set(name, value);
};

/** Everything that a frame sees. */
export const visibleFrom = (from: Frame): Variables => {
  const seen = new Map<string, Value>();
  for (let frame: Frame | null = from; frame !== null; frame = outward(frame)) {
    for (const [name, value] of frame.variables) if (!seen.has(name)) seen.set(name, value);
  }
  return Object.fromEntries(seen);
};
