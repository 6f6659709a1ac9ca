import type { ViewField } from '@irisflow/client';
import { Button } from '@irisflow/ui';
import { useId, useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { ConditionRow } from './ConditionRow.tsx';
import { FieldPicker } from './FieldPicker.tsx';
import {
  conditionsOf,
  groupAt,
  isGroup,
  MAX_CONDITIONS,
  MAX_DEPTH,
  newCondition,
  withMatch,
  withMore,
  withPart,
  type DraftGroup,
  type Place,
} from './view-draft.ts';

interface BuilderProps {
  readonly filter: DraftGroup;
  readonly fields: ReadonlyMap<string, ViewField>;
  /** Whether conditions without a value are marked. */
  readonly isChecked: boolean;
  readonly onChange: (filter: DraftGroup) => void;
}

interface GroupProps extends BuilderProps {
  readonly group: DraftGroup;
  readonly place: Place;
  /** The place of the condition that was added just now. */
  readonly added: string | undefined;
  readonly onAsk: (place: Place) => void;
}

const Match = ({ group, place, filter, onChange }: GroupProps) => {
  const t = useDeskText();
  const id = useId();
  return (
    <div className="desk-view-match">
      <label htmlFor={id}>{t(place.length === 0 ? 'views.match' : 'views.match.inner')}</label>
      <select
        id={id}
        className="iris-input"
        value={group.match}
        onChange={(event) => onChange(withMatch(filter, place, event.target.value === 'any' ? 'any' : 'all'))}
      >
        <option value="all">{t('views.match.all')}</option>
        <option value="any">{t('views.match.any')}</option>
      </select>
    </div>
  );
};

const Parts = (props: GroupProps) => {
  const { group, place, filter, fields, isChecked, added, onChange } = props;
  return (
    <ul className="desk-view-parts">
      {group.parts.map((part, index) => {
        const at = [...place, index];
        // Parts have no name of their own: they are told apart by their place.
        const key = at.join('.');
        return isGroup(part) ? (
          <li key={key}>
            <Group {...props} group={part} place={at} />
          </li>
        ) : (
          <ConditionRow
            key={`${key} ${part.field}`}
            condition={part}
            field={fields.get(part.field)}
            isChecked={isChecked}
            isNew={key === added}
            onChange={(changed) => onChange(withPart(filter, at, changed))}
            onRemove={() => onChange(withPart(filter, at, undefined))}
          />
        );
      })}
    </ul>
  );
};

const Group = (props: GroupProps) => {
  const { group, place, filter, onChange, onAsk } = props;
  const t = useDeskText();
  const isFull = conditionsOf(filter).length >= MAX_CONDITIONS;
  return (
    <fieldset className="desk-view-group desk-view-fieldset" aria-label={t(`views.match.${group.match}`)}>
      <Match {...props} />
      {group.parts.length > 0 && <Parts {...props} />}
      <div className="iris-row">
        {isFull ? (
          <p className="iris-muted">{t('views.condition.full', { most: MAX_CONDITIONS })}</p>
        ) : (
          <Button size="small" tone="secondary" icon="plus" onClick={() => onAsk(place)}>
            {t('views.condition.add')}
          </Button>
        )}
        {place.length < MAX_DEPTH && !isFull && (
          <Button
            size="small"
            tone="quiet"
            icon="plus"
            onClick={() => onChange(withMore(filter, place, { match: 'any', parts: [] }))}
          >
            {t('views.group.add')}
          </Button>
        )}
        {place.length > 0 && (
          <Button size="small" tone="quiet" icon="cross" onClick={() => onChange(withPart(filter, place, undefined))}>
            {t('views.group.remove')}
          </Button>
        )}
      </div>
    </fieldset>
  );
};

/** Conditions in groups of "all of" and "any of", each on a field that is found by its name. */
export const FilterBuilder = (props: BuilderProps) => {
  const { filter, fields, onChange } = props;
  const t = useDeskText();
  const [asking, setAsking] = useState<Place>();
  const [added, setAdded] = useState<string>();
  const add = (field: ViewField): void => {
    if (asking === undefined) return;
    setAdded([...asking, groupAt(filter, asking).parts.length].join('.'));
    onChange(withMore(filter, asking, newCondition(field.key, field.kind)));
    setAsking(undefined);
  };
  // What is only shown is asked for by another field.
  const asked = [...fields.values()].filter(({ key }) => key !== 'task');
  return (
    <>
      <Group {...props} group={filter} place={[]} added={added} onAsk={setAsking} />
      <FieldPicker
        title={t('views.condition.add')}
        open={asking !== undefined}
        fields={asked}
        onPick={add}
        onClose={() => setAsking(undefined)}
      />
    </>
  );
};
