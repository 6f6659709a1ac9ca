import type { TSchema } from 'typebox';

/** How a route answers when all goes well, for the description of the API. */
export interface Answer {
  readonly status: number;
  /** Media type; null when there is no body. */
  readonly type: string | null;
  /** Schema of a JSON body. */
  readonly schema: TSchema | null;
}

export const gives = (schema: TSchema, status = 200): Answer => ({ status, type: 'application/json', schema });
export const givesText = (type: string): Answer => ({ status: 200, type, schema: null });
export const givesNothing: Answer = { status: 204, type: null, schema: null };
