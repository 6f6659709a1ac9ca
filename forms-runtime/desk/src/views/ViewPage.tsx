import type { SavedView, ViewField } from '@irisflow/client';
import { Answered, Page } from '@irisflow/frame';
import { EmptyState, LinkButton } from '@irisflow/ui';
import { useMemo, useState } from 'react';
import { useQuiet } from '../app/use-quiet.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { ViewNav } from '../worklist/ViewNav.tsx';
import { SavedViewNav } from './SavedViewNav.tsx';
import { useViewDraft } from './use-view-draft.ts';
import { useViewFields, useViews } from './use-views.ts';
import { conditionsOf, draftOf, finishedPart, isComplete, newDraft } from './view-draft.ts';
import { ViewActions } from './ViewActions.tsx';
import { ViewSettings } from './ViewSettings.tsx';
import { ViewTasks } from './ViewTasks.tsx';

interface EditorProps {
  readonly view: SavedView | undefined;
  readonly isDefault: boolean;
  readonly fields: readonly ViewField[];
}

const ViewEditor = ({ view, isDefault, fields }: EditorProps) => {
  const t = useDeskText();
  const byKey = useMemo(() => new Map(fields.map((field) => [field.key, field])), [fields]);
  const saved = view === undefined ? newDraft : draftOf(view);
  const handle = useViewDraft({ id: view?.id ?? 'new', draft: saved, revision: view?.revision ?? 0 });
  const [isChecked, setChecked] = useState(false);
  const { draft } = handle;
  const kindOf = (key: string) => byKey.get(key)?.kind;
  const isFinished = conditionsOf(draft.filter).every((one) => isComplete(one, kindOf(one.field)));
  const settled = useQuiet(draft);
  const name = view?.name ?? t('views.new');
  const undo = (): void => {
    setChecked(false);
    handle.undo();
  };
  return (
    <div className="iris-stack">
      <ViewActions
        view={view}
        name={name}
        handle={handle}
        definition={isFinished ? finishedPart(draft, kindOf) : null}
        isDefault={isDefault}
        onCheck={() => setChecked(true)}
        onUndo={undo}
      />
      <ViewSettings handle={handle} fields={byKey} isChecked={isChecked} isOpen={view === undefined} />
      <ViewTasks name={name} definition={finishedPart(settled, kindOf)} fields={byKey} />
    </div>
  );
};

const Gone = () => {
  const t = useDeskText();
  return (
    <EmptyState title={t('views.gone')} action={<LinkButton href="/?view=team">{t('view.team')}</LinkButton>}>
      {t('views.gone.text')}
    </EmptyState>
  );
};

/** A view of the worklist, saved or new: what it asks for, what can be done with it, and its tasks. */
export const ViewPage = ({ viewId }: { readonly viewId: string }) => {
  const t = useDeskText();
  const views = useViews();
  const fields = useViewFields();
  const view = views.data?.views.find(({ id }) => id === viewId);
  const isKnown = viewId === 'new' || view !== undefined;
  return (
    <Page title={view?.name ?? t('views.new')} crumbs={[{ href: '/?view=mine', label: t('nav.tasks') }]}>
      <div className="desk-worklist">
        <div className="desk-worklist__rail">
          <ViewNav />
          <SavedViewNav current={viewId} />
        </div>
        <Answered query={views}>
          {({ defaultId }) =>
            isKnown ? (
              <Answered query={fields}>
                {(all) => <ViewEditor view={view} isDefault={defaultId === viewId} fields={all} />}
              </Answered>
            ) : (
              <Gone />
            )
          }
        </Answered>
      </div>
    </Page>
  );
};
