import { Locale, OpaqueId, visibleText } from '@irisflow/foundation';
import { JudgedCases, MovePlanView, MoveWish, VersionMoveSummary, VersionMoveView } from '@irisflow/version-moves';
import { Type } from 'typebox';
import { designers, exportLimit, operationsOf, type RequestLimit, submissionLimit } from './operation.ts';

const byKey = Type.Object({ key: Type.String() });
const byMove = Type.Object({ moveId: OpaqueId });
/** A hundred requests look through two thousand five hundred cases. */
const judgingLimit = { max: 120, seconds: 60 } as const satisfies RequestLimit;

/** Running cases that go on with another version of their procedure, each by itself. */
export const versionMoveOperations = operationsOf({
  planVersionMove: {
    method: 'POST',
    path: '/api/designer/procedures/{key}/version-move-plan',
    summary: 'Which step goes to which when running cases move to another version, and how many cases stand at each.',
    access: designers,
    limit: judgingLimit,
    params: byKey,
    body: Type.Object(MoveWish),
    reply: MovePlanView,
  },
  judgeVersionMove: {
    method: 'POST',
    path: '/api/designer/procedures/{key}/version-move-judgement',
    summary: 'A dry run: whether each running case will move, or why it stays; a page at a time. Nothing is written.',
    access: designers,
    limit: judgingLimit,
    params: byKey,
    body: Type.Object({ ...MoveWish, after: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })) }),
    reply: JudgedCases,
  },
  startVersionMove: {
    method: 'POST',
    path: '/api/designer/procedures/{key}/version-moves',
    summary: 'Moves running cases to another version, one after the other.',
    access: designers,
    limit: submissionLimit,
    params: byKey,
    body: Type.Object({ ...MoveWish, reason: visibleText(500) }),
    reply: VersionMoveView,
  },
  listVersionMoves: {
    method: 'GET',
    path: '/api/designer/procedures/{key}/version-moves',
    summary: 'The moves between versions of a procedure, the newest first.',
    access: designers,
    params: byKey,
    reply: Type.Array(VersionMoveSummary),
  },
  getVersionMove: {
    method: 'GET',
    path: '/api/designer/version-moves/{moveId}',
    summary: 'How far a move is, and what became of each case.',
    access: designers,
    params: byMove,
    reply: VersionMoveView,
  },
  exportVersionMove: {
    method: 'GET',
    path: '/api/designer/version-moves/{moveId}/report',
    summary: 'What became of every case, one line each, as CSV; the audit says who took it.',
    access: designers,
    limit: exportLimit,
    isOfOwnPages: true,
    params: byMove,
    query: Type.Object({ language: Locale }),
    reply: 'file',
  },
  cancelVersionMove: {
    method: 'POST',
    path: '/api/designer/version-moves/{moveId}/cancellation',
    summary: 'Stops what has not begun; a case that is under way is finished.',
    access: designers,
    params: byMove,
    reply: VersionMoveView,
  },
  resumeVersionMove: {
    method: 'POST',
    path: '/api/designer/version-moves/{moveId}/resumption',
    summary: 'Tries again what stayed, failed or was stopped.',
    access: designers,
    limit: submissionLimit,
    params: byMove,
    reply: VersionMoveView,
  },
});
