import { dayOf } from '@irisflow/calendar';
import { listPowersOf } from '@irisflow/delegations';
import { groupsOf } from '@irisflow/tasks';
import { type Clerk, requireClerk } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import { communes } from '@irisflow/identifiers';
import { listPublishedProcedures, type PublishedProcedure } from '@irisflow/procedures';
import { listClerks } from '../storage/clerks.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { FieldKind, ViewField } from '../views/view-page.ts';
import {
  type BuiltInKey,
  fieldLabels,
  groupLabels,
  languageLabels,
  me,
  nobody,
  statusLabels,
} from './built-in-labels.ts';
import { fieldsOf } from './form-fields.ts';

type Choices = ViewField['choices'];

const choicesOf = (labels: Readonly<Record<string, LocalizedText>>): Choices =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

const named = (name: string): LocalizedText => inEveryLocale(() => name);

const stepsOf = ({ key, description }: PublishedProcedure): Choices =>
  Object.entries(description.tasks).map(([id, { name }]) => ({
    value: `${key}/${id}`,
    label: inEveryLocale((locale) => `${name[locale]} · ${description.title[locale]}`),
  }));

interface Known {
  readonly procedures: readonly PublishedProcedure[];
  readonly groups: readonly string[];
  readonly clerks: readonly { readonly id: string; readonly name: string }[];
}

const builtIn = (key: BuiltInKey, kind: FieldKind, more: Partial<ViewField> = {}): ViewField => ({
  key,
  kind,
  label: fieldLabels[key],
  group: null,
  choices: [],
  mayBeEmpty: false,
  ...more,
});

const builtInFields = ({ procedures, groups, clerks }: Known): ViewField[] => [
  builtIn('daysLeft', 'number', { mayBeEmpty: true }),
  builtIn('dueOn', 'date', { mayBeEmpty: true }),
  builtIn('task', 'text'),
  builtIn('applicant', 'text'),
  builtIn('procedure', 'choice', {
    choices: procedures.map(({ key, description }) => ({ value: key, label: description.title })),
  }),
  builtIn('step', 'choice', { choices: procedures.flatMap(stepsOf) }),
  builtIn('status', 'choice', { choices: choicesOf(statusLabels) }),
  builtIn('language', 'choice', { choices: choicesOf(languageLabels) }),
  builtIn('commune', 'choice', {
    mayBeEmpty: true,
    choices: communes.map(({ nis, fr, nl }) => ({ value: nis, label: { fr, nl, en: fr } })),
  }),
  builtIn('received', 'date'),
  builtIn('created', 'date'),
  builtIn('assignee', 'choice', {
    choices: [
      { value: 'me', label: me },
      { value: 'nobody', label: nobody },
      ...clerks.map(({ id, name }) => ({ value: id, label: named(name) })),
    ],
  }),
  builtIn('group', 'choice', {
    mayBeEmpty: true,
    choices: groups.map((group) => ({ value: group, label: groupLabels[group] ?? named(group) })),
  }),
  builtIn('priority', 'number'),
  builtIn('incident', 'yesNo'),
  builtIn('unread', 'yesNo'),
  builtIn('waiting', 'yesNo'),
];

/** The procedures of an administration, as their newest usable versions describe them. */
export const ownProcedures = async (
  { library }: Surroundings,
  db: Queryable,
  { administration }: Pick<Clerk, 'administration'>,
): Promise<PublishedProcedure[]> =>
  (await listPublishedProcedures(db, library)).filter((published) => published.administration === administration);

const ofForm = ({ key, kind, label, group, choices, mayBeEmpty }: ViewField): ViewField => ({
  key,
  kind,
  label,
  group,
  choices,
  mayBeEmpty,
});

/** Every field that a view of this clerk may ask about and show. */
export const listViewFields: UseCase<Record<string, never>, ViewField[]> = async (surroundings, actor) => {
  const { database, clock } = surroundings;
  const clerk = requireClerk(actor);
  const procedures = await ownProcedures(surroundings, database, clerk);
  const clerks = await listClerks(database, clerk.administration);
  const powers = await listPowersOf(database, { personId: clerk.person.id, today: dayOf(clock.now()) });
  const groups = [...groupsOf(clerk.person), ...powers.flatMap((power) => power.groups)];
  return [
    ...builtInFields({ procedures, clerks, groups: [...new Set(groups)] }),
    ...procedures.flatMap((procedure) => [...fieldsOf(procedure).values()].map(ofForm)),
  ];
};
