import type { Block } from './block.ts';
import { decisionAndNotice } from './library/decision-and-notice.ts';
import { informationRequest } from './library/information-request.ts';
import { opinion } from './library/opinion.ts';
import { paymentIn } from './library/payment-in.ts';

/** Every block that procedures may call, in the order in which analysts read them. */
export const blocks: readonly Block[] = [informationRequest, opinion, paymentIn, decisionAndNotice];
