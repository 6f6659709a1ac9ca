import type { FastifyReply, FastifyRequest } from 'fastify';

import type { ConsultationDiary } from './consultation-diary.ts';
import type { FaultMode, Faults } from './faults.ts';
import {
  invalidAccessToken,
  missingHeader,
  missingPermission,
  noAccessToken,
  notFound,
  replacedSsin,
  tooManyRequests,
  unavailable,
  type Problem,
} from './problem.ts';
import type { Source, SourceAnswer, SourceQuestion } from './sources/source.ts';

const RETRY_AFTER_SEC = 2;
/** Whoever is said to be replaced becomes this fictional person. */
const REPLACEMENT_SSIN = '91000091427';
const TERMS_HEADERS = ['x-purpose', 'x-legal-basis', 'x-case-id'] as const;

export type SourceDesk = {
  readonly source: Source;
  readonly token: string;
  readonly faults: Faults;
  readonly diary: ConsultationDiary;
};

/** Serves one question: who asks, why, does a fault strike, what is the answer; and writes it in the diary. */
export const serveQuestion = async (desk: SourceDesk, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  const { source, diary } = desk;
  const question = readQuestion(request);
  const refusal = refuse(desk, request, question);
  const mode = refusal === undefined ? desk.faults.meet(source.id) : 'ok';
  if (mode === 'timeout') return staySilent(reply);
  const answer = refusal === undefined ? answerUnder(mode, source, question) : source.wrap(refusal);
  const status = statusOf(answer);
  if (source.isPersonal) {
    const [purpose, legalBasis, caseId] = TERMS_HEADERS.map((name) => decode(request.headers[name]));
    diary.write({
      at: new Date().toISOString(),
      source: source.id,
      subject: source.subjectOf(question) ?? '',
      purpose: purpose ?? '',
      legalBasis: legalBasis ?? '',
      caseId: caseId ?? '',
      status,
    });
  }
  await send(reply, answer, status);
};

const readQuestion = (request: FastifyRequest): SourceQuestion => ({
  body: typeof request.body === 'string' ? request.body : '',
  query: request.query as Readonly<Record<string, string>>,
});

const refuse = (desk: SourceDesk, request: FastifyRequest, question: SourceQuestion): Problem | undefined => {
  const { source, token } = desk;
  const stranger = source.refuse === undefined ? refuseToken(request, token) : source.refuse(question, token);
  if (stranger !== undefined || !source.isPersonal) return stranger;
  const missing = TERMS_HEADERS.find((name) => decode(request.headers[name]) === '');
  return missing === undefined ? undefined : missingHeader(missing);
};

const refuseToken = ({ headers: { authorization } }: FastifyRequest, token: string): Problem | undefined => {
  if (authorization === undefined) return noAccessToken();
  return authorization === `Bearer ${token}` ? undefined : invalidAccessToken();
};

/** Header values carry percent-encoded UTF-8: purposes are written in French and Dutch. */
const decode = (value: string | string[] | undefined): string => {
  if (typeof value !== 'string') return '';
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};

type AnsweringMode = Exclude<FaultMode, 'ok' | 'timeout' | 'changed'>;

const FAULTY_ANSWERS: { readonly [Mode in AnsweringMode]: (subject: string, source: Source) => Problem } = {
  unavailable,
  'rate-limit': () => tooManyRequests(RETRY_AFTER_SEC),
  replaced: (subject, { successor }) => replacedSsin(subject, successor ?? REPLACEMENT_SSIN),
  'no-data': notFound,
  'no-authorization': missingPermission,
};

const answerUnder = (mode: Exclude<FaultMode, 'timeout'>, source: Source, question: SourceQuestion): SourceAnswer => {
  if (mode === 'changed') return (source.answerLater ?? source.answer)(question);
  if (mode === 'ok') return source.answer(question);
  return source.wrap(FAULTY_ANSWERS[mode](source.subjectOf(question) ?? '', source));
};

const statusOf = (answer: SourceAnswer): number => {
  if ('problem' in answer) return answer.problem.status;
  return 'xml' in answer ? (answer.status ?? 200) : 200;
};

const send = async (reply: FastifyReply, answer: SourceAnswer, status: number): Promise<void> => {
  if ('problem' in answer) {
    await reply
      .status(status)
      .headers({ ...answer.problem.headers })
      .type('application/problem+json')
      .send(JSON.stringify(answer.problem.body));
  } else if ('xml' in answer) {
    await reply
      .status(status)
      .headers({ ...answer.headers })
      .type('text/xml; charset=utf-8')
      .send(answer.xml);
  } else {
    await reply.status(status).send({ fictional: true, ...answer.json });
  }
};

/** Keeps the connection open without a word until the other side gives up. */
const staySilent = (reply: FastifyReply): Promise<void> => {
  reply.hijack();
  return new Promise((resolve) => {
    reply.raw.once('close', resolve);
  });
};
