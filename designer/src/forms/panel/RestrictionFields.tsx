import { restrictionReasons, type ControlElement, type Restriction } from '@irisflow/forms';
import { Select } from '@irisflow/ui';
import { KeysField } from '../../app/KeysField.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { setOptions } from '../edit/fields.ts';
import { useFormEditing } from '../editing.ts';

const FREE = 'free';

/** Whether the answers to a field are kept apart, why, and which groups may look at them. */
export const RestrictionFields = ({ control }: { control: ControlElement }) => {
  const t = useTexts();
  const { form, isTaskForm, edit } = useFormEditing();
  const { restricted } = control.options;
  const readers = restricted?.readers ?? [];
  const write = (reason: Restriction['reason'] | undefined, keys: readonly string[]): void => {
    const next = reason === undefined ? undefined : { reason, ...(keys.length > 0 && { readers: keys }) };
    edit(setOptions(form, control.id, { restricted: next }), `restricted ${control.id}`);
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
