/*
 * Word writes lists as paragraphs with a style of its own and their bullets as text. They become lists here; everything else that no
 * letter has falls away by itself, because the dialect of letters names all that may be pasted.
 */

const isWordItem = (node: Element): boolean =>
  /^MsoList/i.test(node.className) || /mso-list:\s*l\d/i.test(node.getAttribute('style') ?? '');

const withoutBullet = (item: Element): Element => {
  for (const bullet of item.querySelectorAll('[style*="mso-list:Ignore" i]')) bullet.remove();
  return item;
};

const asItem = (page: Document, paragraph: Element): Element => {
  const line = page.createElement('p');
  line.append(...withoutBullet(paragraph).childNodes);
  const item = page.createElement('li');
  item.append(line);
  return item;
};

const listsOfWord = (page: Document): void => {
  for (const paragraph of page.querySelectorAll('p')) {
    if (!isWordItem(paragraph)) continue;
    const before = paragraph.previousElementSibling;
    const list = before?.matches('ul[data-word]') === true ? before : page.createElement('ul');
    if (list !== before) {
      list.setAttribute('data-word', '');
      paragraph.before(list);
    }
    list.append(asItem(page, paragraph));
    paragraph.remove();
  }
};

/** A list inside of a list has no place in a letter: its items follow the one that they are in. */
const flattenLists = (page: Document): void => {
  for (const inner of [...page.querySelectorAll('li ul, li ol')].toReversed()) {
    const holder = inner.parentElement?.closest('li');
    holder?.after(...inner.children);
    inner.remove();
  }
};

/** Headings of a letter go three deep, and a cell of a table of another program is a line. */
const plainBlocks = (page: Document): void => {
  for (const block of page.querySelectorAll('h4, h5, h6, td, th')) {
    const line = page.createElement('p');
    line.append(...block.childNodes);
    block.replaceWith(line);
  }
  for (const table of page.querySelectorAll('table, thead, tbody, tfoot, tr')) table.replaceWith(...table.childNodes);
};

/** HTML from a clipboard as the letter may read it. Nothing of it is stored as HTML, and nothing of it is run. */
export const pastedHtml = (html: string): string => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const alien of page.querySelectorAll('style, script, meta, link, title, img, svg, o\\:p:empty')) alien.remove();
  listsOfWord(page);
  flattenLists(page);
  plainBlocks(page);
  return page.body.innerHTML;
};
