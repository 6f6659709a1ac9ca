import { restrictionReasons, type ControlElement, type FormDefinition, type Restriction } from '@irisflow/forms';
import { Select } from '@irisflow/ui';
import { KeysField } from '../../app/KeysField.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { useIsTaskForm } from './FieldVariable.tsx';
import { setRestriction } from './restriction.ts';

interface RestrictionFieldsProps {
  readonly form: FormDefinition;
  readonly control: ControlElement;
  readonly onChange: (form: FormDefinition) => void;
}

const FREE = 'free';

/** Whether the answers to a field are kept apart, why, and which groups may look at them. */
export const RestrictionFields = ({ form, control, onChange }: RestrictionFieldsProps) => {
  const t = useTexts();
  const { restricted } = control.options;
  const readers = restricted?.readers ?? [];
  const isTaskForm = useIsTaskForm(form.key);
  const write = (reason: Restriction['reason'] | undefined, keys: readonly string[]): void => {
    const next = reason === undefined ? undefined : { reason, ...(keys.length > 0 && { readers: keys }) };
    onChange(setRestriction(form, control.id, next));
  };
  // What a clerk answers in a task goes to the process, and is kept apart nowhere.
  if (isTaskForm) return null;
  return (
    <>
      <Select
        id={`restricted-${control.id}`}
        label={t('form.restricted')}
        hint={t('form.restricted.hint')}
        options={[
          { value: FREE, label: t('form.restricted.free') },
          ...restrictionReasons.map((value) => ({ value, label: t(`form.restricted.${value}`) })),
        ]}
        value={restricted?.reason ?? FREE}
        onChange={(value) =>
          write(
            restrictionReasons.find((one) => one === value),
            readers,
          )
        }
      />
      {restricted !== undefined && (
        <KeysField
          id={`readers-${control.id}`}
          label={t('form.restricted.readers')}
          hint={t('form.restricted.readers.hint')}
          optional
          maxLength={200}
          keys={readers}
          onChange={(keys) => write(restricted.reason, keys)}
        />
      )}
    </>
  );
};
