import type { ProcedureProblem } from '@irisflow/client';

/** What every editor of a file gets; `focus` is the problem somebody just chose in the list. */
export interface EditorProps {
  procedureKey: string;
  path: string;
  focus: ProcedureProblem | null;
}
