import { Button, Dialog, Notice, RadioGroup, useFormatters } from '@irisflow/ui';
import { useId, useState } from 'react';
import { diffFiles } from '../changes/diff-files.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ChangeList } from './ChangeList.tsx';
import { useDraft } from './draft-context.ts';
import { shortName } from './file-kinds.ts';
import { mergeFile, type FileConflict } from './together/file-conflict.ts';
import { focusPage } from './together/focus-page.ts';
import { placeKey, type Collision } from './together/merge-json.ts';
import { PlaceList } from './together/PlaceList.tsx';
import { placeWords, valueWords } from './together/place-words.ts';
import { useFileTitles } from './use-file-titles.ts';

type Choice = 'mine' | 'theirs';

interface SidesProps {
  conflict: FileConflict;
  mine: string | null;
}

/** What each of both changed since the text that both began with. */
const Sides = ({ conflict, mine }: SidesProps) => {
  const t = useTexts();
  const { path, base, theirs } = conflict;
  const name = conflict.by ?? t('together.somebody');
  const only = (content: string | null) => new Map(content === null ? [] : [[path, content]]);
  return (
    <div className="conflict-sides">
      <section>
        <h3>{t('conflict.yours')}</h3>
        <ChangeList changes={diffFiles(only(base), only(mine))} />
        <PlaceList path={path} before={base} after={mine} />
      </section>
      <section>
        <h3>{t('conflict.of', { name })}</h3>
        <ChangeList changes={diffFiles(only(base), only(theirs.content))} />
        <PlaceList path={path} before={base} after={theirs.content} />
      </section>
    </div>
  );
};

interface CollisionFieldProps {
  collision: Collision;
  name: string;
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
}

/** One place that both changed, with both texts. */
const CollisionField = ({ collision, name, choice, onChoose }: CollisionFieldProps) => {
  const t = useTexts();
  const id = useId();
  const nothing = t('conflict.nothing');
  return (
    <RadioGroup
      id={id}
      label={collision.place.length === 0 ? t('conflict.wholeFile') : placeWords(collision.place, t.locale)}
      hint={t('conflict.was', { text: valueWords(collision.base, nothing) })}
      value={choice}
      onChange={(value) => onChoose(value === 'mine' ? 'mine' : 'theirs')}
      options={[
        { value: 'mine', label: t('conflict.yours'), hint: valueWords(collision.mine, nothing) },
        { value: 'theirs', label: t('conflict.of', { name }), hint: valueWords(collision.theirs, nothing) },
      ]}
    />
  );
};

type Choices = ReadonlyMap<string, Choice>;

interface CollisionsProps {
  collisions: readonly Collision[];
  name: string;
  choices: Choices;
  onChoose: (choices: Choices) => void;
}

/** Every place that both changed, each with a choice of its own. */
const Collisions = ({ collisions, name, choices, onChoose }: CollisionsProps) => {
  const t = useTexts();
  return (
    <>
      <p>{t('conflict.rest')}</p>
      {collisions.map((collision) => {
        const key = placeKey(collision.place);
        return (
          <CollisionField
            key={key}
            collision={collision}
            name={name}
            choice={choices.get(key)}
            onChoose={(choice) => onChoose(new Map(choices).set(key, choice))}
          />
        );
      })}
    </>
  );
};

interface OpenConflictProps extends SidesProps {
  onClose: () => void;
}

const OpenConflict = ({ conflict, mine, onClose }: OpenConflictProps) => {
  const t = useTexts();
  const { dateTime } = useFormatters();
  const { store } = useDraft();
  const titles = useFileTitles();
  const [choices, setChoices] = useState<Choices>(new Map());
  const [hasFailed, setFailed] = useState(false);
  const { path, theirs, by, at } = conflict;
  const name = by ?? t('together.somebody');
  const merged = mergeFile(conflict, mine, choices);
  const isWhole = merged === null || merged.collisions.every(({ place }) => place.length === 0);
  const isDecided = merged?.collisions.every(({ place }) => choices.has(placeKey(place))) ?? false;
  const resolve = (content: string | null): void => {
    setFailed(false);
    store.resolve(path, content).then(
      () => {
        onClose();
        focusPage();
      },
      () => setFailed(true),
    );
  };
  const file = titles.get(path) ?? shortName(path);
  return (
    <Dialog
      open
      wide
      title={t('conflict.title', { file })}
      onClose={onClose}
      actions={
        <>
          {!isWhole && (
            <Button disabled={!isDecided} onClick={() => resolve(merged.text)}>
              {t('conflict.merge')}
            </Button>
          )}
          <Button tone={isWhole ? 'primary' : 'secondary'} onClick={() => resolve(mine)}>
            {t('conflict.mine')}
          </Button>
          <Button tone="secondary" onClick={() => resolve(theirs.content)}>
            {t('conflict.theirs', { name })}
          </Button>
          <Button tone="quiet" onClick={onClose}>
            {t('conflict.later')}
          </Button>
        </>
      }
    >
      <p>
        {theirs.content === null
          ? t('conflict.removed', { name })
          : t('conflict.text', { name, at: at === null ? '' : dateTime(new Date(at)) })}{' '}
        {t('conflict.kept')}
      </p>
      <Sides conflict={conflict} mine={mine} />
      {!isWhole && <Collisions collisions={merged.collisions} name={name} choices={choices} onChoose={setChoices} />}
      {hasFailed && <Notice live tone="danger" title={t('conflict.failed')} />}
    </Dialog>
  );
};

/** Asks what stays of a file that two people wrote. It may wait: nothing of the file is saved until then. */
export const ConflictDialog = () => {
  const t = useTexts();
  const { state } = useDraft();
  const [later, setLater] = useState<FileConflict | null>(null);
  const [conflict] = state.conflicts.values();
  if (conflict === undefined) return null;
  if (conflict === later)
    return (
      <Button size="small" tone="danger" onClick={() => setLater(null)}>
        {t('conflict.open')}
      </Button>
    );
  const mine = state.files.get(conflict.path) ?? null;
  return <OpenConflict key={conflict.path} conflict={conflict} mine={mine} onClose={() => setLater(conflict)} />;
};
