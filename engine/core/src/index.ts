export { decide } from './decide.ts';
export { destinationOf } from './routing/destination.ts';
export type { Destination } from './routing/destination.ts';
export type { DecideContext, Decision } from './desk/decision.ts';
export { applyChange } from './apply/apply-change.ts';

export type * from './command/command.ts';
export type * from './command/definition-command.ts';
export type * from './command/instance-command.ts';
export type * from './command/job-command.ts';
export type * from './command/message-command.ts';
export type * from './command/modification-command.ts';
export type * from './command/user-task-command.ts';
export type * from './command/follow-up.ts';
export type * from './command/reply.ts';

export type { TreeEvent } from './event/tree-event.ts';
export type * from './event/element-event.ts';
export type * from './event/instance-event.ts';
export type * from './event/job-event.ts';
export type * from './event/migration-event.ts';
export type * from './event/scope-event.ts';
export type * from './event/subscription-event.ts';
export type * from './event/user-task-event.ts';
export type * from './event/bucket-event.ts';
export type * from './event/definition-event.ts';
export type * from './event/engine-event.ts';

export type * from './state/element-instance.ts';
export type * from './state/instance-tree.ts';
export type * from './state/step.ts';
export type * from './state/engine-state.ts';
export { createBucket, bucketId, isEmptyBucket } from './state/bucket.ts';
export type { Bucket, BucketRef, BufferedMessage } from './state/bucket.ts';
export { createCatalog } from './state/definition-catalog.ts';
export type {
  AnyDefinition,
  DecisionDefinition,
  DefinitionCatalog,
  ProcessDefinition,
  StartTimer,
} from './state/definition-catalog.ts';

export { encodeTree, decodeTree } from './storage/encode-tree.ts';
export { encodeBucket, decodeBucket } from './storage/encode-bucket.ts';

export { encodeChange, decodeChange } from './storage/encode-change.ts';
export { toRecords } from './records/to-records.ts';
export type { RecordSource } from './records/to-records.ts';
export { checkInvariants } from './invariants/check-invariants.ts';
