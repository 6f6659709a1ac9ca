import { Button } from '@irisflow/ui';
import { useRef } from 'react';
import { ToolButton } from '../app/ToolButton.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { ConditionLine } from './ConditionLine.tsx';
import type { NameChoice } from './choices-of-names.ts';
import { emptyLine, groupOf, type ConditionTarget, type Group, type Part } from './condition.ts';
import './conditions.css';

export interface ConditionBuilderProps {
  /** What the condition decides, for who hears the group. */
  label: string;
  condition: Group;
  /** What may be chosen, in the reader's language. */
  names: readonly NameChoice[];
  target: ConditionTarget;
  onChange: (condition: Group) => void;
}

/** Groups inside of groups deeper than this are read by nobody. */
const MAX_DEPTH = 3;

const joins = {
  all: { join: 'all', isNegated: false },
  any: { join: 'any', isNegated: false },
  notAll: { join: 'all', isNegated: true },
  none: { join: 'any', isNegated: true },
} as const satisfies Record<string, Pick<Group, 'join' | 'isNegated'>>;
type JoinName = keyof typeof joins;

const joinNames = Object.keys(joins) as JoinName[];

const joinOf = ({ join, isNegated }: Group): JoinName =>
  joinNames.find((name) => joins[name].join === join && joins[name].isNegated === isNegated) ?? 'all';

interface JoinProps {
  group: Group;
  target: ConditionTarget;
  onChange: (group: Group) => void;
}

const JoinField = ({ group, target, onChange }: JoinProps) => {
  const t = useTexts();
  const offered = target === 'feel' ? joinNames : joinNames.filter((name) => !joins[name].isNegated);
  return (
    <select
      className="iris-input condition__join"
      aria-label={t('condition.join')}
      value={joinOf(group)}
      onChange={(event) => {
        const chosen = offered.find((name) => name === event.currentTarget.value);
        if (chosen !== undefined) onChange({ ...group, ...joins[chosen] });
      }}
    >
      {offered.map((name) => (
        <option key={name} value={name}>
          {t(`condition.join.${name}`)}
        </option>
      ))}
    </select>
  );
};

interface PartProps extends Omit<ConditionBuilderProps, 'condition' | 'onChange' | 'label'> {
  part: Part;
  depth: number;
  onChange: (part: Part) => void;
}

const PartEditor = ({ part, names, target, depth, onChange }: PartProps) => {
  const t = useTexts();
  if (part.kind === 'group')
    return (
      <GroupEditor
        label={t('condition.group')}
        condition={part}
        names={names}
        target={target}
        depth={depth + 1}
        onChange={onChange}
      />
    );
  if (part.kind === 'line') return <ConditionLine line={part} names={names} target={target} onChange={onChange} />;
  return (
    <label className="condition__written">
      <span>{t(target === 'feel' ? 'condition.written' : 'condition.writtenRule')}</span>
      <textarea
        className="iris-input"
        lang="en"
        rows={2}
        readOnly={target === 'rule'}
        value={part.text}
        onChange={(event) => onChange({ ...part, text: event.currentTarget.value })}
      />
    </label>
  );
};

interface GroupProps extends ConditionBuilderProps {
  depth: number;
}

const GroupEditor = ({ label, condition, names, target, depth, onChange }: GroupProps) => {
  const t = useTexts();
  const listRef = useRef<HTMLUListElement | null>(null);
  const addRef = useRef<HTMLSpanElement | null>(null);
  const { parts } = condition;
  const change = (next: readonly Part[]): void => onChange({ ...condition, parts: next });
  const add = (part: Part): void => {
    change([...parts, part]);
    requestAnimationFrame(() => listRef.current?.querySelector<HTMLElement>(':scope > li:last-child select')?.focus());
  };
  const remove = (index: number): void => {
    change(parts.toSpliced(index, 1));
    addRef.current?.querySelector('button')?.focus();
  };
  return (
    <fieldset className="condition">
      <legend className={depth === 1 ? 'condition__label' : 'iris-visually-hidden'}>{label}</legend>
      {(parts.length > 1 || condition.isNegated || depth > 1) && (
        <JoinField group={condition} target={target} onChange={onChange} />
      )}
      <ul ref={listRef} className="condition__parts">
        {parts.map((part, index) => (
          // Parts have no identity of their own; their place is all there is.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <PartEditor
              part={part}
              names={names}
              target={target}
              depth={depth}
              onChange={(next) => change(parts.toSpliced(index, 1, next))}
            />
            <ToolButton
              icon="trash"
              label={t('condition.remove', { number: `${index + 1}` })}
              onClick={() => remove(index)}
            />
          </li>
        ))}
      </ul>
      <span ref={addRef} className="condition__add">
        <Button tone="secondary" size="small" icon="plus" onClick={() => add(emptyLine)}>
          {t('condition.addLine')}
        </Button>
        {depth < MAX_DEPTH && parts.length > 0 && (
          <Button
            tone="secondary"
            size="small"
            icon="plus"
            onClick={() => add(groupOf([emptyLine], condition.join === 'all' ? 'any' : 'all'))}
          >
            {t('condition.addGroup')}
          </Button>
        )}
      </span>
    </fieldset>
  );
};

/** A condition in words: lines of a name, how it is compared and with what, joined by all or any, with groups inside. */
export const ConditionBuilder = (props: ConditionBuilderProps) => <GroupEditor {...props} depth={1} />;
