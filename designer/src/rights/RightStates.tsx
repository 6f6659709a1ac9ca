import { Notice, Select, StatusTag } from '@irisflow/ui';
import { freeKey } from '../app/free-key.ts';
import { KeySetting } from '../app/KeySetting.tsx';
import { ListEditor } from '../app/ListEditor.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { NameSelect } from '../app/NameSelect.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { controlId } from '../workspace/problem-places.ts';
import type { ProblemAt } from '../workspace/use-problem-places.ts';
import { changeStates, renameState } from './edit-right.ts';
import { RightMoves } from './RightMoves.tsx';
import { StateDrawing } from './StateDrawing.tsx';
import { blankText, rightEffects, type RightPartProps, type RightState } from './right-file.ts';

interface PartProps extends RightPartProps {
  problemAt: ProblemAt;
}

interface StateProps {
  state: RightState;
  states: readonly RightState[];
  index: number;
  problemAt: ProblemAt;
  change: (state: RightState) => void;
  onRename: (key: string) => void;
}

const Appeal = ({ state, states, index, problemAt, change }: StateProps) => {
  const t = useTexts();
  const others = states
    .filter(({ key, effect }) => key !== state.key && effect !== 'ended')
    .map(({ key, label }) => ({ value: key, label: label?.[t.locale] || key }));
  return (
    <NameSelect
      id={controlId(`/states/${index}/whileAppealed`)}
      optional
      label={t('right.whileAppealed')}
      hint={t('right.whileAppealedHint')}
      placeholder={t('right.whileAppealedNone')}
      choices={others}
      value={state.whileAppealed}
      error={problemAt(`/states/${index}/whileAppealed`)}
      onChange={(whileAppealed) => change({ ...state, whileAppealed })}
    />
  );
};

const State = (props: StateProps) => {
  const t = useTexts();
  const { state, states, index, problemAt, change, onRename } = props;
  return (
    <div className="iris-stack iris-stack--tight">
      {index === 0 && (
        <p>
          <StatusTag tone="accent">{t('right.firstState')}</StatusTag>
        </p>
      )}
      <LocalizedField
        label={t('right.stateName')}
        value={state.label}
        onChange={(label) => change({ ...state, label })}
      />
      <div className="form-row">
        <Select
          id={controlId(`/states/${index}/effect`)}
          label={t('right.effect')}
          options={rightEffects.map((value) => ({ value, label: t(`right.effect.${value}`) }))}
          value={state.effect}
          error={problemAt(`/states/${index}/effect`)}
          onChange={(value) =>
            change({ ...state, effect: rightEffects.find((effect) => effect === value) ?? state.effect })
          }
        />
        <KeySetting
          id={controlId(`/states/${index}/key`)}
          label={t('settings.key')}
          hint={t('right.stateKeyHint')}
          value={state.key}
          taken={states.map(({ key }) => key)}
          error={problemAt(`/states/${index}/key`)}
          onChange={onRename}
        />
      </div>
      {index > 0 && <Appeal {...props} />}
    </div>
  );
};

/** The states of a right and the ways between them. */
export const RightStates = ({ right, change, problemAt }: PartProps) => {
  const t = useTexts();
  const states = right.states ?? [];
  const keys = states.map(({ key }) => key);
  const problem = problemAt('/states');
  const blank: RightState = { key: freeKey('state', keys), label: blankText, effect: 'active' };
  return (
    <div className="iris-stack iris-stack--loose">
      {problem !== undefined && <Notice tone="danger" title={problem} />}
      <StateDrawing states={states} moves={right.moves ?? []} />
      <ListEditor
        title={t('right.states')}
        hint={t('right.statesHint')}
        items={states}
        blank={blank}
        itemName={(index) => states[index]?.label?.[t.locale] || states[index]?.key || `${index + 1}`}
        onChange={(next) => change(changeStates(right, next))}
      >
        {(state, changeState, index) => (
          <State
            state={state}
            states={states}
            index={index}
            problemAt={problemAt}
            change={changeState}
            onRename={(key) => change(renameState(right, state.key, key))}
          />
        )}
      </ListEditor>
      <RightMoves right={right} change={change} problemAt={problemAt} />
    </div>
  );
};
