import type { Actor } from '@irisflow/access';
import type { Casework } from '@irisflow/platform';
import type { FastifyRequest } from 'fastify';
import { addressOf, tooMany, type RefuseTooMany } from './limit-requests.ts';

const door: Actor = { kind: 'job', name: 'admission' };
const seconds = 60;

/**
 * Counts the wrong tokens of an address and turns it away above the limit. Only wrong ones come here: who has the right
 * token is never slowed, whatever their neighbors try. The first of a window and the one that goes too far are written
 * down, not each of a thousand.
 */
export const createGuessRefusal = (casework: Casework, max: number): RefuseTooMany => {
  const note = async (request: FastifyRequest, reason: string): Promise<void> => {
    request.log.warn({ address: request.ip }, reason);
    await casework.identity.noteRefusal(door, { door: 'connector', reason, address: request.ip });
  };
  return async (request) => {
    const window = { key: `wrong-token:${addressOf(request.ip)}`, windowMs: seconds * 1000 };
    const { count, endsInMs } = await casework.limits.countRequest(door, window);
    if (count === 1) await note(request, 'wrong token');
    if (count === max + 1) await note(request, `more than ${max} wrong tokens in ${seconds} s`);
    if (count > max) throw tooMany({ max, seconds }, Math.max(1, Math.ceil(endsInMs / 1000)));
  };
};
