/** Why a command was refused; the caller can do something about each of them. */
export const rejectionTypes = [
  'INVALID_ARGUMENT',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'INVALID_STATE',
  'PROCESSING_ERROR',
  'UNIMPLEMENTED',
] as const;

export type RejectionType = (typeof rejectionTypes)[number];

/** A refused command. `reason` is a sentence in the form "Expected to ..., but ...". */
export interface CommandRejection {
  readonly type: RejectionType;
  readonly reason: string;
}

/** The text that a client sees: clients of the gateway protocol match on this shape. */
export const rejectionMessage = (intent: string, rejection: CommandRejection): string =>
  `Command '${intent}' rejected with code '${rejection.type}': ${rejection.reason}`;
