import type { ProcessInstanceKey } from '@irisflow/protocol';
import type { BucketRef } from '../state/bucket.ts';
import type { BucketEvent } from './bucket-event.ts';
import type { DefinitionEvent } from './definition-event.ts';
import type { TreeEvent } from './tree-event.ts';

/** Something that happened: a past participle. Together with the state before it gives the state after. */
export type EngineEvent = TreeEvent | BucketEvent | DefinitionEvent;

/** What the caller of an operation calls it; all that results from the operation carries it. */
export interface Origin {
  readonly operationReference?: string;
}

/** The events of one command on one aggregate, in order. */
export type Change = Origin & ChangeOfAggregate;

type ChangeOfAggregate =
  | { readonly aggregate: 'tree'; readonly rootKey: ProcessInstanceKey; readonly events: readonly TreeEvent[] }
  | { readonly aggregate: 'bucket'; readonly ref: BucketRef; readonly events: readonly BucketEvent[] }
  | { readonly aggregate: 'definitions'; readonly events: readonly DefinitionEvent[] };
