import { room } from '@irisflow/access';
import type { Surroundings } from '../surroundings.ts';
import { getParty } from './get-party.ts';
import { mergeParties, previewMerge, undoMerge } from './merge-parties.ts';
import { endRecordedMandate, recordMandate } from './record-mandate.ts';
import { searchParties } from './search-parties.ts';

/** People and companies as the desk of an administration sees them: with what it has of them. */
export const partiesRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    searchParties,
    getParty,
    recordMandate,
    endRecordedMandate,
    previewMerge,
    mergeParties,
    undoMerge,
  });
