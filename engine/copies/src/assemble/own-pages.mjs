import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFObjectCopier,
  PDFPage,
  PDFPageLeaf,
  PDFRef,
} from '@cantoo/pdf-lib';
import { dropFields } from '../merge/drop-fields.mjs';

/** @typedef {import('./structure.mjs').Structure} Structure */

const name = PDFName.of;

/** @param {PDFDict} tree @param {(key: number, value: import('@cantoo/pdf-lib').PDFObject) => void} found */
const eachNumber = (tree, found) => {
  const pairs = tree.lookupMaybe(name('Nums'), PDFArray)?.asArray() ?? [];
  pairs.forEach((value, index) => {
    const key = index % 2 === 1 ? pairs[index - 1] : undefined;
    if (key instanceof PDFNumber) found(key.asNumber(), value);
  });
  for (const child of tree.lookupMaybe(name('Kids'), PDFArray)?.asArray() ?? [])
    eachNumber(tree.context.lookup(child, PDFDict), found);
};

/** The elements right below the root of a structure tree. @param {PDFDict} tree */
const topElements = (tree) => {
  const children = tree.get(name('K'));
  const listed = children instanceof PDFRef ? tree.context.lookup(children) : children;
  if (listed instanceof PDFArray) return listed.asArray();
  return children === undefined ? [] : [children];
};

/** Elements of the structure by the keys of what they lead to. @param {PDFDocument} source */
const elementsByKey = (source) => {
  /** @type {Map<number, PDFDict>} */
  const elements = new Map();
  const tree = source.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)?.lookupMaybe(name('ParentTree'), PDFDict);
  if (tree !== undefined)
    eachNumber(tree, (key, value) => {
      const found = source.context.lookup(value);
      if (found instanceof PDFDict) elements.set(key, found);
    });
  return (/** @type {number} */ key) => elements.get(key);
};

/**
 * Appends a PDF that we made ourselves: its pages with their tags, which become a part of the structure of the whole.
 * @param {PDFDocument} out @param {Structure} structure @param {Uint8Array} bytes @param {string} title
 */
export const appendOwn = async (out, structure, bytes, title) => {
  const source = await PDFDocument.load(bytes, { updateMetadata: false });
  dropFields(source, elementsByKey(source));
  const copier = PDFObjectCopier.for(source.context, out.context);
  const offset = structure.nextKey();
  /** @param {PDFPage} page */
  const append = (page) => {
    // Through its reference, so that what points to the page points to its copy.
    const reference = copier.copy(page.ref);
    const leaf = out.context.lookup(reference);
    if (!(leaf instanceof PDFPageLeaf)) throw new TypeError('Expected a page, but found something else');
    const key = leaf.lookupMaybe(name('StructParents'), PDFNumber);
    if (key !== undefined) leaf.set(name('StructParents'), PDFNumber.of(offset + key.asNumber()));
    out.addPage(PDFPage.of(leaf, reference, out));
    return reference;
  };
  const pages = source.getPages().map(append);
  const part = structure.addPart(title);
  const tree = source.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  if (tree === undefined) return pages;
  for (const element of topElements(tree)) {
    const own = source.context.lookup(element, PDFDict);
    // Without its way up: the old root would be copied with it.
    own.delete(name('P'));
    own.set(name('S'), name('Sect'));
    const copied = copier.copy(element);
    out.context.lookup(copied, PDFDict).set(name('P'), part.reference);
    part.add(copied);
  }
  eachNumber(tree.lookup(name('ParentTree'), PDFDict), (key, value) =>
    structure.note(offset + key, copier.copy(value)),
  );
  return pages;
};
