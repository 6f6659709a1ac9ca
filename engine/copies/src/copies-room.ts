import { actingFor, requireMachine, room } from '@irisflow/access';
import { copyFile, copyMyFile } from './ask-for-copy.ts';
import { makeCopies } from './make/make-copies.ts';
import { fetchFileCopy, fetchMyFileCopy, listFileCopies, listMyFileCopies } from './read-copies.ts';
import type { Surroundings, UseCase } from './surroundings.ts';

/** The platform's own round, at once: for whoever cannot wait for it. */
const make: UseCase<Record<string, never>, void> = async (surroundings, actor) => {
  requireMachine(actor);
  await makeCopies(actingFor(surroundings, actor, 'copies'));
};

export const copiesRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    copyFile,
    copyMyFile,
    listFileCopies,
    listMyFileCopies,
    fetchFileCopy,
    fetchMyFileCopy,
    make,
  });
