import type { Stage } from './stage.ts';

/** A request that an operation answers with what it is for. */
export interface Example {
  readonly path: string;
  /** Sent as JSON, or as a form with files; absent: no body. */
  readonly body?: object;
}

/** Prepares the request: what it speaks of exists, in the state that it needs. */
export type Prepare = (stage: Stage) => Example | Promise<Example>;

/** By method and path, as in `operations`. */
export type Examples = Readonly<Record<string, Prepare>>;

/** A search that finds something once a procedure runs. */
export const searches =
  (path: string): Prepare =>
  async (stage) => {
    await stage.start();
    return { path, body: {} };
  };

/** A field of a row as text. */
export const textOf = (row: Readonly<Record<string, unknown>>, field: string): string => String(row[field]);
