import { OpaqueId, visibleText } from '@irisflow/foundation';
import { RightQuestionPage, RightSourceView } from '@irisflow/right-sources';
import { Type } from 'typebox';
import { operationsOf } from './operation.ts';

const key = Type.String({ minLength: 1, maxLength: 100 });

/** Rights that administrations offer each other as a source, and who asked for them. */
export const rightSourceOperations = operationsOf({
  listRightSources: {
    method: 'GET',
    path: '/api/right-sources',
    summary: 'The kinds of rights that my administration offers to others, and those of others that it may ask for.',
    access: ['agent', 'supervisor', 'analyst', 'administrator'],
    reply: Type.Array(RightSourceView),
  },
  steerRightSource: {
    method: 'POST',
    path: '/api/right-sources/{key}/steering',
    summary: 'Stops a source of my administration for everybody at once, or lets it go on.',
    access: ['administrator'],
    params: Type.Object({ key }),
    body: Type.Object({
      action: Type.Union([Type.Literal('stop'), Type.Literal('resume')]),
      reason: visibleText(500),
    }),
    reply: RightSourceView,
  },
  listRightQuestions: {
    method: 'GET',
    path: '/api/right-questions',
    summary: 'Which administrations asked for rights of mine, why, and what they were told.',
    access: ['agent', 'supervisor', 'administrator'],
    query: Type.Object({
      sourceKey: Type.Optional(key),
      rightId: Type.Optional(OpaqueId),
      cursor: Type.Optional(Type.String({ maxLength: 20 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    reply: RightQuestionPage,
  },
});
