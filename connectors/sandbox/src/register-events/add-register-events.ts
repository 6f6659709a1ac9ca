import type { FastifyInstance } from 'fastify';
import { isForeignForm } from '../foreign-form.ts';
import { PAGE_HEADERS } from '../pages/layout.ts';
import { eventPage } from './event-page.ts';
import { tellPlatform } from './tell-platform.ts';

/** The page on which somebody plays a register that tells by itself. */
export const addRegisterEvents = (app: FastifyInstance): void => {
  app.get('/register-events', (_request, reply) => reply.headers(PAGE_HEADERS).send(eventPage()));
  app.post<{ Body: string }>('/register-events', async (request, reply) => {
    if (isForeignForm(request)) return reply.status(403).send({ title: 'Expected our own page to ask.' });
    const told = await tellPlatform(new URLSearchParams(request.body));
    if (told === undefined)
      return reply.status(400).send({ title: 'Expected a platform on this machine and an event.' });
    return reply.headers(PAGE_HEADERS).send(eventPage(told));
  });
};
