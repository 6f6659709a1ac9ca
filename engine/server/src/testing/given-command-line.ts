import { afterEach, expect } from 'vitest';
import { startServer, type ServerProcess } from './server-process.ts';

/** Runs the program in a test file; what still runs after a test is ended. */
export const givenCommandLine = () => {
  const programs: ServerProcess[] = [];
  afterEach(async () => {
    for (const program of programs.splice(0)) await program.kill();
  });
  return (parameters: readonly string[], environment: Readonly<Record<string, string>> = {}): ServerProcess => {
    const program = startServer(parameters, environment);
    programs.push(program);
    return program;
  };
};

/** One sentence, exit code 1, no stack. */
export const expectSentence = async (program: ServerProcess, sentence: RegExp): Promise<void> => {
  expect(await program.exit).toBe(1);
  expect(program.output()).toMatch(sentence);
  expect(program.output().trim().split('\n')).toHaveLength(1);
};
