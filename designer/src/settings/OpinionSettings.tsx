import type { LocalizedText } from '@irisflow/client';
import { Checkbox, Select, TextField } from '@irisflow/ui';
import { ListEditor } from '../app/ListEditor.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { NumberSetting } from '../app/NumberSetting.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { LegalReferenceField } from './LegalReferenceField.tsx';
import type { ProcedureOpinion, SettingsPartProps } from './procedure-file.ts';
import { namedInSettings } from './named-in-settings.ts';

const blank: LocalizedText = { fr: '', nl: '', en: '' };

/** What may be chosen of an opinion; the first is what holds where the file says nothing. */
const choices = {
  kind: ['calendarDays', 'workingDays', 'months'],
  calendar: ['legal', 'administration'],
  tacit: ['none', 'favorable', 'unfavorable'],
} as const;
type Choice = keyof typeof choices;

interface OpinionProps {
  readonly opinion: ProcedureOpinion;
  readonly change: (opinion: ProcedureOpinion) => void;
  readonly index: number;
}

const useChoiceWords = () => {
  const t = useTexts();
  return {
    label: (name: Choice): string => t(name === 'tacit' ? 'settings.opinion.tacit' : `settings.term.${name}`),
    option: (name: Choice, value: string): string =>
      t((name === 'tacit' ? `opinion.tacit.${value}` : `term.${name}.${value}`) as Parameters<typeof t>[0]),
  };
};

const ChoiceField = ({ opinion, change, index, name }: OpinionProps & { readonly name: Choice }) => {
  const words = useChoiceWords();
  const options: readonly string[] = choices[name];
  return (
    <Select
      id={`opinion-${name}-${index}`}
      label={words.label(name)}
      value={opinion[name] ?? options[0]}
      options={options.map((value) => ({ value, label: words.option(name, value) }))}
      onChange={(value) => change({ ...opinion, [name]: value ?? options[0] })}
    />
  );
};

/** Who is asked: empty stands for the administration of the procedure. */
const withOffice = ({ of: { group } }: ProcedureOpinion, administration: string): ProcedureOpinion['of'] =>
  administration.trim() === '' ? { group } : { administration: administration.trim(), group };

const Addressee = ({ opinion, change, index }: OpinionProps) => {
  const t = useTexts();
  const { of } = opinion;
  return (
    <div className="form-row">
      <TextField
        id={`opinion-key-${index}`}
        code
        label={t('settings.key')}
        value={opinion.key}
        onChange={(key) => change({ ...opinion, key })}
      />
      <TextField
        id={`opinion-group-${index}`}
        code
        label={t('settings.opinion.group')}
        value={of.group}
        onChange={(group) => change({ ...opinion, of: { ...of, group } })}
      />
      <TextField
        id={`opinion-administration-${index}`}
        code
        optional
        label={t('settings.opinion.administration')}
        hint={t('settings.opinion.administrationHint')}
        value={of.administration ?? ''}
        onChange={(administration) => change({ ...opinion, of: withOffice(opinion, administration) })}
      />
    </div>
  );
};

const Opinion = (props: OpinionProps) => {
  const { opinion, change, index } = props;
  const t = useTexts();
  return (
    <div className="iris-stack iris-stack--tight">
      <LocalizedField
        label={t('settings.opinion.label')}
        value={opinion.label}
        onChange={(label) => change({ ...opinion, label })}
      />
      <Addressee {...props} />
      <div className="form-row">
        <NumberSetting
          id={`opinion-length-${index}`}
          label={t('settings.termLength')}
          value={opinion.length}
          onChange={(length) => change({ ...opinion, length })}
        />
        <ChoiceField {...props} name="kind" />
        <ChoiceField {...props} name="calendar" />
        <ChoiceField {...props} name="tacit" />
      </div>
      <LegalReferenceField
        value={opinion.legalRef ?? blank}
        onChange={(legalRef) => change({ ...opinion, legalRef })}
      />
      <Checkbox
        id={`opinion-public-${index}`}
        label={t('settings.opinion.isPublic')}
        optional
        value={opinion.isPublic ?? false}
        onChange={(isPublic) => change({ ...opinion, isPublic })}
      />
    </div>
  );
};

/** What other services are asked: who, how long they have, and what their silence means. */
export const OpinionSettings = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const blankOpinion: ProcedureOpinion = { key: '', label: blank, of: { group: '' }, length: 30, kind: 'calendarDays' };
  return (
    <ListEditor
      title={t('settings.opinions')}
      hint={t('settings.opinionsHint')}
      items={settings.opinions ?? []}
      blank={blankOpinion}
      itemName={(index) => settings.opinions?.[index]?.label[t.locale] ?? `${index + 1}`}
      namedBy={namedInSettings('opinions', 'opinion')}
      onChange={(opinions) => change({ opinions })}
    >
      {(opinion, changeOpinion, index) => <Opinion opinion={opinion} change={changeOpinion} index={index} />}
    </ListEditor>
  );
};
