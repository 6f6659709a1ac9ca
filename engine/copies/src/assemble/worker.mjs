// Plain JavaScript, because a worker thread starts from a file and Node 20 runs no TypeScript: the same file serves
// the sources (tests) and the build.
import { parentPort, workerData } from 'node:worker_threads';
import { PDFDocument, PDFHexString, PDFName, PDFObjectCopier, PDFOperator, PDFOperatorNames } from '@cantoo/pdf-lib';
import { appendFigures, picturesOf } from './figure-pages.mjs';
import { appendOwn } from './own-pages.mjs';
import { createStructure } from './structure.mjs';

/** @typedef {import('./parts.ts').Assembly} Assembly */
/** @typedef {import('./parts.ts').FilePart} FilePart */
/** @typedef {{ title: string, page: import('@cantoo/pdf-lib').PDFRef }} Mark */

const name = PDFName.of;

/** Drawn for nobody, since much of what is wrong with a file shows only then. @param {FilePart} part */
const measured = async (part) => {
  if (part.kind === 'own') return (await PDFDocument.load(part.bytes, { updateMetadata: false })).getPageCount();
  const out = await PDFDocument.create({ updateMetadata: false });
  const pictures = await picturesOf(out, part);
  await out.flush();
  return pictures.length;
};

/** One file that cannot be read keeps no other out of the copy. @param {readonly FilePart[]} parts */
const measure = async (parts) => {
  const pages = [];
  for (const part of parts) pages.push(await measured(part).catch(() => null));
  return pages;
};

/** The number of each page, over what stands on it; it is no content. @param {PDFDocument} out @param {Uint8Array} overlay */
const drawOver = async (out, overlay) => {
  const source = await PDFDocument.load(overlay, { updateMetadata: false });
  const lines = await out.embedPages(source.getPages());
  out.getPages().forEach((page, index) => {
    const line = lines[index];
    if (line === undefined) return;
    const artifact = [name('Artifact'), '<< /Type /Pagination >>'];
    page.pushOperators(PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, artifact));
    page.drawPage(line, { x: page.getWidth() - line.width, y: page.getHeight() - line.height });
    page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
  });
};

/** @param {PDFDocument} out @param {readonly Mark[]} marks */
const addOutline = (out, marks) => {
  const { context } = out;
  const outline = context.nextRef();
  const references = marks.map(() => context.nextRef());
  marks.forEach(({ title, page }, index) => {
    const [previous, own, next] = [references[index - 1], references[index], references[index + 1]];
    if (own === undefined) return;
    const item = context.obj({ Title: PDFHexString.fromText(title), Parent: outline, Dest: [page, 'Fit'] });
    if (previous !== undefined) item.set(name('Prev'), previous);
    if (next !== undefined) item.set(name('Next'), next);
    context.assign(own, item);
  });
  const [first, last] = [references[0], references.at(-1)];
  if (first === undefined || last === undefined) return;
  context.assign(outline, context.obj({ Type: 'Outlines', First: first, Last: last, Count: marks.length }));
  out.catalog.set(name('Outlines'), outline);
};

/** What says that the document is for everyone comes with the first part, as we wrote it. @param {PDFDocument} out @param {FilePart} first */
const copyMetadata = async (out, first) => {
  const source = await PDFDocument.load(first.bytes, { updateMetadata: false });
  const metadata = source.catalog.get(name('Metadata'));
  if (metadata === undefined) return;
  out.catalog.set(name('Metadata'), PDFObjectCopier.for(source.context, out.context).copy(metadata));
};

/** @param {Assembly} assembly */
const assemble = async ({ title, language, parts, overlay }) => {
  const out = await PDFDocument.create({ updateMetadata: false });
  const structure = createStructure(out);
  /** @type {Mark[]} */
  const marks = [];
  for (const part of parts) {
    const own = part.kind === 'own';
    const pages = own
      ? await appendOwn(out, structure, part.bytes, part.title)
      : await appendFigures(out, structure, part);
    const [page] = pages;
    if (page !== undefined) marks.push({ title: part.title, page });
  }
  structure.finish();
  await drawOver(out, overlay);
  addOutline(out, marks);
  const [first] = parts;
  if (first !== undefined) await copyMetadata(out, first);
  out.setTitle(title, { showInWindowTitleBar: true });
  out.setLanguage(language);
  return out.save({ useObjectStreams: true });
};

/** @type {import('./parts.ts').AssemblyTask} */
const task = workerData;
if (task.kind === 'measure') parentPort?.postMessage({ kind: 'measured', pages: await measure(task.parts) });
else parentPort?.postMessage({ kind: 'assembled', pdf: await assemble(task.assembly) });
