import type { LocalizedText } from '@irisflow/client';
import { Checkbox, Select, TextField } from '@irisflow/ui';
import { ListEditor } from '../app/ListEditor.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { NameSelect } from '../app/NameSelect.tsx';
import { NumberSetting } from '../app/NumberSetting.tsx';
import { useNameChoices } from '../workspace/use-name-choices.ts';
import { useTexts } from '../texts/use-texts.ts';
import { LegalReferenceField } from './LegalReferenceField.tsx';
import type { ProcedureInspection, SettingsPartProps } from './procedure-file.ts';
import { namedInSettings } from './named-in-settings.ts';

const blank: LocalizedText = { fr: '', nl: '', en: '' };
const kinds = ['calendarDays', 'workingDays', 'months'] as const;
const calendars = ['legal', 'administration'] as const;

interface InspectionProps {
  readonly inspection: ProcedureInspection;
  readonly change: (inspection: ProcedureInspection) => void;
  readonly index: number;
}

/** Who goes: empty stands for the administration of the procedure. */
const whoGoes = (group: string, administration: string): ProcedureInspection['of'] =>
  administration.trim() === '' ? { group } : { administration: administration.trim(), group };

const WhoGoes = ({ inspection, change, index }: InspectionProps) => {
  const t = useTexts();
  const forms = useNameChoices('form');
  const { group, administration = '' } = inspection.of;
  return (
    <div className="form-row">
      <TextField
        id={`inspection-key-${index}`}
        code
        label={t('settings.key')}
        value={inspection.key}
        onChange={(key) => change({ ...inspection, key })}
      />
      <TextField
        id={`inspection-group-${index}`}
        code
        label={t('settings.opinion.group')}
        value={group}
        onChange={(next) => change({ ...inspection, of: whoGoes(next, administration) })}
      />
      <TextField
        id={`inspection-administration-${index}`}
        code
        optional
        label={t('settings.opinion.administration')}
        hint={t('settings.opinion.administrationHint')}
        value={administration}
        onChange={(next) => change({ ...inspection, of: whoGoes(group, next) })}
      />
      <NameSelect
        id={`inspection-form-${index}`}
        label={t('settings.inspection.form')}
        choices={forms}
        value={inspection.form}
        onChange={(form) => change({ ...inspection, form: form ?? '' })}
      />
    </div>
  );
};

const HowLong = ({ inspection, change, index }: InspectionProps) => {
  const t = useTexts();
  return (
    <div className="form-row">
      <NumberSetting
        id={`inspection-length-${index}`}
        label={t('settings.termLength')}
        value={inspection.length}
        onChange={(length) => change({ ...inspection, length })}
      />
      <Select
        id={`inspection-kind-${index}`}
        label={t('settings.term.kind')}
        value={inspection.kind}
        options={kinds.map((value) => ({ value, label: t(`term.kind.${value}`) }))}
        onChange={(value) => change({ ...inspection, kind: kinds.find((one) => one === value) ?? 'calendarDays' })}
      />
      <Select
        id={`inspection-calendar-${index}`}
        label={t('settings.term.calendar')}
        value={inspection.calendar ?? 'legal'}
        options={calendars.map((value) => ({ value, label: t(`term.calendar.${value}`) }))}
        onChange={(value) => change({ ...inspection, calendar: calendars.find((one) => one === value) ?? 'legal' })}
      />
    </div>
  );
};

const Inspection = (props: InspectionProps) => {
  const { inspection, change, index } = props;
  const t = useTexts();
  return (
    <div className="iris-stack iris-stack--tight">
      <LocalizedField
        label={t('settings.inspection.label')}
        value={inspection.label}
        onChange={(label) => change({ ...inspection, label })}
      />
      <WhoGoes {...props} />
      <HowLong {...props} />
      <LegalReferenceField
        value={inspection.legalRef ?? blank}
        onChange={(legalRef) => change({ ...inspection, legalRef })}
      />
      <Checkbox
        id={`inspection-public-${index}`}
        label={t('settings.inspection.isPublic')}
        optional
        value={inspection.isPublic ?? false}
        onChange={(isPublic) => change({ ...inspection, isPublic })}
      />
    </div>
  );
};

/** What is looked at on site: who goes, how long they have, and by which form they report. */
export const InspectionSettings = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const blankInspection: ProcedureInspection = {
    key: '',
    label: blank,
    of: { group: '' },
    length: 30,
    kind: 'calendarDays',
    form: '',
  };
  return (
    <ListEditor
      title={t('settings.inspections')}
      hint={t('settings.inspectionsHint')}
      items={settings.inspections ?? []}
      blank={blankInspection}
      itemName={(index) => settings.inspections?.[index]?.label[t.locale] ?? `${index + 1}`}
      namedBy={namedInSettings('inspections', 'inspection')}
      onChange={(inspections) => change({ inspections })}
    >
      {(inspection, changeInspection, index) => (
        <Inspection inspection={inspection} change={changeInspection} index={index} />
      )}
    </ListEditor>
  );
};
