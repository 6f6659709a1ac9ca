import type { Block } from './block.ts';
import { appeal } from './library/appeal.ts';
import { decisionAndNotice } from './library/decision-and-notice.ts';
import { informationRequest } from './library/information-request.ts';
import { obligation } from './library/obligation.ts';
import { opinion } from './library/opinion.ts';
import { paymentIn } from './library/payment-in.ts';
import { recovery } from './library/recovery.ts';

/** Every block that procedures may call, in the order in which analysts read them. */
export const blocks: readonly Block[] = [
  informationRequest,
  opinion,
  paymentIn,
  recovery,
  decisionAndNotice,
  appeal,
  obligation,
];
