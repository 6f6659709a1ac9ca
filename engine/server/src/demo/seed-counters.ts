import type { Actor } from '@irisflow/access';
import { inEveryLocale, type Locale, type LocalizedText } from '@irisflow/foundation';
import type { Casework } from '@irisflow/platform';
import { demoStaff } from './demo-staff.ts';

const system: Actor = { kind: 'job', name: 'operator' };

const marks: Readonly<Record<Locale, string>> = { fr: 'démonstration', nl: 'demonstratie', en: 'demonstration' };
const marked = (name: LocalizedText): LocalizedText => inEveryLocale((locale) => `${name[locale]} (${marks[locale]})`);

const weekdays = [1, 2, 3, 4, 5];
const hours = weekdays.map((weekday) => ({ weekday, from: '09:00', to: '12:00' }));

/** Whoever may set the counters of an administration of the demonstration. */
const setterOf = async ({ identity }: Casework, administration: string): Promise<Actor | undefined> => {
  const claims = demoStaff.find((one) => one.administration === administration && one.roles.includes('supervisor'));
  if (claims === undefined) return undefined;
  return { kind: 'person', person: await identity.upsertPerson(system, claims), session: null };
};

/** Gives each of these procedures whose page names a counter one that takes appointments, unless its administration has some. */
export const seedCounters = async (casework: Casework, keys: readonly string[]): Promise<void> => {
  for (const key of keys) {
    const { administration, counter } = await casework.procedures.getProcedure(system, { key });
    const setter = counter === null ? undefined : await setterOf(casework, administration.key);
    if (counter === null || setter === undefined) continue;
    if ((await casework.appointments.listOfficeCounters(setter, {})).length > 0) continue;
    await casework.appointments.addCounter(setter, {
      settings: {
        name: marked(counter.name),
        address: counter.address,
        procedures: [key],
        takesOther: true,
        hours,
        slotMinutes: 20,
        desks: 2,
        daysAhead: 60,
        hoursBefore: 2,
        languages: ['fr', 'nl', 'en'],
        isOpen: true,
      },
    });
  }
};
