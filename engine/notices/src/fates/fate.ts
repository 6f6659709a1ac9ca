/** A way by which a letter goes. */
export type NoticeChannel = 'portal' | 'email' | 'ebox' | 'registered' | 'post';

/** What became of a letter on one of its ways. `annulled` says of another one that it is not so, and nothing else. */
export type FateKind =
  | 'handedOver'
  | 'sent'
  | 'presented'
  | 'delivered'
  | 'presumed'
  | 'unclaimed'
  | 'refused'
  | 'returned'
  | 'read'
  | 'annulled';

/** Who says so: the platform of what it did itself, somebody of the office, whoever carries letters, or the law. */
export type FateSource = 'platform' | 'office' | 'carrier' | 'presumption';

export interface Fate {
  readonly id: string;
  readonly channel: NoticeChannel;
  readonly kind: FateKind;
  /** On which day it happened, in Brussels. */
  readonly day: string;
  readonly recordedAt: number;
  readonly source: FateSource;
  readonly recordedBy: string | null;
  readonly reason: string | null;
  /** The barcode of a registered letter. */
  readonly number: string | null;
  /** What the carrier calls what it told. */
  readonly event: string | null;
  /** The one that this one takes the place of. */
  readonly corrects: string | null;
}

/** What can become of a letter on each way; `presumed` is said by the law alone. */
export const fatesOf: Readonly<Record<NoticeChannel, readonly FateKind[]>> = {
  portal: ['sent', 'read'],
  email: ['sent', 'returned'],
  ebox: ['handedOver', 'delivered', 'read', 'returned'],
  registered: ['handedOver', 'sent', 'presented', 'delivered', 'unclaimed', 'refused', 'returned', 'presumed'],
  post: ['sent', 'delivered', 'returned', 'presumed'],
};

export const isPaper = (channel: NoticeChannel): boolean => channel === 'registered' || channel === 'post';

/** Of two that fell on one day the later one here is how it stands: carriers tell them in any order. */
export const order: readonly FateKind[] = [
  'handedOver',
  'sent',
  'presumed',
  'presented',
  'unclaimed',
  'refused',
  'returned',
  'delivered',
  'read',
];
