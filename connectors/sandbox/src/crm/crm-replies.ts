import type { FastifyReply, FastifyRequest } from 'fastify';

import type { CrmRefusal } from './crm-book.ts';

export const API = '/services/data/v62.0';

/** Where one has to be signed in, and may meet a fault. */
export type SignedIn = { readonly onRequest: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> };

export type Path<Names extends string> = { Params: Record<Names, string> };

/** A refusal on the wire: always a list. */
export const refuse = (reply: FastifyReply, status: number, refusal: CrmRefusal) =>
  reply.status(status).send([refusal]);
