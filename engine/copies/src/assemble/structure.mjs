import { PDFArray, PDFHexString, PDFName } from '@cantoo/pdf-lib';

/** @typedef {import('@cantoo/pdf-lib').PDFRef} PDFRef */
/** @typedef {import('@cantoo/pdf-lib').PDFObject} PDFObject */

/**
 * The tree of tags of a document, which screen readers follow, while it is put together.
 * @typedef {object} Part
 * @property {PDFRef} reference
 * @property {(child: PDFObject) => void} add
 *
 * @typedef {object} Structure
 * @property {() => number} nextKey The first number that no page has yet.
 * @property {(title: string) => Part} addPart
 * @property {(key: number, elements: PDFObject) => void} note Which elements a page shows, by its number.
 * @property {() => void} finish
 */

/** @param {import('@cantoo/pdf-lib').PDFDocument} out @returns {Structure} */
export const createStructure = (out) => {
  const { context } = out;
  const [root, whole] = [context.nextRef(), context.nextRef()];
  const parts = PDFArray.withContext(context);
  const numbers = PDFArray.withContext(context);
  let next = 0;
  return {
    nextKey: () => next,
    addPart: (title) => {
      const children = PDFArray.withContext(context);
      const reference = context.register(
        context.obj({ Type: 'StructElem', S: 'Part', P: whole, T: PDFHexString.fromText(title), K: children }),
      );
      parts.push(reference);
      return { reference, add: (child) => children.push(child) };
    },
    note: (key, elements) => {
      numbers.push(context.obj(key));
      numbers.push(elements);
      next = Math.max(next, key + 1);
    },
    finish: () => {
      context.assign(whole, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: parts }));
      context.assign(
        root,
        context.obj({
          Type: 'StructTreeRoot',
          K: [whole],
          ParentTree: context.register(context.obj({ Nums: numbers })),
          ParentTreeNextKey: next,
        }),
      );
      out.catalog.set(PDFName.of('StructTreeRoot'), root);
      out.catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
    },
  };
};
