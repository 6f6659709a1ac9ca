/** Stores answer `timestamptz` as a Date or as text; views want ISO 8601 in UTC. */
export const instantOf = (value: unknown): string => new Date(value as string | Date).toISOString();

export const instantOrNull = (value: unknown): string | null => (value === null ? null : instantOf(value));

export const isoOf = (epochMs: number): string => new Date(epochMs).toISOString();

/** `json` goes in as text: drivers would turn a bare array into a PostgreSQL array. */
export const jsonOf = (value: unknown): string => JSON.stringify(value ?? null);

export const numberOrNull = (value: unknown): number | null => (value === null ? null : Number(value));
