import { everyRow, may, mayAdd, mayDoAll, mayRead, ofAdministration, setting, type Wall } from '@irisflow/access';
import type { ViewsTables as Tables } from '../storage/tables.gen.ts';

const handled = ofAdministration('handles');
const own = `owner = ${setting('person')}`;
/** Who corrects what processes hold leads the office: they keep its shared views in order. */
const led = `shared and ${ofAdministration('corrects')}`;

/** A view is its owner's; one that is shared is read by colleagues too. */
export const viewWalls = {
  saved_view: {
    staff: [
      mayRead(`${handled} and (shared or ${own})`),
      mayAdd(`${handled} and ${own}`),
      may(['update', 'delete'], `${handled} and (${own} or ${led})`),
    ],
    operator: [mayRead(everyRow)],
  },
  default_view: {
    staff: [mayDoAll(`person_id = ${setting('person')}`)],
    operator: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
