import { Channel, MyReach } from '@irisflow/parties';
import { Type } from 'typebox';
import { citizens, operationsOf } from './operation.ts';

/** Sending costs us, and whoever gets it, a mail. */
const sendLimit = { max: 5, seconds: 300 } as const;
/** A code has a million values: trying them must be slow, beside the few tries that each has. */
const tryLimit = { max: 10, seconds: 60 } as const;

export const reachOperations = operationsOf({
  getMyReach: {
    method: 'GET',
    path: '/api/my/reach',
    summary: 'By which ways I, or whom I act for, want to be reached, with everything that was chosen before.',
    access: citizens,
    reply: MyReach,
  },
  chooseChannels: {
    method: 'PUT',
    path: '/api/my/reach',
    summary: 'Chooses by which ways I, or whom I act for, want to be reached; what is left out is taken back.',
    access: citizens,
    body: Type.Object({ channels: Type.Array(Channel, { maxItems: 4, uniqueItems: true }) }),
    reply: MyReach,
  },
  sendEmailCode: {
    method: 'POST',
    path: '/api/my/reach/email/code',
    summary: 'Sends a code to the e-mail address that I gave, to prove that it is mine.',
    access: citizens,
    limit: sendLimit,
    reply: 'none',
  },
  showEmailCode: {
    method: 'POST',
    path: '/api/my/reach/email/verification',
    summary: 'Shows the code that was sent: the address is mine from then on.',
    access: citizens,
    limit: tryLimit,
    body: Type.Object({ code: Type.String({ minLength: 6, maxLength: 12, pattern: '^\\s*[0-9]{6}\\s*$' }) }),
    reply: MyReach,
  },
});
