import { RecountPreview, RecountRules } from '@irisflow/term-clock';
import { ClosureView } from '@irisflow/terms';
import { CalendarDate, nullable, OpaqueId, visibleText } from '@irisflow/foundation';
import { Type } from 'typebox';
import { administrators, correctors, operationsOf } from './operation.ts';

const procedureKey = Type.Optional(Type.String({ maxLength: 100 }));

/** The days on which offices are closed, and what they do to the terms that run. */
/** What a closure is called in each language: something that can be read in a list. */
const ClosureName = Type.Object({ fr: visibleText(200), nl: visibleText(200), en: visibleText(200) });

export const termsOperations = operationsOf({
  listClosures: {
    method: 'GET',
    path: '/api/administration/closures',
    summary: 'Days on which the offices of my administration are closed beside the legal holidays.',
    access: correctors,
    reply: Type.Array(ClosureView),
  },
  addClosure: {
    method: 'POST',
    path: '/api/administration/closures',
    summary: 'Lists days on which offices are closed. Terms that run keep their day until they are counted anew.',
    access: administrators,
    body: Type.Object({
      name: ClosureName,
      recurs: Type.Union([Type.Literal('once'), Type.Literal('yearly')]),
      date: Type.Optional(Type.String({ pattern: '^[01][0-9]-[0-3][0-9]$' })),
      from: CalendarDate,
      to: Type.Optional(nullable(CalendarDate)),
    }),
    reply: ClosureView,
  },
  removeClosure: {
    method: 'DELETE',
    path: '/api/administration/closures/{closureId}',
    summary: 'Takes a closure off the list. Terms that run keep their day until they are counted anew.',
    access: administrators,
    params: Type.Object({ closureId: OpaqueId }),
    reply: 'none',
  },
  previewRecount: {
    method: 'GET',
    path: '/api/administration/terms/recount',
    summary: 'What counting the open terms of my administration anew would change; nothing changes yet.',
    access: correctors,
    query: Type.Object({ rules: RecountRules, procedureKey }),
    reply: RecountPreview,
  },
  applyRecount: {
    method: 'POST',
    path: '/api/administration/terms/recount',
    summary: 'Counts the open terms of my administration anew, exactly as was previewed, and says so in each case.',
    access: correctors,
    body: Type.Object({
      rules: RecountRules,
      procedureKey,
      fingerprint: Type.String({ minLength: 64, maxLength: 64 }),
      reason: visibleText(2000),
    }),
    reply: Type.Object({ changed: Type.Integer() }),
  },
});
