import { Select } from '@irisflow/ui';
import { ListEditor } from '../app/ListEditor.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useAsked, type Asked } from './use-asked.ts';
import { copyReasons, type SettingsPartProps, type WithheldField } from './procedure-file.ts';

interface FieldProps {
  readonly withheld: WithheldField;
  readonly asked: readonly Asked[];
  readonly change: (withheld: WithheldField) => void;
  readonly index: number;
}

const Field = ({ withheld, asked, change, index }: FieldProps) => {
  const t = useTexts();
  const isKnown = asked.some(({ pointer }) => pointer === withheld.field);
  // What nobody asks any more is shown as it stands: the problems panel names it.
  const stranger = isKnown || withheld.field === '' ? [] : [{ value: withheld.field, label: withheld.field }];
  return (
    <div className="form-row form-row--wide">
      <Select
        id={`withheld-field-${index}`}
        label={t('settings.withheld.field')}
        options={[...stranger, ...asked.map(({ pointer, label }) => ({ value: pointer, label }))]}
        value={withheld.field}
        onChange={(field) => change({ ...withheld, field: field ?? '' })}
      />
      <Select
        id={`withheld-because-${index}`}
        label={t('settings.withheld.because')}
        options={copyReasons.map((value) => ({ value, label: t(`settings.withheld.${value}`) }))}
        value={withheld.because}
        onChange={(because) =>
          change({ ...withheld, because: copyReasons.find((known) => known === because) ?? withheld.because })
        }
      />
    </div>
  );
};

/** What a copy of the file for a party is without, and why. */
export const FileCopySettings = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const asked = useAsked(settings.application.form);
  const withheld = settings.fileCopies?.withhold ?? [];
  const [first] = asked.filter(({ pointer }) => !withheld.some(({ field }) => field === pointer));
  const blank: WithheldField = { field: first?.pointer ?? '', because: 'otherPeople' };
  return (
    <ListEditor
      title={t('settings.withheld')}
      hint={t('settings.withheldHint')}
      items={withheld}
      blank={blank}
      itemName={(index) => asked.find(({ pointer }) => pointer === withheld[index]?.field)?.label ?? `${index + 1}`}
      onChange={(withhold) => change({ fileCopies: withhold.length === 0 ? undefined : { withhold } })}
    >
      {(one, changeOne, index) => <Field withheld={one} asked={asked} change={changeOne} index={index} />}
    </ListEditor>
  );
};
