import type { Locale, LocalizedText } from '@irisflow/foundation';
import type { MyPlace, PlaceEnd } from './quota.ts';

const ends: Readonly<Record<PlaceEnd, LocalizedText>> = {
  released: { fr: 'rendue', nl: 'teruggegeven', en: 'given back' },
  left: { fr: 'liste quittée', nl: 'wachtlijst verlaten', en: 'left the list' },
  lapsed: { fr: 'réservation échue', nl: 'reservatie verstreken', en: 'reservation ran out' },
  rightEnded: { fr: 'droit terminé', nl: 'recht beëindigd', en: 'right ended' },
};
const waiting: LocalizedText = { fr: 'en attente, position', nl: 'in wacht, plaats', en: 'waiting, position' };
const reserved: LocalizedText = { fr: 'réservée jusqu’au', nl: 'gereserveerd tot en met', en: 'reserved until' };
const held: LocalizedText = { fr: 'attribuée', nl: 'toegekend', en: 'taken' };

/** How a place stands, in a few words. */
export const placeWords = ({ state, position, reservedUntil, ended }: MyPlace, locale: Locale): string => {
  if (state === 'waiting') return `${waiting[locale]} ${position}`;
  if (state === 'reserved') return `${reserved[locale]} ${reservedUntil}`;
  return (ended === null ? held : ends[ended])[locale];
};
