import { Type } from 'typebox';

/** What a connector asks and tells the platform around a source or a host: whether it may, and what came of it. */
export const SOURCE_CALLS = {
  askConsultation: {
    path: 'consultations',
    request: Type.Object({
      source: Type.String(),
      subject: Type.String(),
    }),
    response: Type.Union([
      Type.Object({
        permitted: Type.Literal(true),
        consultationId: Type.String(),
        purpose: Type.String(),
        legalBasis: Type.String(),
        fields: Type.Array(Type.String()),
        /** To the connector of this source alone: where the administration reaches it itself. Instead of settings and secret. */
        access: Type.Optional(
          Type.Object({
            address: Type.String(),
            user: Type.Union([Type.String(), Type.Null()]),
            secret: Type.String(),
          }),
        ),
      }),
      Type.Object({ permitted: Type.Literal(false), refusal: Type.String() }),
    ]),
  },
  recordConsultationOutcome: {
    path: 'consultation-outcomes',
    request: Type.Object({ consultationId: Type.String(), outcome: Type.String() }),
    response: Type.Object({}),
  },
  keepSourceAnswer: {
    path: 'source-answers',
    request: Type.Object({
      consultationIds: Type.Array(Type.String(), { minItems: 1, maxItems: 100 }),
      question: Type.Unknown(),
      answer: Type.Unknown(),
    }),
    response: Type.Object({}),
  },
  findAllowedHosts: {
    path: 'allowed-hosts',
    request: Type.Object({}),
    response: Type.Object({ administration: Type.String(), hosts: Type.Array(Type.String()) }),
  },
  reportRefusedHost: {
    path: 'refused-hosts',
    request: Type.Object({ host: Type.String() }),
    response: Type.Object({}),
  },
} as const;
