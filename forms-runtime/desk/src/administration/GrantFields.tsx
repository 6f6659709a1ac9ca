import type { Role } from '@irisflow/client';
import { useLocalized, usePerson } from '@irisflow/frame';
import { CheckboxGroup, Select, Skeleton } from '@irisflow/ui';
import { isPlatformAdministrator } from '../session/clerk.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { useAdministration, useAdministrationChoices } from './use-administrations.ts';
import type { Grant } from './use-staff.ts';

export const roles = [
  'citizen',
  'agent',
  'supervisor',
  'analyst',
  'administrator',
  'auditor',
  'accountant',
  'communicator',
] as const satisfies readonly Role[];

/** Stands for "no administration" in the list of choices: the platform itself. */
const PLATFORM = ' platform';

/** What is missing of a grant; undefined when it can be sent. */
export const missingOf = ({ administration, roles: chosen, groups }: Grant): 'roles' | 'platform' | undefined => {
  if (chosen.every((role) => role === 'citizen')) return 'roles';
  const isOfPlatform = groups.length === 0 && chosen.every((role) => role === 'administrator' || role === 'citizen');
  return administration === null && !isOfPlatform ? 'platform' : undefined;
};

interface FieldsProps {
  readonly grant: Grant;
  readonly onChange: (grant: Grant) => void;
}

const AdministrationField = ({ grant, onChange }: FieldsProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const { data: choices = [] } = useAdministrationChoices();
  const options = [
    { value: PLATFORM, label: t('admin.platform') },
    ...choices.map(({ key, name }) => ({ value: key, label: read(name) })),
  ];
  const choose = (value: string | undefined): void =>
    onChange({
      ...grant,
      groups: [],
      administration: value === undefined || value === PLATFORM ? null : value,
    });
  return (
    <Select
      id="administration"
      label={t('admin.administration')}
      options={options}
      value={grant.administration ?? PLATFORM}
      onChange={choose}
    />
  );
};

const GroupFields = ({ grant, onChange }: FieldsProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const { data, isPending } = useAdministration(grant.administration);
  const known = data?.groups ?? [];
  // A group that procedures name and nobody described is still a group.
  const unknown = grant.groups.filter((key) => !known.some((group) => group.key === key));
  const options = [
    ...known.map(({ key, name }) => ({ value: key, label: read(name) })),
    ...unknown.map((key) => ({ value: key, label: key })),
  ];
  if (isPending) return <Skeleton lines={2} />;
  if (options.length === 0) return <p className="iris-muted">{t('admin.groups.none')}</p>;
  return (
    <CheckboxGroup
      id="groups"
      label={t('admin.groups')}
      optional
      options={options}
      value={grant.groups}
      onChange={(groups) => onChange({ ...grant, groups })}
    />
  );
};

export interface GrantFieldsProps extends FieldsProps {
  readonly asked: boolean;
}

/** Where somebody works, in which roles and in which groups. */
export const GrantFields = ({ grant, onChange, asked }: GrantFieldsProps) => {
  const t = useDeskText();
  const person = usePerson();
  const missing = asked ? missingOf(grant) : undefined;
  const choose = (values: readonly string[]): void =>
    onChange({ ...grant, roles: roles.filter((role) => values.includes(role)) });
  return (
    <>
      {isPlatformAdministrator(person) && <AdministrationField grant={grant} onChange={onChange} />}
      <CheckboxGroup
        id="roles"
        label={t('account.roles')}
        options={roles.map((role) => ({ value: role, label: t(`role.${role}`), hint: t(`admin.role.${role}`) }))}
        value={grant.roles}
        onChange={choose}
        {...(missing !== undefined && { error: t(`admin.missing.${missing}`) })}
      />
      {grant.administration !== null && <GroupFields grant={grant} onChange={onChange} />}
    </>
  );
};
