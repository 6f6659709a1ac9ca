import { lintProcedureFiles, type FolderFile } from '@irisflow/procedures';
import { connectors } from '@irisflow/connector-catalog';
import type { Run } from '../command.ts';
import { shippedTemplates } from '../../start/shipped-templates.ts';
import { requireFolder } from './require-folder.ts';

type Problems = ReturnType<typeof lintProcedureFiles>;

/** What publishing would find wrong. */
export const problemsOf = (files: readonly FolderFile[]): Problems =>
  lintProcedureFiles(files, { connectorTypes: connectors.map(({ type }) => type), templates: shippedTemplates });

export const printProblems = (problems: Problems): void => {
  for (const { file, line, severity, code, message } of problems) {
    process.stdout.write(`${file}${line === null ? '' : `:${line}`}  ${severity}  ${code}  ${message.en}\n`);
  }
};

export const countErrors = (problems: Problems): number =>
  problems.filter(({ severity }) => severity === 'error').length;

export const lintProcedure: Run = async ([name = '']) => {
  const problems = problemsOf(requireFolder(name));
  printProblems(problems);
  const errors = countErrors(problems);
  process.stdout.write(`${errors} errors, ${problems.length - errors} warnings\n`);
  return errors === 0 ? 0 : 1;
};
