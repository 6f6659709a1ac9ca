import { CalendarDate, LocalizedText, nullable } from '@irisflow/foundation';
import { RightAnswer } from '@irisflow/right-sources';
import { Type } from 'typebox';
import { operationsOf } from './operation.ts';

const Short = Type.String({ minLength: 1, maxLength: 300 });

/** What connectors ask before they leave the platform, to a source or to another host, and what they tell afterwards. */
export const consultationOperations = operationsOf({
  askConsultation: {
    method: 'POST',
    path: '/api/connector/case/consultations',
    summary: 'May a source be asked about this subject? What may be asked is logged as asked.',
    access: 'connector',
    body: Type.Object({ source: Short, subject: Short }),
    reply: Type.Union([
      Type.Object({
        permitted: Type.Literal(true),
        consultationId: Type.String(),
        purpose: Type.String(),
        legalBasis: Type.String(),
        fields: Type.Array(Type.String()),
        /** To the connector of this source alone: where the administration reaches it itself. */
        access: Type.Optional(
          Type.Object({ address: Type.String(), user: nullable(Type.String()), secret: Type.String() }),
        ),
      }),
      Type.Object({ permitted: Type.Literal(false), refusal: Type.String() }),
    ]),
  },
  recordConsultationOutcome: {
    method: 'POST',
    path: '/api/connector/case/consultation-outcomes',
    summary: 'Completes the log with what the source answered.',
    access: 'connector',
    body: Type.Object({ consultationId: Short, outcome: Short }),
    reply: 'none',
  },
  askRight: {
    method: 'POST',
    path: '/api/connector/case/right-questions',
    summary: 'Answers a logged question from rights of another administration that offers them as a source.',
    access: 'connector',
    body: Type.Object({
      consultationId: Short,
      onDay: Type.Optional(CalendarDate),
      rightNumber: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    }),
    reply: Type.Object({
      answer: RightAnswer,
      values: Type.Record(Type.String(), Type.Unknown()),
      words: Type.Record(Type.String(), LocalizedText),
      mutationKey: nullable(Type.String()),
    }),
  },
  keepSourceAnswer: {
    method: 'POST',
    path: '/api/connector/case/source-answers',
    summary: 'Keeps what a source answered, for who handles the case and for the person concerned.',
    access: 'connector',
    body: Type.Object({
      consultationIds: Type.Array(Short, { minItems: 1, maxItems: 100 }),
      question: Type.Unknown(),
      answer: Type.Unknown(),
    }),
    reply: 'none',
  },
  findAllowedHosts: {
    method: 'POST',
    path: '/api/connector/case/allowed-hosts',
    summary: 'Whose case a connector works on, and the hosts that it may reach for it.',
    access: 'connector',
    body: Type.Object({}),
    reply: Type.Object({ administration: Short, hosts: Type.Array(Type.String()) }),
  },
  reportRefusedHost: {
    method: 'POST',
    path: '/api/connector/case/refused-hosts',
    summary: 'Audits that a connector was kept from a host.',
    access: 'connector',
    body: Type.Object({ host: Short }),
    reply: 'none',
  },
});
