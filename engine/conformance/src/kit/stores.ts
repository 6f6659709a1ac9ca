import type { DatabaseKind } from '@irisflow/database';
import type { Area } from './area.ts';

/**
 * What is played on PGlite as well in every run: one subject an area, where there is one with a restart in it. PGlite costs more
 * than three times what PostgreSQL does; `npm run stores` plays everything on both.
 */
const onBoth: Readonly<Record<Area, string>> = {
  DP: 'Deploy',
  PI: 'Suspended instances',
  TK: 'Tokens',
  GW: 'Inclusive join',
  JB: 'Jobs as workers answer them',
  VM: 'Mappings',
  SB: 'Event sub-processes',
  MI: 'Multi-instance',
  CA: 'Call activity',
  MS: 'Messages',
  SG: 'Signals',
  TM: 'Timers',
  EV: 'Compensation',
  UT: 'User tasks as people work on them',
  RS: 'Decisions and scripts',
  EL: 'Execution listeners',
  AH: 'Ad-hoc sub-processes',
  CE: 'Conditional events',
  OP: 'Deletion of definitions',
  TN: 'Reliability',
};

const everything: readonly DatabaseKind[] = ['pglite', 'postgres'];
const usual: readonly DatabaseKind[] = ['postgres'];

/** The stores on which a run plays a subject. `IRISFLOW_STORES=both` plays all on both. */
export const storesFor = (area: Area, subject: string): readonly DatabaseKind[] =>
  process.env['IRISFLOW_STORES'] === 'both' || onBoth[area] === subject ? everything : usual;
