import { Checkbox } from '@irisflow/ui';
import { freeKey } from '../app/free-key.ts';
import { KeySetting } from '../app/KeySetting.tsx';
import { KeysField } from '../app/KeysField.tsx';
import { ListEditor } from '../app/ListEditor.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { NameChecks } from '../app/NameChecks.tsx';
import { NameSelect } from '../app/NameSelect.tsx';
import { useRightSources } from '../api/right-sources.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { NameChoice } from '../workspace/name-choices.ts';
import { withPart } from './use-asked.ts';
import type { ProcedureSource, SourceFact } from './procedure-file.ts';

export interface SourcePartProps {
  readonly source: ProcedureSource;
  readonly change: (source: ProcedureSource) => void;
  readonly index: number;
  /** Answers of the application. */
  readonly answers: readonly NameChoice[];
}

/** What of its answer is used: out of what it offers where that is known, by its own names where it is not. */
const UsedFields = ({ source, change, index }: SourcePartProps) => {
  const t = useTexts();
  const { data = [] } = useRightSources();
  const offered = data.find(({ key }) => key === source.key)?.fields;
  const common = {
    id: `source-fields-${index}`,
    optional: true,
    label: t('settings.source.fields'),
    onChange: (fields: string[]) => change({ ...source, fields: fields.length === 0 ? undefined : fields }),
  };
  if (offered === undefined)
    return <KeysField {...common} hint={t('settings.source.fieldsHint')} keys={source.fields ?? []} />;
  const choices = offered.map(({ name, label }) => ({ value: name, label: label[t.locale] || name }));
  return <NameChecks {...common} choices={choices} value={source.fields ?? []} />;
};

interface FactProps extends Pick<SourcePartProps, 'answers'> {
  readonly id: string;
  readonly name: string;
  readonly fact: SourceFact;
  readonly taken: readonly string[];
  readonly change: (fact: SourceFact) => void;
  readonly onRename: (name: string) => void;
}

const Fact = ({ id, name, fact, taken, answers, change, onRename }: FactProps) => {
  const t = useTexts();
  return (
    <div className="iris-stack iris-stack--tight">
      <LocalizedField
        label={t('settings.fact.label')}
        value={fact.label}
        onChange={(label) => change({ ...fact, label })}
      />
      <div className="form-row">
        <KeySetting
          id={`${id}-name`}
          label={t('settings.fact.name')}
          hint={t('settings.fact.nameHint')}
          value={name}
          taken={taken}
          onChange={onRename}
        />
        <NameSelect
          id={`${id}-declared`}
          optional
          label={t('settings.fact.declared')}
          choices={withPart(answers, fact.declared)}
          value={fact.declared}
          onChange={(declared) => change({ ...fact, declared })}
        />
      </div>
      <Checkbox
        id={`${id}-money`}
        optional
        label={t('settings.fact.money')}
        value={fact.format === 'money'}
        onChange={(isMoney) => change({ ...fact, format: isMoney ? 'money' : undefined })}
      />
    </div>
  );
};

/** How what a source says is called, and with what the applicant said it is compared. */
const Facts = ({ source, change, index, answers }: SourcePartProps) => {
  const t = useTexts();
  const facts = Object.entries(source.facts ?? {});
  const names = facts.map(([name]) => name);
  const [unnamed] = (source.fields ?? []).filter((field) => !names.includes(field));
  const write = (next: readonly (readonly [string, SourceFact])[]): void =>
    change({ ...source, facts: next.length === 0 ? undefined : Object.fromEntries(next) });
  return (
    <ListEditor<readonly [string, SourceFact]>
      title={t('settings.facts.source', { source: source.name?.[t.locale] || source.key })}
      hint={t('settings.facts.sourceHint')}
      items={facts}
      blank={[unnamed ?? freeKey('field', names), { label: { fr: '', nl: '', en: '' } }]}
      itemName={(at) => facts[at]?.[1].label?.[t.locale] || names[at] || `${at + 1}`}
      onChange={write}
    >
      {([name, fact], changeFact, at) => (
        <Fact
          id={`source-${index}-fact-${at}`}
          name={name}
          fact={fact}
          taken={names}
          answers={answers}
          change={(next) => changeFact([name, next])}
          onRename={(next) => changeFact([next, fact])}
        />
      )}
    </ListEditor>
  );
};

/** What is used of the answer of a source, how it is called, and why others than the applicant are asked about. */
export const SourceFacts = (props: SourcePartProps) => {
  const t = useTexts();
  const { source, change } = props;
  return (
    <>
      <UsedFields {...props} />
      <Facts {...props} />
      <LocalizedField
        label={t('settings.reasonForOthers')}
        hint={t('settings.reasonForOthersHint')}
        value={source.reasonForOthers}
        onChange={(reason) =>
          change({
            ...source,
            reasonForOthers: Object.values(reason).some((text) => text.trim() !== '') ? reason : undefined,
          })
        }
      />
    </>
  );
};
