import { DocumentReference } from '@irisflow/casework';
import { CalendarDate, Locale, OpaqueId, visibleText } from '@irisflow/foundation';
import {
  ClockTime,
  HearingChoices,
  HearingSummary,
  HearingView,
  MAX_DOCUMENTS,
  MAX_SAID,
  SharedHearing,
} from '@irisflow/inquiries';
import { Type } from 'typebox';
import { citizens, clerks, operationsOf, submissionLimit, uploadLimit } from './operation.ts';

const byCase = Type.Object({ caseId: OpaqueId });
const byHearing = Type.Object({ caseId: OpaqueId, hearingId: OpaqueId });
const said = Type.String({ maxLength: MAX_SAID });

/** When and where. */
export const appointed = {
  day: CalendarDate,
  /** As clocks in Brussels show it. */
  time: ClockTime,
  minutesLong: Type.Optional(Type.Integer({ minimum: 5, maximum: 600 })),
  place: Type.Optional(Type.String({ maxLength: 500 })),
  link: Type.Optional(Type.String({ maxLength: 500 })),
};

/** Who is heard before a case is decided: when, where, and what was said. */
export const hearingOperations = operationsOf({
  listHearings: {
    method: 'GET',
    path: '/api/cases/{caseId}/hearings',
    summary: 'The hearings of a case: when, where, who was summoned, and what was said.',
    access: clerks,
    params: byCase,
    reply: Type.Array(HearingView),
  },
  listHearingChoices: {
    method: 'GET',
    path: '/api/cases/{caseId}/hearings/choices',
    summary: 'The hearings that the procedure of a case declares, from when on, and whom I can summon.',
    access: clerks,
    params: byCase,
    reply: HearingChoices,
  },
  scheduleHearing: {
    method: 'POST',
    path: '/api/cases/{caseId}/hearings',
    summary: 'Schedules a hearing and sends its summons.',
    access: clerks,
    limit: submissionLimit,
    params: byCase,
    body: Type.Object({
      key: Type.String({ minLength: 1, maxLength: 100 }),
      ...appointed,
      language: Type.Optional(Locale),
      /** Ids of participants, and `applicant`. */
      summons: Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { minItems: 1, maxItems: 200 }),
    }),
    reply: Type.Array(HearingView),
  },
  moveHearing: {
    method: 'POST',
    path: '/api/cases/{caseId}/hearings/{hearingId}/move',
    summary: 'Moves a hearing, with a letter to everybody who was summoned.',
    access: clerks,
    limit: submissionLimit,
    params: byHearing,
    body: Type.Object({ ...appointed, reason: visibleText(500) }),
    reply: Type.Array(HearingView),
  },
  cancelHearing: {
    method: 'POST',
    path: '/api/cases/{caseId}/hearings/{hearingId}/cancellation',
    summary: 'Cancels a hearing, with a letter to everybody who was summoned; the process is told.',
    access: clerks,
    limit: submissionLimit,
    params: byHearing,
    body: Type.Object({ reason: visibleText(500) }),
    reply: Type.Array(HearingView),
  },
  takeHearing: {
    method: 'POST',
    path: '/api/cases/{caseId}/hearings/{hearingId}/leader',
    summary: 'Takes a hearing: from now on it is mine to hold.',
    access: clerks,
    limit: submissionLimit,
    params: byHearing,
    reply: Type.Array(HearingView),
  },
  keepHearing: {
    method: 'POST',
    path: '/api/cases/{caseId}/hearings/{hearingId}/wish/answer',
    summary: 'Leaves a hearing where it is although another time was asked for, and says why.',
    access: clerks,
    limit: submissionLimit,
    params: byHearing,
    body: Type.Object({ answer: visibleText(2000) }),
    reply: Type.Array(HearingView),
  },
  addHearingDocument: {
    method: 'POST',
    path: '/api/cases/{caseId}/hearings/{hearingId}/documents',
    summary: 'Adds a file that goes with the minutes of a hearing.',
    access: clerks,
    limit: uploadLimit,
    params: byHearing,
    body: 'file',
    reply: DocumentReference,
  },
  reportHearing: {
    method: 'POST',
    path: '/api/cases/{caseId}/hearings/{hearingId}/minutes',
    summary: 'Tells what came of a hearing, once: who came and what was said, or that nobody did.',
    access: clerks,
    limit: submissionLimit,
    params: byHearing,
    body: Type.Object({
      presence: Type.Array(
        Type.Object({ position: Type.Integer({ minimum: 0 }), came: Type.Boolean(), statement: Type.Optional(said) }),
        { maxItems: 200 },
      ),
      minutes: said,
      documents: Type.Array(OpaqueId, { maxItems: MAX_DOCUMENTS }),
    }),
    reply: Type.Array(HearingView),
  },
  listOfficeHearings: {
    method: 'GET',
    path: '/api/desk/hearings',
    summary: 'The hearings that I hold, or all of my administration, that are still to be held or told of.',
    access: clerks,
    query: Type.Object({ of: Type.Union([Type.Literal('me'), Type.Literal('office')]) }),
    reply: Type.Array(HearingSummary),
  },
  listMyHearings: {
    method: 'GET',
    path: '/api/my/cases/{caseId}/hearings',
    summary: 'The hearings of my case, with their minutes once they are held.',
    access: citizens,
    params: byCase,
    reply: Type.Array(SharedHearing),
  },
  askOtherTime: {
    method: 'POST',
    path: '/api/my/cases/{caseId}/hearings/{hearingId}/wish',
    summary: 'Asks the office for another time; the hearing stays where it is until the office moves it.',
    access: citizens,
    limit: submissionLimit,
    params: byHearing,
    body: Type.Object({ reason: visibleText(2000) }),
    reply: Type.Array(SharedHearing),
  },
  downloadMyHearing: {
    method: 'GET',
    path: '/api/my/cases/{caseId}/hearings/{hearingId}/calendar',
    summary: 'A hearing of my case as a file for a calendar (text/calendar).',
    access: citizens,
    params: byHearing,
    query: Type.Object({ locale: Type.Optional(Locale) }),
    reply: 'file',
  },
});
