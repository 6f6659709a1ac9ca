import type { ScenarioEnd } from '@irisflow/scenarios';
import { caseStatuses } from '@irisflow/client';
import { Checkbox, Select } from '@irisflow/ui';
import { ToolButton } from '../app/ToolButton.tsx';
import { letterName, useStatusName } from '../play/effect-words.ts';
import type { ProcedureFacts } from '../play/procedure-facts.ts';
import type { NameOf } from '../play/use-facts.ts';
import { GroupFields } from '../play/ValueFields.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { DrawnParts } from './drawn-parts.ts';
import { moved, removed } from './edit-list.ts';
import { ElementPicker } from './ElementPicker.tsx';

export interface ClaimsEditorProps {
  readonly end: ScenarioEnd;
  readonly facts: ProcedureFacts;
  readonly drawn: DrawnParts;
  readonly nameOf: NameOf;
  readonly onChange: (end: ScenarioEnd) => void;
}

interface NamedListProps {
  readonly title: string;
  readonly add: string;
  readonly items: readonly string[];
  readonly ids: readonly string[];
  readonly nameOf: NameOf;
  readonly isOrdered?: boolean;
  readonly onChange: (items: readonly string[]) => void;
}

/** Things by their names, one a line; where their order counts they can be moved. */
const NamedList = ({ title, add, items, ids, nameOf, isOrdered = false, onChange }: NamedListProps) => {
  const t = useTexts();
  return (
    <fieldset className="value-group">
      <legend>{title}</legend>
      <ol className="scenario-list">
        {items.map((item, index) => (
          // The same place may come several times.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="scenario-step__head">
            <span>{nameOf(item)}</span>
            <span className="toolbar">
              {isOrdered && (
                <ToolButton
                  icon="up"
                  label={t('claim.up', { name: nameOf(item) })}
                  isDisabled={index === 0}
                  onClick={() => onChange(moved(items, index, -1))}
                />
              )}
              <ToolButton
                icon="trash"
                label={t('value.removeField', { name: nameOf(item) })}
                onClick={() => onChange(removed(items, index))}
              />
            </span>
          </li>
        ))}
      </ol>
      <ElementPicker
        label={add}
        ids={ids}
        nameOf={nameOf}
        value={undefined}
        onChange={(id) => onChange([...items, id])}
      />
    </fieldset>
  );
};

const LettersAndStatus = ({ end, facts, onChange }: ClaimsEditorProps) => {
  const t = useTexts();
  const statusName = useStatusName(facts);
  const toggle = (isClaimed: boolean): void => {
    const { letters: _, ...rest } = end;
    onChange(isClaimed ? { ...rest, letters: [] } : rest);
  };
  return (
    <>
      <Checkbox
        id="claim-letters"
        label={t('claim.compareLetters')}
        optional
        value={end.letters !== undefined}
        onChange={toggle}
      />
      {end.letters !== undefined && (
        <NamedList
          title={t('claim.letters')}
          add={t('claim.addLetter')}
          items={end.letters}
          ids={[...facts.letters.keys()]}
          nameOf={(key) => letterName(facts, key, t.locale)}
          onChange={(letters) => onChange({ ...end, letters })}
        />
      )}
      <Select
        id="claim-status"
        label={t('claim.status')}
        optional
        value={end.status}
        placeholder={t('claim.anyStatus')}
        options={[...new Set([...caseStatuses, ...facts.statuses.keys()])].map((status) => ({
          value: status,
          label: statusName(status),
        }))}
        onChange={(status) => {
          const { status: _, ...rest } = end;
          onChange(status === undefined ? rest : { ...rest, status });
        }}
      />
    </>
  );
};

/** What must be true at the end of a scenario. */
export const ClaimsEditor = (props: ClaimsEditorProps) => {
  const t = useTexts();
  const { end, drawn, nameOf, onChange } = props;
  const ids = drawn.elements.map(({ id }) => id);
  const tasks = drawn.elements.filter(({ kind }) => kind === 'userTask').map(({ id }) => id);
  const placeName: NameOf = (id) => (id === 'end' ? t('difference.end') : nameOf(id));
  return (
    <>
      <NamedList
        title={t('claim.rests')}
        add={t('claim.addRest')}
        items={end.rests}
        ids={['end', ...tasks]}
        nameOf={placeName}
        onChange={(rests) => onChange({ ...end, rests })}
      />
      <NamedList
        title={t('claim.path')}
        add={t('claim.addPlace')}
        items={end.path}
        ids={ids}
        nameOf={nameOf}
        isOrdered
        onChange={(path) => onChange({ ...end, path })}
      />
      <NamedList
        title={t('claim.never')}
        add={t('claim.addPlace')}
        items={end.never}
        ids={ids}
        nameOf={nameOf}
        onChange={(never) => onChange({ ...end, never })}
      />
      <LettersAndStatus {...props} />
      <fieldset className="value-group">
        <legend>{t('claim.values')}</legend>
        <GroupFields value={end.variables} onChange={(variables) => onChange({ ...end, variables })} />
      </fieldset>
    </>
  );
};
