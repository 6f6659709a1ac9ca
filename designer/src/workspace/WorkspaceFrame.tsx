import type { ProcedureProblem } from '@irisflow/client';
import { SkipLink } from '@irisflow/ui';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useTitle } from '../app/use-title.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from './draft-context.ts';
import { workspacePaths } from './paths.ts';
import { ProblemsPanel } from './ProblemsPanel.tsx';
import { useProblems } from './use-problems.ts';
import { WorkspaceBar } from './WorkspaceBar.tsx';
import { WorkspacePages } from './WorkspacePages.tsx';
import { WorkspaceRail } from './WorkspaceRail.tsx';

export interface WorkspaceFrameProps {
  header: ReactNode;
  procedureKey: string;
}

/** Header, bar, rail, page and problems around the draft. */
export const WorkspaceFrame = ({ header, procedureKey }: WorkspaceFrameProps) => {
  const t = useTexts();
  const { draft } = useDraft().state;
  const [location, navigate] = useLocation();
  useTitle(decodeURIComponent(location.split('/').slice(3).join(' ')), draft.title[t.locale]);
  const [focus, setFocus] = useState<ProcedureProblem | null>(null);
  const [isProblemsOpen, setProblemsOpen] = useState(false);
  const problems = useProblems();
  const openProblem = (problem: ProcedureProblem): void => {
    // A new object, so that choosing the same problem again opens it again.
    setFocus({ ...problem });
    navigate(workspacePaths(procedureKey).file(problem.file));
  };
  return (
    <div className="workspace">
      <SkipLink />
      {header}
      <WorkspaceBar
        procedureKey={procedureKey}
        problems={problems}
        isProblemsOpen={isProblemsOpen}
        onToggleProblems={() => setProblemsOpen((open) => !open)}
      />
      <div className="workspace__body">
        <WorkspaceRail procedureKey={procedureKey} problems={problems} />
        <main id="main" tabIndex={-1} className="workspace__main">
          <WorkspacePages procedureKey={procedureKey} focus={focus} problems={problems} />
        </main>
      </div>
      {isProblemsOpen && (
        <ProblemsPanel problems={problems} onOpen={openProblem} onClose={() => setProblemsOpen(false)} />
      )}
    </div>
  );
};
