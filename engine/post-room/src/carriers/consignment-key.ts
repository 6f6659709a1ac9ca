import type { CarriedChannel } from './letter-carrier.ts';

/** How a carrier knows a letter from us: by its notice and its way, whoever asks how often. */
export const consignmentKey = ({
  noticeId,
  channel,
}: {
  readonly noticeId: string;
  readonly channel: CarriedChannel;
}): string => `${noticeId}-${channel}`;
