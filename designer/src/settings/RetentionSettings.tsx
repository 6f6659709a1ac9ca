import type { LocalizedText } from '@irisflow/client';
import { CheckboxGroup, Select } from '@irisflow/ui';
import { ListEditor } from '../app/ListEditor.tsx';
import { NumberSetting } from '../app/NumberSetting.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { LegalReferenceField } from './LegalReferenceField.tsx';
import { endStatuses, type ProcedureRetention, type SettingsPartProps } from './procedure-file.ts';

const blank: LocalizedText = { fr: '', nl: '', en: '' };
const fates = ['destroy', 'archive'] as const;

interface RuleProps {
  readonly rule: ProcedureRetention;
  readonly change: (rule: ProcedureRetention) => void;
  readonly index: number;
}

const Rule = ({ rule, change, index }: RuleProps) => {
  const t = useTexts();
  return (
    <div className="iris-stack iris-stack--tight">
      <CheckboxGroup
        id={`retention-outcomes-${index}`}
        label={t('settings.retention.outcomes')}
        options={endStatuses.map((value) => ({ value, label: t(`caseStatus.${value}`) }))}
        value={rule.outcomes}
        onChange={(chosen) => change({ ...rule, outcomes: endStatuses.filter((one) => chosen.includes(one)) })}
      />
      <div className="form-row">
        <NumberSetting
          id={`retention-years-${index}`}
          label={t('settings.retention.years')}
          hint={t('settings.retention.yearsHint')}
          value={rule.years}
          onChange={(years) => change({ ...rule, years })}
        />
        <Select
          id={`retention-fate-${index}`}
          label={t('settings.retention.fate')}
          options={fates.map((value) => ({ value, label: t(`settings.retention.fate.${value}`) }))}
          value={rule.fate}
          onChange={(fate) => change({ ...rule, fate: fates.find((known) => known === fate) ?? rule.fate })}
        />
      </div>
      <LegalReferenceField value={rule.legalRef} onChange={(legalRef) => change({ ...rule, legalRef })} />
    </div>
  );
};

/** How long closed cases are kept, by how they ended, and what comes then. */
export const RetentionSettings = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const rules = settings.retention ?? [];
  // Two rules for one outcome would be refused: a new one has those that none has yet.
  const left = endStatuses.filter((status) => !rules.some(({ outcomes }) => outcomes.includes(status)));
  const next: ProcedureRetention = { outcomes: left, years: 5, fate: 'destroy', legalRef: blank };
  const namesOf = (index: number): string =>
    (rules[index]?.outcomes ?? []).map((status) => t(`caseStatus.${status}`)).join(', ');
  return (
    <ListEditor
      title={t('settings.retention')}
      hint={t('settings.retentionHint')}
      items={rules}
      blank={next}
      itemName={(index) => namesOf(index) || `${index + 1}`}
      onChange={(retention) => change({ retention: retention.length === 0 ? undefined : retention })}
    >
      {(rule, changeRule, index) => <Rule rule={rule} change={changeRule} index={index} />}
    </ListEditor>
  );
};
