import type { KnownPerson } from '@irisflow/access';
import type { OfficeFunction } from '../views/access.ts';

const highestFirst: readonly OfficeFunction[] = ['administrator', 'supervisor', 'analyst', 'agent'];

/** The highest of the functions that allow what somebody did; the person concerned is told it instead of a name. */
export const actingAs = ({ roles }: KnownPerson, allowed: readonly OfficeFunction[]): OfficeFunction =>
  highestFirst.find((role) => allowed.includes(role) && roles.includes(role)) ?? 'agent';
