import { Checkbox, RadioGroup, Select } from '@irisflow/ui';
import { freeKey } from '../app/free-key.ts';
import { KeySetting } from '../app/KeySetting.tsx';
import { ListEditor } from '../app/ListEditor.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { NameChecks } from '../app/NameChecks.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useNameChoices } from '../workspace/use-name-choices.ts';
import type { ProcedureRole, SettingsPartProps } from './procedure-file.ts';
import { namedInSettings } from './named-in-settings.ts';

interface RoleProps {
  readonly role: ProcedureRole;
  readonly taken: readonly string[];
  readonly change: (role: ProcedureRole) => void;
  readonly index: number;
}

const accesses = ['none', 'read', 'act'] as const;
const posts = ['none', 'all', 'some'] as const;

const postOf = ({ letters }: ProcedureRole): (typeof posts)[number] => {
  if (letters === undefined) return 'none';
  return letters === 'all' ? 'all' : 'some';
};

const Letters = ({ role, change, index }: RoleProps) => {
  const t = useTexts();
  const letters = useNameChoices('letter');
  const post = postOf(role);
  const lettersOf = (value: string): ProcedureRole['letters'] => {
    if (value === 'none') return undefined;
    return value === 'all' ? 'all' : letters.slice(0, 1).map((letter) => letter.value);
  };
  return (
    <>
      <RadioGroup
        id={`role-post-${index}`}
        inline
        label={t('settings.role.letters')}
        options={posts.map((value) => ({ value, label: t(`settings.role.letters.${value}`) }))}
        value={post}
        onChange={(value) => change({ ...role, letters: lettersOf(value) })}
      />
      {Array.isArray(role.letters) && (
        <NameChecks
          id={`role-letters-${index}`}
          label={t('settings.role.letters.which')}
          choices={letters}
          value={role.letters}
          onChange={(chosen) => change({ ...role, letters: chosen })}
        />
      )}
    </>
  );
};

const Role = (props: RoleProps) => {
  const t = useTexts();
  const { role, taken, change, index } = props;
  return (
    <div className="iris-stack iris-stack--tight">
      <LocalizedField
        label={t('settings.role.label')}
        value={role.label}
        onChange={(label) => change({ ...role, label })}
      />
      <div className="form-row">
        <Select
          id={`role-access-${index}`}
          label={t('settings.role.access')}
          options={accesses.map((value) => ({ value, label: t(`settings.role.access.${value}`) }))}
          value={role.access ?? 'none'}
          onChange={(value) => change({ ...role, access: value === 'read' || value === 'act' ? value : undefined })}
        />
        <KeySetting
          id={`role-key-${index}`}
          label={t('settings.key')}
          hint={t('settings.role.keyHint')}
          value={role.key}
          taken={taken}
          onChange={(key) => change({ ...role, key })}
        />
      </div>
      <Letters {...props} />
      <Checkbox
        id={`role-household-${index}`}
        optional
        label={t('settings.role.household')}
        value={role.household === true}
        onChange={(isOne) => change({ ...role, household: isOne ? true : undefined })}
      />
    </div>
  );
};

/** Who takes part in a case beside the applicant, and what they may do. */
export const RoleSettings = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const roles = settings.roles ?? [];
  const keys = roles.map(({ key }) => key);
  const blank: ProcedureRole = { key: freeKey('role', keys), label: { fr: '', nl: '', en: '' } };
  return (
    <ListEditor
      title={t('settings.roles')}
      hint={t('settings.rolesHint')}
      isFolded
      items={roles}
      blank={blank}
      itemName={(index) => roles[index]?.label?.[t.locale] || roles[index]?.key || `${index + 1}`}
      namedBy={namedInSettings('roles', 'role')}
      onChange={(next) => change({ roles: next })}
    >
      {(role, changeRole, index) => <Role role={role} taken={keys} change={changeRole} index={index} />}
    </ListEditor>
  );
};
