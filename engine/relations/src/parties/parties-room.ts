import { room } from '@irisflow/access';
import type { Surroundings } from '../surroundings.ts';
import { addPartyLabel, changePartyLabel, listPartyLabels } from '../labels/keep-labels.ts';
import { putPartyLabels } from '../labels/put-labels.ts';
import { listNotesAboutMe } from '../notes/notes-about-me.ts';
import { addPartyNote, changePartyNote, deletePartyNote } from '../notes/write-notes.ts';
import { cancelNumber, restoreNumber } from './cancel-number.ts';
import { getParty } from './get-party.ts';
import { mergeParties, previewMerge, undoMerge } from './merge-parties.ts';
import { getPartyMoney } from './party-money.ts';
import { endRecordedMandate, recordMandate } from './record-mandate.ts';
import { searchParties } from './search-parties.ts';

/** People and companies as the desk of an administration sees them: with what it has of them. */
export const partiesRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    searchParties,
    getParty,
    getPartyMoney,
    recordMandate,
    endRecordedMandate,
    previewMerge,
    mergeParties,
    undoMerge,
    cancelNumber,
    restoreNumber,
    listPartyLabels,
    addPartyLabel,
    changePartyLabel,
    putPartyLabels,
    addPartyNote,
    changePartyNote,
    deletePartyNote,
    listNotesAboutMe,
  });
