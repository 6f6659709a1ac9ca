import { actingAs, job, requireMachine, room } from '@irisflow/access';
import { carryOutDestructions } from './destruction/carry-out.ts';
import { approveProposed, cancelProposed, proposeDestruction } from './destruction/decide-destruction.ts';
import { previewDestruction } from './destruction/preview.ts';
import { getCertificate, listDestroyed } from './destruction/view-destruction.ts';
import { eraseForgotten } from './keeping/erase-forgotten.ts';
import { liftPlaced, placeHold } from './holds/place-hold.ts';
import { getCaseRetention, listPlaced } from './holds/view-holds.ts';
import { listOwnProcessing } from './register/list-own-processing.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import { searchTraces } from './traces/find-traces.ts';
import { printTraces } from './traces/print-traces.ts';
import { maskAnswer, unmaskAnswer } from './unmasking/unmask-answer.ts';

/** What was approved, at once: for whoever cannot wait for the round. */
const carryOut: UseCase<Record<string, never>, void> = async (surroundings, actor) => {
  requireMachine(actor);
  await carryOutDestructions(actingAs(surroundings, job('retention')));
};

/** What no case keeps, at once. */
const forget: UseCase<Record<string, never>, void> = async (surroundings, actor) => {
  requireMachine(actor);
  await eraseForgotten(surroundings);
};

export const privacyRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    listOwnProcessing,
    searchTraces,
    printTraces,
    placeHold,
    liftHold: liftPlaced,
    listHolds: listPlaced,
    getCaseRetention,
    previewDestruction,
    proposeDestruction,
    approveDestruction: approveProposed,
    cancelDestruction: cancelProposed,
    listDestructions: listDestroyed,
    getCertificate,
    carryOut,
    forget,
    unmaskAnswer,
    maskAnswer,
  });
