import { Checkbox } from '@irisflow/ui';
import { ListEditor } from '../app/ListEditor.tsx';
import { NameSelect } from '../app/NameSelect.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { FeelSetting } from '../feel/FeelSetting.tsx';
import { useDecisionNames } from '../names/use-name-index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useNameChoices } from '../workspace/use-name-choices.ts';
import { useAnswers, withPart } from './use-asked.ts';
import type { ProcedureEligibility, SettingsPartProps } from './procedure-file.ts';

interface CheckProps {
  readonly check: ProcedureEligibility;
  readonly change: (check: ProcedureEligibility) => void;
}

const Judged = ({ check, change }: CheckProps) => {
  const t = useTexts();
  const forms = useNameChoices('form');
  const decisions = useNameChoices('decision');
  const knowledge = useDecisionNames(check.decision);
  return (
    <>
      <div className="form-row">
        <NameSelect
          id="eligibility-form"
          label={t('settings.eligibilityForm')}
          choices={forms}
          value={check.form}
          onChange={(form) => change({ ...check, form: form ?? '' })}
        />
        <NameSelect
          id="eligibility-decision"
          label={t('settings.eligibilityDecision')}
          choices={decisions}
          value={check.decision}
          onChange={(decision) => change({ ...check, decision: decision ?? '' })}
        />
      </div>
      <FeelSetting
        label={t('settings.eligible')}
        hint={t('settings.eligibleHint')}
        value={check.eligible}
        knowledge={knowledge}
        onChange={(eligible) => change({ ...check, eligible })}
      />
      <FeelSetting
        label={t('settings.eligibleGrounds')}
        value={check.grounds ?? ''}
        knowledge={knowledge}
        onChange={(grounds) => change({ ...check, grounds: grounds === '' ? undefined : grounds })}
      />
    </>
  );
};

const Amount = ({ check, change }: CheckProps) => {
  const t = useTexts();
  const { amount } = check;
  const knowledge = useDecisionNames(check.decision);
  return (
    <>
      <FeelSetting
        label={t('settings.amountValue')}
        value={amount?.value ?? ''}
        knowledge={knowledge}
        onChange={(value) =>
          change({
            ...check,
            amount: value === '' ? undefined : { value, label: amount?.label ?? { fr: '', nl: '', en: '' } },
          })
        }
      />
      {amount !== undefined && (
        <LocalizedField
          label={t('settings.amountLabel')}
          value={amount.label}
          onChange={(label) => change({ ...check, amount: { ...amount, label } })}
        />
      )}
    </>
  );
};

const Fills = ({ check, change, form }: CheckProps & { readonly form: string }) => {
  const t = useTexts();
  const asked = useAnswers(check.form);
  const filled = useAnswers(form);
  const fills = check.fills ?? [];
  return (
    <ListEditor
      title={t('settings.fills')}
      items={fills}
      blank={{ from: '', to: '' }}
      itemName={(index) => fills[index]?.to ?? `${index + 1}`}
      onChange={(next) => change({ ...check, fills: next })}
    >
      {(fill, changeFill, index) => (
        <div className="form-row">
          <NameSelect
            id={`fill-from-${index}`}
            label={t('settings.fillFrom')}
            choices={withPart(asked, fill.from)}
            value={fill.from}
            onChange={(from) => changeFill({ ...fill, from: from ?? '' })}
          />
          <NameSelect
            id={`fill-to-${index}`}
            label={t('settings.fillTo')}
            choices={withPart(filled, fill.to)}
            value={fill.to}
            onChange={(to) => changeFill({ ...fill, to: to ?? '' })}
          />
        </div>
      )}
    </ListEditor>
  );
};

const blankCheck: ProcedureEligibility = { form: '', decision: '', eligible: '= result.eligible' };

/** The check that everybody may try on the page of the procedure. */
export const EligibilitySettings = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const { eligibility } = settings;
  const part = (check: ProcedureEligibility): CheckProps => ({
    check,
    change: (next) => change({ eligibility: next }),
  });
  return (
    <>
      <p className="iris-muted">{t('settings.eligibilityHint')}</p>
      <Checkbox
        id="settings-has-eligibility"
        label={t('settings.eligibilityShown')}
        optional
        value={eligibility !== undefined}
        onChange={(isOffered) => change({ eligibility: isOffered ? blankCheck : undefined })}
      />
      {eligibility !== undefined && (
        <>
          <Judged {...part(eligibility)} />
          <Amount {...part(eligibility)} />
          <Fills {...part(eligibility)} form={settings.application?.form ?? ''} />
        </>
      )}
    </>
  );
};
