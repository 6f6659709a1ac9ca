import type { LocalizedText } from '@irisflow/client';
import { Checkbox, NumberField, Select, TextField } from '@irisflow/ui';
import { ListEditor } from '../app/ListEditor.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { NumberSetting } from '../app/NumberSetting.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { ProcedureTerm, SettingsPartProps } from './procedure-file.ts';
import { namedInSettings } from './named-in-settings.ts';
import { LegalReferenceField } from './LegalReferenceField.tsx';
import { TermExample } from './TermExample.tsx';

const blank: LocalizedText = { fr: '', nl: '', en: '' };

/** What may be chosen of a term; the first is what holds where the file says nothing. */
const choices = {
  kind: ['calendarDays', 'workingDays', 'months'],
  startsAfter: ['receipt', 'completion', 'presentation', 'posting', 'delivery', 'presumedDelivery', 'availability'],
  calendar: ['legal', 'administration'],
  binds: ['administration', 'applicant'],
  onExpiry: ['none', 'escalate', 'tacitGrant', 'tacitRefusal'],
} as const;
type Choice = keyof typeof choices;
const names = ['kind', 'startsAfter', 'calendar', 'binds', 'onExpiry'] as const satisfies Choice[];

interface TermProps {
  readonly term: ProcedureTerm;
  readonly change: (term: ProcedureTerm) => void;
  readonly index: number;
}

const ChoiceField = ({ term, change, index, name }: TermProps & { readonly name: Choice }) => {
  const t = useTexts();
  const options: readonly string[] = choices[name];
  return (
    <Select
      id={`term-${name}-${index}`}
      label={t(`settings.term.${name}`)}
      value={term[name] ?? options[0]}
      options={options.map((value) => ({ value, label: t(`term.${name}.${value}` as Parameters<typeof t>[0]) }))}
      onChange={(value) => change({ ...term, [name]: value ?? options[0] })}
    />
  );
};

/** A target of the office itself binds nobody else and decides nothing: what it had of a term of the law goes. */
const asTarget = (term: ProcedureTerm, isTarget: boolean): ProcedureTerm => {
  const changed = { ...term };
  delete changed.serviceTarget;
  if (!isTarget) return changed;
  delete changed.binds;
  if (changed.onExpiry !== 'escalate') delete changed.onExpiry;
  return { ...changed, serviceTarget: true };
};

/** Empty takes the warning away. */
const withWarning = (term: ProcedureTerm, percent: number | string | undefined): ProcedureTerm => {
  const changed = { ...term };
  delete changed.warnAfter;
  return typeof percent === 'number' ? { ...changed, warnAfter: percent } : changed;
};

const Term = (props: TermProps) => {
  const { term, change, index } = props;
  const t = useTexts();
  return (
    <div className="iris-stack iris-stack--tight">
      <LocalizedField
        label={t('settings.termLabel')}
        value={term.label}
        onChange={(label) => change({ ...term, label })}
      />
      <div className="form-row">
        <TextField
          id={`term-key-${index}`}
          code
          label={t('settings.key')}
          value={term.key}
          onChange={(key) => change({ ...term, key })}
        />
        <NumberSetting
          id={`term-length-${index}`}
          label={t('settings.termLength')}
          value={term.length}
          onChange={(length) => change({ ...term, length })}
        />
        <ChoiceField {...props} name="kind" />
      </div>
      <LegalReferenceField value={term.legalRef} onChange={(legalRef) => change({ ...term, legalRef })} />
      <div className="form-row">
        {names.slice(1).map((name) => (
          <ChoiceField key={name} {...props} name={name} />
        ))}
        <NumberField
          id={`term-warn-${index}`}
          inputMode="numeric"
          label={t('settings.term.warnAfter')}
          optional
          value={term.warnAfter}
          onChange={(percent) => change(withWarning(term, percent))}
        />
      </div>
      <Checkbox
        id={`term-target-${index}`}
        label={t('settings.term.serviceTarget')}
        optional
        value={term.serviceTarget === true}
        onChange={(isTarget) => change(asTarget(term, isTarget))}
      />
      <TermExample term={term} index={index} />
    </div>
  );
};

/** The legal terms of a procedure: how they are counted, whom they bind, and what their end means. */
export const TermSettings = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const blankTerm: ProcedureTerm = { key: '', label: blank, length: 30, kind: 'calendarDays', legalRef: blank };
  return (
    <ListEditor
      title={t('settings.terms')}
      hint={t('settings.termsHint')}
      items={settings.terms ?? []}
      blank={blankTerm}
      itemName={(index) => settings.terms?.[index]?.label[t.locale] ?? `${index + 1}`}
      namedBy={namedInSettings('terms', 'term')}
      onChange={(terms) => change({ terms })}
    >
      {(term, changeTerm, index) => <Term term={term} change={changeTerm} index={index} />}
    </ListEditor>
  );
};
