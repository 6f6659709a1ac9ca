import type { BucketEvent, BucketRef } from '@irisflow/core';
import { expiryOf } from './due-command.ts';
import { type Effect, NO_EFFECT } from './effect.ts';

/** What each event means: leaving one out does not compile. */
type BucketEffects = {
  readonly [Kind in BucketEvent['kind']]: (event: BucketEvent & { readonly kind: Kind }, ref: BucketRef) => Effect;
};

const none = () => NO_EFFECT;

export const bucketEffects: BucketEffects = {
  messagePublished: ({ message }, ref) => ({ due: expiryOf(ref, message) }),
  // A message stays for other processes until its time is over.
  messageCorrelated: none,
  correlationUndone: none,
  messageExpired: ({ key }) => ({ undue: key }),
  waiterAdded: none,
  waiterRemoved: none,
  startLockTaken: none,
  startLockReleased: none,
  signalBroadcast: none,
};
