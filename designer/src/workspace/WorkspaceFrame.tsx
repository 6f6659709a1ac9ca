import type { ProcedureProblem } from '@irisflow/client';
import { SkipLink } from '@irisflow/ui';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useTitle } from '../app/use-title.ts';
import { PathChecksProvider, useCheckedPaths } from '../soundness/path-checks-context.ts';
import { findingOf } from '../soundness/path-problems.ts';
import type { Story } from '../soundness/story.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from './draft-context.ts';
import { NameToolsProvider } from './names/NameToolsProvider.tsx';
import { workspacePaths } from './paths.ts';
import { ProblemsPanel } from './ProblemsPanel.tsx';
import { usePlaceName } from './use-place-name.ts';
import { useProblems } from './use-problems.ts';
import { WorkspaceBar } from './WorkspaceBar.tsx';
import { WorkspacePages } from './WorkspacePages.tsx';
import { WorkspaceRail } from './WorkspaceRail.tsx';

export interface WorkspaceFrameProps {
  header: ReactNode;
  procedureKey: string;
}

/** The story on the canvas, as long as its problem exists, and the focus back to where it was begun. */
const useStory = (problems: readonly ProcedureProblem[]) => {
  const [story, setStory] = useState<Story | null>(null);
  const origin = useRef<Element | null>(null);
  const isTrue = story !== null && problems.some((problem) => findingOf(problem) === story.finding);
  return {
    story: isTrue ? story : null,
    begin: (next: Story): void => {
      origin.current = document.activeElement;
      setStory(next);
    },
    end: (): void => {
      setStory(null);
      if (origin.current instanceof HTMLElement && origin.current.isConnected) origin.current.focus();
    },
  };
};

/** A step that is shown like one with a problem, and has none. */
const placeOf = (file: string, elementId: string): ProcedureProblem => ({
  file,
  elementId,
  code: '',
  severity: 'warning',
  message: { fr: '', nl: '', en: '' },
  pointer: null,
  line: null,
});

const Frame = ({ header, procedureKey }: WorkspaceFrameProps) => {
  const t = useTexts();
  const { draft } = useDraft().state;
  const [location, navigate] = useLocation();
  useTitle(usePlaceName(location), draft.title[t.locale]);
  const [focus, setFocus] = useState<ProcedureProblem | null>(null);
  const [isProblemsOpen, setProblemsOpen] = useState(false);
  const problems = useProblems();
  const { story, begin, end } = useStory(problems);
  const openProblem = useCallback(
    (problem: ProcedureProblem): void => {
      // A new object, so that choosing the same problem again opens it again.
      setFocus({ ...problem });
      navigate(workspacePaths(procedureKey).file(problem.file));
    },
    [navigate, procedureKey],
  );
  const openStep = (file: string, elementId: string): void => openProblem(placeOf(file, elementId));
  const showStory = (next: Story): void => {
    begin(next);
    navigate(workspacePaths(procedureKey).file(next.file));
  };
  return (
    <NameToolsProvider procedureKey={procedureKey} onOpen={openProblem}>
      <div className="workspace">
        <SkipLink />
        {header}
        <WorkspaceBar
          procedureKey={procedureKey}
          problems={problems}
          onOpen={openProblem}
          isProblemsOpen={isProblemsOpen}
          onToggleProblems={() => setProblemsOpen((open) => !open)}
        />
        <div className="workspace__body">
          <WorkspaceRail procedureKey={procedureKey} problems={problems} />
          <main id="main" tabIndex={-1} className="workspace__main">
            <WorkspacePages
              procedureKey={procedureKey}
              focus={focus}
              story={story}
              onStoryEnd={end}
              problems={problems}
              onStep={openStep}
            />
          </main>
        </div>
        {isProblemsOpen && (
          <ProblemsPanel
            problems={problems}
            onOpen={openProblem}
            onShow={showStory}
            onClose={() => setProblemsOpen(false)}
          />
        )}
      </div>
    </NameToolsProvider>
  );
};

/** Header, bar, rail, page and problems around the draft, whose paths are checked meanwhile. */
export const WorkspaceFrame = (props: WorkspaceFrameProps) => (
  <PathChecksProvider value={useCheckedPaths()}>
    <Frame {...props} />
  </PathChecksProvider>
);
