// Fails where a file of texts has one key twice: JSON keeps the last, and a screen would say what another one means.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from './lib/root.mjs';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*/texts/*.json'], {
  cwd: root,
  encoding: 'utf8',
});

const repeatedKeys = (file) => {
  const { statements } = ts.parseJsonText(file, readFileSync(path.join(root, file), 'utf8'));
  const keys = statements.flatMap(({ expression }) => (expression.properties ?? []).map(({ name }) => name.text));
  return keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${key} in ${file}`);
};

const repeated = files.trim().split('\n').flatMap(repeatedKeys);
if (repeated.length > 0) {
  console.error(`Expected each key of a file of texts once, but found again: ${repeated.join(', ')}.`);
  process.exitCode = 1;
}
