import {
  everyRow,
  may,
  mayAdd,
  mayChange,
  mayRead,
  ofAdministration,
  ofConnectorCase,
  ofSeenCase,
  setting,
  type Wall,
} from '@irisflow/access';
import type { NoticesTables as Tables } from '../storage/tables.gen.ts';

const handled = ofAdministration('handles');
/** What the platform itself says of a letter that was just sent. */
const lies = `(source = 'platform' and kind = 'sent' and channel = 'portal')`;
const seen = mayRead(`${handled} or ${ofSeenCase}`);

/** What the post room and whoever carries letters have still to do. */
const left = ['paper', 'to_carry'] as const;

/**
 * Whoever reads a case reads what became of its letters. It is added and never changed, by nobody; what a clerk says is said under
 * their own name, and the day on which somebody reads a letter is written by the clock.
 */
export const noticeWalls = {
  notice: {
    person: [mayRead(ofSeenCase)],
    // Whoever started a campaign is the one in whose name its letters go.
    staff: [seen, mayAdd(handled), mayChange(left, handled)],
    connector: [may(['select', 'insert', 'update'], ofConnectorCase)],
    terms: [mayRead(everyRow), mayChange(left, everyRow)],
    operator: [mayRead(everyRow)],
  },
  notice_fate: {
    person: [mayRead(ofSeenCase)],
    staff: [seen, mayAdd(`${handled} and (source = 'presumption' or recorded_by = ${setting('person')} or ${lies})`)],
    connector: [may(['select', 'insert'], ofConnectorCase)],
    terms: [may(['select', 'insert'], everyRow)],
    operator: [mayRead(everyRow)],
  },
  notice_term_move: {
    person: [mayRead(ofSeenCase)],
    staff: [seen, mayAdd(handled)],
    connector: [may(['select', 'insert'], ofConnectorCase)],
    terms: [may(['select', 'insert'], everyRow)],
    operator: [mayRead(everyRow)],
  },
  notice_message: {
    staff: [may(['select', 'insert'], handled)],
    connector: [may(['select', 'insert'], ofConnectorCase)],
    terms: [may(['select', 'insert'], everyRow)],
    operator: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
