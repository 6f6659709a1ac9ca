import type { Schema } from './json-schema.ts';

/** Where an input goes in the request. */
export type Place = 'path' | 'query' | 'body';

export interface DraftInput {
  /** Of the variable: letters, digits and `_`. */
  readonly name: string;
  readonly place: Place;
  /** As the source calls it. */
  readonly sent: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
  /** In the words of the source, in whichever language it has. */
  readonly label: string;
}

/** How the source knows who asks. */
export type Authorization = { readonly kind: 'none' | 'bearer' } | { readonly kind: 'header'; readonly header: string };

/** What a connector is begun from. */
export interface ConnectorDraft {
  /** Its job type: `<administration>.<name>`. */
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly inputs: readonly DraftInput[];
  readonly output: Schema;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `{name}` where inputs go. */
  readonly path: string;
  readonly authorization: Authorization;
  /** Whether 404 is an answer: that there is nothing. */
  readonly knowsNothing: boolean;
}
