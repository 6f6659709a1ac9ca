import { Button } from '@irisflow/ui';
import { ToolButton } from '../app/ToolButton.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { controlId } from '../workspace/problem-places.ts';
import type { NameChoice } from '../workspace/name-choices.ts';
import type { ProblemAt } from '../workspace/use-problem-places.ts';
import { useNameChoices } from '../workspace/use-name-choices.ts';
import { orNothing, type RightMove, type RightPartProps } from './right-file.ts';

interface StateSelectProps {
  label: string;
  states: readonly NameChoice[];
  value: string;
  isWrong: boolean;
  onChange: (value: string) => void;
}

const StateSelect = ({ label, states, value, isWrong, onChange }: StateSelectProps) => {
  const t = useTexts();
  const isGone = states.every((state) => state.value !== value);
  return (
    <select
      className="iris-input"
      aria-label={label}
      aria-invalid={isGone || isWrong || undefined}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {isGone && <option value={value}>{t('name.gone', { name: value })}</option>}
      {states.map((state) => (
        <option key={state.value} value={state.value}>
          {state.label}
        </option>
      ))}
    </select>
  );
};

interface MoveProps {
  move: RightMove;
  /** What it is called: "Valid to suspended". */
  name: string;
  index: number;
  states: readonly NameChoice[];
  /** States that something may follow. */
  begins: readonly NameChoice[];
  groups: readonly NameChoice[];
  problem: string | undefined;
  onChange: (move: RightMove) => void;
  onRemove: () => void;
}

const ByWhom = ({ move, name, groups, onChange }: MoveProps) => {
  const t = useTexts();
  const chosen = move.groups ?? [];
  const offered = [
    ...groups,
    ...chosen.filter((group) => groups.every(({ value }) => value !== group)).map((value) => ({ value, label: value })),
  ];
  const tick = (group: string, isTicked: boolean): void =>
    onChange({
      ...move,
      groups: orNothing(isTicked ? [...chosen, group] : chosen.filter((other) => other !== group)),
    });
  return (
    <fieldset className="right-moves__who">
      <legend className="iris-visually-hidden">{t('right.moveByHand', { move: name })}</legend>
      {offered.map(({ value, label }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) => tick(value, event.currentTarget.checked)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
};

const Move = (props: MoveProps) => {
  const t = useTexts();
  const { move, name, index, states, begins, problem, onChange, onRemove } = props;
  return (
    <tr id={controlId(`/moves/${index}`)} tabIndex={-1}>
      <td>
        <StateSelect
          label={t('right.moveFrom', { move: name })}
          states={begins}
          value={move.from}
          isWrong={problem !== undefined}
          onChange={(from) => onChange({ ...move, from })}
        />
        {problem !== undefined && <p className="iris-field__error">{problem}</p>}
      </td>
      <td>
        <StateSelect
          label={t('right.moveTo', { move: name })}
          states={states}
          value={move.to}
          isWrong={false}
          onChange={(to) => onChange({ ...move, to })}
        />
      </td>
      <td>
        <label className="right-moves__check">
          <input
            type="checkbox"
            aria-label={t('right.moveProcess', { move: name })}
            checked={move.process !== false}
            onChange={(event) => onChange({ ...move, process: event.currentTarget.checked ? undefined : false })}
          />
        </label>
      </td>
      <td>
        <ByWhom {...props} />
      </td>
      <td>
        <ToolButton icon="trash" label={t('item.remove', { name })} onClick={onRemove} />
      </td>
    </tr>
  );
};

const Head = () => {
  const t = useTexts();
  return (
    <thead>
      <tr>
        <th scope="col">{t('right.from')}</th>
        <th scope="col">{t('right.to')}</th>
        <th scope="col">{t('right.byProcess')}</th>
        <th scope="col">{t('right.byHand')}</th>
        <th scope="col">
          <span className="iris-visually-hidden">{t('parameter.actions')}</span>
        </th>
      </tr>
    </thead>
  );
};

/** Which state may follow which one, and who may bring it about. */
export const RightMoves = ({ right, change, problemAt }: RightPartProps & { problemAt: ProblemAt }) => {
  const t = useTexts();
  const groups = useNameChoices('group');
  const named = (right.states ?? []).map(({ key, label, effect }) => ({
    value: key,
    label: label?.[t.locale] || key,
    effect,
  }));
  const begins = named.filter(({ effect }) => effect !== 'ended');
  const moves = right.moves ?? [];
  const nameOf = (key: string): string => named.find(({ value }) => value === key)?.label ?? key;
  const [first] = begins;
  const next = named.find(({ value }) => value !== first?.value) ?? first;
  return (
    <section className="list-editor" aria-label={t('right.moves')}>
      <h2>{t('right.moves')}</h2>
      <p className="list-editor__hint">{t('right.movesHint')}</p>
      {moves.length > 0 && (
        <div className="iris-table-wrap">
          <table className="right-moves">
            <caption className="iris-visually-hidden">{t('right.moves')}</caption>
            <Head />
            <tbody>
              {moves.map((move, index) => (
                <Move
                  // Both ends change while they are chosen, so the place is the identity.
                  // oxlint-disable-next-line react/no-array-index-key
                  key={index}
                  move={move}
                  name={t('right.move', { from: nameOf(move.from), to: nameOf(move.to) })}
                  index={index}
                  states={named}
                  begins={begins}
                  groups={groups}
                  problem={problemAt(`/moves/${index}`) ?? problemAt(`/moves/${index}/from`)}
                  onChange={(changed) => change({ moves: moves.toSpliced(index, 1, changed) })}
                  onRemove={() => change({ moves: moves.toSpliced(index, 1) })}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {first !== undefined && next !== undefined && (
        <Button
          tone="secondary"
          size="small"
          icon="plus"
          onClick={() => change({ moves: [...moves, { from: first.value, to: next.value }] })}
        >
          {t('item.add', { list: t('right.moves') })}
        </Button>
      )}
    </section>
  );
};
