import { Redirect } from 'wouter';
import type { EditorProps } from '../workspace/editor-props.ts';
import { shortName } from '../workspace/file-kinds.ts';
import { workspacePaths } from '../workspace/paths.ts';

/** A test table stands below the decisions that it tests. */
export const TestsPage = ({ procedureKey, path }: EditorProps) => (
  <Redirect to={workspacePaths(procedureKey).file(`${shortName(path)}.dmn`)} replace />
);
