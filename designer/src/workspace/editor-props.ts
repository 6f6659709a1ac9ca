import type { ProcedureProblem } from '@irisflow/client';
import type { Story } from '../soundness/story.ts';

/** What every editor of a file gets; `focus` is the problem somebody just chose in the list. */
export interface EditorProps {
  procedureKey: string;
  path: string;
  focus: ProcedureProblem | null;
  /** How a process comes to a problem, while somebody watches it. */
  story: Story | null;
  onStoryEnd: () => void;
}
