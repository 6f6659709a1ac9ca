import { actingFor, findAdministration } from '@irisflow/access';
import { letterHouse } from '@irisflow/branding';
import { dayOf } from '@irisflow/calendar';
import { CaseworkError, type Locale } from '@irisflow/foundation';
import { formatMoment, letterheadOf, letterPdf, resolveLetter } from '@irisflow/letters';
import { requireGuardian } from '../destruction/preview.ts';
import { findAddressee } from '../storage/traces.ts';
import type { UseCase } from '../surroundings.ts';
import type { Trace } from '../views/traces.ts';
import { findTracesOf, type TraceSearch } from './find-traces.ts';
import { readingWords, tracesLetter } from './traces-letter.ts';

export interface PrintedTraces {
  readonly name: string;
  readonly content: Uint8Array;
}

/** As the person is told: the office and why, never the colleague. */
const lineOf = ({ at, what, purpose, legalBasis, reference }: Trace, locale: Locale) => ({
  at: formatMoment(at, locale),
  what: what?.[locale] ?? readingWords[locale],
  why: [purpose?.[locale] ?? '', legalBasis?.[locale] ?? ''].filter((text) => text !== '').join(' · '),
  reference: reference ?? '–',
});

/** What the person is given who asked who looked at their data: as PDF, in their language. */
export const printTraces: UseCase<TraceSearch & { readonly language: Locale }, PrintedTraces> = async (
  given,
  actor,
  { language: locale, ...search },
) => {
  const { administration, person } = requireGuardian(actor);
  const { traces, partyIds } = await findTracesOf(given, actor, { search, action: 'traces.printed' });
  const { database, clock } = actingFor(given, actor, 'privacy');
  const addressee = await findAddressee(database, partyIds);
  const office = await findAdministration(given.database, administration);
  if (office === null)
    throw new CaseworkError('NOT_FOUND', `Expected administration ${administration}, but it is gone`);
  const now = clock.now();
  const today = dayOf(now);
  const scope = { values: { ...search, traces: traces.map((trace) => lineOf(trace, locale)) } };
  const letter = resolveLetter(tracesLetter, { locale, scope, now, missing: 'show' });
  const head = letterheadOf({
    locale,
    administration: office.name[locale],
    recipient: addressee === undefined ? [] : [addressee.name],
    today,
    reference: `${search.from} – ${search.to}`,
    contact: { name: person.name, email: person.email ?? '', phone: '' },
    house: await letterHouse(given.database, administration, locale),
  });
  return { name: `${today}.pdf`, content: await letterPdf(letter, head, now) };
};
