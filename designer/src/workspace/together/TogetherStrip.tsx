import { Button, Notice, useFormatters, useToast } from '@irisflow/ui';
import { useEffect, useEffectEvent } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import { useDraft } from '../draft-context.ts';
import type { FileNews } from '../draft-state.ts';
import { shortName } from '../file-kinds.ts';
import { useFileTitles } from '../use-file-titles.ts';
import { focusPage } from './focus-page.ts';
import { usePersonName } from './people.tsx';

/** Says in a quiet word what others changed. */
const useNewsToast = (news: readonly FileNews[]): void => {
  const t = useTexts();
  const toast = useToast();
  const titles = useFileTitles();
  const say = useEffectEvent((all: readonly FileNews[]) => {
    const [first] = all;
    if (first === undefined) return;
    const name = first.by ?? t('together.somebody');
    const file = titles.get(first.path) ?? shortName(first.path);
    toast(
      all.length > 1 ? t('together.changedMany', { count: all.length }) : t(`together.${first.kind}`, { name, file }),
    );
  });
  useEffect(() => say(news), [news]);
};

/** What an earlier window did not save: one goes on with it, or leaves it to the history of the files. */
const LeftEdits = () => {
  const t = useTexts();
  const toast = useToast();
  const { dateTime } = useFormatters();
  const titles = useFileTitles();
  const { store, state } = useDraft();
  if (state.left === null) return null;
  const paths = [...new Set(state.left.edits.map(({ path }) => path))];
  const files = new Intl.ListFormat(t.locale).format(paths.map((path) => titles.get(path) ?? shortName(path)));
  const decide = (decision: Promise<void>): void =>
    void decision.then(focusPage, () => toast(t('together.leftFailed')));
  return (
    <Notice tone="warning" title={t('together.left', { at: dateTime(new Date(state.left.at)) })}>
      <p>{t('together.leftText', { files })}</p>
      <div className="toolbar">
        <Button size="small" onClick={() => decide(store.takeUp())}>
          {t('together.takeUp')}
        </Button>
        <Button size="small" tone="secondary" onClick={() => decide(store.leaveAside())}>
          {t('together.leaveAside')}
        </Button>
      </div>
    </Notice>
  );
};

/** Who else has the file on the screen open, and what is left of an earlier window. */
export const TogetherStrip = ({ path }: { path: string | null }) => {
  const t = useTexts();
  const { state } = useDraft();
  const nameOf = usePersonName();
  useNewsToast(state.news);
  const here = path === null ? [] : state.people.filter((person) => person.path === path);
  const names = [...new Set(here.map(nameOf))];
  return (
    <>
      <output className="together-note">
        {names.length > 0 &&
          t(here.some(({ isEditing }) => isEditing) ? 'together.editHere' : 'together.readHere', {
            names: new Intl.ListFormat(t.locale).format(names),
          })}
      </output>
      <LeftEdits />
    </>
  );
};
