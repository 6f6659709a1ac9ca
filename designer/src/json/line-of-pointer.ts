/** JSON tokens that matter for places: strings, brackets, separators, and anything else as one token. */
const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

interface Frame {
  isArray: boolean;
  index: number;
  key: string;
}

const escapeSegment = (segment: string): string => segment.replaceAll('~', '~0').replaceAll('/', '~1');

const pathOf = (frames: readonly Frame[]): string =>
  frames.map((frame) => `/${frame.isArray ? frame.index : escapeSegment(frame.key)}`).join('');

const keyText = (text: string): string => {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
};

interface Walk {
  frames: Frame[];
  isExpectingKey: boolean;
}

const enter = (walk: Walk, isArray: boolean): void => {
  walk.frames.push({ isArray, index: 0, key: '' });
  walk.isExpectingKey = !isArray;
};

const advance = (walk: Walk, text: string): void => {
  const top = walk.frames.at(-1);
  if (text === '{' || text === '[') enter(walk, text === '[');
  else if (text === '}' || text === ']') {
    walk.frames.pop();
    walk.isExpectingKey = false;
  } else if (text === ',' && top !== undefined) {
    top.index += 1;
    walk.isExpectingKey = !top.isArray;
  } else if (walk.isExpectingKey && text.startsWith('"') && top !== undefined) {
    top.key = keyText(text);
    walk.isExpectingKey = false;
  }
};

/** The line (from 1) on which the value at a JSON pointer starts; the deepest part that exists when the text lacks it. */
export const lineOfPointer = (text: string, pointer: string): number => {
  const walk: Walk = { frames: [], isExpectingKey: false };
  let best = { length: 0, offset: 0 };
  for (const match of text.matchAll(token)) {
    const before = pathOf(walk.frames);
    advance(walk, match[0]);
    const path = walk.frames.length === 0 ? before : pathOf(walk.frames);
    const isOnTheWay = pointer === path || pointer.startsWith(`${path}/`);
    if (isOnTheWay && path.length > best.length) best = { length: path.length, offset: match.index };
    if (path === pointer && best.length === pointer.length) break;
  }
  return text.slice(0, best.offset).split('\n').length;
};
