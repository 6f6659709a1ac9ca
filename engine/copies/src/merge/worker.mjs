// Plain JavaScript, because a worker thread starts from a file and Node 20 runs no TypeScript: the same file serves
// the sources (tests) and the build.
import { parentPort, workerData } from 'node:worker_threads';
import { PDFDocument } from '@cantoo/pdf-lib';
import { dropFields } from './drop-fields.mjs';

/** @typedef {import('./merge-pdfs.ts').MergeTask} MergeTask */

/** Each begins on a sheet of its own, on paper that is printed on both sides. @param {MergeTask} task */
const merged = async ({ title, parts }) => {
  const out = await PDFDocument.create({ updateMetadata: false });
  out.setTitle(title);
  const pages = [];
  for (const bytes of parts) {
    const source = await PDFDocument.load(bytes, { updateMetadata: false });
    dropFields(source);
    const copied = await out.copyPages(source, source.getPageIndices());
    for (const page of copied) out.addPage(page);
    if (copied.length % 2 === 1) out.addPage([595.28, 841.89]);
    pages.push(copied.length);
  }
  return { pdf: await out.save({ useObjectStreams: true }), pages };
};

parentPort?.postMessage(await merged(workerData));
