// Sets the spaces that French has beside its signs so that no line ends in front of one: `Vraiment ?`, `« oui »`. Translators and
// authors may type plain spaces and run this; `--check` only says where one is left. Tests are not touched: they quote both.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from './lib/root.mjs';

const isCheck = process.argv.includes('--check');
const noBreak = '\u00a0';

/** A plain space between a word and the sign that belongs to it. Code has such spaces too, so the word must be one. */
const plain = /(?<=[\p{L}\p{N}»”’"'`)\]}%€…]) (?=(?:[;?!»](?![\p{L}\p{N}=]|&gt)|:(?=[\s"'`<$]|$)))|(?<=«) /gu;
const set = (text) => text.replaceAll(plain, noBreak);

/** Where texts in French stand: files of their own, and what the examples and the programs say. Queries are no texts. */
const isText = (file) => /(^|[./-])fr\.json$/.test(file) || /^examples\/.*\.json$/.test(file);
const isProgram = (file) =>
  /^(engine|connectors|forms-runtime|designer)\/.*\.tsx?$/.test(file) &&
  !/\.test\.tsx?$|\.d\.ts$|\/storage\/|^engine\/(bpmn|conformance|core|dmn|feel|xml)\//.test(file);

const inJson = (source) => source.replaceAll(/"(?:[^"\\]|\\.)*"/g, set);

const isWords = (node) =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node) ||
  node.kind === ts.SyntaxKind.JsxText;

/** Spaces keep their length, so that what was found in the tree is put where it was found. */
const inProgram = (source, file) => {
  const tree = ts.createSourceFile(
    file,
    source,
    ts.ScriptTarget.Latest,
    false,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  let written = source;
  const visit = (node) => {
    if (isWords(node))
      written = written.slice(0, node.pos) + set(source.slice(node.pos, node.end)) + written.slice(node.end);
    else ts.forEachChild(node, visit);
  };
  visit(tree);
  return written;
};

const lineOf = (source, at) => source.slice(0, at).split('\n').length;
const firstChange = (before, after) => [...before].findIndex((sign, at) => sign !== after[at]);

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
});
const left = files.split('\n').flatMap((file) => {
  const change = isText(file) ? inJson : isProgram(file) ? inProgram : null;
  if (change === null) return [];
  const source = readFileSync(path.join(root, file), 'utf8');
  if (!source.includes(' ')) return [];
  const written = change(source, file);
  if (written === source) return [];
  if (!isCheck) writeFileSync(path.join(root, file), written);
  return [`${file}:${lineOf(source, firstChange(source, written))}`];
});

if (isCheck && left.length > 0) {
  console.error(
    `Expected no-break spaces beside the signs of French texts, but found plain ones at ${left.join(', ')}: run node scripts/french-spaces.mjs.`,
  );
  process.exitCode = 1;
} else console.log(`${left.length} files changed`);
