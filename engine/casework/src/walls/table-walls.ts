import type { Tables } from '../storage/tables.gen.ts';
import { caseWalls } from './case-walls.ts';
import { documentWalls } from './document-walls.ts';
import { identityWalls } from './identity-walls.ts';
import { peopleWalls } from './people-walls.ts';
import { privacyWalls } from './privacy-walls.ts';
import { procedureWalls } from './procedure-walls.ts';
import { registerWalls } from './register-walls.ts';
import type { Wall } from './wall.ts';

/** The second wall: every table of casework, and every way to it. A table without its wall does not compile. */
export const tableWalls: Readonly<Record<keyof Tables, Wall>> = {
  ...identityWalls,
  ...peopleWalls,
  ...privacyWalls,
  ...procedureWalls,
  ...caseWalls,
  ...documentWalls,
  ...registerWalls,
};
