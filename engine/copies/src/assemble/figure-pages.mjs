import { degrees, PDFDocument, PDFHexString, PDFName, PDFOperator, PDFOperatorNames } from '@cantoo/pdf-lib';

/** @typedef {import('./structure.mjs').Structure} Structure */
/** @typedef {import('@cantoo/pdf-lib').PDFPage} PDFPage */
/** @typedef {{ width: number, height: number, draw: (page: PDFPage, place: Place) => void }} Picture As it is seen, upright. */
/** @typedef {{ x: number, y: number, scale: number }} Place */

const A4 = { short: 595.28, long: 841.89 };
/** Above a picture there is room for the number of the page. */
const EDGE = { top: 44, other: 28 };

/**
 * What somebody filled in lies over a page and would be lost; what cannot be drawn into it stays as it is.
 * @param {PDFDocument} source
 */
const flatten = (source) => {
  try {
    source.getForm().flatten();
  } catch {
    // A form that nobody can read has nothing to show.
  }
};

/** A small file can say one page a million times; who needs more than this takes the file itself. */
const PAGES = 2000;
/** Trees of pages are flat; one that is its own ancestor has no end. */
const LEVELS = 100;

/** @param {PDFPage} page */
const requireRoot = (page) => {
  let above = page.node.Parent();
  for (let level = 0; above !== undefined; level++) {
    if (level === LEVELS) throw new RangeError(`Expected pages at most ${LEVELS} levels deep, but found more`);
    above = above.Parent();
  }
};

/** Scanners leave blank pages without content, which cannot be embedded. @param {PDFPage} page */
const giveContent = (page) => {
  const { Contents } = page.node.normalizedEntries();
  if (Contents === undefined || Contents.size() === 0)
    page.node.set(PDFName.Contents, page.doc.context.register(page.doc.context.stream('')));
};

/** @param {Uint8Array} bytes */
const openForeign = async (bytes) => {
  const source = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false });
  const pages = source.getPages();
  if (pages.length === 0 || pages.length > PAGES)
    throw new RangeError(`Expected 1 to ${PAGES} pages, but found ${pages.length}`);
  pages.forEach(requireRoot);
  pages.forEach(giveContent);
  flatten(source);
  return source;
};

/** Where a page that is turned by a quarter has to begin, so that it stands upright. @type {Readonly<Record<number, (width: number, height: number) => readonly [number, number]>>} */
const corners = {
  0: () => [0, 0],
  90: (_width, height) => [0, height],
  180: (width, height) => [width, height],
  270: (width) => [width, 0],
};

/** @param {PDFDocument} out @param {Uint8Array} bytes @returns {Promise<Picture[]>} */
const picturesOfPdf = async (out, bytes) => {
  const source = await openForeign(bytes);
  const pages = source.getPages();
  const boxes = pages.map((page) => {
    const { x, y, width, height } = page.getCropBox();
    return { left: x, bottom: y, right: x + width, top: y + height };
  });
  const embedded = await out.embedPages(pages, boxes);
  return embedded.map((picture, index) => {
    const turn = (((pages[index]?.getRotation().angle ?? 0) % 360) + 360) % 360;
    const isTurned = turn % 180 !== 0;
    const [width, height] = isTurned ? [picture.height, picture.width] : [picture.width, picture.height];
    return {
      width,
      height,
      draw: (page, { x, y, scale }) => {
        const [right, up] = (corners[turn] ?? corners[0])?.(width * scale, height * scale) ?? [0, 0];
        page.drawPage(picture, { x: x + right, y: y + up, xScale: scale, yScale: scale, rotate: degrees(-turn) });
      },
    };
  });
};

/** @param {PDFDocument} out @param {import('./parts.ts').FilePart} part @returns {Promise<Picture[]>} */
export const picturesOf = async (out, { kind, bytes }) => {
  if (kind === 'pdf') return picturesOfPdf(out, bytes);
  const image = kind === 'jpeg' ? await out.embedJpg(bytes) : await out.embedPng(bytes);
  const { width, height } = image;
  return [
    {
      width,
      height,
      draw: (page, { x, y, scale }) => page.drawImage(image, { x, y, width: width * scale, height: height * scale }),
    },
  ];
};

/** On A4, the way it fits best and never larger than it is. @param {Picture} picture */
const placeOf = ({ width, height }) => {
  const [paperWidth, paperHeight] = width > height ? [A4.long, A4.short] : [A4.short, A4.long];
  const room = { width: paperWidth - 2 * EDGE.other, height: paperHeight - EDGE.top - EDGE.other };
  const scale = Math.min(1, room.width / width, room.height / height);
  const place = { x: (paperWidth - width * scale) / 2, y: paperHeight - EDGE.top - height * scale, scale };
  return { paper: /** @type {[number, number]} */ ([paperWidth, paperHeight]), place };
};

/** @param {import('./parts.ts').FilePart} part @param {number} page @param {number} pages */
const altOf = ({ alt }, page, pages) => alt.replace('{page}', String(page)).replace('{pages}', String(pages));

/**
 * Appends a file of somebody else. What it says of itself is not to be relied on, so each page is one picture with a text that
 * names it; its scripts, links and attachments stay behind.
 * @param {PDFDocument} out @param {Structure} structure @param {import('./parts.ts').FilePart} file
 */
export const appendFigures = async (out, structure, file) => {
  const { context } = out;
  const pictures = await picturesOf(out, file);
  const part = structure.addPart(file.title);
  return pictures.map((picture, index) => {
    const { paper, place } = placeOf(picture);
    const page = out.addPage(paper);
    const key = structure.nextKey();
    page.node.set(PDFName.of('StructParents'), context.obj(key));
    const figure = context.register(
      context.obj({
        Type: 'StructElem',
        S: 'Figure',
        P: part.reference,
        Pg: page.ref,
        K: 0,
        Alt: PDFHexString.fromText(altOf(file, index + 1, pictures.length)),
        A: {
          O: 'Layout',
          Placement: 'Block',
          BBox: [place.x, place.y, place.x + picture.width * place.scale, place.y + picture.height * place.scale],
        },
      }),
    );
    part.add(figure);
    structure.note(key, context.obj([figure]));
    page.pushOperators(
      PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [PDFName.of('Figure'), '<< /MCID 0 >>']),
    );
    picture.draw(page, place);
    page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
    return page.ref;
  });
};
