import { NumberSetting } from '../app/NumberSetting.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { NameChecks } from '../app/NameChecks.tsx';
import { NameSelect } from '../app/NameSelect.tsx';
import { useState } from 'react';
import { todayInBrussels } from '@irisflow/renderer';
import { RadioGroup, Select, TextField } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';
import { controlId } from '../workspace/problem-places.ts';
import type { ProblemAt } from '../workspace/use-problem-places.ts';
import { useNameChoices } from '../workspace/use-name-choices.ts';
import { fieldsOf, kindOfField, validUntil } from './edit-right.ts';
import { orNothing, type RightFile, type RightPartProps } from './right-file.ts';

interface PartProps extends RightPartProps {
  problemAt: ProblemAt;
}

const digits = ['3', '4', '5', '6', '7', '8', '9'];
const PREFIX = /^[A-Z][A-Z0-9]{0,9}$/;

const Numbering = ({ right, change, problemAt }: PartProps) => {
  const t = useTexts();
  const number = right.number ?? { prefix: '', digits: 5 };
  const [year] = useState(() => todayInBrussels(new Date()).slice(0, 4));
  const example = `${number.prefix}-${year}-${'42'.padStart(number.digits, '0')}`;
  const isPrefix = PREFIX.test(number.prefix);
  return (
    <>
      <div className="form-row">
        <TextField
          id={controlId('/number/prefix')}
          code
          size="10"
          label={t('right.prefix')}
          hint={t('right.prefixHint')}
          maxLength={10}
          value={number.prefix}
          error={isPrefix ? problemAt('/number/prefix') : t('right.prefixInvalid')}
          onChange={(prefix) => change({ number: { ...number, prefix: prefix.toUpperCase() } })}
        />
        <Select
          id={controlId('/number/digits')}
          label={t('right.digits')}
          hint={t('right.digitsHint')}
          options={digits.map((value) => ({ value, label: value }))}
          value={String(number.digits)}
          onChange={(value) => value !== undefined && change({ number: { ...number, digits: Number(value) } })}
        />
      </div>
      {isPrefix && <p className="iris-muted">{t('right.numberExample', { number: example })}</p>}
    </>
  );
};

type ValidityKind = 'always' | 'months' | 'until';

const validityKind = ({ validity }: RightFile): ValidityKind => {
  if (validity === undefined) return 'always';
  return 'months' in validity ? 'months' : 'until';
};

const Validity = ({ right, change, problemAt }: PartProps) => {
  const t = useTexts();
  const kind = validityKind(right);
  const days = fieldsOf(right)
    .filter(({ field }) => kindOfField(field) === 'day')
    .map(({ name, field }) => ({ value: name, label: field.label?.[t.locale] || name }));
  const choose = (next: string): void => {
    if (next === 'always') change({ validity: undefined });
    if (next === 'months') change({ validity: { months: 12 } });
    if (next === 'until') change(validUntil(right, days[0]?.value ?? ''));
  };
  const { validity } = right;
  return (
    <>
      <RadioGroup
        id={controlId('/validity')}
        label={t('right.validity')}
        options={(['always', 'months', 'until'] as const)
          .filter((option) => option !== 'until' || days.length > 0 || kind === 'until')
          .map((value) => ({ value, label: t(`right.validity.${value}`), hint: t(`right.validity.${value}Hint`) }))}
        value={kind}
        error={problemAt('/validity')}
        onChange={choose}
      />
      {validity !== undefined && 'months' in validity && (
        <NumberSetting
          id={controlId('/validity/months')}
          label={t('right.months')}
          hint={t('right.monthsHint')}
          value={validity.months}
          onChange={(months) => change({ validity: { months } })}
        />
      )}
      {validity !== undefined && 'until' in validity && (
        <NameSelect
          id={controlId('/validity/until')}
          label={t('right.until')}
          choices={days}
          value={validity.until}
          error={problemAt('/validity/until')}
          onChange={(until) => until !== undefined && change(validUntil(right, until))}
        />
      )}
    </>
  );
};

const Holders = ({ right, change, problemAt }: PartProps) => {
  const t = useTexts();
  const roles = useNameChoices('roles');
  const chosen = right.roles ?? [];
  return (
    <>
      <LocalizedField
        label={t('right.holder')}
        hint={t('right.holderHint')}
        value={right.holder}
        onChange={(holder) => change({ holder })}
      />
      {roles.length + chosen.length === 0 ? (
        <p className="iris-muted">{t('right.noRoles')}</p>
      ) : (
        <NameChecks
          id={controlId('/roles')}
          optional
          label={t('right.roles')}
          hint={t('right.rolesHint')}
          choices={roles}
          value={chosen}
          error={problemAt('/roles')}
          onChange={(next) => change({ roles: orNothing(next) })}
        />
      )}
    </>
  );
};

/** What a right is called, who holds it, how it is numbered and how long it holds. */
export const RightFacts = (props: PartProps) => {
  const t = useTexts();
  const { right, change } = props;
  return (
    <div className="iris-stack">
      <LocalizedField
        label={t('right.name')}
        hint={t('right.nameHint')}
        value={right.name}
        onChange={(name) => change({ name })}
      />
      <Holders {...props} />
      <h2>{t('right.number')}</h2>
      <Numbering {...props} />
      <h2>{t('right.validityTitle')}</h2>
      <Validity {...props} />
    </div>
  );
};
