import type { LocalizedText } from '@irisflow/client';
import { Checkbox, TextField } from '@irisflow/ui';
import { freeKey } from '../app/free-key.ts';
import { KeySetting } from '../app/KeySetting.tsx';
import { KeysField } from '../app/KeysField.tsx';
import { ListEditor } from '../app/ListEditor.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { NameChecks } from '../app/NameChecks.tsx';
import { NameSelect } from '../app/NameSelect.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { NameChoice } from '../workspace/name-choices.ts';
import { useNameChoices } from '../workspace/use-name-choices.ts';
import type { HouseholdList, SettingsPartProps } from './procedure-file.ts';
import { useAsked, type Asked } from './use-asked.ts';

interface ListProps<T extends HouseholdList> {
  readonly list: T;
  readonly change: (list: T) => void;
}

/** Lists that the application asks for, and what it asks in a row of one. */
const tablesIn = (asked: readonly Asked[]): NameChoice[] =>
  asked
    .filter(
      ({ pointer, isCell }) => !isCell && asked.some((one) => one.isCell && one.pointer.startsWith(`${pointer}/`)),
    )
    .map(({ pointer, label }) => ({ value: pointer, label }));

const cellsOf = (asked: readonly Asked[], list: string): NameChoice[] =>
  asked
    .filter(({ pointer, isCell }) => isCell && pointer.startsWith(`${list}/`))
    .map(({ pointer, label }) => ({ value: pointer.split('/').at(-1) ?? '', label }));

/** What is said of the members, such as "spouse", in every language. */
interface RelationsProps<T extends HouseholdList> extends ListProps<T> {
  readonly id: string;
  readonly title: string;
}

const Relations = <T extends HouseholdList>({ list, change, id, title }: RelationsProps<T>) => {
  const t = useTexts();
  const relations = Object.entries(list.relations ?? {});
  const values = relations.map(([value]) => value);
  return (
    <ListEditor<[string, LocalizedText]>
      title={title}
      isFolded
      items={relations}
      blank={[freeKey('relation', values), { fr: '', nl: '', en: '' }]}
      itemName={(index) => relations[index]?.[1]?.[t.locale] || values[index] || `${index + 1}`}
      onChange={(next) => change({ ...list, relations: next.length === 0 ? undefined : Object.fromEntries(next) })}
    >
      {([value, words], changeRelation, index) => (
        <div className="iris-stack iris-stack--tight">
          <KeySetting
            id={`${id}-relation-${index}`}
            label={t('right.choiceValue')}
            value={value}
            taken={values}
            pattern={/^\S(.{0,198}\S)?$/}
            onChange={(next) => changeRelation([next, words])}
          />
          <LocalizedField
            label={t('right.choiceWords')}
            value={words}
            onChange={(next) => changeRelation([value, next])}
          />
        </div>
      )}
    </ListEditor>
  );
};

const Declared = ({ list, change, asked }: ListProps<HouseholdList> & { readonly asked: readonly Asked[] }) => {
  const t = useTexts();
  const cells = cellsOf(asked, list.list);
  return (
    <>
      <NameSelect
        id="household-list"
        label={t('settings.household.list')}
        choices={tablesIn(asked)}
        value={list.list}
        onChange={(next) => change({ ...list, list: next ?? '' })}
      />
      <NameChecks
        id="household-name"
        label={t('settings.household.name')}
        hint={t('settings.household.nameHint')}
        choices={cells}
        value={list.name ?? []}
        onChange={(name) => change({ ...list, name })}
      />
      <div className="form-row">
        {(['birthDate', 'relation'] as const).map((part) => (
          <NameSelect
            key={part}
            id={`household-${part}`}
            optional
            label={t(`settings.household.${part}`)}
            choices={cells}
            value={list[part]}
            onChange={(next) => change({ ...list, [part]: next })}
          />
        ))}
      </div>
      <Relations id="household" title={t('settings.household.relations')} list={list} change={change} />
    </>
  );
};

type SourceList = HouseholdList & { key: string };

const FromSource = ({ list, change }: ListProps<SourceList>) => {
  const t = useTexts();
  const sources = useNameChoices('sources');
  return (
    <>
      <div className="form-row">
        <NameSelect
          id="household-source"
          label={t('settings.household.source')}
          choices={sources}
          value={list.key}
          onChange={(key) => change({ ...list, key: key ?? '' })}
        />
        <TextField
          id="household-source-list"
          code
          label={t('settings.household.sourceList')}
          hint={t('settings.household.sourceListHint')}
          value={list.list}
          onChange={(next) => change({ ...list, list: next })}
        />
        <KeysField
          id="household-source-name"
          label={t('settings.household.name')}
          keys={list.name ?? []}
          onChange={(name) => change({ ...list, name })}
        />
        {(['birthDate', 'relation'] as const).map((part) => (
          <TextField
            key={part}
            id={`household-source-${part}`}
            code
            optional
            label={t(`settings.household.${part}`)}
            value={list[part] ?? ''}
            onChange={(next) => change({ ...list, [part]: next === '' ? undefined : next })}
          />
        ))}
      </div>
      <Relations
        id="household-source"
        title={`${t('settings.household.relations')} (${t('settings.household.source')})`}
        list={list}
        change={change}
      />
    </>
  );
};

/** Who belongs to a household, as the applicant declares it and as a source says it. */
export const HouseholdSettings = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const asked = useAsked(settings.application?.form ?? '');
  const sources = useNameChoices('sources');
  const { household = {} } = settings;
  const { declared, source } = household;
  const [table] = tablesIn(asked);
  const write = (next: typeof household): void =>
    change({ household: next.declared === undefined && next.source === undefined ? undefined : next });
  return (
    <>
      <h2>{t('settings.household')}</h2>
      <p className="iris-muted">{t('settings.householdHint')}</p>
      <Checkbox
        id="household-declared"
        optional
        label={t('settings.household.declared')}
        value={declared !== undefined}
        onChange={(isOn) =>
          write({ ...household, declared: isOn ? { list: table?.value ?? '', name: [] } : undefined })
        }
      />
      {declared !== undefined && (
        <Declared list={declared} asked={asked} change={(next) => write({ ...household, declared: next })} />
      )}
      <Checkbox
        id="household-sourced"
        optional
        label={t('settings.household.sourced')}
        value={source !== undefined}
        onChange={(isOn) =>
          write({ ...household, source: isOn ? { key: sources[0]?.value ?? '', list: '', name: [] } : undefined })
        }
      />
      {source !== undefined && <FromSource list={source} change={(next) => write({ ...household, source: next })} />}
    </>
  );
};
