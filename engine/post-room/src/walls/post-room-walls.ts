import {
  everyRow,
  may,
  mayAdd,
  mayChange,
  mayDoAll,
  mayRead,
  ofAdministration,
  ofVisibleContent,
  ofVisibleDocument,
  type Wall,
} from '@irisflow/access';
import type { PostRoomTables as Tables } from '../storage/tables.gen.ts';

const handled = ofAdministration('handles');
const administered = ofAdministration('administers');
const everything = mayRead(everyRow);

/** Letters that leave are for whoever handles their cases; whom a carrier is told of is for the job that tells it alone. */
export const postRoomWalls = {
  carrier_contract: {
    staff: [mayRead(ofAdministration('administration')), may(['insert', 'update'], administered)],
    carriers: [everything],
    operator: [everything],
  },
  consignment: {
    staff: [mayRead(handled)],
    carriers: [
      everything,
      mayAdd(everyRow),
      mayChange(
        ['state', 'carrier_id', 'problem', 'ask_at', 'asks', 'address', 'number_sealed', 'enterprise_number'],
        everyRow,
      ),
    ],
    operator: [everything],
  },
  handover: {
    staff: [
      mayRead(handled),
      mayAdd(`${handled} and batch_id is not null`),
      may(['delete'], `${handled} and batch_id is not null`),
    ],
    carriers: [mayDoAll(everyRow)],
    operator: [everything],
  },
  print_batch: {
    staff: [
      may(['select', 'insert'], handled),
      mayChange(['prints', 'printed_at', 'posted_on', 'ended_at', 'ended_by'], handled),
    ],
    operator: [everything],
  },
  print_batch_letter: {
    staff: [may(['select', 'insert'], handled), mayChange(['state'], handled)],
    operator: [everything],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;

/** What the job that hands letters over reaches of the rooms below: the letters, whom they are for, and nothing else of a case. */
export const carrierReach: Readonly<Partial<Record<keyof Tables, Wall>>> = {
  administration: { carriers: [everything] },
  notice: { carriers: [everything] },
  // By which ways a letter goes; one that a mailbox does not have goes by post.
  letter: { carriers: [everything], terms: [everything, mayChange(['channels'], everyRow)] },
  document: { carriers: [mayRead(`origin = 'letter'`)] },
  document_content: { carriers: [mayRead(ofVisibleDocument)] },
  document_chunk: { carriers: [mayRead(ofVisibleContent)] },
  case_file: { carriers: [everything] },
  case_party: { carriers: [everything] },
  participant: { carriers: [everything] },
  party: { carriers: [everything] },
  // Under which number the digital mailbox of whoever agreed to it is found.
  party_identifier: { carriers: [everything] },
};
