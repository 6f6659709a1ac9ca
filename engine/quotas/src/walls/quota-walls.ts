import {
  everyRow,
  mayAdd,
  mayChange,
  mayRead,
  mayReadOf,
  ofAdministration,
  ofConnectorAdministration,
  ofConnectorCase,
  ofFileRead,
  ofSeenCase,
  setting,
  type Wall,
} from '@irisflow/access';
import { ofOwnRightImport } from '@irisflow/rights';
import type { QuotasTables as Tables } from '../storage/tables.gen.ts';

const handled = ofAdministration('handles');
/** Quotas of the procedure of the connector's case: it counts with the others, and sees none of them. */
const ofConnectorQuota = `${ofConnectorAdministration} and procedure_key in (select f.procedure_key from casework.case_file f where f.id = ${setting('case')})`;
/** Quotas of which the reader has a place or waits for one, as the policies of the places let them see. */
const ofOwnQuota = `exists (select from casework.quota_place p where p.administration = quota_event.administration
  and p.procedure_key = quota_event.procedure_key and p.quota = quota_event.quota)`;
/** How a place may move: nobody gives it to another case. */
const moved = ['state', 'reserved_until', 'right_id', 'ended'];
/** Nothing of it says who stands before whom. */
const nameless = ['administration', 'procedure_key', 'quota', 'sequence', 'at', 'act', 'line'];
const counted = ['reserved', 'held', 'waiting', 'events', 'lines'];

/** A right that is taken over from an earlier system is counted with it, by whoever has that done. */
const ofOwnImport = `${handled} and ${ofOwnRightImport}`;

/** Who has a place and who waits for one: each reads their own, the office those of its cases. */
export const quotaWalls = {
  quota_count: {
    staff: [mayRead(handled), mayAdd(ofOwnImport), mayChange(counted, ofOwnImport)],
    connector: [mayRead(ofConnectorQuota), mayAdd(ofConnectorQuota), mayChange(counted, ofConnectorQuota)],
    operator: [mayRead(everyRow)],
    terms: [mayRead(everyRow), mayChange(counted, everyRow)],
  },
  quota_place: {
    person: [mayRead(ofSeenCase)],
    staff: [mayRead(`${handled} or ${ofSeenCase}`), mayAdd(`${ofOwnImport} and state = 'held'`)],
    connector: [
      mayRead(ofConnectorCase),
      mayAdd(`${ofConnectorCase} and ${ofConnectorQuota}`),
      mayChange(moved, ofConnectorCase),
    ],
    apiToken: [mayRead(ofFileRead)],
    operator: [mayRead(everyRow)],
    terms: [mayRead(everyRow), mayChange(moved, everyRow)],
  },
  quota_event: {
    person: [mayReadOf(nameless, ofOwnQuota)],
    staff: [mayRead(`${handled} or ${ofOwnQuota}`), mayAdd(`${ofOwnImport} and act = 'confirmed'`)],
    connector: [mayRead(ofConnectorQuota), mayAdd(ofConnectorQuota)],
    apiToken: [mayReadOf(nameless, ofOwnQuota)],
    operator: [mayRead(everyRow)],
    terms: [mayRead(everyRow), mayAdd(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
