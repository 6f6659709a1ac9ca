import type { LocalizedText } from '@irisflow/foundation';
import type { PlaceAct } from '../views/quota.ts';

interface Words {
  readonly quota: LocalizedText;
  readonly position: number | null;
  /** `YYYY-MM-DD`. */
  readonly until: string | null;
}

const dayMonthYear = (day: string | null): string => (day ?? '').split('-').toReversed().join('/');

type Told = (words: Words) => LocalizedText;

/** What the timeline of a case says of its place. */
export const placeTexts: Readonly<Record<PlaceAct, Told>> = {
  reserved: ({ quota, until }) => ({
    fr: `Une place est réservée jusqu’au ${dayMonthYear(until)} : ${quota.fr}.`,
    nl: `Een plaats is gereserveerd tot en met ${dayMonthYear(until)}: ${quota.nl}.`,
    en: `A place is reserved until ${dayMonthYear(until)}: ${quota.en}.`,
  }),
  waiting: ({ quota, position }) => ({
    fr: `Aucune place n’est libre : ${quota.fr}. Le dossier est sur la liste d’attente, à la position ${position}.`,
    nl: `Er is geen plaats vrij: ${quota.nl}. Het dossier staat op de wachtlijst, op plaats ${position}.`,
    en: `No place is free: ${quota.en}. The case is on the waiting list, at position ${position}.`,
  }),
  offered: ({ quota, until }) => ({
    fr: `Une place s’est libérée : elle est réservée jusqu’au ${dayMonthYear(until)} (${quota.fr}).`,
    nl: `Er is een plaats vrijgekomen: ze is gereserveerd tot en met ${dayMonthYear(until)} (${quota.nl}).`,
    en: `A place became free: it is reserved until ${dayMonthYear(until)} (${quota.en}).`,
  }),
  confirmed: ({ quota }) => ({
    fr: `La place est attribuée : ${quota.fr}.`,
    nl: `De plaats is toegekend: ${quota.nl}.`,
    en: `The place is taken: ${quota.en}.`,
  }),
  released: ({ quota }) => ({
    fr: `La place est rendue : ${quota.fr}.`,
    nl: `De plaats is teruggegeven: ${quota.nl}.`,
    en: `The place is given back: ${quota.en}.`,
  }),
  left: ({ quota }) => ({
    fr: `Le dossier n’est plus sur la liste d’attente : ${quota.fr}.`,
    nl: `Het dossier staat niet meer op de wachtlijst: ${quota.nl}.`,
    en: `The case is no longer on the waiting list: ${quota.en}.`,
  }),
  lapsed: ({ quota }) => ({
    fr: `La réservation a pris fin sans être confirmée : ${quota.fr}.`,
    nl: `De reservatie is verstreken zonder bevestiging: ${quota.nl}.`,
    en: `The reservation ran out without being confirmed: ${quota.en}.`,
  }),
  rightEnded: ({ quota }) => ({
    fr: `Le droit a pris fin et sa place est libre : ${quota.fr}.`,
    nl: `Het recht is beëindigd en de plaats is vrij: ${quota.nl}.`,
    en: `The right has ended and its place is free: ${quota.en}.`,
  }),
};
