import type { ProcedureProblem } from '@irisflow/client';
import { EmptyState, Spinner } from '@irisflow/ui';
import { lazy, Suspense, type ComponentType, type LazyExoticComponent } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { Story } from '../soundness/story.ts';
import { settingsPath, type ProcedureSettings } from '../settings/procedure-file.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from './draft-context.ts';
import type { EditorProps } from './editor-props.ts';
import { kindOfFile, type FileKind } from './file-kinds.ts';
import { workspacePaths } from './paths.ts';
import { useDraftJson } from './use-draft-json.ts';

type Editor = LazyExoticComponent<ComponentType<EditorProps>>;

/** Each editor loads when its kind of file is opened first: the modeling libraries weigh more than all the rest. */
const editors: Record<FileKind, Editor> = {
  process: lazy(async () => ({ default: (await import('../process/ProcessEditor.tsx')).ProcessEditor })),
  form: lazy(async () => ({ default: (await import('../forms/FormEditor.tsx')).FormEditor })),
  decision: lazy(async () => ({ default: (await import('../decisions/DecisionEditor.tsx')).DecisionEditor })),
  letter: lazy(async () => ({ default: (await import('../letters/LetterEditor.tsx')).LetterEditor })),
  right: lazy(async () => ({ default: (await import('../rights/RightEditor.tsx')).RightEditor })),
  obligation: lazy(async () => ({ default: (await import('../obligations/ObligationEditor.tsx')).ObligationEditor })),
  quota: lazy(async () => ({ default: (await import('../quotas/QuotaEditor.tsx')).QuotaEditor })),
  codes: lazy(async () => ({ default: (await import('../codes/CodeListEditor.tsx')).CodeListEditor })),
  parameters: lazy(async () => ({ default: (await import('../parameters/ParametersEditor.tsx')).ParametersEditor })),
  procedure: lazy(async () => ({ default: (await import('../settings/SettingsEditor.tsx')).SettingsEditor })),
  // A test table has no page of its own: it stands below its decisions.
  decisionTests: lazy(async () => ({ default: (await import('../decisions/TestsPage.tsx')).TestsPage })),
  scenario: lazy(async () => ({ default: (await import('../scenarios/ScenarioEditor.tsx')).ScenarioEditor })),
};
const PlayPage = lazy(async () => ({ default: (await import('../play/PlayPage.tsx')).PlayPage }));
const ScenarioListPage = lazy(async () => ({
  default: (await import('../scenarios/ScenarioListPage.tsx')).ScenarioListPage,
}));
const MovePage = lazy(async () => ({ default: (await import('../version-moves/MovePage.tsx')).MovePage }));
const MoveReportPage = lazy(async () => ({
  default: (await import('../version-moves/MoveReportPage.tsx')).MoveReportPage,
}));
const WatchPage = lazy(async () => ({ default: (await import('../watch/WatchPage.tsx')).WatchPage }));
const WhatIfPage = lazy(async () => ({ default: (await import('../watch/WhatIfPage.tsx')).WhatIfPage }));
const VersionList = lazy(async () => ({ default: (await import('../versions/VersionList.tsx')).VersionList }));
const InstanceList = lazy(async () => ({ default: (await import('../instances/InstanceList.tsx')).InstanceList }));
const InstancePage = lazy(async () => ({ default: (await import('../instances/InstancePage.tsx')).InstancePage }));

export interface WorkspacePagesProps {
  procedureKey: string;
  focus: ProcedureProblem | null;
  story: Story | null;
  onStoryEnd: () => void;
  problems: readonly ProcedureProblem[];
  /** Opens a drawing at one of its steps. */
  onStep: (file: string, elementId: string) => void;
}

const FilePage = ({ path, focus, story, ...rest }: EditorProps) => {
  const t = useTexts();
  const { state } = useDraft();
  if (!state.files.has(path)) return <EmptyState icon="file" title={t('file.missing', { path })} />;
  const FileEditor = editors[kindOfFile(path)];
  return (
    <FileEditor
      key={`${path} ${state.acts}`}
      path={path}
      focus={focus?.file === path ? focus : null}
      story={story?.file === path ? story : null}
      {...rest}
    />
  );
};

/** The drawing of the cases, else any drawing, else the settings. */
const useFirstFile = (): string => {
  const { reading } = useDraftJson<ProcedureSettings>(settingsPath);
  const paths = [...useDraft().state.files.keys()];
  const main = reading.ok ? reading.value.process?.file : undefined;
  return paths.find((path) => path === main) ?? paths.find((path) => kindOfFile(path) === 'process') ?? settingsPath;
};

/** The page that an address inside the workspace shows. */
export const WorkspacePages = ({ procedureKey, focus, story, onStoryEnd, onStep }: WorkspacePagesProps) => {
  const first = useFirstFile();
  const paths = workspacePaths(procedureKey);
  return (
    <Suspense fallback={<Spinner />}>
      <Switch>
        <Route path="/procedures/:key/files/*">
          {(params) => (
            <FilePage
              procedureKey={procedureKey}
              path={params['*']}
              focus={focus}
              story={story}
              onStoryEnd={onStoryEnd}
            />
          )}
        </Route>
        <Route path="/procedures/:key/simulation">
          <PlayPage />
        </Route>
        <Route path="/procedures/:key/scenarios">
          <ScenarioListPage />
        </Route>
        <Route path="/procedures/:key/versions">
          <VersionList procedureKey={procedureKey} />
        </Route>
        <Route path="/procedures/:key/version-moves/:move">
          {({ move }) => <MoveReportPage key={move} procedureKey={procedureKey} moveId={move} />}
        </Route>
        <Route path="/procedures/:key/version-moves">
          <MovePage procedureKey={procedureKey} />
        </Route>
        <Route path="/procedures/:key/watch">
          <WatchPage procedureKey={procedureKey} />
        </Route>
        <Route path="/procedures/:key/what-if">
          <WhatIfPage procedureKey={procedureKey} onStep={onStep} />
        </Route>
        <Route path="/procedures/:key/instances/:instance">
          {({ instance }) => <InstancePage procedureKey={procedureKey} processInstanceKey={instance} />}
        </Route>
        <Route path="/procedures/:key/instances">
          <InstanceList procedureKey={procedureKey} />
        </Route>
        <Route>
          <Redirect to={paths.file(first)} replace />
        </Route>
      </Switch>
    </Suspense>
  );
};
