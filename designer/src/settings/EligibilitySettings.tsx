import { Checkbox, Select, TextField } from '@irisflow/ui';
import { ListEditor } from '../app/ListEditor.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { readDecisions } from '../decisions/read-decisions.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from '../workspace/draft-context.ts';
import { kindOfFile, shortName } from '../workspace/file-kinds.ts';
import type { ProcedureEligibility, SettingsPartProps } from './procedure-file.ts';

const named = (value: string) => ({ value, label: value });

/** The forms and decisions of the draft that a check may name. */
const useChoices = () => {
  const { state } = useDraft();
  const files = [...state.files];
  const forms = files.filter(([path]) => kindOfFile(path) === 'form').map(([path]) => named(shortName(path)));
  const decisions = files
    .filter(([path]) => kindOfFile(path) === 'decision')
    .flatMap(([, content]) => readDecisions(content))
    .map(({ id, name }) => ({ value: id, label: name }));
  return { forms, decisions };
};

interface CheckProps {
  readonly check: ProcedureEligibility;
  readonly change: (check: ProcedureEligibility) => void;
}

const Judged = ({ check, change }: CheckProps) => {
  const t = useTexts();
  const { forms, decisions } = useChoices();
  return (
    <>
      <div className="form-row">
        <Select
          id="eligibility-form"
          label={t('settings.eligibilityForm')}
          options={forms}
          value={check.form}
          onChange={(form) => change({ ...check, form: form ?? '' })}
        />
        <Select
          id="eligibility-decision"
          label={t('settings.eligibilityDecision')}
          options={decisions}
          value={check.decision}
          onChange={(decision) => change({ ...check, decision: decision ?? '' })}
        />
      </div>
      <TextField
        id="eligibility-eligible"
        code
        label={t('settings.eligible')}
        hint={t('settings.eligibleHint')}
        value={check.eligible}
        onChange={(eligible) => change({ ...check, eligible })}
      />
      <TextField
        id="eligibility-grounds"
        code
        optional
        label={t('settings.eligibleGrounds')}
        value={check.grounds ?? ''}
        onChange={(grounds) => change({ ...check, grounds: grounds === '' ? undefined : grounds })}
      />
    </>
  );
};

const Amount = ({ check, change }: CheckProps) => {
  const t = useTexts();
  const { amount } = check;
  return (
    <>
      <TextField
        id="eligibility-amount"
        code
        optional
        label={t('settings.amountValue')}
        value={amount?.value ?? ''}
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

const Fills = ({ check, change }: CheckProps) => {
  const t = useTexts();
  const fills = check.fills ?? [];
  return (
    <ListEditor
      title={t('settings.fills')}
      items={fills}
      blank={{ from: '/', to: '/' }}
      itemName={(index) => fills[index]?.to ?? `${index + 1}`}
      onChange={(next) => change({ ...check, fills: next })}
    >
      {(fill, changeFill, index) => (
        <div className="form-row">
          <TextField
            id={`fill-from-${index}`}
            code
            label={t('settings.fillFrom')}
            value={fill.from}
            onChange={(from) => changeFill({ ...fill, from })}
          />
          <TextField
            id={`fill-to-${index}`}
            code
            label={t('settings.fillTo')}
            value={fill.to}
            onChange={(to) => changeFill({ ...fill, to })}
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
          <Fills {...part(eligibility)} />
        </>
      )}
    </>
  );
};
