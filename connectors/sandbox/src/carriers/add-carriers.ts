import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PAGE_HEADERS } from '../pages/layout.ts';
import { type HandOverMode, isHandOverMode, isStep, isTelling } from './carrier-modes.ts';
import { type CarrierKind, createLetterBook, type Letter, type LetterBook } from './letter-book.ts';
import { letterPage, postPage, unknownLetterPage } from './post-pages.ts';
import { createPostman } from './postman.ts';
import { readLetter } from './read-letter.ts';

export type CarriersOptions = {
  /** What a caller of each carrier has to show. */
  readonly keyOf: (kind: CarrierKind) => string;
  /** How long a slow carrier takes. */
  readonly lateMs: number;
  readonly now?: () => number;
};

/** Where the API of each carrier is. */
export const carrierPath = (kind: CarrierKind): string => `/carriers/${kind}`;

const KINDS: readonly CarrierKind[] = ['registered', 'ebox'];
const MAX_LETTER_BYTES = 32 * 1024 * 1024;

type ById = { Params: { id: string } };

/** What carriers do with the letters that come; each time one is handed over, one of the count is used up. */
const createMode = () => {
  let mode: HandOverMode = 'takes';
  let left = 0;
  return {
    current: () => mode,
    set: (next: HandOverMode, count: number) => {
      mode = next;
      left = count;
    },
    meet: (): HandOverMode => {
      const met = mode;
      if (met !== 'takes' && (left -= 1) <= 0) mode = 'takes';
      return met;
    },
  };
};

const viewOf = (book: LetterBook, letter: Letter) => ({
  fictional: true,
  id: letter.id,
  reference: letter.reference,
  number: letter.number,
  events: book.eventsOf(letter),
});

const away = (reply: FastifyReply) => reply.status(503).send({ title: 'Away for a moment.' });

type Desk = { readonly book: LetterBook; readonly mode: ReturnType<typeof createMode>; readonly lateMs: number };

const takeLetter = async (
  { book, mode, lateMs }: Desk,
  { kind, request, reply }: { kind: CarrierKind; request: FastifyRequest<{ Body: string }>; reply: FastifyReply },
) => {
  const key = request.headers['idempotency-key'];
  const handed = readLetter(kind, request.body);
  if (handed === undefined || typeof key !== 'string')
    return reply.status(400).send({ title: 'Expected a whole letter with an idempotency-key.' });
  const met = mode.meet();
  if (met === 'unavailable') return away(reply);
  if (met === 'unknown-recipient')
    return reply.status(422).send({ code: kind === 'ebox' ? 'mailboxInactive' : 'addressUnknown' });
  const letter = book.take(key, handed);
  if (met === 'slow') await wait(lateMs);
  if (met === 'answer-lost') return reply.hijack().raw.destroy();
  return reply.status(201).send(viewOf(book, letter));
};

const addApi = (app: FastifyInstance, desk: Desk, keyOf: CarriersOptions['keyOf']): void => {
  const { book } = desk;
  for (const kind of KINDS) {
    const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
      if (request.headers.authorization !== `Bearer ${keyOf(kind)}`)
        await reply.status(401).send({ title: 'Expected our key.' });
    };
    const path = `${carrierPath(kind)}/letters`;
    app.post<{ Body: string }>(path, { onRequest, bodyLimit: MAX_LETTER_BYTES }, (request, reply) =>
      takeLetter(desk, { kind, request, reply }),
    );
    app.get<ById>(`${path}/:id`, { onRequest }, async (request, reply) => {
      const letter = book.find(request.params.id);
      if (letter?.kind !== kind) return reply.status(404).send({ title: 'Expected a letter, but there is none.' });
      if (letter.silences === 0) return viewOf(book, letter);
      book.silence(letter.id, letter.silences - 1);
      return away(reply);
    });
  }
};

const addPages = (app: FastifyInstance, { book, mode }: Desk): void => {
  const postman = createPostman(book);
  app.addHook('onClose', async () => postman.stop());
  const unknown = (reply: FastifyReply) => reply.status(404).headers(PAGE_HEADERS).send(unknownLetterPage());
  app.get('/_letters', () => book.all());
  app.get('/post', (_request, reply) => reply.headers(PAGE_HEADERS).send(postPage(book.all(), mode.current())));
  app.post<{ Body: string }>('/post/mode', async (request, reply) => {
    const form = new URLSearchParams(request.body);
    const next = form.get('mode');
    const count = Number(form.get('count') ?? 1);
    if (!isHandOverMode(next) || !(Number.isSafeInteger(count) && count > 0))
      return reply.status(400).send({ title: 'Expected a mode and a count.' });
    mode.set(next, count);
    return reply.redirect('/post', 303);
  });
  app.get<ById>('/post/:id', async (request, reply) => {
    const letter = book.find(request.params.id);
    if (letter === undefined) return unknown(reply);
    return reply.headers(PAGE_HEADERS).send(letterPage(letter, book.eventsOf(letter)));
  });
  app.post<ById & { Body: string }>('/post/:id', async (request, reply) => {
    const letter = book.find(request.params.id);
    const form = new URLSearchParams(request.body);
    const [step, telling] = [form.get('step'), form.get('telling') ?? 'once'];
    if (letter === undefined || !isStep(step) || !isTelling(telling)) return unknown(reply);
    postman.act(letter, step, telling);
    return reply.redirect(`/post/${letter.id}`, 303);
  });
};

/** Plays whoever carries registered letters and keeps digital mailboxes: their API, their webhooks, and a page to be the postman. */
export const addCarriers = (app: FastifyInstance, { keyOf, lateMs, now }: CarriersOptions): void => {
  const desk = { book: createLetterBook(now), mode: createMode(), lateMs };
  addApi(app, desk, keyOf);
  addPages(app, desk);
};
